package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// Two texts in almost the same words: what was replaced, added and dropped decides. A word in the place of another of which nothing is
// known makes the pair silent, a synonym out of a dictionary too where names or
// numbers tie both texts to one event: only hand-made lists of equivalents are
// trusted with an agreement (WordNet's synonyms agreed at a precision of .73, the
// lists at .91). Where nothing ties them together, "a young man" beside "an old man" is no
// clash: both can be seen.
//
// On the development sets: summedits .995 of the alarms right, .56 of the
// contradictions found; sick .97 and .78.

// nearness is the least share of the weight of the larger text that two
// near-identical texts have in common.
const nearness = 0.6

// judgeNear compares a and b as near-identical texts; false if they are not.
func judgeNear(a, b *Analysis) (Result, bool) {
	if a.across(b) || len(a.terms) < 3 || len(b.terms) < 3 || len(a.terms) > 3*len(b.terms) || len(b.terms) > 3*len(a.terms) {
		return Result{}, false
	}
	if !alike(a, b, shared(a, b)) {
		return Result{}, false // in no order of their words
	}
	segs := align(a.terms, b.terms)
	if segs == nil || !alike(a, b, inOrder(b, segs)) {
		return Result{}, false
	}
	n := near{a: a, b: b, segs: segs, changes: make([]change, len(segs))}
	n.compareValues()
	for i, s := range segs {
		if !s.common {
			n.compare(i)
		}
	}
	n.orphans()
	n.restrictions()
	n.relocate()
	n.exchange()
	n.compareds()
	n.negations()
	n.cancel()
	n.soften()
	r := n.frame(n.result())
	if r.Relation == Silent {
		r = n.told(r, n.said())
	}
	return r, true
}

// said returns what the propositions of the two texts come to, compared once.
func (n *near) said() Result {
	if n.compared == nil {
		r := compare(n.a, n.b, strict)
		n.compared = &r
	}
	return *n.compared
}

// told returns what becomes of a silent result r by f, what the propositions of the two texts come to.
func (n *near) told(r, f Result) Result {
	ahead := !n.b.says(func(q *proposition.Proposition) bool { return !upcoming(q) }) // "is going to sell" says no more than "is about to sell"
	switch {
	case (!r.Overstated || ahead) && n.reordered(f) && !n.b.off("near.reordered"):
		r.Relation, r.Overstated, r.Reasons, r.Rules = Agrees, false, nil, []string{"near.reordered"}
	case f.Overstated && !r.Overstated, f.Relation == Contradicts && n.ofOneThing(r, f):
		f.Alignment = r.Alignment
		return f
	}
	return r
}

// ofOneThing reports whether the two texts speak of one thing, so that a clash f of their propositions counts where the words leave it
// open, or look like another scene: the source's "on Friday", the statement's "by the federation". Which slots these fill the words
// alone do not tell.
func (n *near) ofOneThing(r, f Result) bool {
	switch {
	case len(r.Rules) > 0 && unplaced[r.Rules[0]]:
		return true
	case slices.Contains(r.Rules, "frame.dateline"), slices.Contains(r.Rules, "frame.edition"):
		return false
	case n.anchored(), r.Overstated, f.Reasons[0].Kind == reason.Quantifier, f.Reasons[0].Kind == reason.Role:
		return true
	}
	return n.a.known() && (n.b.known() || len(n.a.many) > 0 && n.a.many[0].First == 0) // "all the states approved it", "some rejected it"
}

// unplaced are the rules that take a clash back since the texts have more words that are not the same.
var unplaced = map[string]bool{"frame.other-event": true, "frame.thing": true}

// upcoming reports whether a proposition tells what will be.
func upcoming(q *proposition.Proposition) bool {
	return q.Force == proposition.Planned && q.Tense == grammar.FutureTense
}

// known reports whether a side does not begin with somebody unknown: "the man", "all", "none of the hostages".
func (a *Analysis) known() bool {
	return !a.terms[0].unknown() || len(a.many) > 0 && a.many[0].First == 0 && (a.many[0].Class == quantity.All || a.many[0].Class == quantity.No)
}

// reorderable is how many terms a source may have to be looked at for other
// orders of its words: in a longer one the words are in order or it is another text.
const reorderable = 60

// reordered reports whether the clauses say the same in another order of words, a passive, a
// phrase put first, "all but two of the 27" and "not until 1971" reckoned: f is what their propositions come to.
func (n *near) reordered(f Result) bool {
	return len(n.a.terms) <= reorderable && (!n.figures || n.a.reckons()) && f.Relation == Agrees && (!f.loose || !n.anchored())
}

