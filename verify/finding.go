package verify

import (
	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// A Finding is the verdict on one statement of a draft with everything that it
// rests on.
type Finding struct {
	Draft     *claims.Document // the draft; never nil
	Statement claims.Statement // of the draft
	Verdict   Verdict
	Also      []Verdict // further verdicts that hold, the worst first; nil if none
	Level     Level
	Reasons   []reason.Reason // why; nil for a verdict that needs none. Source spans count bytes of Evidence[0].Text, statement spans bytes of Statement.Text
	Message   string          // one line for people: “cause” became “voice”; lower case, no full stop
	Read      float32         // how often such an answer of the reading model was right, if the verdict rests on it; zero if it rests on the rules
	Parts     []Part          // its clauses, if they were judged by themselves; nil if it was judged as a whole
	Origins   int             // independent origins that agree
	Stances   []SourceStance  // every source that has something to say, in the report's column order; nil if all are silent
	Evidence  []Evidence      // what decided, the best first; nil if nothing is near
	Reviews   []Review        // what publishers found who checked the same claim; they decide nothing; nil if none did

	Mark        *string // the draft marks the statement as one whose check is published: its rating in the publisher's words, empty to take the verdict; nil if it does not
	Fingerprint string  // survives line moves: rule, path, folded statement, occurrence; hexadecimal
	Suppressed  string  // why it does not count: "inline", "baseline", "unchanged"; empty if it counts
}

// Rule returns the finding's most precise rule: "altered.number", or "unfound"
// if it has no reason.
func (f *Finding) Rule() string {
	if len(f.Reasons) > 0 && f.Reasons[0].Kind != reason.None {
		return f.Verdict.String() + "." + f.Reasons[0].Kind.String()
	}
	return f.Verdict.String()
}

// Stance is a source's position on a statement.
type Stance uint8

// The stances. The zero value is Silent.
const (
	Silent      Stance = iota
	Agrees             // it answers for the statement, or for one that entails it
	Contradicts        // it answers for a statement that cannot be true beside it
	Reports            // it carries the statement as another's words
)

// String returns "silent", "agrees", "contradicts" or "reports".
func (s Stance) String() string {
	return [...]string{"silent", "agrees", "contradicts", "reports"}[s&3]
}

// MarshalText returns the stable name.
func (s Stance) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A SourceStance is one cell of the agreement table.
type SourceStance struct {
	Source string // canonical name of the column
	Stance Stance
}

// Evidence is a statement of the archive that the judge used.
type Evidence struct {
	Document  string    // ID in the index
	Path      string    // file that it was read from; empty if none
	Title     string    // of the document; empty if none
	Lang      string    // of the document: "en", "fr"; empty if unknown
	URL       string    // of the document; empty if none
	Page      int       // that the passage begins on, from 1; zero of a document without pages
	Publisher string    // who carries it
	Source    string    // the origin: who answers for it
	Speaker   string    // whose words they are; empty in the origin's own voice
	Carriers  []string  // who else carries it: outlets of the chain and the publisher, the origin left out; nil if none
	Date      date.Day  // of publication; zero if unknown
	Embargo   date.Day  // not for print before that day, unless the draft is of a later one; zero is free
	Said      date.Day  // on which it was said; zero if the passage does not tell
	Told      string    // the outlet that was told; empty if none is named
	Span      text.Span // of the passage in the document's text
	File      text.Span // the same in its file
	Text      string    // the passage, as printed
	Match     text.Span // in Text: the words that agree or clash
	Stance    Stance
	Edits     []quote.Edit    // word diff: Source spans count bytes of Text, Draft spans bytes of the finding's Statement.Text; nil for claims and for what is verbatim
	Reasons   []reason.Reason // why this one contradicts, spans as in Edits; nil if it agrees
}

// A Report is the outcome of a run.
type Report struct {
	Findings  []Finding // in the order of the drafts, then of their text; suppressed ones included
	Drafts    []Draft   // what was checked, in order
	Sources   []string  // columns of the agreement table, in order; only sources that have something to say
	Documents int       // in the archive
	Skipped   []string  // files of the folders and globs that are of no type that is read; nil if none
	Newest    date.Day  // date of the archive's newest document; zero if none is dated
}

// A Draft is one file that was to be checked.
type Draft struct {
	Path      string
	Document  *claims.Document // nil if it could not be read
	Data      []byte           // the file as it was read, to find lines and columns; nil if it is the document's text
	Err       error            // why it could not be checked; nil if it was
	Unused    []Unused         // suppressions that suppressed nothing
	Unchecked []Unchecked      // sentences of its prose that have no finding, in order; set by Check
}

// An Unused is a suppression comment that suppressed nothing.
type Unused struct {
	Span text.Span // in the file
	Rule string    // what it named; empty if all
}

// Worst returns the highest level of the findings that count.
func (r *Report) Worst() Level {
	worst := OK
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Suppressed == "" {
			worst = max(worst, f.Level)
		}
	}
	return worst
}

// Failed reports whether a draft could not be checked.
func (r *Report) Failed() bool {
	for _, d := range r.Drafts {
		if d.Err != nil {
			return true
		}
	}
	return false
}
