package claims

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// lastName returns the name that ends the head of a mention, or that a noun such
// as "agency" follows; empty if the head is a common noun.
func (r *reading) lastName(head text.Range) text.Range {
	end := head.End
	if end > head.First && text.IsPossessive(r.lower(end-1)) {
		end--
	}
	for end > head.First && !r.capital(end-1) && strings.Contains(" news agency newspaper magazine ", " "+r.lower(end-1)+" ") && end-1 > head.First {
		end--
	}
	if end-4 >= head.First && r.word(end-2) == "-" && r.spaceless(end-1) && r.spaceless(end-2) && r.words[end-1].Kind == text.Letters && r.capital(end-3) && r.capital(end-4) && !r.capital(end-1) { // Ban Ki-moon
		first := end - 3
		for first > head.First && r.capital(first-1) {
			first--
		}
		n := r.untitled(text.Range{First: first, End: end - 2})
		return text.Range{First: n.First, End: end}
	}
	first := end
	if end > head.First && r.words[end-1].Kind == text.Number && end-2 >= head.First && r.capital(end-2) {
		if first = end - 1; !lexicon.Is(r.lang, lexicon.Numbered, r.lower(end-2)) {
			return text.Range{First: end - 2, End: end}
		}
	}
	for k := head.First; k < end; k++ {
		if (r.remit(k, end) == end || r.twofold(k, k+1, end) == end) && end > k+1 {
			first = k
			break
		}
	}
	for first > head.First && (r.capital(first-1) || first < end && first-1 > head.First && (r.joins(first-1) || r.owning(first-1) && r.institution(end-1) || r.owned(first-1)) && r.capital(first-2)) {
		first--
	}
	if first > head.First && r.elided(first-1) {
		first--
	}
	return r.untitled(text.Range{First: first, End: end})
}

// remit returns the end of what the body whose noun is word i is for, as far as it is part
// of its name: “Ministry | of the Environment, Conservation and Parks”. I+1 if that is
// nothing with an article or in several parts. Twin: “the Ministry of Health, Doe and Roe”.
func (r *reading) remit(i, end int) int {
	if w := r.lower(i + 1); r.lang != "en" || !r.capital(i) || !r.institution(i) || w != "of" && w != "for" {
		return i + 1
	}
	j := i + 2
	article := lexicon.Is(r.lang, lexicon.Article, r.lower(j))
	if article {
		j++
	}
	parts, first := 1, j
	for ; j < end && j < first+maxRemit; j++ {
		switch w := r.lower(j); {
		case r.capital(j) && !r.given(j, text.Range{First: first, End: end}):
		case j > first && w == "," && r.capital(j+1):
			parts++
		case j > first && w == "and" && r.capital(j+1): // the last of them
			if kind, _ := lexicon.KindOf(r.lang, r.lower(i)); parts == 1 && !article && kind.Name != "ministry" && kind.Name != "department" && !(r.lower(i+1) == "for" && r.thing(j+1)) {
				return i + 1 // “University of Bana and Doe”, not “Centers for Disease Control and Prevention”
			}
			for j++; j < end && r.capital(j); j++ {
			}
			return j
		case parts > 1 || !article || j == first: // “Ministry of Health, which”
			return i + 1
		default:
			return j
		}
	}
	if article && parts == 1 && j == end { // “Office of the Chief Coroner”
		return j
	}
	return i + 1
}

// maxRemit is more words than the name of a ministry says it is for.
const maxRemit = 14

