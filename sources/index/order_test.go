package index

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"factcheck/fixtures/growth"
)

// told words what an index answers to a question, by what does not depend on its numbers.
func told(t *testing.T, x *Index, hits []Hit, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, h := range hits {
		d, err := x.Document(h.Document)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %d %v %v\n", d.ID, h.Statement, h.Span, h.Score)
	}
	return b.String()
}

// copied makes documents among which many are equally good: every text stands in up to
// forty of them.
func copied(n int) []Entry {
	entries := corpus(9, n)
	for i := range entries {
		entries[i].Document.Path = entries[i].Document.ID // those of one file stand by each other
		from := entries[i/40*40]
		if i%3 > 0 {
			d := *from.Document
			d.ID, d.Path, d.Publisher = entries[i].Document.ID, entries[i].Document.ID, entries[i].Document.Publisher
			entries[i] = Entry{&d, from.Statements}
		}
	}
	return entries
}

// TestHistory builds indexes of the same documents by other ways, and asks them the same.
func TestHistory(t *testing.T) {
	entries := copied(1200)
	shuffled := slices.Clone(entries)
	rnd := rand.New(rand.NewPCG(3, 4))
	rnd.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
	var others []Entry
	for i := range growth.Rounds(2000) {
		others = append(others, town(i))
	}
	histories := map[string]func(add func(...Entry), remove func(...Entry)){
		"backwards, in parts": func(add, _ func(...Entry)) {
			for part := range slices.Chunk(shuffled, 37) {
				add(part...)
			}
		},
		"with others that went": func(add, remove func(...Entry)) {
			add(slices.Concat(entries[:600], others)...)
			add(entries[600:]...)
			remove(others...)
		},
		"some removed and added again": func(add, remove func(...Entry)) {
			add(entries...)
			for part := range slices.Chunk(shuffled[:500], 100) {
				remove(part...)
				add(part...)
			}
		},
	}
	want := open(t, func(add, _ func(...Entry)) { add(entries...) })
	for name, history := range histories {
		got := open(t, history)
		for range 150 {
			e := entries[rnd.IntN(len(entries))]
			q := Query{Text: queryOf(rnd, e)}
			words := strings.Fields(e.Document.Text)
			from := rnd.IntN(len(words))
			quotation := strings.Join(words[from:min(len(words), from+1+rnd.IntN(6))], " ")
			for question, ask := range map[string]func(x *Index) ([]Hit, error){
				"search":    func(x *Index) ([]Hit, error) { return x.Search(q, 20) },
				"documents": func(x *Index) ([]Hit, error) { return x.SearchDocuments(q, 20) },
				"passages":  func(x *Index) ([]Hit, error) { return x.Passages(quotation, "en", 20) },
			} {
				a, err := ask(want)
				b, err2 := ask(got)
				if a, b := told(t, want, a, err), told(t, got, b, err2); a != b {
					t.Fatalf("%s, %s: %q, %q\nbuilt at once:\n%s\notherwise:\n%s", name, question, q.Text, quotation, a, b)
				}
			}
		}
	}
}

// open makes an index by a history and opens it.
func open(t *testing.T, history func(add, remove func(...Entry))) *Index {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x")
	w, err := OpenForWriting(path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	history(func(entries ...Entry) {
		if _, err := w.Add(entries); err != nil {
			t.Fatal(err)
		}
		if err := w.Commit(); err != nil {
			t.Fatal(err)
		}
	}, func(entries ...Entry) {
		for _, e := range entries {
			if _, err := w.Remove(e.Document.ID); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Commit(); err != nil {
			t.Fatal(err)
		}
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}
