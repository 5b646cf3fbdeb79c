package speech

import "factcheck/claims/grammar"

// A Shape says what the content of a report is in grammar.
type Shape uint8

const (
	Clause     Shape = iota // a finite clause with its subject, or words between marks that stand apart: it is so or not
	Infinitive              // "to leave", "residents to leave"
	Phrase                  // a noun phrase, a participle, an embedded question: nothing that is so or not
)

// shape returns the shape of the content that the labels give the cue: that of the
// words at the top of its branches.
func (s *Analysis) shape(labels []Label, k int) Shape {
	best, first, n := Phrase, -1, 0
	for i, y := range labels {
		if y != ContentBegins && y != ContentGoesOn {
			continue
		}
		u := &s.units[i]
		if first < 0 || y == ContentBegins {
			first = i
		}
		if n++; n == 1 && questions[u.word] && (i+1 == len(labels) || labels[i+1] != ContentGoesOn) {
			return Phrase // “what | Republicans say | is a pattern”
		}
		switch {
		case u.quotation >= 0:
			return Clause
		case u.head >= 0 && (labels[u.head] == ContentBegins || labels[u.head] == ContentGoesOn):
		default:
			best = min(best, s.shapeOf(i, first, labels))
			if s.units[k].word == according && (s.predicates(i) || u.tag == grammar.Verb && first <= 1 && !u.feats.Has(grammar.Gerund)) {
				best = Clause
			}
		}
	}
	if best == Phrase && (s.units[k].lemma == say && first == k+1 && n > 5 && s.unit(k-1).word != to && !questions[s.units[first].word] || s.interrupted(labels, k)) {
		return Clause // whatever the tree makes of it: “said 400 people cast votes”
	}
	return best
}

// interrupted reports whether the cue at unit k stands with commas in the midst of a
// clause: “Many of the boats, he said, had been lost”. The tree gives its subject to
// the cue.
func (s *Analysis) interrupted(labels []Label, k int) bool {
	before, finite := false, false
	for i := range s.units {
		switch content := labels[i] == ContentBegins || labels[i] == ContentGoesOn; {
		case content && i > 0 && i < k && questions[s.units[i].word] && s.units[i-1].word == comma: // “the boats, which he said were lost”
			return false
		case content && i < k:
			before = i+1 < len(s.units) && (before || s.units[i+1].word == comma && labels[i+1] == Neither)
		case content && before:
			finite = finite || s.predicates(i) || s.units[i].feats.Has(grammar.Finite) || s.units[i].feats.Has(grammar.Modal)
		}
	}
	return finite && !s.passive(k)
}

var say = hashFold("say")

// shapeOf returns the shape of the clause whose predicate is unit i, in content that
// begins with unit first. A clause that a conjunction joins counts as well as the
// one that it is joined to.
func (s *Analysis) shapeOf(i, first int, labels []Label) Shape {
	u := &s.units[i]
	finite, subject, infinitive := u.feats.Has(grammar.Finite), false, false
	for j := s.kids[i]; j >= 0; j = s.next[j] {
		c := &s.units[j]
		if labels[j] != ContentBegins && labels[j] != ContentGoesOn {
			continue
		}
		switch c.rel {
		case grammar.Nsubj, grammar.NsubjPass, grammar.Expl, grammar.Csubj:
			subject = true
		case grammar.Aux, grammar.AuxPass, grammar.Cop:
			if c.feats.Has(grammar.Finite) || c.feats.Has(grammar.Modal) {
				finite, subject = true, subject || u.rel == grammar.Ccomp && int(j) < i && s.nominal(first, int(j)) // “said more | would be found”
			}
		case grammar.Mark:
			infinitive = infinitive || c.word == to
		case grammar.Conj, grammar.Parataxis, grammar.Ccomp:
			if s.shapeOf(int(j), int(j), labels) == Clause {
				return Clause
			}
		}
		if int(j) <= first+1 && questions[c.word] && c.rel != grammar.Det {
			return Phrase
		}
	}
	if u.tag == grammar.Verb && !u.feats.Has(grammar.Gerund) && !infinitive { // “said it raised 21 million”: past or participle
		finite = true
	}
	switch {
	case infinitive && !finite:
		return Infinitive
	case finite && subject:
		return Clause
	}
	return Phrase
}

// nominal reports whether the one to three units from first up to end may be a subject: “more”, “only a few”.
func (s *Analysis) nominal(first, end int) bool {
	for i := first; i < end; i++ {
		if t := s.units[i].tag; t != grammar.Adjective && t != grammar.Noun && t != grammar.Determiner && t != grammar.Number || s.units[i].name != 0 {
			return false
		}
	}
	return first < end && end <= first+3
}

// questions are the words that open an embedded question.
var questions = map[uint32]bool{
	hashFold("what"): true, hashFold("who"): true, hashFold("how"): true, hashFold("why"): true, hashFold("where"): true, hashFold("when"): true,
	hashFold("which"): true, hashFold("whether"): true, hashFold("if"): true,
}

// predicates reports whether unit i is the predicate of a finite clause.
func (s *Analysis) predicates(i int) bool {
	if u := &s.units[i]; u.tag == grammar.Verb && u.feats.Has(grammar.Finite) {
		return true
	}
	for j := s.kids[i]; j >= 0; j = s.next[j] {
		switch c := &s.units[j]; c.rel {
		case grammar.Aux, grammar.AuxPass, grammar.Cop:
			if c.feats.Has(grammar.Finite) || c.feats.Has(grammar.Modal) {
				return true
			}
		}
	}
	return false
}

// Predicated reports whether the passage that was taken apart last has a finite
// clause outside its quotations.
func (s *Analysis) Predicated() bool {
	for i := range s.units {
		if s.predicates(i) {
			return true
		}
	}
	return false
}

// governs reports whether unit k hangs on unit i.
func (s *Analysis) governs(i, k int) bool {
	for n, c := 0, s.units[k].head; c >= 0 && n < far; n++ {
		if int(c) == i {
			return true
		}
		c = s.units[c].head
	}
	return false
}
