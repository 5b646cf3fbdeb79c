package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// checkable reports whether a statement says something that can be so or not so.
// Quotations and reported speech always do, and so does what ends with a full
// stop and has a verb. Questions do not, nor does what ends without a full stop
// and is no clause: a heading without a predicate, a dateline, a by-line. What it
// parses of the statement's text it leaves in trees.
func checkable(doc *claims.Document, s *claims.Statement, trees *claims.Trees) bool {
	if s.Kind == claims.Quote || s.Form != claims.Plain {
		return credited(doc.Lang, s)
	}
	if attributionOnly(doc.Lang, s) {
		return false
	}
	passage := s.Sentence.In(doc.Text)
	bare := strings.TrimRight(passage, " \t\n\"'”’»)")
	if strings.HasSuffix(bare, "?") {
		return false
	}
	stopped := strings.HasSuffix(bare, ".")
	words := text.Words(s.Text)
	if doc.Lang != "" && doc.Lang != "en" {
		return len(words) > 4
	}
	for _, r := range text.Sentences(s.Text, words) {
		parsed := trees.Parse(s.Text, words[r.First:r.End])
		if stopped && (predicated(parsed.Tokens) || verbless(parsed.Tokens, s.Text, words[r.First:r.End])) {
			return true
		}
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

// nameWords is how many words a thing's name may have that is taken for reported.
const nameWords = 4

// named reports whether the content of reported speech is the name of a thing, and no
// more: "wrote [the majority opinion]". That no source bears it out says nothing;
// what contradicts its sentence does. What is confirmed or denied in so few words is
// said to be so or not to be so.
func named(lang string, s *claims.Statement, trees *claims.Trees) bool {
	if s.Kind == claims.Quote || s.Topic || lang != "" && lang != "en" {
		return false
	}
	words := text.Words(s.Text)
	if len(words) < 2 || len(words) > nameWords {
		return false
	}
	tokens := trees.Parse(s.Text, words).Tokens
	if t := tokens[0].Tag; t != grammar.Determiner && t != grammar.Pronoun || !tokens[len(tokens)-1].Tag.Nominal() {
		return false
	}
	return !slices.ContainsFunc(tokens[1:], func(t grammar.Token) bool {
		return t.Tag != grammar.Adjective && t.Tag != grammar.Adposition && !t.Tag.Nominal()
	})
}

// predicated reports whether a verb form stands where a predicate does: finite,
// or after the noun that it would be about. "With planted errors" has none.
func predicated(tokens []grammar.Token) bool {
	for i, t := range tokens {
		if t.Tag == grammar.Auxiliary || t.Tag == grammar.Verb && (t.Feats.Has(grammar.Finite) || i > 0 && tokens[i-1].Tag.Nominal()) {
			return true
		}
	}
	return false
}

// verbless reports whether a sentence that the tagger read without a finite verb has
// a word that may be one where a predicate stands: "The blast injured nine
// people", where "injured" was taken for an adjective.
func verbless(tokens []grammar.Token, src string, words []text.Word) bool {
	if len(tokens) < 4 || tokens[0].Tag == grammar.Adposition {
		return false
	}
	for i := 1; i < len(tokens); i++ {
		before, w := &tokens[i-1], text.Fold(words[i].In(src))
		capital := words[i-1].In(src)[0]
		if before.Tag == grammar.Adjective && i+1 < len(tokens) && (tokens[i+1].Tag == grammar.Number || tokens[i+1].Tag == grammar.Determiner) {
			if l, ok := lexicon.Lemma(lexicon.Verb, w); ok && l != w {
				return true // "the co-operative caught 300 fish"
			}
		}
		if !before.Tag.Nominal() && before.Tag != grammar.Punctuation && (capital < 'A' || capital > 'Z') {
			continue
		}
		if tokens[i].Tag == grammar.Verb && !tokens[i].Feats.Has(grammar.Gerund) {
			return true
		}
		if l, ok := lexicon.Lemma(lexicon.Verb, w); ok && l != w && !strings.HasSuffix(w, "ing") && before.Tag != grammar.Punctuation {
			return true
		}
	}
	return false
}

// fronted reports whether the clause begins with its object and is no question:
// "What we know about the fall" names a thing.
func fronted(c *grammar.Clause) bool {
	return len(c.Objects) > 0 && c.Objects[0] == 0 && c.Subject > 0
}
