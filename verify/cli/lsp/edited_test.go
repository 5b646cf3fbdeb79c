package lsp

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"factcheck/fixtures/growth"
)

// TestEdited: many changes at once leave the text that they leave one by one, each in a copy of the text,
// whatever ends its lines.
func TestEdited(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	some := func(n int) string {
		s := ""
		for range r.IntN(n) {
			s += []string{"a", "\r", "\n", "\r\n", "é", "😀", "", "b"}[r.IntN(8)]
		}
		return s
	}
	at := func() position { return position{uint32(r.IntN(8)), uint32(r.IntN(5))} }
	for range 20_000 {
		b := newBuffer(some(20), encoding(r.IntN(3)))
		was, text := b.text, b.text
		var changes []change
		for range 1 + r.IntN(5) {
			c := change{&span{at(), at()}, some(6)}
			changes = append(changes, c)
			one := newBuffer(text, b.enc)
			start, end := one.offset(c.Range.Start), one.offset(c.Range.End)
			text = text[:start] + c.Text + text[max(start, end):]
		}
		if got := b.apply(changes); got.text != text || !slices.Equal(got.starts, newBuffer(text, b.enc).starts) {
			t.Fatalf("%q, %v: %q, not %q", was, changes, got.text, text)
		}
	}
}

// TestManyChanges: a word is replaced everywhere in a time that grows with the text.
func TestManyChanges(t *testing.T) {
	growth.Linear(t, 4000, func(n int) {
		var changes []change
		for i := range n {
			changes = append(changes, change{&span{position{uint32(i), 4}, position{uint32(i), 10}}, "ferry"})
		}
		newBuffer(strings.Repeat("The bridge is closed.\n", n), utf16).apply(changes)
	})
}
