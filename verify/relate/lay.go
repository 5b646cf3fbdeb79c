package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// Lay lays a statement beside its source phrase by phrase, for people: what Relate
// does not draw itself where the two are no near copies of each other. Each run of
// words of the statement is given the run of the source that says the same, or
// what clashes with it by the reasons of r; then what the source says beyond it in
// the sentences that were used. It is nil if the two have nothing in common.
func Lay(source, statement Side, r Result) []Link {
	l := layout{a: Prepare(source), b: Prepare(statement)}
	l.to = make([]int, len(l.b.terms))
	l.taken = make([]bool, len(l.a.terms))
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
	taken []bool // parallel to a.terms
}

// find gives term i of the statement the content word of the source that is most
// like it, near where the word before it was found.
func (l *layout) find(i int) {
	t := &l.b.terms[i]
	if t.class != content || l.to[i] >= 0 {
		return
	}
	last := 0
	for k := i - 1; k >= 0; k-- {
		if l.to[k] >= 0 {
			last = l.to[k]
			break
		}
	}
	best, worth := -1, 0
	for j := range l.a.terms {
		s := &l.a.terms[j]
		if s.class != content || l.taken[j] {
			continue
		}
		w := 0
		switch {
		case t.value > 0 || s.value > 0:
			if t.value > 0 && s.value > 0 && comparable(&l.a.values[s.value-1], &l.b.values[t.value-1]) {
				w = 3
			}
			if s.flags&t.flags&digits != 0 {
				w = 3
			}
		default:
			switch kin(l.a.lang, s, t) {
			case equal:
				w = 5
			case synonym, narrower, opposite:
				w = 4
			case wider, exclusive:
				w = 2
			}
		}
		if s.fold == t.fold {
			w = 6
		}
		if w == 0 {
			continue
		}
		w = w*1000 - max(j-last, last-j)
		if best < 0 || w > worth {
			best, worth = j, w
		}
	}
	if best >= 0 {
		l.to[i], l.taken[best] = best, true
	}
}

// comparable reports whether two values are both dates or measure one thing.
func comparable(v, w *value) bool {
	if v.time != nil || w.time != nil {
		return v.time != nil && w.time != nil
	}
	return v.amount.Kind == w.amount.Kind && v.amount.Unit.Dimension() == w.amount.Unit.Dimension()
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
				l.to[x], l.taken[y] = y, true
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
		l.to[i], l.taken[x] = x, true
	}
}

// links groups the words of the statement into runs that stand in one run of the
// source, in the order of the statement.
func (l *layout) links(r Result) []Link {
	var out []Link
	for i := 0; i < len(l.to); {
		if w := l.clash(r, i); w >= 0 {
			out = append(out, Link{Clash, r.Reasons[w].Source, r.Reasons[w].Statement})
			for i < len(l.to) && l.b.words[l.b.terms[i].word].Start < max(r.Reasons[w].Statement.End, r.Reasons[w].Statement.Start+1) {
				if j := l.to[i]; j >= 0 {
					l.taken[j] = true
				}
				i++
			}
			continue
		}
		j := i + 1
		if l.to[i] < 0 {
			for j < len(l.to) && (l.to[j] < 0) && l.clash(r, j) < 0 {
				j++
			}
			if f := l.added(i, j); f != Same {
				out = append(out, Link{f, l.a.span(len(l.a.terms), len(l.a.terms)), l.b.span(i, j)})
			}
			i = j
			continue
		}
		end := l.to[i] + 1
		for j < len(l.to) && l.clash(r, j) < 0 && l.to[j] == end &&
			(l.b.terms[j].value > 0 && l.b.terms[j].value == l.b.terms[j-1].value || l.fate(j, j+1) == l.fate(j-1, j)) {
			end++
			j++
		}
		out = append(out, Link{l.fate(i, j), l.a.span(l.to[i], end), l.b.span(i, j)})
		i = j
	}
	return out
}

// clash returns the reason that begins at term i of the statement, -1 if none.
func (l *layout) clash(r Result, i int) int {
	if r.Relation != Contradicts {
		return -1
	}
	at := l.b.words[l.b.terms[i].word]
	for k, w := range r.Reasons {
		if at.Start <= w.Statement.Start && w.Statement.Start < at.End {
			return k
		}
	}
	return -1
}

// added returns what became of terms i up to j, which the source has not: nothing
// of note if they carry no meaning.
func (l *layout) added(i, j int) Fate {
	for ; i < j; i++ {
		switch l.b.terms[i].class {
		case content, negation, modal, quantifier:
			return Added
		}
	}
	return Same
}

// fate returns what became of the words that terms i up to j stand beside.
func (l *layout) fate(i, j int) Fate {
	for ; i < j; i++ {
		s, t := &l.a.terms[l.to[i]], &l.b.terms[i]
		switch {
		case s.fold == t.fold:
		case s.flags&t.flags&digits != 0 && (s.value == 0 || t.value == 0):
			return Changed
		case s.value > 0 && t.value > 0:
			if v, w := &l.a.values[s.value-1], &l.b.values[t.value-1]; !sameValue(v, w) {
				return Changed
			}
		default:
			switch kin(l.a.lang, s, t) {
			case equal, synonym, narrower:
			default:
				return Changed
			}
		}
	}
	return Same
}

// sameValue reports whether the source's value bears out the statement's.
func sameValue(v, w *value) bool {
	if v.time != nil {
		return date.Entails(*v.time, *w.time)
	}
	q := quantity.Relate(*v.amount, *w.amount)
	return q == quantity.Equal || q == quantity.Within
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
	for _, w := range r.Reasons {
		if s.Start < w.Source.End && w.Source.Start < s.End {
			return true
		}
	}
	return false
}
