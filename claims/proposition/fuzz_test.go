package proposition

import (
	"strings"
	"testing"

	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// check fails if a proposition points outside its sentence.
func check(t *testing.T, text *Text) {
	t.Helper()
	for _, s := range text.Sentences {
		for _, p := range s.Propositions {
			if p.Head < 0 || p.Head >= len(s.Words) || p.Above == p || p.Negation >= len(s.Words) || p.Forcer >= len(s.Words) {
				t.Fatalf("%q: %+v", text.Src, p)
			}
			for _, x := range p.Slots {
				if at := x.Phrase.Span(); at.Start < 0 || at.End > len(text.Src) || at.Start > at.End {
					t.Fatalf("%q: %v", text.Src, at)
				}
			}
			_ = p.String()
		}
	}
}

// Any bytes are read without a panic, and every place that is told lies in the text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"Rebels (M23) took the town of Walden on Monday.", "\xff\xfe not \x00 text", "(((((", "Dr. Dr. Dr. Who", "May Dray", "he he he said that that",
		"All but two of the 30 of the 40 miners", "took control of", "to to to", "-", "Claims that", "Nils (born died 1951 2004", "I", "said he said she said",
	} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, french bool) {
		lang := "en"
		if french {
			lang = "fr"
		}
		check(t, readText(s, lang))
	})
}

// A sentence that is cut in front of any word, as texts are that a page or a column cuts, is read without a panic.
func TestCut(t *testing.T) {
	for _, s := range []string{
		"Fighting resumed 12 km to the north-east of Goma on Monday, said Ida Holm, who is to lead all but two of the 30 miners.",
		"Of the 27 who were named the next day, among them Nils Holm (born 1951), neither the driver nor his wife has yet to be found.",
		"Au nord de Goma, à 12 km de la ville, deux des trente mineurs n'ont pas été retrouvés, selon Ida Holm, née en 1951.",
	} {
		for _, w := range text.Words(s) {
			for _, lang := range []string{"en", "fr"} {
				check(t, readText(s[w.Start:], lang))
				check(t, readText(s[:w.End], lang))
			}
		}
	}
}

// Four times the text takes about four times the time.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	for _, s := range []string{
		"Rebels who said that they took the town of Walden on Monday denied it. ", "(", "and Holm ", "Dr. ", "the man who saw ", "1951 ", "He said she said. ",
	} {
		t.Run(s, func(t *testing.T) {
			growth.Linear(t, 400, func(n int) { check(t, readText(strings.Repeat(s, n), "en")) })
		})
	}
}
