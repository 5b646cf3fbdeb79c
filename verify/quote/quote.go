// Package quote tells exactly what was done to a quotation: it aligns the quoted
// words with a passage of a source, word by word, and classes every edit.
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
