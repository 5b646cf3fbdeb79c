package verify

import (
	"testing"

	"factcheck/claims/text"
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
