package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/verify/reason"
)

// Two propositions are laid beside each other slot by slot: for each slot of the statement's
// the one of the source that says most of it.

// try lays two propositions beside each other; false if their predicates have nothing
// to do with each other.
func try(a, b *Analysis, p, q *proposition.Proposition) (*match, bool) {
	said, rule := p, ""
	pred, from := predicates(p, q)
	if from != direct {
		rule = "support.converse"
	}
	if pred.fit == unknown || pred.fit == broader {
		switch r, ok := recast(a, p, q); {
		case ok && !a.off("support.recast") && !b.off("support.recast"):
			as := r
			said, pred, rule = &as, comparison{fit: same, weight: 2}, "support.recast"
		case pred.fit == unknown:
			return nil, false
		}
	}
	a.link()
	m := &match{a: a, b: b, p: said, q: q, pred: pred, weight: pred.weight, loose: pred.loose}
	m.note(rule)
	m.covered = make([]bool, len(q.Sentence.Words))
	m.cover(q.Head, q.Head+1)
	if k := q.Particle(); k >= 0 {
		m.cover(k, k+1)
	}
	for _, i := range q.Operators {
		m.cover(i, i+1)
	}
	for i := range m.q.Slots {
		m.slot(&m.q.Slots[i], from)
	}
	m.swapped(from)
	m.partly = m.partly || m.inPart()
	if from == direct {
		m.traded()
		m.outdone()
	}
	return m, true
}

// slot finds for a slot of the statement's proposition the one of the source that says
// most of it.
func (m *match) slot(y *proposition.Slot, from view) {
	best := comparison{}
	found, open := false, false
	for k := range m.p.Slots {
		x := &m.p.Slots[k]
		if !m.facing(x, y, from) {
			continue
		}
		found = found || facingRole(x.Role, from) == y.Role
		c := m.filled(x, y)
		open = open || c.fit == unknown && x.Phrase.Name != "" && y.Phrase.Name != ""
		if from != transfer && facingRole(x.Role, from) != y.Role {
			c.by = "support.alternation"
		}
		if better(c, best) {
			best = c
		}
	}
	if !found && best.fit == unknown && y.Role == proposition.Oblique {
		best = m.otherWay(y)
	}
	best = m.besides(y, best, found)
	if open && best.fit == different {
		best = comparison{doubt: true} // "Bill and Melania Vance": one of the two may be meant
	}
	if (best.fit == different || best.fit == excludes) && m.another(y) {
		best = comparison{}
	}
	m.count(y, best)
}

// another reports whether slot y of the statement's is one of several of its kind, of which another is the one that the source has: "visited
// the hospital", "visited the hospital and the prison".
func (m *match) another(y *proposition.Slot) bool {
	return m.p.Fill(y.Role) != nil && (y.Role == proposition.Agent || y.Role == proposition.Patient) && slices.ContainsFunc(m.q.Slots, func(z proposition.Slot) bool {
		return z.Role == y.Role && z.Phrase != y.Phrase && m.filled(m.p.Fill(y.Role), &z).fit.bears()
	})
}

// otherWay looks for what slot y of the statement's holds behind a preposition of the opposite sense: "fled to Goma", "fled
// from Goma".
func (m *match) otherWay(y *proposition.Slot) comparison {
	for i := range m.p.Slots {
		x := &m.p.Slots[i]
		if x.Role != y.Role || x.Preposition == "" || y.Preposition == "" {
			continue
		}
		if _, ok := lexicon.Opposite(tongue, x.Preposition, y.Preposition, lexicon.Preposition); !ok {
			continue
		}
		if c := m.phrases(x.Phrase, y.Phrase); c.fit.bears() {
			d := differs(excludes, reason.Opposite, x.Phrase.Span(), y.Phrase.Span())
			d.weight = c.weight
			return d
		}
	}
	return comparison{}
}

