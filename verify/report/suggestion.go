package report

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/quote"
)

// A suggestion replaces words of the draft by the source's.
type suggestion struct {
	file text.Span // in the draft's file
	text string
}

// suggest returns the source's wording for an altered quotation: from its first
// changed word to its last, with what was left out and marked as the draft has it.
// There is none where the words stand in several places or behind markup, nor
// where the source's words would be markup in the draft: nobody should have to
// read a suggestion twice before it is accepted.
func suggest(f *verify.Finding, data []byte) (suggestion, bool) {
	if f.Verdict != verify.Altered || len(f.Evidence) == 0 {
		return suggestion{}, false
	}
	e := &f.Evidence[0]
	first, last := -1, -1
	for i, d := range e.Edits {
		switch d.Op {
		case quote.Insert, quote.Delete, quote.Replace:
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return suggestion{}, false
	}
	draft := f.Statement.Text
	whole := text.Span{Start: e.Edits[first].Draft.Start, End: e.Edits[last].Draft.End}
	var b strings.Builder
	at := whole.Start
	for _, d := range e.Edits[first : last+1] {
		if d.Draft.Start < at || d.Draft.End > len(draft) || d.Source.End > len(e.Text) {
			return suggestion{}, false
		}
		join(&b, draft[at:d.Draft.Start])
		at = d.Draft.End
		switch d.Op {
		case quote.Insert, quote.Delete, quote.Replace:
			join(&b, d.Source.In(e.Text))
		default:
			join(&b, d.Draft.In(draft))
		}
	}
	s := suggestion{text: strings.TrimSpace(b.String())}
	doc, ok := inDraft(&f.Statement, whole)
	if !ok {
		return suggestion{}, false
	}
	s.text = spaced(s.text, draft, whole)
	if s.text == "" {
		doc, s.text = deletion(f.Draft.Text, doc), ""
	}
	s.file = f.Draft.File(doc)
	same := s.file.End <= len(data) && string(data[s.file.Start:s.file.End]) == doc.In(f.Draft.Text)
	return s, same && safe(s.text)
}

// join appends words, with a space between two that would run together.
func join(b *strings.Builder, s string) {
	if b.Len() > 0 && s != "" && !endsBlank(b.String()) && !startsBlank(s) && letter(s[0]) && letter(b.String()[b.Len()-1]) {
		b.WriteByte(' ')
	} else if b.Len() > 0 && endsBlank(b.String()) {
		s = strings.TrimLeft(s, " \t\r\n")
	}
	b.WriteString(s)
}

func letter(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// spaced adds the spaces that words need which come where the draft has none.
func spaced(s, draft string, at text.Span) string {
	if s == "" || at.Len() > 0 {
		return s
	}
	if at.Start > 0 && !startsBlank(draft[at.Start-1:]) {
		s = " " + s
	}
	if at.End < len(draft) && letter(draft[at.End]) {
		s += " "
	}
	return s
}

// deletion takes one of the spaces around words that go with them.
func deletion(src string, at text.Span) text.Span {
	if at.End < len(src) && src[at.End] == ' ' {
		at.End++
	}
	return at
}

// safe reports whether words can be put into any draft: they are no markup and no
// command, and what is seen is what they are.
func safe(s string) bool {
	return printable(s) == strings.Join(strings.Fields(s), " ") && !strings.ContainsAny(s, "<>&`*_[]{}\\|#~$^=\"\n\r\t") && !strings.Contains(s, "::")
}

// inDraft moves a span of a statement's content to its document's text; false if
// it does not lie in one piece there.
func inDraft(s *claims.Statement, at text.Span) (text.Span, bool) {
	base := 0
	for _, p := range s.Spans {
		if at.Start >= base && at.End <= base+p.Len() {
			return text.Span{Start: p.Start + at.Start - base, End: p.Start + at.End - base}, true
		}
		base += p.Len() + 1
	}
	return text.Span{}, false
}
