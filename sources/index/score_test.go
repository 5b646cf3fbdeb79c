package index

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"factcheck/claims"
	"factcheck/claims/text"
)

// corpus makes n documents of a few sentences, of words as frequent as words are.
func corpus(seed uint64, n int) []Entry {
	rnd := rand.New(rand.NewPCG(seed, 1))
	word := func() string { // Zipf's law, by inversion
		return fmt.Sprintf("w%d", int(math.Exp(rnd.Float64()*math.Log(20000))))
	}
	entries := make([]Entry, n)
	for i := range entries {
		d := &claims.Document{ID: fmt.Sprint(seed, "-", i), Publisher: fmt.Sprintf("Paper %d", i%5), Lang: "en"}
		if i%3 == 0 {
			d.Title = word() + " " + word() + " " + word()
		}
		e := Entry{Document: d}
		var b strings.Builder
		for range 1 + rnd.IntN(4) {
			start := b.Len()
			for k := range 3 + rnd.IntN(30) {
				if k > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(word())
			}
			b.WriteByte('.')
			span := text.Span{Start: start, End: b.Len()}
			e.Statements = append(e.Statements, claims.Statement{Spans: []text.Span{span}, Sentence: span})
			b.WriteByte(' ')
		}
		d.Text = b.String()
		for i := range e.Statements {
			e.Statements[i].Text = e.Statements[i].Sentence.In(d.Text)
		}
		entries[i] = e
	}
	return entries
}

func queryOf(rnd *rand.Rand, e Entry) string {
	var words []string
	for range 1 + rnd.IntN(25) {
		f := strings.Fields(e.Document.Text)
		if rnd.IntN(4) == 0 {
			words = append(words, fmt.Sprintf("w%d", rnd.IntN(30)))
		} else {
			words = append(words, f[rnd.IntN(len(f))])
		}
	}
	return strings.Join(words, " ")
}

// TestPruning compares the pruned search with one that scores everything, and
// that one with sums made without any postings.
func TestPruning(t *testing.T) {
	x := Memory()
	var all []Entry
	for i := range 3 {
		part := corpus(uint64(i), []int{9000, 300, 2000}[i])
		all = append(all, part...)
		if err := x.Add(part); err != nil {
			t.Fatal(err)
		}
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	n := times("FACTCHECK_QUERIES", 1500)
	for i := range n {
		q := Query{Text: queryOf(rnd, all[rnd.IntN(len(all))])}
		if i%7 == 0 {
			q.Source = fmt.Sprintf("Paper %d", i%5)
		}
		if i%11 == 0 {
			q.Exclude = []uint32{rnd.Uint32N(uint32(len(all))), rnd.Uint32N(uint32(len(all)))}
		}
		limit := []int{1, 10, 50, 200}[i%4]
		a := x.analyse(q)
		got := slices.Clone(x.first(a, q, limit))
		q.Brute = true
		want := x.first(a, q, limit)
		if !slices.Equal(got, want) {
			t.Fatalf("query %q, limit %d:\n got %v\nwant %v", q.Text, limit, got, want)
		}
		if i%50 != 0 {
			continue
		}
		for _, f := range want[:min(3, len(want))] {
			if sum := x.slowly(a, f); sum != f.score {
				t.Fatalf("query %q: unit %d scores %d, by hand %d", q.Text, f.unit, f.score, sum)
			}
		}
	}
}

// slowly scores a unit from its text.
func (x *Index) slowly(a *analysis, f found) uint32 {
	s := x.segments[f.seg]
	k := s.unit(int(f.unit))
	d := s.entry(int(k.doc)).Document
	words := k.passage.In(d.Text)
	if k.serial == headSerial {
		words = d.Title + "\n" + d.Subtitle
	}
	list := terms("en", words)
	sum := uint32(0)
	for _, q := range a.selective(x.units) {
		n := 0
		for _, t := range list {
			if t == q.name {
				n++
			}
		}
		if q.name == sourceTerm(d.Publisher) {
			n = 1
		}
		sum += uint32(q.weight*saturations()[min(n, maxCount)][min(255, len(list))] + 0.5*float32(min(n, 1)))
	}
	return sum
}

// TestMerge adds documents one by one: few segments, the same answers as from an
// index that was made at once.
func TestMerge(t *testing.T) {
	dir := t.TempDir()
	all := corpus(9, 120)
	digests := map[string]bool{}
	for i, step := range []int{1, len(all)} {
		path := filepath.Join(dir, fmt.Sprint(i))
		w, err := OpenForWriting(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		for k := 0; k < len(all); k += step {
			if _, err := w.Add(all[k : k+step]); err != nil {
				t.Fatal(err)
			}
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
		}
		w.Close()
		x, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := x.Digest()
		if err != nil {
			t.Fatal(err)
		}
		digests[d] = true
		if st := x.Stats(); st.Segments > 2*tierFull || st.Documents != len(all) {
			t.Errorf("%+v", st)
		}
		x.Close()
		if problems, err := Check(path, time.Second); len(problems) > 0 || err != nil {
			t.Error(problems, err)
		}
	}
	if len(digests) != 1 {
		t.Errorf("digests %v", digests)
	}
}

func BenchmarkBuild(b *testing.B) {
	all := corpus(1, 2000)
	n := 0
	for _, e := range all {
		n += len(e.Document.Text)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		k := newBuilder()
		for i := range all {
			k.add(&all[i])
		}
		k.finish(1)
	}
}

func BenchmarkSearch(b *testing.B) {
	x := Memory()
	all := corpus(1, 30000)
	if err := x.Add(all); err != nil {
		b.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	var queries []Query
	for range 200 {
		queries = append(queries, Query{Text: queryOf(rnd, all[rnd.IntN(len(all))])})
	}
	for _, stage := range []string{"first", "both", "passages"} {
		b.Run(stage, func(b *testing.B) {
			i := 0
			for b.Loop() {
				q := queries[i%len(queries)]
				i++
				switch stage {
				case "first":
					x.first(x.analyse(q), q, depth)
				case "both":
					x.candidates(q, depth)
				default:
					x.passages(q)
				}
			}
		})
	}
}
