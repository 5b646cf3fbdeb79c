package quote

import (
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What every translator keeps: numbers, names, how often it is denied, what must and may be, how much of a quality a thing has.

// hard compares what every translator keeps. It adds a reason for what clashes and
// returns how much has no counterpart.
func (r *Rendering) hard(s, q *rendered, there, here []text.Span) int {
	open := r.numbers(s, q) + r.dates(s, q) + r.names(s, q)
	if len(there) != len(here) {
		r.clash(reason.Polarity, firstOf(there, s), firstOf(here, q))
	}
	if s.whole != q.whole || s.ours != q.ours && !s.anyone && !q.anyone {
		open++
	}
	if s.ended != q.ended && !s.lasting && !q.lasting { // "il n'y a plus d'eau depuis lundi", "there has been no water since Monday"
		open++
	}
	if s.ifs != q.ifs || r.degrees(s, q) {
		open += 2
	}
	if x, y := modalOf(s.modals), modalOf(q.modals); x != y && (x == "" || y == "") {
		open++
	} else if x != y {
		r.clash(reason.Modality, s.modals[0].span, q.modals[0].span)
	}
	return open
}

// degrees reports whether more is graded in one of the texts, but for what is part of a phrase: "getting worse".
func (r *Rendering) degrees(s, q *rendered) bool {
	n := 0
	for _, d := range s.degrees {
		if !slices.ContainsFunc(r.Pairs, func(p Pair) bool { return p.Source != d && p.Source.Contains(d) }) {
			n++
		}
	}
	for _, d := range q.degrees {
		if !slices.ContainsFunc(r.Pairs, func(p Pair) bool { return p.Statement != d && p.Statement.Contains(d) }) {
			n--
		}
	}
	return n != 0
}

// without returns the spans that are not among others.
func without(spans, others []text.Span) []text.Span {
	return slices.DeleteFunc(slices.Clone(spans), func(x text.Span) bool { return slices.Contains(others, x) })
}

// clashing finds that the one word which each text has over is the opposite of the other, a people in the place of another, a
// unit of time in the place of another. They are used then.
func (r *Rendering) clashing(s, q *rendered, usedS, usedQ []bool) {
	if unpaired(s, usedS) != 1 || unpaired(q, usedQ) != 1 || listed("optional", s.words[slices.Index(usedS, false)].lemmas[0]) || listed("optional", q.words[slices.Index(usedQ, false)].lemmas[0]) {
		return
	}
	i, k := slices.Index(usedS, false), slices.Index(usedQ, false)
	a, b := &s.words[i], &q.words[k]
	if !a.known || !b.known {
		return
	}
	kind := reason.None
	for _, x := range a.lemmas {
		for _, y := range b.lemmas {
			if _, ok := lexicon.Opposite("en", x, y, lexicon.Any); ok {
				kind = reason.Opposite
			}
		}
	}
	x, y := a.lemmas[0], b.lemmas[0]
	for _, c := range exclusive {
		if kind == reason.None && listed(c.class, x) && listed(c.class, y) {
			kind = c.kind
		}
	}
	if kind == reason.None && demonym(x) && demonym(y) && !lexicon.SamePeople(x, y) {
		kind = reason.Name
	}
	if kind != reason.None {
		usedS[i], usedQ[k] = true, true
		r.clash(kind, a.span, b.span)
	}
}

// exclusive holds the classes of words of which one is never another, and what they are; the first that has both decides.
var exclusive = [...]struct {
	class string
	kind  reason.Kind
}{{"spell", reason.Unit}, {"calendar", reason.Date}, {"ranking", reason.Rank}}

// demonym reports whether an English lemma says of what country somebody or something is.
func demonym(lemma string) bool {
	p, ok := lexicon.PlaceOf(lemma)
	return ok && p.Kind == lexicon.Demonym
}

// deniedAlike reports whether what is denied in the one text is denied in the other, as far as marks and conjunctions tell what belongs
// together: "not money but dignity", "money, not dignity".
func deniedAlike(laid []link, s, q *rendered) bool {
	if len(s.breaks) == 0 || len(q.breaks) == 0 || len(s.denials) != len(q.denials) {
		return true
	}
	return !slices.ContainsFunc(laid, func(l link) bool {
		return l.s.pos == lexicon.Noun && l.q.pos == lexicon.Noun && s.denied(l.s.span.Start) != q.denied(l.q.span.Start)
	})
}

// denied reports whether a denial stands in the part of the text that byte at is in, between two breaks.
func (s *rendered) denied(at int) bool {
	return slices.ContainsFunc(s.denials, func(d text.Span) bool {
		return !slices.ContainsFunc(s.breaks, func(b int) bool { return min(at, d.Start) < b && b < max(at, d.Start) })
	})
}

// modalOf returns whether modals say what must be or what may be; empty for neither.
func modalOf(modals []renderedWord) string {
	switch {
	case len(modals) == 0:
		return ""
	case listed("must", modals[0].lemmas[0]):
		return "must"
	}
	return "may"
}

// firstOf returns the first of some spans; the first word of the text if there is none.
func firstOf(spans []text.Span, s *rendered) text.Span {
	if len(spans) > 0 || len(s.all) == 0 {
		return append(spans, text.Span{})[0]
	}
	return s.all[0].span
}

// clash adds a reason.
func (r *Rendering) clash(k reason.Kind, source, statement text.Span) {
	r.Reasons = append(r.Reasons, reason.Reason{Kind: k, Source: source, Statement: statement})
}

// paired pairs n things of the source with m of the statement that are the same, in order; it returns those that have no counterpart.
func paired(n, m int, same func(k, i int) bool) (leftS, leftQ []int) {
	used := make([]bool, n)
	for i := range m {
		k := 0
		for k < n && (used[k] || !same(k, i)) {
			k++
		}
		if k < n {
			used[k] = true
		} else {
			leftQ = append(leftQ, i)
		}
	}
	for k, u := range used {
		if !u {
			leftS = append(leftS, k)
		}
	}
	return leftS, leftQ
}

// numbers compares the numbers of the two texts; where one on each side has no equal they
// clash.
func (r *Rendering) numbers(s, q *rendered) int {
	leftS, leftQ := paired(len(s.numbers), len(q.numbers), func(k, i int) bool {
		same := quantity.Compare(s.numbers[k].Standing(), q.numbers[i].Standing()) == relation.Equal || sameAge(s.numbers[k], q.numbers[i])
		if same {
			r.Pairs = append(r.Pairs, Pair{s.spans[k], q.spans[i]})
		}
		return same
	})
	if len(leftS) == 1 && len(leftQ) == 1 {
		r.clash(reason.Number, s.spans[leftS[0]], q.spans[leftQ[0]])
	}
	if len(leftS)+len(leftQ) == 1 && (len(leftS) == 1 && s.numbers[leftS[0]].Value.Cmp(quantity.Int(2)) == 0 && q.both || len(leftQ) == 1 && q.numbers[leftQ[0]].Value.Cmp(quantity.Int(2)) == 0 && s.both) {
		return 0 // "les deux chambres", "both chambers"
	}
	return len(leftS) + len(leftQ)
}

// dates compares years, days and hours in the same way. “At 8:30” may be in the evening, and so clashes with no 20h30.
func (r *Rendering) dates(s, q *rendered) int {
	leftS, leftQ := paired(len(s.dates), len(q.dates), func(k, i int) bool {
		a, b := &s.dates[k], &q.dates[i]
		return a.Year == b.Year && a.Month == b.Month && a.Day == b.Day && a.Weekday == b.Weekday && a.Clock == b.Clock && a.Precision == b.Precision
	})
	if len(leftS) == 1 && len(leftQ) == 1 {
		a, b := &s.dates[leftS[0]], &q.dates[leftQ[0]]
		if a.Year*b.Year != 0 && a.Year != b.Year || a.Day*b.Day != 0 && (a.Day != b.Day || a.Month != b.Month) {
			r.clash(reason.Date, s.days[leftS[0]], q.days[leftQ[0]])
		}
	}
	return len(leftS) + len(leftQ)
}

// sameAge reports whether one of two numbers is an age and the other as many years: "avait douze ans", "was twelve years old".
func sameAge(a, b quantity.Mention) bool {
	return (a.Kind == quantity.Age) != (b.Kind == quantity.Age) && (a.Dimension() == quantity.Duration || b.Dimension() == quantity.Duration) && a.Value.Cmp(b.Value) == 0
}

// names compares the names of the two texts in the same way.
func (r *Rendering) names(s, q *rendered) int {
	leftS, leftQ := paired(len(s.names), len(q.names), func(k, i int) bool {
		x, _ := name.Compare(s.names[k].who, q.names[i].who)
		return x == name.Same
	})
	if len(leftS) == 1 && len(leftQ) == 1 {
		a, b := &s.names[leftS[0]], &q.names[leftQ[0]]
		if x, _ := name.Compare(a.who, b.who); x == name.Different {
			r.clash(reason.Name, a.span, b.span)
		}
	}
	return len(leftS) + len(leftQ)
}
