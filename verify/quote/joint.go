package quote

import (
	"factcheck/claims/grammar"
	"factcheck/verify/reason"
)

// A marked omission may leave out whole sentences, or the end of one and go on
// with another that stands by itself. It may not make one sentence of two: "The
// tenant pays for the garden. The landlord insures the house": “The tenant pays for
// … the house”; nor join what two people said, or one in two places far apart.

// farWords is how many words of the writer's between two quotations part them.
const farWords = 120

// joints enters in m the omissions that make one sentence of two.
func (a *aligner) joints(list []change, m *Match) {
	for k := 1; k+1 < len(list); k++ {
		c := list[k]
		if c.op != Gap || list[k-1].op != Keep || c.j == 0 || m.Edits[k].Class != reason.None {
			continue
		}
		next := list[k+1]
		if next.op == Bracket && k+2 < len(list) && a.joins(next) {
			next = list[k+2]
		}
		if next.op != Keep || a.d.woven && a.d.tokens[next.i].mark&broken != 0 || a.sound(list[k-1], next) {
			continue
		}
		e := &m.Edits[k]
		e.Class, e.Meaning = reason.Meaning, true
		m.Reasons = append(m.Reasons, reason.Reason{Kind: e.Class, Source: e.Source, Statement: e.Draft, Note: "the omission makes one sentence of two"})
		m.Outcome, m.Meaning = Altered, true
	}
}

// joins reports whether a bracket holds nothing but what joins words: [and].
func (a *aligner) joins(c change) bool {
	t := a.d.tokens[c.i]
	return t.mark&group != 0 && all(a.d.groups[t.region-1], function) && count(a.d.groups[t.region-1], pronoun|determiner) == 0
}

// sound reports whether the words r that follow an omission may stand behind those
// before it, p.
func (a *aligner) sound(p, r change) bool {
	l, crossed := p.jEnd-1, false
	for j := l + 1; j <= r.j; j++ {
		crossed = crossed || a.s.tokens[j].mark&stopped != 0
	}
	if !crossed {
		return true
	}
	left, right := a.side(l), a.side(r.j)
	whole := right.opens(r.j)
	if a.parted(l, r.j, whole && a.d.tokens[r.i].mark&broken != 0) {
		return false
	}
	switch {
	case a.d.woven && !left.asserts(p.j, p.jEnd) && !right.asserts(r.j, r.jEnd):
		return true // “the worst storm … the end of the harbour”
	case a.d.tokens[r.i].mark&stopped != 0 && a.s.tokens[l+1].mark&stopped != 0:
		return true // both end a sentence: “They live in hell. … blanket statements.”
	case !whole && !right.ownSubject(r.j):
		return false
	case whole && a.d.tokens[r.i].mark&titled == 0 && right.adjunct(r.j) && !right.asserts(r.j, r.jEnd):
		return false // “We sold them … in summer”: in summer they bought them back
	}
	return a.s.tokens[l+1].mark&stopped != 0 || whole && a.d.tokens[r.i].mark&titled != 0 || !left.dangles(l)
}

// parted reports whether two words of the source were said by two people or far
// apart. Far apart is no matter to quotations that stand apart in the draft too, each
// with its marks.
func (a *aligner) parted(l, r int32, apart bool) bool {
	x, y := a.s.tokens[l].region, a.s.tokens[r].region
	if x == y {
		return false
	}
	own := r - l - (a.s.inside[r] - a.s.inside[l])
	return own > farWords && !apart || a.s.strangers(x, y)
}

// strangers reports whether two quotations were said by two people.
func (s *Source) strangers(x, y int32) bool {
	v, known := s.voices[x]
	w, too := s.voices[y]
	return known && too && SameSpeaker(v, w) == Different
}

// A side is the sentence on one side of an omission.
type side struct {
	spoken
	src     *Source
	tree    grammar.Sentence
	clauses []grammar.Clause
}

// side reads the sentence around source word j.
func (a *aligner) side(j int32) side {
	s := side{spoken: a.sentence(j, nil), src: a.s}
	s.read(a.s)
	s.tree = a.s.trees.of(a.s.text, s.words)
	s.clauses = grammar.Clauses(&s.tree)
	return s
}

// word returns the place of source word j among the words, -1 if it has none.
func (s *side) word(j int32) int {
	for w, k := range s.at {
		if k >= 0 && s.tokens[k] == j {
			return w
		}
	}
	return -1
}

// opens reports whether the sentence begins with source word j, but for words that
// only join it to the one before: and, so, well.
func (s *side) opens(j int32) bool {
	for _, k := range s.tokens {
		if k >= j {
			break
		}
		if c := s.src.tokens[k].class(); c&filler == 0 && (c&function == 0 || c&(pronoun|determiner|auxiliary|negation|modal|quantifier|condition) != 0) {
			return false
		}
	}
	return true
}

// asserts reports whether a verb of the sentence, or what it says that something
// is, stands among source words from to end.
func (s *side) asserts(from, end int32) bool {
	among := func(w int) bool {
		return w >= 0 && s.at[w] >= 0 && from <= s.tokens[s.at[w]] && s.tokens[s.at[w]] < end
	}
	for k := range s.clauses {
		c := &s.clauses[k]
		if c.Link != grammar.Relative && c.Link != grammar.Reduced && among(c.Predicate) && (c.Copula < 0 && s.tree.Tokens[c.Predicate].Tag == grammar.Verb || among(c.Copula)) {
			return true
		}
	}
	return false
}

// adjunct reports whether a preposition stands at source word j.
func (s *side) adjunct(j int32) bool {
	w := s.word(j)
	return w >= 0 && s.tree.Tokens[w].Rel == grammar.Case
}

// ownSubject reports whether the words from source word j on begin a clause that
// stands by itself.
func (s *side) ownSubject(j int32) bool {
	w := s.word(j)
	if w < 0 {
		return false
	}
	for k := range s.clauses {
		c := &s.clauses[k]
		switch c.Link {
		case grammar.Main, grammar.Content, grammar.Coordinated, grammar.Aside:
		default:
			continue
		}
		if c.Subject >= w && !c.Borrowed && c.Predicate >= w && s.tree.Tokens[c.Subject].First <= max(w, c.Predicate) && w >= s.start(c, w) {
			return true
		}
	}
	return false
}

// start returns w if a clause begins there: its subject, or words before it that
// belong to it.
func (s *side) start(c *grammar.Clause, w int) int {
	if s.tree.Tokens[c.Subject].First <= w {
		return w
	}
	t := s.tree.Tokens[w]
	for t.Head >= 0 && t.Head != c.Predicate {
		t = s.tree.Tokens[t.Head]
	}
	if t.Head == c.Predicate {
		return w
	}
	return w + 1
}

// dangles reports whether source word j leaves its sentence hanging: pays for, has
// insured, the.
func (s *side) dangles(j int32) bool {
	w := s.word(j)
	if w < 0 {
		return false
	}
	switch t := s.tree.Tokens[w]; t.Rel {
	case grammar.Case, grammar.Det, grammar.Aux, grammar.AuxPass, grammar.Cop, grammar.Mark, grammar.Cc:
		return true
	default:
		for n := w + 1; n < len(s.tree.Tokens) && t.Tag == grammar.Verb; n++ {
			if o := s.tree.Tokens[n]; o.Head == w && (o.Rel == grammar.Obj || o.Rel == grammar.Ccomp || o.Rel == grammar.Xcomp) {
				return true
			}
		}
	}
	return false
}
