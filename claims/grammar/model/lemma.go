package model

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// Lemmas is a decision list from word forms to dictionary forms: for a class and
// the ending of a word, the longest that is listed, how many bytes to strip and
// what to add. Whole words that follow no rule are listed as endings that begin
// with a mark. The zero Lemmas leaves words as they are.
type Lemmas struct {
	entries []byte // open-addressed: 32 bits of check, 16 of where the rule stands, 16 unused
	rules   []byte // strip, mark, length of what is added, the added bytes
}

// Mark is what the listed form tells beyond its class.
type Mark uint8

const (
	MarkPlural Mark = 1 << iota
	MarkComparative
	MarkSuperlative
)

const (
	longestEnding = 6
	wholeWord     = 0x1F // stands before the first byte of a word
)

// Find returns the rule for a word, folded by Lower, of a class.
func (l Lemmas) Find(c Class, word []byte) (strip int, add []byte, mark Mark) {
	n := len(l.entries) / 8
	if n == 0 {
		return 0, nil, 0
	}
	if at := l.look(lemmaHash(c, word, true)); at >= 0 {
		return l.rule(at, word)
	}
	for k := max(0, len(word)-longestEnding); k <= len(word); k++ {
		if at := l.look(lemmaHash(c, word[k:], false)); at >= 0 {
			return l.rule(at, word)
		}
	}
	return 0, nil, 0
}

// Lemma is Find of the model's lemmas. Where its lexicon tells accents apart it has the
// forms of verbs too: a verb whose lemma is none there has the wrong class, and the
// lemma of the first class that gives one counts: "nie" is no participle of "nir".
func (m *Model) Lemma(c Class, word []byte) (strip int, add []byte, mark Mark) {
	strip, add, mark = m.Lemmas.Find(c, word)
	if !m.Lexicon.Accented() || c < VerbBase || c > VerbThird || m.verb(word, strip, add) {
		return strip, add, mark
	}
	for k := VerbThird; k >= VerbBase; k-- {
		if s, a, n := m.Lemmas.Find(k, word); m.verb(word, s, a) {
			return s, a, n
		}
	}
	return strip, add, mark
}

// verb reports whether a word stripped and added to is an infinitive of the lexicon.
func (m *Model) verb(word []byte, strip int, add []byte) bool {
	var room [64]byte
	lemma := append(append(room[:0], word[:len(word)-strip]...), add...)
	known, _ := m.Lexicon.Look(hashBytes(lemma))
	return known&IsVerb != 0 && (bytes.HasSuffix(lemma, []byte("r")) || bytes.HasSuffix(lemma, []byte("re")))
}

func (l Lemmas) rule(at int, word []byte) (int, []byte, Mark) {
	if at+3 > len(l.rules) {
		return 0, nil, 0
	}
	strip, mark, n := int(l.rules[at]), Mark(l.rules[at+1]), int(l.rules[at+2])
	if strip > len(word) || at+3+n > len(l.rules) {
		return 0, nil, 0
	}
	return strip, l.rules[at+3 : at+3+n], mark
}

func lemmaHash(c Class, ending []byte, whole bool) uint64 {
	h := uint64(14695981039346656037) ^ uint64(c)
	h *= 1099511628211
	for _, b := range ending {
		h = (h ^ uint64(b)) * 1099511628211
	}
	if whole {
		h = (h ^ wholeWord) * 1099511628211
	}
	return h ^ h>>29
}

// look returns where the rule of a hash stands, -1 if there is none.
func (l Lemmas) look(h uint64) int {
	n := len(l.entries) / 8
	at := int(h) & (n - 1)
	for range n {
		e := binary.LittleEndian.Uint64(l.entries[8*at:])
		if e == 0 {
			return -1
		}
		if uint32(e) == uint32(h>>32)|1 {
			return int(e >> 32 & 0xFFFF)
		}
		at = (at + 1) & (n - 1)
	}
	return -1
}

// LemmaRule is a line of the decision list.
type LemmaRule struct {
	Class  Class
	Ending string
	Whole  bool // the ending is the whole word
	Strip  int
	Add    string
	Mark   Mark
}

// BuildLemmas lays out a decision list.
func BuildLemmas(list []LemmaRule) Lemmas {
	size := 16
	for size < 2*len(list) {
		size *= 2
	}
	l := Lemmas{entries: make([]byte, 8*size)}
	place := map[string]int{}
	for _, r := range list {
		text := string([]byte{byte(r.Strip), byte(r.Mark), byte(len(r.Add))}) + r.Add
		at, ok := place[text]
		if !ok {
			at = len(l.rules)
			if at > 0xFFFF-len(text) || r.Strip > 255 || len(r.Add) > 255 {
				continue
			}
			place[text] = at
			l.rules = append(l.rules, text...)
		}
		h := lemmaHash(r.Class, []byte(r.Ending), r.Whole)
		slot := int(h) & (size - 1)
		for binary.LittleEndian.Uint64(l.entries[8*slot:]) != 0 {
			slot = (slot + 1) & (size - 1)
		}
		binary.LittleEndian.PutUint64(l.entries[8*slot:], uint64(uint32(h>>32)|1)|uint64(at)<<32)
	}
	return l
}

// AppendLower appends a word in lower case, its apostrophes straight.
func AppendLower(dst []byte, w string) []byte {
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(w[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			dst = append(dst, c)
		case r == '’' || r == '‘' || r == 'ʼ':
			dst = append(dst, '\'')
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += size
	}
	return dst
}
