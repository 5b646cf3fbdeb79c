package model

import (
	"encoding/binary"
	"errors"
)

// Model is what training learned. Its tables are parts of the file, used as they
// stand there; only the weights of the network, a megabyte, are copied.
type Model struct {
	Lexicon Lexicon
	Network *Network
	Names   Wide
	Head    *NameHead // of names, nil for none
	Lemmas  Lemmas
}

// The file: the magic, the number of sections, the length of each in 32 bits,
// then the sections in order. All numbers are little-endian.
const (
	magic    = "grammar3"
	sections = 9
)

var errFormat = errors.New("grammar: not a model of this version")

// Open reads a model: data must not change afterwards.
func Open(data []byte) (*Model, error) {
	header := len(magic) + 4*sections
	if len(data) < header || string(data[:len(magic)]) != magic {
		return nil, errFormat
	}
	var part [sections][]byte
	at := header
	for i := range part {
		n := int(binary.LittleEndian.Uint32(data[len(magic)+4*i:]))
		if n < 0 || n > len(data)-at {
			return nil, errFormat
		}
		part[i] = data[at : at+n : at+n]
		at += n
	}
	for i, width := range [sections]int{8, 2, 1, RowWidth, 2, 2 * WideRow, 8, 1, 1} {
		if len(part[i])%width != 0 {
			return nil, errFormat
		}
	}
	words, lemmas, rows := len(part[0])/8, len(part[6])/8, len(part[3])/RowWidth
	if words&(words-1) != 0 || lemmas&(lemmas-1) != 0 || len(part[1]) != 2*words || rows <= WordAt {
		return nil, errFormat
	}
	for i := 0; i < len(part[1]); i += 2 {
		if WordAt+int(binary.LittleEndian.Uint16(part[1][i:])) >= rows {
			return nil, errFormat
		}
	}
	network, err := decode(part[4])
	if err != nil {
		return nil, err
	}
	network.Rows = part[3]
	head, err := decodeNameHead(part[8])
	if err != nil {
		return nil, err
	}
	return &Model{Lexicon{part[0], part[1], part[2]}, network, part[5], head, Lemmas{part[6], part[7]}}, nil
}

// Bytes returns the file of a model.
func (m *Model) Bytes() []byte {
	out := []byte(magic)
	parts := [sections][]byte{m.Lexicon.entries, m.Lexicon.own, m.Lexicon.coarse, m.Network.Rows, m.Network.encode(), m.Names, m.Lemmas.entries, m.Lemmas.rules, m.Head.encode()}
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(p)))
	}
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}
