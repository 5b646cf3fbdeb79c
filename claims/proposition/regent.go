package proposition

import (
	"slices"

	"factcheck/claims/grammar"
)

// The network hangs a clause on the noun in front of it, where the verb before governs it: "cleared by
// a jury of setting fire", "accused by the police of fraud". Which word may stand under which the
// signatures tell, which the grammar does not know; so the tree is put right here.

// regents hangs gerund clauses behind a passive's agent on the verb, if that governs them.
func (s *Sentence) regents() {
	cloned := false
	for i := range s.Tree.Tokens {
		t := &s.Tree.Tokens[i]
		if t.Rel != grammar.Acl || t.Head < 0 || i == 0 || s.Tree.Tokens[i-1].Head != i {
			continue
		}
		n := &s.Tree.Tokens[t.Head]
		if n.Rel != grammar.OblAgent || n.Head < 0 || !s.governs(s.Lemma(n.Head), s.Fold(i-1)) {
			continue
		}
		if !cloned {
			s.Tree.Tokens, cloned = slices.Clone(s.Tree.Tokens), true // others have it too
			t = &s.Tree.Tokens[i]
		}
		t.Head, t.Rel = n.Head, grammar.Advcl
	}
	if cloned {
		s.Tree.Settle()
	}
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
