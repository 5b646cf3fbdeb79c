package proposition

import "factcheck/claims/grammar"

// cleft gives what a sentence puts in front of its clause back to the clause: "It was two months ago
// that the mayor resigned" says when she resigned, "it was in York that" where. "It was a relief that
// the mayor resigned" calls her going something, and stays as it is.
func (s *Sentence) cleft() {
	for i := range s.Propositions {
		q := &s.Propositions[i]
		if !s.cleaves(q) {
			continue
		}
		p := &s.Propositions[q.Parent]
		if t := p.Fill(Time); t != nil && t.Phrase.First <= p.Head && p.Head < t.Phrase.End {
			q.Slots = append(q.Slots, *t)
		} else if prep := s.preposition(p.Head); prep != "" {
			q.Slots = append(q.Slots, Slot{Role: Oblique, Preposition: prep, Phrase: s.Phrase(p.Head)})
		} else {
			continue
		}
		p.Slots = p.Slots[:0]
	}
}

// cleaves reports whether the sentence puts something of clause q in front of it: "it was ... that".
func (s *Sentence) cleaves(q *Proposition) bool {
	if q.Parent < 0 || q.Link != grammar.Relative && q.Link != grammar.Circumstance && q.Link != grammar.Content {
		return false
	}
	p := &s.Propositions[q.Parent]
	who := p.Fill(Agent) // nobody, or a word that may stand for nobody
	return p.Kind == State && !p.Negative && q.Head > p.Head && (who == nil || who.Phrase.Pronoun && who.Phrase.Name == "" && s.has(neuter, s.Fold(who.Phrase.Head)))
}
