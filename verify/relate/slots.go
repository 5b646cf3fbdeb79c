package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// The comparators, one for each kind of slot: a name, a number, a date, how many.

// names compares two names.
func (m *match) names(p, q *phrase) comparison {
	r, why := name.Compare(p.Who(), q.Who())
	switch {
	case why == name.OtherSex:
	case r != name.Same && !p.Resolved && !q.Resolved && text.Fold(p.Text()) == text.Fold(q.Text()):
		return comparison{fit: same, weight: 3} // "Upper Tansley" begins a sentence
	case r != name.Same && p.Person() && q.Person() && (name.Ends(p.Name, q.Name) || name.Ends(q.Name, p.Name)):
		return comparison{fit: same, weight: 3} // "Jeb Bush", "Bush", which alone is a place's name too
	case r == name.Same, widerSame(p, q), name.SameBody(p.Text(), q.Text()):
		return comparison{fit: same, weight: 3}
	case r == name.Unknown && !strangers(p.Who(), q.Who()):
		return comparison{doubt: true}
	}
	k := reason.Name
	if p.Who().Kind == name.Place && q.Who().Kind == name.Place {
		k = reason.Place
	}
	return differs(different, k, p.Span(), q.Span())
}

// widerSame reports whether a name with what it is of is the other name: "the International Committee of the Red
// Cross", "the ICRC".
func widerSame(f, g *phrase) bool {
	end := 0
	for i := range f.Modifiers {
		if x := &f.Modifiers[i]; x.Role == proposition.Owner && x.Preposition != "" && x.Phrase.Name != "" {
			end = max(end, x.Phrase.End)
		}
	}
	if end <= f.Head || f.Resolved {
		return false
	}
	first := f.First
	for first < f.Head && f.Sentence.Tree.Tokens[first].Tag == grammar.Determiner {
		first++
	}
	r, _ := name.Compare(name.Parse(f.Sentence.Span(first, end).In(f.Sentence.Text.Src)), g.Who())
	return r == name.Same
}

// times compares when two things were; what has no date fits nothing.
func (m *match) times(p, q *phrase) comparison {
	if p.When == nil || q.When == nil {
		return comparison{}
	}
	switch r := m.when(p.When, q.When); {
	case r.Supports():
		return comparison{fit: same, weight: 3}
	case r == relation.Excludes:
		d := differs(excludes, reason.Date, p.Span(), q.Span())
		if x, y := p.When, q.When; x.Range && y.Range && x.Year == y.Year && x.Month == y.Month && x.Day == y.Day {
			d.weight = 3 // "from 3 May to 10 August", "from 3 May to 10 July"
		}
		return d
	case r == relation.Entailed:
		return comparison{fit: broader, weight: 2, lacks: []*phrase{q}}
	case p.When.Duration() && q.When.Duration():
		return m.lengths(p, q)
	}
	return comparison{}
}

// lengths compares how long two things took.
func (m *match) lengths(p, q *phrase) comparison {
	x, y := p.When, q.When
	switch one := x.Unit == y.Unit; {
	case m.a.across(m.b) && one && x.Count == y.Count:
		return comparison{fit: same, weight: 3} // "en une semaine", "in a week"
	case x.Relation == y.Relation && (!one && x.Count == 1 && y.Count == 1 || p.Amount != nil && q.Amount != nil && p.Amount.Unit == q.Amount.Unit && quantity.Compare(p.Amount, q.Amount) == relation.Excludes):
		return differs(excludes, reason.Number, p.Span(), q.Span()) // "jailed for six years", "for 16 years"; "en une semaine", "en un mois"
	}
	return comparison{}
}

// when compares two dates. Those that are written alike are one in texts of one day,
// and where a text does not say when it was written.
func (m *match) when(x, y *date.Mention) relation.Relation {
	r := date.Compare(x, y)
	if r == relation.Excludes && x.Relative && y.Relative && date.WrittenAlike(x, y) {
		return relation.Unknown // "today" of two days may be nowadays
	}
	if r != relation.Unknown {
		return r
	}
	a, b := m.a.side.Date, m.b.side.Date
	near := x.Precision < date.OneDay && x.Duration() && y.Duration() || // "in four minutes" is how long it took
		a == b || a == 0 || b == 0 || x.Precision >= date.Month && max(a, b)-min(a, b) <= sameEvent
	switch {
	case !near:
	case date.WrittenAlike(x, y):
		return relation.Equal
	case entailed(x, y):
		return relation.Entails
	case entailed(y, x):
		return relation.Entailed
	}
	return relation.Unknown
}

