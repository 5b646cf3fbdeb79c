package index

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"sort"

	"factcheck/claims"
	"factcheck/claims/text"
)

// The parts of a segment. A unit is what is found: a statement, a passage that
// no statement covers, or the head of a document (title, subtitle).
const (
	partMetas   = iota // metadata of the documents, one after the other
	partMetaAt         // u32: where each begins, and the end
	partBodies         // text, layout and statements of each document, deflated
	partBodyAt         // u32: where each begins, and the end
	partIDs            // u32 pairs, sorted: checksum of an id, document
	partUnits          // u32 triples: document, start and length of the passage
	partSerials        // u32: number of the statement in its document, or NoStatement, or headSerial
	partLengths        // one byte a unit: number of its terms, at most 255
	partTerms          // the terms, sorted, one after the other
	partTermAt         // u32: where each begins, and the end
	partLists          // the postings
	partListAt         // u32: where each term's postings begin, and the end
	partCount
)

// headSerial marks the unit of a document's head.
const headSerial = NoStatement - 1

// builder makes a segment of entries.
type builder struct {
	analyzer   analyzer
	parts      [partCount][]byte
	docs       int
	units      int
	statements int
	text       int
	ids        []string
	terms      map[string]int
	lists      []postings
	unit       map[int]int // term -> occurrences in the unit at hand
	body       bytes.Buffer
	deflate    *flate.Writer
	raw        []byte
}

type postings struct {
	term  string
	bytes []byte
	last  int
	count int
}

func newBuilder() *builder {
	return &builder{terms: map[string]int{}, unit: map[int]int{}}
}

func (b *builder) uint32(part, v int) {
	b.parts[part] = binary.LittleEndian.AppendUint32(b.parts[part], uint32(v))
}

// add adds a document.
func (b *builder) add(e *Entry) {
	d := e.Document
	b.uint32(partMetaAt, len(b.parts[partMetas]))
	b.parts[partMetas] = appendMeta(b.parts[partMetas], d, len(e.Statements))
	b.uint32(partBodyAt, len(b.parts[partBodies]))
	b.parts[partBodies] = append(b.parts[partBodies], b.deflated(e)...)
	b.head(d)
	covered := make([]text.Span, 0, len(e.Statements))
	for i := range e.Statements {
		s := &e.Statements[i]
		b.addUnit(d, uint32(i), s.Sentence, s.Text)
		covered = append(covered, s.Sentence)
	}
	for _, s := range uncovered(d, covered) {
		b.addUnit(d, NoStatement, s, s.In(d.Text))
	}
	b.docs++
	b.statements += len(e.Statements)
	b.text += len(d.Text)
	b.ids = append(b.ids, d.ID)
}

// head adds the unit of what stands above a document's text.
func (b *builder) head(d *claims.Document) {
	if d.Title != "" || d.Subtitle != "" {
		b.addUnit(d, headSerial, text.Span{}, d.Title+"\n"+d.Subtitle)
	}
}

func (b *builder) addUnit(d *claims.Document, serial uint32, passage text.Span, words string) {
	n := 0
	b.analyzer.terms(d.Lang, words, func(t string) {
		k, ok := b.terms[t]
		if !ok {
			k = len(b.lists)
			b.terms[t] = k
			b.lists = append(b.lists, postings{term: t, last: -1})
		}
		b.unit[k]++
		n++
	})
	if n == 0 {
		return
	}
	for k, tf := range b.unit {
		p := &b.lists[k]
		p.bytes = binary.AppendUvarint(p.bytes, uint64(b.units-p.last))
		p.bytes = binary.AppendUvarint(p.bytes, uint64(tf))
		p.last, p.count = b.units, p.count+1
	}
	clear(b.unit)
	b.uint32(partUnits, b.docs)
	b.uint32(partUnits, passage.Start)
	b.uint32(partUnits, passage.Len())
	b.uint32(partSerials, int(serial))
	b.parts[partLengths] = append(b.parts[partLengths], byte(min(n, 255)))
	b.units++
}

// uncovered returns the sentences of d that no span of the list touches.
func uncovered(d *claims.Document, covered []text.Span) []text.Span {
	slices.SortFunc(covered, func(a, b text.Span) int { return a.Start - b.Start })
	blocks := d.Blocks
	if len(blocks) == 0 {
		blocks = []claims.Block{{Span: text.Span{Start: 0, End: len(d.Text)}}}
	}
	var list []text.Span
	for _, k := range blocks {
		words := text.AppendWords(nil, d.Text, k.Span)
		for _, r := range text.Sentences(d.Text, words) {
			s := r.Span(words)
			i := sort.Search(len(covered), func(i int) bool { return covered[i].End > s.Start })
			if i == len(covered) || !covered[i].Overlaps(s) {
				list = append(list, s)
			}
		}
	}
	return list
}

func (b *builder) deflated(e *Entry) []byte {
	raw := appendString(b.raw[:0], e.Document.Text)
	raw = appendLayout(raw, e.Document)
	at := 0
	for i := range e.Statements {
		raw = appendStatement(raw, e.Document, &e.Statements[i], &at)
	}
	b.raw = raw
	b.body.Reset()
	if b.deflate == nil {
		b.deflate, _ = flate.NewWriter(&b.body, 6)
	} else {
		b.deflate.Reset(&b.body)
	}
	b.deflate.Write(raw) // into memory: never fails
	b.deflate.Close()
	return b.body.Bytes()
}

func idSum(id string) uint32 { return crc32.Checksum([]byte(id), crcTable) }

// segment finishes the bytes.
func (b *builder) segment(ids []string) []byte {
	b.uint32(partMetaAt, len(b.parts[partMetas]))
	b.uint32(partBodyAt, len(b.parts[partBodies]))
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if a, b := idSum(ids[i]), idSum(ids[j]); a != b {
			if a < b {
				return -1
			}
			return 1
		}
		return 0
	})
	for _, i := range order {
		b.uint32(partIDs, int(idSum(ids[i])))
		b.uint32(partIDs, i)
	}
	slices.SortFunc(b.lists, func(x, y postings) int {
		if x.term < y.term {
			return -1
		}
		return 1
	})
	for i := range b.lists {
		p := &b.lists[i]
		b.uint32(partTermAt, len(b.parts[partTerms]))
		b.parts[partTerms] = append(b.parts[partTerms], p.term...)
		b.uint32(partListAt, len(b.parts[partLists]))
		b.parts[partLists] = appendInt(b.parts[partLists], p.count)
		b.parts[partLists] = append(b.parts[partLists], p.bytes...)
	}
	b.uint32(partTermAt, len(b.parts[partTerms]))
	b.uint32(partListAt, len(b.parts[partLists]))
	return seal(b.parts[:])
}

// finish returns the bytes of the segment and what the manifest says of it.
func (b *builder) finish(number uint64) (segmentInfo, []byte) {
	data := b.segment(b.ids)
	return segmentInfo{number: number, docs: b.docs, units: b.units, statements: b.statements, size: len(data), text: b.text}, data
}
