package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// A statement that says in other words what a sentence of the source says is
// borne out by it.
//
// Both sentences are taken apart into units (unit.go): names, numbers, dates,
// wordings, content words. Every unit of the statement is laid beside one of the
// source that says as much: the same word, a synonym, another wording of one line
// of wordings.tsv, the deed for the verb, a narrower word, the full name for the
// short one. Then the trees must agree, not in shape but in what they say:
//
//   - who acts acts, and who is acted upon is acted upon;
//   - a number belongs to the same noun or verb;
//   - anything else hangs on what it hangs on, within two steps, since a report
//     packs into one phrase what a draft spreads over two;
//   - what is asserted in the statement is asserted in the source, and nothing on
//     the way from the source's words up to its main verb takes it back (veil.go
//     has the words).
//
// A unit of the statement that finds no place is silence. What the source says
// besides is not looked at, but for limits (limiter.go).

// A bearing is the comparison of a sentence of the statement with one of the
// source.
type bearing struct {
	p, q  *sentence
	order []int   // the units of q, whatever is above before what is below
	may   [][]int // for each unit of q the units of p that say it
	to    []int   // for each unit of q the one of p that it is laid beside
	steps int
}

const (
	mostUnits = 60   // of a sentence that is compared so
	mostSteps = 3000 // of the search for a way to lay units beside each other
)

// bornOut reports whether every sentence of the statement is borne out by one of
// the source.
func bornOut(a, b *Analysis) bool {
	if !parsed[a.lang] || !a.Related(b) || !closelyShares(a, b) || limited(a, b) || narrowed(a, b) {
		return false
	}
	some := false
	for _, q := range b.sentences() {
		if !q.contentful() {
			continue
		}
		q.parse()
		borne := false
		for _, p := range a.candidates(q) {
			if borne = bears(p, q); borne {
				break
			}
		}
		if !borne {
			return false
		}
		some = true
	}
	return some
}

// bears reports whether the sentence p of the source bears out q.
func bears(p, q *sentence) bool {
	us, vs := q.findUnits(), p.findUnits()
	if len(us) < 2 || len(us) > mostUnits || len(vs) > mostUnits || len(vs) < len(us)/2 {
		return false
	}
	b := bearing{p: p, q: q, to: make([]int, len(us)), may: make([][]int, len(us))}
	for k := range us {
		b.to[k] = -1
		for i := range vs {
			if p.says(&vs[i], q, &us[k]) {
				b.may[k] = append(b.may[k], i)
			}
		}
		if b.may[k] == nil {
			return false
		}
	}
	b.sort()
	return b.lay(0)
}

// sort puts the units of q into an order in which what is above comes first.
func (b *bearing) sort() {
	depth := make([]int, len(b.q.units))
	for k := range b.q.units {
		for i := k; b.q.units[i].above >= 0 && depth[k] < len(b.q.units); i = b.q.units[i].above {
			depth[k]++
		}
		b.order = append(b.order, k)
	}
	slices.SortStableFunc(b.order, func(x, y int) int { return depth[x] - depth[y] })
}

// lay finds a place for the units from the n-th on, and reports whether all have
// one and the whole holds.
func (b *bearing) lay(n int) bool {
	if n == len(b.order) {
		return b.asserted() && b.weighs()
	}
	k := b.order[n]
	for _, i := range b.may[k] {
		if b.steps++; b.steps > mostSteps {
			return false
		}
		b.to[k] = i
		if b.hangs(k) && b.lay(n+1) {
			return true
		}
	}
	b.to[k] = -1
	return false
}

// weighs reports whether enough was laid beside each other to be no accident.
func (b *bearing) weighs() bool {
	names := 0
	for k := range b.q.units {
		if b.q.units[k].name || b.q.units[k].value != nil {
			names++
		}
	}
	return len(b.q.units) >= 3 || len(b.q.units) == 2 && names > 0
}

