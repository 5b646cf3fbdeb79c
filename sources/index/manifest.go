package index

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// The manifest lists the segments that make up the index, and the documents in
// them that no longer count. It is one small value, written with every batch in
// the same transaction as the batch's segment: a batch is there as a whole or
// not at all.
//
//	16 bytes  "factcheck index\n"
//	uvarint   version of the format
//	uvarint   number of the next segment
//	uvarint   number of segments, then for each: number, documents, units,
//	          statements, bytes, bytes of text, dead documents (delta coded)
//	uvarint   number of the transaction that wrote it
//	3 strings the note: reading, owner, files
//	n x 4     the checksum that stands for each segment as a whole
//	4 bytes   CRC-32C of all above
//
// What stands after the segments is missing in files of older programs, which pass
// over it in those of this one, and leave it out when they write.
const manifestMagic = "factcheck index\n"

type manifest struct {
	next     uint64
	segments []segmentInfo
	written  uint64 // the transaction that wrote it; 0 is unknown
	note     Note
}

type segmentInfo struct {
	number     uint64
	docs       int
	units      int
	statements int
	size       int // bytes of the segment
	text       int // bytes of the documents' texts
	dead       []uint32
	sum        uint32 // of its head, which has the sums of all the rest; 0 is unknown
}

func (m *manifest) clone() *manifest {
	c := &manifest{m.next, slices.Clone(m.segments), m.written, m.note}
	for i := range c.segments {
		c.segments[i].dead = slices.Clone(c.segments[i].dead)
	}
	return c
}

func (m *manifest) encode() []byte {
	v := byte(version)
	if slices.ContainsFunc(m.segments, func(s segmentInfo) bool { return s.size > pieceSize }) {
		v = versionPieces
	}
	b := append([]byte(manifestMagic), v)
	b = binary.AppendUvarint(b, m.next)
	b = appendInt(b, len(m.segments))
	for i := range m.segments {
		s := &m.segments[i]
		b = binary.AppendUvarint(b, s.number)
		for _, v := range [...]int{s.docs, s.units, s.statements, s.size, s.text, len(s.dead)} {
			b = appendInt(b, v)
		}
		last := uint32(0)
		for _, d := range s.dead {
			b = appendInt(b, int(d-last))
			last = d
		}
	}
	b = binary.AppendUvarint(b, m.written)
	for _, s := range [...]string{m.note.Reading, m.note.Owner, m.note.Files} {
		b = appendString(b, s)
	}
	for i := range m.segments {
		b = binary.LittleEndian.AppendUint32(b, m.segments[i].sum)
	}
	return binary.LittleEndian.AppendUint32(b, checksum(b))
}

// decodeManifest reads what encode wrote. Its errors are ErrForeign, ErrNewer,
// ErrOlder and ErrDamaged.
func decodeManifest(b []byte) (*manifest, error) {
	if len(b) < len(manifestMagic)+5 || string(b[:len(manifestMagic)]) != manifestMagic {
		return nil, fmt.Errorf("%w: its list of segments does not begin as one", ErrDamaged)
	}
	end := len(b) - 4
	if checksum(b[:end]) != binary.LittleEndian.Uint32(b[end:]) {
		return nil, fmt.Errorf("%w: its list of segments does not match its checksum", ErrDamaged)
	}
	r := reader{b: b[len(manifestMagic):end]}
	switch v := r.uint(); {
	case v > versionPieces:
		return nil, fmt.Errorf("%w: format %d, this one reads up to %d", ErrNewer, v, versionPieces)
	case v < oldest:
		return nil, fmt.Errorf("%w: format %d, this one reads from %d on", ErrOlder, v, oldest)
	}
	m := &manifest{next: r.uint()}
	m.segments = make([]segmentInfo, r.count(7))
	for i := range m.segments {
		s := &m.segments[i]
		s.number = r.uint()
		for _, v := range [...]*int{&s.docs, &s.units, &s.statements, &s.size, &s.text} {
			*v = int(r.uint())
		}
		s.dead = make([]uint32, r.count(1))
		last := uint32(0)
		for k := range s.dead {
			last += uint32(r.int())
			s.dead[k] = last
			r.check(int(last) < s.docs)
		}
	}
	if len(r.b) > 0 {
		m.written = r.uint()
		for _, s := range [...]*string{&m.note.Reading, &m.note.Owner, &m.note.Files} {
			*s = r.string()
		}
		for i := range m.segments {
			if b := r.bytes(4); b != nil {
				m.segments[i].sum = binary.LittleEndian.Uint32(b)
			}
		}
	}
	if r.bad {
		return nil, fmt.Errorf("%w: its list of segments cannot be read", ErrDamaged)
	}
	return m, nil
}
