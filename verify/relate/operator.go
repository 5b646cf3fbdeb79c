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
	for k := range max(len(oa), len(ob)) {
		switch {
		case k >= len(oa):
			c.merge(ob[k].alone(true), reason.None)
		case k >= len(ob):
			if oa[k].class == modal && hedging.in("", oa[k].fold) {
				c.hedge = true
			}
			c.merge(oa[k].alone(false), reason.None)
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

// alone returns the fate of an operator that the statement adds, or else leaves out.
func (t *term) alone(added bool) Fate {
	if t.class == modal || t.class == conjunction && (added || conditional.in("", t.fold)) ||
		added && (t.class == quantifier && !lessening.in("", t.fold) || t.class == preposition && telling.in("", t.fold)) {
		return Changed
	}
	return Same
}
