package index

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"

	"factcheck/claims"
	"factcheck/claims/text"
)

// segment is an immutable run of documents, read in place.
type segment struct {
	c        *container
	p        [partCount]part
	docs     int
	units    int
	terms    int
	dead     map[uint32]bool // documents that were replaced or removed
	firstDoc uint32          // its documents' numbers begin here
}

func openSegment(b []byte) (*segment, error) {
	c, err := unseal(b)
	if err != nil {
		return nil, err
	}
	s := &segment{c: c}
	if len(c.start) != partCount+1 {
		damaged("a segment has %d parts", len(c.start)-1)
	}
	for i := range s.p {
		s.p[i] = c.part(i)
	}
	s.docs = len(s.p[partMetaAt].b)/4 - 1
	s.units = len(s.p[partLengths].b)
	s.terms = len(s.p[partTermAt].b)/4 - 1
	if s.docs < 0 || s.terms < 0 || len(s.p[partBodyAt].b) != 4*s.docs+4 || len(s.p[partIDs].b) != 8*s.docs ||
		len(s.p[partUnits].b) != 12*s.units || len(s.p[partSerials].b) != 4*s.units || len(s.p[partListAt].b) != 4*s.terms+4 {
		damaged("the parts of a segment disagree")
	}
	return s, nil
}

// record returns the bytes between two neighbours of a table of offsets.
func (s *segment) record(values, at, i int) []byte {
	return s.p[values].bytes(int(s.p[at].uint32(i)), int(s.p[at].uint32(i+1)))
}

// meta reads the metadata of document i, with its number of statements.
func (s *segment) meta(i int, d *claims.Document) int {
	r := reader{b: s.record(partMetas, partMetaAt, i)}
	n := r.meta(d)
	if r.bad {
		damaged("the metadata of a document cannot be read")
	}
	return n
}

// entry reads document i with its statements.
func (s *segment) entry(i int) Entry {
	d := &claims.Document{}
	n := s.meta(i, d)
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(s.record(partBodies, partBodyAt, i))))
	if err != nil {
		damaged("document %s cannot be inflated: %v", d.ID, err)
	}
	r := reader{b: raw}
	d.Text = r.string()
	r.layout(d)
	list := make([]claims.Statement, r.count0(n))
	at := 0
	for k := range list {
		r.statement(d, &list[k], &at)
	}
	if r.bad {
		damaged("document %s cannot be decoded", d.ID)
	}
	return Entry{d, list}
}

// count0 checks a count that was read elsewhere.
func (r *reader) count0(n int) int {
	if n > len(r.b) {
		r.bad = true
		return 0
	}
	return n
}

// find returns the document with an id, -1 if there is none that lives.
func (s *segment) find(id string) int {
	sum := idSum(id)
	ids := s.p[partIDs]
	i := sort.Search(s.docs, func(i int) bool { return ids.uint32(2*i) >= sum })
	for ; i < s.docs && ids.uint32(2*i) == sum; i++ {
		n := ids.uint32(2*i + 1)
		if int(n) >= s.docs {
			damaged("a table of ids names no document")
		}
		var d claims.Document
		if s.meta(int(n), &d); d.ID == id && !s.dead[n] {
			return int(n)
		}
	}
	return -1
}

// unit returns what unit u is.
func (s *segment) unit(u int) (doc, serial uint32, passage text.Span) {
	b := s.p[partUnits].bytes(12*u, 12*u+12)
	doc = binary.LittleEndian.Uint32(b)
	start, n := binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:])
	return doc, s.p[partSerials].uint32(u), text.Span{Start: int(start), End: int(start + n)}
}

// list returns the postings of a term and their number.
func (s *segment) list(t string) (r reader, count int) {
	terms, at := s.p[partTerms], s.p[partTermAt]
	i := sort.Search(s.terms, func(i int) bool { return string(terms.bytes(int(at.uint32(i)), int(at.uint32(i+1)))) >= t })
	if i == s.terms || string(s.record(partTerms, partTermAt, i)) != t {
		return reader{}, 0
	}
	r.b = s.record(partLists, partListAt, i)
	return r, r.int()
}

// checkLists decodes every list of postings.
func (s *segment) checkLists() error {
	last := ""
	for i := range s.terms {
		t := string(s.record(partTerms, partTermAt, i))
		if i > 0 && t <= last {
			return errors.New("the terms are out of order")
		}
		last = t
		r := reader{b: s.record(partLists, partListAt, i)}
		u := -1
		for n := r.int(); n > 0; n-- {
			u += r.int()
			r.int()
		}
		if r.bad || u >= s.units || len(r.b) != 0 {
			return fmt.Errorf("the postings of %q cannot be decoded", t)
		}
	}
	return nil
}
