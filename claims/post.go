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

// inRole returns who of those spoken of lately has a role of that noun; before anybody
// with it has been named, the only one whom the text names with it later. Nil if there
// is none, or several are: “Sen. Doe left. Sen. Roe said no. | The senator”.
func (c *cast) inRole(r *reading, mention, head text.Range, noun string) *member {
	c.hear(r, head.First)
	if end := head.End; r.word(end-2) == "-" && r.spaceless(end-1) && end-3 > head.First {
		noun = r.lower(end-3) + "-" + noun // “the vice|-chair”
	}
	holders, full := c.holders(r, mention, head, noun)
	reach, far := 1, 12 // sentences back to somebody else with that role; to somebody with less than that role
	if full || head.Len() == 2 {
		reach = 4
	}
	near := func(m *member) bool { return c.passage-m.last.passage <= reach }
	peer := func(m *member) bool { // “President Doe met her counterpart, Guy Roe. | The president”
		return head.Len() == 2 && near(m) && m.peer(r.lang)
	}
	if len(holders) > 0 {
		if slices.ContainsFunc(holders[1:], near) || slices.ContainsFunc(c.recent, peer) || c.passing(r, head, holders[0]) || r.newThing(holders[0], head, noun) || head.Len() > 2 && !full && c.passage-holders[0].last.passage > far {
			return nil
		}
		return holders[0]
	}
	if m := c.roles[noun]; m != nil && (m.first > head.First || m.last.word < 0) && m.person && r.holdsRole(m.role, noun) && r.qualified(mention, head, m.role) {
		return m
	}
	if head.Len() == 2 || head.Len() == 3 && r.capital(head.First+1) { // “the | Bana skipper” of the captain
		if m := c.called(r, head.First, noun); m != nil && r.qualified(mention, head, m.role) {
			return m
		}
	}
	return c.doing(r, noun)
}

// doing returns the one of those spoken of lately of whom the text said that he does what the noun says: “the plant
// manager” of Doe, “who manages the plant”. Nil if several.
func (c *cast) doing(r *reading, noun string) (only *member) {
	const far = 3 // sentences back
	for _, m := range c.recent {
		for _, p := range [...]place{m.last, m.before} {
			if m.kind != Person || p.word < 0 || c.passage-p.passage > far || m == only {
				continue
			}
			n, _ := r.named(p.word, len(r.words))
			if verb := n.End + 2; n.Len() == 0 || r.word(n.End) != "," || r.lower(n.End+1) != "who" || verb >= len(r.words) || !r.doneBy(verb, noun) {
				continue
			}
			if only != nil {
				return nil
			}
			only = m
		}
	}
	return only
}

