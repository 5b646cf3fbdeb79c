package index

import "syscall"

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
