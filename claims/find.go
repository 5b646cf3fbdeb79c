package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Whom a name refers to, of those whom the text names.

// find returns the member that a name refers to, nil if none is known: by the rows of ways.go that are for names.
func (c *cast) find(r *reading, n text.Range) *member {
	if n.Len() == 0 {
		return nil
	}
	s := &sought{r: r, words: n, head: n, sort: full, sex: r.titleSex(n), bearers: c.people[r.family(n)]}
	if n.Len() > 1 {
		return c.meant(s)
	}
	titled := name.Name{}
	if s.sort = surname; n.First > 0 && r.function(n.First-1) {
		titled = name.Parse(r.name(text.Range{First: n.First - 1, End: n.End}))
	}
	if o, ok := lexicon.OutletOf(r.word(n.First)); ok && o.Name == r.word(n.First) && c.whole[o.Name] == nil && !r.afterTitle(n) { // “Twitter”, though the text has a “Bana Twitter”
		s.bearers = slices.DeleteFunc(slices.Clone(s.bearers), func(m *member) bool { return !m.givenNamed() && m.role == "" })
	}
	for _, m := range s.bearers { // Ms Vance is not Bernard Vance
		if m.kind == Person && !r.otherPost(n, m) && !otherSex(titled, m.name) && !s.otherwise(m.sex) {
			s.namesakes = append(s.namesakes, m)
		}
	}
	if w := r.lower(n.First - 1); r.definite(n.First-2) && (lexicon.Is(r.lang, lexicon.Younger, w) || lexicon.Is(r.lang, lexicon.Elder, w)) {
		s.sort = compared
	}
	s.chief = c.holder(r, s.namesakes)
	return c.meant(s)
}

// stranger reports whether nobody has the last word of the name for his last.
func stranger(_ *cast, s *sought) bool { return len(s.bearers) == 0 }

// byInitials returns whose initials in brackets the name is: “PBO”.
func (c *cast) byInitials(s *sought) *member { return c.short[s.r.name(s.words)] }

// byGiven returns whose given name the words are, “Demi”, “Jean-Guy” of Jean-Guy Doe. Twin: “CFL”.
func (c *cast) byGiven(s *sought) *member {
	w := s.r.word(s.words.First)
	by := c.given[strings.TrimSuffix(text.Fold(w), ".")]
	if len(by) != 1 || len(w) > 1 && upper(w) || s.sort == full && !strings.HasPrefix(by[0].name, s.r.name(s.words)+" ") {
		return nil
	}
	return by[0]
}

// byFirst returns the body whose first word the name is: “Evergreen”.
func (c *cast) byFirst(s *sought) *member {
	if by := c.bodies[s.r.lower(s.words.First)]; len(by) == 1 {
		return by[0]
	}
	return nil
}

// byMiddle returns whose name but the last the word behind a title is: “Ms. Acosta” of Melba Acosta Febo.
func (c *cast) byMiddle(s *sought) *member {
	if !s.r.afterTitle(s.words) {
		return nil
	}
	return c.middle[s.r.lower(s.words.First)]
}

// inFull returns whose whole name the words are, or the end of it: “Kasongo-Amani”, “Amani Jr.”. Twin: “Le Doe” of Guy and Ann Le Doe.
func (c *cast) inFull(s *sought) *member {
	whole := s.r.name(s.words)
	if m := c.whole[whole]; m != nil {
		return m
	}
	if strings.ContainsRune(whole, ' ') && !suffix(s.r.lower(s.words.End-1)) {
		return nil
	}
	ends := slices.DeleteFunc(slices.Clone(s.bearers), func(m *member) bool { return !name.Ends(whole, m.name) })
	if len(ends) == 0 || len(ends) > 1 && s.r.particle(s.words.First) {
		return nil
	}
	return ends[0]
}

// inOne reports whether the word is all of the name of m, a body: “NASA”.
func inOne(_ *cast, s *sought, m *member) bool {
	return m.kind != Person && m.name == s.r.name(s.words)
}

// titled reports whether m is of the family and holds the office of the title: “Senator Doe” of the senator and her brother.
func titled(_ *cast, s *sought, m *member) bool {
	return slices.Contains(s.namesakes, m) && s.r.titledAs(s.words, m)
}

