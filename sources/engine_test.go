package sources

import (
	"fmt"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
	"factcheck/sources/index"
)

// pages returns an archive of n pages that all end with the same words.
func pages(t *testing.T, n int) *Archive {
	t.Helper()
	x := index.Memory()
	entries := make([]index.Entry, n)
	for i := range entries {
		words := fmt.Sprintf("Page %d of the minutes.\n\n“We thank the members of the council for coming,” the chair said.", i)
		all := text.Span{End: len(words)}
		d := &claims.Document{ID: fmt.Sprint(i), Text: words, Lang: "en"}
		entries[i] = index.Entry{Document: d, Statements: []claims.Statement{{Text: words, Spans: []text.Span{all}, Sentence: all}}}
	}
	if err := x.Add(entries); err != nil {
		t.Fatal(err)
	}
	return NewArchive(x, nil)
}

// TestAskedAgain: whoever asks the same again gets the same, and may do with it what he
// likes; who asks something else, or for more, gets that.
func TestAskedAgain(t *testing.T) {
	a := pages(t, 20)
	ask := func(words string, limit int) []index.Hit {
		hits, err := a.Engine().Propose(quotation(words, "en", limit))
		if err != nil {
			t.Fatal(err)
		}
		return hits
	}
	thanks := ask("We thank the members", 5)
	if len(thanks) != 5 {
		t.Fatalf("%d places, not 5", len(thanks))
	}
	first := thanks[0]
	clear(thanks)
	if again := ask("We thank the members", 5); len(again) != 5 || again[0] != first {
		t.Errorf("asked again: %v, not %v first", again, first)
	}
	if more := ask("We thank the members", 9); len(more) != 9 {
		t.Errorf("of nine places %d", len(more))
	}
	if other := ask("Page 7 of the minutes", 5); len(other) == 0 || other[0] == first {
		t.Errorf("other words: %v", other)
	}
	claim, err := a.Engine().Propose(question("We thank the members", "en", 5))
	if err != nil || len(claim) == 0 || claim[0].Score == first.Score {
		t.Errorf("the same words as a claim: %v, %v", claim, err)
	}
}

// TestAskedByMany: two thousand pages that are asked two thousand times for what all of
// them say take little more than the pages alone.
func TestAskedByMany(t *testing.T) {
	const n = 2000
	growth.Beside(t, 4, func() { pages(t, n) }, func() {
		a := pages(t, n)
		for range n {
			if _, err := a.Quotations("We thank the members of the council for coming", "en", "", 10); err != nil {
				t.Fatal(err)
			}
		}
	})
}
