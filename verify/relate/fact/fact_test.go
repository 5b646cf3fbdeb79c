package fact

import (
	"testing"

	"factcheck/claims/date"
	"factcheck/claims/text"
)

// TestRelate guards each kind of fact with its negative twins.
func TestRelate(t *testing.T) {
	day := date.Of(2025, 3, 20)
	for _, c := range []struct {
		source, statement string
		want              Relation
	}{
		{"The rebels captured Bana on Tuesday.", "Bana fell to the rebels on Tuesday.", Agrees},
		{"The rebels captured Bana on Tuesday.", "Bana fell to the rebels on Monday.", Silent}, // "the rebels" may be others
		{"L17 captured Bana on Tuesday.", "L17 captured Bana on Monday.", Contradicts},
		{"L17 has not captured Bana.", "L17 has captured Bana.", Silent},
		{"L17 plans to capture Bana.", "L17 has captured Bana.", Silent},
		{"L17 may have captured Bana.", "L17 has captured Bana.", Silent},
		{"L17 nearly captured Bana.", "L17 captured Bana.", Silent},
		{"Fighters of the L17 seized Bana, a mining town.", "L17 has captured Bana.", Agrees},
		{"Neighbours of the L17 seized Bana, a mining town.", "L17 has captured Bana.", Silent},
		{"Bana was captured by L17.", "L17 captured Bana.", Agrees},
		{"Bana was captured by the army.", "L17 captured Bana.", Silent},
		{"The army captured Bana from L17.", "L17 captured Bana.", Silent},
		{"Rebels near Bana captured Mota.", "Bana captured Mota.", Silent},
		{"Ruth Okello attended the talks.", "Ruth Okello took part in the talks.", Agrees},
		{"Ruth Okello walked out of the talks.", "Ruth Okello took part in the talks.", Contradicts},
		{"Daniel Tembo walked out of the talks.", "Ruth Okello took part in the talks.", Silent},
		{"Bana, a town of 9,000 people, is quiet.", "Bana has 9,000 inhabitants.", Agrees},
		{"Bana, a town of 9,000 people, is quiet.", "Bana has 19,000 inhabitants.", Contradicts},
		{"Bana, a town of 9,000 people, is quiet.", "Bana has 9,000 schools.", Silent},
		{"Mota, a town of 9,000 people, is quiet.", "Bana has 19,000 inhabitants.", Silent},
		{"Bana lies 80 km south of Mota.", "Bana lies 50 miles south of Mota.", Agrees},
		{"Bana lies 80 km south of Mota.", "Bana lies 80 km north of Mota.", Silent},
		{"Bana lies 80 km south of Mota.", "Bana lies 30 km from Mota.", Contradicts},
		{"Bana lies 80 km south of Kibo.", "Bana lies 30 km from Mota.", Silent},
		{"The rebels captured Bana.", "The rebels captured Bana and burned the market.", Silent},
		{"The rebels captured Bana.", "The rebels captured Bana (population 9,000).", Silent},
	} {
		r, why := Relate(Prepare(Side{Text: c.source, Date: day}), Prepare(Side{Text: c.statement, Date: day}))
		if r != c.want {
			t.Errorf("%q beside %q: %d %v, want %d", c.statement, c.source, r, why, c.want)
		}
	}
}

// TestTable guards the table of deeds: seven fields a line, and opposites that
// are lines themselves and know each other.
func TestTable(t *testing.T) {
	for lang, words := range deeds() {
		names := map[string]string{}
		for _, list := range words {
			for _, w := range list {
				names[w.deed.name] = w.deed.opposite
			}
		}
		if len(names) < 10 {
			t.Errorf("%s: only %d deeds", lang, len(names))
		}
		for name, opposite := range names {
			if opposite != "-" && names[opposite] != name {
				t.Errorf("%s: %s has the opposite %s, which has %q", lang, name, opposite, names[opposite])
			}
		}
	}
}

func FuzzRelate(f *testing.F) {
	f.Add("Uganda-backed L17 rebels (who fled) captured the town of Bana, 80km (50 miles) from Mota.", "Bana fell on Monday.")
	f.Add("There are at least seven people wounded", "“”)([\xff of of of the 9")
	f.Fuzz(func(t *testing.T, a, b string) {
		ref := []Ref{{text.Span{Start: 0, End: min(3, len(a))}, "Bana"}}
		r, why := Relate(Prepare(Side{Text: a, Refs: ref, Date: 700000}), Prepare(Side{Text: b, Date: 700000}))
		if (r == Contradicts) != (len(why) > 0) {
			t.Fatalf("%d with reasons %v", r, why)
		}
		for _, w := range why {
			if w.Source.End > len(a) || w.Statement.End > len(b) || w.Source.Start > w.Source.End || w.Statement.Start > w.Statement.End {
				t.Fatalf("reason %v outside its text", w)
			}
		}
	})
}

func BenchmarkPrepare(b *testing.B) {
	src := "The town of about 15,000 people sits about 125km (78 miles) northwest of the region’s largest city, Goma, which the L17 rebels seized in January."
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Prepare(Side{Text: src, Date: 700000})
	}
}
