package index

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// The postings of a term are the units that hold it, rising, with how often:
//
//	uvarint  number of units
//	byte     bound: the most that the term can count in any unit (see saturation)
//	then, if there are blockSize units or more, for each full block
//	4 bytes  its last unit
//	4 bytes  where it ends, from the end of this directory
//	byte     its bound
//	         the blocks, then the rest
//
// A block packs the gaps between its units, less one, into the fewest bits that
// hold them all, and lists the units that hold the term more than once. The rest,
// of fewer than blockSize units, is varints of twice the gap, less one, with the
// low bit set if a count follows; its bound is that of the whole list.
const (
	blockSize     = 128
	directoryItem = 9
)

// posting is a unit and how often it holds a term, at most maxCount.
type posting struct {
	unit  uint32
	count uint8
}

const maxCount = 15

// appendPostings writes a list. bound gives the most that a posting counts.
func appendPostings(b []byte, list []posting, bound func(posting) uint8) []byte {
	b = appendInt(b, len(list))
	var most uint8
	for _, p := range list {
		most = max(most, bound(p))
	}
	b = append(b, most)
	full := len(list) / blockSize
	directory := len(b)
	b = append(b, make([]byte, full*directoryItem)...)
	start := len(b)
	last := ^uint32(0)
	for i := range full {
		block := list[i*blockSize : (i+1)*blockSize]
		b = appendBlock(b, block, last)
		last = block[blockSize-1].unit
		d := b[directory+i*directoryItem:]
		binary.LittleEndian.PutUint32(d, last)
		binary.LittleEndian.PutUint32(d[4:], uint32(len(b)-start))
		for _, p := range block {
			d[8] = max(d[8], bound(p))
		}
	}
	for _, p := range list[full*blockSize:] {
		v := uint64(p.unit-last-1) << 1
		if p.count > 1 {
			b = append(binary.AppendUvarint(b, v|1), p.count)
		} else {
			b = binary.AppendUvarint(b, v)
		}
		last = p.unit
	}
	return b
}

func appendBlock(b []byte, block []posting, last uint32) []byte {
	var gaps [blockSize]uint32
	var all uint32
	repeated := 0
	for i, p := range block {
		gaps[i] = p.unit - last - 1
		all |= gaps[i]
		last = p.unit
		if p.count > 1 {
			repeated++
		}
	}
	width := bits.Len32(all)
	b = append(b, byte(width), byte(repeated))
	var acc uint64
	fill := 0
	for _, g := range gaps {
		acc |= uint64(g) << fill
		for fill += width; fill >= 8; fill -= 8 {
			b = append(b, byte(acc))
			acc >>= 8
		}
	}
	for i, p := range block {
		if p.count > 1 {
			b = append(b, byte(i), p.count)
		}
	}
	return b
}

// cursor walks over a list of postings, forward only.
type cursor struct {
	p         part   // the lists
	directory []byte // of the full blocks
	blocks    int    // where they begin in p
	end       int    // of the list in p
	full      int    // number of full blocks
	last      int    // number of the last block, the rest included; -1 if the list is empty
	count     int
	units     uint32 // of the segment: what every unit is below
	bound     uint8  // of the whole list

	from  int // the first block that reaches the window, see window
	block int // the one that is decoded; -1 before any, last+1 behind all
	n     int // postings decoded
	at    int // the current one
	unit  [blockSize]uint32
	times [blockSize]uint8
}

// open makes c walk over the list in p[lo:hi].
func (c *cursor) open(p part, lo, hi int, units int) {
	head := p.bytes(lo, min(hi, lo+binary.MaxVarintLen32+1))
	r := reader{b: head}
	count := r.int()
	most := r.bytes(1)
	directory := lo + len(head) - len(r.b)
	c.full = count / blockSize
	c.blocks = directory + c.full*directoryItem
	if r.bad || count > units || c.blocks > hi {
		damaged("the postings of a term cannot be read")
	}
	c.p, c.end, c.count, c.bound, c.units = p, hi, count, most[0], uint32(units)
	c.directory = p.bytes(directory, c.blocks)
	c.last = (count+blockSize-1)/blockSize - 1
	c.from, c.block, c.n, c.at = 0, -1, 0, 0
}

