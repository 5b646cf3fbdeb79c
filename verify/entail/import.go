package entail

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"factcheck/verify/entail/token"
	"factcheck/verify/entail/weights"
)

// ErrNoModel is that a folder holds no model that can be imported; what it lacks is
// said with it.
var ErrNoModel = errors.New("no model to import")

// ErrLabels is that the labels of the answers must be given.
var ErrLabels = errLabels

// ImportOptions say what the files do not.
type ImportOptions struct {
	Name     string              // of the model; empty is that of the folder or file
	Labels   []string            // of the answers in their order; empty is what config.json says
	Progress func(done, all int) // of the import, if set
}

// Bytes of what is read beside weights.
const (
	mostConfig    = 4 << 20
	mostTokenizer = 128 << 20
)

// A folder is where the parts of a published model lie.
type folder struct{ weights, config, tokenizer, licence string }

// Import makes a model of what is published in a folder, or of a file of weights with its
// tokenizer beside it, and writes it to path. Nothing is left there if it fails.
func Import(source, path string, opt ImportOptions) (*Card, error) {
	in, err := find(source)
	if err != nil {
		return nil, err
	}
	w, err := weights.Read(in.weights)
	if err != nil {
		return nil, err
	}
	var data []byte
	if in.config != "" {
		if data, err = weights.Load(in.config, mostConfig); err != nil {
			return nil, err
		}
	}
	c, err := readConfig(data, w)
	if err != nil {
		return nil, err
	}
	vocabulary, err := readTokenizer(in.tokenizer)
	if err != nil {
		return nil, err
	}
	step := opt.Progress
	if step == nil {
		step = func(int, int) {}
	}
	v, err := convert(w, c, vocabulary, step)
	if err != nil {
		return nil, err
	}
	h := &header{Shape: v.shape, Sections: v.heads}
	h.Name, h.Kind, h.Weights, h.Licence = opt.Name, c.Type, v.count, in.licence
	if h.Name == "" {
		h.Name = NameOf(source)
	}
	if h.Labels, err = c.labels(opt.Labels, v.shape.Labels); err != nil {
		return nil, err
	}
	if v.shape.Distances > 0 {
		h.Bucket = c.buckets()
	}
	if h.Sum, err = sumOf(in.weights); err != nil {
		return nil, err
	}
	if err := writeFile(path, h, v.parts); err != nil {
		return nil, err
	}
	return &h.Card, nil
}

// NameOf returns the name that a model of this folder or file has.
func NameOf(source string) string {
	if abs, err := filepath.Abs(source); err == nil {
		source = abs
	}
	name := filepath.Base(source)
	if info, err := os.Stat(source); err == nil && !info.IsDir() {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	name = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.' {
			return r
		}
		return '-'
	}, name)
	return strings.Trim(name, ".-")
}

// find looks for the parts in a folder and the folders in it.
func find(source string) (*folder, error) {
	info, err := os.Stat(source)
	if err != nil {
		return nil, err
	}
	dir := source
	in := &folder{}
	if !info.IsDir() {
		dir, in.weights = filepath.Dir(source), source
	}
	files, err := list(dir)
	if err != nil {
		return nil, err
	}
	pick := func(names ...string) string {
		for _, n := range names {
			for _, f := range files {
				if ok, _ := filepath.Match(n, filepath.Base(f)); ok {
					return f
				}
			}
		}
		return ""
	}
	if in.weights == "" {
		in.weights = pick("model.safetensors", "*.safetensors", "*int8*.onnx", "*quant*.onnx", "*.onnx")
	}
	in.config, in.tokenizer = pick("config.json"), pick("tokenizer.json", "spm.model", "vocab.txt")
	switch {
	case in.weights == "":
		return nil, fmt.Errorf("%w: %s holds no weights (model.safetensors or *.onnx)", ErrNoModel, source)
	case in.tokenizer == "":
		return nil, fmt.Errorf("%w: %s holds no tokenizer (tokenizer.json, spm.model or vocab.txt)", ErrNoModel, dir)
	}
	in.licence = licence(pick("README.md"), pick("LICENSE", "LICENSE.*", "LICENCE"))
	return in, nil
}

// list returns the files of a folder and of the folders in it, the nearer first.
func list(dir string) ([]string, error) {
	var near, far []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if !e.IsDir() {
			near = append(near, path)
			continue
		}
		inner, err := os.ReadDir(path)
		if err != nil && !errors.Is(err, fs.ErrPermission) {
			return nil, err
		}
		for _, i := range inner {
			if !i.IsDir() {
				far = append(far, filepath.Join(path, i.Name()))
			}
		}
	}
	return append(near, far...), nil
}

// licence returns what a model says of its licence: the line of its card, else the first
// line of the licence itself.
func licence(card, text string) string {
	if data, err := weights.Load(card, mostConfig); err == nil {
		for line := range strings.Lines(string(data[:min(len(data), 1<<16)])) {
			if l, ok := strings.CutPrefix(line, "license:"); ok {
				return strings.TrimSpace(l)
			}
		}
	}
	if data, err := weights.Load(text, mostConfig); err == nil {
		for line := range strings.Lines(string(data[:min(len(data), 1<<12)])) {
			if l := strings.TrimSpace(line); l != "" {
				return l
			}
		}
	}
	return ""
}

func readTokenizer(path string) (*token.Vocabulary, error) {
	data, err := weights.Load(path, mostTokenizer)
	if err != nil {
		return nil, err
	}
	var v *token.Vocabulary
	switch filepath.Base(path) {
	case "tokenizer.json":
		v, err = token.ParseJSON(data)
	case "spm.model":
		v, err = token.ParseSentencePiece(data)
	default:
		v, err = token.ParseList(data, !slices.Contains(strings.Split(string(data), "\n"), "The"))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return v, nil
}

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
