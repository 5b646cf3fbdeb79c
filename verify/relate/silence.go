package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/verify/reason"
)

// What two texts say of one thing may be said of two: of another year, by another teller, of a
// part and the whole. Then a clash of their propositions is none.

// silence returns the rule that takes back a clash, since the two may speak of two
// things or rest on a guess; empty if none does.
func (m *match) silence(how mode, rule string) string {
	switch {
	case m.ownDenial():
		return "silence.denial" // he is one side only
	case m.ages() && (m.p.Bounded() || m.q.Bounded()):
		return "silence.period"
	case m.ages() && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Phrase.Amount != nil && m.a.agedApart(m.b, x.Phrase.Amount, m.amount())
	}):
		return "silence.period" // who was 34 is 36 two years on
	case (m.p.Aside || m.q.Aside || m.p.Link == grammar.Appositive) && m.q.Kind == proposition.State && !m.ages() && rule != "clash.role":
		return "silence.title" // two people may have one title, by and by
	case how == strict && (m.ofPart() || m.extra) || m.part() || m.otherOnes() || m.others() || m.otherGroup():
		return "silence.restricted"
	case m.otherTeller() || m.secondhand():
		return "silence.teller"
	case m.ofAnother():
		return "silence.whole"
	case m.loose && how == strict:
		return "silence.dictionary"
	case m.guessed && m.anchors == 0:
		return "silence.pronoun"
	case m.framed() || m.risen() || m.since(rule) || rule == "clash.opposite" && phase.of(m.p.Lemma) && phase.of(m.q.Lemma) && m.undated() || len(m.differ) == 1 && m.a.otherIssue(m.b, m.differ[0].kind):
		return "silence.period"
	case len(m.differ) == 1 && rule != "clash.role" && rule != "clash.slot.opposite" && m.elsewhere(m.differ[0].slot, rule):
		return "silence.elsewhere"
	}
	return ""
}

// ofAnother reports whether the two are parts of what happened on different days, at different places or to different people: "the blaze
// gutted a mill on 3 March, injuring four", "on 20 June, injuring nine".
func (m *match) ofAnother() bool {
	p, q := m.p.Above, m.q.Above
	if p == nil || q == nil || m.q.Link == grammar.Content {
		return false
	}
	n, ok := try(m.a, m.b, p, q)
	return ok && n.pred.fit.bears() && slices.ContainsFunc(n.differ, func(c comparison) bool {
		return c.kind == reason.Date || c.kind == reason.Place || c.kind == reason.Name
	})
}

// ownDenial reports whether all that the source says against it is that who is said to have done it, or whose men are, denies it:
// "the bank denied that it had moved the money". Twin: "the police denied that the bank had".
func (m *match) ownDenial() bool {
	telling := m.p.Above
	if telling == nil || !m.p.Negative || m.q.Negative {
		return false
	}
	if f, denied := proposition.Under(tongue, telling.Lemma); f != proposition.Reported || !denied {
		return false
	}
	who := telling.Fill(proposition.Agent)
	if above := m.q.Above; who != nil && above != nil {
		if x := above.Fill(proposition.Agent); x != nil && m.phrases(who.Phrase, x.Phrase).fit.bears() {
			return false // "the bank admits that it had"
		}
	}
	return who != nil && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		own := func(f *phrase) bool {
			return f.Head == who.Phrase.Head || f.Pronoun && personal.of(f.Sentence.Fold(f.Head)) || f.Resolved && sameName(f.Who(), who.Phrase.Who())
		}
		return (x.Role == proposition.Agent || x.Role == proposition.Patient) && (own(x.Phrase) || slices.ContainsFunc(x.Phrase.Modifiers, func(y proposition.Slot) bool { return own(y.Phrase) }))
	})
}

// risen reports whether the statement tells a greater number as that of now: "has now killed 31", of which an earlier
// report had 12; or another one of what the source tells as past: "held 22,000 books", "now holds 15,000"; or the later of
// the two texts goes on counting victims.
func (m *match) risen() bool {
	now := slices.ContainsFunc(m.lacks, func(f *phrase) bool { return current.of(f.Lemma) })
	n := m.amount()
	return n != nil && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		if x.Phrase.Amount == nil || x.Phrase.Amount.Unit != n.Unit {
			return false
		}
		more := x.Phrase.Amount.Value.Cmp(n.Value) < 0
		return now && (more || m.p.Tense == grammar.PastTense && m.q.Tense == grammar.PresentTense) || m.a.outgrown(x.Phrase.Amount, m.b, n)
	})
}

// ages reports whether what differs is how old somebody is.
func (m *match) ages() bool {
	n := m.amount()
	return n != nil && n.Kind == quantity.Age && m.differ[0].kind == reason.Number
}

