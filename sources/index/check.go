package index

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"factcheck/claims"
)

// Check reads every byte of the index at path and returns what is wrong with
// it, a line each; nil if nothing is. The error is about opening it at all, for which it
// waits so long for a writer's commit to end.
func Check(path string, wait time.Duration) ([]string, error) {
	var problems []string
	err := inspect(path, wait, func(tx *bolt.Tx, file *os.File, pages string, m *manifest, bad error) {
		if bad != nil {
			problems = append(problems, plain(path, bad))
		}
		if pages != "" {
			problems = append(problems, pages)
		}
		for i := range m.segments {
			info := &m.segments[i]
			s, err := loadDamaged(tx, file, info.number)
			if err == nil {
				defer s.copied.release()
				err = guard(path, func() error { return s.check(info) })
			}
			if err != nil {
				problems = append(problems, fmt.Sprintf("segment %d: %s", info.number, plain(path, err)))
			}
		}
	})
	return problems, err
}

// plain returns the text of an error without the path and the name that its
// caller repeats.
func plain(path string, err error) string {
	return strings.TrimPrefix(strings.TrimPrefix(err.Error(), path+": "), ErrDamaged.Error()+": ")
}

// inspect opens a file that may be damaged. When the manifest cannot be read, f
// gets one made of the segments that are there, and the reason. pages is what
// checkPages says.
func inspect(path string, wait time.Duration, f func(tx *bolt.Tx, file *os.File, pages string, m *manifest, bad error)) (err error) {
	db, file, err := openFile(path, false, wait)
	if err != nil {
		return err
	}
	defer db.Close()
	defer func() { // bbolt panics on a page that makes no sense
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %w: %v", path, ErrDamaged, p)
		}
	}()
	return guard(path, func() error {
		return db.View(func(tx *bolt.Tx) error {
			m, bad := readManifest(tx)
			if errors.Is(bad, ErrNewer) || errors.Is(bad, ErrForeign) && tx.Bucket(manifestBucket) == nil && len(segmentsOf(tx)) == 0 {
				return fmt.Errorf("%s: %w", path, bad)
			}
			if bad != nil {
				m = &manifest{}
				for _, n := range segmentsOf(tx) {
					m.segments = append(m.segments, segmentInfo{number: n, docs: -1})
				}
			}
			f(tx, file, checkPages(tx, file), m, bad)
			return nil
		})
	})
}

// segmentsOf returns the numbers of the segments whose buckets are there.
func segmentsOf(tx *bolt.Tx) (numbers []uint64) {
	tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
		if n, first, ok := segmentOf(name); ok && first {
			numbers = append(numbers, n)
		}
		return nil
	})
	return numbers
}

// loadDamaged opens one segment of a file that may be damaged.
func loadDamaged(tx *bolt.Tx, file *os.File, number uint64) (s *segment, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	err = guard("", func() error {
		s, err = loadSegment(tx, file, number, nil)
		return err
	})
	return s, err
}

// checkPages says what is wrong with the two meta pages, which take turns: bbolt
// passes over one that does not match its checksum in favour of its twin, and the last
// batch is lost with it. Empty: nothing is. A process that is killed leaves no half
// page, and so no such thing behind.
func checkPages(tx *bolt.Tx, f *os.File) string {
	size := tx.DB().Info().PageSize
	var number [2]uint64 // of the transaction that wrote it
	for i := range number {
		b := make([]byte, 80)
		if _, err := f.ReadAt(b, int64(i*size)); err != nil {
			return err.Error()
		}
		if sum := fnv64(b[16:72]); sum != le64(b[72:]) {
			return fmt.Sprintf("meta page %d does not match its checksum: the last batch may be lost", i)
		}
		number[i] = le64(b[64:])
	}
	newest, before := max(number[0], number[1]), min(number[0], number[1])
	if newest != uint64(tx.ID()) || newest != before+1 {
		return fmt.Sprintf("its meta pages are those of batches %d and %d: the last batch may be lost", before, newest)
	}
	return ""
}

