package entail

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"

	"factcheck/claims/grammar/kernel"
	"factcheck/verify/entail/token"
	"factcheck/verify/entail/weights"
)

var (
	errLabels  = errors.New("what the answers of the model mean is not known")
	errMissing = errors.New("the weights lack")
)

// A conversion makes the sections of a model from published weights. Its first error
// stays.
type conversion struct {
	w     *weights.File
	c     *config
	shape shape
	heads []section
	parts [][]byte
	count int64
	err   error
}

// convert makes the sections of a model. step is called as each of all layers is done.
func convert(w *weights.File, c *config, vocabulary *token.Vocabulary, step func(done, all int)) (*conversion, error) {
	v := &conversion{w: w, c: c, shape: shape{Hidden: c.Hidden, Heads: c.Heads, Layers: c.Layers, Inner: c.Inner, Positions: c.Positions,
		Types: c.Types, Epsilon: float32(c.Epsilon), Tanh: c.Type == "bert"}}
	if c.Type == "deberta-v2" {
		v.shape.Distances = c.Buckets
	}
	if t := v.tensor("classifier.bias", 1); t != nil {
		v.shape.Labels = t.Rows()
	}
	if v.err != nil {
		return nil, fmt.Errorf("%w: it was not taught inference, or is only a part of a model that was", v.err)
	}
	if err := v.shape.check(); err != nil {
		return nil, err
	}
	v.embeddings(vocabulary)
	for i := range c.Layers {
		v.layer(i)
		step(i+1, c.Layers)
		if v.err != nil {
			return nil, v.err
		}
	}
	v.linear("pool", "pooler.dense")
	if t := v.tensor("classifier.weight", 2); t != nil && t.Rows() == v.shape.Labels && t.Columns() == c.Hidden {
		v.floats("answers", rowsOf(t))
		v.vector("answers.bias", "classifier.bias", t.Rows())
	} else {
		v.fail(fmt.Errorf("%w classifier.weight", errMissing))
	}
	v.add("vocabulary", vocabulary.Bytes())
	return v, v.err
}

func (v *conversion) fail(err error) {
	if v.err == nil {
		v.err = err
	}
}

// tensor returns a tensor that must be there; nil with an error kept if it is not.
func (v *conversion) tensor(name string, dimensions int) *weights.Tensor {
	t := v.w.Find(name)
	if t == nil || len(t.Shape) != dimensions {
		v.fail(fmt.Errorf("%w %s", errMissing, name))
		return nil
	}
	return t
}

func (v *conversion) add(name string, b []byte) {
	v.heads, v.parts = append(v.heads, section{Name: name}), append(v.parts, b)
}

