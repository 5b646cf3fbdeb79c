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
			if anyLanguage("bearing", x.fold) {
				o = append(o, x)
			}
		}
	}
	return o
}

// compareOperators tells what became of the operators of a segment.
func (n *near) compareOperators(c *change, a, b []term, only bool) {
	g := groupings()[n.a.lang]
	oa, ob := operators(a), operators(b)
	for k := 0; k < max(len(oa), len(ob)); k++ {
		switch {
		case k >= len(oa):
			c.merge(addedOperator(&ob[k]), reason.None)
		case k >= len(ob):
			if oa[k].class == modal && hedges(oa[k].fold) {
				c.hedge = true
			}
			c.merge(droppedOperator(&oa[k]), reason.None)
		case g.exclude(oa[k].fold, ob[k].fold):
			kind := reason.Opposite
			if oa[k].class == quantifier || ob[k].class == quantifier {
				kind = reason.Quantifier
			}
			c.operator = c.fate != Clash
			n.clash(c, kind, "near.operator")
		case only && universal(oa[k].fold) && ob[k].class == quantifier && !universal(ob[k].fold):
			n.clash(c, reason.Quantifier, "near.only-some")
		case g.interchangeable(oa[k].fold, ob[k].fold):
		default:
			c.merge(Changed, reason.None)
		}
	}
}

// universal reports whether a quantifier leaves nobody out.
func universal(w string) bool {
	return anyLanguage("universal", w)
}

// merge makes the change at least as grave as f.
func (c *change) merge(f Fate, k reason.Kind) {
	rank := [...]int{Same: 0, Dropped: 1, Added: 2, Changed: 3, Clash: 4}
	if rank[f] > rank[c.fate] {
		c.fate, c.kind = f, k
	}
}

// hedges reports whether a modal leaves open what it governs.
func hedges(w string) bool {
	return anyLanguage("hedging", w)
}

// addedOperator returns the fate of an operator that the source does not have.
func addedOperator(t *term) Fate {
	switch t.class {
	case modal:
		if hedges(t.fold) && t.fold != "would" {
			return Same // it says less than the source
		}
		return Changed
	case quantifier:
		if anyLanguage("lessening", t.fold) {
			return Same
		}
		return Changed
	case conjunction:
		return Changed
	case preposition:
		if anyLanguage("telling", t.fold) {
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
	case quantifier:
		if anyLanguage("narrowing", t.fold) {
			return Changed
		}
		return Same
	case conjunction:
		if anyLanguage("conditional", t.fold) {
			return Changed
		}
	}
	return Same
}
