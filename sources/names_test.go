package sources

import (
	"strings"
	"testing"
)

// TestTyped guards what a person may type for a source, and that a pattern that
// fits several names picks none of them.
func TestTyped(t *testing.T) {
	n := NewNames([]Source{{Name: "Congo River Alliance", Aliases: []string{"AFC"}}})
	among := []string{"AFP", "Reuters", "Radio Okapi", "Corneille Nangaa", "Congo River Alliance", "Alain Uaykani", "Radio Kivu"}
	for pattern, want := range map[string]string{
		"reuters":                  "Reuters",
		"rtrs":                     "Reuters",
		"okapi":                    "Radio Okapi",
		"nanga":                    "Corneille Nangaa",
		"nangaa corneille":         "Corneille Nangaa",
		"afc":                      "Congo River Alliance",
		"agence france-presse":     "AFP",
		"the Congo River Alliance": "Congo River Alliance",
		"radio":                    "Radio Kivu|Radio Okapi",
		"e":                        "",
		"":                         "",
		"xyz":                      "",
	} {
		if got := strings.Join(n.Typed(pattern, among), "|"); got != want {
			t.Errorf("Typed(%q) = %q, want %q", pattern, got, want)
		}
	}
}

// TestCanonical guards that one source has one column whatever it is called.
func TestCanonical(t *testing.T) {
	n := NewNames([]Source{{Name: "Government of Rwanda", Aliases: []string{"Kigali"}}, {Name: "Bana Post", Owner: "Bana Group"}})
	for name, want := range map[string]string{
		"Agence France-Presse": "AFP",
		"the  Reuters":         "Reuters",
		"Kigali":               "Government of Rwanda",
		"Jane Doe":             "Jane Doe",
		"":                     "",
	} {
		if got := n.Canonical(name); got != want {
			t.Errorf("Canonical(%q) = %q, want %q", name, got, want)
		}
	}
	if got := n.Owner("Bana Post"); got != "Bana Group" {
		t.Errorf("Owner = %q", got)
	}
}

func FuzzTyped(f *testing.F) {
	f.Add("okapi", "Radio Okapi")
	f.Add("É l'", "\xff")
	f.Fuzz(func(t *testing.T, pattern, name string) {
		n := NewNames(nil)
		for _, got := range n.Typed(pattern, []string{name}) {
			if got != name {
				t.Fatalf("%q is not among the names", got)
			}
		}
	})
}
