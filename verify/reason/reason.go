// Package reason names what two statements differ in. The list is closed and
// its names are stable: users write them in rules ("altered.number"), other
// programs read them in reports.
package reason

import "factcheck/claims/text"

// Kind is what two statements differ in.
type Kind uint8

// The kinds, in the order in which they are listed to users. The zero value is
// no reason at all.
const (
	None Kind = iota
	Number
	Unit
	Date
	Place
	Name
	Role
	Polarity
	Opposite
	Modality
	Quantifier
	Rank
	Attribution
	Condition
	Meaning // words of content were changed, added or left out
	Wording // only tense, function words or spelling
	Part    // of several clauses this one has no witness
	count
)

var names = [count]string{"", "number", "unit", "date", "place", "name", "role", "polarity", "opposite", "modality",
	"quantifier", "rank", "attribution", "condition", "meaning", "wording", "part"}

// String returns the stable name, the empty string for None.
func (k Kind) String() string {
	if k < count {
		return names[k]
	}
	return ""
}

// MarshalText returns the stable name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Parse returns the kind with the given stable name, false if there is none.
func Parse(name string) (Kind, bool) {
	for k, n := range names {
		if n == name && k > 0 {
			return Kind(k), true
		}
	}
	return None, false
}

// All returns every kind but None, in order.
func All() []Kind {
	var all []Kind
	for k := Number; k < count; k++ {
		all = append(all, k)
	}
	return all
}

// A Reason is one difference that decided, with the two places that clash. A
// side that has nothing to show (a word was left out) has an empty span at the
// place where it would stand.
type Reason struct {
	Kind      Kind      `json:"kind"`
	Source    text.Span `json:"source"`         // in the source statement
	Statement text.Span `json:"statement"`      // in the statement that is checked
	Note      string    `json:"note,omitempty"` // for people: “cause” became “voice”; lower case, no full stop
}
