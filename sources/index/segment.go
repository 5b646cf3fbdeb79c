package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"
	"sync"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// segment is an immutable run of documents, read in place.
type segment struct {
	c        *container
	copied   *container // the same bytes, copied as they are read; c itself if they are read where they are
	p        [partCount]part
	docs     int
	units    int
	words    int
	frequent func() []uint32 // places, found once
	sums     func() []uint32 // of the documents' IDs, found once
	dead     map[uint32]bool // documents that were replaced or removed
	graves   []grave         // their units
	living   int             // units of the others
	firstDoc uint32          // its documents' numbers begin here
}

// openSegment reads a segment in place, and its texts and postings by copies of
// what is read, unless from is nil. One of which b is the first piece only is read by copies as a whole.
func openSegment(b []byte, from *copies) (*segment, error) {
	all := len(b)
	if from != nil {
		all = from.size
	}
	c, err := unseal(b, all)
	if err != nil {
		return nil, err
	}
	if len(c.start) != partCount+1 {
		return nil, fmt.Errorf("a segment has %d parts", len(c.start)-1)
	}
	s := &segment{c: c, copied: c, dead: map[uint32]bool{}}
	s.frequent, s.sums = sync.OnceValue(s.places), sync.OnceValue(s.sumsOf)
	if from != nil {
		s.copied = c.copied(from)
	}
	if c.payload == nil {
		s.c = s.copied
	}
	for i := range s.p {
		s.p[i] = s.c.part(i)
		if slices.Contains(seldom[:], i) {
			s.p[i] = s.copied.part(i)
		}
	}
	s.docs = len(s.p[partDocs].b)/docRecord - 1
	s.units = len(s.p[partLengths].b)
	s.living = s.units
	s.words = len(s.p[partWordTerm].b) / 4
	if s.docs < 0 || len(s.p[partDocs].b) != docRecord*(s.docs+1) || len(s.p[partIDs].b) != 8*s.docs ||
		len(s.p[partUnits].b) != unitRecord*s.units || len(s.p[partWordAt].b) != 4*((s.words+wordStep-1)/wordStep) || len(s.p[partTermAt].b)%12 != 0 {
		return nil, errors.New("the parts of a segment disagree")
	}
	return s, nil
}

// doc returns a field of document i's record.
func (s *segment) doc(i, field int) int {
	return int(s.p[partDocs].uint32(i*docRecord/4 + field))
}

// date returns the date of document i.
func (s *segment) date(i int) date.Day { return date.Day(int32(s.doc(i, 5))) }

// meta reads the metadata of document i, with its number of statements.
func (s *segment) meta(i int, d *claims.Document) int {
	r := reader{b: s.p[partMetas].bytes(s.doc(i, 0), s.doc(i+1, 0))}
	n := r.meta(d)
	if r.bad {
		damaged("the metadata of a document cannot be read")
	}
	return n
}

// count returns the number of statements of document i.
func (s *segment) count(i int) int {
	r := reader{b: s.p[partMetas].bytes(s.doc(i, 0), s.doc(i+1, 0))}
	n := r.statements()
	if r.bad {
		damaged("the metadata of a document cannot be read")
	}
	return n
}

// entry reads document i with its statements.
func (s *segment) entry(i int) Entry {
	d := &claims.Document{}
	n := s.meta(i, d)
	d.Text = s.text(s.doc(i, 2), s.doc(i, 3))
	r := reader{b: s.p[partBodies].bytes(s.doc(i, 1), s.doc(i+1, 1))}
	list := r.body(d, n)
	if r.bad {
		damaged("document %s cannot be decoded", d.ID)
	}
	return Entry{d, list}
}

// text decodes the words of a run of codes.
func (s *segment) text(lo, hi int) string {
	codes := s.p[partCodes].bytes(lo, hi)
	b := make([]byte, 0, 4*len(codes))
	for len(codes) > 0 {
		n, size := code(codes)
		if size == 0 {
			damaged("a text cannot be decoded")
		}
		codes = codes[size:]
		b = append(b, s.word(n)...)
	}
	return string(b)
}

