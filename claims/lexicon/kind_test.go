package lexicon

import "testing"

// TestMayBe guards which noun may mean what another called: a general one anything of the
// kind, a special one only itself.
func TestMayBe(t *testing.T) {
	for _, c := range []struct {
		lang, later, earlier string
		want                 bool
	}{
		{"en", "ship", "trawler", true},
		{"en", "trawler", "ship", true},
		{"en", "trawler", "tanker", false},
		{"en", "town", "city", true},
		{"en", "town", "province", false},
		{"en", "firm", "miner", true},
		{"en", "bank", "miner", false},
		{"en", "ministry", "agency", false},
		{"fr", "navire", "pétrolier", true},
		{"fr", "ministère", "agence", false},
		{"fr", "ship", "trawler", false},
	} {
		if got := MayBe(c.lang, c.later, c.earlier); got != c.want {
			t.Errorf("%s: %s for %s: %v", c.lang, c.later, c.earlier, got)
		}
	}
}

// TestCalls guards the direction: who holds the office is called so, not the other way.
func TestCalls(t *testing.T) {
	for _, c := range []struct {
		lang, noun, office string
		want               bool
	}{
		{"en", "lawmaker", "Sen.", true},
		{"en", "senator", "lawmaker", false},
		{"en", "officer", "mayor", false},
		{"fr", "élu", "maire", true},
		{"fr", "magistrat", "préfet", false},
	} {
		if got := Calls(c.lang, c.noun, c.office); got != c.want {
			t.Errorf("%s: %s for %s: %v", c.lang, c.noun, c.office, got)
		}
	}
}
