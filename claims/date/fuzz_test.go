package date

import (
	"os"
	"strings"
	"testing"

	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// FuzzFind checks that no text is too much: mentions lie in order within the
// words, intervals are in order, and no mention is incompatible with itself.
func FuzzFind(f *testing.F) {
	for _, lang := range []string{"en", "fr"} {
		data, err := os.ReadFile("testdata/" + lang + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "\t") {
				f.Add(line, lang, int32(739331))
			}
		}
	}
	f.Add(strings.Repeat("since ", 200)+"1 January 1", "en", int32(1))
	f.Add(strings.Repeat("Wednesday ", 200), "en", int32(3652059))
	f.Add("9999 years ago, in the past 9999 centuries, next year, last century", "en", int32(5))
	f.Fuzz(func(t *testing.T, src, lang string, dateline int32) {
		if dateline < 0 || dateline > 3652059 {
			dateline = 0
		}
		words := text.Words(src)
		list := Find(src, words, Day(dateline), lang)
		done := 0
		for i, m := range list {
			if m.First < done || m.First > m.Core || m.Core >= m.End || m.End > len(words) {
				t.Fatalf("%q: mention %d out of place: %+v", src, i, m)
			}
			done = m.End
			if v := m.Interval; v.From < 0 || v.To < 0 || v.From != 0 && v.To != 0 && v.From > v.To {
				t.Fatalf("%q: mention %d: interval %d to %d: %+v", src, i, v.From, v.To, m)
			}
			before := &list[max(0, i-1)]
			if a, b := Compare(&m, before), Compare(before, &m); a != b.Mirror() {
				t.Fatalf("%q: %s one way, %s the other: %+v %+v", src, a, b, m, before)
			}
			if r := Compare(&m, &m); r != relation.Equal && r != relation.Unknown && r != relation.Overlaps {
				t.Fatalf("%q: %+v is %s to itself", src, m, r)
			}
		}
	})
}

// prose is news without dates, dated the same with.
const (
	prose = "The rebels left the town in the morning mist, residents said, and the army returned to its barracks while the governor " +
		"promised that the road to the lake would be opened again as soon as the rain allowed it. "
	dated = "On Wednesday, 19 March 2025, two days after the talks, the town fell for the first time since January 2012, officials said last week, " +
		"in the third quarter of a year that began in late 2024. "
)

func BenchmarkFind(b *testing.B) {
	dateline := Of(2025, 3, 21)
	for _, c := range []struct{ name, src string }{{"prose", prose}, {"dated", dated}} {
		src := strings.Repeat(c.src, 40)
		words := text.Words(src)
		b.Run(c.name, func(b *testing.B) {
			var dst []Mention
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				dst = Append(dst[:0], src, words, dateline, "en")
			}
		})
	}
}
