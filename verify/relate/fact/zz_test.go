package fact

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"factcheck/claims/date"
	"factcheck/claims/text"
)

func TestZZ(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	for _, s := range strings.Split(os.Getenv("ZZ"), "|") {
		s, ref, _ := strings.Cut(s, "#")
		side := Side{Text: s, Date: date.Of(2025, 3, 20)}
		if w, n, ok := strings.Cut(ref, "="); ok {
			i := strings.Index(s, w)
			side.Refs = []Ref{{text.Span{Start: i, End: i + len(w)}, n}}
		}
		x := Prepare(side)
		fmt.Println(s)
		words := text.Words(s)
		for _, r := range text.Sentences(s, words) {
			q := (&Text{side: side, lang: "en"}).chunked(words[r.First:r.End])
			for _, c := range q.chunks {
				fmt.Printf(" [%s%v %s", q.span(c.first, c.end).In(s), map[kind]string{mark: "|", noun: "NP", verb: "VG", preposition: "P", when: "W", relative: "R", adverb: "A"}[c.kind], q.tokens[c.head].Lemma)
				if c.amount != nil {
					fmt.Print(" #")
				}
				if c.doubtful || c.passive || c.bare {
					fmt.Print(" d/p/b ", c.doubtful, c.passive, c.bare)
				}
				fmt.Print("]")
			}
			fmt.Println()
		}
		p := func(p *phrase) string {
			if p == nil {
				return "-"
			}
			return fmt.Sprintf("%s%q", p.s.span(p.first, p.end).In(s), p.names)
		}
		for _, f := range x.facts {
			d := ""
			if f.deed != nil {
				d = f.deed.name
			}
			fmt.Printf("   FACT %d %s agent %s patient %s from %s thing %s toward %s times %d others %d\n", f.sort, d, p(f.agent), p(f.patient), p(f.from), f.thing, f.toward, len(f.times), len(f.others))
		}
	}
}
