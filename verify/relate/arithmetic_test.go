package relate

import (
	"testing"

	"factcheck/claims/date"
	"factcheck/claims/text"
)

// A number that a draft works out of two of its source is no other than these; one that it got wrong is.
func TestComputed(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              bool
	}{
		{"The council voted 9-5 for the tram.", "The tram was approved with a margin of four votes.", true},
		{"The council voted 9 to 5 for the tram.", "The tram was approved with a margin of four votes.", true},
		{"The council voted 9 to 5 for the tram.", "The tram was approved with a margin of three votes.", false},
		{"She scored 17 points, all but two of them late.", "Fifteen points were hers late in the match.", true},
		{"The ban has stood since 1974.", "The ban had stood for 41 years.", true},
		{"The ban has stood since 1974.", "The ban had stood for 14 years.", false},
		{"The bridge costs 310 million crowns, and the state pays 60 percent.", "The state pays 186 million crowns of it.", true},
		{"The bridge costs 310 million crowns, and the state pays 60 percent.", "The state pays 168 million crowns of it.", false},
	} {
		a := Prepare(Side{Text: c.source, Lang: "en", Date: date.Of(2015, 10, 7)})
		b := Prepare(Side{Text: c.statement, Lang: "en", Date: date.Of(2015, 10, 8)})
		if got := Computed(a, b); got != c.want {
			t.Errorf("Computed(%q, %q) = %v", c.source, c.statement, got)
		}
	}
}

// A passage has the number of a statement only of the same things.
func TestCounted(t *testing.T) {
	statement := "The fever killed four patients in Kisumu."
	for source, want := range map[string]bool{
		"Four patients died before they reached a ward.": true,
		"Four other patients died.":                      true,
		"Four wards were closed.":                        false,
		"The fever put 86 patients in hospital.":         false,
	} {
		a, b := Prepare(Side{Text: source, Lang: "en"}), Prepare(Side{Text: statement, Lang: "en"})
		at := text.Span{Start: len("The fever killed "), End: len("The fever killed four patients")}
		if got := Counted(a, b, at); got != want {
			t.Errorf("Counted(%q) = %v", source, got)
		}
	}
}
