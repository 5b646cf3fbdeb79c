package grammar

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"factcheck/claims/text"
)

// TestClauses compares the clauses of testdata/clauses.txt with what is written
// there; go test -update rewrites it.
func TestClauses(t *testing.T) {
	data, err := os.ReadFile("testdata/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(data)) {
		if line[0] == '\t' {
			continue
		}
		out.WriteString(line)
		if src := strings.TrimSpace(line); src != "" && src[0] != '#' {
			words, s := analyse(src)
			for _, c := range Clauses(&s) {
				out.WriteString("\t" + show(src, words, &c) + "\n")
			}
		}
	}
	if *update {
		if err := os.WriteFile("testdata/clauses.txt", []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if out.String() != string(data) {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), data)
	}
}

// show writes a clause on one line: "captured(rebels; town; on Monday) main past".
func show(src string, words []text.Word, c *Clause) string {
	form := func(i int) string {
		if i < 0 {
			return "-"
		}
		return src[words[i].Start:words[i].End]
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s(%s", form(c.Predicate), form(c.Subject))
	for _, o := range c.Objects {
		b.WriteString("; " + form(o))
	}
	if c.Attribute >= 0 {
		b.WriteString("; as " + form(c.Attribute))
	}
	for _, o := range c.Obliques {
		b.WriteString("; ")
		if o.Preposition >= 0 {
			b.WriteString(form(o.Preposition) + " ")
		}
		b.WriteString(form(o.Head))
	}
	b.WriteString(") " + c.Link.String())
	if c.Noun >= 0 {
		b.WriteString(" of " + form(c.Noun))
	}
	if c.Borrowed {
		b.WriteString(", subject borrowed")
	}
	if c.Voice == PassiveVoice {
		b.WriteString(", passive by " + form(c.Agent))
	}
	b.WriteString([]string{"", ", past", ", present", ", future"}[c.Tense])
	if c.Perfect {
		b.WriteString(", perfect")
	}
	if c.Continuous {
		b.WriteString(", continuous")
	}
	b.WriteString([]string{"", ", possible", ", necessary", ", intended", ", conditional"}[c.Modality])
	if c.Negated() {
		fmt.Fprintf(&b, ", negated by %s over %q", form(c.Negation), src[words[c.Scope.First].Start:words[c.Scope.End-1].End])
	}
	return b.String()
}
