package index

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"sort"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"factcheck/claims"
)

// readersWait is how long Open waits for a writer's commit.
const readersWait = 10 * time.Second

// An Index answers questions about the documents that were added to it. Any
// number of goroutines may ask at once. What was added after it was opened is not
// seen.
type Index struct {
	path     string
	db       *bolt.DB
	file     *os.File // what db reads
	tx       *bolt.Tx
	mu       sync.RWMutex // held for writing by Add only
	segments []*segment
	manifest *manifest
	docs     int // living and dead
	units    int // living
	terms    termCache
	common   func() [][]uint32 // commonTerms, found once
	loaded   atomic.Int64      // bytes that the rooms of the segments hold
	whole    *Whole            // of which the documents are a part; nil if they are all
	turn     int               // the segment whose room was emptied last
}

// Open opens the index at path for reading. Errors are ErrMissing, ErrForeign,
// ErrDamaged, ErrNewer, ErrOlder, ErrLocked or the system's own.
func Open(path string) (*Index, error) { return OpenWithin(path, readersWait) }

// OpenWithin is Open that waits so long for a writer's commit to end; 0 is not at all.
func OpenWithin(path string, wait time.Duration) (*Index, error) {
	db, file, err := openFile(path, false, wait)
	if err != nil {
		return nil, err
	}
	x := &Index{path: path, db: db, file: file}
	err = x.load()
	if err != nil {
		x.Close()
		return nil, err
	}
	return x, nil
}

func (x *Index) load() (err error) {
	defer func() { // bbolt panics when a page is not what it should be
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %w: %v", x.path, ErrDamaged, p)
		}
	}()
	return guard(x.path, func() error {
		if x.tx, err = x.db.Begin(false); err != nil {
			return err
		}
		if x.manifest, err = readManifest(x.tx); err != nil {
			return fmt.Errorf("%s: %w", x.path, err)
		}
		if bad := checkPages(x.tx, x.file); bad != "" {
			return fmt.Errorf("%s: %w: %s", x.path, ErrDamaged, bad)
		}
		for i := range x.manifest.segments {
			info := &x.manifest.segments[i]
			s, err := loadSegment(x.tx, x.file, info.number, &x.loaded)
			if err != nil {
				return fmt.Errorf("%s: %w: %v", x.path, ErrDamaged, err)
			}
			x.attach(s, info)
		}
		return nil
	})
}

// attach adds a segment to what is searched.
func (x *Index) attach(s *segment, info *segmentInfo) {
	if s.docs != info.docs || s.units != info.units || info.sum != 0 && info.sum != s.c.sum {
		damaged("segment %d is not the one that the list of segments names", info.number)
	}
	for _, d := range info.dead {
		s.bury(int(d))
	}
	s.firstDoc = uint32(x.docs)
	x.docs += s.docs
	x.segments = append(x.segments, s)
	x.count()
}

// count counts anew after segments or living documents changed.
func (x *Index) count() {
	x.units = 0
	for _, s := range x.segments {
		x.units += s.living
	}
	x.terms.clear()
	x.common = sync.OnceValue(x.commonTerms)
}

// Memory returns an empty index without a file, to be filled by Add.
func Memory() *Index { return &Index{path: "index in memory", manifest: &manifest{}} }

