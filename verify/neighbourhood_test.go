package verify

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// sentences returns a draft of one paragraph, and its n sentences.
func sentences(n int) (*claims.Document, []claims.Statement) {
	const one = "The bridge over the Lowa was closed on Monday after the rain. "
	d := &claims.Document{Text: strings.Repeat(one, n)}
	list := make([]claims.Statement, n)
	for i := range list {
		list[i].Sentence = text.Span{Start: i * len(one), End: (i+1)*len(one) - 1}
	}
	return d, list
}

// TestNeighbourhood: a statement is known by what stands around it, and that is looked at
// once, however many statements it is around.
func TestNeighbourhood(t *testing.T) {
	d, list := sentences(3)
	j := &judge{}
	key := j.keyOf(d, &list[1])
	if j.keyOf(d, &list[1]) != key || (&judge{}).keyOf(d, &list[1]) != key {
		t.Error("the same statement has two keys")
	}
	changed := *d
	changed.Text = strings.Replace(d.Text, "Monday", "Friday", 1) // in the sentence before
	if j.keyOf(&changed, &list[1]) == key {
		t.Error("another paragraph around the same sentence has the same key")
	}
	growth.Linear(t, 1000, func(n int) {
		j := &judge{}
		d, list := sentences(n)
		for i := range list {
			j.keyOf(d, &list[i])
		}
	})
}
