package relate

import (
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A fit is how a part of the source stands to the part of the statement that it is
// laid beside: the relations of natural logic (MacCartney and Manning 2009), with
// "negation" and "cover" left out, which no slot of a report has.
type fit uint8

const (
	unknown   fit = iota // nothing is known
	same                 // the same thing
	entails              // the source says more of it: what holds of it holds of the statement's
	broader              // the statement says more of it
	different            // another thing of the same kind: both can be, unless the slot holds one thing only
	excludes             // both cannot be
)

// bears reports whether the source bears the statement's part out.
func (f fit) bears() bool { return f == same || f == entails }

// A comparison is what came of comparing two parts.
type comparison struct {
	fit    fit
	kind   reason.Kind // of the difference
	p, q   text.Span   // what differs, in the source and in the statement
	weight int         // of what both have: 3 a name or number, 2 a noun or verb, 1 a modifier, 0 a pronoun
	loose  bool        // rests on a word that only a dictionary holds alike
	doubt  bool        // how many, or whose name, is not borne out: "some" beside "all", "South Sudan" beside "Sudan"
	by     string      // the rule that found it where it is not plain to see; empty otherwise
	extra  bool        // the source restricts the thing in a way that the statement does not: "the police of Hull"
	lacks  []*proposition.Phrase
}

// differs returns a comparison of two spans that are different or exclude each other.
func differs(f fit, k reason.Kind, p, q text.Span) comparison {
	return comparison{fit: f, kind: k, p: p, q: q}
}

type phrase = proposition.Phrase

// better reports whether comparison c says more than d.
func better(c, d comparison) bool {
	if d.fit == unknown && c.fit == unknown {
		return c.doubt && !d.doubt
	}
	rank := [...]int{unknown: 0, broader: 1, different: 2, excludes: 3, entails: 4, same: 5}
	if c.fit.bears() && d.fit.bears() {
		return c.weight > d.weight
	}
	return rank[c.fit] > rank[d.fit]
}
