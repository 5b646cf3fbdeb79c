package relate

import (
	"strings"
	"testing"
)

// A statement is taken apart only where each clause can stand by itself with the
// statement's subject.
func TestClauses(t *testing.T) {
	for _, c := range []struct{ statement, want string }{
		{"Denby bought the old mill and sold its machines.", "Denby bought the old mill | Denby: sold its machines"},
		{"Denby bought the mill, and Okello sold the machines.", "Denby bought the mill | Okello sold the machines"},
		{"Denby bought the old mill.", ""},
		{"Denby bought the mill or sold its machines.", ""},
		{"In May, Denby bought the mill and sold its machines.", ""}, // both were in May
		{"Denby, who bought the mill and sold its machines, left.", ""},
		{"The big banks and the mills were broken.", ""},
	} {
		a := Prepare(Side{Text: c.statement})
		var got []string
		for _, x := range a.Clauses() {
			words := x.Words.In(c.statement)
			if x.Subject.Len() > 0 {
				words = x.Subject.In(c.statement) + ": " + words
			}
			got = append(got, words)
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%q: %q, want %q", c.statement, s, c.want)
		}
	}
}
