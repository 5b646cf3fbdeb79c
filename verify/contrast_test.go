package verify

import (
	"testing"

	"factcheck/claims/text"
	"factcheck/verify/entail"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A contrast is put to a reading model as its statement is: with the names that its pronouns
// stand for, wherever the change moved them.
func TestWordingContrast(t *testing.T) {
	span := func(start, end int) text.Span { return text.Span{Start: start, End: end} }
	w := wording{
		src:    "He sold 40 mills before she left",
		before: "Okello said ",
		refs:   []relate.Ref{{Span: span(0, 2), Name: "Denby"}, {Span: span(24, 27), Name: "Vagheni"}},
	}
	for _, c := range []struct {
		change relate.Change
		want   string
	}{
		{relate.Change{At: span(8, 10), With: "four hundred"}, "Okello said Denby sold four hundred mills before Vagheni left."},
		{relate.Change{At: span(3, 7), With: "did not sell"}, "Okello said Denby did not sell 40 mills before Vagheni left."},
		{relate.Change{At: span(0, 2), With: "Rose"}, "Okello said Rose sold 40 mills before Vagheni left."},
		{relate.Change{At: span(28, 32), With: "stayed"}, "Okello said Denby sold 40 mills before Vagheni stayed."},
	} {
		if got := w.contrast(&relate.Contrast{Changes: []relate.Change{c.change}}); got != c.want {
			t.Errorf("%v: %q, want %q", c.change, got, c.want)
		}
	}
}

func TestContrastReason(t *testing.T) {
	c := contrast{Contrast: relate.Contrast{Kind: reason.Place, Changes: []relate.Change{{At: text.Span{Start: 13, End: 18}, With: "Goma"}}}}
	if got := c.reason("Denby won in Bunia."); got.Note != "the passage bears out “Goma” in the place of “Bunia”, as the reading model has it" || got.Kind != reason.Place {
		t.Errorf("%+v", got)
	}
}

// A denial is the statement without its "not" too.
func TestContrastReasonDenied(t *testing.T) {
	c := contrast{Contrast: relate.Contrast{Kind: reason.Polarity, Changes: []relate.Change{{At: text.Span{Start: 10, End: 13}}}}}
	if got := c.reason("Denby did not win."); got.Note != "the passage bears it out without “not”, as the reading model has it" {
		t.Errorf("%+v", got)
	}
}

// How much more of a yes a contrast is counts, not how much of one; and that the passage is of the thing.
func TestMargin(t *testing.T) {
	for _, c := range []struct {
		contrast, yes, silent float32
		changed, turned       bool
	}{
		{0.9, 0.2, 0.05, true, true},
		{0.9, 0.2, 0.3, true, false},
		{0.9, 0.6, 0.05, false, false},
		{0.75, 0.2, 0.05, true, false},
		{0.6, 0, 0.05, false, false},
		{0.9, 0.5, 0.01, true, true}, // the passage surely speaks of it
		{0.9, 0.65, 0.01, false, false},
		{0.75, 0.4, 0.01, false, false},
	} {
		x, s := entail.Scores{Entail: c.contrast}, entail.Scores{Entail: c.yes, Neutral: c.silent}
		surely := spokenMargin.clear(x, s, c.yes)
		if a, b := changedMargin.clear(x, s, c.yes) || surely, turnedMargin.clear(x, s, c.yes) || surely; a != c.changed || b != c.turned {
			t.Errorf("%+v: %t, %t", c, a, b)
		}
	}
}

// What the model hears to be about a statement and the rules hear to be told less firmly.
func TestOverstated(t *testing.T) {
	side := func(s string) *relate.Analysis { return relate.Prepare(relate.Side{Text: s}) }
	for _, c := range []struct {
		passage, statement string
		silent             float32
		want               bool
	}{
		{"Denby is trying to raise 40 million.", "Denby has raised 40 million.", 0.1, true},
		{"Denby is trying to raise 40 million.", "Denby has raised 40 million.", 0.9, false}, // of something else, as the model has it
		{"Denby has raised 40 million.", "Denby has raised 40 million.", 0.1, false},
	} {
		h := hearing{source: side(c.passage), words: wording{analysis: side(c.statement)}, scores: entail.Scores{Neutral: c.silent}}
		if _, got := overstated(&entail.Model{}, &h); got != c.want {
			t.Errorf("%q, %q, %v: %t", c.passage, c.statement, c.silent, got)
		}
	}
}

// A yes is doubted for a contrast that is as much of one, another name that is nearly as much, and two that changed places if that is clearly
// more.
func TestUndermines(t *testing.T) {
	for _, c := range []struct {
		kind                reason.Kind
		two                 bool
		contrast, statement float32
		want                bool
	}{
		{reason.Name, true, 0.87, 0.94, true},
		{reason.Name, false, 0.93, 0.94, false},
		{reason.Name, false, 0.95, 0.94, true},
		{reason.Name, true, 0.8, 0.94, false},
		{reason.Role, false, 0.98, 0.94, true},
		{reason.Role, false, 0.95, 0.94, false},
		{reason.Polarity, false, 0.95, 0.94, true},
		{reason.Polarity, false, 0.9, 0.94, false},
	} {
		if got := undermines(&relate.Contrast{Kind: c.kind, Two: c.two}, c.contrast, c.statement); got != c.want {
			t.Errorf("%+v", c)
		}
	}
}
