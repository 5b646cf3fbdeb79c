//go:build unix && !nopdf

package reader

import "syscall"

// reserve returns n bytes that take no memory until they are written to, nil if there are none
// to be had. They stand outside what the garbage collector counts.
func reserve(n uint64) []byte {
	b, err := syscall.Mmap(-1, 0, int(n), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return b
}

// unreserve gives them back.
func unreserve(b []byte) { syscall.Munmap(b[:cap(b)]) }
