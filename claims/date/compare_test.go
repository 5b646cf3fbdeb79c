package date

import (
	"testing"

	"factcheck/claims/relation"
	"factcheck/claims/text"
)

func TestCompare(t *testing.T) {
	friday, saturday := Of(2025, 3, 21), Of(2025, 3, 22)
	for _, c := range []struct {
		source, statement string
		dateline, other   Day // of the source, of the statement
		want              relation.Relation
	}{
		// Days, months, years.
		{"on 19 March 2025", "on March 19, 2025", 0, 0, relation.Equal},
		{"on 19 March 2025", "on 20 March 2025", 0, 0, relation.Excludes},
		{"on 19 March 2025", "in March 2025", 0, 0, relation.Entails},
		{"on 19 March 2025", "in 2025", 0, 0, relation.Entails},
		{"in 2025", "on 19 March 2025", 0, 0, relation.Entailed},
		{"in May 2020", "in the summer of 2020", 0, 0, relation.Overlaps},
		{"in March 2012", "in early 2012", 0, 0, relation.Entails},
		{"in 2009", "around 2010", 0, 0, relation.Overlaps},
		{"in 1995", "in the 1990s", 0, 0, relation.Entails},
		// Relative dates.
		{"on Monday", "on Monday", 0, 0, relation.Unknown},
		{"on Monday", "on Tuesday", 0, 0, relation.Excludes},
		{"last year", "last year", 0, 0, relation.Unknown},
		{"last year", "last year", friday, friday, relation.Equal},
		{"yesterday", "on Friday", saturday, saturday, relation.Equal},
		{"yesterday", "on Friday", friday, friday, relation.Excludes},
		{"yesterday", "yesterday", friday, saturday, relation.Excludes},
		{"today", "yesterday", friday, saturday, relation.Equal},
		{"on 4 May", "on 4 May", 0, 0, relation.Unknown},
		{"on 4 May", "on 5 May", 0, 0, relation.Excludes},
		{"on 4 May 2020", "on 4 May", 0, 0, relation.Entails},
		{"on 4 May 2020", "in May", 0, 0, relation.Entails},
		{"on 4 May 2020", "on Monday", 0, 0, relation.Unknown},
		{"on 4 May 2020", "on Tuesday", 0, 0, relation.Excludes},
		{"last Tuesday", "on 18 March 2025", friday, 0, relation.Overlaps},
		{"on Wednesday night", "on Thursday", 0, 0, relation.Unknown},
		{"this week", "on 19 March 2025", friday, 0, relation.Entailed},
		{"this week", "on 12 March 2025", friday, 0, relation.Excludes},
		// Ranges by both ends.
		{"from 1914 to 1918", "from 1914 to 1918", 0, 0, relation.Equal},
		{"from 1914 to 1918", "1914-18", 0, 0, relation.Equal},
		{"from 1914 to 1918", "from 1914 to 1919", 0, 0, relation.Excludes},
		{"between 2010 and 2014", "between 2010 and 2016", 0, 0, relation.Excludes},
		{"from Monday to Friday", "from Monday to Thursday", 0, 0, relation.Excludes},
		{"from Monday to Friday", "from Monday to Friday", 0, 0, relation.Unknown},
		{"from Monday to Friday", "from Monday to Friday", friday, saturday, relation.Equal},
		{"from May 1914 to 1918", "from 1914 to 1918", 0, 0, relation.Entails},
		{"from 1914 to 1918", "in 1916", 0, 0, relation.Overlaps},
		{"from 1914 to 1918", "in 1920", 0, 0, relation.Excludes},
		{"from 1914 to 1918", "until 1918", 0, 0, relation.Entails},
		{"from 1914 to 1918", "until 1919", 0, 0, relation.Excludes},
		{"from 1914 to 1918", "since 1914", 0, 0, relation.Overlaps},
		{"between 9 a.m. and 5 p.m.", "from 9 a.m. to 5 p.m.", 0, 0, relation.Equal},
		{"between 9 a.m. and 5 p.m.", "between 9 a.m. and 8 p.m.", 0, 0, relation.Excludes},
		{"open Monday to Saturday", "open Monday to Saturday", friday, friday + 30, relation.Unknown},
		{"open Monday to Saturday", "open Monday to Friday", friday, friday + 30, relation.Excludes},
		// Half-open.
		{"since 2010", "since 2010", 0, 0, relation.Equal},
		{"since 2010", "since 2012", 0, 0, relation.Excludes},
		{"since March 2010", "since 2010", 0, 0, relation.Entails},
		{"since 2010", "in 2008", 0, 0, relation.Excludes},
		{"since 2010", "in 2015", 0, 0, relation.Overlaps},
		{"until Monday", "until Tuesday", 0, 0, relation.Excludes},
		{"until Monday", "on Monday", 0, 0, relation.Unknown},
		{"postponed until Monday", "postponed until 16 March 2025", friday, 0, relation.Excludes},
		{"postponed until Monday", "postponed until 24 March 2025", friday, 0, relation.Equal},
		{"until 2010", "in 2012", 0, 0, relation.Excludes},
		{"by 2010", "by 2012", 0, 0, relation.Entails},
		{"in 2009", "by 2010", 0, 0, relation.Entails},
		{"before 2010", "in 2010", 0, 0, relation.Excludes},
		{"after 2010", "before 2012", 0, 0, relation.Overlaps},
		{"after 2012", "before 2010", 0, 0, relation.Excludes},
		// Other periods.
		{"in fiscal 2019", "in 2019", 0, 0, relation.Unknown},
		{"in 2019", "in fiscal 2019", 0, 0, relation.Unknown},
		{"in fiscal 2019", "in FY2019", 0, 0, relation.Equal},
		{"in fiscal 2019", "in the 2019 fiscal year", 0, 0, relation.Equal},
		{"in fiscal 2019", "in fiscal 2020", 0, 0, relation.Excludes},
		{"in fiscal 2019", "in 2014", 0, 0, relation.Excludes},
		{"in the first half of 2019", "in 2019", 0, 0, relation.Unknown},
		{"in the first half of 2019", "in the second half of 2019", 0, 0, relation.Excludes},
		{"in the third quarter", "in the second quarter", 0, 0, relation.Excludes},
		{"in the third quarter", "in the third quarter", 0, 0, relation.Unknown},
		{"on 4 August 2023", "in Q3 2023", 0, 0, relation.Entails},
		{"in the first nine months of 2019", "in 2019", 0, 0, relation.Unknown},
		{"in the first nine months of 2019", "in the first six months of 2019", 0, 0, relation.Overlaps},
		{"in the year to March 2020", "in 2020", 0, 0, relation.Unknown},
		{"in the year to March 2020", "in the 12 months to March 2020", 0, 0, relation.Equal},
		{"in the nine months to September 2019", "in the first nine months of 2019", 0, 0, relation.Equal},
		{"in the 2019-20 season", "in the 2019/20 season", 0, 0, relation.Equal},
		{"in the 2019-20 season", "in the 2020-21 season", 0, 0, relation.Excludes},
		{"in the 2019-20 season", "in 2019", 0, 0, relation.Unknown},
		{"in the 2019 season", "in 2019", 0, 0, relation.Unknown},
		{"in the 2019-20 school year", "from 2019 to 2020", 0, 0, relation.Unknown},
		{"second-quarter 2021 revenue", "in Q2 2021", 0, 0, relation.Equal},
		{"in H1 2021", "in the first half of 2021", 0, 0, relation.Equal},
		{"in Q2 FY22", "in the second quarter of 2022", 0, 0, relation.Unknown},
		{"in Q2 FY22", "in the second fiscal quarter of 2022", 0, 0, relation.Equal},
		{"on 3/4/2021", "in 2021", 0, 0, relation.Overlaps},
		{"on 3/4/2021", "on 3/4/2021", 0, 0, relation.Overlaps},
		{"on March 4th, '21", "on 4 March 2021", 0, 0, relation.Equal},
		// Times of day.
		{"at 10:30", "at 11:00", 0, 0, relation.Excludes},
		{"at 10:30", "at 10.30 a.m.", 0, 0, relation.Equal},
		{"at 1030 GMT", "at 10:30 GMT", 0, 0, relation.Equal},
		{"at 10:30 GMT", "at 11:30 CET", 0, 0, relation.Equal},
		{"at 10:30 GMT", "at 10:30 CET", 0, 0, relation.Excludes},
		{"at 10:30 GMT", "at 10:30", 0, 0, relation.Unknown},
		{"at 10:30 GMT", "at 10:30 local time", 0, 0, relation.Unknown},
		{"on Tuesday morning", "on Tuesday", friday, friday, relation.Entails},
		{"on Tuesday morning", "on Tuesday evening", friday, friday, relation.Excludes},
		{"for two years", "for three years", 0, 0, relation.Unknown},
		{"two days later", "on 19 March 2025", 0, 0, relation.Unknown},
		{"on 19-Nov-12", "on 19 November 2012", 0, 0, relation.Equal},
		{"on 19-Nov-12", "on 19 November 2013", 0, 0, relation.Excludes},
	} {
		a, b := only(t, c.source, c.dateline, "en"), only(t, c.statement, c.other, "en")
		if got := Compare(&a, &b); got != c.want {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.source, c.statement, got, c.want)
		}
		if got := Compare(&b, &a); got != c.want.Mirror() {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.statement, c.source, got, c.want.Mirror())
		}
	}
}

