package claims

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// resolve says who a mention means; kind is what its grammar takes it for, and held is
// what is said, in which a pronoun's bearer is not looked for.
func (c *cast) resolve(r *reading, mention text.Range, kind grammar.NameKind, held []text.Range) Speaker {
	mention = r.subject(r.trim(mention))
	self := lexicon.NoGender
	if w := r.word(mention.End); lexicon.Is(r.lang, lexicon.Reflexive, w) { // “Clinton | herself”
		self = lexicon.TitleGender(r.lang, w)
	}
	if mention.Len() == 0 {
		return Speaker{}
	}
	s := Speaker{Span: r.span(mention)}
	s.Text = s.Span.In(r.src)
	if mention.Len() == 1 {
		if done := c.pronoun(r, mention.First, &s, held); done {
			return s
		}
	}
	if c.latter(r, mention, &s) {
		return s
	}
	if r.lang != "en" {
		c.bearer(r, mention, &s, held)
		return s
	}
	head := r.headOf(mention)
	n := r.lastName(head)
	if n.Len() == 1 && r.function(n.First) && !r.labels[r.name(n)] && (r.determiner(mention.First) || lexicon.Is(r.lang, lexicon.Owning, r.lower(mention.First)) || mention.Len() == 1 && c.find(r, n) == nil) { // the President
		n = text.Range{}
	}
	if c.pair(r, n) {
		s.Kind = Anonymous
		return s
	}
	if n.Len() > 0 && r.text.Inside(n.First) >= 0 && r.text.Inside(mention.First) < 0 || r.followers(n) || r.inHeadline(n) && c.find(r, n) == nil {
		n = text.Range{}
	}
	if r.determiner(mention.First) && r.styled(n, mention.End) || r.two(n) || r.commonNoun(n) || r.nation(n) && c.find(r, n) == nil || n.Len() == 1 && demonym(r.lower(n.First)) && r.determiner(mention.First) {
		n = text.Range{}
	}
	if n.Len() == 0 {
		if c.renamed(r, mention, &s) {
			return s
		}
		if by := r.writers(mention, head); by.Len() > 0 {
			return mentioned(c.resolve(r, by, grammar.Other, held), s)
		}
		s.Kind = Anonymous
		if given := r.givenAs(mention); given.Len() > 0 {
			s.Name, s.Kind = r.name(given), Person
			return s
		}
		c.description(r, mention, head, &s, held)
		return s
	}
	s.Name, s.Kind = r.name(n), r.kindOf(n)
	if r.lower(mention.First) == "the" && n.Len() == 1 {
		s.Kind = Organisation
	}
	if (n.Len() == 1 || s.Kind == Person) && !r.afterTitle(n) && !c.surely(s.Name) {
		switch kind {
		case grammar.Organisation:
			s.Kind = Organisation
		case grammar.Place:
			s.Kind = Place
		}
	}
	if m := c.ofSex(c.find(r, n), self); m != nil {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
	if s.Role == "" && head.End < mention.End && r.word(head.End) == "," {
		s.Role = r.roleIn(text.Range{First: head.End + 1, End: mention.End})
	}
	if s.Role == "" && n.First > head.First {
		s.Role = r.prefix(text.Range{First: head.First, End: n.First})
	}
	if s.Kind != Person && !r.bodily(s.Role) {
		s.Role = ""
	}
	return s
}

// givenAs returns the name by which a mention says that somebody is called: “a teacher who gave
// her name only as | Josie”. The empty range if it says none. Twin: “a man dressed as Elvis”.
func (r *reading) givenAs(mention text.Range) text.Range {
	const phrase = 5 // words between
	naming := -phrase
	for i := mention.First; i < mention.End; i++ {
		switch {
		case lexicon.Is(r.lang, lexicon.Naming, r.lower(i)):
			naming = i
		case r.capital(i) && i-naming < phrase && r.lower(i-1) == "as":
			n, _ := r.named(i, mention.End)
			return n
		}
	}
	return text.Range{}
}

// ofSex returns m, or the one namesake of that sex if m is of the other. Nil if there is none
// or are several.
func (c *cast) ofSex(m *member, sex lexicon.Gender) *member {
	other := func(m *member) bool { return sex != lexicon.NoGender && cmp.Or(m.sex, m.usual, sex) != sex }
	if m == nil || !other(m) {
		return m
	}
	list := slices.DeleteFunc(slices.Clone(c.people[text.Fold(lastWord(m.name))]), other)
	if len(list) != 1 {
		return nil
	}
	return list[0]
}

// subject returns a mention without the participle phrase before it: “Giving evidence, |
// Doe's sister, Jane Roe”; and without “herself” behind it.
func (r *reading) subject(mention text.Range) text.Range {
	const phrase = 8
	if mention.Len() > 1 && r.lang == "en" && lexicon.Is(r.lang, lexicon.Reflexive, r.lower(mention.End-1)) {
		mention.End--
	}
	if !r.leads(mention.First) || mention.Len() < 4 || !r.opener(mention.First) || !strings.HasSuffix(r.lower(mention.First), "ing") {
		return mention
	}
	for i := mention.First + 1; i < min(mention.End-1, mention.First+phrase); i++ {
		if r.word(i) == "," {
			mention.First = i + 1
			break
		}
	}
	return mention
}

// styled reports whether a name behind an article is an office: its last word is one, or
// somebody with a title is called so behind a comma: “the Dairo of the market, Mr Paul Roe”.
// Twin: “the Union Leader”, a paper.
func (r *reading) styled(n text.Range, end int) bool {
	if n.Len() == 0 || r.given(n.First, n) {
		return false
	}
	if _, ok := lexicon.OutletOf(r.name(n)); !ok && n.Len() > 1 && lexicon.Is(r.lang, lexicon.RoleNoun, r.lower(n.End-1)) && !isOutlet(r.name(n)) {
		return true
	}
	for i := n.End; i+2 < end && !r.capital(i+1); i++ {
		if r.word(i+1) == "," {
			return r.capital(i+2) && lexicon.Is(r.lang, lexicon.Title, r.word(i+2))
		}
	}
	return r.word(n.End) == "," && n.End+2 < end && lexicon.Is(r.lang, lexicon.Title, r.word(n.End+1)) && r.capital(n.End+1)
}

// two reports whether a name is those of two people: “Jane Doe and Paul Roe”. Twin: “Brown and
// Root”.
func (r *reading) two(n text.Range) bool {
	for i := n.First + 2; i < n.End-1; i++ {
		for k := i + 1; lexicon.Is(r.lang, lexicon.Joining, r.word(i)) && r.given(n.First, n) && k < n.End; k++ {
			if r.given(k, n) || r.function(k) {
				return true
			}
		}
	}
	return false
}

// pair reports whether a name is of two that the text names: “Cole and Roe”, “Canada and Mexico”.
// Twins: “Brown and Root”, “Trinidad and Tobago”.
func (c *cast) pair(r *reading, n text.Range) bool {
	if n.Len() < 3 || r.place(n) {
		return false
	}
	known := func(n text.Range) bool { return c.find(r, n) != nil || r.place(n) }
	for i := n.First + 1; i < n.End-1; i++ {
		if lexicon.Is(r.lang, lexicon.Joining, r.word(i)) {
			return known(text.Range{First: n.First, End: i}) && known(text.Range{First: i + 1, End: n.End})
		}
	}
	return false
}

// followers reports whether a name is none but says whose people they are, or of which land:
// “Supporters of Cole”, “Americans”. Twins: “Doctors of the World” where the text has it elsewhere,
// “the Canadiens”.
func (r *reading) followers(n text.Range) bool {
	one, ok := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(n.First))
	if r.lang != "en" || n.Len() == 0 || !ok || one == r.lower(n.First) {
		return false
	}
	if n.Len() == 1 {
		return demonym(one) && !r.definite(n.First-1)
	}
	return r.ofNoun(n.First+1) && r.leads(n.First) && (lexicon.Human(r.lang, one) || lexicon.Is(r.lang, lexicon.Anonymous, r.lower(n.First))) && !r.institution(n.End-1)
}