// alike reports whether what two texts have in common weighs enough.
func alike(a, b *Analysis, common int32) bool {
	return float64(common) >= nearness*float64(max(nearWeight(a.terms), nearWeight(b.terms)))
}

// shared weighs the terms of b that a has too, wherever.
func shared(a, b *Analysis) (w int32) {
	for j := range b.terms {
		t := &b.terms[j]
		for i := range a.terms {
			if likeness(&a.terms[i], t) > 0 {
				w += t.nearWeight()
				break
			}
		}
	}
	return w
}

// inOrder weighs the terms of b in the common segments.
func inOrder(b *Analysis, segs []segment) (w int32) {
	for _, s := range segs {
		if s.common {
			w += nearWeight(b.terms[s.b[0]:s.b[1]])
		}
	}
	return w
}

func nearWeight(terms []term) (w int32) {
	for i := range terms {
		w += terms[i].nearWeight()
	}
	return w
}

func (t *term) nearWeight() int32 {
	switch t.class {
	case content:
		return 8
	case preposition, adverb, quantifier, conjunction:
		return 1
	}
	return 0
}

// result sums up what became of the segments.
func (n *near) result() Result {
	r := Result{Relation: Agrees}
	strict := n.anchored()
	for i, s := range n.segs {
		c := &n.changes[i]
		sa, sb := n.a.span(s.a[0], s.a[1]), n.b.span(s.b[0], s.b[1])
		r.Alignment = append(r.Alignment, Link{c.fate, sa, sb})
		switch c.fate {
		case Clash:
			r.Relation = Contradicts
			r.Rules = addRule(r.Rules, c.rule)
			if c.b[1] > 0 {
				sa, sb = n.a.span(c.a[0], c.a[1]), n.b.span(c.b[0], c.b[1])
			}
			r.Reasons = append(r.Reasons, reason.Reason{Kind: c.kind, Source: sa, Statement: sb, Note: n.wording(sa.In(n.a.side.Text), sb.In(n.b.side.Text))})
		case Same, Dropped:
			if c.loose && strict && r.Relation == Agrees && !n.b.off("near.dictionary") {
				r.Relation = Silent // words that a dictionary holds alike are not always so
				n.note("near.dictionary")
			}
		case Changed, Added:
			r.Overstated = r.Overstated || c.hedge && !slices.ContainsFunc(n.b.terms, func(t term) bool { return t.class == modal }) && !n.b.off("near.hedge")
			if r.Relation == Agrees {
				r.Relation = Silent
			}
		}
	}
	switch {
	case r.Overstated && !n.b.says(func(q *proposition.Proposition) bool { return q.Tense != grammar.NoTense }):
		r.Overstated = false // "Jane Roe, a lecturer in Aru" tells of nothing that could be less firm
	case r.Overstated && r.Relation == Silent:
		r.Rules = addRule(n.rules, "near.hedge")
	case r.Relation == Silent:
		r.Rules = n.rules
	case r.Relation == Agrees && n.b.off("near.same"):
		r.Relation = Silent
	case r.Relation == Agrees:
		r.Rules = addRule(n.rules, "near.same")
	}
	return r
}

func (n *near) wording(a, b string) string {
	switch {
	case a == "":
		return "“" + b + "” was put in"
	case b == "":
		return "“" + a + "” was left out"
	}
	return "“" + a + "” became “" + b + "”"
}

// soften takes back the clashes that are none because nothing ties what the two
// texts speak of together: no name, number or date that both have. Two scenes
// with somebody unknown in them ("a woman is dancing") can both be seen, and so
// can two with other people; then only what one of them denies is a clash.
func (n *near) soften() {
	n.otherGroup()
	n.elsewhere()
	if n.anchored() {
		return
	}
	scene := n.a.terms[0].unknown() && n.b.terms[0].unknown()
	for i := range n.changes {
		c := &n.changes[i]
		if c.fate != Clash || c.kind == reason.Polarity || c.kind == reason.Quantifier || c.kind == reason.Number {
			continue
		}
		if c.rule == "near.exchange" && n.reversed() {
			continue // "more women than men", "more men than women"
		}
		if c.operator && !c.incomparable && c.kind == reason.Opposite {
			continue // near and far, inside and outside: no other scene
		}
		if (scene || c.exclusive || n.segs[i].b[0] <= 2) && !n.b.off("near.scene") {
			c.fate = Changed
			n.note("near.scene")
		}
	}
}