// agedApart reports whether two ages may be of one person on the days of the two texts; where a text has none, whether they are of
// about one day.
func (a *Analysis) agedApart(b *Analysis, was, is *quantity.Mention) bool {
	x, y := a.side.Date, b.side.Date
	older := is.Value.Sub(was.Value)
	if x > y {
		x, y, older = y, x, was.Value.Sub(is.Value)
	}
	if x == 0 {
		return older.Cmp(quantity.Int(-1)) >= 0 && older.Cmp(quantity.Int(1)) <= 0
	}
	years := quantity.Int(int64(y-x) / daysOfYear)
	return x != y && older.Cmp(years) >= 0 && older.Cmp(years.Add(quantity.Int(1))) <= 0
}

// daysOfYear is how many days a year has.
const daysOfYear = 365

// otherTeller reports whether the two propositions are what different people or bodies
// are said to have found or said, or one on two days: two surveys may differ, and two forecasts.
func (m *match) otherTeller() bool {
	p, q := tellingOf(m.p), tellingOf(m.q)
	if p == nil || q == nil {
		return false
	}
	x, y := p.Fill(proposition.Agent), q.Fill(proposition.Agent)
	if x != nil && y != nil && !m.phrases(x.Phrase, y.Phrase).fit.bears() {
		return true
	}
	said, theirs := p.Fill(proposition.Time), q.Fill(proposition.Time) // "said in September", "said in March"
	return said != nil && theirs != nil && said.Phrase.When != nil && theirs.Phrase.When != nil && m.times(said.Phrase, theirs.Phrase).fit == excludes
}

// secondhand reports whether the source has it only from somebody who has it from another, and the statement names neither: "the nurse said
// that a patient had told her that the doctor was drunk". Twin: "Radio Okapi reported that the army said that it had left".
func (m *match) secondhand() bool {
	inner := tellingOf(m.p)
	if inner == nil || tellerOf(m.q) != nil {
		return false
	}
	outer := tellingOf(inner)
	if outer == nil || !tell(tongue, inner.Lemma, inner.Lemma) || !tell(tongue, outer.Lemma, outer.Lemma) {
		return false
	}
	who := outer.Fill(proposition.Agent)
	return who != nil && (who.Phrase.Pronoun || who.Phrase.Person() || somebody(who.Phrase))
}

// tellerOf returns who says what a proposition tells, in the clause above it or above those it is joined to; nil if
// the sentence has nobody.
func tellerOf(p *proposition.Proposition) *phrase {
	for steps := 0; p != nil && steps < deepest; steps++ {
		if t := tellingOf(p); t != nil {
			if who := t.Fill(proposition.Agent); who != nil {
				return who.Phrase
			}
			return nil
		}
		p = p.Above
	}
	return nil
}

// elsewhere reports whether the source's sentence has the name or the number of a slot
// in another place: "shot a hundred people, killing 49". Where a slot holds one thing only, or all the rest names
// one event, what another deed of the sentence has does not count: "born in Leeds, studied in York", "born in Leeds, she died in York"; nor does a number
// of the source that the statement has changed too: "killing 11 and injuring 25", "killing 25 and injuring 11".
func (m *match) elsewhere(y *proposition.Slot, rule string) bool {
	s := m.p.Sentence
	for i := range s.Words {
		holds := func(p *proposition.Proposition) bool {
			return p.Find(func(x *proposition.Slot) bool { return x.Phrase.Head == i && x.Role == y.Role }) != nil
		}
		if !restated(s.Phrase(i), y.Phrase) || !holds(m.p) && slices.ContainsFunc(s.Propositions, func(p *proposition.Proposition) bool { return p.Head == m.p.Head && holds(p) }) {
			continue // of "Lenz bought the farm and Reece the mill" Reece has no part in the farm
		}
		p := s.PredicateAbove(i)
		if p == nil || p.Head == m.p.Head {
			return true
		}
		own := rule == "clash.pinned" && y.Role == proposition.Agent || rule == "clash.once" && (p.Link == grammar.Coordinated || p.Link == grammar.Relative || y.Role == proposition.Oblique && placed.of(m.q.Lemma))
		if !own {
			return true
		}
	}
	return false
}

// restated reports whether a phrase of the source has the number, the name or the date of one of the statement's.
func restated(p, q *phrase) bool {
	return q.Amount != nil && p.Amount != nil && p.Amount.Role == quantity.Amount && q.Many == nil && quantity.Compare(p.Amount.Standing(), q.Amount.Standing()) == relation.Equal ||
		q.Amount == nil && q.Name != "" && p.Name != "" && sameName(p.Who(), q.Who()) ||
		q.When != nil && p.When != nil && entailed(p.When, q.When)
}

// framed reports whether the source tells of a period that the statement does not
// name: how many were sold in 2018 is not how many were sold.
func (m *match) framed() bool {
	return m.q.Fill(proposition.Time) == nil && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Role == proposition.Time && x.Phrase.When != nil && x.Phrase.When.Precision >= date.Month
	})
}
