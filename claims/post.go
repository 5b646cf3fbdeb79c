package claims

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Who holds the post or has the calling that a phrase names: “the minister”, “the lawmaker”, “the B.C. MP”.

// holds reports how well m, spoken of lately, has the post that the words name: 2 if his role begins with all of several words, “the
// roads minister”; 1 if it has the noun and nothing against the words; not if he is of the other sex.
func (c *cast) holds(s *sought, m *member, _ place) int {
	r, which := s.r, s.r.lower(s.head.End-2) // “the retail giant” is no oil giant
	held := func(role string) bool { return r.holdsRole(role, s.post()) && r.qualified(s.words, s.head, role) }
	if m.role == "" || s.otherwise(m.sex) || m.kind == Organisation && s.head.Len() > 2 && !strings.Contains(text.Fold(m.role), which) || !held(m.role) && !((c.roles[s.post()] == m || r.capital(s.head.First+1)) && slices.ContainsFunc(m.also, held)) {
		return 0
	}
	words := text.Fold(r.name(text.Range{First: s.words.First + 1, End: s.head.End}))
	return 1 + once(s.head.Len() > 2 && m.called(func(role string) bool { return startsWithWords(text.Fold(role), words) }))
}

// post returns the noun of a post: “the vice|-chair”.
func (s *sought) post() string {
	if end := s.head.End; s.r.word(end-2) == "-" && s.r.spaceless(end-1) && end-3 > s.head.First {
		return s.r.lower(end-3) + "-" + s.noun
	}
	return s.noun
}

// startsWithWords reports whether a begins with the words of b.
func startsWithWords(a, b string) bool {
	return a == b || len(a) > len(b) && a[:len(b)] == b && a[len(b)] == ' '
}

// passing reports whether m, who has that post, is not meant all the same: he was only named in passing, somebody else has the post of
// another, something that may have a driver too was brought in since, or he is too far back for less than his role.
func (c *cast) passing(s *sought, m *member) bool {
	const near, far = 4, 12        // sentences
	peer := func(o *member) bool { // “President Doe met her counterpart, Guy Roe. | The president”
		return s.head.Len() == 2 && c.passage-o.last.passage <= near && o.peer(s.r.lang)
	}
	return slices.ContainsFunc(c.recent, peer) || c.beside(s, m) || s.r.newThing(m, s.head, s.noun) || s.head.Len() > 2 && c.holds(s, m, m.last) < 2 && c.passage-m.last.passage > far
}

// heldBy returns the only one whom the text names with that post, if it names him below.
func (c *cast) heldBy(s *sought) *member {
	m := c.roles[s.post()]
	which := s.r.lower(s.head.End - 2) // “the union president” is no board president
	if m == nil || s.head.Len() > 2 && !lexicon.Is(s.r.lang, lexicon.Prefix, which) && !strings.Contains(text.Fold(m.role), which) || m.first <= s.head.First && m.last.word >= 0 || !m.person || !s.r.holdsRole(m.role, s.post()) || !s.r.qualified(s.words, s.head, m.role) {
		return nil
	}
	return m
}

// holdsFrom returns who spoke just now and alone has that post, of whom the words say where he is from: “the B.C. MP”.
func (c *cast) holdsFrom(s *sought) *member {
	v := c.voice
	if v == nil || c.passage-v.spoke > 1 || c.roles[s.noun] != v || !v.called(func(role string) bool { return s.r.holdsRole(role, s.noun) && s.r.fromPlace(s.head, role) }) {
		return nil
	}
	return v
}

// beside reports whether m, who has that post, was only named in passing beside somebody who may have such a
// post as well: “Doe played golf with bank president Guy Roe. | The president”. Twin: “Doe accused bank president
// Guy Roe of lying. | The president”.
func (c *cast) beside(s *sought, m *member) bool {
	r := s.r
	before := m.last.word - 1
	for r.capital(before) || !r.determiner(before) && r.modifies(before) {
		before--
	}
	office := s.is(lexicon.RoleNoun) || s.is(lexicon.Title)
	if r.lang != "en" || m.spoke >= 0 || m.last.subject || office && m.times > 1 || !r.preposition(before) {
		return false
	}
	return slices.ContainsFunc(c.recent, func(o *member) bool {
		return o != m && o.kind == Person && o.role == "" && o.last.subject && c.passage-o.last.passage <= 1 && !s.otherwise(cmp.Or(o.sex, o.usual))
	})
}

// newThing reports whether something that may have a driver or an owner too was brought in since the text spoke of m, who is one: “Bus
// driver Guy Roe stopped. A lorry had hit the gate. | The driver”. Twins: “A ferry had sunk. | The minister”, “Guy Roe, the driver, got out”.
func (r *reading) newThing(m *member, head text.Range, noun string) bool {
	return head.Len() == 2 && !lexicon.Is(r.lang, lexicon.Title, noun) && slices.ContainsFunc(r.nouns, func(s speech.Subject) bool {
		w := r.lower(s.Words.First)
		return m.last.word < s.Words.First && s.Words.First < head.First && lexicon.Is(r.lang, lexicon.Article, w) && !r.definite(s.Words.First) && !r.bearing(s.Noun) && r.leads(s.Words.First)
	})
}

// opensText reports whether the words are a post in the first sentence of a text in which nobody spoke before: “He lied, | a prosecutor | said.
// “Yes,” Crown prosecutor Guy Roe said”. Twin: what many are, “an officer”.
func (c *cast) opensText(s *sought) bool {
	r := s.r
	prose := func(b text.Range) bool { return r.ends(b) && !r.heading(b) }
	return r.lang == "en" && r.text.Passages[c.passage].First <= slices.IndexFunc(r.text.Blocks, prose) && s.is(lexicon.RoleNoun) && !s.is(lexicon.Anonymous) && c.voice == nil
}

