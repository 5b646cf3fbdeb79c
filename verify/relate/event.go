package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
)

// Anaphoric reports whether the text before a side tells of which event it tells: the subject of its main clause is "the attack", and
// no name, number or phrase says which one. Twins: "the attack on Goma", "the second attack", "the alliance".
func (a *Analysis) Anaphoric() bool {
	return a.says(func(q *proposition.Proposition) bool {
		who := q.Fill(proposition.Agent)
		if q.Passive || who == nil {
			who = q.Fill(proposition.Patient)
		}
		return q.Link == grammar.Main && !q.Aside && who != nil && who.Phrase.Definite && who.Phrase.Name == "" && occasions.both(who.Phrase.Lemma, who.Phrase.Lemma) && !who.Phrase.Clause() && len(who.Phrase.Alias) == 0 &&
			!slices.ContainsFunc(who.Phrase.Modifiers, func(x proposition.Slot) bool {
				return x.Preposition != "" || x.Role == proposition.Owner || x.Phrase.Name != "" || x.Phrase.Amount != nil || x.Phrase.When != nil
			})
	})
}

// ordinal reports whether a phrase is no more than a rank: "sixth".
func ordinal(f *phrase) bool { return f.Amount != nil && f.Amount.Kind == quantity.Ordinal }
