package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Text that was taken out of a printed page holds what stood around it: the
// numbers of lines and pages, running heads. Where a sentence goes on beyond them
//
//	Learners form independent
//	86
//	assessments before they see it.
//
// they are left out. A number between whole sentences stays, and so does one that
// the sentence may need: between lines of which the second begins with a capital.

// dirt returns the places where that stands, with the white space around it.
func dirt(src string) []text.Span {
	lines := splitLines(src)
	if !slices.ContainsFunc(lines, func(l line) bool { return l.Len() > 0 && isFolio(l.In(src)) }) && !strings.Contains(src, "\f") {
		return nil
	}
	heads := runningHeads(src, lines)
	var found []text.Span
	before := -1 // the last line that is none
	for i, l := range lines {
		if l.Len() == 0 || isFolio(l.In(src)) || heads[headKey(l.In(src))] >= fewestHeads {
			continue
		}
		if before >= 0 && dirty(lines[before+1:i]) && runsOver(lines[before].In(src), l.In(src)) {
			found = append(found, text.Span{Start: lines[before].End, End: l.Start})
		}
		before = i
	}
	return found
}

// withoutDirt returns the text of a file with a line end in place of each, and
// where it comes from: nil if src is all of it.
func withoutDirt(src string) (string, []claims.Piece) {
	found := dirt(src)
	if len(found) == 0 {
		return src, nil
	}
	b := &builder{}
	at := 0
	for _, s := range found {
		b.copy(src[at:s.Start], at)
		b.replace("\n", s)
		at = s.End
	}
	b.copy(src[at:], at)
	return b.String(), b.pieces
}

// dirty reports whether one of the lines between two others has words.
func dirty(between []line) bool {
	return slices.ContainsFunc(between, func(l line) bool { return l.Len() > 0 })
}

// isFolio reports whether a line is the number of a line or page: “86”, “- 12 -”,
// “12 / 30”, “[12]”.
func isFolio(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			digits++
		case strings.IndexByte(" -/[]|.", s[i]) < 0:
			return false
		}
	}
	return digits > 0 && digits <= 6 && len(s) <= 16
}

// runsOver reports whether a sentence goes on from one line to another: the first
// ends with a letter or comma, the second begins with a small letter.
func runsOver(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLower(first) && (unicode.IsLetter(last) || last == ',')
}

// A running head stands on several pages.
const (
	fewestHeads = 3
	longestHead = 80 // bytes
)

// runningHeads counts the short lines that look the same but for their numbers and
// stand at the edge of a page, beside a form feed or a folio.
func runningHeads(src string, lines []line) map[string]int {
	heads := map[string]int{}
	for i, l := range lines {
		if l.Len() == 0 || l.Len() > longestHead {
			continue
		}
		edge := l.Start > l.indent && src[l.Start-l.indent-1] == '\f' || l.End < len(src) && src[l.End] == '\f'
		for _, j := range [...]int{i - 1, i + 1} {
			edge = edge || j >= 0 && j < len(lines) && lines[j].Len() > 0 && isFolio(lines[j].In(src))
		}
		if edge {
			heads[headKey(l.In(src))]++
		}
	}
	return heads
}

// headKey returns a line without its digits.
func headKey(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return -1
		}
		return c
	}, s)
}

// placed turns spans of the cleaned text into spans of the file's.
func placed(directives []claims.Directive, pieces []claims.Piece) {
	d := claims.Document{Pieces: pieces}
	for i := range directives {
		directives[i].File = d.File(directives[i].File)
	}
}
