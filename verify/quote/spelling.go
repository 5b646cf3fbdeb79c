package quote

import (
	"strings"

	"factcheck/claims/text"
)

// kin reports whether two words look like one word inflected: captured,
// captures. It is a guess by their letters that only arranges words; it knows no
// irregular forms.
func kin(v, w string) bool {
	if len(v) == 0 || len(w) == 0 || (v[0]^w[0])&^0x20 != 0 || v[0] >= '0' && v[0] <= '9' {
		return false
	}
	v, w = text.Fold(v), text.Fold(w)
	n := 0
	for n < len(v) && n < len(w) && v[n] == w[n] {
		n++
	}
	if n < 3 || n*2 < max(len(v), len(w)) {
		return false
	}
	return inflection(v[n:]) && inflection(w[n:]) || spelling(v) == spelling(w)
}

// inflection reports whether s can end a word whose stem stays the same.
func inflection(s string) bool {
	switch s {
	case "", "s", "es", "ed", "d", "ing", "ly", "e", "y", "ies", "ied", "ent", "ait", "aient", "a", "ont", "ee", "ees":
		return true
	}
	return false
}

// British endings and the American ones, in words of five letters and more.
var american = strings.NewReplacer("our", "or", "isation", "ization", "ising", "izing", "ised", "ized", "ises", "izes",
	"yse", "yze", "ence", "ense", "ogue", "og", "aem", "em", "aed", "ed", "ageing", "aging", "dgement", "dgment")

// spelling returns a form of the folded word w in which British and American
// spellings are equal.
func spelling(w string) string {
	if len(w) < 5 {
		return w
	}
	w = american.Replace(w)
	if s, ok := strings.CutSuffix(w, "ise"); ok {
		w = s + "ize"
	}
	for _, end := range [...]string{"", "s"} {
		if s, ok := strings.CutSuffix(w, "tre"+end); ok {
			w = s + "ter" + end
		}
	}
	if len(w) >= 8 {
		for _, end := range [...]string{"lled", "lling", "ller", "llor"} {
			if s, ok := strings.CutSuffix(w, end); ok {
				w = s + end[1:]
			}
		}
	}
	return w
}
