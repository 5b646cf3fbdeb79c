package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What is told in almost the same words may still have happened twice, or to two: another year, another edition, another branch,
// another one of the family.

// ofAnother reports whether a proposition is of one thing of a sort, or of some, which may be others: "a strike", "two
// soldiers".
func ofAnother(q *proposition.Proposition) bool {
	what := q.Fill(proposition.Patient)
	return anyOne(what) || what == nil && anyOne(q.Fill(proposition.Agent))
}

// anyOne reports whether a slot holds one thing of a sort, or some.
func anyOne(x *proposition.Slot) bool {
	return x != nil && x.Phrase.Name == "" && !x.Phrase.Pronoun && (oneOf(x.Phrase) || x.Phrase.Amount != nil && !x.Phrase.Definite ||
		x.Phrase.Token().Feats.Has(grammar.Plural) && !x.Phrase.Definite)
}

// oneOf reports whether a phrase is for one of many: "a school".
func oneOf(f *phrase) bool {
	return f.First < len(f.Sentence.Words) && indefinite.of(f.Sentence.Fold(f.First))
}

// once reports whether what a proposition tells happens once to what it is told of, so that another day is an error: a firm is founded
// once, and the fire killed nine once. Twins: "a firm was founded", "a fire destroyed the mill"; where the two days, of which one is told,
// lie years apart, "the pass was closed".
func once(q *proposition.Proposition, x, y *date.Mention) bool {
	who, what := q.Fill(proposition.Agent), q.Fill(proposition.Patient)
	last := func(x proposition.Slot) bool { return utmost.of(x.Phrase.Lemma) }
	switch {
	case q.Find(func(x *proposition.Slot) bool {
		return (x.Role == proposition.Agent || x.Role == proposition.Patient || instances.of(x.Phrase.Lemma)) && slices.ContainsFunc(x.Phrase.Modifiers, last)
	}) != nil, befalling.of(q.Lemma) && q.Find(func(x *proposition.Slot) bool {
		event := x.Phrase.Head < q.Head && x.Phrase.Definite && occasions.both(x.Phrase.Lemma, x.Phrase.Lemma)
		return event && (x.Role == proposition.Agent || x.Role == proposition.Oblique && who == nil)
	}) != nil:
		return true // "sang for the last time", "the fire killed nine"
	case recurs(q) && !doing.of(q.Lemma), ofAnother(q), anyOne(who) && !doing.of(q.Lemma) && (what == nil || what.Phrase.Name == ""),
		returning.of(q.Lemma) && x != nil && x.Interval.Known() && y.Interval.Known() && max(x.Interval.From-y.Interval.From, y.Interval.From-x.Interval.From) > daysOfYear:
		return false
	}
	return timed.of(q.Lemma) || doing.of(q.Lemma) || light.of(q.Lemma) && what != nil && timed.of(what.Phrase.Lemma) // "made his debut in 2008"
}

// recurs reports whether a proposition is of what is held year after year: "the jazz festival of Bunia opened".
func recurs(q *proposition.Proposition) bool {
	return q.Find(func(x *proposition.Slot) bool {
		return (x.Role == proposition.Agent || x.Role == proposition.Patient) && serial.of(x.Phrase.Lemma)
	}) != nil
}

// otherOccasion reports whether all that differs is the day of what may be done again, or which one of a series it was done in, or of
// which sort the thing is that it is done to, one of many: gold won in 2018 and in 2022, the second round and the third, a school and a
// hospital that were visited. In a text that is not short who writes so much in the same words speaks of the same thing.
func (n *near) otherOccasion(r Result, short bool) bool {
	if len(r.Reasons) != 1 || len(r.Rules) != 1 {
		return false
	}
	why, rule := r.Reasons[0], r.Rules[0]
	dated := rule == "near.date"
	if (dated || why.Kind == reason.Rank) && short && n.b.serialAt(why.Statement, dated) {
		return true
	}
	for q := range n.b.propositions() {
		often := again.of(q.Lemma)
		for k := range q.Slots {
			x := &q.Slots[k]
			if at := x.Phrase.Span(); at.End <= why.Statement.Start || why.Statement.End <= at.Start {
				continue
			}
			switch when := x.Phrase.When; {
			case dated:
				told := n.a.timeAt(why.Source)
				return when != nil && !when.Range && otherDays(told, when) && (short && !once(q, told, when) || !short && often)
			case rule == "near.rank":
				return often && x.Role == proposition.Patient && x.Phrase.Definite && !owned(x.Phrase)
			case (rule == "near.exclusive" || rule == "near.species") && x.Role == proposition.Patient && (often && !x.Phrase.Definite || short && n.anchored() && oneOf(x.Phrase)):
				return true // "damaged a school", "damaged a church"
			}
		}
	}
	return false
}

