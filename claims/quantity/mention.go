package quantity

// Kind is what sort of quantity a mention is. Quantities of different kinds do
// not compare, but for fractions and percentages.
type Kind uint8

// The kinds. The zero value is Count.
const (
	Count      Kind = iota // of things: "seven people"; Head is the thing
	Measure                // with a unit: "125 km", "2 days", "$5", "75 %"
	Fraction               // "half", "two thirds", "one in three"; its unit is a ratio, so that it compares with percentages
	Multiple               // "twofold", "three times", "twice"
	Ordinal                // "third", "2nd": Lo and Hi are the rank
	Score                  // "3-1": Lo and Hi are the two sides as written
	Age                    // of a person, in years: "aged 42", "the 42-year-old"
	Identifier             // "flight 214", "article 4", "round 5": the number names a thing; Head is its noun, before the number; of Read only
)

var kinds = [...]string{"count", "measure", "fraction", "multiple", "ordinal", "score", "age", "identifier"}

// String returns the kind in lower case.
func (k Kind) String() string {
	if int(k) < len(kinds) {
		return kinds[k]
	}
	return ""
}

// Comparator says how the number is meant.
type Comparator uint8

// The comparators. The zero value is Exact.
const (
	Exact     Comparator = iota
	About                // about, some, roughly: ten per cent either way
	Nearly               // nearly, almost: from ten per cent below, the number itself excluded
	AtLeast              // the number is included
	MoreThan             // the number is excluded
	AtMost               // up to; the number is included
	LessThan             // the number is excluded
	Between              // a range with two ends
	Vague                // dozens, thousands: a generous interval
	JustOver             // just over: up to ten per cent above
	belowZero            // "5 degrees below zero": of the table only
)

var comparators = [...]string{"exact", "about", "nearly", "at least", "more than", "at most", "less than", "between", "vague", "just over", "below zero"}

// String returns the comparator in English.
func (c Comparator) String() string {
	if int(c) < len(comparators) {
		return comparators[c]
	}
	return ""
}

// A Mention is a quantity that a text names.
type Mention struct {
	First, End     int  // the words, from the comparator to the unit: "at least 125 km"
	Core, CoreEnd  int  // the words of the number or range proper: "125", "one and a half million"
	Head           int  // the word for what is counted, a guess at the noun to the right; -1 if there is none
	Partner        int  // the index in the result of the mention that this one converts, or that converts it: "125km (78 miles)"; -1 if none
	Lo, Hi         Num  // the ends in Unit; the zero Num is an open end
	Value          Num  // the number as written, before the comparator: 15000 in "about 15,000"; of a range its lower end
	Step           Num  // what the last digit stands for: 1000 in "15,000", 1/10 in "3.5"
	LoOpen, HiOpen bool // the end itself is excluded
	Kind           Kind
	Comparator     Comparator
	Unit           Unit
	Per            Unit      // "$5 per day": day; zero if none
	PerThing       bool      // "per person": by something that is no unit
	Negative       bool      // a minus sign or word stands before it
	Change         bool      // Direction is By
	Direction      Direction // what the number is to a change: "fell to 5", "by 5", "from 5"
	Role           Role      // what it is to a quantifier: of Read only
}

// InYears returns a number that is known to be somebody's age: "is 67", "who is 67 years old".
func (m Mention) InYears() *Mention {
	if m.Kind = Age; m.Unit == 0 {
		m.Unit = year
	}
	return &m
}

// Dimension returns what m measures.
func (m *Mention) Dimension() Dimension { return m.Unit.Dimension() }
