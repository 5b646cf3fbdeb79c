package claims

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Whom words without a name of their own mean: “he”, “it”, “the minister”, “her husband”, “la chercheuse”.
//
// A sought is what the words ask for. A way is one thing that may bear out that they mean somebody of whom the text
// spoke: that he is of that sex, holds that office, is of that age, is the body of that kind. The ways stand in one table,
// the surest first (ways.go). Of all who fit a way the heaviest by the features is meant, if he clearly is: no name rather
// than a wrong one. What a title, a role or another pronoun tells of somebody's sex excludes; what his given name is usual
// for only weighs. Names inside what is said are not looked at: “Doe, he said, was late”.

// A sought is what words without a name ask for.
type sought struct {
	r           *reading
	words, head text.Range     // “the minister of mines, who left”, “the minister”
	noun        string         // minister, folded; empty for a pronoun
	sort        asked          // how the words point to somebody
	sex         lexicon.Gender // that the words tell
	age         string         // that they tell
	held        []text.Range   // what is said, in which nobody is looked for
	told        []*member      // of or to whom it is said, if heard: who are not “he”
	heard       bool
	of          *Statement // in which they stand, if its text is compared with another
	part        text.Range // and in which part of it
	bearers     []*member  // of a name: whose last word it is
	namesakes   []*member  // and of those the persons whom it may mean
	chief       *member    // and of those whom the text calls so alone
}

// asked says how words point to somebody.
type asked uint16

const (
	personal asked = 1 << iota // he, she
	neuter                     // it, they
	owned                      // her husband
	definite                   // the minister
	pointing                   // ce ministre
	article                    // a minister
	latter                     // the latter
	full                       // Robin Doe
	surname                    // Doe
	compared                   // the younger Doe

	names    = full | surname | compared
	nameless = full - 1
)

// seek reads what words ask for; head is what they are without what follows the noun.
func (c *cast) seek(r *reading, words, head text.Range, held []text.Range) *sought {
	s := &sought{r: r, words: words, head: head, held: held}
	w := r.lower(words.First)
	is := func(kind lexicon.PersonWord) bool { return lexicon.Is(r.lang, kind, w) }
	last := r.lower(words.End - 1)
	if r.word(words.End) == "-" {
		last += "-" + r.lower(words.End+1) // “celle | -ci”
	}
	switch {
	case words.Len() <= 2 && lexicon.Is(r.lang, lexicon.Latter, last):
		s.sort, s.sex = latter, lexicon.TitleGender(r.lang, last)
	case words.Len() == 1 && is(lexicon.He):
		s.sort, s.sex = personal, lexicon.Male
	case words.Len() == 1 && is(lexicon.She):
		s.sort, s.sex = personal, lexicon.Female
	case words.Len() == 1 && is(lexicon.They):
		s.sort = neuter
	case head.Len() < 2:
	case is(lexicon.Pointing):
		s.sort = pointing
	case r.definite(words.First):
		s.sort = definite
	case is(lexicon.Owning):
		s.sort = owned
	case is(lexicon.Article):
		s.sort = article
	}
	if s.sort != personal && head.Len() > 1 {
		s.noun, s.age = r.lower(r.nounIn(head)), r.aged(r.ageIn(words))
		s.sex = cmp.Or(lexicon.TitleGender(r.lang, s.noun), lexicon.TitleGender(r.lang, w))
	}
	return s
}

// nounIn returns the noun of a head: its last word; in French the first behind the article and what says that he no longer is it,
// “l'ancien | ministre”, or is for somebody, “la jeune | chercheuse”.
func (r *reading) nounIn(head text.Range) int {
	if r.lang == "en" {
		return head.End - 1
	}
	for i := head.First + 1; i < head.End; i++ {
		if r.person(i) || r.institution(i) {
			return i
		}
	}
	return head.First + 1
}

// bare reports whether the words are no more than an article and a noun.
func (s *sought) bare() bool { return s.head.Len() == 2 && (s.r.lang == "en" || s.words.Len() == 2) }

// is reports whether the noun is a word of a kind.
func (s *sought) is(kind lexicon.PersonWord) bool { return lexicon.Is(s.r.lang, kind, s.noun) }

// otherwise reports whether the words tell another sex than that.
func (s *sought) otherwise(sex lexicon.Gender) bool {
	return s.sex != lexicon.NoGender && sex != lexicon.NoGender && s.sex != sex
}

// ages reports whether the noun is for those of an age: “the teenager”.
func (s *sought) ages() bool {
	for decade := byte('1'); s.noun != "" && decade <= '9'; decade++ {
		if lexicon.Calls(s.r.lang, s.noun, string([]byte{decade, '5'})) {
			return true
		}
	}
	return false
}

// unlike reports whether the words tell another sex than m is of, or his given name has it too: in French a woman may be « le ministre ».
func (s *sought) unlike(m *member) bool {
	if m.age != "" && s.ages() && !lexicon.Calls(s.r.lang, s.noun, m.age) { // “the teenager” of “Doe, 45,”
		return true
	}
	return s.otherwise(m.sex) || m.sex == lexicon.NoGender && s.otherwise(m.usual) && (s.r.lang == "en" || s.sex == lexicon.Female)
}

