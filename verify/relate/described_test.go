package relate

import "testing"

// Who says something is described wrongly where the source calls the person something else, and not where it
// says the same or nothing of the sort.
func TestMisdescribed(t *testing.T) {
	for _, c := range []struct {
		source, sentence, name string
		wrong                  bool
	}{
		{"Fatou Sillah, vice president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", true},
		{"Fatou Sillah, president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", false},
		{"Fatou Sillah spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", false},
		{"Awa Ndiaye, vice president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", false},
		{"Fatou Sillah, former president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", true},
		{"Fatou Sillah, vice president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Awa Ndiaye", false},
		{"Fatou Sillah, who leads the port of Banjul, spoke on Monday.", "Fatou Sillah, who leads the port of Dakar, said it was open.", "Fatou Sillah", true},
		{"Fatou Sillah, who leads the port of Banjul, spoke on Monday.", "Fatou Sillah, who leads the port of Banjul, said it was open.", "Fatou Sillah", false},
	} {
		got := Misdescribed([]*Analysis{Prepare(Side{Text: c.source})}, Prepare(Side{Text: c.sentence}), c.name)
		if got != c.wrong {
			t.Errorf("{%q, %q, %q, %v},", c.source, c.sentence, c.name, got)
		}
	}
}
