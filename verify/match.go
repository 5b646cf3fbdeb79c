package verify

import (
	"slices"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// A match is one passage of the archive beside a quotation.
type match struct {
	quote.Match
	candidate sources.Candidate
	said      *claims.Statement // the source's statement that the words lie in; nil if none does
	speaker   likeness          // of the draft's speaker and the source's
	carried   bool              // the source's speaker is another, as its text is read: a pronoun stands there, or nobody
}

// said returns the statement that holds most of the given source words, the
// narrowest of several.
func said(statements []claims.Statement, words []text.Span) *claims.Statement {
	var best *claims.Statement
	most, width := 0, 0
	for i := range statements {
		s := &statements[i]
		n := 0
		for _, a := range s.Spans {
			for _, b := range words {
				n += max(0, min(a.End, b.End)-max(a.Start, b.Start))
			}
		}
		if w := s.Span().Len(); n > most || n == most && n > 0 && (w < width || w == width && s.Kind == claims.Quote && best.Kind != claims.Quote) {
			best, most, width = s, n, w
		}
	}
	return best
}

// better orders matches: what was done to the words, then the speaker, then how
// many words align, then whoever published them first-hand, then the later document (a correction wins over the text
// that it corrects), then the order of their IDs.
func better(a, b *match) bool {
	if x, y := grade(a), grade(b); x != y {
		return x < y
	}
	if a.speaker != b.speaker {
		return a.speaker > b.speaker
	}
	if a.Share != b.Share {
		return a.Share > b.Share
	}
	if x, y := a.firsthand(), b.firsthand(); x != y {
		return x
	}
	if a.candidate.Document.Date != b.candidate.Document.Date {
		return a.candidate.Document.Date > b.candidate.Document.Date
	}
	return a.candidate.Document.ID < b.candidate.Document.ID
}

// firsthand reports whether the outlet that answers for the words published them
// itself.
func (m *match) firsthand() bool {
	return m.said != nil && m.said.Attribution.Origin() == m.candidate.Document.Publisher || m.said != nil && len(m.said.Attribution.Via) == 0
}

// grade orders outcomes, the cleanest first.
func grade(m *match) int {
	switch {
	case m.Outcome == quote.Verbatim:
		return 0
	case m.Outcome == quote.Elided && len(m.Reasons) == 0:
		return 1
	case m.Outcome == quote.Elided:
		return 2
	case m.Outcome == quote.Altered && !m.Meaning:
		return 3
	case m.Outcome == quote.Altered:
		return 4
	}
	return 5
}

// split parts the matches that have the words, marked omissions included, from
// those that are merely near.
func split(matches []match) (exact, near []match) {
	for i := range matches {
		if o := matches[i].Outcome; o == quote.Verbatim || o == quote.Elided {
			exact = append(exact, matches[i])
		} else {
			near = append(near, matches[i])
		}
	}
	return exact, near
}

// unframe takes off a match what was left out in front of and behind words that are
// passed on: “Doe told us, | It is safe”, where the words are Doe's.
func (m *match) unframe() {
	at := m.said.Span()
	outside := func(source, draft text.Span) bool {
		return draft.Len() == 0 && source.Len() > 0 && !source.Overlaps(at)
	}
	m.Reasons = slices.DeleteFunc(slices.Clone(m.Reasons), func(r reason.Reason) bool { return outside(r.Source, r.Statement) })
	m.Edits = slices.DeleteFunc(slices.Clone(m.Edits), func(e quote.Edit) bool { return outside(e.Source, e.Draft) })
	if len(m.Reasons) == 0 && !slices.ContainsFunc(m.Edits, func(e quote.Edit) bool { return e.Op != quote.Keep }) {
		m.Outcome = quote.Verbatim
	}
}
