package relate

import (
	"factcheck/claims/date"
	"factcheck/verify/reason"
)

// Encyclopaedias and obituaries put a life into brackets behind a name: "(born 3
// May 1961 in Kasongo)", "(1931 - 2004)". The sentence is parsed without them,
// so they are read here.

// A life is what such brackets say of the name before them.
type life struct {
	s          *sentence
	subject    int    // word of the name
	born, died *value // nil if not said
}

// findLives reads the brackets of a sentence.
func (s *sentence) findLives() []life {
	var lives []life
	for i := 1; i < len(s.at); i++ {
		if s.at[i] == s.at[i-1]+1 {
			continue
		}
		l := life{s: s, subject: i - 1}
		for l.subject > 0 && s.term(l.subject) == nil {
			l.subject--
		}
		var dates []*value
		birth, death := false, false
		for j := s.at[i-1] + 1; j < s.at[i]; j++ {
			t := s.a.termAt(j)
			if t == nil {
				continue
			}
			switch t.fold {
			case "born", "b", "ne", "nee":
				birth = true
			case "died", "d", "mort", "morte":
				death = true
			}
			if t.value > 0 {
				v := &s.a.values[t.value-1]
				if v.time != nil && s.a.terms[v.first].word == j {
					dates = append(dates, v)
				}
			}
		}
		if len(dates) == 1 && !birth && !death {
			dates = s.ends(dates[0])
		}
		switch {
		case len(dates) == 1 && birth && !death:
			l.born = dates[0]
		case len(dates) == 1 && death && !birth:
			l.died = dates[0]
		case len(dates) == 2 && dates[0].time.Interval.Known() && dates[1].time.Interval.Known() && dates[1].time.Interval.From-dates[0].time.Interval.From > 3650:
			l.born, l.died = dates[0], dates[1]
		default:
			continue
		}
		lives = append(lives, l)
	}
	return lives
}

// ends returns the two dates of a range, "12 February 1894 - 3 May 1961"; the value alone
// if it is none.
func (s *sentence) ends(v *value) []*value {
	a := s.a
	first, end := a.terms[v.first].word, a.terms[v.end-1].end
	for i := first + 1; i+1 < end; i++ {
		switch a.words[i].In(a.side.Text) {
		case "-", "–", "—", "−", "--":
		default:
			continue
		}
		x := date.Find(a.side.Text, a.words[first:i], a.side.Date, a.lang)
		y := date.Find(a.side.Text, a.words[i+1:end], a.side.Date, a.lang)
		if len(x) == 1 && len(y) == 1 {
			return []*value{{first: v.first, end: a.termBefore(i) + 1, time: &x[0]}, {first: a.termBefore(i) + 1, end: v.end, time: &y[0]}}
		}
	}
	return []*value{v}
}

// termBefore returns the index of the last term before word i.
func (a *Analysis) termBefore(i int) int {
	for i--; i > 0 && a.termOf[i] < 0; i-- {
	}
	return int(a.termOf[i])
}

// leads reports whether the bracket stands behind the phrase that its sentence begins with,
// a title between them left out ("Ruth Okello, 1st Earl of Mota, (1931 - 2004)"), and word
// j of q names what that phrase does.
func (l *life) leads(q *sentence, j int) bool {
	first, end := l.s.openingPhrase()
	if first >= end || l.subject < first || !q.isName(j) {
		return false
	}
	for i := first; i < l.subject; i++ {
		if l.s.verbal(i) {
			return false
		}
	}
	return samePhrase(l.s.span(first, end).In(l.s.a.side.Text), q.nameText(j))
}

// lived compares a life with an event of the statement that says when somebody
// was born, died or was killed.
func (m *match) lived(l *life, q *event) verdict {
	if q.open || q.negative || q.state || len(q.times) != 1 {
		return verdict{}
	}
	var v *value
	who, violent := q.agents, false // how somebody died, brackets do not tell
	switch q.s.lemma(q.predicate) {
	case "bear", "born":
		v = l.born
		who = append(append([]int(nil), q.agents...), q.patients...)
	case "die", "pass":
		v = l.died
	case "kill", "murder", "assassinate", "execute":
		v, who, violent = l.died, q.patients, true
	}
	if v == nil || len(who) != 1 {
		return verdict{}
	}
	if f := m.heads(l.s, l.subject, q.s, who[0]); (f.fit != entails || f.weight < 3) && !l.leads(q.s, who[0]) {
		return verdict{}
	}
	w := q.times[0]
	switch {
	case date.Entails(*v.time, *w.time):
		if violent || len(q.obliques) > 1 || len(q.adverbs) > 0 {
			return verdict{}
		}
		m.cover(q.s, who[0])
		m.coverWord(q.s, q.predicate)
		set(m.covered, w.first, w.end)
		return verdict{relation: Agrees}
	case date.Incompatible(*v.time, *w.time):
		x, y := l.s.a.span(v.first, v.end), q.s.a.span(w.first, w.end)
		return verdict{relation: Contradicts, reasons: []reason.Reason{against(reason.Date, l.s.a, x, q.s.a, y)}}
	}
	return verdict{}
}
