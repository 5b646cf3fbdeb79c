package claims

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Whom “the minister”, “her husband”, “the 32-year-old” and “the Bana singer” mean.

// description resolves “the minister” to whose role it is, “the agency” to the body
// spoken of, “the 32-year-old labourer” to the person.
func (c *cast) description(r *reading, mention, head text.Range, s *Speaker, held []text.Range) {
	if head.Len() < 2 {
		return
	}
	noun := r.lower(head.End - 1)
	if lexicon.Is(r.lang, lexicon.Owning, r.lower(head.First)) {
		if m := c.relative(r, head, noun, held); m != nil {
			s.Name, s.Role, s.Kind = m.name, m.role, m.kind
		}
		return
	}
	if !r.definite(head.First) {
		if m := c.inLede(r, mention, head, noun); m != nil {
			s.Name, s.Role, s.Kind = m.name, m.role, m.kind
		}
		return
	}
	m := c.inRole(r, mention, head, noun)
	_, kind := lexicon.KindOf(r.lang, noun)
	switch age := r.aged(r.ageIn(mention)); {
	case m != nil:
	case head.Len() == 2 && c.author != nil && c.passage-c.wrote <= 2 && lexicon.ActOf(r.lang, lexicon.NounCue, noun, "") == lexicon.Writing:
		m = c.author // “A poll by Norvik said so. | The poll”
	case age != "":
		m = c.ofAge(r, head.First, age, lexicon.TitleGender(r.lang, noun), held)
	case head.Len() > 2 && lexicon.Is(r.lang, lexicon.Prefix, r.lower(head.First+1)) && lexicon.Human(r.lang, noun) && !lexicon.Is(r.lang, lexicon.Past, r.lower(head.First+1)): // “the retired teacher”; “the former president” may be anybody
		if m = c.person(r, head.First, lexicon.TitleGender(r.lang, noun), held); m != nil && m.last.passage == c.passage && m.last.word >= r.sentenceOf(head.First).First { // “Doe met Roe when the Tory leader spoke”
			m = nil
		}
	case head.Len() > 2 && c.worded(r, head) != nil:
		m = c.worded(r, head)
	case head.Len() == 2 && !kind && c.worded(r, head) != nil:
		m = c.worded(r, head)
	case head.Len() == 2 && (kind || lexicon.Is(r.lang, lexicon.GroupNoun, noun) || lexicon.Is(r.lang, lexicon.RoleNoun, noun) && lexicon.Calls(r.lang, noun, "agency")) || lexicon.Is(r.lang, lexicon.Firm, noun):
		m = c.body(r, head.First, noun, held)
	}
	if m == nil {
		m = cmp.Or(c.compatriot(r, head, noun), c.epithet(r, mention, head, noun))
	}
	if m != nil {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
}

// latter reports whether a mention is “the latter”, “ce dernier”, “celle-ci”, and finds the person whom the text named last
// before it: nobody if that was a body, if he is of the other sex, or if a sentence stands between.
func (c *cast) latter(r *reading, mention text.Range, s *Speaker) bool {
	w := r.lower(mention.End - 1)
	if r.word(mention.End) == "-" {
		w += "-" + r.lower(mention.End+1) // “celle | -ci”
	}
	if mention.Len() > 2 || !lexicon.Is(r.lang, lexicon.Latter, w) {
		return false
	}
	c.hear(r, mention.First)
	sex := lexicon.TitleGender(r.lang, w)
	for k := len(c.recent) - 1; k >= 0; k-- {
		m := c.recent[k]
		if m.kind == Place || m.last.word >= mention.First {
			continue
		}
		if m.kind == Person && m.person && !r.another(m.last.word+1, mention.First) && c.passage-m.last.passage <= 1 && cmp.Or(m.sex, m.usual, sex) == sex {
			s.Name, s.Role, s.Kind = m.name, m.role, m.kind
		}
		break
	}
	return true
}

// another reports whether somebody without a name is spoken of between two words: “Doe met | the owner of the mill. |”.
// Twin: “Doe met Roe, minister of mines”.
func (r *reading) another(first, end int) bool {
	for i := first; i < end; i++ {
		if w := r.lower(i); r.determiner(i-1) && (lexicon.Is(r.lang, lexicon.RoleNoun, w) || lexicon.Is(r.lang, lexicon.Anonymous, w) || lexicon.Is(r.lang, lexicon.Relation, w)) {
			return true
		}
	}
	return false
}

// worded returns the one body in whose name a description stands word for word: “the
// regional district” is the Regional District of Bana. Nil if none or several.
func (c *cast) worded(r *reading, head text.Range) *member {
	words := " " + text.Fold(r.name(text.Range{First: head.First + 1, End: head.End})) + " "
	var only *member
	for _, m := range c.whole {
		if name := " " + text.Fold(m.name) + " "; m.kind != Organisation || !strings.Contains(name, words) || head.Len() == 2 && !strings.HasSuffix(name, words) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	return only
}

// relative returns whom “her husband”, “his mother” mean: the one person whom the text calls
// so, else the one other person of the family name of whom the pronoun means: a husband or wife, and
// of two who are all that bear it a parent or child, if the text says that they are. Nil if none.
func (c *cast) relative(r *reading, head text.Range, noun string, held []text.Range) *member {
	if head.Len() != 2 || !lexicon.Is(r.lang, lexicon.Relation, noun) {
		return nil
	}
	const far = 4 // sentences back
	if m := c.roles[noun]; m != nil && (m.last.word < 0 || c.passage-m.last.passage <= far || !c.introduced(r, noun, m.first)) {
		return m
	}
	two := lexicon.Is(r.lang, lexicon.Parent, noun) && c.kinOf(r, lexicon.Child) || lexicon.Is(r.lang, lexicon.Child, noun) && c.kinOf(r, lexicon.Parent)
	if _, several := c.roles[noun]; several || !two && !lexicon.Is(r.lang, lexicon.Spouse, noun) {
		return nil
	}
	sex := lexicon.TitleGender(r.lang, noun)
	owner := c.person(r, head.First, lexicon.TitleGender(r.lang, r.word(head.First)), held)
	if owner == nil {
		return nil
	}
	var only *member
	family := lastWord(owner.name)
	for _, m := range c.people[text.Fold(family[strings.LastIndexByte(family, '-')+1:])] {
		if m == owner || m.kind != Person || m.sex != lexicon.NoGender && m.sex != sex || m.usual != sex || !name.Ends(family, m.name) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	other := func(role string) bool { return lexicon.Is(r.lang, lexicon.Relation, lastWord(role)) } // her cousin
	if two && only != nil && (len(c.people[text.Fold(family)]) != 2 || only.called(other)) {
		return nil
	}
	return only
}

// kinOf reports whether the text speaks of somebody's kin of that sort: “her | daughter”.
func (c *cast) kinOf(r *reading, sort lexicon.PersonWord) bool {
	if c.kinds == nil {
		c.kinds = map[lexicon.PersonWord]bool{}
		for i := 1; i < len(r.words); i++ {
			if !lexicon.Is(r.lang, lexicon.Owning, r.lower(i-1)) && !text.IsPossessive(r.lower(i-1)) {
				continue
			}
			for _, kin := range [...]lexicon.PersonWord{lexicon.Child, lexicon.Parent} {
				c.kinds[kin] = c.kinds[kin] || lexicon.Is(r.lang, kin, r.lower(i))
			}
		}
	}
	return c.kinds[sort]
}

// lastWord returns the last word of a name.
func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// ofAge returns the person of an age that word i speaks of: whose age the text gives so, else
// who is meant by a pronoun, if the text does not make him older or younger.
func (c *cast) ofAge(r *reading, i int, age string, sex lexicon.Gender, held []text.Range) *member {
	c.hear(r, i)
	for _, m := range slices.Backward(c.recent) {
		if m.age == age {
			return m
		}
	}
	if m := c.person(r, i, sex, held); m != nil && m.age == "" {
		return m
	}
	return nil
}

// definite reports whether word i is “the”.
func (r *reading) definite(i int) bool {
	switch r.lower(i) {
	case "the", "le", "la", "l'":
		return true
	}
	return false
}

// ageIn returns the words of a description in which its age may stand: “the tall,
// 32-year-old labourer | from Bana”, “l'homme de 32 ans”. Twin: “the mother of a 16-year-old”.
func (r *reading) ageIn(mention text.Range) text.Range {
	for i := mention.First + 1; i < mention.End && r.lang == "en"; i++ {
		if r.ofNoun(i) || r.preposition(i) {
			mention.End = i
		}
	}
	return mention
}

// aged returns how old somebody is by a phrase, “the 32-year-old labourer”, “l'homme de 32
// ans”; the empty string if it does not say.
func (r *reading) aged(n text.Range) string {
	for i := n.First + 1; i < n.End; i++ {
		w := r.lower(i)
		if digits := strings.TrimRight(w, "-yearold"); digits != w && digits != "" && strings.HasSuffix(w, "year-old") {
			return digits
		}
		if r.words[i].Kind == text.Number && (lexicon.Is(r.lang, lexicon.Years, r.lower(i+1)) || r.word(i+1) == "-" && lexicon.Is(r.lang, lexicon.Years, r.lower(i+2))) {
			return w
		}
	}
	return ""
}

// called reports whether some role of m is as wanted.
func (m *member) called(wanted func(role string) bool) bool {
	return m.role != "" && wanted(m.role) || slices.ContainsFunc(m.also, wanted)
}

// inRole returns who of those spoken of lately has a role of that noun; before anybody
// with it has been named, the only one whom the text names with it later. Nil if there
// is none, or several are: “Sen. Doe left. Sen. Roe said no. | The senator”.
func (c *cast) inRole(r *reading, mention, head text.Range, noun string) *member {
	c.hear(r, head.First)
	if end := head.End; r.word(end-2) == "-" && r.spaceless(end-1) && end-3 > head.First {
		noun = r.lower(end-3) + "-" + noun // “the vice|-chair”
	}
	holders, full := c.holders(r, mention, head, noun)
	reach := 1 // sentences back to somebody else with that role
	if full || head.Len() == 2 {
		reach = 4
	}
	near := func(m *member) bool { return c.passage-m.last.passage <= reach }
	peer := func(m *member) bool { // “President Doe met her counterpart, Guy Roe. | The president”
		return head.Len() == 2 && near(m) && m.called(func(role string) bool { return lexicon.Is(r.lang, lexicon.Peer, lastWord(role)) })
	}
	if len(holders) > 0 {
		if slices.ContainsFunc(holders[1:], near) || slices.ContainsFunc(c.recent, peer) || c.passing(r, head, holders[0]) {
			return nil
		}
		return holders[0]
	}
	if m := c.roles[noun]; m != nil && m.first > head.First && m.person && r.holdsRole(m.role, noun) && r.qualified(mention, head, m.role) {
		return m
	}
	if head.Len() == 2 {
		return c.called(r, head.First, noun)
	}
	return nil
}

// passing reports whether m, who has that post, was only named in passing beside somebody who may have such a
// post as well: “Doe played golf with bank president Guy Roe. | The president”. Twin: “Doe accused bank president
// Guy Roe of lying. | The president”.
func (c *cast) passing(r *reading, head text.Range, m *member) bool {
	before := m.last.word - 1
	for r.capital(before) || !r.determiner(before) && r.modifies(before) {
		before--
	}
	if r.lang != "en" || m.spoke >= 0 || m.last.subject || m.times > 1 || !r.preposition(before) {
		return false
	}
	return slices.ContainsFunc(c.recent, func(o *member) bool {
		return o != m && o.kind == Person && o.role == "" && o.last.subject && c.passage-o.last.passage <= 1 && !r.otherGender(head.First, r.lower(head.End-1), cmp.Or(o.sex, o.usual))
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
	words := text.Fold(r.name(text.Range{First: head.First + 1, End: head.End}))
	inFull := func(role string) bool { return startsWithWords(text.Fold(role), words) }
	for _, m := range slices.Backward(c.recent) {
		if m.role == "" || !held(m.role) && !((c.roles[noun] == m || r.capital(head.First+1)) && slices.ContainsFunc(m.also, held)) {
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
		if c.passage-m.last.passage > far || r.otherGender(i, noun, m.sex) || !m.calls(r.lang, noun) {
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
	if r.lower(head.End) == "of" && head.End < mention.End {
		for i := head.End + 1; i < mention.End; i++ {
			if r.words[i].Kind == text.Letters && !r.function(i) && !r.determiner(i) && !r.joins(i) && !strings.Contains(role, r.word(i)) {
				return false
			}
		}
	}
	said, held := text.Fold(r.name(head)), text.Fold(role)
	return r.lesser(held, said) && r.lesser(said, held)
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
