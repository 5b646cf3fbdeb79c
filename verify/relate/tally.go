package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// tallied compares the numbers of two sentences of which the source's says all else
// that the statement does: counts of one noun, sums of money, shares, ranks. A source
// that has several numbers of the kind contradicts only if none of those that stand
// nearest to the statement's words may be the one meant.
func (x *contrast) tallied() verdict {
	if !x.p.plain() || !x.q.plain() || x.p.denies() >= 0 || x.q.denies() >= 0 {
		return verdict{}
	}
	for k := range x.q.a.values {
		w := &x.q.a.values[k]
		if w.amount == nil || !x.q.holds(w) || !countable(w.amount) || w.amount.Change {
			continue
		}
		if w.amount.Kind == quantity.Measure && x.q.another(w) {
			continue // whose is which is not told
		}
		v := x.rival(w)
		if v == nil {
			continue
		}
		first, end := x.q.wordsOf(w)
		if first < 0 || !x.sameTopic(v) {
			continue
		}
		if !x.sameDates() {
			continue
		}
		found, ok := x.restSaid(first, end, func(i int) bool { return x.q.having(i) || x.numbered(i) })
		if !ok || found == 0 && (x.assumed || w.amount.Kind == quantity.Measure) {
			continue
		}
		kind := reason.Number
		if w.amount.Kind == quantity.Ordinal {
			kind = reason.Rank
		}
		a, b := x.p.a.span(v.first, v.end), x.q.a.span(w.first, w.end)
		return verdict{relation: Contradicts, reasons: []reason.Reason{against(kind, x.p.a, a, x.q.a, b)}}
	}
	return verdict{}
}

// sameDates reports whether every date of the statement is one of the source too: what is
// counted since one year is not what is counted since another.
func (x *contrast) sameDates() bool {
	for k := range x.q.a.values {
		w := &x.q.a.values[k]
		if w.time == nil || !x.q.holds(w) {
			continue
		}
		same := false
		for i := range x.p.a.values {
			if v := &x.p.a.values[i]; v.time != nil && x.p.holds(v) && date.Entails(*v.time, *w.time) && v.time.Relation == w.time.Relation && (v.time.Relation == date.In || v.time.Interval == w.time.Interval) {
				same = true
			}
		}
		if !same {
			return false
		}
	}
	return true
}

// another reports whether the sentence has another measure of the same dimension.
func (s *sentence) another(w *value) bool {
	for k := range s.a.values {
		if v := &s.a.values[k]; v != w && v.amount != nil && s.holds(v) && v.amount.Kind == w.amount.Kind && v.amount.Unit.Dimension() == w.amount.Unit.Dimension() {
			return true
		}
	}
	return false
}

func countable(m *quantity.Mention) bool {
	switch m.Kind {
	case quantity.Count, quantity.Ordinal:
		return m.Head >= 0
	case quantity.Measure:
		switch m.Dimension() {
		case quantity.Money, quantity.Ratio:
			return true
		}
	}
	return false
}

// wordsOf returns the words of a value.
func (s *sentence) wordsOf(v *value) (first, end int) {
	return s.index(s.a.terms[v.first].word), s.index(s.a.terms[v.end-1].word) + 1
}

// rival returns the number of the source's sentence that excludes w, nil if there is
// none or another may be meant.
func (x *contrast) rival(w *value) *value {
	var rival, last *value
	best := -1
	if x.q.partitive(w) {
		return nil
	}
	for k := range x.p.a.values {
		v := &x.p.a.values[k]
		if v.amount == nil || !x.p.holds(v) || v.amount.Kind != w.amount.Kind || v.amount.Unit.Dimension() != w.amount.Unit.Dimension() || v.amount.Change {
			continue
		}
		if r := quantity.Relate(*v.amount, *w.amount); r == quantity.Equal || r == quantity.Within {
			return nil // it may be the one that is meant, whatever it stands beside
		}
		if w.amount.Kind != quantity.Measure && !sameNoun(x.p, v, x.q, w) {
			continue
		}
		if x.p.partitive(v) || last != nil && v.first-last.end < 8 && w.amount.Kind == quantity.Count {
			return nil // a part of a whole, or one that makes it up with another: "24 and two"
		}
		last = v
		score := x.beside(v, w)
		if score < best {
			continue
		}
		excluded := clashing(v.amount, w.amount) && (w.amount.Kind != quantity.Ordinal || x.sameRank(v, w))
		switch {
		case score > best:
			best, rival = score, nil
			if excluded {
				rival = v
			}
		case !excluded:
			rival = nil
			best = score + 1 // one of the nearest may be meant
		}
	}
	return rival
}

