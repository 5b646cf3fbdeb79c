package kernel

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

//go:noescape
func bytes8(blocks, pairs int, w *int8, x *int16, xrow int, y *int32, yrow int)

//go:noescape
func bytes4(pairs int, w *int8, x *int16, xrow int, y *int32, yrow int)

func hasAVX2() bool
func hasVNNI() bool

var wide, wider = hasAVX2(), hasVNNI()

// Multiply is multiplyPlain on weights of 16 bits.
func Multiply(w []int16, inputs, n int, x []int16, y []int32) {
	if !wide {
		multiplyPlain(w, inputs, n, x, y)
		return
	}
	if n == 0 || inputs == 0 || len(w) == 0 {
		return
	}
	out := len(w) / inputs
	_, _ = x[n*inputs-1], y[n*out-1]
	r := 0
	if wider {
		for ; r+8 <= n; r += 8 {
			vnni8(out/16, inputs/2, &w[0], &x[r*inputs], 2*inputs, &y[r*out], 4*out)
		}
		if r+4 <= n && out%32 == 0 {
			vnni4(out/32, inputs/2, &w[0], &x[r*inputs], 2*inputs, &y[r*out], 4*out)
			r += 4
		}
		for ; r < n; r++ {
			vnni1(out/16, inputs/2, &w[0], &x[r*inputs], &y[r*out])
		}
	}
	for ; r+4 <= n; r += 4 {
		for block := 0; block < out; block += 16 {
			multiply4(inputs/2, &w[block*inputs], &x[r*inputs], 2*inputs, &y[r*out+block], 4*out)
		}
	}
	for ; r < n; r++ {
		multiply1(out/16, inputs/2, &w[0], &x[r*inputs], &y[r*out])
	}
}

// MultiplyBytes is multiplyPlain on weights of 8 bits. It is fastest where n is a
// multiple of 8.
func MultiplyBytes(w []int8, inputs, n int, x []int16, y []int32) {
	if !wide || n == 0 || inputs == 0 || len(w) == 0 {
		multiplyPlain(w, inputs, n, x, y)
		return
	}
	out := len(w) / inputs
	_, _ = x[n*inputs-1], y[n*out-1]
	r := 0
	if wider {
		for ; r+8 <= n; r += 8 {
			bytes8(out/16, inputs/2, &w[0], &x[r*inputs], 2*inputs, &y[r*out], 4*out)
		}
	}
	for ; r+4 <= n; r += 4 {
		for block := 0; block < out; block += 16 {
			bytes4(inputs/2, &w[block*inputs], &x[r*inputs], 2*inputs, &y[r*out+block], 4*out)
		}
	}
	multiplyPlain(w, inputs, n-r, x[r*inputs:], y[r*out:])
}

// Narrow is narrowPlain; there are a multiple of 16 sums.
func Narrow(dst []int16, sums []int32, shift uint) {
	if !wide || len(sums) == 0 || len(sums)%16 != 0 {
		narrowPlain(dst, sums, shift)
		return
	}
	_ = dst[len(sums)-1]
	narrow16(len(sums)/16, &dst[0], &sums[0], uint64(shift))
}

// Gates is gatesPlain; there are a multiple of 16 cells.
func Gates(sums []int32, c, h []int16) {
	if !wide || len(c) == 0 || len(c)%16 != 0 {
		gatesPlain(sums, c, h)
		return
	}
	_, _ = sums[3*len(c)-1], h[len(c)-1]
	gates16(len(c)/16, &sums[0], &c[0], &h[0])
}

// SumBytes is sumBytesPlain; x has a multiple of 16 values.
func SumBytes(x []int16, table []byte, rows []int32) {
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

// SumRows is sumRowsPlain; x has a multiple of 16 values.
func SumRows(x, table []int16, rows []int32) {
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

// Rectify is rectifyPlain; x has a multiple of 16 values.
func Rectify(x []int16) {
	if !wide || len(x) == 0 || len(x)%16 != 0 {
		rectifyPlain(x)
		return
	}
	rectify16(len(x)/16, &x[0])
}

// Plainly calls do without the processor's wide instructions, and without the widest.
// Tests hold the results equal; nothing else may run meanwhile.
func Plainly(do func()) {
	a, b := wide, wider
	defer func() { wide, wider = a, b }()
	wider = false
	do()
	wide = false
	do()
}
