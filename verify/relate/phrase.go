package relate

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

type phrase = proposition.Phrase

// deepest is how far phrases within phrases are compared: two that describe each other,
// or a name that is looked up while it is looked up, would go on for ever.
const deepest = 6

// phrases compares a phrase of the source with one of the statement: first what they
// name, then how many, then what is said of them besides.
func (m *match) phrases(p, q *phrase) comparison {
	if m.depth >= deepest {
		return comparison{}
	}
	m.depth++
	defer func() { m.depth-- }()
	if f := m.force(q); f != nil && p.Name != "" && !m.off("support.alias") { // "M23", "the M23 rebels"
		if c := m.names(p, f); c.fit == same {
			c.by = "support.alias"
			return c
		}
	}
	c, by := m.identity(p, q)
	if !c.fit.bears() && c.fit != broader {
		return c
	}
	n := m.numbers(by, q)
	c.weight += n.weight
	switch n.fit {
	case excludes, different, unknown:
		if d := m.modifiers(p, q, c); d.fit == broader || d.fit == different || d.extra {
			return comparison{} // five of the nine frames, the final three frames
		}
		n.weight = c.weight
		return n
	case broader:
		c.fit, c.doubt = broader, true
		c.lacks = append(c.lacks, q)
	case entails:
		if c.fit == same {
			c.fit = entails
		}
	}
	return m.modifiers(p, q, c)
}

// identity compares what two phrases name, each by any of the words that it goes by. It
// returns the words of the source that say so: an apposition may have a number of its
// own, "120 wounded, 31 of them soldiers".
func (m *match) identity(p, q *phrase) (comparison, *phrase) {
	best, by := m.heads(p, q), p
	if m.off("support.alias") {
		return best, by
	}
	for _, a := range p.Alias {
		if c := m.heads(a, q); c.fit.bears() && (!best.fit.bears() || c.weight > best.weight) {
			if q.Name == "" || a.Name != "" {
				best = c
				best.by = "support.alias"
				if a.Amount != nil || a.Many != nil {
					by = a
				}
			}
		}
	}
	if best.fit.bears() {
		if d, ok := m.otherwiseNamed(p, q); ok {
			return d, by
		}
		return best, by
	}
	for _, b := range q.Alias {
		if b.Name == "" && q.Name != "" {
			continue // "Amani, a Democrat": another Democrat is no Amani
		}
		for _, a := range append([]*phrase{p}, p.Alias...) {
			if c := m.heads(a, b); c.fit.bears() && (b.Name != "" || q.Pronoun) {
				c.by = "support.alias"
				return c, p
			}
		}
	}
	return best, p
}

// otherwiseNamed reports whether two phrases by one noun have names that differ: "the
// island of Foula", "the island of Fetlar".
func (m *match) otherwiseNamed(p, q *phrase) (c comparison, differ bool) {
	if p.Name != "" || q.Name != "" {
		return c, false
	}
	for _, b := range q.Alias {
		for _, a := range p.Alias {
			if a.Name == "" || b.Name == "" {
				continue
			}
			if d := m.names(a, b); d.fit == same {
				return c, false
			} else if !differ {
				c, differ = d, true
			}
		}
	}
	return c, differ
}

// heads compares two phrases by the words at their heads.
func (m *match) heads(p, q *phrase) comparison {
	switch {
	case p.Name != "" && q.Name != "":
		return m.names(p, q)
	case p.Pronoun && p.Name == "" || q.Pronoun && q.Name == "":
		return m.pronouns(p, q)
	case p.When != nil || q.When != nil:
		return m.times(p, q)
	case (p.Name != "") != (q.Name != "") && text.Fold(p.Text()) == text.Fold(q.Text()):
		return comparison{fit: same, weight: 2} // "the Finance minister", "the finance minister"
	case q.Name != "":
		return comparison{}
	case p.Name != "":
		return m.kindOf(p, q)
	}
	return m.nouns(p, q)
}

