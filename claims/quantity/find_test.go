package quantity

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"factcheck/claims/text"
)

var update = flag.Bool("update", false, "rewrite the answers in testdata")

// TestFind reads testdata/LANG.txt: sentences and what is found in them.
func TestFind(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		golden(t, "testdata/"+lang+".txt", func(w io.Writer, src string, words []text.Word) {
			for _, m := range Find(src, words, lang) {
				fmt.Fprintf(w, "\t%s\n", describe(src, words, &m))
			}
		})
	}
}

// TestRead reads testdata/read_LANG.txt: identifiers, roles and quantifiers.
func TestRead(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		golden(t, "testdata/read_"+lang+".txt", func(w io.Writer, src string, words []text.Word) {
			r := Read(src, words, lang)
			for _, m := range r.Mentions {
				fmt.Fprintf(w, "\t%s\n", describe(src, words, &m))
			}
			for _, q := range r.Quantifiers {
				fmt.Fprintf(w, "\tQ %s\n", describeQuantifier(src, words, &q))
			}
		})
	}
}

// golden compares what find writes of each sentence of a file with the lines below it.
func golden(t *testing.T, name string, find func(w io.Writer, src string, words []text.Word)) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var want, got bytes.Buffer
	sentence := ""
	finish := func() {
		if sentence != "" {
			find(&got, sentence, text.Words(sentence))
		}
		if got.String() != want.String() && !*update {
			t.Errorf("%s: %s\n got\n%swant\n%s", name, sentence, got.String(), want.String())
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
	switch m.Role {
	case Population:
		b.WriteString(" population")
	case Exception:
		b.WriteString(" exception")
	}
	if m.Head >= 0 {
		fmt.Fprintf(&b, ", of %s", words[m.Head].In(src))
	}
	if m.Partner >= 0 {
		fmt.Fprintf(&b, ", converts %d", m.Partner)
	}
	return b.String()
}

// describeQuantifier writes q: its words, class, and what it says of counts and parts.
func describeQuantifier(src string, words []text.Word, q *Quantifier) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", text.Range{First: q.First, End: q.End}.Span(words).In(src), q.Class)
	for _, p := range []struct {
		name string
		i    Interval
	}{{"count", q.Count}, {"part", q.Part}, {"population", Interval{Lo: q.Population, Hi: q.Population}}, {"except", Interval{Lo: q.Except, Hi: q.Except}}} {
		if p.i.Lo == p.i.Hi && p.i.Known() {
			fmt.Fprintf(&b, ", %s %s", p.name, p.i.Lo)
		} else if p.i.Known() {
			fmt.Fprintf(&b, ", %s %s..%s", p.name, p.i.Lo, p.i.Hi)
		}
	}
	if q.Head >= 0 {
		fmt.Fprintf(&b, ", of %s", words[q.Head].In(src))
	}
	return b.String()
}
