package lexicon

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"factcheck/claims/text"
)

// WordNet 3.1 in a compact form that is searched where it lies: fixtures/lexicon
// generates it and says what it leaves out (glosses, instances, rare words of
// several parts). Loading a front-coded lexicon into maps took 182 ms and 20 MB;
// a look-up here costs about a microsecond and nothing is ever loaded.
//
//	magic "FCWN", version 1, three zero bytes
//	14 uint32, little end first: offsets of the 13 sections below, and the end
//	for noun, verb, adjective, adverb:
//	  index     uint32 a block: its offset in lemmas
//	  lemmas    blocks of 16: shared with the one before, rest (a byte each), the
//	            rest, counts (senses<<3 | bases<<1 | has derived), senses as uvarints,
//	            bases as uvarints (of an irregular form: lemma numbers), the number
//	            of derived lemmas and each as number<<2|part
//	  hypernyms three bytes a number, highest first: the count of synsets, for each
//	            its first hypernym (0 none; highest bit: it has more), then pairs of
//	            synset and further hypernym, sorted
//	antonyms    rows of four such numbers, sorted: synset<<2|part, lemma, synset<<2|part, lemma
//
// A lemma is known by its number, in the order of the alphabet from 0; a synset
// by its own, from 1. Both count within a part of speech.

//go:generate go run -C ../../fixtures/lexicon . -out ../../claims/lexicon/data
//go:embed data/wordnet.bin
var wordnetData string

const (
	blockSize = 16
	maxSenses = 12
	maxWord   = 48
)

// A section list of one part of speech.
type lemmaTable struct {
	index, lemmas, hypernyms string
}

type wordnet struct {
	parts    [4]lemmaTable
	antonyms string
	opposed  map[int]int // the offset in antonyms of the first row of a synset
}

// openWordNet cuts the data into its sections.
var openWordNet = sync.OnceValue(func() *wordnet {
	w := &wordnet{}
	if len(wordnetData) < 64 || wordnetData[:5] != "FCWN\x01" {
		return w // cannot be: a test checks the embedded bytes
	}
	section := func(i int) string {
		return wordnetData[little(wordnetData[8+4*i:]):little(wordnetData[12+4*i:])]
	}
	for p := range w.parts {
		w.parts[p] = lemmaTable{section(3 * p), section(3*p + 1), section(3*p + 2)}
	}
	w.antonyms, w.opposed = section(12), map[int]int{}
	for at := len(w.antonyms) - 12; at >= 0; at -= 12 {
		w.opposed[big24(w.antonyms[at:])] = at
	}
	return w
})

func little(s string) int {
	return int(s[0]) | int(s[1])<<8 | int(s[2])<<16 | int(s[3])<<24
}

func big24(s string) int { return int(s[0])<<16 | int(s[1])<<8 | int(s[2]) }

// A lemmaEntry is one decoded lemma.
type lemmaEntry struct {
	part, number int
	count        int // of senses
	senses       [maxSenses]int32
	bases        [3]int32
	baseCount    int
	derived      string // encoded
	derivedCount int
	opposed      bool // a sense of it, or of a word that it is derived with, has an antonym
}

// all returns the senses up to the given limit.
func (e *lemmaEntry) all(limit int) []int32 { return e.senses[:min(e.count, limit)] }

// partOf turns a part of speech into the number that the data has for it, -1 if
// WordNet has none.
func partOf(pos POS) int {
	if pos >= Noun && pos <= Adverb {
		return int(pos) - 1
	}
	return -1
}

// A text meets the same words again and again: what find found is kept in a
// direct-mapped cache without a lock; a word that hashes to a slot overwrites what
// stood there.
var finds [1 << 15]atomic.Pointer[foundLemma]

type foundLemma struct {
	word  string
	entry lemmaEntry
	ok    bool
}

// find looks a folded word up. What it returns is shared, and nil if there is no such lemma.
func (w *wordnet) find(part int, word string) *lemmaEntry {
	if len(word) > maxWord {
		return nil
	}
	at := &finds[(text.Hash(word)*4+uint64(part))%uint64(len(finds))]
	f := at.Load()
	if f == nil || f.word != word || f.entry.part != part {
		f = &foundLemma{word: strings.Clone(word)}
		f.entry, f.ok = w.seek(part, word)
		f.entry.part = part
		f.entry.opposed = f.ok && w.opposes(&f.entry)
		at.Store(f)
	}
	if !f.ok {
		return nil
	}
	return &f.entry
}

