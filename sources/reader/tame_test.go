package reader

import (
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

func TestTameLeavesProseAlone(t *testing.T) {
	src := strings.Repeat("The **mayor** of [Mbeli](https://example.org/mbeli) said *so*.\n\n", 3000)
	if got := string(tame([]byte(src))); got != src {
		t.Error("ordinary Markdown was changed")
	}
}
