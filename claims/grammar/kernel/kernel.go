// Package kernel is exact integer arithmetic for small networks: claims/grammar/model
// and verify/entail are made of it.
//
// The arithmetic of the network is exact: 16-bit values, 32-bit sums that wrap
// around, shifts that round to the nearest. So it does not matter in which order or
// with which instructions a sum is made, and every machine gives the same answer.
// The functions whose names end in Plain define it; where the processor has wide
// instructions, others do the same faster (kernel_amd64.s), and tests hold them equal.
//
// Values are fractions: of 12 bits where nothing else is said, so from -8 to 8.
package kernel

// A matrix of weights is laid out for the kernels: outputs in blocks of 16, in a
// block the inputs in pairs, for a pair the 16 outputs with the two weights of each.
// It has an even number of inputs and a multiple of 16 outputs. Weights are of 16
// bits (Multiply) or of 8 (MultiplyBytes).

// Place returns where the weight of an input for an output stands in a matrix of so
// many inputs.
func Place(inputs, in, out int) int {
	return out/16*16*inputs + in/2*32 + out%16*2 + in%2
}

// multiplyPlain adds to each of n rows of y the product of a row of x with the
// matrix w. Rows of x have as many values as the matrix has inputs, those of y as
// it has outputs.
func multiplyPlain[W int8 | int16](w []W, inputs, n int, x []int16, y []int32) {
	if inputs == 0 {
		return
	}
	outputs := len(w) / inputs
	for r := range n {
		row := x[r*inputs : (r+1)*inputs]
		for block := 0; block < outputs; block += 16 {
			w := w[block*inputs : (block+16)*inputs]
			sum := (*[16]int32)(y[r*outputs+block:])
			for i := 0; i+1 < len(row); i += 2 {
				a, b := int32(row[i]), int32(row[i+1])
				pair := (*[32]W)(w[i*16:])
				for k := range sum {
					sum[k] += a*int32(pair[2*k]) + b*int32(pair[2*k+1])
				}
			}
		}
	}
}

// narrowPlain rounds sums off by shift bits.
func narrowPlain(dst []int16, sums []int32, shift uint) {
	half := int32(1) << (shift - 1)
	for i, v := range sums {
		dst[i] = saturate((v + half) >> shift)
	}
}

func saturate(v int32) int16 { return int16(max(-32768, min(32767, v))) }

// gatesPlain makes one step of an LSTM: sums are those of the forget gate, the
// input and the output gate, c the cells with 14 bits of fraction, h the outputs.
func gatesPlain(sums []int32, c, h []int16) {
	s := len(c)
	for i := range c {
		f, z, o := bend(sums[i]), bend(sums[s+i]), bend(sums[2*s+i])
		f, o = saturate(int32(f)+half14), saturate(int32(o)+half14)
		cell := int16(int32(z) + int32(times(f, saturate(int32(c[i])-int32(z)))))
		c[i] = cell
		h[i] = (times(o, cell) + 2) >> 2
	}
}

const half14 = 1 << 14

// bend is x·(1-|x|/4) up to 2 and 1 beyond, with 14 bits of fraction.
func bend(sum int32) int16 {
	x := max(saturate((sum+1<<9)>>10), -32767)
	return x - times(x, max(x, -x))>>1
}

// times multiplies values of which one has 15 bits of fraction.
func times(a, b int16) int16 { return int16((int32(a)*int32(b) + 1<<14) >> 15) }

// sumBytesPlain sums rows of bytes into x and gives them 12 bits of fraction.
func sumBytesPlain(x []int16, table []byte, rows []int32) {
	clear(x)
	for _, r := range rows {
		row := table[int(r)*len(x):][:len(x)]
		for i, b := range row {
			x[i] += int16(int8(b))
		}
	}
	for i := range x {
		x[i] = saturate(int32(x[i]) << byteShift)
	}
}

// byteShift is by how many bits the fraction of a byte is shorter than that of a value.
const byteShift = 7

// sumRowsPlain adds rows of a table to x.
func sumRowsPlain(x []int16, table []int16, rows []int32) {
	for _, r := range rows {
		row := table[int(r)*len(x):][:len(x)]
		for i, v := range row {
			x[i] += v
		}
	}
}

// rectifyPlain makes what is below zero zero.
func rectifyPlain(x []int16) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}
