package token

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Kind is how a vocabulary cuts words.
type Kind uint32

const (
	WordPiece Kind = iota + 1
	Unigram
)

// A Vocabulary is the pieces of a network. It is safe for concurrent use.
//
// Its bytes: the eleven numbers of its header, a table of 2^n slots that holds at the
// hash of a piece its number plus one, where each piece ends, the score of each,
// the pieces, the map of characters.
type Vocabulary struct {
	kind    Kind
	flags   uint32
	n       int // pieces
	longest int // bytes of the longest
	special Special
	worst   float64 // the least score
	slots   []byte
	ends    []byte
	scores  []byte
	text    []byte
	chars   charMap
	data    []byte
}

// Special are the numbers of the pieces that mean no text.
type Special struct{ Begin, End, Unknown int }

const (
	lowerCase = 1 << iota // letters are made small
	noAccents             // and lose their accents
)

const headerSize = 11 * 4

// A draft is a vocabulary while it is read.
type draft struct {
	kind    Kind
	flags   uint32
	pieces  []string
	scores  []float32
	special Special
	chars   []byte
}

var errDamaged = errors.New("the vocabulary is damaged")

// finish checks the pieces and lays them out.
func (d *draft) finish() (*Vocabulary, error) {
	n := len(d.pieces)
	if n == 0 || n > 1<<21 {
		return nil, fmt.Errorf("a vocabulary of %d pieces", n)
	}
	for _, s := range []int{d.special.Begin, d.special.End, d.special.Unknown} {
		if s < 0 || s >= n {
			return nil, errors.New("the vocabulary lacks the marks [CLS], [SEP] and [UNK]")
		}
	}
	size := 1
	for size < 2*n {
		size *= 2
	}
	slots := make([]uint32, size)
	var text []byte
	var ends, scores []uint32
	longest := 0
	worst := float32(0)
	for i, p := range d.pieces {
		text = append(text, p...)
		ends = append(ends, uint32(len(text)))
		scores = append(scores, math.Float32bits(d.scores[i]))
		if d.scores[i] == never {
			continue
		}
		longest, worst = max(longest, len(p)), min(worst, d.scores[i])
		for h := hash([]byte(p)); ; h++ {
			if s := &slots[h&uint32(size-1)]; *s == 0 {
				*s = uint32(i + 1)
				break
			}
		}
	}
	var b []byte
	for _, v := range []uint32{uint32(d.kind), d.flags, uint32(n), uint32(size), uint32(len(text)), uint32(len(d.chars)), uint32(longest),
		uint32(d.special.Begin), uint32(d.special.End), uint32(d.special.Unknown), math.Float32bits(worst)} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	for _, list := range [][]uint32{slots, ends, scores} {
		for _, v := range list {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
	}
	return Open(append(append(b, text...), d.chars...))
}

// never is the score of a piece that no text has.
const never = math.MaxFloat32

// Open returns the vocabulary that lies in b.
func Open(b []byte) (*Vocabulary, error) {
	if len(b) < headerSize {
		return nil, errDamaged
	}
	at := func(i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }
	v := &Vocabulary{kind: Kind(at(0)), flags: uint32(at(1)), n: at(2), longest: at(6), special: Special{at(7), at(8), at(9)},
		worst: float64(math.Float32frombits(uint32(at(10)))), data: b}
	size, text, chars := at(3), at(4), at(5)
	if v.kind != WordPiece && v.kind != Unigram || v.n == 0 || size&(size-1) != 0 || size <= v.n ||
		headerSize+4*size+8*v.n+text+chars != len(b) || max(v.special.Begin, v.special.End, v.special.Unknown) >= v.n {
		return nil, errDamaged
	}
	rest := b[headerSize:]
	cut := func(n int) []byte {
		part := rest[:n:n]
		rest = rest[n:]
		return part
	}
	v.slots, v.ends, v.scores, v.text = cut(4*size), cut(4*v.n), cut(4*v.n), cut(text)
	var err error
	v.chars, err = openCharMap(rest)
	return v, err
}

// Bytes returns what Open takes.
func (v *Vocabulary) Bytes() []byte { return v.data }

// Len returns how many pieces there are.
func (v *Vocabulary) Len() int { return v.n }

// Special returns the marks.
func (v *Vocabulary) Special() Special { return v.special }

// find returns the number of a piece, -1 if there is none.
func (v *Vocabulary) find(p []byte) int {
	mask := uint32(len(v.slots)/4 - 1)
	for h, tries := hash(p), mask; tries > 0; h, tries = h+1, tries-1 {
		i := int(binary.LittleEndian.Uint32(v.slots[4*(h&mask):])) - 1
		if i < 0 {
			return -1
		}
		if i < v.n && string(v.piece(i)) == string(p) {
			return i
		}
	}
	return -1
}

// piece returns the text of a piece.
func (v *Vocabulary) piece(i int) []byte {
	begin, end := uint32(0), binary.LittleEndian.Uint32(v.ends[4*i:])
	if i > 0 {
		begin = binary.LittleEndian.Uint32(v.ends[4*i-4:])
	}
	if begin > end || int(end) > len(v.text) {
		return nil
	}
	return v.text[begin:end]
}

func (v *Vocabulary) score(i int) float64 {
	return float64(math.Float32frombits(binary.LittleEndian.Uint32(v.scores[4*i:])))
}

// hash is FNV-1a.
func hash(p []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range p {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
