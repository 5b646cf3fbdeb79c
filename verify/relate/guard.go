package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
)

// A reading model hears what rules cannot, and makes mistakes that rules would not: it
// takes one person for another, seven for eight, a plan for a deed. What it answers
// counts only where nothing that can be compared exactly speaks against it.

// Vouched reports whether a passage may bear out a statement if a reading model says
// so: every name, number and date of the statement is in the passage or follows from
// what is there, and the passage says it as firmly. Known is the names of the document
// around the passage, which may name whom the passage calls "he".
func Vouched(source, statement *Analysis, known func(name.Name) bool) bool {
	if !parsed[statement.lang] || contested(source, statement, plainly) || tentative(source, statement) || reordered(source, statement) {
		return false
	}
	for _, s := range statement.read() {
		s.Read()
		for i := range s.Words {
			f := s.Phrase(i)
			if f.Head != i {
				continue
			}
			if f.Name != "" && !f.Resolved && !source.names(f.Who) && (source.rivals(f, statement) || !source.mayName(f.Who) && !known(f.Who)) {
				return false
			}
		}
	}
	for k := range statement.amounts {
		if m := &statement.amounts[k]; !source.counts(m) && !source.figures(m) {
			return false
		}
	}
	for k := range statement.times {
		if m := &statement.times[k]; !source.dated(m, statement) && !source.writes(m, statement) {
			return false
		}
	}
	return true
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

// sharedWeight is how much of what fills the slots of a proposition a hedged one must share
// to be of the same thing: a name, or two nouns.
const sharedWeight = 3

// tentative reports whether the source has what the statement says as done only as
// planned, tried, alleged or conditional: of its propositions, those that share most of
// what fills the slots of one of the statement's, or its verb, are all less firm.
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
			if most, firm := a.overlap(b, q); most > 0 && !firm && (most >= sharedWeight || a.onlyTried(b, q)) {
				return true
			}
		}
	}
	return false
}