// frequentWords are the words whose places in the vocabulary are kept in memory:
// three in four words of a text.
const frequentWords = 64 * wordStep

// word returns the spelling of word n.
func (s *segment) word(n uint32) []byte {
	if int(n) >= s.words {
		damaged("a text holds a word that is not in the vocabulary")
	}
	at, skip := 0, uint32(0)
	if n < frequentWords {
		at = int(s.frequent()[n])
	} else {
		at, skip = s.wordsAt(n/wordStep), n%wordStep
	}
	r := reader{b: s.p[partWords].bytes(at, s.wordsAt(n/wordStep+1))}
	for range skip {
		r.bytes(r.int())
	}
	w := r.bytes(r.int())
	if r.bad {
		damaged("the vocabulary cannot be read")
	}
	return w
}

// wordsAt returns where the words from the i-th step on begin in the vocabulary.
func (s *segment) wordsAt(i uint32) int {
	if int(i)*wordStep >= s.words {
		return len(s.p[partWords].b)
	}
	return int(s.p[partWordAt].uint32(int(i)))
}

// places returns where each of the frequent words begins in the vocabulary.
func (s *segment) places() []uint32 {
	end := s.wordsAt(frequentWords / wordStep)
	r := reader{b: s.p[partWords].bytes(0, end)}
	list := make([]uint32, min(s.words, frequentWords))
	for i := range list {
		list[i] = uint32(end - len(r.b))
		r.bytes(r.int())
	}
	if r.bad {
		damaged("the vocabulary cannot be read")
	}
	return list
}

// find returns the document with an id, -1 if there is none that lives.
func (s *segment) find(id string) int {
	sum := idSum(id)
	ids := s.p[partIDs]
	i := sort.Search(s.docs, func(i int) bool { return ids.uint32(2*i) >= sum })
	for ; i < s.docs && ids.uint32(2*i) == sum; i++ {
		n := ids.uint32(2*i + 1)
		if int(n) >= s.docs {
			damaged("a table of ids names no document")
		}
		if s.id(int(n)) == id && !s.dead[n] {
			return int(n)
		}
	}
	return -1
}

// unit is a decoded unitRecord.
type unit struct {
	doc     uint32
	serial  uint32 // of its first statement, NoStatement or headSerial
	passage text.Span
	code    int // where its words begin
	words   int
}

func (s *segment) unit(u int) unit {
	b := s.p[partUnits].bytes(unitRecord*u, unitRecord*(u+1))
	start := int(binary.LittleEndian.Uint32(b))
	return unit{
		doc:     uint32(s.docOf(u)),
		serial:  binary.LittleEndian.Uint32(b[8:]),
		passage: text.Span{Start: start, End: start + int(binary.LittleEndian.Uint16(b[12:]))},
		code:    int(binary.LittleEndian.Uint32(b[4:])),
		words:   int(binary.LittleEndian.Uint16(b[14:])),
	}
}

// docOf returns the document of unit u. Documents are of much the same length, so
// that a guess by proportion is a few steps from the answer.
func (s *segment) docOf(u int) int {
	holds := func(i int) bool { return s.doc(i+1, 4) > u } // i is the document of u, or behind it
	lo, hi := 0, s.docs
	at, step := int(uint64(u)*uint64(s.docs)/uint64(max(1, s.units))), 1
	for ; at < hi && !holds(at); step *= 2 {
		lo, at = at+1, min(hi, at+step)
	}
	for hi = at; at > lo; step *= 2 {
		if at = max(lo, at-step); !holds(at) {
			lo = at + 1
			break
		}
		hi = at
	}
	return lo + sort.Search(hi-lo, func(i int) bool { return holds(lo + i) })
}

// statements returns the numbers of the statements that unit u makes, from first
// up to but not including end.
func (s *segment) statements(u int, k unit) (first, end uint32) {
	if k.serial >= headSerial {
		return 0, 0
	}
	if u+1 < s.doc(int(k.doc)+1, 4) {
		if next := s.unit(u + 1).serial; next < headSerial {
			return k.serial, next
		}
	}
	return k.serial, uint32(s.count(int(k.doc)))
}