// named returns the name that begins at word i and the role that its apposition
// gives it; the empty range if no name begins there.
func (r *reading) named(i, end int) (text.Range, string) {
	if !r.capital(i) && !r.elided(i) {
		return text.Range{}, ""
	}
	if m := r.mentionAt(i + 2); m != nil && m.Words.First == i+2 && r.lower(i+1) == "of" && r.leads(i) && r.several(i) && r.mentionAt(i) == nil { // “Shares of | Norvik”
		return text.Range{}, ""
	}
	for k := i; r.lang != "en" && k <= i+once(r.definite(i)); k++ {
		if m := r.mentionAt(k); m != nil && m.Words.First == k && m.Words.End <= end && r.smallBody(m.Words) {
			return m.Words, ""
		}
	}
	j := i + 1
	for j < end && (r.capital(j) && (!lexicon.Is(r.lang, lexicon.Opener, r.lower(j)) || r.particle(j)) || r.joins(j) && r.capital(j+1) && (r.word(j) == "-" && !r.words[j].Space || !strings.Contains(" and for ", r.lower(j)) && r.lower(j) != "of" || r.lower(j) == "of" && j > i) || r.owned(j)) {
		j++
	}
	first := i
	if r.definite(i) {
		first++
	}
	if j = r.twofold(first, j, end); j < end && r.words[j].Kind == text.Number && lexicon.Is(r.lang, lexicon.Numbered, r.lower(j-1)) { // Local 12
		j++
	}
	if r.word(j) == "-" && j+1 < end && r.spaceless(j) && r.spaceless(j+1) && r.words[j+1].Kind == text.Letters && (r.personal(j) || j == first+2 && r.joinedName(j)) { // Ban Ki-moon
		j += 2
	}
	for k := i; k < j; k++ {
		if whole := r.remit(k, end); whole > j {
			return text.Range{First: r.opened(text.Range{First: i, End: j}).First, End: whole}, ""
		}
	}
	n := r.untitled(text.Range{First: i, End: j})
	if n.Len() == 0 {
		return text.Range{}, ""
	}
	role := ""
	if r.lang != "en" {
		n = r.personIn(n)
		if m := r.mentionAt(n.First); m != nil && m.Role.Len() > 0 {
			role = r.name(m.Role)
		}
	}
	if r.word(j) == "," && role == "" {
		if r.aging(j) && r.word(j+2) == "," && (lexicon.Is(r.lang, lexicon.Article, r.lower(j+3)) || lexicon.Is(r.lang, lexicon.Relation, r.lower(j+3))) { // “Doe, 34, | son of the mayor”
			j += 2
		}
		k := j + 1
		for k < end && k < j+25 && r.word(k) != "," && (r.words[k].Kind != text.Quote || r.owning(k)) && r.word(k) != "." && r.word(k) != ";" && r.word(k) != ":" {
			k++
		}
		role = r.roleIn(text.Range{First: j + 1, End: k})
	}
	if role == "" && n.Len() >= 2 && n.First > i {
		role = r.post(i, n)
	}
	return n, role
}

// smallBody reports whether a name is that of a body which goes on in small letters: « l' | Agence régionale de santé », « la | Banque centrale ».
func (r *reading) smallBody(n text.Range) bool {
	_, kind := lexicon.KindOf(r.lang, r.lower(n.First))
	return r.lang != "en" && n.Len() > 1 && r.capital(n.First) && (kind || r.institution(n.First)) && !r.capital(n.First+1) && !r.capital(n.End-1)
}

// particle reports whether word i begins a family name of several words: “Anne | Le Doe”. Twin: “Anne. Le soir”.
func (r *reading) particle(i int) bool {
	return r.capital(i) && r.capital(i+1) && lexicon.Is("*", lexicon.Particle, r.lower(i))
}

// post returns the role in the capitals from word i on before the name n: “former | Liberal MP Jane Doe”.
func (r *reading) post(i int, n text.Range) string {
	if lexicon.Is(r.lang, lexicon.Lesser, r.lower(i-1)) && !r.capital(i-1) {
		i--
	}
	return r.before(text.Range{First: i, End: n.First})
}

// twofold returns the end of the name of a body that two things or more are in, whose first word i is
// followed by “and” or a comma at word j: “the Food | and Drug Administration”, “the Meteorology |,
// Climatology and Geophysics Agency”. Twin: “the Pentagon and State Department”.
func (r *reading) twofold(i, j, end int) int {
	if r.lang != "en" || j != i+1 || j+1 >= end || i == 0 || !r.definite(i-1) || r.institution(i) || r.given(i, text.Range{First: i, End: i + 2}) || !lexicon.Known(r.lower(i), lexicon.Noun) && !r.several(i) || r.place(text.Range{First: i, End: j}) {
		return j
	}
	and := j
	for r.word(and) == "," && and+2 < end && r.capital(and+1) && !r.place(text.Range{First: and + 1, End: and + 2}) {
		and += 2
	}
	k := and + 1
	for k < end && (r.capital(k) || k > and+1 && r.owned(k)) {
		k++
	}
	if r.lower(and) == "and" && k > and+1 && r.institution(k-1) {
		return k
	}
	return j
}

