package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// Clauses that leave out the verb of the one before them, and what the parser makes of them: slots of that one.

// gapped gives a clause what stands behind a second one that has only a subject and a
// participle of its own: "17 were killed and 32 wounded on Monday in Masisi".
func (s *Sentence) gapped() {
	for _, q := range s.told() {
		c, p := q.Clause, q.Above
		if c.Link != grammar.Coordinated || p == nil || len(c.Auxiliaries) > 0 || len(c.Objects) > 0 || c.Subject < 0 || c.Borrowed ||
			!s.has(suffering, s.Lemma(c.Predicate)) {
			continue
		}
		above := p.Clause
		if above.Voice != grammar.PassiveVoice || len(above.Auxiliaries) == 0 {
			continue
		}
		q.Passive = true
		for _, x := range q.Slots {
			if (x.Role == Oblique || x.Role == Time) && x.Phrase.Head > q.Head && p.Fill(x.Role) == nil {
				p.Slots = append(p.Slots, x)
			}
		}
	}
}

// parallel takes from a clause what stands in a second one without a verb: of "arrested 12 men in Goma and two women in
// Bunia" none of the men was arrested in Bunia. Twin: "arrested 12 men and two women in Goma".
func (s *Sentence) parallel() {
	for _, p := range s.told() {
		for k := p.Clause.Predicate + 1; k < len(s.Words) && s.at[k] == nil; k++ {
			if s.Tree.Tokens[k].Rel == grammar.Cc && p.parts(k) {
				break
			}
		}
	}
}

// parts takes the slots behind the conjunction k away if they begin with one that has no preposition of its own and end
// with one that faces one before k, "in Bunia" beside "in Goma", "$600" beside "$500"; it reports whether they do.
func (p *Proposition) parts(k int) bool {
	s := p.Sentence
	first := len(s.Words)
	for _, x := range p.Slots {
		if x.Phrase.Head > k && x.Phrase.Head < first {
			first = x.Phrase.Head
		}
	}
	if first == len(s.Words) || s.child(first, grammar.Case) >= 0 {
		return false
	}
	faces := func(x Slot) bool {
		return x.Phrase.Head > first && !slices.ContainsFunc(s.at[first:x.Phrase.Head], func(at *Proposition) bool { return at != nil }) &&
			slices.ContainsFunc(p.Slots, func(y Slot) bool { return y.Phrase.Head > p.Head && y.Phrase.Head < k && matched(&x, &y) })
	}
	if !slices.ContainsFunc(p.Slots, faces) {
		return false
	}
	p.Slots = slices.DeleteFunc(p.Slots, func(x Slot) bool { return x.Phrase.Head > k })
	return true
}

// matched reports whether two slots say the same of two: both where, both when, both how much.
func matched(x, y *Slot) bool {
	if a, b := x.Phrase.Amount, y.Phrase.Amount; a != nil && b != nil && x.Role == Patient && y.Role == Patient {
		return a.Kind == quantity.Measure && b.Kind == quantity.Measure && a.Dimension() == b.Dimension()
	}
	return (x.Role == Oblique || x.Role == Time) && x.Role == y.Role && x.Preposition == y.Preposition && x.Preposition != ""
}

// shared reads a clause whose verb stands once for two: "Marek bought the brewery and Lena the inn", where the parser hangs Lena and the
// inn on the first clause. Each then has its own. Twin: "Marek bought the brewery and the inn".
func (s *Sentence) shared() {
	for _, p := range s.told() {
		who, last := p.Fill(Agent), len(p.Slots)-1
		for k := 1; k < last && who != nil && p.Kind == Event; k++ {
			w, x, y := p.Slots[k-1], p.Slots[k], p.Slots[k+1]
			if w.Role != Patient || x.Role != Patient || y.Role != Patient || x.Phrase.End != y.Phrase.First || x.Phrase.Name == "" && !y.Phrase.Definite {
				continue
			}
			q := *p
			q.Clause, q.Slots = nil, slices.Clone(p.Slots)
			for k := range q.Slots {
				if q.Slots[k].Phrase == who.Phrase {
					q.Slots[k].Phrase = x.Phrase
				}
			}
			q.Slots = slices.DeleteFunc(q.Slots, func(z Slot) bool { return z.Role == Patient && z.Phrase != y.Phrase })
			p.Slots = slices.DeleteFunc(slices.Clone(p.Slots), func(z Slot) bool { return z.Phrase == x.Phrase || z.Phrase == y.Phrase })
			s.add(&q)
			break
		}
	}
}
