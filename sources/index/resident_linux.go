package index

import (
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

// mappedResident returns how many bytes of mapped files are resident in this
// process, its own program among them; zero if the system does not say.
func mappedResident() (n int64) {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, resident int64
	if _, err := fmt.Sscan(string(b), &size, &resident, &n); err != nil {
		return 0
	}
	return n * int64(os.Getpagesize())
}

// giveUp tells the system that the pages that lie wholly in b, a part of a file's
// mapping, are not needed for now.
func giveUp(b []byte) {
	page := os.Getpagesize()
	skip := -int(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) & (page - 1)
	if whole := (len(b) - skip) &^ (page - 1); whole > 0 {
		syscall.Madvise(b[skip:skip+whole], syscall.MADV_DONTNEED)
	}
}
