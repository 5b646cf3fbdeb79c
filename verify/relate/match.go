package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A match compares one proposition of the source with one of the statement, slot by
// slot.
type match struct {
	a, b *Analysis
	p, q *proposition.Proposition

	depth   int          // of the phrase that is being compared
	guessed bool         // a pronoun of the source was taken for the statement's subject
	loose   bool         // something rests on a dictionary alone
	weight  int          // of all that both have
	tied    bool         // what both have names one thing: a name, a value, or "the bridge"
	anchors int          // how many slots both have that name somebody or something or give a value
	differ  []comparison // slots that hold different things
	where   []int        // parallel to differ: the slot of q
	lacks   []*phrase    // of the statement, what the source's proposition does not say
	core    bool         // who acts, who is acted upon, or what somebody is, is not borne out
	doubt   bool         // how many, or whose name, is not borne out
	extra   bool         // the source restricts what the statement does not
	pred    comparison
	rules   []string // that had a say
	silent  string   // the rule that kept a clash silent
	covered []bool   // words of the statement's sentence that are borne out
}

// try lays two propositions beside each other; false if their predicates have nothing
// to do with each other.
func try(a, b *Analysis, p, q *proposition.Proposition) (*match, bool) {
	m := &match{a: a, b: b, p: p, q: q}
	var converse bool
	m.pred, converse = m.predicates(p, q)
	if converse {
		m.note("support.converse")
	}
	if m.pred.fit == unknown {
		r, ok := m.recast(p, q)
		if !ok || m.off("support.recast") {
			return nil, false
		}
		m.note("support.recast")
		m.p = &r
		m.pred = comparison{fit: same, weight: 2}
	}
	m.covered = make([]bool, len(q.Sentence.Words))
	m.weight, m.loose = m.pred.weight, m.pred.loose
	m.cover(q.Head, q.Head+1)
	for i := range q.Slots {
		m.slot(i, converse)
	}
	m.swapped(converse)
	return m, true
}

// cover marks words of the statement's sentence as borne out.
func (m *match) cover(i, j int) {
	for ; i < j && i < len(m.covered); i++ {
		m.covered[i] = true
	}
}

// slot finds for slot i of the statement's proposition the one of the source that says
// most of it.
func (m *match) slot(i int, converse bool) {
	y := &m.q.Slots[i]
	best := comparison{}
	found, open := false, false
	for k := range m.p.Slots {
		x := &m.p.Slots[k]
		if !m.facing(x, y, converse) {
			continue
		}
		found = true
		c := m.filled(x, y)
		open = open || c.fit == unknown && x.Phrase.Name != "" && y.Phrase.Name != ""
		if facingRole(x.Role, converse) != y.Role {
			c.by = "support.alternation"
		}
		if better(c, best) {
			best = c
		}
	}
	if y.Role == proposition.Agent && m.p.Passive && !best.fit.bears() && m.p.Fill(proposition.Agent) == nil && !m.off("support.cause") {
		best = m.cause(y)
		best.by = "support.cause"
	}
	if !best.fit.bears() && !found && (y.Role == proposition.Oblique || y.Role == proposition.Manner || y.Role == proposition.Time) && !m.off("support.around") {
		if c := m.around(y); better(c, best) {
			best = c
			best.by = "support.around"
		}
	}
	if !best.fit.bears() && y.Role == proposition.Oblique && capacity.of(y.Preposition) && !m.off("support.kind") {
		if c := m.standingAs(y.Phrase); c.fit.bears() {
			best = c // "Prime Minister Hranic resigned", "Hranic resigned as prime minister"
		}
	}
	if y.Role == proposition.Time && best.fit.bears() && m.twiceDated(y) {
		best = comparison{doubt: true} // "met Reis in 2001 and Denby in 1999"
	}
	if open && best.fit == different {
		best = comparison{doubt: true} // "Bill and Melania Vance": one of the two may be meant
	}
	m.doubt = m.doubt || best.doubt
	switch best.fit {
	case same, entails:
		m.weight += best.weight
		if best.weight >= 3 {
			m.anchors++
		}
		m.tied = m.tied || best.weight >= 3 || best.weight == 2 && y.Phrase.Definite
		m.loose = m.loose || best.loose
		m.note(best.by)
		m.extra = m.extra || best.extra
		m.coverPhrase(y.Phrase)
	case different, excludes:
		m.differ, m.where = append(m.differ, best), append(m.where, i)
		m.weight += best.weight
	case broader:
		m.core = m.core || y.Role == proposition.Agent && y.Phrase.Name != ""
		m.lacks = append(m.lacks, best.lacks...)
		m.weight += best.weight
	default:
		m.core = m.core || y.Role == proposition.Agent || y.Role == proposition.Patient
		m.lacks = append(m.lacks, y.Phrase)
	}
}