// A way is one thing that may bear out whom words mean. It has one of fits, sole and one.
type way struct {
	name  string
	sorts asked                                            // of words that may be meant so
	when  func(c *cast, s *sought) bool                    // and of them; nil for all
	fits  func(c *cast, s *sought, m *member, p place) int // how well it fits one of those spoken of lately, not at all if 0
	sole  func(c *cast, s *sought, m *member) bool         // whether it fits the only one in the text whom it does
	one   func(c *cast, s *sought) *member                 // who it is
	reach int                                              // sentences back that he may have been spoken of; anywhere, if 0
	alone int                                              // sentences back to which nobody else may fit it as well; the weights decide, if 0
	bars  func(c *cast, s *sought, m *member) bool         // what speaks against him all the same
}

// features are what speaks for one of several who fit, and how much each time.
var features = [...]struct {
	weight int
	sorts  asked // of words for which it speaks
	times  func(c *cast, s *sought, m *member, p place) int
}{
	{-2, nameless, func(c *cast, _ *sought, _ *member, p place) int { return c.passage - p.passage }}, // sentences that he stands back
	{-1, nameless, func(c *cast, _ *sought, _ *member, p place) int { return once(c.passage-p.passage > 1) }},
	{2, nameless, func(c *cast, s *sought, _ *member, p place) int {
		return once(p.subject || s.under() && p.passage == c.passage)
	}},
	{-1, nameless, func(_ *cast, _ *sought, _ *member, p place) int { return once(p.aside) }}, // in a phrase that describes another noun
	{1, nameless, func(_ *cast, _ *sought, m *member, _ place) int { return once(m.times >= 5) }},
	{3, nameless, func(c *cast, _ *sought, m *member, _ place) int { return once(m == c.voice && c.passage-m.spoke <= 1) }}, // who spoke last
	{1, personal, func(_ *cast, s *sought, m *member, _ place) int { return once(cmp.Or(m.sex, m.usual) == s.sex) }},
	{1, nameless, func(_ *cast, _ *sought, m *member, _ place) int { return once(m.name == "") }}, // no name rather than a wrong one
	{-9, nameless, func(_ *cast, s *sought, m *member, _ place) int {
		return once(m.kind == Person && m.sex == lexicon.NoGender && s.otherwise(m.usual))
	}},
	{-1 << 20, names, func(_ *cast, _ *sought, m *member, _ place) int { return once(m.times == 0) }},
	{1, names, func(_ *cast, _ *sought, m *member, _ place) int { return min(m.times, often) }},
	{-1, names, func(c *cast, _ *sought, m *member, p place) int { return once(m.times > 0) * (c.passage - p.passage) }},
	{2, names, func(_ *cast, _ *sought, m *member, _ place) int { return once(m.spoke >= 0) }}, // the mother who speaks, not the son who died
	{-1, names, func(_ *cast, s *sought, m *member, _ place) int { // “Mr. Doe” is not whom the text calls Guy
		return once(s.sex != lexicon.NoGender) * (m.familiar + often*once(m.familiar > 2))
	}},
	{often, names, func(c *cast, s *sought, m *member, p place) int { // “Her brother, Paul Doe, said so. | “It is late,” Doe said.”
		return once(m == c.voice && c.passage-m.spoke <= 2 && strings.HasPrefix(m.name, s.r.word(p.word)))
	}},
}

const (
	lightest    = -7 // with nothing but that nobody else is there
	nearWords   = 80 // how many words back a body may be that “it” means
	joinedWords = 4  // words from one name to the other that “and” joins to it
	often       = 8  // times that somebody is spoken of, more than which are not counted
)

func once(so bool) int {
	if so {
		return 1
	}
	return 0
}

// under reports whether the words begin a clause under another, of whom either may speak: “Doe met Roe when | he knocked”.
func (s *sought) under() bool {
	joint := s.r.lower(s.words.First - 1)
	return lexicon.Is(s.r.lang, lexicon.Subordinator, joint) && !lexicon.Is(s.r.lang, lexicon.Joining, joint)
}

// meant returns whom the words mean; nil if nobody clearly.
func (c *cast) meant(s *sought) *member {
	if s.sort&names == 0 { // what is heard are names
		c.hear(s.r, s.words.First)
	}
	for k := range ways {
		w := &ways[k]
		if w.sorts&s.sort == 0 || w.when != nil && !w.when(c, s) {
			continue
		}
		var m *member
		open := false
		switch {
		case w.one != nil:
			m = w.one(c, s)
		case w.sole != nil:
			m = s.only(c, w.sole)
		case w.alone > 0:
			m, open = c.latest(w, s)
		default:
			m, open = c.heaviest(w, s)
		}
		switch barred := m != nil && w.bars != nil && w.bars(c, s, m); {
		case m != nil && !barred:
			return m
		case open || barred && w.alone > 0:
			return nil
		}
	}
	return nil
}

