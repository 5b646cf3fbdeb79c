package quantity

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
