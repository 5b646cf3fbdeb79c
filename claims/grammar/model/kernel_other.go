//go:build !amd64 && !arm64

package model

func multiply(m *Matrix, n int, x []int16, y []int32) { multiplyPlain(m, n, x, y) }
func narrow(dst []int16, sums []int32, shift uint)    { narrowPlain(dst, sums, shift) }
func gates(sums []int32, c, h []int16)                { gatesPlain(sums, c, h) }
func sumBytes(x []int16, table []byte, rows []int32)  { sumBytesPlain(x, table, rows) }
func sumRows(x, table []int16, rows []int32)          { sumRowsPlain(x, table, rows) }
func rectify(x []int16)                               { rectifyPlain(x) }
