package reader

import (
	"strings"
	"testing"
	"time"
)

// TestTamed reads what took goldmark minutes, and finds its words still there.
func TestTamed(t *testing.T) {
	for _, unit := range []string{"[a](", "> ", "- ", "1. ", "http://a.b ", "*a**b_c__d ", "a@b.c ", "www.a.b ", "[a](b 'c\n", "[a]: b\n", "~~a ~"} {
		src := strings.Repeat(unit, 40_000) + "words"
		began := time.Now()
		d := read(t, "a.md", src)
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%q took %v", unit, took)
		}
		if !strings.HasSuffix(d.Text, "words") {
			t.Errorf("%q: the last word is lost", unit)
		}
	}
}

func TestTameLeavesProseAlone(t *testing.T) {
	src := strings.Repeat("The **mayor** of [Mbeli](https://example.org/mbeli) said *so*.\n\n", 3000)
	if got := string(tame([]byte(src))); got != src {
		t.Error("ordinary Markdown was changed")
	}
}
