package claims

import (
	"cmp"
	"slices"
	"strings"

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
	if v := c.voice; m == nil && v != nil && c.passage-v.spoke <= 1 && c.roles[noun] == v && v.called(func(role string) bool { return r.holdsRole(role, noun) && r.fromPlace(head, role) }) {
		m = v
	}
	if m == nil && head.Len() == 2 && len(c.tried) == 1 && lexicon.Calls(r.lang, noun, "pleaded") { // “the accused”
		m = c.tried[0]
	}
	_, kind := lexicon.KindOf(r.lang, noun)
	bare := head.Len() == 2
	both := r.lower(head.End-2) + " " + noun
	if _, one := lexicon.KindOf(r.lang, both); one && head.Len() == 3 { // “the governing body”
		noun, kind, bare = both, true, true
	}
	switch age := r.aged(r.ageIn(mention)); {
	case m != nil:
	case head.Len() == 2 && c.authorOf(r, noun) != nil:
		m = c.authorOf(r, noun)
	case age != "":
		m = c.ofAge(r, head.First, age, lexicon.TitleGender(r.lang, noun), held)
	case head.Len() > 2 && lexicon.Is(r.lang, lexicon.Prefix, r.lower(head.First+1)) && lexicon.Human(r.lang, noun) && !lexicon.Is(r.lang, lexicon.Past, r.lower(head.First+1)) && !text.IsPossessive(r.lower(head.End-2)): // “the retired teacher”; “the former president” and “the Tory party's chairman” may be anybody
		if m = c.person(r, head.First, lexicon.TitleGender(r.lang, noun), held); m != nil && m.last.passage == c.passage && m.last.word >= r.sentenceOf(head.First).First { // “Doe met Roe when the Tory leader spoke”
			m = nil
		}
	case head.Len() > 2 && c.worded(r, head) != nil:
		m = c.worded(r, head)
	case head.Len() == 2 && !kind && c.worded(r, head) != nil:
		m = c.worded(r, head)
	case bare && (kind || lexicon.Is(r.lang, lexicon.GroupNoun, noun) || lexicon.Is(r.lang, lexicon.RoleNoun, noun) && lexicon.Calls(r.lang, noun, "agency")) || lexicon.Is(r.lang, lexicon.Firm, noun):
		m = cmp.Or(c.body(r, head.First, noun, held), c.bodyBefore(r, head.First, noun))
	}
	if m == nil {
		m = cmp.Or(c.compatriot(r, head, noun), c.epithet(r, mention, head, noun), c.adding(r, head, noun))
	}
	if m != nil {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
}

// adding returns who spoke in the sentence before, in the same paragraph, if what is read now is added to that by somebody of whom the
// text told no such thing: “Guy Roe said so. “He is ashamed,” | the barrister | added.” Twins: “| the barrister | said”, “Mayor Guy Roe said
// so. “He is ashamed,” | the barrister | added”.
func (c *cast) adding(r *reading, head text.Range, noun string) *member {
	m := c.voice
	if !c.goes || m == nil || m.kind != Person || m.role != "" || m.spoke != c.passage-1 || c.last.Name != m.name || head.Len() != 2 || !r.person(head.End-1) || r.otherGender(head.First, noun, cmp.Or(m.sex, m.usual)) {
		return nil
	}
	before := r.text.Passages[c.passage-1]
	if _, taken := c.roles[noun]; taken || before.Last != r.text.Passages[c.passage].First || c.introduced(r, noun, -1) {
		return nil
	}
	return m
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

// worded returns the one body in whose name a description stands word for word, “the
// regional district” is the Regional District of Bana, or which it calls, “the central bank” is the Bank of Chad. Nil if
// none or several.
func (c *cast) worded(r *reading, head text.Range) *member {
	said := text.Fold(r.name(text.Range{First: head.First + 1, End: head.End}))
	words := " " + said + " "
	var only *member
	for _, m := range c.whole {
		name := " " + text.Fold(m.name) + " "
		before, of, _ := strings.Cut(m.name, " of ")
		land, _ := lexicon.PlaceOf(of)
		called := land.Kind == lexicon.Country && lexicon.Calls(r.lang, said, text.Fold(before)+" of")
		if m.kind != Organisation || !called && (!strings.Contains(name, words) || head.Len() == 2 && !strings.HasSuffix(name, words)) {
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
// of two who are all that bear it a brother or sister, or a parent or child, if the text says that they are. Nil if none.
func (c *cast) relative(r *reading, head text.Range, noun string, held []text.Range) *member {
	if head.Len() != 2 || !lexicon.Is(r.lang, lexicon.Relation, noun) || r.word(head.End) == "-" { // “her brother|-in-law”
		return nil
	}
	const far = 4 // sentences back
	if m := c.roles[noun]; m != nil && (m.last.word < 0 || c.passage-m.last.passage <= far || !c.introduced(r, noun, m.first)) {
		return m
	}
	two := lexicon.Is(r.lang, lexicon.Sibling, noun) || lexicon.Is(r.lang, lexicon.Parent, noun) && c.kinOf(r, lexicon.Child) || lexicon.Is(r.lang, lexicon.Child, noun) && c.kinOf(r, lexicon.Parent)
	if m := c.related(r, head, noun, held); m != nil {
		return m
	}
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

// related returns whose kin the text says that the one is whom “her” means, if the noun says so from the other side: “Roe's daughter,
// Ann, wept. “No,” said | her father”. Twin: “said | her mother” of a man.
func (c *cast) related(r *reading, head text.Range, noun string, held []text.Range) *member {
	owner := c.person(r, head.First, lexicon.TitleGender(r.lang, r.word(head.First)), held)
	if owner == nil {
		return nil
	}
	for _, role := range append([]string{owner.role}, owner.also...) {
		of, kin, ok := strings.Cut(strings.ReplaceAll(role, "’", "'"), "'s ")
		is := func(sort lexicon.PersonWord, word string) bool { return lexicon.Is(r.lang, sort, word) }
		if !ok || !(is(lexicon.Child, kin) && is(lexicon.Parent, noun) || is(lexicon.Parent, kin) && is(lexicon.Child, noun) || is(lexicon.Spouse, kin) && is(lexicon.Spouse, noun) || is(lexicon.Sibling, kin) && is(lexicon.Sibling, noun)) {
			continue
		}
		if list := c.people[text.Fold(lastWord(of))]; len(list) == 1 && list[0].kind == Person && !r.otherGender(head.First+1, noun, cmp.Or(list[0].sex, list[0].usual)) {
			return list[0]
		}
	}
	return nil
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

// peer reports whether m has the office of another: “her counterpart”, “son homologue kényan”.
func (m *member) peer(lang string) bool {
	return m.called(func(role string) bool {
		return slices.ContainsFunc(strings.Fields(role), func(w string) bool { return lexicon.Is(lang, lexicon.Peer, text.Fold(w)) })
	})
}