// hangs reports whether unit k hangs in the source on what it hangs on in the
// statement, and as the same.
func (b *bearing) hangs(k int) bool {
	u := &b.q.units[k]
	if u.above < 0 {
		return true
	}
	v, w := b.to[k], b.to[u.above]
	if w < 0 {
		return false // two units that stand in each other: a tree gone wrong
	}
	if v == w {
		return u.role == aside
	}
	x, y := &b.p.units[v], &b.p.units[w]
	if f := b.q.eventAt(b.q.units[u.above].head); f != nil && f.state && slices.Contains(f.agents, u.head) && !b.p.renamed(v, w) {
		return false
	}
	e := b.p.eventAt(y.head)
	if e != nil && e.state {
		e = nil
	}
	switch {
	case u.role == agent && e != nil:
		return b.p.goesBy(e.agents, v)
	case u.role == patient && e != nil:
		return b.p.goesBy(e.patients, v)
	case u.role != aside && b.p.tree.Tokens[y.head].Tag == grammar.Verb:
		return false
	case u.role == agent:
		return x.above == w && (x.joint == "" || x.joint == "by" || x.joint == "of")
	case u.role == patient:
		return x.above == w && (x.joint == "" || x.joint == "of")
	case e != nil && b.p.goesBy(e.agents, v):
		return u.joint == "" && b.q.eventAt(b.q.units[u.above].head) == nil || u.joint == "by" || u.joint == "of"
	case e != nil && b.p.goesBy(e.patients, v):
		return u.joint == "" && b.q.eventAt(b.q.units[u.above].head) == nil || u.joint == "of"
	case u.value != nil && u.value.amount != nil:
		return x.above == w || y.above == v
	}
	return b.near(u, v, w) && b.joined(u, x)
}

// renamed reports whether no preposition stands between two units of which one says
// what the other is: the deputy of the mayor is not the mayor. The town of Bana is
// Bana.
func (s *sentence) renamed(v, w int) bool {
	x, y := &s.units[v], &s.units[w]
	if y.first < x.first {
		x, y = y, x
	}
	for i := x.end; i < y.first; i++ {
		if t := s.term(i); t != nil && t.class == preposition && !(t.fold == "of" && s.located(x.head)) {
			return false
		}
	}
	return true
}

// goesBy reports whether one of the words is in unit v or goes by its name.
func (s *sentence) goesBy(words []int, v int) bool {
	for _, i := range words {
		for _, f := range s.faces(nil, i) {
			if s.unitOf[f] == v {
				return true
			}
		}
	}
	return false
}

// near reports whether one of two units is above the other within two steps; a
// date or a phrase with a preposition may also hang beside the other, since a
// parser errs there more than anywhere.
func (b *bearing) near(u *unit, v, w int) bool {
	s := b.p
	if s.over(v, w) || s.over(w, v) {
		return true
	}
	x, y := &s.units[v], &s.units[w]
	switch {
	case x.value != nil && x.value.time != nil:
		if s.hasDate(w) {
			return false
		}
		return x.above >= 0 && (x.above == y.above || s.over(w, x.above)) || y.above >= 0 && s.over(v, y.above)
	case x.joint != "" && (x.joint == u.joint || loose(x.joint)):
		return x.above >= 0 && x.above == y.above
	}
	return false
}

// hasDate reports whether a date hangs on unit w.
func (s *sentence) hasDate(w int) bool {
	for i := range s.units {
		if v := s.units[i].value; v != nil && v.time != nil && s.units[i].above == w {
			return true
		}
	}
	return false
}

// over reports whether unit w is above unit v within two steps.
func (s *sentence) over(v, w int) bool {
	for range 2 {
		if v = s.units[v].above; v < 0 {
			return false
		}
		if v == w {
			return true
		}
	}
	return false
}

// joined reports whether the prepositions of two units say the same.
func (b *bearing) joined(u, x *unit) bool {
	switch {
	case u.value != nil, u.joint == x.joint:
		return true
	case groupings()[b.q.a.lang].interchangeable(x.joint, u.joint):
		return true
	}
	return loose(u.joint) && loose(x.joint)
}

// loose reports whether a preposition says no more than that two things have to do
// with each other.
func loose(preposition string) bool {
	switch preposition {
	case "", "of", "in", "at", "on", "for", "with", "by", "as", "de", "dans", "en", "a":
		return true
	}
	return false
}

// asserted reports whether what the statement asserts, denies and leaves open is
// so in the source.
func (b *bearing) asserted() bool {
	events := 0
	for k := range b.q.units {
		v := &b.p.units[b.to[k]]
		e, f := b.q.eventAt(b.q.units[k].head), b.p.eventAt(v.head)
		switch {
		case e != nil && f != nil:
			if e.negative != f.negative || !e.asFirmAs(f) || b.p.ahead(f) && !b.q.ahead(e) {
				return false
			}
			if e.negative && len(b.p.units) > len(b.q.units) {
				return false // what is denied with more words is denied of less
			}
		case e != nil && (e.negative || e.open), f != nil && (f.negative || f.open):
			return false
		}
		if e != nil {
			events++
		}
		if b.partly(k) || b.veiled(b.to[k]) {
			return false
		}
	}
	return events > 0 && b.quantified()
}

