package verify

import "testing"

func TestSourceName(t *testing.T) {
	for source, want := range map[string]string{
		"wire/2025/walikale-2025-03-20.txt": "walikale-2025-03-20.txt",
		"walikale.md":                       "walikale.md",
		"Agence France-Presse":              "Agence France-Presse",
		"AP/St. Louis Star":                 "AP/St. Louis Star",
		"Kivu/Security.Tracker Group":       "Kivu/Security.Tracker Group",
		"":                                  "",
	} {
		if got := SourceName(source); got != want {
			t.Errorf("SourceName(%q) = %q, want %q", source, got, want)
		}
	}
}
