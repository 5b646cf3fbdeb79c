// Package quote tells exactly what was done to a quotation: it aligns the quoted
// words with a passage of a source, word by word, and classes every edit.
package quote

import (
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

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
