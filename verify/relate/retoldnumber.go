package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// numberShare is how much of a statement a passage must say for the number in it
// to be a clash, without a noun that both count; with one, less.
const (
	numberShare  = 0.7
	countedShare = 0.5
)

// otherNumber looks for a number of the statement that the document does not
// have, and for the one that the passage has in its place.
func (a *Account) otherNumber(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	for k := range q.values {
		w := &q.values[k]
		if w.amount == nil || small(w.amount) || a.states(w.amount, q.countedBy(w)) {
			continue
		}
		var best Retelling
		top := said{}
		for _, i := range near {
			p := passages[i]
			v, sure := p.inPlaceOf(q, w)
			if v == nil {
				continue
			}
			s := a.overlay(p, q, w.first, w.end)
			least := numberShare
			if sure {
				least = countedShare
			}
			if s.otherTime || s.got < 3 || s.share() < least || s.share() <= top.share() {
				continue
			}
			top = s
			best = clash(i, reason.Number, p, [2]int{v.first, v.end}, q, [2]int{w.first, w.end})
		}
		if top.all > 0 {
			return best, true
		}
	}
	return Retelling{}, false
}

// small reports whether a number may have come of counting: one, two, both.
func small(w *quantity.Mention) bool {
	return w.Kind == quantity.Count && w.Hi.Known() && w.Hi.Cmp(quantity.Int(2)) <= 0
}

// inPlaceOf returns the number of the passage that stands where w does in the
// statement, nil if none does or several may; sure says that both are of one noun.
func (a *Analysis) inPlaceOf(q *Analysis, w *value) (found *value, sure bool) {
	nearby, ties := -1, false
	for k := range a.values {
		v := &a.values[k]
		if v.amount == nil || v.amount.Kind != w.amount.Kind || v.amount.Unit.Dimension() != w.amount.Unit.Dimension() || q.usesAmount(v, w) {
			continue
		}
		if !v.excludes(w) {
			continue
		}
		n := a.neighbours(v, q, w)
		counted := a.countsLike(v, q, w)
		if w.amount.Kind == quantity.Count && w.amount.Head >= 0 && !counted {
			continue
		}
		if counted {
			n += 10
		}
		switch {
		case n > nearby:
			nearby, found, sure, ties = n, v, counted, false
		case n == nearby:
			ties = true
		}
	}
	if ties {
		return nil, false
	}
	return found, sure
}

// excludes reports whether a document that gives the number v gives another than w:
// both cannot be right, or w is the same bound set further out. To the letter "at least
// seven" leaves room for "at least seventeen"; who retells the one has no ground for
// the other.
func (v *value) excludes(w *value) bool {
	switch quantity.Relate(*v.amount, *w.amount) {
	case quantity.Disjoint:
		return true
	case quantity.Contains:
		return v.amount.Comparator == w.amount.Comparator
	}
	return false
}

// usesAmount reports whether the statement has the number v somewhere other than
// at w.
func (a *Analysis) usesAmount(v, w *value) bool {
	for k := range a.values {
		u := &a.values[k]
		if u == w || u.amount == nil {
			continue
		}
		switch quantity.Relate(*v.amount, *u.amount) {
		case quantity.Equal, quantity.Within, quantity.Contains:
			return true
		}
	}
	return false
}

// countsLike reports whether two numbers count one noun.
func (a *Analysis) countsLike(v *value, q *Analysis, w *value) bool {
	if v.amount.Head < 0 || w.amount.Head < 0 {
		return false
	}
	s, t := a.termAt(v.amount.Head), q.termAt(w.amount.Head)
	if s == nil || t == nil {
		return false
	}
	if s.stem == t.stem {
		return true
	}
	switch kin(a.lang, s, t) {
	case equal, synonym, narrower, wider:
		return true
	}
	return false
}

// countedBy returns the stem of the noun that a number counts, empty if there is none.
func (a *Analysis) countedBy(w *value) string {
	if w.amount.Head >= 0 {
		if t := a.termAt(w.amount.Head); t != nil {
			return t.stem
		}
	}
	return ""
}

// neighbours counts the content words that stand beside both values.
func (a *Analysis) neighbours(v *value, q *Analysis, w *value) int {
	const reach = 4
	n := 0
	for i := max(0, v.first-reach); i < min(len(a.terms), v.end+reach); i++ {
		s := &a.terms[i]
		if s.class != content || s.value > 0 {
			continue
		}
		for j := max(0, w.first-reach); j < min(len(q.terms), w.end+reach); j++ {
			if t := &q.terms[j]; t.class == content && t.stem == s.stem {
				n += t.tellWeight()
				break
			}
		}
	}
	return n
}

// hasValue reports whether a passage gives the value v, or one that it may be.
func (a *Analysis) hasValue(v *value) bool {
	for k := range a.values {
		u := &a.values[k]
		switch {
		case v.amount != nil && u.amount != nil:
			switch quantity.Relate(*u.amount, *v.amount) {
			case quantity.Equal, quantity.Within, quantity.Contains, quantity.Overlaps:
				return true
			}
		case v.time != nil && u.time != nil:
			if date.Entails(*u.time, *v.time) || u.time.Interval.Known() && v.time.Interval.Known() && !u.time.Interval.Disjoint(v.time.Interval) {
				return true
			}
		}
	}
	return false
}
