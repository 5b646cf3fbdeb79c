package quantity

import "factcheck/claims/text"

// Direction says what a number is to the change that it stands in.
type Direction uint8

// The directions. The zero value is Level: no change, or none that is said.
const (
	Level Direction = iota // "was 5 percent"
	To                     // "fell to 5 percent": the new level; it compares with Level
	By                     // "fell by 5 percent", "fell 5 percent", "a rise of 5 percent", "up 5 percent": a difference
	From                   // "fell from 5 percent": the old level
)

var directions = [...]string{"level", "to", "by", "from"}

// String returns the direction in lower case.
func (d Direction) String() string {
	if int(d) < len(directions) {
		return directions[d]
	}
	return ""
}

// reach is how many words before a number may speak of the change that it
// stands in.
const reach = 10

// direct sets the direction of m, whose first word is known.
func (f *finder) direct(m *Mention) {
	switch m.Kind {
	case Score, Ordinal, Identifier, Age, Multiple:
		return
	}
	k := m.First - 1
	for f.at(k).marks&manner != 0 { // fell sharply by, another
		k--
	}
	switch t := f.at(k); {
	case t.marks&(moves|loses) != 0 && m.Unit.Dimension() == Ratio && f.at(m.End).class == of: // "cut 12 percent of its staff"
	case t.marks&moves != 0 && t.marks&carries != 0 && m.Kind == Count && m.Head >= 0: // "cut 300 jobs", "recovered 46 bicycles": as many were
	case t.marks&moves != 0 && f.at(k-1).marks&phrasal == 0, t.marks&loses != 0 && (m.Unit.Dimension() == Ratio || m.Unit.Dimension() == Points):
		m.Direction = By
	case t.class == to && (f.moved(k) || f.from(k)):
		m.Direction = To
	case t.marks&origin != 0 && (f.moved(k) || f.at(m.End).class == to):
		m.Direction = From
	case t.marks&difference != 0 && m.Kind == Fraction && f.at(m.End).class == of && !f.moved(k) && !f.decided(k): // "backed by two thirds of the members"
	case t.marks&difference != 0 && (f.moved(k) || f.decided(k) || m.Unit.Dimension() == Ratio || m.Unit.Dimension() == Points), f.Is(k, "+") && f.Tight(m.First):
		m.Direction = By
	case t.class == of && f.changing(k):
		m.Direction = By
		if f.lang.french && f.newLevel(m) { // passer de 5 à 10
			m.Direction = From
		}
	case f.changes(m.End), m.Head >= 0 && f.changes(m.Head+1), f.Hyphen(m.End) && f.Tight(m.End) && f.changes(m.End+2):
		m.Direction = By
	}
	m.Change = m.Direction == By
}

// newLevel reports whether behind m stands the level that it changed to, in the same unit: « de 5
// à 10 % »; not a place, « de 5 % à Lyon », nor another measure, « de 5 % à 12 000 francs ».
func (f *finder) newLevel(m *Mention) bool {
	if f.at(m.End).class != to {
		return false
	}
	n, ok := f.number(m.End + 1)
	return ok && (m.Unit.Dimension() == Things || f.percentAt(n.end) == (m.Unit.Dimension() == Ratio))
}

// moved reports whether a word of change ("rose", "brought") stands within reach before word k in its
// sentence.
func (f *finder) moved(k int) bool {
	for i := k - 1; i >= 0 && i >= k-reach; i-- {
		if f.has(i, moves|carries) && f.at(i-1).marks&phrasal == 0 { // "set up by two brothers"
			return true
		}
		if f.KindAt(i) == text.Punct && (f.Is(i, ".") || f.Is(i, ";") || f.Is(i, ":")) {
			return false
		}
	}
	return false
}

// decided reports whether a match or vote stands within reach before word k: "won by 3",
// or a loss.
func (f *finder) decided(k int) bool {
	for i := k - 1; i >= 0 && i >= k-reach; i-- {
		if f.at(i).class == match || f.has(i, loses) {
			return true
		}
	}
	return false
}

// changing reports whether a noun of change stands a few words before the "of" at
// word k: "a fall in rents of 9 percent"; in French a verb may too, « a augmenté de 9 % ».
func (f *finder) changing(k int) bool {
	of := change
	if f.lang.french {
		of |= moves
	}
	for i := k - 1; i >= k-4 && f.at(i).class != to; i-- {
		if f.has(i, of) {
			return true
		}
	}
	return false
}

// from reports whether "from" and a number stand before the "to" at word k: "from 5
// to 10".
func (f *finder) from(k int) bool {
	for i := k - 1; i >= 0 && i >= k-5; i-- {
		if f.at(i).marks&origin != 0 {
			return true
		}
	}
	return false
}

// changes reports whether the words from k on make the number before them a
// difference: "a 5 percent rise", "5 points more than", « 5 % de plus ».
func (f *finder) changes(k int) bool {
	k = f.skipHyphen(k)
	of := f.lang.french && f.at(k).class == of
	if of {
		k++
	}
	return f.has(k, change) || f.has(k, compares) && (of || !f.lang.french && f.has(k+1, than))
}