// twiceDated reports whether the source's proposition has a second date in the same words
// that the statement's excludes: one of the two may be of another deed.
func (m *match) twiceDated(y *proposition.Slot) bool {
	for i := range m.p.Slots {
		x := &m.p.Slots[i]
		if x.Role == proposition.Time && x.Preposition == y.Preposition && m.times(x.Phrase, y.Phrase).fit == excludes {
			return true
		}
	}
	return false
}

// standingAs looks for what the statement says that somebody did a deed as, in what the
// source says that he is who did it or to whom it was done.
func (m *match) standingAs(q *phrase) comparison {
	for i := range m.p.Slots {
		x := &m.p.Slots[i]
		if x.Role != proposition.Agent && x.Role != proposition.Patient || x.Phrase.Name == "" {
			continue
		}
		if c := m.kindOf(x.Phrase, q); c.fit.bears() {
			return c
		}
	}
	return comparison{}
}

// better reports whether comparison c says more than d.
func better(c, d comparison) bool {
	if d.fit == unknown && c.fit == unknown {
		return c.doubt && !d.doubt
	}
	rank := [...]int{unknown: 0, broader: 1, different: 2, excludes: 3, entails: 4, same: 5}
	if c.fit.bears() && d.fit.bears() {
		return c.weight > d.weight
	}
	return rank[c.fit] > rank[d.fit]
}

// coverPhrase marks a phrase of the statement with all that describes it as borne out.
func (m *match) coverPhrase(f *phrase) {
	m.cover(f.First, f.End)
	if f.Amount != nil {
		m.coverWords(f.Amount.First, f.Amount.End)
	}
	if f.Many != nil {
		m.coverWords(f.Many.First, f.Many.End)
	}
	for i := range f.Modifiers {
		if x := f.Modifiers[i].Phrase; x.Head != f.Head {
			m.coverPhrase(x)
		}
	}
	for _, a := range f.Alias {
		if a.Head != f.Head {
			m.cover(a.First, a.End)
		}
	}
}

// coverWords marks words of the statement's text.
func (m *match) coverWords(i, j int) {
	for k, at := range m.q.Sentence.At {
		if at >= i && at < j {
			m.covered[k] = true
		}
	}
}

// facing reports whether a slot of the source is the one that the statement's slot
// asks for.
func (m *match) facing(x, y *proposition.Slot, converse bool) bool {
	if a, b := x.Phrase.Amount, y.Phrase.Amount; a != nil && b != nil && a.Direction == quantity.By && b.Direction == quantity.By && x.Role != proposition.Time && y.Role != proposition.Time {
		return x.Role == y.Role || !m.off("support.alternation") // "rose 5 percent", "rose by 5 percent"
	}
	if converse && x.Role == proposition.Agent && y.Role == proposition.Oblique && y.Phrase.Name != "" {
		return !m.off("support.alternation") // "beat Levante", "lost to Oviedo"
	}
	if converse && x.Role == proposition.Oblique && (y.Role == proposition.Agent || y.Role == proposition.Oblique) {
		return true
	}
	rx := facingRole(x.Role, converse)
	if m.symmetric(x) && m.symmetric(y) {
		return rx == y.Role || !m.off("support.alternation")
	}
	if rx != y.Role {
		return !m.off("support.alternation") && m.alternates(rx, y)
	}
	if rx == proposition.Oblique {
		return alikeJoined(x, y)
	}
	return true
}

// symmetric reports whether a slot holds one of two who are to each other what the
// other is: "is married to Weil", "Weil is married".
func (m *match) symmetric(x *proposition.Slot) bool {
	if !symmetric.of(m.p.Lemma) || !symmetric.of(m.q.Lemma) {
		return false
	}
	return x.Role == proposition.Agent || x.Role == proposition.Patient || x.Role == proposition.Oblique && x.Phrase.Name != "" && x.Phrase.Who.Kind != name.Place
}

// facingRole returns the role that a slot of the source has for the statement, where the
// one tells it from the other's side.
func facingRole(r proposition.Role, converse bool) proposition.Role {
	switch {
	case converse && r == proposition.Agent:
		return proposition.Patient
	case converse && r == proposition.Patient:
		return proposition.Agent
	}
	return r
}

