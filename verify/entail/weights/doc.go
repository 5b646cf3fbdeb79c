// Package weights reads the weights of a network from the files in which they are
// published: safetensors, and ONNX with weights of 32 or 8 bits. It knows nothing of
// networks but the names of their weights.
package weights

import (
	"fmt"
	"os"
	"strings"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 1 << 30

// A File is weights by name. The names are those of the framework that the network was
// trained in ("deberta.encoder.layer.0.output.dense.weight"), however the file
// stores them.
type File struct {
	tensors map[string]*Tensor
}

// Load reads a whole file of what is published with weights: a regular one of at most so many bytes. A pipe would never end.
func Load(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: no regular file", path)
	case info.Size() > most:
		return nil, fmt.Errorf("%s: %.2f GB; it may have %.2f", path, float64(info.Size())/1e9, float64(most)/1e9)
	}
	return os.ReadFile(path)
}

// Read reads a file of weights; what it is, its bytes say.
func Read(path string) (*File, error) {
	data, err := Load(path, MaxSize)
	if err != nil {
		return nil, err
	}
	f, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}

// Parse reads weights from the bytes of a file, which the answer keeps.
func Parse(data []byte) (*File, error) {
	if looksLikeSafetensors(data) {
		return parseSafetensors(data)
	}
	return parseONNX(data)
}

// Find returns the tensor of a name, which may stand behind prefixes: the
// network of one file is "bert.pooler" where another's is "m.pooler". It returns
// nil if there is none.
func (f *File) Find(name string) *Tensor {
	if t := f.tensors[name]; t != nil {
		return t
	}
	best := ""
	for n := range f.tensors {
		if strings.HasSuffix(n, "."+name) && (best == "" || len(n) < len(best) || len(n) == len(best) && n < best) {
			best = n
		}
	}
	return f.tensors[best]
}
