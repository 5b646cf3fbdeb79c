package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
)

// A toll or a tally that rose is no contradiction: of two texts of different days the later counts more victims, delegates or medals, and
// one of them tells that it goes on counting.

// outgrown reports whether two numbers are of victims, of whom the later of the two texts has more.
func (a *Analysis) outgrown(x *quantity.Mention, b *Analysis, y *quantity.Mention) bool {
	if x == nil || y == nil || !slices.ContainsFunc(b.terms, func(t term) bool {
		verb, _ := t.lemma(b.lang, lexicon.Verb)
		noun, _ := t.lemma(b.lang, lexicon.Noun)
		return mounting.in(b.lang, verb) || mounting.in(b.lang, noun)
	}) {
		return false
	}
	order := a.mounts(b)
	return order != 0 && y.Value.Cmp(x.Value) == order
}

// mounts returns which of two texts is the later, where one of them tells a count that goes on, "has killed 98" of Monday beside "killed 131" of
// Wednesday: +1 if it is b, -1 if it is the side itself, 0 if neither goes on.
func (a *Analysis) mounts(b *Analysis) int {
	x, y := a.side.Date, b.side.Date
	switch {
	case x != 0 && x < y && (a.goesOn() || b.goesOn()):
		return +1
	case y != 0 && y < x && (a.goesOn() || b.goesOn()):
		return -1
	}
	return 0
}

// goesOn reports whether a side tells a count that goes on: "has killed 52", "since March", "the toll rose to 52", "has 52 delegates". Twin: "the floods
// killed 52".
func (a *Analysis) goesOn() bool {
	return slices.ContainsFunc(a.times, func(m date.Mention) bool { return m.Relation == date.Since }) ||
		slices.ContainsFunc(a.terms, func(t term) bool {
			verb, ok := t.lemma(a.lang, lexicon.Verb)
			return ok && swelling.in(a.lang, verb)
		}) ||
		slices.ContainsFunc(a.read(), func(s *proposition.Sentence) bool {
			s.Read()
			holds := slices.ContainsFunc(s.Propositions, func(p *proposition.Proposition) bool {
				what := p.Fill(proposition.Patient)
				return p.Tense == grammar.PresentTense && what != nil && what.Phrase.Amount != nil
			})
			return holds || slices.ContainsFunc(s.Clauses, func(c grammar.Clause) bool { return c.Perfect && (c.Tense == grammar.PresentTense || s.Gloss != nil) })
		})
}
