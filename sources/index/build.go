package index

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"sort"

	"factcheck/claims"
	"factcheck/claims/text"
)

// The parts of a segment. A unit is what is found: a passage with the statements
// that are made in it, a passage that no statement covers, or the head of a
// document (title, subtitle). Numbers are little-endian.
const (
	partMetas    = iota // metadata of the documents
	partBodies          // layout and statements of the documents
	partCodes           // words of the documents' texts and heads
	partDocs            // docRecord of each document, and one more with the ends
	partIDs             // u32 pairs, sorted: checksum of an id, document
	partUnits           // unitRecord of each unit
	partLengths         // one byte a unit: number of its terms, at most 255
	partWords           // the vocabulary: uvarint length and spelling of each word
	partWordAt          // u32: where each wordStep-th word begins
	partWordTerm        // u32: the term of each word, or noTerm
	partTerms           // the terms, sorted, each with the length of its postings and the number of units that hold it
	partTermAt          // u32 pairs: where each term and its postings begin, and the ends
	partLists           // the postings
	partCount
)

// commonTerm marks a term that more than one of commonPart units holds.
const (
	commonTerm = 1 << 31
	commonPart = 16
)

const (
	docRecord  = 24 // where metadata, body, codes of the text, codes of the head begin; first unit; date
	unitRecord = 16 // first byte in the text; where its codes begin; first statement; u16 bytes; u16 words
	wordStep   = 16
	termStep   = 16
)

// headSerial stands for the number of a statement in the unit of a head.
const headSerial = NoStatement - 1

// A term that begins with one of these is found in a field only.
const (
	sourceField  = "\x01"
	speakerField = "\x02"
	reviewField  = "\x03" // and nothing more: the text is a claim that a publisher checked
	langField    = "\x04" // and the language of a text, once a text
)

// builder makes a segment of entries.
type builder struct {
	v          *vocabulary
	docs       []docBuild
	units      []unitBuild
	words      []uint32 // numbers of the words of all texts and heads, document by document
	lengths    []byte
	metas      []byte
	bodies     []byte
	statements int
	text       int

	hits      []hit    // term by term, unit by unit
	mark      []uint32 // unit + 1 in which a term was last seen
	slot      []uint32 // and its place in hits
	frequency []int    // units that hold each term
	ends      []int
}

type docBuild struct {
	id               string
	meta, body       int
	words, headWords int // where the text's and the head's words begin
	unit             int
	date             int
}

type unitBuild struct {
	passage text.Span
	serial  uint32
	word    int // where its words begin
	words   int
}

type hit struct {
	term uint32
	posting
}

func newBuilder() *builder { return &builder{v: newVocabulary()} }

// add adds a document. One that was withdrawn is kept, so that no version before it comes
// back, but nothing in it is found.
func (b *builder) add(e *Entry) {
	d := e.Document
	if d.Release.Withdrawn {
		e = &Entry{Document: d}
	}
	k := docBuild{id: d.ID, meta: len(b.metas), body: len(b.bodies), words: len(b.words), unit: len(b.units), date: int(d.Date)}
	b.metas = appendMeta(b.metas, d, len(e.Statements))
	b.bodies = appendBody(b.bodies, e)
	b.words, b.ends = b.v.number(b.words, b.ends[:0], d.Lang, d.Text)
	if !d.Release.Withdrawn {
		b.addUnits(e, &k)
	} else {
		k.headWords = len(b.words)
	}
	b.docs = append(b.docs, k)
	b.statements += len(e.Statements)
	b.text += len(d.Text)
}

// addUnits adds the passages of a document whose words were numbered last, and its head.
func (b *builder) addUnits(e *Entry, k *docBuild) {
	d := e.Document
	ends, words, speaker := b.ends, b.v.split, b.fieldTerms(d.Lang, d.Speaker)
	if d.Review != nil {
		speaker = append(speaker, b.v.termNumber(reviewField))
	}
	source := noTerm
	if d.Publisher != "" {
		source = b.v.termNumber(sourceTerm(d.Publisher))
	}
	passages := make([]text.Span, 0, len(e.Statements))
	for i := 0; i < len(e.Statements); {
		first, at := i, e.Statements[i].Sentence
		who := slices.Clone(speaker)
		for ; i < len(e.Statements) && e.Statements[i].Sentence == at; i++ {
			who = append(who, b.fieldTerms(d.Lang, e.Statements[i].Attribution.Speaker.Name)...)
		}
		passages = append(passages, at)
		b.passage(k.words, ends, at, uint32(first), source, who)
	}
	for _, s := range uncovered(d, passages, words) {
		b.passage(k.words, ends, s, NoStatement, source, speaker)
	}
	k.headWords = len(b.words)
	if d.Title != "" || d.Subtitle != "" {
		b.words, b.ends = b.v.number(b.words, b.ends[:0], d.Lang, d.Title+"\n"+d.Subtitle)
		b.unit(unitBuild{serial: headSerial, word: k.headWords, words: len(b.ends)}, source, speaker)
	}
	if n := len(b.units); n > k.unit {
		b.count(b.v.termNumber(langField+cmp.Or(d.Lang, "en")), uint32(n-1))
	}
}

