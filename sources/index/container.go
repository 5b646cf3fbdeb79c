package index

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"sync/atomic"
)

// A segment is one value of the file, or several (piece.go):
//
//	8 bytes   magic "fcseg" and the format's version
//	4 bytes   number of parts, n
//	n x 8     length of each part
//	4 bytes   CRC-32C of the sums
//	4 bytes   CRC-32C of everything above
//	m x 4     the sums: CRC-32C of each 4 KB of what follows
//	          the parts, one after the other, each from a multiple of 8 bytes on
//
// bbolt checks only its two meta pages, so every byte of ours is covered by one
// of these sums, and none is used before its sum was checked: once a process,
// chunk by chunk as they are touched, so that a cold start reads no more than it
// needs. (With chunks of 16 KB a cold query of a million statements spent most of its
// time on checking what stands around the few bytes that it reads.)
//
// Version 2 counts in the dictionary the units that hold a term, and statements
// have tellers. In version 1 the count stands only at the head of the postings.
const (
	chunk   = 4 << 10
	version = 2
	oldest  = 1 // that is read

	versionPieces = 3 // of a list that names a segment of several pieces
)

const (
	magic    = "fcseg\x00\x00"
	castagna = crc32.Castagnoli
)

var crcTable = crc32.MakeTable(castagna)

func checksum(b []byte) uint32 { return crc32.Checksum(b, crcTable) }

// sealed is the bytes of a segment, one run after the other.
type sealed struct {
	runs    [][]byte
	size    int
	scratch []byte // that runs stand in, if they do
}

// sealParts makes the bytes of a segment of its parts.
func sealParts(parts [][]byte) *sealed {
	s := &sealed{runs: make([][]byte, 1, 1+2*len(parts))}
	head := append(append([]byte{}, magic...), version)
	head = binary.LittleEndian.AppendUint32(head, uint32(len(parts)))
	var sums []byte
	sum, left := uint32(0), chunk
	for _, p := range parts {
		head = binary.LittleEndian.AppendUint64(head, uint64(len(p)))
		for _, run := range [...][]byte{p, make([]byte, aligned(len(p))-len(p))} {
			s.runs = append(s.runs, run)
			for s.size += len(run); len(run) > 0; {
				n := min(left, len(run))
				sum, run, left = crc32.Update(sum, crcTable, run[:n]), run[n:], left-n
				if left == 0 {
					sums, sum, left = binary.LittleEndian.AppendUint32(sums, sum), 0, chunk
				}
			}
		}
	}
	if left < chunk {
		sums = binary.LittleEndian.AppendUint32(sums, sum)
	}
	head = binary.LittleEndian.AppendUint32(head, checksum(sums))
	head = binary.LittleEndian.AppendUint32(head, checksum(head))
	s.runs[0] = append(head, sums...)
	s.size += len(s.runs[0])
	return s
}

// seal joins parts into the bytes of a segment.
func seal(parts [][]byte) []byte {
	s := sealParts(parts)
	return s.bytes(0, s.size)
}

// bytes returns the bytes from lo to hi.
func (s *sealed) bytes(lo, hi int) []byte {
	b := make([]byte, 0, hi-lo)
	for _, run := range s.runs {
		if lo < len(run) && hi > 0 {
			b = append(b, run[max(lo, 0):min(hi, len(run))]...)
		}
		lo, hi = lo-len(run), hi-len(run)
	}
	return b
}

// release gives the room back that the bytes stand in.
func (s *sealed) release() {
	if s != nil && s.scratch != nil {
		unreserve(s.scratch)
		s.runs, s.scratch = nil, nil
	}
}

// headSum returns the checksum of the head of a sealed segment, which covers the sums
// of all the rest.
func headSum(b []byte) uint32 {
	return binary.LittleEndian.Uint32(b[12+8*int(binary.LittleEndian.Uint32(b[8:]))+4:])
}

func aligned(n int) int { return (n + 7) &^ 7 }

// container gives access to the parts of sealed bytes.
type container struct {
	version int
	sum     uint32 // of the head
	head    int    // its length
	payload []byte
	sums    []byte
	start   []int // of each part in payload, and the end
	length  []int // of each part
	checked []atomic.Uint32
	from    *copies  // what payload is a copy of, as far as it was read; nil: it stands where it is
	spared  [][2]int // the chunks of it that are given up when there are many
}