// namesake reports whether the family name may mean m: not if the text calls another so alone, and m was not named in full just
// now, or anew in this paragraph. Twin: “Her son, Guy Doe, spoke. | Doe”.
func namesake(c *cast, s *sought, m *member, _ place) int {
	if s.chief == nil || m == s.chief {
		return 1
	}
	passages := s.r.text.Passages
	above := func() bool { return m.full < 0 || passages[m.full].First < passages[c.passage].First }
	return once(c.passage-m.full <= 2 && (!m.again || m.bare > 0 || !above()))
}

// rivalled reports whether a family name may mean another than m as well, “Mr. Doe” and “Ms. Doe” of whom one is named in full, or
// her daughter.
func (c *cast) rivalled(s *sought, m *member) bool {
	sexed := s.sex != lexicon.NoGender
	if m != s.chief && (c.contested(s, m) || s.chief != nil && sexed && s.r.kinsman(m, lexicon.Child)) {
		return true
	}
	return sexed && cmp.Or(m.sex, m.usual) == lexicon.NoGender && c.both[s.r.family(s.words)] == int(lexicon.Male|lexicon.Female)
}

// titledAs reports whether the title before the family name n is that of an office that m holds.
func (r *reading) titledAs(n text.Range, m *member) bool {
	title := r.lower(n.First - 1)
	return r.afterTitle(n) && !lexicon.Is(r.lang, lexicon.Courtesy, title) && m.called(func(role string) bool {
		return slices.ContainsFunc(standings(r.lang, role), func(noun string) bool { return r.holdsRole(title, noun) || r.holdsRole(noun, title) })
	})
}

// otherPost reports whether the post before the family name n is one that m does not hold, who holds another such: “Interior
// minister | Doe” of the foreign minister. Twin: “Texan minister | Doe”.
func (r *reading) otherPost(n text.Range, m *member) bool {
	noun, which := r.lower(n.First-1), r.lower(n.First-2)
	if n.Len() != 1 || !lexicon.Is(r.lang, lexicon.Portfolio, noun) || !r.modifies(n.First-2) || r.place(text.Range{First: n.First - 2, End: n.First - 1}) || lexicon.Is(r.lang, lexicon.Prefix, which) {
		return false
	}
	other := false
	for _, role := range append([]string{m.role}, m.also...) {
		words := strings.Fields(text.Fold(role))
		switch k := slices.Index(words, noun); {
		case k > 0 && words[k-1] == which:
			return false
		case k > 0 && !lexicon.Is(r.lang, lexicon.Prefix, words[k-1]):
			_, land := lexicon.PlaceOf(words[k-1])
			other = other || !land
		}
	}
	return other
}

// holder returns the one of several of a family name whom the text calls by it alone, before it does who is named
// first and alone is nobody's kin: “Ann Doe spoke. “Yes,” Doe said. “No,” her son, Guy Doe, said. [...] | Doe said”. Nil
// if none or several.
func (c *cast) holder(r *reading, family []*member) *member {
	heads := slices.DeleteFunc(slices.Clone(family), func(m *member) bool { return m.bare == 0 })
	if len(heads) == 0 {
		heads = slices.DeleteFunc(slices.Clone(family), func(m *member) bool {
			return r.kinsman(m, lexicon.Child) || r.kinsman(m, lexicon.Parent) || r.kinsman(m, lexicon.Spouse)
		})
	}
	earlier := func(m *member) bool { return m.first < heads[0].first }
	if len(family) < 2 || len(heads) != 1 || heads[0].bare == 0 && slices.ContainsFunc(family, earlier) {
		return nil
	}
	return heads[0]
}

// kinsman reports whether the text calls m somebody's kin of that sort: “her daughter, Ann Doe”.
func (r *reading) kinsman(m *member, sort lexicon.PersonWord) bool {
	is := func(noun string) bool { return lexicon.Is(r.lang, sort, noun) }
	return m.called(func(role string) bool { return slices.ContainsFunc(standings(r.lang, role), is) })
}

