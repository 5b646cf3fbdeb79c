package claims

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// By what else than his whole name the text may speak of somebody: initials, the first word of
// a body, the name of a child, the family name of a couple.

// embodied notes that the first word of a body's name may stand for it: “Evergreen” of
// Evergreen Seniors Living, which owns a home, “Velmar” of Velmar Capital, a hedge fund, “Norvik” of Norvik Shipping. Twins: “the Trump Train”, “Ackman of Pershing
// Square”.
func (c *cast) embodied(r *reading, m *member, n text.Range) {
	which := r.word(n.End) == "," && (r.lower(n.End+1) == "which" || !m.givenNamed() && lexicon.Is(r.lang, lexicon.Article, r.lower(n.End+1)) && r.collective(m.role))
	if which && !m.givenNamed() && (m.kind == Person || m.kind == Place && m.role != "") {
		m.kind, m.person = Organisation, false
	}
	first := r.lower(n.First)
	if m.kind != Organisation || !which && !r.institution(n.End-1) && (n.Len() > 2 || !r.strange(text.Range{First: n.First, End: n.First + 1})) || strings.ContainsAny(m.name, "'’0123456789") || slices.Contains(c.bodies[first], m) || len(c.bodies[first]) >= namesakes || r.place(text.Range{First: n.First, End: n.First + 1}) {
		return
	}
	c.bodies[first] = append(c.bodies[first], m)
}

// collective reports whether a role is a body's and nobody's: “hedge fund”. Twin: “voice of Bana”.
func (r *reading) collective(role string) bool {
	return r.bodily(role) && !slices.ContainsFunc(standings(r.lang, role), func(noun string) bool { return lexicon.Is(r.lang, lexicon.Relation, noun) })
}

// kin enters who is called by one name and whose kin he is: “his daughter, Hodan, ...”; or
// what he is: “a young man named Piet”. Twin: “a ferry named Anna”.
func (c *cast) kin(r *reading, n text.Range) {
	role := r.called(n)
	for _, noun := range standings(r.lang, role) {
		related := lexicon.Is(r.lang, lexicon.Relation, noun)
		if m := c.find(r, n); related || m == nil && noun != "" && lexicon.Is(r.lang, lexicon.Naming, r.lower(n.First-1)) {
			if m == nil {
				if m = c.add(r, n, role); m != nil {
					m.kind, m.person = Person, true
				}
			}
			c.know(r, m, role)
			return
		}
	}
}

// nicknamed enters whose given name and family name another stands between, at word i: “Guy
// “Red” Doe”, “Guy (Moose) Doe”; “Red” may stand for him. Twin: “Guy (D) Roe”.
func (c *cast) nicknamed(r *reading, i int) {
	const longest = 3 // words
	if i+longest+3 >= len(r.words) {
		return
	}
	last := i + 2
	for last < i+2+longest && r.words[last].Kind == text.Letters {
		last++
	}
	mark := r.word(i + 1)
	opens := mark == "(" && r.word(last) == ")" || r.words[i+1].Kind == text.Quote && r.words[last].Kind == text.Quote
	if !r.capital(i) || !opens || !r.words[i+1].Space || !r.capital(i+2) || len(r.word(i+2)) < 3 || upper(r.word(i+2)) || !r.capital(last+1) || r.word(last-1) == "." || !lexicon.GivenName(r.word(i)) && (i == 0 || !r.function(i-1)) {
		return
	}
	full := r.word(i) + " " + r.word(last+1)
	if r.word(last+2) == "-" && r.capital(last+3) && r.spaceless(last+3) {
		full += "-" + r.word(last+3)
	}
	key := text.Fold(full[strings.LastIndexByte(full, ' ')+1:])
	if c.whole[full] == nil && len(c.people[key]) < namesakes {
		m := newMember(full, i)
		m.kind, m.person = Person, true
		c.people[key], c.whole[full] = append(c.people[key], m), m
	}
	if m := c.whole[full]; m != nil && last == i+3 {
		c.given[r.lower(i+2)] = append(c.given[r.lower(i+2)], m)
	}
}

// knownAs enters the name of one word that a text tells people call m by, behind his own: “Ann Doe, known to
// all here as | Nan”, “Ann Doe, | Nan to her friends”. Twin: “Ann Doe, known as a painter”, “Ann Doe, Bana's mayor”.
func (c *cast) knownAs(r *reading, m *member, n text.Range) {
	const phrase = 7 // words between
	i := n.End + 1
	if r.word(n.End) != "," || m.kind != Person {
		return
	}
	switch {
	case lexicon.Is(r.lang, lexicon.Naming, r.lower(i)):
		for end := i + phrase; i < end && r.lower(i) != "as" && r.words[i].Kind == text.Letters; i++ {
		}
		if i++; r.lower(i-1) != "as" {
			return
		}
	case r.lower(i+1) != "to" || !lexicon.Is(r.lang, lexicon.Owning, r.lower(i+2)):
		return
	}
	if nick := strings.TrimSuffix(r.lower(i), "."); r.capital(i) && !r.capital(i+1) && !r.function(i) && len(c.people[nick]) == 0 && !slices.Contains(c.given[nick], m) {
		c.given[nick] = append(c.given[nick], m)
	}
}

