package translate

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// Long words that both languages have.

// endings turn words that French and English share: the word must be an English one.
var endings = [...][2]string{{"tion", "tion"}, {"sion", "sion"}, {"isation", "ization"}, {"ite", "ity"}, {"isme", "ism"}, {"iste", "ist"}, {"iser", "ize"}, {"ifier", "ify"},
	{"ique", "ic"}, {"ique", "ical"}, {"ance", "ance"}, {"ence", "ence"}, {"eux", "ous"}, {"ible", "ible"}, {"able", "able"}, {"logie", "logy"}, {"graphie", "graphy"}, {"ment", "ment"}, {"al", "al"}, {"aire", "ary"}, {"if", "ive"}}

// cognate returns the English word that a French one of six letters or more looks like by
// its ending, empty if there is none.
func cognate(tag grammar.Tag, lemma string) string {
	pos, ok := map[grammar.Tag]lexicon.POS{grammar.Noun: lexicon.Noun, grammar.Verb: lexicon.Verb, grammar.Adjective: lexicon.Adjective}[tag]
	if !ok || len(lemma) < 6 {
		return ""
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(lemma, e[0]); ok && len(stem) > 2 && lexicon.Known(stem+e[1], pos) {
			return stem + e[1]
		}
	}
	return ""
}
