package relate

import (
	"factcheck/claims/date"
	"factcheck/verify/reason"
)

// dateShare is how much of a statement a passage must say for a date in it to be
// a clash.
const dateShare = 0.65

// otherDate looks for a date or a time of day of the statement that the document
// does not have, and for the one that the passage has in its place.
func (a *Account) otherDate(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	for k := range q.values {
		w := &q.values[k]
		if w.time == nil || w.time.Relation == date.Since || w.time.Relation == date.Until || a.dates(w.time) {
			continue
		}
		var best Retelling
		top := said{}
		for _, i := range near {
			p := passages[i]
			v := p.dateInPlaceOf(w)
			if v == nil || !p.sameDeed(v, q, w) {
				continue
			}
			s := a.overlay(p, q, w.first, w.end)
			if s.got < 3 || s.share() < dateShare || s.share() <= top.share() {
				continue
			}
			top = s
			best = clash(i, reason.Date, p, [2]int{v.first, v.end}, q, [2]int{w.first, w.end})
		}
		if top.all > 0 {
			return best, true
		}
	}
	return Retelling{}, false
}

// dateInPlaceOf returns the date of the passage that excludes w and is as precise,
// nil if there is none or there are several.
func (a *Analysis) dateInPlaceOf(w *value) *value {
	var found *value
	for k := range a.values {
		v := &a.values[k]
		if v.time == nil || v.time.Relation != w.time.Relation {
			continue
		}
		clocks := v.time.Clock.Known() && w.time.Clock.Known()
		if clocks != (v.time.Clock.Known() || w.time.Clock.Known()) {
			continue
		}
		if !clocks && (v.time.Precision != w.time.Precision || (v.time.Weekday != 0) != (w.time.Weekday != 0)) {
			continue
		}
		if !date.Incompatible(*v.time, *w.time) && !otherHour(v.time.Clock, w.time.Clock) {
			continue
		}
		if found != nil {
			return nil
		}
		found = v
	}
	return found
}

// sameDeed reports whether a word that is no name stands near both dates, and
// neither in brackets: what they date.
func (a *Analysis) sameDeed(v *value, q *Analysis, w *value) bool {
	const reach = 7
	if a.depth[a.terms[v.first].word] > 0 || q.depth[q.terms[w.first].word] > 0 {
		return false
	}
	for i := max(0, v.first-reach); i < min(len(a.terms), v.end+reach); i++ {
		for j := max(0, w.first-reach); j < min(len(q.terms), w.end+reach); j++ {
			s, t := &a.terms[i], &q.terms[j]
			if s.class == content && t.class == content && !s.proper() && !t.proper() && s.value == 0 && t.value == 0 && !light(t.stem) &&
				(s.stem == t.stem || sameSense(kin(a.lang, s, t)) || a.lang == "en" && derived(s, t)) {
				return true
			}
		}
	}
	return false
}

// otherHour reports whether two times of day cannot be one, be one of them of the
// morning or the evening.
func otherHour(a, b date.Clock) bool {
	if !a.Known() || !b.Known() || a.Zone || b.Zone || a.From != a.To && a.To-a.From > 60 || b.From != b.To && b.To-b.From > 60 {
		return false
	}
	return a.From%720 != b.From%720
}
