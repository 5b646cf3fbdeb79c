package grammar

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"factcheck/claims/text"
)

var update = flag.Bool("update", false, "rewrite the marks of testdata/cases.txt")

// TestCases checks the arcs of testdata/cases.txt.
func TestCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var src string
	var words []text.Word
	var s Sentence
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		arc, ok := strings.CutPrefix(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case !ok:
			src = line
			words, s = analyse(src)
			checkTree(t, words, s)
		default:
			arc, fails := strings.CutSuffix(arc, " fails")
			found := hasArc(src, words, s, arc)
			all++
			if found {
				right++
			}
			if !*update && found == fails {
				t.Errorf("%s\n%s: found %v, said to fail %v", src, arc, found, fails)
			}
			line = "\t" + arc
			if !found {
				line += " fails"
			}
		}
		out.WriteString(line + "\n")
	}
	t.Logf("%d of %d arcs found", right, all)
	if *update {
		if err := os.WriteFile("testdata/cases.txt", []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// hasArc reports whether the sentence has the arc "rel(head, dependent)".
func hasArc(src string, words []text.Word, s Sentence, arc string) bool {
	for i, x := range s.Tokens {
		form := func(k int) string { return src[words[k].Start:words[k].End] }
		got := fmt.Sprintf("%s(%s)", x.Rel, form(i))
		if x.Head >= 0 {
			got = fmt.Sprintf("%s(%s, %s)", x.Rel, form(x.Head), form(i))
		}
		if got == arc {
			return true
		}
	}
	return false
}