func fnv64(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

func le64(b []byte) (v uint64) {
	for i := 7; i >= 0; i-- {
		v = v<<8 | uint64(b[i])
	}
	return v
}

// check verifies every sum and decodes everything once.
func (s *segment) check(info *segmentInfo) error {
	for i := range s.c.checked {
		s.c.checked[i].Store(0)
	}
	var bad []string
	for i := range (len(s.c.payload) + chunk - 1) / chunk {
		if !s.c.soundInFile(i) {
			bad = append(bad, fmt.Sprint(i*chunk))
		}
	}
	if len(bad) > 0 {
		return fmt.Errorf("%d stretches of %d bytes do not match their checksums, from byte %s", len(bad), chunk, strings.Join(bad[:min(5, len(bad))], ", "))
	}
	if info.docs >= 0 && (info.docs != s.docs || info.units != s.units) {
		return errors.New("it is not the one that the list of segments names")
	}
	statements := 0
	for i := range s.docs {
		e := s.entry(i)
		statements += len(e.Statements)
		s.spare()
	}
	if info.docs >= 0 && statements != info.statements {
		return fmt.Errorf("%d statements, not %d", statements, info.statements)
	}
	for u := range s.units {
		k := s.unit(u)
		if int(k.doc) >= s.docs {
			return errors.New("a passage of no document")
		}
		s.unitTerms(nil, k)
		s.spare()
	}
	return s.checkLists()
}

// soundInFile reports whether chunk i matches its sum in the file, without keeping it.
func (c *container) soundInFile(i int) bool {
	if c.from == nil {
		return c.sound(i)
	}
	b := make([]byte, min(chunk, len(c.payload)-i*chunk))
	return c.from.read(b, i*chunk) == nil && c.sumsTo(i, b)
}

// Rebuilt says what Rebuild saved.
type Rebuilt struct {
	Documents int
	Lost      []string // what could not be read, a line each
}

// Rebuild writes the index at path anew from the documents that it holds: after
// damage, to change to a newer format or another reading, or to give back the room of
// replaced documents. Statements are extracted again, and the note says by which
// reading; they are kept if extract is nil. The old file stays in place until the new
// one is whole.
func Rebuild(path string, wait time.Duration, reading string, extract func(*claims.Document) []claims.Statement) (Rebuilt, error) {
	var sum Rebuilt
	l, err := acquire(path, wait)
	if err != nil {
		return sum, err
	}
	defer l.release()
	tmp := path + rebuildSuffix
	defer os.Remove(tmp)
	if err := createFile(tmp); err != nil {
		return sum, err
	}
	w, err := newWriter(tmp, 0, nil)
	if err != nil {
		return sum, err
	}
	defer w.Close()
	var failed error
	err = inspect(path, wait, func(tx *bolt.Tx, file *os.File, pages string, m *manifest, bad error) {
		if bad != nil {
			sum.Lost = append(sum.Lost, plain(path, bad)+"; documents that were removed are back")
		}
		if pages != "" {
			sum.Lost = append(sum.Lost, pages)
		}
		w.note = Note{m.note.Reading, m.note.Owner, ""}
		if extract != nil {
			w.note.Reading = reading
		}
		for i := range m.segments {
			if failed = sum.copySegment(w, tx, file, &m.segments[i], extract); failed != nil {
				return
			}
		}
	})
	if err = cmp.Or(err, failed); err != nil {
		return sum, err
	}
	if err := w.Commit(); err != nil {
		return sum, err
	}
	x, err := Open(tmp)
	if err != nil {
		return sum, err
	}
	sum.Documents = x.Stats().Documents
	x.Close()
	w.Close()
	return sum, os.Rename(tmp, path)
}

// copySegment adds the living documents of a segment to w, those that can be read.
func (sum *Rebuilt) copySegment(w *Writer, tx *bolt.Tx, file *os.File, info *segmentInfo, extract func(*claims.Document) []claims.Statement) error {
	s, err := loadDamaged(tx, file, info.number)
	if err != nil {
		sum.Lost = append(sum.Lost, fmt.Sprintf("segment %d: %s", info.number, plain("", err)))
		return nil
	}
	defer s.copied.release()
	for n := range s.docs {
		s.spare()
		if _, dead := sort.Find(len(info.dead), func(i int) int { return n - int(info.dead[i]) }); dead {
			continue
		}
		var e Entry
		if err := guard("", func() error { e = s.entry(n); return nil }); err != nil {
			sum.Lost = append(sum.Lost, fmt.Sprintf("segment %d, document %d: %s", info.number, n+1, plain("", err)))
			continue
		}
		if extract != nil {
			e.Statements = extract(e.Document)
		}
		if _, err := w.Add([]Entry{e}); err != nil {
			return err
		}
	}
	return nil
}
