package proposition

import "factcheck/claims/grammar"

// What a foreign text says in words that English has not, or has elsewhere.

// denier returns the word of a foreign subject by which English alone denies what a clause says: "| personne | n'a voté", "| aucun | passager n'a
// été blessé"; -1 if there is none.
func (s *Sentence) denier(c *grammar.Clause) int {
	if s.Gloss == nil || c.Subject < 0 || c.Negation < c.Subject {
		return -1
	}
	if s.has(everybody, s.Fold(c.Subject)) && s.Tree.Tokens[c.Subject].Tag == grammar.Pronoun {
		return c.Subject
	}
	if k := s.child(c.Subject, grammar.Det); k >= 0 && s.has(negating, s.Fold(k)) {
		return k
	}
	return -1
}

// silent reports whether an adverb of a foreign text has no English word of its own: "pas"
// of "n'a pas", "plus" of "n'est plus".
func (s *Sentence) silent(a int, c *grammar.Clause) bool {
	return s.Gloss != nil && (s.Fold(a) == "" || c.Negation >= 0 && (a > c.Negation && s.Fold(a) == s.Fold(c.Negation) || s.has(quantifying, s.Fold(a))))
}
