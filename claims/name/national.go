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
	its, same := National(b)
	return body != "" && body == same && lexicon.SamePeople(of, its) && capital(a, body) && capital(b, same)
}

// capital reports whether a folded word or more of a phrase begins there with a capital: "Senate" of "Argentina's Senate", not "bank" of
// "an Irish bank".
func capital(phrase, folded string) bool {
	k := strings.Index(text.Fold(phrase), folded)
	c, _ := utf8.DecodeRuneInString(phrase[max(0, min(k, len(phrase))):])
	return unicode.IsUpper(c)
}

// National parts the name of a body, folded, from that of the country or people in front of it or behind it; both are empty if the
// phrase names no country, or nothing besides.
func National(phrase string) (country, body string) {
	w := strings.Fields(withoutArticle(text.Fold(phrase)))
	for k := len(w) - 1; k > 0; k-- {
		front := strings.TrimSuffix(strings.Join(w[:k], " "), "'s")
		if _, ok := lexicon.PlaceOf(front); ok {
			return front, strings.Join(w[k:], " ")
		}
	}
	for k := 1; k+1 < len(w); k++ {
		behind := strings.Join(w[k+1:], " ")
		if _, ok := lexicon.PlaceOf(behind); ok && classOf(w[k])&minor != 0 {
			return behind, strings.Join(w[:k], " ")
		}
	}
	return "", ""
}

// LongerCountry reports whether a phrase is the name of a country that begins with that of another one: "Guinea-Bissau's" beside
// "Guinea".
func LongerCountry(phrase, shorter string) bool {
	long := strings.TrimSuffix(phrase, "'s")
	x, ok := lexicon.PlaceOf(long)
	y, found := lexicon.PlaceOf(shorter)
	return ok && found && x.Kind == lexicon.Country && y.Kind == lexicon.Country && !lexicon.SamePlace(long, shorter) && strings.HasPrefix(long, shorter)
}
