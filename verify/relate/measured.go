package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// Whatever restricts what is counted or measured is a part of it: that the prices of new houses fell says nothing of house prices, and that
// one in four men smokes nothing of people. Natural logic calls such a slot neither upward nor downward monotone: what holds of the part
// need not hold of the whole, nor the reverse. Twin: forty houses burned in a village, so that forty houses burned.

// metered returns what a proposition tells a measure of, or that it went up or down: prices, "the number of cyclists". It returns nil if it tells of
// one thing or somebody: "the old mill doubled its output" tells of the output.
func metered(q *proposition.Proposition) *phrase {
	axis, of := "level_of", q.Find(func(x *proposition.Slot) bool {
		return x.Role == proposition.Patient && x.Phrase.Amount == nil && !x.Phrase.Pronoun
	})
	if of == nil {
		axis, of = "level", q.Fill(proposition.Agent)
	}
	if of == nil || one(of.Phrase) {
		return nil
	}
	told := q.Find(func(x *proposition.Slot) bool { return x != of && x.Phrase.Amount != nil }) != nil
	higher := func(x *proposition.Slot) bool {
		return x.Role == proposition.Attribute && degreeOf(x.Phrase.Token()) == grammar.Comparative
	}
	moves := q.Kind == proposition.Event && lexicon.OnAxis(tongue, axis, q.Lemma, lexicon.Verb) && (told || occasions.both(of.Phrase.Lemma, of.Phrase.Lemma) || !somebody(of.Phrase) && !tangible.both(of.Phrase.Lemma, of.Phrase.Lemma)) // not "cut the rope", "the rebels advanced"
	if moves || measure(q) != nil || q.Find(higher) != nil || told && measuring.of(q.Lemma) {
		return of.Phrase
	}
	return nil
}

// one reports whether a phrase is for one person, body or thing, which is the same whatever is said of it: "the Turin plant", "the plant".
func one(f *phrase) bool {
	return f.Name != "" || f.Amount == nil && !f.Token().Feats.Has(grammar.Plural) &&
		(somebody(f) || lexicon.Immovable(tongue, f.Lemma) || bodies.both(f.Lemma, f.Lemma) && !occasions.both(f.Lemma, f.Lemma))
}

// portion reports whether a phrase tells how many of all there are: "12 percent of adults", "most schools", "no child".
func portion(f *phrase) bool {
	if f.Many != nil && f.Many.Class != quantity.Number && f.Many.Class != quantity.Some && f.Many.Class != quantity.Many {
		return true
	}
	return f.Amount != nil && f.Amount.Dimension() == quantity.Ratio && f.Amount.Direction != quantity.By
}

// ofPart reports whether of what some bytes of the statement tell, or of anything, the source tells a measure of a part of what the statement
// tells one of, or of more, and not of just that: "prices of new flats fell", "prices of flats rose".
func ofPart(a, b *Analysis, at text.Span) bool {
	return b.says(func(q *proposition.Proposition) bool {
		if at.Len() > 0 && !q.Sentence.Span(q.Head, q.Head+1).Overlaps(at) && q.Find(func(y *proposition.Slot) bool { return y.Phrase.Span().Overlaps(at) }) == nil {
			return false
		}
		return a.only(func(p *proposition.Proposition) (part, whole bool) {
			m, ok := try(a, b, p, q)
			ok = ok && (m.pred.fit.bears() || m.pred.fit == excludes) && (at.Len() > 0 || len(m.lacks) == 0) // a model hears in other words what the source lacks
			return ok && m.ofPart(), ok && !m.ofPart() && !m.core
		})
	})
}

// everyOne reports whether a phrase is for all of some or for none, so that one of a part speaks against it: "no boy plays", "young boys play".
func everyOne(f *phrase) bool {
	return f.Many != nil && (f.Many.Class == quantity.All || f.Many.Class == quantity.No) || universal.of(f.Lemma)
}

// ofPart reports whether the source tells of a part so that it need not speak against what the statement tells: of all of some one of them
// does.
func (m *match) ofPart() bool {
	return m.partly && m.q.Find(func(y *proposition.Slot) bool { return everyOne(y.Phrase) }) == nil
}

