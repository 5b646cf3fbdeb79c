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
		case x.Role == Oblique && s.has(departing, x.Preposition) && p.Fill(Agent) == &p.Slots[who]:
			x.Role, x.Preposition = Agent, "" // "received a ban from the league"
		}
		rest = append(rest, x)
	}
	if spared {
		p.Negative, p.Negation = !p.Negative, p.Head
	}
	p.Operators = append(p.Operators, noun.Head)
	p.Lemma, p.Slots = verb, rest
	p.Passive = p.Fill(Agent) == nil
	p.measures(noun, joint)
}

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
	var much *Phrase
	var of []Slot // what describes that: "a 10-year prison sentence"
	told := func(m *quantity.Mention) {
		if k := s.word(m.Core); much == nil && k >= 0 {
			much = s.measure(k, m)
		}
	}
	if noun.Amount != nil {
		told(noun.Amount)
	}
	for _, x := range noun.Modifiers {
		switch m := x.Phrase.Amount; {
		case m != nil && much == nil && m.Kind == quantity.Count:
			much = x.Phrase // "of six games", "six-game"
		case m != nil:
			told(m)
		case x.Preposition != "" && !s.has(owning, x.Preposition):
			p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: x.Preposition, Phrase: x.Phrase})
		case compound(x):
			of = append(of, x)
		}
	}
	if much == nil && len(of) > 0 && joint != "" && of[0].Phrase.Token().Tag.Nominal() {
		much, of = of[0].Phrase, of[1:] // "a life sentence"
	}
	if much == nil {
		return
	}
	much.Modifiers = append(slices.Clone(much.Modifiers), of...)
	slot := Slot{Role: Oblique, Preposition: joint, Phrase: much}
	if joint == "" {
		slot.Role = Patient
	}
	p.Slots = append(p.Slots, slot)
}

// termed makes how long a deed of the table lasts a measure, which the parser has for a time: "banned for two years".
func (p *Proposition) termed() {
	for i := range p.Slots {
		x := &p.Slots[i]
		when, n := x.Phrase.When, p.Sentence.Amount(x.Phrase.Head)
		if x.Role == Time && x.Preposition != "" && when != nil && when.Duration() && n != nil && stands(p.Sentence.Text.Lang, dealing, p.Lemma) != "" {
			f := *x.Phrase
			f.When, f.Amount = nil, n
			x.Role, x.Phrase = Oblique, &f
		}
	}
}