// inHeadline reports whether a name stands in a headline whose words all have capitals.
func (r *reading) inHeadline(n text.Range) bool {
	k := sort.Search(len(r.text.Blocks), func(k int) bool { return r.text.Blocks[k].End > n.First })
	if n.Len() == 0 || k == len(r.text.Blocks) {
		return false
	}
	b := r.text.Blocks[k]
	if _, ok := lexicon.OutletOf(r.name(n)); ok || r.labels[r.name(n)] || r.given(n.First, n) || r.bodyNoun(n.End-1) {
		return false
	}
	return b.Len() > 4 && b.Len() < headline && r.heading(b)
}

// bodily reports whether a role may be a body's: “conservative legal group”, not
// “former CIA operative”.
func (r *reading) bodily(role string) bool {
	for _, noun := range standings(role) {
		if lexicon.Is(r.lang, lexicon.GroupNoun, noun) || lexicon.Is(r.lang, lexicon.Firm, noun) || lexicon.Is(r.lang, lexicon.Medium, noun) || lexicon.Is(r.lang, lexicon.Relation, noun) || lexicon.Is("en", lexicon.Institution, noun) {
			return true
		}
	}
	return false
}

// writers returns the words behind “by” or “from” in “a report by the Lake Board”, which
// says what the board does. The empty range for what is no writing.
func (r *reading) writers(mention, head text.Range) text.Range {
	by := head.End
	if r.word(by) == "," { // “the report, by the Lake Board,”
		by++
	}
	noun := head.End - 1
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(noun)); ok && lemma != r.lower(noun) && noun-1 > head.First { // “a document | filed by Guy Doe”
		noun--
	}
	switch r.lower(by) {
	case "by", "from":
		if lexicon.ActOf(r.lang, lexicon.NounCue, r.lower(noun), "") == lexicon.Writing && by+1 < mention.End {
			return text.Range{First: by + 1, End: mention.End}
		}
	}
	return text.Range{}
}

