package quantity

import (
	"math/bits"
	"strconv"
)

// A Num is an exact fraction N/D in lowest terms, D positive. The zero Num is no
// number: an open end, or one too large for 64 bits.
type Num struct {
	N, D int64
}

// Int returns n as a Num.
func Int(n int64) Num { return Num{n, 1} }

// Known reports whether a is a number.
func (a Num) Known() bool { return a.D != 0 }

// Cmp returns -1, 0 or 1 as a is less than, equal to or greater than b. Both
// must be known.
func (a Num) Cmp(b Num) int {
	if a.D == b.D {
		return sign(a.N, b.N)
	}
	if (a.N < 0) != (b.N < 0) {
		return sign(a.N, b.N)
	}
	h1, l1 := bits.Mul64(abs(a.N), uint64(b.D))
	h2, l2 := bits.Mul64(abs(b.N), uint64(a.D))
	c := 0
	switch {
	case h1 < h2 || h1 == h2 && l1 < l2:
		c = -1
	case h1 != h2 || l1 != l2:
		c = 1
	}
	if a.N < 0 {
		return -c
	}
	return c
}

// Add returns a+b, the zero Num if it does not fit.
func (a Num) Add(b Num) Num {
	if a.D == 0 || b.D == 0 {
		return Num{}
	}
	if a.D == b.D {
		if s, ok := addInt(a.N, b.N); ok {
			return reduce(s, a.D)
		}
		return Num{}
	}
	g := gcd(uint64(a.D), uint64(b.D))
	x, ok1 := mulInt(a.N, b.D/int64(g))
	y, ok2 := mulInt(b.N, a.D/int64(g))
	d, ok3 := mulInt(a.D, b.D/int64(g))
	s, ok4 := addInt(x, y)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return Num{}
	}
	return reduce(s, d)
}

// Sub returns a-b, the zero Num if it does not fit.
func (a Num) Sub(b Num) Num { return a.Add(Num{-b.N, b.D}) }

// Mul returns a*b, the zero Num if it does not fit.
func (a Num) Mul(b Num) Num {
	if a.D == 0 || b.D == 0 {
		return Num{}
	}
	g1, g2 := int64(gcd(abs(a.N), uint64(b.D))), int64(gcd(abs(b.N), uint64(a.D)))
	n, ok1 := mulInt(a.N/g1, b.N/g2)
	d, ok2 := mulInt(a.D/g2, b.D/g1)
	if !ok1 || !ok2 {
		return Num{}
	}
	return Num{n, d}
}

// abs returns a without its sign.
func (a Num) abs() Num {
	if a.N < 0 {
		a.N = -a.N
	}
	return a
}

// min returns the smaller of two, a or b alone if the other is not known.
func (a Num) min(b Num) Num {
	if !a.Known() || b.Known() && b.Cmp(a) < 0 {
		return b
	}
	return a
}

// String returns "n" or "n/d", the empty string for the zero Num.
func (a Num) String() string {
	switch a.D {
	case 0:
		return ""
	case 1:
		return strconv.FormatInt(a.N, 10)
	}
	return strconv.FormatInt(a.N, 10) + "/" + strconv.FormatInt(a.D, 10)
}

// reduce returns n/d in lowest terms; d is positive.
func reduce(n, d int64) Num {
	if g := int64(gcd(abs(n), uint64(d))); g > 1 {
		return Num{n / g, d / g}
	}
	return Num{n, d}
}

func sign(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func abs(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// gcd returns the greatest common divisor, at least 1 so that it can divide.
func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, 1)
}

func addInt(a, b int64) (int64, bool) {
	s := a + b
	return s, (s > a) == (b > 0)
}

const most = 1 << 62

func mulInt(a, b int64) (int64, bool) {
	h, l := bits.Mul64(abs(a), abs(b))
	if h != 0 || l > most {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(l), true
	}
	return int64(l), true
}
