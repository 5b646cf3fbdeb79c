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

// What is said of a noun may stand before it or behind it in a clause of its own:
// "a green pepper", "a pepper which is green". Both say the same.

// relocate finds descriptions that moved to the other side of their noun.
func (n *near) relocate() {
	for i := 0; i+2 < len(n.segs); i++ {
		s, noun, t := &n.segs[i], &n.segs[i+1], &n.segs[i+2]
		between := n.b.terms[noun.b[0]:noun.b[1]]
		if s.common || t.common || !noun.common || len(between) > 3 || len(contents(between)) == 0 {
			continue
		}
		moved := slices.ContainsFunc([]side{inSource, inStatement}, func(of side) bool {
			before, behind := n.run(of.other(), i), n.run(of, i+2)
			return len(n.run(of, i)) == 0 && len(n.run(of.other(), i+2)) == 0 && (describes(behind, before) || passed(before, between, behind))
		})
		if moved && !n.b.off("near.relocated") {
			n.note("near.relocated")
			n.changes[i] = change{}
			n.changes[i+2] = change{}
		}
	}
}

// passed is the same where the description was laid beside itself and the noun
// moved: "pepper which is" before what is common, "pepper" behind it.
func passed(before, common, noun []term) bool {
	k := len(noun)
	if k == 0 || len(before) != k+2 || !sameTerms(before[:k], noun) {
		return false
	}
	return describes(append(append([]term(nil), before[k:]...), common...), contents(common))
}

// describes reports whether a clause says just what some adjectives do: "which is
// old and green", "old green".
func describes(clause, adjectives []term) bool {
	if len(clause) < 3 || len(adjectives) == 0 || clause[1].class != auxiliary || !describing.in("", clause[0].fold) {
		return false
	}
	said := contents(clause[2:])
	for _, t := range clause[2:] {
		if t.class != content && !adding.in("", t.fold) {
			return false
		}
	}
	if len(said) != len(adjectives) {
		return false
	}
	for i := range said {
		if said[i].fold != adjectives[i].fold {
			return false
		}
	}
	return true
}
