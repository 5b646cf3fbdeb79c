package quote

import "sort"

// A run is a stretch of equal words, as long as it can be: n words from i in the
// draft and from j in the source.
type run struct {
	i, j, n int32
	score   int32 // of the best chain that ends with it
	from    int32 // the run before it in that chain, -1 if it is the first
}

const (
	occurrences = 48  // places of one pair of words that are looked at
	lookback    = 48  // runs before one that may precede it in a chain
	sure        = 64  // words in a row that leave no doubt
	reach       = 400 // words of a speaker that an unmarked cut may leave out
)

// seeds returns the maximal runs of two words and more (three, in a long
// draft) that d and the words lo to hi of s share, in the order of the draft.
func (s *Source) seeds(d *Draft, lo, hi int) []run {
	var runs []run
	mask := uint64(len(s.head) - 1)
	least := 2
	if len(d.tokens) > 80 {
		least = 3
	}
	dense := 0                         // words before it lie in a long run: nothing better begins there
	budget := 64*len(d.tokens) + 1<<20 // keeps periodic texts linear
	for i := 0; i+1 < len(d.tokens) && budget > 0; i++ {
		a, b := d.tokens[i], d.tokens[i+1]
		if i < dense || (a.mark|b.mark)&group != 0 || b.mark&gapped != 0 {
			continue
		}
		seen := 0
		for at := s.head[pair(a.id, b.id)&mask]; at > 0 && seen < occurrences; at = s.next[at-1] {
			j := int(at - 1)
			if j >= hi-1 {
				break
			}
			if j < lo || s.tokens[j].id != a.id || s.tokens[j+1].id != b.id {
				budget--
				continue
			}
			seen++
			if i > 0 && j > lo && a.mark&gapped == 0 && d.tokens[i-1].id == s.tokens[j-1].id {
				continue // the run began earlier
			}
			n := 2
			for i+n < len(d.tokens) && j+n < hi && d.tokens[i+n].id == s.tokens[j+n].id && d.tokens[i+n].mark&gapped == 0 {
				n++
			}
			budget -= n
			if n >= sure {
				dense = max(dense, i+n-sure/4)
			}
			if n >= least {
				runs = append(runs, run{i: int32(i), j: int32(j), n: int32(n), from: -1})
			}
		}
	}
	return runs
}

// chain scores every run with the best sequence of runs that ends with it, each
// after the one before in both texts.
func (s *Source) chain(d *Draft, runs []run) {
	gaps := make([]int32, len(d.tokens)+1) // gaps[i]: marked gaps before token i, its own included
	for i, t := range d.tokens {
		gaps[i+1] = gaps[i]
		if t.mark&(gapped|group) != 0 {
			gaps[i+1]++
		}
	}
	best := -1
	for k := range runs {
		r := &runs[k]
		r.score = 100 * r.n
		for b := max(0, k-lookback); b < k; b++ {
			s.join(runs, b, k, gaps)
		}
		if best >= 0 && best < k-lookback {
			s.join(runs, best, k, gaps)
		}
		if best < 0 || r.score > runs[best].score {
			best = k
		}
	}
}

// join lets run k follow run b if that gives it a better score.
func (s *Source) join(runs []run, b, k int, gaps []int32) {
	p, r := runs[b], &runs[k]
	over := max(p.i+p.n-r.i, p.j+p.n-r.j, 0)
	if over >= r.n || p.j >= r.j {
		return
	}
	i, j := r.i+over, r.j+over
	left := s.inside[j] - s.inside[p.j+p.n]
	out := j - (p.j + p.n) - left
	cost := costInsWord * (i - p.i - p.n)
	if s.inside[p.j+p.n] == s.inside[p.j] {
		left, out = left+out, 0
	}
	if out > 60 {
		cost += 30
	}
	switch missed := left - (i - p.i - p.n); {
	case gaps[i+1]-gaps[p.i+p.n] > 0:
		cost += 20 + min(left, 200)/4
	case missed > reach:
		return
	case missed > 0:
		cost += costDel + costDelWord*min(missed, 40)
	}
	if out > 0 {
		cost += 30 + min(out, 80)/2
	}
	if score := p.score + 100*(r.n-over) - cost; score > r.score {
		r.score, r.from = score, int32(b)
	}
}

// chains returns up to n chains of runs, the best first, none sharing a run.
func chains(runs []run, n int) [][]run {
	order := make([]int, len(runs))
	for k := range order {
		order[k] = k
	}
	sort.SliceStable(order, func(a, b int) bool { return runs[order[a]].score > runs[order[b]].score })
	used := make([]bool, len(runs))
	var out [][]run
	for _, k := range order {
		if len(out) == n || len(out) > 0 && runs[k].score*2 < runs[order[0]].score {
			break
		}
		var c []run
		for b := int32(k); b >= 0 && !used[b]; b = runs[b].from {
			used[b] = true
			c = append(c, runs[b])
		}
		if len(c) == 0 || c[len(c)-1].from >= 0 {
			continue // it shares its beginning with a better one
		}
		for a, b := 0, len(c)-1; a < b; a, b = a+1, b-1 {
			c[a], c[b] = c[b], c[a]
		}
		out = append(out, trimmed(c))
	}
	return out
}

// trimmed cuts the overlaps of neighbours in a chain.
func trimmed(c []run) []run {
	for k := 1; k < len(c); k++ {
		p, r := c[k-1], &c[k]
		if over := max(p.i+p.n-r.i, p.j+p.n-r.j, 0); over > 0 {
			r.i, r.j, r.n = r.i+over, r.j+over, r.n-over
		}
	}
	return c
}
