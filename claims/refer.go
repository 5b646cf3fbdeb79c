package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Whom “he”, “the agency” and “the 32-year-old” mean.
//
// Every name that the text has spoken of lately is weighed: how far back it stands, as
// the subject of its clause or in a phrase that describes another noun, whether its
// bearer spoke last, whether sex and number fit. The heaviest is meant, if it is clearly
// the heaviest: no name rather than a wrong one. Of two subjects of one sentence that weigh
// the same the first is meant; far back only the single one that fits. What a title, a role
// or another pronoun of the text tells of somebody's sex excludes; what his given name is
// usual for only weighs. Names inside what is said are not looked at: “Doe, he said, was late”.

// Weights of a bearer, and by how much one must outweigh the next.
const (
	weighPassage = -2 // for each sentence that it stands back
	weighSubject = 2
	weighAside   = -1
	weighOften   = 1  // spoken of five times
	weighSpoke   = 3  // last, in this paragraph or the one before
	weighFar     = -1 // it stands back more than one
	weighSex     = 1  // the text says so
	weighUsual   = 1  // the given name does
	weighUnusual = -9
	weighNoun    = 4 // the noun stands in the body's name
	weighKind    = 2 // another noun of that kind does, or the text calls it so
	lightest     = -7
	margin       = 1
	nearWords    = 80 // how many words back a body may be that “it” means
)

