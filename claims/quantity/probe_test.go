package quantity

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"factcheck/claims/text"
)

func TestProbe(t *testing.T) {
	f, err := os.Open(os.Getenv("PROBE"))
	if err != nil {
		t.Skip()
	}
	s := bufio.NewScanner(f)
	for s.Scan() {
		lang, l := "en", s.Text()
		if len(l) > 3 && l[:3] == "fr " {
			lang, l = "fr", l[3:]
		}
		w := text.Words(l)
		fmt.Println(l)
		r := Read(l, w, lang)
		for _, m := range r.Mentions {
			fmt.Printf("\t%s  dir=%s role=%d\n", describe(l, w, &m), m.Direction, m.Role)
		}
		for _, q := range r.Quantifiers {
			fmt.Printf("\tQ %s\n", describeQuantifier(l, w, &q))
		}
	}
}

func describeQuantifier(src string, words []text.Word, q *Quantifier) string {
	s := fmt.Sprintf("%s: %v count %v part %v pop %s except %s", text.Range{First: q.First, End: q.End}.Span(words).In(src), q.Class, q.Count, q.Part, q.Population, q.Except)
	if q.Head >= 0 {
		s += " of " + words[q.Head].In(src)
	}
	return s
}
