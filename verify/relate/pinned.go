package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Pinned returns the slot on which a contradiction that a reading model hears between a
// passage and a statement rests: a number or a date of the statement that excludes one
// of the same kind in the passage while everything of that kind differs, or a name in
// the place of another; false if none can be named.
func Pinned(source, statement *Analysis) (reason.Reason, bool) {
	if r := compareAll([]*Analysis{source}, statement, retells); r.Relation == Contradicts {
		return r.Reasons[0], true
	}
	return Misstated(source, statement)
}

// Misstated is Pinned for a number, a date or whose relative alone, that the passage has another of in the place of it. A number that two of the passage
// make, "lost ten seats" of "31 seats, down from 41", is there.
func Misstated(source, statement *Analysis) (reason.Reason, bool) {
	for k := range statement.amounts {
		y := &statement.amounts[k]
		if source.counts(y) || source.figures(y) || source.sums(y) {
			continue
		}
		if x := source.rival(y, statement); x != nil {
			return against(reason.Number, source, source.wordSpan(x.First, x.End), statement, statement.wordSpan(y.First, y.End)), true
		}
	}
	for k := range statement.times {
		y := &statement.times[k]
		if source.dated(y) || source.writes(y, statement) {
			continue
		}
		if x := sole(source.times, func(x *date.Mention) bool { return date.Compare(x, y) == relation.Excludes }); x != nil {
			return against(reason.Date, source, source.wordSpan(x.First, x.End), statement, statement.wordSpan(y.First, y.End)), true
		}
	}
	for y := range statement.phrases() {
		if x := source.otherOf(y); x != nil {
			return against(reason.Role, source, x.Span(), statement, y.Span()), true
		}
	}
	return reason.Reason{}, false
}

// otherOf returns whom or what of somebody's the side has where f is something else of his: Okello's nephew, Okello's son. Nil if there is none, or
// the side has both, or more beside it: "Okello's nephew and Rose", who may be his wife.
func (a *Analysis) otherOf(f *phrase) *phrase {
	of := owner(f)
	if of == nil || f.Name != "" || a.some(func(g *phrase) bool { return related(lemmasKin(tongue, g.Lemma, f.Lemma, lexicon.Noun)) }) {
		return nil
	}
	for g := range a.phrases() {
		by := owner(g)
		if by == nil || g.Name != "" || lemmasKin(tongue, g.Lemma, f.Lemma, lexicon.Noun) != exclusive || listed(&g.Sentence.Tree, g.Head) {
			continue
		}
		if r, _ := name.Compare(by.Who(), of.Who()); r == name.Same {
			return g
		}
	}
	return nil
}

// owner returns whose a phrase is, by name; nil if that is not told.
func owner(f *phrase) *phrase {
	for _, m := range f.Modifiers {
		switch {
		case m.Role != proposition.Owner:
		case m.Phrase.Name != "":
			return m.Phrase
		}
		for _, other := range m.Phrase.Alias {
			if m.Role == proposition.Owner && other.Name != "" {
				return other
			}
		}
	}
	return nil
}

// Apart reports whether a contradiction that a model hears may be of two things, or of one that it cannot measure: the statement
// tells of a deed that is done again and again, or of a poll, and gives it a day or a place that the source does not have
// (prices raised in 2021 and in 2023, a medal in Sofia and one in Riga), of another of a kind, "passenger trains" beside "freight
// trains", or in another unit, "500 kilos" beside "half a tonne".
func Apart(source, statement *Analysis) bool {
	if otherKind(source, statement, false) || slices.ContainsFunc(statement.amounts, func(y quantity.Mention) bool {
		return y.Kind == quantity.Measure && slices.ContainsFunc(source.amounts, func(x quantity.Mention) bool {
			return x.Unit != y.Unit && quantity.Compare(x.Standing(), y.Standing()) == relation.Equal
		})
	}) {
		return true
	}
	another := func(y date.Mention) bool {
		return slices.ContainsFunc(source.times, func(x date.Mention) bool { return date.Compare(&x, &y) == relation.Excludes })
	}
	if source.says(func(p *proposition.Proposition) bool { return multiplying.of(p.Lemma) }) && slices.ContainsFunc(statement.amounts, func(m quantity.Mention) bool { return !source.counts(&m) }) {
		return true // "doubled the sentence of two years"
	}
	if Serial(statement.lang, statement.side.Text) && slices.ContainsFunc(statement.times, another) {
		return true
	}
	elsewhere := func(x proposition.Slot) bool {
		return x.Role == proposition.Oblique && x.Phrase.Name != "" && !source.Names(x.Phrase.Who())
	}
	return statement.says(func(q *proposition.Proposition) bool {
		return again.of(q.Lemma) && q.Find(func(x *proposition.Slot) bool {
			return x.Role == proposition.Time && x.Phrase.When != nil && !source.dated(x.Phrase.When) || elsewhere(*x) || slices.ContainsFunc(x.Phrase.Modifiers, elsewhere)
		}) != nil
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

// rival returns the one number of the side that counts or measures the same as the
// statement's and excludes it; nil if there is none, or several.
func (a *Analysis) rival(y *quantity.Mention, b *Analysis) *quantity.Mention {
	return sole(a.amounts, func(x *quantity.Mention) bool {
		if x.Kind != y.Kind || quantity.Compare(x, y) != relation.Excludes || x.Kind == quantity.Identifier || x.Kind == quantity.Ordinal {
			return false
		}
		if a.ofBefore(a.propositionAt(int(a.termOf[x.First])), b) {
			return false
		}
		s, t := a.thing(x), b.thing(y)
		return x.Kind != quantity.Count || s != nil && t != nil && related(kin(b.lang, s, t))
	})
}

// Windows returns the phrases of a statement that may be what a contradiction rests
// on, as spans of its text: the predicates and what fills their slots.
func (a *Analysis) Windows() []text.Span {
	var out []text.Span
	for p := range a.propositions() {
		out = append(out, p.Sentence.Span(p.Head, p.Head+1))
		for _, x := range p.Slots {
			if x.Role != proposition.Agent {
				out = append(out, x.Phrase.Span())
			}
		}
	}
	return out
}
