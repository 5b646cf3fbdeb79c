package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// clashes reports whether the source's proposition and the statement's cannot both be
// so, and on what: all but one slot say the same, and that one cannot hold both. Of a
// text that retells the source less is asked: that it speaks of the same event is
// known, so that another name, place or day in the same slot is an error of the draft.
func (m *match) clashes(how mode) (reason.Reason, bool) {
	if m.short(how) || m.p.Force != m.q.Force && (!m.p.Force.Firm() || !m.q.Force.Firm()) || m.q.Force == proposition.Open {
		return reason.Reason{}, false
	}
	c, rule := m.clash(how)
	if rule == "" || m.off(rule) || m.a.across(m.b) && !hard(c, rule) {
		return reason.Reason{}, false
	}
	if s := m.silence(how, rule); s != "" && !m.off(s) {
		m.silent = s
		return reason.Reason{}, false
	}
	m.note(rule)
	if rule == "clash.polarity" {
		return m.polarity(), true
	}
	return m.reason(c), true
}

// hard reports whether a clash is one that a translation cannot be the cause of.
func hard(c comparison, rule string) bool {
	switch c.kind {
	case reason.Number, reason.Date, reason.Place, reason.Name, reason.Quantifier, reason.Opposite:
		return true
	}
	return rule == "clash.polarity"
}

// clash returns what cannot both be so and the rule that says so; empty if there is
// none.
func (m *match) clash(how mode) (c comparison, rule string) {
	turned := m.p.Negative != m.q.Negative
	switch {
	case m.pred.fit == excludes && len(m.differ) == 0 && !turned && m.q.Force.Firm() && m.tied && m.weight >= enough && !m.some():
		return m.pred, "clash.opposite"
	case m.pred.fit.bears() && turned && len(m.differ) == 0 && m.weight >= enough && m.particular() && (how == retells || m.denied()):
		return c, "clash.polarity"
	case !m.pred.fit.bears() || turned || len(m.differ) != 1 || m.weight < sameSlots && m.where[0] >= 0 && (how != retells || m.weight < enough):
		return c, ""
	}
	c = m.differ[0]
	i := m.where[0]
	switch {
	case i < 0 && (how == retells || !m.elsewise()):
		return c, "clash.role"
	case i < 0:
		return c, ""
	case c.fit == excludes && c.kind != reason.Date && (c.kind != reason.Opposite || m.weight >= sameCharge && !m.loose && c.q.Len() > 0 && !person(m.q.Slots[i].Phrase) && m.q.Slots[i].Role != proposition.Attribute && !m.oneOfMany(i)):
		return c, "clash.slot." + c.kind.String()
	case m.once(i, c):
		return c, "clash.once"
	case how == retells && m.exchanged(i, c):
		return c, "clash.exchanged"
	}
	return c, ""
}

// silence returns the rule that takes back a clash, since the two may speak of two
// things or rest on a guess; empty if none does.
func (m *match) silence(how mode, rule string) string {
	turned := m.p.Negative != m.q.Negative
	switch {
	case m.ages() && m.datesApart():
		return "silence.period" // who was 34 is 36 two years on
	case (m.p.Aside || m.q.Aside) && m.q.Kind == proposition.State && !m.ages():
		return "silence.title" // two people may have one title, by and by
	case turned && !m.q.Force.Firm() && embedded(m.p):
		return "silence.embedded"
	case turned && m.p.Lemma != m.q.Lemma && reports(tongue, m.p.Lemma, m.q.Lemma):
		return "silence.act"
	case m.extra && how == strict || m.part():
		return "silence.restricted"
	case m.otherTeller():
		return "silence.teller"
	case m.loose && how == strict:
		return "silence.dictionary"
	case m.guessed && (m.anchors == 0 || m.anotherNamed()):
		return "silence.pronoun"
	case m.framed():
		return "silence.period"
	case len(m.differ) == 1 && rule != "clash.role" && m.elsewhere(&m.q.Slots[m.where[0]], rule == "clash.once"):
		return "silence.elsewhere"
	}
	return ""
}

