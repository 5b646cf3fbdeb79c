package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Which body “it”, “the agency” and “the force” mean.

// it reports whether “it” may mean the body m.
func it(c *cast, s *sought, m *member, p place) int {
	subject := p.subject || m.spoke >= 0 && c.passage-m.spoke <= 2
	from := s.r.sentenceOf(p.word).First
	if m.name == "" { // “The ministry wrote. | It”
		from = p.word + m.words.Len()
	}
	return once(subject && m.kind == Organisation && s.words.First-p.word < nearWords && !s.r.sourceAlone(m, p) && !s.r.anotherBody(from, s.words.First))
}

// sourceAlone reports whether m was spoken of only as a source: “It rose, according to Norvik. | The company”.
func (r *reading) sourceAlone(m *member, p place) bool {
	return m.before.word < 0 && r.lower(p.word-2) == "according" && !r.leads(p.word-2)
}

// crowds reports whether “it” or “they” may mean another than the body m.
func crowds(_ *cast, s *sought, m *member) bool {
	i := s.words.First
	return s.r.rivals(i, m) || s.r.plural(i) && s.r.crowded(m.last.word+1, i)
}

// bodily reports whether the words are for a body: “the agency”, “the governing body”.
func (c *cast) bodily(s *sought) bool {
	r := s.r
	both := r.lower(s.head.End-2) + " " + s.noun
	if _, one := lexicon.KindOf(r.lang, both); one && s.head.Len() == 3 { // “the governing body”
		s.noun = both
		return true
	}
	_, kind := lexicon.KindOf(r.lang, s.noun)
	return s.bare() && (kind || r.lang != "en" || s.is(lexicon.GroupNoun) || s.is(lexicon.RoleNoun) && lexicon.Calls(r.lang, s.noun, "agency")) || s.is(lexicon.Firm)
}

// nounNames reports whether the noun stands in the name of m, a body named before: “the bank” is no Norvik where the text has a Bank of Bana.
func (s *sought) nounNames(m *member) bool {
	return m.kind == Organisation && m.first < s.words.First && slices.Contains(strings.Fields(text.Fold(m.name)), s.noun)
}

// bodyAbove reports whether a body spoken of lately has the noun in its name.
func (c *cast) bodyAbove(s *sought, m *member) bool {
	return m.first < s.words.First || slices.ContainsFunc(c.recent, s.nounNames)
}

// ofKind reports how well a noun fits the body m: 5 if it stands in its name, 3 if it is of that kind, 1 if it may be.
func ofKind(c *cast, s *sought, m *member, p place) int {
	const near = 3 // sentences
	kind, ok := lexicon.KindOf(s.r.lang, s.noun)
	known, fits := s.r.kindred(m, kind, s.noun)
	switch lately := c.passage-p.passage <= near; {
	case m.kind != Organisation || s.r.sourceAlone(m, p):
		return 0
	case s.nounNames(m):
		return 5
	case lately && !known && m.ofLand() && (lexicon.MayBe(s.r.lang, "department", s.noun) || lexicon.MayBe(s.r.lang, "agency", s.noun)): // “Statistics Canada”
		return 1
	case !ok && !fits || known && !fits || !lately && (!fits || kind.Name == "press" || s.is(lexicon.Firm)):
		return 0
	case fits:
		return 3
	}
	return once(kind.Open && (p.subject || m.spoke >= 0) && !slices.ContainsFunc(c.recent, s.nounNames))
}

// wordy reports whether the words may be those of a body's name, in small letters.
func (c *cast) wordy(s *sought) bool {
	_, kind := lexicon.KindOf(s.r.lang, s.noun)
	return s.head.Len() > 2 || !kind
}

// worded reports whether a description stands word for word in the name of the body m, “the
// regional district” is the Regional District of Bana, or it calls it, “the central bank” is the Bank of Chad.
func (c *cast) worded(s *sought, m *member) bool {
	said := text.Fold(s.r.name(text.Range{First: s.head.First + 1, End: s.head.End}))
	words, name := " "+said+" ", " "+text.Fold(m.name)+" "
	before, of, _ := strings.Cut(m.name, " of ")
	land, _ := lexicon.PlaceOf(of)
	called := land.Kind == lexicon.Country && lexicon.Calls(s.r.lang, said, text.Fold(before)+" of")
	return m.kind == Organisation && (called || strings.Contains(name, words) && (s.head.Len() > 2 || strings.HasSuffix(name, words)))
}

