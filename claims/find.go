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

// find returns the member that a name refers to, nil if none is known. A title before a
// family name leaves out who is of the other sex: Ms Vance is not Bernard Vance.
func (c *cast) find(r *reading, n text.Range) *member {
	if m := c.short[r.name(n)]; m != nil {
		return m
	}
	list := c.people[r.family(n)]
	if len(list) == 0 {
		if by := c.given[strings.TrimSuffix(r.lower(n.First), ".")]; len(by) == 1 && (len(r.word(n.First)) < 2 || !upper(r.word(n.First))) && (n.Len() == 1 || strings.HasPrefix(by[0].name, r.name(n)+" ")) { // “Demi”, “Jean-Guy”; twin “CFL”
			return by[0]
		}
		if by := c.bodies[r.lower(n.First)]; n.Len() == 1 && len(by) == 1 { // “Evergreen”
			return by[0]
		}
		if n.Len() == 1 && r.afterTitle(n) { // “Ms. Acosta” of Melba Acosta Febo
			return c.middle[r.lower(n.First)]
		}
		return nil
	}
	if n.Len() >= 2 {
		whole := r.name(n)
		if m := c.whole[whole]; m != nil {
			return m
		}
		if strings.ContainsRune(whole, ' ') && !suffix(r.lower(n.End-1)) {
			return nil
		}
		ends := slices.DeleteFunc(slices.Clone(list), func(m *member) bool { return !name.Ends(whole, m.name) }) // “Kasongo-Amani”, “Amani Jr.”
		if len(ends) == 0 || len(ends) > 1 && r.particle(n.First) {                                              // “Le Doe” of Guy and Ann Le Doe
			return nil
		}
		return ends[0]
	}
	titled, sex := name.Name{}, r.titleSex(n)
	if n.First > 0 && r.function(n.First-1) {
		titled = name.Parse(r.name(text.Range{First: n.First - 1, End: n.End}))
	}
	const often = 8
	if m := c.firmBefore(r, n, list); m != nil {
		return m
	}
	if w := r.lower(n.First - 1); r.definite(n.First-2) && (lexicon.Is(r.lang, lexicon.Younger, w) || lexicon.Is(r.lang, lexicon.Elder, w)) {
		return c.generation(r, list, lexicon.Is(r.lang, lexicon.Younger, w))
	}
	var namesakes []*member
	best, top := (*member)(nil), 0
	for _, m := range list { // who is spoken of most and lately, else the last that was named in full before, else the first after
		weight := -1 << 20
		if m.times > 0 {
			weight = min(m.times, often) - (c.passage - m.last.passage)
		}
		if m.spoke >= 0 { // the mother who speaks, not the son who died
			weight += 2
		}
		if sex != lexicon.NoGender { // “Mr. Doe” is not whom the text calls Guy
			if weight -= m.familiar; m.familiar > 2 {
				weight -= often
			}
		}
		if m == c.voice && c.passage-m.spoke <= 2 && strings.HasPrefix(m.name, r.word(m.last.word)) { // “Her brother, Paul Doe, said so. | “It is late,” Doe said.”
			weight += often
		}
		if n.Len() == 1 && m.kind != Person && m.name == r.name(n) { // “NASA”
			return m
		}
		if m.kind != Person || r.otherPost(n, m) || otherSex(titled, m.name) || sex != lexicon.NoGender && m.sex != lexicon.NoGender && m.sex != sex {
			continue
		}
		if namesakes = append(namesakes, m); best == nil || weight > top || weight == top && m.first < n.First && !(best.times > 0 && best.last.passage == m.last.passage && best.last.subject) { // “Ann Doe, whose son, Guy Doe, sings, spoke. | Doe”
			best, top = m, weight
		}
	}
	if holders := slices.DeleteFunc(slices.Clone(namesakes), func(m *member) bool { return !r.titledAs(n, m) }); n.Len() == 1 && len(holders) == 1 { // “Senator Doe” of the senator and her brother
		return holders[0]
	}
	holder := c.holder(r, namesakes)
	above := func(m *member) bool { // its paragraph ends before this one
		return m.full < 0 || r.text.Passages[m.full].First < r.text.Passages[c.passage].First
	}
	if holder != nil && (c.passage-best.full > 2 || best.again && best.bare == 0 && above(best)) { // twin: “Her son, Guy Doe, spoke. | Doe”
		best = holder
	}
	if n.Len() == 1 && best != holder && (c.contested(best, namesakes, sex) || holder != nil && sex != lexicon.NoGender && r.kinsman(best, lexicon.Child)) {
		return nil
	}
	if best != nil && sex != lexicon.NoGender && cmp.Or(best.sex, best.usual) == lexicon.NoGender && c.both[r.family(n)] == int(lexicon.Male|lexicon.Female) {
		return nil // “Mr. Doe” and “Ms. Doe”, of whom one is named in full
	}
	if best == nil {
		return r.calledShort(n, list)
	}
	return best
}

