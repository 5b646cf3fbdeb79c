package relate

import (
	"slices"

	"factcheck/claims/proposition"
	"factcheck/verify/reason"
)

// A negation that one side has alone turns the sense of its clause, and two flips of which
// one bears on the other cancel.

// negations decides which of the negations that only one side has make a clash.
// The side without the negation must entail what the other side negates: within
// the negated clause the positive side may say more, never less, never another
// thing.
func (n *near) negations() {
	for i := range n.changes {
		c := &n.changes[i]
		if c.negA == c.negB {
			continue
		}
		denying := n.run(c.denying(), i)
		first, last := denying[0].zone, denying[len(denying)-1].zone
		if slices.ContainsFunc(denying, func(t term) bool { return correlative.in("", t.fold) }) {
			all := n.terms(c.denying())
			last = all[len(all)-1].zone // "neither the ministry nor the hospital answered"
		}
		ok := true
		for j := range n.changes {
			d := &n.changes[j]
			if n.segs[j].common || !n.within(j, c.denying(), first, last) {
				continue
			}
			if j != i && d.negA != d.negB {
				ok = false // two flips, or one negation moved
			}
			if (d.kind == reason.Opposite || d.exclusive) && d.fate == Clash {
				d.fate = Changed // what is denied is another thing
			}
			if j != i && n.anchored() && !(c.negB && d.more && n.another(j)) {
				continue
			}
			if d.incomparable || c.negB && d.more || c.negA && d.less {
				ok = false
			}
		}
		if n.withoutThing(i) || c.hedge || ok && (n.unlikeForce(i) || n.otherDeed(i)) {
			ok = false
		}
		if ok && !n.b.off("near.polarity") {
			c.fate, c.kind, c.flip, c.rule = Clash, reason.Polarity, true, "near.polarity"
		} else {
			c.fate = Changed
		}
	}
}

// unlikeForce reports whether both sides tell of one deed, but not so that what the one denies is what the other says: "must not leave",
// "left"; "did not train", "was accused of training"; "refused to train", "denied training". Twin: "decided not to leave", "decided to leave".
func (n *near) unlikeForce(i int) bool {
	of := n.changes[i].denying()
	deny, tell := n.analysis(of), n.analysis(of.other())
	at := deny.propositionAt(n.segs[i].on(of)[0])
	if at == nil {
		return false
	}
	regents := len(contents(n.run(inSource, i))) > 0 || len(contents(n.run(inStatement, i))) > 0 // words that deny or tell it, and not only "not"
	unlike := false
	for x := range deny.propositions() {
		if !x.Negative || x != at && x.Above != at {
			continue
		}
		for q := range tell.propositions() {
			switch {
			case q.Lemma != x.Lemma:
			case q.Negative:
				unlike = unlike || regents
			case canExclude(x, q):
				return false
			default:
				unlike = unlike || regents || q.Force.Firm()
			}
		}
	}
	return unlike
}

// otherDeed reports whether the side that denies says no more than that there is not something, or that somebody has it not, and the other
// side tells a deed of it: "there is no cease-fire", "the cease-fire was broken". Twin: "there is no man running", "a man runs".
func (n *near) otherDeed(i int) bool {
	of := n.changes[i].denying()
	deny, tell := n.analysis(of), n.analysis(of.other())
	p := deny.propositionAt(n.segs[i].on(of)[0])
	return p != nil && p.Negative && p.Kind == proposition.Event && light.of(p.Lemma) &&
		!slices.ContainsFunc(contents(deny.terms), func(t term) bool { return !shares(tell.terms, t) }) &&
		!tell.says(func(q *proposition.Proposition) bool {
			t := tell.termAt(q.Sentence.At[q.Head])
			return q.Kind == proposition.State || light.of(q.Lemma) || t != nil && shares(deny.terms, *t)
		})
}

// another reports whether segment j puts a word that is no name into a short statement,
// which then denies another thing: "nobody sang", "nobody slept". Who writes a long text
// in the same words means what the text says.
func (n *near) another(j int) bool {
	if len(n.b.terms) > briefly || n.changes[j].fate != Added {
		return false
	}
	return slices.ContainsFunc(contents(n.run(inStatement, j)), func(t term) bool { return t.flags&capital == 0 })
}

// withoutThing reports whether the negation of segment i denies what somebody has, or of whom something else is said to be
// more, not what the clause says: "a man with no hat" beside "a man with a hat", "more than those on no drug".
func (n *near) withoutThing(i int) bool {
	of := n.changes[i].denying()
	terms, at := n.terms(of), n.segs[i].on(of)[0]
	if lacking.in("", terms[at].fold) {
		return !n.anchored() || slices.ContainsFunc(n.run(of.other(), i), func(t term) bool {
			return t.class == preposition && !excluding(n.b.lang, t.fold, terms[at].fold) // "spoke against the strike", "spoke without it"
		})
	}
	if slices.ContainsFunc(terms[:at], func(t term) bool { return t.zone == terms[at].zone && beyond.in(n.b.lang, t.fold) }) {
		return true
	}
	return at > 0 && having.in("", terms[at-1].fold)
}

// within reports whether segment j touches the clauses from first to last of a
// side. A segment without words on that side belongs to the clause before it.
func (n *near) within(j int, of side, first, last int16) bool {
	terms, at := n.terms(of), n.segs[j].on(of)
	lo, hi := at[0], at[1]-1
	if lo > hi {
		lo, hi = max(0, lo-1), max(0, lo-1)
	}
	return terms[hi].zone >= first && terms[lo].zone <= last
}

// cancel takes back two flips of which one bears on the other: "not low" for
// "high", "a fall in losses" for "a rise in gains". Those that stand side by side
// or apart do not: "bad and unreasonable" for "good and reasonable".
func (n *near) cancel() {
	last := -1
	for i := range n.changes {
		if !n.changes[i].flip || n.changes[i].fate != Clash {
			continue
		}
		if last >= 0 && n.segs[i].b[0]-n.segs[last].b[1] <= 4 && n.bears(last, i) && !n.b.off("near.cancel") {
			n.note("near.cancel")
			n.changes[last].fate, n.changes[i].fate = Changed, Changed
			last = -1
			continue
		}
		last = i
	}
}

// bears reports whether nothing but function words of one clause stands between
// segments i and j of the statement, no conjunction among them.
func (n *near) bears(i, j int) bool {
	from, to := n.segs[i].b[1], n.segs[j].b[0]
	for k := max(from, 1); k <= to && k < len(n.b.terms); k++ {
		t := &n.b.terms[k]
		if t.zone != n.b.terms[max(from-1, 0)].zone || t.class == conjunction || t.class == content && k < to {
			return false
		}
	}
	return true
}

// briefly is how many terms a source may have to be compared by its parts although
// it is all but the same as the statement: what differs between two long texts that
// are was looked at word by word.
const briefly = 15