// part reports whether the source has the smaller number, and of a place that the statement does
// not name: 37 were killed on one island, 214 in all. A part that is greater than the whole
// clashes.
func (m *match) part() bool {
	if len(m.differ) != 1 || m.where[0] < 0 || m.differ[0].kind != reason.Number {
		return false
	}
	whole := m.q.Slots[m.where[0]].Phrase.Amount
	if whole == nil {
		return false
	}
	smaller := slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		n := x.Phrase.Amount
		return n != nil && n.Unit == whole.Unit && n.Value.Cmp(whole.Value) < 0
	})
	return smaller && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Role == proposition.Oblique && x.Phrase.Amount == nil && m.b.otherPlace(x.Phrase)
	})
}

// otherPlace reports whether a phrase of the other side is of a place that the side does not
// name.
func (a *Analysis) otherPlace(f *phrase) bool {
	place := func(f *phrase) bool { return f.Name != "" && f.Who().Kind != name.Person && !a.names(f.Who()) }
	return place(f) || slices.ContainsFunc(f.Alias, place) || slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return place(x.Phrase) })
}

// ages reports whether what differs is how old somebody is.
func (m *match) ages() bool {
	if len(m.differ) != 1 || m.where[0] < 0 {
		return false
	}
	a := m.q.Slots[m.where[0]].Phrase.Amount
	return a != nil && a.Kind == quantity.Age
}

// datesApart reports whether a birthday may lie between the days of the two texts.
func (m *match) datesApart() bool {
	a, b := m.a.side.Date, m.b.side.Date
	return a != b && a != 0 && b != 0
}

// oneOfMany reports whether slot i of the statement's holds one of many that the deed is
// done to again and again: a school and a hospital were visited.
func (m *match) oneOfMany(i int) bool {
	return again.of(m.q.Lemma) && !m.q.Slots[i].Phrase.Definite
}

// embedded reports whether a proposition stands under another that does not say it: "a ban
// on those trying to enter".
func embedded(p *proposition.Proposition) bool {
	for p.Parent >= 0 && p.Parent < len(p.Sentence.Propositions) {
		above := &p.Sentence.Propositions[p.Parent]
		switch {
		case p.Link == grammar.Content && reports(p.Sentence.Text.Lang, above.Lemma, above.Lemma):
			return false
		case !idle(above), above.Link == grammar.Reduced, above.Link == grammar.Relative, above.Parent == p.Parent:
			return true
		}
		p = above // "was not keen on signing"
	}
	return false
}

// some reports whether the source's deed was done to some of what there are of a thing:
// emails withheld are others than those that were released.
func (m *match) some() bool {
	x := m.p.Fill(proposition.Patient)
	return x != nil && !x.Phrase.Definite && x.Phrase.Name == "" && x.Phrase.Amount == nil && x.Phrase.Sentence.Tree.Tokens[x.Phrase.Head].Feats.Has(grammar.Plural)
}

// anotherNamed reports whether the source's sentence names somebody who may be whom its
// pronoun means, and whom the statement does not name.
func (m *match) anotherNamed() bool {
	s := m.p.Sentence
	for i := range s.Words {
		if f := s.Phrase(i); f.Name != "" && !f.Resolved && f.Who().Kind != name.Place && !m.b.names(f.Who()) {
			return true
		}
	}
	return false
}

// otherTeller reports whether the two propositions are what different people or bodies
// are said to have found or said: two surveys may differ.
func (m *match) otherTeller() bool {
	teller := func(p *proposition.Proposition) *phrase {
		if p.Parent < 0 || p.Parent >= len(p.Sentence.Propositions) || p.Link != grammar.Content {
			return nil
		}
		if x := p.Sentence.Propositions[p.Parent].Fill(proposition.Agent); x != nil {
			return x.Phrase
		}
		return nil
	}
	p, q := teller(m.p), teller(m.q)
	return p != nil && q != nil && !m.phrases(p, q).fit.bears()
}

