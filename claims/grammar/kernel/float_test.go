package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// FuzzFloats holds the functions of the processor equal to the plain ones, to the last
// bit.
func FuzzFloats(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed, uint8(seed*7), int8(seed%40)-20)
	}
	f.Fuzz(func(t *testing.T, seed uint64, length uint8, size int8) {
		random := rand.New(rand.NewPCG(seed, 2))
		n := 1 + int(length)
		if seed%2 == 0 {
			n = 16 * (1 + n/16)
		}
		floats := func(by float64) []float32 {
			x := make([]float32, n)
			for i := range x {
				if x[i] = float32(by * random.NormFloat64()); random.IntN(20) == 0 {
					x[i] = 0
				}
			}
			return x
		}
		same := func(what string, a, b []float32) {
			t.Helper()
			for i := range a {
				if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
					t.Fatalf("%s: %v for %v at %d", what, a[i], b[i], i)
				}
			}
		}
		x, y, z := floats(math.Ldexp(1, int(size)%20)), floats(1), floats(1)
		a, b := slices.Clone(x), slices.Clone(x)
		same("greatest", []float32{Greatest(x)}, []float32{greatestPlain(x)})
		same("dot", []float32{Dot(x, y)}, []float32{dotPlain(x, y)})
		Add(a, y)
		addPlain(b, y)
		same("add", a, b)
		copy(a, x)
		copy(b, x)
		Gelu(a)
		geluPlain(b)
		same("gelu", a, b)
		copy(a, x)
		copy(b, x)
		Norm(a, y, z, 1e-7)
		normPlain(b, y, z, 1e-7)
		same("norm", a, b)
		copy(a, x)
		copy(b, x)
		top := slices.Max(x)
		same("powers", []float32{Powers(a, top)}, []float32{powersPlain(b, top)})
		same("powers", a, b)
		if most := greatestPlain(x); most > 0 {
			short, plain := make([]int16, n), make([]int16, n)
			Shorten(short, x, float32(8191/most))
			shortenPlain(plain, x, float32(8191/most))
			if !slices.Equal(short, plain) {
				t.Fatal("shorten")
			}
		}
		sums := make([]int32, n)
		for i := range sums {
			sums[i] = int32(random.Uint32())
		}
		Widen(a, sums, 0.003, y, z)
		widenPlain(b, sums, 0.003, y, z)
		same("widen", a, b)
	})
}

// TestFunctions holds the functions near the true ones.
func TestFunctions(t *testing.T) {
	for x := -12.0; x < 12; x += 0.0137 {
		if got, want := float64(Exp(float32(x))), math.Exp(float64(float32(x))); math.Abs(got-want) > 3e-7*want {
			t.Fatalf("exp %v is %v, want %v", x, got, want)
		}
		if got, want := float64(geluOf(float32(x))), x*0.5*math.Erfc(-x/math.Sqrt2); math.Abs(got-want) > 2e-6 {
			t.Fatalf("gelu %v is %v, want %v", x, got, want)
		}
	}
	for x, want := range map[float32]int32{0.5: 0, 1.5: 2, -1.5: -2, -0.49: 0, 8191: 8191} {
		if got := Round(x); got != want {
			t.Errorf("%v rounds to %d, want %d", x, got, want)
		}
	}
	if Exp(-100) != 0 || Exp(float32(math.Inf(-1))) != 0 {
		t.Error("exp of little is not 0")
	}
}
