package quote

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"factcheck/claims/text"
)

// Spellings of one word are typography: terrorised, terrorized. A word is hashed
// in the spelling that stands last in spellings.tsv.

//go:embed spellings.tsv
var spellingTable string

// spellings is spellings.tsv read.
type spellings struct {
	endings [256][]ending // by the last letter
	words   map[uint64]uint64
}

// An ending stands for another behind a stem of at least so many letters.
type ending struct {
	least    int
	from, to string
}

var spelled = sync.OnceValue(func() *spellings {
	s := &spellings{words: map[uint64]uint64{}}
	for row := range strings.Lines(spellingTable) {
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(f) != 3 || row[0] == '#' {
			continue
		}
		least, err := strconv.Atoi(f[1])
		for pair := range strings.FieldsSeq(f[2]) {
			from, to, _ := strings.Cut(pair, "_")
			if err != nil {
				s.words[hashBytes([]byte(from))] = hashBytes([]byte(to))
				continue
			}
			last := from[len(from)-1]
			s.endings[last] = append(s.endings[last], ending{least, from, to})
		}
	}
	return s
})

// id returns the hash of a folded word in the one of its spellings that counts.
// It may write over w and behind it.
func (s *spellings) id(w []byte) uint64 {
	if len(w) == 0 {
		return hashBytes(w)
	}
	for _, e := range s.endings[w[len(w)-1]] {
		if n := len(w) - len(e.from); n >= e.least && string(w[n:]) == e.from {
			w = append(w[:n], e.to...)
			break
		}
	}
	h := hashBytes(w)
	if other, ok := s.words[h]; ok {
		return other
	}
	return h
}

// kin reports whether two words look like one word inflected: captured,
// captures. It is a guess by their letters that only arranges words; it knows no
// irregular forms.
func kin(v, w string) bool {
	if len(v) == 0 || len(w) == 0 || (v[0]^w[0])&^0x20 != 0 || v[0] >= '0' && v[0] <= '9' {
		return false
	}
	v, w = text.Fold(v), text.Fold(w)
	n := 0
	for n < len(v) && n < len(w) && v[n] == w[n] {
		n++
	}
	if n < 3 || n*2 < max(len(v), len(w)) {
		return false
	}
	return inflection(v[n:]) && inflection(w[n:])
}

// inflection reports whether s can end a word whose stem stays the same.
func inflection(s string) bool {
	switch s {
	case "", "s", "es", "ed", "d", "ing", "ly", "e", "y", "ies", "ied", "ent", "ait", "aient", "a", "ont", "ee", "ees":
		return true
	}
	return false
}

// hissed reports whether word k is the "s" of an owner whose name ends with one: James's, James'.
func hissed(src string, words []text.Word, k int) bool {
	return k > 0 && text.IsPossessive(words[k].In(src)) && words[k-1].End == words[k].Start && strings.HasSuffix(text.Fold(words[k-1].In(src)), "s")
}
