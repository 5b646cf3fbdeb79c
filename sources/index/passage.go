package index

import (
	"slices"

	"factcheck/claims/text"
)

// Passages are looked for word by word: a quotation is where its words stand in
// its order. What holds all of them, the commonest included, is found by
// intersecting their postings, rarest first, and reading the words in order; what
// holds most of them comes from the ranked search. Measured against a table of
// 5-word shingles this needs no room of its own, finds fragments of two to four
// words too, and takes about as long as the decoding of one block a rare word.
const (
	enough    = 64     // passages that hold the whole quotation, and that hold its words in another way
	alignWith = 100    // passages that the ranked search adds
	reads     = 20_000 // passages that are read word by word for a sentence of one
)

// Passages returns the statements and passages that hold the words of a
// quotation in order, or most of them, best first. A score of 1 means that all
// words are there in order, but for inflection, others perhaps between them.
func (x *Index) Passages(quotation, lang string, limit int) ([]Hit, error) {
	var hits []Hit
	err := x.read(func() {
		for _, c := range x.passages(Query{Text: quotation, Lang: lang}) {
			if len(hits) == limit {
				return
			}
			s := x.segments[c.seg]
			hits = s.appendHits(hits, c.unit, c.final, limit)
		}
	})
	return hits, err
}

// appendHits adds a hit for each statement that unit u makes, or one for a
// passage that no statement covers.
func (s *segment) appendHits(hits []Hit, u int, score float64, limit int) []Hit {
	k := s.unit(u)
	if k.serial == NoStatement {
		return append(hits, Hit{Ref{s.firstDoc + k.doc, NoStatement}, k.passage, score})
	}
	first, end := s.statements(u, k)
	for i := first; i < end && len(hits) < limit; i++ {
		hits = append(hits, Hit{Ref{s.firstDoc + k.doc, i}, k.passage, score})
	}
	return hits
}

func (x *Index) passages(q Query) []pair {
	a := x.analyse(q)
	if len(a.terms) == 0 {
		return nil
	}
	words := a.words[:min(len(a.words), 2*longest)]
	whole := x.holding(a, q)
	some := x.first(a, q, alignWith)
	var out []pair
	for i, s := range x.segments {
		var units []uint32
		for _, f := range slices.Concat(whole, some) {
			if f.seg == i {
				units = append(units, f.unit)
			}
		}
		slices.Sort(units)
		v := x.newView(a, i)
		for _, u := range slices.Compact(units) {
			k := s.unit(int(u))
			if k.serial == headSerial {
				continue
			}
			v.buf = s.unitTerms(v.buf[:0], k)
			out = append(out, pair{seg: i, doc: int(k.doc), unit: int(u), final: v.aligned(words)})
		}
	}
	x.sort(out)
	return out
}

// aligned returns the weight of the longest common subsequence of the query's
// words and those of the unit in v.buf, as a part of the query's.
func (v *view) aligned(words []int) float64 {
	row := make([]float64, len(words)+1)
	total := 0.0
	for _, w := range words {
		total += v.a.weight[w]
	}
	for _, t := range v.buf {
		if t == noTerm {
			continue
		}
		p := v.place(t &^ commonTerm)
		if p < 0 {
			continue
		}
		diagonal := 0.0
		for i, w := range words {
			above := row[i+1]
			if w == p {
				row[i+1] = max(row[i+1], diagonal+v.a.weight[w])
			} else {
				row[i+1] = max(row[i+1], row[i])
			}
			diagonal = above
		}
	}
	return min(1, row[len(words)]/total)
}

// holding returns the units that hold all words of a sentence of the query one
// after the other, and some that hold them all in another way.
func (x *Index) holding(a *analysis, q Query) (list []found) {
	for _, sequence := range a.sequences(q) {
		list = append(list, x.inOrder(a, sequence, q)...)
	}
	return list
}

// sequences returns the terms of the first sentences of a query, in order.
func (a *analysis) sequences(q Query) (list [][]int) {
	words := text.Words(q.Text)
	for n, r := range text.Sentences(q.Text, words) {
		if n == 4 {
			break
		}
		var sequence []int
		for _, t := range terms(q.Lang, r.Span(words).In(q.Text)) {
			if i := slices.IndexFunc(a.terms, func(w weighted) bool { return w.name == t }); i >= 0 {
				sequence = append(sequence, i)
			}
		}
		if len(sequence) < 2 && n > 0 || len(sequence) == 0 {
			continue
		}
		list = append(list, sequence)
	}
	return list
}

// inOrder returns units that hold a sequence of terms without a word between, and some
// that hold them in another way.
func (x *Index) inOrder(a *analysis, sequence []int, q Query) []found {
	var all []found
	for i, s := range x.segments {
		all = s.holding(all, a, i, sequence, x.accept(s, q))
	}
	exact, loose := best{x: x, limit: enough}, best{x: x, limit: enough}
	var v *view
	for i, f := range x.sample(all, reads) {
		if i == 0 || v.s != x.segments[f.seg] {
			v = x.newView(a, f.seg)
		}
		if v.runs(v.s.unit(int(f.unit)), sequence) {
			exact.push(f)
		} else {
			loose.push(f)
		}
	}
	return append(exact.list, loose.list...)
}

// holding appends the units that hold all terms of a sequence.
func (s *segment) holding(list []found, a *analysis, seg int, sequence []int, accept func(int, uint32) bool) []found {
	var lists []*cursor
	for _, i := range slices.Compact(slices.Sorted(slices.Values(sequence))) {
		t := a.terms[i].refs[seg]
		if t.hi == 0 {
			return list
		}
		c := new(cursor)
		s.openPostings(c, t)
		lists = append(lists, c)
	}
	slices.SortFunc(lists, func(a, b *cursor) int { return a.count - b.count })
	for ok := lists[0].seek(0); ok; {
		u := lists[0].unit[lists[0].at]
		next, all := u, true
		for _, c := range lists[1:] {
			if !c.seek(u) {
				return list
			}
			if c.unit[c.at] != u {
				next, all = c.unit[c.at], false
				break
			}
		}
		if !all {
			ok = lists[0].seek(next)
			continue
		}
		if accept == nil || accept(seg, u) {
			list = append(list, found{seg: seg, unit: u})
		}
		ok = lists[0].next()
	}
	return list
}

// runs reports whether the words of a unit hold the sequence without a word
// between.
func (v *view) runs(k unit, sequence []int) bool {
	v.buf = v.s.unitTerms(v.buf[:0], k)
	kept := v.buf[:0]
	for _, t := range v.buf {
		if t != noTerm {
			kept = append(kept, t)
		}
	}
	for i := 0; i+len(sequence) <= len(kept); i++ {
		j := 0
		for j < len(sequence) && v.place(kept[i+j]&^commonTerm) == sequence[j] {
			j++
		}
		if j == len(sequence) {
			return true
		}
	}
	return false
}
