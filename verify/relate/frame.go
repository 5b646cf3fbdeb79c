package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// Two texts that are almost the same words may still be of two things: forty ships in
// 2018 and fifty in 2019, the police of Hull and the police. A clash is one only when
// who, where, when and which one are the same on both sides.

// brief is how many terms two texts have in common at most that must be the same in
// everything but the words that clash: in longer texts who writes so much in the same
// words speaks of the same thing.
const brief = 12

// frame takes back a clash of two almost identical texts that speak of two things.
func (n *near) frame(r Result) Result {
	if r.Relation != Contradicts && !r.Overstated {
		return r
	}
	t, off := n.ties(), n.b.off
	named := len(r.Reasons) > 0 && (r.Reasons[0].Kind == reason.Name || r.Reasons[0].Kind == reason.Place)
	rule := ""
	switch {
	case n.otherDateline() && !off("frame.dateline"):
		rule = "frame.dateline"
	case n.otherEdition(r) && !off("frame.edition"):
		rule = "frame.edition"
	case n.otherOccasion(r) && !off("frame.occasion"):
		rule = "frame.occasion"
	case (t.common < leastCommon && t.polar || r.Overstated && t.added) && !off("frame.polarity"):
		rule = "frame.polarity"
	case r.Overstated:
		return r
	case t.common <= brief && (t.clashes > 1 || t.frames > 0) && (!t.polar || n.numbered()) && !off("frame.other-event"):
		rule = "frame.other-event"
	case t.common < anchorsOfName && !t.polar && !t.valued && named && !off("frame.name"):
		rule = "frame.name"
	default:
		return r
	}
	return Result{Alignment: r.Alignment, Rules: []string{rule}}
}

// A ties is what two almost identical texts have in common and what tells them apart.
type ties struct {
	common  int  // words of content in common
	valued  bool // a date or number among them
	clashes int  // that are no opposites
	frames  int  // segments that name another person, place, time, number or thing
	added   bool // one of these is the statement's
	polar   bool // a clash is of a negation, of who did it to whom, of opposites or of how many alone
}

func (n *near) ties() ties {
	var t ties
	counted := false
	for i, s := range n.segs {
		c := &n.changes[i]
		switch {
		case s.common:
			t.common += len(contents(n.b.terms[s.b[0]:s.b[1]]))
			t.valued = t.valued || n.valued(s.b)
		case c.fate == Clash:
			if c.kind != reason.Opposite {
				t.clashes++
			}
			t.polar = t.polar || c.kind == reason.Polarity || c.kind == reason.Role || c.kind == reason.Opposite
			counted = counted || c.kind == reason.Quantifier
			if c.kind == reason.Number && (framing(n.open(0, s.a)) || framing(n.open(1, s.b))) {
				t.frames++ // "In Hull, 3", "In all, 12"
			}
		case n.frames(i) || c.incomparable:
			t.frames++
			t.added = t.added || framing(n.b.terms[s.b[0]:s.b[1]])
		}
	}
	t.polar = t.polar || counted && t.clashes == 1
	return t
}

// anchorsOfName is how many words of content two texts have in common at least, or a
// date or a number, for one name in the place of another to be a clash: two players can
// both be arrested.
const anchorsOfName = 6

// numbered reports whether the two texts number the things that they speak of, and
// otherwise: "article 4", "article 7".
func (n *near) numbered() bool {
	for k := range n.b.values {
		w := &n.b.values[k]
		if w.amount == nil || w.amount.Kind != quantity.Identifier {
			continue
		}
		if v := n.counterpart(w); v != nil && v.amount != nil && !quantity.Compare(v.amount, w.amount).Supports() {
			return true
		}
	}
	return false
}

// valued reports whether some terms of the statement hold a date or a number.
func (n *near) valued(r [2]int) bool {
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
	return framing(n.a.terms[s.a[0]:s.a[1]]) || framing(n.b.terms[s.b[0]:s.b[1]])
}

// framing reports whether some terms hold a name, a number, a date or how many.
func framing(terms []term) bool {
	for _, t := range terms {
		if t.class == content && (t.flags&(digits|capital) != 0 && t.flags&opening == 0 || t.value > 0) || t.class == quantifier {
			return true
		}
	}
	return false
}

// leastCommon is how many words of content two texts have in common at least for one to
// deny the other.
const leastCommon = 2

// otherEdition reports whether two texts of different days differ in a number or a date
// of what is done again and again, a poll or a match: it may be another one.
func (n *near) otherEdition(r Result) bool {
	x, y := n.a.side.Date, n.b.side.Date
	if len(r.Reasons) == 0 || r.Reasons[0].Kind != reason.Number && r.Reasons[0].Kind != reason.Date {
		return false
	}
	if undated := x == 0 || y == 0; x == y && !undated || undated && r.Reasons[0].Kind == reason.Number {
		return false
	}
	for i := range n.b.terms {
		t := &n.b.terms[i]
		if l, ok := t.lemma(n.b.lang, lexicon.Noun); ok && t.class == content && serial.in(n.b.lang, l) {
			return true
		}
	}
	return false
}

// otherOccasion reports whether all that differs is the year of what is done again and
// again, or of which sort the thing is that it is done to, one of many: gold won in 2018
// and in 2022, a school and a hospital that were visited, men over 50 and women.
func (n *near) otherOccasion(r Result) bool {
	if len(r.Reasons) != 1 || len(r.Rules) != 1 {
		return false
	}
	why, rule := r.Reasons[0], r.Rules[0]
	if rule != "near.date" && rule != "near.exclusive" && rule != "near.species" {
		return false
	}
	for q := range n.b.propositions() {
		often := again.of(q.Lemma)
		for k := range q.Slots {
			x := &q.Slots[k]
			if at := x.Phrase.Span(); at.End <= why.Statement.Start || why.Statement.End <= at.Start {
				continue
			}
			switch {
			case rule == "near.date":
				return often && x.Phrase.When != nil && x.Phrase.When.Precision >= date.Year
			case often && x.Role == proposition.Patient && !x.Phrase.Definite, x.Role == proposition.Oblique && person(x.Phrase):
				return true
			}
		}
	}
	return false
}

// otherDateline reports whether the statement has a date that counts from its
// dateline, and the source one that lies too far away for one event: "last year" of 2012
// and of 2019.
func (n *near) otherDateline() bool {
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
