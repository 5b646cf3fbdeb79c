package lsp

import (
	"slices"
	"strings"
)

// An edited is a text while changes are made to it: its lines, with their ends, those after the place
// of the last change in reverse order. Whoever replaces a word everywhere changes place after place, and none
// copies the text.
type edited struct {
	above, below []string
	enc          encoding
}

func newEdited(b *buffer) *edited {
	return &edited{above: linesOf(nil, b.text), enc: b.enc}
}

// linesOf appends the lines of a text, with their ends; the last has none, and may be empty.
func linesOf(lines []string, text string) []string {
	start := 0
	for i := 0; i < len(text); i++ {
		if endsLine(text, i) {
			lines, start = append(lines, text[start:i+1]), i+1
		}
	}
	return append(lines, text[start:])
}

// endsLine reports whether a line ends with a byte of a text.
func endsLine(text string, i int) bool {
	return text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n')
}

// goTo leaves so many lines above.
func (e *edited) goTo(line int) {
	for len(e.above) > line {
		last := len(e.above) - 1
		e.below, e.above = append(e.below, e.above[last]), e.above[:last]
	}
	for len(e.above) < line {
		last := len(e.below) - 1
		e.above, e.below = append(e.above, e.below[last]), e.below[:last]
	}
}

// replace puts words between two places.
func (e *edited) replace(from, to position, words string) {
	count := len(e.above) + len(e.below)
	first, last := int(min(int64(from.Line), int64(count-1))), int(min(int64(to.Line), int64(count-1)))
	if last < first {
		last, to = first, from
	}
	e.goTo(first)
	next := func() string {
		n := len(e.below) - 1
		l := e.below[n]
		e.below = e.below[:n]
		return l
	}
	line := next()
	start := e.column(line, from, count)
	head := line[:start]
	for range last - first {
		line = next()
	}
	end := e.column(line, to, count)
	if last == first {
		end = max(start, end)
	}
	changed := head + words + line[end:]
	if n := len(e.above); n > 0 && strings.HasSuffix(e.above[n-1], "\r") { // the change may begin with the other half of its end
		changed, e.above = e.above[n-1]+changed, e.above[:n-1]
	}
	lines := linesOf(nil, changed)
	if len(e.below) > 0 {
		lines = lines[:len(lines)-1] // empty: the end of the last of its lines is that of one there was
	}
	slices.Reverse(lines)
	e.below = append(e.below, lines...)
}

// column returns the byte of a place in its line.
func (e *edited) column(line string, p position, count int) int {
	if int64(p.Line) >= int64(count) {
		return len(line)
	}
	one := buffer{text: line, starts: []int{0}, enc: e.enc}
	return one.offset(position{0, p.Character})
}

// buffer returns the text as it is now.
func (e *edited) buffer() *buffer {
	var b strings.Builder
	for _, l := range e.above {
		b.WriteString(l)
	}
	for _, l := range slices.Backward(e.below) {
		b.WriteString(l)
	}
	return newBuffer(b.String(), e.enc)
}