// serialAt reports whether some bytes of the side tell which one of a series a noun is of: "the third round"; or, where they are a date, of any
// sort, "the 2014 survey", but for what something is, "a 1930 comedy".
func (a *Analysis) serialAt(at text.Span, dated bool) bool {
	return a.some(func(f *phrase) bool {
		if f.Name != "" || f.When != nil || !f.Token().Tag.Nominal() {
			return false
		}
		which := slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool {
			return x.Phrase.Span().Overlaps(at) && (x.Preposition == "" || x.Role == proposition.Owner) && (x.Phrase.When != nil || ordinal(x.Phrase) || places.of(x.Phrase.Lemma))
		}) || f.Amount != nil && f.Amount.Kind == quantity.Ordinal && a.wordSpan(f.Amount.First, f.Amount.End).Overlaps(at)
		if !which {
			return false
		}
		return Serial(a.lang, f.Sentence.Fold(f.Head)) || instances.of(f.Lemma) || dated && !a.says(func(q *proposition.Proposition) bool {
			return q.Kind == proposition.State && q.Find(func(x *proposition.Slot) bool {
				return x.Role == proposition.Attribute && x.Phrase.Head == f.Head && x.Phrase.Sentence == f.Sentence
			}) != nil
		})
	})
}

// owned reports whether a phrase says whose the thing is: "his 34th title" of one man is no other than his 33rd.
func owned(f *phrase) bool {
	return slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return x.Role == proposition.Owner && x.Preposition == "" })
}

// otherDays reports whether two dates lie so far apart that what is done again may have been done on both: months, years, or days of
// different weeks; not the day for which a writer takes another.
func otherDays(x, y *date.Mention) bool {
	switch {
	case y.Precision >= date.Month || x == nil || x.Precision >= date.Month:
		return y.Precision >= date.Month
	case x.Interval.Known() && y.Interval.Known():
		return max(x.Interval.From-y.Interval.From, y.Interval.From-x.Interval.From) > sameEvent
	}
	return x.Month != y.Month || max(x.Day-y.Day, y.Day-x.Day) > sameEvent // of no year that is known, or "on Tuesday"
}

// timeAt returns the first date of the side within some of its bytes, nil if there is none.
func (a *Analysis) timeAt(at text.Span) *date.Mention {
	for i := range a.times {
		if m := &a.times[i]; a.wordSpan(m.First, m.End).Overlaps(at) {
			return m
		}
	}
	return nil
}

// measure returns the slot by which a proposition tells how much something rose or fell, as it may in two quarters and of another place
// as well, nil if none: "exports to China dropped 7 percent".
func measure(q *proposition.Proposition) *proposition.Slot {
	return q.Find(func(x *proposition.Slot) bool {
		return x.Role != proposition.Agent && x.Phrase.Amount != nil && x.Phrase.Amount.Dimension() == quantity.Ratio
	})
}

// otherEdition reports whether what clashes is the rank or the year in a name, and no day is the same: "the 33rd Turku Book Fair", "the
// 34th". Twin: "his 34th title".
func (n *near) otherEdition() bool {
	other := slices.ContainsFunc(n.changes, func(c change) bool {
		return c.fate == Clash && (c.kind == reason.Rank || c.kind == reason.Date) && c.b[1] > 0 && n.a.numbersName(c.a[0]) && n.b.numbersName(c.b[0])
	})
	return other && !slices.ContainsFunc(n.b.times, func(t date.Mention) bool {
		return slices.ContainsFunc(n.a.times, func(u date.Mention) bool { return date.Compare(&u, &t).Supports() })
	})
}

// numbersName reports whether term i tells which one a name is of.
func (a *Analysis) numbersName(i int) bool {
	s, k := a.place(i)
	if s == nil || s.Tree.Tokens[k].Head < 0 {
		return false
	}
	f := s.Phrase(s.Tree.Tokens[k].Head)
	return f.Name != "" && k >= f.First && k < f.End
}

// kinsman reports whether segment i holds another given name of one family, of whom another may do or undergo the same: "Julia
// Okonkwo graduated", "Peter Okonkwo". Twins: "wrote the novel", "was elected governor", "beat them to win the cup".
func (n *near) kinsman(i int) bool {
	a, b := n.run(inSource, i), n.run(inStatement, i)
	if n.changes[i].rule != "near.name" || len(a) == 0 || len(b) == 0 {
		return false
	}
	p, q := n.a.whole(a), n.b.whole(b)
	return len(p.Given) > 0 && len(q.Given) > 0 && slices.Equal(p.Family, q.Family) && !n.b.says(func(of *proposition.Proposition) bool {
		return doing.of(of.Lemma) || outright.of(of.Lemma) || !of.Aside && of.Find(func(x *proposition.Slot) bool {
			return x.Role == proposition.Attribute || (x.Role == proposition.Patient || x.Role == proposition.Oblique) && lexicon.Is(n.b.lang, lexicon.RoleNoun, x.Phrase.Lemma)
		}) != nil
	})
}

// since reports whether what the one side denies may have been done between the days of the two texts, or what was done by the one to the other may
// have been done by the other another time: "refused to endorse him on Monday", "endorsed him", of two days later.
func (m *match) since(rule string) bool {
	x, y := m.a.side.Date, m.b.side.Date
	if x == 0 || y == 0 || m.q.Kind != proposition.Event || m.dated() {
		return false
	}
	apart := max(x, y)-min(x, y) > date.Day(sameEvent)
	switch rule {
	case "clash.polarity":
		return m.q.Negative && x > y || m.p.Negative && y > x && apart
	case "clash.role", "clash.opposite":
		return apart && !doing.of(m.q.Lemma) && !timed.of(m.q.Lemma)
	}
	return false
}

// undated reports whether neither side says when: a streak that continues in one text is halted in another.
func (m *match) undated() bool {
	return m.p.Fill(proposition.Time) == nil && m.q.Fill(proposition.Time) == nil && (m.a.side.Date == 0 || m.a.side.Date != m.b.side.Date)
}
