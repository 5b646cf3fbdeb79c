package text

import "testing"

func TestCursor(t *testing.T) {
	src := "a 5-10 split — or not"
	c := Cursor{src, Words(src)}
	for _, i := range []int{-1, len(c.Words), len(c.Words) + 9} {
		if c.Is(i, "") || c.Is(i, "a") || c.Tight(i) || c.Hyphen(i) || c.Dash(i) || c.KindAt(i) != Other {
			t.Errorf("word %d is not in the text", i)
		}
	}
	if !c.Is(0, "a") || c.Tight(1) || !c.Tight(2) || !c.Hyphen(2) || c.Hyphen(5) || !c.Dash(5) || c.KindAt(3) != Number {
		t.Errorf("%v", c.Words)
	}
	var s Starts
	s.Add("ete")
	for w, want := range map[string]bool{"ete": true, "Ete": true, "été": true, "eté": true, "et": false, "fete": false} {
		if s.May(w) != want {
			t.Errorf("May(%q) = %v", w, !want)
		}
	}
}
