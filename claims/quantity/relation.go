package quantity

// Relation is how one quantity stands to another.
type Relation uint8

// The relations. The zero value is Incomparable.
const (
	Incomparable Relation = iota // of different kinds, units or currencies
	Equal                        // the same, or the same after rounding to the coarser of the two
	Within                       // whatever the first allows, the second does
	Contains                     // whatever the second allows, the first does
	Overlaps                     // both may be true
	Borders                      // disjoint to the letter at one number only ("200", "more than 200"): a careful writer contradicts, a hasty one does not
	Disjoint                     // both cannot be true
)

var names = [...]string{"incomparable", "equal", "within", "contains", "overlaps", "borders", "disjoint"}

// String returns the relation in lower case.
func (r Relation) String() string {
	if int(r) < len(names) {
		return names[r]
	}
	return ""
}

// Relate returns how a stands to b, after conversion to one unit and rounding to
// the coarser of the two. What is counted is not compared. About allows ten per cent
// either way, so do nearly and just over on their side.
func Relate(a, b Mention) Relation {
	if !sameSort(&a, &b) {
		return Incomparable
	}
	if a.Kind == Score {
		return relateScores(&a, &b)
	}
	x, ok1 := a.interval()
	y, ok2 := b.interval()
	if !ok1 || !ok2 {
		return Incomparable
	}
	if x == y {
		return Equal
	}
	grain, ok := a.grain(&b)
	if !ok {
		return Incomparable
	}
	exact := a.Comparator == Exact && b.Comparator == Exact
	if exact {
		if c := gap(x.Lo, y.Lo).Cmp(grain); c < 0 || c == 0 && a.Unit == b.Unit {
			return Equal // 18 months are no two years, 20 months may be called so
		}
		return Disjoint
	}
	if about(&a, &b) || about(&b, &a) {
		return Equal
	}
	switch {
	case y.contains(x):
		return Within
	case x.contains(y):
		return Contains
	case x.meets(y):
		return Overlaps
	}
	return disjoint(&a, &b, x, y, grain)
}

// sameSort reports whether a and b measure the same sort of thing.
func sameSort(a, b *Mention) bool {
	if a.Per != b.Per || a.PerThing != b.PerThing {
		return false
	}
	if a.Kind != b.Kind {
		ratio := func(m *Mention) bool { return m.Unit.Dimension() == Ratio }
		return ratio(a) && ratio(b)
	}
	return a.Unit == b.Unit || a.Unit.converts(b.Unit)
}

func relateScores(a, b *Mention) Relation {
	switch {
	case a.Lo == b.Lo && a.Hi == b.Hi:
		return Equal
	case a.Lo == b.Hi && a.Hi == b.Lo:
		return Overlaps // told from the other side
	}
	return Disjoint
}

// about reports whether a is about the number that b is exactly.
func about(a, b *Mention) bool {
	return a.Comparator == About && (b.Comparator == Exact || b.Comparator == About) && a.Unit == b.Unit && a.Value == b.Value
}

// interval converts the ends of m; false if a number gets too large.
func (m *Mention) interval() (Interval, bool) {
	i := Interval{LoOpen: m.LoOpen, HiOpen: m.HiOpen}
	ok := true
	convert := func(v Num) Num {
		if !v.Known() {
			return v
		}
		v = m.Unit.base(v)
		ok = ok && v.Known()
		return v
	}
	i.Lo, i.Hi = convert(m.Lo), convert(m.Hi)
	return i, ok
}

// grain returns half of what the last digit of the coarser number stands for.
func (m *Mention) grain(o *Mention) (Num, bool) {
	a, b := m.Unit.scale(m.Step).Mul(Num{1, 2}), o.Unit.scale(o.Step).Mul(Num{1, 2})
	if !a.Known() || !b.Known() {
		return Num{}, false
	}
	if a.Cmp(b) < 0 {
		return b, true
	}
	return a, true
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

// disjoint tells apart what is disjoint by more than rounding and what is not.
func disjoint(a, b *Mention, x, y Interval, grain Num) Relation {
	if y.below(x) {
		x, y = y, x
	}
	d := gap(x.Hi, y.Lo)
	if d.N == 0 {
		if a.Comparator != Exact && b.Comparator != Exact {
			return Disjoint
		}
		return Borders
	}
	if d.Cmp(grain) <= 0 {
		return Overlaps
	}
	return Disjoint
}

// Converts reports whether a and b, one given as the conversion of the other,
// agree within the rounding of both ("125 km", "78 miles"). Ok is false if they
// have the same unit or none that converts: currencies do not.
func Converts(a, b Mention) (agree, ok bool) {
	d := a.Unit.Dimension()
	if a.Kind != Measure || b.Kind != Measure || a.Unit == b.Unit || d != b.Unit.Dimension() || d == Things || d == Money || a.Per != b.Per ||
		a.Unit == shortTon || b.Unit == shortTon || !a.Value.Known() || !b.Value.Known() || (a.Comparator == Between) != (b.Comparator == Between) {
		return false, false
	}
	if a.Comparator == Between {
		lo, ok1 := converts(&a, &b, a.Lo, b.Lo)
		hi, ok2 := converts(&a, &b, a.Hi, b.Hi)
		return lo && hi, ok1 && ok2
	}
	return converts(&a, &b, a.Value, b.Value)
}

// converts compares v in the unit of a with w in the unit of b. Round numbers
// are taken to be rounded ("50 km" to tens), all to allow two per cent more.
func converts(a, b *Mention, v, w Num) (agree, ok bool) {
	s, t := loose(v, a.Step), loose(w, b.Step)
	if a.Unit.Dimension() == Temperature { // a scale with an arbitrary zero: 20 is not rounded to tens
		s, t = smaller(s, Int(5)), smaller(t, Int(5))
	}
	room := a.Unit.scale(s).Add(b.Unit.scale(t)).Mul(Num{1, 2})
	x, y := a.Unit.base(v), b.Unit.base(w)
	if !room.Known() || !x.Known() || !y.Known() {
		return false, false
	}
	if a.Unit.Dimension() == Temperature {
		x2, y2 := a.Unit.scale(v), b.Unit.scale(w) // a difference of temperatures
		return gap(x, y).Cmp(room) <= 0 || gap(x2, y2).Cmp(room) <= 0, true
	}
	if x.N < 0 {
		x.N, y.N = -x.N, -y.N
	}
	room = room.Add(x.Mul(Num{1, 50}))
	if !room.Known() {
		return false, false
	}
	return gap(x, y).Cmp(room) <= 0, true
}

// loose is the step of a number whose trailing zeros are all taken as rounding.
func loose(v, step Num) Num {
	if v.D != 1 || v.N == 0 {
		return step
	}
	p := int64(1)
	for n := v.N; n%10 == 0; n /= 10 {
		p *= 10
	}
	if s := Int(p); !step.Known() || s.Cmp(step) > 0 {
		return s
	}
	return step
}
