package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// movement reads a rise or fall that a noun tells, under a verb that says no more than that there was one, as the rising or
// falling that it is: "Kibou posted a 12 percent rise in profit", "there was a 12 percent rise in profit" as "profit rose 12
// percent". Twin: "Kibou prevented a rise in prices".
func (p *Proposition) movement() {
	s := p.Sentence
	at, verb := p.moving()
	if at < 0 {
		return
	}
	noun := p.Slots[at].Phrase
	rest, within := slices.Delete(slices.Clone(p.Slots), at, at+1), noun.Modifiers
	if of := slices.IndexFunc(rest, func(x Slot) bool { return s.measured(&x) && x.Phrase.Head > noun.Head }); of >= 0 {
		within, rest = append(slices.Clone(within), rest[of]), slices.Delete(rest, of, of+1)
	}
	thing := slices.IndexFunc(within, func(x Slot) bool { return s.measured(&x) })
	if thing < 0 {
		return
	}
	what := *within[thing].Phrase
	by := what.Modifiers
	what.Modifiers = slices.DeleteFunc(slices.Clone(by), func(x Slot) bool { return s.extent(&x) }) // "a rise in sales of 5 percent"
	if who := slices.IndexFunc(rest, func(x Slot) bool { return x.Role == Agent }); who >= 0 {
		if rest[who].Phrase.Quantifier != "" || rest[who].Phrase.Many != nil {
			return // "few cities saw a rise in rents"
		}
		what.Modifiers = append(what.Modifiers, Slot{Role: Owner, Phrase: rest[who].Phrase})
		rest = slices.Delete(rest, who, who+1)
	}
	if s.has(negating, noun.Quantifier) && !p.Negative {
		p.Negative, p.Negation = true, noun.First
	}
	p.Lemma, p.Kind, p.Passive = verb, Event, false
	p.Slots = append([]Slot{{Role: Agent, Phrase: &what}}, rest...)
	if m := noun.Amount; m != nil && m.Kind == quantity.Measure {
		if k := s.word(m.End - 1); k >= 0 {
			p.Slots = append(p.Slots, Slot{Role: Patient, Phrase: s.Phrase(k)})
		}
	}
	p.moved(slices.Delete(slices.Clone(within), thing, thing+1), by)
}

// moving returns the slot of the noun that tells a rise or fall, and the verb for it; -1 if the proposition does not say
// that there was one.
func (p *Proposition) moving() (at int, verb string) {
	s := p.Sentence
	if !s.has(registering, p.Lemma) || s.has(foreseeing, p.Lemma) && p.Tense != grammar.PastTense { // "the bank sees a rise in prices" next year
		return -1, ""
	}
	at = slices.IndexFunc(p.Slots, func(x Slot) bool {
		return (x.Role == Patient || x.Role == Agent && p.Fill(Patient) == nil) && stands(s.Text.Lang, movements, x.Phrase.Lemma) != "" && x.Phrase.Name == ""
	})
	if at < 0 || slices.ContainsFunc(p.Slots[at].Phrase.Modifiers, func(x Slot) bool {
		_, weakens := s.signature("adjective", "", x.Phrase.Lemma)
		return weakens && x.Role == Modifier // "a possible rise"
	}) {
		return -1, ""
	}
	return at, stands(s.Text.Lang, movements, p.Slots[at].Phrase.Lemma)
}

// moved adds by how much, and where and when, as the noun of the rise has it, "a rise of 12 percent", "a rise in burglaries in
// Goma"; of what rose only by how much.
func (p *Proposition) moved(noun, thing []Slot) {
	s := p.Sentence
	for k, x := range slices.Concat(noun, thing) {
		switch {
		case s.extent(&x):
			p.Slots = append(p.Slots, Slot{Role: Patient, Phrase: x.Phrase})
		case k < len(noun) && x.Preposition != "" && !s.has(owning, x.Preposition):
			p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: x.Preposition, Phrase: x.Phrase})
		}
	}
}

// measured reports whether a slot holds what rises or falls: "in profit", not "in Goma", "in May".
func (s *Sentence) measured(x *Slot) bool {
	return s.has(inside, x.Preposition) && x.Phrase.Name == "" && x.Phrase.When == nil && x.Phrase.Amount == nil
}

// extent reports whether a slot says by how much: "of 5 percent".
func (s *Sentence) extent(x *Slot) bool {
	a := x.Phrase.Amount
	return a != nil && a.Kind == quantity.Measure && s.has(owning, x.Preposition)
}
