package proposition

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/quantity"
)

// How high something stood, and when, is told by what became of it as well: "inflation slowed to 3.2 percent in May from 3.5
// percent in April" says that it was 3.2 percent in May and 3.5 percent in April, and that it fell. Each level is a state of its own, with
// the date right behind its number: without that, "fell to 3.2 percent in April" would be borne out. Of a level that only was, "from 3.5
// percent", nothing is said without a date.

// levels adds the levels between which something moved, and makes a state of what only tells one: "stood at 3.5 percent".
func (s *Sentence) levels() {
	for k := range s.Text.Amounts {
		m := &s.Text.Amounts[k]
		i := s.word(m.Core)
		if i < 0 || m.Kind != quantity.Measure && m.Kind != quantity.Count || m.Head >= 0 {
			continue
		}
		p := s.PredicateAbove(i)
		if p == nil || p.Kind != Event || p.Negative {
			continue
		}
		switch {
		case m.Direction == quantity.To || m.Direction == quantity.From:
			s.level(p, m, i)
		case s.has(levelling, p.Lemma) && p.Fill(Patient) == nil && p.Fill(Attribute) == nil:
			p.stands(m)
		}
	}
}

// level adds that what a proposition is about was at an amount, with word i at its core, and turns the verb of it into a rise or
// a fall where it tells the pace, "slowed to 3.2 percent".
func (s *Sentence) level(p *Proposition, m *quantity.Mention, i int) {
	who := p.mover()
	when := p.dateBehind(m)
	if when != nil && when.Phrase.When.Relation == date.Since {
		when = nil // "to 6,000 from 9,000 since 2008": since then it changed
	}
	if when != nil && m.Direction == quantity.From && when == p.onlyDate() && when.Phrase.When.Precision == date.OneDay {
		return // "cut it to 42 percent from 45 percent on Thursday"
	}
	if m.Direction == quantity.To {
		if verb := stands(s.Text.Lang, pacing, p.Lemma); verb != "" && m.Dimension() == quantity.Ratio {
			p.Lemma = verb
		}
		if when == nil {
			when = p.onlyDate()
		}
	}
	if who == nil || when == nil {
		return
	}
	q := p.with(nil, nil)
	q.Kind, q.Head, q.Lemma, q.Passive, q.Member = State, i, s.Lemma(i), false, m.Direction == quantity.From
	n := *m
	n.Direction = quantity.Level
	f := &Phrase{Sentence: s, Head: i, First: max(0, s.word(m.First)), End: max(i, s.word(m.End-1)) + 1, Lemma: s.Lemma(i), Amount: &n}
	q.Slots = []Slot{{Role: Agent, Phrase: who}, {Role: Attribute, Phrase: f}, *when}
	if m.Direction == quantity.From {
		p.Slots = slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return x.Phrase == when.Phrase })
	}
	s.add(q)
}

// mover returns what goes from one level to another, nil if the proposition does not tell.
func (p *Proposition) mover() *Phrase {
	if x := p.Find(func(x *Slot) bool { return x.Role == Patient && x.Phrase.Amount == nil }); x != nil {
		return x.Phrase // "cut its rate to 4 percent"
	}
	if x := p.Fill(Agent); x != nil && !p.Passive {
		return x.Phrase
	}
	return nil
}

// dateBehind returns the date whose words stand right behind an amount, a preposition between them; nil if none does.
func (p *Proposition) dateBehind(m *quantity.Mention) *Slot {
	return p.Find(func(x *Slot) bool {
		return x.Role == Time && x.Phrase.When != nil && x.Phrase.When.First >= m.End && x.Phrase.When.First <= m.End+1
	})
}

// onlyDate returns the date of a proposition, nil if it has none or several.
func (p *Proposition) onlyDate() (only *Slot) {
	for i := range p.Slots {
		x := &p.Slots[i]
		if x.Role != Time || x.Phrase.When == nil {
			continue
		}
		if only != nil {
			return nil
		}
		only = x
	}
	return only
}

// stands makes a state of a proposition that tells a level by a verb without a sense of its own: "stood at 3.5 percent".
func (p *Proposition) stands(m *quantity.Mention) {
	for i := range p.Slots {
		if x := &p.Slots[i]; x.Role == Oblique && x.Phrase.Amount == m && x.Preposition != "" {
			p.Operators = append(p.Operators, p.Head)
			if k := x.Phrase.Opening(); k >= 0 {
				p.Operators = append(p.Operators, k)
			}
			x.Role, x.Preposition = Attribute, ""
			p.Kind, p.Head, p.Lemma = State, x.Phrase.Head, x.Phrase.Lemma
			return
		}
	}
}
