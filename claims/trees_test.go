package claims

import (
	"fmt"
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
	all := trees.Parse("", src, words)
	if want := grammar.Parse(src, words); !reflect.DeepEqual(all, want) {
		t.Errorf("got %v\nwant %v", all, want)
	}
	if again := trees.Parse("", src, words); len(trees.now) != 1 || !reflect.DeepEqual(again, all) {
		t.Errorf("the same words are kept %d times: %v, %v", len(trees.now), all, again)
	}
	short := append(append([]text.Word(nil), words[:4]...), words[9:]...)
	if got, want := trees.Parse("", src, short), grammar.Parse(src, short); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	other := "“It is so,” he said. " + src
	if moved := trees.Parse("", other, text.Words(other)[len(text.Words(other))-len(words):]); len(trees.now) != 2 || !reflect.DeepEqual(moved, all) {
		t.Errorf("the same words in another text are kept %d times: %v, %v", len(trees.now)-1, all, moved)
	}
	for _, unlike := range [][2]string{{"Bana beat Goma 2-1 at home.", "Bana beat Goma 2 - 1 at home."}, {"Les mesures on été prises.", ""}} {
		before := len(trees.now)
		trees.Parse("", unlike[0], text.Words(unlike[0]))
		if unlike[1] == "" {
			trees.Parse("fr", unlike[0], text.Words(unlike[0]))
		} else {
			trees.Parse("", unlike[1], text.Words(unlike[1]))
		}
		if len(trees.now) != before+2 {
			t.Errorf("%q has one tree, whatever the language and the spaces", unlike)
		}
	}
	if none := trees.Parse("", src, nil); len(none.Tokens) > 0 {
		t.Errorf("no words have a tree: %v", none)
	}
}

// TestTreesForget: what was not asked for lately is parsed again, what was is not.
func TestTreesForget(t *testing.T) {
	var trees Trees
	parse := func(src string) { trees.Parse("", src, text.Words(src)) }
	kept := func(src string) bool {
		w := new(wording)
		w.of("", src, text.Words(src))
		_, now := trees.now[string(w.key)]
		_, older := trees.older[string(w.key)]
		return now || older
	}
	rare, usual := "The road was closed.", "The bridge was open."
	parse(rare)
	for i := range 24 {
		trees.keep(fmt.Sprint(i), "", keptWords/8)
		if parse(usual); !kept(usual) {
			t.Fatal("what is asked for again and again is forgotten")
		}
	}
	if kept(rare) {
		t.Error("nothing is ever forgotten")
	}
	if n := len(trees.now) + len(trees.older); n > 20 {
		t.Errorf("%d sentences are kept", n)
	}
}

// TestTreesAhead: what was parsed ahead, among others and twice, is kept as it is parsed alone.
func TestTreesAhead(t *testing.T) {
	for lang, sources := range map[string][]string{
		"":   {"The road was closed.", "She left", "The road was closed.", "The mayor, who had left, said that the bridge (the old one) was open.", ""},
		"fr": {"- Le pont est ouvert.", "La route est fermée", "Elle est partie."},
	} {
		var ahead, alone Trees
		var all []grammar.Unread
		different := map[string]bool{"": true}
		for _, src := range sources {
			all = append(all, grammar.Unread{Src: src, Words: text.Words(src)})
			different[src] = true
		}
		ahead.Ahead(lang, all)
		if len(ahead.now) != len(different)-1 {
			t.Errorf("%q: %d trees are kept of %d sentences", lang, len(ahead.now), len(different)-1)
		}
		for _, s := range all {
			if got, want := ahead.Parse(lang, s.Src, s.Words), alone.Parse(lang, s.Src, s.Words); !reflect.DeepEqual(got, want) {
				t.Errorf("%q is parsed otherwise: %v\nwant %v", s.Src, got, want)
			}
		}
	}
}
