package relate

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// The comparators, one for each kind of slot: a name, a number, a date, how many.

// names compares two names.
func (m *match) names(p, q *phrase) comparison {
	if sameName(p.Name, q.Name) {
		return comparison{fit: same, weight: 3}
	}
	if perhapsName(p.Name, q.Name) {
		return comparison{doubt: true}
	}
	k := reason.Name
	if _, ok := lexicon.PlaceOf(p.Name); ok {
		if _, ok := lexicon.PlaceOf(q.Name); ok {
			k = reason.Place
		}
	}
	return differs(different, k, spanOf(p), spanOf(q))
}

// dates compares two dates.
func (m *match) dates(p, q *phrase) comparison {
	if p.When == nil || q.When == nil {
		return comparison{}
	}
	return m.times(p, q)
}

// times compares when two things were.
func (m *match) times(p, q *phrase) comparison {
	x, y := p.When, q.When
	switch {
	case date.Incompatible(*x, *y):
		return differs(excludes, reason.Date, spanOf(p), spanOf(q))
	case date.Entails(*x, *y):
		if x.Relative && y.Relative && (!x.Interval.Known() || !y.Interval.Known()) && m.a.side.Date != m.b.side.Date {
			return comparison{} // "last year" of two reports
		}
		if x.Relation != y.Relation && !x.Interval.Known() {
			return comparison{}
		}
		return comparison{fit: same, weight: 3}
	case date.Entails(*y, *x):
		return comparison{fit: broader, weight: 2, lacks: []*phrase{q}}
	}
	return comparison{}
}

// numbers compares how many there are of two things, or how much two measures are.
func (m *match) numbers(p, q *phrase) comparison {
	x, y := p.Amount, q.Amount
	switch {
	case y == nil && q.Quantifier == "":
		if p.Quantifier != "" {
			return m.quantifiers(p, q)
		}
		if x != nil && x.Kind == quantity.Ordinal {
			return comparison{fit: entails}
		}
		return comparison{fit: same}
	case y == nil || x == nil && p.Quantifier != "":
		return m.quantifiers(p, q)
	case x == nil:
		return comparison{fit: broader}
	}
	kind := reason.Number
	if x.Kind == quantity.Ordinal {
		kind = reason.Rank
	}
	at := func(v *quantity.Mention, t *phrase) text.Span {
		words := t.Sentence.Text.Words
		return text.Range{First: v.First, End: v.End}.Span(words)
	}
	switch quantity.Relate(*x, *y) {
	case quantity.Equal:
		return comparison{fit: same, weight: 3}
	case quantity.Within:
		return comparison{fit: entails, weight: 3}
	case quantity.Contains, quantity.Overlaps:
		if otherBound(x, y) {
			return differs(excludes, kind, at(x, p), at(y, q))
		}
		return comparison{fit: broader, weight: 1}
	case quantity.Disjoint:
		return differs(excludes, kind, at(x, p), at(y, q))
	}
	return comparison{}
}

// otherBound reports whether two amounts are the same sort of bound at another
// height: "at least 40", "at least 70". To the letter both can hold; who reports one
// bound does not mean the other.
func otherBound(x, y *quantity.Mention) bool {
	return x.Comparator == y.Comparator && x.Comparator != quantity.Exact && x.Comparator != quantity.Vague && x.Value.Known() && y.Value.Known() && x.Value.Cmp(y.Value) != 0 &&
		x.Unit == y.Unit
}

// quantifiers compares how many, where one side or both have no number for it.
func (m *match) quantifiers(p, q *phrase) comparison {
	x, y := p.Quantifier, q.Quantifier
	lang := m.b.lang
	g := groupings()[lang]
	if x == y || g.interchangeable(x, y) {
		return comparison{fit: same, weight: 1}
	}
	i, ok := lexicon.Strength(lang, lexicon.Quantifier, x)
	k, found := lexicon.Strength(lang, lexicon.Quantifier, y)
	at := func(t *phrase) text.Span { return spanOf(t) }
	switch {
	case ok && found && (i == 0) != (k == 0), g.exclude(x, y):
		return differs(excludes, reason.Quantifier, at(p), at(q))
	case ok && found && i >= k && k > 0:
		return comparison{fit: entails, weight: 1}
	case y == "" && ok && i > 0:
		return comparison{fit: entails, weight: 0}
	case y == "" && ok:
		return differs(excludes, reason.Quantifier, at(p), at(q))
	case x == "" && p.Amount != nil && found && k == 2: // "30 miners" are some
		return comparison{fit: entails, weight: 1}
	}
	return comparison{fit: broader, weight: 1}
}

//go:embed slots.tsv
var slotTable string

type slotKey struct{ lang, slot, verb string }

// slotVerbs are the verbs of which a slot holds one thing only, read once.
var slotVerbs = sync.OnceValue(func() map[slotKey]bool {
	all := map[slotKey]bool{}
	for f := range rows(slotTable, 3) {
		for _, v := range strings.Fields(f[2]) {
			all[slotKey{f[0], f[1], text.Fold(v)}] = true
		}
	}
	return all
})

// single reports whether the slot of a verb holds one thing only: who wrote a book,
// where somebody was born.
func single(lang, slot, verb string) bool { return slotVerbs()[slotKey{lang, slot, verb}] }

// elsewhere reports whether two names are known to be of different places, neither a
// part of the other.
func elsewhere(a, b string) bool {
	p, ok := lexicon.PlaceOf(a)
	q, found := lexicon.PlaceOf(b)
	if !ok || !found || lexicon.SamePlace(a, b) {
		return false
	}
	if p.Kind == q.Kind {
		return true
	}
	for c := range strings.SplitSeq(p.Countries, ",") {
		if strings.Contains(q.Countries, c) {
			return false
		}
	}
	return true
}
