package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
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

// makes reports whether two numbers of the side make a number: their sum, their difference, a percentage of the other, or the years from
// one year to another or to the side's day.
func (a *Analysis) makes(y *quantity.Mention) bool {
	if !y.Value.Known() {
		return false
	}
	for i := range a.amounts {
		x := &a.amounts[i]
		if x.Kind == quantity.Score && (x.Lo.Sub(x.Hi).Cmp(y.Value) == 0 || x.Hi.Sub(x.Lo).Cmp(y.Value) == 0) {
			return true
		}
		for k := range a.amounts {
			if i != k && made(x, &a.amounts[k], y) {
				return true
			}
		}
	}
	return y.Dimension() == quantity.Duration && a.spans(y)
}

// made reports whether a number is the sum or the difference of two others, or a percentage of one.
func made(x, z, y *quantity.Mention) bool {
	switch {
	case !x.Value.Known() || !z.Value.Known():
		return false
	case x.Dimension() == quantity.Ratio && z.Dimension() != quantity.Ratio:
		return x.Value.Mul(z.Value).Cmp(y.Value.Mul(hundred)) == 0
	}
	return x.Value.Add(z.Value).Cmp(y.Value) == 0 || x.Value.Sub(z.Value).Cmp(y.Value) == 0
}

// lists reports whether the side names as many as a number counts, one by one: "the billionaires Soros, Shaw and Altman", "three billionaires".
func (a *Analysis) lists(m *quantity.Mention) bool {
	return m.Kind == quantity.Count && m.Value.Known() && slices.ContainsFunc(a.read(), func(s *proposition.Sentence) bool {
		members := map[int]int64{}
		for i := range s.Tree.Tokens {
			t := &s.Tree.Tokens[i]
			if t.Rel != grammar.Conj || !t.Tag.Nominal() {
				continue
			}
			head := t.Head
			for s.Tree.Tokens[head].Rel == grammar.Conj {
				head = s.Tree.Tokens[head].Head
			}
			members[head]++
		}
		for _, n := range members {
			if m.Value.Cmp(quantity.Int(n+1)) == 0 {
				return true
			}
		}
		return false
	})
}

// hundred is what a percentage is of.
var hundred = quantity.Int(100)

// spans reports whether two of the years that the side speaks of, its own included, are so far apart as a duration says.
func (a *Analysis) spans(y *quantity.Mention) bool {
	var years []int
	if a.side.Date != 0 {
		year, _, _ := a.side.Date.Date()
		years = append(years, year)
	}
	for i := range a.times {
		years = append(years, a.times[i].Year)
	}
	for i, from := range years {
		for _, to := range years[i+1:] {
			if from != 0 && to != 0 && quantity.Int(int64(max(from-to, to-from))).Cmp(y.Value) == 0 {
				return true
			}
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
