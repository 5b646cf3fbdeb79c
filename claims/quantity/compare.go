package quantity

import "factcheck/claims/relation"

// Role says what a number is to the quantifier that it stands in.
type Role uint8

// The roles. The zero value is Amount: how many or how much.
const (
	Amount     Role = iota
	Population      // 30 in "two of the 30": of how many
	Exception       // two in "all but two": how many not
)

// Compare returns how the number of a source stands to that of a statement. What is
// counted is not compared, nor what an identifier names: the caller does. It is Unknown for
// another kind, unit, currency, rate or direction ("fell to 5" and "fell by 5";
// "5 percent" and "5 points").
//
// A number is as exact as it is written. "14,800" entails "15,000", whose last
// digits are rounded; 15,000 does not entail 14,800. "110 minutes" is no "2 hours", nor
// is it excluded; "90 minutes" is. What a text says about a number
// (about, nearly) is kept in entailing and stretched in excluding. A number does not
// entail a bound that is ten times away from it: who writes "more than 100" for
// 5,000 misleads. Conversions ("125 km", "78 miles") are equal within their rounding.
//
// Identifiers and ordinals that exclude each other name two things: "flight 214"
// and "flight 215" contradict nobody.
func Compare(source, statement *Mention) relation.Relation {
	if !comparable(source, statement) {
		return relation.Unknown
	}
	switch {
	case source.Kind == Score:
		return compareScores(source, statement)
	case source.Kind != statement.Kind && (source.Kind == Age || statement.Kind == Age): // "42" of a person may be how old she is
		if source.Comparator == Exact && statement.Comparator == Exact && source.Value == statement.Value {
			return relation.Equal
		}
		return relation.Unknown
	}
	return compareRanges(source.ranged(), statement.ranged())
}

// comparable reports whether a and b measure the same sort of thing in the same
// respect.
func comparable(a, b *Mention) bool {
	if a.Per != b.Per || a.PerThing != b.PerThing || (a.Direction == By) != (b.Direction == By) || (a.Direction == From) != (b.Direction == From) {
		return false
	}
	if a.Kind == b.Kind {
		return a.Unit == b.Unit || a.Unit.converts(b.Unit)
	}
	if a.Kind > b.Kind {
		a, b = b, a
	}
	switch {
	case a.Kind == Ordinal:
		return b.Kind == Identifier
	case b.Kind == Age:
		return a.Kind == Count && a.Head < 0
	}
	return a.Unit.Dimension() == Ratio && b.Unit.Dimension() == Ratio
}

// compareScores compares the two sides of results; "3-1" is "1-3" told from the
// other side.
func compareScores(a, b *Mention) relation.Relation {
	switch {
	case a.Lo == b.Lo && a.Hi == b.Hi:
		return relation.Equal
	case a.Lo == b.Hi && a.Hi == b.Lo:
		return relation.Overlaps
	}
	return relation.Excludes
}

// Standing returns the amount as such, whether something rose to it, by it or from it.
func (m *Mention) Standing() *Mention {
	n := *m
	n.Direction = 0
	return &n
}

// Border reports whether two numbers exclude each other to the letter at one number only, "200", "more than 200": a careful writer
// contradicts, a hasty one does not.
func Border(a, b *Mention) bool {
	if !comparable(a, b) || a.Comparator != Exact && b.Comparator != Exact {
		return false
	}
	x, y := a.ranged(), b.ranged()
	return x.ok && y.ok && (x.as.below(y.as) && x.as.Hi == y.as.Lo || y.as.below(x.as) && y.as.Hi == x.as.Lo)
}

// A ranged number is what a mention allows, three times, in base units: as
// written, as it may be rounded by who retells it, and as far as it can be stretched.
type ranged struct {
	as, near, far Interval
	exact         bool
	about         Num // the value of an exact or an approximate number; zero of others
	unit          Unit
	ok            bool // all of it fits in 64 bits
}

// Slack by dimension and comparator, as parts of the number.
var (
	twentieth = Num{1, 20}
	fortieth  = Num{1, 40}
	eighth    = Num{1, 8}
	quarter   = Num{1, 4}
)

// ranged returns what m allows.
func (m *Mention) ranged() ranged {
	r := ranged{unit: m.Unit, exact: m.Comparator == Exact && m.Lo == m.Hi}
	r.as = Interval{m.Unit.base(m.Lo), m.Unit.base(m.Hi), m.LoOpen, m.HiOpen}
	r.ok = r.as.Lo.Known() == m.Lo.Known() && r.as.Hi.Known() == m.Hi.Known()
	if r.exact || m.Comparator == About && m.Value.Known() {
		r.about = m.Unit.base(m.Value)
	}
	size := m.Unit.scale(m.Value).abs()
	half := m.Unit.scale(m.Step).Mul(Num{1, 2}).abs()
	near, far := size.Mul(twentieth).min(half), half
	switch m.Comparator {
	case Exact:
		if m.Unit.Dimension() == Duration { // 90 minutes are not 2 hours
			near, far = half.min(size.Mul(fortieth)), half.min(size.Mul(tenth))
		}
	case About:
		near, far = Num{0, 1}, size.Mul(eighth)
		if m.Unit.Dimension() == Duration { // about two hours: 1.75 to 2.25
			near, far = size.Mul(fortieth), size.Mul(quarter)
		}
	case Nearly:
		r.near, r.far = r.as, r.as
		r.far.Lo = r.as.Lo.Sub(size.Mul(tenth))
		return r.checked()
	case JustOver:
		r.near, r.far = r.as, r.as
		r.far.Hi = r.as.Hi.Add(size.Mul(tenth))
		return r.checked()
	default:
		near, far = Num{0, 1}, Num{0, 1}
	}
	r.near, r.far = r.as.widen(near), r.as.widen(far)
	if r.exact { // 15 and 16 are apart, though both round to 15.5
		r.far.LoOpen, r.far.HiOpen = true, true
	}
	return r.checked()
}

