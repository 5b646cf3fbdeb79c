package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Whom a phrase means that says anew what somebody is: “the Bana singer”, “the Spaniard”, “the octogenarian”.

// anew returns whom words mean that say more of somebody just spoken of: “Juno Doe has played for years. | The Halifax singer”, “the
// mother-of-three”, “the mother of twins”, “the midfielder” who has the floor, « Régis Doe a renoncé. | Cet ancien ministre ». Nil unless he alone
// was spoken of in the paragraph, or in the one before it if nobody was, and began a sentence there; nobody has that role in the
// text; and no office of which every text has several holders (“the senior officer”) is meant without a name that tells it
// apart (“the Conservative leader”). Twin: “the heckler”.
func (c *cast) anew(s *sought) *member {
	r, head, noun := s.r, s.head, s.noun
	at := r.nounIn(head)
	holder, taken := c.roles[noun]
	hails := head.Len() == 2 && r.hails(text.Range{First: at, End: at + 1})
	if s.words.Len() == head.Len() && s.bare() && s.is(lexicon.Attending) || taken && (r.lang == "en" || holder == nil) || !hails && (!r.person(at) || r.lang != "en" && r.capital(at)) {
		return nil
	}
	compound := r.word(head.End) == "-" || r.ofChildren(s.words, head)
	apart := compound
	for i := head.First + 1; i < head.End-1; i++ {
		if apart = apart || r.capital(i); s.is(lexicon.Relation) && text.IsPossessive(r.lower(i)) { // “the mayor's cousin”
			return nil
		}
	}
	renewed := c.renews(r, head, noun)
	if kind, _ := lexicon.KindOf(r.lang, noun); r.lang == "en" && head.Len() < 3 && !compound && !renewed || kind.Name == "company" && !s.is(lexicon.Calling) { // “the Oslo bourse operator”
		return nil
	}
	anybody := s.is(lexicon.Anonymous) && !s.is(lexicon.RoleNoun)
	office := !renewed && (anybody || s.is(lexicon.RoleNoun) || s.is(lexicon.Title))
	another := demonym(noun) || s.is(lexicon.Relation)                               // than what somebody does
	heads := func(m *member) bool { return head.Len() > 2 && m.calls(r.lang, noun) } // “the union leader” is its president
	if r.lang != "en" {
		office, apart = s.sort != pointing && !hails, false
	}
	block := r.text.Passages[c.passage].First
	var only *member
	for _, m := range slices.Backward(c.recent) {
		if only == nil && m.last.word < r.text.Blocks[block].First { // nobody in the paragraph
			block = max(0, block-1)
		}
		if m.last.word < r.text.Blocks[block].First {
			break
		}
		switch {
		case m.kind != Person || m.name == "" || m.last.word > s.words.First || s.unlike(m) || hails && s.otherwise(m.usual):
		case r.lang == "en" && demonym(noun) && len(s.held) == 0 && c.rivals(s, m): // “Doe stood by Guy Roe. “He called,” Doe said. | The Samoan | apologised”; twin: “| the Samoan | said”
			return nil
		case r.lang == "en" && renewed && only == nil && m.name == c.last.Name && (m.role == "" || another || !m.called(r.official)) && m.person && !(s.bare() && s.opensWith(m)): // who has the floor
			return m
		case only != nil || !m.person || !m.last.subject && (r.lang == "en" || c.passage-m.spoke > 1):
			return nil
		default:
			only = m
		}
	}
	switch {
	case only == nil || only.last.word < s.words.First && c.besides(s, only) || s.bare() && s.opensWith(only) || r.lang != "en" && (r.another(only.last.word+1, s.words.First) || holder != nil && holder != only || c.introduced(r, noun, only.first) || s.bare() && s.sort != pointing && c.spokenFirst(r, noun) < only.first):
		return nil
	case office && (!apart || only.role != "" && !anybody) && !heads(only) && (r.lang == "en" || (s.is(lexicon.Title) || only.called(r.official)) && !only.calls(r.lang, noun)): // « Le chanteur Guy Roe est mort. | Le ministre »
		return nil
	}
	for i := head.First - 1; i > only.last.word; i-- { // “Doe disagrees. One of the reviewers doubts it. | The anonymous reviewer”
		if one, _ := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(i)); one == noun && r.several(i) && r.text.Inside(i) < 0 && slices.ContainsFunc(r.words[max(0, i-5):i], func(w text.Word) bool { return lexicon.Is(r.lang, lexicon.Either, w.In(r.src)) }) {
			return nil
		}
	}
	if renewed && r.lang == "en" && (only.calls(r.lang, elected) || only.name != c.last.Name && only.role != "" && !another) {
		return nil
	}
	return only
}

// rivals reports whether somebody else than m was named lately of whom the text does not say where he is from.
func (c *cast) rivals(s *sought, m *member) bool {
	const lately = 3 // sentences
	return m.kind == Person && slices.ContainsFunc(c.recent, func(o *member) bool {
		return o != m && o.kind == Person && o.person && o.name != "" && c.passage-o.last.passage <= lately && !s.unlike(o) && c.homeland(s.r, o) == ""
	})
}

