package claims

import (
	"strings"
	"unicode"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What a name names.

// kindOf says what a name names, as far as its words tell: Person if nothing
// speaks against it and it has two words or more.
func (r *reading) kindOf(n text.Range) SpeakerKind {
	name := r.name(n)
	if r.initials(n) != "" || r.smallBody(n) {
		return Organisation
	}
	switch k, ok := lexicon.KindOf(r.lang, r.lower(n.End-1)); {
	case ok && k.Inside && n.Len() > 1:
		return Organisation // “Pilots' Guild”
	case k.Name == "street" && n.Len() > 1 && r.preposition(n.First-1):
		return Place // “on Herbert Street”; twin: “Jane Street”
	}
	if n.Len() == 1 && branded(name) {
		return Organisation
	}
	if before := r.lower(n.First - 1); n.Len() == 1 && lexicon.Is(r.lang, lexicon.Firm, before) && !r.capital(n.First-1) && !lexicon.Human(r.lang, before) && !text.IsPossessive(before) {
		return Organisation // “the airline Norvik”; twin: “the developer Jane Doe”
	}
	if _, ok := lexicon.OutletOf(name); ok || isOutlet(name) || r.bodyNoun(n.End-1) {
		return Organisation
	}
	if n.Len() >= 2 && lexicon.GivenName(r.word(n.First)) {
		return Person
	}
	if r.afterTitle(n) {
		return Person
	}
	if r.national(n) {
		return Organisation
	}
	if r.lang == "en" && r.word(n.End) == "," && r.lower(n.End+1) == "which" && !r.place(n) { // “Norvik, which owns it”
		return Organisation
	}
	if r.things(n) {
		return Organisation
	}
	switch r.cast.vote(name) {
	case grammar.Person:
		return Person
	case grammar.Organisation:
		return Organisation
	case grammar.Place:
		return Place
	}
	if p, ok := lexicon.PlaceOf(name); ok && p.Kind != lexicon.Demonym {
		return Place
	}
	for i := n.First; i < n.End; i++ {
		if w := r.lower(i); w == "of" || w == "for" || w == "and" || w == "&" || i > n.First && lexicon.Is(r.lang, lexicon.GroupNoun, w) {
			return Organisation
		}
	}
	if w := r.lower(n.First); w == "united" || w == "national" || w == "european" || w == "international" || r.lang != "en" && lexicon.Is(r.lang, lexicon.GroupNoun, w) || lexicon.Is(r.lang, lexicon.GroupNoun, r.lower(n.End-1)) {
		return Organisation
	}
	if r.words[n.End-1].Kind == text.Number || n.Len() == 1 && upper(name) {
		return Organisation
	}
	return Person
}

// things reports whether a name is nothing but common nouns, the last of several things: “Coastal Networks”. Twins: “Rose Fields”, “Marsh Brooks”.
func (r *reading) things(n text.Range) bool {
	for i := n.First; i < n.End; i++ {
		if w := r.lower(i); r.lang != "en" || lexicon.GivenName(r.word(i)) || r.bearing(i) || !r.several(i) && !lexicon.Known(w, lexicon.Any) {
			return false
		}
	}
	one, _ := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(n.End-1))
	return n.Len() > 1 && r.several(n.End-1) && len(one) > 5
}

// branded reports whether a word has a capital in its midst as only names of firms and wares have: “WestLink”. Twins: “McDoe”, “DiRoe”.
func branded(w string) bool {
	const shortest = 4 // letters before it
	at := strings.IndexFunc(w[min(1, len(w)):], unicode.IsUpper) + 1
	return at >= shortest && unicode.IsLower(rune(w[at-1])) && !strings.HasPrefix(w, "Fitz")
}

// national reports whether a name is that of a body of a country or province: a thing and
// the place, “Statistics Canada”, “Elections Ontario”. Twins: “Northern Ontario”, “Lake
// Ontario”.
func (r *reading) national(n text.Range) bool {
	if n.Len() < 2 || n.Len() > 4 || r.lang != "en" || !r.capital(n.End-2) || r.function(n.First) || r.place(n) || lexicon.GivenName(r.word(n.First)) {
		return false
	}
	thing, ok := lexicon.Lemma(lexicon.Noun, r.lower(n.End-2))
	if _, sort := lexicon.KindOf(r.lang, thing); !ok || sort || lexicon.Known(r.lower(n.End-2), lexicon.Adjective) {
		return false
	}
	p, ok := lexicon.PlaceOf(r.word(n.End - 1))
	return ok && (p.Kind == lexicon.Country || p.Kind == lexicon.Region)
}

// afterTitle reports whether the title of a person stands right before a name: Mr Jordan.
func (r *reading) afterTitle(n text.Range) bool {
	return n.First > 0 && r.capital(n.First-1) && lexicon.Is(r.lang, lexicon.Title, r.lower(n.First-1)) && !r.stop(n.First-1)
}

// organisationIn returns the first word of n that names an institution, -1 if none
// does.
func (r *reading) organisationIn(n text.Range) int {
	for i := n.First; i < n.End; i++ {
		if r.institution(i) || lexicon.Is(r.lang, lexicon.Medium, r.lower(i)) {
			return i
		}
	}
	return -1
}

// vote returns what the grammar takes a name for most often, Other if it knows nothing
// of it or is of two minds.
func (c *cast) vote(name string) grammar.NameKind {
	v := c.votes[name]
	if v == nil {
		return grammar.Other
	}
	best := grammar.Other
	for k, n := range v {
		if n > v[best] {
			best = grammar.NameKind(k)
		}
	}
	for k, n := range v {
		if n == v[best] && grammar.NameKind(k) != best {
			return grammar.Other
		}
	}
	return best
}
