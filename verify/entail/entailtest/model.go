// Package entailtest writes tiny random models as their publishers would, for tests.
package entailtest

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Words are what the tokenizers of the tiny models know.
var Words = []string{"the", "town", "fell", "mayor", "said", "rose", "not", "seven", "people", "a", "s", "b", "e", "o"}

// A Kind is an architecture.
type Kind string

const (
	BERT    Kind = "bert"
	DeBERTa Kind = "deberta-v2"
)

const (
	hidden, heads, layers, inner, positions, buckets = 32, 2, 2, 64, 64, 16
)

// Tensors are weights by name.
type Tensors map[string]Tensor

// Tensor is one of them.
type Tensor struct {
	Shape []int
	Data  []float32
}

// Weights returns random weights of a model with three answers.
func Weights(kind Kind, vocabulary int) Tensors {
	random := rand.New(rand.NewPCG(7, 7))
	all := Tensors{}
	add := func(name string, by, around float32, shape ...int) {
		n := 1
		for _, d := range shape {
			n *= d
		}
		t := Tensor{shape, make([]float32, n)}
		for i := range t.Data {
			t.Data[i] = around + by*float32(random.NormFloat64())
		}
		all[name] = t
	}
	linear := func(name string, in, out int) {
		add(name+".weight", 0.3, 0, out, in)
		add(name+".bias", 0.1, 0, out)
	}
	norm := func(name string) {
		add(name+".weight", 0.1, 1, hidden)
		add(name+".bias", 0.1, 0, hidden)
	}
	root, suffix := "bert.", ""
	if kind == DeBERTa {
		root, suffix = "deberta.", "_proj"
		add(root+"encoder.rel_embeddings.weight", 1, 0, 2*buckets, hidden)
		norm(root + "encoder.LayerNorm")
	} else {
		add(root+"embeddings.position_embeddings.weight", 0.5, 0, positions, hidden)
		add(root+"embeddings.token_type_embeddings.weight", 0.5, 0, 2, hidden)
	}
	add(root+"embeddings.word_embeddings.weight", 1, 0, vocabulary, hidden)
	norm(root + "embeddings.LayerNorm")
	for i := range layers {
		at := fmt.Sprintf("%sencoder.layer.%d.", root, i)
		for _, part := range []string{"query", "key", "value"} {
			linear(at+"attention.self."+part+suffix, hidden, hidden)
		}
		linear(at+"attention.output.dense", hidden, hidden)
		norm(at + "attention.output.LayerNorm")
		linear(at+"intermediate.dense", hidden, inner)
		linear(at+"output.dense", inner, hidden)
		norm(at + "output.LayerNorm")
	}
	pooler := "pooler.dense"
	if kind == BERT {
		pooler = "bert.pooler.dense"
	}
	linear(pooler, hidden, hidden)
	linear("classifier", hidden, 3)
	return all
}

// Write writes a model into a folder: config.json, tokenizer.json, model.safetensors.
func Write(dir string, kind Kind) error {
	config := map[string]any{"model_type": kind, "hidden_size": hidden, "num_hidden_layers": layers, "num_attention_heads": heads, "intermediate_size": inner,
		"hidden_act": "gelu", "max_position_embeddings": positions, "layer_norm_eps": 1e-7, "id2label": map[string]string{"0": "contradiction", "1": "entailment", "2": "neutral"}}
	if kind == DeBERTa {
		config["relative_attention"], config["position_buckets"], config["share_att_key"], config["pos_att_type"] = true, buckets, true, "p2c|c2p"
		config["norm_rel_ebd"], config["max_relative_positions"], config["position_biased_input"] = "layer_norm", -1, false
	} else {
		config["type_vocab_size"] = 2
	}
	tokenizer, n := tokenizerOf(kind)
	for name, v := range map[string]any{"config.json": config, "tokenizer.json": tokenizer} {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "README.md"), []byte("---\nlicense: mit\n---\n"), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "model.safetensors"), Safetensors(Weights(kind, n)), 0o644)
}

// tokenizerOf returns a tokenizer and how many pieces it has.
func tokenizerOf(kind Kind) (any, int) {
	marks := []string{"[PAD]", "[CLS]", "[SEP]", "[UNK]"}
	if kind == BERT {
		vocabulary := map[string]int{}
		for _, w := range append(marks, Words...) {
			vocabulary[w] = len(vocabulary)
		}
		vocabulary["##s"], vocabulary["##n"] = len(vocabulary), len(vocabulary)+1
		return map[string]any{"normalizer": map[string]any{"type": "BertNormalizer", "lowercase": true},
			"model": map[string]any{"type": "WordPiece", "continuing_subword_prefix": "##", "vocab": vocabulary}}, len(vocabulary)
	}
	var vocabulary [][2]any
	for _, m := range marks {
		vocabulary = append(vocabulary, [2]any{m, 0})
	}
	for i, w := range Words {
		vocabulary = append(vocabulary, [2]any{"▁" + w, -1 - float64(i)/4})
	}
	for _, c := range []string{"▁", "s", "n", "e", "."} {
		vocabulary = append(vocabulary, [2]any{c, -8})
	}
	return map[string]any{"model": map[string]any{"type": "Unigram", "unk_id": 3, "vocab": vocabulary}}, len(vocabulary)
}

// Safetensors returns weights as the bytes of a file.
func Safetensors(all Tensors) []byte {
	header := map[string]any{}
	var body []byte
	for name, t := range all {
		from := len(body)
		for _, v := range t.Data {
			body = binary.LittleEndian.AppendUint32(body, math.Float32bits(v))
		}
		header[name] = map[string]any{"dtype": "F32", "shape": t.Shape, "data_offsets": []int{from, len(body)}}
	}
	text, err := json.Marshal(header)
	if err != nil {
		panic(err) // of strings and numbers
	}
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(text))), text...), body...)
}
