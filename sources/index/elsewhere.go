package index

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"factcheck/claims"
	"factcheck/claims/text"
)

// An archive that outgrew one machine is kept elsewhere, by an engine that knows words and
// weights and nothing of what they are for. It is given what the builder makes of a
// document, passage by passage, and asked for the passages that the first stage would find.
// The documents that hold them come back as Parts, and a Selection of them is searched by
// the code that searches a file: the same first stage, second stage and alignment, over the
// same counts, with the same answer to the last bit, provided that what the engine proposed
// holds the best that there is.

// A Passage is a unit of retrieval as an engine elsewhere keeps it.
type Passage struct {
	Number int // in its document
	Terms  []Held
	Words  []string // the terms of its words in their order, without what was said of its speaker
	Span   text.Span
	First  int // the first statement made in it; -1: none is
}

// Held is a term that a passage holds.
type Held struct {
	Name   string
	Impact float64 // 0 to 1: what it counts in the first stage, before its weight
}

// Passages returns the units of an entry, the head of the document among them.
func (e *Entry) Passages() []Passage {
	b := newBuilder()
	b.add(e)
	list := make([]Passage, len(b.units))
	for i, u := range b.units {
		p := &list[i]
		p.Number, p.Span, p.First = i, u.passage, -1
		if u.serial < headSerial {
			p.First = int(u.serial)
		}
		for _, w := range b.words[u.word : u.word+u.words] {
			if t := b.v.term[w]; t != noTerm {
				p.Words = append(p.Words, b.v.names[t])
			}
		}
	}
	sat := saturations()
	for _, h := range b.hits {
		p := &list[h.unit]
		p.Terms = append(p.Terms, Held{b.v.names[h.term], float64(sat[h.count][b.lengths[h.unit]])})
	}
	return list
}

// packed is the version of what Pack writes.
const packed = 1

// Pack returns an entry as the bytes of a Part: a version, a CRC-32C of the rest, and the
// document with its statements as a segment has them, the text as it is. That is a third of a
// segment of one document, which Unpack makes of it in half a millisecond for 5 KB.
func (e *Entry) Pack() ([]byte, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	b := appendMeta(nil, e.Document, len(e.Statements))
	b = appendBody(appendString(appendString([]byte{packed, 0, 0, 0, 0}, string(b)), e.Document.Text), e)
	binary.LittleEndian.PutUint32(b[1:], checksum(b[5:]))
	return b, nil
}

// UnpackEntry reads what Pack wrote.
func UnpackEntry(data []byte) (e *Entry, err error) {
	err = guard("document", func() (err error) { e, err = unpack(data); return err })
	return e, err
}

func unpack(data []byte) (*Entry, error) {
	if len(data) < 5 || data[0] != packed || binary.LittleEndian.Uint32(data[1:]) != checksum(data[5:]) {
		return nil, fmt.Errorf("%w: a document does not match its checksum", ErrDamaged)
	}
	r := reader{b: data[5:]}
	e := &Entry{Document: &claims.Document{}}
	head := reader{b: r.bytes(r.int())}
	n := head.meta(e.Document)
	e.Document.Text = r.string()
	e.Statements = r.body(e.Document, n)
	if head.bad || r.bad {
		return nil, fmt.Errorf("%w: document %s cannot be decoded", ErrDamaged, e.Document.ID)
	}
	return e, e.check()
}

// StateOf returns a sum of a document's bytes and metadata: whoever holds a document with
// this sum needs it no more.
func StateOf(e *Entry) [32]byte { return sumOf(e.Document) }

// OrderOf returns what a document's passages stand by among those that fit equally well.
func OrderOf(id string) uint32 { return idSum(id) }

// A Part is one document of an archive that is kept elsewhere.
// It belongs to one Whole.
type Part struct {
	s      *segment
	once   sync.Once
	common []uint32 // places of the terms that are common in the whole
}

// Unpack reads a Part; number is the document's in the archive.
func Unpack(data []byte, number uint32) (p *Part, err error) {
	err = guard("document", func() error {
		e, err := unpack(data)
		if err != nil {
			return err
		}
		b := newBuilder()
		b.add(e)
		_, sealed := b.finish(0)
		s, err := openSegment(sealed, nil)
		if err != nil {
			return err
		}
		s.firstDoc = number
		p = &Part{s: s}
		return nil
	})
	return p, err
}

// Entry returns the document with its statements.
func (p *Part) Entry() (e Entry, err error) {
	err = guard("document", func() error { e = p.s.entry(0); return nil })
	return e, err
}

