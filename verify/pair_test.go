package verify

import (
	"strings"
	"testing"

	"factcheck/verify/entail"
	"factcheck/verify/relate"
)

// A sentence of a source that is more of a yes by itself than the whole is what bears a statement out; where the whole is a sure one, nothing
// more is read, and nothing behind a sentence that is.
func TestSurest(t *testing.T) {
	m := &entail.Model{}
	m.Calibrate(&entail.Check{Supports: []entail.Step{{Threshold: 0.95, Precision: 0.99}}})
	const first, second, sure = "Denby won the vote.", "Okello, who lost it, sued.", "The vote was won by Denby."
	for _, c := range []struct {
		src   string
		whole float32
		want  string
		read  int
	}{
		{first + " " + second, 0.7, first, 2},
		{first + " " + second, 0.92, first + " " + second, 2},
		{first + " " + second, 0.96, first + " " + second, 0},
		{second + " " + first + " " + second, 0.7, first, 3},
		{sure + " " + second, 0.7, sure, 1},
		{first, 0.7, first, 0},
	} {
		read := 0
		judge := func(source, _ string) entail.Scores {
			read++
			return entail.Scores{Entail: map[string]float32{first: 0.9, second: 0.1, sure: 0.97}[strings.TrimSpace(source)]}
		}
		h := surest(m, hearing{of: readPassage{text: c.src}, scores: entail.Scores{Entail: c.whole}}, judge)
		if h.of.text != c.want || read != c.read {
			t.Errorf("%q at %v: %q after %d", c.src, c.whole, h.of.text, read)
		}
	}
}

// Two texts that share a name are of one thing where the model is sure that they clash, or less sure and hears a yes to a contrast;
// without a name it must be the surer.
func TestOfOneThing(t *testing.T) {
	side := func(s string) *relate.Analysis { return relate.Prepare(relate.Side{Text: s, Lang: "en"}) }
	for _, c := range []struct {
		source, statement string
		right             float32
		yes, want         bool
	}{
		{"Denby sold the mill.", "Denby kept the mill.", 0.95, false, true},
		{"Denby sold the mill.", "Denby kept the mill.", 0.9, false, false},
		{"Denby sold the mill.", "Denby kept the mill.", 0.9, true, true},
		{"Denby sold the mill.", "Denby kept the mill.", 0.85, true, true},
		{"Denby sold the mill.", "Denby kept the mill.", 0.84, true, false},
		{"Denby sold the mill.", "Denby likes tall green cows and old songs.", 0.99, true, false},
		{"The council sold the mill.", "The council kept the mill.", 0.95, true, false},
		{"The council sold the mill.", "The council kept the mill.", 0.98, true, true},
		{"The council sold the mill.", "The council kept the mill.", 0.98, false, false},
		{"Okello sold the mill.", "Denby sold the mill.", 0.98, true, false},
	} {
		if got := ofOneThing(side(c.source), side(c.statement), c.right, func() bool { return c.yes }); got != c.want {
			t.Errorf("%+v: %t", c, got)
		}
	}
}
