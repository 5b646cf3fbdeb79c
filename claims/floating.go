package claims

import (
	"slices"
	"strings"

	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Quotations without an attribution of their own, whose speaker stands before or behind.

// credit gives the paragraphs before passage p, of a quotation that ran on into it and
// that p attributes, the same attribution: a quotation of several paragraphs has its
// speaker where it ends. The statements of the passage begin at r.out[at].
func (r *reading) credit(p *speech.Passage, at int) {
	q := r.text.Inside(p.Words.First)
	if q < 1 || !r.text.Quotations[q].Continues {
		return
	}
	s := r.teller(q, at)
	if s == nil || s.Attribution.Speaker.Text == "" {
		return
	}
	by := s.Attribution
	by.Speaker.Text, by.Speaker.Span = "", text.Span{}
	for k := at - 1; k >= 0 && q > 0 && r.text.Quotations[q].Continues && r.text.Quotations[q-1].RunsOn; k-- {
		before, words := &r.out[k], r.text.Quotations[q-1].Words().Span(r.words)
		words.End = words.Start // its last full stop may be trimmed
		if before.Kind != Quote || before.Attribution.Speaker.Text != "" || !before.quotes(words) {
			return
		}
		before.Attribution = by
		q--
	}
}

// floating adds quotations that have no attribution of their own: whoever was
// quoted last goes on. It reports false if none of them is speech.
func (r *reading) floating(p *speech.Passage, quotations []text.Range) bool {
	s := Statement{Sentence: r.span(p.Words)}
	quotations = slices.DeleteFunc(quotations, r.heading)
	r.contents(&s, quotations)
	if len(s.Spans) == 0 {
		return false
	}
	s.Attribution.Publisher = r.doc.Publisher
	if k := len(r.out) - 1; k >= 0 && r.out[k].Form == Indirect && !r.out[k].Topic && r.out[k].Attribution.Cue.Class <= Writing && r.justBefore(p, r.out[k].Sentence) { // “She said it was late. | “I ran.””
		r.cast.quoted(r.out[k].Attribution.Speaker, p.Last)
	} else if m := r.subjectBefore(p); m != nil {
		r.cast.quoted(Speaker{Name: m.name, Role: m.role, Kind: m.kind}, p.Last)
	}
	if b := r.text.Blocks[p.First]; r.kinds[p.First] != Heading && (r.ends(b) || p.Words != b || b.Len() >= lineWords) { // “‘Show me the water’” above a section goes on with nobody's words
		s.Attribution.Speaker = r.cast.floor(p)
		if told := &r.text.Passages[r.cast.toldIn]; s.Attribution.Speaker.Name == "" && p.Words == b && r.ends(b) && r.cast.told.Name != "" && told.Last == p.First-1 { // “Doe said that it was late. | “I am tired.””
			r.cast.quoted(r.cast.told, p.Last)
			s.Attribution.Speaker = r.cast.floor(p)
		} else if m := r.subjectAbove(p); s.Attribution.Speaker.Name == "" && p.Words == b && r.ends(b) && m != nil {
			r.cast.quoted(Speaker{Name: m.name, Role: m.role, Kind: m.kind}, p.Last)
			s.Attribution.Speaker = r.cast.floor(p)
		}
	}
	r.out = append(r.out, s)
	return true
}

// justBefore reports whether a sentence ends right before passage p, in its paragraph.
func (r *reading) justBefore(p *speech.Passage, sentence text.Span) bool {
	i := p.Words.First
	return i > r.text.Blocks[p.First].First && r.words[i-1].End == sentence.End
}

// heading reports whether a quotation is a heading, a title or an aside
// (“(CROSSTALK.)”) rather than speech: every long word of it begins with a capital.
func (r *reading) heading(q text.Range) bool {
	words, capitals := 0, 0
	for i := q.First; i < q.End; i++ {
		if r.words[i].Kind == text.Letters && r.words[i].End-r.words[i].Start > 3 {
			words++
			if r.capital(i) {
				capitals++
			}
		}
	}
	return words > 1 && words == capitals || words == 1 && capitals == 1 && r.word(q.First+1) == "("
}

// subjectBefore returns the person whose name begins the sentence in front of
// passage p, in its paragraph and without a quotation: “Doe disagreed. “It is not
// so.”” It returns nil if there is no such sentence or it begins otherwise.
func (r *reading) subjectBefore(p *speech.Passage) *member {
	end := p.Words.First
	first := end - 1
	for ; first >= r.text.Blocks[p.First].First && (first == end-1 || !r.stop(first)); first-- {
		if r.text.Inside(first) >= 0 {
			return nil
		}
	}
	for i := first + 1; i < min(end, first+10); i++ {
		n, _ := r.named(i, end)
		if n.Len() == 0 {
			continue
		}
		if m := r.cast.find(r, n); m != nil && m.kind == Person {
			return m
		}
		return nil
	}
	return nil
}

// subjectAbove returns the person whose name begins the one sentence of the paragraph above
// passage p, in which nobody else is named: “Doe is not impressed. | “It leaks.””
func (r *reading) subjectAbove(p *speech.Passage) *member {
	if p.First == 0 || r.furniture[p.First-1] || r.kinds[p.First-1] == Heading {
		return nil
	}
	b := r.text.Blocks[p.First-1]
	n, _ := r.named(b.First, b.End)
	m := r.cast.find(r, n)
	if n.Len() == 0 || m == nil || m.kind != Person || !r.ends(b) || !r.predicate(n.End) {
		return nil
	}
	for i := n.End; i < b.End-1; i++ {
		if r.stop(i) || r.capital(i) || r.words[i].Kind == text.Quote {
			return nil
		}
	}
	return m
}

// note returns the last word of the note in brackets that opens at word i behind a
// quotation, i if none does. A note names its source by a number.
func (r *reading) note(i, end int) int {
	if w := r.word(i); w != "[" && w != "(" || i == 0 || r.words[i-1].Kind != text.Quote {
		return i
	}
	number := false
	for k := i + 1; k < min(end, i+16); k++ {
		number = number || strings.ContainsAny(r.word(k), "0123456789")
		if w := r.word(k); (w == "]" || w == ")") && number {
			return k
		}
	}
	return i
}

// bare counts the words of passage p outside the given ranges, which are in
// order, and outside the notes behind them: “We stay” [@doe2025, p. 4].
func (r *reading) bare(p *speech.Passage, ranges []text.Range) int {
	n := 0
	for i := p.Words.First; i < p.Words.End; i++ {
		i = r.note(i, p.Words.End)
		for len(ranges) > 0 && ranges[0].End <= i {
			ranges = ranges[1:]
		}
		if len(ranges) > 0 && ranges[0].First <= i {
			continue
		}
		if k := r.words[i].Kind; k == text.Letters || k == text.Number {
			n++
		}
	}
	return n
}
