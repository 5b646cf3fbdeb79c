package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/verify/reason"
)

// A moment is a date with the verb that it dates, as far as the order of the words
// tells.
type moment struct {
	v    *value
	verb int
	time date.Mention // of v; "did not open until May" is the time In of the opening
	no   int          // the negation that goes with "until", -1 if there is none
}

// moments returns the dates of a sentence that stand beside a verb of what happens
// once.
func (s *sentence) moments() []moment {
	var out []moment
	for k := range s.a.values {
		v := &s.a.values[k]
		if v.time == nil || !s.holds(v) {
			continue
		}
		if i := s.index(s.a.terms[v.first].word); i >= 0 {
			if verb := s.datedBy(i); verb >= 0 && s.onceAt(verb) != nil {
				m := moment{v: v, verb: verb, time: *v.time, no: -1}
				if m.time.Relation == date.Until {
					m.no = s.notBefore(verb)
				}
				if m.no >= 0 {
					m.time.Relation = date.In
				}
				out = append(out, m)
			}
		}
	}
	return out
}

// continued reports whether the verb at word i goes on with what the sentence begins with:
// "she played in May, but did not win until June".
func (s *sentence) continued(i int) bool {
	k := i - 1
	for k >= 0 && s.term(k) != nil && (s.term(k).class == auxiliary || s.term(k).class == negation || s.term(k).class == adverb || s.tree.Tokens[k].Tag == grammar.Adverb) {
		k--
	}
	if k < 0 || s.term(k) == nil || s.fold(k) != "and" && s.fold(k) != "but" {
		return false
	}
	_, end := s.openingPhrase()
	for ; end < k; end++ {
		if s.divides(end) && s.fold(end) != "and" && s.fold(end) != "but" {
			return false
		}
	}
	return true
}

// notBefore returns the negation just before the verb at word i, -1 if there is none.
func (s *sentence) notBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if t := s.term(k); t != nil && t.class == negation {
			return k
		}
	}
	return -1
}

// datedBy returns the verb that the date at word i stands beside: the one before it
// in its part of the sentence, else the first after it; -1 if there is none.
func (s *sentence) datedBy(i int) int {
	for j := i - 1; j >= 0 && !s.divides(j); j-- {
		if s.tree.Tokens[j].Tag == grammar.Verb && s.verbal(j) || s.onceAt(j) != nil && s.tree.Tokens[j].Tag != grammar.Noun {
			return j
		}
	}
	for j := i + 1; j < len(s.words); j++ {
		if s.tree.Tokens[j].Tag == grammar.Verb && s.verbal(j) {
			return j
		}
	}
	return -1
}

// divides reports whether the word divides the sentence: a semicolon, a dash, "who",
// "and" before a verb.
func (s *sentence) divides(i int) bool {
	t := s.term(i)
	if t == nil {
		switch s.words[i].In(s.a.side.Text) {
		case ";", ":", "–", "—", "--":
			return true
		}
		return false
	}
	switch {
	case t.class == pronoun && opensClause(t.fold):
		return true
	case t.class == conjunction:
		return i+1 < len(s.words) && (t.fold != "and" || s.verbal(i+1))
	}
	return false
}

// onceAt returns the lines of the table that have the word as a verb of what happens
// once, nil if none.
func (s *sentence) onceAt(i int) []int {
	var out []int
	for _, n := range s.slotsAt(i) {
		if slotLines()[s.a.lang].lines[n].kind == "time" {
			out = append(out, n)
		}
	}
	return out
}

// dated compares the dates of what happens once.
func (x *contrast) dated() verdict {
	ours := x.q.moments()
	if len(ours) != 1 {
		return verdict{}
	}
	w := ours[0]
	var other *moment
	theirs := x.p.moments()
	for k := range theirs {
		v := &theirs[k]
		if !shareLine(x.p.onceAt(v.verb), x.q.onceAt(w.verb)) {
			continue
		}
		if !date.Incompatible(v.time, w.time) || adjacent(&v.time, &w.time) {
			return verdict{}
		}
		other = v
	}
	if other == nil || x.q.denies() != w.no || x.p.denies() != other.no || !x.p.plain() || !x.q.plain() || !x.aboutSame() || !x.p.held(other.verb) && !x.p.continued(other.verb) || !x.q.held(w.verb) {
		return verdict{}
	}
	first, end := x.q.index(x.q.a.terms[w.v.first].word), x.q.index(x.q.a.terms[w.v.end-1].word)+1
	if first < 0 || end < first {
		return verdict{}
	}
	if _, ok := x.restSaid(first, end, func(k int) bool { return k == w.verb }); !ok {
		return verdict{}
	}
	a, b := x.p.a.span(other.v.first, other.v.end), x.q.a.span(w.v.first, w.v.end)
	return verdict{relation: Contradicts, reasons: []reason.Reason{against(reason.Date, x.p.a, a, x.q.a, b)}}
}

func shareLine(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
