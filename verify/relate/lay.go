package relate

import (
	"slices"

	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Lay lays a statement beside its source phrase by phrase, for people: what Relate
// does not draw itself where the two are no near copies of each other. Each run of
// words of the statement is given the run of the source that says the same, or
// what clashes with it by the reasons of r; then what the source says beyond it in
// the sentences that were used. It is nil if the two have nothing in common.
func Lay(source, statement Side, r Result) []Link {
	l := layout{a: Prepare(source), b: Prepare(statement)}
	l.to, l.fates, l.taken = make([]int, len(l.b.terms)), make([]Fate, len(l.b.terms)), make([]bool, len(l.a.terms))
	for i := range l.to {
		l.to[i] = -1
	}
	for i := range l.b.terms {
		l.find(i)
	}
	if !l.fill() {
		return nil
	}
	for i := 1; i < len(l.to); i++ {
		l.replace(i)
	}
	links := l.links(r)
	return l.rest(links, r)
}

// A layout is the state of one such drawing.
type layout struct {
	a, b  *Analysis
	to    []int  // parallel to b.terms: the term of a beside it, -1 if none
	fates []Fate // parallel to b.terms: what became of the term beside it
	taken []bool // parallel to a.terms
}

// put lays term i of the statement beside term j of the source.
func (l *layout) put(i, j int, f Fate) { l.to[i], l.fates[i], l.taken[j] = j, f, true }

// find gives term i of the statement the content word of the source that is most
// like it, near where the word before it was found.
func (l *layout) find(i int) {
	t := &l.b.terms[i]
	if t.class != content {
		return
	}
	last := 0
	for k := i - 1; k >= 0 && last == 0; k-- {
		last = max(l.to[k], 0)
	}
	best, most := -1, laid{}
	for j := range l.a.terms {
		if s := &l.a.terms[j]; s.class == content && !l.taken[j] {
			w := l.beside(s, t)
			if w.worth = w.worth*1000 - max(j-last, last-j); w.fate != Dropped && (best < 0 || w.worth > most.worth) {
				best, most = j, w
			}
		}
	}
	if best >= 0 {
		l.put(i, best, most.fate)
	}
}

// A laid is what it is worth to lay two content words beside each other and what then became of
// the first; Dropped if they have nothing to do with each other.
type laid struct {
	worth int
	fate  Fate
}

var laidByKin = [...]laid{unrelated: {0, Dropped}, equal: {5, Same}, synonym: {4, Same}, narrower: {4, Same}, wider: {2, Changed}, opposite: {4, Changed}, exclusive: {2, Changed}}

func (l *layout) beside(s, t *term) laid {
	if s.fold == t.fold {
		return laid{6, Same}
	}
	if s.value > 0 && t.value > 0 {
		v, w := &l.a.values[s.value-1], &l.b.values[t.value-1]
		switch {
		case v.time != nil && w.time != nil && entailed(v.time, w.time), v.amount != nil && w.amount != nil && quantity.Compare(v.amount, w.amount).Supports():
			return laid{3, Same}
		case v.time != nil && w.time != nil, v.amount != nil && w.amount != nil && v.amount.Kind == w.amount.Kind && v.amount.Dimension() == w.amount.Dimension():
			return laid{3, Changed}
		}
	}
	switch {
	case s.flags&t.flags&digits != 0:
		return laid{3, Changed}
	case s.value > 0 || t.value > 0:
		return laid{0, Dropped}
	}
	return laidByKin[kin(l.a.lang, s, t)]
}

// fill gives function words the like of them beside what was found, and reports
// whether anything was.
func (l *layout) fill() bool {
	some := false
	for i, j := range l.to {
		if j < 0 {
			continue
		}
		some = true
		for d := -1; d <= 1; d += 2 {
			for x, y := i+d, j+d; x >= 0 && y >= 0 && x < len(l.to) && y < len(l.taken); x, y = x+d, y+d {
				if l.to[x] >= 0 || l.taken[y] || l.b.terms[x].fold != l.a.terms[y].fold {
					break
				}
				l.put(x, y, Same)
			}
		}
	}
	return some
}

// replace lays term i of the statement, which the source has not, beside the one
// that stands in its place there: behind the like of the word before it, a name
// for a name.
func (l *layout) replace(i int) {
	t, x := &l.b.terms[i], l.to[i-1]+1
	if l.to[i] >= 0 || x == 0 || x >= len(l.taken) || l.taken[x] {
		return
	}
	if s := &l.a.terms[x]; t.class == s.class && t.class == content && t.proper() == s.proper() && t.value == 0 && s.value == 0 {
		l.put(i, x, Changed)
	}
}

// links groups the words of the statement into runs that stand in one run of the
// source, in the order of the statement.
func (l *layout) links(r Result) []Link {
	var out []Link
	for i := 0; i < len(l.to); {
		if w := l.clash(r, i); w != nil {
			out = append(out, Link{Clash, w.Source, w.Statement})
			for ; i < len(l.to) && l.b.words[l.b.terms[i].word].Start < max(w.Statement.End, w.Statement.Start+1); i++ {
			}
			continue
		}
		from, end := l.to[i], l.to[i]+1
		j := i + 1
		if from < 0 {
			for j < len(l.to) && l.to[j] < 0 && l.clash(r, j) == nil {
				j++
			}
			if slices.ContainsFunc(l.b.terms[i:j], func(t term) bool {
				return t.class == content || t.class == negation || t.class == modal || t.class == quantifier
			}) {
				out = append(out, Link{Added, l.a.span(len(l.a.terms), len(l.a.terms)), l.b.span(i, j)})
			}
		} else {
			one := func(j int) bool { return l.b.terms[j].value > 0 && l.b.terms[j].value == l.b.terms[j-1].value }
			for j < len(l.to) && l.clash(r, j) == nil && l.to[j] == end && (one(j) || l.fates[j] == l.fates[j-1]) {
				end++
				j++
			}
			out = append(out, Link{slices.Max(l.fates[i:j]), l.a.span(from, end), l.b.span(i, j)})
		}
		i = j
	}
	return out
}

// clash returns the reason that begins at term i of the statement, nil if none does.
func (l *layout) clash(r Result, i int) *reason.Reason {
	at := l.b.words[l.b.terms[i].word]
	for k := range r.Reasons {
		if w := &r.Reasons[k]; r.Relation == Contradicts && at.Start <= w.Statement.Start && w.Statement.Start < at.End {
			return w
		}
	}
	return nil
}

// rest appends what the used sentences of the source say beyond the statement.
func (l *layout) rest(links []Link, r Result) []Link {
	for _, s := range l.a.read() {
		used := false
		for i := range l.a.terms {
			if w := l.a.terms[i].word; w >= s.First && w < s.End {
				used = used || l.taken[i] && l.a.terms[i].class == content
			}
		}
		if !used {
			continue
		}
		for i := 0; i < len(l.a.terms); i++ {
			if w := l.a.terms[i].word; w < s.First || w >= s.End || l.taken[i] || within(r, l.a.span(i, i+1)) {
				continue
			}
			j, full := i, false
			for j < len(l.a.terms) && l.a.terms[j].word < s.End && !l.taken[j] && l.a.terms[j].zone == l.a.terms[i].zone && !within(r, l.a.span(j, j+1)) {
				full = full || l.a.terms[j].class == content
				j++
			}
			if full {
				at := len(l.b.side.Text)
				links = append(links, Link{Dropped, l.a.span(i, j), text.Span{Start: at, End: at}})
			}
			i = j - 1
		}
	}
	return links
}

// within reports whether a reason points at bytes of the source.
func within(r Result, s text.Span) bool {
	return slices.ContainsFunc(r.Reasons, func(w reason.Reason) bool { return s.Start < w.Source.End && w.Source.Start < s.End })
}

// mostKin bounds the pairs of words for which Missing asks the dictionary.
const mostKin = 20_000

// Missing returns the words of a statement for which a source has neither the same
// word nor one that says the same, as spans of the statement's text in their
// order: what a reader must look for elsewhere. Words that follow each other make
// one span, words of grammar between them included. Nil if there are none.
func Missing(source, statement *Analysis) []text.Span {
	ask := len(source.terms)*len(statement.terms) <= mostKin
	var runs []text.Span
	next := -1 // the word that would go on with the run
	for i := range statement.terms {
		t := &statement.terms[i]
		switch {
		case t.class == content && !(t.value > 0 && source.states(&statement.values[t.value-1])) && !source.means(t, ask):
			at := statement.span(i, i+1)
			if next == t.word {
				runs[len(runs)-1].End = at.End
			} else {
				runs = append(runs, at)
			}
			next = t.end
		case t.class != content && next == t.word:
			next = t.end
		default:
			next = -1
		}
	}
	return runs
}

// states reports whether one of the values is v, however it is written: "29" is
// "twenty-nine".
func (a *Analysis) states(v *value) bool {
	return slices.ContainsFunc(a.values, func(s value) bool {
		return s.amount != nil && v.amount != nil && quantity.Compare(s.amount.Standing(), v.amount.Standing()) == relation.Equal ||
			s.time != nil && v.time != nil && s.time.Interval.Known() && s.time.Interval == v.time.Interval
	})
}

// means reports whether one of the words is t, or says as much as far as the
// dictionary knows, if that is asked too.
func (a *Analysis) means(t *term, ask bool) bool {
	if a.stems.Has(text.Key(t.stem)) && shares(a.terms, *t) {
		return true
	}
	return ask && slices.ContainsFunc(a.terms, func(s term) bool {
		k := kin(a.lang, &s, t)
		return s.class == content && (k == equal || k == synonym || k == narrower)
	})
}
