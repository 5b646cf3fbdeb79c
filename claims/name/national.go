package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Bodies of a state are called by its name, by its people's or by neither: "Argentina's Senate", "the Argentine Senate", "the Senate
// of Argentina", "the Senate".

// SameBody reports whether two phrases, with their articles and possessors, are for one body of one country. A body whose country
// is not told is none: "the Senate" may be any.
func SameBody(a, b string) bool {
	of, body := National(a)
	if !capital(body) {
		return false // "an Irish bank"
	}
	its, same := National(b)
	return capital(same) && text.Fold(body) == text.Fold(same) && lexicon.SamePeople(of, its)
}

// capital reports whether a string begins with a capital letter.
func capital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// National parts the name of a body from that of the country or people in front of it or behind it; both are empty if the
// phrase names no country, or nothing besides.
func National(phrase string) (country, body string) {
	w := strings.Fields(phrase)
	if len(w) > 1 && len(w[0]) > 1 && classOf(text.Fold(w[0]))&article != 0 {
		w = w[1:]
	}
	for k := len(w) - 1; k > 0; k-- {
		front := withoutPossessive(strings.Join(w[:k], " "))
		if _, ok := lexicon.PlaceOf(front); ok {
			return front, strings.Join(w[k:], " ")
		}
	}
	for k := 1; k+1 < len(w); k++ {
		behind := strings.Join(w[k+1:], " ")
		if _, ok := lexicon.PlaceOf(behind); ok && classOf(text.Fold(w[k]))&minor != 0 {
			return behind, strings.Join(w[:k], " ")
		}
	}
	return "", ""
}

// LongerCountry reports whether a phrase is the name of a country that begins with that of another one: "Guinea-Bissau's" beside
// "Guinea".
func LongerCountry(phrase, shorter string) bool {
	long := withoutPossessive(phrase)
	x, ok := lexicon.PlaceOf(long)
	y, found := lexicon.PlaceOf(shorter)
	return ok && found && x.Kind == lexicon.Country && y.Kind == lexicon.Country && !lexicon.SamePlace(long, shorter) && strings.HasPrefix(long, shorter)
}
