package claims

import (
	"encoding/binary"
	"slices"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// Trees are sentences of statements that were parsed, kept by their words, so that
// whoever comes to the same words later is given the tree that was made of them: parsing
// is the dearest step there is. Whether a statement can be checked, what it shares with a source and
// what plain facts it tells are three questions to one tree; and the sentence of an
// archive that answers one statement is the one before what answers another.
//
// At most twice keptWords words are kept, those that were not asked for lately forgotten
// first. The zero value is empty. It is safe for concurrent use.
type Trees struct {
	mu         sync.Mutex
	now, older map[string]tree
	words      int // of those of now
}

// A tree with the key that it is kept by.
type tree struct {
	key string
	grammar.Sentence
}

// keptWords is how many words are kept, at some 60 bytes each.
const keptWords = 1 << 19

// Parse analyses words of src, one sentence of a text in a language. The result is
// shared: whoever changes its tokens changes a copy.
func (t *Trees) Parse(lang, src string, words []text.Word) grammar.Sentence {
	if len(words) == 0 {
		return grammar.Sentence{}
	}
	w := wordings.Get().(*wording)
	defer wordings.Put(w)
	w.of(lang, src, words)
	t.mu.Lock()
	k, ok := t.find(w.key)
	t.mu.Unlock()
	if ok {
		return k.Sentence
	}
	w.parser.Lang, w.parser.Cut = lang, true
	k.key = string(w.key)
	s := w.parser.Parse(k.key, w.words)
	k.Sentence = grammar.Sentence{Tokens: slices.Clone(s.Tokens), Names: slices.Clone(s.Names), Lang: s.Lang}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.keep(k)
	return k.Sentence
}

func (t *Trees) find(key []byte) (k tree, ok bool) {
	if k, ok = t.now[string(key)]; !ok {
		if k, ok = t.older[string(key)]; ok {
			t.keep(k)
		}
	}
	return k, ok
}

func (t *Trees) keep(k tree) {
	if t.now == nil || t.words >= keptWords {
		t.now, t.older, t.words = map[string]tree{}, t.now, 0
	}
	t.now[k.key] = k
	t.words += len(k.Tokens)
}

// A wording is all of a sentence that its tree depends on, and the room that parsing takes.
type wording struct {
	key    []byte // language, kinds of the words, and the words as they follow each other
	words  []text.Word
	parser grammar.Parser
}

var wordings = sync.Pool{New: func() any { return new(wording) }}

// of takes the words of a sentence: w.words are they as they stand in w.key.
func (w *wording) of(lang, src string, words []text.Word) {
	w.key, w.words = append(append(w.key[:0], lang...), 0), w.words[:0]
	for i, x := range words {
		how := byte(x.Kind) << 2
		if x.Space {
			how |= 1
		}
		if i > 0 && x.Start == words[i-1].End {
			how |= 2 // “2-1” is no “2 - 1”
		}
		w.key = binary.AppendUvarint(append(w.key, how), uint64(x.End-x.Start))
	}
	w.key = append(w.key, 0)
	for i, x := range words {
		if i > 0 && x.Start != words[i-1].End {
			w.key = append(w.key, ' ')
		}
		at := len(w.key)
		w.key = append(w.key, src[x.Start:x.End]...)
		w.words = append(w.words, text.Word{Start: at, End: len(w.key), Kind: x.Kind, Space: x.Space})
	}
}
