package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// Apart reports whether a contradiction that a model hears may be of two things, or of one that it cannot measure: the statement
// has another date than the source and another number or place besides; it tells of a deed that is done again and again, or of a
// poll, and gives it a day or a place that the source does not have (prices raised in 2021 and in 2023, a medal in Sofia and one in
// Riga), of another of a kind, "passenger trains" beside "freight trains", of the second leg beside the first, of a library where the
// source has nothing but a pool, of 19 where the source has at least 12, or in another unit, "500 kilos" beside "half a tonne".
func Apart(source, statement *Analysis) bool {
	switch {
	case otherSubject(source, statement), ofPart(source, statement, text.Span{}):
		return true
	case source.says(func(p *proposition.Proposition) bool { return multiplying.of(p.Lemma) }) && slices.ContainsFunc(statement.amounts, func(m quantity.Mention) bool { return !source.counts(&m) }):
		return true // "doubled the sentence of two years"
	}
	another := func(y date.Mention) bool {
		return slices.ContainsFunc(source.times, func(x date.Mention) bool { return date.Compare(&x, &y) == relation.Excludes })
	}
	if Serial(statement.lang, statement.side.Text) && slices.ContainsFunc(statement.times, another) {
		return true
	}
	elsewhere := func(x proposition.Slot) bool {
		return x.Role == proposition.Oblique && x.Phrase.Name != "" && !source.Names(x.Phrase.Who())
	}
	return statement.says(func(q *proposition.Proposition) bool {
		return (again.of(q.Lemma) || measure(q) != nil) && q.Find(func(x *proposition.Slot) bool {
			return x.Role == proposition.Time && x.Phrase.When != nil && !source.dated(x.Phrase.When) || elsewhere(*x) || slices.ContainsFunc(x.Phrase.Modifiers, elsewhere)
		}) != nil
	})
}

// otherSubject reports whether the source has what the statement says of something else, and nothing that may be the statement's subject,
// which has no name: "the library reopened" beside "the pool reopened".
func otherSubject(a, b *Analysis) bool {
	return b.says(func(q *proposition.Proposition) bool {
		y := q.Fill(proposition.Agent)
		if q.Kind != proposition.Event || q.Passive || q.Above != nil || q.Aside || y == nil || y.Phrase.Name != "" || y.Phrase.Pronoun {
			return false
		}
		one := func(f *phrase) bool {
			return f.Pronoun || related(lemmasKin(tongue, f.Lemma, y.Phrase.Lemma, lexicon.Noun))
		}
		return !a.some(one) && a.says(func(p *proposition.Proposition) bool {
			c, _ := predicates(p, q)
			x := p.Fill(proposition.Agent)
			return c.fit.bears() && x != nil && x.Phrase.Name == ""
		})
	})
}
