package text

import "slices"

// A Sketch is a small set of words that never denies a word that was added, and
// now and then admits one that was not: with 40 words in it, 1 in 13 of the
// others. The zero value is empty.
type Sketch [8]uint64

// Add adds a word.
func (s *Sketch) Add(w string) {
	h := Hash(w)
	s[h>>6&7] |= 1 << (h & 63)
}

// Has reports whether w may have been added.
func (s *Sketch) Has(w string) bool {
	h := Hash(w)
	return s[h>>6&7]&(1<<(h&63)) != 0
}

// A Set is a small set of words by their keys, in order. It takes no word in a hundred million for another.
type Set []uint32

// Key returns what a word is known by in a Set.
func Key(w string) uint32 {
	h := Hash(w)
	return uint32(h ^ h>>32)
}

// Add adds the word of a key.
func (s *Set) Add(key uint32) {
	if i, ok := slices.BinarySearch(*s, key); !ok {
		*s = slices.Insert(*s, i, key)
	}
}

// Has reports whether the word of a key was added.
func (s Set) Has(key uint32) bool {
	_, ok := slices.BinarySearch(s, key)
	return ok
}
