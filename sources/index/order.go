package index

import (
	"cmp"
	"math"
	"slices"
)

// What an index answers follows from the documents that it holds: not from the order in
// which they came, nor from what else was there meanwhile, nor from the segments that
// they fell into. What is equally good stands in the order of the documents' IDs and, in
// one document, of its words; what is counted is counted over all living documents.

// keyOf orders the units of all segments: by a sum of their document's ID, then by their
// number in it. Two units have one key where the sums of two IDs are the same.
func (s *segment) keyOf(u int) uint64 {
	doc := s.docOf(u)
	return uint64(s.sums()[doc])<<32 | uint64(u-s.doc(doc, 4))
}

// sumsOf returns the sum of each document's ID.
func (s *segment) sumsOf() []uint32 {
	sums := make([]uint32, s.docs)
	for i := range sums {
		n := s.p[partIDs].uint32(2*i + 1)
		if int(n) >= s.docs {
			damaged("a table of ids names no document")
		}
		sums[n] = s.p[partIDs].uint32(2 * i)
	}
	return sums
}

// id returns the ID of a document of a segment.
func (s *segment) id(doc int) string {
	r := reader{b: s.p[partMetas].bytes(s.doc(doc, 0), s.doc(doc+1, 0))}
	r.statements()
	id := r.string()
	if r.bad {
		damaged("the metadata of a document cannot be read")
	}
	return id
}

// sort orders pairs, the most relevant first.
func (x *Index) sort(list []pair) {
	slices.SortFunc(list, func(a, b pair) int { return cmp.Compare(b.final, a.final) })
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].final == list[0].final {
			n++
		}
		x.sortEqual(list[:n])
		list = list[n:]
	}
}

// sortEqual orders pairs by the IDs of their documents and their place in them.
func (x *Index) sortEqual(list []pair) {
	if len(list) < 2 {
		return
	}
	ids := map[[2]int]string{}
	for _, p := range list {
		ids[[2]int{p.seg, p.doc}] = x.segments[p.seg].id(p.doc)
	}
	slices.SortFunc(list, func(a, b pair) int {
		return cmp.Or(cmp.Compare(ids[[2]int{a.seg, a.doc}], ids[[2]int{b.seg, b.doc}]), cmp.Compare(a.unit, b.unit))
	})
}

// best is a heap of the best units found, the worst of them first.
type best struct {
	x     *Index
	limit int // at least 1
	list  []found
}

// worse orders what was found: by score, what is equal by key.
func (h *best) worse(a, b found) bool {
	if a.score != b.score {
		return a.score < b.score
	}
	if a.key != b.key {
		return a.key > b.key
	}
	s, t := h.x.segments[a.seg], h.x.segments[b.seg]
	return s.id(s.docOf(int(a.unit))) > t.id(t.docOf(int(b.unit)))
}

// floor returns the score that a unit must exceed to matter: one less than that of the
// worst, which one of the same score and a lesser key replaces.
func (h *best) floor() int64 {
	if len(h.list) < h.limit {
		return -1
	}
	return int64(h.list[0].score) - 1
}

func (h *best) push(f found) {
	f.key = h.x.segments[f.seg].keyOf(int(f.unit))
	if len(h.list) < h.limit {
		h.list = append(h.list, f)
		for i := len(h.list) - 1; i > 0; {
			up := (i - 1) / 2
			if !h.worse(h.list[i], h.list[up]) {
				return
			}
			h.list[i], h.list[up] = h.list[up], h.list[i]
			i = up
		}
		return
	}
	if !h.worse(h.list[0], f) {
		return
	}
	h.list[0] = f
	for i := 0; ; {
		down := 2*i + 1
		if down >= len(h.list) {
			return
		}
		if down+1 < len(h.list) && h.worse(h.list[down+1], h.list[down]) {
			down++
		}
		if !h.worse(h.list[down], h.list[i]) {
			return
		}
		h.list[i], h.list[down] = h.list[down], h.list[i]
		i = down
	}
}

// sorted returns what was found, the best first.
func (h *best) sorted() []found {
	slices.SortFunc(h.list, func(a, b found) int {
		if h.worse(b, a) {
			return -1
		}
		return 1
	})
	return h.list
}

// sample returns at most about n of a list: those of the documents whose IDs have the
// least sums.
func (x *Index) sample(list []found, n int) []found {
	if len(list) <= n {
		return list
	}
	most := uint64(float64(n) / float64(len(list)) * math.MaxUint64)
	return slices.DeleteFunc(list, func(f found) bool { return x.segments[f.seg].keyOf(int(f.unit)) > most })
}
