// Package quote tells exactly what was done to a quotation: it aligns the quoted
// words with a passage of a source, word by word, and classes every edit.
//
//	s := quote.Prepare(doc.Text, lang, statements) // once a document
//	d := quote.Read(draft, lang, quoted)     // once a quotation
//	m := s.AlignDraft(d, text.Span{})
//
// # What is equal
//
// Words are compared folded: case, accents, marks, dashes, white space, the full
// stops of abbreviations, separators of thousands and hyphens are typography, and so is
// how a number is written: “five million dollars”, “$5 million” (amount.go).
// Punctuation is no word. Everything else is an edit.
//
// # Whose words
//
// In a text with quotation marks the words between them are the speakers', the
// others the writer's. The writer's words between two parts of a quotation (“We
// won,” she said. “We are glad.”) and asides of a transcript ([Laughter], TRUMP:)
// may be passed over. The writer's words can be quoted too; Match.Outside counts
// them, so that a judge can ask whose they are. A text without marks is its
// speaker's throughout; so is what stands without marks in a speech or behind a label.
//
// # What is left out
//
// Spellings of one word (spellings.tsv) are one. Where part of a sentence is left out,
// marked or not, at its head, inside or at its end, the sentence is parsed and each
// clause that remains is asked what stood above it (governor.go): “I do not believe
// that | it is safe” is altered, “if it rains, | we stay” elided with the reason
// condition, “the council, | which cannot meet, | has decided” elided and no more. A gap
// over the end of a sentence may not make one sentence of two (joint.go), and a bracket
// is compared with what the source has at its place (bracket.go). Draft.Within says what
// the writer's own sentence supplies: he denies that “it is safe”. Word classes stand in
// words.tsv, a column a language; French has no parser and goes by pauses.
//
// # How
//
// Seed, chain, fill, as genome aligners do. Every pair of neighbours in the
// source is in a hash table; the maximal runs that the draft shares with it are
// chained by a sparse dynamic programme, and the holes between the runs of the
// best chains are filled by a full one with affine gaps (Gotoh 1982), in which a
// marked gap costs nearly nothing, a bracket takes the words it stands for, and
// an unmarked cut costs a little a word. Runs that the chain leaves out but the
// passage has elsewhere are words that were moved. What the alignment means is
// decided afterwards, on the edits, never by its cost.
//
// # Limits
//
// A pair of words that stands more often than 48 times is looked at 48 times. A
// hole of more than a million cells (1,000 words against 1,000 without three in
// a row in common) is one replacement. A quotation of three words or fewer is
// verbatim or nothing; a longer one is altered only if 70 % of its content words
// stand in the passage and what they share weighs three content words, so that
// “We have a ton of work to do” is not held against “We have a lot of work to do”.
// Whether a word has changed its sense is decided by word lists and WordNet, in
// English and some French; another word in another language is another word.
// The parser gives one word in nine a wrong head; a cut is then passed over more often
// than held against the draft.
//
// # Measured
//
// On one core of a shared AMD EPYC: a quotation of 4,000 words with 40 changes in
// a source of 40,000, prepared and aligned, 10 ms (verbatimeter 0.1.3: 42 s,
// citefact 0.3.0: 3.2 s, see fixtures/peers); 600 quotations from one article
// 9 ms. On random texts with up to three edits 9 of 3,000 alignments cost more
// than the optimum of the whole table.
package quote

import (
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Outcome is what became of a quotation's words.
type Outcome uint8

// The outcomes. The zero value is None: no passage of the source aligns.
const (
	None     Outcome = iota
	Verbatim         // the words as they stand, typography aside; also a fragment of them
	Elided           // words left out or explained, and marked: …, [words], a break
	Altered          // words changed, added, moved, or left out without a mark
)

// String returns "none", "verbatim", "elided" or "altered".
func (o Outcome) String() string { return [...]string{"none", "verbatim", "elided", "altered"}[o&3] }

// A Match is how a quotation relates to one passage of a source. Spans named
// Source count bytes of the source's text, spans named Draft or Statement bytes
// of the draft text that was given to Align.
type Match struct {
	Outcome Outcome
	Meaning bool            // altered in meaning, not in wording alone
	Edits   []Edit          // in the order of the draft, Keep included; nil if nothing aligns
	Reasons []reason.Reason // the edits that matter, the gravest first; nil if verbatim
	Source  []text.Span     // the words of the source that were quoted, parts in order; nearest passage if None, nil if nothing is near
	Share   float64         // share of the draft's content words that stand in order in the passage, 0 to 1
	Words   int             // content words of the quotation
	Scant   bool            // altered, but by so few words that only the same speaker makes it the same quotation
	Mixed   bool            // parts of the passage are the words of two people
	Outside int             // quoted words that stand outside the source's own quotation marks; 0 if the source is plain text
}

// Op is what was done to a run of words.
type Op uint8

// The operations.
const (
	Keep    Op = iota // the same words
	Insert            // words that the source does not have
	Delete            // words of the source left out without a mark
	Replace           // words changed
	Gap               // words of the source left out and marked: …, [...]
	Bracket           // [words] that stand for the source's or explain them
)

// String returns "keep", "insert", "delete", "replace", "gap" or "bracket".
func (o Op) String() string {
	return [...]string{"keep", "insert", "delete", "replace", "gap", "bracket", "", ""}[o&7]
}

// An Edit is one step of the alignment, in order. The side that has no words has
// an empty span at the place where they would stand.
type Edit struct {
	Op      Op
	Source  text.Span   // in the source text given to Align
	Draft   text.Span   // in the draft text given to Align
	Class   reason.Kind // what changed; None for Keep
	Meaning bool        // the change alters the meaning, not the wording alone
}
