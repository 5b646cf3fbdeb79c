//go:build !nopdf

package reader

import "github.com/tetratelabs/wazero/experimental"

// A room is the memory in which PDFium works on one file: reserved as a whole, so that it grows
// without being copied, which would take it twice over, and no larger than it was made. A bomb
// of 500 bytes fills it and is refused.
type room struct {
	size  uint64 // bytes
	space []byte
	full  bool // more was asked for
}

// Allocate hands the room to an instance of PDFium.
func (r *room) Allocate(_, _ uint64) experimental.LinearMemory {
	r.full, r.space = false, reserve(r.size)
	return r
}

// Reallocate returns the first n bytes of the room, nil if it has fewer.
func (r *room) Reallocate(n uint64) []byte {
	if r.full = n > uint64(cap(r.space)); r.full {
		return nil
	}
	return r.space[:n]
}

// Free does nothing: PDFium that is killed is still at work when its memory is freed.
func (r *room) Free() {}

// clear gives the room back, when PDFium has returned.
func (r *room) clear() {
	if r.space != nil {
		unreserve(r.space)
		r.space = nil
	}
}
