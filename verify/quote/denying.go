package quote

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// How a text that is laid beside one in the other language denies: with one word in English, with two in French.

// denying reports whether word i is one that denies by itself, not in an entry of several words: "sans condition", "n'importe quel".
func (s *reader) denying(i int) bool {
	if s.lang == "fr" && s.tree.Tokens[i].Tag == grammar.Noun && s.tree.Tokens[i].Lemma == "pas" {
		return false // "un pas dans la bonne direction"
	}
	return (s.gloss == nil || !s.gloss.Joined[i]) && listed("denying-"+s.lang, text.Fold(s.words[i].In(s.src)))
}

// denies reports whether word i denies what its clause says. Of "ne … pas" it is "ne", and
// none where the two do not deny: "tant que … ne … pas" is "until".
func (s *reader) denies(i int) bool {
	w := text.Fold(s.words[i].In(s.src))
	if s.lang != "fr" {
		return !listed("denied-again", w) || !slices.ContainsFunc(s.words[:i], func(x text.Word) bool { return listed("denied-first", text.Fold(x.In(s.src))) })
	}
	for k := range i { // "tant qu'il n'a pas"
		if text.Fold(s.words[k].In(s.src)) == "tant" && k+1 < i && strings.HasPrefix(text.Fold(s.words[k+1].In(s.src)), "qu") && i-k < 8 {
			return false
		}
	}
	if w == "ne" || w == "n'" {
		return s.partnered(i)
	}
	return !s.ne() && (w != "personne" || s.tree.Tokens[i].Tag == grammar.Pronoun)
}

// partnered reports whether "ne" stands with the other word of a denial, or with a verb that needs none: "je ne peux accepter". Twin:
// "avant qu'il ne soit trop tard".
func (s *reader) partnered(ne int) bool {
	verb := s.tree.Tokens[ne].Head
	if verb < 0 || listed("denied-alone", s.lemma(verb)) {
		return true
	}
	for k := range s.words {
		if f := text.Fold(s.words[k].In(s.src)); k != ne && s.tree.Under(k, verb) && (s.denying(k) || listed("ended-fr", f) || listed("denying-again-fr", f) || s.lemma(k) == "only") {
			return true
		}
	}
	return false
}

// ends reports whether word i says with a denial that what is denied was so before: "plus" of "ne … plus", "longer" of "no longer".
// Twins: "ne … pas plus", "ne … de plus", "no more than ten".
func (s *reader) ends(i int) bool {
	w := text.Fold(s.words[i].In(s.src))
	if !listed("ended-"+s.lang, w) {
		return false
	}
	if s.lang == "fr" {
		return s.ne() && !listed("denying-fr", text.Fold(s.words[max(i-1, 0)].In(s.src))) && !s.gloss.Joined[i]
	}
	return w == "anymore" || i > 0 && listed("before-ended", text.Fold(s.words[i-1].In(s.src))) && (i+1 == len(s.words) || s.words[i+1].In(s.src) != "than")
}

// ne reports whether the sentence has "ne": whatever else denies there says no more. That of "n'importe quel" denies nothing.
func (s *reader) ne() bool {
	if s.lang != "fr" {
		return false
	}
	for i, t := range s.tree.Tokens {
		if t.Lemma == "ne" && !s.gloss.Joined[i] {
			return true
		}
	}
	return false
}
