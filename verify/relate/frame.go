package relate

import (
	"factcheck/claims/date"
	"factcheck/verify/reason"
)

// Two texts that are almost the same words may still be of two things: forty ships in
// 2018 and fifty in 2019, the police of Hull and the police. A clash is one only when
// who, where, when and which one are the same on both sides.

// sameEvent is how many days may lie between the datelines of two texts that tell of
// one event by a day of the week.
const sameEvent = 14

// brief is how many terms two texts have in common at most that must be the same in
// everything but the words that clash: in longer texts who writes so much in the same
// words speaks of the same thing.
const brief = 12

// frame takes back a clash of two almost identical texts that speak of two things.
func (n *near) frame(r Result) Result {
	if r.Relation != Contradicts {
		return r
	}
	common, frames, clashes := 0, 0, 0
	shared, polar, subject := false, false, false
	for i, s := range n.segs {
		c := &n.changes[i]
		switch {
		case s.common:
			common += len(contents(n.b.terms[s.b[0]:s.b[1]]))
			shared = shared || n.dated(s.b)
		case c.fate == Clash:
			if c.kind != reason.Opposite {
				clashes++
			}
			subject = subject || s.b[0] < subjectTerms
			polar = polar || c.kind == reason.Polarity || c.kind == reason.Role || c.kind == reason.Opposite || c.kind == reason.Quantifier
			if c.kind == reason.Date && n.otherDateline(r) {
				return Result{Alignment: r.Alignment}
			}
		case n.frames(i):
			frames++
		}
	}
	if common <= brief && !polar && (clashes > 1 || frames > 0) {
		return Result{Alignment: r.Alignment}
	}
	if common < anchorsOfName && !polar && subject && !shared && len(r.Reasons) > 0 && (r.Reasons[0].Kind == reason.Name || r.Reasons[0].Kind == reason.Place) && n.anchored() {
		return Result{Alignment: r.Alignment}
	}
	return r
}

const (
	// anchorsOfName is how many words of content two texts have in common at least for
	// one name in the place of another to be a clash where it is the subject: two
	// players can both be arrested.
	anchorsOfName = 6

	subjectTerms = 3 // the terms of a statement in which its subject stands
)

// dated reports whether some terms of the statement hold a date or a number.
func (n *near) dated(r [2]int) bool {
	for _, t := range n.b.terms[r[0]:r[1]] {
		if t.value > 0 || t.flags&digits != 0 {
			return true
		}
	}
	return false
}

// frames reports whether segment i puts in, takes out or exchanges a name, a number or
// a date: who, where, when or which one.
func (n *near) frames(i int) bool {
	s := n.segs[i]
	for _, t := range n.a.terms[s.a[0]:s.a[1]] {
		if t.class == content && (t.flags&(digits|capital) != 0 && t.flags&opening == 0 || t.value > 0) {
			return true
		}
	}
	for _, t := range n.b.terms[s.b[0]:s.b[1]] {
		if t.class == content && (t.flags&(digits|capital) != 0 && t.flags&opening == 0 || t.value > 0) || t.class == quantifier {
			return true
		}
	}
	return false
}

// otherDateline reports whether the date that clashes counts from datelines that lie
// too far apart for one event.
func (n *near) otherDateline(r Result) bool {
	x, y := n.a.side.Date, n.b.side.Date
	if x == 0 || y == 0 || max(x, y)-min(x, y) <= date.Day(sameEvent) {
		return false
	}
	for k := range n.b.values {
		if v := &n.b.values[k]; v.time != nil && v.time.Relative {
			return true
		}
	}
	return false
}
