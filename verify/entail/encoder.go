package entail

import (
	"factcheck/claims/grammar/kernel"
	"factcheck/verify/entail/token"
)

// shape is the measures of an encoder.
type shape struct {
	Hidden    int     // numbers by token
	Heads     int     // of attention
	Layers    int     // steps
	Inner     int     // numbers by token inside a step
	Positions int     // tokens that it can read at once
	Distances int     // distances that it tells apart to one side; 0 in BERT
	Types     int     // 2 where the second text is marked as such, else at most 1
	Labels    int     // answers of its own head
	Epsilon   float32 // of its norms
	Tanh      bool    // in its own head; else gelu
}

// An encoder is a network that turns the pieces of two texts into numbers.
type encoder struct {
	shape
	words     []int8 // rows by piece
	worths    []float32
	places    []float32 // rows by position; none in DeBERTa
	types     []float32 // rows by text
	wordNorm  affine
	layers    []layer
	pool      linear
	answers   []float32 // rows by label
	answerAdd []float32
	bucket    []int // the row of a distance in the tables, from -Positions on
	marks     token.Special
}

// A room is the memory in which one pair is read; the zero value is ready.
type room struct {
	token                token.Room
	ids, source, claim   []int32
	x, looks, mixed      []float32
	out, wide, scores    []float32
	pooled               []float32
	short, q, k          []int16
	keys, values, shares []int16
	sums, met            []int32
	byKey, byQuery       []int32
	taken                []int32
	features             []float32
}

// read returns the numbers of every token, rows by token. The second text begins at
// token second.
func (e *encoder) read(ids []int32, second int, r *room) []float32 {
	h := e.Hidden
	r.x = grown(r.x, len(ids)*h)
	for i, id := range ids {
		row, words, worth := r.x[i*h:][:h], e.words[int(id)*h:][:h], e.worths[id]
		for k, w := range words {
			row[k] = float32(float32(w) * worth)
		}
		if len(e.places) > 0 {
			kernel.Add(row, e.places[i*h:][:h])
		}
		if kind := 0; e.Types > 0 {
			if i >= second {
				kind = e.Types - 1
			}
			kernel.Add(row, e.types[kind*h:][:h])
		}
	}
	norm(r.x, e.wordNorm, e.Epsilon)
	for i := range e.layers {
		e.layers[i].read(e, r.x, r)
	}
	return r.x
}

// answer puts the answers of the encoder's own head to dst, from the numbers of the
// first token.
func (e *encoder) answer(dst, first []float32, r *room) {
	r.pooled = grown(r.pooled, e.Hidden)
	e.pool.apply(r.pooled, first, r)
	if e.Tanh {
		for i, v := range r.pooled {
			r.pooled[i] = tanh(v)
		}
	} else {
		kernel.Gelu(r.pooled)
	}
	for k := range dst {
		dst[k] = float32(kernel.Dot(r.pooled, e.answers[k*e.Hidden:][:e.Hidden]) + e.answerAdd[k])
	}
}
