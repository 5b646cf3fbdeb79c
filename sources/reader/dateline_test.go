package reader

import (
	"strings"
	"testing"
)

// TestDateline guards what a dateline is, and that a dash alone makes none.
func TestDateline(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"GOMA, March 20, 2025 (Reuters) - Rebels took the town.", "GOMA|Reuters|2025-03-20|Rebels took the town."},
		{"PARIS, 3 mai 2024 (AFP) – Le maire a parlé.", "PARIS|AFP|2024-05-03|Le maire a parlé."},
		{"PARIS, 3 mai (AFP) – Le maire a parlé.", "PARIS|AFP||Le maire a parlé."},
		{"GOMA (AFP) —\nRebels took the town.", "GOMA|AFP||Rebels took the town."},
		{"KINSHASA, Congo (AP) — Rebels took the town.", "KINSHASA, Congo|AP||Rebels took the town."},
		{"(Reuters) - Rebels took the town.", "|Reuters||Rebels took the town."},
		{"Goma, March 20, 2025 — Rebels took the town.", "Goma||2025-03-20|Rebels took the town."},
		{"NEW YORK, Thursday -- Shares fell.", "NEW YORK|||Shares fell."},
		{"WALIKALE — Rebels took the town.", "WALIKALE|||Rebels took the town."},
		{"PORT-AU-PRINCE, Haiti – “We wait,” she said.", "PORT-AU-PRINCE, Haiti|||“We wait,” she said."},
		{"GOMA, March 20 (Northwire) - Rebels took the town.", "GOMA|Northwire||Rebels took the town."},
		{"GOMA, 20 March 2025 (Reuters) –", "GOMA|Reuters|2025-03-20|"},
		// twins
		{"NATO — the alliance — said so.", ""},
		{"UNICEF — The agency for children — said so.", ""},
		{"AFP — The agency — said so.", ""},
		{"The town (Goma) - a port - fell.", ""},
		{"Goma - the town by the lake - fell.", ""},
		{"Kasongo (Independent) - a member for Goma - said so.", ""},
		{"We wait, she said (again) - and again.", ""},
		{"The mayor-elect spoke in March - again.", ""},
		{"Goma (pop. 500) - a town.", ""},
		{"", ""},
		{"-", ""},
		{"— Ines Dray", ""},
	} {
		got := ""
		if d, ok := DatelineOf(c.src); ok {
			day := ""
			if d.Date != 0 {
				day = d.Date.String()
			}
			got = strings.Join([]string{d.Place, d.Agency, day, c.src[d.End:]}, "|")
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}

// TestCredit guards what a text says of itself by its dateline and its last line, and
// that neither is a sentence.
func TestCredit(t *testing.T) {
	for _, c := range []struct{ name, src, publisher, day, blocks string }{
		{"a dateline", "Rebels take town\n\nGOMA, March 20, 2025 (Reuters) - Rebels took the town.\n", "Reuters", "2025-03-20", "Rebels take town|Rebels took the town."},
		{"front matter stands", "---\npublisher: Mota Mail\ndate: 2025-03-21\n---\nGOMA, March 20, 2025 (Reuters) - Rebels took the town.\n", "Mota Mail", "2025-03-21", "Rebels took the town."},
		{"the agency at the end", "Rebels took the town. (AFP)\n", "AFP", "", "Rebels took the town."},
		{"a line of its own", "Rebels took the town.\n\n(Agence France-Presse)\n", "AFP", "", "Rebels took the town."},
		{"copyright", "Rebels took the town.\n\n© 2025 Agence France-Presse\n", "AFP", "", "Rebels took the town."},
		{"somebody in brackets", "Rebels took the town (AFC).\n", "", "", "Rebels took the town (AFC)."},
		{"an agency in a sentence", "Rebels told an agency (AFP)\n", "", "", "Rebels told an agency (AFP)"},
		{"copyright of a paper", "Rebels took the town.\n\n© 2025 Mota Mail\n", "", "", "Rebels took the town.|© 2025 Mota Mail"},
	} {
		d := read(t, "a.md", c.src)
		day := ""
		if d.Date != 0 {
			day = d.Date.String()
		}
		if d.Publisher != c.publisher || day != c.day || blocks(d) != c.blocks {
			t.Errorf("%s: %q, %q, %q", c.name, d.Publisher, day, blocks(d))
		}
	}
	docs, err := Read("a.txt", []byte("GOMA (AFP) - Rebels took the town."), Options{Publisher: "Mota Mail"})
	if err != nil || docs[0].Publisher != "Mota Mail" {
		t.Errorf("a publisher that is given: %v, %v", docs, err)
	}
}

func FuzzDateline(f *testing.F) {
	f.Add("GOMA, March 20, 2025 (Reuters) - Rebels")
	f.Add("(AFP) —")
	f.Fuzz(func(t *testing.T, src string) {
		if d, ok := DatelineOf(src); ok && (d.End <= 0 || d.End > len(src)) {
			t.Fatalf("%q: %+v", src, d)
		}
		if name, start := SignedBy(src); name != "" && (start < 0 || start >= len(src)) {
			t.Fatalf("%q: %q at %d", src, name, start)
		}
	})
}
