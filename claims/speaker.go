package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// resolve says who a mention means; kind is what its grammar takes it for.
func (c *cast) resolve(r *reading, mention text.Range, kind grammar.NameKind) Speaker {
	mention = r.trim(mention)
	if mention.Len() == 0 {
		return Speaker{}
	}
	s := Speaker{Span: r.span(mention)}
	s.Text = s.Span.In(r.src)
	if mention.Len() == 1 {
		if done := c.pronoun(r, mention.First, &s); done {
			return s
		}
	}
	if r.lang != "en" {
		c.bearer(r, mention, &s)
		return s
	}
	head := r.headOf(mention)
	n := r.lastName(head)
	if n.Len() == 1 && r.function(n.First) && !r.labels[r.name(n)] && (r.lower(mention.First) == "the" || mention.Len() == 1 && c.find(r, n) == nil) { // the President
		n = text.Range{}
	}
	if r.commonNoun(n) || r.nation(n) && c.find(r, n) == nil {
		n = text.Range{}
	}
	if n.Len() == 0 {
		if c.renamed(r, mention, &s) {
			return s
		}
		s.Kind = Anonymous
		c.description(r, head, &s)
		return s
	}
	s.Name, s.Kind = r.name(n), r.kindOf(n)
	if r.lower(mention.First) == "the" && n.Len() == 1 {
		s.Kind = Organisation
	}
	if n.Len() == 1 || s.Kind == Person {
		switch kind {
		case grammar.Organisation:
			s.Kind = Organisation
		case grammar.Place:
			s.Kind = Place
		}
	}
	if m := c.find(r, n); m != nil {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
	if s.Role == "" && head.End < mention.End && r.word(head.End) == "," {
		s.Role = r.roleIn(text.Range{First: head.End + 1, End: mention.End})
	}
	if s.Role == "" && n.First > head.First {
		s.Role = r.prefix(text.Range{First: head.First, End: n.First})
	}
	return s
}

// renamed resolves a role that an apposition names: "the head of the clinic, Jane
// Doe".
func (c *cast) renamed(r *reading, mention text.Range, s *Speaker) bool {
	for i := mention.First + 2; i+1 < mention.End; i++ {
		if r.word(i) != "," || !r.capital(i+1) {
			continue
		}
		n, _ := r.named(i+1, mention.End)
		if n.Len() < 2 && n.End != mention.End || n.First != i+1 {
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
	switch r.lower(c.First) {
	case "the", "a", "an", "l'", "le", "la", "les", "his", "her", "their", "its", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.":
		c.First++
	}
	if c.Len() > 1 && strings.HasSuffix(r.lower(c.End-1), "'s") {
		c.End--
		return "of " + r.name(c)
	}
	if c.Len() == 0 || !r.standing(c) {
		return ""
	}
	return r.name(c)
}

// pronoun resolves he, she, it and they; it reports whether word i is a pronoun.
func (c *cast) pronoun(r *reading, i int, s *Speaker) bool {
	w := r.lower(i)
	male := lexicon.Is(r.lang, lexicon.He, w)
	person := male || lexicon.Is(r.lang, lexicon.She, w)
	if person || lexicon.Is(r.lang, lexicon.They, w) {
		if m := c.meant(person, male, i); m != nil && (person || !r.rivals(i, m)) {
			if person {
				m.male, m.female = male, !male
			}
			s.Name, s.Role, s.Kind = m.name, m.role, m.kind
		}
		return true
	}
	switch w {
	case "i", "we", "my", "our":
		if r.turn.Name != "" {
			s.Name, s.Role, s.Kind = r.turn.Name, r.turn.Role, r.turn.Kind
		} else if r.doc.Speaker != "" {
			s.Name, s.Kind = r.doc.Speaker, Person
		}
		return true
	case "who", "which":
		if n := r.antecedent(i); n.Len() > 0 {
			*s = mentioned(c.resolve(r, n, grammar.Other), *s)
		}
		return true
	case "you", "that", "one", "some", "many", "others", "both":
		return true
	}
	return false
}

// meant returns whom the pronoun at word i means: of those spoken of last one of its
// kind and gender; a person only if the text shows that he is one, a body only if it
// was spoken of not long ago; nil if there is nobody. A person of unknown gender is
// passed over if whoever was quoted last has a name that is usual for the other: given
// names tell too little for a choice between them.
func (c *cast) meant(person, male bool, i int) *member {
	doubt := false
	for k := len(c.recent) - 1; k >= 0; k-- {
		m := c.recent[k]
		switch {
		case !person && m.kind == Organisation && i-m.last < nearWords:
			return m
		case !person || m.kind != Person || !m.person:
		case male && m.female || !male && m.male:
			doubt = doubt || m.name == c.last.Name
		case !doubt || m.male || m.female:
			return m
		default:
			return nil
		}
	}
	return nil
}

// rivals reports whether a name of somebody else than m stands before the pronoun at
// word i in its sentence: “Lakeoil fell after it agreed to the deal”.
func (r *reading) rivals(i int, m *member) bool {
	for k := i - 1; k >= 0 && i-k < nearWords && !r.stop(k) && r.words[k].Kind != text.Quote && !r.text.BlockStart(k+1); k-- {
		if r.capital(k) && !r.opener(k) && !strings.Contains(text.Fold(m.name), r.lower(k)) {
			return true
		}
	}
	return false
}

// nearWords is how many words back a body may be that “it” means.
const nearWords = 80

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

// description resolves "the minister", "the rebel leader" to the member whose
// role it is.
func (c *cast) description(r *reading, head text.Range, s *Speaker) {
	if head.Len() < 2 || r.lower(head.First) != "the" {
		return
	}
	noun := r.lower(head.End - 1)
	for k := len(c.recent) - 1; k >= 0; k-- {
		m := c.recent[k]
		if m.role != "" && strings.Contains(" "+text.Fold(m.role)+" ", " "+noun+" ") {
			s.Name, s.Role, s.Kind = m.name, m.role, m.kind
			return
		}
	}
}

// headOf cuts a mention before its first comma, bracket or preposition: "one
// officer | in the army".
func (r *reading) headOf(mention text.Range) text.Range {
	for i := mention.First + 1; i < mention.End; i++ {
		if r.capital(i) && !upper(r.word(i)) { // part of a name, whatever word it is
			continue
		}
		if r.capital(i-1) && strings.HasSuffix(r.word(i), "ing") && r.words[i].Space { // “Jane Doe tweeting that”
			return text.Range{First: mention.First, End: i}
		}
		switch r.lower(i) {
		case ",", "(", "–", "—", "--", "in", "from", "with", "at", "on", "who", "which", "that", "and", "for", "of", "to", "citing",
			"de", "du", "des", "d'", "dans", "qui", "pour", "et":
			if w := r.lower(i); (w == "of" || w == "for" || w == "and" || w == "de" || w == "du" || w == "des") && r.capital(i+1) && r.capital(i-1) {
				continue
			}
			return text.Range{First: mention.First, End: i}
		}
	}
	return mention
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
	case "a", "an", "the":
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
	return r.name(c)
}

// standing reports whether words say what somebody is: no deed (“arguing he is”), no
// other name (“Sen. Ted Cruz of Texas”), no stray capital (“Over”).
func (r *reading) standing(c text.Range) bool {
	w := r.lower(c.First)
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); ok && lemma != w && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")) && !lexicon.Known(w, lexicon.Adjective) {
		return false
	}
	function := !r.capital(c.First)
	for i := c.First; i < c.End; i++ {
		w := r.lower(i)
		function = function || r.function(i) || lexicon.Is(r.lang, lexicon.GroupNoun, w) || lexicon.Is(r.lang, lexicon.Anonymous, w) || lexicon.Is(r.lang, lexicon.Relation, w) || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist")
		if lexicon.Is(r.lang, lexicon.Title, w) && i+2 < c.End && r.given(i+1, c) {
			return false
		}
	}
	return function
}