// nouns compares two phrases by their nouns, a noun before the head included: "police
// officer" is a wording of its own.
func (m *match) nouns(p, q *phrase) comparison {
	x, y := p.Lemma, q.Lemma
	pos := posOf(q)
	if pp := posOf(p); pp != pos && x != y {
		if !(pp == lexicon.Noun && pos == lexicon.Adjective || pp == lexicon.Adjective && pos == lexicon.Noun) || !lexicon.Derived(x, y) {
			return comparison{}
		}
		return comparison{fit: same, weight: 1}
	}
	for _, a := range m.names2(p) {
		for _, b := range m.names2(q) {
			if a != x || b != y {
				if proposition.Says(tongue, "noun", a, b) {
					return comparison{fit: same, weight: 2}
				}
			}
		}
	}
	if x != y && measured(p) && measured(q) {
		return comparison{fit: same, weight: 1} // "4.5%", "4.5 percent": how much it is decides
	}
	span := func(f fit, k reason.Kind) comparison {
		return differs(f, k, p.Sentence.Span(p.Head, p.Head+1), q.Sentence.Span(q.Head, q.Head+1))
	}
	kin := lemmasKin(tongue, x, y, pos)
	if kin != equal && m.renders(p.Sentence, p.Head, x, q.Sentence, q.Head, y) {
		kin = equal
	}
	switch kin {
	case equal:
		return comparison{fit: same, weight: 2}
	case synonym:
		return comparison{fit: same, weight: 2, loose: true}
	case narrower:
		return comparison{fit: entails, weight: 2, loose: !proposition.Says(tongue, "noun", x, y)}
	case wider:
		return comparison{fit: broader, weight: 1, lacks: []*phrase{q}}
	case opposite, exclusive:
		return span(excludes, reason.Opposite)
	}
	if m.defines(m.p, p) && m.defines(m.q, q) && lexicon.Asunder(tongue, x, y) {
		return span(excludes, reason.Opposite) // what is a state is no city
	}
	return comparison{}
}

// measured reports whether a phrase is a number with its unit.
func measured(f *phrase) bool {
	return f.Amount != nil && (f.Amount.Kind == quantity.Measure || f.Amount.Kind == quantity.Fraction) && f.Amount.Head < 0
}

// defines reports whether a phrase says what the thing is that its proposition is
// about: "is a state" or "a state" behind it, no title in front of a name.
func (m *match) defines(q *proposition.Proposition, f *phrase) bool {
	if q == nil || q.Kind != proposition.State || q.Aside {
		return false
	}
	x := q.Fill(proposition.Attribute)
	return x != nil && x.Phrase == f
}

// names2 returns the lemmas that a noun goes by: its own, and with the noun before it.
func (m *match) names2(p *phrase) []string {
	out := []string{p.Lemma}
	for _, x := range p.Modifiers {
		if f := x.Phrase; x.Role == proposition.Modifier && f.Head == p.Head-1 {
			out = append(out, f.Lemma+"_"+p.Lemma)
		}
	}
	return out
}

// posOf returns the part of speech of a phrase's head as the lexicon has it.
func posOf(p *phrase) lexicon.POS {
	return proposition.PartOfSpeech(p.Sentence.Tree.Tokens[p.Head].Tag)
}

// pronouns compares two phrases of which one is a pronoun that stands for nobody
// known. A pronoun of a source that nobody resolved may be the statement's subject.
func (m *match) pronouns(p, q *phrase) comparison {
	if p.Pronoun && q.Pronoun && p.Lemma == q.Lemma {
		m.guessed = m.guessed || personal.of(p.Lemma)
		return comparison{fit: same}
	}
	if p.Pronoun && !q.Pronoun && !m.a.side.Resolved && personal.of(p.Lemma) {
		if m.off("support.pronoun") || q.Name != "" && m.a.names(q.Who) {
			return comparison{} // whom the source names it would have been linked to
		}
		m.guessed = true
		m.note("support.pronoun")
		return comparison{fit: same}
	}
	return comparison{}
}

