package index

import (
	"math"
	"math/bits"
	"sync"
)

// Scoring. A unit's score is the sum over the query's terms of weight times
// saturation: BM25 with a mean length that is a constant, so that neither scores
// nor what is stored move when the index grows. Contributions are rounded to
// whole numbers, so that their sum does not depend on the order in which they are
// added and pruning can be exact to the last bit.
//
// The best units are found by MaxScore (Turtle and Flood 1995) over windows of
// windowSize units, as in Lucene's bulk scorer, with the block maxima of Ding and
// Suel (2011). In each window the lists are ordered by the most that they can
// count there. Those that together cannot lift a unit above the worst of the best
// found so far are not read: only units in one of the others are candidates, and
// the former are asked for those units alone, as long as it can matter. A window
// in which all lists together do not suffice is passed over unread.
const (
	k1         = 0.9
	bLength    = 0.4
	meanLength = 20
	windowSize = 2048
	sparse     = 8       // postings a window up to which they are looked at one by one
	scale      = 1 << 10 // of a weight of one
)

// saturations are, for a count and a length in terms, what a term counts: from 0
// to 1.
var saturations = sync.OnceValue(func() *[maxCount + 1][256]float32 {
	var t [maxCount + 1][256]float32
	for tf := 1; tf <= maxCount; tf++ {
		for n := range t[tf] {
			t[tf][n] = float32(float64(tf) / (float64(tf) + k1*(1-bLength+bLength*float64(n)/meanLength)))
		}
	}
	return &t
})

// saturationBound is a saturation as a fraction of 255, rounded up.
func saturationBound(count, length uint8) uint8 {
	return uint8(math.Ceil(float64(saturations()[min(count, maxCount)][length]) * 255))
}

// weighted is a term of a query.
type weighted struct {
	name   string
	weight float32 // times scale
	df     int
	refs   []termRef // by segment
}

// found is a unit with its score.
type found struct {
	seg   int
	unit  uint32
	score uint32
	key   uint64 // among those of its score; set by best
}

// scorer finds the best units of one segment.
type scorer struct {
	s       *segment
	seg     int
	accept  func(seg int, unit uint32) bool // nil: all
	best    *best
	lengths []byte
	lists   []*scoredList // in the order of the window's bounds, falling
	acc     [windowSize]uint32
	hit     [windowSize / 64]uint64
}

type scoredList struct {
	cursor
	weight float32
	window int64 // bound of the contribution in the window
	rest   int64 // sum of the bounds of this and the lists behind it
	sparse bool  // few postings a window
}

// contribution returns what the posting at hand counts.
func (l *scoredList) contribution(t *[maxCount + 1][256]float32, lengths []byte) uint32 {
	return uint32(l.weight*t[l.times[l.at]][lengths[l.unit[l.at]]] + 0.5)
}

// boundOf returns the most that a saturation bound can count.
func (l *scoredList) boundOf(b uint8) int64 {
	if b == 0 {
		return 0
	}
	return int64(math.Ceil(float64(l.weight)*float64(b)/255)) + 1
}

var scorers = sync.Pool{New: func() any { return new(scorer) }}

// search adds the best units of segment number seg to h.
func (s *segment) search(seg int, query []weighted, h *best, accept func(int, uint32) bool, brute bool) {
	sc := scorers.Get().(*scorer)
	defer scorers.Put(sc)
	sc.s, sc.seg, sc.accept, sc.best = s, seg, accept, h
	sc.lengths = s.p[partLengths].all()
	n := 0
	for _, q := range query {
		if q.refs[seg].hi == 0 {
			continue
		}
		if n == len(sc.lists) {
			sc.lists = append(sc.lists, new(scoredList))
		}
		l := sc.lists[n]
		s.openPostings(&l.cursor, q.refs[seg])
		l.weight, l.sparse = q.weight, l.count <= sparse*(s.units/windowSize+1)
		n++
	}
	all := sc.lists
	sc.lists = sc.lists[:n]
	for lo := 0; lo < s.units && n > 0; lo += windowSize {
		sc.window(uint32(lo), uint32(min(s.units, lo+windowSize)), brute)
	}
	sc.lists = all
	sc.s, sc.best, sc.accept, sc.lengths = nil, nil, nil, nil
}

// window scores the units lo to hi.
func (sc *scorer) window(lo, hi uint32, brute bool) {
	t := saturations()
	for _, l := range sc.lists {
		if l.sparse {
			l.window = sc.most(l, t, lo, hi)
		} else {
			l.window = l.boundOf(l.cursor.window(lo, hi))
		}
	}
	for i := 1; i < len(sc.lists); i++ { // almost in order from the window before
		for k := i; k > 0 && sc.lists[k].window > sc.lists[k-1].window; k-- {
			sc.lists[k], sc.lists[k-1] = sc.lists[k-1], sc.lists[k]
		}
	}
	floor := sc.best.floor()
	essential := 0
	rest := int64(0)
	for i := len(sc.lists) - 1; i >= 0; i-- {
		rest += sc.lists[i].window
		sc.lists[i].rest = rest
		if (rest > floor || brute) && essential == 0 {
			essential = i + 1
		}
	}
	if essential == 0 {
		return
	}
	for _, l := range sc.lists[:essential] {
		if l.window > 0 {
			sc.gather(l, t, lo, hi)
		}
	}
	for w, set := range sc.hit[:(hi-lo+63)/64] {
		for ; set != 0; set &= set - 1 {
			i := uint32(w*64 + bits.TrailingZeros64(set))
			sc.complete(lo+i, sc.acc[i], essential, t, brute)
			sc.acc[i] = 0
		}
		sc.hit[w] = 0
	}
}

// most returns the most that a posting of a sparse list counts in the window,
// and leaves the cursor on the first of them.
func (sc *scorer) most(l *scoredList, t *[maxCount + 1][256]float32, lo, hi uint32) (most int64) {
	if !l.seek(lo) {
		return 0
	}
	for i := l.at; i < l.n; i++ {
		if l.unit[i] >= hi {
			return most
		}
		most = max(most, int64(l.weight*t[l.times[i]][sc.lengths[l.unit[i]]]+0.5))
	}
	if l.block < l.last { // the window may go on in the next block
		return max(most, l.boundOf(l.bound))
	}
	return most
}

// gather adds up the postings of an essential list.
func (sc *scorer) gather(l *scoredList, t *[maxCount + 1][256]float32, lo, hi uint32) {
	for ok := l.seek(lo); ok; ok = l.cursor.next() {
		for ; l.at < l.n; l.at++ {
			u := l.unit[l.at]
			if u >= hi {
				return
			}
			sc.acc[u-lo] += uint32(l.weight*t[l.times[l.at]][sc.lengths[u]] + 0.5)
			sc.hit[(u-lo)/64] |= 1 << ((u - lo) % 64)
		}
		l.at--
	}
}

// complete adds what the other lists count for unit u, unless it cannot matter,
// and keeps the unit if it is among the best.
func (sc *scorer) complete(u, score uint32, essential int, t *[maxCount + 1][256]float32, brute bool) {
	floor := sc.best.floor()
	for _, l := range sc.lists[essential:] {
		if int64(score)+l.rest <= floor && !brute {
			return
		}
		if l.window > 0 && l.seek(u) && l.unit[l.at] == u {
			score += l.contribution(t, sc.lengths)
		}
	}
	if int64(score) > floor && (sc.accept == nil || sc.accept(sc.seg, u)) {
		sc.best.push(found{seg: sc.seg, unit: u, score: score})
	}
}
