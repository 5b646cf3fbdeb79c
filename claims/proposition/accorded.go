package proposition

import (
	"slices"

	"factcheck/claims/grammar"
)

// accorded reads "according to witnesses, soldiers fired" as what witnesses said: "witnesses said that soldiers
// fired" and it are one.
func (s *Sentence) accorded() {
	for i := range s.Clauses {
		p := &s.Propositions[i]
		k := slices.IndexFunc(p.Slots, func(x Slot) bool { return x.Role == Oblique && s.has(crediting, x.Preposition) })
		if k < 0 || p.Parent >= 0 && p.Link == grammar.Content {
			continue
		}
		who := p.Slots[k].Phrase
		p.drop(s.child(who.Head, grammar.Case), who.Head+1)
		p.Force = max(p.Force, Reported)
		if p.Parent < 0 {
			p.Parent, p.Link = len(s.Propositions), grammar.Content
		}
		s.Propositions = append(s.Propositions, s.Proposes(who.Head, words(s.Text.Lang, saying), Slot{Role: Agent, Phrase: who}))
		by := s.credit(len(s.Propositions) - 1)
		s.Propositions[i].weaken(by.force, who.Head) // "according to a rumour", "according to unconfirmed reports"
	}
}
