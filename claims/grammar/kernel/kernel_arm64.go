package kernel

//go:noescape
func multiply8(blocks, eights int, w, x *int16, y *int32)

//go:noescape
func addRow(eights int, x, row *int16)

// wide is whether to use the instructions that every arm64 processor has.
var wide = true

// Multiply is multiplyPlain on weights of 16 bits.
func Multiply(w []int16, inputs, n int, x []int16, y []int32) {
	if !wide || n == 0 || inputs == 0 || inputs%8 != 0 || len(w) == 0 {
		multiplyPlain(w, inputs, n, x, y)
		return
	}
	out := len(w) / inputs
	_, _ = x[n*inputs-1], y[n*out-1]
	for r := range n {
		multiply8(out/16, inputs/8, &w[0], &x[r*inputs], &y[r*out])
	}
}

// MultiplyBytes is multiplyPlain on weights of 8 bits: a block of them is widened
// and then used for every row.
func MultiplyBytes(w []int8, inputs, n int, x []int16, y []int32) {
	if !wide || inputs == 0 || inputs%8 != 0 || inputs > maxWiden {
		multiplyPlain(w, inputs, n, x, y)
		return
	}
	out := len(w) / inputs
	var room [16 * maxWiden]int16
	for block := 0; block < out; block += 16 {
		wide := room[:16*inputs]
		for i, v := range w[block*inputs : (block+16)*inputs] {
			wide[i] = int16(v)
		}
		for r := range n {
			multiply8(1, inputs/8, &wide[0], &x[r*inputs], &y[r*out+block])
		}
	}
}

// maxWiden is the greatest number of inputs for which a block is widened.
const maxWiden = 3072

// SumRows is sumRowsPlain; x has a multiple of 8 values.
func SumRows(x, table []int16, rows []int32) {
	if !wide || len(x) == 0 || len(x)%8 != 0 {
		sumRowsPlain(x, table, rows)
		return
	}
	for _, r := range rows {
		row := table[int(r)*len(x):][:len(x)]
		addRow(len(x)/8, &x[0], &row[0])
	}
}

func Narrow(dst []int16, sums []int32, shift uint)   { narrowPlain(dst, sums, shift) }
func Gates(sums []int32, c, h []int16)               { gatesPlain(sums, c, h) }
func SumBytes(x []int16, table []byte, rows []int32) { sumBytesPlain(x, table, rows) }
func Rectify(x []int16)                              { rectifyPlain(x) }

// Plainly calls do without the processor's wide instructions.
// Tests hold the results equal; nothing else may run meanwhile.
func Plainly(do func()) {
	defer func() { wide = true }()
	wide = false
	do()
}
