package reader

import (
	"strings"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// A builder collects a document's text and notes where each run of it stands in
// the decoded file.
type builder struct {
	strings.Builder
	pieces []claims.Piece
}

// copy appends s, which stands byte for byte at offset at.
func (b *builder) copy(s string, at int) {
	if s == "" {
		return
	}
	n := b.Len()
	b.WriteString(s)
	if k := len(b.pieces) - 1; k >= 0 {
		p := &b.pieces[k]
		if p.File.End == at && p.Text.End == n && p.Text.Len() == p.File.Len() {
			p.Text.End, p.File.End = b.Len(), at+len(s)
			return
		}
	}
	b.pieces = append(b.pieces, claims.Piece{Text: text.Span{Start: n, End: b.Len()}, File: text.Span{Start: at, End: at + len(s)}})
}

// replace appends s, which the bytes at the given place stand for. Should both
// have one length, two pieces of unlike length keep the contract of claims.Piece.
func (b *builder) replace(s string, at text.Span) {
	_, first := utf8.DecodeRuneInString(s)
	if len(s) == at.Len() && first < len(s) && first > 1 {
		b.replace(s[:first], text.Span{Start: at.Start, End: at.Start + first - 1})
		b.replace(s[first:], text.Span{Start: at.Start + first - 1, End: at.End})
		return
	}
	if s == "" {
		return
	}
	n := b.Len()
	b.WriteString(s)
	b.pieces = append(b.pieces, claims.Piece{Text: text.Span{Start: n, End: b.Len()}, File: at})
}
