package claims

import (
	"sort"
	"unicode/utf8"

	"factcheck/claims/text"
)

// A Piece says that a run of Text stands in the file, and how. A file that is UTF-8 has
// few of them; one in another encoding would have one a letter, so a piece says once how
// all its letters are written.
type Piece struct {
	Text   text.Span // in Document.Text
	File   text.Span // in the file
	Coding Coding    `json:",omitempty"`
}

// A Coding is how the characters of a piece are written in the file.
type Coding uint8

const (
	Copied Coding = iota // byte for byte; a piece of unequal lengths is one escape ("&amp;") and maps as a whole
	Single               // a byte each: Windows-1252 and its like
	Wide                 // two bytes each, four outside the first plane: UTF-16
	Mended               // byte for byte, but a broken byte where the text has U+FFFD

	codings
)

// Known reports whether c is one of the codings above.
func (c Coding) Known() bool { return c < codings }

// width returns how many bytes of the file a character takes that takes size bytes of
// the text.
func (c Coding) width(r rune, size int) int {
	switch {
	case c == Single, c == Mended && r == utf8.RuneError:
		return 1
	case c == Wide && r > 0xFFFF:
		return 4
	case c == Wide:
		return 2
	}
	return size
}

// letter returns where the letter that holds byte at of the text, one of p's, stands in the
// file; of a piece that is copied the byte, of an escape the whole.
func (p Piece) letter(words string, at int) text.Span {
	if p.Coding == Copied {
		if p.Text.Len() != p.File.Len() {
			return p.File
		}
		to := p.File.Start + at - p.Text.Start
		return text.Span{Start: to, End: to + 1}
	}
	to := p.File.Start
	for i, r := range p.Text.In(words) {
		size := utf8.RuneLen(r)
		width := p.Coding.width(r, size)
		if p.Text.Start+i+size > at {
			return text.Span{Start: min(to, p.File.End), End: min(to+width, p.File.End)}
		}
		to += width
	}
	return text.Span{Start: p.File.End, End: p.File.End}
}

// File returns the place in the file of a span of d.Text: from the file's byte
// for its first byte to the one after its last. Bytes of Text that are in no
// piece (white space that the reader put between paragraphs) map to the nearest
// piece's edge.
func (d *Document) File(s text.Span) text.Span {
	if len(d.Pieces) == 0 || s.Start >= s.End {
		if len(d.Pieces) == 0 {
			return s
		}
		at := d.fileStart(s.Start)
		return text.Span{Start: at, End: at}
	}
	f := text.Span{Start: d.fileStart(s.Start), End: d.fileEnd(s.End)}
	f.End = max(f.End, f.Start)
	return f
}

// fileStart maps the offset of a first byte.
func (d *Document) fileStart(at int) int {
	i := sort.Search(len(d.Pieces), func(i int) bool { return d.Pieces[i].Text.End > at })
	if i == len(d.Pieces) {
		return d.Pieces[i-1].File.End
	}
	return d.Pieces[i].letter(d.Text, max(at, d.Pieces[i].Text.Start)).Start
}

// fileEnd maps the offset after a last byte.
func (d *Document) fileEnd(at int) int {
	i := sort.Search(len(d.Pieces), func(i int) bool { return d.Pieces[i].Text.End >= at })
	switch {
	case i == len(d.Pieces) || i > 0 && at <= d.Pieces[i].Text.Start:
		return d.Pieces[i-1].File.End
	case at <= d.Pieces[i].Text.Start:
		return d.Pieces[i].File.Start
	}
	return d.Pieces[i].letter(d.Text, at-1).End
}
