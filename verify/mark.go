package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// A publisher of checks marks in the draft which of its statements a check is published of:
//
//	review[: rating]           the statements on the directive's own line, or of the next
//	                           paragraph if it has a line to itself; the rating is the
//	                           publisher's, in its own words
//
// Without a rating the verdict stands for one.

const reviewVerb = "review"

// NothingMarked is what is wrong with a mark at which no statement stands.
const NothingMarked = "nothing marked"

// Mark marks the findings of one draft whose checks are to be published, and returns the
// marks that meet no statement. The findings are all those of the document.
func Mark(d *claims.Document, data []byte, findings []*Finding) (bad []BadDirective) {
	if data == nil {
		data = []byte(d.Text)
	}
	for _, dir := range d.Directives {
		verb, rating, _ := strings.Cut(dir.Text, ":")
		if strings.TrimSpace(verb) != reviewVerb {
			continue
		}
		rating = strings.TrimSpace(rating)
		scope, met := nextScope(d, data, dir.File), false
		for _, f := range findings {
			if at := d.File(f.Statement.Span()); scope.Start < at.End && at.Start < scope.End {
				f.Mark, met = &rating, true
			}
		}
		if !met {
			bad = append(bad, BadDirective{dir.File, NothingMarked, reviewVerb})
		}
	}
	return bad
}

// Claim returns the content of the finding's statement as a claim that stands alone: “said
// that the dam held” claims “The dam held”.
func (f *Finding) Claim() string {
	s := f.Statement.Text
	if words := text.Words(s); f.Statement.Attribution.Cue.Text != "" && len(words) > 1 {
		if w := words[0].In(s); w == strings.ToLower(w) && opening.has(strings.TrimRight(text.Fold(w), "'’")) {
			s = s[words[1].Start:]
		}
	}
	s = strings.TrimRight(s, " ,;:")
	if c, n := utf8.DecodeRuneInString(s); n > 0 {
		s = string(unicode.ToUpper(c)) + s[n:]
	}
	return s
}
