package weights

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A Tensor is weights with a shape of one or two dimensions.
type Tensor struct {
	Shape []int

	form   form
	raw    []byte // little endian
	scale  []float32
	zero   []int32
	column bool // a weight of [inputs, outputs], as ONNX multiplies; else [outputs, inputs]
}

// form is how a number is stored.
type form int

const (
	float32s form = iota
	float16s
	bfloat16s
	float64s
	int8s
	uint8s
)

// size is the bytes of a number.
func (f form) size() int { return [...]int{4, 2, 2, 8, 1, 1}[f] }

// newTensor checks that the bytes fill the shape.
func newTensor(shape []int, f form, raw []byte) (*Tensor, error) {
	n := 1
	for _, d := range shape {
		if d < 0 || d > MaxSize || n*max(d, 1) > MaxSize {
			return nil, fmt.Errorf("a tensor of %v numbers", shape)
		}
		n *= d
	}
	if n*f.size() != len(raw) {
		return nil, fmt.Errorf("a tensor of %v numbers has %d bytes", shape, len(raw))
	}
	if n == 0 {
		shape = make([]int, len(shape)) // no side is long where there is nothing
	}
	return &Tensor{Shape: shape, form: f, raw: raw}, nil
}

// Rows returns how many rows the tensor has: outputs of a layer, words of a vocabulary.
func (t *Tensor) Rows() int {
	switch {
	case len(t.Shape) == 0:
		return 1
	case t.column:
		return t.Shape[len(t.Shape)-1]
	}
	return t.Shape[0]
}

// Columns returns how many numbers a row has; 1 for a vector.
func (t *Tensor) Columns() int {
	if len(t.Shape) < 2 {
		return 1
	}
	if t.column {
		return t.Shape[0]
	}
	return t.Shape[1]
}

// Row puts the numbers of a row into dst.
func (t *Tensor) Row(row int, dst []float32) {
	at, step := row*t.Columns(), 1
	if t.column {
		at, step = row, t.Rows()
	}
	for i := range dst {
		dst[i] = t.at(at+i*step, row)
	}
}

// Vector returns the numbers of a vector.
func (t *Tensor) Vector() []float32 {
	out := make([]float32, t.Rows()*t.Columns())
	for i := range out {
		out[i] = t.at(i, 0)
	}
	return out
}

// Bytes puts the numbers of a row into dst as they are stored and returns what one is
// worth. It returns false if they are not stored as bytes around zero.
func (t *Tensor) Bytes(row int, dst []int8) (float32, bool) {
	if t.form != int8s || t.zeroOf(row) != 0 {
		return 0, false
	}
	at, step := row*t.Columns(), 1
	if t.column {
		at, step = row, t.Rows()
	}
	for i := range dst {
		dst[i] = int8(t.raw[at+i*step])
	}
	return t.scaleOf(row), true
}

func (t *Tensor) scaleOf(row int) float32 { return ofRow(t.scale, row, 1) }

func (t *Tensor) zeroOf(row int) int32 { return ofRow(t.zero, row, 0) }

// ofRow returns the value of a row, which may be one for all rows; without one, none.
func ofRow[T any](values []T, row int, none T) T {
	if len(values) == 1 {
		row = 0
	}
	if row < len(values) {
		return values[row]
	}
	return none
}

// at returns a number by its place.
func (t *Tensor) at(i, row int) float32 {
	switch t.form {
	case float32s:
		return math.Float32frombits(binary.LittleEndian.Uint32(t.raw[4*i:]))
	case float64s:
		return float32(math.Float64frombits(binary.LittleEndian.Uint64(t.raw[8*i:])))
	case bfloat16s:
		return math.Float32frombits(uint32(binary.LittleEndian.Uint16(t.raw[2*i:])) << 16)
	case float16s:
		return half(binary.LittleEndian.Uint16(t.raw[2*i:]))
	case int8s:
		return float32(int32(int8(t.raw[i]))-t.zeroOf(row)) * t.scaleOf(row)
	}
	return float32(int32(t.raw[i])-t.zeroOf(row)) * t.scaleOf(row)
}

// half returns the value of a number of 16 bits.
func half(h uint16) float32 {
	sign, exp, frac := uint32(h>>15)<<31, int(h>>10&31), uint32(h&1023)
	switch exp {
	case 0:
		v := float32(frac) / (1 << 24)
		if sign != 0 {
			return -v
		}
		return v
	case 31:
		return math.Float32frombits(sign | 0xFF<<23 | frac<<13)
	}
	return math.Float32frombits(sign | uint32(exp+112)<<23 | frac<<13)
}
