package claims

import (
	"slices"

	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// What the writer says beside what he reports: “Doe, who left in May, said it was early,
// though it was late”.

// covered reports whether a statement of the reports holds what passage p says but for its
// asides.
func (r *reading) covered(p *speech.Passage, reports []speech.Report) bool {
	return slices.ContainsFunc(reports, func(a speech.Report) bool { return a.Covers && (a.Whole || r.nothingElse(p, &a)) })
}

// aside adds the asides of passage p that are in nobody's mouth, in the publisher's voice: not
// what is reported, nor a clause of saying that has a statement of its own. One within another
// is left to it.
func (r *reading) aside(p *speech.Passage, asides []speech.Aside, reports []speech.Report) {
	end := 0
	said := contents(reports)
	for _, a := range asides {
		if a.Predicate < end || holds(said, a.Predicate) || slices.ContainsFunc(reports, func(b speech.Report) bool { return b.Covers && credits(a, &b) }) {
			continue
		}
		s := Statement{Sentence: r.span(p.Words)}
		words := 0
		for _, c := range a.Parts {
			c = r.bared(apart(c, reports))
			if end = max(end, c.End); c.Len() == 0 {
				continue
			}
			s.Spans = append(s.Spans, r.span(c))
			words += c.Len()
		}
		if words < leastAside {
			continue
		}
		s.Text = Content(r.src, s.Spans)
		s.Attribution.Publisher = r.doc.Publisher
		if r.doc.Speaker != "" {
			s.Attribution.Speaker = Speaker{Name: r.doc.Speaker, Kind: Person}
		}
		if n := len(r.asides) - 1; n >= 0 && s.Span().Start <= r.asides[n].Span().Start && s.Sentence == r.asides[n].Sentence { // “Doe, a nurse,” of “Doe, a nurse, whose mill burned”
			r.asides[n] = s
			continue
		}
		r.asides = append(r.asides, s)
	}
}

// credits reports whether an aside is the clause of report b, or says of what stands before it
// whose words it is: “– an accusation Kinshasa denies”.
func credits(a speech.Aside, b *speech.Report) bool {
	return b.Cue.First <= a.Predicate && a.Predicate < b.Cue.End || holds(a.Parts, b.Cue.First) && !holds(a.Parts, b.Content[0].First)
}

// apart ends a clause where something begins that a report outside it reports: “as he left | that
// it was late”.
func apart(c text.Range, reports []speech.Report) text.Range {
	for k := range reports {
		for _, q := range reports[k].Content {
			if b := &reports[k]; b.Covers && c.First < q.First && q.First < c.End && !holds([]text.Range{c}, b.Cue.First) {
				c.End = q.First
			}
		}
	}
	return c
}

// leastAside is how many words an aside has that says anything to check: not “as he left”.
const leastAside = 4

// bared takes punctuation off both ends of a clause, and marks and brackets without a partner.
func (r *reading) bared(c text.Range) text.Range {
	alone := func(i int, partner string) bool {
		if r.words[i].Kind == text.Quote {
			return r.text.Inside(i) < 0
		}
		return !slices.ContainsFunc(r.words[c.First:c.End], func(w text.Word) bool { return w.In(r.src) == partner })
	}
	c = r.trim(c)
	for c.Len() > 0 && (r.words[c.First].Kind == text.Quote || r.word(c.First) == "(") && alone(c.First, ")") {
		c.First++
	}
	for c.Len() > 0 && r.word(c.End-1) == ")" && alone(c.End-1, "(") {
		c.End--
	}
	return r.trim(c)
}

// nothingElse reports whether passage p holds no word but the content, the speaker
// and the cue of a: “Doe: “We stay.””
func (r *reading) nothingElse(p *speech.Passage, a *speech.Report) bool {
	for i := p.Words.First; i < p.Words.End; i++ {
		if k := r.words[i].Kind; (k == text.Letters || k == text.Number) && !holds(a.Content, i) && !holds([]text.Range{a.Speaker, a.Cue}, i) {
			return false
		}
	}
	return true
}
