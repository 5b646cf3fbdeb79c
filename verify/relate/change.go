package relate

import (
	"slices"

	"factcheck/verify/reason"
)

// What became of the words between two near copies, and the state of their comparison.

// near judges two texts that are almost the same words in the same order: what
// was replaced, added and dropped decides.
type near struct {
	a, b    *Analysis
	segs    []segment
	changes []change  // parallel to segs
	handled [2][]bool // terms of the source and of the statement whose values were compared
	rules   []string  // that had a say
	figures bool      // a number or date is another, if compatible

	compared *Result // what the propositions come to, nil before it is asked
}

// A change is what became of a segment that is not common.
type change struct {
	fate         Fate
	a, b         [2]int      // the terms that clash where they are not the whole segment; else zero
	kind         reason.Kind // of a clash
	rule         string      // that made it one
	loose        bool        // rests on a synonym, a hypernym, or words cut out of a phrase
	operator     bool        // a clash of function words: "near", "far from"
	exclusive    bool        // two words of which nothing is both: "guitar", "flute"
	flip         bool        // turns the sense around: a negation put in or taken out, an opposite
	negA, negB   bool        // holds a negation that the other side has not
	more, less   bool        // the statement has content words that the source has not; the reverse
	hedge        bool        // the statement leaves out "may" or the like
	incomparable bool        // both have words that neither imply nor exclude each other
}

// denying returns the side that has a negation alone.
func (c *change) denying() side {
	if c.negB {
		return inStatement
	}
	return inSource
}

// merge makes the change at least as grave as f.
func (c *change) merge(f Fate, k reason.Kind) {
	rank := [...]int{Same: 0, Dropped: 1, Added: 2, Changed: 3, Clash: 4}
	if rank[f] > rank[c.fate] {
		c.fate, c.kind = f, k
	}
}

// note adds a rule to those that decided.
func (n *near) note(rule string) { n.rules = addRule(n.rules, rule) }

// clash makes a change a clash by a rule, or a change only if the rule is left out.
func (n *near) clash(c *change, kind reason.Kind, rule string) {
	if n.b.off(rule) {
		c.merge(Changed, reason.None)
		return
	}
	if c.fate != Clash {
		c.rule = rule
	}
	c.merge(Clash, kind)
}

// A side is one of the two texts.
type side uint8

const (
	inSource side = iota
	inStatement
)

// other returns the other side.
func (of side) other() side { return inStatement - of }

// analysis returns the text of a side as it was prepared.
func (n *near) analysis(of side) *Analysis {
	if of == inStatement {
		return n.b
	}
	return n.a
}

// terms returns the terms of a side.
func (n *near) terms(of side) []term { return n.analysis(of).terms }

// run returns the terms of segment i on a side.
func (n *near) run(of side, i int) []term {
	r := n.segs[i].on(of)
	return n.terms(of)[r[0]:r[1]]
}

// open returns the terms of segment i on a side whose values were not compared.
func (n *near) open(of side, i int) []term {
	t := n.run(of, i)
	r, handled := n.segs[i].on(of), n.handled[of]
	if !slices.Contains(handled[r[0]:r[1]], true) {
		return t
	}
	var left []term
	for k := range t {
		if !handled[r[0]+k] {
			left = append(left, t[k])
		}
	}
	return left
}

// anchored reports whether both texts have a name, number or date in common.
func (n *near) anchored() bool {
	for i, s := range n.segs {
		if !s.common {
			continue
		}
		for _, t := range n.run(inStatement, i) {
			if t.flags&capital != 0 && t.flags&opening == 0 || t.value != 0 && n.b.values[t.value-1].time != nil || t.flags&digits != 0 {
				return true
			}
		}
	}
	return len(n.b.terms) > 30
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
