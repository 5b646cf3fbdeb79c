package kernel

//go:noescape
func greatest8(eights int, x *float32) float32

//go:noescape
func shorten16(sixteens int, dst *int16, x *float32, by float32)

//go:noescape
func widen8(eights int, dst *float32, sums *int32, scale float32, scales, bias *float32)

//go:noescape
func add8(eights int, x, y *float32)

//go:noescape
func powers8(eights int, x *float32, top float32) float32

//go:noescape
func gelu8(eights int, x *float32)

//go:noescape
func norm8(eights int, x, gain, bias *float32, n, epsilon float32)

//go:noescape
func dot8(eights int, x, y *float32) float32

// fits reports whether wide instructions can be used on n numbers.
func fits(n, multiple int) bool { return wide && n > 0 && n%multiple == 0 }

// Greatest is greatestPlain.
func Greatest(x []float32) float32 {
	if !fits(len(x), 8) {
		return greatestPlain(x)
	}
	return greatest8(len(x)/8, &x[0])
}

// Shorten is shortenPlain.
func Shorten(dst []int16, x []float32, by float32) {
	if !fits(len(x), 16) {
		shortenPlain(dst, x, by)
		return
	}
	_ = dst[len(x)-1]
	shorten16(len(x)/16, &dst[0], &x[0], by)
}

// Widen is widenPlain.
func Widen(dst []float32, sums []int32, scale float32, scales, bias []float32) {
	n := len(sums)
	if !fits(n, 8) {
		widenPlain(dst, sums, scale, scales, bias)
		return
	}
	_, _, _ = dst[n-1], scales[n-1], bias[n-1]
	widen8(n/8, &dst[0], &sums[0], scale, &scales[0], &bias[0])
}

// Add is addPlain.
func Add(x, y []float32) {
	if !fits(len(y), 8) {
		addPlain(x, y)
		return
	}
	_ = x[len(y)-1]
	add8(len(y)/8, &x[0], &y[0])
}

// Powers is powersPlain.
func Powers(x []float32, top float32) float32 {
	if !fits(len(x), 8) {
		return powersPlain(x, top)
	}
	return powers8(len(x)/8, &x[0], top)
}

// Gelu is geluPlain.
func Gelu(x []float32) {
	if !fits(len(x), 8) {
		geluPlain(x)
		return
	}
	gelu8(len(x)/8, &x[0])
}

// Norm is normPlain.
func Norm(x, gain, bias []float32, epsilon float32) {
	if !fits(len(x), 8) {
		normPlain(x, gain, bias, epsilon)
		return
	}
	_, _ = gain[len(x)-1], bias[len(x)-1]
	norm8(len(x)/8, &x[0], &gain[0], &bias[0], float32(len(x)), epsilon)
}

// Dot is dotPlain.
func Dot(x, y []float32) float32 {
	if !fits(len(x), 8) {
		return dotPlain(x, y)
	}
	_ = y[len(x)-1]
	return dot8(len(x)/8, &x[0], &y[0])
}
