package proposition

import (
	"slices"

	"factcheck/claims/grammar"
)

// Of whom it is not said is told in the same breath: "signed by every state but Niger", "Chad, unlike Niger, signed
// it", "in parks but not on beaches". The clause keeps no slot for that, and tells that it leaves somebody out.

// exceptions takes out of a clause whom it leaves out.
func (s *Sentence) exceptions() {
	for i := range s.Words {
		if p := s.PredicateAbove(i); p != nil && s.Tree.Tokens[i].Tag.Nominal() && (s.excluded(i) || s.has(excepting, s.preposition(i))) {
			p.Excepted = true
			p.Slots = slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return x.Phrase.Head == i && x.Role != Attribute })
		}
	}
}

// excluded reports whether the phrase of word k says who or what it was not: "in Lima, not
// Quito", "everyone but the mayor".
func (s *Sentence) excluded(k int) bool {
	not := false
	s.children(k, func(c int, t *grammar.Token) {
		switch {
		case c > k:
		case t.Rel == grammar.Advmod && s.has(excluding, s.Fold(c)):
			not = not || c+1 < len(s.Words) && !s.has(limiting, s.Fold(c+1))
		case t.Rel == grammar.Cc && s.Tree.Tokens[k].Rel == grammar.Conj:
			not = not || s.has(savingFrom, s.Fold(c)) && s.everyOne(s.Tree.Tokens[k].Head) || s.has(excepting, s.fixed(c))
		}
	})
	return not
}

// everyOne reports whether word i is for all of some, "everyone", "every state", or for none.
func (s *Sentence) everyOne(i int) bool {
	return s.has(everybody, s.Fold(i)) || s.childIs(i, everybody)
}

// ofThem takes out what is said of some of the whole alone: of "900 people, 300 of them in Graz" not all are in Graz, of "three wars,
// including two over Kashmir" not all were over Kashmir.
func (p *Proposition) ofThem() {
	part := len(p.Sentence.Words)
	for _, x := range p.Slots {
		for _, a := range x.Phrase.Alias {
			if a.Amount != nil && x.Phrase.Amount != nil && a.Head > x.Phrase.Head {
				part = a.Head
			}
		}
	}
	what := p.Fill(Attribute)
	for k := 0; p.Kind == State && what != nil && k < what.Phrase.End; k++ {
		if k >= what.Phrase.First && p.Sentence.has(grouped, p.Sentence.Fold(k)) {
			p.weaken(Open, k) // "five of them children": the others may be none
		}
	}
	p.Slots = slices.DeleteFunc(p.Slots, func(x Slot) bool {
		return x.Role == Oblique && (x.Phrase.Head > part || p.Sentence.has(including, x.Preposition))
	})
}
