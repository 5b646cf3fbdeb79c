package verify

import (
	"math/rand/v2"
	"slices"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// inOrder returns n statements that begin one after the other; some reach over many.
func inOrder(rnd *rand.Rand, n int) []claims.Statement {
	all := make([]claims.Statement, n)
	at := 0
	for i := range all {
		at += rnd.IntN(9)
		long := 1 + rnd.IntN(9)
		if i%50 == 0 {
			long += 100
		}
		all[i].Spans = []text.Span{{Start: at, End: at + long}}
		all[i].Sentence = text.Span{Start: at - at%5, End: at - at%5 + 5}
	}
	return all
}

// TestReach: what is found near some words, and at a place, is what a look at every
// statement finds, without one.
func TestReach(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	all := inOrder(rnd, 2000)
	r := reachOf(all)
	for range 2000 {
		x := rnd.IntN(9000)
		words := []text.Span{{Start: x, End: x + 3}, {Start: x + 4, End: x + 4 + rnd.IntN(20)}}
		if got, want := said(r.near(all, words), words), said(all, words); got != want {
			t.Fatalf("%v: %v, not %v", words, got, want)
		}
		var want []claims.Statement
		for _, s := range all {
			if at := s.Span().Start; words[1].Start <= at && at < words[1].End {
				want = append(want, s)
			}
		}
		if got := beginning(all, words[1]); !slices.EqualFunc(got, want, func(a, b claims.Statement) bool { return a.Span() == b.Span() }) {
			t.Fatalf("%v: %d, not %d", words[1], len(got), len(want))
		}
	}
	if got := r.near(all, nil); got != nil {
		t.Error(got)
	}
	growth.Linear(t, 10_000, func(n int) {
		all := inOrder(rnd, n)
		r := reachOf(all)
		for i := range all {
			said(r.near(all, all[i].Spans), all[i].Spans)
			beginning(all, all[i].Sentence)
		}
	})
}