// kindOf compares a name of the source with a noun of the statement: the noun is borne
// out if the text calls the name so somewhere.
func (m *match) kindOf(p, q *phrase) comparison {
	if m.depth > 3 || m.off("support.kind") {
		return comparison{} // only who stands in a slot itself is looked up
	}
	for x := range m.a.propositions() {
		if x.Kind != proposition.State || x.Negative || !x.Force.Firm() {
			continue
		}
		agent, what := x.Fill(proposition.Agent), x.Fill(proposition.Attribute)
		if agent == nil || what == nil || agent.Phrase.Name == "" || what.Phrase.Name != "" || !sameName(agent.Phrase.Who, p.Who) {
			continue
		}
		if c := m.nouns(what.Phrase, q); c.fit.bears() {
			c.fit, c.by = entails, "support.kind"
			return m.modifiers(what.Phrase, q, c)
		}
	}
	return comparison{}
}

// modifiers compares what is said of two things that are one by their heads: all that
// the statement says of it the source must say too.
func (m *match) modifiers(p, q *phrase, c comparison) comparison {
	for i := range q.Modifiers {
		y := &q.Modifiers[i]
		if y.Phrase.Amount != nil && y.Phrase.Amount == q.Amount || counted(q, y.Phrase) || y.Phrase.When != nil && m.timed(q, y) {
			continue
		}
		if y.Role == proposition.Owner && isAlias(q, y.Phrase) {
			continue
		}
		d := m.modifier(p, y)
		switch {
		case d.fit.bears():
			c.weight += d.weight
			c.loose = c.loose || d.loose
			if d.fit == entails && c.fit == same {
				c.fit = entails
			}
		case d.fit == excludes || d.fit == different:
			d.fit = different // another one of the sort: the young man, the old man
			return d
		case y.Preposition != "" && m.around(y).fit.bears():
			c.weight += d.weight // the parser hung it on the verb there, on the noun here
		case y.Role == proposition.Modifier && y.Phrase.Name != "" && m.located(y.Phrase):
			c.weight++ // "its Turin plant", "closes its plant in Turin"
		default:
			c.fit = broader
			c.doubt = c.doubt || d.doubt
			c.lacks = append(c.lacks, y.Phrase)
		}
	}
	c.extra = c.extra || m.restricts(p, q)
	if c.extra && c.fit == same {
		c.fit = entails
	}
	return c
}

// located reports whether a place that the statement puts in front of a noun stands in
// the source as the place of what is done.
func (m *match) located(q *phrase) bool {
	for i := range m.p.Slots {
		if x := &m.p.Slots[i]; x.Role == proposition.Oblique && x.Phrase.Name != "" && x.Phrase.Who.Kind == name.Place && m.names(x.Phrase, q).fit == same {
			return true
		}
	}
	return false
}

// counted reports whether a phrase stands in the words that say how many of q there
// are: "the 30" of "two of the 30 miners".
func counted(q, f *phrase) bool {
	if q.Many == nil {
		return false
	}
	at := q.Sentence.At[f.Head]
	return at >= q.Many.First && at < q.Many.End || q.Many.Head == at
}

// isAlias reports whether a phrase is one of the names that q goes by.
func isAlias(q, f *phrase) bool {
	for _, a := range q.Alias {
		if a == f {
			return true
		}
	}
	return false
}

// timed reports whether a modifier is a date that the statement's proposition has as
// its time: it is compared there.
func (m *match) timed(q *phrase, y *proposition.Slot) bool {
	for i := range m.q.Slots {
		if x := &m.q.Slots[i]; x.Role == proposition.Time && x.Phrase == y.Phrase {
			return true
		}
	}
	return false
}

// modifier looks in a phrase of the source, under any of its names, for what the
// statement says of the same thing.
func (m *match) modifier(p *phrase, y *proposition.Slot) comparison {
	best := comparison{}
	for _, f := range append([]*phrase{p}, p.Alias...) {
		for i := range f.Modifiers {
			x := &f.Modifiers[i]
			if x.Phrase.Head == f.Head {
				continue
			}
			if a, b := x.Phrase.Text(), y.Phrase.Text(); x.Role == y.Role && otherNation(a, b) {
				best = differs(different, reason.Place, spanOf(x.Phrase), spanOf(y.Phrase))
				continue
			}
			c := m.phrases(x.Phrase, y.Phrase)
			if !c.fit.bears() && (x.Phrase.Name == "") != (y.Phrase.Name == "") && lexicon.SamePeople(x.Phrase.Text(), y.Phrase.Text()) && loosely(x) && loosely(y) {
				c = comparison{fit: same, weight: 2} // "Sweden's ambassador", "the Swedish ambassador"
			}
			if c.fit.bears() && alikeJoined(x, y) {
				c.weight = min(c.weight, 3)
				return c
			}
			if (c.fit == excludes || c.fit == different) && x.Role == y.Role && alikeJoined(x, y) && rivals(x, y, c) {
				best = c
			}
		}
		if f == p {
			if c := m.stated(p, y); c.fit.bears() {
				return c
			}
		}
		if f != p { // an apposition says it by its head: "Reed, a doctor" of "the doctor Reed"
			if c := m.phrases(f, y.Phrase); c.fit.bears() {
				return c
			}
		}
	}
	return best
}

