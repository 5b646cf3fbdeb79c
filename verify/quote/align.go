package quote

// The costs of an alignment, in hundredths of a word. They only arrange the
// words; what an arrangement means is decided afterwards, on its edits.
const (
	costSub     = 140 // one word for another
	costKin     = 80  // an inflection or spelling of the same word
	costForeign = 190 // a word for one outside the quotation
	costIns     = 60  // begins an insertion
	costInsWord = 60
	costDel     = 60 // begins an unmarked cut
	costDelWord = 15
	costEnd     = 100 // words added at an end of the quotation where the source goes on
	costOut     = 30  // leaves the source's quotation marks
	costOutWord = 4
	costGap     = 15 // uses a marked gap
	costGapWord = 1
	costGroup   = 12 // each word that a bracket stands for
	infinite    = 1 << 29
	cells       = 1 << 20 // of a hole between two runs that are looked at
)

// A step is one move of an alignment: draft word i against source word j.
type step struct {
	kind byte  // one of the kinds below
	i, j int32 // the words; for a step without one, where it would stand
}

const (
	stepMatch = 'm'
	stepSub   = 's'
	stepIns   = 'i'
	stepDel   = 'd'
	stepGap   = 'g' // a source word left out at a marked gap, or that a bracket stands for
	stepGroup = 'b' // a bracket
	stepMove  = 'v' // the draft word stands elsewhere in the passage
)

// States of the dynamic programme; each is what the last step was.
const (
	inMatch = iota
	inIns
	inDel
	inGap
	states
)

type aligner struct {
	s     *Source
	d     *Draft
	moves []move
	steps []step
	now   [states][]int32
	old   [states][]int32
	back  []byte // two bits a state: the state before
}

// chain aligns the whole draft along a chain of runs. The words that ms found
// elsewhere are set aside first.
func (a *aligner) chain(c []run, ms []move) []step {
	a.steps, a.moves = a.steps[:0], ms
	n := int32(len(a.d.tokens))
	first, last := c[0], c[len(c)-1]
	a.hole(0, first.i, first.j-a.window(0, first.i, first.j), first.j, true, false)
	for k, r := range c {
		if k > 0 {
			p := c[k-1]
			a.hole(p.i+p.n, r.i, p.j+p.n, r.j, false, false)
		}
		for x := int32(0); x < r.n; x++ {
			a.steps = append(a.steps, step{stepMatch, r.i + x, r.j + x})
		}
	}
	i, j := last.i+last.n, last.j+last.n
	a.hole(i, n, j, j+a.window(i, n, int32(len(a.s.tokens))-j), false, true)
	return a.steps
}

// hole aligns the draft's words i to iEnd with the source's j to jEnd, but for
// those that were moved: what stands before the first of them has the source's
// words, or what stands after the last if the beginning is free.
func (a *aligner) hole(i, iEnd, j, jEnd int32, freeStart, freeEnd bool) {
	for k := a.moveAt(i); k < len(a.moves) && a.moves[k].iEnd <= iEnd; k++ {
		m := a.moves[k]
		if freeStart {
			a.fill(i, m.i, j, j, true, false)
		} else {
			a.fill(i, m.i, j, jEnd, false, freeEnd)
			j = jEnd
		}
		at := j
		if freeStart {
			at = jEnd
		}
		for x := m.i; x < m.iEnd; x++ {
			a.steps = append(a.steps, step{stepMove, x, at})
		}
		i = m.iEnd
	}
	a.fill(i, iEnd, j, jEnd, freeStart, freeEnd)
}

// window returns how many source words beyond the first or last run are worth
// looking at for the draft's words from i to end; room is how many there are.
func (a *aligner) window(i, end, room int32) int32 {
	if i >= end {
		return 0
	}
	w := end - i + (end-i)/2 + 40
	for _, t := range a.d.tokens[i:min(int(end)+1, len(a.d.tokens))] {
		if t.mark&gapped != 0 {
			w += 150
			break
		}
	}
	return max(0, min(w, room))
}

