package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/verify/reason"
)

// Numbers and dates of two texts in almost the same words: each is compared with the one that stands in its place.

// compareValues compares the values that the alignment does not leave as they
// are, each with its counterpart, and takes their words out of the comparison of
// words.
func (n *near) compareValues() {
	n.handled[0], n.handled[1] = make([]bool, len(n.a.terms)), make([]bool, len(n.b.terms))
	for k := range n.b.values {
		w := &n.b.values[k]
		i := n.changed(inStatement, w)
		v := n.counterpart(w)
		if i < 0 && v != nil {
			i = n.changed(inSource, v)
		}
		if i < 0 || v == nil {
			continue
		}
		c := &n.changes[i]
		f, kind, rule := n.compareValue(v, w)
		if f == Clash && n.b.off(rule) {
			f = Changed
		}
		if f == Clash {
			c.fate, c.kind, c.rule = Clash, kind, rule
			c.a, c.b = [2]int{v.first, v.end}, [2]int{w.first, w.end}
		} else {
			n.figures = n.figures || f != Same && !(w.amount != nil && w.amount.Kind == quantity.Measure && n.a.counts(w.amount))
			c.merge(f, reason.None)
			c.loose = c.loose || f == Same && v.amount != nil && v.amount.Comparator == quantity.Exact &&
				w.amount.Comparator == quantity.Exact && v.amount.Value != w.amount.Value
		}
		for i := v.first; i < v.end; i++ {
			n.handled[inSource][i] = true
		}
		for i := w.first; i < w.end; i++ {
			n.handled[inStatement][i] = true
		}
	}
}

// changed returns the first segment that is not common and holds a word of a value of
// a side, -1 if there is none.
func (n *near) changed(of side, v *value) int {
	return slices.IndexFunc(n.segs, func(s segment) bool {
		r := s.on(of)
		return !s.common && r[0] < v.end && r[1] > v.first
	})
}

// counterpart returns the value of the source that stands where w does, nil if
// there is none.
func (n *near) counterpart(w *value) *value {
	for _, s := range n.segs {
		if s.b[0] >= w.end || s.b[1] <= w.first {
			continue
		}
		lo, hi := s.a[0], s.a[1]
		if s.common {
			lo, hi = s.a[0]+max(0, w.first-s.b[0]), s.a[0]+min(s.b[1], w.end)-s.b[0]
		}
		for i := lo; i < hi; i++ {
			if v := n.a.terms[i].value; v > 0 && (n.a.values[v-1].time != nil) == (w.time != nil) {
				return &n.a.values[v-1]
			}
		}
	}
	return nil
}

// compareValue tells what became of a value in almost the same words around it, and by
// which rule it clashes.
func (n *near) compareValue(v, w *value) (Fate, reason.Kind, string) {
	if v.time != nil {
		f := compareTimes(v.time, w.time)
		if f == Changed && n.otherPeriod(v, w) {
			return Clash, reason.Date, "near.period"
		}
		return f, reason.Date, "near.date"
	}
	x, y := v.amount, w.amount
	kind := reason.Number
	if x.Kind == quantity.Ordinal {
		kind = reason.Rank
	}
	r := quantity.Compare(x.Standing(), y.Standing())
	switch {
	case n.otherThings(x, y):
		return Changed, reason.None, "" // a crew of 720, 1,840 passengers
	case x.Kind == quantity.Identifier || y.Kind == quantity.Identifier || x.Role != y.Role, x.Kind == quantity.Age && n.a.agedApart(n.b, x, y),
		x.Direction != y.Direction && (x.Direction == quantity.By || y.Direction == quantity.By):
		return Changed, reason.None, "" // flight 214, flight 215; to 5, by 5; two of 30, 30; aged 34, aged 36 two years on
	case r == relation.Excludes && y.Value.Cmp(x.Value) > 0 && n.b.byNow(n.a):
		return Changed, reason.None, "" // "has now killed 31"
	case r == relation.Excludes:
		return Clash, kind, "near." + kind.String()
	case n.bounded(v, w):
		return Clash, kind, "near.bound"
	case r == relation.Equal:
		return Same, reason.None, ""
	case x.Comparator == quantity.Between && y.Comparator == quantity.Between && r != relation.Unknown:
		return Clash, kind, "near.range"
	case quantity.Border(x.Standing(), y.Standing()):
		// "growth exceeding 10 %" may stand in other words as "surpassing 10 %"
		before := func(of side, i int) bool { return n.changed(of, &value{first: i - 1, end: i}) >= 0 }
		if x.Comparator == quantity.Exact && before(inSource, v.first) || y.Comparator == quantity.Exact && before(inStatement, w.first) {
			return Changed, reason.None, ""
		}
		if y.Comparator == quantity.Exact && y.Dimension() == quantity.Money {
			return Changed, reason.None, "" // who is worth more than 10 million is worth 10 million, in round numbers
		}
		return Clash, kind, "near.border"
	case r == relation.Entails && (x.Comparator != y.Comparator || x.Comparator == quantity.Exact):
		return Same, reason.None, ""
	}
	return Changed, reason.None, ""
}

// otherThings reports whether two numbers count things of two sorts.
func (n *near) otherThings(x, y *quantity.Mention) bool {
	if x.Kind != quantity.Count || y.Kind != quantity.Count {
		return false
	}
	s, t := n.a.thing(x), n.b.thing(y)
	return s != nil && t != nil && s.stem != t.stem && !related(kin(n.b.lang, s, t))
}

// byNow reports whether the side says that it is so by now, and the source does not.
func (a *Analysis) byNow(source *Analysis) bool {
	return slices.ContainsFunc(a.terms, func(t term) bool { return current.of(t.fold) && !shares(source.terms, t) })
}

// otherPeriod reports whether two times without a date differ only in which of
// a series they name: "the first quarter", "the third quarter".
func (n *near) otherPeriod(v, w *value) bool {
	x, y := n.a.terms[v.first:v.end], n.b.terms[w.first:w.end]
	if len(x) != len(y) || v.time.Relation != w.time.Relation {
		return false
	}
	differ := 0
	for i := range x {
		if x[i].fold == y[i].fold {
			continue
		}
		differ++
		if !share(n.a.lang, "series", x[i].fold, "series", y[i].fold) {
			return false
		}
	}
	return differ == 1
}

// compareTimes tells what became of a time in almost the same words around it.
func compareTimes(a, b *date.Mention) Fate {
	switch r := date.Compare(a, b); {
	case r == relation.Excludes:
		return Clash
	case entailed(a, b):
		return Same
	}
	return Changed
}

// bounded reports whether two numbers are the same bound or estimate of another height in all
// the same words: "over 1,000 firms", "over 1,500 firms". To the letter one leaves
// room for the other; who writes the same sentence with another figure means the
// figure.
func (n *near) bounded(v, w *value) bool {
	x, y := v.amount, w.amount
	if x.Comparator != y.Comparator || x.Comparator == quantity.Exact || x.Lo == y.Lo && x.Hi == y.Hi || v.end-v.first != w.end-w.first {
		return false
	}
	differ, shared := 0, 0
	for i := v.first; i < v.end; i++ {
		if n.a.terms[i].fold != n.b.terms[w.first+i-v.first].fold {
			differ++
		}
	}
	for i, s := range n.segs {
		if s.common {
			shared += len(contents(n.run(inStatement, i)))
		}
	}
	return differ == 1 && shared >= sameSentence
}

// sameSentence is how many content words two texts have in common at least that
// are one sentence with another figure.
const sameSentence = 16
