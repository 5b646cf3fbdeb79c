package index

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// How many units the first stage hands to the second, when statements and when
// documents are looked for: of these most have two, their head and their text.
const (
	statementDepth = 64
	depth          = 200
)

// Search returns the statements nearest to a query, best first, at most limit.
func (x *Index) Search(q Query, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		for _, c := range x.candidates(q, max(limit, statementDepth)) {
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
	number []bool    // which are numbers
	dates  []date.Interval
	fields [featureCount][]weighted // terms of fields: fSource and fAsked
}

// longest is how many terms of a query are looked for: those of greatest weight.
const longest = 96

func (x *Index) analyse(q Query) *analysis {
	a := &analysis{}
	at := map[string]int{}
	words := text.Words(q.Text)
	for _, w := range words {
		s := w.In(q.Text)
		if w.Kind != text.Letters && w.Kind != text.Number {
			continue
		}
		for _, t := range queryTerms(q.Lang, s) {
			k, ok := at[t]
			if !ok {
				k = len(a.terms)
				at[t] = k
				refs, df := x.lookUp(t)
				a.terms = append(a.terms, weighted{t, float32(x.idf(df) * scale), df, refs})
				a.number = append(a.number, t[0] >= '0' && t[0] <= '9')
			}
			a.words = append(a.words, k)
		}
	}
	for _, t := range a.terms {
		a.total += float64(t.weight) / scale
	}
	for _, t := range a.terms {
		a.weight = append(a.weight, float64(t.weight)/scale/a.total)
	}
	for _, m := range date.Find(q.Text, words, 0, "en") {
		if m.Interval.From != 0 && m.Interval.To != 0 {
			a.dates = append(a.dates, m.Interval)
		}
	}
	if q.Source != "" {
		a.fields[fSource] = []weighted{x.field(sourceTerm(q.Source), sourceWeight*a.total)}
	}
	for _, t := range nameTerms(q.Lang, q.Speaker) {
		a.fields[fAsked] = append(a.fields[fAsked], x.field(speakerField+t, speakerWeight*a.total))
	}
	return a
}

// What a source and a speaker that are asked for weigh in the first stage, as a
// part of the weight of the words.
const (
	sourceWeight  = 0.8
	speakerWeight = 0.1
)

// lookUp returns where a term stands in each segment, and the number of living
// units that hold it.
func (x *Index) lookUp(name string) (refs []termRef, df int) {
	if t, ok := x.terms.get(name); ok {
		return t.refs, t.df
	}
	refs = make([]termRef, len(x.segments))
	for i, s := range x.segments {
		refs[i] = s.term(name)
		df += s.holders(refs[i])
	}
	if x.whole != nil {
		df = x.whole.Holders(name)
	}
	x.terms.put(name, lookedUp{refs, df})
	return refs, df
}

// termCache remembers where terms stand: the statements of a draft share most of
// their words. It holds up to twice keptTerms of them.
type termCache struct {
	mu     sync.Mutex
	young  map[string]lookedUp
	before map[string]lookedUp // what was young before that
}

type lookedUp struct {
	refs []termRef
	df   int
}

const keptTerms = 4096

func (k *termCache) get(name string) (t lookedUp, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if t, ok = k.young[name]; !ok {
		t, ok = k.before[name]
	}
	return t, ok
}

func (k *termCache) put(name string, t lookedUp) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.young == nil || len(k.young) >= keptTerms {
		k.young, k.before = map[string]lookedUp{}, k.young
	}
	k.young[name] = t
}

func (k *termCache) clear() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.young, k.before = nil, nil
}

// field returns the query's term for a field.
func (x *Index) field(name string, weight float64) weighted {
	refs, df := x.lookUp(name)
	return weighted{name, float32(weight * scale), df, refs}
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
	x.sort(list)
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
	list = x.around(a, q, list)
	for i := range list {
		list[i].final = probability(list[i].final, usual)
	}
	return list
}

// around adds the passages that stand near the best of the list, which is in
// order: a speech goes on about its subject without naming it again.
func (x *Index) around(a *analysis, q Query, list []pair) []pair {
	seen := map[found]bool{}
	for _, p := range list {
		seen[found{seg: p.seg, unit: uint32(p.unit)}] = true
	}
	var near []found
	for _, p := range list[:min(len(list), aroundBest)] {
		s := x.segments[p.seg]
		accept := x.accept(s, q)
		for u := max(0, p.unit-aroundUnits); u <= min(s.units-1, p.unit+aroundUnits); u++ {
			f := found{seg: p.seg, unit: uint32(u)}
			if !seen[f] && s.follow(p.doc, u) && (accept == nil || accept(p.seg, f.unit)) {
				seen[f] = true
				near = append(near, f)
			}
		}
	}
	more := x.pairs(a, q, near)
	for i := range more {
		more[i].final = more[i].relevance()
	}
	list = append(list, more...)
	x.sort(list)
	return list
}

const (
	aroundBest  = 4 // of the candidates
	aroundUnits = 4 // before and after each
)

// follow reports whether unit u is a passage of document doc, or both are records
// of a passage each, of one publisher, that were read from one file: the lines of
// a transcript.
func (s *segment) follow(doc, u int) bool {
	k := s.unit(u)
	if k.serial == headSerial {
		return false
	}
	if int(k.doc) == doc {
		return true
	}
	if s.doc(doc+1, 4)-s.doc(doc, 4) > 2 || s.doc(int(k.doc)+1, 4)-s.doc(int(k.doc), 4) > 2 {
		return false
	}
	var a, b claims.Document
	s.meta(doc, &a)
	s.meta(int(k.doc), &b)
	return a.Publisher != "" && a.Publisher == b.Publisher && a.Path == b.Path
}

// first returns what the first stage finds.
func (x *Index) first(a *analysis, q Query, limit int) []found {
	if len(a.terms) == 0 {
		return nil
	}
	h := &best{x: x, limit: limit}
	query := a.selective(x.units)
	for i, s := range x.segments {
		s.search(i, query, h, x.accept(s, q), q.Brute)
	}
	return h.sorted()
}

// selective returns the terms that the first stage looks for, by falling weight:
// of a large index only the rarest, among them none that more than one of
// selectPart units holds unless fewer than selectLeast would remain. What the
// others count, the second stage sees.
func (a *analysis) selective(units int) []weighted {
	list := slices.Clone(a.terms)
	slices.SortStableFunc(list, func(a, b weighted) int { return cmp.Compare(b.weight, a.weight) })
	n := min(len(list), longest)
	if units >= largeIndex {
		n = min(n, selectMost)
		part := selectPart
		if units >= hugeIndex {
			part *= 2
		}
		for n > selectLeast && list[n-1].df*part > units {
			n--
		}
	}
	return slices.Concat(list[:n], a.fields[fSource], a.fields[fAsked])
}

const (
	largeIndex  = 5_000   // units from which on an index can tell common terms
	hugeIndex   = 200_000 // and from which on it has more of the rare: twice selectPart
	selectPart  = 50
	selectLeast = 6
	selectMost  = 28
)

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
