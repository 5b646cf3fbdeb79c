package claims

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
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
	if b := r.text.Blocks[p.First]; r.kinds[p.First] != Heading && (r.ends(b) || p.Words != b || b.Len() >= lineWords) { // “‘Show me the water’” above a section goes on with nobody's words
		s.Attribution.Speaker = r.cast.floor(r, p, r.bare(p, quotations) == 0)
	}
	r.out = append(r.out, s)
	return true
}

// orphan gives the quotation without a speaker that opened the paragraph of passage p, in which nobody had the floor, to the person who is
// the subject of the sentence behind it, in which nobody speaks: ““It leaks.” | Doe | shook his head.”, ““It leaks.” With these words | the
// mayor | left.” Twins: ““It leaks.” The sign was new.”, ““It leaks.” Our reporter was there.”
func (r *reading) orphan(p *speech.Passage) {
	k := len(r.out) - 1
	if k < 0 || r.words[p.Words.First-1].Kind != text.Quote || r.out[k].Form != Direct || r.out[k].Attribution.Speaker != (Speaker{}) || r.out[k].Sentence.Start != r.words[r.text.Blocks[p.First].First].Start || r.kinds[p.First] == Heading {
		return
	}
	who := text.Range{}
	for _, n := range r.names {
		if n.Subject && n.Kind == grammar.Person && p.Words.First <= n.Words.First && n.Words.First < p.Words.End {
			who = n.Words
			break
		}
	}
	for _, n := range r.nouns {
		if n.Words.First >= p.Words.First && n.Words.First < p.Words.End && who.Len() == 0 && r.person(n.Noun) && !lexicon.Is(r.lang, lexicon.Owning, r.lower(n.Words.First)) {
			who = n.Words
		}
	}
	if w := r.lower(p.Words.First); who.Len() == 0 && (lexicon.Is(r.lang, lexicon.He, w) || lexicon.Is(r.lang, lexicon.She, w)) {
		who = text.Range{First: p.Words.First, End: p.Words.First + 1}
	}
	if who.Len() > 0 {
		r.out[k].Attribution.Speaker = r.cast.resolve(r, who, grammar.Other, nil)
		r.cast.takes(r.out[k].Attribution.Speaker, p, true)
	}
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

// acts gives the floor to the person of whom passage p, in which nobody speaks, says what he
// does: “Doe disagreed. | “It is not so.””. To be heard in the paragraph behind it he must be
// the only one it names: “Doe is not impressed. ¶ “It leaks.””. Twin: “Doe isn't Roe. ¶ “It
// leaks.””
func (r *reading) acts(p *speech.Passage) {
	const opening = 10 // words before the name
	b := r.text.Blocks[p.First]
	if r.kinds[p.First] == Heading || !r.ends(b) || r.furniture[p.First] {
		return
	}
	var m *member
	others := false
	for i := p.Words.First; i < p.Words.End; i++ {
		switch n, _ := r.named(i, p.Words.End); {
		case r.text.Inside(i) >= 0:
			return
		case n.Len() == 0:
		case m != nil:
			others = true
		case i-p.Words.First > opening:
			return
		default:
			if m = r.cast.find(r, n); m == nil || m.kind != Person || !m.person || !r.predicate(n.End) && r.word(n.End) != "," {
				return
			}
			i = n.End - 1
		}
	}
	if m == nil {
		return
	}
	r.cast.takes(Speaker{Name: m.name, Role: m.role, Kind: m.kind}, p, false)
	if others {
		r.cast.block-- // not in the paragraph behind
	}
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
