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

// point returns the interval of one number.
func point(n Num) Interval { return Interval{Lo: n, Hi: n} }

var classNames = [...]string{"number", "all", "all but", "nearly all", "most", "many", "some", "few", "not all", "no", "share"}

// String returns the class in English.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return ""
}

// Quantifier returns the quantifier that a count, a fraction or a percentage is: "30 miners" is Number
// with Count 30, "a third of the miners" is Share. Those of other mentions say nothing.
func (m *Mention) Quantifier() Quantifier {
	q := Quantifier{First: m.First, End: m.End, Head: m.Head}
	switch {
	case m.Kind == Count:
		q.Count = Interval{m.Lo, m.Hi, m.LoOpen, m.HiOpen}
	case m.Unit.Dimension() == Ratio && m.Direction != By:
		q.Class = Share
		q.Part = Interval{m.Unit.base(m.Lo), m.Unit.base(m.Hi), m.LoOpen, m.HiOpen}
		if q.Part.Lo.Cmp(Int(1)) <= 0 && q.Part.Hi == (Num{}) { // more than half: and at most the whole
			q.Part.Hi = Int(1)
		}
		if q.Part.Lo == (Num{}) {
			q.Part.Lo = Num{0, 1}
		}
	}
	return q
}

// settle reckons what the rest of q implies: 28 of "all but two of the 30", the part that
// "two of the 30" is, 20 of "half of the 40".
func (q *Quantifier) settle() {
	n := q.Population
	switch q.Class {
	case All:
		if q.Part = point(Int(1)); n.Known() {
			q.Count = point(n)
		}
		return
	case No:
		q.Part, q.Count = point(Int(0)), point(Int(0))
		return
	case AllBut:
		if n.Known() && q.Except.Known() {
			q.Count = point(n.Sub(q.Except))
		}
	}
	if n.Known() && n.N > 0 {
		inverse := Num{n.D, n.N}
		switch {
		case q.Count.Known():
			q.Part = q.Count.times(inverse)
		case q.Part.Known():
			q.Count = q.Part.times(n)
		}
	}
	if !q.Part.Known() {
		q.Part = parts[q.Class]
	}
}

// times returns i with both ends multiplied.
func (i Interval) times(n Num) Interval {
	if i.Lo.Known() {
		i.Lo = i.Lo.Mul(n)
	}
	if i.Hi.Known() {
		i.Hi = i.Hi.Mul(n)
	}
	return i
}

// parts are which part of a population the quantifiers without a number speak of.
var parts = [...]Interval{
	AllBut:    {Num{1, 2}, Num{1, 1}, true, true},
	NearlyAll: {Num{9, 10}, Num{1, 1}, false, true},
	Most:      {Num{1, 2}, Num{1, 1}, true, false},
	Some:      {Num{0, 1}, Num{1, 1}, true, false},
	Few:       {Num{0, 1}, Num{1, 3}, true, false},
	NotAll:    {Num{0, 1}, Num{1, 1}, false, true},
	Share:     {},
}

// byClass is how a source's class stands to a statement's where neither says a
// number; what is not written is the mirror of what is.
var byClass = [...][Share]relation.Relation{
	All: {AllBut: relation.Excludes, NearlyAll: relation.Overlaps, Most: relation.Entails, Many: relation.Entails, Some: relation.Entails,
		Few: relation.Excludes, NotAll: relation.Excludes, No: relation.Excludes},
	AllBut: {NearlyAll: relation.Overlaps, Most: relation.Entails, Many: relation.Entails, Some: relation.Entails, Few: relation.Excludes,
		NotAll: relation.Entails, No: relation.Excludes},
	NearlyAll: {Most: relation.Entails, Many: relation.Entails, Some: relation.Entails, Few: relation.Excludes, NotAll: relation.Entails, No: relation.Excludes},
	Most:      {Many: relation.Entails, Some: relation.Entails, Few: relation.Excludes, NotAll: relation.Overlaps, No: relation.Excludes},
	Many:      {Some: relation.Entails, Few: relation.Excludes, NotAll: relation.Overlaps, No: relation.Excludes},
	Some:      {Few: relation.Overlaps, NotAll: relation.Overlaps, No: relation.Excludes},
	Few:       {NotAll: relation.Entails, No: relation.Overlaps},
	NotAll:    {No: relation.Entailed},
}

