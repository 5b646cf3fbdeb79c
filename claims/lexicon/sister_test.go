package lexicon

import "testing"

func TestSisters(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"coffee", "tea", true},
		{"canoe", "kayak", false}, // a kayak is a canoe
		{"car", "automobile", false},
		{"river", "general", false},
		{"", "river", false},
	} {
		if got := Sisters(c.a, c.b); got != c.want {
			t.Errorf("Sisters(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
