package entail

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"factcheck/verify/entail/entailtest"
)

// reference reads a pair with plain sums in 64 bits, as the papers have it.
func reference(w entailtest.Tensors, kind entailtest.Kind, ids []int32, second int) []float64 {
	root, suffix := "bert.", ""
	if kind == entailtest.DeBERTa {
		root, suffix = "deberta.", "_proj"
	}
	h, n := len(w["classifier.weight"].Data)/3, len(ids)
	const heads, epsilon = 2, 1e-7
	d := h / heads
	rounded := bytesOf(w)
	through := func(w entailtest.Tensors, x []float64, name string) []float64 {
		bias, m := w[name+".bias"].Data, w[name+".weight"].Data
		y := make([]float64, len(bias))
		for o := range y {
			y[o] = float64(bias[o])
			for i, v := range x {
				y[o] += v * float64(m[o*len(x)+i])
			}
		}
		return y
	}
	linear := func(x []float64, name string) []float64 { return through(rounded, x, name) }
	norm := func(x []float64, name string) []float64 {
		mean, square := 0.0, 0.0
		for _, v := range x {
			mean += v / float64(len(x))
		}
		for _, v := range x {
			square += (v - mean) * (v - mean) / float64(len(x))
		}
		y := make([]float64, len(x))
		for i, v := range x {
			y[i] = (v-mean)/math.Sqrt(square+epsilon)*float64(w[name+".weight"].Data[i]) + float64(w[name+".bias"].Data[i])
		}
		return y
	}
	row := func(name string, i int) []float64 {
		y := make([]float64, h)
		for k := range y {
			y[k] = float64(rounded[name].Data[i*h+k])
		}
		return y
	}
	plus := func(a, b []float64) []float64 {
		y := make([]float64, len(a))
		for i := range a {
			y[i] = a[i] + b[i]
		}
		return y
	}
	dot := func(a, b []float64) float64 {
		s := 0.0
		for i := range a {
			s += a[i] * b[i]
		}
		return s
	}
	gelu := func(x []float64) []float64 {
		for i, v := range x {
			x[i] = v / 2 * math.Erfc(-v/math.Sqrt2)
		}
		return x
	}
	var x, far [][]float64
	for i, id := range ids {
		v := row(root+"embeddings.word_embeddings.weight", int(id))
		if kind == entailtest.BERT {
			of := 0
			if i >= second {
				of = 1
			}
			v = plus(plus(v, row(root+"embeddings.position_embeddings.weight", i)), row(root+"embeddings.token_type_embeddings.weight", of))
		}
		x = append(x, norm(v, root+"embeddings.LayerNorm"))
	}
	reach := len(w[root+"encoder.rel_embeddings.weight"].Data) / h / 2
	for i := range 2 * reach {
		far = append(far, norm(row(root+"encoder.rel_embeddings.weight", i), root+"encoder.LayerNorm"))
	}
	for l := range 2 {
		at := fmt.Sprintf("%sencoder.layer.%d.", root, l)
		self := at + "attention.self."
		var q, k, v, farK, farQ [][]float64
		for _, t := range x {
			q, k, v = append(q, linear(t, self+"query"+suffix)), append(k, linear(t, self+"key"+suffix)), append(v, linear(t, self+"value"+suffix))
		}
		for _, f := range far {
			farK, farQ = append(farK, through(w, f, self+"key"+suffix)), append(farQ, through(w, f, self+"query"+suffix))
		}
		mixed := make([][]float64, n)
		for i := range mixed {
			mixed[i] = make([]float64, h)
			for head := range heads {
				part := func(t []float64) []float64 { return t[head*d:][:d] }
				p, all := make([]float64, n), 0.0
				for j := range p {
					s, parts := dot(part(q[i]), part(k[j])), 1.0
					if reach > 0 {
						place := apart(i-j, reach)
						s += dot(part(q[i]), part(farK[place])) + dot(part(k[j]), part(farQ[place]))
						parts = 3
					}
					p[j] = math.Exp(s / math.Sqrt(float64(d)*parts))
					all += p[j]
				}
				for j := range p {
					for c, u := range part(v[j]) {
						mixed[i][head*d+c] += p[j] / all * u
					}
				}
			}
		}
		for i, t := range x {
			a := norm(plus(t, linear(mixed[i], at+"attention.output.dense")), at+"attention.output.LayerNorm")
			x[i] = norm(plus(a, linear(gelu(linear(a, at+"intermediate.dense")), at+"output.dense")), at+"output.LayerNorm")
		}
	}
	if kind == entailtest.DeBERTa {
		return through(w, gelu(linear(x[0], "pooler.dense")), "classifier")
	}
	pooled := linear(x[0], "bert.pooler.dense")
	for i, v := range pooled {
		pooled[i] = math.Tanh(v)
	}
	return through(w, pooled, "classifier")
}

// apart is the row of a distance: near ones have their own, far ones share.
func apart(distance, reach int) int {
	mid, farthest := float64(reach/2), 64.0
	b := float64(distance)
	if size := math.Abs(b); size > mid {
		b = math.Copysign(mid+math.Ceil(math.Log(size/mid)/math.Log((farthest-1)/mid)*(mid-1)), b)
	}
	return int(max(0, min(float64(2*reach-1), b+float64(reach))))
}

// bytesOf returns the weights as an import rounds them off: matrices and words.
func bytesOf(w entailtest.Tensors) entailtest.Tensors {
	out := entailtest.Tensors{}
	for name, t := range w {
		out[name] = t
		if len(t.Shape) != 2 || strings.HasSuffix(name, "position_embeddings.weight") || strings.HasSuffix(name, "type_embeddings.weight") || strings.HasSuffix(name, "rel_embeddings.weight") {
			continue
		}
		data, short := slices.Clone(t.Data), make([]int8, t.Shape[1])
		for i := 0; i < len(data); i += len(short) {
			worth := toBytes(short, data[i:][:len(short)])
			for k, b := range short {
				data[i+k] = float32(b) * worth
			}
		}
		out[name] = entailtest.Tensor{Shape: t.Shape, Data: data}
	}
	return out
}