// partitive reports whether a number is of a number: "two of the five".
func (s *sentence) partitive(v *value) bool {
	_, i := s.wordsOf(v)
	if i <= 0 || i >= len(s.words) || s.fold(i) != "of" {
		return false
	}
	for k := i + 1; k < len(s.words) && k < i+4; k++ {
		if t := s.term(k); t != nil && t.value > 0 {
			return true
		}
	}
	return false
}

// beside counts the words of the statement that stand in the source's clause around v.
func (x *contrast) beside(v, w *value) int {
	first, end := x.p.wordsOf(v)
	if first < 0 || end <= 0 {
		return 0
	}
	for first > 0 && !x.p.breaks(first-1) {
		first--
	}
	for end < len(x.p.words) && !x.p.breaks(end) {
		end++
	}
	n := 0
	qf, qe := x.q.openingPhrase()
	for i := range x.q.words {
		if t := x.q.term(i); t != nil && (i < qf || i >= qe || t.flags&capital == 0) && t.class == content && t.value == 0 && x.within(i, first, end) {
			n++
		}
	}
	return n
}

// breaks reports whether word i is a mark or a conjunction.
func (s *sentence) breaks(i int) bool {
	t := s.term(i)
	return t == nil && s.words[i].In(s.a.side.Text) != "-" || t != nil && t.class == conjunction
}

// sameRank reports whether two ranks are of the same order: the words between them and
// their noun are the same.
func (x *contrast) sameRank(v, w *value) bool {
	i, k := x.p.index(x.p.a.terms[v.end-1].word)+1, x.q.index(x.q.a.terms[w.end-1].word)+1
	a, b := x.p.index(v.amount.Head), x.q.index(w.amount.Head)
	if i < 1 || k < 1 || a < i || b < k || a-i != b-k {
		return false
	}
	for ; i < a; i, k = i+1, k+1 {
		if x.p.fold(i) != x.q.fold(k) {
			return false
		}
	}
	// "the third largest city by area" may be the fourth largest by people
	return a+1 >= len(x.p.words) || x.p.fold(a+1) != "by" && x.p.fold(a+1) != "after"
}

// having reports whether word i is a verb that says no more than that a number is so.
func (s *sentence) having(i int) bool {
	t := s.term(i)
	if t == nil || s.tree.Tokens[i].Tag != grammar.Verb {
		return false
	}
	switch s.lemma(i) {
	case "have", "hold", "earn", "gross", "score", "receive", "report", "record", "confirm", "reach", "total", "make", "stand", "see", "get", "contain", "include", "be", "register", "amass", "collect":
		return true
	}
	return false
}

// numbered reports whether word i belongs to a number that the source has one of the same
// kind for.
func (x *contrast) numbered(i int) bool {
	t := x.q.term(i)
	if t == nil || t.value == 0 {
		return false
	}
	w := &x.q.a.values[t.value-1]
	if w.amount == nil {
		return false
	}
	for k := range x.p.a.values {
		v := &x.p.a.values[k]
		if v.amount != nil && x.p.holds(v) && v.amount.Kind == w.amount.Kind && v.amount.Unit.Dimension() == w.amount.Unit.Dimension() && (w.amount.Kind == quantity.Measure || sameNoun(x.p, v, x.q, w)) {
			return true
		}
	}
	return false
}

// sameTopic reports whether the number v of the source is said of what the statement
// begins with: the source's sentence begins with it, or the clause of v does.
func (x *contrast) sameTopic(v *value) bool {
	if x.aboutSame() {
		return true
	}
	qf, qe := x.q.openingPhrase()
	at, _ := x.p.wordsOf(v)
	if qf >= qe || at < 0 {
		return false
	}
	verb := at - 1
	for verb > 0 && !x.p.verbal(verb) {
		verb--
	}
	for verb > 0 && x.p.verbal(verb-1) {
		verb--
	}
	first := verb
	for first > 0 && x.p.term(first-1) != nil && x.p.term(first-1).class == content && x.p.capitalised(first-1) {
		first--
	}
	return first < verb && x.sameSubject(qf, qe, first, verb)
}

