package claims

import (
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/text"
)

// A Document is one text with what is known about it. Text is what a person
// would read; the file that it was read from may hold markup around it, and
// File leads from a place in Text to the place in the file.
type Document struct {
	ID         string      // names the document in an index: its "id" field, else its cleaned path, else the start of SHA256
	Path       string      // where it was read, "-" for standard input, empty if it never was a file
	Publisher  string      // who carries it: "Al Jazeera"; empty if unknown
	Author     string      // by-line, empty if none
	Speaker    string      // who speaks all of it (a transcript, a speech), empty if nobody does
	Title      string      // headline, empty if none; it is not part of Text unless the text repeats it
	Subtitle   string      // standfirst, empty if none
	URL        string      // canonical address, empty if unknown
	Lang       string      // "en", "fr"; empty if unknown
	Date       date.Day    // of publication; zero if unknown
	Release    Release     // what the agency that sent it says of its use; zero if it came by no agency
	Review     *Review     // what a publisher found when it checked Text; nil of every other text
	SHA256     [32]byte    // of the file's bytes as read (of one line, for JSONL)
	Text       string      // UTF-8
	Blocks     []Block     // paragraphs in order, none overlapping; everything to be read lies in one
	Pieces     []Piece     // where Text comes from, in order; empty if Text is the file byte for byte
	Directives []Directive // notes to the checker that stand in the file, in order; they lie in no block
	Warnings   []string    // what the reader had to guess ("not UTF-8, read as Windows-1252"); lower case, no full stop
}

// A Release is what an agency says of the use of an item that it sends out. Items of one
// ID are versions of one text, and the latest counts.
type Release struct {
	Version   int      `json:"version,omitempty"`   // from 1; 0 is unknown
	Sent      int64    `json:"sent,omitempty"`      // when this version was made, in seconds of Unix; 0 is unknown
	Withdrawn bool     `json:"withdrawn,omitempty"` // withheld or cancelled: no evidence, and no version before it is
	Embargo   date.Day `json:"embargo,omitempty"`   // not for print before that day; zero is free
}

// After reports whether r is that of a later version than old: by its number, else by its
// time. Of two that nothing tells apart the one that was withdrawn is the later.
func (r Release) After(old Release) bool {
	switch {
	case r.Version != old.Version && r.Version != 0 && old.Version != 0:
		return r.Version > old.Version
	case r.Sent != old.Sent && r.Sent != 0 && old.Sent != 0:
		return r.Sent > old.Sent
	}
	return r.Withdrawn && !old.Withdrawn
}

// A Review is what a publisher found of a claim that somebody else made (ClaimReview of
// schema.org). The claim is the text of its document, and whoever made it the speaker: no
// evidence of anything.
type Review struct {
	Publisher string `json:"publisher"`        // who checked it
	Rating    string `json:"rating,omitempty"` // in the publisher's words: “Mostly false”; empty if it gives none
}

// BlockKind says what part of a text a block is.
type BlockKind uint8

// The kinds of blocks. The zero value is Paragraph.
const (
	Paragraph BlockKind = iota
	Heading
	Item      // of a list
	Cell      // of a table
	Quotation // a block quotation
	Caption   // of a picture
	Stressed  // a paragraph that is bold or italic from end to end, as the questions of an interview are
)

// A Block is one paragraph, heading, list item or table cell. Sentences and
// quotation marks are looked for inside blocks; a quotation may run on through
// several when each of them opens it anew.
type Block struct {
	text.Span
	Kind BlockKind
}

// A Directive is a note to the checker: "<!-- factcheck off number -->" in
// Markdown and HTML, "[factcheck: off number]" on a line of its own elsewhere.
type Directive struct {
	Text string    // what stands after "factcheck", trimmed: "off number", "ignore date: a typing error of the source"
	File text.Span // the whole note, in the file
}

// Page returns the page that a place of d.Text is on, from 1; zero if the text has no
// pages, each of which a form feed ends.
func (d *Document) Page(at int) int {
	if strings.IndexByte(d.Text, '\f') < 0 {
		return 0
	}
	return 1 + strings.Count(d.Text[:at], "\f")
}

// Sentences returns the sentences of the document's paragraphs, list items, cells and
// block quotations, in order; headings and captions are none.
func (d *Document) Sentences() []text.Span {
	var out []text.Span
	var words []text.Word
	for _, b := range d.blocks() {
		if b.Kind == Heading || b.Kind == Caption {
			continue
		}
		words = text.AppendWords(words[:0], d.Text, b.Span)
		for _, s := range text.Sentences(d.Text, words) {
			out = append(out, s.Span(words))
		}
	}
	return out
}