// opposes reports whether Antonyms may find an antonym of a lemma. Most have none.
func (w *wordnet) opposes(e *lemmaEntry) bool {
	if w.hasAntonym(e) {
		return true
	}
	return slices.ContainsFunc(e.derivatives(), func(d int) bool {
		x := w.numbered(d&3, d>>2)
		return w.hasAntonym(&x)
	})
}

// hasAntonym reports whether a sense of a lemma has an antonym.
func (w *wordnet) hasAntonym(e *lemmaEntry) bool {
	return slices.ContainsFunc(e.all(maxSenses), func(s int32) bool { return w.firstAntonym(int(s)<<2|e.part) < len(w.antonyms) })
}

// seek is find without the cache.
func (w *wordnet) seek(part int, word string) (e lemmaEntry, ok bool) {
	t := &w.parts[part]
	lo, hi := 0, len(t.index)/4 // the last block whose first lemma is not after word
	for lo < hi {
		mid := (lo + hi) / 2
		first := t.lemmas[little(t.index[4*mid:]):]
		if first[2:2+int(first[1])] <= word {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return e, false
	}
	var buf [maxWord]byte
	e.part = part
	n := e.walk(t, lo-1, -1, word, &buf)
	return e, n >= 0 && string(buf[:n]) == word
}

// walk decodes the lemmas of a block into e up to the index-th, or with a
// negative index up to the first that is not before word, and returns the length
// of its name in buf; -1 if the block ends before.
func (e *lemmaEntry) walk(t *lemmaTable, block, index int, word string, buf *[maxWord]byte) int {
	s := t.lemmas[little(t.index[4*block:]):]
	for i := 0; i < blockSize && len(s) > 0; i++ {
		shared, rest := int(s[0]), int(s[1])
		copy(buf[shared:], s[2:2+rest])
		s = s[2+rest:]
		e.number = block*blockSize + i
		s = e.decode(s)
		if i == index || index < 0 && string(buf[:shared+rest]) >= word {
			return shared + rest
		}
	}
	return -1
}

// decode reads what follows a lemma's name and returns the rest.
func (e *lemmaEntry) decode(s string) string {
	counts := s[0]
	s = s[1:]
	e.count, e.baseCount, e.derivedCount = int(counts>>3), int(counts>>1&3), 0
	var n int
	for i := range e.count {
		n, s = uvarint(s)
		e.senses[i] = int32(n)
	}
	for i := range e.baseCount {
		n, s = uvarint(s)
		e.bases[i] = int32(n)
	}
	if counts&1 == 0 {
		e.derived = ""
		return s
	}
	e.derivedCount, s = uvarint(s)
	e.derived = s
	for range e.derivedCount {
		_, s = uvarint(s)
	}
	return s
}

func uvarint(s string) (int, string) {
	n := 0
	for i, shift := 0, 0; i < len(s) && i < binary.MaxVarintLen32; i, shift = i+1, shift+7 {
		n |= int(s[i]&0x7F) << shift
		if s[i] < 0x80 {
			return n, s[i+1:]
		}
	}
	return 0, ""
}

// name returns the lemma of that number.
func (w *wordnet) name(part, number int) string {
	var e lemmaEntry
	var buf [maxWord]byte
	n := e.walk(&w.parts[part], number/blockSize, number%blockSize, "", &buf)
	return string(buf[:max(n, 0)])
}

// Known reports whether WordNet has the lemma in that part of speech, or in any.
func Known(lemma string, pos POS) bool {
	lemma = key(lemma)
	for p := Noun; p <= Adverb; p++ {
		if pos == Any || pos == p {
			if e := openWordNet().find(partOf(p), lemma); e != nil && e.count > 0 {
				return true
			}
		}
	}
	return false
}

// lookup finds two folded lemmas in one part of speech.
func lookup(a, b string, part int) (x, y *lemmaEntry, ok bool) {
	w := openWordNet()
	if x = w.find(part, a); x == nil {
		return nil, nil, false
	}
	y = w.find(part, b)
	return x, y, y != nil
}
