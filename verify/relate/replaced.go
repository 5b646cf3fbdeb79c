package relate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/verify/reason"
)

// Words in the place of others between two texts in almost the same words: the same, kinds of one another, opposites, other names.

// compare tells what became of the words of segment i.
func (n *near) compare(i int) {
	c := &n.changes[i]
	a, b := n.open(inSource, i), n.open(inStatement, i)
	ta, tb := turn(n.a.lang, a, n.a.after(n.segs[i].a)), turn(n.b.lang, b, n.b.after(n.segs[i].b))
	n.compareTurns(c, &ta, &tb)
	a, b = ta.rest, tb.rest
	if c.negA == c.negB && n.opposed(a, b) {
		n.clash(c, reason.Opposite, "near.opposite-phrase")
		c.flip, c.incomparable = true, true
		return
	}
	ca, cb := contents(a), contents(b)
	switch {
	case len(ca) == 0 && len(cb) == 0:
	case len(cb) == 0:
		c.less = true
		if clauseOf(a) {
			c.hedge = false // "and could soon move": a clause of its own
			c.fate = Same
			c.merge(Dropped, reason.None)
			return
		}
		c.incomparable = c.negB && tb.verb // "incorrectly" for "fails to"
		c.merge(Dropped, reason.None)
	default:
		n.replaced(c, ca, cb, c.negA != c.negB || without(a) != without(b))
	}
	if n.emptied(i) {
		c.merge(Changed, reason.None)
	}
	n.compareOperators(c, a, b, tb.only)
}

// emptied reports whether the statement has a verb of grammar by itself where the source has another verb: "has 40 cars" for "sold 40
// cars". Twins: "has sold 40 cars", "got 40 cars".
func (n *near) emptied(i int) bool {
	return slices.ContainsFunc(n.verbs(inStatement, i), func(t *term) bool {
		return t.class == auxiliary && slices.ContainsFunc(n.verbs(inSource, i), func(s *term) bool { return !related(kin(n.a.lang, s, t)) })
	})
}

// verbs returns the terms of segment i on a side that are verbs by themselves, copulas too, and help no other verb.
func (n *near) verbs(of side, i int) (out []*term) {
	a, r := n.analysis(of), n.segs[i].on(of)
	for k := r[0]; k < r[1]; k++ {
		s, w := a.place(k)
		if s == nil {
			continue
		}
		if w > 0 && s.Tree.Tokens[w-1].Rel == grammar.Expl {
			continue // "there was an attack" says of any attack no more than that it was
		}
		if t := s.Tree.Tokens[w]; t.Rel == grammar.Cop || t.Tag == grammar.Verb && t.Rel != grammar.Aux && t.Rel != grammar.AuxPass {
			out = append(out, &a.terms[k])
		}
	}
	return out
}

// clauseOf reports whether a run of terms that was left out begins with a conjunction
// and has words of its own: it is a clause beside the one that is kept.
func clauseOf(t []term) bool {
	return len(t) > 2 && t[0].class == conjunction && !conditional.in("", t[0].fold) && len(contents(t)) > 0
}

// opposed reports whether two runs of which one is more than a word are opposite
// verbs: "take care of", "neglect"; "turn on", "turn off".
func (n *near) opposed(a, b []term) bool {
	if len(a) == 0 || len(b) == 0 || len(a) > 3 || len(b) > 3 || len(a)+len(b) < 3 {
		return false
	}
	_, opposite := lexicon.Opposite(n.a.lang, n.verb(a), n.verb(b), lexicon.Verb)
	return opposite
}

// verb returns the verb that a run of terms is, its first word as a dictionary lists it, "take care of" for "took care of"; empty if
// it is none.
func (n *near) verb(t []term) string {
	l, ok := t[0].lemma(n.a.lang, lexicon.Verb)
	if !ok || t[0].class != content {
		return ""
	}
	for _, x := range t[1:] {
		if x.class == content && x.flags&capital != 0 {
			return ""
		}
		particle, _, _ := strings.Cut(x.fold, "_") // "pulled out of"
		l += " " + particle
	}
	return l
}

// after returns the term after a run of terms, nil if there is none.
func (a *Analysis) after(r [2]int) *term {
	if r[1] < len(a.terms) {
		return &a.terms[r[1]]
	}
	return nil
}

// without reports whether a word of a run says what is not there.
func without(t []term) bool {
	return slices.ContainsFunc(t, func(x term) bool { return lacking.in("", x.fold) })
}

