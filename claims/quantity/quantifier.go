package quantity

import "factcheck/claims/relation"

// Class is which quantifier stands before a noun.
type Class uint8

// The classes. The zero value is Number: no word but a number, or nothing.
const (
	Number    Class = iota // "two of the 30", "30 miners": Count says how many
	All                    // all, every, each, both, the whole
	AllBut                 // "all but two": Except says how many not
	NearlyAll              // nearly all, almost every: not all
	Most                   // most, the majority
	Many                   // many, a lot of, scores of
	Some                   // some, several, a number of, a few: at least one
	Few                    // few, hardly any: most not
	NotAll                 // not all, not every
	No                     // no, none, not one, neither
	Share                  // half, a third of, one in four: Part says which part
)

// A Quantifier is how many of its noun a sentence speaks of: "all but two of the
// 30 miners", "nearly all", "none of them", "two of the 30", "one in four
// farmers". It is complete in itself: no index leads out of it.
type Quantifier struct {
	First, End int      // the words, from the quantifier to the last number: "all but two of the 30"
	Head       int      // the word for what is counted; -1 if there is none
	Class      Class    // which quantifier
	Count      Interval // how many; zero if not said and not to be reckoned
	Part       Interval // which part of the population, 0 to 1; zero if not said
	Population Num      // of how many; zero if not said
	Except     Num      // how many not; zero if not said
}

// An Interval is the numbers from Lo to Hi in one unit. An end that is the zero Num is
// open on that side; both are: nothing is known.
type Interval struct {
	Lo, Hi         Num
	LoOpen, HiOpen bool // the end itself is excluded
}

// Known reports whether i says anything.
func (i Interval) Known() bool { return i.Lo.Known() || i.Hi.Known() }

// Quantifier returns the quantifier that a plain count or fraction is: "30
// miners" is Number with Count 30, "a third of the miners" is Share.
func (m *Mention) Quantifier() Quantifier { return Quantifier{} }

// CompareQuantifiers returns how the quantifier of a source stands to that of a
// statement about the same noun and the same deed: "none" excludes "some", "all but two"
// excludes "all", "nearly all" overlaps "all", "30 of the 30" equals "all 30".
func CompareQuantifiers(source, statement *Quantifier) relation.Relation { return relation.Unknown }
