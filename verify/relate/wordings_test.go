package relate

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// testdata/verbs.txt has frames, and under each the words that are put in the place of its star, all in one
// and the same sentence. Of every two of them the judge is asked whether the one bears out the other;
// testdata/agreeing.txt has those that do, so that whoever adds a row to a table of wordings sees what it
// joins. "a > b": a report with a bears out b, not the other way; "a = b": both ways. "a ! b": both cannot be.

// framed calls f for each frame with the words under it.
func framed(t *testing.T, f func(frame string, words []string)) {
	t.Helper()
	data, err := os.ReadFile("testdata/verbs.txt")
	if err != nil {
		t.Fatal(err)
	}
	frame := ""
	var words []string
	flush := func() {
		if frame != "" {
			f(frame, words)
		}
		words = nil
	}
	for line := range strings.Lines(string(data)) {
		switch rest, indented := strings.CutPrefix(strings.TrimRight(line, "\n"), "\t"); {
		case indented:
			words = append(words, strings.Split(rest, ", ")...)
		case rest != "" && rest[0] != '#':
			flush()
			frame = rest
		}
	}
	flush()
}

func TestAgreeing(t *testing.T) {
	const file = "testdata/agreeing.txt"
	var got strings.Builder
	framed(t, func(frame string, words []string) {
		fmt.Fprintln(&got, frame)
		sides := make([]*Analysis, len(words))
		in := map[string]bool{}
		for i, w := range words {
			if in[w] {
				t.Errorf("%s stands twice under %q", w, frame)
			}
			in[w] = true
			sides[i] = Prepare(Side{Text: strings.ReplaceAll(frame, "*", w)})
		}
		for i, a := range words {
			for j, b := range words[i+1:] {
				to, from := Relate(sides[i], sides[i+1+j]).Relation, Relate(sides[i+1+j], sides[i]).Relation
				switch {
				case to == Agrees && from == Agrees:
					fmt.Fprintf(&got, "\t%s = %s\n", a, b)
				case to == Agrees:
					fmt.Fprintf(&got, "\t%s > %s\n", a, b)
				case from == Agrees:
					fmt.Fprintf(&got, "\t%s > %s\n", b, a)
				case to == Contradicts || from == Contradicts:
					fmt.Fprintf(&got, "\t%s ! %s\n", a, b)
				}
			}
		}
	})
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	frozen := map[string]bool{}
	frame := ""
	at := func(line string) string {
		if line[0] != '\t' {
			frame = line
			return ""
		}
		return line[1:] + " in " + frame
	}
	for line := range strings.Lines(string(want)) {
		if k := at(line); k != "" {
			frozen[k] = true
		}
	}
	for line := range strings.Lines(got.String()) {
		if k := at(line); k != "" && !frozen[k] {
			t.Errorf("new: %s", k)
		} else {
			delete(frozen, k)
		}
	}
	for k := range frozen {
		t.Errorf("no longer: %s", k)
	}
}