// exact reports whether the source has to restrict what fills a slot of the statement's as the statement does.
func (m *match) exact(y *proposition.Slot) bool {
	switch y.Role {
	case proposition.Attribute:
		return foremost(y.Phrase)
	case proposition.Oblique:
		return m.q.Find(func(x *proposition.Slot) bool {
			return x.Role == proposition.Attribute && foremost(x.Phrase) || x.Role == proposition.Patient && movement(x.Phrase)
		}) != nil
	case proposition.Agent, proposition.Patient:
		return y.Phrase == metered(m.q) || portion(y.Phrase) || movement(y.Phrase) || foremost(y.Phrase) || general(m.q, y)
	}
	return false
}

// movement reports whether a phrase is for a rise or fall, of what describes it: "a drop in violent crime".
func movement(f *phrase) bool {
	return f.Name == "" && lexicon.OnAxis(tongue, "level", f.Lemma, lexicon.Noun)
}

// general reports whether a slot is for all of a kind, of which a proposition tells what holds: "nurses may work without a permit". Twins:
// "nurses worked", "nurses back the law", "it may kill nurses".
func general(q *proposition.Proposition, y *proposition.Slot) bool {
	c, f, what := q.Clause, y.Phrase, q.Fill(proposition.Patient)
	if c == nil || q.Tense != grammar.PresentTense || c.Perfect || q.Sentence.Tree.Tokens[q.Head].Feats.Has(grammar.Gerund) ||
		q.Force == proposition.Asserted && what != nil && what != y && (what.Phrase.Definite || what.Phrase.Name != "") || q.Force != proposition.Asserted && y.Role != proposition.Agent {
		return false
	}
	return f.Name == "" && !f.Definite && !f.Pronoun && f.Amount == nil && f.Many == nil && f.Quantifier == "" && f.Token().Feats.Has(grammar.Plural)
}

// foremost reports whether a phrase is for the first or most of its kind: "the tallest building", of which the tallest wooden one may be
// another.
func foremost(f *phrase) bool {
	return topmost(f) || degreeOf(f.Token()) == grammar.Superlative || slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return utmost.of(x.Phrase.Lemma) })
}

// narrows reports whether the source's phrase names a part of what the statement's does, whatever tells which: "new houses", "houses".
func (m *match) narrows(p, q *phrase) bool {
	of := func(f *phrase) *phrase { // "the schools" of "most of the schools"
		if k := slices.IndexFunc(f.Modifiers, func(x proposition.Slot) bool { return counted(f, x.Phrase) && x.Phrase.Token().Tag.Nominal() }); k >= 0 {
			return f.Modifiers[k].Phrase
		}
		return f
	}
	if x, y := of(p), of(q); x != p && m.narrows(x, y) || portion(p) && portion(q) && x.Name == "" && y.Name == "" && lemmasKin(tongue, x.Lemma, y.Lemma, lexicon.Noun) == narrower {
		return true // "half of the boarders", "half of the pupils"
	}
	counted := p.Amount != nil && p.Amount.Kind == quantity.Count // "two men aged 23 and 31"
	return p.Told() && !ofAge(p) && !q.Clause() || !counted && p.Token().Feats.Has(grammar.Plural) && ofAge(p) && !ofAge(q) || m.unsaid(p, q, func(x *proposition.Slot) bool {
		f := x.Phrase
		return !(x.Preposition == "" && movement(p)) && f.When == nil && !f.Pronoun && !owing.of(x.Preposition) && !whole.of(f.Lemma) && !excepted.of(f.Lemma) && !m.said(f) && !slices.ContainsFunc(m.names2(q), func(b string) bool {
			a := f.Lemma + "_" + p.Lemma
			return proposition.Says(tongue, "noun", a, b) && proposition.Says(tongue, "noun", b, a) // "main rate", "key rate"
		})
	})
}

// ofAge reports whether the sentence says on the way how old those are whom a phrase is for: "children aged 6 to 12".
func ofAge(f *phrase) bool {
	return slices.ContainsFunc(f.Sentence.Propositions, func(p *proposition.Proposition) bool {
		who, what := p.Fill(proposition.Agent), p.Fill(proposition.Attribute)
		return p.Aside && who != nil && who.Phrase.Head == f.Head && what != nil && what.Phrase.Amount != nil && what.Phrase.Amount.Kind == quantity.Age
	})
}

