//go:build !amd64 && !arm64

package kernel

func Multiply(w []int16, inputs, n int, x []int16, y []int32) { multiplyPlain(w, inputs, n, x, y) }
func MultiplyBytes(w []int8, inputs, n int, x []int16, y []int32) {
	multiplyPlain(w, inputs, n, x, y)
}
func Narrow(dst []int16, sums []int32, shift uint)   { narrowPlain(dst, sums, shift) }
func Gates(sums []int32, c, h []int16)               { gatesPlain(sums, c, h) }
func SumBytes(x []int16, table []byte, rows []int32) { sumBytesPlain(x, table, rows) }
func SumRows(x, table []int16, rows []int32)         { sumRowsPlain(x, table, rows) }
func Rectify(x []int16)                              { rectifyPlain(x) }

// Plainly calls do without the processor's wide instructions.
// Tests hold the results equal; nothing else may run meanwhile.
func Plainly(do func()) { do() }
