package text

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
