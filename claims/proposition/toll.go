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

// parted makes a proposition of each toll of several: "left 12 dead and 30 wounded", "a fait 12 morts et 30 blessés" wounded 30 and killed 12.
func (s *Sentence) parted() {
	for _, p := range s.told() {
		toll := func(x *Slot) string {
			if x.Role != Patient {
				return ""
			}
			return stands(s.Text.Lang, tolls, s.Lemma(x.Phrase.Head))
		}
		if stands(s.Text.Lang, fates, p.Lemma) != p.Lemma {
			continue
		}
		for _, x := range slices.Clone(p.Slots) {
			verb := toll(&x)
			if first := p.Fill(Patient); verb == "" || verb == p.Lemma || first.Phrase == x.Phrase {
				continue // "killed 12 wounded men"
			}
			p.Slots = slices.DeleteFunc(p.Slots, func(y Slot) bool { return y.Phrase == x.Phrase })
			q, f := *p, *x.Phrase
			f.Lemma, x.Phrase = words(s.Text.Lang, somebody), &f
			q.Lemma, q.Slots = verb, append(slices.DeleteFunc(slices.Clone(p.Slots), func(y Slot) bool { return y.Role == Patient }), x)
			s.add(&q)
		}
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
