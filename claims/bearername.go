package claims

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What of a run of capitals is the name, and what stands before and behind it in the run.

// untitled takes off a name what stands before and behind it in one run of
// capitals: articles, openers of sentences, titles and functions with whatever
// is before them (“Rules Committee Chairman | Odette Vagheni”), and the town
// (“Odette Vagheni | of Kalemba”). What ends like an institution stays whole.
func (r *reading) untitled(n text.Range) text.Range {
	n = r.opened(n)
	of := n.First
	for of < n.End && r.word(of) != "of" && r.word(of) != "for" {
		of++
	}
	if k := r.officer(n, of); k > of {
		return text.Range{First: k, End: n.End}
	}
	if of < n.End { // “Pastor Joseph Brown of the First Church”, “Avery Cole of CIBC”
		if left := r.bearer(text.Range{First: n.First, End: of}); left.Len() >= 2 && (left.First > n.First || lexicon.GivenName(r.word(left.First)) || r.word(of) == "of" && ((left.Len() == 2 || left.Len() == 4 && r.word(left.End-2) == "-") && (r.strange(left) || of+2 == n.End && upper(r.word(of+1)) && !r.several(of-1)) || r.outletName(of+1, n.End))) && !r.institution(of-1) {
			return left
		}
	}
	if n.Len() == 0 || r.institution(n.End-1) || of < n.End && r.institution(of-1) && of-n.First >= 2 {
		return n
	}
	if n.Len() >= 2 && r.leads(n.First) && r.ordinary(n) {
		n.First++ // “Promoter | Stagefront”
	}
	if n.Len() >= 3 && r.given(n.First+1, n) && !lexicon.GivenName(r.word(n.First)) && lexicon.Known(r.lower(n.First), lexicon.Any) {
		n.First++ // “Rival | Odette Vagheni”
	}
	if _, one := lexicon.Hypernym(r.lower(n.First), "person", lexicon.Noun); n.Len() == 3 && one && !lexicon.GivenName(r.word(n.First)) && !upper(r.word(n.First)) && r.strange(text.Range{First: n.First + 1, End: n.End}) {
		n.First++ // “the former Olympian | Sune Tallaksen”; twin: “Baker Hughes Holdings”
	}
	return r.bearer(n)
}

// outletName reports whether words are the name of an outlet: “Juno Roe of | Bana News”.
func (r *reading) outletName(first, end int) bool {
	name := r.name(text.Range{First: first, End: end})
	_, ok := lexicon.OutletOf(name)
	return ok || isOutlet(name)
}

// officer returns the word at which a person's name begins behind his office, of which word of
// says what it is of: “Chief of Staff | Jane Doe”, “Supervisor of Elections | Jane Doe”. N.First if
// none does. Twin: “University of Jane Doe”.
func (r *reading) officer(n text.Range, of int) int {
	if of == n.First || of >= n.End || r.institution(of-1) {
		return n.First
	}
	if _, one := lexicon.Hypernym(r.lower(of-1), "person", lexicon.Noun); !one && !r.function(of-1) {
		return n.First
	}
	for k := of + 2; k < n.End-1; k++ {
		if r.given(k, n) {
			return k
		}
	}
	return n.First
}

// strange reports whether no dictionary has a word of a name: “Piet Hoekstra | of Delft
// Orbital”. Twin: “Trinity College of Music”.
func (r *reading) strange(n text.Range) bool {
	for i := n.First; i < n.End; i++ {
		if w := r.lower(i); lexicon.Known(w, lexicon.Any) || r.place(text.Range{First: i, End: i + 1}) || upper(r.word(i)) {
			return false
		}
	}
	return true
}