// fieldTerms returns the terms of a name: as words of the text and as words of a
// speaker's name.
func (b *builder) fieldTerms(lang, name string) []uint32 {
	var list []uint32
	for _, t := range nameTerms(lang, name) {
		list = append(list, b.v.termNumber(t), b.v.termNumber(speakerField+t))
	}
	return list
}

// passage adds the unit of a run of the text whose words begin at base and end
// at ends.
func (b *builder) passage(base int, ends []int, s text.Span, serial, source uint32, speaker []uint32) {
	first := sort.Search(len(ends), func(i int) bool { return ends[i] > s.Start })
	last := first
	for last < len(ends) && (last == 0 || ends[last-1] < s.End) {
		last++
	}
	b.unit(unitBuild{passage: s, serial: serial, word: base + first, words: last - first}, source, speaker)
}

// unit adds a unit with its postings.
func (b *builder) unit(u unitBuild, source uint32, speaker []uint32) {
	n := uint32(len(b.units))
	length := 0
	for _, w := range b.words[u.word : u.word+u.words] {
		if t := b.v.term[w]; t != noTerm {
			b.count(t, n)
			length++
		}
	}
	if length == 0 {
		return
	}
	for _, t := range speaker {
		b.count(t, n)
	}
	if source != noTerm {
		b.count(source, n)
	}
	b.units = append(b.units, u)
	b.lengths = append(b.lengths, byte(min(length, 255)))
}

// count notes that unit n holds a term.
func (b *builder) count(t, n uint32) {
	for int(t) >= len(b.mark) {
		b.mark, b.slot, b.frequency = append(b.mark, 0), append(b.slot, 0), append(b.frequency, 0)
	}
	if b.mark[t] == n+1 {
		p := &b.hits[b.slot[t]]
		p.count = min(p.count+1, maxCount)
		return
	}
	b.frequency[t]++
	b.mark[t], b.slot[t] = n+1, uint32(len(b.hits))
	b.hits = append(b.hits, hit{t, posting{n, 1}})
}