// onlyTried reports whether the source has the statement's verb, or one that says it, and
// nowhere as firmly.
func (a *Analysis) onlyTried(b *Analysis, q *proposition.Proposition) bool {
	found := false
	for _, s := range a.read() {
		s.Read()
		for i := range s.Propositions {
			p := &s.Propositions[i]
			m := match{a: a, b: b, p: p, q: q}
			if c, _ := m.predicates(p, q); c.fit.bears() {
				if p.Force.Firm() {
					return false
				}
				found = true
			}
		}
	}
	return found
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

// Names reports whether a passage has a name, or a longer or shorter form of it.
func Names(source *Analysis, n name.Name) bool { return source.names(n) }

// LastSubject returns the first person that is the subject of a clause in the last sentence of a
// text, by name; empty if none is.
func LastSubject(a *Analysis) string {
	all := a.read()
	if len(all) == 0 {
		return ""
	}
	s := all[len(all)-1]
	s.Read()
	for i := range s.Words {
		f := s.Phrase(i)
		if rel := s.Tree.Tokens[i].Rel; f.Head == i && f.Name != "" && (rel == grammar.Nsubj || rel == grammar.NsubjPass) {
			if n, ok := s.Tree.NameAt(i); f.Resolved && f.Pronoun || ok && n.Kind == grammar.Person {
				return f.Name
			}
		}
	}
	return ""
}

// Relates reports whether a text relates two numbers of a kind or two times to each other, "40 for
// Denby, 60 for Okello", "hours after": which belongs to which is what a model reads worst.
func (a *Analysis) Relates() bool {
	for i := range a.amounts {
		for k := range i {
			if x, y := &a.amounts[i], &a.amounts[k]; x.Kind == y.Kind && x.Unit.Dimension() == y.Unit.Dimension() && !sameFigure(x, y) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.terms, orders)
}

// orders reports whether a word says which of two things was first.
func orders(t term) bool { return ordering.in("", t.fold) }

// reordered reports whether a statement says which of two things was first in a word that the
// source does not have, or not alone: a model takes before for after.
func reordered(source, statement *Analysis) bool {
	for i := range statement.terms {
		if t := &statement.terms[i]; orders(*t) && !slices.ContainsFunc(source.terms, func(x term) bool { return x.fold == t.fold }) ||
			orders(*t) && slices.ContainsFunc(source.terms, func(x term) bool { return orders(x) && x.fold != t.fold }) {
			return true
		}
	}
	return false
}

// Open reports whether a text has a pronoun for which nothing in it stands: whom a statement
// names may be meant.
func (a *Analysis) Open(name.Name) bool {
	for _, s := range a.read() {
		s.Read()
		for i := range s.Words {
			if f := s.Phrase(i); f.Head == i && f.Pronoun && !f.Resolved {
				return true
			}
		}
	}
	return false
}

// rivals reports whether the side has a name of the kind of f, a person's or a place's, that
// the statement does not have: what is said of the one may not be said of the other.
func (a *Analysis) rivals(f *phrase, statement *Analysis) bool {
	n, ok := f.Sentence.Tree.NameAt(f.Head)
	if !ok || n.Kind != grammar.Person && n.Kind != grammar.Place {
		return false
	}
	for _, s := range a.read() {
		s.Read()
		for i := range s.Words {
			if g := s.Phrase(i); g.Head == i && g.Name != "" && !g.Resolved && !statement.names(g.Who) && !statement.mayName(g.Who) {
				if o, ok := s.Tree.NameAt(i); ok && o.Kind == n.Kind {
					return true
				}
			}
		}
	}
	return false
}

// mayName reports whether the side has a name that may stand for n: its people or its
// capital, the same with more around it, another spelling. The model reads which it is.
func (a *Analysis) mayName(n name.Name) bool {
	for _, s := range a.read() {
		s.Read()
		for i := range s.Words {
			if f := s.Phrase(i); f.Name != "" {
				switch r, why := name.Compare(f.Who, n); {
				case r == name.Unknown && (why == name.Part || why == name.Qualified || why == name.Spelling):
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

// figures reports whether the side has the number with another bound, of which the model
// reads what it says: "eclipsed 600" for "more than 600".
func (a *Analysis) figures(m *quantity.Mention) bool {
	return slices.ContainsFunc(a.amounts, func(x quantity.Mention) bool { return sameFigure(&x, m) })
}

// sameFigure reports whether two numbers are equal in unit and value, and not on two
// sides of it: "over 40", "under 40".
func sameFigure(x, y *quantity.Mention) bool {
	return x.Value.Known() && y.Value.Known() && x.Value.Cmp(y.Value) == 0 && x.Unit == y.Unit && (x.Kind == quantity.Identifier) == (y.Kind == quantity.Identifier) &&
		(x.Comparator == y.Comparator || x.Comparator == quantity.Exact || y.Comparator == quantity.Exact || x.Comparator == quantity.Vague || y.Comparator == quantity.Vague)
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

// writes reports whether the side has what a date of the statement is written with, its
// numbers, its month or its day of the week: "the 2008 primary" for "in 2008".
func (a *Analysis) writes(m *date.Mention, statement *Analysis) bool {
	some := false
	for i := m.First; i < m.End; i++ {
		t := statement.termAt(i)
		if t == nil || t.flags&(digits|capital) == 0 {
			continue
		}
		if !slices.ContainsFunc(a.terms, func(x term) bool { return x.fold == t.fold }) {
			return false
		}
		some = true
	}
	return some
}

// Named reports whether a passage has a name that the statement has too.
func Named(source, statement *Analysis) bool {
	shared, _ := source.sharedName(statement)
	return shared
}

// Shared reports whether a passage speaks of somebody or something that a statement
// names, or may by a pronoun, or the statement names nobody.
func Shared(source, statement *Analysis) bool {
	shared, some := source.sharedName(statement)
	return shared || !some || source.Open(name.Name{})
}

// sharedName reports whether the side has a name of the statement's, and whether the
// statement has any.
func (a *Analysis) sharedName(statement *Analysis) (shared, some bool) {
	for _, s := range statement.read() {
		s.Read()
		for i := range s.Words {
			if f := s.Phrase(i); f.Head == i && f.Name != "" {
				if some = true; a.names(f.Who) {
					return true, true
				}
			}
		}
	}
	return false, some
}