// numbers compares how many there are of two things, or how much two measures are.
func (m *match) numbers(p, q *phrase) comparison {
	switch {
	case comparing.of(q.Quantifier): // who has "fewer cars" than elsewhere has cars
		return comparison{}
	case q.Many != nil || p.Many != nil:
		return m.quantifiers(p, q)
	case universal.of(q.Quantifier) && partial.of(p.Quantifier):
		return comparison{fit: broader} // "some other candidates" are not every other one
	case q.Amount == nil && q.Definite && p.Partitive() && !q.Partitive():
		return comparison{fit: broader} // two of the miners are not the miners
	case q.Amount == nil, p.Amount == nil && q.Amount.Kind == quantity.Age: // "the 61-year-old mayor": his age is a proposition of its own
		if p.Amount != nil && p.Amount.Kind == quantity.Ordinal {
			return comparison{fit: entails}
		}
		return comparison{fit: same}
	case p.Amount == nil:
		return comparison{fit: broader}
	}
	x, y := p.Amount, q.Amount
	if k := x.Partner; k >= 0 && x.Unit != y.Unit && p.Sentence.Text.Amounts[k].Unit == y.Unit {
		x = &p.Sentence.Text.Amounts[k] // "$3.2 million (2.4 million euros)"
	}
	kind := reason.Number
	if x.Kind == quantity.Ordinal {
		kind = reason.Rank
	}
	switch r := quantity.Compare(x, y); {
	case r == relation.Entails && otherBound(x, y):
		return comparison{doubt: true} // "at least 300" is at least 200, but nobody reports it so
	case x.Kind == quantity.Identifier || y.Kind == quantity.Identifier:
		if r.Supports() {
			return comparison{fit: same, weight: 3}
		}
		return comparison{} // article 4, article 7
	case r == relation.Equal:
		return comparison{fit: same, weight: 3}
	case r == relation.Entails:
		return comparison{fit: entails, weight: 3}
	case r == relation.Excludes, r == relation.Entailed && otherBound(x, y):
		return differs(excludes, kind, m.a.wordSpan(x.First, x.End), m.b.wordSpan(y.First, y.End))
	case r == relation.Entailed, r == relation.Overlaps:
		return comparison{fit: broader, weight: 1}
	}
	return comparison{}
}

// otherBound reports whether two amounts are the same sort of bound at another height:
// "at least 40", "at least 70". To the letter both can hold; whoever reports the one
// does not mean the other.
func otherBound(x, y *quantity.Mention) bool {
	return x.Comparator != quantity.Exact && x.Comparator != quantity.Vague && otherHeight(x, y)
}

// otherHeight reports whether two amounts differ in nothing but their height: "less than 1 percent", "less than 0.5 percent".
func otherHeight(x, y *quantity.Mention) bool {
	return x.Comparator == y.Comparator && x.Unit == y.Unit && x.Value.Known() && y.Value.Known() && x.Value.Cmp(y.Value) != 0
}

// quantifiers compares how many of two things the texts speak of.
func (m *match) quantifiers(p, q *phrase) comparison {
	at := func(t *phrase) text.Span {
		if t.Many == nil {
			return t.Span()
		}
		return text.Range{First: t.Many.First, End: t.Many.End}.Span(t.Sentence.Text.Words)
	}
	p, q = quantified(p), quantified(q)
	if m.p.Negative && (m.q.Negative || m.q.Kind == proposition.State || m.p.Each()) { // "has not sent troops", "has sent no troops"
		p = denied(p)
	}
	if m.q.Negative && (m.p.Negative || m.q.Kind == proposition.State || m.q.Each()) {
		q = denied(q)
	}
	switch {
	case p.Many == nil && q.Many == nil:
		return comparison{fit: same}
	case q.Many == nil && (p.Many.Class == quantity.No || p.Many.Class == quantity.Few):
		return differs(excludes, reason.Quantifier, at(p), at(q))
	case q.Many == nil && q.Amount != nil && q.Amount.Dimension() == quantity.Ratio:
		return comparison{doubt: true} // a share, told as a change of it
	case q.Many == nil && q.Definite && (p.Many.Class == quantity.Share || p.Many.Class == quantity.Number && p.Partitive() && !q.Partitive() || p.Many.Class >= quantity.NearlyAll && p.Many.Class <= quantity.NotAll):
		return comparison{fit: broader} // half of the mine is not the mine, most of the hostages not the hostages
	case q.Many == nil:
		return comparison{fit: entails}
	case p.Many == nil && (q.Many.Class == quantity.No):
		return differs(excludes, reason.Quantifier, at(p), at(q))
	case p.Many == nil:
		return comparison{fit: broader}
	}
	kind := reason.Quantifier
	if p.Many.Class == quantity.Number && q.Many.Class == quantity.Number {
		kind = reason.Number
	}
	if q.Amount != nil && p.Many.Population.Known() && q.Amount.Value.Known() && !q.Many.Population.Known() && q.Amount.Value.Cmp(p.Many.Population) > 0 {
		return comparison{doubt: true} // 73 percent of 223 votes, 15 million votes
	}
	oneGroup := p.Many.Population.Known() && p.Many.Population == q.Many.Population
	r := quantity.CompareQuantifiers(p.Many, q.Many)
	switch {
	case r == relation.Equal:
		return comparison{fit: same, weight: 3}
	case r == relation.Entails:
		return comparison{fit: entails, weight: 3}
	case r == relation.Excludes, oneGroup && q.Many.Class == quantity.All && (p.Many.Class == quantity.Most || p.Many.Class == quantity.Many):
		d := differs(excludes, kind, at(p), at(q)) // who knows how many there are and says "most of the 230" does not mean all
		if oneGroup {
			d.weight = 2 // "three of the five", "all five": the same five
		}
		return d
	case r == relation.Unknown:
		return comparison{doubt: true}
	}
	return comparison{fit: broader, weight: 1}
}

// denied returns the phrase without the "no" by which its clause is denied.
func denied(f *phrase) *phrase {
	if f.Many == nil || f.Many.Class != quantity.No {
		return f
	}
	g := *f
	g.Many = nil
	return &g
}

// quantified returns the phrase with its number as a quantifier: "30 miners" beside "two
// of the 30 miners".
func quantified(f *phrase) *phrase {
	if f.Many != nil || f.Amount == nil || f.Amount.Kind != quantity.Count {
		return f
	}
	g := *f
	many := f.Amount.Quantifier()
	g.Many = &many
	return &g
}

// elsewhere reports whether two places are two, neither a part of the other.
func elsewhere(p, q *phrase) bool {
	r, _ := name.Compare(p.Who(), q.Who())
	return r == name.Different
}

// sameEvent is how many days may lie between the datelines of two texts that tell of
// one event by a day of the week.
const sameEvent = 14
