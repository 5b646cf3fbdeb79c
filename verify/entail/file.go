package entail

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"unsafe"
)

// A model is one file, little endian, mapped into memory as it is:
//
//	8 bytes   magic, "fcentail"
//	4 bytes   version
//	4 bytes   n, the length of the header
//	4 bytes   CRC-32C of the header
//	n bytes   the header in JSON: Card, measures, sections, head, thresholds
//	          zeros up to a multiple of 64
//	sections  each from a multiple of 64 on, with its CRC-32C in the header
//
// Opening checks every sum, which takes 6 ms for 84 MB that are in memory.

const (
	fileMagic   = "fcentail"
	fileVersion = 1
	headSize    = 20
	alignment   = 64
	maxFile     = 1 << 30
)

// Errors of Open.
var (
	ErrForeign = errors.New("not a reading model of factcheck")
	ErrNewer   = errors.New("written by a newer factcheck")
	ErrDamaged = errors.New("the model is damaged")
)

// A Card is what is known of a model.
type Card struct {
	Name    string  `json:"name"`
	Licence string  `json:"licence,omitempty"` // as its publisher states it; empty is not stated
	Sum     string  `json:"sha256"`            // of the weights that were imported
	Kind    string  `json:"kind"`              // "bert", "deberta-v2"
	Labels  []Label `json:"labels"`            // of its own answers, in their order
	Weights int64   `json:"weights"`           // how many
}

type header struct {
	Card
	Shape    shape     `json:"shape"`
	Bucket   []int     `json:"bucket,omitempty"`
	Sections []section `json:"sections"`
	Head     *head     `json:"head,omitempty"`
	Steps    steps     `json:"steps"`
}

type section struct {
	Name   string `json:"name"`
	At     int64  `json:"at"` // from the end of the header on
	Length int64  `json:"length"`
	Sum    uint32 `json:"crc32c"`
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// writeFile writes a model beside path and then puts it in its place, so that there is
// never half of one.
func writeFile(path string, h *header, sections [][]byte) (err error) {
	at := int64(0)
	for i := range h.Sections {
		s := &h.Sections[i]
		s.At, s.Length, s.Sum = at, int64(len(sections[i])), crc32.Checksum(sections[i], castagnoli)
		at = aligned(at + s.Length)
	}
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".model-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	begin := binary.LittleEndian.AppendUint32([]byte(fileMagic), fileVersion)
	begin = binary.LittleEndian.AppendUint32(begin, uint32(len(text)))
	begin = binary.LittleEndian.AppendUint32(begin, crc32.Checksum(text, castagnoli))
	w.Write(begin)
	w.Write(text)
	pad := func(n int64) { w.Write(make([]byte, aligned(n)-n)) }
	pad(int64(headSize + len(text)))
	for _, s := range sections {
		w.Write(s)
		pad(int64(len(s)))
	}
	if err := w.Flush(); err != nil { // the first error of all writing
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func aligned(n int64) int64 { return (n + alignment - 1) &^ (alignment - 1) }

// A mapping is a model's file in memory.
type mapping struct {
	data   []byte
	header header
	base   int64
}

// parseFile checks all sums.
func parseFile(data []byte) (*mapping, error) {
	if len(data) < headSize || string(data[:8]) != fileMagic {
		return nil, ErrForeign
	}
	u := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	if u(8) > fileVersion {
		return nil, ErrNewer
	}
	n := int64(u(12))
	if n > int64(len(data)-headSize) || crc32.Checksum(data[headSize:headSize+n], castagnoli) != u(16) {
		return nil, ErrDamaged
	}
	m := &mapping{data: data, base: aligned(headSize + n)}
	if err := json.Unmarshal(data[headSize:headSize+n], &m.header); err != nil {
		return nil, ErrDamaged
	}
	for _, s := range m.header.Sections {
		b, err := m.bytes(s)
		if err != nil || crc32.Checksum(b, castagnoli) != s.Sum {
			return nil, fmt.Errorf("%w: its part %s", ErrDamaged, s.Name)
		}
	}
	return m, nil
}

func (m *mapping) bytes(s section) ([]byte, error) {
	from := m.base + s.At
	if s.At < 0 || s.Length < 0 || s.At > int64(len(m.data)) || s.Length > int64(len(m.data))-from || from > int64(len(m.data)) {
		return nil, ErrDamaged
	}
	return m.data[from : from+s.Length : from+s.Length], nil
}

// A reading of sections by name remembers its first error.
type sections struct {
	m   *mapping
	err error
}

func (s *sections) raw(name string) []byte {
	for _, one := range s.m.header.Sections {
		if one.Name == name {
			b, err := s.m.bytes(one)
			s.fail(err)
			return b
		}
	}
	return nil
}

func (s *sections) fail(err error) {
	if s.err == nil && err != nil {
		s.err = err
	}
}

// floats returns n numbers; none if the section is absent and n is below zero.
func (s *sections) floats(name string, n int) []float32 {
	b := s.raw(name)
	if len(b) != 4*n {
		s.fail(fmt.Errorf("%w: %s has %d bytes, not %d", ErrDamaged, name, len(b), 4*n))
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

// bytes8 returns n integers of 8 bits in place.
func (s *sections) bytes8(name string, n int) []int8 {
	b := s.raw(name)
	if len(b) != n || n == 0 {
		s.fail(fmt.Errorf("%w: %s has %d bytes, not %d", ErrDamaged, name, len(b), n))
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), n)
}

// shorts returns n integers of 16 bits, in place where the machine is little endian.
func (s *sections) shorts(name string, n int) []int16 {
	b := s.raw(name)
	if len(b) != 2*n || n == 0 {
		s.fail(fmt.Errorf("%w: %s has %d bytes, not %d", ErrDamaged, name, len(b), 2*n))
		return nil
	}
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 && uintptr(unsafe.Pointer(&b[0]))%2 == 0 {
		return unsafe.Slice((*int16)(unsafe.Pointer(&b[0])), n)
	}
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return out
}

func (s *sections) linear(name string, in, out int) linear {
	return linear{inputs: in, weights: s.bytes8(name+".weights", in*out), scales: s.floats(name+".scales", out), bias: s.floats(name+".bias", out)}
}

func (s *sections) affine(name string, n int) affine {
	return affine{s.floats(name+".gain", n), s.floats(name+".bias", n)}
}
