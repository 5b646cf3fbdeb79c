package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
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
	case otherKind(source, statement, false), otherTurn(source, statement), otherSubject(source, statement), ofPart(source, statement, text.Span{}), openUpwards(source, statement), converted(source, statement), otherDay(source, statement):
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

// otherDay reports whether the statement gives another date than the source, and another number or place besides: "a fire in Izmir on 3 March
// hurt four", "on 20 June a fire in Bursa hurt nine".
func otherDay(a, b *Analysis) bool {
	return slices.ContainsFunc(b.times, func(y date.Mention) bool {
		return !a.dated(&y) && !a.writes(&y, b) && slices.ContainsFunc(a.times, func(x date.Mention) bool { return date.Compare(&x, &y) == relation.Excludes })
	}) && (slices.ContainsFunc(b.amounts, func(y quantity.Mention) bool {
		return !a.counts(&y) && !a.figures(&y) && a.rival(&y, b) != nil
	}) || b.some(func(f *phrase) bool {
		n, ok := f.Sentence.Tree.NameAt(f.Head)
		return ok && n.Kind == grammar.Place && a.lacksName(f) && a.rivals(f, b)
	}))
}

// converted reports whether the statement has a measure of the source in another unit.
func converted(a, b *Analysis) bool {
	return slices.ContainsFunc(b.amounts, func(y quantity.Mention) bool {
		return y.Kind == quantity.Measure && slices.ContainsFunc(a.amounts, func(x quantity.Mention) bool {
			return x.Unit != y.Unit && quantity.Compare(x.Standing(), y.Standing()) == relation.Equal
		})
	})
}

// openUpwards reports whether a number of the statement is one of those that the source leaves open upwards.
func openUpwards(a, b *Analysis) bool {
	return slices.ContainsFunc(b.amounts, func(y quantity.Mention) bool {
		return (y.Comparator == quantity.Exact || y.Comparator == quantity.About) && !a.counts(&y) && !a.figures(&y) && slices.ContainsFunc(a.amounts, func(x quantity.Mention) bool {
			return (x.Comparator == quantity.AtLeast || x.Comparator == quantity.MoreThan) && x.Kind == y.Kind && x.Unit.Dimension() == y.Unit.Dimension() && quantity.Compare(&x, &y) != relation.Excludes
		})
	})
}

// otherTurn reports whether the statement speaks of one in a row of which the source has another only: the second leg, the first leg;
// flight 221, flight 212.
func otherTurn(a, b *Analysis) bool {
	return slices.ContainsFunc(b.amounts, func(y quantity.Mention) bool {
		t := b.thing(&y)
		if t == nil || !b.singles(&y, t) {
			return false
		}
		other := false
		return !slices.ContainsFunc(a.amounts, func(x quantity.Mention) bool {
			s := a.thing(&x)
			one := x.Kind == y.Kind && s != nil && kin(b.lang, s, t) == equal
			other = other || one
			return one && x.Value.Cmp(y.Value) == 0
		}) && other
	})
}

// singles reports whether a number tells which in a row of things is spoken of: "the second flight", "flight 221". Twins: "two flights",
// and "her second term", which is what somebody has.
func (a *Analysis) singles(y *quantity.Mention, of *term) bool {
	if y.Kind != quantity.Ordinal || Serial(a.lang, of.fold) {
		return y.Kind == quantity.Ordinal || y.Kind == quantity.Identifier
	}
	at := a.wordSpan(y.First, y.End)
	return a.some(func(f *phrase) bool {
		return f.Definite && f.Span().Overlaps(at) && !slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return x.Role == proposition.Owner && x.Preposition == "" })
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

// otherKind reports whether the statement's subject is one of a kind of which the source speaks of another only: a noun in front
// tells them apart, or an adjective, where asked, "net profit", "operating profit".
func otherKind(a, b *Analysis, adjectives bool) bool {
	before := func(f *phrase) string {
		for _, x := range f.Modifiers {
			if x.Role == proposition.Modifier && x.Phrase.Head == f.Head-1 && x.Phrase.Amount == nil && (adjectives || x.Phrase.Token().Tag.Nominal()) {
				return x.Phrase.Lemma
			}
		}
		return ""
	}
	return b.says(func(q *proposition.Proposition) bool {
		who := q.Fill(proposition.Agent)
		if who == nil || q.Above != nil || before(who.Phrase) == "" {
			return false
		}
		of, same := before(who.Phrase), false
		another := a.some(func(f *phrase) bool {
			same = same || f.Mentions(of) || f.Lemma == who.Phrase.Lemma && before(f) == ""
			return f.Lemma == who.Phrase.Lemma && before(f) != ""
		})
		return another && !same || !a.some(func(f *phrase) bool {
			return f.Pronoun || f.Mentions(of) || related(lemmasKin(tongue, f.Lemma, who.Phrase.Lemma, lexicon.Noun))
		})
	})
}
