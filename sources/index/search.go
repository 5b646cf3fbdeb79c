package index

import (
	"math"
	"slices"

	"factcheck/claims/text"
)

// depth is how many units the first stage hands to the second.
const depth = 200

// Search returns the statements nearest to a query, best first, at most limit.
func (x *Index) Search(q Query, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		for _, c := range x.candidates(q, max(limit, depth)) {
			s := x.segments[c.seg]
			k := s.unit(int(c.unit))
			first, end := s.statements(int(c.unit), k)
			for i := first; i < end && len(hits) < limit; i++ {
				hits = append(hits, Hit{Ref{s.firstDoc + k.doc, i}, k.passage, c.final})
			}
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
		for _, c := range x.candidates(q, max(2*limit, depth)) {
			s := x.segments[c.seg]
			k := s.unit(int(c.unit))
			doc := s.firstDoc + k.doc
			if seen[doc] || len(hits) == limit {
				continue
			}
			seen[doc] = true
			serial := k.serial
			if serial == headSerial {
				serial = NoStatement
			}
			hits = append(hits, Hit{Ref{doc, serial}, k.passage, c.final})
		}
	})
	return hits, err
}

// Passages returns the statements and passages that hold the words of a
// quotation, or most of them, best first.
func (x *Index) Passages(quotation, lang string, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		for _, c := range x.candidates(Query{Text: quotation, Lang: lang}, max(2*limit, depth)) {
			s := x.segments[c.seg]
			k := s.unit(int(c.unit))
			if k.serial == headSerial || len(hits) == limit {
				continue
			}
			hits = append(hits, Hit{Ref{s.firstDoc + k.doc, k.serial}, k.passage, c.final})
		}
	})
	return hits, err
}

// candidate is a unit that the first stage found.
type candidate struct {
	found
	final float64
}

// analysis is a query taken apart.
type analysis struct {
	terms []weighted
	words []int // the query's words in order, as places in terms
	total float64
}

func (x *Index) analyse(q Query) *analysis {
	a := &analysis{}
	at := map[string]int{}
	add := func(name string) int {
		k, ok := at[name]
		if !ok {
			k = len(a.terms)
			at[name] = k
			df := x.frequency(name)
			w := x.idf(df)
			a.terms = append(a.terms, weighted{name, float32(w * scale), df})
			a.total += w
		}
		return k
	}
	for _, t := range terms(q.Lang, q.Text) {
		a.words = append(a.words, add(t))
	}
	return a
}

// frequency returns the number of units that hold a term.
func (x *Index) frequency(name string) int {
	df := 0
	for _, s := range x.segments {
		if t, ok := s.term(name); ok {
			df += s.frequency(t)
		}
	}
	return df
}

// idf is the weight of a term that df units hold.
func (x *Index) idf(df int) float64 {
	return math.Log(1 + (float64(x.units-df)+0.5)/(float64(df)+0.5))
}

// candidates returns what the first stage finds, ordered by the second.
func (x *Index) candidates(q Query, limit int) []candidate {
	a := x.analyse(q)
	if len(a.terms) == 0 {
		return nil
	}
	h := &best{limit: limit}
	query := a.terms
	for i, s := range x.segments {
		accept := func(_ int, u uint32) bool {
			doc := uint32(s.docOf(int(u)))
			return !s.dead[doc] && !slices.Contains(q.Exclude, s.firstDoc+doc)
		}
		if len(s.dead) == 0 && len(q.Exclude) == 0 {
			accept = nil
		}
		s.search(i, query, h, accept, q.Brute)
	}
	var list []candidate
	for _, f := range h.sorted() {
		list = append(list, candidate{f, float64(f.score) / (a.total * scale)})
	}
	return list
}

var _ text.Span
