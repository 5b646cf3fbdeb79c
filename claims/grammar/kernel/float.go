package kernel

import "math"

// Floating point stands between the products of integers in verify/entail. Here too
// every machine gives the same answer: all is made of single additions, products,
// quotients and roots of numbers of 32 bits, rounded each, in the order written
// here; the conversions keep a compiler from fusing two, which would give another last
// bit. Sums run in eight lanes. Where the processor has wide instructions, others do the
// same faster (float_amd64.s), and tests hold them equal. Numbers are finite.

// magic brings the whole part of a number into its last bits, rounded to the nearest,
// halves to even.
const magic = 3 << 22

// Round returns a number below 2^21 in size as an integer.
func Round(x float32) int32 {
	return int32(math.Float32bits(float32(x+magic))) - 0x4B400000
}

// greatestPlain returns the greatest size of a number in x.
func greatestPlain(x []float32) float32 {
	most := float32(0)
	for _, v := range x {
		if v < 0 {
			v = -v
		}
		if v > most {
			most = v
		}
	}
	return most
}

// shortenPlain rounds the products of x with by off to integers.
func shortenPlain(dst []int16, x []float32, by float32) {
	for i, v := range x {
		dst[i] = saturate(Round(float32(v * by)))
	}
}

// widenPlain makes numbers of sums: dst = sums * scales * scale + bias.
func widenPlain(dst []float32, sums []int32, scale float32, scales, bias []float32) {
	for i, v := range sums {
		dst[i] = float32(float32(float32(float32(v)*scales[i])*scale) + bias[i])
	}
}

// addPlain adds y to x.
func addPlain(x, y []float32) {
	for i, v := range y {
		x[i] = float32(x[i] + v)
	}
}

// Exp is e to the x, to 2 units in the last place, for x up to 88; 0 up to -87.
func Exp(x float32) float32 {
	if !(x > -87) {
		return 0
	}
	x = min(x, 88)
	n := float32(float32(float32(x*1.44269504)+magic) - magic)
	r := float32(x - float32(n*0.693359375))
	r = float32(r - float32(n*-2.12194440e-4))
	p := float32(1.9875691500e-4)
	p = float32(float32(p*r) + 1.3981999507e-3)
	p = float32(float32(p*r) + 8.3334519073e-3)
	p = float32(float32(p*r) + 4.1665795894e-2)
	p = float32(float32(p*r) + 1.6666665459e-1)
	p = float32(float32(p*r) + 5.0000001201e-1)
	p = float32(float32(float32(float32(p*r)*r)+r) + 1)
	return float32(p * math.Float32frombits(uint32(int32(n)+127)<<23))
}

// powersPlain makes e to the x less top of each x, none of which is above top, and
// returns their sum.
func powersPlain(x []float32, top float32) float32 {
	var s [8]float32
	for i, v := range x {
		x[i] = Exp(float32(v - top))
		s[i%8] = float32(s[i%8] + x[i])
	}
	return fold(&s)
}

// fold adds the lanes.
func fold(s *[8]float32) float32 {
	a, b := float32(float32(s[0]+s[4])+float32(s[2]+s[6])), float32(float32(s[1]+s[5])+float32(s[3]+s[7]))
	return float32(a + b)
}

// geluPlain makes of each x the product of x with the chance that a normal variable is
// below it. The error function is that of Abramowitz and Stegun 7.1.26, to 1.5e-7.
func geluPlain(x []float32) {
	for i, v := range x {
		x[i] = geluOf(v)
	}
}

func geluOf(x float32) float32 {
	a := float32(x * 0.70710678)
	if a < 0 {
		a = -a
	}
	t := float32(1 / float32(1+float32(0.3275911*a)))
	p := float32(1.061405429)
	p = float32(float32(p*t) + -1.453152027)
	p = float32(float32(p*t) + 1.421413741)
	p = float32(float32(p*t) + -0.284496736)
	p = float32(float32(p*t) + 0.254829592)
	tail := float32(float32(p*t) * Exp(float32(-float32(a*a)))) // 1 - erf(a)
	half := float32(0.5 * x)
	if x < 0 {
		return float32(half * tail)
	}
	return float32(half * float32(2-tail))
}

// normPlain makes x have mean 0 and variance 1, then stretches and moves it.
func normPlain(x, gain, bias []float32, epsilon float32) {
	n := float32(len(x))
	var s [8]float32
	for i, v := range x {
		s[i%8] = float32(s[i%8] + v)
	}
	mean := float32(fold(&s) / n)
	s = [8]float32{}
	for i, v := range x {
		v = float32(v - mean)
		x[i], s[i%8] = v, float32(s[i%8]+float32(v*v))
	}
	root := float32(math.Sqrt(float64(float32(float32(fold(&s)/n) + epsilon))))
	scale := float32(1 / root)
	for i, v := range x {
		x[i] = float32(float32(float32(v*scale)*gain[i]) + bias[i])
	}
}

// dotPlain is the sum of the products.
func dotPlain(x, y []float32) float32 {
	var s [8]float32
	for i, v := range x {
		s[i%8] = float32(s[i%8] + float32(v*y[i]))
	}
	return fold(&s)
}
