package report

import (
	"sort"
	"strings"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
)

// A passage is a text with the places in it that matter.
type passage struct {
	text  string
	marks []text.Span
}

// newPassage makes the bytes of src printable, its marks moved along. Marks that
// lie outside are cut; empty ones go.
func newPassage(src string, marks ...text.Span) passage {
	src, marks = window(src, marks)
	cuts := map[int]int{0: 0, len(src): 0} // offset in src -> in the printable text
	for _, m := range marks {
		cuts[max(0, min(m.Start, len(src)))] = 0
		cuts[max(0, min(m.End, len(src)))] = 0
	}
	at := make([]int, 0, len(cuts))
	for c := range cuts {
		at = append(at, c)
	}
	sort.Ints(at)
	var b strings.Builder
	for i, c := range at {
		cuts[c] = b.Len()
		if i+1 < len(at) {
			part := printable(src[c:at[i+1]])
			if b.Len() > 0 && startsBlank(src[c:]) && part != "" {
				b.WriteByte(' ')
			}
			if startsBlank(src[c:]) {
				cuts[c] = b.Len()
			}
			b.WriteString(part)
			if part != "" && endsBlank(src[:at[i+1]]) && i+2 < len(at) && !startsBlank(src[at[i+1]:]) {
				b.WriteByte(' ')
			}
		}
	}
	p := passage{text: b.String()}
	for _, m := range marks {
		s := text.Span{Start: cuts[max(0, min(m.Start, len(src)))], End: cuts[max(0, min(m.End, len(src)))]}
		for s.Start < s.End && p.text[s.Start] == ' ' {
			s.Start++
		}
		for s.Start < s.End && p.text[s.End-1] == ' ' {
			s.End--
		}
		if s.Len() > 0 {
			p.marks = append(p.marks, s)
		}
	}
	return p
}

// longest bounds the bytes of a passage, and the columns of a line of a cell, that are shown.
const longest = 2000

// window cuts a passage that nobody could read to the part around its first mark.
func window(src string, marks []text.Span) (string, []text.Span) {
	if len(src) <= longest {
		return src, marks
	}
	from := 0
	if len(marks) > 0 {
		from = max(0, min(marks[0].Start-longest/4, len(src)-longest))
	}
	to := min(from+longest, len(src))
	for from > 0 && !utf8.RuneStart(src[from]) {
		from--
	}
	for to < len(src) && !utf8.RuneStart(src[to]) {
		to--
	}
	before, after := "", ""
	if from > 0 {
		before = "… "
	}
	if to < len(src) {
		after = " …"
	}
	var kept []text.Span
	for _, m := range marks {
		m.Start, m.End = max(m.Start, from), min(m.End, to)
		if m.Start < m.End {
			kept = append(kept, text.Span{Start: m.Start - from + len(before), End: m.End - from + len(before)})
		}
	}
	return before + src[from:to] + after, kept
}

func startsBlank(s string) bool {
	return s != "" && (s[0] == ' ' || s[0] == '\n' || s[0] == '\t' || s[0] == '\r')
}

func endsBlank(s string) bool { return s != "" && startsBlank(s[len(s)-1:]) }

// lines returns the passage wrapped to limit columns. Marked words are painted;
// without colour a line of strokes stands under those that bear some.
func (p passage) lines(limit int, opt Options, paint func(string) string) []string {
	var out []string
	for _, l := range wrap(p.text, limit) {
		line := text.Span{Start: l[0], End: l[1]}
		var shown, under strings.Builder
		at, marked := line.Start, false
		for _, m := range p.marks {
			m.Start, m.End = max(m.Start, at), min(m.End, line.End)
			if m.Start >= m.End {
				continue
			}
			before, words := p.text[at:m.Start], p.text[m.Start:m.End]
			shown.WriteString(before)
			shown.WriteString(paint(words))
			under.WriteString(strings.Repeat(" ", width(before)))
			under.WriteString(strings.Repeat(opt.marks().under, width(words)))
			at, marked = m.End, true
		}
		shown.WriteString(p.text[at:line.End])
		out = append(out, shown.String())
		if marked && !opt.Colour {
			out = append(out, under.String())
		}
	}
	return out
}

// A gutter prints lines behind a label: the label before the first, blanks before
// the others.
type gutter struct {
	b     strings.Builder
	opt   Options
	label int // columns of the label
}

// put prints lines behind a label.
func (g *gutter) put(label string, lines ...string) {
	for i, l := range lines {
		if i > 0 {
			label = ""
		}
		head := g.opt.theme().faint(label) + strings.Repeat(" ", max(0, g.label-width(label)))
		g.b.WriteString(strings.TrimRight("  "+head+"  "+l, " "))
		g.b.WriteByte('\n')
	}
}

// room returns the columns that lines may take.
func (g *gutter) room() int { return max(20, g.opt.width()-g.label-4) }

// evidencePassage is the passage of a finding's evidence with the words marked that
// clash, or those that agree where they are not all of it. What a finding as a whole
// rests on was found in the evidence that decided.
func evidencePassage(f *verify.Finding, e *verify.Evidence, decided bool) passage {
	reasons := e.Reasons
	if decided && len(f.Reasons) > 0 {
		reasons = f.Reasons
	}
	var marks []text.Span
	for _, r := range reasons {
		marks = append(marks, r.Source)
	}
	if len(marks) == 0 && e.Match.Len() < len(e.Text) {
		marks = append(marks, e.Match)
	}
	return newPassage(e.Text, marks...)
}

// brief returns a statement in one line of at most cited columns: as told, without
// the word that hangs it to its cue ("said that") and without the comma left over
// from its attribution.
func brief(s *claims.Statement) string {
	words := told(s)
	if s.Form == claims.Indirect {
		for _, that := range []string{"that ", "que ", "qu’", "qu'"} {
			words = strings.TrimPrefix(words, that)
		}
	}
	return shorten(strings.TrimRight(printable(words), ",;"), cited, "…")
}

// told returns a statement's content as a reader understands it without the
// sentence around: what was denied, asked or ordered is introduced by who did so.
func told(s *claims.Statement) string {
	a := s.Attribution
	if s.Kind == claims.Quote || a.Cue.Commitment == claims.Asserts || a.Cue.Text == "" {
		return s.Text
	}
	return strings.TrimSpace(a.Speaker.Text+" "+a.Cue.Text) + ": " + s.Text
}
