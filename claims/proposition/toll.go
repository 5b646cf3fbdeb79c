package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// Measures that one preposition opens, and measures of one thing in two units.

// parted makes a proposition of each toll of several: "left 12 dead and 30 wounded", "a fait 12 morts et 30 blessés" wounded 30 and killed 12.
func (s *Sentence) parted() {
	for _, p := range s.told() {
		toll := func(x *Slot) string {
			if x.Role != Patient {
				return ""
			}
			return stands(s.Text.Lang, tolls, s.Lemma(x.Phrase.Head))
		}
		if !s.has(fates, p.Lemma) {
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