// TestCompareLanguages compares French with English.
func TestCompareLanguages(t *testing.T) {
	friday := Of(2025, 3, 21)
	for _, c := range []struct {
		fr, en string
		want   relation.Relation
	}{
		{"de 1914 à 1918", "from 1914 to 1918", relation.Equal},
		{"du lundi au vendredi", "from Monday to Thursday", relation.Excludes},
		{"le 1er mai 2020", "on 1 May 2020", relation.Equal},
		{"l'an dernier", "last year", relation.Equal},
		{"mercredi soir", "on Wednesday", relation.Entails},
		{"à 8h40", "at 8.40 a.m.", relation.Equal},
		{"à 13h53 GMT", "at 1353 GMT", relation.Equal},
		{"l'exercice 2019", "fiscal 2019", relation.Equal},
		{"l'exercice 2019", "in 2019", relation.Unknown},
		{"au premier semestre 2019", "in the first half of 2019", relation.Equal},
		{"sur les neuf premiers mois de 2019", "in the first nine months of 2019", relation.Equal},
		{"la saison 2019-2020", "the 2019-20 season", relation.Equal},
		{"l'année scolaire 2019-2020", "the 2019-20 school year", relation.Equal},
		{"la veille", "on 20 March 2025", relation.Unknown},
	} {
		a, b := only(t, c.fr, friday, "fr"), only(t, c.en, friday, "en")
		if got := Compare(&a, &b); got != c.want {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.fr, c.en, got, c.want)
		}
	}
}

