package relate

import (
	"factcheck/claims/date"
	"factcheck/verify/reason"
)

// A value is a date or a quantity with the terms that express it.
type value struct {
	first, end int // terms
	time       *date.Mention
}

// findValues finds the dates of a text and marks the terms that they consist of.
func (a *Analysis) findValues() {
	times := date.Find(a.side.Text, a.words, a.side.Date, a.lang)
	k := 0
	for i := range times {
		m := &times[i]
		for k < len(a.terms) && a.terms[k].word < m.First {
			k++
		}
		v := value{first: k, time: m}
		for k < len(a.terms) && a.terms[k].word < m.End {
			k++
		}
		v.end = k
		if v.end == v.first || a.terms[v.first].end > m.End {
			continue
		}
		a.values = append(a.values, v)
		for j := v.first; j < v.end; j++ {
			a.terms[j].value = int16(len(a.values))
		}
	}
}

// compareValues compares the values that the alignment does not leave as they
// are, each with its counterpart, and takes their words out of the comparison of
// words.
func (n *near) compareValues() {
	n.handled[0], n.handled[1] = make([]bool, len(n.a.terms)), make([]bool, len(n.b.terms))
	for k := range n.b.values {
		w := &n.b.values[k]
		i := n.changedSegment(w)
		if i < 0 {
			continue
		}
		v := n.counterpart(w)
		if v == nil {
			continue
		}
		c := &n.changes[i]
		switch f := compareTimes(v.time, w.time); f {
		case Clash:
			c.fate, c.kind = Clash, reason.Date
			c.a, c.b = [2]int{v.first, v.end}, [2]int{w.first, w.end}
		default:
			c.merge(f, reason.None)
		}
		set(n.handled[0], v.first, v.end)
		set(n.handled[1], w.first, w.end)
	}
}

func set(of []bool, i, j int) {
	for ; i < j; i++ {
		of[i] = true
	}
}

// changedSegment returns the first segment that is not common and holds a word
// of w, -1 if there is none.
func (n *near) changedSegment(w *value) int {
	for i, s := range n.segs {
		if !s.common && s.b[0] < w.end && s.b[1] > w.first {
			return i
		}
	}
	return -1
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
			if v := n.a.terms[i].value; v > 0 {
				return &n.a.values[v-1]
			}
		}
	}
	return nil
}

// compareTimes tells what became of a time in almost the same words around it.
func compareTimes(a, b *date.Mention) Fate {
	switch {
	case date.Incompatible(*a, *b):
		return Clash
	case date.Entails(*a, *b):
		return Same
	case a.Relation == date.For && b.Relation == date.For && a.Count != 0 && b.Count != 0:
		if x, y := days(a), days(b); x > 0 && y > 0 && max(x, y) > 1.05*min(x, y) {
			return Clash
		}
	case a.Weekday != 0 && b.Weekday != 0 && a.Weekday != b.Weekday && a.Relation == b.Relation:
		if !a.Interval.Known() || !b.Interval.Known() {
			return Clash
		}
	}
	return Changed
}

// days returns the length of a duration, zero if its unit is not known.
func days(m *date.Mention) float64 {
	unit := 0.0
	switch m.Unit {
	case date.Minute:
		unit = 1. / 1440
	case date.Hour:
		unit = 1. / 24
	case date.OneDay:
		unit = 1
	case date.Week:
		unit = 7
	case date.Month:
		unit = 30.44
	case date.Quarter:
		unit = 91.3
	case date.Year:
		unit = 365.25
	case date.Decade:
		unit = 3652.5
	case date.Century:
		unit = 36525
	}
	return unit * float64(m.Count)
}