// Add adds documents to an index in memory. A document replaces the one with
// its ID, but for a later version of itself.
func (x *Index) Add(entries []Entry) error {
	if x.db != nil {
		panic("index: Add to an index that was opened for reading")
	}
	if len(entries) == 0 {
		return nil
	}
	for i := range entries {
		if err := entries[i].check(); err != nil {
			return err
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return guard(x.path, func() error {
		fresh := map[string]int{} // where each id of the batch stands last, or in its latest version
		for i := range entries {
			d := entries[i].Document
			if k, ok := fresh[d.ID]; (!ok || !entries[k].Document.Release.After(d.Release)) && x.replace(d) {
				fresh[d.ID] = i
			}
		}
		if len(fresh) == 0 {
			return nil
		}
		b, dead := x.absorb(len(entries))
		for i := range entries {
			if k, ok := fresh[entries[i].Document.ID]; ok && k == i {
				b.add(&entries[i])
			}
		}
		return x.append(b, dead)
	})
}

// replace buries the document whose place d takes; false if that is a later version of d.
func (x *Index) replace(d *claims.Document) bool {
	for _, s := range x.segments {
		n := s.find(d.ID)
		if n < 0 {
			continue
		}
		var old claims.Document
		if s.meta(n, &old); old.Release.After(d.Release) {
			return false
		}
		s.bury(n)
	}
	return true
}

// absorb takes the small segments at the end apart that are due to be merged
// with a batch, so that an index that grows by single documents does not fall to
// pieces. Dead documents stay, so that numbers hold.
func (x *Index) absorb(batch int) (b *builder, dead []uint32) {
	b = newBuilder()
	from := due(x.manifest.segments, batch, false)
	for _, s := range x.segments[from:] {
		for i := range s.docs {
			if s.dead[uint32(i)] {
				dead = append(dead, uint32(len(b.docs)))
			}
			e := s.entry(i)
			b.add(&e)
		}
		x.docs -= s.docs
	}
	x.segments, x.manifest.segments = x.segments[:from:from], x.manifest.segments[:from:from]
	return b, dead
}

// append makes what b holds a segment.
func (x *Index) append(b *builder, dead []uint32) error {
	info, data := b.finish(0)
	info.dead = dead
	s, err := openSegment(data, nil)
	if err != nil {
		return err
	}
	x.attach(s, &info)
	x.manifest.segments = append(x.manifest.segments, info)
	return nil
}

// Close gives up the file. The index must not be used afterwards.
func (x *Index) Close() error {
	if x.db == nil {
		return nil
	}
	if x.tx != nil {
		x.tx.Rollback()
	}
	for _, s := range x.segments {
		s.copied.release()
	}
	err := x.db.Close()
	x.db, x.segments = nil, nil
	return err
}

// read runs f with everything that it needs held still.
func (x *Index) read(f func()) error {
	defer x.rest()
	x.mu.RLock()
	defer x.mu.RUnlock()
	return guard(x.path, func() error { f(); return nil })
}

// locate returns the segment of document n and its number there.
func (x *Index) locate(n uint32) (*segment, int) {
	i := sort.Search(len(x.segments), func(i int) bool { return x.segments[i].firstDoc > n }) - 1
	if i < 0 || int(n-x.segments[i].firstDoc) >= x.segments[i].docs {
		panic(fmt.Sprintf("index: there is no document number %d", n))
	}
	return x.segments[i], int(n - x.segments[i].firstDoc)
}

// Entry returns document n with its statements.
func (x *Index) Entry(n uint32) (e Entry, err error) {
	err = x.read(func() {
		s, i := x.locate(n)
		e = s.entry(i)
	})
	return e, err
}

// Entries returns documents with their statements, each in its place.
func (x *Index) Entries(numbers ...uint32) ([]Entry, error) {
	list := make([]Entry, len(numbers))
	for i, n := range numbers {
		var err error
		if list[i], err = x.Entry(n); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Document returns document n.
func (x *Index) Document(n uint32) (*claims.Document, error) {
	e, err := x.Entry(n)
	return e.Document, err
}

// Statement returns a statement; nil for a Ref with NoStatement.
func (x *Index) Statement(r Ref) (*claims.Statement, error) {
	e, err := x.Entry(r.Document)
	if err != nil || r.Statement >= uint32(len(e.Statements)) {
		return nil, err
	}
	return &e.Statements[r.Statement], nil
}

// Info returns what a list shows of document n, without reading its text.
func (x *Index) Info(n uint32) (info Info, err error) {
	err = x.read(func() {
		s, i := x.locate(n)
		info.Number = n
		info.Statements = s.meta(i, &info.Document)
	})
	return info, err
}

// Documents calls f with each document in the order in which they were added,
// until f returns false.
func (x *Index) Documents(f func(Info) bool) error {
	return x.read(func() {
		for _, s := range x.segments {
			for i := range s.docs {
				if s.dead[uint32(i)] {
					continue
				}
				info := Info{Number: s.firstDoc + uint32(i)}
				info.Statements = s.meta(i, &info.Document)
				if !f(info) {
					return
				}
			}
		}
	})
}

// Find returns the number of the document with an id.
func (x *Index) Find(id string) (n uint32, ok bool, err error) {
	err = x.read(func() {
		for _, s := range x.segments {
			if i := s.find(id); i >= 0 {
				n, ok = s.firstDoc+uint32(i), true
			}
		}
	})
	return n, ok, err
}

// Stats are the index in numbers. Bytes and Segments say how it is stored and
// differ between indexes of the same documents.
type Stats struct {
	Documents  int
	Statements int
	Text       int64 // bytes of the documents' texts, replaced ones included
	Replaced   int   // documents that were replaced or removed and still take room
	Segments   int
	Bytes      int64 // of the segments
}

// Stats counts without reading the documents.
func (x *Index) Stats() Stats {
	st := Stats{Segments: len(x.segments)}
	for i := range x.manifest.segments {
		s := &x.manifest.segments[i]
		st.Documents += s.docs - len(x.segments[i].dead)
		st.Replaced += len(x.segments[i].dead)
		st.Statements += s.statements
		st.Text += int64(s.text)
		st.Bytes += int64(s.size)
	}
	return st
}

// Digest is the Digest of the index.
func (x *Index) Digest() (string, error) { return Digest(x) }

// Digest returns a sum of everything that an archive holds, in hexadecimal: the
// same for the same documents and statements, however and in whatever order they
// were added, and wherever they are kept.
func Digest(x Kept) (string, error) {
	var sums [][32]byte
	err := everything(x, func(e *Entry) error {
		sums = append(sums, e.sum())
		return nil
	})
	sort.Slice(sums, func(i, j int) bool { return string(sums[i][:]) < string(sums[j][:]) })
	h := sha256.New()
	for i := range sums {
		h.Write(sums[i][:])
	}
	return hex.EncodeToString(h.Sum(nil)), err
}

// sum hashes an entry.
func (e *Entry) sum() [32]byte {
	b := appendMeta(nil, e.Document, len(e.Statements))
	return sha256.Sum256(appendBody(appendString(b, e.Document.Text), e))
}
