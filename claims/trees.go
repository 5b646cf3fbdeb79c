package claims

import (
	"slices"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// Trees are the sentences of a statement's text that were parsed, kept so that whoever
// comes to the same words later is given the tree that was made of them: parsing
// is the dearest step there is. Whether a statement can be checked, what it shares
// with a source and what plain facts it tells are three questions to one tree.
//
// The zero value is empty. It is safe for concurrent use.
type Trees struct {
	Lang string // of the text; empty is "en"

	mu   sync.Mutex
	kept map[int]tree // by the first byte of the sentence
}

// tree is a sentence with the words that it was made of.
type tree struct {
	words    []text.Word
	sentence grammar.Sentence
}

// Parse analyses words of src, one sentence of it; src is the same in every call.
// The result is shared: whoever changes its tokens changes a copy.
func (t *Trees) Parse(src string, words []text.Word) grammar.Sentence {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(words) == 0 {
		return grammar.Sentence{}
	}
	at := words[0].Start
	if k, ok := t.kept[at]; ok && slices.Equal(k.words, words) {
		return k.sentence
	}
	p := parsers.Get().(*grammar.Parser)
	p.Lang, p.Cut = t.Lang, true
	s := p.Parse(src, words)
	s.Tokens, s.Names = slices.Clone(s.Tokens), slices.Clone(s.Names)
	parsers.Put(p)
	if t.kept == nil {
		t.kept = map[int]tree{}
	}
	t.kept[at] = tree{slices.Clone(words), s}
	return s
}

// parsers keeps the room that parsing takes.
var parsers = sync.Pool{New: func() any { return new(grammar.Parser) }}
