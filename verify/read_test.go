package verify

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// TestAround: a sentence comes with its neighbours of the same paragraph and no other,
// and a text that is one paragraph is not gone through for each of its sentences.
func TestAround(t *testing.T) {
	const said = "The pier was closed."
	for src, want := range map[string]string{
		"It rained. " + said + " Ships left. Crews stayed.":                        "It rained. " + said + " Ships left.",
		"It rained.\n" + said + "\nShips left.":                                    said,
		strings.Repeat("The wind rose. ", 1000) + said + " Ships left. Day broke.": "The wind rose. " + said + " Ships left.",
		strings.Repeat("é", 5000) + ". " + said:                                    said,
	} {
		at := strings.Index(src, said)
		if got := around(&claims.Document{Text: src}, text.Span{Start: at, End: at + len(said)}); got != want {
			t.Errorf("%.40q: %.80q, not %q", src, got, want)
		}
	}
	growth.Linear(t, 500, func(n int) {
		doc := &claims.Document{Text: strings.Repeat(said+" ", n)}
		for i := range n {
			at := i * (len(said) + 1)
			around(doc, text.Span{Start: at, End: at + len(said)})
		}
	})
}
