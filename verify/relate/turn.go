package relate

import (
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/verify/reason"
)

// Words that turn, weaken or grade what stands beside them, in texts in almost the same words: "not", "failed to", "allegedly", "only", "often".

// A turned is a run of terms without the words that turn, weaken or grade it.
type turned struct {
	rest      []term
	negations int  // negations, and verbs that say that it did not come about: "failed to"
	verb      bool // one of the negations is a verb: "failed to"
	open      bool // a verb that leaves open whether it came about: "plans to"
	hedge     bool // an adverb that does: "allegedly"
	only      bool // "only", "just"
	frequency int  // one more than the place of "often", "never" on their scale; zero if there is none
}

// turn takes the words that turn the rest of a run out of it. Next is the term
// after the run, nil if there is none.
func turn(lang string, t []term, next *term) turned {
	var r turned
	for i := 0; i < len(t); i++ {
		x := &t[i]
		if f, ok := lexicon.Strength(lang, lexicon.Frequency, x.fold); ok {
			r.frequency = f + 1
			if f == 0 {
				r.negations++
			}
			continue
		}
		if x.class == negation {
			r.negations++
			continue
		}
		if notall.in("", x.fold) {
			r.negations++ // "not all" denies as much as "no" does
		}
		if only.in("", x.fold) {
			r.only = true
			continue
		}
		if x.class != content {
			r.rest = append(r.rest, *x)
			continue
		}
		if _, ok := lexicon.Strength(lang, lexicon.Hedge, x.fold); ok && (adverbial.end("", x.fold) || hedge.in("", x.fold)) {
			r.hedge = true
			continue
		}
		if n, out, ok := implicative(lang, t[i:], next); ok {
			switch out {
			case lexicon.CameFalse:
				r.negations++
				r.verb = true
			case lexicon.Unsaid:
				r.open = true
			}
			i += n - 1
			continue
		}
		r.rest = append(r.rest, *x)
	}
	return r
}

// implicative reports whether t begins with a verb that says what came of its
// complement, with the word that joins them: how many terms they are and what
// follows.
func implicative(lang string, t []term, next *term) (n int, out lexicon.Outcome, ok bool) {
	noun := next // what stands behind the word that joins
	if len(t) > 2 {
		noun = &t[2]
	}
	if len(t) > 1 {
		next = &t[1]
	}
	if next == nil {
		return 0, 0, false
	}
	if gerund.end(lang, next.fold) && next.class == content {
		if l, ok := t[0].lemma(lang, lexicon.Verb); ok {
			if i, found := lexicon.ImplicativeOf(lang, l, ""); found {
				return 1, i.Plain, true
			}
		}
	}
	if len(t) < 2 || noun != nil && (noun.class == article || noun.class == quantifier) {
		return 0, 0, false // "agreed to a truce"
	}
	l, ok := t[0].lemma(lang, lexicon.Verb)
	if !ok || !joint.in("", t[1].fold) {
		return 0, 0, false
	}
	if i, found := lexicon.ImplicativeOf(lang, l, t[1].fold); found {
		return 2, i.Plain, true
	}
	return 0, 0, false
}

// compareTurns tells what the words that turn a segment come to.
func (n *near) compareTurns(c *change, a, b *turned) {
	na, nb := a.negations%2, b.negations%2
	if ofNone := func(t term) bool { return noneof.in("", t.fold) }; na > nb && slices.ContainsFunc(b.rest, ofNone) || nb > na && slices.ContainsFunc(a.rest, ofNone) {
		na = nb // "none of the passengers", "no passengers"
	}
	c.negA, c.negB = na > nb, nb > na
	if (a.open || a.hedge) && !b.open && !b.hedge {
		c.hedge = true
		c.merge(Changed, reason.None)
	}
	if b.open && !a.open {
		c.incomparable = true
		c.merge(Changed, reason.None)
	}
	if b.only && !a.only {
		c.merge(Changed, reason.None)
	}
	if fa, fb := a.frequency, b.frequency; fa != fb {
		switch {
		case fa > 0 && fb > 0 && min(fa, fb) <= 2 && max(fa, fb) >= 4:
			n.clash(c, reason.Quantifier, "near.frequency")
			c.negA, c.negB = false, false
		case fb > fa || fb > 0 || fa < 4:
			c.merge(Changed, reason.None)
		}
	}
}

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
		case k >= len(oa) && ob[k].class == preposition && c.less: // a word of content went: "on behalf of", "past"
			c.merge(Changed, reason.None)
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
