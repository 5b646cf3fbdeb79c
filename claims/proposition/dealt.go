package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/quantity"
)

// dealt reads what a noun tells under a verb that says no more than that somebody got it, gave it or was spared it, as the deed that the
// noun is for: "received a fine of 3 million euros", "was handed a two-year ban", "avoided relegation" as "was fined 3 million euros", "was
// banned for two years", "was not relegated". Twin: "received a shipment", "faces a fine".
func (p *Proposition) dealt() {
	s := p.Sentence
	what := p.Fill(Patient)
	if p.Kind != Event {
		return
	}
	who, spared := p.dealtTo()
	if who < 0 || what.Phrase.Name != "" || slices.ContainsFunc(what.Phrase.Modifiers, func(x Slot) bool {
		return x.Role == Modifier && (x.Phrase.Lessens() || Hedges(s.Text.Lang, "adjective", x.Phrase.Lemma))
	}) {
		return
	}
	noun := what.Phrase
	verb, joint, _ := strings.Cut(stands(s.Text.Lang, dealing, noun.Lemma), "_")
	rest := p.Slots[:0:0]
	for i, x := range p.Slots {
		switch {
		case i == who:
			x.Role, x.Preposition = Patient, ""
		case x.Phrase == noun:
			continue
		case x.Role == Oblique && s.has(departing, x.Preposition) && p.Fill(Agent) == p.at(who):
			x.Role, x.Preposition = Agent, "" // "received a ban from the league"
		}
		rest = append(rest, x)
	}
	switch {
	case spared:
		p.Negative, p.Negation = !p.Negative, p.Head
	case s.has(negating, noun.Quantifier) && !p.Negative:
		p.Negative, p.Negation = true, noun.First // "received no fine"
	}
	p.Operators = append(p.Operators, noun.Head)
	p.Lemma, p.Slots = verb, rest
	p.Passive = p.Fill(Agent) == nil
	p.measures(noun, joint)
}

// at returns slot i.
func (p *Proposition) at(i int) *Slot { return &p.Slots[i] }

// dealtTo returns the slot of him to whom what the proposition's object tells was done, and whether he was spared it; -1 if the
// verb says something else or the object tells no deed.
func (p *Proposition) dealtTo() (who int, spared bool) {
	s, what := p.Sentence, p.Fill(Patient)
	if what == nil || stands(s.Text.Lang, dealing, what.Phrase.Lemma) == "" {
		return -1, false
	}
	spared = s.has(sparing, p.Lemma)
	if got := spared || s.has(getting, p.Lemma); got && !p.Passive {
		return slices.IndexFunc(p.Slots, func(x Slot) bool { return x.Role == Agent }), spared
	}
	if !s.has(dealers, p.Lemma) {
		return -1, false
	}
	return slices.IndexFunc(p.Slots, func(x Slot) bool {
		return x.Role == Oblique && (s.has(receiving, x.Preposition) || s.has(aiming, x.Preposition)) && x.Phrase.When == nil && x.Phrase.Amount == nil
	}), false
}

// measures gives a deed what the noun for it says of how much or how long it is, behind the word that the verb has it with: "a two-year
// ban", "banned for two years".
func (p *Proposition) measures(noun *Phrase, joint string) {
	s := p.Sentence
	var of []Slot
	slot := Slot{Role: Oblique, Preposition: joint}
	if joint == "" {
		slot.Role = Patient
	}
	amount := func(m *quantity.Mention) {
		if k := s.word(m.Core); m != nil && k >= 0 {
			slot.Phrase = &Phrase{Sentence: s, Head: k, First: k, End: k + 1, Lemma: s.Lemma(k), Amount: m}
		}
	}
	if noun.Amount != nil {
		amount(noun.Amount)
	}
	for _, x := range noun.Modifiers {
		switch {
		case x.Phrase.Head == noun.Head:
		case x.Phrase.Amount != nil && slot.Phrase == nil && x.Phrase.Amount.Kind == quantity.Count:
			slot.Phrase = x.Phrase // "of six games", "six-game"
		case x.Phrase.Amount != nil:
			m := x.Phrase.Amount
			if slot.Phrase == nil {
				amount(m)
			}
			if at := s.At[x.Phrase.Head]; at < m.First || at >= m.End { // "a 10-year prison sentence"
				f := *x.Phrase
				f.Amount, f.First = nil, f.Head
				of = append(of, Slot{Role: x.Role, Phrase: &f})
			}
		case x.Preposition != "" && !s.has(owning, x.Preposition):
			p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: x.Preposition, Phrase: x.Phrase})
		case x.Role == Modifier && x.Preposition == "":
			of = append(of, x)
		}
	}
	if slot.Phrase == nil && len(of) > 0 && joint != "" && of[0].Phrase.Token().Tag.Nominal() {
		slot.Phrase, of = of[0].Phrase, of[1:] // "a life sentence"
	}
	if slot.Phrase != nil {
		slot.Phrase.Modifiers = append(slices.Clone(slot.Phrase.Modifiers), of...)
		p.Slots = append(p.Slots, slot)
	}
}

// termed makes how long a deed of the table lasts a measure, which the parser has for a time: "banned for two years".
func (p *Proposition) termed() {
	if stands(p.Sentence.Text.Lang, dealing, p.Lemma) == "" {
		return
	}
	for i := range p.Slots {
		x := &p.Slots[i]
		if x.Role != Time || x.Preposition == "" || x.Phrase.When == nil || x.Phrase.When.Count == 0 || x.Phrase.When.Interval.Known() {
			continue
		}
		for k := range p.Sentence.Text.Amounts {
			if m := &p.Sentence.Text.Amounts[k]; m.First >= x.Phrase.When.First && m.First < x.Phrase.When.End {
				f := *x.Phrase
				f.When, f.Amount = nil, m
				x.Role, x.Phrase = Oblique, &f
				break
			}
		}
	}
}
