package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What somebody is: the role that stands before a name, behind it, or in its apposition.

// bodily reports whether a role may be a body's: “conservative legal group”, not
// “former CIA operative”.
func (r *reading) bodily(role string) bool {
	for _, noun := range standings(r.lang, role) {
		if lexicon.Is(r.lang, lexicon.GroupNoun, noun) || lexicon.Is(r.lang, lexicon.Firm, noun) || lexicon.Is(r.lang, lexicon.Medium, noun) || lexicon.Is(r.lang, lexicon.Relation, noun) || lexicon.Is("en", lexicon.Institution, noun) {
			return true
		}
	}
	return false
}

// prefix returns the role that stands before a name: "civil society activist",
// "of Radio Kivu" for "Radio Kivu's".
func (r *reading) prefix(c text.Range) string {
	for c.First < c.End && (lexicon.Is("*", lexicon.Weekday, r.lower(c.First)) || r.word(c.First) == "On") {
		c.First++
	}
	if w := r.lower(c.First); c.Len() > 0 && (r.determiner(c.First) || lexicon.Is(r.lang, lexicon.Owning, w) || lexicon.Is(r.lang, lexicon.Courtesy, w)) {
		c.First++
	}
	if c.Len() > 1 && strings.HasSuffix(r.lower(c.End-1), "'s") {
		c.End--
		return "of " + r.name(c)
	}
	for c.Len() > 1 && r.word(c.First) == "-" { // “a 79-|year-old |academic”
		c.First += 2
	}
	for c.Len() > 1 && lexicon.Is(r.lang, lexicon.Courtesy, r.lower(c.End-1)) { // “Senator | Dr. Jane Doe”, “both | Mrs. Doe and”
		c.End--
	}
	for c.Len() > 1 && lexicon.Is(r.lang, lexicon.Either, r.lower(c.First)) { // “One | candidate, Jane Doe”
		c.First++
	}
	if c.Len() == 0 || !r.standing(c) {
		return ""
	}
	return r.name(c)
}

// postOf reports whether behind word i and an article a run of capitals goes on to a title and a
// name: “Speaker | of the House Rep. Guy Doe”, “The Council | on Lakes Director Jane Doe”. Twins: “a
// friend | of Mayor Jane Doe”, “President | of Bana Jane Doe”.
func (r *reading) postOf(i int) bool {
	k := i + 1
	if lexicon.Is(r.lang, lexicon.Article, r.lower(k)) {
		k++
	}
	first := k
	for r.capital(k) || r.word(k) == "-" && r.capital(k+1) {
		if k > first && r.capital(k) && r.capital(k+1) && r.capital(k+2) && (lexicon.Is(r.lang, lexicon.Title, r.word(k)) || lexicon.Is(r.lang, lexicon.RoleNoun, r.lower(k))) {
			return true
		}
		k++
	}
	return false
}

// headed reports whether word i joins a body to what it is of, before who heads it: “chamber | of
// | commerce president Jane Doe”. Twin: “a company | of late singer Jane Doe”.
func (r *reading) headed(i int) bool {
	const phrase = 5
	if r.capital(i-1) && r.postOf(i) {
		return true
	}
	if r.lower(i) != "of" || !r.institution(i-1) || lexicon.Human(r.lang, r.lower(i-1)) || lexicon.Known(r.lower(i+1), lexicon.Adjective) {
		return false
	}
	k := i + 1
	for k < i+phrase && !r.capital(k) && r.modifies(k) {
		k++
	}
	return k > i+2 && r.capital(k) && r.function(k-1)
}