// checked notes numbers that became too large.
func (r ranged) checked() ranged {
	for _, i := range [2]Interval{r.near, r.far} {
		r.ok = r.ok && i.Lo.Known() == r.as.Lo.Known() && i.Hi.Known() == r.as.Hi.Known()
	}
	return r
}

// widen moves both ends of i outwards by d.
func (i Interval) widen(d Num) Interval {
	if i.Lo.Known() {
		i.Lo = i.Lo.Sub(d)
	}
	if i.Hi.Known() {
		i.Hi = i.Hi.Add(d)
	}
	return i
}

// compareRanges compares what a source and a statement allow.
func compareRanges(a, b ranged) relation.Relation {
	switch {
	case !a.ok || !b.ok:
		return relation.Unknown
	case a.as == b.as, a.about.Known() && a.about == b.about:
		return relation.Equal
	case a.exact && b.exact && a.unit != b.unit && a.unit.Dimension() != Ratio && a.unit.Dimension() != Duration && a.converted(&b):
		return relation.Equal
	case a.far.below(b.far) || b.far.below(a.far):
		return relation.Excludes
	}
	x, y := b.near.contains(a.as) && b.near.reaches(a.as), a.near.contains(b.as) && a.near.reaches(b.as)
	if a.exact && b.exact { // the coarser is entailed
		switch c := width(a.near).Cmp(width(b.near)); {
		case c < 0:
			y = false
		case c > 0:
			x = false
		default:
			x, y = false, false
		}
	}
	switch {
	case x && !y:
		return relation.Entails
	case y && !x:
		return relation.Entailed
	}
	return relation.Overlaps
}

// converted reports whether a and b, in two units, differ by no more than the
// rounding of the coarser.
func (a *ranged) converted(b *ranged) bool {
	room := width(a.far)
	if w := width(b.far); w.Cmp(room) > 0 {
		room = w
	}
	return gap(a.as.Lo, b.as.Lo).Cmp(room.Mul(Num{1, 2})) <= 0
}

// width returns how long i is; a huge number if that is open or too large.
func width(i Interval) Num {
	if !i.Lo.Known() || !i.Hi.Known() {
		return Int(most)
	}
	return gap(i.Lo, i.Hi)
}

// reaches reports whether j lies near the closed end of i, if i has only one: "5,000" is far
// from "more than 100".
func (i Interval) reaches(j Interval) bool {
	near := func(bound, end Num) bool {
		if !end.Known() {
			return false
		}
		end, bound = end.abs(), bound.abs()
		return end.Cmp(bound.Mul(Int(10))) <= 0 && bound.Cmp(end.Mul(Int(10))) <= 0
	}
	switch {
	case i.Lo.Known() && !i.Hi.Known():
		return near(i.Lo, j.Lo)
	case i.Hi.Known() && !i.Lo.Known():
		return near(i.Hi, j.Hi)
	}
	return true
}

// gap returns how far a and b are apart, a huge number if that cannot be told.
func gap(a, b Num) Num {
	d := a.Sub(b)
	if !d.Known() {
		return Int(most)
	}
	if d.N < 0 {
		d.N = -d.N
	}
	return d
}

// contains reports whether y lies in x.
func (x Interval) contains(y Interval) bool {
	if x.Lo.Known() {
		if !y.Lo.Known() {
			return false
		}
		if c := x.Lo.Cmp(y.Lo); c > 0 || c == 0 && x.LoOpen && !y.LoOpen {
			return false
		}
	}
	if x.Hi.Known() {
		if !y.Hi.Known() {
			return false
		}
		if c := x.Hi.Cmp(y.Hi); c < 0 || c == 0 && x.HiOpen && !y.HiOpen {
			return false
		}
	}
	return true
}

// meets reports whether x and y share a number.
func (x Interval) meets(y Interval) bool { return !x.below(y) && !y.below(x) }

// below reports whether all of x is less than all of y.
func (x Interval) below(y Interval) bool {
	if !x.Hi.Known() || !y.Lo.Known() {
		return false
	}
	c := x.Hi.Cmp(y.Lo)
	return c < 0 || c == 0 && (x.HiOpen || y.LoOpen)
}