// alternates reports whether a slot of another role is the statement's all the same:
// "elected him [president]" is now an object and now an attribute; what "reopened" in
// the statement "was reopened" in the source.
func (m *match) alternates(rx proposition.Role, y *proposition.Slot) bool {
	switch {
	case rx == proposition.Patient && y.Role == proposition.Attribute, rx == proposition.Attribute && y.Role == proposition.Patient:
		return m.q.Kind == proposition.Event
	case rx == proposition.Patient && y.Role == proposition.Agent:
		return m.q.Fill(proposition.Patient) == nil && m.ergative(m.q.Lemma)
	case rx == proposition.Agent && y.Role == proposition.Patient:
		return m.p.Fill(proposition.Patient) == nil && m.q.Fill(proposition.Agent) == nil && m.ergative(m.p.Lemma)
	case rx == proposition.Oblique && y.Role == proposition.Patient, rx == proposition.Patient && y.Role == proposition.Oblique:
		return m.pred.fit == excludes && m.p.Lemma != m.q.Lemma // "agreed to a truce", "refused a truce"
	case rx == proposition.Agent && y.Role == proposition.Oblique: // "the storm killed 18", "18 died in the storm"
		return m.p.Lemma != m.q.Lemma && m.q.Fill(proposition.Patient) == nil && ergative.of(m.q.Lemma)
	}
	return false
}

// ergative reports whether what a verb does to its object the object does by itself, or
// the verb has none: "nineteen fishermen drowned" may be read as a passive.
func (m *match) ergative(lemma string) bool {
	return ergative.of(lemma) || undergoing.of(lemma)
}

// filled compares what fills two slots.
func (m *match) filled(x, y *proposition.Slot) comparison {
	if y.Role == proposition.Time {
		return m.times(x.Phrase, y.Phrase)
	}
	if y.Role == proposition.Oblique && x.Role == y.Role && (x.Phrase.Amount != nil && y.Phrase.Amount != nil) && x.Preposition != y.Preposition {
		return comparison{} // "fell to 5", "fell by 5"
	}
	c := m.phrases(x.Phrase, y.Phrase)
	if y.Role == proposition.Agent && m.q.Kind == proposition.Event && !c.fit.bears() && y.Phrase.Name != "" {
		if f := m.force(x.Phrase); f != nil {
			if c := m.names(f, y.Phrase); c.fit == same {
				return c
			}
		}
	}
	if y.Role == proposition.Oblique && c.fit == different && c.kind == reason.Place && !elsewhere(x.Phrase.Name, y.Phrase.Name) {
		return comparison{}
	}
	return c
}

// force returns the body whose armed men a phrase names, nil if it names none: what
// "fighters of the M23" or "M23 rebels" do the M23 does.
func (m *match) force(p *phrase) *phrase {
	if !armed.of(p.Lemma) || p.Many != nil || p.Amount != nil || p.Quantifier != "" {
		return nil
	}
	if len(p.Modifiers) != 1 || p.Modifiers[0].Phrase.Name == "" || p.Modifiers[0].Phrase.Who.Kind == name.Place {
		return nil // "two rebels", "rebels in Goma"
	}
	if x := &p.Modifiers[0]; x.Role == proposition.Owner || x.Role == proposition.Modifier {
		return x.Phrase
	}
	return nil
}

// around looks for a circumstance of the statement's elsewhere in the source's
// sentence: in what the proposition stands under or beside, or among what describes
// its nouns, since parsers hang such phrases now here, now there.
func (m *match) around(y *proposition.Slot) comparison {
	best := comparison{}
	look := func(x *proposition.Slot) {
		if y.Role == proposition.Time {
			if c := m.times(x.Phrase, y.Phrase); better(c, best) && c.fit.bears() {
				best = c
			}
			return
		}
		if y.Role == proposition.Manner && x.Phrase.Lemma == y.Phrase.Lemma {
			best = comparison{fit: same, weight: 1}
			return
		}
		if x.Role == y.Role || x.Role == proposition.Owner || x.Role == proposition.Modifier {
			if c := m.filled(x, y); c.fit.bears() && (x.Role == y.Role && alikeJoined(x, y)) && better(c, best) {
				best = c
			}
		}
	}
	for i := range m.p.Slots {
		if m.p.Slots[i].Role == proposition.Oblique {
			look(&m.p.Slots[i])
		}
		for k := range m.p.Slots[i].Phrase.Modifiers {
			look(&m.p.Slots[i].Phrase.Modifiers[k])
		}
	}
	link := m.p.Link
	if y.Preposition != "" && ordering.in("", y.Preposition) {
		return best // before or after what the one was is not when the other was
	}
	for k := m.p.Parent; k >= 0 && link != grammar.Coordinated && link != grammar.Aside; {
		above := &m.p.Sentence.Propositions[k]
		if link == grammar.Content && !reports(tongue, above.Lemma, above.Lemma) {
			break // a clause set beside: "before the vote he had backed it; afterwards he called it"
		}
		link = above.Link
		for i := range above.Slots {
			look(&above.Slots[i])
		}
		if k == above.Parent {
			break
		}
		k = above.Parent
	}
	return best
}

