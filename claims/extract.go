package claims

import (
	"factcheck/claims/text"
)

// Extract returns the statements of a document in the order of their first
// byte: every quotation and reported statement with its whole attribution, and
// every other sentence as a plain claim in the publisher's voice (in
// doc.Speaker's, where one person speaks the whole text). No sentence is left
// out: each is covered by the Sentence of at least one statement.
//
// A statement's content never holds its attribution: of “We will stay,” she
// said, “and wait.” it is the two parts between the marks. Scare quotes, titles
// and nicknames are no quotations: they stay part of the claim around them.
func Extract(doc *Document) []Statement {
	r := newReading(doc)
	for i := 0; i < len(r.passages); {
		i = r.passage(i)
	}
	r.order()
	return r.out
}

// reading is a document while it is read.
type reading struct {
	doc      *Document
	src      string
	words    []text.Word
	blocks   []text.Range
	quotes   []quotation
	inside   []int32 // for each word the outermost quotation that it is in, marks included; -1 for none
	passages []passage
	cast     cast
	last     Attribution // of the quotation read last, for one that floats
	out      []Statement
}

// A passage is a sentence, or the sentences that one quotation holds together.
type passage struct {
	text.Range
	block int
}

// newReading splits a document into words, paragraphs, quotations and passages.
func newReading(doc *Document) *reading {
	r := &reading{doc: doc, src: doc.Text}
	r.words = make([]text.Word, 0, len(doc.Text)/5+4)
	var sentences []text.Range
	var of []int
	for _, b := range doc.blocks() {
		first := len(r.words)
		r.words = text.AppendWords(r.words, r.src, b.Span)
		if len(r.words) == first {
			continue
		}
		r.blocks = append(r.blocks, text.Range{First: first, End: len(r.words)})
		for _, s := range text.Sentences(r.src, r.words[first:]) {
			sentences = append(sentences, text.Range{First: first + s.First, End: first + s.End})
			of = append(of, len(r.blocks)-1)
		}
	}
	r.quotes = quotations(r.src, r.words, r.blocks)
	r.inside = make([]int32, len(r.words))
	for i := range r.inside {
		r.inside[i] = -1
	}
	for i, q := range r.quotes {
		if q.outer < 0 && !r.scare(q) {
			for j := q.open; j <= q.close && j < len(r.words); j++ {
				r.inside[j] = int32(i)
			}
		}
	}
	for i, s := range sentences {
		if n := len(r.passages); n > 0 && r.passages[n-1].block == of[i] && r.joined(s.First) {
			r.passages[n-1].End = s.End
			continue
		}
		r.passages = append(r.passages, passage{s, of[i]})
	}
	r.cast = newCast(r)
	return r
}

// blocks returns the document's paragraphs; a document without any is divided
// at its line breaks.
func (d *Document) blocks() []Block {
	if len(d.Blocks) > 0 {
		return d.Blocks
	}
	var out []Block
	for i := 0; i < len(d.Text); {
		j := i
		for j < len(d.Text) && d.Text[j] != '\n' {
			j++
		}
		if j > i {
			out = append(out, Block{Span: text.Span{Start: i, End: j}})
		}
		i = j + 1
	}
	return out
}

// joined reports whether one quotation holds the words before and after i.
func (r *reading) joined(i int) bool {
	return i > 0 && i < len(r.words) && r.inside[i] >= 0 && r.inside[i] == r.inside[i-1] &&
		r.quotes[r.inside[i]].open < i
}

// span returns the bytes of a range of words.
func (r *reading) span(w text.Range) text.Span { return w.Span(r.words) }

// word returns the letters of word i, the empty string outside the document.
func (r *reading) word(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].In(r.src)
}
