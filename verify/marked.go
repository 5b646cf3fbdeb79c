package verify

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// A sentence of the writer's own may hold quoted words that it gives to nobody: the
// contract was “a textbook case of public theft”. That they stand somewhere bears the
// sentence out no more than before; that somebody is quoted with nearly the same is
// worth a look.

// marked judges the quoted words of a plain statement that no other gives to somebody; false unless they are another
// wording of what a source quotes.
func (j *judge) marked(at place) (opinion, bool, error) {
	d, s := at.draft, &at.draft.statements[at.i]
	if s.Form != claims.Plain || len(quotedIn(d.statements, at.i)) > 0 {
		return opinion{}, false, nil
	}
	q := *s
	q.Kind, q.Form, q.Quoted = claims.Quote, claims.Mixed, betweenMarks(d.document.Text, s.Spans)
	if countWords(d.document.Text, q.Quoted) < strangerWords {
		return opinion{}, false, nil
	}
	o, err := j.quotation(d, &q)
	if err != nil || o.verdict != Altered || !sharesBeside(d, &q, &o.evidence[0]) {
		return opinion{}, false, err
	}
	o.level = min(o.level, Warning)
	return o, true, nil
}

// sharesBeside reports whether the passage has a word of content that the draft has
// beside its quoted words: both are about the contract.
func sharesBeside(d *draft, q *claims.Statement, e *Evidence) bool {
	theirs := contentWords(e.Text, text.Span{End: len(e.Text)}, nil)
	for w := range contentWords(d.document.Text, q.Sentence, q.Quoted) {
		if theirs[w] {
			return true
		}
	}
	return false
}

// betweenMarks returns what stands between double quotation marks within the spans.
func betweenMarks(src string, spans []text.Span) []text.Span {
	var out []text.Span
	open := -1
	for _, at := range spans {
		for _, w := range text.AppendWords(nil, src, at) {
			switch m := w.In(src); {
			case w.Kind != text.Quote:
			case open < 0 && strings.Contains(`“"«„`, m):
				open = w.End
			case open >= 0 && strings.Contains(`”"»“`, m):
				out = append(out, text.Span{Start: open, End: w.Start})
				open = -1
			}
		}
	}
	return out
}
