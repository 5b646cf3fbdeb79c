package reader

import (
	"fmt"
	"strings"
	"testing"

	"factcheck/fixtures/growth"
)

// TestTamed reads what took goldmark minutes, and finds its words still there.
func TestTamed(t *testing.T) {
	for _, unit := range []string{"[a](", "> ", "- ", "1. ", "http://a.b ", "*a**b_c__d ", "a@b.c ", "www.a.b ", "[a](b 'c\n", "[a]: b\n", "~~a ~"} {
		t.Run(unit, func(t *testing.T) {
			growth.Linear(t, 10_000, func(n int) {
				if d := read(t, "a.md", strings.Repeat(unit, n)+"words"); !strings.HasSuffix(d.Text, "words") {
					t.Error("the last word is lost")
				}
			})
		})
	}
}

// notes returns a text with n footnotes.
func notes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "So it is.[^%d]\n\n[^%d]: By his account.\n\n", i, i)
	}
	return b.String()
}

// TestNotesTamed reads a text of ever more footnotes.
func TestNotesTamed(t *testing.T) {
	growth.Linear(t, 8_000, func(n int) {
		if d := read(t, "a.md", notes(n)+"words"); !strings.Contains(d.Text, "words") || strings.Count(d.Text, "By his account.") != n {
			t.Error("a word is lost")
		}
	})
}

func TestTameLeavesProseAlone(t *testing.T) {
	src := strings.Repeat("The **mayor** of [Mbeli](https://example.org/mbeli) said *so*.\n\n", 3000) + notes(1000)
	if got := string(tame([]byte(src))); got != src {
		t.Error("ordinary Markdown was changed")
	}
}
