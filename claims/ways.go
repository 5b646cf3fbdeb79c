package claims

import (
	"cmp"
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// ways is what may bear out that words mean somebody, the surest first.
var ways []way

func init() {
	ways = []way{
		{name: "PBO", sorts: names, one: (*cast).byInitials},
		{name: "Demi", sorts: names, when: stranger, one: (*cast).byGiven},
		{name: "Evergreen", sorts: surname | compared, when: stranger, one: (*cast).byFirst},
		{name: "Ms. Acosta of Melba Acosta Febo", sorts: surname | compared, when: stranger, one: (*cast).byMiddle},
		{name: "Jane Doe", sorts: full, one: (*cast).inFull},
		{name: "Doe of Doe Capital, whose founder is named below", sorts: surname | compared, one: (*cast).firmBefore},
		{name: "the younger Doe", sorts: compared, one: (*cast).generation},
		{name: "NASA", sorts: surname, sole: inOne},
		{name: "Senator Doe", sorts: surname, sole: titled},
		{name: "Doe", sorts: surname, fits: namesake, bars: (*cast).rivalled},
		{name: "the Courier", sorts: surname, sole: calledShort},
		{name: "the DA", sorts: surname | definite, one: (*cast).ofPost},
		{name: "he", sorts: personal, fits: he, bars: (*cast).strange},
		{name: "it, a statement", sorts: neuter, one: (*cast).issued},
		{name: "it", sorts: neuter, fits: it, bars: crowds},
		{name: "it opens", sorts: neuter, one: (*cast).opener},
		{name: "they", sorts: neuter, one: (*cast).singly},
		{name: "latter", sorts: latter, one: (*cast).lastNamed},
		{name: "her husband", sorts: owned, one: (*cast).relative},
		{name: "her statement", sorts: owned, when: written, one: (*cast).owner},
		{name: "a minister, who is named below", sorts: article, when: (*cast).opensText, sole: (*cast).isPosted, bars: (*cast).namedAbove},
		{name: "the minister", sorts: definite | pointing, fits: (*cast).holds, alone: 4, bars: (*cast).passing},
		{name: "the minister, who is named below", sorts: definite, one: (*cast).heldBy},
		{name: "the lawmaker", sorts: definite, when: briefly, fits: called, reach: 4, alone: 4},
		{name: "the only lawmaker", sorts: definite, when: briefly, sole: (*cast).calledBefore, bars: (*cast).otherSuch},
		{name: "the minister from Bana", sorts: definite, one: (*cast).holdsFrom},
		{name: "the accused", sorts: definite, when: bare, one: (*cast).accused},
		{name: "the report", sorts: definite, when: bare, one: (*cast).authorOf},
		{name: "the 32-year-old", sorts: definite | pointing, when: ageTold, fits: aged, alone: 4},
		{name: "the teenager", sorts: definite | pointing, fits: ofAge, alone: 4, bars: (*cast).otherSuch},
		{name: "the 32-year-old, of no age", sorts: definite, when: ageTold, fits: he, bars: older},
		{name: "the retired teacher", sorts: definite, when: (*cast).was, fits: he, bars: (*cast).besides},
		{name: "the regional district", sorts: definite, when: (*cast).wordy, sole: (*cast).worded},
		{name: "the agency, which is named below", sorts: definite, when: (*cast).bodily, sole: (*cast).ofKindBelow, bars: (*cast).bodyAbove},
		{name: "the agency", sorts: definite, when: (*cast).bodily, fits: ofKind},
		{name: "the Spaniard", sorts: definite, when: (*cast).nationals, fits: (*cast).compatriot, reach: 2, alone: 2},
		{name: "the Bana singer", sorts: definite | pointing, one: (*cast).anew},
	}
}

// links is what is certain of words without a name where a text is not read sentence by sentence but compared with another
// (referent.go), the surest first: a wrong name would make sources agree with what they never said.
var links = [...]struct {
	name  string
	sorts asked
	of    func(f *Referents, q *sought) (name, noun string, ok bool)
}{
	{"the town", definite, (*Referents).bound},
	{"she, who says so", personal | neuter | owned, (*Referents).ofSpeaker},
	{"it", neuter | owned, (*Referents).begun},
}

func bare(_ *cast, s *sought) bool { return s.bare() }

// he reports whether words that may be for anybody may mean m; in French a body as well, « La société nie. Elle ».
func he(c *cast, s *sought, m *member, _ place) int {
	if s.r.lang != "en" && m.kind == Organisation {
		return once(m.name == "" && !s.otherwise(m.sex) || m.sex == s.sex)
	}
	return once(m.kind == Person && m.person && m != c.asked && !slices.Contains(s.others(c), m) && !s.otherwise(m.sex))
}

// others returns of or to whom is said what the words say, who are not “he”.
func (s *sought) others(c *cast) []*member {
	if !s.heard {
		s.heard, s.told = true, append(c.spokenOf(s.r, s.held), c.addressed(s.r, s.words.First, s.held)...)
	}
	return s.told
}

// strange reports whether “he” may mean somebody else than m, of whom the text tells no sex.
func (c *cast) strange(s *sought, m *member) bool {
	return c.hers(s, m) || len(s.others(c)) > 0 && cmp.Or(m.sex, m.usual, s.sex) != s.sex
}

// hers reports whether a pronoun may mean rather whose publisher m is, of whom the text tells no sex: “Her publisher,
// Nikhil Doe, spoke. | She”. Twin: “Her son, Nikhil Doe, spoke. | She”.
func (c *cast) hers(s *sought, m *member) bool {
	w := s.r.lower(m.whose.word)
	hers := lexicon.Is(s.r.lang, lexicon.She, w) && s.sex == lexicon.Female || lexicon.Is(s.r.lang, lexicon.He, w) && s.sex == lexicon.Male
	return hers && m.whose.passage >= c.passage-1 && cmp.Or(m.sex, m.usual) == lexicon.NoGender
}

// lastNamed returns whom “the latter” means, the person named last: nobody if that was a body, if he is of the other sex, or if a
// sentence stands between.
func (c *cast) lastNamed(s *sought) *member {
	for _, m := range slices.Backward(c.recent) {
		if m.kind == Place || m.last.word >= s.words.First {
			continue
		}
		if m.kind == Person && m.person && m.name != "" && !s.r.another(m.last.word+1, s.words.First) && !s.r.bodies(m.last.word+1, s.words.First) && c.passage-m.last.passage <= 1 && !s.otherwise(cmp.Or(m.sex, m.usual)) {
			return m
		}
		break
	}
	return nil
}

// bodies reports whether a body without a name is spoken of between two words: « Doe a reçu | la délégation. | »
func (r *reading) bodies(first, end int) bool {
	for i := first; i < end; i++ {
		if r.body(i) && r.determiner(i-1) {
			return true
		}
	}
	return false
}

// another reports whether somebody without a name is spoken of between two words: “Doe met | the owner of the mill. |”.
// Twin: “Doe met Roe, minister of mines”.
func (r *reading) another(first, end int) bool {
	for i := first; i < end; i++ {
		if w := r.lower(i); r.determiner(i-1) && !r.several(i) && (lexicon.Is(r.lang, lexicon.RoleNoun, w) || lexicon.Is(r.lang, lexicon.Anonymous, w) || lexicon.Is(r.lang, lexicon.Relation, w)) {
			return true
		}
	}
	return false
}

// accused returns the only one of whom the text says that he pleaded or was charged, for “the accused”.
func (c *cast) accused(s *sought) *member {
	if len(c.tried) == 1 && (lexicon.Calls(s.r.lang, s.noun, "pleaded") || lexicon.Calls(s.r.lang, s.noun, "comparaissait")) {
		return c.tried[0]
	}
	return nil
}

// written reports whether the words are for what somebody wrote: “his statement”.
func written(_ *cast, s *sought) bool {
	return s.head.Len() == 2 && lexicon.ActOf(s.r.lang, lexicon.NounCue, s.noun, "") == lexicon.Writing
}

func ageTold(_ *cast, s *sought) bool { return s.age != "" }

// aged reports whether the text gives m the age that the words tell.
func aged(_ *cast, s *sought, m *member, _ place) int { return once(m.age == s.age) }

// ofAge reports whether the noun is for somebody as old as m: “the teenager” of “Doe, 16,”, « le sexagénaire ».
func ofAge(_ *cast, s *sought, m *member, _ place) int {
	return once(m.kind == Person && m.age != "" && lexicon.Calls(s.r.lang, s.noun, m.age))
}

// older reports whether the text gives m another age.
func older(_ *cast, s *sought, m *member) bool { return m.age != "" || s.r.lang != "en" }

// was reports whether the words tell what somebody was, “the retired teacher”; “the former president” and “the Tory
// party's chairman” may be anybody.
func (c *cast) was(s *sought) bool {
	which := s.r.lower(s.head.First + 1)
	return s.head.Len() > 2 && lexicon.Is(s.r.lang, lexicon.Prefix, which) && lexicon.Human(s.r.lang, s.noun) && !lexicon.Is(s.r.lang, lexicon.Past, which) && !text.IsPossessive(s.r.lower(s.head.End-2))
}

// besides reports whether m is in the sentence already: “Doe met Roe when the Tory leader spoke”.
func (c *cast) besides(s *sought, m *member) bool {
	return m.last.passage == c.passage && m.last.word >= s.r.sentenceOf(s.head.First).First
}
