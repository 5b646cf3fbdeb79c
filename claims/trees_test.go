package claims

import (
	"reflect"
	"testing"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// TestTrees: the tree of the same words is made once, that of other words that
// begin at the same place is another, and both are what grammar makes of them.
func TestTrees(t *testing.T) {
	src := "The mayor of Bana, who had left, closed the northern road."
	words := text.Words(src)
	var trees Trees
	all := trees.Parse(src, words)
	if want := grammar.Parse(src, words); !reflect.DeepEqual(all, want) {
		t.Errorf("got %v\nwant %v", all, want)
	}
	if again := trees.Parse(src, words); &again.Tokens[0] != &all.Tokens[0] {
		t.Error("the same words were parsed twice")
	}
	short := append(append([]text.Word(nil), words[:4]...), words[9:]...)
	if got, want := trees.Parse(src, short), grammar.Parse(src, short); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if none := trees.Parse(src, nil); len(none.Tokens) > 0 {
		t.Errorf("no words have a tree: %v", none)
	}
}
