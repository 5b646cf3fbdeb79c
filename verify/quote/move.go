package quote

import (
	"sort"

	"factcheck/claims/text"
)

// A move is a stretch of the draft whose words the source has in the same
// passage, but not in that order.
type move struct {
	i, iEnd int32
	j       int32 // where it begins in the source
}

const (
	moveLeast = 3  // words that make a move; fewer are chance
	movePlay  = 40 // words around the passage where moved words may come from
)

// moves finds among all runs those that cover what the chain c left uncovered,
// from places of the same passage that c left out.
func moves(runs, c []run) []move {
	first, last := c[0], c[len(c)-1]
	length := last.i + last.n
	lo, hi := first.j-length-movePlay, last.j+last.n+length+movePlay
	var out []move
	for _, r := range runs {
		if r.j < lo || r.j+r.n > hi {
			continue
		}
		m := move{r.i, r.i + r.n, r.j}
		m.avoid(c)
		if m.iEnd-m.i < moveLeast {
			continue
		}
		if n := len(out); n > 0 && out[n-1].iEnd > m.i {
			if out[n-1].iEnd-out[n-1].i >= m.iEnd-m.i {
				continue
			}
			out = out[:n-1]
		}
		out = append(out, m)
	}
	return out
}

// avoid cuts m to a part that shares no word with the runs of c on either side.
// The runs are in order on both.
func (m *move) avoid(c []run) {
	k := sort.Search(len(c), func(k int) bool { return c[k].i+c[k].n > m.i })
	for ; k < len(c) && c[k].i < m.iEnd && m.i < m.iEnd; k++ {
		m.cut(c[k].i, c[k].i+c[k].n, m.i)
	}
	k = sort.Search(len(c), func(k int) bool { return c[k].j+c[k].n > m.j })
	for ; k < len(c) && c[k].j < m.j+m.iEnd-m.i && m.i < m.iEnd; k++ {
		m.cut(c[k].j, c[k].j+c[k].n, m.j)
	}
}

// cut removes from m the words from lo to hi, counted on the side on which m
// begins at base.
func (m *move) cut(lo, hi, base int32) {
	n := m.iEnd - m.i
	lo, hi = max(lo-base, 0), min(hi-base, n)
	if lo >= hi {
		return
	}
	if lo >= n-hi {
		m.iEnd = m.i + lo
		return
	}
	m.i, m.j = m.i+hi, m.j+hi
}

// origin returns where the moved words stand in the source.
func (a *aligner) origin(c change) text.Span {
	return spans(a.s.tokens, c.moved-1, c.moved-1+c.iEnd-c.i)
}
