package claims

import (
	"testing"

	"factcheck/claims/text"
)

// TestSpoken: a paragraph of which every line may be a turn is divided at its line
// breaks, any other is left whole.
func TestSpoken(t *testing.T) {
	for src, want := range map[string]int{
		"Cole: We stay.\nBrandt: You go.":        2,
		"[00:01] Cole: We stay.\n* Brandt: You.": 2,
		"Cole: We stay.\nNobody knows why.":      1,
		"Cole: We stay.":                         1,
		"":                                       1,
		"\n\n":                                   1,
	} {
		blocks := []Block{{Span: text.Span{End: len(src)}}}
		if got := spoken(src, blocks); len(got) != want {
			t.Errorf("%q is divided into %d", src, len(got))
		}
	}
}