// CompareQuantifiers returns how the quantifier of a source stands to that of a
// statement about the same noun and the same deed: "none" excludes "some", "all but two"
// excludes "all", "nearly all" overlaps "all", "30 of the 30" equals "all 30". "30
// miners" does not entail "all 30 miners", but is entailed.
func CompareQuantifiers(source, statement *Quantifier) relation.Relation {
	a, b := *source, *statement
	a.settle()
	b.settle()
	switch {
	case a.Population.Known() && b.Population.Known() && a.Population != b.Population:
		return relation.Excludes
	case a.Except.Known() && b.Except.Known() && !(a.Population.Known() && b.Population.Known()):
		if a.Except != b.Except {
			return relation.Excludes
		}
		return relation.Equal
	case a.worded() && b.worded():
		return compareClasses(a.Class, b.Class)
	}
	count, part := compareIntervals(a.Count, b.Count), relation.Unknown
	if a.Part.Known() && b.Part.Known() {
		part = compareParts(&a, &b)
	}
	switch {
	case count == relation.Excludes || part == relation.Excludes:
		return relation.Excludes
	case part != relation.Unknown:
		return part.And(compareKnown(a.Population, b.Population))
	case count == relation.Equal && a.Part.Known(): // "all 30" beside "30"
		return relation.Entails
	case count == relation.Equal && b.Part.Known():
		return relation.Entailed
	case count != relation.Unknown:
		return count
	}
	return beside(&a, &b)
}

// worded reports whether q says no number.
func (q *Quantifier) worded() bool {
	return q.Class != Number && q.Class != Share && !q.Population.Known() && (q.Class == No || !q.Count.Known())
}

func compareClasses(a, b Class) relation.Relation {
	switch {
	case a == b:
		return relation.Equal
	case a < b:
		return byClass[a][b]
	}
	return byClass[b][a].Mirror()
}

// compareParts compares the parts of a population; shares are rounded.
func compareParts(a, b *Quantifier) relation.Relation {
	x, y := a.Part, b.Part
	r := compareIntervals(x, y)
	whole := point(Int(1))
	switch {
	case r == relation.Excludes && (a.Class == Share || b.Class == Share):
		if slack := (Num{1, 40}); x.widen(slack).meets(y.widen(slack)) {
			return relation.Overlaps
		}
	case a.Class == NearlyAll && y == whole || b.Class == NearlyAll && x == whole:
		return relation.Overlaps
	}
	return r
}

// compareIntervals compares two intervals; Unknown if one says nothing.
func compareIntervals(x, y Interval) relation.Relation {
	switch {
	case !x.Known() || !y.Known():
		return relation.Unknown
	case x == y:
		return relation.Equal
	case !x.meets(y):
		return relation.Excludes
	case y.contains(x):
		return relation.Entails
	case x.contains(y):
		return relation.Entailed
	}
	return relation.Overlaps
}

// compareKnown says who tells more of a number that is the same if both tell it.
func compareKnown(a, b Num) relation.Relation {
	switch {
	case a.Known() == b.Known():
		return relation.Equal
	case a.Known():
		return relation.Entails
	}
	return relation.Entailed
}

// beside compares a plain number with a word: three miners are some, and not none.
func beside(a, b *Quantifier) relation.Relation {
	switch {
	case a.Class != Number && b.Class != Number:
		return relation.Unknown
	case a.Class != Number:
		return beside(b, a).Mirror()
	}
	positive := a.Count.Lo.Known() && a.Count.Lo.N > 0
	if positive && b.Class == Some {
		return relation.Entails
	}
	return relation.Unknown
}
