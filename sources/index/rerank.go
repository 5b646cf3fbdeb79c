package index

import (
	"math"
	"slices"
)

// The second stage looks at the candidates of the first word by word and says
// how probable it is that they are what was looked for.

// What the second stage knows of a candidate: a passage and the head of its
// document. Weights are those of the query's terms, as a part of their sum.
const (
	fText    = iota // weight of the terms that the passage holds
	fHead           // that the head holds
	fPassage        // weight of the passage's own terms that the query holds, as a part of theirs
	fTitle          // the same of the head
	fNumbers        // the same of its numbers
	fNear           // the document appeared within ten days after a date that the query names
	fFar            // the query names dates, and none is within a year
	fSource         // the source is the one asked for
	fAsked          // the speaker is the one asked for
	fMissing        // weight of the rarest term that is missing
	featureCount
)

// What a term of a passage weighs that is not in the query. Its true weight would
// have to be looked up in every segment; that of the usual rare and the usual
// common term does as well.
const (
	commonWeight = 1.5
	usualWeight  = 7
)

type features [featureCount]float64

// view is what the second stage needs of a query in one segment.
type view struct {
	a     *analysis
	s     *segment
	key   []uint32 // open addressing: term -> place in a.terms
	value []int16  // or commonPlace
	mask  uint32
	buf   []uint32
	has   []uint64 // the terms of the query that the run at hand holds, bit by bit
	both  []bool   // by term of the query: the passage or the head holds it
}

// What stands for a place in the query where a term has none.
const (
	noPlace     = -1
	commonPlace = -2 // and it is common in the index
)

func (x *Index) newView(a *analysis, seg int) *view {
	s, common := x.segments[seg], x.common()[seg]
	size := 64
	for size < 4*(len(a.terms)+len(common)) {
		size *= 2
	}
	v := &view{
		a: a, s: s, key: make([]uint32, size), value: make([]int16, size), mask: uint32(size - 1),
		has: make([]uint64, len(a.terms)/64+1), both: make([]bool, len(a.terms)),
	}
	for i := range v.value {
		v.value[i] = noPlace
	}
	for i, t := range a.terms {
		if ref := t.refs[seg]; ref.hi != 0 {
			v.put(ref.place, int16(i))
		}
	}
	for _, t := range common {
		v.put(t, commonPlace)
	}
	return v
}

// put gives a term a place unless it has one.
func (v *view) put(t uint32, place int16) {
	h := t * 2654435761 & v.mask
	for ; v.value[h] != noPlace; h = (h + 1) & v.mask {
		if v.key[h] == t {
			return
		}
	}
	v.key[h], v.value[h] = t, place
}

// place returns the place of a term in the query, noPlace or commonPlace if it is
// not there.
func (v *view) place(t uint32) int {
	for h := t * 2654435761 & v.mask; v.value[h] != noPlace; h = (h + 1) & v.mask {
		if v.key[h] == t {
			return int(v.value[h])
		}
	}
	return noPlace
}

// overlap is what a run of words has in common with the query.
type overlap struct {
	weight float64 // of the terms found
	own    float64 // weight of the run's terms that the query holds, as a part of theirs
}

// overlap compares the query with a run, noting in v.both the terms found.
func (v *view) overlap(k unit) (o overlap) {
	a := v.a
	v.buf = v.s.unitTerms(v.buf[:0], k)
	clear(v.has)
	var all, shared float64
	for _, t := range v.buf {
		if t == noTerm {
			continue
		}
		p := v.place(t &^ commonTerm)
		switch p {
		case noPlace:
			all += usualWeight
			continue
		case commonPlace:
			all += commonWeight
			continue
		}
		w := a.weight[p]
		all += w * a.total
		shared += w * a.total
		if has := uint64(1) << (p % 64); v.has[p/64]&has == 0 {
			v.has[p/64] |= has
			v.both[p] = true
			o.weight += w
		}
	}
	if all > 0 {
		o.own = shared / all
	}
	return o
}

