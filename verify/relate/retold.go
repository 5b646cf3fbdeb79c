package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/verify/reason"
)

// A text that retells a document speaks of the same events, in other words and in
// another order. That much known, less is needed to say that one of its statements
// is wrong than between two texts of which nothing is known: no tree has to be
// right from end to end.
//
// A statement is laid over each passage of the document, word by word and whatever
// the order: a word counts as said if the passage has it, a form of it, a synonym,
// a wider or narrower word. Where most of the statement is said and one thing in
// it is not from there, what the passage has in its place contradicts it:
//
//   - a number, of the same unit and noun (retoldnumber.go);
//   - a name, bound to the same word (retoldname.go);
//   - a date or a time of day (retolddate.go);
//   - the opposite of a word, the same on both sides of it; a denial (retoldturn.go);
//   - the same verb with the names beside it exchanged (retoldrole.go);
//   - a verb told as done that the passage leaves open: that overstates (retoldplan.go).
//
// "Not from there" means that the whole document has it nowhere, in no form: a
// number that it gives for something else, a sum of two of its numbers, another
// name of somebody it names are never called wrong by this. That is the limit too:
// a name or date of the document in another's place is not seen, nor is what needs
// more than a word to turn ("wrote the dissent", "wrote the opinion").
//
// Measured on 24 reports, each retold in six true statements and six with one
// error of another kind: of the errors .46 were found where they were read and .31
// where they were not, beside .08 and .15 sentence by sentence; of 144 true
// statements none was called wrong.

// A Retelling is what a document makes of a statement of a text that retells it.
type Retelling struct {
	Result
	Passage int // the index of the passage that decided
}

// Retold judges a statement of a text that retells a document, given passages of
// the document that may speak of the same.
func (a *Account) Retold(passages []*Analysis, statement *Analysis) Retelling {
	if len(statement.terms) < 3 || len(statement.terms) > 80 {
		return Retelling{}
	}
	near := a.nearest(passages, statement)
	for _, judge := range [...]func([]int, []*Analysis, *Analysis) (Retelling, bool){a.otherNumber, a.otherName, a.otherDate, a.otherPole, a.otherSign, a.otherRole, a.planned} {
		if r, ok := judge(near, passages, statement); ok {
			return r
		}
	}
	return Retelling{}
}

// nearestPassages is how many passages are looked at closely.
const nearestPassages = 8

// nearest returns the passages that share most with the statement, the nearest
// first.
func (a *Account) nearest(passages []*Analysis, q *Analysis) []int {
	type scored struct{ i, n int }
	var best []scored
	for i, p := range passages {
		n := 0
		for k := range q.terms {
			if t := &q.terms[k]; t.class == content && p.bloom.Has(t.stem) {
				n += t.tellWeight()
			}
		}
		if n < 2 || p.lang != q.lang {
			continue
		}
		at := len(best)
		for at > 0 && best[at-1].n < n {
			at--
		}
		if at == nearestPassages {
			continue
		}
		best = append(best, scored{})
		copy(best[at+1:], best[at:])
		best[at] = scored{i, n}
		best = best[:min(len(best), nearestPassages)]
	}
	out := make([]int, len(best))
	for i := range best {
		out[i] = best[i].i
	}
	return out
}

// tellWeight is what a word counts for when a statement is laid over a passage.
func (t *term) tellWeight() int {
	if t.flags&capital != 0 && t.flags&opening == 0 {
		return 2
	}
	return 1
}

// said is how much of a statement a passage says, by weight.
type said struct {
	got, all  int
	otherTime bool // the statement gives a time that none of the passage's can be: another event
}

// share returns the part that is said.
func (s said) share() float64 {
	if s.all == 0 {
		return 0
	}
	return float64(s.got) / float64(s.all)
}

// overlay lays a statement over a passage, leaving out its terms from first up to
// end.
func (a *Account) overlay(p, q *Analysis, first, end int) said {
	var s said
	for k := range q.terms {
		t := &q.terms[k]
		if k >= first && k < end || t.class != content || light(t.stem) {
			continue
		}
		if t.value > 0 {
			v := &q.values[t.value-1]
			if v.first != k || v.first >= first && v.first < end {
				continue
			}
			s.all++
			if p.hasValue(v) {
				s.got++
			} else if v.time != nil && p.otherTimes(v) {
				s.otherTime = true
			}
			continue
		}
		w := t.tellWeight()
		s.all += w
		switch {
		case p.tells(t):
			s.got += w
		case w > 1 && a.Has(t.fold):
			s.got++ // somebody the document speaks of, perhaps by a pronoun here
		}
	}
	return s
}

// otherTimes reports whether a passage is dated, and by no time that v may be.
func (a *Analysis) otherTimes(v *value) bool {
	dated := false
	for k := range a.values {
		if u := &a.values[k]; u.time != nil {
			if !date.Incompatible(*u.time, *v.time) {
				return false
			}
			dated = true
		}
	}
	return dated
}

// tells reports whether a passage has a content word in some form.
func (a *Analysis) tells(t *term) bool {
	for i := range a.terms {
		s := &a.terms[i]
		if s.class != content {
			continue
		}
		if s.stem == t.stem || s.fold == t.fold {
			return true
		}
		if s.flags&digits != 0 || s.proper() || t.proper() {
			continue
		}
		switch kin(a.lang, s, t) {
		case equal, synonym, narrower, wider:
			return true
		}
		if a.lang == "en" && derived(s, t) {
			return true
		}
	}
	for _, r := range a.side.Refs {
		for _, w := range nameWords(r.Name) {
			if w == t.fold {
				return true
			}
		}
	}
	return false
}

// derived reports whether two words are of one family: die and death.
func derived(s, t *term) bool {
	for x := lexicon.Noun; x <= lexicon.Adverb; x++ {
		l, ok := s.lemma("en", x)
		if !ok {
			continue
		}
		for y := lexicon.Noun; y <= lexicon.Adverb; y++ {
			if m, ok := t.lemma("en", y); ok && x != y && lexicon.Derived(l, m) {
				return true
			}
		}
	}
	return false
}

// clash makes the outcome of two runs of terms that cannot both be right.
func clash(passage int, k reason.Kind, p *Analysis, v [2]int, q *Analysis, w [2]int) Retelling {
	x, y := p.span(v[0], v[1]), q.span(w[0], w[1])
	return Retelling{Passage: passage, Result: Result{Relation: Contradicts, Reasons: []reason.Reason{against(k, p, x, q, y)}}}
}

// Repeats returns the part of a statement, by weight, that a passage of the
// document says too, and that weight; none if one of them denies something and
// the other nothing.
func (a *Account) Repeats(passage, statement *Analysis) (share float64, weight int) {
	if passage.lang != statement.lang || (len(passage.denials()) > 0) != (len(statement.denials()) > 0) {
		return 0, 0
	}
	s := a.overlay(passage, statement, -1, -1)
	if s.otherTime {
		return 0, 0
	}
	return s.share(), s.got
}
