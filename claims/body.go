package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Which body “it”, “the agency” and “the force” mean.

// body returns which body the mention at word i means: “it”, if noun is empty, or
// “the agency”. Nil if none clearly.
func (c *cast) body(r *reading, i int, noun string, held []text.Range) *member {
	named := func(m *member) bool {
		return m.kind == Organisation && m.first < i && slices.Contains(strings.Fields(text.Fold(m.name)), noun)
	}
	bears := noun != "" && slices.ContainsFunc(c.recent, named) // “the bank” is no Norvik where the text has a Bank of Bana
	if later := c.later(r, i, noun); later != nil && !bears {
		return later
	}
	return c.heaviest(r, i, held, func(m *member, p place) (int, bool) {
		if m.kind != Organisation || i-p.word >= nearWords && noun == "" {
			return 0, false
		}
		if m.before.word < 0 && r.lower(p.word-2) == "according" && !r.leads(p.word-2) { // “It rose, according to Norvik. | The company”
			return 0, false
		}
		if noun == "" {
			return 0, (p.subject || m.spoke >= 0 && c.passage-m.spoke <= 2) && !r.anotherBody(r.sentenceOf(p.word).First, i)
		}
		if named(m) {
			return weighNoun, true
		}
		kind, ok := lexicon.KindOf(r.lang, noun)
		known, fits := r.kindred(m, kind, noun)
		switch near := c.passage-p.passage <= 3; {
		case near && !known && m.ofLand() && lexicon.MayBe(r.lang, "department", noun) || near && !known && m.ofLand() && lexicon.MayBe(r.lang, "agency", noun): // “Statistics Canada”
			return 0, true
		case !ok && !fits || known && !fits || !near && (!fits || kind.Name == "press" || lexicon.Is(r.lang, lexicon.Firm, noun)):
			return 0, false
		case fits:
			return weighKind, true
		default:
			return 0, !bears && kind.Open && (p.subject || m.spoke >= 0)
		}
	})
}

// bodyBefore returns the body that the sentence before word i, in its paragraph, has for its subject, if a noun may mean
// any body and none but that one is spoken of: “Lake Ferries disputed that. | The agency said”. Twins: “Lake Ferries met the
// Pilots' Agency”, “Lake Ferries wrote to an agency”, “The Lake Council disputed that”.
func (c *cast) bodyBefore(r *reading, i int, noun string) (only *member) {
	kind, ok := lexicon.KindOf(r.lang, noun)
	block := r.text.Blocks[r.text.Passages[c.passage].First].First
	if !ok || !kind.Open || c.introduced(r, noun, -1) || r.anotherBody(block, i) {
		return nil
	}
	for _, m := range c.whole {
		if _, fits := r.kindred(m, kind, noun); m.kind == Organisation && fits {
			return nil
		}
	}
	for _, m := range c.recent {
		switch {
		case m.kind != Organisation || m.last.word >= i || c.passage-m.last.passage > 1 || m.last.word < block:
		case only != nil || !m.last.subject || slices.ContainsFunc(strings.Fields(text.Fold(m.name)), func(w string) bool {
			_, sort := lexicon.KindOf(r.lang, w)
			return sort || lexicon.Is("en", lexicon.Institution, w)
		}):
			return nil
		default:
			only = m
		}
	}
	return only
}

// bodyIn returns the body that opens what “it” at word i, behind that, says: “Norvik will close its pit, | it said on Thursday”. Nil
// if a person does, or if it is not the subject. Twin: “Doe will resign, | he said”.
func (c *cast) bodyIn(r *reading, i int, held []text.Range) *member {
	const opening = 6 // words before the name
	if len(held) == 0 || !r.leads(held[0].First) || held[0].End > i || r.text.Inside(held[0].First) >= 0 {
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

// later returns the one body whose name ends with a noun, or tells that kind, and which the
// text names only behind word i: “The union says so. | Doe of the Dockers' Union”. Nil if none
// or several.
func (c *cast) later(r *reading, i int, noun string) *member {
	var only *member
	kind, ok := lexicon.KindOf(r.lang, noun)
	for _, m := range c.whole {
		if noun == "" || m.kind != Organisation || lexicon.Is(r.lang, lexicon.Firm, noun) && !name.Ends(noun, text.Fold(m.name)) {
			continue
		}
		if _, fits := r.kindred(m, kind, noun); !name.Ends(noun, text.Fold(m.name)) && (!ok || !fits) {
			continue
		}
		if only != nil || m.first < i {
			return nil
		}
		only = m
	}
	return only
}

// kindred reports whether the words of a body's name, or what the text says that it is,
// tell its kind, and whether a noun of that kind may mean it: “the agency” is no ministry,
// “the union” is the Pilots' Guild, “the paper” the Daily Tuma.
func (r *reading) kindred(m *member, kind lexicon.NamedKind, noun string) (known, fits bool) {
	for _, w := range append(strings.Fields(text.Fold(m.name)), standings(m.role)...) {
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