// short reports whether the source's proposition lacks too much of the statement's for
// a difference to count: anything at all, or of a text that retells it who it was, or
// most of the rest.
func (m *match) short(how mode) bool {
	if how == strict || m.anchors < 2 {
		return len(m.lacks) > 0
	}
	return len(m.lacks) > 1
}

// exchanged reports whether slot i holds another name, place or day than in the source
// whose event the statement retells: what the two have besides must name it.
func (m *match) exchanged(i int, c comparison) bool {
	if m.anchors < 1 || m.weight < retellWeight || m.loose {
		return false
	}
	return c.kind == reason.Name || c.kind == reason.Place || c.kind == reason.Date
}

// elsewhere reports whether the source's sentence has the name or the number of a slot
// in another place: "shot a hundred people, killing 49". Where a slot holds one thing only,
// what another deed of the sentence has does not count: "born in Leeds, studied in York".
func (m *match) elsewhere(y *proposition.Slot, once bool) bool {
	s := m.p.Sentence
	for i := range s.Words {
		if k := s.PredicateAbove(i); once && k >= 0 && s.Propositions[k].Head != m.p.Head && s.Propositions[k].Link == grammar.Coordinated {
			continue
		}
		x := s.Phrase(i)
		switch f := y.Phrase; {
		case f.Amount != nil && x.Amount != nil && x.Amount.Role == quantity.Amount && f.Many == nil && quantity.Relate(*x.Amount, *f.Amount) == quantity.Equal,
			f.Amount == nil && f.Name != "" && x.Name != "" && sameName(x.Who(), f.Who()),
			f.When != nil && x.When != nil && date.Entails(*x.When, *f.When):
			return true
		}
	}
	return false
}

// retellWeight is the least weight of what a statement shares with the proposition that
// it retells with another name in it: a verb, a name and a noun.
const retellWeight = 7

const (
	// sameSlots is the least weight of what two propositions have in common, the noun
	// whose number differs included, for a difference to be a clash.
	sameSlots = 5

	// sameCharge is the least weight of what two propositions have in common for a thing
	// in place of its opposite to clash: charged with murder, with manslaughter.
	sameCharge = 6

	// sameWork is the same for what something is: a song and an album may have one title.
	sameWork = 5
)

// person reports whether a noun is one for a person or an animal: a man and a woman may
// both ride by.
func person(f *phrase) bool {
	return beings.both(f.Lemma, f.Lemma)
}

// framed reports whether the source tells of a period that the statement does not
// name: how many were sold in 2018 is not how many were sold.
func (m *match) framed() bool {
	if m.q.Fill(proposition.Time) != nil {
		return false
	}
	for i := range m.p.Slots {
		if x := &m.p.Slots[i]; x.Role == proposition.Time && x.Phrase.When != nil && x.Phrase.When.Precision >= date.Month {
			return true
		}
	}
	return false
}

// once reports whether slot i of the statement's proposition holds one thing only: who
// wrote it, where and when somebody was born.
func (m *match) once(i int, c comparison) bool {
	if !m.tied {
		return false
	}
	y := &m.q.Slots[i]
	switch {
	case y.Role == proposition.Time:
		return timed.of(m.q.Lemma) || y.Phrase.When != nil && y.Phrase.When.Relation == date.Between
	case y.Role == proposition.Agent:
		return doing.of(m.q.Lemma) || m.q.Kind == proposition.State && holder.of(m.q.Lemma) && c.weight == 0 && m.owned()
	case y.Role == proposition.Oblique && c.kind == reason.Place:
		return placed.of(m.q.Lemma)
	case y.Role == proposition.Attribute:
		return (c.fit == excludes || c.kind == reason.Place) && m.weight >= sameWork
	}
	return false
}

// owned reports whether both sides say of what somebody is the holder: a town has one
// mayor, a country many leaders; of former mayors it has several.
func (m *match) owned() bool {
	x, y := m.p.Fill(proposition.Attribute), m.q.Fill(proposition.Attribute)
	if x == nil || y == nil {
		return false
	}
	for i := range y.Phrase.Modifiers {
		if past.of(y.Phrase.Modifiers[i].Phrase.Lemma) {
			return false
		}
	}
	for i := range y.Phrase.Modifiers {
		if f := &y.Phrase.Modifiers[i]; (f.Phrase.Name != "" || f.Phrase.Definite) && m.modifier(x.Phrase, f).fit.bears() {
			return true
		}
	}
	return false
}