// joinedName reports whether the hyphen at word i joins a name that the grammar cuts, of short words: Ban Ki|-moon, Kim Jong|-un. Twins: Dana
// Cole-led, Guy Roe-style.
func (r *reading) joinedName(i int) bool {
	const short = 5 // letters
	w := r.lower(i + 1)
	return r.personal(i-1) && len(r.word(i-2)) <= short && len(r.word(i-1)) <= short && len(w) <= short && !lexicon.Is("en", lexicon.Compounding, w) && !r.capital(i+1)
}

// personal reports whether the grammar takes word i for a part of a person's name.
func (r *reading) personal(i int) bool {
	m := r.mentionAt(i)
	return m != nil && m.Kind == grammar.Person
}

// mentionAt returns the name that the grammar finds at word i, nil if none.
func (r *reading) mentionAt(i int) *speech.Mention {
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].Words.End > i })
	if k == len(r.names) || r.names[k].Words.First > i {
		return nil
	}
	return &r.names[k]
}

// before returns the role that stands in one run of capitals before a name; the
// empty string if only openers of sentences do.
func (r *reading) before(c text.Range) string {
	for c.First < c.End && r.opener(c.First) {
		c.First++
	}
	return r.prefix(c)
}

// called returns the role that small letters give the name n: in front of it (“Bana
// mayor | Odette Vagheni”), or in front of the commas around it (“a spokesman for the
// club, | Odette Vagheni,”). The empty string if there is none.
func (r *reading) called(n text.Range) string {
	before := n.First - 1
	for r.capital(before) && r.function(before) && !r.text.BlockStart(before) { // “his grandfather, Elder | Doe,”
		before--
	}
	end := n.End
	for lexicon.Is("*", lexicon.Letters, r.lower(end)) && r.capital(end) { // “The prosecutor, Jane Doe | KC,”
		end++
	}
	if r.word(before) == "," && (r.word(end) == "," || r.stop(end)) {
		first := before - 1
		if r.word(first) == ")" && r.word(first-2) == "(" { // “the head of the Lake Board (LB), | Doe,”
			first -= 3
		}
		for first > 0 && before-first < 12 && (r.words[first].Kind == text.Letters || r.word(first) == "-") && !(r.determiner(first) && !r.ofNoun(first-1)) && !r.text.BlockStart(first) {
			first--
		}
		if r.determiner(first) || lexicon.Is(r.lang, lexicon.Pronoun, r.lower(first)) || r.lang == "en" && r.leads(first) && r.possessor(first, before) { // “Bana's | mayor, Doe,”
			return r.roleIn(text.Range{First: first, End: before})
		}
		return ""
	}
	before = n.First - 1
	if lexicon.Is(r.lang, lexicon.Naming, r.lower(before)) { // “a silent young man named | Piet”
		before--
	}
	role := before
	if before < 0 || r.capital(before) || r.text.BlockStart(n.First) || r.text.Inside(before) != r.text.Inside(n.First) || !r.bearing(before) {
		return ""
	}
	first := before
	for first > 0 && before-first < 10 && !r.text.BlockStart(first) && (r.modifies(first-1) || r.owning(first-1)) {
		first--
	}
	if r.office(first-1) && first == before || r.headed(first-1) {
		for first -= 2; first > 0 && !r.text.BlockStart(first) && r.modifies(first-1); first-- {
		}
	}
	for k := first - 1; k >= 0 && before-k < maxRemit && !r.text.BlockStart(k+1); k-- {
		if r.remit(k, before) > first { // “Ministry of Parks, Roads and | Rivers spokesman”
			for first = k; r.capital(first-1) && !r.opener(first-1) && !r.text.BlockStart(first); first-- {
			}
			break
		}
	}
	return r.prefix(text.Range{First: first, End: role + 1})
}

