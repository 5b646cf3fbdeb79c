package quantity

import (
	"os"
	"strings"
	"testing"

	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// FuzzFind checks that no text is too much: mentions lie in order within the
// words, their ends are in order, and relating any two of them answers the same
// both ways round.
func FuzzFind(f *testing.F) {
	for _, lang := range []string{"en", "fr"} {
		data, err := os.ReadFile("testdata/" + lang + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "\t") {
				f.Add(line, lang)
			}
		}
	}
	f.Add(strings.Repeat("9", 1000)+" km", "en")
	f.Add(strings.Repeat("one hundred and ", 500), "en")
	f.Add(strings.Repeat("mille ", 500), "fr")
	f.Add("9223372036854775807 9,223,372,036,854,775,807 miles", "")
	f.Fuzz(func(t *testing.T, src, lang string) {
		words := text.Words(src)
		list := Find(src, words, lang)
		done := 0
		for i, m := range list {
			if m.First < done || m.First > m.Core || m.Core >= m.CoreEnd || m.CoreEnd > m.End || m.End > len(words) || m.Head >= len(words) {
				t.Fatalf("%q: mention %d out of place: %+v", src, i, m)
			}
			done = m.End
			if m.Partner >= 0 && list[m.Partner].Partner != i {
				t.Fatalf("%q: mention %d: partner %d does not answer", src, i, m.Partner)
			}
			if m.Kind != Score && m.Lo.Known() && m.Hi.Known() && m.Lo.Cmp(m.Hi) > 0 {
				t.Fatalf("%q: mention %d: ends reversed: %+v", src, i, m)
			}
			if i > 0 {
				_, ok1 := Converts(list[i-1], m)
				_, ok2 := Converts(m, list[i-1])
				if ok1 != ok2 {
					t.Fatalf("%q: converts one way only", src)
				}
			}
		}
	})
}

// FuzzRead checks that comparing any two mentions or quantifiers of a text
// answers mirrored the other way round, and that each equals itself.
func FuzzRead(f *testing.F) {
	for _, lang := range []string{"en", "fr"} {
		for _, name := range []string{"testdata/" + lang + ".txt", "testdata/read_" + lang + ".txt"} {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				if !strings.HasPrefix(line, "\t") {
					f.Add(line, lang)
				}
			}
		}
	}
	f.Add(strings.Repeat("all but ", 300)+"two of the 9,223,372,036,854,775 of the 3", "en")
	f.Add("none of the 0 but 0 of the 0", "en")
	f.Fuzz(func(t *testing.T, src, lang string) {
		words := text.Words(src)
		r := Read(src, words, lang)
		for i := range r.Mentions {
			a, b := &r.Mentions[i], &r.Mentions[max(i-1, 0)]
			if got := Compare(a, a); got != relation.Equal && got != relation.Unknown {
				t.Fatalf("%q: %+v is %s to itself", src, a, got)
			}
			if Compare(a, b) != Compare(b, a).Mirror() {
				t.Fatalf("%q: %s one way, %s the other: %+v %+v", src, Compare(a, b), Compare(b, a), a, b)
			}
		}
		for i := range r.Quantifiers {
			a, b := &r.Quantifiers[i], &r.Quantifiers[max(i-1, 0)]
			if a.First < 0 || a.First >= a.End || a.End > len(words) || a.Head >= len(words) || i > 0 && a.First < b.End {
				t.Fatalf("%q: quantifier %d out of place: %+v", src, i, a)
			}
			if got := CompareQuantifiers(a, a); got != relation.Equal && got != relation.Unknown {
				t.Fatalf("%q: %+v is %s to itself", src, a, got)
			}
			if CompareQuantifiers(a, b) != CompareQuantifiers(b, a).Mirror() {
				t.Fatalf("%q: %s one way, %s the other: %+v %+v", src, CompareQuantifiers(a, b), CompareQuantifiers(b, a), a, b)
			}
		}
	})
}

// prose is news without numbers, figures the same with.
const (
	prose = "The rebels left the town in the morning, residents said, and the army returned to its barracks while the governor " +
		"promised that the road to the lake would be opened again as soon as the rain allowed it. "
	figures = "At least seven people died and 15,000 fled, about 78 miles (125km) from the lake, where more than 75% of the two dozen villages " +
		"lost a third of their crop, worth $1.2bn. "
)

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct{ name, src string }{{"prose", prose}, {"figures", figures}} {
		src := strings.Repeat(c.src, 40)
		words := text.Words(src)
		b.Run(c.name, func(b *testing.B) {
			var dst []Mention
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				dst = Append(dst[:0], src, words, "en")
			}
		})
	}
}
