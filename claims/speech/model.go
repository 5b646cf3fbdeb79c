package speech

import (
	_ "embed"
	"encoding/binary"
)

// Model holds the weights of both decisions.
type Model struct {
	Cue   Table  // one weight a feature: how far it speaks for a reporting word
	Label Table  // one weight a label
	Step  string // Labels*Labels weights a row: from one label to the next
	Score int32  // the sum of cue weights from which a word is taken for a cue
}

// StepRows is the number of rows of Model.Step, see Analysis.Step.
const StepRows = 24

// A Table finds the weights of a feature by its hash: open addressing over a
// power of two of slots, each of two bytes that check the hash (zero for an empty
// slot) and width signed bytes of weights. It lies in the embedded file as it is
// used.
type Table struct {
	slots string
	mask  uint32
	width int
}

// weights returns the weights of feature h, the empty string if it has none.
func (t *Table) weights(h uint32) string {
	check := uint16(h>>16) | 1
	size := t.width + 2
	for i := h & t.mask; ; i = (i + 1) & t.mask {
		slot := t.slots[int(i)*size:]
		slot = slot[:size]
		switch c := uint16(slot[0]) | uint16(slot[1])<<8; c {
		case check:
			return slot[2:]
		case 0:
			return ""
		}
	}
}

// sift drops, in place, the features that cannot have weights because the first
// slot where they may stand is empty. The tables are larger than the nearer caches:
// when all those slots are looked at before any is compared, the processor waits
// for all of them at once.
func (t *Table) sift(features []uint32) []uint32 {
	size, n := t.width+2, 0
	for _, h := range features {
		slot := t.slots[int(h&t.mask)*size:][:2]
		features[n] = h
		if slot[0]|slot[1] != 0 {
			n++
		}
	}
	return features[:n]
}

// NewTable makes a table of the given features, each with its weights.
func NewTable(features []uint32, weights [][]int8, width int) Table {
	n := 1
	for n < len(features)*4/3+1 {
		n *= 2
	}
	size := width + 2
	b := make([]byte, n*size)
	mask := uint32(n - 1)
	for k, h := range features {
		i := h & mask
		for b[int(i)*size]|b[int(i)*size+1] != 0 {
			i = (i + 1) & mask
		}
		slot := b[int(i)*size:]
		binary.LittleEndian.PutUint16(slot, uint16(h>>16)|1)
		for j, w := range weights[k] {
			slot[2+j] = byte(w)
		}
	}
	return Table{slots: string(b), mask: mask, width: width}
}

//go:embed model.bin
var file string

// shipped is the model that comes with the program; nil if there is none.
var shipped = Load(file)

// The file: the magic line, the threshold, the number of slots of both tables,
// each of them four bytes, the low first; then the tables and the steps.
const (
	magic  = "speech2\n"
	header = len(magic) + 12
)

// Load divides a file into its tables; nil if it is none.
func Load(file string) *Model {
	if len(file) < header || file[:len(magic)] != magic {
		return nil
	}
	at := func(i int) uint32 { return binary.LittleEndian.Uint32([]byte(file[len(magic)+4*i:])[:4]) }
	cue, label := int(at(1)), int(at(2))
	m := &Model{Score: int32(at(0))}
	rest := file[header:]
	if cue <= 0 || label <= 0 || cue&(cue-1)|label&(label-1) != 0 || len(rest) != cue*3+label*(2+int(Labels))+StepRows*int(Labels*Labels) {
		return nil
	}
	m.Cue = Table{rest[:cue*3], uint32(cue - 1), 1}
	rest = rest[cue*3:]
	m.Label = Table{rest[:label*(2+int(Labels))], uint32(label - 1), int(Labels)}
	m.Step = rest[label*(2+int(Labels)):]
	return m
}

// File returns the model as Load reads it.
func (m *Model) File() []byte {
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint32(b, uint32(m.Score))
	b = binary.LittleEndian.AppendUint32(b, m.Cue.mask+1)
	b = binary.LittleEndian.AppendUint32(b, m.Label.mask+1)
	b = append(b, m.Cue.slots...)
	b = append(b, m.Label.slots...)
	return append(b, m.Step...)
}
