package relate

import (
	"strings"
	"testing"
)

// Each case stands beside its twin, which differs in what decides.
var cases = []pairCase{
	// the same words
	{"The army attacked the town of Bweremana on Monday.", "The army attacked the town of Bweremana on Monday.", "agrees"},
	{"The army attacked the town of Bweremana on Monday.", "A school opened in Kampala.", "silent"},
	{"", "A school opened in Kampala.", "silent"},
	{"Kampala", "Kampala", "silent"},

	// polarity
	{"The army attacked the town of Bweremana on Monday.", "The army did not attack the town of Bweremana on Monday.", "contradicts polarity"},
	{"The minister looked at the report of the Bweremana inquiry.", "The minister forgot to look at the report of the Bweremana inquiry.", "contradicts polarity"},
	{"The minister looked at the report of the Bweremana inquiry.", "The minister managed to look at the report of the Bweremana inquiry.", "agrees"},
	{"Prices in Kasindi did not rise on Friday.", "Prices in Kasindi did not rise.", "silent"},
	{"A woman is selling fish.", "There is no woman selling fish.", "contradicts polarity"},
	{"A woman is selling fish.", "There is no woman selling fresh fish from the lake.", "silent"},
	{"Prices in Kasindi were not low in March.", "Prices in Kasindi were high in March.", "silent"},

	// opposites
	{"Exports of Kasindi coffee rose in March.", "Exports of Kasindi coffee fell in March.", "contradicts opposite"},
	{"An old man is crossing the road.", "A young man is crossing the road.", "silent"},
	{"The bridge of Kasindi is safe for trucks.", "The bridge of Kasindi is unsafe for trucks.", "contradicts opposite"},

	// numbers
	{"The storm in Kasindi destroyed 250 houses.", "The storm in Kasindi destroyed 520 houses.", "contradicts number"},
	{"The storm in Kasindi destroyed 250 houses.", "The storm in Kasindi destroyed more than 200 houses.", "agrees"},
	{"The storm in Kasindi destroyed more than 200 houses.", "The storm in Kasindi destroyed 250 houses.", "silent"},
	{"In Kasindi the storm of Monday night destroyed 250 houses.", "The storm destroyed nearly 250 houses in Kasindi on Monday night.", "silent"},
	{"The storm in Kasindi destroyed about 250 houses.", "The storm in Kasindi destroyed some 250 houses.", "agrees"},

	// dates
	{"The bridge of Kasindi was opened on 3 May 2019.", "The bridge of Kasindi was opened on 3 June 2019.", "contradicts date"},
	{"The bridge of Kasindi was opened on 3 May 2019.", "The bridge of Kasindi was opened in May 2019.", "agrees"},
	{"Joseph Mbeki (born 3 May 1961) is a painter.", "Joseph Mbeki was born in 1962.", "contradicts date"},
	{"Joseph Mbeki (born 3 May 1961) is a painter.", "Joseph Mbeki was born in 1961.", "agrees"},

	// names and places
	{"The president of the club flew to Kampala on Monday.", "The president of the club flew to Nairobi on Monday.", "contradicts place"},
	{"Mukendi beat Kalala in the final at Bunia.", "Kalala beat Mukendi in the final at Bunia.", "contradicts role"},

	// who did it, and to whom
	{"The rebels killed the soldiers in Bunia.", "The rebels were killed by the soldiers in Bunia.", "silent"},
	{"The rebels were killed by the soldiers in Bunia.", "The rebels killed the soldiers in Bunia.", "silent"},
	{"The rebels were killed by the soldiers in Bunia.", "The soldiers killed the rebels in Bunia.", "agrees"},
	{"Mukendi beat Kalala in the final at Bunia.", "Kalala was beaten by Mukendi in the final at Bunia.", "agrees"},
	{"Mukendi accused Kalala of theft.", "Kalala accused Mukendi of theft.", "silent"},
	{"Mukendi accused Kalala of theft.", "Mukendi accused Kalala of theft.", "agrees"},
	{"Prices in Kasindi rose by 5 percent in March.", "Prices in Kasindi rose 5 percent in March.", "agrees"},

	// quantifiers
	{"All schools of Bunia reopened after the flood.", "None of the schools of Bunia reopened after the flood.", "contradicts quantifier"},
	{"All schools of Bunia reopened after the flood.", "Some schools of Bunia reopened after the flood.", "agrees"},

	// modality
	{"The governor of Bunia may resign on Monday.", "The governor of Bunia resigned on Monday.", "overstated"},

	// clauses
	{"The rebels, who had come from the east, captured the town of Bweremana on Monday.", "Rebels captured Bweremana on Monday.", "agrees"},
	{"The council denied that rebels had captured the town of Bweremana.", "Rebels captured Bweremana.", "contradicts polarity"},
	{"Rebels plan to capture the town of Bweremana.", "Rebels captured the town of Bweremana.", "overstated"},
}

func TestJudge(t *testing.T) {
	for _, c := range cases {
		c.check(t)
	}
}

// What a reason points at stands in the texts.
func TestReasonSpans(t *testing.T) {
	source, statement := "The storm in Kasindi destroyed 250 houses.", "The storm in Kasindi destroyed 520 houses."
	r := Judge(Side{Text: source}, Side{Text: statement})
	if len(r.Reasons) != 1 {
		t.Fatalf("%d reasons, want 1", len(r.Reasons))
	}
	if a, b := r.Reasons[0].Source.In(source), r.Reasons[0].Statement.In(statement); a != "250" || b != "520" {
		t.Errorf("reason points at %q and %q", a, b)
	}
}

func TestBadInput(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("9", 1000), strings.Repeat("and ", 3000), strings.Repeat("(", 500) + "x" + strings.Repeat(")", 500),
		"\xff\xfe not \x00 text", "ArmY town", "ArmY did leA\x80A", strings.Repeat("the man who saw ", 200), strings.Repeat("1,000 2,000 ", 400),
	} {
		for _, u := range []string{s, "The army left 3 towns.", "ArmY town", ""} {
			Judge(Side{Text: s}, Side{Text: u})
			Judge(Side{Text: u}, Side{Text: s})
			Inconsistent(Side{Text: s})
		}
	}
}

func FuzzJudge(f *testing.F) {
	for _, c := range cases {
		f.Add(c.source, c.statement)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		r := Judge(Side{Text: a}, Side{Text: b})
		for _, w := range r.Reasons {
			if w.Source.Start > w.Source.End || w.Source.Start < 0 || w.Source.End > len(a) || w.Statement.Start > w.Statement.End || w.Statement.Start < 0 || w.Statement.End > len(b) {
				t.Fatalf("reason %v outside its text", w)
			}
		}
	})
}

func BenchmarkRelate(b *testing.B) {
	source := Prepare(Side{Text: "Uganda-backed rebels, who had come from the east, captured the town of Bweremana on Monday, two officers told reporters."})
	statement := Prepare(Side{Text: "Rebels captured Bweremana on Sunday."})
	b.ReportAllocs()
	for b.Loop() {
		Relate(source, statement)
	}
}

func BenchmarkUnrelated(b *testing.B) {
	source := Prepare(Side{Text: "The choir of Kampala sang for two hours before the rain came."})
	statement := Prepare(Side{Text: "Rebels captured Bweremana on Sunday."})
	b.ReportAllocs()
	for b.Loop() {
		Relate(source, statement)
	}
}
