package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A reading model hears what rules cannot, and makes mistakes that rules would not: it
// takes one person for another, seven for eight, a plan for a deed. What it answers
// counts only where nothing that can be compared exactly speaks against it.

// Vouched reports whether a passage may bear out a statement if a reading model says
// so: every name, number and date of the statement is in the passage or follows from
// what is there, and the passage says it as firmly. Known is the names of the document
// around the passage, which may name whom the passage calls "he".
func Vouched(source, statement *Analysis, known func(name.Name) bool) bool {
	if !parsed[statement.lang] || contested(source, statement, plainly) || tentative(source, statement) {
		return false
	}
	for _, s := range statement.read() {
		s.Read()
		for i := range s.Words {
			f := s.Phrase(i)
			if f.Head != i {
				continue
			}
			if f.Name != "" && !f.Resolved && !source.names(f.Who) && !known(f.Who) {
				return false
			}
		}
	}
	for k := range statement.amounts {
		if m := &statement.amounts[k]; !source.counts(m) {
			return false
		}
	}
	for k := range statement.times {
		if m := &statement.times[k]; !source.dated(m, statement) {
			return false
		}
	}
	return statement.negations() == source.negations() || negationFree(source, statement)
}

// contested reports whether the source denies something that the statement says, or says
// it less firmly, in a proposition that is the same in every slot; least is the weight of
// what such a proposition has in common with the statement's.
func contested(a, b *Analysis, least int) bool {
	for _, s := range b.read() {
		s.Read()
		for i := range s.Propositions {
			q := &s.Propositions[i]
			if idle(q) || q.Aside {
				continue
			}
			m := nearestTo(a, b, s, q)
			if m == nil || len(m.lacks) > 0 || m.weight < least {
				continue
			}
			if len(m.differ) > 0 || m.p.Negative != q.Negative || m.p.Force > q.Force && !m.p.Force.Firm() {
				return true
			}
		}
	}
	return false
}

// tentative reports whether the source has what the statement says as done only as
// planned, tried, alleged or conditional: of its propositions, those that share most of
// what fills the slots of one of the statement's are all less firm.
func tentative(a, b *Analysis) bool {
	for _, s := range b.read() {
		s.Read()
		for i := range s.Words {
			if f := s.Phrase(i); f.Head == i && !hedged(f) && a.onlyHedged(f.Lemma) {
				return true
			}
		}
		for i := range s.Propositions {
			q := &s.Propositions[i]
			if q.Aside || !q.Force.Firm() || q.Kind == proposition.State || idle(q) {
				continue
			}
			if most, firm := a.overlap(b, q); most > 0 && !firm {
				return true
			}
		}
	}
	return false
}

// hedged reports whether a noun has an adjective that leaves open whether it is one.
func hedged(f *phrase) bool {
	for _, m := range f.Modifiers {
		if proposition.Hedges(f.Sentence.Text.Lang, m.Phrase.Lemma) {
			return true
		}
	}
	return false
}

// onlyHedged reports whether the side has a noun only behind such an adjective:
// "potential violations".
func (a *Analysis) onlyHedged(lemma string) bool {
	found := false
	for _, s := range a.read() {
		s.Read()
		for i := range s.Words {
			if f := s.Phrase(i); f.Head == i && f.Lemma == lemma {
				if !hedged(f) {
					return false
				}
				found = true
			}
		}
	}
	return found
}

// overlap returns how much of what fills the slots of q the source's propositions share
// at most, by weight, and whether one of those that share so much is firm.
func (a *Analysis) overlap(b *Analysis, q *proposition.Proposition) (most int, firm bool) {
	for _, s := range a.read() {
		s.Read()
		for i := range s.Propositions {
			p := &s.Propositions[i]
			if p.Aside {
				continue
			}
			m := match{a: a, b: b, p: p, q: q}
			n := 0
			for k := range q.Slots {
				best := 0
				for l := range p.Slots {
					if c, _ := m.identity(p.Slots[l].Phrase, q.Slots[k].Phrase); c.fit.bears() {
						best = max(best, c.weight)
					}
				}
				n += best
			}
			switch {
			case n > most:
				most, firm = n, p.Force.Firm()
			case n == most && n > 0:
				firm = firm || p.Force.Firm()
			}
		}
	}
	return most, firm
}

// negationFree reports whether one of two texts has no negation while the other has:
// the model decides alone whether "failed to reach" is "did not reach".
func negationFree(a, b *Analysis) bool { return a.negations() > 0 != (b.negations() > 0) }

// negations counts the words of negation of a side.
func (a *Analysis) negations() int {
	n := 0
	for i := range a.terms {
		if a.terms[i].class == negation {
			n++
		}
	}
	return n
}