// titledAs reports whether the title before the family name n is that of an office that m holds.
func (r *reading) titledAs(n text.Range, m *member) bool {
	title := r.lower(n.First - 1)
	return r.afterTitle(n) && !lexicon.Is(r.lang, lexicon.Courtesy, title) && m.called(func(role string) bool {
		return slices.ContainsFunc(standings(role), func(noun string) bool { return r.holdsRole(title, noun) || r.holdsRole(noun, title) })
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
	return m.called(func(role string) bool { return slices.ContainsFunc(standings(role), is) })
}

// contested reports whether a family name alone may mean a namesake of m as well: both spoke just
// now, and the text does not speak of m far more; or m is “Mr. Doe” and the name has no title.
// Twins: “Paul Doe spoke. His sister Rita Doe laughed. | Doe said”, “Her brother, Paul Doe, said so. |
// Doe said”, who was not named before.
func (c *cast) contested(m *member, namesakes []*member, sex lexicon.Gender) bool {
	const lately, more = 4, 4 // sentences; times
	return slices.ContainsFunc(namesakes, func(o *member) bool {
		given, _, _ := strings.Cut(o.name, " ")
		if o == m || o.times == 0 || c.passage-o.last.passage > lately || strings.HasPrefix(m.name, given+" ") { // “Paul Doe”, “Paul J. Doe”
			return false
		}
		both := m.spoke >= 0 && o.spoke >= 0 && c.passage-o.spoke <= lately && m.times < o.times+more && m.last.word != m.first && (sex == lexicon.NoGender || o.familiar == 0)
		return both || sex == lexicon.NoGender && m.titled > 0 && o.titled == 0
	})
}

// generation returns who of the people of a family name is “the younger Doe”, or the elder: the
// one son or daughter, or the one parent or person else; of two whose age the text gives, that. Nil if several.
func (c *cast) generation(r *reading, family []*member, younger bool) *member {
	var children, parents, others []*member
	for _, m := range family {
		switch {
		case m.kind != Person:
		case r.kinsman(m, lexicon.Child):
			children = append(children, m)
		case r.kinsman(m, lexicon.Parent):
			parents = append(parents, m)
			others = append(others, m)
		default:
			others = append(others, m)
		}
	}
	if !younger && len(parents) == 1 && len(family) > 1 {
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

// firmBefore returns the body that the one word n has named first, before any of the people of
// that surname: “Doe” of Doe Capital, whose founder, Guy Doe, is named below. Nil if none or
// several.
func (c *cast) firmBefore(r *reading, n text.Range, people []*member) *member {
	by := c.bodies[r.lower(n.First)]
	if n.Len() != 1 || len(by) != 1 || by[0].first > n.First || r.afterTitle(n) {
		return nil
	}
	for _, m := range people {
		if m.first < n.First {
			return nil
		}
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

// calledShort returns the one body of those whose name ends with the word n that may be called
// by it: “the | Courier” of the Lake Courier, “Rovers” of Bana Rovers. Twins: “the Rovers”,
// “Council” of the Bana Council.
func (r *reading) calledShort(n text.Range, list []*member) *member {
	var only *member
	article := r.definite(n.First - 1)
	for _, m := range list {
		if m.kind != Organisation || !name.Ends(r.name(n), m.name) || article != isOutlet(m.name) || !article && r.institution(n.First) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	return only
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
