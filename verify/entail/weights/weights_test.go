package weights

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
)

// field appends a field of bytes in protocol buffers.
func field(b []byte, n int, value []byte) []byte {
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(n<<3|2)), uint64(len(value)))
	return append(b, value...)
}

func number(b []byte, n int, v uint64) []byte {
	return binary.AppendUvarint(binary.AppendUvarint(b, uint64(n<<3)), v)
}

func initializer(name string, kind uint64, raw []byte, shape ...uint64) []byte {
	var b []byte
	for _, d := range shape {
		b = number(b, 1, d)
	}
	return field(field(number(b, 2, kind), 8, []byte(name)), 9, raw)
}

func operation(op string, out string, in ...string) []byte {
	var b []byte
	for _, i := range in {
		b = field(b, 1, []byte(i))
	}
	return field(field(b, 2, []byte(out)), 4, []byte(op))
}

func floats(x ...float32) []byte {
	var b []byte
	for _, v := range x {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

// onnx is a graph with a matrix of bytes, one of floats and embeddings of bytes without sign.
func onnx() []byte {
	var g []byte
	for _, n := range [][]byte{
		operation("MatMulInteger", "p", "x", "w_17_quantized"), operation("Cast", "c", "p"), operation("Mul", "m", "c", "s"), operation("Add", "y", "m", "net.one.bias"),
		operation("MatMul", "q", "y", "w_18"), operation("Add", "z", "net.two.bias", "q"),
		operation("Div", "d", "q"), operation("Mul", "e", "d", "net.norm.weight"), operation("Add", "f", "e", "net.norm.bias"),
	} {
		g = field(g, 1, n)
	}
	for _, t := range [][]byte{
		initializer("net.one.bias", 1, floats(1, 2, 3), 3), initializer("net.two.bias", 1, floats(1, 2), 2),
		initializer("w_17_quantized", 3, []byte{1, 2, 3, 0xFF, 5, 6}, 2, 3), initializer("w_17_scale", 1, floats(0.5)), initializer("w_17_zero_point", 3, []byte{0}),
		initializer("w_18", 1, floats(1, 2, 3, 4, 5, 6), 3, 2),
		initializer("net.words_quantized", 2, []byte{128, 129, 130, 127}, 2, 2), initializer("net.words_scale", 1, floats(2)), initializer("net.words_zero_point", 2, []byte{128}),
		initializer("net.norm.weight", 1, floats(1, 1), 2), initializer("net.norm.bias", 1, floats(0, 0), 2),
	} {
		g = field(g, 5, t)
	}
	return field(nil, 7, g)
}

// TestONNX guards that matrices are found by their biases and bytes by their scales.
func TestONNX(t *testing.T) {
	f, err := Parse(onnx())
	if err != nil {
		t.Fatal(err)
	}
	row := func(name string, i int) []float32 {
		m := f.Find(name)
		if m == nil {
			t.Fatalf("no %s", name)
		}
		out := make([]float32, m.Columns())
		m.Row(i, out)
		return out
	}
	for _, c := range []struct {
		name string
		row  int
		want []float32
	}{{"one.weight", 0, []float32{0.5, -0.5}}, {"one.weight", 2, []float32{1.5, 3}}, {"two.weight", 1, []float32{2, 4, 6}}, {"words", 1, []float32{4, -2}}} {
		if got := row(c.name, c.row); !slices.Equal(got, c.want) {
			t.Errorf("row %d of %s is %v, not %v", c.row, c.name, got, c.want)
		}
	}
	bytes := make([]int8, 2)
	if worth, ok := f.Find("one.weight").Bytes(0, bytes); !ok || worth != 0.5 || !slices.Equal(bytes, []int8{1, -1}) {
		t.Errorf("%v worth %v", bytes, worth)
	}
	if w := f.Find("net.norm.weight"); w == nil || len(w.Shape) != 1 {
		t.Error("the gain of a norm is taken for a matrix")
	}
	if f.Find("three.weight") != nil {
		t.Error("a matrix from nothing")
	}
}

// safetensors returns a file with one tensor.
func safetensors(kind string, raw []byte, shape ...int) []byte {
	text, _ := json.Marshal(map[string]any{"__metadata__": map[string]string{}, "a.b": map[string]any{"dtype": kind, "shape": shape, "data_offsets": []int{0, len(raw)}}})
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(text))), text...), raw...)
}

// TestSafetensors guards how numbers are read.
func TestSafetensors(t *testing.T) {
	for _, c := range []struct {
		kind string
		raw  []byte
		want []float32
	}{
		{"F32", floats(1.5, -2), []float32{1.5, -2}},
		{"F16", []byte{0x00, 0x3E, 0x00, 0xC0}, []float32{1.5, -2}},
		{"F16", []byte{0x01, 0x00, 0x00, 0x80}, []float32{1.0 / (1 << 24), 0}},
		{"BF16", []byte{0xC0, 0x3F, 0x00, 0xC0}, []float32{1.5, -2}},
		{"I8", []byte{3, 0xFE}, []float32{3, -2}},
	} {
		f, err := Parse(safetensors(c.kind, c.raw, 2))
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Find("b").Vector(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", c.kind, got, c.want)
		}
	}
}

// TestBadFiles guards what is refused.
func TestBadFiles(t *testing.T) {
	good := safetensors("F32", floats(1, 2), 2)
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("hello, these are no weights"), "cut header": good[:30], "cut body": good[:len(good)-1],
		"a shape that does not fit": safetensors("F32", floats(1, 2), 3), "a negative shape": safetensors("F32", floats(1, 2), -2),
		"a huge shape": safetensors("F32", floats(1, 2), 1<<40, 1<<40), "cut graph": onnx()[:100],
		"weights in a second file": field(nil, 7, field(field(nil, 1, operation("Add", "a", "b", "c")), 5, field(initializer("w", 1, nil, 2), 13, nil))),
	} {
		if _, err := Parse(data); err == nil || strings.Contains(err.Error(), "%!") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzParse guards against files of any bytes.
func FuzzParse(f *testing.F) {
	f.Add(onnx())
	f.Add(safetensors("F16", floats(1, 2), 2, 2))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := Parse(data)
		if err != nil {
			return
		}
		for _, m := range w.tensors {
			row := make([]float32, m.Columns())
			for i := range min(3, m.Rows()) {
				m.Row(i, row)
				m.Bytes(i, make([]int8, len(row)))
			}
			m.Vector()
		}
	})
}
