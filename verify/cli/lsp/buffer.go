package lsp

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// An encoding is what the columns of positions count. The zero value is UTF-16, which every
// client knows.
type encoding uint8

const (
	utf16 encoding = iota
	utf8Bytes
	utf32
)

var encodings = map[string]encoding{"utf-16": utf16, "utf-8": utf8Bytes, "utf-32": utf32}

// String returns the name in the protocol.
func (e encoding) String() string { return [...]string{"utf-16", "utf-8", "utf-32"}[e] }

// width returns how many units a character takes.
func (e encoding) width(r rune, bytes int) int {
	switch {
	case e == utf8Bytes:
		return bytes
	case e == utf16 && r > 0xffff:
		return 2
	}
	return 1
}

// A buffer is a text with its lines, which LF, CR LF or CR end.
type buffer struct {
	text   string
	starts []int // offset of the first byte of each line
	enc    encoding
}

func newBuffer(text string, enc encoding) *buffer {
	b := &buffer{text: text, starts: []int{0}, enc: enc}
	for i := 0; i < len(text); i++ {
		if endsLine(text, i) {
			b.starts = append(b.starts, i+1)
		}
	}
	return b
}

// line returns the text of a line without its end.
func (b *buffer) line(n int) string {
	end := len(b.text)
	if n+1 < len(b.starts) {
		end = b.starts[n+1]
	}
	return strings.TrimRight(b.text[b.starts[n]:end], "\r\n")
}

// position returns the place of a byte; one outside the text or inside a character is moved
// back to the nearest that is there.
func (b *buffer) position(offset int) position {
	offset = max(0, min(offset, len(b.text)))
	n := sort.SearchInts(b.starts, offset+1) - 1
	units := 0
	for i, r := range b.line(n) {
		_, size := utf8.DecodeRuneInString(b.text[b.starts[n]+i:])
		if b.starts[n]+i+size > offset {
			break
		}
		units += b.enc.width(r, size)
	}
	return position{uint32(n), uint32(units)}
}

// offset returns the byte of a place; one beyond the end of its line is the end, one beyond
// the last line the end of the text.
func (b *buffer) offset(p position) int {
	if int64(p.Line) >= int64(len(b.starts)) {
		return len(b.text)
	}
	line, start := b.line(int(p.Line)), b.starts[p.Line]
	units := uint32(0)
	for i, r := range line {
		_, size := utf8.DecodeRuneInString(line[i:])
		if units += uint32(b.enc.width(r, size)); units > p.Character {
			return start + i
		}
	}
	return start + len(line)
}

// at returns the span between two bytes.
func (b *buffer) at(start, end int) span { return span{b.position(start), b.position(max(start, end))} }

// apply returns the text after changes, each of the text that the one before left.
func (b *buffer) apply(changes []change) *buffer {
	var e *edited
	for _, c := range changes {
		if c.Range == nil {
			b, e = newBuffer(c.Text, b.enc), nil
			continue
		}
		if e == nil {
			e = newEdited(b)
		}
		e.replace(c.Range.Start, c.Range.End, c.Text)
	}
	if e == nil {
		return b
	}
	return e.buffer()
}