// roleIn returns the role that an apposition gives, without its article and
// brackets; the empty string if it is none.
func (r *reading) roleIn(c text.Range) string {
	c = r.trim(c)
	if r.lang != "en" {
		if w := r.lower(c.First); r.auxiliary(w) || subordinates(w) || r.preposition(c.First) || lexicon.Is(r.lang, lexicon.Pronoun, w) || lexicon.Is(r.lang, lexicon.Aside, w) {
			return ""
		} else if lexicon.Is(r.lang, lexicon.Article, w) || lexicon.Is(r.lang, lexicon.Owning, w) {
			c.First++
		}
	}
	switch r.lower(c.First) {
	case "a", "an", "the", "his", "her", "its", "their", "our", "my", "your":
		c.First++
	case "who", "whose", "whom", "which", "when", "where", "and", "but", "said", "says", "was", "is", "has", "had", "in", "on", "at", "with", "after", "before", "as", "speaking", "reporting",
		"told", "to", "for", "by", "of", "while", "though", "although", "because", "if", "then", "he", "she", "it", "they", "or", "including", "from":
		return ""
	}
	for c.Len() > 1 && lexicon.Is(r.lang, lexicon.Either, r.lower(c.First)) { // “another | engineer”
		c.First++
	}
	if c.Len() == 0 || c.Len() > 20 {
		return ""
	}
	kin := lexicon.Is(r.lang, lexicon.Relation, r.lower(c.First)) && lexicon.Is(r.lang, lexicon.Owning, r.lower(c.First-1))
	for i := c.First + 1; i < c.End; i++ {
		if kin && lexicon.Is(r.lang, lexicon.Joining, r.lower(i)) && (!r.bearing(i+1) || r.several(i+1)) { // “Doe, his | wife and three dogs left”; twin “his mother and manager”
			return ""
		}
		if w := r.lower(i); w == "(" || w == "," || w == "that" || w == "who" || w == "whose" || w == "which" {
			c.End = i
			break
		}
	}
	if f, _ := utf8.DecodeRuneInString(r.word(c.First)); !unicode.IsLower(f) && r.words[c.First].Kind != text.Letters {
		return ""
	}
	if !r.standing(c) {
		return ""
	}
	for r.lang == "en" && c.Len() > 1 && (r.ofNoun(c.End-1) || text.IsPossessive(r.lower(c.End-1))) { // “author | of “Lake””, “host of Bana TV|'s “Lake””
		c.End--
	}
	return r.name(c)
}

// isNow returns the role that a clause says the one named by n has: “Doe is | the mayor of Bana”, “Doe, who has been | a baker since May,”. The
// empty string if it says none. Twins: “Doe is a friend of Roe”, “If Doe is a liar”, “Doe was the mayor”.
func (r *reading) isNow(n text.Range) string {
	verb := n.End
	if r.word(verb) == "," && r.lower(verb+1) == "who" {
		verb += 2
	} else if subordinates(r.lower(n.First - 1)) {
		return ""
	}
	switch lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(verb+1)); {
	case r.lower(verb) == "is", r.lower(verb) == "est":
	case r.lower(verb) == "has" && lemma == "be":
		verb++
	default:
		return ""
	}
	end := verb + 1
	for end < min(len(r.words), verb+maxRemit) && (r.words[end].Kind == text.Letters || text.IsPossessive(r.lower(end))) && !subordinates(r.lower(end)) && r.lower(end) != "since" {
		end++
	}
	role := r.roleIn(text.Range{First: verb + 1, End: end})
	if noun := standings(r.lang, role)[0]; !r.determiner(verb+1) || r.several(end-1) || !lexicon.Is(r.lang, lexicon.Title, noun) && !lexicon.Is(r.lang, lexicon.RoleNoun, noun) && !lexicon.Is(r.lang, lexicon.Calling, noun) {
		return ""
	}
	return role
}

// serves returns the role in a relative clause behind the name n: “Doe, who serves as | mayor of Bana,”. The empty string
// if there is none. Twins: “Doe, who once worked as a driver,”, “Doe, who is seen as a rebel,”.
func (r *reading) serves(n text.Range) string {
	const phrase = 6 // words between
	if r.word(n.End) != "," || r.lower(n.End+1) != "who" {
		return ""
	}
	as := n.End + 3
	for as < n.End+phrase && r.lower(as) != "as" {
		as++
	}
	verb := n.End + 2
	for modal(r.lower(verb)) || lexicon.Known(r.lower(verb), lexicon.Adverb) {
		verb++
	}
	if lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(verb)); r.lower(as) != "as" || r.auxiliary(r.lower(verb)) || lemma != r.lower(verb) && !strings.HasSuffix(r.lower(verb), "s") {
		return ""
	}
	end := as + 1
	for end < min(len(r.words), as+maxRemit) && r.words[end].Kind == text.Letters {
		end++
	}
	return r.roleIn(text.Range{First: as + 1, End: end})
}

