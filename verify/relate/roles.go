package relate

import (
	"slices"

	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Who did it to whom: what stands in one slot of the source's proposition and in another of the statement's.

// swapped turns two differences into one of roles: who acts in the source is acted
// upon in the statement, and the other way round.
func (m *match) swapped(from view) {
	pa, pp, qa, qp := m.p.Fill(proposition.Agent), m.p.Fill(proposition.Patient), m.q.Fill(proposition.Agent), m.q.Fill(proposition.Patient)
	if from == transfer {
		pa, pp, qp = partyOf(m.p), pa, partyOf(m.q)
	}
	if from == converse {
		pa, pp = pp, pa
		if qp == nil { // "lost to Levante"
			qp = m.q.Find(func(y *proposition.Slot) bool { return y.Role == proposition.Oblique && y.Phrase.Name != "" })
		}
	}
	equals := mutual.of(m.q.Lemma) || m.q.Kind == proposition.State && peers.of(m.q.Lemma)
	if m.q.Kind == proposition.State && m.p.Lemma == m.q.Lemma {
		var rank, other bool
		pp, rank = ownerOf(m.p)
		qp, other = ownerOf(m.q)
		equals = equals && !(rank && other)
	}
	if pa == nil || pp == nil || qa == nil || qp == nil || m.pred.fit != same || m.pred.loose || equals || m.off("clash.role") {
		return
	}
	fits := func(p, q *phrase) comparison { c, _ := m.identity(p, q); return c }
	surely := func(p, q *phrase) bool { c := fits(p, q); return c.fit.bears() && !c.loose }
	x, y := fits(pa.Phrase, qp.Phrase), fits(pp.Phrase, qa.Phrase)
	if !x.fit.bears() || !y.fit.bears() || x.weight < 2 || y.weight < 2 || surely(pa.Phrase, qa.Phrase) || surely(pp.Phrase, qp.Phrase) {
		return
	}
	if x.weight+y.weight < 5 && m.anchors < 2 {
		m.core = true // "the rebels killed the soldiers": others may have killed these rebels
		return
	}
	m.exchange(pa, pp, qa, qp, min(x.weight, y.weight))
	m.lacks = slices.DeleteFunc(m.lacks, func(f *phrase) bool { return f == qa.Phrase || f == qp.Phrase })
	m.weight += x.weight + y.weight
}

// ownerOf returns whose somebody is by what he is said to be, "Karl" of "the elder brother of Karl", and whether a word ranks him.
func ownerOf(p *proposition.Proposition) (of *proposition.Slot, ranked bool) {
	what := p.Fill(proposition.Attribute)
	if what == nil {
		return nil, false
	}
	for i := range what.Phrase.Modifiers {
		x := &what.Phrase.Modifiers[i]
		if x.Role == proposition.Owner {
			of = x
		}
		ranked = ranked || ranking.of(x.Phrase.Lemma)
	}
	return of, ranked
}

// exchange makes it all that differs that what fills x and w in the source fills z and y in the statement.
func (m *match) exchange(x, w, y, z *proposition.Slot, weight int) {
	c := differs(excludes, reason.Role, text.Cover([]text.Span{x.Phrase.Span(), w.Phrase.Span()}), text.Cover([]text.Span{y.Phrase.Span(), z.Phrase.Span()}))
	c.weight = weight
	m.differ = []comparison{c}
}

// traded turns the differences of two slots into one of roles where each holds what the source has in the other: "moved
// from Goma to Bunia", "moved from Bunia to Goma"; "Lane sold it to Holm".
func (m *match) traded() {
	if m.pred.fit != same || m.pred.loose || m.q.Fill(proposition.Agent) == nil && !m.q.Passive || m.off("clash.role") {
		return
	}
	facing := func(y *proposition.Slot) *proposition.Slot {
		return m.p.Find(func(x *proposition.Slot) bool { return x.Role == y.Role && x.Preposition == y.Preposition })
	}
	for n := range m.differ {
		for _, c := range m.differ[n+1:] {
			y, z := m.differ[n].slot, c.slot
			if y == nil || z == nil || y.Phrase.Name == "" || z.Phrase.Name == "" || y.Role != proposition.Oblique && z.Role != proposition.Oblique {
				continue // who acts and who is acted upon: swapped
			}
			x, w := facing(y), facing(z)
			if x == nil || w == nil || x == w || !m.names(x.Phrase, z.Phrase).fit.bears() || !m.names(w.Phrase, y.Phrase).fit.bears() || !m.onlyOwners(y, z) {
				continue
			}
			m.exchange(x, w, y, z, 0)
			m.weight += 2 * aName
			m.tied = true
			return
		}
	}
	m.turnedBack()
}

// turnedBack is traded for what has no name: "from house arrest to prison", "from prison to house arrest". Twin: "from war to peace".
func (m *match) turnedBack() {
	if !m.tied || len(m.differ) > 2 || again.of(m.q.Lemma) {
		return
	}
	holds := func(p *proposition.Proposition, is func(string) bool) *proposition.Slot {
		return p.Find(func(x *proposition.Slot) bool {
			return x.Role == proposition.Oblique && is(x.Preposition) && x.Phrase.Amount == nil && x.Phrase.When == nil
		})
	}
	to := func(j string) bool { return party.of(j) && aiming.of(j) }
	from := func(j string) bool { return party.of(j) && !aiming.of(j) }
	x, w, y, z := holds(m.p, from), holds(m.p, to), holds(m.q, from), holds(m.q, to)
	if x == nil || w == nil || y == nil || z == nil {
		return
	}
	bears := func(x, y *proposition.Slot) bool {
		c := m.phrases(x.Phrase, y.Phrase)
		return c.fit.bears() && !c.loose
	}
	if bears(x, y) || bears(w, z) || !bears(x, z) || !bears(w, y) || slices.ContainsFunc(m.lacks, func(f *phrase) bool { return f != y.Phrase && f != z.Phrase }) ||
		slices.ContainsFunc(m.differ, func(c comparison) bool { return c.slot != y && c.slot != z }) {
		return
	}
	m.exchange(x, w, y, z, 0)
	m.lacks = nil
	m.weight += 2 * 2
}

// outdone turns what is said of two that are compared into a difference of roles where each stands in the other's place:
// "those on the pill slept longer than those on the diet", "those on the diet slept longer than those on the pill"; "rents are higher in Geneva than
// in Basel". Twin: on another day.
func (m *match) outdone() {
	y, z := compared(m.q)
	if y == nil || m.pred.fit != same || m.off("clash.role") {
		return // few statements compare
	}
	x, w := compared(m.p)
	if x == nil || x.Role != y.Role {
		return
	}
	bears := func(x, y *proposition.Slot) bool { return m.phrases(x.Phrase, y.Phrase).fit.bears() }
	if bears(x, y) || !bears(x, z) || !bears(w, y) {
		return
	}
	turned := m.turned()
	if slices.ContainsFunc(m.q.Slots, func(s proposition.Slot) bool {
		return s.Phrase != y.Phrase && s.Phrase != z.Phrase && !slices.ContainsFunc(m.p.Slots, func(t proposition.Slot) bool {
			degree := s.Role == proposition.Attribute || s.Role == proposition.Manner
			return t.Role == s.Role && (m.filled(&t, &s).fit.bears() || degree && turned || s.Role == proposition.Patient && s.Phrase.Lemma == t.Phrase.Lemma)
		})
	}) {
		return
	}
	m.weight = max(m.weight, sameSlots)
	if turned {
		m.differ, m.lacks = nil, nil
		for i := range m.q.Slots {
			m.coverPhrase(m.q.Slots[i].Phrase)
		}
		return // "Ahmed is older than Samir", "Samir is younger than Ahmed"
	}
	m.exchange(x, w, y, z, 0)
	m.lacks, m.tied = nil, true
}

// compared returns the two that a proposition compares: him of whom it says so, or the place right in front of the "than", and what stands behind
// that; nil if it compares nothing.
func compared(p *proposition.Proposition) (x, than *proposition.Slot) {
	is := func(x *proposition.Slot) bool {
		return x.Preposition != "" && beyond.in(p.Sentence.Text.Lang, x.Preposition)
	}
	than = p.Find(is)
	if what := p.Fill(proposition.Patient); than == nil && what != nil {
		if k := slices.IndexFunc(what.Phrase.Modifiers, func(x proposition.Slot) bool { return is(&x) }); k >= 0 {
			than = &what.Phrase.Modifiers[k] // "has more inhabitants than Basel"
		}
	}
	if than == nil {
		return nil, nil
	}
	x = p.Find(func(x *proposition.Slot) bool {
		return x.Role == proposition.Oblique && x.Phrase.Name != "" && beyond.in(p.Sentence.Text.Lang, p.Sentence.Fold(min(x.Phrase.End, len(p.Sentence.Words)-1)))
	})
	if x == nil {
		x = p.Fill(proposition.Agent)
	}
	if x == nil {
		return nil, nil
	}
	return x, than
}

// turned reports whether the two measure by opposite words: "older" and "younger", "more medals" and "fewer".
func (m *match) turned() bool {
	if slices.ContainsFunc(m.differ, func(c comparison) bool {
		return c.fit == excludes && c.kind == reason.Opposite && (c.slot == nil || c.slot.Role == proposition.Attribute || c.slot.Role == proposition.Manner) // not the north and the south
	}) {
		return true
	}
	x, y, ok := m.both(proposition.Patient)
	return ok && excluding(tongue, x.Quantifier, y.Quantifier)
}

// onlyOwners reports whether all that differs besides two slots is whose a thing is by a pronoun: "its stake".
func (m *match) onlyOwners(y, z *proposition.Slot) bool {
	pronoun := func(x proposition.Slot) bool { return x.Phrase.Pronoun }
	return !slices.ContainsFunc(m.differ, func(c comparison) bool {
		return c.slot != y && c.slot != z && (c.slot == nil || !slices.ContainsFunc(c.slot.Phrase.Modifiers, pronoun))
	})
}

// partyOf returns the slot of him to whom or from whom a thing passes, nil if there is none.
func partyOf(p *proposition.Proposition) *proposition.Slot {
	return p.Find(func(x *proposition.Slot) bool { return x.Role == proposition.Oblique && party.of(x.Preposition) })
}