// features compares the query with a passage and the head of its document;
// either may be missing.
func (v *view) features(passage, head *unit, doc int) features {
	a := v.a
	var f features
	clear(v.both)
	if passage != nil {
		o := v.overlap(*passage)
		f[fText], f[fPassage] = o.weight, o.own
	}
	if head != nil {
		o := v.overlap(*head)
		f[fHead], f[fTitle] = o.weight, o.own
	}
	var numbers, all float64
	for i, h := range v.both {
		w := a.weight[i]
		if !h {
			f[fMissing] = max(f[fMissing], w)
		}
		if a.number[i] {
			all += w
			if h {
				numbers += w
			}
		}
	}
	if all > 0 {
		f[fNumbers] = numbers / all
	}
	m := v.s.date(doc)
	if len(a.dates) > 0 && m != 0 {
		f[fFar] = 1
		for _, d := range a.dates {
			if m >= d.From-1 && m <= d.To+10 {
				f[fNear] = 1
			}
			if m >= d.From-2 && m <= d.To+365 {
				f[fFar] = 0
			}
		}
	}
	return f
}

// A pair is a passage with the head of its document, as the second stage sees it.
type pair struct {
	seg      int
	doc      int // in the segment
	unit     int // the passage's, or the head's if the document has no other
	features features
	final    float64
}

// pairs makes the pairs of what the first stage found, in no order.
func (x *Index) pairs(a *analysis, q Query, list []found) []pair {
	var out []pair
	for i, s := range x.segments {
		var units []int
		for _, f := range list {
			if f.seg == i {
				units = append(units, int(f.unit))
			}
		}
		if len(units) > 0 {
			out = x.pairsOf(out, a, q, i, s, units)
		}
	}
	return out
}

func (x *Index) pairsOf(out []pair, a *analysis, q Query, seg int, s *segment, units []int) []pair {
	slices.Sort(units)
	first := len(out)
	for i, u := range units {
		k := s.unit(u)
		if k.serial == headSerial && s.doc(int(k.doc), 4) != u {
			// the head is the last unit of its document: a passage found with it
			// stands just before it
			if i > 0 && units[i-1] >= s.doc(int(k.doc), 4) {
				continue
			}
			u = s.doc(int(k.doc), 4)
		}
		out = append(out, pair{seg: seg, doc: int(k.doc), unit: u})
	}
	v := x.newView(a, seg)
	for i := first; i < len(out); i++ {
		p := &out[i]
		var passage, head *unit
		if k := s.unit(p.unit); k.serial != headSerial {
			passage = &k
		}
		if k := s.unit(s.doc(p.doc+1, 4) - 1); k.serial == headSerial {
			head = &k
		}
		p.features = v.features(passage, head, p.doc)
	}
	for f, terms := range a.fields {
		for _, t := range terms {
			s.mark(out[first:], t.refs[seg], f)
		}
	}
	return out
}

// mark sets a feature of the pairs, in the order of their units, whose unit is
// found by a field's term.
func (s *segment) mark(pairs []pair, t termRef, f int) {
	if t.hi == 0 {
		return
	}
	var c cursor
	s.openPostings(&c, t)
	for i := range pairs {
		if u := uint32(pairs[i].unit); !c.seek(u) {
			return
		} else if c.unit[c.at] == u {
			pairs[i].features[f] = 1
		}
	}
}

// relevance is the weighted sum of what is known of a pair; only its order
// within one query means something.
func (p *pair) relevance() float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * p.features[i]
	}
	return sum
}

// background is the mean relevance of the documents from rank backgroundFrom to
// rank backgroundTo: what the query finds when there is nothing to be found.
// scores holds the relevance of each document, falling; what is missing to the
// rank counts as the usual background.
func background(scores []float64) float64 {
	sum := 0.0
	for i := backgroundFrom; i < backgroundTo; i++ {
		if i < len(scores) {
			sum += scores[i]
		} else {
			sum += usualBackground
		}
	}
	return sum / (backgroundTo - backgroundFrom)
}

// probability turns a relevance into the score that a user sees.
func probability(relevance, background float64) float64 {
	return 1 / (1 + math.Exp(-(calibration[0] + calibration[1]*relevance + calibration[2]*(relevance-background))))
}

const (
	backgroundFrom = 5
	backgroundTo   = 25
)

// The result of TestCalibrate, which says how it was come by.
var (
	weights     = features{15.353, 31.927, 3.377, 10.854, -1.907, 3.340, -1.980, 4.552, 3.428, 12.494}
	calibration = [3]float64{-1.477, -0.414, 0.995}
)

const usualBackground = 5.9
