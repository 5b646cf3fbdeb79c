package quote

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Which words that were left out deny, doubt or set a condition, and to which clause.

// merely reports whether a negation denies nothing: not only, whether or not.
func (g *governor) merely(w int) bool {
	if g.folded(w) == "no" && g.folded(w+1) == "," { // “No, | it is safe”
		return true
	}
	if g.folded(w-1) == "," && g.class(w-2)&negation != 0 && !g.gone(w-2) { // never[, not once,] promised
		return true
	}
	if w+1 < len(g.spoken.words) {
		if _, only := lexicon.Strength("en", lexicon.Only, g.folded(w+1)); only {
			return true
		}
	}
	for n := w + 1; n < len(g.spoken.words) && n < w+6 && g.gone(n); n++ {
		if listed("surpassing", g.folded(n)) {
			return true
		}
	}
	return w > 0 && g.folded(w-1) == "or" || g.within("doubts", w)
}

// operator gives a negation or hedge that was left out to the clause that it
// governs, through the nouns that were left out with it: "neither the mayor nor the
// council has", "at no time did we".
func (g *governor) operator(w int) {
	cl := g.class(w)
	if g.gone(w) && (g.begins("denials", w) || g.begins("doubts", w)) {
		g.idiom(w)
		return
	}
	if g.gone(w) && (g.begins("conditions", w) || w == 0 && !g.spoken.asks && listed("inverted", g.folded(w))) {
		g.proviso(w)
		return
	}
	if g.spurned(w) {
		g.report(reason.Polarity, w)
		return
	}
	limit := cl&condition != 0 && g.fate(w) == elided && g.tree.Tokens[w].Rel == grammar.Case // until Friday, except on Sunday
	if !g.gone(w) || cl&(negation|hedge) == 0 && !limit || cl&negation != 0 && g.merely(w) || cl&hedge != 0 && g.tree.Tokens[w].Rel != grammar.Advmod {
		return
	}
	oblique := false
	for x, steps := w, 0; steps < 8; steps++ {
		t := g.tree.Tokens[x]
		if k := g.at[x]; k >= 0 && x != w {
			if cl&hedge != 0 || limit || oblique && g.adjunct(w) {
				g.hedged[k] = w
			} else {
				g.denied[k] = w
			}
			return
		}
		oblique = oblique || t.Rel == grammar.Obl || t.Rel == grammar.OblUnmarked || t.Rel == grammar.Nmod
		if t.Head < 0 || t.Tag == grammar.Verb {
			return
		}
		if x = t.Head; !g.gone(x) && g.at[x] < 0 {
			if cl&negation != 0 && t.Head == g.tree.Tokens[w].Head && !g.draft.woven { // no | money
				g.report(reason.Polarity, w)
			}
			return
		}
	}
}

// spurned reports whether word w, which was left out, says that something else is meant than what stands right behind it and remains:
// "we would rather die than | leave", "chose guns over | bread"; not "more than | 40".
func (g *governor) spurned(w int) bool {
	if !g.gone(w) || !listed("spurning", g.folded(w)) && !g.begins("spurning", w) || g.fate(w) == beyond && !g.preferred(w) {
		return false
	}
	for x := w + 1; x < len(g.spoken.words); x++ {
		switch {
		case g.spoken.at[x] < 0:
			return false
		case !g.gone(x):
			return g.spoken.words[x].Kind == text.Letters && g.class(x)&(unit|quantifier) == 0 && g.tree.Tokens[x].Tag != grammar.Number
		case g.class(x)&function == 0:
			return false
		}
	}
	return false
}

// preferred reports whether something else was preferred before word w, and left out with it: "rather".
func (g *governor) preferred(w int) bool {
	for x := w; x >= 0 && g.gone(x); x-- {
		if listed("preferring", g.folded(x)) {
			return true
		}
	}
	return false
}

// idiom gives a phrase that denies or doubts to the clause that it stands in: far from
// certain, used to think.
func (g *governor) idiom(w int) {
	to := &g.denied
	if g.begins("doubts", w) {
		to = &g.hedged
	}
	for x, steps := w, 0; x >= 0 && steps < 4; x, steps = g.tree.Tokens[x].Head, steps+1 {
		if k := g.at[x]; k >= 0 {
			(*to)[k] = w
			return
		}
	}
}

