package relate

import (
	"time"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What lasted "from March 2004 to May 2006" began in March 2004 and ended in May 2006, so
// that a sentence that gives another date for one of these ends contradicts it.

// bounded compares a date at which the statement says that something began or ended with
// that end of the one range that the source gives for it.
func (x *contrast) bounded() verdict {
	verb, begin := x.q.bound()
	if verb < 0 || x.q.denies() >= 0 || x.p.denies() >= 0 || !x.p.plain() || !x.q.plain() {
		return verdict{}
	}
	w, v := x.q.onlyDate(), x.p.onlyDate()
	if w == nil || v == nil || w.time.Relation != date.In || v.time.Relation != date.Between || !w.time.Interval.Known() || !v.time.Interval.Known() {
		return verdict{}
	}
	first, end := x.q.wordsOf(w)
	at, _ := x.p.wordsOf(v)
	if first < 0 || end <= first || at < 0 || !v.ending(begin).Disjoint(w.time.Interval) || !x.aboutSame() {
		return verdict{}
	}
	lasting := x.p.datedBy(at)
	if lasting < 0 || lasting+1 >= len(x.p.words) || !x.p.held(lasting) {
		return verdict{}
	}
	named := false
	if _, ok := x.restSaid(first, end, func(k int) bool {
		t := x.q.term(k)
		same := t != nil && (sameWord(x.p.a.lang, x.p.term(lasting), t) || shareLine(x.p.slotsAt(lasting), x.q.slotsAt(k)))
		named = named || same
		return same || k == verb
	}); !ok || !x.wholly(lasting, named) {
		return verdict{}
	}
	a, b := x.p.a.span(v.first, v.end), x.q.a.span(w.first, w.end)
	return verdict{relation: Contradicts, reasons: []reason.Reason{against(reason.Date, x.p.a, a, x.q.a, b)}}
}

// wholly reports whether the range beside the verb at word lasting of the source is that of all that the statement
// speaks of: what lasts is done once, or the source says no more of it. Who taught in one town
// "from 2013 to 2015" may have begun to teach before. Named tells that the statement names
// what lasted, not only that something ended.
func (x *contrast) wholly(lasting int, named bool) bool {
	if !named {
		t := x.p.term(lasting + 1)
		return slotVerbs()[slotKey{x.p.a.lang, "last", x.p.lemma(lasting)}] && t != nil && t.class == preposition
	}
	if x.p.slotsAt(lasting) != nil {
		return true
	}
	for i := lasting + 1; i < len(x.p.words); i++ {
		if t := x.p.term(i); t != nil && t.class == content && t.value == 0 && !x.mentions(i) {
			return false
		}
	}
	return true
}

// bound returns the main verb of a sentence that tells when something began (begin) or
// ended; -1 if it tells neither.
func (s *sentence) bound() (verb int, begin bool) {
	_, k := s.openingPhrase()
	if verb = s.mainVerb(k); verb < 0 || s.tree.Tokens[verb].Tag != grammar.Verb {
		return -1, false
	}
	l := s.lemma(verb)
	switch {
	case slotVerbs()[slotKey{s.a.lang, "begin", l}]:
		return verb, true
	case slotVerbs()[slotKey{s.a.lang, "end", l}]:
		return verb, false
	}
	return -1, false
}

// onlyDate returns the date of a sentence, nil if it has none or several.
func (s *sentence) onlyDate() *value {
	var only *value
	for k := range s.a.values {
		v := &s.a.values[k]
		if v.time == nil || !s.holds(v) {
			continue
		}
		if only != nil {
			return nil
		}
		only = v
	}
	return only
}

// ending returns the days in which the range began, or ended, as exactly as it is told.
func (v *value) ending(begin bool) date.Interval {
	d := v.time.Interval.To
	if begin {
		d = v.time.Interval.From
	}
	switch year, month, _ := d.Date(); {
	case v.time.Precision <= date.OneDay:
		return date.Interval{From: d, To: d}
	case v.time.Precision <= date.Month:
		first := date.Of(year, month, 1)
		return date.Interval{From: first, To: first + 30} // of a short month a day or two too many
	default:
		return date.Interval{From: date.Of(year, time.January, 1), To: date.Of(year, time.December, 31)}
	}
}

// outlasts reports whether a clash is one of dates although the statement tells when
// something began or ended, and the source of a time when it went on: who sang in 2013 may
// have begun to sing in 2010.
func outlasts(source, statement *Analysis, why []reason.Reason) bool {
	if len(why) != 1 || why[0].Kind != reason.Date {
		return false
	}
	v, w := source.dateAt(why[0].Source), statement.dateAt(why[0].Statement)
	if v == nil || w == nil || v.time.Relation != date.In || w.time.Relation != date.In || !v.time.Interval.Known() || !w.time.Interval.Known() {
		return false
	}
	for _, p := range source.sentences() {
		if !p.holds(v) {
			continue
		}
		if p.parse(); len(p.words) == 0 {
			return false
		}
		if verb, _ := p.bound(); verb >= 0 {
			return false
		}
	}
	for _, q := range statement.sentences() {
		if !q.holds(w) {
			continue
		}
		if q.parse(); len(q.words) == 0 {
			return false
		}
		verb, begin := q.bound()
		if verb < 0 || verb+1 >= len(q.words) || q.tree.Tokens[verb+1].Tag != grammar.Verb && q.fold(verb+1) != "to" {
			return false
		}
		if begin {
			return w.time.Interval.From < v.time.Interval.From
		}
		return w.time.Interval.To > v.time.Interval.To
	}
	return false
}

// dateAt returns the date at a span, nil if there is none.
func (a *Analysis) dateAt(at text.Span) *value {
	for k := range a.values {
		if v := &a.values[k]; v.time != nil && a.span(v.first, v.end) == at {
			return v
		}
	}
	return nil
}