// possessor reports whether the words from first on up to end begin with whose something is:
// “Bana's | mayor”, “Osei-Tutu's | mother”.
func (r *reading) possessor(first, end int) bool {
	for i := first; i < end; i++ {
		if text.IsPossessive(r.lower(i)) {
			return true
		}
		if !r.capital(i) && r.word(i) != "-" {
			return false
		}
	}
	return false
}

// office reports whether word i joins an office to what it is of, before a name: “secretary |
// of | state Jane Doe”. Twin: “a friend of actor Jane Doe”.
func (r *reading) office(i int) bool {
	return r.lower(i) == "of" && r.capital(i+2) && !r.capital(i+1) && r.institution(i+1) && !lexicon.Human(r.lang, r.lower(i+1)) && r.bearing(i-1) && !r.several(i-1)
}

// modifies reports whether word i may stand before the noun of a role: an adjective, a
// noun, a name.
func (r *reading) modifies(i int) bool {
	w := r.lower(i)
	if w == "" {
		return false
	}
	if r.words[i].Kind != text.Letters {
		return r.joins(i)
	}
	if r.capital(i) {
		return !r.opener(i)
	}
	if r.determiner(i) || r.preposition(i) || subordinates(w) || r.auxiliary(w) || modal(w) || lexicon.Is(r.lang, lexicon.Opener, w) {
		return false
	}
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); ok && lemma != w {
		return r.word(i-1) == "-" || !strings.HasSuffix(w, "ed") && lexicon.Known(w, lexicon.Adjective) // “self-proclaimed”
	}
	return lexicon.Known(w, lexicon.Noun) || lexicon.Known(w, lexicon.Adjective) || !lexicon.Known(w, lexicon.Any)
}

// institution reports whether word k ends the name of an institution.
func (r *reading) institution(k int) bool {
	w := r.lower(k)
	if r.bodyNoun(k) || w == "state" || lexicon.Is(r.lang, lexicon.GroupNoun, w) {
		return true
	}
	kind, ok := lexicon.KindOf(r.lang, w)
	return ok && kind.Inside && !kind.General // guild, tribunal
}

// bodyNoun reports whether word k ends the name of a body, in English and in what French
// took from it: “Bana Court”, “Halvard Developments”. Twin: “new developments”.
func (r *reading) bodyNoun(k int) bool {
	w := r.lower(k)
	return lexicon.Is("en", lexicon.Institution, w) || r.capital(k) && lexicon.Is("en", lexicon.Trade, w)
}

// place reports whether words are the name of a place.
func (r *reading) place(n text.Range) bool {
	if n.Len() > longestPlace { // a run of thousands of capitals is asked for at each word
		return false
	}
	p, ok := lexicon.PlaceOf(r.name(n))
	return ok && p.Kind != lexicon.NoPlace
}

// longestPlace is more words than the name of any place has.
const longestPlace = 12

// leads reports whether word i begins a sentence, a block or a quotation.
func (r *reading) leads(i int) bool {
	return i == 0 || r.words[i-1].Kind == text.Quote || r.stop(i-1) || r.word(i-1) == ":" || r.word(i-1) == ")" && r.stop(i-2) || r.text.BlockStart(i)
}

// several reports whether word i is the plural of a noun or of a title: “Rebels”, “Sens.”, not
// “Congress”.
func (r *reading) several(i int) bool {
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(i))
	plural := r.lang != "en" && r.determiner(i-1) && strings.HasSuffix(r.lower(i-1), "s") // « les | médias »
	return plural || ok && lemma != r.lower(i) || lexicon.Is(r.lang, lexicon.Titles, r.lower(i))
}

// capital reports whether word i is letters that begin with a capital.
func (r *reading) capital(i int) bool {
	if i < 0 || i >= len(r.words) || r.words[i].Kind != text.Letters {
		return false
	}
	w := r.word(i)
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) && w != "I"
}

// name returns a range of words as a name: single spaces between them.
func (r *reading) name(n text.Range) string {
	s := r.span(n).In(r.src)
	if !strings.ContainsAny(s, " \t\n\u00a0") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
