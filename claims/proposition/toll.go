package proposition

import (
	"slices"

	"factcheck/claims/grammar"
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
	told := func(x *Slot) bool { return stands(s.Text.Lang, tolls, x.Phrase.Lemma) != "" }
	x := p.Find(func(x *Slot) bool {
		return x.Role == Patient && x.Phrase.Amount != nil && x.Phrase.Name == "" && told(x)
	})
	if x == nil {
		return
	}
	f := *x.Phrase
	p.Lemma, f.Lemma, x.Phrase = stands(s.Text.Lang, tolls, f.Lemma), words(s.Text.Lang, somebody), &f
	p.Slots = slices.DeleteFunc(p.Slots, func(y Slot) bool { return y.Role == Patient && y.Phrase != &f && !told(&y) }) // "and 200 missing"
}

// lives reads how many lives something claimed, or how high the toll of it is, as the killing that it is: "claimed 41 lives",
// "the death toll from the landslide has risen to 41", "the toll of the landslide rose to 41 dead". Twin: "the road toll has risen to 41 francs".
func (p *Proposition) lives() {
	s := p.Sentence
	if what := p.Fill(Patient); what != nil && what.Phrase.Amount != nil && s.has(claiming, p.Lemma) && s.has(living, what.Phrase.Lemma) {
		p.kills(p.Fill(Agent), what.Phrase)
		return
	}
	toll := p.Fill(Agent)
	if toll == nil || !s.has(tolling, toll.Phrase.Lemma) {
		return
	}
	mortal := slices.ContainsFunc(toll.Phrase.Modifiers, func(m Slot) bool { return s.has(mortal, m.Phrase.Lemma) })
	cause := slices.IndexFunc(toll.Phrase.Modifiers, func(m Slot) bool { return m.Preposition != "" && m.Phrase.When == nil && m.Phrase.Name == "" })
	count := slices.IndexFunc(p.Slots, func(x Slot) bool {
		a := x.Phrase.Amount
		return x.Role != Agent && a != nil && a.Kind == quantity.Count && a.Direction != quantity.By && a.Direction != quantity.From &&
			(mortal || stands(s.Text.Lang, tolls, x.Phrase.Lemma) == words(s.Text.Lang, killing))
	})
	if cause < 0 || count < 0 || s.child(p.Slots[count].Phrase.Head, grammar.Conj) >= 0 { // "41 dead and missing"
		return
	}
	what, many := &Slot{Role: Agent, Phrase: toll.Phrase.Modifiers[cause].Phrase}, p.Slots[count].Phrase
	p.Kind = Event
	p.kills(what, many)
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

// perish reads what a calamity did to people, and that they died in it, as what was done to them in it: "the crash killed
// six people" and "six people died in the crash" as "six people were killed in the crash"; not "the guard killed six people".
func (p *Proposition) perish() {
	s, lang := p.Sentence, p.Sentence.Text.Lang
	fate, how := stands(lang, fates, p.Lemma), p.Fill(Agent)
	in := func(x Slot) bool {
		return x.Role == Oblique && s.has(inside, x.Preposition) && s.has(calamity, x.Phrase.Lemma)
	}
	switch {
	case p.Kind == State || fate == "" || how == nil:
		return
	case fate != p.Lemma && slices.ContainsFunc(p.Slots, in): // died in
		for i := range p.Slots {
			if x := &p.Slots[i]; x.Role == Agent {
				x.Role = Patient
			}
		}
	case fate == p.Lemma && p.Fill(Patient) != nil && s.has(calamity, how.Phrase.Lemma) && how.Phrase.Name == "":
		how.Role, how.Preposition = Oblique, words(lang, inside)
	default:
		return
	}
	p.Lemma, p.Passive = fate, true
}

// otherTolls gives those of whom a clause with two tolls says something else a proposition of their own: of "left 12 dead and 30
// wounded" the 30 were not killed; what it has besides holds of both.
func (s *Sentence) otherTolls() {
	for _, p := range s.told() {
		for k := 0; k < len(p.Slots); k++ {
			x := p.Slots[k]
			verb := stands(s.Text.Lang, tolls, x.Phrase.Lemma)
			if x.Role != Patient || verb == "" || verb == p.Lemma || p.Kind == State || stands(s.Text.Lang, fates, p.Lemma) == "" || p.Fill(Patient).Phrase == x.Phrase {
				continue
			}
			f := *x.Phrase
			f.Lemma = words(s.Text.Lang, somebody)
			q := p.with(nil, nil)
			q.Lemma, q.Slots = verb, append(slices.DeleteFunc(q.Slots, func(y Slot) bool { return y.Role == Patient }), Slot{Role: Patient, Phrase: &f})
			p.Slots = slices.Delete(slices.Clone(p.Slots), k, k+1)
			s.add(q)
			k--
		}
	}
}

// fromTo parts two measures that one preposition opens: "fell from 4.8 to 4.2 percent"; what went from one to another rose
// or fell.
func (p *Proposition) fromTo() {
	s := p.Sentence
	if s.has(shifting, p.Lemma) {
		defer p.shift()
	}
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
		x.Phrase, x.Preposition = &g, words(s.Text.Lang, departing)
		p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: words(s.Text.Lang, receiving), Phrase: &h})
		return
	}
}

// shift makes a verb that says no more than that a measure is another one of rising or falling: "went from 25 percent in May
// to 17 percent".
func (p *Proposition) shift() {
	s := p.Sentence
	var from, to *Slot
	for i := range p.Slots {
		x := &p.Slots[i]
		n := x.Phrase.Amount
		if x.Role != Oblique || n == nil || !n.Value.Known() {
			continue
		}
		if s.has(departing, x.Preposition) || s.has(owning, x.Preposition) {
			from = x
		} else if from != nil && n.Dimension() == from.Phrase.Amount.Dimension() {
			to = x
		}
	}
	if to == nil {
		return
	}
	from.Preposition, to.Preposition = words(s.Text.Lang, departing), words(s.Text.Lang, receiving)
	p.Lemma = words(s.Text.Lang, climbing)
	if to.Phrase.Amount.Value.Cmp(from.Phrase.Amount.Value) < 0 {
		p.Lemma = words(s.Text.Lang, sliding)
	}
}

// MeasuredAgain reports whether word k gives in another measure what it is joined to: "200 workers, or 5 percent of its staff".
func (s *Sentence) MeasuredAgain(k int) bool {
	if s.Tree.Tokens[k].Rel != grammar.Conj {
		return false
	}
	x, y := s.Phrase(s.Tree.Tokens[k].Head).Amount, s.Phrase(k).Amount
	return x != nil && y != nil && (x.Kind != y.Kind || x.Unit != y.Unit)
}
