package relate

import "factcheck/verify/reason"

// Operators are the function words that bear on what is said: prepositions,
// quantifiers, modals. Articles, auxiliaries and the like do not.

// operators returns the operators among t, in order.
func operators(t []term) []term {
	var o []term
	for _, x := range t {
		switch x.class {
		case preposition, quantifier, modal:
			o = append(o, x)
		case conjunction:
			if bearing.in("", x.fold) {
				o = append(o, x)
			}
		}
	}
	return o
}

// compareOperators tells what became of the operators of a segment.
func (n *near) compareOperators(c *change, a, b []term, only bool) {
	oa, ob := operators(a), operators(b)
	for k := 0; k < max(len(oa), len(ob)); k++ {
		switch {
		case k >= len(oa):
			c.misses(&ob[k], true)
		case k >= len(ob):
			if oa[k].class == modal && hedging.in("", oa[k].fold) {
				c.hedge = true
			}
			c.misses(&oa[k], false)
		case excluding(n.a.lang, oa[k].fold, ob[k].fold):
			kind := reason.Opposite
			if oa[k].class == quantifier || ob[k].class == quantifier {
				kind = reason.Quantifier
			}
			c.operator = c.fate != Clash
			n.clash(c, kind, "near.operator")
		case only && universal.in(n.a.lang, oa[k].fold) && ob[k].class == quantifier && !universal.in(n.b.lang, ob[k].fold):
			n.clash(c, reason.Quantifier, "near.only-some")
		case interchangeable(n.a.lang, oa[k].fold, ob[k].fold):
		default:
			c.merge(Changed, reason.None)
		}
	}
}

// misses makes a change of an operator that one side has alone, added by the statement or left out, if it bears on what is said.
func (c *change) misses(t *term, added bool) {
	if t.class == modal || t.class == conjunction && (added || conditional.in("", t.fold)) ||
		added && (t.class == quantifier && !lessening.in("", t.fold) || t.class == preposition && telling.in("", t.fold)) {
		c.merge(Changed, reason.None)
	}
}
