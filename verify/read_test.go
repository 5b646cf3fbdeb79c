package verify

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
	"factcheck/verify/entail"
	"factcheck/verify/relate"
)

// What a passage from further down the list excludes counts only where the model is surest.
func TestAgainstMost(t *testing.T) {
	m := &entail.Model{}
	m.Calibrate(&entail.Check{Clashes: []entail.Step{{Threshold: 0.9, Precision: 0.98}, {Threshold: 0.7, Precision: 0.92}}})
	for _, c := range []struct{ near, far, want float32 }{
		{0.75, 0.8, 0.75},
		{0.75, 0.95, 0.95},
		{0.96, 0.95, 0.96},
		{0.1, 0.8, 0.1},
	} {
		all := []hearing{
			{of: readPassage{near: true}, scores: entail.Scores{Contradict: c.near}},
			{scores: entail.Scores{Contradict: c.far}},
		}
		if got := againstMost(all, m).scores.Contradict; got != c.want {
			t.Errorf("near %v, far %v: %v", c.near, c.far, got)
		}
	}
}

// Two sentences that are read together bear out nothing that the one says of somebody else.
func TestSupplanted(t *testing.T) {
	side := func(s string) *relate.Analysis { return relate.Prepare(relate.Side{Text: s}) }
	const statement = "Ash came from ovens, says a study by Jonas Okello."
	for _, c := range []struct {
		sentence string
		yes      float32
		want     bool
	}{
		{"A study by Rose Denby says that ash came from ovens.", 0.8, true},
		{"A study by Rose Denby says that ash came from ovens.", 0.2, false}, // that is of something else
		{"A study by Jonas Okello says that ash came from ovens.", 0.8, false},
		{"Jonas Okello gave a study to Rose Denby: ash came from ovens.", 0.8, false},
		{"A new study says that ash came from ovens.", 0.8, false},
	} {
		w := wording{analysis: side(statement)}
		joined := hearing{of: readPassage{joined: true}, words: w}
		all := []hearing{{source: side(c.sentence), words: w, scores: entail.Scores{Entail: c.yes}}, joined}
		if got := joined.supplanted(all); got != c.want {
			t.Errorf("%q, %v: %t", c.sentence, c.yes, got)
		}
	}
}

// TestAround: a sentence comes with its neighbours of the same paragraph and no other,
// and a text that is one paragraph is not gone through for each of its sentences.
func TestAround(t *testing.T) {
	const said = "The pier was closed."
	for src, want := range map[string]string{
		"It rained. " + said + " Ships left. Crews stayed.":                        "It rained. " + said + " Ships left.",
		"It rained.\n" + said + "\nShips left.":                                    said,
		strings.Repeat("The wind rose. ", 1000) + said + " Ships left. Day broke.": "The wind rose. " + said + " Ships left.",
		strings.Repeat("é", 5000) + ". " + said:                                    said,
	} {
		at := strings.Index(src, said)
		if got := around(&claims.Document{Text: src}, text.Span{Start: at, End: at + len(said)}); got != want {
			t.Errorf("%.40q: %.80q, not %q", src, got, want)
		}
	}
	growth.Linear(t, 500, func(n int) {
		doc := &claims.Document{Text: strings.Repeat(said+" ", n)}
		for i := range n {
			at := i * (len(said) + 1)
			around(doc, text.Span{Start: at, End: at + len(said)})
		}
	})
}

// A statement about "it" is put to the model as it stands, one about a person whom nothing tells is not; and whoever speaks in
// a passage may be whom a draft credits.
func TestOpenWording(t *testing.T) {
	for _, c := range []struct {
		draft, want string
		open        bool
	}{
		{"It reaches statements that nobody swore to.", "It reaches statements that nobody swore to.", true},
		{"Its first mill stands in Bunia.", "Its first mill stands in Bunia.", true},
		{"She won the mill of Bunia.", "", false},
		{"Denby won the mill of Bunia.", "Denby won the mill of Bunia.", false},
		{"The mill pleased Rose Denby. A clerk was ill, said Charles Rey. She spoke of mines.", "Rose Denby spoke of mines.", false},
		{"The mill pleased Rose Denby and Anne Veld. A clerk was ill, said Charles Rey. She spoke of mines.", "", false},
		{"The letter that party elders wrote is lost.", "The letter that party elders wrote is lost.", false},
	} {
		doc := &claims.Document{Text: c.draft, Lang: "en"}
		var store claims.Trees
		d := newDraft(doc, claims.Extract(doc), &store)
		if w := d.wordingOf(len(d.statements) - 1); w.text != c.want || w.open != c.open {
			t.Errorf("%q: %q, %t", c.draft, w.text, w.open)
		}
	}
}
