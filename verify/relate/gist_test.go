package relate

import (
	"reflect"
	"testing"
)

// TestGist: what is remembered of a source that was read leaves out no comparison that comes to something, be it with the
// statements of its own cases or with those of others; and it leaves out most of those that come to nothing.
func TestGist(t *testing.T) {
	cases := readCases(t, nil)
	silent, spared := 0, 0
	for i := 0; i < len(cases); i += 3 {
		c := cases[i]
		source, _ := c.sides()
		source.Gist = new(Gist)
		read := Prepare(source)
		if len(read.divide()) != 1 {
			continue // nothing is remembered of several sentences
		}
		read.sentences[0].Read()
		read.Gist.note(read.sentences[0])
		for _, d := range append(cases[i:i+1:i+1], cases[max(0, i-2):i]...) {
			_, statement := d.sides()
			b := Prepare(statement)
			known, anew := OutlineOf(read), Prepare(readSide(c.source))
			want := Relate(anew, b)
			again := Prepare(source)
			if got := Relate(again, b); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q beside %q: %v where the source was read before, else %v", d.statement, c.source, got, want)
			}
			if said := want.Relation != Silent || want.Overstated; said && !known.Concerns(b) {
				t.Errorf("%q does not concern %q", c.source, d.statement)
			}
			switch parts := Combined([]*Analysis{anew, anew}, b); {
			case parts.Relation != Silent || parts.Overstated:
				if !known.Answers(b) {
					t.Errorf("%q does not answer %q", c.source, d.statement)
				}
			default:
				silent++
				if !known.Answers(b) {
					spared++
				}
			}
		}
	}
	if spared*2 < silent {
		t.Errorf("%d of %d comparisons that come to nothing are spared", spared, silent)
	}
}

// A passage tells what it is asked for again: by its verb, by another for it, by a noun for the deed, by what somebody is.
func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		answers           bool
	}{
		{"Ana Roe left the board of Hemmel on Friday.", "Ana Roe quit the board.", true},
		{"Ana Roe left the board of Hemmel on Friday.", "Ana Roe won the board.", false},
		{"The purchase of the mill by Hemmel angered the town.", "Hemmel bought the mill.", true},
		{"The loss of the mill to Hemmel angered the town.", "Hemmel painted the mill.", false},
		{"Ana Roe, the leader of Hemmel, spoke.", "Ana Roe leads Hemmel.", true},
		{"Ana Roe spoke of Hemmel.", "Ana Roe leads Hemmel.", false},
	} {
		a := Prepare(Side{Text: c.source, Gist: new(Gist)})
		if !a.Answers(Prepare(Side{Text: c.statement})) {
			t.Errorf("%q answers nothing before it is read", c.source)
		}
		s := a.read()[0]
		s.Read()
		a.Gist.note(s)
		if got := a.Answers(Prepare(Side{Text: c.statement})); got != c.answers {
			t.Errorf("%q answers %q: %v", c.source, c.statement, got)
		}
	}
}