// besides looks for what slot y of the statement's holds where no slot of the source's that
// faces it bears it out: in the cause, around the proposition, in what somebody is. Found
// says that a slot faces it, best what the best of them came to.
func (m *match) besides(y *proposition.Slot, best comparison, found bool) comparison {
	if m.p.Passive && !best.fit.bears() && m.p.Fill(proposition.Agent) == nil && !m.off("support.cause") {
		if c := m.cause(y); y.Role == proposition.Agent || y.Role == proposition.Oblique && c.fit.bears() && locative.of(y.Preposition) { // "killed in a storm", "when a storm hit"
			best = c
			best.by = "support.cause"
		}
	}
	if y.Role == proposition.Oblique && best.fit == unknown && !found {
		switch agent := m.p.Fill(proposition.Agent); {
		case m.q.Sentence.Calls(y.Phrase):
			return comparison{fit: same, weight: 1} // "stepped down as director": that she is one is a proposition of its own
		case owing.of(y.Preposition) && m.q.Passive && agent != nil && agent.Phrase.Name == "" && !somebody(agent.Phrase) && !m.off("support.cause"):
			if c := m.phrases(agent.Phrase, y.Phrase); c.fit.bears() {
				c.by = "support.cause"
				return c // "heavy snow closed the road", "it was shut because of heavy snow"
			}
		}
	}
	circumstance := y.Role == proposition.Oblique || y.Role == proposition.Manner || y.Role == proposition.Time
	if circumstance && !best.fit.bears() && (!found || best.fit == unknown && y.Role != proposition.Time) && !m.off("support.around") {
		if c := m.around(y); better(c, best) {
			best = c
			best.by = "support.around"
		}
	}
	if best.fit == excludes && y.Role == proposition.Time && m.twiceDated(y) || best.fit.bears() && m.parted(y) {
		return comparison{doubt: true}
	}
	return best
}

// count adds to the match what came of a slot of the statement's.
func (m *match) count(y *proposition.Slot, best comparison) {
	m.doubt = m.doubt || best.doubt
	switch best.fit {
	case same, entails:
		m.weight += best.weight
		if best.weight >= 3 && (y.Role != proposition.Manner || y.Phrase.Amount != nil) { // "goes far enough" names nothing
			m.anchors++
		}
		m.tied = m.tied || best.weight >= 3 || best.weight == 2 && y.Phrase.Definite
		m.loose = m.loose || best.loose
		m.note(best.by)
		m.partly = m.partly || best.part && m.exact(y)
		m.extra = m.extra || best.extra && !(y.Role == proposition.Oblique && y.Phrase.Definite && best.weight > aName) // "during Saturday's protest against the tax"
		m.coverPhrase(y.Phrase)
	case different, excludes:
		best.slot = y
		m.differ = append(m.differ, best)
		m.weight += best.weight
	case broader:
		m.partly = m.partly || best.part && m.exact(y)
		m.core = m.core || y.Role == proposition.Agent && y.Phrase.Name != ""
		m.lacks = append(m.lacks, best.lacks...)
		m.weight += best.weight
	default:
		m.core = m.core || y.Role == proposition.Agent || y.Role == proposition.Patient
		m.lacks = append(m.lacks, y.Phrase)
	}
}

// filled compares what fills two slots.
func (m *match) filled(x, y *proposition.Slot) comparison {
	if y.Role == proposition.Time {
		return m.times(x.Phrase, y.Phrase)
	}
	if y.Role == proposition.Oblique && x.Role == y.Role && x.Phrase.Amount != nil && y.Phrase.Amount != nil && x.Preposition != y.Preposition && x.Phrase.Amount.Direction != y.Phrase.Amount.Direction {
		return comparison{} // "fell to 5", "fell by 5"
	}
	if y.Role == proposition.Manner && x.Role == y.Role && x.Phrase.Lemma != y.Phrase.Lemma && places.of(x.Phrase.Lemma) && places.of(y.Phrase.Lemma) {
		return differs(excludes, reason.Rank, x.Phrase.Span(), y.Phrase.Span()) // "finished third", "finished second"
	}
	if nobody(m.q, y.Phrase) && somebody(x.Phrase) || nobody(m.p, x.Phrase) && somebody(y.Phrase) {
		return comparison{fit: same, weight: 1} // "nobody died", "five people died": the one denies the other
	}
	c := m.phrases(x.Phrase, y.Phrase)
	if y.Role == proposition.Agent && m.q.Kind == proposition.Event && !c.fit.bears() && y.Phrase.Name != "" {
		if f := m.force(x.Phrase); f != nil {
			if c := m.names(f, y.Phrase); c.fit == same {
				return c
			}
		}
	}
	if y.Role == proposition.Oblique && c.fit == different && c.kind == reason.Place && !elsewhere(x.Phrase, y.Phrase) {
		return comparison{}
	}
	return c
}