// elsewise reports whether the source has a place, a day or a number for what happened
// that the statement has not: who leads in one state may trail in another.
func (m *match) elsewise() bool {
	for i := range m.p.Slots {
		x := &m.p.Slots[i]
		if x.Role == proposition.Time && !again.of(m.q.Lemma) {
			continue
		}
		if x.Role != proposition.Oblique && x.Role != proposition.Time || x.Phrase.Name == "" && x.Phrase.When == nil && (x.Phrase.Amount == nil || x.Phrase.Amount.Kind != quantity.Measure && x.Phrase.Amount.Kind != quantity.Fraction) {
			continue
		}
		if !slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Role == x.Role && m.filled(x, &y).fit.bears() }) {
			return true
		}
	}
	return false
}

// particular reports whether both sides speak of one deed or state, so that the one can
// deny the other: both say whose it is, and neither has more to it in a clause of its own
// ("does not show whether he fled"); to have had a good night is not to have one always.
func (m *match) particular() bool {
	if ofNobody(m.p) || ofNobody(m.q) {
		return false
	}
	if x, y := contentOf(m.p), contentOf(m.q); x != nil || y != nil {
		if x == nil || y == nil {
			return false
		}
		if c, ok := try(m.a, m.b, x, y); !ok || !c.pred.fit.bears() || len(c.lacks)+len(c.differ) > 0 {
			return false
		}
	}
	what := m.q.Fill(proposition.Patient)
	return what == nil || what.Phrase.Definite || what.Phrase.Name != "" || !light.of(m.q.Lemma) || what.Phrase.Sentence.Tree.Tokens[what.Phrase.Head].Feats.Has(grammar.Plural) || m.dated()
}

// dated reports whether both sides say when, and the same.
func (m *match) dated() bool {
	x, y := m.p.Fill(proposition.Time), m.q.Fill(proposition.Time)
	return x != nil && y != nil && m.times(x.Phrase, y.Phrase).fit.bears()
}

// ofNobody reports whether a proposition says of nobody and nothing in particular what
// its verb says: "paying taxes is hard".
func ofNobody(p *proposition.Proposition) bool {
	return p.Kind == proposition.Event && p.Fill(proposition.Agent) == nil && !p.Passive && (p.Parent < 0 || p.Link == grammar.SubjectClause || p.Sentence.Tree.Tokens[p.Head].Feats.Has(grammar.Gerund))
}

// contentOf returns the proposition that is told under p as its content, nil if there is
// none.
func contentOf(p *proposition.Proposition) *proposition.Proposition {
	for i := range p.Sentence.Propositions {
		q := &p.Sentence.Propositions[i]
		if q.Link == grammar.Content && q.Parent >= 0 && &p.Sentence.Propositions[q.Parent] == p {
			return q
		}
	}
	return nil
}

// denied reports whether what one side denies is what the other says: the side that
// asserts says at least as much as the other denies.
func (m *match) denied() bool {
	if m.q.Negative {
		return true // every slot of the statement's was found in the source's
	}
	if m.extra {
		return false
	}
	back, ok := try(m.b, m.a, m.q, m.p)
	return ok && len(back.lacks) == 0 && len(back.differ) == 0
}

// reason puts a difference into words.
func (m *match) reason(c comparison) reason.Reason {
	return against(c.kind, m.a, c.p, m.b, c.q)
}

// polarity is the reason that one side denies what the other says.
func (m *match) polarity() reason.Reason {
	at := func(p *proposition.Proposition) int {
		if p.Negation >= 0 {
			return p.Negation
		}
		return p.Head
	}
	i, j := at(m.p), at(m.q)
	return against(reason.Polarity, m.a, m.p.Sentence.Span(i, i+1), m.b, m.q.Sentence.Span(j, j+1))
}
