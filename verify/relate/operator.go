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
			c.merge(addedOperator(&ob[k]), reason.None)
		case k >= len(ob):
			if oa[k].class == modal && hedging.in("", oa[k].fold) {
				c.hedge = true
			}
			c.merge(droppedOperator(&oa[k]), reason.None)
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

// addedOperator returns the fate of an operator that the source does not have.
func addedOperator(t *term) Fate {
	switch t.class {
	case modal, conjunction:
		return Changed
	case quantifier:
		if !lessening.in("", t.fold) {
			return Changed
		}
	case preposition:
		if telling.in("", t.fold) {
			return Changed
		}
	}
	return Same
}

// droppedOperator returns the fate of an operator that the statement leaves out.
func droppedOperator(t *term) Fate {
	switch t.class {
	case modal:
		return Changed
	case conjunction:
		if conditional.in("", t.fold) {
			return Changed
		}
	}
	return Same
}