// opener returns the body that opens what “it”, behind that, says: “Norvik will close its pit, | it said on Thursday”. Nil
// if a person does, or if it is not the subject. Twin: “Doe will resign, | he said”.
func (c *cast) opener(s *sought) *member {
	const opening = 6 // words before the name
	r, held := s.r, s.held
	if r.lower(s.words.First) != "it" || len(held) == 0 || !r.leads(held[0].First) || held[0].End > s.words.First || r.text.Inside(held[0].First) >= 0 {
		return nil
	}
	for k := held[0].First; k < min(held[0].First+opening, held[0].End); k++ {
		if n, _ := r.named(k, held[0].End); n.Len() > 0 && !demonym(r.lower(n.End-1)) {
			if m := c.find(r, n); m != nil && m.kind != Place && (m.kind == Organisation || !m.givenNamed() && m.sex == lexicon.NoGender) && r.predicate(n.End) {
				m.kind, m.person = Organisation, false
				return m
			}
			return nil
		}
	}
	return nil
}

// ofKindBelow reports whether the name of m ends with the noun, or tells that kind: “The union says so. | Doe of the Dockers' Union”.
func (c *cast) ofKindBelow(s *sought, m *member) bool {
	kind, ok := lexicon.KindOf(s.r.lang, s.noun)
	ends := name.Ends(s.noun, text.Fold(m.name))
	if m.kind != Organisation || s.is(lexicon.Firm) && !ends {
		return false
	}
	_, fits := s.r.kindred(m, kind, s.noun)
	return ends || ok && fits
}

// kindred reports whether the words of a body's name, or what the text says that it is,
// tell its kind, and whether a noun of that kind may mean it: “the agency” is no ministry,
// “the union” is the Pilots' Guild, “the paper” the Daily Tuma.
func (r *reading) kindred(m *member, kind lexicon.NamedKind, noun string) (known, fits bool) {
	for _, w := range append(strings.Fields(text.Fold(m.name)), standings(r.lang, m.role)...) {
		if _, ok := lexicon.KindOf(r.lang, w); ok {
			known, fits = true, fits || lexicon.MayBe(r.lang, noun, w) || lexicon.Calls(r.lang, noun, w)
		} else if lexicon.Is("en", lexicon.Trade, w) && w == text.Fold(lastWord(m.name)) {
			known, fits = true, fits || kind.Name == "company"
		} else if lexicon.Is("en", lexicon.Institution, w) {
			known = true
		}
	}
	switch o, ok := lexicon.OutletOf(m.name); {
	case o.Kind == lexicon.Organisation:
	case ok || isOutlet(m.name):
		known, fits = true, fits || kind.Name == "press" || kind.Name == "agency" && o.Kind == lexicon.Agency
	}
	return known, fits
}

// anotherBody reports whether a body, or what somebody wrote, is spoken of without a name between two words:
// “Orsk closed the mine. The council met. | It said”, “Orsk left. A letter was read. | It said”.
func (r *reading) anotherBody(first, end int) bool {
	for i := first; i < end; i++ {
		if writing := lexicon.ActOf(r.lang, lexicon.NounCue, r.lower(i), "") == lexicon.Writing; writing && r.determiner(i-1) && r.text.Inside(i) < 0 && lexicon.Is(r.lang, lexicon.Article, r.lower(i-1)) && r.lower(i-2) != "in" { // “Orsk said in a letter”
			return true
		}
		if w := r.lower(i); !r.capital(i) && r.text.Inside(i) < 0 && r.determiner(i-1) && (lexicon.Is(r.lang, lexicon.GroupNoun, w) || lexicon.Is("en", lexicon.Institution, w)) && !lexicon.Is(r.lang, lexicon.Firm, w) && r.leads(i-1) {
			return true
		}
	}
	return false
}

// ofLand reports whether the name of m ends with that of a country or province: “Statistics Canada”.
func (m *member) ofLand() bool {
	p, ok := lexicon.PlaceOf(lastWord(m.name))
	return ok && strings.Contains(m.name, " ") && (p.Kind == lexicon.Country || p.Kind == lexicon.Region)
}