// stated looks for what the statement says of a thing in what the source's sentence says
// that it is: "a dog, which is old" for "an old dog".
func (m *match) stated(p *phrase, y *proposition.Slot) comparison {
	if m.off("support.stated") {
		return comparison{}
	}
	s := p.Sentence
	for i := range s.Propositions {
		x := &s.Propositions[i]
		agent, what := x.Fill(proposition.Agent), x.Fill(proposition.Attribute)
		if x.Kind != proposition.State || x.Negative || !x.Force.Firm() || agent == nil || what == nil || agent.Phrase.Head != p.Head || what.Phrase.Head == p.Head {
			continue
		}
		if c := m.nouns(what.Phrase, y.Phrase); c.fit.bears() && y.Preposition == "" {
			m.note("support.stated")
			return c
		}
	}
	return comparison{}
}

// otherNation reports whether two words are for two nations or what is theirs:
// "Canadian", "American".
func otherNation(a, b string) bool {
	p, ok := lexicon.PlaceOf(a)
	q, found := lexicon.PlaceOf(b)
	return ok && found && p.Kind == lexicon.Demonym && q.Kind == lexicon.Demonym && !lexicon.SamePeople(a, b)
}

// rivals reports whether two modifiers that differ tell two things apart: two names
// that own, two ordinals, two opposites; not one adjective beside another.
func rivals(x, y *proposition.Slot, c comparison) bool {
	return c.fit == excludes || x.Phrase.Name != "" && y.Phrase.Name != ""
}

// alikeJoined reports whether two modifiers are joined to their nouns by words that
// may say the same: "Goma's mayor", "the mayor of Goma", "the Goma mayor".
func alikeJoined(x, y *proposition.Slot) bool {
	for _, a := range x.Joints() {
		for _, b := range y.Joints() {
			if a == b || interchangeable(tongue, a, b) {
				return true
			}
		}
	}
	return loosely(x) && loosely(y) || x.Preposition == "" || y.Preposition == ""
}

// loosely reports whether a modifier is joined by nothing, by a possessive, or by "of".
func loosely(x *proposition.Slot) bool {
	return x.Preposition == "" || x.Role == proposition.Owner
}

// restricts reports whether the source's phrase names one among several that the
// statement's does not: "the police of Hull" beside "the police".
func (m *match) restricts(p, q *phrase) bool {
	if p.Name != "" && !p.Resolved {
		return false
	}
	for i := range p.Modifiers {
		x := &p.Modifiers[i]
		if x.Phrase.Head == p.Head || counted(p, x.Phrase) || x.Phrase.Amount != nil && x.Phrase.Amount == p.Amount {
			continue
		}
		if isAlias(p, x.Phrase) {
			continue
		}
		said := false
		for k := range q.Modifiers {
			if c := m.phrases(x.Phrase, q.Modifiers[k].Phrase); c.fit.bears() {
				said = true
			}
		}
		for k := range m.q.Slots { // the parser hung it on the verb there
			if y := &m.q.Slots[k]; x.Preposition != "" && y.Role == proposition.Oblique && alikeJoined(x, y) && m.phrases(x.Phrase, y.Phrase).fit.bears() {
				said = true
			}
		}
		if !said && (x.Phrase.Name != "" || x.Role == proposition.Owner || x.Role == proposition.Oblique || x.Phrase.Amount != nil) {
			return true
		}
	}
	return false
}

// spanOf returns the bytes of a phrase in its own text.
func spanOf(p *phrase) text.Span { return p.Span() }
