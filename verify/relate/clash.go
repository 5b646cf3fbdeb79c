package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// When two propositions cannot both be so: all but one slot say the same, and what fills that one excludes the other.
// What takes a clash back stands in silence.go.

// clashes reports whether the source's proposition and the statement's cannot both be
// so, and on what: all but one slot say the same, and that one cannot hold both. Of a
// text that retells the source less is asked: that it speaks of the same event is
// known, so that another name, place or day in the same slot is an error of the draft.
func (m *match) clashes(how mode) (reason.Reason, bool) {
	short := m.short(how)
	if short && !m.agentless() || !canExclude(m.p, m.q) && !m.promised() && !m.declined() || m.q.Force == proposition.Open || supposed(m.p) || supposed(m.q) {
		return reason.Reason{}, false
	}
	c, rule := m.clash(how)
	if rule == "" || short && rule != "clash.once" && rule != "clash.slot.number" || m.off(rule) || m.a.across(m.b) && !hard(c, rule) {
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
	return against(c.kind, m.a, c.p, m.b, c.q), true
}

// canExclude reports whether two propositions are told so that they can exclude each other: both firmly, or both as firmly and under regents
// that say the same. Who "was told to train" may have been "reluctant to train". Twins: "is to train", "does not plan to train".
func canExclude(p, q *proposition.Proposition) bool {
	if p.Force.Firm() && q.Force.Firm() {
		return true
	}
	return p.Force == q.Force && (weighsOnly(p) && weighsOnly(q) || p.Forcer >= 0 && q.Forcer >= 0 && sameRegent(p.Sentence.Lemma(p.Forcer), q.Sentence.Lemma(q.Forcer)))
}

// sameRegent reports whether two words, by lemma, make the same of what stands under them.
func sameRegent(x, y string) bool { return x == y || share(tongue, "alike", x, "alike", y) }

// weighsOnly reports whether what makes a proposition less firm tells nothing else: "will", "is expected to".
func weighsOnly(p *proposition.Proposition) bool {
	tag := p.Sentence.Tree.Tokens[max(p.Forcer, 0)].Tag
	return p.Forcer < 0 || p.Forcer == p.Head || tag != grammar.Verb && tag != grammar.Adjective || transparent.of(p.Sentence.Lemma(p.Forcer)) || hearsay.of(p.Sentence.Lemma(p.Forcer))
}

// supposed reports whether a proposition is only a condition of another: "if the bill fails". Twin: "the bill fails if it is not funded".
func supposed(q *proposition.Proposition) bool {
	return q.Force == proposition.Conditional && q.Link == grammar.Circumstance && q.Opener() >= 0
}

// hard reports whether a clash is one that a translation cannot be the cause of.
func hard(c comparison, rule string) bool {
	switch c.kind {
	case reason.Number, reason.Date, reason.Place, reason.Name, reason.Quantifier, reason.Opposite:
		return true
	case reason.Role:
		return c.weight >= aName // Kalala beat Mukendi, "Mukendi a battu Kalala"; not "the police", "la foule"
	}
	return rule == "clash.polarity"
}

// aName is the least weight of what two have in common who are called by the same name.
const aName = 3

// clash returns what cannot both be so and the rule that says so; empty if there is
// none.
func (m *match) clash(how mode) (c comparison, rule string) {
	turned := m.p.Negative != m.q.Negative
	one := len(m.differ) == 1
	if one {
		c = m.differ[0]
	}
	y, none := c.slot, comparison{}
	ofAll := y != nil && c.kind == reason.Quantifier && (y.Phrase.Many != nil || y.Phrase.Amount != nil && m.weight >= sameGroup) // "not all were released", "found no survivors"
	switch {
	case m.pred.fit == excludes && !turned && m.tied && m.contrary():
		return m.pred, "clash.opposite"
	case m.p.Negative && turned && m.pred.fit == entails:
		return none, "" // who has not endorsed her may support her
	case m.pred.fit.bears() && turned && len(m.differ) == 0 && m.weight >= enough && m.particular() && (how == retells || m.denied() && !m.remarks()):
		return none, "clash.polarity"
	case !m.pred.fit.bears() || turned && !ofAll || !one:
		return none, ""
	case y != nil && m.weight < sameSlots && (how != retells && c.kind != reason.Quantifier || m.weight < enough):
		return none, "" // too little besides is the same
	case y == nil && how == strict && m.adds(m.tellsApart):
		return c, ""
	case y == nil:
		return c, "clash.role"
	case c.kind == reason.Opposite && slices.ContainsFunc(y.Phrase.Modifiers, func(z proposition.Slot) bool { return z.Phrase.Name != "" && !m.a.Names(z.Phrase.Who()) }):
		return c, "" // the floods in Kasese are not the landslide in Bududa, which the source has
	case c.kind == reason.Rank && !(y.Role == proposition.Manner && m.anchors > 1) && (y.Role != proposition.Attribute || m.q.Kind != proposition.State || !m.tied):
		return c, "" // a second woman may have done it too; who finished third may have finished second elsewhere
	case c.kind == reason.Rank:
		return c, "clash.slot.rank"
	case c.kind == reason.Quantifier && y.Phrase.Many != nil && y.Phrase.Many.Class == quantity.All && m.adds(func(x *proposition.Slot) bool {
		return x.Role != proposition.Patient && x.Phrase != m.p.Slots[0].Phrase
	}):
		return c, "" // "two of the 12 were rescued by helicopter", "all 12 were rescued"
	case c.fit == excludes && c.kind != reason.Date && (c.kind != reason.Opposite || m.charged(c)):
		return c, "clash.slot." + c.kind.String()
	case m.once(c):
		return c, "clash.once"
	case m.pinned(c):
		return c, "clash.pinned"
	case how == retells && m.exchanged(c):
		return c, "clash.exchanged"
	}
	return c, ""
}

// contrary reports whether two opposite predicates tell of one deed, so that only one of them can be so.
func (m *match) contrary() bool {
	return len(m.differ) == 0 && m.weight >= enough && !m.q.Negative && !m.p.Gapped() && !m.q.Gapped() && (m.q.Force.Firm() || m.promised()) && !m.some() && !(ofSome(m.p) && ofSome(m.q))
}

// promised reports whether both sides tell what one and the same says that he will do: "said she would sign it", "would
// veto it"; not what two ask for, nor what hangs on an if.
func (m *match) promised() bool {
	p, q := m.p, m.q
	if p.Force != proposition.Planned || p.Tense != grammar.FutureTense || tellerOf(p) == nil {
		return false
	}
	if q.Force == proposition.Conditional && q.Above == nil { // "she would sign it", of which the draft told before who says it
		return !slices.ContainsFunc(q.Sentence.Propositions, func(x *proposition.Proposition) bool { return x.Mark >= 0 && conditional.of(q.Sentence.Fold(x.Mark)) })
	}
	return q.Force == p.Force && q.Tense == p.Tense && tellerOf(q) != nil && !m.otherTeller()
}

// declined reports whether the one side agreed to do what the other refused to do.
func (m *match) declined() bool {
	x, y, ok := m.opened()
	if !ok || m.p.Negative == m.q.Negative {
		return false
	}
	c, _ := predicates(x, y)
	return c.fit == excludes && x.Passive == y.Passive // who refuses to leave may be allowed to
}

// opened returns the predicates that the two propositions are open complements of, "agreed to sell", "refused to sell"; false if one
// is of none.
func (m *match) opened() (p, q *proposition.Proposition, ok bool) {
	p, q = m.p.Above, m.q.Above
	return p, q, p != nil && q != nil && m.p.Link == grammar.Open && m.q.Link == grammar.Open
}

// charged reports whether a slot holds a thing in the place of its opposite, of which both
// cannot be: not a man and a woman, nor one of many, a school and a hospital that were damaged.
func (m *match) charged(c comparison) bool {
	y := c.slot
	return m.weight >= sameCharge && !m.loose && c.q.Len() > 0 && !person(y.Phrase) && y.Role != proposition.Attribute && (!again.of(m.q.Lemma) && !(y.Role == proposition.Patient && oneOf(y.Phrase)) || y.Phrase.Definite || m.dated() && tell(tongue, m.q.Lemma, m.q.Lemma))
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

// agentless reports whether all that the source lacks of the statement's is who did what it tells in the passive: "was
// arrested on Monday", "police arrested him on Sunday".
func (m *match) agentless() bool {
	who := m.q.Fill(proposition.Agent)
	return who != nil && m.p.Passive && m.p.Fill(proposition.Agent) == nil && len(m.lacks) == 1 && m.lacks[0] == who.Phrase
}

// exchanged reports whether a slot holds another name, place or day than in the source
// whose event the statement retells: what the two have besides must name it.
func (m *match) exchanged(c comparison) bool {
	return m.anchors > 0 && m.weight >= retellWeight && !m.loose && (c.kind == reason.Name || c.kind == reason.Place || c.kind == reason.Date)
}

// pinned reports whether all that two propositions have in common names one deed, which cannot have had two of what differs: "ordered six
// ships from Hyundai in March for 300 million", "from Daewoo"; "Tamm won the run-off in Tartu on Sunday", "Reinholt won it"; not her party. Twins: "spoke
// in Leeds on Monday", "spoke in York on Monday"; "Tamm finished the race", "Reinholt finished it".
func (m *match) pinned(c comparison) bool {
	y := c.slot
	if m.loose || m.guessed || m.anchors < 2 || m.weight < onlyOnce || nested(m.p, y) {
		return false
	}
	what := m.q.Find(func(x *proposition.Slot) bool { // "manner" is what a bare "win" was read with
		return (x.Role == proposition.Patient || x.Role == proposition.Manner) && (x.Phrase.Definite || x.Phrase.Amount != nil)
	})
	if what == nil {
		return false
	}
	switch y.Role {
	case proposition.Oblique:
		return (c.kind == reason.Name || c.kind == reason.Place) && !again.of(m.q.Lemma) && !m.mayLieIn(c)
	case proposition.Time:
		return c.kind == reason.Date && !again.of(m.q.Lemma) && !ofAnother(m.q)
	case proposition.Agent:
		x := m.p.Fill(proposition.Agent)
		return c.kind == reason.Name && x != nil && x.Phrase.Person() && y.Phrase.Person() && len(y.Phrase.Who().Words) > 1 && outright.of(m.q.Lemma) && contests.both(what.Phrase.Lemma, what.Phrase.Lemma)
	}
	return false
}

// onlyOnce is the least weight of what two propositions have in common for them to tell of one deed: a verb, two names or values and
// a noun.
const onlyOnce = 10

// nested reports whether what fills a slot has a part of its name in common with what fills the source's: New Jersey, Jersey.
func nested(p *proposition.Proposition, y *proposition.Slot) bool {
	return slices.ContainsFunc(p.Slots, func(x proposition.Slot) bool {
		return x.Role == y.Role && x.Phrase.Name != "" && y.Phrase.Name != "" && slices.ContainsFunc(x.Phrase.Who().Words, func(w string) bool { return slices.Contains(y.Phrase.Who().Words, w) })
	})
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

	// sameGroup is the same for a number of what the source has none of: "found no survivors of the trawler Nordlys".
	sameGroup = 9

	// sameWork is the same for what something is: a song and an album may have one title.
	sameWork = 5
)

// once reports whether the slot that differs holds one thing only: who
// wrote it, where and when somebody was born.
func (m *match) once(c comparison) bool {
	y := c.slot
	switch {
	case !m.tied:
		return false
	case y.Role == proposition.Time && y.Phrase.When != nil && y.Phrase.When.Relation == date.Between:
		return !ofAnother(m.q)
	case y.Role == proposition.Time:
		return y.Phrase.When != nil && !ofAnother(m.q) && (once(m.q, m.told(), y.Phrase.When) || once(m.p, m.told(), y.Phrase.When))
	case y.Role == proposition.Agent:
		return m.p.Only || m.q.Only || doing.of(m.q.Lemma) && !ofAnother(m.q) || m.q.Kind == proposition.State && holder.of(m.q.Lemma) && c.weight == 0 && m.owned()
	case y.Role == proposition.Oblique && (c.kind == reason.Place || c.kind == reason.Name && locative.of(y.Preposition)):
		return (placed.of(m.q.Lemma) || placed.of(m.p.Lemma)) && !m.mayHold(c)
	case y.Role == proposition.Patient:
		who, where, to := m.q.Fill(proposition.Agent), m.p.Fill(y.Role), y.Phrase
		return c.kind == reason.Place && bound.of(m.q.Lemma) && m.onOneDay() && who != nil && who.Phrase.Person() && where != nil && elsewhere(where.Phrase, to)
	case y.Role == proposition.Attribute:
		return (c.fit == excludes || c.kind == reason.Place) && m.weight >= sameWork
	}
	return false
}

// mayHold reports whether one of two places may be a part of the other, or its old name, as the gazetteer does not know both for towns or
// for countries: Mondovi and Algeria, Constantinople and Istanbul. Twins: Kampala and Bunia.
func (m *match) mayHold(c comparison) bool {
	x, known := lexicon.PlaceOf(c.p.In(m.a.side.Text))
	y, ok := lexicon.PlaceOf(c.q.In(m.b.side.Text))
	town := func(p lexicon.Place) bool { return p.Kind == lexicon.City || p.Kind == lexicon.Capital }
	return !known || !ok || town(x) != town(y) || !town(x) && x.Kind != y.Kind || x.Countries == y.Countries // Soweto and Johannesburg
}

// mayLieIn reports whether one of two names is of a place that may hold the other: Sake and North Kivu. Twin: Hyundai and Daewoo.
func (m *match) mayLieIn(c comparison) bool {
	_, x := lexicon.PlaceOf(c.p.In(m.a.side.Text))
	_, y := lexicon.PlaceOf(c.q.In(m.b.side.Text))
	return (x || y) && m.mayHold(c)
}

// told returns the date that the source has for it, nil if none.
func (m *match) told() *date.Mention {
	if x := m.p.Fill(proposition.Time); x != nil {
		return x.Phrase.When
	}
	return nil
}

// onOneDay reports whether both sides name the same day.
func (m *match) onOneDay() bool {
	when := m.q.Fill(proposition.Time)
	return when != nil && when.Phrase.When != nil && when.Phrase.When.Precision <= date.OneDay && m.dated()
}

// owned reports whether both sides say of what somebody is the holder: a town has one
// mayor, a country many leaders.
func (m *match) owned() bool {
	x, y, ok := m.both(proposition.Attribute)
	return ok && slices.ContainsFunc(y.Modifiers, func(f proposition.Slot) bool {
		return (f.Phrase.Name != "" || f.Phrase.Definite) && m.modifier(x, &f).fit.bears()
	})
}

// adds reports whether a slot of the source's that is so holds what the statement does not say.
func (m *match) adds(is func(*proposition.Slot) bool) bool {
	return m.p.Find(func(x *proposition.Slot) bool {
		return is(x) && !slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Role == x.Role && m.filled(x, &y).fit.bears() }) && !m.said(x.Phrase)
	}) != nil
}

// tellsApart reports whether a slot holds a place, a day or a number by which the same may have been otherwise: who leads in one state may
// trail in another. Twin: a price, which is of the same sale.
func (m *match) tellsApart(x *proposition.Slot) bool {
	n := x.Phrase.Amount
	measured := n != nil && (n.Kind == quantity.Measure && n.Dimension() != quantity.Money || n.Kind == quantity.Fraction)
	return (x.Role == proposition.Oblique || x.Role == proposition.Time && again.of(m.q.Lemma)) && (x.Phrase.Name != "" || x.Phrase.When != nil || measured)
}

// dated reports whether both sides say when, and the same.
func (m *match) dated() bool {
	x, y, ok := m.both(proposition.Time)
	return ok && m.times(x, y).fit.bears()
}

// some reports whether what the source's deed was done to is some of many: "opened shops in Spain" and "closed shops in Spain" are both so.
// Twin: "opened the shop", "closed the shop".
func (m *match) some() bool {
	x := m.p.Fill(proposition.Patient)
	return x != nil && !x.Phrase.Definite && x.Phrase.Name == "" && x.Phrase.Amount == nil &&
		x.Phrase.Token().Feats.Has(grammar.Plural)
}
