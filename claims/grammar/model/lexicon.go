package model

import "encoding/binary"

// Lexicon is a table of words that the training text is too small to teach: an
// open-addressed hash table of 64-bit entries, the lower half the word's hash, the
// upper half what is known of it. Zero is an unknown word. The zero Lexicon knows
// none.
type Lexicon struct {
	entries []byte // little-endian, a power of two of them
	own     []byte // by entry, the number of the word's row in the network in 16 bits, 0 for none
	coarse  []byte // one byte a cluster: the greater cluster that holds it; the first, which is no cluster, is 1 if accents tell words apart
}

// Accented reports whether words that differ in an accent are two words to it.
func (l Lexicon) Accented() bool { return len(l.coarse) > 0 && l.coarse[0] == 1 }

// WithAccents returns an empty lexicon to which words that differ in an accent are
// two words.
func WithAccents() Lexicon { return Lexicon{coarse: []byte{1}} }

// What is known of a word: ten bits of a cluster of words that stand in like
// company, six of lists, three of what it names when it is in a name, two of how
// sure that is, five of its usual class.
const (
	ClusterMask = 1<<10 - 1
	IsNoun      = 1 << 10 // a dictionary lists it as a noun
	IsVerb      = 1 << 11
	IsAdjective = 1 << 12
	IsAdverb    = 1 << 13
	IsForename  = 1 << 14
	IsPlace     = 1 << 15
	MarksMask   = 0x3F << 10
	TypeUnit    = 1 << 16
	SureUnit    = 1 << 19
	TypeMask    = 0x1F << 16
	ClassUnit   = 1 << 21 // the class that the word most often has in the treebank, 0 if it is rare
	ClassMask   = 0x1F << 21
)

// probes bounds a search; the builder never puts an entry farther away.
const probes = 16

// Look returns what is known of a hashed word, and the number of its row.
func (l Lexicon) Look(word uint32) (known uint32, own uint16) {
	n := len(l.entries) / 8
	if n == 0 {
		return 0, 0
	}
	at := int(word*2654435769>>8) & (n - 1)
	for range probes {
		e := binary.LittleEndian.Uint64(l.entries[8*at:])
		if uint32(e) == word {
			return uint32(e >> 32), binary.LittleEndian.Uint16(l.own[2*at:])
		}
		if e == 0 {
			return 0, 0
		}
		at = (at + 1) & (n - 1)
	}
	return 0, 0
}

// Coarse returns the greater cluster of what is known of a word.
func (l Lexicon) Coarse(known uint32) uint8 {
	c := int(known & ClusterMask)
	if c == 0 || c >= len(l.coarse) {
		return 0
	}
	return l.coarse[c]
}

// LexiconWord is a word of the lexicon.
type LexiconWord struct {
	Hash, Known uint32
	Own         uint16
}

// BuildLexicon lays out the table. Words for which no place is near enough are left
// out, and a second word of a hash; the words that matter must come first.
func BuildLexicon(words []LexiconWord, coarse []uint8, size int) Lexicon {
	l := Lexicon{make([]byte, 8*size), make([]byte, 2*size), coarse}
	for _, w := range words {
		if w.Known == 0 && w.Own == 0 {
			continue
		}
		at := int(w.Hash*2654435769>>8) & (size - 1)
		for range probes {
			old := binary.LittleEndian.Uint64(l.entries[8*at:])
			if uint32(old) == w.Hash {
				break
			}
			if old == 0 {
				binary.LittleEndian.PutUint64(l.entries[8*at:], uint64(w.Known)<<32|uint64(w.Hash))
				binary.LittleEndian.PutUint16(l.own[2*at:], w.Own)
				break
			}
			at = (at + 1) & (size - 1)
		}
	}
	return l
}
