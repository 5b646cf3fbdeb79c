package cli

import "testing"

// TestDayIn guards which digits of a path are a day.
func TestDayIn(t *testing.T) {
	for path, want := range map[string]string{
		"wire/2025-03-20-walikale.md":   "2025-03-20",
		"wire/2025/03/20/walikale.md":   "2025-03-20",
		"wire/20250320_walikale.md":     "2025-03-20",
		"2024/wire/2025.03.20.md":       "2025-03-20",
		"wire/120250320.md":             "",
		"wire/2025032012.md":            "",
		"wire/2025-13-40.md":            "",
		"wire/walikale.md":              "",
		"wire/0312-03-20/2025-03-21/20": "2025-03-21",
	} {
		got := ""
		if d := dayIn(path); d != 0 {
			got = d.String()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}
