package quote

import (
	"factcheck/claims/text"
)

// Align aligns the quotation that stands in draft at the spans quoted with the
// passage of s that fits best. near is where a candidate stands in the source:
// only its surroundings are searched; the zero Span searches everything.
func (s *Source) Align(draft string, quoted []text.Span, near text.Span) Match {
	return s.align(read(draft, quoted), near)
}

func (s *Source) align(d *draft, near text.Span) Match {
	m := Match{Words: d.content()}
	if s.brackets && len(d.groups) > 0 {
		d.expand(s)
	}
	if len(d.tokens) == 0 || len(s.tokens) == 0 {
		return m
	}
	lo, hi := s.window(d, near)
	best := s.within(d, lo, hi)
	if best.grade() < gradeElided && (lo > 0 || hi < len(s.tokens)) {
		if far := s.within(d, 0, len(s.tokens)); far.grade() > best.grade() || far.grade() == best.grade() && far.Share > best.Share {
			best = far
		}
	}
	best.Words = m.Words
	return best
}

// window returns the words of s that lie near enough.
func (s *Source) window(d *draft, near text.Span) (lo, hi int) {
	if near.Len() == 0 {
		return 0, len(s.tokens)
	}
	slack := 60 + len(d.tokens)
	return max(0, s.at(near.Start)-slack), min(len(s.tokens), s.at(near.End)+slack)
}

// within aligns d with the best passage among the words lo to hi of s.
func (s *Source) within(d *draft, lo, hi int) Match {
	if len(d.tokens) <= 3 {
		return s.fragment(d, lo, hi)
	}
	runs := s.seeds(d, lo, hi)
	if len(runs) == 0 {
		return Match{}
	}
	s.chain(d, runs)
	a := aligner{s: s, d: d}
	var best Match
	for k, c := range chains(runs, 3) {
		ms := moves(runs, c)
		if covered(c, ms) < promising*len(d.tokens)/100 {
			continue
		}
		if m := a.judge(a.settle(a.changes(a.chain(c, ms)))); k == 0 || m.better(&best) {
			best = m
		}
		if best.Outcome == Verbatim {
			break
		}
	}
	return best
}

// promising is the percentage of a quotation's words that the runs of a passage
// must cover before it is aligned: where seven words of ten are equal, so many
// have an equal neighbour.
const promising = 35

// covered returns how many words the runs of a chain and the moves beside it
// cover.
func covered(c []run, ms []move) int {
	n := int32(0)
	for _, r := range c {
		n += r.n
	}
	for _, m := range ms {
		n += m.iEnd - m.i
	}
	return int(n)
}

// fragment looks for a quotation of three words or fewer, which must stand as
// it is: so little is no evidence that anything was altered.
func (s *Source) fragment(d *draft, lo, hi int) Match {
	first := d.tokens[0]
	for j := lo; j+len(d.tokens) <= hi; j++ {
		if s.tokens[j].id != first.id {
			continue
		}
		n := 1
		for n < len(d.tokens) && d.tokens[n].id == s.tokens[j+n].id {
			n++
		}
		if n == len(d.tokens) {
			a := aligner{s: s, d: d}
			return a.judge([]change{{op: Keep, iEnd: int32(n), j: int32(j), jEnd: int32(j + n)}})
		}
	}
	return Match{}
}

const (
	gradeNone = iota
	gradeAltered
	gradeElided
	gradeVerbatim
)

// grade orders outcomes from the worst to the best.
func (m *Match) grade() int {
	switch m.Outcome {
	case Verbatim:
		return gradeVerbatim
	case Elided:
		return gradeElided
	case Altered:
		return gradeAltered
	}
	return gradeNone
}

// better reports whether m is a better account of the quotation than o.
func (m *Match) better(o *Match) bool {
	switch a, b := m.grade(), o.grade(); {
	case a != b:
		return a > b
	case m.Meaning != o.Meaning:
		return o.Meaning
	case m.Share != o.Share:
		return m.Share > o.Share
	}
	return m.Outside < o.Outside
}

// content returns the number of content words of d, brackets aside.
func (d *draft) content() int {
	n := 0
	table := classTable()
	for _, t := range d.tokens {
		if t.mark&group == 0 && table[t.id]&function == 0 {
			n++
		}
	}
	return n
}
