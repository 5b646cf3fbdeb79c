package proposition

import "factcheck/claims/grammar"

// What a foreign text says in words that English has not, or has elsewhere.

// silent reports whether an adverb of a foreign text has no English word of its own: "pas"
// of "n'a pas", "plus" of "n'est plus".
func (s *Sentence) silent(a int, c *grammar.Clause) bool {
	return s.Gloss != nil && (s.Fold(a) == "" || c.Negation >= 0 && (a > c.Negation && s.Fold(a) == s.Fold(c.Negation) || s.has(quantifying, s.Fold(a))))
}
