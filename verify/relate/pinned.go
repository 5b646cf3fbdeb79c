package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Pinned returns the slot on which a contradiction that a reading model hears between a
// passage and a statement rests: a number or a date of the statement that excludes one
// of the same kind in the passage while everything of that kind differs, or a name in
// the place of another; false if none can be named.
func Pinned(source, statement *Analysis) (reason.Reason, bool) {
	if r := compareAll([]*Analysis{source}, statement, retells); r.Relation == Contradicts {
		return r.Reasons[0], true
	}
	return Misstated(source, statement)
}

// Misstated is Pinned for a number, a date or whose relative alone, that the passage has another of in the place of it. A number that two of the passage
// make, "lost ten seats" of "31 seats, down from 41", is there.
func Misstated(source, statement *Analysis) (reason.Reason, bool) {
	for k := range statement.amounts {
		y := &statement.amounts[k]
		if source.counts(y) || source.figures(y) || source.makes(y) {
			continue
		}
		if x := source.rival(y, statement); x != nil {
			return against(reason.Number, source, source.wordSpan(x.First, x.End), statement, statement.wordSpan(y.First, y.End)), true
		}
	}
	for k := range statement.times {
		y := &statement.times[k]
		if source.dated(y) || source.writes(y, statement) {
			continue
		}
		if x := sole(source.times, func(x *date.Mention) bool {
			return otherTime(x, y) && !statement.dated(x) && !otherDoers(source.propositionAt(int(source.termOf[x.First])), statement.propositionAt(int(statement.termOf[y.First])))
		}); x != nil {
			return against(reason.Date, source, source.wordSpan(x.First, x.End), statement, statement.wordSpan(y.First, y.End)), true
		}
	}
	for y := range statement.phrases() {
		if x := source.otherOf(y); x != nil {
			return against(reason.Role, source, x.Span(), statement, y.Span()), true
		}
	}
	return reason.Reason{}, false
}

// OfPeriod reports whether a date in some bytes of a statement tells of which period a number is, as of another period another number is:
// "exported 2 million bottles in 2022". Twin: "the fire killed nine in 2022".
func OfPeriod(statement *Analysis, at text.Span) bool {
	y := statement.timeAt(at)
	if y == nil || y.Precision < date.Month {
		return false
	}
	q := statement.propositionAt(int(statement.termOf[y.First]))
	return q != nil && !once(q, nil, y) && q.Find(func(x *proposition.Slot) bool {
		n := x.Phrase.Amount
		return n != nil && x.Phrase.When == nil && (n.Kind == quantity.Count || n.Kind == quantity.Measure || n.Kind == quantity.Fraction)
	}) != nil
}

// otherDoers reports whether two propositions tell what different people or bodies did, by their names: "Roe went to Bunia on Monday", "on
// Sunday Doe went to Bunia".
func otherDoers(p, q *proposition.Proposition) bool {
	if p == nil || q == nil {
		return false
	}
	x, y := p.Fill(proposition.Agent), q.Fill(proposition.Agent)
	if x == nil || y == nil || x.Phrase.Name == "" || y.Phrase.Name == "" {
		return false
	}
	return !sameName(x.Phrase.Who(), y.Phrase.Who())
}

// otherTime reports whether the one date stands in the place of the other, which it excludes, and both or neither say no more than from when or
// until when: what is forbidden "from Friday" may have been ordered on Wednesday.
func otherTime(x, y *date.Mention) bool {
	bounds := func(m *date.Mention) bool { return m.Relation >= date.Since && m.Relation <= date.After }
	return date.Compare(x, y) == relation.Excludes && bounds(x) == bounds(y)
}

// otherOf returns whom or what of somebody's the side has where f is something else of his: Okello's nephew, Okello's son. Nil if there is none, or
// the side has both, or more beside it: "Okello's nephew and Rose", who may be his wife.
func (a *Analysis) otherOf(f *phrase) *phrase {
	of := owner(f)
	if of == nil || f.Name != "" || a.some(func(g *phrase) bool { return related(lemmasKin(tongue, g.Lemma, f.Lemma, lexicon.Noun)) }) {
		return nil
	}
	for g := range a.phrases() {
		by := owner(g)
		if by == nil || g.Name != "" || lemmasKin(tongue, g.Lemma, f.Lemma, lexicon.Noun) != exclusive || listed(&g.Sentence.Tree, g.Head) {
			continue
		}
		if r, _ := name.Compare(by.Who(), of.Who()); r == name.Same {
			return g
		}
	}
	return nil
}

// owner returns whose a phrase is, by name; nil if that is not told.
func owner(f *phrase) *phrase {
	for _, m := range f.Modifiers {
		if m.Role != proposition.Owner {
			continue
		}
		for _, by := range append([]*phrase{m.Phrase}, m.Phrase.Alias...) {
			if by.Name != "" {
				return by
			}
		}
	}
	return nil
}

// rival returns the one number of the side that counts or measures the same as the
// statement's, a difference as "two more" is, excludes it, and is not in the statement too; nil if there is none, or several.
func (a *Analysis) rival(y *quantity.Mention, b *Analysis) *quantity.Mention {
	return sole(a.amounts, func(x *quantity.Mention) bool {
		if x.Kind != y.Kind || x.Change != y.Change || b.figures(x) || quantity.Compare(x, y) != relation.Excludes || x.Kind == quantity.Identifier || x.Kind == quantity.Ordinal {
			return false
		}
		if a.ofBefore(a.propositionAt(int(a.termOf[x.First])), b) {
			return false
		}
		s, t := a.thing(x), b.thing(y)
		switch {
		case s != nil && t != nil:
			return x.Kind != quantity.Count && x.Dimension() != quantity.Duration || related(kin(b.lang, s, t))
		case x.Dimension() == quantity.Duration: // a trial of two years, what was so for 41
			return s == t
		}
		return x.Kind != quantity.Count
	})
}

// Windows returns the phrases of a statement that may be what a contradiction rests
// on, as spans of its text: the predicates and what fills their slots.
func (a *Analysis) Windows() []text.Span {
	var out []text.Span
	for p := range a.propositions() {
		out = append(out, p.Sentence.Span(p.Head, p.Head+1))
		for _, x := range p.Slots {
			if x.Role != proposition.Agent {
				out = append(out, x.Phrase.Span())
			}
		}
	}
	return out
}
