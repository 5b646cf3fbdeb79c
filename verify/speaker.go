package verify

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// likeness says whether two mentions may be of one speaker.
type likeness uint8

const (
	different  likeness = iota // both name somebody, and not the same
	compatible                 // nothing speaks against it: a pronoun, a role, an anonymous mention
	same                       // the names agree
)

// alike compares two speakers.
func alike(a, b claims.Speaker) likeness {
	x, y := strings.Fields(text.Fold(a.Name)), strings.Fields(text.Fold(b.Name))
	if len(x) == 0 || len(y) == 0 {
		return compatible
	}
	if a.Name == b.Name {
		return same
	}
	if a.Kind != b.Kind && a.Kind != claims.Unknown && b.Kind != claims.Unknown {
		return compatible
	}
	if len(x) == 1 || len(y) == 1 {
		for _, u := range x {
			for _, v := range y {
				if u == v {
					return same
				}
			}
		}
		return different
	}
	if x[len(x)-1] == y[len(y)-1] && (x[0] == y[0] || x[0][0] == y[0][0] && (len(x[0]) <= 2 || len(y[0]) <= 2)) {
		return same
	}
	return different
}