// inPart reports whether the source tells of a part of what the statement tells outright: "won the first round", "won"; "rose by 3
// percent among women", "rose by 3 percent"; "lost 4 million on its loans", "lost 4 million".
func (m *match) inPart() bool {
	what := m.p.Fill(proposition.Patient)
	if m.p.Lemma == m.q.Lemma && outright.of(m.q.Lemma) && what != nil && rankedBy(what.Phrase) != nil && m.q.Fill(proposition.Patient) == nil {
		return true
	}
	sum := lexicon.OnAxis(tongue, "money", m.q.Lemma, lexicon.Verb) && m.q.Find(func(y *proposition.Slot) bool {
		return y.Role == proposition.Patient && y.Phrase.Amount != nil && y.Phrase.Amount.Dimension() == quantity.Money
	}) != nil
	habit := m.q.Tense == grammar.PresentTense && (m.q.Kind == proposition.State || m.q.Passive) && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return habitual.of(x.Phrase.Sentence.Fold(x.Phrase.Head)) && !m.said(x.Phrase) // "is free on Mondays"
	})
	all := func(y *proposition.Slot) bool { // "all but Lubao accepted it": neither all nor "the villages" did
		f := y.Phrase
		return everyOne(f) || y.Role != proposition.Oblique && f.Many == nil && f.Amount == nil && f.Name == "" && !f.Pronoun && f.Token().Feats.Has(grammar.Plural)
	}
	return habit || m.p.Excepted && !m.q.Excepted && m.q.Find(all) != nil ||
		m.p.Force.Firm() && (sum || m.q.Find(m.exact) != nil) && slices.ContainsFunc(m.p.Slots, m.confines)
}

// confines reports whether a slot of the source's says of whom or where a measure holds, and the statement has not such: "in men over
// 60", "in private schools", "in Leeds"; or what describes it does: "by 3 percent among women", "in trials among children". Twins: "in
// three tests", "in response", "in tests in Leeds".
func (m *match) confines(x proposition.Slot) bool {
	f := x.Phrase
	if x.Role == proposition.Time && f.When != nil && f.When.Relation == date.Since && (m.p.Clause == nil || !m.p.Clause.Perfect) {
		what := m.q.Fill(proposition.Attribute)
		return what != nil && foremost(what.Phrase) && m.q.Fill(proposition.Time) == nil // "the worst flood since 1954"
	}
	return m.confined(x) || slices.ContainsFunc(f.Modifiers, func(y proposition.Slot) bool {
		return (f.Amount != nil || y.Phrase.Name == "" && x.Role == proposition.Oblique && occasions.both(f.Lemma, f.Lemma)) && m.confines(y)
	})
}

// confined is confines for a slot by itself.
func (m *match) confined(x proposition.Slot) bool {
	f := x.Phrase
	if leavingOut.of(x.Preposition) && m.q.Find(func(y *proposition.Slot) bool { return y.Role == proposition.Attribute && foremost(y.Phrase) }) != nil {
		return !m.said(f) // "the tallest after the cathedral"
	}
	if x.Role != proposition.Oblique || !grouping.of(x.Preposition) || f.When != nil || f.Amount != nil || f.Token().Rel == grammar.Conj ||
		f.Name == "" && occasions.both(f.Lemma, f.Lemma) && !person(f) && !tracts.of(f.Lemma) {
		return false
	}
	of := m.p.Fill(proposition.Patient)
	behind := of != nil && of.Phrase.Amount == nil && of.Phrase.End == f.Opening() // "the tax on diesel", which the parser hung on the verb
	wide := behind || f.Name != "" || f.Token().Feats.Has(grammar.Plural) || tracts.of(f.Lemma) || lexicon.Immovable(tongue, f.Lemma) || bodies.both(f.Lemma, f.Lemma)
	return wide && !m.b.some(func(g *phrase) bool {
		return f.Name != "" && g.Name != "" && sameName(f.Who(), g.Who()) || related(lemmasKin(tongue, f.Lemma, g.Lemma, lexicon.Noun)) || g.Mentions(f.Lemma)
	})
}