// fill aligns the draft's words i to iEnd with the source's j to jEnd. With
// freeStart or freeEnd source words may be passed over at that end for nothing.
func (a *aligner) fill(i, iEnd, j, jEnd int32, freeStart, freeEnd bool) {
	p, q := iEnd-i, jEnd-j
	switch {
	case p == 0 && q == 0, p == 0 && (freeStart || freeEnd):
		return
	case p == 0:
		kind := byte(stepDel)
		if a.open(iEnd) {
			kind = stepGap
		}
		for ; j < jEnd; j++ {
			a.steps = append(a.steps, step{kind, iEnd, j})
		}
		return
	case q == 0 || int64(p)*int64(q) > cells:
		a.block(i, iEnd, j, jEnd, freeStart, freeEnd)
		return
	}
	a.table(i, iEnd, j, jEnd, freeStart)
	a.trace(i, iEnd, j, jEnd, freeStart, freeEnd)
}

// block replaces a hole as a whole.
func (a *aligner) block(i, iEnd, j, jEnd int32, freeStart, freeEnd bool) {
	for x := i; x < iEnd; x++ {
		kind := byte(stepIns)
		if a.d.tokens[x].mark&group != 0 {
			kind = stepGroup
		}
		at := j
		if freeStart {
			at = jEnd
		}
		a.steps = append(a.steps, step{kind, x, at})
	}
	if freeStart || freeEnd {
		return
	}
	for y := j; y < jEnd; y++ {
		a.steps = append(a.steps, step{stepDel, iEnd, y})
	}
}

// open reports whether source words may be left out with a mark just before
// draft word i.
func (a *aligner) open(i int32) bool {
	t := a.d.tokens
	return int(i) < len(t) && t[i].mark&gapped != 0 || i > 0 && t[i-1].mark&group != 0
}

func (a *aligner) size(p, q int32) {
	w := int(q) + 1
	for s := range states {
		if cap(a.now[s]) < w {
			a.now[s], a.old[s] = make([]int32, w), make([]int32, w)
		}
		a.now[s], a.old[s] = a.now[s][:w], a.old[s][:w]
	}
	if n := w * (int(p) + 1); cap(a.back) < n {
		a.back = make([]byte, n)
	} else {
		a.back = a.back[:n]
	}
}

// table runs the dynamic programme with affine gaps (Gotoh 1982), four states:
// the last step was a word of both, of the draft, of the source without a mark,
// of the source with one. Cells keep two bits a state to trace back by.
func (a *aligner) table(i, iEnd, j, jEnd int32, freeStart bool) {
	p, q := iEnd-i, jEnd-j
	a.size(p, q)
	for x := int32(0); x <= p; x++ {
		a.now, a.old = a.old, a.now
		back := a.back[int(x)*int(q+1) : int(x+1)*int(q+1)]
		open, per, enter := a.open(i+x), int32(costGapWord), int32(costGap)
		if open && x+i > 0 && a.d.tokens[i+x-1].mark&group != 0 && (int(i+x) >= len(a.d.tokens) || a.d.tokens[i+x].mark&gapped == 0) {
			per = costGroup
		}
		var word *token
		if x > 0 {
			word = &a.d.tokens[i+x-1]
		}
		for y := int32(0); y <= q; y++ {
			var b byte
			m, n, dl, g := int32(infinite), int32(infinite), int32(infinite), int32(infinite)
			switch {
			case x == 0:
				if y == 0 || freeStart {
					m = 0
				}
			case word.mark&group != 0: // a bracket takes no word by itself
				v, from := a.least(&a.old, y)
				m, b = v+20, b|from
			default:
				if y > 0 {
					v, from := a.least(&a.old, y-1)
					m, b = v+a.cost(word, &a.s.tokens[j+y-1]), b|from
				}
				v, from := a.least(&a.old, y)
				n = v + costIns + costInsWord
				if freeStart && x == 1 && y > 0 && a.goesOn(j+y) {
					n += costEnd
				}
				if w := a.old[inIns][y] + costInsWord; w <= n {
					n, from = w, inIns
				}
				b |= from << 2
			}
			if y > 0 {
				word, out := int32(costDelWord), !a.s.spoken(a.s.tokens[j+y-1])
				enterDel := int32(costDel)
				if out {
					word, enterDel = costOutWord, costOut
				}
				v, from := a.least(&a.now, y-1)
				dl = v + enterDel + word
				if w := a.now[inDel][y-1] + word; w <= dl {
					dl, from = w, inDel
				}
				b |= from << 4
				if open {
					v, from := a.least(&a.now, y-1)
					g = v + enter + per
					if w := a.now[inGap][y-1] + per; w <= g {
						g, from = w, inGap
					}
					b |= from << 6
				}
			}
			a.now[inMatch][y], a.now[inIns][y], a.now[inDel][y], a.now[inGap][y] = m, n, dl, g
			back[y] = b
		}
	}
}

