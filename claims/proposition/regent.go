package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// The network hangs a clause on the noun in front of it, where the verb before governs it: "cleared by
// a jury of setting fire", "accused by the police of fraud". Which word may stand under which the
// signatures tell, which the grammar does not know; so the tree is put right here.

// regents hangs gerund clauses behind a passive's agent on the verb, if that governs them, and names
// behind a role on the role.
func (s *Sentence) regents() {
	cloned := s.unchangedVerbs()
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

// unchangedVerbs makes verbs of nouns at the head of a sentence whose past looks like them, where a noun of their own
// stands in front: "The dam burst on Thursday". It reports whether it did.
func (s *Sentence) unchangedVerbs() bool {
	for i := 1; i < len(s.Tree.Tokens); i++ {
		t, n := &s.Tree.Tokens[i], &s.Tree.Tokens[i-1]
		if t.Tag != grammar.Noun || t.Rel != grammar.Root || !n.Tag.Nominal() || n.Head != i || n.Rel != grammar.Compound ||
			!lexicon.Unchanged(s.Text.Lang, s.Fold(i)) || s.child(i, grammar.Cop) >= 0 || s.child(i, grammar.Obl, grammar.Obj, grammar.Nmod, grammar.OblUnmarked) < i {
			continue
		}
		s.Tree.Tokens = slices.Clone(s.Tree.Tokens)
		for k := range s.Tree.Tokens {
			switch c := &s.Tree.Tokens[k]; {
			case c.Head != i:
			case k == i-1:
				c.Rel = grammar.Nsubj
			case k < i:
				c.Head = i - 1
			case c.Rel == grammar.Nmod:
				c.Rel = grammar.Obl
			}
		}
		s.Tree.Tokens[i].Tag, s.Tree.Tokens[i].Feats = grammar.Verb, grammar.Finite|grammar.Past
		return true
	}
	return false
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
	case t.Rel == grammar.Acl && s.Tree.Tokens[i-1].Head == i && (n.Rel == grammar.OblAgent || n.Rel == grammar.Obj && t.Feats.Has(grammar.Gerund)) && s.governs(s.Lemma(n.Head), s.Fold(i-1)):
		return n.Head, grammar.Advcl
	case (t.Rel == grammar.Nmod || t.Rel == grammar.OblAgent) && (n.Rel == grammar.Obl || n.Rel == grammar.Xcomp) && n.Tag != grammar.Verb && t.Head > n.Head &&
		t.Tag == grammar.ProperNoun && s.has(agentive, s.preposition(i)) && s.child(n.Head, grammar.AuxPass) >= 0 && s.child(n.Head, grammar.OblAgent) < 0:
		return n.Head, grammar.OblAgent // "was promoted to major by Colonel Barry"
	case t.Rel == grammar.Appos && n.Rel == grammar.Nmod && n.Head < t.Head && s.personAt(i) && !s.personAt(t.Head) &&
		!lexicon.Human(s.Text.Lang, s.Lemma(t.Head)) && (isPerson(s.Text.Lang, s.Lemma(n.Head)) || lexicon.Is(s.Text.Lang, lexicon.RoleNoun, s.Lemma(n.Head))):
		return n.Head, grammar.Appos // "the winner of the race, Marta Lind"
	}
	return -1, 0
}

// Person reports whether the tagger takes a name of the text for a person's.
func (p *Phrase) Person() bool { return p.Name != "" && !p.Resolved && p.Sentence.personAt(p.Head) }

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