// renamed resolves a role that an apposition names: "the head of the clinic, Jane
// Doe".
func (c *cast) renamed(r *reading, mention text.Range, s *Speaker) bool {
	for i := mention.First + 2; i+1 < mention.End; i++ {
		if r.word(i) != "," {
			continue
		}
		first := i + 1
		for first+1 < mention.End && !r.capital(first) && (r.modifies(first) || first == i+1 && lexicon.Is(r.lang, lexicon.Article, r.lower(first))) { // “the petitioner, (the) social worker | Jane Doe”
			first++
		}
		if !r.capital(first) {
			continue
		}
		n, _ := r.named(first, mention.End)
		if n.Len() < 2 && n.End != mention.End || n.First != first && !r.function(first) || first > i+1 && !r.bearing(first-1) && first != i+2 {
			return false
		}
		role := r.roleIn(text.Range{First: mention.First, End: i})
		s.Name, s.Kind, s.Role = r.name(n), r.kindOf(n), role
		if m := c.find(r, n); m != nil {
			if m.role == "" {
				m.role = role
			}
			s.Name, s.Kind = m.name, m.kind
		}
		return true
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
	if c.Len() == 0 || !r.standing(c) {
		return ""
	}
	return r.name(c)
}

// mentioned returns who with the mention of s.
func mentioned(who, s Speaker) Speaker {
	who.Text, who.Span = s.Text, s.Span
	return who
}

// antecedent returns the words before the relative pronoun at i that it stands
// for: back to the nearest mark or verb-like small word.
func (r *reading) antecedent(i int) text.Range {
	end := i
	if r.word(end-1) == "," {
		end--
	}
	for k := end - 1; k > 0 && end-k < 14 && r.words[k].Kind == text.Letters; k-- { // “Doe, | a lawyer from Bana, who”
		if r.word(k-1) == "," && r.determiner(k) && r.capital(k-2) {
			end = k - 1
			break
		}
	}
	first := end
	if w := r.lower(end - 1); w == "who" || w == "which" {
		return text.Range{}
	}
	for first > 0 && end-first < 8 && r.words[first-1].Kind != text.Punct && r.words[first-1].Kind != text.Quote &&
		(r.capital(first-1) || r.joins(first-1) || first == end || r.lower(first-1) == "the" || r.lower(first-1) == "a") {
		first--
		if w := r.lower(first); w == "the" || w == "a" {
			break
		}
	}
	return text.Range{First: first, End: end}
}

// headOf cuts a mention before its first comma, bracket or preposition: "one
// officer | in the army".
func (r *reading) headOf(mention text.Range) text.Range {
	for i := mention.First + 1; i < mention.End; i++ {
		if end := r.remit(i-1, mention.End); end > i {
			i = end - 1
			continue
		}
		if r.capital(i) && !upper(r.word(i)) { // part of a name, whatever word it is
			continue
		}
		if r.capital(i-1) && strings.HasSuffix(r.word(i), "ing") && r.words[i].Space { // “Jane Doe tweeting that”
			return text.Range{First: mention.First, End: i}
		}
		switch r.lower(i) {
		case ",", "(", "–", "—", "--", "by", "in", "from", "with", "at", "on", "who", "which", "that", "and", "for", "of", "to", "citing",
			"de", "du", "des", "d'", "dans", "qui", "pour", "et":
			if w := r.lower(i); r.determiner(mention.First) && r.lower(mention.First) != "the" && lexicon.Is(r.lang, lexicon.Title, r.word(i+1)) { // “a bench of | Justice Jane Doe”
				return text.Range{First: mention.First, End: i}
			} else if (w == "of" || w == "for" || w == "and" || w == "de" || w == "du" || w == "des") && r.capital(i+1) && r.capital(i-1) || r.office(i) || r.headed(i) {
				continue
			}
			if r.word(i-1) == "-" { // “the mother|-of-three”
				i--
			}
			return text.Range{First: mention.First, End: i}
		}
	}
	return mention
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
		} else if lexicon.Is(r.lang, lexicon.Article, w) {
			c.First++
		}
	}
	switch r.lower(c.First) {
	case "a", "an", "the", "his", "her", "its", "their", "our":
		c.First++
	case "who", "whose", "whom", "which", "when", "where", "and", "but", "said", "says", "was", "is", "has", "had", "in", "on", "at", "with", "after", "before", "as", "speaking", "reporting",
		"told", "to", "for", "by", "while", "though", "although", "because", "if", "then", "he", "she", "it", "they", "or", "including", "from":
		return ""
	}
	if c.Len() == 0 || c.Len() > 20 {
		return ""
	}
	for i := c.First + 1; i < c.End; i++ {
		if w := r.lower(i); w == "(" || w == "," || w == "that" || w == "who" || w == "which" {
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
	for r.lang == "en" && c.Len() > 1 && r.ofNoun(c.End-1) { // “author | of “Lake””
		c.End--
	}
	return r.name(c)
}

// standing reports whether words say what somebody is: a noun phrase whose noun is of
// people or a body (“former mayor of Bana”), no deed (“arguing he is”), no other name
// (“Sen. Ted Cruz of Texas”), no stray capital (“Over”), not several (“rivals”).
func (r *reading) standing(c text.Range) bool {
	w := r.lower(c.First)
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); ok && lemma != w && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")) && !lexicon.Known(w, lexicon.Adjective) {
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
	for _, k := range [...]lexicon.PersonWord{lexicon.Anonymous, lexicon.Relation} {
		if lexicon.Is(r.lang, k, w) {
			return true
		}
	}
	return !r.capital(i) && r.agentNoun(i)
}

// standings returns the nouns of a role, folded: mayor of “former mayor of Bana”,
// founder and chairman of “founder and chairman of the club”.
func standings(role string) []string {
	var out []string
	noun := ""
	for w := range strings.FieldsSeq(text.Fold(role)) {
		switch w {
		case "of", "for", "at", "in", "with", "from", "who", "to", "on", "de", "du", "des", "working", "living":
			return append(out, noun)
		case "and", "et":
			out = append(out, noun)
		default:
			noun = strings.Trim(w, ",.()")
		}
	}
	return append(out, noun)
}
