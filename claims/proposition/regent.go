package proposition

import (
	"slices"

	"factcheck/claims/grammar"
)

// The network hangs a clause on the noun in front of it, where the verb before governs it: "cleared by
// a jury of setting fire", "accused by the police of fraud". Which word may stand under which the
// signatures tell, which the grammar does not know; so the tree is put right here.

// regents hangs gerund clauses behind a passive's agent on the verb, if that governs them, and names
// behind a role on the role.
func (s *Sentence) regents() {
	cloned := false
	for i := range s.Tree.Tokens {
		h, r := s.regent(i)
		if h < 0 {
			continue
		}
		if !cloned {
			s.Tree.Tokens, cloned = slices.Clone(s.Tree.Tokens), true // others have it too
		}
		s.Tree.Tokens[i].Head, s.Tree.Tokens[i].Rel = h, r
	}
	if cloned {
		s.Tree.Settle()
	}
}

// regent returns the word that word i should hang on, and how; -1 if it hangs where it should.
func (s *Sentence) regent(i int) (int, grammar.Rel) {
	t := &s.Tree.Tokens[i]
	if t.Head < 0 || i == 0 {
		return -1, 0
	}
	n := &s.Tree.Tokens[t.Head]
	switch {
	case n.Head < 0:
	case t.Rel == grammar.Acl && s.Tree.Tokens[i-1].Head == i && n.Rel == grammar.OblAgent && s.governs(s.Lemma(n.Head), s.Fold(i-1)):
		return n.Head, grammar.Advcl
	case (t.Rel == grammar.Nmod || t.Rel == grammar.OblAgent) && (n.Rel == grammar.Obl || n.Rel == grammar.Xcomp) && n.Tag != grammar.Verb && t.Head > n.Head &&
		t.Tag == grammar.ProperNoun && s.has(agentive, s.preposition(i)) && s.child(n.Head, grammar.AuxPass) >= 0 && s.child(n.Head, grammar.OblAgent) < 0:
		return n.Head, grammar.OblAgent // "was promoted to major by Colonel Barry"
	case t.Rel == grammar.Appos && n.Rel == grammar.Nmod && n.Head < t.Head && s.personAt(i) && !s.personAt(t.Head) &&
		!isPerson(s.Text.Lang, s.Lemma(t.Head)) && isPerson(s.Text.Lang, s.Lemma(n.Head)):
		return n.Head, grammar.Appos // "the winner of the race, Marta Lind"
	}
	return -1, 0
}

// personAt reports whether the tagger takes word i for a part of a person's name.
func (s *Sentence) personAt(i int) bool {
	n, ok := s.Tree.NameAt(i)
	return ok && n.Kind == grammar.Person
}

// adjectiveAbove returns the adjective that a clause hangs on, "found guilty of falsifying", and of
// whom it is said; -1 if it hangs on none.
func (s *Sentence) adjectiveAbove(c *grammar.Clause) (adjective, who int) {
	h := s.Tree.Tokens[c.Predicate].Head
	if h < 0 || s.Tree.Tokens[h].Tag != grammar.Adjective || c.Link == grammar.Coordinated {
		return -1, -1
	}
	v := s.Tree.Tokens[h].Head
	if r := s.Tree.Tokens[h].Rel; r != grammar.Xcomp || v < 0 {
		return -1, -1
	}
	for i := range s.Clauses {
		if o := &s.Clauses[i]; o.Predicate == v {
			if o.Voice == grammar.Active && len(o.Objects) > 0 {
				return h, o.Objects[0] // "found him guilty of"
			}
			return h, o.Subject
		}
	}
	return h, -1
}

// underAdjective gives a clause what the adjective that it hangs on makes of it: "found not guilty of
// falsifying"; false if it hangs on none of the signatures.
func (s *Sentence) underAdjective(p *Proposition, c *grammar.Clause) bool {
	a, _ := s.adjectiveAbove(c)
	if a < 0 {
		return false
	}
	sig, ok := s.signature("adjective", s.joint(c), s.Lemma(a))
	if !ok {
		return false
	}
	s.step(p, sig, s.childIs(a, excluding), Asserted, a)
	return true
}
