package index

import "testing"

// TestSpeaks: an index knows the languages of its texts also where none has a common word.
func TestSpeaks(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		en, fr     bool
	}{
		{"fr", "Personne ne tiendra.", false, true},
		{"en", "Nobody holds.", true, false},
		{"", "Nobody holds.", true, false},
	} {
		e := document("one", "Town", c.text)
		e.Document.Lang = c.lang
		x := Memory()
		if err := x.Add([]Entry{e}); err != nil {
			t.Fatal(err)
		}
		if en, fr := x.Speaks("en"), x.Speaks("fr"); en != c.en || fr != c.fr {
			t.Errorf("%s %q: English %v, French %v", c.lang, c.text, en, fr)
		}
	}
}