// only returns the one of the document of whom something is so, or of those who have the name; nil if none or several.
func (s *sought) only(c *cast, so func(c *cast, s *sought, m *member) bool) (only *member) {
	among := maps.Values(c.whole)
	if s.sort&names != 0 {
		among = slices.Values(s.bearers)
	}
	for m := range among {
		if m == only || !so(c, s, m) {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	return only
}

// A candidate is somebody who fits a way, with the place at which the text spoke of him.
type candidate struct {
	*member
	at          place
	fit, weight int
}

// candidates returns those spoken of lately who fit a way, the latest first; of a name all whose it may be.
func (c *cast) candidates(w *way, s *sought) (list []candidate) {
	for _, m := range s.namesakes {
		if fit := w.fits(c, s, m, m.last); fit > 0 {
			list = append(list, candidate{m, m.last, fit, c.weight(s, m, m.last, fit)})
		}
	}
	if s.sort&names != 0 {
		return list
	}
	for _, m := range slices.Backward(c.recent) {
		p := m.last
		if p.word >= s.words.First || holds(s.held, p.word) || w.alone == 0 && p.passage == c.passage && !p.subject && !s.under() { // “Of Doe he said that”
			p = m.before
		}
		if s.related(m, p) || p.word < 0 || p.word >= s.words.First || w.reach > 0 && c.passage-p.passage > w.reach || m.name == "" && c.passage-p.passage > 1 && len(list) > 0 {
			continue
		}
		if fit := w.fits(c, s, m, p); fit > 0 {
			o := candidate{m, p, fit, c.weight(s, m, p, fit)}
			if b := m.before; b.passage == p.passage && b.subject && b.word >= 0 && b.word < p.word {
				o.at.word = b.word // “Doe left when Roe said that he might”
			}
			list = append(list, o)
		}
	}
	return list
}

// related reports whether the words stand in a clause that says more of m: « Le tribunal, qu'| il | critique » is not who criticises it.
func (s *sought) related(m *member, p place) bool {
	joint := s.words.First - 1
	if w := s.r.lower(joint); s.r.lang == "en" || w != "que" && w != "qu'" || p.word < 0 {
		return false
	}
	end := p.word + max(1, strings.Count(m.name, " ")+1)
	return end == joint || end == joint-1 && s.r.word(end) == ","
}

// weight returns how much speaks for m, spoken of at p, who fits that well.
func (c *cast) weight(s *sought, m *member, p place, fit int) int {
	weight := fit - 1
	for _, f := range features {
		if f.sorts&s.sort != 0 {
			weight += f.weight * f.times(c, s, m, p)
		}
	}
	return weight
}

// heaviest returns who of those spoken of lately outweighs all others who fit; far back only the single one. It is open if a name may
// not be who else's.
func (c *cast) heaviest(w *way, s *sought) (m *member, open bool) {
	list := c.candidates(w, s)
	if len(list) == 0 {
		return nil, false
	}
	best := list[0]
	for _, o := range list[1:] {
		if s.prefers(o, best) {
			best = o
		}
	}
	if s.sort&names != 0 {
		return best.member, true
	}
	for _, o := range list {
		if o.member != best.member && (!s.prefers(best, o) || best.weight < lightest) {
			return nil, false
		}
	}
	if best.weight < lightest && best.fit < 2 && (s.sex == lexicon.NoGender || cmp.Or(best.sex, best.usual) != s.sex) { // nothing but that nobody else is there speaks for him
		return nil, false
	}
	return best.member, false
}

// prefers reports whether a weighs more than b, or as much and is the first of two subjects of one sentence, “Doe saw Roe, who left. | He”
// (twins: “Doe and Roe left. | He”, “When Doe left, Roe slept. | He”); or
// of a name, if the text has a behind b and before the name: “Ann Doe left. Guy Doe sings. | Doe”.
func (s *sought) prefers(a, b candidate) bool {
	together := a.at.passage == b.at.passage
	switch {
	case a.weight != b.weight:
		return a.weight > b.weight
	case s.sort&names == 0:
		and := lexicon.Is(s.r.lang, lexicon.Joining, s.r.lower(b.at.word-1)) && b.at.word-a.at.word <= joinedWords
		when := a.at.word > 0 && s.r.leads(a.at.word-1) && subordinates(s.r.lower(a.at.word-1))
		return together && a.at.subject && b.at.subject && a.at.word < b.at.word && !and && !when
	}
	return a.first < s.words.First && !(together && b.times > 0 && b.at.subject) // twin: “Ann Doe, whose son, Guy Doe, sings, spoke. | Doe”
}

// latest returns who of those spoken of lately fits a way best, and was spoken of last; it is open if another who fits as well was not long before.
func (c *cast) latest(w *way, s *sought) (m *member, open bool) {
	list := c.candidates(w, s)
	best := 0
	for _, o := range list {
		best = max(best, o.fit)
	}
	list = slices.DeleteFunc(list, func(o candidate) bool { return o.fit < best })
	if len(list) == 0 || slices.ContainsFunc(list[1:], func(o candidate) bool { return c.passage-o.last.passage <= w.alone }) {
		return nil, len(list) > 0
	}
	return list[0].member, false
}