// couple enters who shares the family name of the person n: “Jean | and Monique Doe”.
func (c *cast) couple(r *reading, m *member, n text.Range) {
	and, given := n.First-1, n.First-2
	for r.word(given-1) == "-" && r.capital(given-2) && r.spaceless(given) {
		given -= 2
	}
	if m.kind != Person || n.Len() < 2 || !m.givenNamed() || !lexicon.Is(r.lang, lexicon.Joining, r.lower(and)) || !r.capital(given) || r.capital(given-1) || r.text.BlockStart(and) {
		return
	}
	first := text.Range{First: given, End: and}
	if !lexicon.GivenName(r.word(given)) || len(c.given[r.lower(given)]) > 0 {
		return
	}
	o := newMember(r.name(first)+m.name[strings.LastIndexByte(m.name, ' '):], given)
	o.kind, o.person = Person, true
	if key := r.family(n); c.whole[o.name] == nil && len(c.people[key]) < namesakes {
		c.people[key] = append(c.people[key], o)
		c.given[r.lower(given)], c.whole[o.name] = append(c.given[r.lower(given)], o), o
	}
}

// shorten makes one of two members of one surname of whom one has a longer name that ends
// with the other's, which begins with a given name, “Universe Alicia Machado”, or is a family
// name of several words, “De Roe” of Ann de Roe.
func (c *cast) shorten(family string) {
	var gone []*member
	list := c.people[family]
	for _, long := range list {
		for _, m := range list {
			first, _, _ := strings.Cut(m.name, " ")
			switch {
			case m == long || !name.Ends(strings.ToLower(m.name), strings.ToLower(long.name)):
			case m.givenNamed() && !long.givenNamed() && name.Ends(m.name, long.name):
				long.name, long.kind, long.person, long.usual = m.name, m.kind, m.person, m.usual
				long.first, m.first = min(long.first, m.first), min(long.first, m.first)
			case lexicon.Is("*", lexicon.Particle, first) && long.kind == Person && !slices.Contains(gone, m):
				c.whole[m.name], gone = long, append(gone, m)
				long.role = cmp.Or(long.role, m.role)
				c.given[text.Fold(first)] = slices.DeleteFunc(c.given[text.Fold(first)], func(o *member) bool { return o == m })
			}
		}
	}
	c.people[family] = slices.DeleteFunc(list, func(m *member) bool { return slices.Contains(gone, m) })
}

// abbreviated notes the initials in brackets behind the name n: “the Lake Budget Office
// (LBO)”.
func (c *cast) abbreviated(r *reading, n text.Range) {
	if short := r.initials(n); short != "" {
		c.short[short] = c.find(r, n)
	}
}

// spelled returns the words before the bracket at word i whose initials stand in it, small words left out: “Ordre
// départemental des médecins | (ODM)”. The empty range if there are none.
func (r *reading) spelled(i int) text.Range {
	const least = 3 // letters
	short := r.word(i + 1)
	if r.lang == "en" || r.word(i) != "(" || r.word(i+2) != ")" || !upper(short) || len(short) < least {
		return text.Range{}
	}
	left, k := text.Fold(short), i-1
	for ; k >= 0 && left != "" && r.words[k].Kind == text.Letters; k-- {
		switch w := r.lower(k); {
		case len(w) <= least:
		case !strings.HasSuffix(left, w[:1]):
			return text.Range{}
		default:
			left = left[:len(left)-1]
		}
	}
	if left != "" || !r.capital(k+1) {
		return text.Range{}
	}
	return text.Range{First: k + 1, End: i}
}

// initialled notes the initials of three letters or more of each body that is alone with
// them, whether the text gives them in brackets or not: “ISC” of Indigenous Services Canada.
func (c *cast) initialled() {
	found := map[string]*member{}
	for _, m := range c.whole {
		if m.kind == Person {
			continue
		}
		initials, before := "", "" // “CDC” of the Centers for Disease Control and Prevention
		for w := range strings.FieldsFuncSeq(m.name, func(c rune) bool { return c == ' ' || c == '-' }) {
			if f, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(f) {
				initials += string(f)
			} else if w == "and" {
				before = initials
			}
		}
		for _, short := range []string{initials, before} {
			if known, taken := found[short]; taken && known != m {
				found[short] = nil
			} else {
				found[short] = m
			}
		}
	}
	for initials, m := range found {
		if m != nil && len(initials) > 2 && c.short[initials] == nil && c.whole[initials] == nil {
			c.short[initials] = m
		}
	}
}

// ofPost returns the one person named before whose post the word has the initials of: “District
// Attorney Doe left. | The DA”. Nil if several; twin: “the CFL”.
func (c *cast) ofPost(s *sought) (only *member) {
	at := s.head.End - 1
	short := s.r.lower(at)
	if !upper(s.r.word(at)) || !s.r.definite(at-1) {
		return nil
	}
	for _, m := range c.whole {
		if m.kind != Person || m.first > at || !m.called(func(role string) bool {
			words := strings.Fields(text.Fold(role))
			if of := slices.IndexFunc(words, func(w string) bool { return w == "of" || w == "for" }); of > 0 {
				words = words[:of]
			}
			initials := ""
			for _, w := range words[max(0, len(words)-len(short)):] {
				initials += w[:1]
			}
			return initials == short
		}) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	return only
}

// initials returns the initials of the name n that stand in brackets behind it, the empty
// string if none do.
func (r *reading) initials(n text.Range) string {
	i := n.End + 1
	if r.word(n.End) != "(" || r.word(i+1) != ")" || !upper(r.word(i)) {
		return ""
	}
	initials := ""
	for k := n.First; k < n.End; k++ {
		if r.capital(k) {
			initials += r.word(k)[:1]
		}
	}
	if strings.ReplaceAll(r.word(i), ".", "") != initials {
		return ""
	}
	return r.word(i)
}