// least returns the cheapest state of a row at y and its number.
func (a *aligner) least(row *[states][]int32, y int32) (int32, byte) {
	v, from := row[inMatch][y], byte(inMatch)
	if w := row[inGap][y]; w < v {
		v, from = w, inGap
	}
	if w := row[inDel][y]; w < v {
		v, from = w, inDel
	}
	if w := row[inIns][y]; w < v {
		v, from = w, inIns
	}
	return v, from
}

// goesOn reports whether the speaker's sentence goes on from the source word
// before j to j itself.
func (a *aligner) goesOn(j int32) bool {
	if j == 0 || int(j) >= len(a.s.tokens) {
		return false
	}
	t := a.s.tokens[j]
	return t.mark&stopped == 0 && a.s.spoken(t) && a.s.spoken(a.s.tokens[j-1])
}

// cost returns the cost of draft word w standing for source word t.
func (a *aligner) cost(w, t *token) int32 {
	switch {
	case w.id == t.id:
		return 0
	case !a.s.spoken(*t):
		return costForeign
	case kin(a.d.text[w.start:w.end], a.s.text[t.start:t.end]):
		return costKin
	}
	return costSub
}

// trace walks the table back and appends the steps in order.
func (a *aligner) trace(i, iEnd, j, jEnd int32, freeStart, freeEnd bool) {
	p, q := iEnd-i, jEnd-j
	y := q
	_, state := a.least(&a.now, q)
	if freeEnd {
		best := int32(infinite)
		for k := int32(0); k <= q; k++ {
			v, s := a.least(&a.now, k)
			if s == inIns && a.goesOn(j+k) {
				v += costEnd
				if w := a.now[inMatch][k]; w < v {
					v, s = w, inMatch
				}
			}
			if v < best {
				best, y, state = v, k, s
			}
		}
	}
	from := len(a.steps)
	for x := p; x > 0 || y > 0 && !(freeStart && x == 0); {
		b := a.back[int(x)*int(q+1)+int(y)]
		switch state {
		case inMatch:
			switch w := &a.d.tokens[i+x-1]; {
			case w.mark&group != 0:
				a.steps = append(a.steps, step{stepGroup, i + x - 1, j + y})
			case w.id == a.s.tokens[j+y-1].id:
				a.steps = append(a.steps, step{stepMatch, i + x - 1, j + y - 1})
				y--
			default:
				a.steps = append(a.steps, step{stepSub, i + x - 1, j + y - 1})
				y--
			}
			x--
			state = b & 3
		case inIns:
			a.steps = append(a.steps, step{stepIns, i + x - 1, j + y})
			x--
			state = b >> 2 & 3
		case inDel:
			a.steps = append(a.steps, step{stepDel, i + x, j + y - 1})
			y--
			state = b >> 4 & 3
		default:
			a.steps = append(a.steps, step{stepGap, i + x, j + y - 1})
			y--
			state = b >> 6 & 3
		}
	}
	for l, r := from, len(a.steps)-1; l < r; l, r = l+1, r-1 {
		a.steps[l], a.steps[r] = a.steps[r], a.steps[l]
	}
}