// elsewhere takes back the clash of two places where they tell which of many something without an article is: "rainfall in Bana was heavy",
// "rainfall in Goma was heavy". Twin: "a bomb in Bana killed three".
func (n *near) elsewhere() {
	of := func(p *proposition.Proposition, a *Analysis, term int) bool {
		if p == nil || term >= len(a.terms) {
			return false
		}
		who := p.Fill(proposition.Agent)
		if who == nil || who.Phrase.Name != "" || who.Phrase.Token().Feats.Has(grammar.Plural) || slices.ContainsFunc(who.Phrase.Sentence.Tree.Tokens, func(t grammar.Token) bool {
			return t.Head == who.Phrase.Head && t.Tag == grammar.Determiner
		}) {
			return false
		}
		return slices.ContainsFunc(who.Phrase.Modifiers, func(x proposition.Slot) bool {
			return locative.in("", x.Preposition) && x.Phrase.Span().Contains(a.span(term, term+1))
		})
	}
	for i := range n.changes {
		c, s := &n.changes[i], n.segs[i]
		if c.fate == Clash && (c.kind == reason.Name || c.kind == reason.Place) && of(n.a.propositionAt(s.a[0]), n.a, s.a[0]) && of(n.b.propositionAt(s.b[0]), n.b, s.b[0]) && !n.b.off("near.scene") {
			c.fate = Changed
			n.note("near.scene")
		}
	}
}

// otherGroup takes back the clash of a number of people or things where the words beside it tell another fate of them: "three were
// killed", "sixteen were wounded"; "hired 30", "dismissed 20", "voted for it", "voted
// against it". Twin: "prices rose by 3 percent", "prices fell by 6 percent".
func (n *near) otherGroup() {
	for i := range n.changes {
		if c, s := &n.changes[i], n.segs[i]; c.fate == Clash && c.kind == reason.Date && s.a[0] < s.a[1] && s.b[0] < s.b[1] && !n.b.off("near.scene") {
			p, q := n.a.propositionAt(s.a[0]), n.b.propositionAt(s.b[0])
			if p != nil && q != nil && p.Negative && p.Negation == p.Head && !q.Negative {
				c.fate = Changed // "avoided relegation in 2016", "were relegated in 2017"
				n.note("near.scene")
			}
		}
		for k := n.segs[i].b[0]; k < n.segs[i].b[1] && n.changes[i].fate == Clash && n.changes[i].kind == reason.Number; k++ {
			t := &n.b.terms[k]
			if t.value == 0 || n.b.values[t.value-1].amount == nil || n.b.values[t.value-1].amount.Kind != quantity.Count || n.b.off("near.scene") {
				continue
			}
			if j := n.otherFate(n.b.propositionAt(k)); j >= 0 {
				n.changes[i].fate, n.changes[j].fate = Changed, Changed
				n.note("near.scene")
			}
		}
	}
}

// otherFate returns the segment in which another predicate than the source's stands, or another word of grammar behind it; -1 if none.
func (n *near) otherFate(q *proposition.Proposition) int {
	if q == nil {
		return -1
	}
	head := q.Sentence.At[q.Head]
	return slices.IndexFunc(n.segs, func(s segment) bool {
		for k := s.b[0]; k < s.b[1] && !s.common; k++ {
			switch t := &n.b.terms[k]; {
			case t.word == head && t.class == content && t.value == 0 && !slices.ContainsFunc(n.a.terms[s.a[0]:s.a[1]], func(x term) bool { return related(kin(n.b.lang, &x, t)) }):
				return s.a[1] > s.a[0]
			case t.word == head+1 && t.class == preposition:
				return len(operators(n.a.terms[s.a[0]:s.a[1]])) > 0
			}
		}
		return false
	})
}

// unknown reports whether a text that begins with t begins with somebody
// unknown.
func (t *term) unknown() bool {
	switch t.class {
	case article, pronoun:
		return indefinite.in("", t.fold)
	case quantifier, content:
		return true
	}
	return false
}

// restrictions finds the "only" that the statement puts before a part of what
// the source lists: "for both cars and homes", "only for cars".
func (n *near) restrictions() {
	for i := range n.changes {
		if n.segs[i].common || !hasOnly(n.run(inStatement, i)) || hasOnly(n.run(inSource, i)) {
			continue
		}
		for j := i - 2; j <= i+2; j++ {
			if j < 0 || j >= len(n.changes) || n.changes[j].fate != Dropped && j != i {
				continue
			}
			if !n.segs[j].common && n.changes[j].less && slices.ContainsFunc(n.run(inSource, j), func(t term) bool { return listing.in("", t.fold) }) {
				n.clash(&n.changes[i], reason.Quantifier, "near.only")
			}
		}
	}
}

func hasOnly(t []term) bool {
	return slices.ContainsFunc(t, func(x term) bool { return only.in("", x.fold) })
}
