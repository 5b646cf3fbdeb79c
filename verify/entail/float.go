package entail

import "factcheck/claims/grammar/kernel"

// tanh is the hyperbolic tangent.
func tanh(x float32) float32 {
	return float32(1 - float32(2/float32(kernel.Exp(float32(2*x))+1)))
}

// norm does kernel.Norm to each row of x.
func norm(x []float32, to affine, epsilon float32) {
	n := len(to.gain)
	for ; len(x) >= n; x = x[n:] {
		kernel.Norm(x[:n], to.gain, to.bias, epsilon)
	}
}

// narrow puts the numbers of x, which are at most most in size, into dst as integers up
// to limit, and returns what one is worth.
func narrow(dst []int16, x []float32, most, limit float32) float32 {
	dst = dst[:len(x)]
	if !(most > 1e-30) {
		clear(dst)
		return 0
	}
	kernel.Shorten(dst, x, float32(limit/most))
	return float32(most / limit)
}
