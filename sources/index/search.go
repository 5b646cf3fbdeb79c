package index

import (
	"cmp"
	"math"
	"slices"

	"factcheck/claims/date"
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
			if len(hits) < limit && s.unit(c.unit).serial < headSerial {
				hits = s.appendHits(hits, c.unit, c.final, limit)
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
			k := s.unit(c.unit)
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

// analysis is a query taken apart.
type analysis struct {
	terms  []weighted
	words  []int     // the query's words in order, as places in terms
	weight []float64 // of each term, as a part of their sum
	total  float64   // their sum
	name   []bool    // which terms are capitalised inside a sentence
	number []bool    // which are numbers
	rare   []int     // the three of greatest weight
	dates  []date.Interval
	fields []weighted // what raises a unit beside its words

	source, asked, speaker []string // terms of fields: of the query's source and speaker, and of names in its text
}

// longest is how many terms of a query are looked for: those of greatest weight.
const longest = 96

func (x *Index) analyse(q Query) *analysis {
	a := &analysis{}
	at := map[string]int{}
	words := text.Words(q.Text)
	begins := true
	for _, w := range words {
		s := w.In(q.Text)
		if w.Kind != text.Letters && w.Kind != text.Number {
			begins = begins || s == "." || s == "!" || s == "?"
			continue
		}
		for _, t := range queryTerms(q.Lang, s) {
			k, ok := at[t]
			if !ok {
				k = len(a.terms)
				at[t] = k
				df := x.frequency(t)
				a.terms = append(a.terms, weighted{t, float32(x.idf(df) * scale), df})
				a.name = append(a.name, false)
				a.number = append(a.number, t[0] >= '0' && t[0] <= '9')
			}
			a.words = append(a.words, k)
			if !begins && s[0] >= 'A' && s[0] <= 'Z' {
				a.name[k] = true
			}
		}
		begins = false
	}
	for _, t := range a.terms {
		a.total += float64(t.weight) / scale
	}
	order := make([]int, len(a.terms))
	for i, t := range a.terms {
		a.weight = append(a.weight, float64(t.weight)/scale/a.total)
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(a.weight[j], a.weight[i]) })
	a.rare = order[:min(3, len(order))]
	for _, m := range date.Find(q.Text, words, 0, "en") {
		if m.Interval.From != 0 && m.Interval.To != 0 {
			a.dates = append(a.dates, m.Interval)
		}
	}
	if q.Source != "" {
		a.source = []string{sourceTerm(q.Source)}
	}
	for _, t := range nameTerms(q.Lang, q.Speaker) {
		a.asked = append(a.asked, speakerField+t)
	}
	for _, t := range a.terms {
		a.speaker = append(a.speaker, speakerField+t.name)
	}
	for _, t := range a.source {
		a.fields = append(a.fields, weighted{name: t, weight: float32(sourceWeight * a.total * scale)})
	}
	for _, t := range a.asked {
		a.fields = append(a.fields, weighted{name: t, weight: float32(speakerWeight * a.total * scale)})
	}
	return a
}

// What a source and a speaker that are asked for weigh in the first stage, as a
// part of the weight of the words.
const (
	sourceWeight  = 0.8
	speakerWeight = 0.1
)

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
func (x *Index) candidates(q Query, limit int) []pair {
	a := x.analyse(q)
	list := x.pairs(a, q, x.first(a, q, limit))
	for i := range list {
		list[i].final = list[i].relevance()
	}
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Compare(b.final, a.final) })
	type document struct{ seg, doc int }
	seen := map[document]bool{}
	var scores []float64
	for i := 0; i < len(list) && len(scores) < backgroundTo; i++ {
		if d := (document{list[i].seg, list[i].doc}); !seen[d] {
			seen[d] = true
			scores = append(scores, list[i].final)
		}
	}
	usual := background(scores)
	for i := range list {
		list[i].final = probability(list[i].final, usual)
	}
	return list
}

// first returns what the first stage finds.
func (x *Index) first(a *analysis, q Query, limit int) []found {
	if len(a.terms) == 0 {
		return nil
	}
	h := &best{limit: limit}
	query := append(slices.Clone(a.terms), a.fields...)
	for i, s := range x.segments {
		s.search(i, query, h, x.accept(s, q), q.Brute)
	}
	return h.sorted()
}

// accept returns what tells the units that may answer a query, nil if all may.
func (x *Index) accept(s *segment, q Query) func(int, uint32) bool {
	if len(s.dead) == 0 && len(q.Exclude) == 0 {
		return nil
	}
	return func(_ int, u uint32) bool {
		doc := uint32(s.docOf(int(u)))
		return !s.dead[doc] && !slices.Contains(q.Exclude, s.firstDoc+doc)
	}
}
