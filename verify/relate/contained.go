package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// A long sentence of a report says what a short statement says when the
// statement's words stand in it in their order and what was left out between them
// changes nothing: "rebels, who had come from the east, took the town of Kasiki on
// Monday" says that rebels took Kasiki. The trees of both sentences must bear it
// out: the verb is the same, it is asserted in both, and who does what is the
// same word. Where they do and only a number or a date differs, that is a clash.

// An item is what two such sentences are laid beside each other by: a value or a
// term.
type item struct {
	value *value
	term  *term
	word  int // the word of the sentence, -1 if it is not parsed
	first int // term
}

// items returns the items of a sentence without its articles and auxiliaries.
func (s *sentence) items() []item {
	var out []item
	for i := s.first; i < s.end; i++ {
		t := s.a.termAt(i)
		if t == nil || t.word != i {
			continue
		}
		k := int(s.a.termOf[i])
		if t.value > 0 {
			v := &s.a.values[t.value-1]
			if v.first == k {
				out = append(out, item{value: v, word: s.index(i), first: k})
			}
			continue
		}
		switch t.class {
		case article, auxiliary, adverb:
			continue
		}
		out = append(out, item{term: t, word: s.index(i), first: k})
	}
	return out
}

// fits returns what it is worth to lay item y of the statement beside item x of
// the source, zero if they do not fit.
func (m *match) fits(p *sentence, x *item, q *sentence, y *item) int32 {
	switch {
	case x.value != nil && y.value != nil:
		if x.value.time != nil && y.value.time != nil {
			return 6
		}
		if a, b := x.value.amount, y.value.amount; a != nil && b != nil {
			switch quantity.Relate(*a, *b) {
			case quantity.Equal, quantity.Within:
				return 8
			case quantity.Contains, quantity.Overlaps:
				return 7
			case quantity.Disjoint, quantity.Borders:
				return 6
			}
		}
		return 0
	case x.value != nil || y.value != nil:
		return 0
	}
	s, t := x.term, y.term
	if s.fold == t.fold {
		return t.weight() + 1
	}
	switch {
	case s.class == content && t.class == content:
		if k := kin(p.a.lang, s, t); k == equal || k == narrower && x.word >= 0 && y.word >= 0 && kinOf(p, x.word, q, y.word) == narrower {
			return t.weight()
		}
		if x.word >= 0 && t.flags&capital != 0 {
			if n := p.refName(x.word); n != "" && samePhrase(n, t.fold) {
				return t.weight()
			}
		}
	case t.class == content && x.word >= 0 && s.class == pronoun:
		if n := p.refName(x.word); n != "" && samePhrase(n, t.fold) {
			return t.weight()
		}
	case s.class == t.class && s.class != negation && groupings()[p.a.lang].interchangeable(s.fold, t.fold):
		return t.weight()
	}
	return 0
}

// maxContained bounds the table of one comparison.
const maxContained = 4000

// contained compares a sentence of the statement with one of the source that may
// contain it.
func (m *match) contained(p, q *sentence) verdict {
	xs, ys := p.items(), q.items()
	if len(ys) < 2 || len(xs) < len(ys) || len(xs)*len(ys) > maxContained {
		return verdict{}
	}
	if !p.nearlyHolds(ys) {
		return verdict{}
	}
	to := m.inOrder(p, xs, q, ys)
	if to == nil || !parsed[p.a.lang] && to[len(to)-1]-to[0] > len(to)-1 || !m.bornOut(p, xs, q, ys, to) {
		return verdict{}
	}
	out := verdict{relation: Agrees}
	for j := range ys {
		w := ys[j].value
		if w == nil {
			continue
		}
		v := xs[to[j]].value
		same, differ, kind := compareBound(p, v, q, w)
		switch {
		case differ:
			x, y := p.a.span(v.first, v.end), q.a.span(w.first, w.end)
			out.relation = Contradicts
			out.reasons = append(out.reasons, against(kind, p.a, x, q.a, y))
		case !same && out.relation == Agrees:
			out.relation = Silent
		}
	}
	return out
}

// nearlyHolds reports whether all but two of the content words stand in the
// sentence as they are: the cheap question before the dear one.
func (s *sentence) nearlyHolds(ys []item) bool {
	strange := 0
	for i := range ys {
		if t := ys[i].term; t != nil && t.class == content && !s.bloom.Has(t.stem) {
			strange++
		}
	}
	return strange <= 2
}

