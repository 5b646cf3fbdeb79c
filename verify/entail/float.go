package entail

import "math"

// Between the products of integers stand a few functions of floating point. They are
// made of single additions, products, quotients and roots, each rounded to 32 bits in
// the order written here: the conversions keep a compiler from fusing two, which
// would give another last bit on another machine.

// magic brings the whole part of a small number into its last bits, rounded to the
// nearest, halves to even.
const magic = 3 << 22

// round returns a number below 2^21 in size as an integer.
func round(x float32) int32 {
	return int32(math.Float32bits(float32(x+magic))) - 0x4B400000
}

// exp is e to the x, to 2 units in the last place, for x up to 88; 0 below -87.
func exp(x float32) float32 {
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

// tanh is the hyperbolic tangent.
func tanh(x float32) float32 {
	return float32(1 - float32(2/float32(exp(float32(2*x))+1)))
}

// gelu is x times the chance that a normal variable is below x, its error function
// after Abramowitz and Stegun 7.1.26, to 1.5e-7.
func gelu(x float32) float32 {
	z := float32(x * 0.70710678)
	a := z
	if a < 0 {
		a = -a
	}
	t := float32(1 / float32(1+float32(0.3275911*a)))
	p := float32(1.061405429)
	p = float32(float32(p*t) + -1.453152027)
	p = float32(float32(p*t) + 1.421413741)
	p = float32(float32(p*t) + -0.284496736)
	p = float32(float32(p*t) + 0.254829592)
	tail := float32(float32(p*t) * exp(float32(-float32(a*a)))) // 1 - erf(a)
	half := float32(0.5 * x)
	if x < 0 {
		return float32(half * tail)
	}
	return float32(half * float32(2-tail))
}

// norm makes each row of x have mean 0 and variance 1, then stretches and moves it.
func norm(x []float32, gain, bias []float32, epsilon float32) {
	n := len(gain)
	for ; len(x) >= n; x = x[n:] {
		row := x[:n]
		mean := float32(sum(row) / float32(n))
		for i := range row {
			row[i] = float32(row[i] - mean)
		}
		root := float32(math.Sqrt(float64(float32(float32(squares(row)/float32(n)) + epsilon))))
		scale := float32(1 / root)
		for i, v := range row {
			row[i] = float32(float32(float32(v*scale)*gain[i]) + bias[i])
		}
	}
}

// sum adds in eight lanes, then the lanes.
func sum(x []float32) float32 {
	var s [8]float32
	for ; len(x) >= 8; x = x[8:] {
		p := (*[8]float32)(x)
		for k := range s {
			s[k] = float32(s[k] + p[k])
		}
	}
	return fold(&s)
}

func squares(x []float32) float32 {
	var s [8]float32
	for ; len(x) >= 8; x = x[8:] {
		p := (*[8]float32)(x)
		for k := range s {
			s[k] = float32(s[k] + float32(p[k]*p[k]))
		}
	}
	return fold(&s)
}

func fold(s *[8]float32) float32 {
	a, b := float32(float32(s[0]+s[4])+float32(s[2]+s[6])), float32(float32(s[1]+s[5])+float32(s[3]+s[7]))
	return float32(a + b)
}

// greatest returns the greatest size of a number in x.
func greatest(x []float32) float32 {
	most := float32(0)
	for _, v := range x {
		most = max(most, v, -v)
	}
	return most
}

// narrow puts the numbers of x, which are at most most in size, into dst as integers up to limit, and
// returns what one is worth.
func narrow(dst []int16, x []float32, most, limit float32) float32 {
	if !(most > 1e-30) {
		clear(dst[:len(x)])
		return 0
	}
	by := float32(limit / most)
	dst = dst[:len(x)]
	for i, v := range x {
		dst[i] = int16(round(float32(v * by)))
	}
	return float32(most / limit)
}

// widen makes numbers of sums: dst = sums * scale * scales + bias.
func widen(dst []float32, sums []int32, scale float32, scales, bias []float32) {
	dst, scales, bias = dst[:len(sums)], scales[:len(sums)], bias[:len(sums)]
	for i, v := range sums {
		dst[i] = float32(float32(float32(float32(v)*scales[i])*scale) + bias[i])
	}
}
