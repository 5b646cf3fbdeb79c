package relate

import (
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
)

// Which slot of the source faces a slot of the statement: that of the same role, but for
// verbs that tell the same from the other side, and those whose object may be their subject.

// facing reports whether a slot of the source is the one that the statement's slot
// asks for.
func (m *match) facing(x, y *proposition.Slot, from view) bool {
	by := func(x *proposition.Slot) bool {
		return x.Phrase.Amount != nil && x.Phrase.Amount.Direction == quantity.By && x.Role != proposition.Time
	}
	if by(x) && by(y) {
		return x.Role == y.Role || !m.off("support.alternation") // "rose 5 percent", "rose by 5 percent"
	}
	bare := func(x *proposition.Slot) bool {
		return x.Phrase.Amount != nil && x.Preposition == "" && (x.Role == proposition.Patient || x.Role == proposition.Oblique)
	}
	if from == direct && x.Role != y.Role && bare(x) && bare(y) && x.Phrase.Amount.Kind == quantity.Measure && m.p.Fill(proposition.Patient) != nil && m.q.Fill(proposition.Patient) != nil {
		return !m.off("support.alternation") // an amount beside an object is one slot, whatever the parser calls it: "fined him 40 pounds", "he was fined 40 pounds"
	}
	if from == transfer && (x.Role == proposition.Agent || y.Role == proposition.Agent) {
		return x.Role == proposition.Oblique && party.of(x.Preposition) || y.Role == proposition.Oblique && party.of(y.Preposition)
	}
	named := func(x *proposition.Slot) bool { return x.Role == proposition.Oblique && x.Phrase.Name != "" }
	if from == converse && (x.Role == proposition.Agent && named(y) && party.of(y.Preposition) || named(x) && party.of(x.Preposition) && y.Role == proposition.Agent) {
		return !m.off("support.alternation") // "beat Levante", "lost to Oviedo"
	}
	if x.Role == proposition.Oblique && y.Role == proposition.Patient && m.q.Passive && !m.p.Passive && party.of(x.Preposition) && y.Phrase.Head < m.q.Head && m.p.Fill(proposition.Patient) != nil {
		return !m.off("support.alternation") // "fined him 40 pounds", "he was fined 40 pounds"
	}
	if x.Role == proposition.Oblique && y.Role == proposition.Agent && having.of(x.Preposition) && !m.p.Passive && (x.Phrase.Person() || somebody(x.Phrase)) {
		first := m.q.Fill(proposition.Agent)
		return first != nil && first != y && !m.off("support.alternation") // "opened it with his wife", "he and his wife opened it"
	}
	rx := facingRole(x.Role, from)
	if m.symmetric(x) && m.symmetric(y) {
		return rx == y.Role || !m.off("support.alternation")
	}
	if rx != y.Role {
		return !m.off("support.alternation") && m.alternates(rx, y)
	}
	switch rx {
	case proposition.Oblique:
		return alikeJoined(x, y)
	case proposition.Agent: // "killed his dog" is not that he died
		what := m.p.Fill(proposition.Patient)
		return m.p.Lemma == m.q.Lemma || what == nil || measured(what.Phrase) || m.q.Fill(proposition.Patient) != nil || !m.ergative(m.q.Lemma)
	}
	return true
}

// symmetric reports whether a slot holds one of two who are to each other what the
// other is: "is married to Weil", "Weil is married".
func (m *match) symmetric(x *proposition.Slot) bool {
	if !symmetric.of(m.p.Lemma) || !symmetric.of(m.q.Lemma) {
		return false
	}
	return x.Role == proposition.Agent || x.Role == proposition.Patient ||
		x.Role == proposition.Oblique && party.of(x.Preposition) && x.Phrase.Name != ""
}

// facingRole returns the role that a slot of the source has for the statement, where the
// one tells it from the other's side.
func facingRole(r proposition.Role, from view) proposition.Role {
	switch {
	case from == converse && r == proposition.Agent:
		return proposition.Patient
	case from == converse && r == proposition.Patient:
		return proposition.Agent
	}
	return r
}

// alternates reports whether a slot of another role is the statement's all the same:
// "elected him [president]" is now an object and now an attribute; what "reopened" in
// the statement "was reopened" in the source.
func (m *match) alternates(rx proposition.Role, y *proposition.Slot) bool {
	switch {
	case rx == proposition.Patient && y.Role == proposition.Attribute:
		return m.q.Kind == proposition.Event
	case rx == proposition.Patient && y.Role == proposition.Agent:
		return m.q.Fill(proposition.Patient) == nil && m.ergative(m.q.Lemma)
	case rx == proposition.Agent && y.Role == proposition.Patient:
		return m.p.Fill(proposition.Patient) == nil && m.q.Fill(proposition.Agent) == nil && m.ergative(m.p.Lemma)
	case rx == proposition.Oblique && y.Role == proposition.Patient:
		return m.pred.fit == excludes && m.p.Lemma != m.q.Lemma // "agreed to a truce", "refused a truce"
	}
	return false
}

// ergative reports whether what a verb does to its object the object does by itself, or
// the verb has none: "nineteen fishermen drowned" may be read as a passive.
func (m *match) ergative(lemma string) bool {
	return ergative.of(lemma) || undergoing.of(lemma)
}
