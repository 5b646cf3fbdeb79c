package model

import "encoding/binary"

// Lexicon is a table of words that the training text is too small to teach: an
// open-addressed hash table of 32-bit entries, the upper half a check of the
// word's hash, the lower half what is known of it: ten bits of a cluster, of words
// that stand in like company, and six of dictionary marks. Zero is an unknown
// word. The zero Lexicon knows none.
type Lexicon struct {
	entries []byte // little-endian, a power of two of them
	coarse  []byte // one byte a cluster: the greater cluster that holds it
}

// The marks of a Lexicon entry.
const (
	ClusterMask = 1<<10 - 1
	IsNoun      = 1 << 10 // a dictionary lists it as a noun
	IsVerb      = 1 << 11
	IsAdjective = 1 << 12
	IsAdverb    = 1 << 13
	IsForename  = 1 << 14
	IsPlace     = 1 << 15
)

// probes bounds a search; the builder never puts an entry farther away.
const probes = 16

// Look returns the entry of a hashed word.
func (l Lexicon) Look(word uint32) uint16 {
	n := len(l.entries) / 4
	if n == 0 {
		return 0
	}
	at := int(word*2654435769>>8) & (n - 1)
	for range probes {
		e := binary.LittleEndian.Uint32(l.entries[4*at:])
		if e == 0 {
			return 0
		}
		if e>>16 == word>>16 {
			return uint16(e)
		}
		at = (at + 1) & (n - 1)
	}
	return 0
}

// Coarse returns the greater cluster of an entry's cluster.
func (l Lexicon) Coarse(entry uint16) uint8 {
	c := int(entry & ClusterMask)
	if c >= len(l.coarse) {
		return 0
	}
	return l.coarse[c]
}

// BuildLexicon lays out the table of entries, given by hashed word. Words for
// which no place is near enough are left out; words must come most frequent first.
func BuildLexicon(words []uint32, entries []uint16, coarse []uint8, size int) Lexicon {
	b := make([]byte, 4*size)
	for i, w := range words {
		if entries[i] == 0 {
			continue
		}
		at := int(w*2654435769>>8) & (size - 1)
		for range probes {
			old := binary.LittleEndian.Uint32(b[4*at:])
			if old>>16 == w>>16 && old != 0 {
				break // known, or another word of the same check before it
			}
			if old == 0 {
				binary.LittleEndian.PutUint32(b[4*at:], w&0xFFFF0000|uint32(entries[i]))
				break
			}
			at = (at + 1) & (size - 1)
		}
	}
	return Lexicon{b, coarse}
}
