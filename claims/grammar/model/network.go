package model

import (
	"encoding/binary"
	"math"

	"factcheck/claims/grammar/kernel"
)

// The widths of the network. It has about 420,000 weights, nearly all of which are used once
// for each word.
const (
	Layers     = 2
	Hidden     = 96         // the width of a layer in one direction
	Outputs    = 2 * Hidden // and in both
	TagOut     = 32         // by class
	MoveWidth  = 96         // what a move is chosen by
	MoveOut    = 16         // by move
	LabelWidth = 64         // what a relation is chosen by
	LabelOut   = 48         // by relation plus one
)

// Network is what reads a sentence: an encoder, two layers that run over the words
// in both directions, and three heads on it, for the classes, the moves and the
// relations. The first layer of the parser is a sum over the words in the slots, so
// what each word adds in each slot is computed once (Kiperwasser and Goldberg 2016).
type Network struct {
	Rows      []byte // the rows of the words, of RowWidth bytes; signed, 5 bits of fraction
	Layers    [Layers][2]Layer
	Tag       Matrix
	Slots     Matrix  // to the sums of all slots, one after the other
	Traits    []int16 // rows of MoveWidth, with 8 bits of fraction as all sums of the heads
	MoveBias  []int16
	Move      Matrix
	Arcs      Matrix // to the sums for a head, then for a dependent
	ArcTraits []int16
	ArcBias   []int16
	Label     Matrix
	Edges     []int16 // the outputs of the encoder for no word and for the root

	edgeSlots, edgeArcs []int16 // what the heads make of Edges
}

// Layer is an LSTM in one direction, with the input gate coupled to the forget
// gate: see gatesPlain.
type Layer struct{ X, H Matrix }

// Fractions of the sums, and by how much the sums of the encoder are shortened
// for the heads.
const (
	sumBits   = 24
	scoreBits = 20
	headBits  = 8
	headShift = sumBits - headBits
	valueBits = 12
)

// matrices lists the matrices in the order of the file.
func (n *Network) matrices() []*Matrix {
	var list []*Matrix
	for k := range n.Layers {
		for d := range n.Layers[k] {
			list = append(list, &n.Layers[k][d].X, &n.Layers[k][d].H)
		}
	}
	return append(list, &n.Tag, &n.Slots, &n.Move, &n.Arcs, &n.Label)
}

// tables lists the other values in the order of the file.
func (n *Network) tables() []*[]int16 {
	return []*[]int16{&n.Traits, &n.MoveBias, &n.ArcTraits, &n.ArcBias, &n.Edges}
}

// NewNetwork returns a network of zeros that knows no words.
func NewNetwork() *Network {
	n := shape()
	n.Rows = make([]byte, (WordAt+1)*RowWidth)
	n.Finish()
	return n
}

// shape returns a network of zeros without rows.
func shape() *Network {
	n := &Network{Traits: make([]int16, TraitRows*MoveWidth), MoveBias: make([]int16, MoveWidth), ArcTraits: make([]int16, ArcRows*LabelWidth),
		ArcBias: make([]int16, LabelWidth), Edges: make([]int16, 2*Outputs)}
	in := RowWidth
	for k := range n.Layers {
		for d := range n.Layers[k] {
			n.Layers[k][d] = Layer{Matrix{In: in, Out: 3 * Hidden}, Matrix{In: Hidden, Out: 3 * Hidden}}
		}
		in = Outputs
	}
	n.Tag = Matrix{In: Outputs, Out: TagOut}
	n.Slots = Matrix{In: Outputs, Out: NumSlots * MoveWidth}
	n.Move = Matrix{In: MoveWidth, Out: MoveOut}
	n.Arcs = Matrix{In: Outputs, Out: 2 * LabelWidth}
	n.Label = Matrix{In: LabelWidth, Out: LabelOut}
	for _, m := range n.matrices() {
		m.Weights, m.Bias = make([]int16, m.In*m.Out), make([]int32, m.Out)
	}
	return n
}

