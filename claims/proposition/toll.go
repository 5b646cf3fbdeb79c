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

// lives reads how many lives something claimed, or how high the toll of it is, as the killing that it is: "claimed 41 lives",
// "the death toll from the landslide has risen to 41". Twin: "the road toll has risen to 41 francs".
func (p *Proposition) lives() {
	s := p.Sentence
	if what := p.Fill(Patient); what != nil && what.Phrase.Amount != nil && s.has(claiming, p.Lemma) && s.has(living, what.Phrase.Lemma) {
		p.kills(p.Fill(Agent), what.Phrase)
		return
	}
	toll := p.Fill(Agent)
	if toll == nil || !s.has(tolling, toll.Phrase.Lemma) || !slices.ContainsFunc(toll.Phrase.Modifiers, func(m Slot) bool { return s.has(mortal, m.Phrase.Lemma) }) {
		return
	}
	cause := slices.IndexFunc(toll.Phrase.Modifiers, func(m Slot) bool { return m.Preposition != "" && m.Phrase.When == nil && m.Phrase.Name == "" })
	count := slices.IndexFunc(p.Slots, func(x Slot) bool {
		a := x.Phrase.Amount
		return x.Role != Agent && a != nil && a.Kind == quantity.Count && a.Direction != quantity.By && a.Direction != quantity.From
	})
	if cause < 0 || count < 0 {
		return
	}
	p.Kind = Event
	p.kills(&Slot{Role: Agent, Phrase: toll.Phrase.Modifiers[cause].Phrase}, p.Slots[count].Phrase)
}

// kills makes the proposition one of how many people something killed.
func (p *Proposition) kills(what *Slot, many *Phrase) {
	lang := p.Sentence.Text.Lang
	f := *many
	f.Lemma = words(lang, somebody)
	rest := slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return x.Role == Agent || x.Phrase == many })
	p.Lemma, p.Slots = words(lang, killing), append(rest, Slot{Role: Patient, Phrase: &f})
	if what != nil {
		p.Slots = append(p.Slots, Slot{Role: Agent, Phrase: what.Phrase})
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
