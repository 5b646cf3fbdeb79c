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
	now, older map[string]string // packed sentences by what they depend on
	words      int               // of those of now
}

// keptWords is how many words are kept, at some 20 bytes each.
const keptWords = 1 << 20

// Parse analyses words of src, one sentence of a text in a language. The result is the
// caller's.
func (t *Trees) Parse(lang, src string, words []text.Word) grammar.Sentence {
	if len(words) == 0 {
		return grammar.Sentence{}
	}
	w := wordings.Get().(*wording)
	defer wordings.Put(w)
	w.of(lang, src, words)
	t.mu.Lock()
	packed, ok := t.find(w.key, len(words))
	t.mu.Unlock()
	if ok {
		return grammar.Unpack(packed, src, words)
	}
	w.parser.Lang, w.parser.Cut = lang, true
	return grammar.Unpack(t.parse(w, string(w.key), w.words), src, words)
}

// Ahead parses what is not kept of some sentences in a language that Parse will be asked for: several at a time are sooner
// parsed. Nothing depends on it but time.
func (t *Trees) Ahead(lang string, sentences []grammar.Unread) {
	w := wordings.Get().(*wording)
	defer wordings.Put(w)
	w.parser.Lang, w.parser.Cut = lang, true
	var soon []grammar.Unread
	seen, words := map[string]bool{}, 0
	for i, s := range sentences {
		if w.of(lang, s.Src, s.Words); len(s.Words) > 0 && !seen[string(w.key)] && !t.has(w.key) {
			key := string(w.key)
			seen[key] = true
			soon, words = append(soon, grammar.Unread{Src: key, Words: slices.Clone(w.words)}), words+len(w.words)
		}
		if len(soon) < 2 || words < wordsAhead && i+1 < len(sentences) {
			continue
		}
		w.parser.Ahead(soon)
		for _, s := range soon {
			t.parse(w, s.Src, s.Words)
		}
		soon, words = soon[:0], 0
	}
}

// wordsAhead is how many words are parsed at a time: with more of them no more is gained.
const wordsAhead = 1000

// parse parses words of a key, and keeps the tree.
func (t *Trees) parse(w *wording, key string, words []text.Word) (packed string) {
	s := w.parser.Parse(key, words)
	w.packed = s.Pack(w.packed[:0], key, words)
	packed = string(w.packed)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.keep(key, packed, len(words))
	return packed
}

// has reports whether a sentence is kept.
func (t *Trees) has(key []byte) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, now := t.now[string(key)]
	_, older := t.older[string(key)]
	return now || older
}

func (t *Trees) find(key []byte, words int) (packed string, ok bool) {
	if packed, ok = t.now[string(key)]; !ok {
		if packed, ok = t.older[string(key)]; ok {
			t.keep(string(key), packed, words)
		}
	}
	return packed, ok
}

func (t *Trees) keep(key, packed string, words int) {
	if t.now == nil || t.words >= keptWords {
		t.now, t.older, t.words = map[string]string{}, t.now, 0
	}
	t.now[key] = packed
	t.words += words
}

// A wording is all of a sentence that its tree depends on, and the room that parsing takes.
type wording struct {
	key    []byte // language, kinds of the words, and the words as they follow each other
	words  []text.Word
	parser grammar.Parser
	packed []byte
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
