// Package relation names the ways in which what one text says can stand to what
// another says. The comparators of values (quantity.Compare, date.Compare) answer
// with them; the first argument is the source, the second the statement.
package relation

// Relation is how the source's value stands to the statement's.
type Relation uint8

// The relations. The zero value is Unknown: nothing follows, neither that both
// can be true nor that they cannot.
const (
	Unknown  Relation = iota // they do not compare: another unit, another kind of period, an unresolved date
	Equal                    // the same: each implies the other
	Entails                  // the source is narrower: what it says implies the statement ("9", "at least seven")
	Entailed                 // the statement is narrower: it says more than the source
	Overlaps                 // both can be true, neither implies the other
	Excludes                 // both cannot be true of one thing
)

var names = [...]string{"unknown", "equal", "entails", "entailed", "overlaps", "excludes"}

// String returns the relation in lower case.
func (r Relation) String() string {
	if int(r) < len(names) {
		return names[r]
	}
	return ""
}

// Mirror returns the relation of the statement to the source.
func (r Relation) Mirror() Relation {
	switch r {
	case Entails:
		return Entailed
	case Entailed:
		return Entails
	}
	return r
}

// Supports reports whether a source that stands so implies the statement.
func (r Relation) Supports() bool { return r == Equal || r == Entails }

// And returns how a pair stands whose one part stands as r and whose other stands
// as s: the two ends of a range, a number and its population. One exclusion
// excludes; what is narrower in one part and wider in the other overlaps.
func (r Relation) And(s Relation) Relation {
	switch {
	case r == s, s == Equal:
		return r
	case r == Excludes || s == Excludes:
		return Excludes
	case r == Unknown || s == Unknown:
		return Unknown
	case r == Equal:
		return s
	}
	return Overlaps
}
