package weights

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"factcheck/verify/entail/protobuf"
)

// An ONNX file is a graph of operations. Its exporters keep the names of biases, norms
// and embeddings and lose those of the matrices ("onnx::MatMul_6731"): the matrix
// of a bias is the one whose product the bias is added to. One of 8 bits has three
// parts: NAME_quantized, NAME_scale and NAME_zero_point.

// A node is one operation.
type node struct {
	op          string
	in, out     []string
	transformed bool // Gemm whose matrix is [outputs, inputs]
}

// A graph is what is read of a file.
type graph struct {
	nodes  []node
	values map[string]*Tensor
	makers map[string]*node // by what they make
}

func parseONNX(data []byte) (*File, error) {
	g := &graph{values: map[string]*Tensor{}, makers: map[string]*node{}}
	found := false
	err := protobuf.Fields(data, func(field int, _ uint64, b []byte) error {
		if field != 7 {
			return nil
		}
		found = true
		return g.read(b)
	})
	if err != nil {
		return nil, fmt.Errorf("as ONNX: %w", err)
	}
	if !found || len(g.nodes) == 0 {
		return nil, errors.New("neither safetensors nor ONNX")
	}
	return g.file(), nil
}

func (g *graph) read(data []byte) error {
	err := protobuf.Fields(data, func(field int, _ uint64, b []byte) error {
		switch field {
		case 1:
			n, err := readNode(b)
			g.nodes = append(g.nodes, n)
			return err
		case 5:
			return g.readTensor(b)
		}
		return nil
	})
	for i := range g.nodes {
		for _, o := range g.nodes[i].out {
			g.makers[o] = &g.nodes[i]
		}
	}
	return err
}

func readNode(data []byte) (node, error) {
	var n node
	err := protobuf.Fields(data, func(field int, _ uint64, b []byte) error {
		switch field {
		case 1:
			n.in = append(n.in, string(b))
		case 2:
			n.out = append(n.out, string(b))
		case 4:
			n.op = string(b)
		case 5:
			var name string
			var value uint64
			err := protobuf.Fields(b, func(field int, v uint64, b []byte) error {
				switch field {
				case 1:
					name = string(b)
				case 3:
					value = v
				}
				return nil
			})
			n.transformed = n.transformed || name == "transB" && value == 1
			return err
		}
		return nil
	})
	return n, err
}

var onnxForms = map[uint64]form{1: float32s, 2: uint8s, 3: int8s, 10: float16s, 11: float64s, 16: bfloat16s}

func (g *graph) readTensor(data []byte) error {
	var shape []int
	var name string
	var kind uint64
	var raw, numbers []byte
	external := false
	err := protobuf.Fields(data, func(field int, v uint64, b []byte) error {
		switch field {
		case 1:
			if b == nil {
				shape = append(shape, int(v))
			}
			for len(b) > 0 {
				d, n := binary.Uvarint(b)
				if n <= 0 {
					return protobuf.ErrCut
				}
				shape, b = append(shape, int(d)), b[n:]
			}
		case 2:
			kind = v
		case 4, 5: // floats and small integers of a tensor without raw bytes
			numbers = appendNumbers(numbers, field, v, b, kind)
		case 8:
			name = string(b)
		case 9:
			raw = b
		case 13:
			external = true
		}
		return nil
	})
	if err != nil {
		return err
	}
	if external {
		return errors.New("the weights stand in a second file; export them into one")
	}
	form, ok := onnxForms[kind]
	if !ok {
		return nil // shapes and indices
	}
	if raw == nil {
		raw = numbers
	}
	t, err := newTensor(shape, form, raw)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	g.values[name] = t
	return nil
}

// appendNumbers takes over float_data (field 4) or int32_data (field 5), packed or
// one by one, as the raw bytes of a tensor.
func appendNumbers(raw []byte, field int, v uint64, b []byte, kind uint64) []byte {
	if field == 4 {
		if b == nil {
			return binary.LittleEndian.AppendUint32(raw, uint32(v))
		}
		return append(raw, b...)
	}
	small := kind == 2 || kind == 3
	add := func(v uint64) {
		if small {
			raw = append(raw, byte(v))
		} else {
			raw = binary.LittleEndian.AppendUint16(raw, uint16(v))
		}
	}
	if b == nil {
		add(v)
	}
	for len(b) > 0 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		add(v)
		b = b[n:]
	}
	return raw
}

// file names the matrices after their biases.
func (g *graph) file() *File {
	f := &File{tensors: map[string]*Tensor{}}
	for name := range g.values {
		if base, ok := strings.CutSuffix(name, "_quantized"); ok || !strings.HasSuffix(name, "_scale") && !strings.HasSuffix(name, "_zero_point") {
			f.tensors[base] = g.value(base)
		}
	}
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.op != "Add" && n.op != "Gemm" {
			continue
		}
		for k, in := range n.in {
			base, ok := strings.CutSuffix(in, ".bias")
			if !ok || g.values[in] == nil {
				continue
			}
			if m := g.matrix(n, k); m != nil {
				f.tensors[base+".weight"] = m
			}
		}
	}
	return f
}

// value returns a tensor, one of 8 bits with its scale.
func (g *graph) value(base string) *Tensor {
	if t := g.values[base]; t != nil {
		return t
	}
	t := g.values[base+"_quantized"]
	if t == nil {
		return nil
	}
	one := *t
	if s := g.values[base+"_scale"]; s != nil {
		one.scale = s.Vector()
	}
	if z := g.values[base+"_zero_point"]; z != nil {
		for i := range z.Rows() {
			one.zero = append(one.zero, int32(math.Round(float64(z.at(i, 0)))))
		}
	}
	return &one
}

// matrix returns the matrix whose product reaches the operation beside input k.
func (g *graph) matrix(n *node, k int) *Tensor {
	if n.op == "Gemm" {
		if len(n.in) < 2 || g.value(n.in[1]) == nil {
			return nil
		}
		m := *g.value(n.in[1])
		m.column = !n.transformed
		return &m
	}
	if len(n.in) != 2 {
		return nil
	}
	at := n.in[1-k]
	for range 6 { // Cast and Mul stand between an integer product and its bias
		m := g.makers[at]
		if m == nil || len(m.in) == 0 {
			return nil
		}
		if m.op == "MatMul" || m.op == "MatMulInteger" {
			if len(m.in) < 2 {
				return nil
			}
			w := m.in[1]
			if d := g.makers[w]; d != nil && d.op == "DequantizeLinear" && len(d.in) > 0 {
				w = d.in[0]
			}
			t := g.value(strings.TrimSuffix(w, "_quantized"))
			if t == nil || len(t.Shape) != 2 {
				return nil
			}
			c := *t
			c.column = true
			return &c
		}
		if m.op != "Cast" && m.op != "Mul" {
			return nil
		}
		at = m.in[0]
	}
	return nil
}
