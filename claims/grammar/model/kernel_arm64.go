package model

//go:noescape
func multiply8(blocks, eights int, w, x *int16, y *int32)

//go:noescape
func addRow(eights int, x, row *int16)

// wide is whether to use the instructions that every arm64 processor has.
var wide = true

// multiply is multiplyPlain.
func multiply(m *Matrix, n int, x []int16, y []int32) {
	if !wide || n == 0 || m.In == 0 || m.In%8 != 0 || m.Out == 0 {
		multiplyPlain(m, n, x, y)
		return
	}
	_, _, _ = m.Weights[m.In*m.Out-1], x[n*m.In-1], y[n*m.Out-1]
	for r := range n {
		multiply8(m.Out/16, m.In/8, &m.Weights[0], &x[r*m.In], &y[r*m.Out])
	}
}

// sumRows is sumRowsPlain; x has a multiple of 8 values.
func sumRows(x, table []int16, rows []int32) {
	if !wide || len(x) == 0 || len(x)%8 != 0 {
		sumRowsPlain(x, table, rows)
		return
	}
	for _, r := range rows {
		row := table[int(r)*len(x):][:len(x)]
		addRow(len(x)/8, &x[0], &row[0])
	}
}

func narrow(dst []int16, sums []int32, shift uint)   { narrowPlain(dst, sums, shift) }
func gates(sums []int32, c, h []int16)               { gatesPlain(sums, c, h) }
func sumBytes(x []int16, table []byte, rows []int32) { sumBytesPlain(x, table, rows) }
func rectify(x []int16)                              { rectifyPlain(x) }
