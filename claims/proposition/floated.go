package proposition

import (
	"slices"

	"factcheck/claims/quantity"
)

// floated gives the subject the "all" that stands at its verb: "the hostages have all been released", "les otages ont
// tous été libérés".
func (p *Proposition) floated(subject Role) {
	s, who := p.Sentence, p.Fill(subject)
	if who == nil || who.Phrase.Many != nil || who.Phrase.Head > p.Head {
		return
	}
	for k := who.Phrase.Head + 1; k < p.Head; k++ {
		many := s.manyAt(k)
		if many == nil || many.Class != quantity.All || many.End-many.First != 1 || s.Tree.Tokens[k].Head != p.Head {
			continue
		}
		all := *who.Phrase // what else is said of them is not said of all
		all.Many, who.Phrase = many, &all
		p.Slots = slices.DeleteFunc(p.Slots, func(x Slot) bool { return x.Phrase.Head == k })
		return
	}
}
