package weights

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A safetensors file is the length of a header, the header in JSON, the bytes.

func looksLikeSafetensors(data []byte) bool {
	return len(data) > 9 && data[8] == '{' && binary.LittleEndian.Uint64(data) < MaxSize
}

var safetensorForms = map[string]form{"F32": float32s, "F16": float16s, "BF16": bfloat16s, "F64": float64s, "I8": int8s}

func parseSafetensors(data []byte) (*File, error) {
	n := binary.LittleEndian.Uint64(data)
	if n > uint64(len(data)-8) {
		return nil, errors.New("the file of weights is cut off")
	}
	var header map[string]json.RawMessage
	if err := json.NewDecoder(bytes.NewReader(data[8 : 8+n])).Decode(&header); err != nil {
		return nil, errors.New("the header of the file of weights cannot be read")
	}
	body := data[8+n:]
	f := &File{tensors: map[string]*Tensor{}}
	for name, raw := range header {
		if name == "__metadata__" {
			continue
		}
		var t struct {
			Type    string    `json:"dtype"`
			Shape   []int     `json:"shape"`
			Offsets [2]uint64 `json:"data_offsets"`
		}
		if err := json.Unmarshal(raw, &t); err != nil {
			return nil, fmt.Errorf("%s: its entry in the header cannot be read", name)
		}
		form, ok := safetensorForms[t.Type]
		if !ok {
			continue // indices and the like; what is needed is missed by its name
		}
		if t.Offsets[0] > t.Offsets[1] || t.Offsets[1] > uint64(len(body)) {
			return nil, fmt.Errorf("%s: the file of weights is cut off", name)
		}
		one, err := newTensor(t.Shape, form, body[t.Offsets[0]:t.Offsets[1]])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		f.tensors[name] = one
	}
	return f, nil
}
