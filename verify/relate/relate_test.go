package relate

import (
	"strings"
	"testing"

	"factcheck/claims/text"
)

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
	for _, c := range readCases(f, nil) {
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

func benchmarkRelate(b *testing.B, source, statement string) {
	x, y := Prepare(Side{Text: source}), Prepare(Side{Text: statement})
	b.ReportAllocs()
	for b.Loop() {
		Relate(x, y)
	}
}

func BenchmarkRelate(b *testing.B) {
	benchmarkRelate(b, "Uganda-backed rebels, who had come from the east, captured the town of Bweremana on Monday, two officers told reporters.", "Rebels captured Bweremana on Sunday.")
}

func BenchmarkUnrelated(b *testing.B) {
	benchmarkRelate(b, "The choir of Kampala sang for two hours before the rain came.", "Rebels captured Bweremana on Sunday.")
}

// Most of what a statement is compared with shares words with it and says something else.
func BenchmarkApart(b *testing.B) {
	benchmarkRelate(b, "The departure of the Monday ferry from Bweremana surprised rebels, traders and a teacher of the school near the harbour.", "Rebels captured Bweremana on Sunday.")
}

// Two pronouns of one form are no one name: each stands for what its text tells.
func TestPronounsOfOneForm(t *testing.T) {
	at := text.Span{End: 2}
	source := Side{Text: "It was expected in Bunia.", Resolved: true, Refs: []Ref{{Span: at, Name: "Radio Ituri"}}}
	for name, want := range map[string]Relation{"Radio Ituri": Agrees, "Lake Gazette": Silent} {
		statement := Side{Text: "It was expected in Bunia.", Resolved: true, Refs: []Ref{{Span: at, Name: name}}}
		if r := Judge(source, statement); r.Relation != want {
			t.Errorf("it is %s: %v, want %v", name, r.Relation, want)
		}
	}
}

// TestBefore: what stands before a source is read only where a predicate of the source meets the
// statement's and a pronoun of it stands for nobody.
func TestBefore(t *testing.T) {
	for source, want := range map[string]int{
		"She closed the old mill in Halden.":       1,
		"She painted the old mill in Halden.":      0,
		"Anna Berg closed the old mill in Halden.": 0,
	} {
		asked := 0
		before := func() Persons {
			asked++
			return PersonsOf(Side{Text: "Anna Berg came to Halden."})
		}
		r := Judge(Side{Text: source, Resolved: true, Before: before}, Side{Text: "The old mill in Halden was closed by Anna Berg."})
		if asked != want {
			t.Errorf("%s: what stands before it was asked for %d times, not %d; %v", source, asked, want, r.Relation)
		}
	}
}