// unseal checks the head of a sealed segment of so many bytes, of which b are the first. The
// payload is for the caller to give if b is not all. The error says what is wrong.
func unseal(b []byte, all int) (*container, error) {
	if len(b) < 12 || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("a segment does not begin as one")
	}
	if v := b[len(magic)]; v < oldest || v > version {
		return nil, fmt.Errorf("a segment of version %d", b[len(magic)])
	}
	n := int(binary.LittleEndian.Uint32(b[8:]))
	head := 12 + 8*n
	if n > 64 || head+8 > len(b) {
		return nil, fmt.Errorf("a segment is cut short")
	}
	if checksum(b[:head+4]) != binary.LittleEndian.Uint32(b[head+4:]) {
		return nil, fmt.Errorf("the head of a segment does not match its checksum")
	}
	c := &container{version: int(b[len(magic)]), sum: headSum(b), start: make([]int, 1, n+1)}
	for i := range n {
		size := binary.LittleEndian.Uint64(b[12+8*i:])
		if size > uint64(all) {
			return nil, fmt.Errorf("a segment is cut short")
		}
		c.length = append(c.length, int(size))
		c.start = append(c.start, c.start[i]+aligned(int(size)))
	}
	total := c.start[n]
	chunks := (total + chunk - 1) / chunk
	c.head = head + 8 + 4*chunks
	if c.head+total != all || c.head > len(b) {
		return nil, fmt.Errorf("a segment is cut short")
	}
	c.sums = b[head+8 : c.head]
	if len(b) == all {
		c.payload = b[c.head:]
	}
	if checksum(c.sums) != binary.LittleEndian.Uint32(b[head:]) {
		return nil, fmt.Errorf("the checksums of a segment do not match theirs")
	}
	c.checked = make([]atomic.Uint32, (chunks+31)/32)
	return c, nil
}

// part returns the bytes of a part, unchecked: use them through touch.
func (c *container) part(i int) part {
	end := c.start[i] + c.length[i]
	return part{c, c.start[i], c.payload[c.start[i]:end:end]}
}

// verify checks the sums of payload[lo:hi] that were not checked before.
func (c *container) verify(lo, hi int) {
	if c.from != nil {
		c.fill(lo/chunk, (hi+chunk-1)/chunk)
		return
	}
	for i := lo / chunk; i*chunk < hi; i++ {
		if !c.known(i) {
			c.accept(i)
		}
	}
}

// known reports whether chunk i was checked.
func (c *container) known(i int) bool { return c.checked[i/32].Load()&(1<<(i%32)) != 0 }

// accept checks chunk i.
func (c *container) accept(i int) {
	if !c.sound(i) {
		damaged("bytes %d to %d of a segment do not match their checksum", i*chunk, min(len(c.payload), (i+1)*chunk))
	}
	c.checked[i/32].Or(1 << (i % 32))
}

// sound reports whether chunk i matches its sum.
func (c *container) sound(i int) bool {
	return c.sumsTo(i, c.payload[i*chunk:min(len(c.payload), (i+1)*chunk)])
}

func (c *container) sumsTo(i int, b []byte) bool {
	return checksum(b) == binary.LittleEndian.Uint32(c.sums[4*i:])
}

// part is a run of a container.
type part struct {
	c  *container
	at int
	b  []byte
}

// bytes returns the bytes lo to hi of p once their sums are checked, and gives
// up the query if there are no such bytes.
func (p part) bytes(lo, hi int) []byte {
	if lo < 0 || hi < lo || hi > len(p.b) {
		damaged("an offset leads outside its part")
	}
	if c := uint(p.at+lo) / chunk; lo < hi && (uint(p.at+hi-1)/chunk != c || p.c.checked[c/32].Load()&(1<<(c%32)) == 0) {
		p.c.verify(p.at+lo, p.at+hi)
	}
	return p.b[lo:hi:hi]
}

// all returns the whole part, checked.
func (p part) all() []byte { return p.bytes(0, len(p.b)) }

// uint32 returns the i-th number of a part that is a table of them.
func (p part) uint32(i int) uint32 {
	if uint(4*i+4) > uint(len(p.b)) {
		damaged("an offset leads outside its part")
	}
	if c := uint(p.at+4*i) / chunk; p.c.checked[c/32].Load()&(1<<(c%32)) == 0 {
		p.c.verify(p.at+4*i, p.at+4*i+4)
	}
	return binary.LittleEndian.Uint32(p.b[4*i:])
}
