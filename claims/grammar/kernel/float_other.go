//go:build !amd64

package kernel

func Greatest(x []float32) float32                  { return greatestPlain(x) }
func Shorten(dst []int16, x []float32, by float32)  { shortenPlain(dst, x, by) }
func Add(x, y []float32)                            { addPlain(x, y) }
func Powers(x []float32, top float32) float32       { return powersPlain(x, top) }
func Gelu(x []float32)                              { geluPlain(x) }
func Norm(x, gain, bias []float32, epsilon float32) { normPlain(x, gain, bias, epsilon) }
func Dot(x, y []float32) float32                    { return dotPlain(x, y) }
func Widen(dst []float32, sums []int32, scale float32, scales, bias []float32) {
	widenPlain(dst, sums, scale, scales, bias)
}
