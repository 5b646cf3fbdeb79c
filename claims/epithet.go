package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Whom a phrase means that says anew what somebody is: “the Bana singer”, “the Spaniard”, “the octogenarian”.

// epithet returns whom a phrase for a person means that says more of somebody just spoken of:
// “Juno Doe has played for years. | The Halifax singer”, “the mother-of-three”, “the mother of
// twins”, “the midfielder” who has the floor. Nil unless he alone was spoken of in the paragraph, or in the one
// before it if nobody was, and began a sentence there; nobody has that role in the text; and no
// office of which every text has several holders (“the senior officer”) is meant without a name
// that tells it apart (“the Conservative leader”). Twin: “the heckler”.
func (c *cast) epithet(r *reading, mention, head text.Range, noun string) *member {
	compound := r.word(head.End) == "-" || r.ofChildren(mention, head)
	apart := compound
	for i := head.First + 1; i < head.End-1; i++ {
		apart = apart || r.capital(i)
	}
	anybody := lexicon.Is(r.lang, lexicon.Anonymous, noun) && !lexicon.Is(r.lang, lexicon.RoleNoun, noun)
	office := anybody || lexicon.Is(r.lang, lexicon.RoleNoun, noun) || lexicon.Is(r.lang, lexicon.Title, noun)
	renewed := c.renews(r, head, noun)
	if renewed {
		office = false
	}
	another := demonym(noun) || lexicon.Is(r.lang, lexicon.Relation, noun)                                             // than what somebody does
	heads := func(m *member) bool { return head.Len() > 2 && m.calls(r.lang, noun) }                                   // “the union leader” is its president
	if kind, _ := lexicon.KindOf(r.lang, noun); kind.Name == "company" && !lexicon.Is(r.lang, lexicon.Calling, noun) { // “the Oslo bourse operator”
		return nil
	}
	if _, taken := c.roles[noun]; r.lang != "en" || head.Len() < 3 && !compound && !renewed || taken || !r.bearing(head.End-1) || r.institution(head.End-1) || r.several(head.End-1) {
		return nil
	}
	c.hear(r, head.First)
	block := r.text.Passages[c.passage].First
	var only *member
	for k := len(c.recent) - 1; k >= 0; k-- {
		m := c.recent[k]
		if only == nil && m.last.word < r.text.Blocks[block].First { // nobody in the paragraph
			block = max(0, block-1)
		}
		if m.last.word < r.text.Blocks[block].First {
			break
		}
		switch {
		case m.kind != Person:
		case renewed && only == nil && m.name == c.last.Name && m.last.word < head.First && (m.role == "" || another) && m.person && !r.otherGender(head.First, noun, cmp.Or(m.sex, m.usual)): // who has the floor
			return m
		case only != nil || !m.last.subject || !m.person || r.otherGender(head.First, noun, cmp.Or(m.sex, m.usual)) || office && (!apart || m.role != "" && !anybody) && !heads(m):
			return nil
		default:
			only = m
		}
	}
	for i := head.First - 1; only != nil && i > only.last.word; i-- { // “Doe disagrees. One of the reviewers doubts it. | The anonymous reviewer”
		if one, _ := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(i)); one == noun && r.several(i) && r.text.Inside(i) < 0 && slices.ContainsFunc(r.words[max(0, i-5):i], func(w text.Word) bool { return lexicon.Is(r.lang, lexicon.Either, w.In(r.src)) }) {
			return nil
		}
	}
	if renewed && (only == nil || only.calls(r.lang, elected) || only.name != c.last.Name && only.role != "" && !another) {
		return nil
	}
	return only
}

// elected is a noun for those whom nobody calls by what they did before: “the economist” is no
// mayor.
const elected = "politician"

// compatriot returns the one person of the last sentences whom the text calls of the country that
// the noun of head is of: “Guy Roe beat Spain's Juan Doe. | The Spaniard”. Nil if none or several.
func (c *cast) compatriot(r *reading, head text.Range, noun string) *member {
	const far = 2 // sentences back
	people, ok := lexicon.PlaceOf(noun)
	if !ok || head.Len() != 2 || people.Kind != lexicon.Demonym || people.Countries == "" || r.lang != "en" {
		return nil
	}
	if _, one := lexicon.Hypernym(noun, "person", lexicon.Noun); !one {
		return nil
	}
	var only *member
	for _, m := range c.recent {
		if m.kind != Person || c.passage-m.last.passage > far || c.homeland(r, m) != people.Countries {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	return only
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
