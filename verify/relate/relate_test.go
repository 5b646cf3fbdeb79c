package relate

import "testing"

// Each case and its twin differ in what decides.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              Relation
	}{
		{"The army left the town of Bweremana on Monday.", "The army left the town of Bweremana on Monday.", Agrees},
		{"The army attacked the town of Bweremana on Monday.", "The army did not attack the town of Bweremana on Monday.", Contradicts},
		{"The army left the town of Bweremana on Monday.", "The army left the town of Kasindi on Monday.", Contradicts},
		{"The army left the town of Bweremana on Monday.", "A school opened in Kampala.", Silent},
		{"", "A school opened in Kampala.", Silent},
		{"Kampala", "Kampala", Silent},
	} {
		r := Judge(Side{Text: c.source}, Side{Text: c.statement})
		if r.Relation != c.want {
			t.Errorf("%q, %q: %v %v, want %v", c.source, c.statement, r.Relation, r.Reasons, c.want)
		}
	}
}

func FuzzJudge(f *testing.F) {
	f.Add("The army left the town on Monday.", "The army did not leave the town.")
	f.Fuzz(func(t *testing.T, a, b string) {
		r := Judge(Side{Text: a}, Side{Text: b})
		for _, w := range r.Reasons {
			if w.Source.Start > w.Source.End || w.Source.End > len(a) || w.Statement.Start > w.Statement.End || w.Statement.End > len(b) {
				t.Fatalf("reason %v outside its text", w)
			}
		}
	})
}
