package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Whose kin “her husband” is, and how old “the 32-year-old”.

// relative returns whom “her husband”, “his mother” mean: the one person whom the text calls
// so, else the one other person of the family name of whom the pronoun means: a husband or wife, and
// of two who are all that bear it a brother or sister, or a parent or child, if the text says that they are. Nil if none.
func (c *cast) relative(s *sought) *member {
	r, head, noun := s.r, s.head, s.noun
	if head.Len() != 2 || !lexicon.Is(r.lang, lexicon.Relation, noun) || r.word(head.End) == "-" { // “her brother|-in-law”
		return nil
	}
	const far = 4 // sentences back
	if m := c.roles[noun]; m != nil && (m.last.word < 0 || c.passage-m.last.passage <= far || !c.introduced(r, noun, m.first)) {
		return m
	}
	two := lexicon.Is(r.lang, lexicon.Sibling, noun) || lexicon.Is(r.lang, lexicon.Parent, noun) && c.kinOf(r, lexicon.Child) || lexicon.Is(r.lang, lexicon.Child, noun) && c.kinOf(r, lexicon.Parent)
	if m := c.related(s); m != nil {
		return m
	}
	if _, several := c.roles[noun]; several || !two && !lexicon.Is(r.lang, lexicon.Spouse, noun) {
		return nil
	}
	sex := lexicon.TitleGender(r.lang, noun)
	owner := c.owner(s)
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
func (c *cast) related(s *sought) *member {
	r, noun, owner := s.r, s.noun, c.owner(s)
	if owner == nil {
		return nil
	}
	for _, role := range append([]string{owner.role}, owner.also...) {
		of, kin, ok := strings.Cut(strings.ReplaceAll(role, "’", "'"), "'s ")
		is := func(sort lexicon.PersonWord, word string) bool { return lexicon.Is(r.lang, sort, word) }
		if !ok || !(is(lexicon.Child, kin) && is(lexicon.Parent, noun) || is(lexicon.Parent, kin) && is(lexicon.Child, noun) || is(lexicon.Spouse, kin) && is(lexicon.Spouse, noun) || is(lexicon.Sibling, kin) && is(lexicon.Sibling, noun)) {
			continue
		}
		if list := c.people[text.Fold(lastWord(of))]; len(list) == 1 && list[0].kind == Person && !s.otherwise(cmp.Or(list[0].sex, list[0].usual)) {
			return list[0]
		}
	}
	return nil
}

// owner returns whom “her” means in “her husband”.
func (c *cast) owner(s *sought) *member {
	her := text.Range{First: s.head.First, End: s.head.First + 1}
	return c.meant(c.seek(s.r, her, her, s.held))
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
