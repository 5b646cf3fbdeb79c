package quote

import (
	"encoding/binary"
	"slices"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// trees are the sentences of a source that quotations cut: one that a thousand drafts quote
// in part is parsed for the first. The zero value is empty.
type trees struct {
	mu   sync.Mutex
	kept map[string]grammar.Sentence // by the places of their words
}

// keptTrees is how many are kept of a source.
const keptTrees = 64

var parsers = sync.Pool{New: func() any { return new(grammar.Parser) }}

// of returns the tree of words of src, which must not be changed.
func (t *trees) of(src string, words []text.Word) grammar.Sentence {
	key := make([]byte, 0, 4*len(words))
	for _, w := range words {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(w.Start)), uint64(w.End))
	}
	t.mu.Lock()
	tree, ok := t.kept[string(key)]
	t.mu.Unlock()
	if ok {
		return tree
	}
	p := parsers.Get().(*grammar.Parser)
	defer parsers.Put(p)
	tree = p.Parse(src, words)
	tree.Tokens, tree.Names = slices.Clone(tree.Tokens), slices.Clone(tree.Names)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.kept == nil || len(t.kept) >= keptTrees {
		t.kept = map[string]grammar.Sentence{}
	}
	t.kept[string(key)] = tree
	return tree
}
