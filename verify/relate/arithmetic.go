package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A draft works out numbers that its source does not write: a vote of 7 to 5 has a margin of two, of 17 points "all but two" are
// fifteen, what stood from 1974 to 2015 stood for 41 years, 60 percent of 310 crore are 186. Such a number is no other than the
// source's, and a reading model, which cannot count, hears a clash in it.

// Computed reports whether the statement has a number that the source does not write and that two numbers of the source make.
func Computed(source, statement *Analysis) bool {
	for k := range statement.amounts {
		y := &statement.amounts[k]
		if !source.counts(y) && !source.figures(y) && source.makes(y) {
			return true
		}
	}
	return false
}

// makes reports whether a score of the side makes a number: "won by 8" of "41 to 33".
func (a *Analysis) makes(y *quantity.Mention) bool {
	if !y.Value.Known() {
		return false
	}
	for i := range a.amounts {
		x := &a.amounts[i]
		if x.Kind == quantity.Score && (x.Lo.Sub(x.Hi).Cmp(y.Value) == 0 || x.Hi.Sub(x.Lo).Cmp(y.Value) == 0) {
			return true
		}
	}
	return false
}

// Counted reports whether the number or date in those bytes of the statement is one that the source has too, the number of the same things
// or in the same unit: the clash that another passage of one document shows is none.
func Counted(source, statement *Analysis, at text.Span) bool {
	if slices.ContainsFunc(statement.times, func(m date.Mention) bool {
		return text.Range{First: m.First, End: m.End}.Span(statement.words).Overlaps(at) && slices.ContainsFunc(source.times, func(x date.Mention) bool { return date.Compare(&x, &m).Supports() })
	}) {
		return true
	}
	y := statement.amountAt(at)
	if y == nil {
		return false
	}
	for i := range source.amounts {
		x := &source.amounts[i]
		if !quantity.Compare(x, y).Supports() {
			continue
		}
		if s, t := source.thing(x), statement.thing(y); y.Unit != 0 || (s == nil) == (t == nil) && (s == nil || related(kin(statement.lang, s, t))) {
			return true
		}
	}
	return false
}
