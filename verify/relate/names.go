package relate

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// sameName reports whether two names are of one person, place or body.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if slices.Equal(x, y) {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return x[len(x)-1] == y[len(y)-1] && containedIn(x, y) && !lexicon.SamePlace(a, b)
}

// perhapsName reports whether two names may be one, as far as is known.
func perhapsName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	for _, w := range x {
		if slices.Contains(y, w) {
			return true
		}
	}
	return lexicon.SamePlace(a, b) || initialsOf(x) == strings.Join(y, "") || initialsOf(y) == strings.Join(x, "")
}

func initialsOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(w[0])
	}
	return b.String()
}

func containedIn(x, y []string) bool {
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

// nameWords returns the folded words of a name that count.
func nameWords(s string) []string {
	var words []string
	for _, w := range text.Words(s) {
		f := strings.TrimSuffix(text.Fold(w.In(s)), ".")
		if w.Kind != text.Letters && w.Kind != text.Number || f == "'s" || f == "the" || lexicon.Is("en", lexicon.Title, f) {
			continue
		}
		words = append(words, f)
	}
	return words
}
