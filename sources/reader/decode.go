package reader

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"factcheck/claims"
	"factcheck/claims/text"
)

// A file is its bytes, and the UTF-8 text that they stand for.
type file struct {
	path     string
	lines    int // before data, if that is a part of the file
	data     []byte
	text     string
	pieces   []claims.Piece // where text stands in data; nil if they are the same bytes
	warnings []string
	opt      Options

	sum [sha256.Size]byte // of data, once somebody asked
}

// digest returns the sum of the file's bytes, worked out once: a feed or a mailbox has thousands of
// documents.
func (f *file) digest() [sha256.Size]byte {
	if f.sum == [sha256.Size]byte{} {
		f.sum = sha256.Sum256(f.data)
	}
	return f.sum
}

// decode reads bytes as UTF-8, UTF-16 (by byte-order mark, or by its zero bytes)
// or Windows-1252. A byte-order mark is no part of the text.
func decode(data []byte) (*file, error) {
	f := &file{data: data}
	switch {
	case blank(data):
		return nil, ErrEmpty
	case bytes.HasPrefix(data, []byte("\xFF\xFE")) && !bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")):
		f.utf16(2, 1)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		f.utf16(2, 0)
	case sparse(data, 1):
		f.utf16(0, 1)
		f.warnings = append(f.warnings, "read as UTF-16 without a byte-order mark")
	case sparse(data, 0):
		f.utf16(0, 0)
		f.warnings = append(f.warnings, "read as UTF-16 without a byte-order mark")
	case binary(data):
		return nil, ErrBinary
	default:
		f.bytes()
	}
	if strings.TrimSpace(f.text) == "" {
		return nil, ErrEmpty
	}
	if strings.IndexByte(f.text, 0) >= 0 {
		return nil, ErrBinary
	}
	return f, nil
}

// binary reports whether data is no text: a zero byte, a known signature, or one
// control character in ten.
func binary(data []byte) bool {
	for _, magic := range []string{"%PDF-", "PK\x03\x04", "\x89PNG", "GIF8", "\xFF\xD8\xFF", "\x1F\x8B", "\x7FELF", "Rar!", "BZh", "\xFD7zXZ"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return true
	}
	head, controls := data[:min(len(data), 1<<16)], 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B || c == 0x7F {
			controls++
		}
	}
	return controls*10 > len(head)
}

// sparse reports whether data looks like UTF-16 whose high bytes stand at odd
// (1) or even (0) offsets: most of those are zero, none of the others.
func sparse(data []byte, odd int) bool {
	head := data[:min(len(data), 1024)&^1]
	if len(head) < 8 {
		return false
	}
	zero := 0
	for i, c := range head {
		if c == 0 {
			if i&1 != odd {
				return false
			}
			zero++
		}
	}
	return zero*10 >= len(head)*4
}

// utf16 decodes from offset at on; high is the offset of the high byte within a
// unit. A unit that stands alone where two are needed is U+FFFD.
func (f *file) utf16(at, high int) {
	var b strings.Builder
	unit := func(i int) rune {
		if i+1 >= len(f.data) {
			return -1
		}
		return rune(f.data[i+high])<<8 | rune(f.data[i+1-high])
	}
	broken := 0
	for i := at; i < len(f.data); {
		c, size, coding := unit(i), 2, claims.Wide
		switch {
		case c < 0: // half a unit
			c, size, coding = utf8.RuneError, 1, claims.Copied
			broken++
		case utf16.IsSurrogate(c):
			pair := utf16.DecodeRune(c, unit(i+2))
			if pair != utf8.RuneError {
				size = 4
			} else {
				broken++
			}
			c = pair
		}
		n := b.Len()
		b.WriteRune(c)
		f.note(text.Span{Start: n, End: b.Len()}, text.Span{Start: i, End: i + size}, coding)
		i += size
	}
	f.text = b.String()
	if broken > 0 {
		f.warnings = append(f.warnings, fmt.Sprintf("%d broken UTF-16 units replaced", broken))
	}
}