// isPosted reports whether m has that post, by the same word or another.
func (c *cast) isPosted(s *sought, m *member) bool {
	return m.kind == Person && (m.called(func(role string) bool { return s.r.holdsRole(role, s.noun) }) || m.calls(s.r.lang, s.noun))
}

// namedAbove reports whether the text names m before the words, but for its furniture, or quotes him nowhere below.
func (c *cast) namedAbove(s *sought, m *member) bool {
	named := func(b text.Range) bool { return b.First <= m.first && m.first < b.End }
	return m.first < s.head.First && !s.r.furniture[slices.IndexFunc(s.r.text.Blocks, named)] || !s.r.qualified(s.words, s.head, m.role) || !c.speaksLater(s.r, m)
}

// briefly reports whether the words are no more than a noun, and in English where somebody is from: “the | Bana skipper” of the captain.
func briefly(_ *cast, s *sought) bool {
	return s.bare() || s.r.lang == "en" && s.head.Len() == 3 && s.r.capital(s.head.First+1)
}

// called reports whether the noun is another word for the office of m, or he has that of another.
func called(_ *cast, s *sought, m *member, _ place) int {
	return once(!s.otherwise(m.sex) && (m.calls(s.r.lang, s.noun) || m.peer(s.r.lang)) && s.r.qualified(s.words, s.head, m.role))
}

// calledBefore reports whether the noun is another word for the office of m, who is named before: “Justice Doe sat. … | The judge”.
func (c *cast) calledBefore(s *sought, m *member) bool {
	return m.kind == Person && m.first <= s.head.First && !s.otherwise(m.sex) && m.calls(s.r.lang, s.noun) && s.r.qualified(s.words, s.head, m.role)
}

// otherSuch reports whether the text brings in somebody else whom the noun calls, behind the name of m.
func (c *cast) otherSuch(s *sought, m *member) bool { return c.introduced(s.r, s.noun, m.first) }

// calls reports whether a noun is another word for an office of m: “lawmaker” of a senator, “prosecutor” of a
// district attorney.
func (m *member) calls(lang, noun string) bool {
	return m.called(func(role string) bool {
		before := ""
		for w := range strings.FieldsSeq(text.Fold(role)) { // “district attorney”
			if before != "" && lexicon.Calls(lang, noun, before+" "+w) {
				return true
			}
			before = w
		}
		return slices.ContainsFunc(standings(lang, role), func(office string) bool { return lexicon.Calls(lang, noun, office) })
	})
}

// holdsRole reports whether a noun is that of a role, or its title in full: the inspector
// of “Insp.”.
func (r *reading) holdsRole(role, noun string) bool {
	return slices.ContainsFunc(standings(r.lang, role), func(w string) bool {
		return w == noun || len(w) > 2 && strings.HasPrefix(noun, w) && lexicon.Is(r.lang, lexicon.Title, w+".") && lexicon.Is(r.lang, lexicon.RoleNoun, noun)
	})
}

// qualified reports whether a description may be of the role: the names in it are in the
// role, if that names anything (“the [Democratic] candidate”), what it is of is in the role
// (“the minister of [the economy]”), and neither is a lesser one (“[vice] president”).
func (r *reading) qualified(mention, head text.Range, role string) bool {
	named := strings.ContainsRune(role, ' ') && strings.IndexFunc(role, unicode.IsUpper) >= 0 // twin: “Student Jane Doe”
	for i := head.First + 1; i < head.End-1; i++ {
		if r.capital(i) && named && !strings.Contains(role, r.word(i)) {
			return false
		}
	}
	if w := r.lower(head.End); (w == "of" || r.lang != "en" && r.ofNoun(head.End)) && head.End < mention.End && !r.ofChildren(mention, head) {
		for i := head.End + 1; i < mention.End; i++ {
			if r.words[i].Kind == text.Letters && !r.function(i) && !r.determiner(i) && !r.joins(i) && !strings.Contains(role, r.word(i)) {
				return false
			}
		}
	}
	said, held := text.Fold(r.name(head)), text.Fold(role)
	return r.lesser(held, said) && r.lesser(said, held)
}

// ofChildren reports whether a description says how many somebody is the parent of: “the mother | of four”, “| of twins”.
// Twin: “the mother of Doe”.
func (r *reading) ofChildren(mention, head text.Range) bool {
	return lexicon.Is(r.lang, lexicon.Relation, r.lower(head.End-1)) && r.ofNoun(head.End) && mention.End == head.End+2 && !r.capital(head.End+1)
}

// fromPlace reports whether a description says where somebody with a post is from that names no place: “the B.C. MP” of
// a Liberal MP. Twin: “the Bana mayor” of the mayor of Orsk.
func (r *reading) fromPlace(head text.Range, role string) bool {
	place := text.Range{First: head.First + 1, End: head.End - 1}
	if place.Len() == 0 || !r.place(place) && !strings.Contains(r.name(place), ".") { // “B.C.”
		return false
	}
	for w := range strings.FieldsSeq(role) {
		if p, ok := lexicon.PlaceOf(w); ok && p.Kind != lexicon.NoPlace && !lexicon.Is(r.lang, lexicon.Title, w) {
			return false
		}
	}
	return r.lesser(text.Fold(role), "")
}

// lesser reports whether words have what makes the first lesser, if anything does: the former mayor
// is no mayor, nor the mayor a former one.
func (r *reading) lesser(words, other string) bool {
	apart := func(c rune) bool { return c == ' ' || c == '-' }
	for w := range strings.FieldsFuncSeq(words, apart) {
		if lexicon.Is(r.lang, lexicon.Lesser, w) {
			return slices.Contains(strings.FieldsFunc(other, apart), w)
		}
	}
	return true
}