func (v *conversion) floats(name string, x []float32) {
	b := make([]byte, 0, 4*len(x))
	for _, f := range x {
		if f != f || math.IsInf(float64(f), 0) {
			v.fail(fmt.Errorf("%s: a weight that is no number", name))
		}
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	v.count += int64(len(x))
	v.add(name, b)
}

func (v *conversion) vector(name, from string, n int) {
	t := v.tensor(from, 1)
	if t == nil || t.Rows() != n {
		v.fail(fmt.Errorf("%w %s of %d numbers", errMissing, from, n))
		return
	}
	v.floats(name, t.Vector())
}

func rowsOf(t *weights.Tensor) []float32 {
	n := t.Columns()
	out := make([]float32, t.Rows()*n)
	for i := range t.Rows() {
		t.Row(i, out[i*n:][:n])
	}
	return out
}

func (v *conversion) norm(name, from string) {
	v.vector(name+".gain", from+".weight", v.c.Hidden)
	v.vector(name+".bias", from+".bias", v.c.Hidden)
}

// embeddings are what the network knows of pieces, positions and kinds of text.
func (v *conversion) embeddings(vocabulary *token.Vocabulary) {
	h := v.c.Hidden
	words := v.tensor("embeddings.word_embeddings.weight", 2)
	if words == nil || words.Columns() != h {
		v.fail(fmt.Errorf("%w embeddings of %d numbers", errMissing, h))
		return
	}
	if vocabulary.Len() > words.Rows() {
		v.fail(fmt.Errorf("the tokenizer has %d pieces and the network knows %d: they are of two models", vocabulary.Len(), words.Rows()))
		return
	}
	bytes, scales := make([]byte, vocabulary.Len()*h), make([]float32, vocabulary.Len())
	row, short := make([]float32, h), make([]int8, h)
	for i := range scales {
		words.Row(i, row)
		scales[i] = toBytes(short, row)
		for k, b := range short {
			bytes[i*h+k] = byte(b)
		}
	}
	v.count += int64(len(bytes))
	v.add("words", bytes)
	v.floats("words.scales", scales)
	if biased := v.c.Biased; v.c.Type == "bert" || biased != nil && *biased {
		if t := v.tensor("embeddings.position_embeddings.weight", 2); t != nil && t.Columns() == h && t.Rows() == v.c.Positions {
			v.floats("places", rowsOf(t))
		} else {
			v.fail(fmt.Errorf("%w embeddings of %d positions", errMissing, v.c.Positions))
		}
	}
	if v.c.Types > 0 {
		if t := v.tensor("embeddings.token_type_embeddings.weight", 2); t != nil && t.Columns() == h && t.Rows() == v.c.Types {
			v.floats("types", rowsOf(t))
		}
	}
	v.norm("words.norm", "embeddings.LayerNorm")
}

// toBytes rounds a row off to bytes and returns what one is worth.
func toBytes(dst []int8, row []float32) float32 {
	top := kernel.Greatest(row)
	if !(top > 1e-30) {
		clear(dst)
		return 0
	}
	for i, f := range row {
		dst[i] = int8(kernel.Round(f / top * 127))
	}
	return top / 127
}

// linear lays the matrices of a name, or of several with their outputs one after the
// other, out for the kernels.
func (v *conversion) linear(name string, from ...string) {
	var inputs, outputs int
	var list []*weights.Tensor
	for _, f := range from {
		t := v.tensor(f+".weight", 2)
		if t == nil {
			return
		}
		if inputs != 0 && t.Columns() != inputs {
			v.fail(fmt.Errorf("%s: %d numbers go in, not %d", f, t.Columns(), inputs))
			return
		}
		list, inputs, outputs = append(list, t), t.Columns(), outputs+t.Rows()
	}
	packed := make([]byte, inputs*outputs)
	var scales, bias []float32
	row, short := make([]float32, inputs), make([]int8, inputs)
	for k, t := range list {
		for o := range t.Rows() {
			worth, ok := t.Bytes(o, short)
			if !ok {
				t.Row(o, row)
				worth = toBytes(short, row)
			}
			for i, b := range short {
				packed[kernel.Place(inputs, i, len(scales))] = byte(b)
			}
			scales = append(scales, worth)
		}
		b := v.tensor(from[k]+".bias", 1)
		if b == nil || b.Rows() != t.Rows() {
			v.fail(fmt.Errorf("%w %s.bias", errMissing, from[k]))
			return
		}
		bias = append(bias, b.Vector()...)
	}
	v.count += int64(len(packed))
	v.add(name+".weights", packed)
	v.floats(name+".scales", scales)
	v.floats(name+".bias", bias)
}

// layer converts one step of the encoder. The two architectures name its matrices
// otherwise.
func (v *conversion) layer(i int) {
	name, from := fmt.Sprintf("layer%d.", i), fmt.Sprintf("encoder.layer.%d.", i)
	self := from + "attention.self."
	query, key, value := self+"query", self+"key", self+"value"
	if v.c.Type == "deberta-v2" {
		query, key, value = query+"_proj", key+"_proj", value+"_proj"
	}
	v.linear(name+"look", query, key, value)
	v.linear(name+"seen", from+"attention.output.dense")
	v.norm(name+"seen.norm", from+"attention.output.LayerNorm")
	v.linear(name+"up", from+"intermediate.dense")
	v.linear(name+"down", from+"output.dense")
	v.norm(name+"norm", from+"output.LayerNorm")
	if v.c.Type != "deberta-v2" || v.err != nil {
		return
	}
	keyOf, queryOf := key, query
	if !v.c.SharedKeys {
		keyOf, queryOf = self+"pos_key_proj", self+"pos_query_proj"
	}
	v.distances(name+"keys", keyOf)
	v.distances(name+"queries", queryOf)
}

// distances computes the keys or the queries of all distances by head.
func (v *conversion) distances(name, from string) {
	h, n := v.c.Hidden, 2*v.c.Buckets
	t, w := v.tensor("encoder.rel_embeddings.weight", 2), v.tensor(from+".weight", 2)
	if v.err != nil || t.Rows() < n || t.Columns() != h || w.Rows() != h || w.Columns() != h {
		v.fail(fmt.Errorf("%w the embeddings of %d distances", errMissing, n))
		return
	}
	x := rowsOf(t)[:n*h]
	if v.c.NormedPlace == "layer_norm" {
		gain, bias := v.tensor("encoder.LayerNorm.weight", 1), v.tensor("encoder.LayerNorm.bias", 1)
		if v.err != nil || gain.Rows() != h || bias.Rows() != h {
			v.fail(fmt.Errorf("%w encoder.LayerNorm", errMissing))
			return
		}
		norm(x, affine{gain.Vector(), bias.Vector()}, float32(v.c.Epsilon))
	}
	matrix, add := rowsOf(w), make([]float32, h)
	if b := v.w.Find(from + ".bias"); b != nil && b.Rows() == h {
		add = b.Vector()
	}
	y := make([]float32, n*h)
	var wait sync.WaitGroup
	for part := range 8 {
		wait.Go(func() {
			for i := part; i < n; i += 8 {
				for o := range h {
					y[i*h+o] = float32(kernel.Dot(x[i*h:][:h], matrix[o*h:][:h]) + add[o])
				}
			}
		})
	}
	wait.Wait()
	d := h / v.c.Heads
	packed, scales := make([]int16, n*h), make([]float32, v.c.Heads)
	rows := make([]int16, n*d)
	for head := range scales {
		scales[head] = part(rows, y, n, h, head*d, d)
		packColumns(packed[head*n*d:][:n*d], rows, d, n)
	}
	b := make([]byte, 0, 2*len(packed))
	for _, p := range packed {
		b = binary.LittleEndian.AppendUint16(b, uint16(p))
	}
	v.add(name, b)
	v.floats(name+".scales", scales)
}
