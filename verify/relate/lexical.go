package relate

import (
	"strings"

	"factcheck/claims/lexicon"
)

// kinship is how two content words stand to each other.
type kinship uint8

const (
	unrelated kinship = iota // as far as is known
	equal                    // the same word or a synonym
	narrower                 // the first is a kind of the second
	wider                    // the second is a kind of the first
	opposite                 // two poles of an axis
	exclusive                // nothing is both: a film and a series
)

// kin tells how the content word s stands to t.
func kin(lang string, s, t *term) kinship {
	if s.fold == t.fold || s.stem == t.stem {
		return equal
	}
	if (s.flags|t.flags)&digits != 0 {
		return unrelated
	}
	for _, x := range s.lemmas(lang) {
		for _, y := range t.lemmas(lang) {
			if x == y {
				return equal
			}
			if _, ok := lexicon.Opposite(lang, x, y, lexicon.Any); ok {
				return opposite
			}
		}
	}
	if privative(s.fold, t.fold) || privative(t.fold, s.fold) {
		return opposite
	}
	return unrelated
}

// privative reports whether t denies s by a prefix: "suitable", "unsuitable".
func privative(s, t string) bool {
	if len(s) < 4 || len(t) <= len(s) {
		return false
	}
	rest, ok := strings.CutSuffix(t, s)
	if !ok {
		return false
	}
	switch rest {
	case "un", "in", "im", "il", "ir", "non", "non-", "dis", "anti-", "mis":
		return true
	}
	return false
}

// lemmas returns the forms under which a dictionary may list the word, itself
// first.
func (t *term) lemmas(lang string) []string {
	forms := []string{t.fold}
	if lang != "en" {
		return append(forms, t.stem)
	}
	w := t.fold
	add := func(suffix string, endings ...string) {
		if root, ok := strings.CutSuffix(w, suffix); ok && len(root) > 1 {
			for _, e := range endings {
				forms = append(forms, root+e)
			}
			if n := len(root); n > 2 && root[n-1] == root[n-2] && (suffix == "ed" || suffix == "ing" || suffix == "er" || suffix == "est") {
				forms = append(forms, root[:n-1])
			}
		}
	}
	add("ies", "y")
	add("ied", "y")
	add("es", "")
	add("s", "")
	add("ed", "", "e")
	add("ing", "", "e")
	add("er", "", "e")
	add("est", "", "e")
	return forms
}