// passing reports whether m, who has that post, was only named in passing beside somebody who may have such a
// post as well: “Doe played golf with bank president Guy Roe. | The president”. Twin: “Doe accused bank president
// Guy Roe of lying. | The president”.
func (c *cast) passing(r *reading, head text.Range, m *member) bool {
	before := m.last.word - 1
	for r.capital(before) || !r.determiner(before) && r.modifies(before) {
		before--
	}
	noun := r.lower(head.End - 1)
	office := lexicon.Is(r.lang, lexicon.RoleNoun, noun) || lexicon.Is(r.lang, lexicon.Title, noun)
	if r.lang != "en" || m.spoke >= 0 || m.last.subject || office && m.times > 1 || !r.preposition(before) {
		return false
	}
	return slices.ContainsFunc(c.recent, func(o *member) bool {
		return o != m && o.kind == Person && o.role == "" && o.last.subject && c.passage-o.last.passage <= 1 && !r.otherGender(head.First, noun, cmp.Or(o.sex, o.usual))
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

// inLede returns whom the first sentence of a text means by a post that it names nobody in: who alone holds it
// in the text, and speaks below: “He lied, a prosecutor said. | Crown prosecutor Guy Roe said”. Nil if several may
// be meant, and for what many are (“an officer”).
func (c *cast) inLede(r *reading, mention, head text.Range, noun string) (only *member) {
	prose := func(b text.Range) bool { return r.ends(b) && !r.heading(b) }
	lede := slices.IndexFunc(r.text.Blocks, prose)
	if block := r.text.Passages[c.passage].First; r.lang != "en" || !lexicon.Is(r.lang, lexicon.Article, r.lower(head.First)) || block > lede || !lexicon.Is(r.lang, lexicon.RoleNoun, noun) || lexicon.Is(r.lang, lexicon.Anonymous, noun) || c.voice != nil {
		return nil
	}
	for _, m := range c.whole {
		if m.kind != Person || !m.called(func(role string) bool { return r.holdsRole(role, noun) }) && !m.calls(r.lang, noun) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	named := func(b text.Range) bool { return b.First <= only.first && only.first < b.End }
	if only == nil || only.first < head.First && !r.furniture[slices.IndexFunc(r.text.Blocks, named)] || !r.qualified(mention, head, only.role) || !c.speaksLater(r, only) {
		return nil
	}
	return only
}

// holders returns those spoken of lately who have a role of that noun, the latest first; of “the
// roads minister” those whose role says all of it, if there are such, and reports whether it does.
func (c *cast) holders(r *reading, mention, head text.Range, noun string) (holders []*member, full bool) {
	held := func(role string) bool { return r.holdsRole(role, noun) && r.qualified(mention, head, role) }
	which := r.lower(head.End - 2) // “the retail giant” is no oil giant
	words := text.Fold(r.name(text.Range{First: head.First + 1, End: head.End}))
	inFull := func(role string) bool { return startsWithWords(text.Fold(role), words) }
	for _, m := range slices.Backward(c.recent) {
		if m.role == "" || m.kind == Organisation && head.Len() > 2 && !strings.Contains(text.Fold(m.role), which) || !held(m.role) && !((c.roles[noun] == m || r.capital(head.First+1)) && slices.ContainsFunc(m.also, held)) {
			continue
		}
		switch whole := head.Len() > 2 && m.called(inFull); {
		case whole && !full:
			holders, full = []*member{m}, true
		case whole == full:
			holders = append(holders, m)
		}
	}
	return holders, full
}

// called returns the one of those spoken of lately whose office has the noun behind word i
// for another word, “the lawmaker” of a senator; else the only one of the text. Nil if several
// may be meant.
func (c *cast) called(r *reading, i int, noun string) *member {
	const far = 4 // sentences back
	var only *member
	for _, m := range c.recent {
		if c.passage-m.last.passage > far || r.otherGender(i, noun, m.sex) || !m.calls(r.lang, noun) && !m.peer(r.lang) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	if only != nil {
		return only
	}
	for _, m := range c.whole { // “Justice Doe sat. … | The judge”, who is the only one
		if m.kind != Person || m.first > i || r.otherGender(i, noun, m.sex) || !m.calls(r.lang, noun) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	if only == nil || c.introduced(r, noun, only.first) {
		return nil
	}
	return only
}

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
		return slices.ContainsFunc(standings(role), func(office string) bool { return lexicon.Calls(lang, noun, office) })
	})
}

// otherGender reports whether the noun behind the article at word i is of the other sex.
func (r *reading) otherGender(i int, noun string, sex lexicon.Gender) bool {
	g := lexicon.TitleGender(r.lang, noun)
	if g == lexicon.NoGender {
		g = lexicon.TitleGender(r.lang, r.word(i))
	}
	return g != lexicon.NoGender && sex != lexicon.NoGender && g != sex
}

// holdsRole reports whether a noun is that of a role, or its title in full: the inspector
// of “Insp.”.
func (r *reading) holdsRole(role, noun string) bool {
	return slices.ContainsFunc(standings(role), func(w string) bool {
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
	if r.lower(head.End) == "of" && head.End < mention.End && !r.ofChildren(mention, head) {
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
