package text

// A Sieve holds back most words that are not in a table, by their length and three of their bytes, in a tenth of
// the time that it takes to look one up: most words that a table is asked for are not in it. The zero value holds
// all back.
type Sieve [1 << 8]uint64

// Add lets a word through.
func (s *Sieve) Add(w string) {
	at := sifted(w)
	s[at>>6] |= 1 << (at & 63)
}

// Passes reports whether a word may have been added.
func (s *Sieve) Passes(w string) bool {
	at := sifted(w)
	return s[at>>6]&(1<<(at&63)) != 0
}

// sifted returns the bit of a word.
func sifted(w string) uint32 {
	n := len(w)
	if n == 0 {
		return 0
	}
	return (uint32(w[0]) | uint32(w[n-1])<<8 | uint32(w[n/2])<<16 | uint32(n)<<24) * 0x9E3779B1 >> 18
}
