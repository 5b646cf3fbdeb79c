package translate

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// demonym hangs where somebody comes from, word i, on the name right behind it, of which the tree has it for the head or a
// part: "la Kényane Mary Otieno" is Mary Otieno. Twin: "la Kényane a gagné".
func demonym(s *grammar.Sentence, src string, words []text.Word, i int) bool {
	n := i + 1
	w := words[i].In(src)
	if place, ok := lexicon.PlaceOf(w); !ok || place.Kind != lexicon.Demonym || text.Fold(w) == w || n == len(words) {
		return false
	}
	t, behind := &s.Tokens[i], &s.Tokens[n]
	if behind.Tag != grammar.ProperNoun || behind.Head != i {
		return false
	}
	behind.Head, behind.Rel = t.Head, t.Rel
	t.Head, t.Rel, t.Tag = n, grammar.NmodDesc, grammar.Noun
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == i && c.Rel != grammar.Det && c.Rel != grammar.Amod {
			c.Head = n
		}
	}
	return true
}

// masculine returns the form under which the table has an adjective that a word is the feminine of:
// "kényan" of "kényane", "canadien" of "canadiennes".
func masculine(form string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(form, "s"), "e")
	if strings.HasSuffix(w, "nn") {
		return w[:len(w)-1]
	}
	return w
}
