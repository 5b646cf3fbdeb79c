package verify

import (
	"slices"

	"factcheck/claims"
	"factcheck/verify/quote"
)

// Words that others have said are anybody's if they are few and weigh little, and nothing tells that the draft's speaker did not say them too.

// Words that are anybody's: “we are all in this together”, “boots on the ground”.
const (
	phraseWords  = 8   // fewer words than these,
	phraseWeight = 2.5 // and what they weigh less than, in content words
)

// severalSay reports whether two people have the words of a quotation, by name.
func severalSay(exact []match) bool {
	first := ""
	for i := range exact {
		if said := exact[i].said; said != nil && said.Attribution.Speaker.Name != "" {
			if first != "" && said.Attribution.Speaker.Name != first {
				return true
			}
			first = said.Attribution.Speaker.Name
		}
	}
	return false
}

// unknown reports whether no source that has the words of a quotation speaks of the draft's speaker, who said them on an occasion of his own.
func unknown(exact []match, by claims.Speaker) bool {
	return !slices.ContainsFunc(exact, func(m match) bool {
		if by.Name != "" {
			return quote.Names(m.candidate.Document, by)
		}
		return m.said == nil || !stranger(by, m.said.Attribution.Speaker, m.candidate.Document)
	})
}
