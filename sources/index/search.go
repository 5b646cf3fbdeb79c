package index

import (
	"math"
	"slices"
)

// BM25's constants, and the length of a unit that is neither long nor short: a
// constant, so that scores do not move when the index grows.
const (
	k1         = 0.9
	bLength    = 0.4
	meanLength = 20
)

type unitHit struct {
	seg   int
	unit  int
	score float32
}

// Search returns the statements nearest to a query, best first, at most limit.
func (x *Index) Search(q Query, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		for _, h := range x.rank(q, limit, false) {
			doc, serial, span := x.segments[h.seg].unit(h.unit)
			hits = append(hits, Hit{Ref{x.segments[h.seg].firstDoc + doc, serial}, span, float64(h.score)})
		}
	})
	return hits, err
}

// SearchDocuments returns the documents nearest to a query, each with the
// statement or passage that fits best.
func (x *Index) SearchDocuments(q Query, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		seen := map[uint32]bool{}
		for _, h := range x.rank(q, 4*limit, true) {
			doc, serial, span := x.segments[h.seg].unit(h.unit)
			doc += x.segments[h.seg].firstDoc
			if seen[doc] || len(hits) == limit {
				continue
			}
			seen[doc] = true
			if serial == headSerial {
				serial = NoStatement
			}
			hits = append(hits, Hit{Ref{doc, serial}, span, float64(h.score)})
		}
	})
	return hits, err
}

// Passages returns the statements and passages that hold the words of a
// quotation, or most of them, best first.
func (x *Index) Passages(quotation, lang string, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		for _, h := range x.rank(Query{Text: quotation, Lang: lang}, 2*limit, true) {
			doc, serial, span := x.segments[h.seg].unit(h.unit)
			if serial == headSerial || len(hits) == limit {
				continue
			}
			hits = append(hits, Hit{Ref{x.segments[h.seg].firstDoc + doc, serial}, span, float64(h.score)})
		}
	})
	return hits, err
}

// rank scores units, all of them or those of statements only.
func (x *Index) rank(q Query, limit int, all bool) []unitHit {
	var terms []string
	seen := map[string]bool{}
	var a analyzer
	a.terms(q.Lang, q.Text, func(t string) {
		if !seen[t] {
			seen[t] = true
			terms = append(terms, t)
		}
	})
	weight := make([]float32, len(terms))
	var most float32
	for i, t := range terms {
		df := 0
		for _, s := range x.segments {
			_, n := s.list(t)
			df += n
		}
		weight[i] = float32(math.Log(1 + (float64(x.units)-float64(df)+0.5)/(float64(df)+0.5)))
		most += weight[i]
	}
	var hits []unitHit
	for k, s := range x.segments {
		score := make([]float32, s.units)
		for i, t := range terms {
			r, n := s.list(t)
			lengths := s.p[partLengths].all()
			for u := -1; n > 0; n-- {
				u += r.int()
				tf := float32(r.int())
				if r.bad || u < 0 || u >= s.units {
					damaged("the postings of %q cannot be decoded", t)
				}
				score[u] += weight[i] * tf * (k1 + 1) / (tf + k1*(1-bLength+bLength*float32(lengths[u])/meanLength))
			}
		}
		for u, v := range score {
			if v == 0 {
				continue
			}
			if doc, serial, _ := s.unit(u); s.dead[doc] || !all && serial >= headSerial || slices.Contains(q.Exclude, s.firstDoc+doc) {
				continue
			}
			hits = append(hits, unitHit{k, u, v / (most * (k1 + 1))})
		}
	}
	slices.SortStableFunc(hits, func(a, b unitHit) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	return hits[:min(limit, len(hits))]
}
