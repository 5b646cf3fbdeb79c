package model

import "encoding/binary"

// How weights are kept
//
// A linear model scores class c of a situation by the sum of w[f][c] over the
// features f that hold in it. A feature here is a 64-bit hash of its template and
// of its values; its weights are one byte for each class, and rows of weights
// stand in a table of buckets of two rows, found by the upper bits of the
// hash. The first byte of a row is a check, other bits of the hash: a feature
// that training never saw finds a foreign row in one of 128 cases and nothing in
// the others, so a table can be small and nearly full.
//
// Bytes are summed eight at a time within a machine word. A byte is its weight
// plus 128; the eight of a word are spread over the 16-bit lanes of two
// accumulators, the even ones and the odd ones, and added: about six instructions
// for eight weights. Every class gets the same excess of 128 from each feature, so
// the greatest sum is the class with the greatest score and nothing has to be
// undone. A lane holds 257 features, and no situation has more than MaxFeatures.

// MaxFeatures is how many features a situation may have.
const MaxFeatures = 128

// Features are the hashes of the features of one situation.
type Features struct {
	Hash [MaxFeatures]uint64
	N    int
}

func (f *Features) add(h uint64) {
	f.Hash[f.N&(MaxFeatures-1)] = h
	f.N++
}

const (
	prime0 = 0x9E3779B97F4A7C15
	prime1 = 0xBF58476D1CE4E5B9
	prime2 = 0x94D049BB133111EB
)

// hash3 hashes a template number and three values.
func hash3(template, a, b, c uint64) uint64 {
	h := (template + 1) * prime0
	h = (h ^ a) * prime1
	h = (h ^ h>>29 ^ b) * prime2
	h = (h ^ h>>31 ^ c) * prime0
	return h ^ h>>32
}

func hash2(template, a, b uint64) uint64 {
	h := (template + 1) * prime0
	h = (h ^ a) * prime1
	h = (h ^ h>>29 ^ b) * prime2
	return h ^ h>>32
}

func hash1(template, a uint64) uint64 {
	h := (template + 1) * prime0
	h = (h ^ a) * prime1
	return h ^ h>>32
}

// Widths of rows in bytes, the check included.
const (
	WideRow = 32 // byte c is class c, byte 0 the check
)

// Empty is the byte of a weight of nothing.
const Empty = 128

// Place tells where a feature stands in a table of buckets of two rows: its bucket
// and its check.
func Place(h uint64, buckets int) (int, byte) {
	return int(h >> 32 * uint64(buckets) >> 32), byte(h)
}

const lanes = 0x00FF00FF00FF00FF

// find puts where the rows of the features begin into rows and returns how many it
// found. Half of the features are in no row: to decide without a branch costs less
// than to guess wrongly, and lets the loads of many features run at once.
func find(table []byte, f *Features, rows *[MaxFeatures]uint32, buckets, width int) int {
	n := 0
	for _, h := range f.Hash[:f.N] {
		at, check := Place(h, buckets)
		at *= 2 * width
		first := (uint64(table[at]^check) - 1) >> 63
		second := (uint64(table[at+width]^check) - 1) >> 63 &^ first
		rows[n&(MaxFeatures-1)] = uint32(at + width*int(second))
		n += int(first | second)
	}
	return n
}

// Wide is a table of rows of 32 bytes.
type Wide []byte

// Sum adds up the rows of the features and returns how many it found.
func (t Wide) Sum(f *Features, scores *[WideRow]uint16) int {
	buckets := len(t) / (2 * WideRow)
	if buckets == 0 {
		*scores = [WideRow]uint16{}
		return 0
	}
	var a0, a1, b0, b1, c0, c1, d0, d1 uint64
	var rows [MaxFeatures]uint32
	n := find(t, f, &rows, buckets, WideRow)
	for _, at := range rows[:n] {
		row := t[at:][:WideRow]
		x := binary.LittleEndian.Uint64(row)
		a0 += x & lanes
		a1 += x >> 8 & lanes
		x = binary.LittleEndian.Uint64(row[8:])
		b0 += x & lanes
		b1 += x >> 8 & lanes
		x = binary.LittleEndian.Uint64(row[16:])
		c0 += x & lanes
		c1 += x >> 8 & lanes
		x = binary.LittleEndian.Uint64(row[24:])
		d0 += x & lanes
		d1 += x >> 8 & lanes
	}
	spreadLanes(scores[0:8], a0, a1)
	spreadLanes(scores[8:16], b0, b1)
	spreadLanes(scores[16:24], c0, c1)
	spreadLanes(scores[24:32], d0, d1)
	return n
}

// spreadLanes writes eight lanes in order of their bytes.
func spreadLanes(dst []uint16, even, odd uint64) {
	_ = dst[7]
	dst[0] = uint16(even)
	dst[1] = uint16(odd)
	dst[2] = uint16(even >> 16)
	dst[3] = uint16(odd >> 16)
	dst[4] = uint16(even >> 32)
	dst[5] = uint16(odd >> 32)
	dst[6] = uint16(even >> 48)
	dst[7] = uint16(odd >> 48)
}
