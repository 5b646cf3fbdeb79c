package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// A clash of two numbers or names is none where the two sides speak of a part and the whole, of others of the same sort, or of another
// end: "the deals signed in Goma", "lent to build a port". When both speak of one thing all the same, oneAllTheSame says.

// part reports whether the source has the smaller number, and of a place that the statement does
// not name: 37 were killed on one island, 214 in all. A part that is greater than the whole
// clashes.
func (m *match) part() bool {
	whole := m.amount()
	return whole != nil && whole.Kind != quantity.Score && m.differ[0].kind == reason.Number && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		n := x.Phrase.Amount
		return n != nil && n.Unit == whole.Unit && n.Value.Cmp(whole.Value) < 0
	}) && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Role == proposition.Oblique && x.Phrase.Amount == nil && m.b.otherPlace(x.Phrase)
	})
}

// amount returns the statement's number in the one slot that differs, nil if it holds none or more than one differs.
func (m *match) amount() *quantity.Mention {
	if len(m.differ) != 1 || m.differ[0].slot == nil {
		return nil
	}
	return m.differ[0].slot.Phrase.Amount
}

// otherPlace reports whether a phrase of the other side is of a place that the side does not
// name.
func (a *Analysis) otherPlace(f *phrase) bool {
	place := func(f *phrase) bool { return f.Name != "" && f.Who().Kind != name.Person && !a.Names(f.Who()) }
	return place(f) || slices.ContainsFunc(f.Alias, place) || slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return place(x.Phrase) })
}

// otherOnes reports whether the statement speaks of those only of whom a clause holds that the source does not
// bear out: "patients who took the pill for two years" are others than those who took it for one, "the deals signed in Goma"
// than those signed in Bunia.
func (m *match) otherOnes() bool {
	s := m.q.Sentence
	for _, q := range s.Propositions {
		if q.Above != nil && q.Above.Head == m.q.Head && m.otherEnd(q) {
			return true
		}
		c := q.Clause
		if c == nil || c.Link != grammar.Relative && c.Link != grammar.Reduced || c.Noun < 0 || q.Only || s.Tree.Tokens[c.Noun+1].Tag == grammar.Punctuation ||
			!slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Phrase.Head == c.Noun && y.Phrase.Name == "" }) {
			continue
		}
		borne, differs := false, false
		for _, p := range m.p.Sentence.Propositions {
			n, ok := try(m.a, m.b, p, q)
			borne = borne || ok && n.bears()
			differs = differs || ok && n.pred.fit.bears() && len(n.differ) > 0
		}
		if !borne && (differs || c.Link == grammar.Relative) {
			return true
		}
	}
	return false
}

// otherEnd reports whether the source's predicate has another complement, or is for another purpose, than q, which is the statement's:
// "has been trying to calm them", "tried to sell it"; "lent 4 million to build a road", "9 million to build a port". Twins: "lent 4
// million to build a road", "lent 9 million".
func (m *match) otherEnd(q *proposition.Proposition) bool {
	purpose := q.Link == grammar.Circumstance && q.Tense == grammar.NoTense && q.Force >= proposition.Planned
	if m.q.Only || !purpose && q.Link != grammar.Open && q.Link != grammar.Content {
		return false
	}
	other := !purpose
	for _, p := range m.p.Sentence.Propositions {
		if p.Above == nil || p.Above.Head != m.p.Head || p.Link != q.Link {
			continue
		}
		n, ok := try(m.a, m.b, p, q)
		if ok && n.pred.fit.bears() && len(n.differ)+len(n.lacks) == 0 {
			return false
		}
		other = other || p.Tense == q.Tense
	}
	return other
}

// otherGroup reports whether what clashes is which part of some it is, and they are not the same some: 74 percent of registered
// voters, 28 percent of voters.
func (m *match) otherGroup() bool {
	if len(m.differ) != 1 || m.differ[0].kind != reason.Quantifier && m.differ[0].kind != reason.Number || m.differ[0].slot == nil {
		return false
	}
	x, y, ok := m.both(proposition.Agent)
	return ok && y == m.differ[0].slot.Phrase && portion(x) && portion(y) && !slices.Equal(described(x), described(y))
}

// described returns the lemmas of the nouns and adjectives of a phrase, names and numbers left out, in order of the alphabet.
func described(f *phrase) []string {
	var out []string
	for k := f.First; k < f.End; k++ {
		t := &f.Sentence.Tree.Tokens[k]
		w := f.Sentence.At[t.First]
		counted := f.Amount != nil && f.Amount.First <= w && w < f.Amount.End || f.Many != nil && f.Many.First <= w && w < f.Many.End
		if !counted && (t.Tag == grammar.Noun || t.Tag == grammar.Adjective || t.Tag == grammar.ProperNoun) {
			out = append(out, f.Sentence.Lemma(k))
		}
	}
	slices.Sort(out)
	return out
}

// others reports whether the source speaks of others than it named before: "seven other people were wounded".
func (m *match) others() bool {
	return slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return slices.ContainsFunc(x.Phrase.Modifiers, func(y proposition.Slot) bool { return others.of(y.Phrase.Lemma) })
	})
}
