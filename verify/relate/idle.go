package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
)

// Propositions that say nothing by themselves: they tell how firm the one under them is, or
// point at what only the text around tells.

// idle reports whether a proposition says nothing by itself but how firm the one under
// it is: "is expected to", "managed to".
func idle(q *proposition.Proposition) bool {
	s := q.Sentence
	if q.Kind == proposition.State && q.Fill(proposition.Agent) == nil {
		return s.Amount(q.Head) == nil // a noun that the parser took for a sentence
	}
	for _, p := range s.Propositions {
		if p.Above == q && (p.Forcer == q.Head || p.Link == grammar.Open && q.Kind == proposition.Event) {
			own := func(x *proposition.Slot) bool { return x.Phrase.Head == q.Slots[0].Phrase.Head }
			more := len(q.Slots) > 1 || len(q.Slots) == 1 && (p.Fill(proposition.Agent) != nil || p.Passive) && p.Find(own) == nil // "the boy has recovered, doctors said"
			return !more && !(q.Negative && p.Force == proposition.Open)                                                           // "is not suspected of": it is that that the sentence says
		}
	}
	return false
}

// pointed reports whether a state says of somebody that he is one whom only the text around
// it tells: "that person".
func pointed(q *proposition.Proposition) bool {
	x := q.Fill(proposition.Attribute)
	return x != nil && proposition.Points(q.Sentence.Text.Lang, q.Sentence.Fold(x.Phrase.First))
}
