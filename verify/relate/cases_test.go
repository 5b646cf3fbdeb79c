package relate

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"factcheck/claims/date"
)

var update = flag.Bool("update", false, "rewrite the answers of testdata/cases.txt")

// A pairCase is a source and a statement.
type pairCase struct{ source, statement, want string }

// readCases reads testdata/cases.txt. Rewrite, if it is not nil, gives the answer that
// stands in a file that is written in its place.
func readCases(t testing.TB, rewrite func(pairCase) string) []pairCase {
	t.Helper()
	const file = "testdata/cases.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	var all []pairCase
	source := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		rest, indented := strings.CutPrefix(line, "\t")
		if indented && !strings.HasPrefix(rest, "?") {
			want, statement, ok := strings.Cut(rest, ": ")
			if !ok {
				t.Fatalf("%s: no answer in %q", file, line)
			}
			c := pairCase{source, statement, want}
			all = append(all, c)
			if rewrite != nil {
				line = "\t" + rewrite(c) + ": " + statement
			}
		} else if line != "" && line[0] != '#' && !indented {
			source = line
		}
		out.WriteString(line + "\n")
	}
	if rewrite != nil {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// sides returns the two sides of a case. What stands before " | " in a source or a
// statement says something of it: "fr", "2019-05-03".
func (c pairCase) sides() (source, statement Side) {
	return readSide(c.source), readSide(c.statement)
}

// answer returns what the judge makes of a case.
func (c pairCase) answer() string {
	a, b := c.sides()
	r := Judge(a, b)
	got := r.Relation.String()
	if r.Overstated {
		got = "overstated"
	}
	if r.Relation == Contradicts && len(r.Reasons) > 0 {
		got += " " + r.Reasons[0].Kind.String()
	}
	return got + " [" + strings.Join(r.Rules, " ") + "]"
}

func TestCases(t *testing.T) {
	if *update {
		readCases(t, pairCase.answer)
		return
	}
	for _, c := range readCases(t, nil) {
		if got := c.answer(); got != c.want {
			t.Errorf("%q\n  beside %q\n  got %s, want %s", c.statement, c.source, got, c.want)
		}
	}
}

// Every rule has a case that it decides, and every rule that decides is listed.
func TestRules(t *testing.T) {
	decides := map[string]bool{}
	for _, c := range readCases(t, nil) {
		_, list, _ := strings.Cut(strings.TrimSuffix(c.want, "]"), "[")
		for _, r := range strings.Fields(list) {
			decides[r] = true
			if RuleMeaning(r) == "" {
				t.Errorf("%s stands in no row of rules.tsv", r)
			}
		}
	}
	for r := range ruleMeanings() {
		if !decides[r] && !caseless[r] {
			t.Errorf("%s decides no case", r)
		}
	}
}

// caseless are the rules that no case of the file shows: clash.exchanged and clash.figure are
// asked by Retold alone; the others fire on texts of the labelled sets or the archives of
// verify's tests, and wait for a case of their own.
var caseless = map[string]bool{"clash.exchanged": true, "clash.figure": true, "support.converse": true,
	"clash.slot.rank": true, "clash.slot.place": true, "clash.slot.quantifier": true, "near.figure": true}

// A rule that is left out decides nothing.
func TestWithout(t *testing.T) {
	for _, c := range readCases(t, nil) {
		_, list, _ := strings.Cut(strings.TrimSuffix(c.want, "]"), "[")
		for _, rule := range strings.Fields(list) {
			a, b := c.sides()
			b.Without = rule
			for _, r := range Judge(a, b).Rules {
				if r == rule && rule != "support.converse" && rule != "support.stated" {
					t.Errorf("%q beside %q: decided by %s, which is left out", c.statement, c.source, rule)
				}
			}
		}
	}
}

// readSide reads a side of a case: "2019-05-03 fr | Les rebelles ..." has a dateline and a language.
func readSide(s string) Side {
	about, rest, ok := strings.Cut(s, " | ")
	if !ok {
		return Side{Text: s}
	}
	out := Side{Text: rest}
	for _, f := range strings.Fields(about) {
		if len(f) == 2 {
			out.Lang = f
			continue
		}
		out.Date, _ = date.Parse(f)
	}
	return out
}