// TestNoDates lists what looks like a date and names a person or a paper.
func TestNoDates(t *testing.T) {
	for _, src := range []string{
		"It was written by April Carter.", "April Dray spoke.", "with June Adams", "from May Wells", "The Sunday Courier said so.", "for August Renn",
	} {
		if list := Find(src, text.Words(src), Of(2025, 3, 21), "en"); len(list) != 0 {
			t.Errorf("%q: %+v", src, list)
		}
	}
	for _, src := range []string{"It ends by April.", "In April Kigali spoke.", "since June Adams waited", "on Sunday Kigali spoke"} {
		if list := Find(src, text.Words(src), Of(2025, 3, 21), "en"); len(list) != 1 {
			t.Errorf("%q: %+v", src, list)
		}
	}
}

// TestCompareProperties checks on all pairs and triples of the golden dates that
// Compare is mirrored, that Equal is transitive.
func TestCompareProperties(t *testing.T) {
	var list []Mention
	for _, dateline := range []Day{0, Of(2025, 3, 21)} {
		for _, src := range []string{
			"on 19 March 2025", "on Wednesday", "in March", "in March 2025", "in 2025", "in fiscal 2025", "in FY2025", "since 2024", "until 2025", "until Monday",
			"from 2024 to 2025", "2024-25", "in the 2024-25 season", "in the first quarter", "in Q1 2025", "last week", "this week", "yesterday", "on Thursday",
			"by Friday", "before 2026", "after March 2025", "a year ago", "at 10:30", "at 10.30 a.m.", "at 10:30 GMT", "at 11:30 CET", "on Wednesday morning",
			"in early 2025", "around 2025", "in the spring of 2025", "in the first six months of 2025", "in the year to June 2025", "last Tuesday", "next month",
		} {
			list = append(list, only(t, src, dateline, "en"))
		}
	}
	for i := range list {
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
	if n := testing.AllocsPerRun(100, func() { Compare(&list[0], &list[10]) }); n != 0 {
		t.Errorf("Compare allocates %v times", n)
	}
}
