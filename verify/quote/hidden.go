package quote

import "factcheck/verify/reason"

// What a marked omission hides decides whether it was honest. A negation that
// governs what remains turns the sense: altered. One that stands in a clause of
// its own and went with it is no matter, unless the clause was a condition: then
// what remains was not said without it. Whole sentences may go.

// hidden classes the source words that a marked gap leaves out.
func (a *aligner) hidden(c change) (reason.Kind, bool) {
	worst := reason.None
	for j := c.j; j < c.jEnd; j++ {
		t := &a.s.tokens[j]
		cl := t.class()
		if cl&(negation|condition|hedge|modal) == 0 && !a.conditional(j, c.jEnd) && refusalTable()[t.id] == 0 || a.whole(c, j) {
			continue
		}
		from, to := a.clause(c, j)
		switch own := a.own(c, from, to, j); {
		case a.conditional(j, c.jEnd), cl&condition != 0 && cl&negation == 0:
			worst = reason.Condition
		case cl&negation != 0 && !own:
			if a.object(j, c.jEnd) {
				worst = reason.Condition
				break
			}
			return reason.Polarity, true
		case refusalTable()[t.id] > 0 && a.last(j, c.jEnd):
			return reason.Polarity, true
		case cl&(hedge|modal) != 0 && !own && cl&hedge|weak(t.id) != 0:
			worst = reason.Condition
		}
	}
	return worst, false
}

// whole reports whether the whole sentence around source word j is left out.
func (a *aligner) whole(c change, j int32) bool {
	for from := j; ; from-- {
		if from < c.j {
			return false
		}
		if a.s.tokens[from].mark&stopped != 0 {
			break
		}
	}
	for to := j + 1; ; to++ {
		if int(to) == len(a.s.tokens) || to <= c.jEnd && a.s.tokens[min(int(to), len(a.s.tokens)-1)].mark&stopped != 0 {
			return true
		}
		if to > c.jEnd {
			return false
		}
	}
}

// clause returns the clause around source word j as far as it is left out.
func (a *aligner) clause(c change, j int32) (from, to int32) {
	table := classTable()
	for from = j; from > c.j && a.s.tokens[from].mark&(stopped|paused) == 0 && table[a.s.tokens[from].id]&subordinate == 0; from-- {
	}
	for to = j + 1; to < c.jEnd && a.s.tokens[to].mark&(stopped|paused) == 0 && table[a.s.tokens[to].id]&subordinate == 0; to++ {
	}
	return from, to
}

// own reports whether the words from to to, left out, are a clause of their own
// with subject and verb, so that the negation at j governs nothing that remains.
func (a *aligner) own(c change, from, to, j int32) bool {
	table := classTable()
	first := a.s.tokens[from]
	if first.mark&(stopped|paused) == 0 && table[first.id]&subordinate == 0 {
		return false
	}
	if int(to) < len(a.s.tokens) && to == c.jEnd && a.s.tokens[to].mark&(stopped|paused) == 0 && table[a.s.tokens[to].id]&subordinate == 0 {
		return false
	}
	if j <= from+1 && to-j > 2 {
		return true // nobody came, no papers came
	}
	for k := from + 1; k < to; k++ {
		if table[a.s.tokens[k].id]&auxiliary == 0 || k+1 >= to {
			continue
		}
		if before := table[a.s.tokens[k-1].id]; before&subordinate == 0 || before&pronoun != 0 {
			return to-k > 2 || k-from > 1
		}
	}
	return false
}

// object reports whether the negation at j is a preposition that went with its
// object: without a permit.
func (a *aligner) object(j, end int32) bool {
	id := a.s.tokens[j].id
	return (id == idWithout || id == idSans) && count(a.s.tokens[j+1:end], function) < int(end-j-1)
}

// last reports whether nothing but function words stands between j and the end
// of the gap.
func (a *aligner) last(j, end int32) bool {
	rest := a.s.tokens[j+1 : end]
	return count(rest, function) == len(rest)
}

// weak returns hedge if the modal verb leaves open whether it is so.
func weak(id uint64) class {
	switch id {
	case idMay, idMight, idCould:
		return hedge
	}
	return 0
}

// conditional reports whether a condition of several words begins at j.
func (a *aligner) conditional(j, end int32) bool {
	for _, p := range conditions {
		if phrase(a.s.tokens[j:end], p) {
			return true
		}
	}
	return false
}

// phrase reports whether words begin with those of p, folded.
func phrase(words []token, p string) bool {
	for k := 0; ; k++ {
		n := 0
		for n < len(p) && p[n] != ' ' {
			n++
		}
		if k >= len(words) || words[k].id != hashWord(p[:n]) {
			return false
		}
		if n == len(p) {
			return true
		}
		p = p[n+1:]
	}
}

var (
	idWithout = hashWord("without")
	idSans    = hashWord("sans")
	idMay     = hashWord("may")
	idMight   = hashWord("might")
	idCould   = hashWord("could")
)
