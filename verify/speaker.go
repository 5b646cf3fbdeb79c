package verify

import (
	"factcheck/claims"
	"factcheck/verify/quote"
)

// likeness says whether two mentions may be of one speaker.
type likeness uint8

const (
	different  likeness = iota // both name somebody, and not the same
	namesake                   // of one name, but for a Jr.
	compatible                 // nothing speaks against it: a pronoun, a role, an anonymous mention
	same                       // the names agree
)

// alike compares the draft's speaker with the source's.
func alike(draft, source claims.Speaker) likeness {
	switch quote.SameSpeaker(draft, source) {
	case quote.Same:
		return same
	case quote.Different:
		return different
	case quote.Namesake:
		return namesake
	}
	return compatible
}
