package model

//go:noescape
func multiply4(pairs int, w, x *int16, xrow int, y *int32, yrow int)

//go:noescape
func multiply1(blocks, pairs int, w, x *int16, y *int32)

//go:noescape
func narrow16(chunks int, dst *int16, sums *int32, shift uint64)

//go:noescape
func gates16(chunks int, sums *int32, c, h *int16)

//go:noescape
func sumBytes16(chunks int, x *int16, table *byte, rows *int32, n int)

//go:noescape
func sumRows16(chunks int, x, table *int16, rows *int32, n int)

//go:noescape
func rectify16(chunks int, x *int16)

//go:noescape
func vnni8(blocks, pairs int, w, x *int16, xrow int, y *int32, yrow int)

//go:noescape
func vnni4(twos, pairs int, w, x *int16, xrow int, y *int32, yrow int)

//go:noescape
func vnni1(blocks, pairs int, w, x *int16, y *int32)

func hasAVX2() bool
func hasVNNI() bool

var wide, wider = hasAVX2(), hasVNNI()

// multiply is multiplyPlain.
func multiply(m *Matrix, n int, x []int16, y []int32) {
	if !wide {
		multiplyPlain(m, n, x, y)
		return
	}
	if n == 0 || m.In == 0 || m.Out == 0 {
		return
	}
	_, _, _ = m.Weights[m.In*m.Out-1], x[n*m.In-1], y[n*m.Out-1]
	r := 0
	if wider {
		for ; r+8 <= n; r += 8 {
			vnni8(m.Out/16, m.In/2, &m.Weights[0], &x[r*m.In], 2*m.In, &y[r*m.Out], 4*m.Out)
		}
		if r+4 <= n && m.Out%32 == 0 {
			vnni4(m.Out/32, m.In/2, &m.Weights[0], &x[r*m.In], 2*m.In, &y[r*m.Out], 4*m.Out)
			r += 4
		}
		for ; r < n; r++ {
			vnni1(m.Out/16, m.In/2, &m.Weights[0], &x[r*m.In], &y[r*m.Out])
		}
	}
	for ; r+4 <= n; r += 4 {
		for block := 0; block < m.Out; block += 16 {
			multiply4(m.In/2, &m.Weights[block*m.In], &x[r*m.In], 2*m.In, &y[r*m.Out+block], 4*m.Out)
		}
	}
	for ; r < n; r++ {
		multiply1(m.Out/16, m.In/2, &m.Weights[0], &x[r*m.In], &y[r*m.Out])
	}
}

// narrow is narrowPlain; there are a multiple of 16 sums.
func narrow(dst []int16, sums []int32, shift uint) {
	if !wide || len(sums) == 0 || len(sums)%16 != 0 {
		narrowPlain(dst, sums, shift)
		return
	}
	_ = dst[len(sums)-1]
	narrow16(len(sums)/16, &dst[0], &sums[0], uint64(shift))
}

// gates is gatesPlain; there are a multiple of 16 cells.
func gates(sums []int32, c, h []int16) {
	if !wide || len(c) == 0 || len(c)%16 != 0 {
		gatesPlain(sums, c, h)
		return
	}
	_, _ = sums[3*len(c)-1], h[len(c)-1]
	gates16(len(c)/16, &sums[0], &c[0], &h[0])
}

// sumBytes is sumBytesPlain; x has a multiple of 16 values.
func sumBytes(x []int16, table []byte, rows []int32) {
	if !wide || len(x) == 0 || len(x)%16 != 0 || len(rows) == 0 {
		sumBytesPlain(x, table, rows)
		return
	}
	for _, r := range rows {
		_ = table[int(r)*len(x)]
		_ = table[int(r+1)*len(x)-1]
	}
	sumBytes16(len(x)/16, &x[0], &table[0], &rows[0], len(rows))
}

// sumRows is sumRowsPlain; x has a multiple of 16 values.
func sumRows(x, table []int16, rows []int32) {
	if !wide || len(x) == 0 || len(x)%16 != 0 || len(rows) == 0 {
		sumRowsPlain(x, table, rows)
		return
	}
	for _, r := range rows {
		_ = table[int(r)*len(x)]
		_ = table[int(r+1)*len(x)-1]
	}
	sumRows16(len(x)/16, &x[0], &table[0], &rows[0], len(rows))
}

// rectify is rectifyPlain; x has a multiple of 16 values.
func rectify(x []int16) {
	if !wide || len(x) == 0 || len(x)%16 != 0 {
		rectifyPlain(x)
		return
	}
	rectify16(len(x)/16, &x[0])
}
