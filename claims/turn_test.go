package claims

import (
	"testing"

	"factcheck/claims/text"
)

// TestSpoken: a paragraph of which every line may be a turn is divided at its line
// breaks, any other is left whole.
func TestSpoken(t *testing.T) {
	for src, want := range map[string]int{
		"Cole: We stay.\nBrandt: You go.":        2,
		"[00:01] Cole: We stay.\n* Brandt: You.": 2,
		"Cole: We stay.\nNobody knows why.":      1,
		"Cole: We stay.":                         1,
		"":                                       1,
		"\n\n":                                   1,
	} {
		blocks := []Block{{Span: text.Span{End: len(src)}}}
		if got := spoken(src, blocks); len(got) != want {
			t.Errorf("%q is divided into %d", src, len(got))
		}
	}
}

// TestInterview: behind a question in bold an answer goes on without an “I” as long as another question follows. Twins: the
// writer watches, and nothing follows.
func TestInterview(t *testing.T) {
	paragraphs := []string{
		"Odette Okello has moved two villages.",
		"How do you tell somebody?", "I bring a map.", "People find their own roof.",
		"Has anybody refused?", "My own aunt has.", "As she talks, a dog barks.",
		"What do you do then?", "I wait.", "The dyke is open on Sundays.",
	}
	said := map[string]bool{"I bring a map": true, "People find their own roof": true, "My own aunt has": true, "I wait": true}
	doc := &Document{Lang: "en"}
	for _, p := range paragraphs {
		b := Block{Span: text.Span{Start: len(doc.Text), End: len(doc.Text) + len(p)}}
		if p[len(p)-1] == '?' {
			b.Kind = Stressed
		}
		doc.Blocks, doc.Text = append(doc.Blocks, b), doc.Text+p+"\n\n"
	}
	for _, s := range Extract(doc) {
		if got := s.Attribution.Speaker.Name == "Odette Okello"; got != said[s.Text] {
			t.Errorf("%q is said by %q", s.Text, s.Attribution.Speaker.Name)
		}
	}
}
