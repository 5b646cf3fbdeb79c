package verify

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// checkable reports whether a statement says something that can be so or not so.
// Quotations and reported speech always do. Of a text's own sentences, questions
// and fragments do not: a heading without a verb, a dateline, a by-line.
func checkable(doc *claims.Document, s *claims.Statement) bool {
	if s.Kind == claims.Quote || s.Form != claims.Plain {
		return true
	}
	passage := s.Sentence.In(doc.Text)
	if strings.HasSuffix(strings.TrimRight(passage, " \t\n\"'”’»)"), "?") {
		return false
	}
	words := text.Words(s.Text)
	if doc.Lang != "" && doc.Lang != "en" {
		return len(words) > 4
	}
	for _, r := range text.Sentences(s.Text, words) {
		parsed := grammar.Parse(s.Text, words[r.First:r.End])
		for _, c := range grammar.Clauses(&parsed) {
			switch c.Link {
			case grammar.Main, grammar.Coordinated, grammar.Content, grammar.Aside:
				if c.Tense != grammar.NoTense && (c.Subject >= 0 || c.Borrowed) && !fronted(&c) {
					return true
				}
			}
		}
	}
	return false
}

// fronted reports whether the clause begins with its object and is no question:
// "What we know about the fall" names a thing.
func fronted(c *grammar.Clause) bool {
	return len(c.Objects) > 0 && c.Objects[0] == 0 && c.Subject > 0
}
