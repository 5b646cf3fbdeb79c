package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/verify/reason"
)

// What is left out of a near copy must be whole: a word may go with all that hangs on it. Where the word goes and what hung on it stays,
// what stays hangs on another word and says another thing: "two of their neighbours' houses burned", "two of their houses burned"; "found
// 3 km south of where the bridge fell", "found where the bridge fell"; "20 were hurt, three of them badly", "20 were hurt badly". Twins:
// "two houses of their neighbours, a bakery among them, burned", "managed to leave Goma", "left Goma".

// hanging are the relations by which a word says something of the word that it hangs on.
var hanging = map[grammar.Rel]bool{
	grammar.Obj: true, grammar.Iobj: true, grammar.Obl: true, grammar.OblAgent: true, grammar.OblUnmarked: true, grammar.Nmod: true, grammar.NmodPoss: true,
	grammar.NmodUnmarked: true, grammar.Advmod: true, grammar.Amod: true,
}

// orphans marks what was left out although words that hung on it stayed.
func (n *near) orphans() {
	stays := make([]bool, len(n.a.terms))
	for _, s := range n.segs {
		for k := s.a[0]; k < s.a[1]; k++ {
			stays[k] = s.common
		}
	}
	for i, s := range n.segs {
		c := &n.changes[i]
		replaced := slices.ContainsFunc(n.run(inStatement, i), func(t term) bool { return t.class == content || t.class == auxiliary }) // "won", "got"
		if s.common || c.fate != Same && c.fate != Dropped || replaced || n.b.off("near.orphan") {
			continue
		}
		for k := s.a[0]; k < s.a[1]; k++ {
			if t := &n.a.terms[k]; t.class == content && t.value == 0 && n.orphaned(k, stays) || k == s.a[1]-1 && n.bared(i, k) {
				c.merge(Changed, reason.None)
				n.note("near.orphan")
				break
			}
		}
	}
}

// orphaned reports whether a word stays in the statement that hangs on term k of the source, which does not.
func (n *near) orphaned(k int, stays []bool) bool {
	s, w := n.a.place(k)
	if s == nil {
		return false
	}
	for j, t := range s.Tree.Tokens {
		if at := n.a.termOf[s.At[j]]; t.Head == w && j != w && at >= 0 && stays[at] && hanging[t.Rel] && n.a.terms[at].class == content && !mayRise(s, w, j) {
			return true
		}
	}
	return false
}

// mayRise reports whether a place that the parser hangs on a noun, word j on word w, may be the verb's: "was hurt [by a guard] in Bunia".
// Twin: "was fined [after a row] in Bunia".
func mayRise(s *proposition.Sentence, w, j int) bool {
	switch s.Tree.Tokens[w].Rel {
	case grammar.Obj, grammar.Obl, grammar.OblAgent, grammar.OblUnmarked:
		by := s.Phrase(w).Joint()
		return locative.of(s.Phrase(j).Joint()) && (by == "" || holding.of(by))
	}
	return false
}

// bared reports whether term k, the last one that segment i leaves out, is a preposition whose noun or clause stays, and no preposition
// stands before the segment: "south of where the bridge fell". Twin: "in [a village in] Goma".
func (n *near) bared(i, k int) bool {
	s := n.segs[i]
	if k+1 == len(n.a.terms) || n.a.terms[k+1].word != n.a.terms[k].end || len(operators(n.run(inStatement, i))) > 0 || s.a[0] > 0 && n.a.terms[s.a[0]-1].class == preposition {
		return false
	}
	if placing.in(n.a.lang, n.a.terms[k+1].fold) {
		return true
	}
	return k > s.a[0] && n.a.terms[k].class == preposition
}
