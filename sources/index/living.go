package index

import (
	"slices"
	"sort"
)

// A grave is the run of units of a document that was replaced or removed. They stay in
// the postings until the segment is merged, and count for nothing.
type grave struct{ first, end uint32 }

// bury marks a document as dead.
func (s *segment) bury(doc int) {
	if s.dead[uint32(doc)] {
		return
	}
	g := grave{uint32(s.doc(doc, 4)), uint32(s.doc(doc+1, 4))}
	if g.first > g.end || int(g.end) > s.units {
		damaged("the units of a document lie outside its segment")
	}
	s.dead[uint32(doc)] = true
	at, _ := slices.BinarySearchFunc(s.graves, g.first, func(g grave, first uint32) int { return int(g.first) - int(first) })
	s.graves = slices.Insert(s.graves, at, g)
	s.living -= int(g.end - g.first)
}

// holders returns the number of living units that hold a term: graves are skipped to, and
// the postings between them.
func (s *segment) holders(t termRef) int {
	n := int(t.units)
	if t.hi == 0 || len(s.graves) == 0 {
		return n
	}
	var c cursor
	s.openPostings(&c, t)
	left := s.graves
	for ok := c.seek(left[0].first); ok; {
		u := c.unit[c.at]
		left = left[sort.Search(len(left), func(i int) bool { return left[i].end > u }):]
		switch {
		case len(left) == 0:
			return n
		case left[0].first <= u:
			n--
			ok = c.next()
		default:
			ok = c.seek(left[0].first)
		}
	}
	return n
}

// frequentTerms is how many of a segment's most frequent words are looked at for its
// common terms: the terms of the others are too rare, unless they have ten forms and more.
const frequentTerms = 4096

// commonTerms returns, by segment, the places of the terms that more than one of
// commonPart living units of the index holds. Such a term is as common in one segment at
// the least.
func (x *Index) commonTerms() [][]uint32 {
	out := make([][]uint32, len(x.segments))
	seen := map[string]bool{}
	for _, s := range x.segments {
		for i := range min(s.words, frequentTerms) {
			t := s.p[partWordTerm].uint32(i)
			if t == noTerm || t&commonTerm == 0 && len(s.graves) == 0 {
				continue
			}
			name := s.termName(t &^ commonTerm)
			if seen[name] {
				continue
			}
			seen[name] = true
			refs, df := x.lookUp(name)
			if df*commonPart <= x.units {
				continue
			}
			for k, ref := range refs {
				if ref.hi != 0 {
					out[k] = append(out[k], ref.place)
				}
			}
		}
	}
	return out
}

// termName returns the term at a place.
func (s *segment) termName(place uint32) (name string) {
	if int(place)/termStep >= s.termBlocks() {
		damaged("a word has a term that is not there")
	}
	s.scan(int(place)/termStep, nil, func(ref termRef, n []byte) bool {
		if ref.place == place {
			name = string(n)
		}
		return ref.place < place
	})
	return name
}
