package verify

import (
	"slices"
	"strings"
	"unicode"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
)

// What no source bears out is easier to check by hand with the passage that comes
// nearest to it. It decides nothing: the report shows it with --explain and to
// machines.

const (
	nearShare = 0.4 // part of a statement's content words that such a passage has
	nearWords = 2   // and how many at least

	lackedRuns = 3 // runs of words that a message lists
)

// nearest returns the candidate that has most of a statement's content words, the
// index's order breaking ties; false if none has enough of them.
func (j *judge) nearest(draft *claims.Document, s *claims.Statement, candidates []sources.Candidate) (sources.Candidate, bool) {
	best, most := -1, nearWords-1
	lang := language(draft.Lang)
	own := contentStems(lang, s.Text)
	for i, c := range candidates {
		if o := j.prepared.line(sentence(c)); o.Most(lang, own) <= most {
			continue
		}
		if sources.Barred(c.Document, draft) || otherLanguage(c.Document.Lang, draft.Lang) {
			continue
		}
		if found := common(lang, c.Statement.Text, own); found > most && float64(found) >= nearShare*float64(len(own)) {
			best, most = i, found
		}
	}
	if best < 0 {
		return sources.Candidate{}, false
	}
	return candidates[best], true
}

// near gives an opinion that rests on nothing the passage that comes nearest, and
// says which words of the statement it lacks: numbers and names first.
func (o *opinion) near(s *claims.Statement, e Evidence, lacks []text.Span) {
	o.evidence = []Evidence{e}
	o.message = "no source bears it out"
	if len(lacks) == 0 {
		return
	}
	slices.SortStableFunc(lacks, func(a, b text.Span) int { return rank(s.Text, a) - rank(s.Text, b) })
	var words []string
	for _, at := range lacks[:min(len(lacks), lackedRuns)] {
		words = append(words, "“"+at.In(s.Text)+"”")
	}
	o.message += "; the nearest passage lacks " + strings.Join(words, ", ")
	if len(lacks) > lackedRuns {
		o.message += ", …"
	}
}

// rank puts what holds a digit or a capital before other words.
func rank(src string, at text.Span) int {
	if strings.ContainsFunc(at.In(src), func(r rune) bool { return unicode.IsDigit(r) || unicode.IsUpper(r) }) {
		return 0
	}
	return 1
}