// Units returns how many passages the part has.
func (p *Part) Units() int { return p.s.units }

// Size returns how many bytes it takes.
func (p *Part) Size() int { return len(p.s.c.payload) }

// A Whole is what is known of an archive that is kept elsewhere.
type Whole struct {
	Passages int
	Holders  func(term string) int // passages that hold a term; asked of the terms of Wanted
	common   map[string]bool
}

// Sampled returns the terms that may be common in an archive of which the parts are a
// sample: Common says which are.
func Sampled(parts []*Part) (terms []string, err error) {
	held, units := map[string]int{}, 0
	for _, p := range parts {
		err := guard("document", func() error {
			units += p.s.units
			for block := range p.s.termBlocks() {
				p.s.scan(block, nil, func(ref termRef, name []byte) bool {
					held[string(name)] += int(ref.units)
					return true
				})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for t, n := range held {
		if 2*n*commonPart > units && t[0] > langField[0] {
			terms = append(terms, t)
		}
	}
	slices.Sort(terms)
	return terms, nil
}

// Common tells the whole which of the sampled terms are common.
func (w *Whole) Common(terms []string) {
	w.common = map[string]bool{}
	for _, t := range terms {
		if w.Holders(t)*commonPart > w.Passages {
			w.common[t] = true
		}
	}
}

// index returns an index of no document that counts as the whole does.
func (w *Whole) index() *Index {
	return &Index{path: "archive", manifest: &manifest{}, whole: w, units: w.Passages}
}

// Speaks reports whether the archive may hold a text in a language.
func (w *Whole) Speaks(lang string) bool { return w.index().Speaks(lang) }

// Reviewed reports whether a publisher's check of a claim is among the texts.
func (w *Whole) Reviewed() bool { return w.index().Reviewed() }

// SpeaksBy returns the terms of which Speaks and Reviewed ask how many hold them.
func SpeaksBy(lang string) []string {
	list := []string{langField + lang, reviewField}
	for _, word := range commonest[lang] {
		list = append(list, term(lang, word))
	}
	return list
}

// Wanted returns the terms of a query whose holders must be known.
func Wanted(q Query) []string {
	var list []string
	w := &Whole{Holders: func(t string) int {
		list = append(list, t)
		return 0
	}}
	w.index().analyse(q)
	return list
}

// A Plan is what an engine elsewhere is asked for.
type Plan struct {
	Terms     []Weighed  // the first stage: passages by the sum of weight times impact
	Sequences [][]string // of a quotation: passages that hold all terms of one, those that hold it in order first
	Depth     int        // passages that the first stage hands on
	Whole     int        // passages that hold a sequence
}

// Weighed is a term of a query with its weight.
type Weighed struct {
	Name   string
	Weight float64
}

// Plan returns what is asked for the answer to Search, SearchDocuments (documents) or
// Passages (quotation).
func (w *Whole) Plan(q Query, limit int, quotation, documents bool) Plan {
	x := w.index()
	a := x.analyse(q)
	p := Plan{Depth: max(limit, statementDepth)}
	switch {
	case len(a.terms) == 0:
		return p
	case quotation:
		p.Depth, p.Whole = alignWith, 2*enough
		for _, s := range a.sequences(q) {
			var names []string
			for _, i := range s {
				names = append(names, a.terms[i].name)
			}
			p.Sequences = append(p.Sequences, names)
		}
	case documents:
		p.Depth = max(2*limit, depth)
	}
	for _, t := range a.selective(x.units) {
		p.Terms = append(p.Terms, Weighed{t.name, float64(t.weight)})
	}
	return p
}

// Select returns an index of some documents that counts and weighs as the whole archive
// does. It need not be closed.
func (w *Whole) Select(parts []*Part) *Index {
	x := w.index()
	for _, p := range parts {
		x.segments = append(x.segments, p.s)
	}
	x.common = sync.OnceValue(func() [][]uint32 {
		out := make([][]uint32, len(parts))
		for i, p := range parts {
			out[i] = p.commonIn(w)
		}
		return out
	})
	return x
}

// commonIn returns the places of the part's terms that are common in the whole.
func (p *Part) commonIn(w *Whole) []uint32 {
	p.once.Do(func() {
		for block := range p.s.termBlocks() {
			p.s.scan(block, nil, func(ref termRef, name []byte) bool {
				if w.common[string(name)] {
					p.common = append(p.common, ref.place)
				}
				return true
			})
		}
	})
	return p.common
}