// unmet returns the reasons of a contradiction without those of a number that the source
// has elsewhere, or may have as the sum of others: "24 long episodes and two short
// episodes" beside "26 episodes".
func unmet(a, b *Analysis, reasons []reason.Reason, r Relation) []reason.Reason {
	if r != Contradicts {
		return reasons
	}
	kept := reasons[:0:0]
	for _, w := range reasons {
		if (w.Kind == reason.Number || w.Kind == reason.Rank) && a.meets(b, w) {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// meets reports whether a number of the source, or the sum of two, may be the one that a
// reason says it has not.
func (a *Analysis) meets(b *Analysis, r reason.Reason) bool {
	var w *value
	for k := range b.values {
		if v := &b.values[k]; v.amount != nil && b.span(v.first, v.end) == r.Statement {
			w = v
		}
	}
	if w == nil {
		return false
	}
	if r.Kind == reason.Rank && a.ranksBy(r.Source) {
		return true
	}
	var last *value
	for k := range a.values {
		v := &a.values[k]
		if v.amount == nil || v.amount.Kind != w.amount.Kind || v.amount.Unit.Dimension() != w.amount.Unit.Dimension() || !a.mayCount(v, b, w) {
			continue
		}
		if r := quantity.Relate(*v.amount, *w.amount); r == quantity.Equal || r == quantity.Within {
			return true
		}
		if w.amount.Kind == quantity.Count && (last != nil && v.first-last.end < 6 || a.added(v)) {
			return true
		}
		last = v
	}
	return false
}

// added reports whether another number of the same noun follows v after "and": "24 long episodes
// and two half-hour episodes".
func (a *Analysis) added(v *value) bool {
	if v.amount.Head < 0 || a.termAt(v.amount.Head) == nil {
		return false
	}
	noun := a.termAt(v.amount.Head).stem
	and := false
	for i := v.end; i < len(a.terms) && i < v.end+12; i++ {
		t := &a.terms[i]
		and = and || t.fold == "and" && i+1 < len(a.terms) && a.terms[i+1].value > 0
		if and && t.stem == noun {
			return true
		}
	}
	return false
}

// ranksBy reports whether the rank at a span is one of several that its noun may have: "the
// third largest city by area".
func (a *Analysis) ranksBy(at text.Span) bool {
	for i := range a.terms {
		if a.words[a.terms[i].word].Start < at.End {
			continue
		}
		for k := i; k < len(a.terms) && k < i+8; k++ {
			if a.terms[k].fold == "by" {
				return true
			}
		}
		return false
	}
	return false
}

// misbound reports whether a number of the statement is borne out by one of the source's
// sentence alone that stands among other words, and excluded by the one that stands among the
// same.
func (m *match) misbound(p, q *sentence) bool {
	x := &contrast{m: m, p: p, q: q}
	for k := range q.a.values {
		w := &q.a.values[k]
		if w.amount == nil || !q.holds(w) || w.amount.Kind != quantity.Measure && w.amount.Kind != quantity.Count {
			continue
		}
		best, excluded := -1, false
		for i := range p.a.values {
			v := &p.a.values[i]
			if v.amount == nil || !p.holds(v) || v.amount.Kind != w.amount.Kind || v.amount.Unit.Dimension() != w.amount.Unit.Dimension() || w.amount.Kind == quantity.Count && !sameNoun(p, v, q, w) {
				continue
			}
			r := quantity.Relate(*v.amount, *w.amount)
			switch score := x.beside(v, w); {
			case score > best:
				best, excluded = score, r == quantity.Disjoint
			case score == best && r != quantity.Disjoint:
				excluded = false
			}
		}
		if excluded {
			return true
		}
	}
	return false
}

// mayCount reports whether v is a number of what w is one of: no noun, or the same noun in
// the next words.
func (a *Analysis) mayCount(v *value, b *Analysis, w *value) bool {
	if w.amount.Kind == quantity.Measure || w.amount.Head < 0 {
		return true
	}
	t := b.termAt(w.amount.Head)
	if t == nil {
		return true
	}
	for i := v.first; i < len(a.terms) && i < v.end+5; i++ {
		if y := &a.terms[i]; y.stem == t.stem || y.class == content && y.flags&capital == 0 && kin(a.lang, y, t) == equal {
			return true
		}
		if i >= v.end && a.terms[i].value > 0 {
			return false
		}
	}
	return false
}
