package index

import (
	"os"
	"syscall"
)

// reserve returns n bytes of zeros that take no memory until they are written to,
// nil if there are none to be had.
func reserve(n int) []byte {
	const noHugePage = 15 // a huge page would be resident as a whole
	if n == 0 {
		return nil
	}
	b, err := syscall.Mmap(-1, 0, n, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE|syscall.MAP_NORESERVE)
	if err != nil {
		return nil
	}
	syscall.Madvise(b, noHugePage) // a kernel without huge pages refuses
	return b
}

// giveUp makes a reserve zeros again.
func giveUp(b []byte) bool { return syscall.Madvise(b, syscall.MADV_DONTNEED) == nil }

func unreserve(b []byte) { syscall.Munmap(b) }

// scratch says that there is room in files for what is too large for memory.
const scratch = true

// takeScratch returns n bytes in a file of a folder that has no name and is gone with the
// process, nil if there is no room for it.
func takeScratch(dir string, n int) []byte {
	f, err := os.CreateTemp(dir, ".factcheck-merge-")
	if err != nil {
		return nil
	}
	defer f.Close()
	os.Remove(f.Name())
	if syscall.Fallocate(int(f.Fd()), 0, 0, int64(n)) != nil { // else a full disk would kill the process when it writes there
		return nil
	}
	b, err := syscall.Mmap(int(f.Fd()), 0, n, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		return nil
	}
	return b
}