// opensWith reports whether what is said begins with a pronoun that may be m's: ““He was pale,” | the biologist | said”.
func (s *sought) opensWith(m *member) bool {
	if len(s.held) == 0 || s.r.text.Inside(s.held[0].First) < 0 { // twin: “The biologist | said he was pale”
		return false
	}
	first := s.r.text.Quotations[s.r.text.Inside(s.held[0].First)].Words().First
	w, sex := s.r.lower(first), cmp.Or(m.sex, m.usual)
	return lexicon.Is(s.r.lang, lexicon.He, w) && sex != lexicon.Female || lexicon.Is(s.r.lang, lexicon.She, w) && sex != lexicon.Male
}

// spokenFirst returns where the text has a noun first: « L'accusé se tait. Guy Roe se lève. | L'accusé » is not who stood up.
func (c *cast) spokenFirst(r *reading, noun string) int {
	if c.firsts == nil {
		c.firsts = map[string]int{}
		for i := len(r.words) - 1; i >= 0; i-- {
			c.firsts[r.lower(i)] = i
		}
	}
	return c.firsts[noun]
}

// official reports whether a role is an office: “minister”. Twin: “author”.
func (r *reading) official(role string) bool {
	office := standings(r.lang, role)[0]
	return lexicon.Is(r.lang, lexicon.RoleNoun, office) && !lexicon.Is(r.lang, lexicon.Calling, office)
}

// elected is a noun for those whom nobody calls by what they did before: “the economist” is no
// mayor.
const elected = "politician"

// nationals reports whether the words are for one of a people: “the Spaniard”.
func (c *cast) nationals(s *sought) bool {
	people, ok := lexicon.PlaceOf(s.noun)
	_, one := lexicon.Hypernym(s.noun, "person", lexicon.Noun)
	return ok && one && s.bare() && people.Kind == lexicon.Demonym && people.Countries != "" && s.r.lang == "en"
}

// compatriot reports whether the text calls m of that country: “Guy Roe beat Spain's Juan Doe. | The Spaniard”.
func (c *cast) compatriot(s *sought, m *member, _ place) int {
	people, _ := lexicon.PlaceOf(s.noun)
	return once(m.kind == Person && c.homeland(s.r, m) == people.Countries)
}

// homeland returns the country of m by the words around his first name in full: “Spain's | Juan
// Doe”, “the Spanish striker | Juan Doe”, “Juan Doe | of Spain”. Empty if they do not say.
func (c *cast) homeland(r *reading, m *member) string {
	const before = 4 // words
	country := func(i int) string {
		if p, ok := lexicon.PlaceOf(r.word(i)); ok && r.capital(i) && (p.Kind == lexicon.Country || p.Kind == lexicon.Demonym) {
			return p.Countries
		}
		return ""
	}
	for i := m.first - 1; i >= max(0, m.first-before) && (r.words[i].Kind == text.Letters) && !r.preposition(i); i-- {
		if at := country(i); at != "" {
			return at
		}
	}
	switch end := m.first + len(strings.Fields(m.name)); r.word(end) {
	case "of", ",", "(":
		return country(end + 1)
	}
	return ""
}

// renews reports whether a phrase says anew what the last speaker is: what he does whatever
// happens (“the economist”), where he is from (“the Spaniard”), what he was (“the former bus
// driver”); and the text speaks of no other such one. Twins: “the driver”, “the former president”.
func (c *cast) renews(r *reading, head text.Range, noun string) bool {
	switch past := lexicon.Is(r.lang, lexicon.Past, r.lower(head.First+1)); {
	case head.Len() == 2 && r.capital(head.End-1):
		if _, one := lexicon.Hypernym(noun, "person", lexicon.Noun); !one || !demonym(noun) { // “the French” are many
			return false
		}
	case past && lexicon.Is(r.lang, lexicon.Title, noun), !past && !lexicon.Is(r.lang, lexicon.Calling, noun):
		return false
	}
	return !c.introduced(r, noun, -1)
}

// introduced reports whether the text has a noun behind a word elsewhere than in a phrase with an
// article before it that says which: “a striker”, “striker Jane Doe”, “one of the strikers”.
func (c *cast) introduced(r *reading, noun string, after int) bool {
	if c.nouns == nil {
		c.nouns = map[string]int{}
		defined, among := false, false
		first := 0
		if b := r.text.Blocks[0]; b.Len() < headline && !r.ends(b) {
			first = b.End // “Juror speaks of her worst weeks” brings in nobody else
		}
		for i := first; i < len(r.words); i++ {
			switch {
			case lexicon.Is(r.lang, lexicon.Definite, r.lower(i)), lexicon.Is(r.lang, lexicon.Owning, r.lower(i)):
				among = r.ofNoun(i-1) && (lexicon.Is(r.lang, lexicon.Either, r.lower(i-2)) || r.words[max(0, i-2)].Kind == text.Number)
				defined = !among
				continue
			case r.words[i].Kind != text.Letters && r.word(i) != "-", r.text.BlockStart(i), lexicon.Is(r.lang, lexicon.Article, r.lower(i)) || r.preposition(i) || r.ofNoun(i):
				defined = false
			}
			if !defined {
				c.nouns[r.lower(i)] = i
			}
			if one, ok := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(i)); among && ok {
				c.nouns[one], among = i, !r.several(i)
			}
		}
	}
	at, ok := c.nouns[noun]
	return ok && at > after
}
