package entail

import (
	"math"

	"factcheck/claims/grammar/kernel"
)

// A linear is a matrix of bytes with what a byte is worth and a bias for each output.
type linear struct {
	inputs  int
	weights []int8 // laid out as package kernel wants it
	scales  []float32
	bias    []float32
}

// limit is the greatest integer that an input may be, so that no sum leaves 32 bits.
func (l *linear) limit() float32 {
	return float32(min(8191, math.MaxInt32/(128*l.inputs)))
}

// apply puts the products of the rows of x with the matrix into y.
func (l *linear) apply(y, x []float32, r *room) {
	outputs := len(l.bias)
	rows := len(x) / l.inputs
	const step = 8 // rows at a time
	r.short, r.sums = grown(r.short, step*l.inputs), grown(r.sums, step*outputs)
	limit := l.limit()
	var worth [step]float32
	for at := 0; at < rows; at += step {
		n := min(step, rows-at)
		for i := range n {
			row := x[(at+i)*l.inputs:][:l.inputs]
			worth[i] = narrow(r.short[i*l.inputs:], row, kernel.Greatest(row), limit)
		}
		clear(r.short[n*l.inputs:])
		clear(r.sums)
		kernel.MultiplyBytes(l.weights, l.inputs, step, r.short, r.sums)
		for i := range n {
			kernel.Widen(y[(at+i)*outputs:][:outputs], r.sums[i*outputs:][:outputs], worth[i], l.scales, l.bias)
		}
	}
}

// grown returns a slice of n of the memory of s, or of new memory.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}

// A layer is one step of the encoder: every token looks at all others, then
// at itself.
type layer struct {
	look     linear // to query, key and value, one after the other
	seen     linear
	seenNorm affine
	up, down linear
	norm     affine
	place    placing // of tokens to each other; empty in BERT
}

// affine is the gain and the bias of a norm.
type affine struct{ gain, bias []float32 }

// read runs the layer over the rows of x.
func (l *layer) read(e *encoder, x []float32, r *room) {
	h := e.Hidden
	n := len(x) / h
	r.looks, r.mixed, r.out = grown(r.looks, n*3*h), grown(r.mixed, n*h), grown(r.out, n*h)
	l.look.apply(r.looks, x, r)
	e.attend(l, n, r)
	l.seen.apply(r.out, r.mixed, r)
	kernel.Add(x, r.out)
	norm(x, l.seenNorm, e.Epsilon)
	r.wide = grown(r.wide, n*len(l.up.bias))
	l.up.apply(r.wide, x, r)
	kernel.Gelu(r.wide)
	l.down.apply(r.out, r.wide, r)
	kernel.Add(x, r.out)
	norm(x, l.norm, e.Epsilon)
}
