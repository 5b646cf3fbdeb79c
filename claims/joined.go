package claims

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Small words and marks inside a name.

// joins reports whether word i joins the parts of a name: "of", "de", "-".
func (r *reading) joins(i int) bool {
	if r.elided(i) {
		return true
	}
	switch r.lower(i) {
	case "of", "for", "and", "de", "du", "la", "van", "von", "bin", "al", "&", "der", "den", "di", "el", "ibn":
		return true
	case "-":
		return !r.words[i].Space
	}
	return false
}

// elided reports whether word i is the small “d’” of a family name in English: “Ann | d’Orsay”.
func (r *reading) elided(i int) bool {
	w := r.lower(i)
	return r.lang == "en" && (w == "d'" || w == "d’") && r.word(i)[0] == 'd' && r.capital(i+1) && r.spaceless(i+1)
}

// owned reports whether word i joins a body's name to whose body it is: “the Deckhands|'
// Union”, “the Women|'s Hockey League”, “St Luke|'s Church”. Twin: “Bana's Court”.
func (r *reading) owned(i int) bool {
	if r.owning(i) {
		return r.institution(i+1) && r.capital(i+1)
	}
	if r.lang != "en" || !text.IsPossessive(r.lower(i)) || !r.capital(i-1) || !lexicon.Is(r.lang, lexicon.Canonised, r.lower(i-2)) && !lexicon.Human(r.lang, r.lower(i-1)) && !lexicon.Is(r.lang, lexicon.Anonymous, r.lower(i-1)) {
		return false
	}
	k, body := i+1, false
	for ; r.capital(k) || r.joins(k) && r.capital(k+1) && r.lower(k) != "and"; k++ {
		body = body || r.institution(k)
	}
	return k > i+1 && (body || r.place(text.Range{First: k - 1, End: k}))
}

// owning reports whether word i is the apostrophe of a plural: “the Deckhands' Union”.
func (r *reading) owning(i int) bool {
	w := r.word(i)
	return (w == "'" || w == "’") && !r.words[i].Space && i+1 < len(r.words) && r.words[i+1].Space && strings.HasSuffix(r.word(i-1), "s")
}
