package index

import (
	"encoding/binary"
	"slices"
	"strings"

	"factcheck/claims/text"
)

// Texts are kept as codes of their words. The vocabulary of a segment holds each
// word as it is spelled, with the white space before it (" the", "The", ","), by
// falling frequency, and a text is the sequence of its words' numbers in one to
// five bytes: after Brisaboa, Fariña, Navarro and Paramá, "Lightly compressing
// text with dense codes" (2007). That takes about a third of the text, as a
// general compressor of short documents does, and serves three ends that one does
// not: any passage can be read without the text before it, reading it yields the
// terms of its words in order, so that the second stage of a search need not take
// words apart and stem them, and a document is the bytes that were read, because
// nothing is left out.
//
// Codes by their first byte:
//
//	0 to 187     the number itself
//	188 to 251   188 + 256 * (first - 188) + second byte
//	252 to 254   and two bytes
//	255          and four bytes
const (
	oneByte    = 188
	twoBytes   = 64 * 256
	threeBytes = 3 << 16
	firstTwo   = oneByte
	firstThree = 252
	firstFive  = 255
)

func appendCode(b []byte, n uint32) []byte {
	if n < oneByte {
		return append(b, byte(n))
	}
	if n -= oneByte; n < twoBytes {
		return append(b, byte(firstTwo+n>>8), byte(n))
	}
	if n -= twoBytes; n < threeBytes {
		return append(b, byte(firstThree+n>>16), byte(n>>8), byte(n))
	}
	return binary.LittleEndian.AppendUint32(append(b, firstFive), n-threeBytes)
}

// code returns the number that b begins with and its length, zero if b is cut
// short.
func code(b []byte) (n uint32, size int) {
	switch {
	case len(b) == 0:
		return 0, 0
	case b[0] < firstTwo:
		return uint32(b[0]), 1
	case b[0] < firstThree:
		if len(b) < 2 {
			return 0, 0
		}
		return oneByte + uint32(b[0]-firstTwo)<<8 + uint32(b[1]), 2
	case b[0] < firstFive:
		if len(b) < 3 {
			return 0, 0
		}
		return oneByte + twoBytes + uint32(b[0]-firstThree)<<16 + uint32(b[1])<<8 + uint32(b[2]), 3
	case len(b) < 5:
		return 0, 0
	}
	return oneByte + twoBytes + threeBytes + binary.LittleEndian.Uint32(b[1:]), 5
}

// noTerm is the term of a word that none is found by.
const noTerm = ^uint32(0)

// vocabulary numbers words and their terms while a segment is built.
type vocabulary struct {
	known map[string]map[string]uint32 // by language and spelling
	words []string
	term  []uint32 // of each word
	count []uint32
	terms map[string]uint32
	names []string // of terms
	split []text.Word
}

func newVocabulary() *vocabulary {
	return &vocabulary{known: map[string]map[string]uint32{}, terms: map[string]uint32{}}
}

// number appends the numbers of the words of src to dst, and where each word
// ends to ends. Together the words are src.
func (v *vocabulary) number(dst []uint32, ends []int, lang, src string) ([]uint32, []int) {
	if lang == "" {
		lang = "en"
	}
	known := v.known[lang]
	if known == nil {
		known = map[string]uint32{}
		v.known[lang] = known
	}
	v.split = text.AppendWords(v.split[:0], src, text.Span{Start: 0, End: len(src)})
	at := 0
	for _, w := range v.split {
		dst, ends = append(dst, v.word(known, lang, src[at:w.End], w, src)), append(ends, w.End)
		at = w.End
	}
	if at < len(src) {
		dst, ends = append(dst, v.word(known, lang, src[at:], text.Word{}, src)), append(ends, len(src))
	}
	return dst, ends
}

// word returns the number of one spelling.
func (v *vocabulary) word(known map[string]uint32, lang, spelling string, w text.Word, src string) uint32 {
	n, ok := known[spelling]
	if !ok {
		n = uint32(len(v.words))
		spelling = strings.Clone(spelling)
		known[spelling] = n
		v.words = append(v.words, spelling)
		v.count = append(v.count, 0)
		t := noTerm
		if w.Kind == text.Letters || w.Kind == text.Number {
			if name := term(lang, w.In(src)); name != "" {
				t = v.termNumber(name)
			}
		}
		v.term = append(v.term, t)
	}
	v.count[n]++
	return n
}

func (v *vocabulary) termNumber(name string) uint32 {
	t, ok := v.terms[name]
	if !ok {
		t = uint32(len(v.names))
		v.terms[name] = t
		v.names = append(v.names, name)
	}
	return t
}

// ranks returns, for each word, its number by falling frequency, and the words
// in that order.
func (v *vocabulary) ranks() (rank, order []uint32) {
	order = make([]uint32, len(v.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return int(v.count[b]) - int(v.count[a]) })
	rank = make([]uint32, len(order))
	for i, w := range order {
		rank[w] = uint32(i)
	}
	return rank, order
}

// sortedTerms returns the place of each term in alphabetical order, and the
// terms in that order.
func (v *vocabulary) sortedTerms() (place, order []uint32) {
	order = make([]uint32, len(v.names))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(v.names[a], v.names[b]) })
	place = make([]uint32, len(order))
	for i, t := range order {
		place[t] = uint32(i)
	}
	return place, order
}
