package quote

import (
	"cmp"
	"slices"

	"factcheck/claims/text"
)

// Align aligns the quotation that stands in draft at the spans quoted with the
// passage of s that fits best. near is where a candidate stands in the source:
// only its surroundings are searched; the zero Span searches everything.
func (s *Source) Align(draft string, quoted []text.Span, near text.Span) Match {
	return s.AlignDraft(Read(draft, s.lang, quoted), near)
}

// AlignDraft is Align for a quotation that was read once.
func (s *Source) AlignDraft(d *Draft, near text.Span) Match {
	m := Match{Words: d.content()}
	if s.brackets && len(d.groups) > 0 {
		d = d.expanded(s)
	}
	if len(d.tokens) == 0 || len(s.tokens) == 0 {
		return m
	}
	if near.Len() > 0 {
		if m := s.within(d, s.at(near.Start), s.at(near.End)); m.Outcome == Verbatim {
			m.Words = d.content()
			return m // of two places with the words, this one
		}
	}
	lo, hi := s.window(d, near)
	best := s.within(d, lo, hi)
	if best.grade() < gradeElided && (lo > 0 || hi < len(s.tokens)) {
		if far := s.within(d, 0, len(s.tokens)); far.grade() > best.grade() || far.grade() == best.grade() && far.Share > best.Share {
			best = far
		}
	}
	if best.grade() < gradeElided && d.woven && d.fragments() {
		if m, ok := s.apart(d, near); ok {
			best = m
		}
	}
	if best.Outcome == Altered && d.woven && len(d.quoted) > 1 {
		best = s.alone(d, near, best)
	}
	best.Words = m.Words
	best.Mixed = best.grade() >= gradeElided && d.woven && s.mixes(best.Source)
	return best
}

// mixes reports whether parts of a passage are the words of two people.
func (s *Source) mixes(parts []text.Span) bool {
	for k := 1; k < len(parts); k++ {
		x, y := s.at(parts[k-1].Start), s.at(parts[k].Start)
		if x < len(s.tokens) && y < len(s.tokens) && s.strangers(s.tokens[x].region, s.tokens[y].region) {
			return true
		}
	}
	return false
}

// alone returns how the first part of d that is altered by itself was changed, or all
// if the other parts stand. Else the parts are scraps that a passage has by chance:
// nothing aligns.
func (s *Source) alone(d *Draft, near text.Span, all Match) Match {
	missing := 0
	for _, q := range d.quoted {
		part := Read(d.text, d.lang, []text.Span{q})
		part.woven, part.supplied = d.woven, d.supplied
		switch m := s.AlignDraft(part, near); m.Outcome {
		case Altered:
			return m
		case None:
			missing++
		}
	}
	if missing == 1 {
		return all
	}
	return Match{Share: all.Share, Source: all.Source, Edits: all.Edits}
}

// fragmentWords is the most words of a part that is a fragment worked into the
// draft's own sentence: she called it “a gift” and the mayor “no help”.
const fragmentWords = 8

// fragments reports whether d is made of such parts. Nobody says that they stand
// in this order in the source.
func (d *Draft) fragments() bool {
	parts, words := 1, 0
	for _, t := range d.tokens {
		if t.mark&broken != 0 {
			parts, words = parts+1, 0
		}
		if words++; words > fragmentWords {
			return false
		}
	}
	return parts > 1
}

// apart aligns the parts of d one by one. It declines (false) unless all of them
// stand in the source.
func (s *Source) apart(d *Draft, near text.Span) (Match, bool) {
	out := Match{Outcome: Elided, Share: 1}
	for _, q := range d.quoted {
		part := Read(d.text, d.lang, []text.Span{q})
		part.woven, part.supplied = d.woven, d.supplied
		m := s.AlignDraft(part, near)
		if m.grade() < gradeElided {
			return Match{}, false
		}
		out.Edits = append(out.Edits, m.Edits...)
		out.Reasons = append(out.Reasons, m.Reasons...)
		out.Source = append(out.Source, m.Source...)
		out.Outside += m.Outside
	}
	return out, true
}

// window returns the words of s that lie near enough.
func (s *Source) window(d *Draft, near text.Span) (lo, hi int) {
	if near.Len() == 0 {
		return 0, len(s.tokens)
	}
	slack := 60 + len(d.tokens)
	return max(0, s.at(near.Start)-slack), min(len(s.tokens), s.at(near.End)+slack)
}

// within aligns d with the best passage among the words lo to hi of s.
func (s *Source) within(d *Draft, lo, hi int) Match {
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
		ms := s.beside(moves(runs, c), c)
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

// beside leaves those of some moves that come from the quotation that most of a chain stands in: in which order a source quotes two things of its speaker
// the writer decides.
func (s *Source) beside(ms []move, c []run) []move {
	longest := slices.MaxFunc(c, func(x, y run) int { return cmp.Compare(x.n, y.n) })
	region := s.tokens[longest.j].region
	_, told := s.voices[region]
	return slices.DeleteFunc(ms, func(m move) bool {
		_, too := s.voices[s.tokens[m.j].region]
		return told && too && s.tokens[m.j].region != region
	})
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
// it is, marked gaps and brackets aside: so little is no evidence that anything
// was altered.
func (s *Source) fragment(d *Draft, lo, hi int) Match {
	a := aligner{s: s, d: d}
	for j := lo; j < hi; j++ {
		if list := a.fragmentAt(j, hi); list != nil {
			return a.judge(a.settle(list))
		}
	}
	return Match{}
}

// fragmentGap is how many words a marked gap in a fragment may leave out.
const fragmentGap = 60

// fragmentAt matches every token of the draft from source word j on, nil if it
// does not stand there.
func (a *aligner) fragmentAt(j, hi int) []change {
	var list []change
	words := 0
	for i, t := range a.d.tokens {
		at := int32(i)
		if t.mark&group != 0 {
			list = append(list, change{op: Bracket, i: at, iEnd: at + 1, j: int32(j), jEnd: int32(j)})
			continue
		}
		if t.mark&gapped != 0 && words > 0 {
			from := j
			for j < min(hi, from+fragmentGap) && a.s.tokens[j].id != t.id {
				j++
			}
			if j > from {
				list = append(list, change{op: Gap, i: at, iEnd: at, j: int32(from), jEnd: int32(j)})
			}
		}
		if j >= hi || a.s.tokens[j].id != t.id {
			return nil
		}
		list = append(list, change{op: Keep, i: at, iEnd: at + 1, j: int32(j), jEnd: int32(j + 1)})
		j++
		words++
	}
	if words == 0 {
		return nil
	}
	return list
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
func (d *Draft) content() int {
	n := 0
	table := classTable()
	for _, t := range d.tokens {
		if t.mark&group == 0 && table[t.id]&function == 0 {
			n++
		}
	}
	return n
}