// compareBound compares two values that are bound to the same words.
func compareBound(p *sentence, v *value, q *sentence, w *value) (same, differ bool, kind reason.Kind) {
	if v.time != nil {
		return date.Entails(*v.time, *w.time), date.Incompatible(*v.time, *w.time) && !adjacent(v.time, w.time), reason.Date
	}
	if v.amount.Kind == quantity.Count && !sameNoun(p, v, q, w) {
		return false, false, reason.None
	}
	r := quantity.Relate(*v.amount, *w.amount)
	kind = reason.Number
	if v.amount.Kind == quantity.Ordinal {
		kind = reason.Rank
	}
	return r == quantity.Equal || r == quantity.Within, clashing(v.amount, w.amount), kind
}

// inOrder returns for each of ys the index of the one among xs that it is laid
// beside, in order; nil if one of them finds no place.
func (m *match) inOrder(p *sentence, xs []item, q *sentence, ys []item) []int {
	n, k := len(xs), len(ys)
	best := make([]int32, (n+1)*(k+1))
	for i := n - 1; i >= 0; i-- {
		for j := k - 1; j >= 0; j-- {
			v := max(best[(i+1)*(k+1)+j], best[i*(k+1)+j+1])
			if w := m.fits(p, &xs[i], q, &ys[j]); w > 0 {
				v = max(v, best[(i+1)*(k+1)+j+1]+w)
			}
			best[i*(k+1)+j] = v
		}
	}
	to := make([]int, 0, k)
	for i, j := 0, 0; j < k; {
		if i == n {
			return nil
		}
		at := best[i*(k+1)+j]
		if w := m.fits(p, &xs[i], q, &ys[j]); w > 0 && at == best[(i+1)*(k+1)+j+1]+w {
			to = append(to, i)
			i, j = i+1, j+1
			continue
		}
		if at == best[(i+1)*(k+1)+j] {
			i++
			continue
		}
		return nil // a word of the statement is left out
	}
	return to
}

// bornOut reports whether the trees agree to the order of the words: the main
// verbs are laid beside each other and asserted alike, so are those who act and
// are acted upon, and nothing that turns the sense was left out between.
func (m *match) bornOut(p *sentence, xs []item, q *sentence, ys []item, to []int) bool {
	place := map[int]int{} // word of q to word of p
	weight := 0
	for j := range ys {
		if ys[j].word >= 0 && xs[to[j]].word >= 0 {
			place[ys[j].word] = xs[to[j]].word
		}
		if ys[j].value != nil || ys[j].term.class == content {
			weight++
		}
	}
	if weight < 3 {
		return false
	}
	for i := to[0]; i < to[len(to)-1]; i++ {
		if t := xs[i].term; t != nil && !slices.Contains(to, i) && (t.class == negation || t.class == modal || t.fold == "or" || t.fold == "if") {
			return false
		}
	}
	if len(q.events) == 0 {
		return false
	}
	for k := range q.events {
		e := &q.events[k]
		at, ok := place[e.predicate]
		if !ok {
			return false
		}
		f := p.eventAt(at)
		if f == nil || f.open != e.open || f.negative != e.negative || f.upcoming(e) || e.upcoming(f) || !e.asFirmAs(f) {
			return false
		}
		if e.negative && len(xs) > len(ys) {
			return false // what is denied with more words is denied of less
		}
		if !m.placed(p, f.agents, q, e.agents, place) || len(f.patients) > 0 && len(e.patients) > 0 && !m.placed(p, f.patients, q, e.patients, place) {
			return false
		}
		for _, j := range e.patients {
			if q.valued(j) {
				continue
			}
			if at, ok := place[j]; !ok || q.prepositionOf(j) == "" && p.prepositionOf(at) != "" && !p.renames(at) {
				return false
			}
		}
	}
	return true
}

// eventAt returns the event whose predicate is word i, nil if there is none.
func (s *sentence) eventAt(i int) *event {
	for k := range s.events {
		if s.events[k].predicate == i {
			return &s.events[k]
		}
	}
	return nil
}

// placed reports whether each of the statement's js is laid beside one of the
// source's is, or beside another name of it.
func (m *match) placed(p *sentence, is []int, q *sentence, js []int, place map[int]int) bool {
	for _, j := range js {
		if q.valued(j) {
			continue
		}
		at, ok := place[j]
		if !ok {
			return false
		}
		found := false
		for _, i := range is {
			for _, h := range p.faces(nil, i) {
				found = found || h == at
			}
		}
		if !found || q.prepositionOf(j) == "" && p.prepositionOf(at) != "" && !p.renames(at) {
			return false
		}
	}
	return true
}

// valued reports whether word i is part of a value.
func (s *sentence) valued(i int) bool { return s.term(i) != nil && s.term(i).value > 0 }

// renames reports whether word i is another name of what the word above it names.
func (s *sentence) renames(i int) bool {
	h := s.tree.Tokens[i].Head
	return h >= 0 && slices.Contains(s.faces(nil, h), i)
}