// ordinary reports whether the first word of a name that begins a sentence is a noun of
// people that has its capital from there: no given name, and the text has the name
// nowhere else.
func (r *reading) ordinary(n text.Range) bool {
	const reach = 1 << 16 // bytes of the text that are looked through
	w := r.word(n.First)
	if !r.capital(n.First+1) || upper(w) || lexicon.GivenName(w) || r.several(n.First) || r.place(text.Range{First: n.First, End: n.First + 1}) || !lexicon.Human(r.lang, w) && !lexicon.Is(r.lang, lexicon.Anonymous, w) && !lexicon.Is(r.lang, lexicon.Calling, w) && !r.agentNoun(n.First) {
		return false
	}
	return strings.Count(r.src[:min(len(r.src), reach)], r.name(n)) < 2
}

// agentNoun reports whether word i, which no dictionary has, ends as nouns of people do:
// irrigator, goaltender.
func (r *reading) agentNoun(i int) bool {
	w := strings.TrimSuffix(r.lower(i), "s")
	if len(w) < 6 || subordinates(w) || lexicon.Known(w, lexicon.Any) || lexicon.GivenName(r.word(i)) {
		return false
	}
	for _, end := range [...]string{"er", "or", "ist", "man", "woman"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// opened strips the openers of sentences, wherever one stands in the run (“Goma. While
// Odette Vagheni”), and ends the run before a weekday.
func (r *reading) opened(n text.Range) text.Range {
	for k := n.First; k < n.End; k++ {
		switch w := r.lower(k); {
		case lexicon.Is("*", lexicon.Weekday, w) && r.definite(k-1) && r.institution(k+1) && r.capital(k+1): // “the | Tuesday Club”
		case k == n.First && (r.opener(k) || lexicon.Is("*", lexicon.Weekday, w) || lexicon.Is(r.lang, lexicon.Prefix, w) && !r.institution(n.End-1)), k > n.First && r.capital(k) && lexicon.Is(r.lang, lexicon.Subordinator, w):
			n.First = k + 1
		case lexicon.Is("*", lexicon.Weekday, w):
			n.End = k
			return n
		}
	}
	return n
}

// bearer cuts a name to the person that bears it: the last title and what is
// before it go, and what an institution or a place leaves in front (“State |
// Odette Vagheni”), and the letters behind it (“Odette Vagheni | SC”).
func (r *reading) bearer(n text.Range) text.Range {
	for n.Len() > 2 && lexicon.Is("*", lexicon.Letters, r.lower(n.End-1)) && strings.ToLower(r.word(n.End-1)) != r.word(n.End-1) && !r.institution(n.End-2) {
		n.End-- // “Odette Vagheni | SC”
	}
	first, named := n.First, false
	for k := first; k < n.End-1; k++ {
		switch {
		case r.word(k) == "of" && k+2 < n.End && r.institution(k+1) && r.capital(k+2) && k > first && r.function(k-1): // Secretary of State
			n.First = k + 2
		case named && r.word(k) == "and": // two people
			return n
		case !r.function(k) || k > first && (!r.capital(k) || !r.capital(k+1)) || suffix(r.lower(k+1)):
			named = named || r.given(k, n) && !r.place(text.Range{First: k, End: k + 1})
		case named && !strings.HasSuffix(r.word(k), "."), k == first && r.given(k, n) && n.Len() == 2: // “Martin Luther King Day”, “Dean Amani”
			return n
		case demonym(r.lower(k)) && n.End-k <= 2:
		default:
			n.First = k + 1
		}
	}
	n = r.opened(n)
	for k := n.First + 1; k < n.End-1; k++ {
		unit := upper(r.word(k-1)) && len(r.word(k-1)) > 2 && !upper(r.word(k))                                              // “Navy SEAL | Odette Vagheni”
		stranger := unit && k == n.End-2 && r.strange(text.Range{First: k, End: k + 1}) && r.capital(k+1) && r.personal(k+1) // “Goma OCPD | Mbalu Oke”
		if stranger || r.given(k, n) && !r.ofNoun(k-1) && (unit || r.institution(k-1) || r.institution(n.First) || lexicon.Is(r.lang, lexicon.Medium, r.lower(k-1)) || r.place(text.Range{First: n.First, End: k})) {
			n.First = k
			break
		}
	}
	return n
}

// given reports whether word k of n is a given name with a surname behind it.
func (r *reading) given(k int, n text.Range) bool {
	return k+1 < n.End && (r.capital(k+1) || r.elided(k+1)) && lexicon.GivenName(r.word(k))
}

// function reports whether word k, in front of a name, says what its bearer is:
// a title, a role, where somebody is from.
func (r *reading) function(k int) bool {
	w := r.lower(k)
	if r.word(k+1) == "-" && k+2 < len(r.words) && r.spaceless(k+1) && r.spaceless(k+2) { // “Odile | Saint-Amand”
		return false
	}
	if lexicon.Is(r.lang, lexicon.Title, w) || lexicon.Is(r.lang, lexicon.RoleNoun, w) || demonym(w) {
		return !r.givenTitle(k)
	}
	one, ok := lexicon.LemmaIn(r.lang, lexicon.Noun, w)
	return ok && lexicon.Is(r.lang, lexicon.RoleNoun, one) && (r.given(k+1, text.Range{First: k, End: k + 3}) || len(r.cast.people[r.lower(k+1)]) > 0) // “Senators | Jane Doe and Paul Roe”
}

// family returns the folded family name of a person: the last word that is no “Jr.”.
func (r *reading) family(n text.Range) string {
	last := n.End - 1
	for last > n.First && suffix(r.lower(last)) {
		last--
	}
	if r.elided(last - 1) {
		return "d'" + r.lower(last)
	}
	return strings.ReplaceAll(r.lower(last), "’", "'")
}

// suffix reports whether w, folded, may only end a name.
func suffix(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

// demonym reports whether w says where somebody is from: "Congolese".
func demonym(w string) bool {
	p, ok := lexicon.PlaceOf(w)
	return ok && p.Kind == lexicon.Demonym
}

// opener reports whether word i has a capital for no other reason than that it begins
// a sentence: “Despite | Weaver”, “Having | Billy Eichner”.
func (r *reading) opener(i int) bool {
	w := r.lower(i)
	if lexicon.Is(r.lang, lexicon.Opener, w) {
		return true
	}
	if lexicon.GivenName(r.word(i)) || !r.leads(i) {
		return false
	}
	if strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") && len(w) > 5 {
		lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w)
		return ok && lemma != w && !(strings.HasSuffix(w, "ed") && r.thing(i+1))
	}
	return strings.HasSuffix(w, "ly") && lexicon.Known(w, lexicon.Adverb)
}

// thing reports whether word i has a capital though it is a common noun for nobody: “Shared |
// Health”, “Registered | Nurses”. Twin: “Accused | Paul Doe”.
func (r *reading) thing(i int) bool {
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(i))
	return ok && r.capital(i) && lexicon.Known(lemma, lexicon.Noun) && !lexicon.GivenName(r.word(i)) && (!r.function(i) || r.several(i)) && !r.place(text.Range{First: i, End: i + 1})
}

// nation reports whether a name of two words or more is none but says where or of
// which party somebody is: “Kentucky Republican”, “Afro-Colombian”, not “the Goma Advocate”.
func (r *reading) nation(n text.Range) bool {
	w := r.lower(n.End - 1)
	if lexicon.Is(r.lang, lexicon.Paper, w) && lexicon.Is(r.lang, lexicon.Article, r.lower(n.First-1)) || lexicon.Is(r.lang, lexicon.Title, w) && n.Len() == 2 && r.strange(text.Range{First: n.First, End: n.First + 1}) { // “Mbalu King”
		return false
	}
	return n.Len() > 1 && (demonym(w) || lexicon.Is(r.lang, lexicon.RoleNoun, w)) && !r.given(n.First, n) && (demonym(w) || r.cast.vote(r.name(n)) != grammar.Organisation || r.place(text.Range{First: n.First, End: n.End - 1}))
}
