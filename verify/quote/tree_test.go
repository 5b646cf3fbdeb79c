package quote

import (
	"reflect"
	"testing"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// TestTrees: a sentence that is asked for again is not parsed again, and other words are not
// given its tree.
func TestTrees(t *testing.T) {
	src := "We will keep the ferry running unless the river floods, and nobody will pay more for it."
	words := text.Words(src)
	var kept trees
	for _, n := range []int{len(words), 6, len(words), 6} {
		got, want := kept.of(src, words[:n]), grammar.Parse(src, words[:n])
		if !reflect.DeepEqual(got.Tokens, want.Tokens) {
			t.Errorf("%d words have another tree", n)
		}
	}
	for n := range 2 * keptTrees {
		kept.of(src, words[n%8:8+n%9])
	}
	if len(kept.kept) > keptTrees {
		t.Errorf("%d trees are kept", len(kept.kept))
	}
	growth.Beside(t, 1, func() {
		for range 100 {
			grammar.Parse(src, words)
		}
	}, func() {
		var kept trees
		for range 1000 {
			kept.of(src, words)
		}
	})
}
