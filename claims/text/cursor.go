package text

// A Cursor looks at the words of a text by their index. There is no word before
// the first or after the last: nothing is true of it.
type Cursor struct {
	Src   string
	Words []Word // of Src
}

// Is reports whether word i is s.
func (c *Cursor) Is(i int, s string) bool {
	return i >= 0 && i < len(c.Words) && c.Src[c.Words[i].Start:c.Words[i].End] == s
}

// Tight reports whether word i follows the one before without white space.
func (c *Cursor) Tight(i int) bool { return i > 0 && i < len(c.Words) && !c.Words[i].Space }

// KindAt returns the kind of word i, Other if there is none.
func (c *Cursor) KindAt(i int) Kind {
	if i < 0 || i >= len(c.Words) {
		return Other
	}
	return c.Words[i].Kind
}

// Hyphen reports whether word i is a hyphen, a minus or a dash, but for the long one.
func (c *Cursor) Hyphen(i int) bool {
	if k := c.KindAt(i); k != Punct && k != Symbol {
		return false
	}
	switch c.Src[c.Words[i].Start:c.Words[i].End] {
	case "-", "–", "‐", "‑", "−":
		return true
	}
	return false
}

// Dash is Hyphen with the long dash.
func (c *Cursor) Dash(i int) bool { return c.Hyphen(i) || c.Is(i, "—") }

// Starts is the cheap filter before a look-up in a table of folded words: by
// first byte, the lengths in bytes of the words that the table may hold. The zero
// Starts passes only what is not ASCII.
type Starts [256]uint32

// Add notes the folded word w. Written with a capital or with accents, which make
// it longer, it passes too.
func (s *Starts) Add(w string) {
	c := w[0]
	for n := len(w); n <= len(w)+3 && n < 32; n++ {
		s[c] |= 1 << n
		if c >= 'a' && c <= 'z' {
			s[c-'a'+'A'] |= 1 << n
		}
	}
}

// May reports whether the word w, as written, may be in the table.
func (s *Starts) May(w string) bool {
	return w[0] >= 0x80 || len(w) < 32 && s[w[0]]&(1<<len(w)) != 0
}
