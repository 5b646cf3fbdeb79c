package verify

import (
	"sort"

	"factcheck/claims"
	"factcheck/claims/text"
)

// The statements of a document are in the order of their first byte. What is looked for at
// a place is not looked for among all of them: a transcript has many thousand.

// beginning returns the statements whose first byte lies in a span.
func beginning(statements []claims.Statement, at text.Span) []claims.Statement {
	first := firstFrom(statements, at.Start)
	return statements[first:max(first, firstFrom(statements, at.End))]
}

// firstFrom returns the index of the first statement that begins at a byte or behind it, their
// number if none does.
func firstFrom(statements []claims.Statement, at int) int {
	return sort.Search(len(statements), func(i int) bool { return statements[i].Span().Start >= at })
}

// A reach has for each statement of a document where the farthest of those up to it ends.
type reach []int

func reachOf(statements []claims.Statement) reach {
	r := make(reach, len(statements))
	last := 0
	for i := range statements {
		last = max(last, statements[i].Span().End)
		r[i] = last
	}
	return r
}

// near returns the statements that may hold one of some words.
func (r reach) near(statements []claims.Statement, words []text.Span) []claims.Statement {
	if len(words) == 0 {
		return nil
	}
	at := text.Cover(words)
	first := sort.SearchInts(r, at.Start+1)
	return statements[first:max(first, firstFrom(statements, at.End))]
}
