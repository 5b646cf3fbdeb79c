package date

import (
	"testing"
	"time"

	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// only returns the only mention of a phrase.
func only(t *testing.T, src string, dateline Day, lang string) Mention {
	t.Helper()
	list := Find(src, text.Words(src), dateline, lang)
	if len(list) != 1 {
		t.Fatalf("%q: %d mentions, want 1", src, len(list))
	}
	return list[0]
}

func TestExcludes(t *testing.T) {
	friday := Of(2025, 3, 21)
	for _, c := range []struct {
		a, b               string
		dateline           Day
		excludes, supports bool // supports: a supports b
	}{
		{"on 19 March 2025", "on March 19, 2025", 0, false, true},
		{"on 19 March 2025", "on 20 March 2025", 0, true, false},
		{"on 19 March 2025", "in March 2025", 0, false, true},
		{"in March 2025", "on 19 March 2025", 0, false, false},
		{"on 19 March 2025", "in April 2025", 0, true, false},
		{"on 19 March 2025", "in 2025", 0, false, true},
		{"on 19 March 2025", "in 2024", 0, true, false},
		{"on 19 March", "on 20 March", 0, true, false},
		{"on 19 March", "on 19 March", 0, false, false}, // of any year
		{"on 19 March", "in March", 0, false, false},
		{"on 19 March", "in April", 0, true, false},
		{"on 19 March 2025", "on 20 March", 0, true, false},
		{"on 19 March 2025", "on 19 March", 0, false, true},
		{"on Wednesday", "on Thursday", 0, true, false},
		{"on Wednesday night", "on Thursday", 0, false, false},
		{"on Wednesday night", "on Friday", 0, true, false},
		{"on Wednesday", "on 20 March 2025", 0, true, false},
		{"on Wednesday", "on 19 March 2025", 0, false, false},
		{"last month", "last year", 0, false, false},
		{"today", "yesterday", 0, false, false},
		{"on Wednesday", "on Wednesday", 0, false, false},
		{"on Wednesday", "on Thursday", friday, true, false},
		{"on Wednesday", "on 19 March", friday, false, true},
		{"on Wednesday", "on 18 March", friday, true, false},
		{"yesterday", "on Thursday", friday, false, true},
		{"in 2012", "in 2013", 0, true, false},
		{"in early 2012", "in late 2012", 0, true, false},
		{"in early 2012", "in March 2012", 0, false, false},
		{"in March 2012", "in early 2012", 0, false, true},
		{"in early 2012", "in mid 2012", 0, false, false},
		{"since 2012", "in 2010", 0, true, false},
		{"since 2012", "in 2015", 0, false, false},
		{"in 2015", "since 2012", 0, false, false},
		{"since 2012", "since 2015", 0, true, false},
		{"until 2010", "in 2012", 0, true, false},
		{"until 2010", "since 2012", 0, true, false},
		{"before 2010", "in 2010", 0, true, false},
		{"before 2010", "in 2009", 0, false, false},
		{"by 2030", "in 2031", 0, true, false},
		{"after 2010", "in 2010", 0, true, false},
		{"in 2011", "after 2010", 0, false, true},
		{"from 1998 to 2003", "in 2000", 0, false, false},
		{"from 1998 to 2003", "in 2005", 0, true, false},
		{"in the 1990s", "in 1995", 0, false, false},
		{"in 1995", "in the 1990s", 0, false, true},
		{"in 1995", "in the 1990's", 0, false, true},
		{"in 1985", "in the early 1990 's", 0, true, false},
		{"in the 1990s", "in 2005", 0, true, false},
		{"in the 19th century", "in 1850", 0, false, false},
		{"in the 19th century", "in 1950", 0, true, false},
		{"in Q3 2023", "in August 2023", 0, false, false},
		{"in Q3 2023", "in May 2023", 0, true, false},
		{"a year ago", "in March 2024", friday, false, false},
		{"a year ago", "in 2020", friday, true, false},
		{"two days later", "on 19 March 2025", 0, false, false},
		{"for two years", "for three years", 0, false, false},
		{"for two years", "for two years", 0, false, true},
		{"at 10:30", "at 11:00", 0, true, false},
		{"at 10:30", "at 10:30", 0, false, true},
		{"at 10:30", "at 11:00 GMT", 0, false, false},
		{"in the summer of 2012", "in January 2013", 0, false, false},
		{"in the summer of 2012", "in January 2015", 0, true, false},
		{"last week", "in 2024", friday, true, false},
		{"last Wednesday", "on 12 March 2025", friday, false, false},
	} {
		a, b := only(t, c.a, c.dateline, "en"), only(t, c.b, c.dateline, "en")
		if r := Compare(&a, &b); (r == relation.Excludes) != c.excludes || r.Supports() != c.supports {
			t.Errorf("%q is %s beside %q", c.a, r, c.b)
		}
	}
}

func TestDay(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		iso     string
		weekday int
	}{
		{2025, 3, 19, "2025-03-19", 3},
		{1, 1, 1, "0001-01-01", 1},
		{1600, 2, 29, "1600-02-29", 2},
		{9999, 12, 31, "9999-12-31", 5},
		{1969, 7, 20, "1969-07-20", 0},
	} {
		d := Of(c.y, time.Month(c.m), c.d)
		if d.String() != c.iso || int(d.Weekday()) != c.weekday {
			t.Errorf("%d-%d-%d is %s, weekday %d, want %s, weekday %d", c.y, c.m, c.d, d, d.Weekday(), c.iso, c.weekday)
		}
		if p, err := Parse(c.iso); err != nil || p != d {
			t.Errorf("Parse(%s) = %s, %v", c.iso, p, err)
		}
	}
	if Of(2023, 2, 29) != 0 || Of(2025, 6, 31) != 0 || Of(0, 1, 1) != 0 {
		t.Error("days that do not exist")
	}
}
