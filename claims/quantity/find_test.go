package quantity

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

// TestFind reads testdata/LANG.txt: sentences and what is found in them.
func TestFind(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		name := "testdata/" + lang + ".txt"
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want, got bytes.Buffer
		sentence := ""
		finish := func() {
			if sentence != "" {
				words := text.Words(sentence)
				for _, m := range Find(sentence, words, lang) {
					fmt.Fprintf(&got, "\t%s\n", describe(sentence, words, &m))
				}
			}
			if got.String() != want.String() && !*update {
				t.Errorf("%s: %s\n got\n%swant\n%s", lang, sentence, got.String(), want.String())
			}
		}
		var out bytes.Buffer
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "\t") {
				want.WriteString(line)
				continue
			}
			finish()
			out.Write(got.Bytes())
			out.WriteString(line)
			want.Reset()
			got.Reset()
			sentence = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(sentence, "#") {
				sentence = ""
			}
		}
		finish()
		out.Write(got.Bytes())
		if *update {
			if err := os.WriteFile(name, out.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// describe writes m as the cases do: its words, kind, interval, unit and noun.
func describe(src string, words []text.Word, m *Mention) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", text.Range{First: m.First, End: m.End}.Span(words).In(src), m.Kind)
	lo, hi := "[", "]"
	if m.LoOpen {
		lo = "("
	}
	if m.HiOpen {
		hi = ")"
	}
	if m.Lo == m.Hi || m.Kind == Score {
		fmt.Fprintf(&b, " %s", m.Lo)
	} else {
		fmt.Fprintf(&b, " %s%s,%s%s", lo, m.Lo, m.Hi, hi)
	}
	if m.Kind == Score {
		fmt.Fprintf(&b, "-%s", m.Hi)
	}
	if m.Unit != one {
		fmt.Fprintf(&b, " %s", m.Unit)
	}
	if m.Per != one {
		fmt.Fprintf(&b, " per %s", m.Per)
	}
	if m.PerThing {
		b.WriteString(" each")
	}
	if m.Direction != Level {
		fmt.Fprintf(&b, " %s", m.Direction)
	}
	if m.Head >= 0 {
		fmt.Fprintf(&b, ", of %s", words[m.Head].In(src))
	}
	if m.Partner >= 0 {
		fmt.Fprintf(&b, ", converts %d", m.Partner)
	}
	return b.String()
}
