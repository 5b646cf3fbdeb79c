// Package protobuf reads the wire format of protocol buffers.
package protobuf

import (
	"encoding/binary"
	"errors"
)

// ErrCut is that a message ends before it should, or is none.
var ErrCut = errors.New("the file is cut off or damaged")

// Fields calls do with each field of a message in protocol buffers: its number, its
// value if it is a number, its bytes if it has a length.
func Fields(data []byte, do func(field int, v uint64, b []byte) error) error {
	for len(data) > 0 {
		key, n := binary.Uvarint(data)
		if n <= 0 || key>>3 == 0 || key>>3 > 1<<29 {
			return ErrCut
		}
		data = data[n:]
		var v uint64
		var b []byte
		switch key & 7 {
		case 0:
			if v, n = binary.Uvarint(data); n <= 0 {
				return ErrCut
			}
		case 1:
			if n = 8; len(data) < n {
				return ErrCut
			}
			v = binary.LittleEndian.Uint64(data)
		case 2:
			size, k := binary.Uvarint(data)
			if k <= 0 || size > uint64(len(data)-k) {
				return ErrCut
			}
			b, n = data[k:k+int(size)], k+int(size)
		case 5:
			if n = 4; len(data) < n {
				return ErrCut
			}
			v = uint64(binary.LittleEndian.Uint32(data))
		default:
			return ErrCut
		}
		if err := do(int(key>>3), v, b); err != nil {
			return err
		}
		data = data[n:]
	}
	return nil
}
