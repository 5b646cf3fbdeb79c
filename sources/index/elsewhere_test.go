package index

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"factcheck/fixtures/growth"
)

// toy is an engine elsewhere in thirty lines: it knows terms with their impacts in
// 1024ths, and shingles of two, and forgets the rest.
type toy struct {
	passages []toyPassage
	parts    map[int]*Part
}

type toyPassage struct {
	doc, number int
	order       uint32
	impact      map[string]int
	shingles    map[string]bool
}

func newToy(t *testing.T, entries []Entry) *toy {
	k := &toy{parts: map[int]*Part{}}
	for i := range entries {
		data, err := entries[i].Pack()
		if err == nil {
			k.parts[i], err = Unpack(data, uint32(i))
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range entries[i].Passages() {
			o := toyPassage{i, p.Number, OrderOf(entries[i].Document.ID), map[string]int{}, map[string]bool{}}
			for _, h := range p.Terms {
				o.impact[h.Name] = int(math.Round(1024 * h.Impact))
			}
			for i := 1; i < len(p.Words); i++ {
				o.shingles[p.Words[i-1]+"|"+p.Words[i]] = true
			}
			k.passages = append(k.passages, o)
		}
	}
	return k
}

// best returns the documents of the passages that score most, at most n passages.
func (k *toy) best(docs map[int]bool, n int, score func(p *toyPassage) float64) {
	type scored struct {
		*toyPassage
		score float64
	}
	var list []scored
	for i := range k.passages {
		if s := score(&k.passages[i]); s > 0 {
			list = append(list, scored{&k.passages[i], s})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.order, b.order), cmp.Compare(a.number, b.number))
	})
	for _, s := range list[:min(n, len(list))] {
		docs[s.doc] = true
	}
}

func (k *toy) selected(w *Whole, plan Plan) *Index {
	docs := map[int]bool{}
	k.best(docs, plan.Depth+16, func(p *toyPassage) (sum float64) {
		for _, t := range plan.Terms {
			sum += t.Weight * float64(p.impact[t.Name])
		}
		return sum
	})
	for _, s := range plan.Sequences {
		k.best(docs, plan.Whole, func(p *toyPassage) float64 {
			score := 2.0
			for i, t := range s {
				if p.impact[t] == 0 {
					return 0
				}
				if i > 0 && !p.shingles[s[i-1]+"|"+t] {
					score = 1
				}
			}
			return score
		})
	}
	var parts []*Part
	for d := range docs {
		parts = append(parts, k.parts[d])
	}
	return w.Select(parts)
}

// TestElsewhere asks a file and an archive that is kept elsewhere the same.
func TestElsewhere(t *testing.T) {
	for name, entries := range map[string][]Entry{"as they come": corpus(5, 3000), "many alike": copied(1200)} {
		for i := range entries {
			entries[i].Document.Path = entries[i].Document.ID // what stands beside each other in a file is not known elsewhere
		}
		x := Memory()
		if err := x.Add(entries); err != nil {
			t.Fatal(err)
		}
		k := newToy(t, entries)
		holders := map[string]int{}
		for i := range k.passages {
			for term := range k.passages[i].impact {
				holders[term]++
			}
		}
		w := &Whole{Passages: len(k.passages), Holders: func(term string) int { return holders[term] }}
		byChance := slices.SortedFunc(maps.Values(k.parts), func(a, b *Part) int { return cmp.Compare(a.s.sums()[0], b.s.sums()[0]) })
		terms, err := Sampled(byChance[:256])
		if err != nil {
			t.Fatal(err)
		}
		w.Common(terms)
		if w.Speaks("fr") != x.Speaks("fr") || w.Speaks("en") != x.Speaks("en") || w.Reviewed() != x.Reviewed() {
			t.Errorf("%s: the two speak otherwise", name)
		}
		rnd := rand.New(rand.NewPCG(8, 9))
		for range growth.Rounds(60) {
			e := entries[rnd.IntN(len(entries))]
			q := Query{Text: queryOf(rnd, e), Lang: "en"}
			for kind, ask := range map[string]func(*Index) ([]Hit, error){
				"statements": func(x *Index) ([]Hit, error) { return x.Search(q, 40) },
				"documents":  func(x *Index) ([]Hit, error) { return x.SearchDocuments(q, 40) },
				"quotation":  func(x *Index) ([]Hit, error) { return x.Passages(q.Text, q.Lang, 40) },
			} {
				hits, err := ask(x)
				want := listed(entries, hits, err)
				hits, err = ask(k.selected(w, w.Plan(q, 40, kind == "quotation", kind == "documents")))
				if got := listed(entries, hits, err); got != want {
					t.Fatalf("%s, %s of %q: elsewhere\n%s\nin the file\n%s", name, kind, q.Text, got, want)
				}
			}
		}
	}
}

func listed(entries []Entry, hits []Hit, err error) string {
	var b strings.Builder
	for _, h := range hits {
		fmt.Fprintf(&b, "%s %d %v %v\n", entries[h.Document].Document.ID, int32(h.Statement), h.Span, h.Score)
	}
	if err != nil {
		return err.Error()
	}
	return b.String()
}