// names reports whether the side has the name, or a longer or shorter form of it.
func (a *Analysis) names(n name.Name) bool {
	for _, s := range a.read() {
		s.Read()
		for i := range s.Words {
			if f := s.Phrase(i); f.Name != "" {
				if r, _ := name.Compare(f.Who, n); r == name.Same {
					return true
				}
			}
		}
	}
	return false
}

// counts reports whether the side gives the number, or one that implies it.
func (a *Analysis) counts(m *quantity.Mention) bool {
	for k := range a.amounts {
		if quantity.Compare(&a.amounts[k], m).Supports() {
			return true
		}
	}
	return m.Kind == quantity.Ordinal || m.Kind == quantity.Count && m.Value.Known() && m.Value.Cmp(quantity.Int(2)) <= 0
}

// dated reports whether the side has the date or one that implies it, or none that
// excludes it where the date counts from a dateline.
func (a *Analysis) dated(m *date.Mention, statement *Analysis) bool {
	for k := range a.times {
		switch r := date.Compare(&a.times[k], m); {
		case r.Supports(), r == relation.Unknown && date.WrittenAlike(&a.times[k], m):
			return true
		}
	}
	if m.Interval.Known() && a.side.Date != 0 && m.Precision <= date.OneDay {
		return m.Interval.From <= a.side.Date && a.side.Date <= m.Interval.To
	}
	return m.Relation == date.For || m.Relative && m.Precision >= date.Week
}

// Shared reports whether a passage speaks of somebody or something that a statement
// names, or the statement names nobody.
func Shared(source, statement *Analysis) bool {
	named := false
	for _, s := range statement.read() {
		s.Read()
		for i := range s.Words {
			f := s.Phrase(i)
			if f.Head != i || f.Name == "" {
				continue
			}
			if source.names(f.Who) {
				return true
			}
			named = true
		}
	}
	return !named
}

// Pinned returns the slot on which a contradiction that a reading model hears between a
// passage and a statement rests: a number or a date of the statement that excludes one
// of the same kind in the passage while everything of that kind differs, or a name in
// the place of another; false if none can be named.
func Pinned(source, statement *Analysis) (reason.Reason, bool) {
	if r := compareAll([]*Analysis{source}, statement, retells); r.Relation == Contradicts {
		return r.Reasons[0], true
	}
	for k := range statement.amounts {
		y := &statement.amounts[k]
		if source.counts(y) {
			continue
		}
		if x := source.rival(y, statement); x != nil {
			return against(reason.Number, source, at(source, x.First, x.End), statement, at(statement, y.First, y.End)), true
		}
	}
	for k := range statement.times {
		y := &statement.times[k]
		if source.dated(y, statement) {
			continue
		}
		var only *date.Mention
		for i := range source.times {
			if x := &source.times[i]; date.Compare(x, y) == relation.Excludes {
				if only != nil {
					only = nil
					break
				}
				only = x
			}
		}
		if only != nil {
			return against(reason.Date, source, at(source, only.First, only.End), statement, at(statement, y.First, y.End)), true
		}
	}
	return reason.Reason{}, false
}

// rival returns the one number of the side that counts or measures the same as the
// statement's and excludes it; nil if there is none, or several.
func (a *Analysis) rival(y *quantity.Mention, b *Analysis) *quantity.Mention {
	var only *quantity.Mention
	for k := range a.amounts {
		x := &a.amounts[k]
		if x.Kind != y.Kind || quantity.Compare(x, y) != relation.Excludes || x.Kind == quantity.Identifier || x.Kind == quantity.Ordinal {
			continue
		}
		if x.Kind == quantity.Count && !sameThing(a, x, b, y) {
			continue
		}
		if only != nil {
			return nil
		}
		only = x
	}
	return only
}

// sameThing reports whether two counts are of things by one noun.
func sameThing(a *Analysis, x *quantity.Mention, b *Analysis, y *quantity.Mention) bool {
	if x.Head < 0 || y.Head < 0 {
		return false
	}
	s, t := a.termAt(x.Head), b.termAt(y.Head)
	if s == nil || t == nil {
		return false
	}
	switch kin(b.lang, s, t) {
	case equal, synonym, narrower, wider:
		return true
	}
	return false
}

// at returns the bytes of words first up to end of a side.
func at(a *Analysis, first, end int) text.Span {
	return text.Range{First: first, End: end}.Span(a.words)
}

// Windows returns the phrases of a statement that may be what a contradiction rests
// on, as spans of its text: the predicates and what fills their slots.
func (a *Analysis) Windows() []text.Span {
	var out []text.Span
	for _, s := range a.read() {
		s.Read()
		for i := range s.Propositions {
			p := &s.Propositions[i]
			out = append(out, s.Span(p.Head, p.Head+1))
			for _, x := range p.Slots {
				if x.Role != proposition.Agent {
					out = append(out, x.Phrase.Span())
				}
			}
		}
	}
	return out
}