// uncovered returns the sentences of d that no span of the list touches. words
// are those of the whole text.
func uncovered(d *claims.Document, covered []text.Span, words []text.Word) []text.Span {
	slices.SortFunc(covered, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	blocks := d.Blocks
	if len(blocks) == 0 {
		blocks = []claims.Block{{Span: text.Span{Start: 0, End: len(d.Text)}}}
	}
	var list []text.Span
	reach, next := 0, 0 // the covered spans before next end at reach at most
	for _, k := range blocks {
		first := sort.Search(len(words), func(i int) bool { return words[i].Start >= k.Start })
		last := first + sort.Search(len(words)-first, func(i int) bool { return words[first+i].End > k.End })
		if first >= last {
			continue
		}
		for _, r := range text.Sentences(d.Text, words[first:last]) {
			s := r.Span(words[first:last])
			for next < len(covered) && covered[next].Start < s.End {
				reach = max(reach, covered[next].End)
				next++
			}
			if reach <= s.Start {
				list = append(list, s)
			}
		}
	}
	return list
}

func idSum(id string) uint32 { return checksum([]byte(id)) }

// finish returns the bytes of the segment and what the manifest says of it.
func (b *builder) finish(number uint64) (segmentInfo, []byte) {
	var parts [partCount][]byte
	parts[partMetas], parts[partBodies], parts[partLengths] = b.metas, b.bodies, b.lengths
	b.writeTexts(&parts)
	place := b.writeLists(&parts)
	b.writeWords(&parts, place)
	sums := make([]uint32, len(b.docs))
	for i, d := range b.docs {
		sums[i] = idSum(d.id)
	}
	parts[partIDs] = idTable(sums)
	data := seal(parts[:])
	return segmentInfo{number: number, docs: len(b.docs), units: len(b.units), statements: b.statements, size: len(data), text: b.text, sum: headSum(data)}, data
}

func appendUint32(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return b
}

// writeTexts writes the codes of all words, and the tables of documents and
// units, which point into them.
func (b *builder) writeTexts(parts *[partCount][]byte) {
	rank, _ := b.v.ranks()
	codes := make([]byte, 0, 2*len(b.words))
	at := make([]uint32, len(b.words)+1) // where the code of each word begins
	for i, w := range b.words {
		codes = appendCode(codes, rank[w])
		at[i+1] = uint32(len(codes))
	}
	parts[partCodes] = codes
	for _, d := range b.docs {
		parts[partDocs] = appendUint32(parts[partDocs], d.meta, d.body, int(at[d.words]), int(at[d.headWords]), d.unit, d.date)
	}
	parts[partDocs] = appendUint32(parts[partDocs], len(b.metas), len(b.bodies), len(codes), len(codes), len(b.units), 0)
	units := make([]byte, 0, unitRecord*len(b.units))
	for _, u := range b.units {
		units = appendUint32(units, u.passage.Start, int(at[u.word]), int(u.serial))
		units = binary.LittleEndian.AppendUint16(units, uint16(min(u.passage.Len(), math.MaxUint16)))
		units = binary.LittleEndian.AppendUint16(units, uint16(min(u.words, math.MaxUint16)))
	}
	parts[partUnits] = units
}

// writeLists writes the terms and their postings and returns the place of each
// term in alphabetical order.
func (b *builder) writeLists(parts *[partCount][]byte) (place []uint32) {
	place, order := b.v.sortedTerms()
	start := make([]int, len(order)+1)
	for _, h := range b.hits {
		start[place[h.term]+1]++
	}
	for i := range order {
		start[i+1] += start[i]
	}
	all := make([]posting, len(b.hits))
	next := slices.Clone(start)
	for _, h := range b.hits {
		k := place[h.term]
		all[next[k]] = h.posting
		next[k]++
	}
	bound := func(p posting) uint8 { return saturationBound(p.count, b.lengths[p.unit]) }
	lists := listWriter{parts: parts}
	for i, t := range order {
		lists.add(b.v.names[t], all[start[i]:start[i+1]], bound)
	}
	return place
}

// A listWriter writes terms, which must come in their order, with their postings.
type listWriter struct {
	parts  *[partCount][]byte
	n      int
	before string
}

func (w *listWriter) add(name string, list []posting, bound func(posting) uint8) {
	p := w.parts
	if w.n%termStep == 0 {
		p[partTermAt] = appendUint32(p[partTermAt], int(prefix(name)), len(p[partTerms]), len(p[partLists]))
		w.before = ""
	}
	shared := 0
	for shared < min(255, len(name), len(w.before)) && name[shared] == w.before[shared] {
		shared++
	}
	from := len(p[partLists])
	p[partLists] = appendPostings(p[partLists], list, bound)
	p[partTerms] = appendString(append(p[partTerms], byte(shared)), name[shared:])
	p[partTerms] = appendInt(p[partTerms], len(p[partLists])-from)
	p[partTerms] = appendInt(p[partTerms], len(list))
	w.n, w.before = w.n+1, name
}

// prefix returns the first four bytes of a term as a number that sorts as they do.
func prefix(t string) uint32 {
	var b [4]byte
	copy(b[:], t)
	return binary.BigEndian.Uint32(b[:])
}

// writeWords writes the vocabulary.
func (b *builder) writeWords(parts *[partCount][]byte, place []uint32) {
	common := make([]uint32, len(b.v.names))
	for t, n := range b.frequency {
		if n*commonPart > len(b.units) {
			common[t] = commonTerm
		}
	}
	_, order := b.v.ranks()
	for i, w := range order {
		t := b.v.term[w]
		if t != noTerm {
			t = place[t] | common[t]
		}
		appendWord(parts, i, b.v.words[w], t)
	}
}

// appendWord writes word number i of the vocabulary and the place of its term.
func appendWord(p *[partCount][]byte, i int, spelling string, term uint32) {
	if i%wordStep == 0 {
		p[partWordAt] = appendUint32(p[partWordAt], len(p[partWords]))
	}
	p[partWords] = appendString(p[partWords], spelling)
	p[partWordTerm] = appendUint32(p[partWordTerm], int(term))
}

// idTable returns the table of the documents by the sums of their IDs.
func idTable(sums []uint32) (table []byte) {
	order := make([]int, len(sums))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(sums[i], sums[j]) })
	for _, i := range order {
		table = appendUint32(table, int(sums[i]), i)
	}
	return table
}
