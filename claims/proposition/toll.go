package proposition

import (
	"slices"

	"factcheck/claims/quantity"
)

// Numbers that a clause has in the wrong place: those of people, sums beside who pays them, measures that one preposition
// opens.

// toll reads what became of a number of people as what was done to them: "the fire left twelve dead" as "the fire
// killed twelve people"; not "the fire left twelve houses".
func (p *Proposition) toll() {
	s := p.Sentence
	if p.Kind == State || p.Passive || !s.has(leaving, p.Lemma) {
		return
	}
	for i := range p.Slots {
		x := &p.Slots[i]
		verb := stands(s.Text.Lang, tolls, x.Phrase.Lemma)
		if x.Role != Patient || x.Phrase.Amount == nil || x.Phrase.Name != "" || verb == "" {
			continue
		}
		f := *x.Phrase
		f.Lemma = words(s.Text.Lang, somebody)
		p.Lemma, x.Phrase = verb, &f
		p.Slots = slices.DeleteFunc(p.Slots, func(y Slot) bool { return y.Role == Patient && y.Phrase != &f }) // "and 200 missing"
		return
	}
}

// sum parts a sum from whom it is taken or to whom it is given, where the parser took both for one: "fined the miller
// Okello 40,000 pounds"; not "a 40,000 pound fine". Who took it may hang on the sum: "was fined 40,000 pounds by the court".
func (p *Proposition) sum() {
	s := p.Sentence
	for i := range p.Slots {
		x := &p.Slots[i]
		f := x.Phrase
		if x.Role != Patient || f.Amount == nil || f.Amount.Kind != quantity.Measure || f.Amount.Head >= 0 {
			continue
		}
		if p.Passive && p.Fill(Agent) == nil {
			for _, m := range f.Modifiers {
				if s.has(agentive, m.Preposition) && m.Phrase.Amount == nil {
					p.Slots = append(p.Slots, Slot{Role: Agent, Phrase: m.Phrase})
				}
			}
			return
		}
		if who := f.payer(); who >= 0 && !p.Passive {
			g := *f
			g.First, g.Name, g.Definite = s.word(f.Amount.First), "", false
			g.Modifiers = slices.DeleteFunc(slices.Clone(f.Modifiers), func(m Slot) bool { return m.Phrase.Head < g.First })
			x.Phrase = &g
			p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: words(s.Text.Lang, receiving), Phrase: s.Phrase(who)})
			return
		}
	}
}

// payer returns the word for whoever stands in front of the number in a sum's own words, -1 if nobody does.
func (p *Phrase) payer() int {
	s := p.Sentence
	at := s.word(p.Amount.First)
	j := at - 1
	for j >= p.First && s.Tree.Tokens[j].Head >= p.First && s.Tree.Tokens[j].Head < at && (!s.IsName(j) || s.IsName(s.Tree.Tokens[j].Head)) {
		j = s.Tree.Tokens[j].Head
	}
	if j < p.First || !s.IsName(j) && !isPerson(s.Text.Lang, s.Lemma(j)) {
		return -1
	}
	return j
}

// fromTo parts two measures that one preposition opens: "fell from 4.8 to 4.2 percent".
func (p *Proposition) fromTo() {
	s := p.Sentence
	for i := range p.Slots {
		x := &p.Slots[i]
		f := x.Phrase
		var from, to *quantity.Mention
		for k := f.First; k < f.End; k++ {
			switch a := s.Amount(k); {
			case a == nil || x.Role != Oblique:
			case a.Direction == quantity.From:
				from = a
			case a.Direction == quantity.To && from != nil:
				to = a
			}
		}
		if to == nil {
			continue
		}
		g, h := *f, *f
		g.Amount, h.Amount = from, to
		x.Phrase = &g
		p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: words(s.Text.Lang, receiving), Phrase: &h})
		return
	}
}