// nobody reports whether a phrase is the "nobody" by which its proposition is denied.
func nobody(p *proposition.Proposition, f *phrase) bool {
	return p.Negative && p.Negation == f.First && (f.Pronoun || f.Token().Tag == grammar.Noun) && f.End == f.First+1 && f.Name == ""
}

// somebody reports whether a phrase is for people of no name, however many.
func somebody(f *phrase) bool {
	return f.Name == "" && !f.Pronoun && (isDoer(f.Lemma) || lexicon.Human(tongue, f.Lemma) || crowd.of(f.Lemma))
}

// bears reports whether the source's proposition says all of the statement's.
func (m *match) bears() bool {
	return m.pred.fit.bears() && len(m.differ) == 0 && len(m.lacks) == 0 && m.p.Negative == m.q.Negative && m.denies() &&
		!m.partly
}

// twiceDated reports whether the source's proposition has another date too, which may be the one that the date y of the statement is
// about: "opened in 2011 and, after the fire, in May", "opened in 2014".
func (m *match) twiceDated(y *proposition.Slot) bool {
	return slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		if x.Role != proposition.Time || x.Phrase.When == nil {
			return false
		}
		c := m.times(x.Phrase, y.Phrase).fit
		return c == broader || c == unknown && x.Phrase.When.Precision == y.Phrase.When.Precision
	})
}

// parted reports whether the source's clause goes on from one to another, each with a place, a date or a measure of its own, and what bears out
// slot y is not of whom the statement tells: "died in Oslo, Kolb in Rome", "lost the vote in Bonn and the appeal in Graz". Twin: "spoke in Oslo
// and in Rome".
func (m *match) parted(y *proposition.Slot) bool {
	if y.Role != proposition.Time && (y.Role != proposition.Oblique || y.Preposition == "") {
		return false
	}
	at, rivals, fits := 0, false, false
	for i := range m.p.Slots {
		x := &m.p.Slots[i]
		if x.Role != y.Role || x.Preposition != y.Preposition {
			continue
		}
		if m.filled(x, y).fit.bears() {
			fits = fits || m.partner(x, y)
			at++
		} else if f, g := x.Phrase, y.Phrase; (f.Amount != nil) == (g.Amount != nil) && (f.When != nil) == (g.When != nil) && (f.Name != "") == (g.Name != "") {
			rivals = true
		}
	}
	return rivals && at > 0 && !fits
}

// partner reports whether the noun right in front of slot x of the source is what the statement tells of, or none stands between x and the
// verb.
func (m *match) partner(x, y *proposition.Slot) bool {
	s := m.p.Sentence
	for i := x.Phrase.First - 1; i > m.p.Head; i-- {
		if t := s.Tree.Tokens[i].Tag; t != grammar.Noun && t != grammar.ProperNoun && t != grammar.Number {
			continue
		}
		f := m.p.Find(func(z *proposition.Slot) bool { return z.Phrase != x.Phrase && z.Phrase.First <= i && i < z.Phrase.End })
		return f != nil && (f.Role == x.Role && f.Preposition == x.Preposition ||
			m.q.Find(func(z *proposition.Slot) bool {
				c, _ := m.identity(f.Phrase, z.Phrase) // however many of them there are
				return z.Phrase != y.Phrase && c.fit.bears()
			}) != nil)
	}
	return true
}