// decode reads the weights, little-endian: the matrices with their biases, then the
// tables.
func decode(data []byte) (*Network, error) {
	n := shape()
	at := 0
	take := func(dst []int16) {
		if at+2*len(dst) > len(data) {
			at = len(data) + 1
			return
		}
		for i := range dst {
			dst[i] = int16(binary.LittleEndian.Uint16(data[at+2*i:]))
		}
		at += 2 * len(dst)
	}
	for _, m := range n.matrices() {
		take(m.Weights)
		if at+4*len(m.Bias) > len(data) {
			return nil, errFormat
		}
		for i := range m.Bias {
			m.Bias[i] = int32(binary.LittleEndian.Uint32(data[at+4*i:]))
		}
		at += 4 * len(m.Bias)
	}
	for _, t := range n.tables() {
		take(*t)
	}
	if at != len(data) {
		return nil, errFormat
	}
	n.Finish()
	return n, nil
}

// encode is the reverse of decode.
func (n *Network) encode() (data []byte) {
	for _, m := range n.matrices() {
		for _, w := range m.Weights {
			data = binary.LittleEndian.AppendUint16(data, uint16(w))
		}
		for _, b := range m.Bias {
			data = binary.LittleEndian.AppendUint32(data, uint32(b))
		}
	}
	for _, t := range n.tables() {
		for _, w := range *t {
			data = binary.LittleEndian.AppendUint16(data, uint16(w))
		}
	}
	return data
}

// Finish computes what does not depend on the sentence; it must be called when weights were set.
func (n *Network) Finish() {
	n.edgeSlots, n.edgeArcs = make([]int16, 2*n.Slots.Out), make([]int16, 2*n.Arcs.Out)
	var room []int32
	n.Slots.apply(2, n.Edges, n.edgeSlots, &room)
	n.Arcs.apply(2, n.Edges, n.edgeArcs, &room)
}

// A Matrix is a matrix of weights, laid out as package kernel wants it. In is even,
// Out a multiple of 16.
type Matrix struct {
	In, Out int
	Weights []int16
	Bias    []int32 // by output, 24 bits of fraction
}

// multiply adds to each of n rows of y the product of a row of x with the matrix.
func (m *Matrix) multiply(n int, x []int16, y []int32) { kernel.Multiply(m.Weights, m.In, n, x, y) }

// apply puts the product of n rows of x with the matrix, shortened for the heads,
// into y.
func (m *Matrix) apply(n int, x, y []int16, room *[]int32) {
	const step = 16 // rows at a time, so that the sums stay near
	for r := 0; r < n; r += step {
		k := min(step, n-r)
		sums := m.begin(k, room)
		m.multiply(k, x[r*m.In:(r+k)*m.In], sums)
		kernel.Narrow(y[r*m.Out:(r+k)*m.Out], sums, headShift)
	}
}

// begin returns n rows of sums that begin as the biases.
func (m *Matrix) begin(n int, room *[]int32) []int32 {
	if cap(*room) < n*m.Out {
		*room = make([]int32, n*m.Out)
	}
	sums := (*room)[:n*m.Out]
	for r := range n {
		copy(sums[r*m.Out:], m.Bias)
	}
	return sums
}

// Fill sets the weights of a matrix to w, rows by inputs, and its biases, which
// have a number of bits of fraction.
func (m *Matrix) Fill(w, bias []float32, bits int) {
	for i := range m.In {
		for o := range m.Out {
			m.Weights[kernel.Place(m.In, i, o)] = fix(w[i*m.Out+o], valueBits)
		}
	}
	for o := range bias {
		m.Bias[o] = int32(math.Round(math.Ldexp(float64(bias[o]), bits)))
	}
}

func fix(x float32, bits int) int16 {
	return int16(max(-32767, min(32767, math.Round(math.Ldexp(float64(x), bits)))))
}

// Fix rounds values off to a number of bits of fraction.
func Fix(dst []int16, x []float32, bits int) {
	for i, v := range x {
		dst[i] = fix(v, bits)
	}
}
