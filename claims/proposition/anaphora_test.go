package proposition

import "testing"

// Clones of a chain go their own ways, as the texts do that go on from one.
func TestClone(t *testing.T) {
	var chain Chain
	remember := func(c *Chain, src string) {
		for _, s := range readText(src, "en").Sentences {
			c.Remember(s)
		}
	}
	remember(&chain, "The brewery Hofstetter sold beer. Hofstetter is a company.")
	a, b := chain.Clone(), chain.Clone()
	remember(&a, "Hofstetter is a club.")
	remember(&b, "Hofstetter is a mill.")
	for _, c := range []struct {
		chain     *Chain
		src, want string
	}{{&a, "The club closed.", "Hofstetter"}, {&a, "The mill closed.", ""}, {&b, "The mill closed.", "Hofstetter"}, {&b, "The club closed.", ""}} {
		s := readText(c.src, "en").Sentences[0]
		got := ""
		if as := c.chain.Antecedent(s.Phrase(1)); as != nil {
			got = as.Name
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.src, got, c.want)
		}
	}
}
