package relate

import "testing"

// What a statement tells as done, of what the source has only ahead of it, and the twin that the
// source has as firmly, or that is of something else.
func TestOverstates(t *testing.T) {
	for _, c := range []struct{ source, statement, note string }{
		{"Denby is trying to raise 40 million for a mill.", "Denby has raised 40 million.", "trying"},
		{"Denby, who is trying to raise more, raised 40 million for a mill.", "Denby has raised 40 million.", ""},
		{"Denby is trying to raise 40 million for a mill.", "Denby is trying to raise 40 million.", ""},
		{"The slope above Bunia may move again.", "The slope above Bunia has moved again.", "may"},
		{"The slope above Bunia has moved and may move again.", "The slope above Bunia has moved.", ""},
		{"The council offered to hire 50 nurses.", "The council hired 50 nurses.", "offered"},
		{"The council offered tea and hired 50 nurses.", "The council hired 50 nurses.", ""},
		{"Okello offered to hire 50 nurses.", "The council hired 50 cooks.", ""},
		{"The ban would end in May.", "The ban ended in May.", ""}, // it may tell of what was done again and again
		{"Denby said that the ban would end in May.", "The ban ended in May.", "would"},
		{"Farmers may work for little pay.", "Farmers work for a living.", ""},
		{"Farmers could work in Goma this year.", "Farmers are working in Goma this year.", "could"},
		{"Denby had declared that he would certainly build a bridge.", "Denby dug a bridge.", "would"},
		{"Denby had declared that he would certainly build a bridge.", "Denby dug a canal.", ""},
		{"The bill would renew the ban that ended in May.", "The ban ended in May.", ""},
		{"The deal, announced on Friday, must be approved by members.", "Members have already voted on the deal.", "must"},
		{"The deal, announced on Friday, must be approved by members.", "Members have voted on the deal.", ""},
		{"Denby has spent 40 million on mills and will spend more.", "Denby has already put 40 million into mills.", ""},
	} {
		a, b := Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})
		why, ok := Overstates(a, b)
		if got := why.Source.In(c.source); ok != (c.note != "") || got != c.note {
			t.Errorf("{%q, %q, %q},", c.source, c.statement, got)
		}
	}
}
