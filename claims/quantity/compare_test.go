package quantity

import (
	"testing"

	"factcheck/claims/relation"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              relation.Relation
	}{
		// Exact numbers: as exact as they are written.
		{"19 goats", "19 goats", relation.Equal},
		{"nineteen goats", "19 goats", relation.Equal},
		{"19 goats", "20 goats", relation.Excludes},
		{"14,800 goats", "15,000 goats", relation.Entails},
		{"15,000 goats", "14,800 goats", relation.Entailed},
		{"15,000 goats", "15,600 goats", relation.Excludes},
		{"1,249,312 voters", "1.2 million voters", relation.Entails},
		{"1.2 million voters", "1.3 million voters", relation.Excludes},
		{"1.2 million voters", "1,200,000 voters", relation.Equal},
		{"3.5 percent", "4 percent", relation.Overlaps},
		{"3.9 percent", "4 percent", relation.Entails},
		{"3.2 percent", "4 percent", relation.Excludes},
		{"three quarters", "75 %", relation.Equal},
		{"half of it", "48 %", relation.Entailed},
		{"-12 degrees", "12 degrees", relation.Excludes},
		{"12 degrees below zero", "minus 12 degrees", relation.Equal},
		{"growth of −0.3 percent", "growth of 0.3 percent", relation.Excludes},
		{"a hundred and seven goats", "107 goats", relation.Equal},
		{"£310 000", "£310,000", relation.Equal},
		{"two dollars forty cents", "$2.40", relation.Equal},
		{"a quarter of a million", "250,000", relation.Equal},
		// Bounds and approximators.
		{"9 goats", "at least seven goats", relation.Entails},
		{"at least seven goats", "9 goats", relation.Entailed},
		{"at least seven goats", "6 goats", relation.Excludes},
		{"6 goats", "at least seven goats", relation.Excludes},
		{"5,000 goats", "more than 100 goats", relation.Overlaps},
		{"40 goats", "up to 500 goats", relation.Overlaps},
		{"400 goats", "up to 500 goats", relation.Entails},
		{"at least nine goats", "at least seven goats", relation.Entails},
		{"more than 75 %", "75 %", relation.Overlaps},
		{"more than 75 %", "70 %", relation.Excludes},
		{"more than 75 %", "less than 75 %", relation.Excludes},
		{"at least 75 %", "at most 75 %", relation.Overlaps},
		{"nearly 200 goats", "more than 200 goats", relation.Excludes},
		{"nearly 200 goats", "200 goats", relation.Overlaps},
		{"nearly 200 goats", "120 goats", relation.Excludes},
		{"198 goats", "nearly 200 goats", relation.Entails},
		{"about 200 goats", "200 goats", relation.Equal},
		{"207 goats", "about 200 goats", relation.Entails},
		{"about 200 goats", "207 goats", relation.Entailed},
		{"about 200 goats", "150 goats", relation.Excludes},
		{"between five and six million", "5.4 million", relation.Entailed},
		{"between five and six million", "11 million", relation.Excludes},
		{"dozens of goats", "40 goats", relation.Entailed},
		{"dozens of goats", "3 goats", relation.Excludes},
		// Durations as they are.
		{"90 minutes", "2 hours", relation.Excludes},
		{"90 minutes", "about 2 hours", relation.Overlaps},
		{"110 minutes", "about 2 hours", relation.Entails},
		{"110 minutes", "2 hours", relation.Overlaps},
		{"10 days", "one week", relation.Excludes},
		{"lasted a week", "seven days", relation.Equal},
		{"60 minutes", "took an hour", relation.Equal},
		{"an hour and a half", "90 minutes", relation.Equal},
		{"18 months", "two years", relation.Excludes},
		{"36 hours", "two days", relation.Excludes},
		{"12 months", "1 year", relation.Equal},
		// Other units and conversions.
		{"125 km", "78 miles", relation.Equal},
		{"125 km", "98 miles", relation.Excludes},
		{"125 km", "125 kg", relation.Unknown},
		{"$5", "£5", relation.Unknown},
		{"5 percent", "5 percentage points", relation.Unknown},
		{"25 basis points", "0.25 percentage points", relation.Equal},
		{"$5 per day", "$5 per month", relation.Unknown},
		// Kinds.
		{"they won 3-1", "they lost 1-3", relation.Overlaps},
		{"they won 3-1", "they won 2-1", relation.Excludes},
		{"the third largest city", "the 3rd largest city", relation.Equal},
		{"the third largest city", "three cities", relation.Unknown},
		{"the 42-year-old", "aged 43", relation.Excludes},
		{"the 42-year-old", "42 years", relation.Unknown},
		// Directions.
		{"it fell to 5 percent", "it fell by 5 percent", relation.Unknown},
		{"it fell to 5 percent", "it was 5 percent", relation.Equal},
		{"it fell 5 percent", "it fell by 5 percent", relation.Equal},
		{"it fell by 6 percent", "a fall of 5 percent", relation.Excludes},
		{"it fell from 5 percent", "it fell to 5 percent", relation.Unknown},
	} {
		a, b := first(t, c.source, "en"), first(t, c.statement, "en")
		if got := Compare(&a, &b); got != c.want {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.source, c.statement, got, c.want)
		}
		if got := Compare(&b, &a); got != c.want.Mirror() {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.statement, c.source, got, c.want.Mirror())
		}
	}
}

// TestCompareProperties checks on all pairs and triples of samples that Compare is
// mirrored, that Equal is transitive but for conversions, that each equals
// itself, and that nothing is allocated.
func TestCompareProperties(t *testing.T) {
	var list []Mention
	for _, src := range []string{
		"19 goats", "nineteen goats", "about 19 goats", "nearly 19 goats", "more than 19 goats", "at least 19 goats", "at most 19 goats", "fewer than 19 goats",
		"15 to 19 goats", "dozens of goats", "14,800 goats", "15,000 goats", "15,200 goats", "some 15,000 goats", "1.2 million", "1,249,312", "half", "50 %", "0.5 percentage points",
		"48 %", "nearly half", "-3 percent", "3 percent", "it rose 3 percent", "it rose by 3 percent", "it rose to 3 percent", "it rose from 3 percent",
		"90 minutes", "two hours", "about two hours", "120 minutes", "110 minutes", "a week and a half", "10 days", "12 months", "1 year", "$5", "£5", "$5 per day",
		"they won 3-1", "they lost 1-3", "the third goat", "the 3rd goat", "aged 42", "twice", "20°C", "68°F", "just over 20 goats", "20+ goats",
	} {
		list = append(list, first(t, src, "en"))
	}
	for i := range list {
		if r := Compare(&list[i], &list[i]); r != relation.Equal {
			t.Errorf("%s to itself: %+v", r, list[i])
		}
		for j := range list {
			r := Compare(&list[i], &list[j])
			if r != Compare(&list[j], &list[i]).Mirror() {
				t.Errorf("not mirrored: %+v %+v", list[i], list[j])
			}
			for k := range list {
				if r == relation.Equal && Compare(&list[j], &list[k]) == relation.Equal && Compare(&list[i], &list[k]) != relation.Equal {
					t.Errorf("equal is not transitive: %+v %+v %+v", list[i], list[j], list[k])
				}
			}
		}
	}
	if n := testing.AllocsPerRun(100, func() { Compare(&list[0], &list[7]) }); n != 0 {
		t.Errorf("Compare allocates %v times", n)
	}
}