// contested reports whether a family name alone may mean a namesake of m as well: both spoke just
// now, and the text does not speak of m far more; the text joins them and calls neither so alone; or m is “Mr. Doe” and the name has no
// title. Twins: “Paul Doe spoke. His sister Rita Doe laughed. | Doe said”, “Her brother, Paul Doe, said so. |
// Doe said”, who was not named before.
func (c *cast) contested(s *sought, m *member) bool {
	const lately, more = 4, 4 // sentences; times
	return slices.ContainsFunc(s.namesakes, func(o *member) bool {
		given, _, _ := strings.Cut(o.name, " ")
		if o == m || o.times == 0 || c.passage-o.last.passage > lately || strings.HasPrefix(m.name, given+" ") { // “Paul Doe”, “Paul J. Doe”
			return false
		}
		untold := s.sex == lexicon.NoGender
		both := m.spoke >= 0 && o.spoke >= 0 && c.passage-o.spoke <= lately && m.times < o.times+more && m.last.word != m.first && (untold || o.familiar == 0)
		and := max(m.first, o.first) - 1
		joined := lexicon.Is(s.r.lang, lexicon.Joining, s.r.lower(and)) && min(m.first, o.first)+len(strings.Fields(m.name)) >= and
		return both || untold && (joined && m.spoke < 0 && o.spoke < 0 && m.bare == 0 || m.titled > 0 && o.titled == 0)
	})
}

// generation returns who of the people of a family name is “the younger Doe”, or the elder: the
// one son or daughter, or the one parent or person else; of two whose age the text gives, that. Nil if several.
func (c *cast) generation(s *sought) *member {
	younger := lexicon.Is(s.r.lang, lexicon.Younger, s.r.lower(s.words.First-1))
	var children, parents, others []*member
	for _, m := range s.bearers {
		switch {
		case m.kind != Person:
		case s.r.kinsman(m, lexicon.Child):
			children = append(children, m)
		case s.r.kinsman(m, lexicon.Parent):
			parents = append(parents, m)
			others = append(others, m)
		default:
			others = append(others, m)
		}
	}
	if !younger && len(parents) == 1 && len(s.bearers) > 1 {
		return parents[0]
	}
	if len(children) == 0 && len(others) == 2 && others[0].age != "" && others[1].age != "" {
		older := func(m, o *member) int {
			return cmp.Or(cmp.Compare(len(m.age), len(o.age)), strings.Compare(m.age, o.age))
		}
		children = append(children, slices.MinFunc(others, older))
		others = []*member{slices.MaxFunc(others, older)}
	}
	if !younger {
		children, others = others, children
	}
	if len(children) != 1 || younger && len(others) == 0 { // “The elder Doe”, whose daughter is Ann Doe-Roe
		return nil
	}
	return children[0]
}

// firmBefore returns the body that the word has named first, before any of the people of that surname: “Doe” of Doe Capital,
// whose founder, Guy Doe, is named below. Nil if none or several.
func (c *cast) firmBefore(s *sought) *member {
	by := c.bodies[s.r.lower(s.words.First)]
	before := func(m *member) bool { return m.first < s.words.First }
	if len(by) != 1 || !before(by[0]) || s.r.afterTitle(s.words) || slices.ContainsFunc(s.bearers, before) {
		return nil
	}
	return by[0]
}

// titleSex returns the sex that the title before a name of one word tells.
func (r *reading) titleSex(n text.Range) lexicon.Gender {
	if n.Len() != 1 || n.First == 0 || !lexicon.Is(r.lang, lexicon.Courtesy, r.lower(n.First-1)) {
		return lexicon.NoGender
	}
	return lexicon.TitleGender(r.lang, r.word(n.First-1))
}

// calledShort reports whether a body whose name ends with the word may be called by it: “the | Courier” of the Lake Courier,
// “Rovers” of Bana Rovers. Twins: “the Rovers”, “Council” of the Bana Council.
func calledShort(_ *cast, s *sought, m *member) bool {
	article := s.r.definite(s.words.First - 1)
	return m.kind == Organisation && name.Ends(s.r.name(s.words), m.name) && article == isOutlet(m.name) && (article || !s.r.institution(s.words.First))
}

// otherSex reports whether the title of a mention is one that the bearer of a whole name
// does not have; false if the mention has no title.
func otherSex(titled name.Name, whole string) bool {
	if len(titled.Title) == 0 {
		return false
	}
	_, why := name.Compare(titled, name.Parse(whole))
	return why == name.OtherSex
}
