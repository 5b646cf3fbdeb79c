package index

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"factcheck/claims"
)

// A batch ends when it holds so much, so that building an index of any size
// takes bounded memory.
const (
	batchUnits = 100_000
	batchText  = 24 << 20
)

// A Writer adds documents to an index and removes them. It collects a batch in
// memory and commits it when it is large, and in Commit: a batch is in the file
// as a whole or not at all, whatever happens to the process. It holds the file
// only while it commits, so that readers come in between, and a lock beside it
// against other writers.
type Writer struct {
	path     string
	wait     time.Duration
	lock     *lock
	x        *Index // what is committed, opened when needed
	batch    *builder
	pending  map[string]held // ids of the batch at hand
	removed  map[string]bool
	note     Note
	created  bool                            // the file was not there before
	OnCommit func(documents, statements int) // called after each batch, if set
}

// Added says what became of documents that were added. Older are those that the index holds
// in a later version.
type Added struct {
	New, Changed, Same, Older int
}

// OpenForWriting opens the index at path, making it if there is none. It waits
// up to wait for another writer to finish, and as long in each commit for
// readers; then the error is ErrLocked and names the process.
func OpenForWriting(path string, wait time.Duration) (*Writer, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	return openLocked(path, wait, func() bool {
		_, err := os.Stat(path)
		return os.IsNotExist(err)
	})
}

// CreateForWriting is OpenForWriting with an index without documents in place of
// whatever is at path.
func CreateForWriting(path string, wait time.Duration) (*Writer, error) {
	return openLocked(path, wait, func() bool { return true })
}

// openLocked takes the lock and opens the index, or a new one if anew says so.
func openLocked(path string, wait time.Duration, anew func() bool) (w *Writer, err error) {
	l, err := acquire(path, wait)
	if err != nil {
		return nil, err
	}
	created := anew()
	if created {
		err = createFile(path)
	}
	if err == nil {
		w, err = newWriter(path, wait, l)
	}
	if err != nil {
		l.release()
		return nil, err
	}
	w.created = created
	return w, nil
}

// newWriter opens an index that is there.
func newWriter(path string, wait time.Duration, l *lock) (*Writer, error) {
	w := &Writer{path: path, wait: max(wait, time.Second), lock: l, batch: newBuilder(), pending: map[string]held{}, removed: map[string]bool{}}
	if err := w.reopen(); err != nil {
		return nil, err
	}
	w.note = w.x.Note()
	return w, nil
}

func (w *Writer) reopen() (err error) {
	if w.x == nil {
		w.x, err = Open(w.path)
	}
	return err
}

// Committed returns the index as the last commit left it, until the next one.
func (w *Writer) Committed() (*Index, error) {
	err := w.reopen()
	return w.x, err
}

// Holds reports, for each document, whether the index, or the batch at hand, already
// holds it as it is, the same id, bytes and metadata, or a later version of it. There
// is then no need to extract its statements.
func (w *Writer) Holds(documents []*claims.Document) ([]bool, error) {
	held := make([]bool, len(documents))
	for i, d := range documents {
		old, ok, err := w.known(d.ID)
		if err != nil {
			return nil, err
		}
		held[i] = ok && (old.sum == sumOf(d) || old.release.After(d.Release))
	}
	return held, nil
}

// held is what the writer knows of a document that it holds.
type held struct {
	sum     metaSum
	release claims.Release
}

// metaSum stands for a document's bytes and metadata.
type metaSum [sha256.Size]byte

func sumOf(d *claims.Document) metaSum { return sha256.Sum256(appendMeta(nil, d, 0)) }

// known returns what is held of the document with an id, if there is one.
func (w *Writer) known(id string) (h held, ok bool, err error) {
	if h, ok := w.pending[id]; ok {
		return h, true, nil
	}
	if w.removed[id] {
		return h, false, nil
	}
	if err := w.reopen(); err != nil {
		return h, false, err
	}
	n, ok, err := w.x.Find(id)
	if err != nil || !ok {
		return h, false, err
	}
	info, err := w.x.Info(n)
	return held{sumOf(&info.Document), info.Document.Release}, true, err
}

