package relate

import (
	"strings"

	"factcheck/verify/reason"
)

// near judges two texts that are almost the same words in the same order: what
// was replaced, added and dropped decides.
type near struct {
	a, b  *Analysis
	segs  []segment
	fates []Fate // of the segments
	flips []int  // segments that turn the sense around: a negation put in or taken out, an opposite
	why   []reason.Reason
}

// nearness is the least share of the weight of the larger text that two
// near-identical texts have in common.
const nearness = 0.6

// judgeNear compares a and b as near-identical texts; false if they are not.
func judgeNear(a, b *Analysis) (Result, bool) {
	if len(a.terms) < 3 || len(b.terms) < 3 || len(a.terms) > 3*len(b.terms) || len(b.terms) > 3*len(a.terms) {
		return Result{}, false
	}
	segs := align(a.terms, b.terms)
	if segs == nil {
		return Result{}, false
	}
	var same, wa, wb int32
	for i := range a.terms {
		wa += a.terms[i].weight()
	}
	for i := range b.terms {
		wb += b.terms[i].weight()
	}
	for _, s := range segs {
		if s.common {
			for j := s.b[0]; j < s.b[1]; j++ {
				same += b.terms[j].weight()
			}
		}
	}
	if float64(same) < nearness*float64(max(wa, wb)) {
		return Result{}, false
	}
	n := near{a: a, b: b, segs: segs}
	return n.judge(), true
}

func (n *near) judge() Result {
	r := Result{}
	added, changed, clash := false, false, false
	for i, s := range n.segs {
		f := Same
		if !s.common {
			f = n.compare(i)
		}
		n.fates = append(n.fates, f)
	}
	n.cancel()
	for i, s := range n.segs {
		switch n.fates[i] {
		case Clash:
			clash = true
		case Changed:
			changed = true
		case Added:
			added = true
		}
		r.Alignment = append(r.Alignment, Link{n.fates[i], n.a.span(s.a[0], s.a[1]), n.b.span(s.b[0], s.b[1])})
	}
	switch {
	case clash:
		r.Relation = Contradicts
		r.Reasons = n.why
	case !added && !changed:
		r.Relation = Agrees
	}
	return r
}

// cancel takes back two flips that stand beside each other: "not low" for "high".
func (n *near) cancel() {
	for k := 0; k+1 < len(n.flips); k++ {
		i, j := n.flips[k], n.flips[k+1]
		if n.segs[j].b[0]-n.segs[i].b[1] <= 4 {
			n.fates[i], n.fates[j] = Changed, Changed
			n.drop(i)
			n.drop(j)
			k++
		}
	}
}

// drop takes back the reason that segment i gave.
func (n *near) drop(i int) {
	at := n.b.span(n.segs[i].b[0], n.segs[i].b[1])
	kept := n.why[:0]
	for _, w := range n.why {
		if w.Statement != at {
			kept = append(kept, w)
		}
	}
	n.why = kept
}

// clash records that segment i cannot be true beside its counterpart.
func (n *near) clash(i int, k reason.Kind) Fate {
	s := n.segs[i]
	sa, sb := n.a.span(s.a[0], s.a[1]), n.b.span(s.b[0], s.b[1])
	note := "“" + sa.In(n.a.side.Text) + "” became “" + sb.In(n.b.side.Text) + "”"
	switch {
	case sa.Len() == 0:
		note = "“" + sb.In(n.b.side.Text) + "” was put in"
	case sb.Len() == 0:
		note = "“" + sa.In(n.a.side.Text) + "” was left out"
	}
	n.why = append(n.why, reason.Reason{Kind: k, Source: sa, Statement: sb, Note: note})
	return Clash
}

// compare tells what became of the words of segment i.
func (n *near) compare(i int) Fate {
	s := n.segs[i]
	a, b := n.a.terms[s.a[0]:s.a[1]], n.b.terms[s.b[0]:s.b[1]]
	na, nb := count(a, negation), count(b, negation)
	ca, cb := contents(a), contents(b)
	if na != nb && len(ca) == 0 && len(cb) == 0 {
		n.flips = append(n.flips, i)
		return n.clash(i, reason.Polarity)
	}
	switch {
	case len(ca) == 0 && len(cb) == 0:
		if special(a) != special(b) {
			return Changed
		}
		return Same
	case len(cb) == 0:
		if na != nb {
			return Changed
		}
		return Dropped
	case len(ca) == 0:
		return Added
	}
	if na != nb {
		return Changed
	}
	return n.replaced(i, ca, cb)
}

// special joins the words of a segment that bear on its truth without being
// content.
func special(t []term) string {
	var w []string
	for _, x := range t {
		if x.class == modal || x.class == quantifier {
			w = append(w, x.fold)
		}
	}
	return strings.Join(w, " ")
}

// replaced compares the content words of a segment.
func (n *near) replaced(i int, a, b []term) Fate {
	if len(a) == 1 && len(b) == 1 && a[0].flags&digits != 0 && b[0].flags&digits != 0 {
		return n.clash(i, reason.Number)
	}
	if named(a) && named(b) && !alias(a, b) {
		return n.clash(i, reason.Name)
	}
	return Changed
}

// named reports whether all of t are words of names.
func named(t []term) bool {
	for _, x := range t {
		if x.flags&capital == 0 || x.flags&opening != 0 {
			return false
		}
	}
	return len(t) > 0
}

// alias reports whether two names may be one.
func alias(a, b []term) bool {
	for _, x := range a {
		for _, y := range b {
			k := min(4, len(x.fold), len(y.fold))
			if x.fold[:k] == y.fold[:k] {
				return true
			}
		}
	}
	return initials(a) == flat(b) || initials(b) == flat(a)
}

func initials(t []term) string {
	var w strings.Builder
	for _, x := range t {
		w.WriteByte(x.fold[0])
	}
	return w.String()
}

func flat(t []term) string {
	var w strings.Builder
	for _, x := range t {
		w.WriteString(strings.ReplaceAll(x.fold, ".", ""))
	}
	return w.String()
}

func count(t []term, c class) int {
	n := 0
	for _, x := range t {
		if x.class == c {
			n++
		}
	}
	return n
}

func contents(t []term) []term {
	var c []term
	for _, x := range t {
		if x.class == content {
			c = append(c, x)
		}
	}
	return c
}