// reach returns the last unit of a block.
func (c *cursor) reach(block int) uint32 {
	if block >= c.full {
		return c.units
	}
	return binary.LittleEndian.Uint32(c.directory[block*directoryItem:])
}

// begin returns the first unit that a block can hold.
func (c *cursor) begin(block int) uint32 {
	if block == 0 {
		return 0
	}
	return c.reach(block-1) + 1
}

// window returns a bound of what the units lo to hi count, zero if there are
// none. Windows must follow each other.
func (c *cursor) window(lo, hi uint32) (bound uint8) {
	for c.from <= c.last && c.reach(c.from) < lo {
		c.from++
	}
	for b := c.from; b <= c.last && c.begin(b) < hi; b++ {
		if b < c.full {
			bound = max(bound, c.directory[b*directoryItem+8])
		} else {
			bound = c.bound
		}
	}
	return bound
}

// load decodes a block, or the rest.
func (c *cursor) load(block int) {
	start, end, next := 0, c.end-c.blocks, uint64(0)
	if block > 0 {
		d := c.directory[(block-1)*directoryItem:]
		next, start = uint64(binary.LittleEndian.Uint32(d))+1, int(binary.LittleEndian.Uint32(d[4:]))
	}
	c.block, c.at = block, 0
	if block < c.full {
		end = int(binary.LittleEndian.Uint32(c.directory[block*directoryItem+4:]))
		c.unpack(c.p.bytes(c.blocks+start, c.blocks+end), next)
		return
	}
	c.n = c.count - c.full*blockSize
	r := reader{b: c.p.bytes(c.blocks+start, c.blocks+end)}
	for i := range c.n {
		v := r.uint()
		c.times[i] = 1
		if v&1 != 0 {
			if b := r.bytes(1); b != nil {
				c.times[i] = min(b[0], maxCount)
			}
		}
		next += v&math.MaxUint32>>1 + 1
		c.unit[i] = uint32(next - 1)
	}
	c.sound(next-1, r.bad)
}

// sound gives up when the last unit, which the gaps before it add up to without
// overflow, is not in the segment.
func (c *cursor) sound(last uint64, bad bool) {
	if bad || last >= uint64(c.units) {
		damaged("the postings of a term cannot be decoded")
	}
}

// unpack decodes a full block.
func (c *cursor) unpack(b []byte, next uint64) {
	c.n = blockSize
	if len(b) < 2 || b[0] > 32 || len(b) != 2+int(b[0])*blockSize/8+2*int(b[1]) {
		damaged("a block of postings cannot be decoded")
	}
	width, repeated := uint(b[0]), int(b[1])
	b = b[2:]
	mask := uint64(1)<<width - 1
	var acc uint64
	var fill uint
	k := 0
	for i := range c.unit {
		if fill < width {
			if k+4 <= len(b) {
				acc |= uint64(binary.LittleEndian.Uint32(b[k:])) << fill
				k, fill = k+4, fill+32
			} else {
				for ; fill < width; k, fill = k+1, fill+8 {
					acc |= uint64(b[k]) << fill
				}
			}
		}
		next += acc&mask + 1
		acc >>= width
		fill -= width
		c.unit[i] = uint32(next - 1)
		c.times[i] = 1
	}
	tail := b[int(width)*blockSize/8:]
	for i := range repeated {
		c.times[tail[2*i]&(blockSize-1)] = min(tail[2*i+1], maxCount)
	}
	c.sound(next-1, false)
}

// seek moves to the first posting at or after unit u, which must not fall, and
// reports whether there is one.
func (c *cursor) seek(u uint32) bool {
	if c.n == 0 || c.unit[c.n-1] < u {
		b := max(c.block+1, c.from)
		for b <= c.last && c.reach(b) < u {
			b++
		}
		if b > c.last {
			c.block, c.n = c.last+1, 0
			return false
		}
		c.load(b)
	}
	for c.at < c.n && c.unit[c.at] < u {
		c.at++
	}
	return c.at < c.n
}

// next moves to the next posting.
func (c *cursor) next() bool {
	if c.at++; c.at < c.n {
		return true
	}
	if c.block >= c.last {
		c.block, c.n, c.at = c.last+1, 0, 0
		return false
	}
	c.load(c.block + 1)
	return true
}
