package proposition

import "factcheck/claims/grammar"

// Whom the subject of what somebody says, or rejects, stands for.

// tellers links the subject of what a body or somebody without a name says to who says
// it: "the ministry said it would suspend the licences", "the minister denied that he had".
func (s *Sentence) tellers() {
	for i := range s.Propositions {
		p := &s.Propositions[i]
		agent := p.Fill(Agent)
		if agent == nil || !agent.Phrase.Pronoun || agent.Phrase.Name != "" || p.Parent < 0 || p.Link != grammar.Content && !s.rejected(i) {
			continue
		}
		w := s.Fold(agent.Phrase.Head)
		body, human := s.has(bodily, w), s.has(masculine, w) || s.has(feminine, w)
		q := &s.Propositions[p.Parent]
		if who := q.Fill(Agent); who != nil && (s.isSpeech(q) || p.Link != grammar.Content) && !who.Phrase.Pronoun && who.Phrase.Head < agent.Phrase.Head &&
			(body || human && who.Phrase.Name == "" && isPerson(s.Text.Lang, who.Phrase.Lemma)) {
			agent.Phrase.Alias = append(append(agent.Phrase.Alias, who.Phrase), who.Phrase.Alias...)
		}
	}
}

// rejected reports whether proposition i is what a report says that somebody rejects, and nobody is told whose report it is: "the
// ministry dismissed a claim that it had sold the island". Twin: "dismissed Kigali's claim that it had".
func (s *Sentence) rejected(i int) bool {
	if i >= len(s.Clauses) || !s.Propositions[i].Negative || s.Propositions[i].Negation != s.Propositions[s.Propositions[i].Parent].Head {
		return false
	}
	noun := s.nounAbove(i)
	return noun >= 0 && s.child(noun, grammar.NmodPoss, grammar.Nmod, grammar.Compound) < 0
}