// unitTerms appends the terms of the unit's words to dst, noTerm for words
// without.
func (s *segment) unitTerms(dst []uint32, k unit) []uint32 {
	codes := s.p[partCodes].bytes(k.code, min(len(s.p[partCodes].b), k.code+5*k.words))
	for range k.words {
		n, size := code(codes)
		if size == 0 || int(n) >= s.words {
			damaged("a text cannot be decoded")
		}
		codes = codes[size:]
		dst = append(dst, s.p[partWordTerm].uint32(int(n)))
	}
	return dst
}

// termRef is a term of a segment: its place in alphabetical order, where its
// postings stand and how many units they are. The zero termRef is none.
type termRef struct {
	place  uint32
	lo, hi uint32
	units  uint32
}

// term finds a term; the zero termRef if it is not there.
func (s *segment) term(name string) termRef {
	var buf [80]byte
	key := prefix(name)
	// the last block that does not begin after name
	block := sort.Search(s.termBlocks(), func(i int) bool {
		if k := s.p[partTermAt].uint32(3 * i); k != key {
			return k > key
		}
		r := s.termBlock(i)
		r.bytes(1)
		return string(r.bytes(r.int())) > name
	}) - 1
	if block < 0 {
		return termRef{}
	}
	var found termRef
	s.scan(block, buf[:0], func(ref termRef, t []byte) bool {
		if string(t) == name {
			found = ref
		}
		return string(t) < name
	})
	if found.hi != 0 && s.c.version == 1 { // only the head of the postings says how many they are
		r := reader{b: s.p[partLists].bytes(int(found.lo), min(int(found.hi), int(found.lo)+binary.MaxVarintLen32))}
		found.units = uint32(r.int())
	}
	return found
}

func (s *segment) termBlocks() int { return len(s.p[partTermAt].b) / 12 }

// termBlock reads the terms from the i-th step on.
func (s *segment) termBlock(i int) reader {
	at := int(s.p[partTermAt].uint32(3*i + 1))
	end := len(s.p[partTerms].b)
	if i+1 < s.termBlocks() {
		end = int(s.p[partTermAt].uint32(3*i + 4))
	}
	return reader{b: s.p[partTerms].bytes(at, end)}
}

// scan calls f with each term of a block until it returns false.
func (s *segment) scan(block int, name []byte, f func(ref termRef, name []byte) bool) {
	r := s.termBlock(block)
	ref := termRef{place: uint32(block * termStep), hi: s.p[partTermAt].uint32(3*block + 2)}
	for ; len(r.b) > 0; ref.place++ {
		shared := r.bytes(1)
		rest := r.bytes(r.int())
		ref.lo, ref.hi = ref.hi, ref.hi+uint32(r.int())
		if s.c.version > 1 {
			ref.units = uint32(r.int())
		}
		if r.bad || int(shared[0]) > len(name) {
			damaged("the terms cannot be read")
		}
		name = append(name[:shared[0]], rest...)
		if !f(ref, name) {
			return
		}
	}
}

// openPostings makes c walk over the units of a term.
func (s *segment) openPostings(c *cursor, t termRef) {
	c.open(s.p[partLists], int(t.lo), int(t.hi), s.units)
}

// checkLists decodes every list of postings.
func (s *segment) checkLists() error {
	last, n, end := "", 0, uint32(0)
	for i := range s.termBlocks() {
		s.spare()
		sorted, counted := true, true
		s.scan(i, nil, func(ref termRef, name []byte) bool {
			sorted = sorted && (n == 0 || string(name) > last) && ref.lo == end && ref.place == uint32(n)
			last, end = string(name), ref.hi
			n++
			var c cursor
			s.openPostings(&c, ref)
			counted = counted && (s.c.version == 1 || c.count == int(ref.units))
			for ok := c.seek(0); ok; ok = c.next() {
			}
			return true
		})
		if !sorted {
			return errors.New("the terms are out of order")
		}
		if !counted {
			return errors.New("the terms are counted wrongly")
		}
	}
	if int(end) != len(s.p[partLists].b) {
		return errors.New("there are postings of no term")
	}
	return nil
}
