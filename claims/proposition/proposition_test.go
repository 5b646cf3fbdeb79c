package proposition

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

var update = flag.Bool("update", false, "rewrite the readings of testdata")

// readText reads a text as package relate does: with its values, with what stands in
// round brackets apart, its pronouns linked.
func readText(src, lang string) *Text {
	words := text.Words(src)
	t := &Text{Src: src, Lang: "en", Foreign: lang == "fr", Words: words, Depth: make([]uint8, len(words)), Times: date.Find(src, words, 0, lang),
		Parse: func(w []text.Word) grammar.Sentence { return (&grammar.Parser{Lang: lang}).Parse(src, w) }}
	r := quantity.Read(src, words, lang)
	t.Amounts, t.Many = r.Mentions, r.Quantifiers
	depth := uint8(0)
	for i, w := range words {
		if w.In(src) == "(" {
			depth = 1
		}
		t.Depth[i] = depth
		if w.In(src) == ")" {
			depth = 0
		}
	}
	t.Divide()
	var chain Chain
	for _, s := range t.Sentences {
		s.Read()
		chain.Follow(s)
	}
	return t
}

// readings returns what a text says, a proposition a line.
func readings(src, lang string) []string {
	var out []string
	for _, s := range readText(src, lang).Sentences {
		for i := range s.Propositions {
			out = append(out, s.Propositions[i].String())
		}
	}
	return out
}

// A block of testdata is a text, then indented what it says, a proposition a line. A
// line "? …" between says what is wrong with the reading: a known failure, to be mended.
// Lines with "#" are comments. "-update" rewrites the propositions and keeps the rest.
func TestReadings(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no readings: ", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := "en"
		if strings.HasSuffix(file, "_fr.txt") {
			lang = "fr"
		}
		var out bytes.Buffer
		lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
		for i := 0; i < len(lines); {
			line := lines[i]
			i++
			out.WriteString(line + "\n")
			if line == "" || line[0] == '#' || line[0] == '\t' {
				continue
			}
			for i < len(lines) && strings.HasPrefix(lines[i], "?") {
				out.WriteString(lines[i] + "\n")
				i++
			}
			var want []string
			for i < len(lines) && strings.HasPrefix(lines[i], "\t") {
				want = append(want, strings.TrimSpace(lines[i]))
				i++
			}
			got := readings(line, lang)
			for _, p := range got {
				out.WriteString("\t" + p + "\n")
			}
			if g, w := strings.Join(got, "\n\t"), strings.Join(want, "\n\t"); g != w && !*update {
				t.Errorf("%s: %s\n\t%s\nwant\n\t%s", filepath.Base(file), line, g, w)
			}
		}
		if *update {
			if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
