package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// A number with its noun is bound tighter than to its verb: "232 deaths" can be
// had, seen, counted and reported. Where one sentence of the source counts the
// same thing once, and everything else that the statement says is in it too, two
// numbers that exclude each other are a clash whatever the verbs are.

// counted compares the quantities of a sentence of the statement with those of a
// sentence of the source.
func (m *match) counted(p, q *sentence) verdict {
	for k := range q.a.values {
		w := &q.a.values[k]
		if w.amount == nil || !q.holds(w) || w.amount.Kind != quantity.Count && w.amount.Kind != quantity.Measure {
			continue
		}
		v := p.sameCount(q, w)
		if v == nil || !clashing(v.amount, w.amount) {
			continue
		}
		if !m.restSaid(p, q, w) || p.unsure() || q.unsure() {
			continue
		}
		x, y := p.a.span(v.first, v.end), q.a.span(w.first, w.end)
		return verdict{relation: Contradicts, reasons: []reason.Reason{against(reason.Number, p.a, x, q.a, y)}}
	}
	return verdict{}
}

// denied reports that a sentence of the statement denies what a sentence of the
// source says: the source has every word of it but the negation, and is sure.
func (m *match) denied(p, q *sentence) verdict {
	no, content := -1, 0
	for i := q.first; i < q.end; i++ {
		t := q.a.termAt(i)
		if t == nil {
			continue
		}
		switch t.class {
		case negation:
			if no >= 0 || t.fold == "without" || t.fold == "nor" || t.fold == "neither" {
				return verdict{}
			}
			no = i
		case quantifier:
			if t.fold != "any" && t.fold != "some" {
				return verdict{}
			}
		}
		if t.class == 0 && !light(t.stem) {
			content++
		}
		if t.fold == "only" || t.fold == "solely" || t.class == modal || t.fold == "if" || t.fold == "because" {
			return verdict{}
		}
	}
	if no < 0 || content < 3 || p.unsure() || !m.restSaid(p, q, nil) {
		return verdict{}
	}
	var at *event
	for i := range q.events {
		if e := &q.events[i]; e.negative && !e.open {
			at = e
		}
	}
	if at == nil {
		return verdict{}
	}
	w := p.a.span(0, 0)
	for i := range p.events {
		if e := &p.events[i]; e.state == at.state && !e.open && !e.negative && sameSense(kinOf(p, e.predicate, at.s, at.predicate)) {
			w = p.span(e.predicate, e.predicate+1)
			break
		}
	}
	if w.Len() == 0 {
		return verdict{}
	}
	y := q.a.words[no].Span()
	return verdict{relation: Contradicts, reasons: []reason.Reason{against(reason.Polarity, p.a, w, q.a, y)}}
}

// clashing reports whether two quantities exclude each other. "200" and "more
// than 200" do if one of them is given as the very number.
func clashing(x, y *quantity.Mention) bool {
	switch quantity.Relate(*x, *y) {
	case quantity.Disjoint:
		return true
	case quantity.Borders:
		if x.Value == y.Value && (x.Comparator == quantity.Nearly || y.Comparator == quantity.Nearly) {
			return false // "close to three"
		}
		// of a round number, "over 100 million" may be said of what others call 100 million
		return (x.Comparator == quantity.Exact) != (y.Comparator == quantity.Exact) && (x.Step.D > 1 || x.Step.N < 10)
	}
	return false
}

// holds reports whether a value stands in the sentence.
func (s *sentence) holds(v *value) bool {
	w := s.a.terms[v.first].word
	return w >= s.first && w < s.end
}

// sameCount returns the one quantity of the sentence that counts what w counts,
// nil if there is none or there are several.
func (p *sentence) sameCount(q *sentence, w *value) *value {
	var found *value
	for k := range p.a.values {
		v := &p.a.values[k]
		if v.amount == nil || !p.holds(v) || v.amount.Kind != w.amount.Kind || v.amount.Unit.Dimension() != w.amount.Unit.Dimension() || v.amount.Change != w.amount.Change {
			continue
		}
		if !sameNoun(p, v, q, w) {
			continue
		}
		if found != nil {
			return nil
		}
		found = v
	}
	return found
}

// sameNoun reports whether two quantities are of the same noun.
func sameNoun(p *sentence, v *value, q *sentence, w *value) bool {
	if v.amount.Head < 0 || w.amount.Head < 0 {
		return false
	}
	s, t := p.a.termAt(v.amount.Head), q.a.termAt(w.amount.Head)
	if s == nil || t == nil {
		return false
	}
	return s.stem == t.stem || s.flags&capital == 0 && kin(p.a.lang, s, t) == equal
}

// unsure reports whether a sentence leaves open or denies what it says.
func (s *sentence) unsure() bool {
	for i := s.first; i < s.end; i++ {
		t := s.a.termAt(i)
		if t == nil {
			continue
		}
		if t.class == negation || t.class == modal {
			return true
		}
		if _, ok := lexicon.Strength(s.a.lang, lexicon.Hedge, t.fold); ok {
			return true
		}
	}
	return false
}

// restSaid reports whether the words of q but for the value w and words that say
// little stand in p; the name of a subject that the source never names may be
// missing.
func (m *match) restSaid(p, q *sentence, w *value) bool {
	weight := 0
	for i := q.first; i < q.end; i++ {
		t := q.a.termAt(i)
		if t == nil || t.class != content {
			continue
		}
		if t.value > 0 {
			v := &q.a.values[t.value-1]
			if v == w {
				continue
			}
			if v.time == nil || !p.dated(v) {
				return false
			}
			continue
		}
		if light(t.stem) {
			continue
		}
		if m.says(p, t) {
			weight++
			if t.flags&capital != 0 {
				weight++
			}
			continue
		}
		if m.astray && t.flags&capital != 0 && i < q.first+8 && p.nameless() {
			weight++
			continue
		}
		return false
	}
	return weight >= 2
}

// nameless reports whether the sentence begins with a word for somebody named
// before: "he", "its", "the film".
func (s *sentence) nameless() bool {
	for i := s.first; i < s.end && i < s.first+4; i++ {
		t := s.a.termAt(i)
		if t == nil {
			continue
		}
		return personal(t.fold) || t.fold == "the" || t.fold == "this"
	}
	return false
}

// dated reports whether the sentence has a time that v holds for.
func (s *sentence) dated(v *value) bool {
	for k := range s.a.values {
		if u := &s.a.values[k]; u.time != nil && s.holds(u) && date.Entails(*u.time, *v.time) {
			return true
		}
	}
	return false
}

// says reports whether a content word stands in the sentence, in these or in
// other words.
func (m *match) says(p *sentence, t *term) bool {
	for k := p.first; k < p.end; k++ {
		if y := p.a.termAt(k); y != nil && y.class == content && sameWord(p.a.lang, y, t) {
			return true
		}
	}
	return false
}

// light reports whether a stem says little by itself.
func light(stem string) bool {
	switch stem {
	case "have", "work", "show", "seri", "becom", "get", "make", "see", "take", "total", "record", "report", "reach", "count", "number", "film", "movi", "album", "song", "worldwid", "over", "more", "than", "least", "less":
		return true
	}
	return false
}