// proviso gives a condition of several words, left out from its first word on, to the
// clause that goes on behind it: as long as it rains, | we stay; else to the one before
// it: we stay, | weather permitting.
func (g *governor) proviso(w int) {
	for x := w - 1; x >= 0; x-- {
		if g.gone(x) && g.class(x)&function == 0 {
			return
		}
		if !g.gone(x) && g.spoken.at[x] >= 0 {
			break
		}
	}
	gone := 0
	for x := w; x < len(g.at) && gone <= 2; x++ {
		if g.at[x] >= 0 && g.gone(x) {
			gone++
		} else if g.at[x] >= 0 {
			g.hedged[g.at[x]] = w
			return
		}
	}
	for x := w - 1; x >= 0 && gone <= 1; x-- {
		if g.at[x] >= 0 {
			if !g.gone(x) {
				g.hedged[g.at[x]] = w
			}
			return
		}
	}
}

// adjunct reports whether a negation takes something away from what happens and
// does not deny it: without a permit.
func (g *governor) adjunct(w int) bool {
	t := g.tree.Tokens[w]
	return t.Rel == grammar.Case || t.Rel == grammar.Mark
}

// modal notes a modal verb that leaves clause k open and was left out while its
// subject remains, the army may leave, or the verb that makes a question of it.
func (g *governor) modal(k int) {
	c := &g.clauses[k]
	if g.spoken.asks && g.gone(0) && g.tree.Tokens[0].Tag == grammar.Auxiliary && g.tree.Tokens[0].Head == c.Predicate {
		g.hedged[k] = 0 // Do | I think of leaving?
	}
	for _, w := range c.Auxiliaries {
		if f := g.fate(w); (f == elided || f == stood || (g.gone(c.Predicate) || w < c.Mark) && f != kept) && weak(g.folded(w)) {
			g.hedged[k] = w // also before what it opens: "it may be that"
		}
	}
	for w := range max(c.Mark, 0) {
		switch lemma := g.tree.Tokens[w].Lemma; {
		case !g.gone(w) || !g.subject(w, c.Predicate):
		case listed("open", lemma):
			g.hedged[k] = w // "the fear is that"
		case listed("denied", lemma):
			g.denied[k] = w // "the myth is that"
		}
	}
}

// weak reports whether a modal verb leaves open whether it is so.
func weak(w string) bool {
	strength, ok := lexicon.Strength("en", lexicon.Modal, w)
	return ok && strength == 1
}

// condition returns the word that makes clause k a condition or conditional, if it
// was left out; -1 if none does.
func (g *governor) condition(k int) int {
	if w := g.clauses[k].Mark; g.conditional(w, k) && g.gone(w) {
		return w
	}
	for n := range g.clauses {
		c := &g.clauses[n]
		if c.Parent != k || c.Link != grammar.Circumstance || !g.gone(c.Predicate) {
			continue
		}
		first := g.tree.Tokens[c.Predicate].First
		for _, w := range [2]int{c.Mark, first} {
			if w >= 0 && g.gone(w) && g.conditional(w, n) && !g.spokenAside(n) {
				return w
			}
		}
	}
	return -1
}

// conditional reports whether word w opens clause k as a condition: if, unless, as
// long as; until only at a marked gap. "Even if" is none.
func (g *governor) conditional(w, k int) bool {
	if w < 0 {
		return false
	}
	switch f := g.folded(w); {
	case f == "until":
		return g.fate(w) == elided
	case f == "whether":
		return g.clauses[k].Link != grammar.Circumstance
	case g.class(w)&condition != 0:
		return g.folded(w-1) != "even"
	}
	return g.within("conditions", w)
}

// within reports whether word w is one of the first three of a phrase of the class.
func (g *governor) within(class string, w int) bool {
	for _, p := range words().phrases[class] {
		if g.phrase(w, p) || g.phrase(w-1, p) || g.phrase(w-2, p) {
			return true
		}
	}
	return false
}

// begins reports whether a phrase of the class begins with word w.
func (g *governor) begins(class string, w int) bool {
	for _, p := range words().phrases[class] {
		if g.phrase(w, p) {
			return true
		}
	}
	return false
}

// phrase reports whether the words of p stand from w on.
func (g *governor) phrase(w int, p string) bool {
	return standsAt(p, w, g.folded)
}

// standsAt reports whether the words of p, parted by spaces, stand from w on; folded returns
// a word of the text.
func standsAt(p string, w int, folded func(int) string) bool {
	for next := range strings.SplitSeq(p, " ") {
		if folded(w) != next {
			return false
		}
		w++
	}
	return true
}

// spokenAside reports whether a condition is one in form only: if you look at the
// figures, if I may.
func (g *governor) spokenAside(k int) bool {
	c := &g.clauses[k]
	return c.Subject < 0 || g.class(c.Subject)&(first|plural|second) != 0 && listed("aside", g.tree.Tokens[c.Predicate].Lemma)
}