// ahead reports whether an event is told as still to come.
func (s *sentence) ahead(e *event) bool {
	for i := range s.clauses {
		if s.clauses[i].Predicate == e.predicate {
			return s.clauses[i].Tense == grammar.FutureTense
		}
	}
	return false
}

// veiled reports whether something between unit v and the main verb takes back
// what v says, and the statement does not say so too.
func (b *bearing) veiled(v int) bool {
	veil := veils()[b.p.a.lang]
	for steps := 0; v >= 0 && steps < len(b.p.units); steps++ {
		u := &b.p.units[v]
		if !slices.Contains(b.to, v) && !u.name && u.value == nil && b.hides(veil, u.head) {
			return true
		}
		for i := b.p.tree.Tokens[u.head].First; i < b.p.tree.Tokens[u.head].End; i++ {
			if b.p.tree.Tokens[i].Head != u.head || i >= u.first && i < u.end {
				continue
			}
			if k := b.p.unitOf[i]; k >= 0 && (slices.Contains(b.to, k) || b.p.tree.Tokens[i].Tag != grammar.Adverb && b.p.tree.Tokens[i].Tag != grammar.Adjective) {
				continue
			}
			if b.hides(veil, i) {
				return true
			}
		}
		v = u.above
	}
	return false
}

// hides reports whether word i of the source is a veil that the statement does not
// have.
func (b *bearing) hides(veil map[string]bool, i int) bool {
	t := b.p.term(i)
	if t == nil || t.value != 0 {
		return false
	}
	if t.class == negation {
		return !b.q.a.hasWord(t.fold)
	}
	stem := text.Stem(b.p.a.lang, t.fold)
	return veil[stem] && !b.q.a.says(stem)
}

// quantified reports whether the quantifiers and denials of the statement stand
// in the source too.
func (b *bearing) quantified() bool {
	for i := range b.q.words {
		t := b.q.term(i)
		if t == nil || t.value != 0 || t.class != quantifier && t.class != negation || b.q.unitOf[i] >= 0 {
			continue
		}
		h := b.q.tree.Tokens[i].Head
		if h < 0 || b.q.unitOf[h] < 0 {
			return false
		}
		v := &b.p.units[b.to[b.q.unitOf[h]]]
		if t.class == quantifier && addedOperator(t) == Same {
			if b.p.everyOne(v) {
				return false // who says "some" of all says that it was not all
			}
			continue
		}
		if !b.p.quantifies(t, v) {
			return false
		}
	}
	return true
}

// everyOne reports whether a quantifier that leaves nobody out stands at unit v.
func (s *sentence) everyOne(v *unit) bool {
	for i := s.tree.Tokens[v.head].First; i < v.head; i++ {
		if t := s.term(i); t != nil && t.class == quantifier && universal(t.fold) && s.tree.Tokens[i].Head == v.head {
			return true
		}
	}
	return false
}

// partly reports whether the source speaks of a number or share of what unit k
// names, and the statement of all of it: "half of the houses", "two of the
// villages".
func (b *bearing) partly(k int) bool {
	v := b.to[k]
	for i := range b.p.units {
		x := &b.p.units[i]
		if x.value == nil || x.value.amount == nil || slices.Contains(b.to, i) || x.end == len(b.p.words) || b.p.units[v].first < x.end {
			continue
		}
		if (x.above == v || b.p.units[v].above == i) && b.p.fold(x.end) == "of" {
			return true
		}
	}
	return false
}

// quantifies reports whether a quantifier or denial t, or one that says the same,
// stands at unit v.
func (s *sentence) quantifies(t *term, v *unit) bool {
	for i := s.tree.Tokens[v.head].First; i < s.tree.Tokens[v.head].End; i++ {
		x := s.term(i)
		if x == nil || x.class != t.class || s.tree.Tokens[i].Head != v.head && s.unitOf[i] >= 0 {
			continue
		}
		if x.fold == t.fold || groupings()[s.a.lang].interchangeable(x.fold, t.fold) {
			return true
		}
	}
	return false
}
