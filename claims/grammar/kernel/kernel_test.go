package kernel

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
)

// FuzzKernels holds the kernels of the processor equal to the plain ones, on
// values of any size.
func FuzzKernels(f *testing.F) {
	f.Add(uint64(1), uint8(7), []byte("\x00\x80\xff\x7f\x01\x80\x00\x00\xff\xff"))
	f.Add(uint64(2), uint8(1), []byte{})
	f.Add(uint64(3), uint8(9), []byte("\x00\x80"))
	for seed := range uint64(40) {
		f.Add(seed, uint8(seed), []byte("\x00\x80\xff\x7f")[:seed%3*2])
	}
	f.Fuzz(func(t *testing.T, seed uint64, rows uint8, extremes []byte) {
		random := rand.New(rand.NewPCG(seed, 1))
		draw := func() int16 {
			if k := random.IntN(3 * (len(extremes)/2 + 1)); 2*k+1 < len(extremes) {
				return int16(binary.LittleEndian.Uint16(extremes[2*k:]))
			}
			return int16(random.Uint32())
		}
		shorts := func(n int) []int16 {
			s := make([]int16, n)
			for i := range s {
				s[i] = draw()
			}
			return s
		}
		sums := func(n int) []int32 {
			s := make([]int32, n)
			for i := range s {
				s[i] = int32(draw()) << random.IntN(17)
			}
			return s
		}
		n := int(rows) % 24
		in, out := 2*(1+random.IntN(40)), 16*(1+random.IntN(9))
		w, bytes := shorts(in*out), make([]int8, in*out)
		for i := range bytes {
			bytes[i] = int8(w[i])
		}
		x, y := shorts(n*in), sums(n*out)
		want := slices.Clone(y)
		multiplyPlain(w, in, n, x, want)
		begin := slices.Clone(y)
		Multiply(w, in, n, x, y)
		if !slices.Equal(y, want) {
			t.Fatal("multiply")
		}
		Plainly(func() {
			copy(y, begin)
			if Multiply(w, in, n, x, y); !slices.Equal(y, want) {
				t.Fatal("multiply with narrower instructions")
			}
		})
		copy(y, begin)
		copy(want, begin)
		multiplyPlain(bytes, in, n, x, want)
		if MultiplyBytes(bytes, in, n, x, y); !slices.Equal(y, want) {
			t.Fatal("MultiplyBytes")
		}
		Plainly(func() {
			copy(y, begin)
			if MultiplyBytes(bytes, in, n, x, y); !slices.Equal(y, want) {
				t.Fatal("MultiplyBytes with narrower instructions")
			}
		})
		width := 16 * (1 + random.IntN(4))
		s := sums(3 * width)
		shift := uint(1 + random.IntN(20))
		a, b := make([]int16, len(s)), make([]int16, len(s))
		Narrow(a, s, shift)
		narrowPlain(b, s, shift)
		if !slices.Equal(a, b) {
			t.Fatal("narrow")
		}
		c, h, h2 := shorts(width), make([]int16, width), make([]int16, width)
		for i := range c {
			c[i] = max(-half14, min(half14, c[i]))
		}
		c2 := slices.Clone(c)
		Gates(s, c, h)
		gatesPlain(s, c2, h2)
		if !slices.Equal(c, c2) || !slices.Equal(h, h2) {
			t.Fatal("gates")
		}
		table := make([]byte, 20*width)
		for i := range table {
			table[i] = byte(draw())
		}
		list := make([]int32, 1+n)
		for i := range list {
			list[i] = random.Int32N(20)
		}
		SumBytes(h, table, list)
		sumBytesPlain(h2, table, list)
		if !slices.Equal(h, h2) {
			t.Fatal("sumBytes")
		}
		wide := shorts(20 * width)
		SumRows(h, wide, list)
		sumRowsPlain(h2, wide, list)
		if !slices.Equal(h, h2) {
			t.Fatal("sumRows")
		}
		Rectify(h)
		rectifyPlain(h2)
		if !slices.Equal(h, h2) {
			t.Fatal("rectify")
		}
	})
}