// Add adds documents. One that the index holds already changes nothing, nor one of which
// it holds a later version; one with the id of another takes its place. When the batch is full it is committed.
func (w *Writer) Add(entries []Entry) (Added, error) {
	var sum Added
	for i := range entries {
		e := &entries[i]
		if err := e.check(); err != nil {
			return sum, err
		}
		old, ok, err := w.known(e.Document.ID)
		now := held{sumOf(e.Document), e.Document.Release}
		switch {
		case err != nil:
			return sum, err
		case !ok:
			sum.New++
		case old.sum == now.sum:
			sum.Same++
			continue
		case old.release.After(now.release):
			sum.Older++
			continue
		default:
			sum.Changed++
		}
		if _, again := w.pending[e.Document.ID]; again { // it takes the place of one in the same batch
			if err := w.Commit(); err != nil {
				return sum, err
			}
		}
		w.pending[e.Document.ID] = now
		w.batch.add(e)
		if len(w.batch.units) >= batchUnits || w.batch.text >= batchText {
			if err := w.Commit(); err != nil {
				return sum, err
			}
		}
	}
	return sum, nil
}

// Remove removes the documents with these ids and returns how many there were.
func (w *Writer) Remove(ids ...string) (int, error) {
	n := 0
	for _, id := range ids {
		_, ok, err := w.known(id)
		if err == nil && ok && w.pending[id] != (held{}) {
			err = w.Commit()
		}
		if err != nil {
			return n, err
		}
		if ok {
			w.removed[id] = true
			n++
		}
	}
	return n, nil
}

// Commit writes the batch at hand. When it returns nil the batch is on the disk.
func (w *Writer) Commit() error {
	bare := len(w.pending) == 0 && len(w.removed) == 0
	if bare && w.note.Files == "" {
		return nil
	}
	if err := w.reopen(); err != nil {
		return err
	}
	if bare && w.note == w.x.Note() {
		return nil
	}
	m := w.x.manifest.clone()
	m.note = w.note
	for id := range w.removed {
		if err := w.bury(m, id); err != nil {
			return err
		}
	}
	for id := range w.pending {
		if err := w.bury(m, id); err != nil {
			return err
		}
	}
	documents, statements := len(w.batch.docs), w.batch.statements
	info, data, err := w.merged(m)
	if err != nil {
		return err
	}
	defer data.release()
	m.segments = slices.DeleteFunc(m.segments, func(s segmentInfo) bool { return len(s.dead) == s.docs })
	if data != nil {
		m.next++
		m.segments = append(m.segments, info)
	}
	clear(w.pending)
	clear(w.removed)
	if err := w.write(m, info.number, data); err != nil {
		return err
	}
	if w.OnCommit != nil {
		w.OnCommit(documents, statements)
	}
	return nil
}

// bury marks the committed document with an id as dead.
func (w *Writer) bury(m *manifest, id string) error {
	return w.x.read(func() {
		for i, s := range w.x.segments {
			if n := s.find(id); n >= 0 {
				dead := &m.segments[i].dead
				if k, ok := slices.BinarySearch(*dead, uint32(n)); !ok {
					*dead = slices.Insert(*dead, k, uint32(n))
				}
			}
		}
	})
}

// write commits a segment, if there is one, with the manifest that knows of it.
func (w *Writer) write(m *manifest, number uint64, data *sealed) error {
	before := w.x.manifest
	w.x.Close()
	w.x = nil
	db, _, err := openFile(w.path, true, w.wait)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := putSegment(db, before, m, number, data); err != nil {
		return fmt.Errorf("%s: %w: %v", w.path, ErrBroken, err)
	}
	return nil
}

// Close gives up what was not committed, and the lock. An index that was made and
// holds nothing goes.
func (w *Writer) Close() error {
	if w.created && w.reopen() == nil && w.x.docs == 0 {
		os.Remove(w.path)
	}
	w.created = false
	if w.x != nil {
		w.x.Close()
		w.x = nil
	}
	return w.lock.release()
}
