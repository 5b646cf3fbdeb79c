package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// cleft gives what a sentence puts in front of its clause back to the clause: "It was two months ago
// that the mayor resigned" says when she resigned, "it was in York that" where. "It was a relief that
// the mayor resigned" calls her going something, and stays as it is.
func (s *Sentence) cleft() {
	for _, q := range s.Propositions {
		s.singled(q)
		if !s.cleaves(q) {
			continue
		}
		p := q.Above
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
	if q.Above == nil || q.Link != grammar.Relative && q.Link != grammar.Circumstance && q.Link != grammar.Content {
		return false
	}
	p := q.Above
	who := p.Fill(Agent)
	return p.Kind == State && !p.Negative && q.Head > p.Head && s.dummy(who) && (who == nil || who.Phrase.Name == "")
}

// dummy reports whether the subject of a sentence is nobody, or a word that may stand for nobody.
func (s *Sentence) dummy(who *Slot) bool {
	return who == nil || who.Phrase.Pronoun && s.has(neuter, s.Fold(who.Phrase.Head))
}

// singled gives the clause of "It was Duda, not the abbot, who closed the school" its subject, and notes that it says so of him alone.
func (s *Sentence) singled(q *Proposition) {
	if q.Above == nil || q.Link != grammar.Relative {
		return
	}
	p := q.Above
	if p.Above != nil && s.excluded(p.Head) {
		p = p.Above
	}
	who, what, role := p.Fill(Agent), p.Fill(Attribute), Agent
	if p.Kind != State || p.Negative || what == nil || !s.dummy(who) || s.Fold(0) != words(s.Text.Lang, neuter) {
		return
	}
	if q.Passive {
		role = Patient
	}
	switch x := q.Fill(role); {
	case x == nil:
		q.Slots = append(q.Slots, Slot{Role: role, Phrase: what.Phrase})
	case x.Phrase.Head != what.Phrase.Head:
		return // "it is the school that the prince visited"
	}
	q.Only, p.Slots = true, p.Slots[:0]
}

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