// replaced compares the content words of a segment, of which one side is turned around or not.
func (n *near) replaced(c *change, a, b []term, turned bool) {
	a, b, k := n.pair(c, a, b)
	switch {
	case k == opposite && turned:
		c.merge(Changed, reason.None) // "found dead", "found without life"; or the words changed places
		c.incomparable = true
		return
	case k == opposite:
		n.clash(c, reason.Opposite, "near.opposite")
		c.flip, c.incomparable = true, true
		return
	case k == exclusive:
		kind := reason.Name // it names another thing
		if len(a) == 1 && len(b) == 1 && places.of(a[0].fold) && places.of(b[0].fold) {
			kind = reason.Rank
		}
		n.clash(c, kind, "near.exclusive")
		c.exclusive, c.incomparable = true, true
		return
	case len(a) == 0 && len(b) == 0:
		return
	case len(b) == 0:
		c.less, c.loose = true, true
		c.merge(Dropped, reason.None)
		return
	case len(a) == 0:
		c.more = true
		c.merge(Added, reason.None)
		return
	}
	c.merge(Changed, reason.None)
	c.incomparable = true
	if len(a) == 1 && len(b) == 1 && sisters(n.a.lang, &a[0], &b[0]) {
		n.clash(c, reason.Name, "near.species")
		c.exclusive = true
	}
	if len(a) == 1 && len(b) == 1 && a[0].flags&digits != 0 && b[0].flags&digits != 0 {
		n.clash(c, reason.Number, "near.figure")
	}
	if named(a) && named(b) && n.otherName(a, b) {
		n.clash(c, nameKind(n.a.text(a), n.b.text(b)), "near.name")
	}
}

// pair takes from a and b the words that say the same and returns the rest, with
// opposite or exclusive if two of them are.
func (n *near) pair(c *change, a, b []term) (ra, rb []term, k kinship) {
	rb = slices.Clone(b)
	for i := range a {
		at := slices.IndexFunc(rb, func(t term) bool {
			switch x := kin(n.a.lang, &a[i], &t); x {
			case unrelated:
				return false
			case opposite, exclusive:
				k = x
				return false
			case synonym:
				c.loose = true
			case narrower:
				c.less, c.loose = true, true
				c.merge(Dropped, reason.None)
			case wider:
				c.more = true
				c.merge(Changed, reason.None)
			}
			return true
		})
		if at < 0 {
			ra = append(ra, a[i])
		} else {
			rb = slices.Delete(rb, at, at+1)
		}
	}
	return ra, rb, k
}

// named reports whether t is one name.
func named(t []term) bool {
	for i, x := range t {
		if x.flags&capital == 0 || i > 0 && x.word > t[i-1].end+1 {
			return false
		}
		_, noun := lexicon.Lemma(lexicon.Noun, x.fold)
		_, adverb := lexicon.Lemma(lexicon.Adverb, x.fold)
		if x.flags&opening != 0 && (noun || adverb || len(t) == 1 && len(x.fold) < 4) {
			return false // the capital of a beginning: "Either candidate"
		}
	}
	return len(t) > 0
}

// nameKind returns the kind of a clash between two names.
func nameKind(a, b string) reason.Kind {
	_, p := lexicon.PlaceOf(a)
	_, q := lexicon.PlaceOf(b)
	if p && q {
		return reason.Place
	}
	return reason.Name
}

// text returns the words from the first to the last of some terms as written.
func (a *Analysis) text(t []term) string {
	return a.side.Text[a.words[t[0].word].Start:a.words[t[len(t)-1].end-1].End]
}

// otherName reports whether two runs of capitalised words stand in names of two bearers.
func (n *near) otherName(a, b []term) bool {
	if r, _ := name.Compare(name.Parse(n.a.text(a)), name.Parse(n.b.text(b))); r == name.Same || name.Parse(n.a.text(a)).Text == "" {
		return false
	}
	if n.a.owner(a) != n.b.owner(b) {
		return false // "Norway's Berg", "Anders Berg"
	}
	if mayHold(n.a.text(a), n.b.text(b)) {
		return false
	}
	r, _ := name.Compare(n.a.whole(a), n.b.whole(b))
	return r == name.Different || r == name.Unknown && !lexicon.SamePlace(n.a.text(a), n.b.text(b)) && strangers(n.a.whole(a), n.b.whole(b))
}

// mayHold reports whether one of two names is of a country or region, and the other of no place that is known, which may lie in it:
// "Tuscany" beside "Giglio". Where both are known, lexicon.SamePlace tells.
func mayHold(a, b string) bool {
	x, known := lexicon.PlaceOf(a)
	y, found := lexicon.PlaceOf(b)
	wide := func(p lexicon.Place) bool { return p.Kind == lexicon.Country || p.Kind == lexicon.Region }
	return known != found && (wide(x) || wide(y))
}
