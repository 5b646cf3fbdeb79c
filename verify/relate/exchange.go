package relate

import (
	"slices"

	"factcheck/verify/reason"
)

// Words that change places in the same words around them say another thing: "the
// mayor blamed the judge", "they guessed the first rightly and the second
// wrongly". The order in a list says nothing, nor does an exchange for which the
// words between were turned too, as a passive does.

// exchange finds two segments that exchanged their words.
func (n *near) exchange() {
	first, second, pairs := -1, -1, 0
	for i := range n.segs {
		for j := i + 1; j < len(n.segs); j++ {
			if !n.segs[i].common && !n.segs[j].common && sameTerms(n.run(inSource, i), n.run(inStatement, j)) && sameTerms(n.run(inStatement, i), n.run(inSource, j)) {
				first, second = i, j
				pairs++
			}
		}
	}
	if pairs != 1 || slices.ContainsFunc(n.segs[first+1:second], func(s segment) bool { return !s.common }) {
		return
	}
	between := contents(n.b.terms[n.segs[first].b[1]:n.segs[second].b[0]])
	if len(between) == 0 {
		return // a list
	}
	between = slices.DeleteFunc(between, func(t term) bool { return t.flags&capital != 0 })
	if len(between) == 1 && peers.of(between[0].fold) {
		return // "Karl is the brother of Emil", "Emil is the brother of Karl"
	}
	for _, k := range [...]int{first, second} {
		if t := &n.b.terms[n.segs[k].b[0]]; t.class == preposition || t.value > 0 {
			return // "in Bunia", "on Monday" stand anywhere
		}
	}
	if n.b.off("near.exchange") {
		return
	}
	for _, k := range [...]int{first, second} {
		n.changes[k].fate, n.changes[k].kind, n.changes[k].rule = Clash, reason.Role, "near.exchange"
		n.changes[k].flip, n.changes[k].negA, n.changes[k].negB = false, false, false
	}
}

// compareds makes a clash of what is set above what it stands below in the source: "more women than men applied", "more men
// than women". Which of the words the two texts have in common the alignment cannot tell.
func (n *near) compareds() {
	i := slices.IndexFunc(n.segs, func(s segment) bool { return !s.common })
	if i >= 0 && n.reversed() && !n.b.off("near.exchange") {
		n.clash(&n.changes[i], reason.Role, "near.exchange")
	}
}

// reversed reports whether the words on either side of the one "than" changed places.
func (n *near) reversed() bool {
	x, y, one := n.a.compared()
	v, w, other := n.b.compared()
	return one && other && x.stem == w.stem && y.stem == v.stem && x.stem != y.stem
}

// compared returns the words of content on either side of the side's first "than", false if none stand there.
func (a *Analysis) compared() (above, below term, ok bool) {
	k := slices.IndexFunc(a.terms, func(t term) bool { return beyond.in(a.lang, t.fold) })
	if k < 1 || k+1 >= len(a.terms) || a.terms[k-1].class != content || a.terms[k+1].class != content {
		return above, below, false
	}
	return a.terms[k-1], a.terms[k+1], true
}

// sameTerms reports whether two runs of terms are the same words, content words
// among them.
func sameTerms(s, t []term) bool {
	if len(s) != len(t) {
		return false
	}
	some := false
	for i := range s {
		if s[i].fold != t[i].fold {
			return false
		}
		some = some || s[i].class == content
	}
	return some
}