// bytes decodes UTF-8. If that is broken, the file is in the encoding that it
// declares; else, if more bytes break UTF-8 than sequences keep it, in
// Windows-1252; else each byte that breaks it becomes U+FFFD.
func (f *file) bytes() {
	start := 0
	if bytes.HasPrefix(f.data, []byte("\uFEFF")) {
		start = len("\uFEFF")
	}
	if utf8.Valid(f.data) {
		f.text = string(f.data[start:])
		if start > 0 {
			f.pieces = []claims.Piece{{Text: text.Span{Start: 0, End: len(f.text)}, File: text.Span{Start: start, End: len(f.data)}}}
		}
		return
	}
	kept, broken, first := 0, 0, -1
	for i := start; i < len(f.data); {
		c, size := utf8.DecodeRune(f.data[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			if broken++; first < 0 {
				first = i
			}
		case size > 1:
			kept++
		}
		i += size
	}
	legacy := declaredCharset(f.data)
	switch {
	case legacy != nil:
	case broken > kept:
		legacy = charmap.Windows1252
		f.warnings = append(f.warnings, "not UTF-8, read as Windows-1252")
	default:
		f.warnings = append(f.warnings, fmt.Sprintf("broken UTF-8: %d bytes replaced, the first at byte %d", broken, first))
	}
	f.replace(start, legacy)
}

// replace builds text and pieces of a file that is not UTF-8 throughout; without
// a legacy encoding the bytes that break it become U+FFFD.
func (f *file) replace(start int, legacy *charmap.Charmap) {
	var b strings.Builder
	b.Grow(len(f.data) + len(f.data)/8)
	for i := start; i < len(f.data); {
		var c rune
		size, coding := 1, claims.Single
		if legacy != nil {
			c = legacy.DecodeByte(f.data[i])
		} else {
			c, size = utf8.DecodeRune(f.data[i:])
			if coding = claims.Mended; c == utf8.RuneError && size > 1 {
				coding = claims.Copied
			}
		}
		n := b.Len()
		b.WriteRune(c)
		f.note(text.Span{Start: n, End: b.Len()}, text.Span{Start: i, End: i + size}, coding)
		i += size
	}
	f.text = b.String()
}

// longestPiece is how many bytes of the text a piece has at most whose letters are counted
// to find one of them.
const longestPiece = 512

// note adds a character that stands behind all the others, in the text and in the file.
func (f *file) note(in, at text.Span, coding claims.Coding) {
	if k := len(f.pieces) - 1; k >= 0 && coding != claims.Copied {
		p := &f.pieces[k]
		if p.Coding == coding && in.End-p.Text.Start <= longestPiece {
			p.Text.End, p.File.End = in.End, at.End
			return
		}
	}
	f.pieces = append(f.pieces, claims.Piece{Text: in, File: at, Coding: coding})
}

// place turns the pieces of d, which lead into the decoded text, into pieces
// that lead into the file.
func (f *file) place(d *claims.Document) {
	for i := range d.Directives {
		d.Directives[i].File = f.span(d.Directives[i].File)
	}
	if f.pieces == nil || d.Text == "" {
		return
	}
	if d.Pieces == nil {
		d.Pieces = f.pieces
		return
	}
	var out []claims.Piece
	for _, p := range d.Pieces {
		k, _ := slices.BinarySearchFunc(f.pieces, p.File.Start, func(q claims.Piece, start int) int { return cmp.Compare(q.Text.End, start+1) }) // the first that ends behind it
		if p.Text.Len() != p.File.Len() {
			out = append(out, claims.Piece{Text: p.Text, File: f.span(p.File)})
			continue
		}
		for ; k < len(f.pieces) && f.pieces[k].Text.Start < p.File.End; k++ {
			out = append(out, f.overlay(p, f.pieces[k]))
		}
	}
	d.Pieces = out
}

// overlay cuts a piece of document text, p, to the part that q, a piece of
// decoded text, covers, and leads it into the file.
func (f *file) overlay(p, q claims.Piece) claims.Piece {
	lo, hi := max(p.File.Start, q.Text.Start), min(p.File.End, q.Text.End)
	return claims.Piece{
		Text:   text.Span{Start: p.Text.Start + lo - p.File.Start, End: p.Text.Start + hi - p.File.Start},
		File:   f.span(text.Span{Start: lo, End: hi}),
		Coding: q.Coding,
	}
}

// span leads a span of the decoded text into the file.
func (f *file) span(s text.Span) text.Span {
	d := claims.Document{Text: f.text, Pieces: f.pieces}
	return d.File(s)
}
