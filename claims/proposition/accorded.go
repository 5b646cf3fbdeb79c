package proposition

import (
	"slices"

	"factcheck/claims/grammar"
)

// accorded reads "according to witnesses, soldiers fired" as what witnesses said: "witnesses said that soldiers
// fired" and it are one.
func (s *Sentence) accorded() {
	for _, p := range s.told() {
		k := slices.IndexFunc(p.Slots, func(x Slot) bool { return x.Role == Oblique && s.has(crediting, x.Preposition) })
		if k < 0 || p.Above != nil && p.Link == grammar.Content {
			continue
		}
		who := p.Slots[k].Phrase
		p.drop(s.child(who.Head, grammar.Case), who.Head+1)
		p.Force = max(p.Force, Reported)
		said := s.add(s.Proposes(who.Head, words(s.Text.Lang, saying), Slot{Role: Agent, Phrase: who}))
		if p.Above == nil {
			p.Above, p.Link = said, grammar.Content
		}
		p.weaken(s.credit(said).force, who.Head) // "according to a rumour", "according to unconfirmed reports"
	}
}
