package date

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"factcheck/claims/text"
)

var update = flag.Bool("update", false, "rewrite the answers in testdata")

// TestFind reads testdata/LANG.txt: sentences and what is found in them, with a
// dateline of Friday 21 March 2025.
func TestFind(t *testing.T) {
	dateline := Of(2025, 3, 21)
	for _, lang := range []string{"en", "fr"} {
		name := "testdata/" + lang + ".txt"
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want, got, out bytes.Buffer
		sentence := ""
		finish := func() {
			if sentence != "" {
				words := text.Words(sentence)
				for _, m := range Find(sentence, words, dateline, lang) {
					fmt.Fprintf(&got, "\t%s\n", describe(sentence, words, &m))
				}
			}
			if got.String() != want.String() && !*update {
				t.Errorf("%s: %s\n got\n%swant\n%s", lang, sentence, got.String(), want.String())
			}
			out.Write(got.Bytes())
			want.Reset()
			got.Reset()
		}
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "\t") {
				want.WriteString(line)
				continue
			}
			finish()
			out.WriteString(line)
			sentence = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(sentence, "#") {
				sentence = ""
			}
		}
		finish()
		if *update {
			if err := os.WriteFile(name, out.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// describe writes m as the cases do: its words, relation, precision, days and
// time of day.
func describe(src string, words []text.Word, m *Mention) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s %s", text.Range{First: m.First, End: m.End}.Span(words).In(src), m.Relation, m.Precision)
	if m.Relation == For || m.Relation == Later || m.Relation == Earlier {
		fmt.Fprintf(&b, " (%d)", m.Count)
	}
	if m.Interval.Known() {
		fmt.Fprintf(&b, " %s", m.Interval.From)
		if m.Interval.To != m.Interval.From {
			fmt.Fprintf(&b, " to %s", m.Interval.To)
		}
	}
	if m.Clock.Known() {
		fmt.Fprintf(&b, " %02d:%02d-%02d:%02d", m.Clock.From/60, m.Clock.From%60, m.Clock.To/60, m.Clock.To%60)
	}
	if m.Clock.Zone {
		b.WriteString(" zone")
	}
	return b.String()
}
