package proposition

import (
	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// elided gives a number that stands alone the noun that the clause before it counted: "opened a factory in Poland and closed
// two in Spain", "nineteen villagers were abducted; eight have been freed". Twin: "closed two shops".
func (s *Sentence) elided() {
	for _, q := range s.told() {
		if q.Above == nil || q.Link != grammar.Coordinated && q.Link != grammar.Aside {
			continue
		}
		for k := range q.Slots {
			f := q.Slots[k].Phrase
			if r := q.Slots[k].Role; r != Agent && r != Patient || len(f.Alias) > 0 || !s.bareCount(f) {
				continue
			}
			if of := s.counted(q.Above, f); of != nil {
				g := *f
				g.Lemma = of.Lemma
				q.Slots[k].Phrase = &g
			}
		}
	}
}

// bareCount reports whether a phrase says how many and not of what: "12", "more than 40 others", "dozens".
func (s *Sentence) bareCount(f *Phrase) bool {
	n := f.Amount
	if s.has(countless, f.Lemma) && len(f.Modifiers) == 0 {
		return n == nil || n.Kind == quantity.Count
	}
	return f.Token().Tag == grammar.Number && n != nil && n.Kind == quantity.Count && n.Head < 0
}

// counted returns the last thing in front of a number that a proposition acts on, or that acts if it acts on nothing; nil
// if it has a name or is no thing that is counted.
func (s *Sentence) counted(p *Proposition, f *Phrase) *Phrase {
	x := p.Fill(Patient)
	if x == nil {
		x = p.Fill(Agent)
	}
	if x == nil || x.Phrase.Head > f.Head || x.Phrase.Name != "" || x.Phrase.Pronoun || x.Phrase.Token().Tag != grammar.Noun || x.Phrase.Definite {
		return nil
	}
	return x.Phrase
}
