package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// Two propositions that differ in one slot clash only if they are of one event: "ordered 24 jets from
// Embralto" and "from Aerospatia" are one order told twice, "arrested two men in Kano" and "in Jos" are
// two arrests. What both have besides must name the event, as nothing else happened with the same 24 jets.

// Anaphoric reports whether the text before a side tells of which event it tells: the subject of its main clause is "the attack", and
// no name, number or phrase says which one. Twins: "the attack on Goma", "the second attack", "the alliance".
func (a *Analysis) Anaphoric() bool {
	return a.says(func(q *proposition.Proposition) bool {
		who := q.Fill(proposition.Agent)
		if q.Passive || who == nil {
			who = q.Fill(proposition.Patient)
		}
		return q.Link == grammar.Main && !q.Aside && who != nil && who.Phrase.Definite && who.Phrase.Name == "" && occasions.both(who.Phrase.Lemma, who.Phrase.Lemma) && !who.Phrase.Clause() && len(who.Phrase.Alias) == 0 &&
			!slices.ContainsFunc(who.Phrase.Modifiers, func(x proposition.Slot) bool {
				return x.Preposition != "" || x.Role == proposition.Owner || x.Phrase.Name != "" || x.Phrase.Amount != nil || x.Phrase.When != nil
			})
	})
}

// pinned reports whether what both have besides the slot that differs names one event, so that another name or place
// in that slot is another answer to one question.
func (m *match) pinned(c comparison) bool {
	if c.kind != reason.Name && c.kind != reason.Place || m.loose || m.extra || m.pred.fit != same || gauged(m.q) || light.of(m.q.Lemma) {
		return false // unemployment may be as high elsewhere, another unit have as much revenue
	}
	if what := m.q.Fill(proposition.Patient); again.of(m.q.Lemma) && (what == nil || !ranked(what.Phrase)) {
		return false // but "the sixth stage" is won once
	}
	pins, valued := m.pins(c.slot)
	return (valued || c.slot.Role == proposition.Oblique && m.onDay()) && pins >= leastPins
}

// gauged reports whether a proposition tells how high something stands: "unemployment was 6 percent".
func gauged(q *proposition.Proposition) bool {
	what := q.Fill(proposition.Attribute)
	return q.Kind == proposition.State && what != nil && what.Phrase.Amount != nil && (what.Phrase.Amount.Kind == quantity.Measure || what.Phrase.Amount.Kind == quantity.Count)
}

// onDay reports whether somebody by name does it on a day that is told with its month: "on 9 September", not "on Monday".
func (m *match) onDay() bool {
	who, when := m.q.Fill(proposition.Agent), m.q.Fill(proposition.Time)
	return who != nil && who.Phrase.Name != "" && when != nil && when.Phrase.When != nil && when.Phrase.When.Precision == date.OneDay && when.Phrase.When.Weekday == 0
}

// ranked reports whether a phrase names one of a series: "the sixth stage".
func ranked(f *phrase) bool {
	return f.Definite && rankedBy(f) != nil
}

// ordinal reports whether a phrase is no more than a rank: "sixth".
func ordinal(f *phrase) bool { return f.Amount != nil && f.Amount.Kind == quantity.Ordinal }

// pinnedRoles reports the same where the two who act and are acted upon changed places: "is suing Graftech for 90
// million".
func (m *match) pinnedRoles() bool {
	pins, _ := m.pins(nil)
	return pins > leastPins && slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool {
		return y.Phrase.Amount != nil && y.Phrase.Amount.Kind == quantity.Measure && y.Phrase.When == nil
	})
}

// pins returns how many names, days and numbers the statement's proposition has besides a slot, and whether one
// of them is a rank or a number.
func (m *match) pins(but *proposition.Slot) (pins int, valued bool) {
	for k := range m.q.Slots {
		if y := &m.q.Slots[k]; y != but {
			n, v := pinsOf(y.Phrase)
			pins, valued = pins+n, valued || v
		}
	}
	return pins, valued
}

// leastPins is how many names, days and numbers name an event, one number or rank among them.
const leastPins = 2

// pinsOf returns how many names, days and numbers a phrase has, with what describes it, and whether one is
// a rank or a number above the smallest, which many events share. A share, "7 percent", names nothing: as many lose it elsewhere.
func pinsOf(f *phrase) (pins int, valued bool) {
	if f.Name != "" {
		pins++
	}
	if n := f.Amount; n != nil && f.When == nil && n.Kind != quantity.Identifier && n.Kind != quantity.Ordinal && n.Dimension() != quantity.Ratio {
		if n.Kind != quantity.Count || n.Value.Known() && n.Value.Cmp(fewThings) > 0 {
			pins, valued = pins+1, true
		}
	}
	if ranked(f) {
		pins, valued = pins+1, true
	}
	if f.When != nil && f.Amount == nil {
		pins++
	}
	for i := range f.Modifiers {
		n, v := pinsOf(f.Modifiers[i].Phrase)
		pins, valued = pins+n, valued || v
	}
	return pins, valued
}

// fewThings is how many of a thing say nothing of which event it was: two men are arrested every day.
var fewThings = quantity.Int(9)

// oneEvent reports whether something names the event of which both propositions tell a number: a name
// or a date that both have, "the bridge", or the clause that both stand under: "a bus plunged into a ravine,
// killing 11".
func (m *match) oneEvent() bool {
	if m.tied || m.anchors > 0 {
		return true
	}
	p, q := above(m.p), above(m.q)
	if p == nil || q == nil {
		return q == nil && p == nil
	}
	n, ok := try(m.a, m.b, p, q)
	return ok && n.bears()
}