// cause looks for who did it where a passive does not say so: in what happened when it
// was done, "were killed when a bomb went off", or in a phrase of it, "killed in an
// attack".
func (m *match) cause(y *proposition.Slot) comparison {
	best := comparison{}
	s := m.p.Sentence
	for i := range s.Propositions {
		p := &s.Propositions[i]
		if p.Parent < 0 || &s.Propositions[p.Parent] != m.p || p.Link != grammar.Circumstance || p.Negative || !p.Force.Firm() {
			continue
		}
		agent := p.Fill(proposition.Agent)
		if agent == nil {
			continue
		}
		f := *agent.Phrase // with where it was done
		for _, x := range p.Slots {
			if x.Role == proposition.Oblique {
				f.Modifiers = append(f.Modifiers[:len(f.Modifiers):len(f.Modifiers)], x)
			}
		}
		if c := m.phrases(&f, y.Phrase); better(c, best) {
			best = c
		}
	}
	for i := range m.p.Slots {
		if x := &m.p.Slots[i]; x.Role == proposition.Oblique {
			if c := m.phrases(x.Phrase, y.Phrase); c.fit.bears() && better(c, best) {
				best = c
			}
		}
	}
	return best
}

// swapped turns two differences into one of roles: who acts in the source is acted
// upon in the statement, and the other way round.
func (m *match) swapped(converse bool) {
	pa, pp, qa, qp := m.p.Fill(proposition.Agent), m.p.Fill(proposition.Patient), m.q.Fill(proposition.Agent), m.q.Fill(proposition.Patient)
	if converse {
		pa, pp = pp, pa
		for i := range m.q.Slots { // "lost to Levante"
			if y := &m.q.Slots[i]; qp == nil && y.Role == proposition.Oblique && y.Phrase.Name != "" {
				qp = y
			}
		}
	}
	if pa == nil || pp == nil || qa == nil || qp == nil || m.pred.fit != same || m.pred.loose {
		return
	}
	fits := func(p, q *phrase) comparison { c, _ := m.identity(p, q); return c }
	x, y := fits(pa.Phrase, qp.Phrase), fits(pp.Phrase, qa.Phrase)
	if !x.fit.bears() || !y.fit.bears() || x.weight < 2 || y.weight < 2 || x.weight+y.weight < 5 || fits(pa.Phrase, qa.Phrase).fit.bears() || fits(pp.Phrase, qp.Phrase).fit.bears() {
		return
	}
	if mutual.of(m.q.Lemma) {
		return
	}
	if m.off("clash.role") {
		return
	}
	m.differ = []comparison{differs(excludes, reason.Role, text.Cover([]text.Span{spanOf(pa.Phrase), spanOf(pp.Phrase)}), text.Cover([]text.Span{spanOf(qa.Phrase), spanOf(qp.Phrase)}))}
	m.where = []int{-1}
	m.lacks = slices.DeleteFunc(m.lacks, func(f *phrase) bool { return f == qa.Phrase || f == qp.Phrase })
	m.weight += x.weight + y.weight
}

// bears reports whether the source's proposition says all of the statement's.
func (m *match) bears() bool {
	return m.pred.fit.bears() && len(m.differ) == 0 && len(m.lacks) == 0 && m.p.Negative == m.q.Negative && m.denies()
}

// denies reports whether a source that denies denies all that the statement does: not
// to have risen on Friday is not the same as not to have risen.
func (m *match) denies() bool {
	if !m.p.Negative || !m.q.Negative {
		return true
	}
	back, ok := try(m.b, m.a, m.q, m.p)
	return ok && len(back.lacks) == 0 && len(back.differ) == 0
}