// standing reports whether words say what somebody is: a noun phrase whose noun is of
// people or a body (“former mayor of Bana”), no deed (“arguing he is”), no other name
// (“Sen. Ted Cruz of Texas”), no stray capital (“Over”), not several (“rivals”).
func (r *reading) standing(c text.Range) bool {
	w := r.lower(c.First)
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); ok && lemma != w && (r.determiner(c.First+1) || (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")) && !lexicon.Known(w, lexicon.Adjective)) { // “Doe, blamed | the firm”, “the Doe Fund, includes | the firm”
		return false
	}
	noun := -1
	for i := c.First; i < c.End; i++ {
		w := r.lower(i)
		switch {
		case w == "?" || w == "!" || w == ":" || r.words[i].Kind == text.Quote && !r.owning(i), r.auxiliary(w), modal(w), lexicon.Is(r.lang, lexicon.Pronoun, w) && w != "his" && w != "their", lexicon.Is(r.lang, lexicon.Writer, w):
			return false
		case lexicon.Is(r.lang, lexicon.Title, w) && i+2 < c.End && r.given(i+1, c), i == c.First+1 && lexicon.Is(r.lang, lexicon.Years, w): // “eight years his senior”
			return false
		}
		if noun < 0 && (i+1 == c.End || r.preposition(i+1) || r.ofNoun(i+1) || r.word(i+1) == ",") {
			noun = i
		}
	}
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(max(0, noun))); noun > c.First && noun == c.End-1 && r.capital(noun-1) && ok && lemma != r.lower(noun) && strings.HasSuffix(r.lower(noun), "ed") { // “reporter Ann Roe accused | Guy Doe”
		return false
	}
	return noun >= 0 && r.bearing(noun) && (!r.several(noun) || r.institution(noun) && !lexicon.Is(r.lang, lexicon.Titles, r.lower(noun)))
}

// ofNoun reports whether word i begins what a noun is of: “mayor | of Bana”.
func (r *reading) ofNoun(i int) bool {
	switch r.lower(i) {
	case "of", "for", "and", "de", "du", "des", "d'", "et", "working", "living":
		return true
	}
	return false
}

// bearing reports whether word i is a noun of people or of a body of them.
func (r *reading) bearing(i int) bool {
	w := r.lower(i)
	if r.function(i) || r.institution(i) || lexicon.Human(r.lang, w) {
		return true
	}
	for _, k := range [...]lexicon.PersonWord{lexicon.Anonymous, lexicon.Relation, lexicon.Peer, lexicon.Calling} {
		if lexicon.Is(r.lang, k, w) {
			return true
		}
	}
	return !r.capital(i) && (r.agentNoun(i) || lexicon.Is(r.lang, lexicon.Firm, w) && !strings.HasSuffix(w, "er")) // “oil giant”, “policy maker”
}

// standings returns the nouns of a role, folded: mayor of “former mayor of Bana”,
// founder and chairman of “founder and chairman of the club”; in French the first noun of somebody, « ministre wallonne de l'Environnement ».
func standings(lang, role string) []string {
	var out []string
	noun, found := "", false
	for w := range strings.FieldsSeq(text.Fold(role)) {
		switch w {
		case "of", "for", "at", "in", "with", "from", "who", "to", "on", "as", "de", "du", "des", "working", "living":
			return append(out, noun)
		case "and", "et":
			out, found = append(out, noun), false
		default:
			if w = strings.Trim(w, ",.()"); !found {
				noun = w
			}
			found = lang != "en" && (found || lexicon.Is(lang, lexicon.RoleNoun, w) || lexicon.Is(lang, lexicon.Calling, w))
		}
	}
	return append(out, noun)
}