// pronoun resolves he, she, it and they; it reports whether word i is a pronoun.
func (c *cast) pronoun(r *reading, i int, s *Speaker, held []text.Range) bool {
	var m *member
	switch w := r.lower(i); {
	case lexicon.Is(r.lang, lexicon.He, w):
		m = c.person(r, i, lexicon.Male, held)
		m.meant(lexicon.Male)
	case lexicon.Is(r.lang, lexicon.She, w):
		m = c.person(r, i, lexicon.Female, held)
		m.meant(lexicon.Female)
	case lexicon.Is(r.lang, lexicon.They, w):
		if m = c.body(r, i, "", held); m != nil && (r.rivals(i, m) || r.plural(i) && r.crowded(m.last.word+1, i)) {
			m = nil
		}
		if m == nil && w == "it" {
			m = c.bodyIn(r, i, held)
		}
		if m == nil && r.lang == "en" {
			m = c.singly(r, i)
		}
	case w == "i", w == "we", w == "my", w == "our":
		if r.turn.Name != "" {
			s.Name, s.Role, s.Kind = r.turn.Name, r.turn.Role, r.turn.Kind
		} else if r.doc.Speaker != "" {
			s.Name, s.Kind = r.doc.Speaker, Person
		}
	case w == "who", w == "which":
		if n := r.antecedent(i); n.Len() > 0 {
			if by := c.resolve(r, n, grammar.Other, held); w == "which" || by.Kind != Place {
				*s = mentioned(by, *s)
			}
		}
	case lexicon.Is(r.lang, lexicon.Spoken, w):
		if r.asksHere() && r.labels == nil {
			*s = mentioned(r.answering(), *s)
		}
	case slices.Contains([]string{"that", "one", "some", "many", "others", "both"}, w):
	default:
		return false
	}
	if m != nil {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
	return true
}

// meant learns that a pronoun of that sex meant m, which may be nil. Twice is as good as a
// title.
func (m *member) meant(sex lexicon.Gender) {
	switch {
	case m == nil:
	case m.usual == lexicon.NoGender:
		m.usual, m.told = sex, true
	case m.told && m.usual == sex && m.sex == lexicon.NoGender:
		m.sex = sex
	}
}

// person returns which person the mention at word i means, whose sex is known or not;
// nil if nobody clearly.
func (c *cast) person(r *reading, i int, sex lexicon.Gender, held []text.Range) *member {
	told := append(c.spokenOf(r, held), c.addressed(r, i, held)...)
	m := c.heaviest(r, i, held, func(m *member, p place) (int, bool) {
		if m.kind != Person || !m.person || m == c.asked || slices.Contains(told, m) || sex != lexicon.NoGender && m.sex != lexicon.NoGender && m.sex != sex {
			return 0, false
		}
		switch {
		case sex == lexicon.NoGender:
			return 0, true
		case m.sex == sex:
			return weighSex, true
		case m.usual == sex:
			return weighUsual, true
		case m.usual != lexicon.NoGender:
			return weighUnusual, true
		}
		return 0, true
	})
	switch {
	case m == nil || sex == lexicon.NoGender:
	case c.another(r, m, sex):
		return nil
	case c.stranger(r, m, i, sex, held):
		if !c.unnamed.aside { // he goes on; twin: “Doe's lawyer left. She ... She”
			c.unnamed, c.unsexed = place{word: i, passage: c.passage, subject: true}, sex
		}
		return nil
	case len(told) > 0 && cmp.Or(m.sex, m.usual, sex) != sex:
		return nil
	}
	return m
}

// another reports whether a pronoun of that sex may mean rather whose publisher m is, of whom the text tells no sex: “Her publisher,
// Nikhil Doe, spoke. | She”. Twin: “Her son, Nikhil Doe, spoke. | She”.
func (c *cast) another(r *reading, m *member, sex lexicon.Gender) bool {
	w := r.lower(m.whose.word)
	hers := lexicon.Is(r.lang, lexicon.She, w) && sex == lexicon.Female || lexicon.Is(r.lang, lexicon.He, w) && sex == lexicon.Male
	return hers && m.whose.passage >= c.passage-1 && cmp.Or(m.sex, m.usual) == lexicon.NoGender
}

// addressed returns those whom the clause that the pronoun at word i is the subject of names behind its verb: “he told | Doe”. Twins: “he
// told | Doe's mother”, “he and | Doe said”.
func (c *cast) addressed(r *reading, i int, held []text.Range) (out []*member) {
	const clause = 7 // words
	if !r.predicate(i+1) || r.stop(i+2) {
		return nil
	}
	for k := i + 2; k < min(len(r.words), i+clause) && r.words[k].Kind == text.Letters && !holds(held, k) && r.text.Inside(k) == r.text.Inside(i) && !subordinates(r.lower(k)); k++ {
		if n, _ := r.named(k, len(r.words)); n.Len() > 0 {
			if m := c.find(r, n); m != nil && m.kind == Person && !text.IsPossessive(r.lower(n.End)) && !r.owning(n.End) {
				out = append(out, m)
			}
			k = n.End - 1
		}
	}
	return out
}

// spokenOf returns those of whom quoted words say what they do: “Doe was late,” he said, is not
// Doe's. Twin: “They said, ‘Doe, sit down,’” he said.
func (c *cast) spokenOf(r *reading, held []text.Range) (out []*member) {
	for _, h := range held {
		for i := h.First; i < h.End; i++ {
			if r.text.Inside(i) < 0 {
				continue
			}
			if n, _ := r.named(i, h.End); n.Len() > 0 {
				if m := c.find(r, n); m != nil && m.kind == Person && r.predicate(n.End) && r.words[n.First-1].Kind != text.Punct {
					out = append(out, m)
				}
				i = n.End - 1
			}
		}
	}
	return out
}

// stranger reports whether somebody without a name may be meant by the pronoun at word i
// rather than m: “A worker said it was late. | She”, “Doe's lawyer called. | He”, “A spokesman for Doe said no. | He”, “The Star
// called Doe's mother. | She”, “Jane Roe saw her doctor. | He”. Twin: “Doe called his mother. | He”.
func (c *cast) stranger(r *reading, m *member, i int, sex lexicon.Gender, held []text.Range) bool {
	u := c.unnamed
	if holds(held, u.word) && !lexicon.Is(r.lang, lexicon.Pronoun, r.lower(u.word)) { // “A new coach,” he said, “would help.”
		return false
	}
	fits := c.unsexed == sex && (m.last.passage != u.passage || !m.last.subject) || c.unsexed == lexicon.NoGender && (u.subject || m.last.passage != u.passage)
	return fits && u.word <= i && (m.last.word < u.word || m.last.word < c.unnamedEnd) && c.passage-u.passage <= 1
}

// heaviest returns the bearer of the mention at word i. Weigh says what speaks for one
// that was spoken of last at p, and whether it may be meant at all.
func (c *cast) heaviest(r *reading, i int, held []text.Range, weigh func(m *member, p place) (int, bool)) *member {
	c.hear(r, i)
	var best *member
	var at, nextAt place // of the heaviest and of the next
	const none = -1 << 20
	joint := r.lower(i - 1)
	under := lexicon.Is(r.lang, lexicon.Subordinator, joint) && !lexicon.Is(r.lang, lexicon.Joining, joint) // “Doe met Roe when | he knocked”: it may be either
	top, next, alone := none, none, 0
	for k := len(c.recent) - 1; k >= 0; k-- {
		m := c.recent[k]
		p := m.last
		if p.word >= i || holds(held, p.word) || p.passage == c.passage && !p.subject && !under { // “Of Doe he said that”
			p = m.before
		}
		if p.word < 0 || p.word >= i {
			continue
		}
		weight, may := weigh(m, p)
		if !may {
			continue
		}
		if alone++; weight <= 0 { // nothing but that nobody else is there speaks for it
			alone++
		}
		back := c.passage - p.passage
		weight += weighPassage * back
		if back > 1 {
			weight += weighFar
		}
		if p.subject || under && p.passage == c.passage {
			weight += weighSubject
		}
		if p.aside {
			weight += weighAside
		}
		if m.times >= 5 {
			weight += weighOften
		}
		if m == c.voice && c.passage-m.spoke <= 1 {
			weight += weighSpoke
		}
		if b := m.before; b.passage == p.passage && b.subject && b.word >= 0 && b.word < p.word {
			p.word = b.word // “Doe left when Roe said that he might”
		}
		switch {
		case weight > top:
			best, top, next = m, weight, top
			at, nextAt = p, at
		case weight == top && at.passage == p.passage && at.subject && p.subject && p.word < at.word: // “Doe saw Roe, who left. | He”
			best, next = m, weight
			at, nextAt = p, at
		case weight > next:
			next, nextAt = weight, p
		}
	}
	if top == next && at.subject && nextAt.subject && at.passage == nextAt.passage && at.word < nextAt.word {
		next = top - margin
	}
	if best == nil || top-next < margin || top < lightest && alone > 1 {
		return nil
	}
	return best
}

// rivals reports whether a name of somebody else than m stands before the pronoun at
// word i in its sentence: “Lakeoil fell after it agreed to the deal”.
func (r *reading) rivals(i int, m *member) bool {
	for k := i - 1; k >= 0 && i-k < nearWords && !r.stop(k) && r.words[k].Kind != text.Quote && !r.text.BlockStart(k+1); k-- {
		if r.capital(k) && !r.opener(k) && !strings.Contains(text.Fold(m.name), r.lower(k)) {
			return true
		}
	}
	return false
}
