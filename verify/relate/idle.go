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
			return !saysMore(q, p) && !(q.Negative && p.Force == proposition.Open) // "is not suspected of": it is that that the sentence says
		}
	}
	return false
}

// saysMore reports whether q, what it is called aside, has more than one slot, or one that
// is not of the subject of p, which stands under it.
func saysMore(q, p *proposition.Proposition) bool {
	return len(q.Slots) > 1 || len(q.Slots) == 1 && otherwise(p, q.Slots[0].Phrase)
}

// otherwise reports whether a proposition has a subject, and not the phrase: "the boy has
// recovered, doctors said" says something of the doctors too.
func otherwise(p *proposition.Proposition, f *phrase) bool {
	return (p.Fill(proposition.Agent) != nil || p.Passive) && p.Find(func(x *proposition.Slot) bool { return x.Phrase.Head == f.Head }) == nil
}

// pointed reports whether a state says of somebody that he is one whom only the text around
// it tells: "that person".
func pointed(q *proposition.Proposition) bool {
	x := q.Fill(proposition.Attribute)
	return x != nil && proposition.Points(q.Sentence.Text.Lang, q.Sentence.Fold(x.Phrase.First))
}
