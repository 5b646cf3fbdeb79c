package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// The file is a bbolt database: a bucket "manifest" with the one key "m", and a
// bucket for each piece of a segment, with the one key "s".
var (
	manifestBucket = []byte("manifest")
	manifestKey    = []byte("m")
)

// openFile opens the database. It is the only place that does, and turns
// whatever goes wrong into a named error. The list of free pages is not kept in
// the file but found anew by each writer: there are few pages with headers, and a
// list without checksum is one thing more that could be wrong. The file is the one
// that the database reads, and is closed by it.
func openFile(path string, write bool, wait time.Duration) (db *bolt.DB, file *os.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %w: %v", path, ErrDamaged, p)
		}
	}()
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("%s: %w", path, ErrMissing)
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, nil, fmt.Errorf("%s: %w: it is no regular file", path, ErrForeign)
	case info.Size() == 0:
		return nil, nil, fmt.Errorf("%s: %w: it is empty", path, ErrForeign)
	}
	open := func(name string, flag int, mode os.FileMode) (*os.File, error) {
		file, err = os.OpenFile(name, flag, mode)
		return file, err
	}
	db, err = bolt.Open(path, 0o644, &bolt.Options{ReadOnly: !write, Timeout: max(wait, 1), NoFreelistSync: true, FreelistType: bolt.FreelistMapType, NoStatistics: true, OpenFile: open})
	switch {
	case err == nil:
		db.AllocSize = 1 << 20
		return db, file, nil
	case errors.Is(err, berrors.ErrTimeout):
		return nil, nil, fmt.Errorf("%s: %w: %s", path, ErrLocked, heldBy(write))
	case errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrNotExist):
		return nil, nil, err
	case hasMagic(path):
		return nil, nil, fmt.Errorf("%s: %w: %v", path, ErrDamaged, err)
	}
	return nil, nil, fmt.Errorf("%s: %w", path, ErrForeign)
}

// heldBy says who keeps us from opening the database: readers shut out only a writer.
func heldBy(write bool) string {
	if write {
		return "another process reads it"
	}
	return "another process writes it"
}

// hasMagic reports whether one of bbolt's two meta pages begins as one.
func hasMagic(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var b [4]byte
	for _, at := range [...]int64{16, 4096 + 16, 16384 + 16} {
		if n, _ := f.ReadAt(b[:], at); n == 4 && binary.LittleEndian.Uint32(b[:]) == 0xED0CDAED {
			return true
		}
	}
	return false
}

// readManifest reads the manifest in a transaction.
func readManifest(tx *bolt.Tx) (*manifest, error) {
	b := tx.Bucket(manifestBucket)
	if b == nil {
		return nil, ErrForeign
	}
	m, err := decodeManifest(b.Get(manifestKey))
	if err == nil && m.written != 0 && m.written != uint64(tx.ID()) {
		return nil, fmt.Errorf("%w: its list of segments is not the newest", ErrDamaged)
	}
	return m, err
}

// createFile makes an index without documents: beside its place, then renamed,
// so that a file that exists is whole. The caller holds the lock.
func createFile(path string) error {
	tmp := path + newSuffix
	defer os.Remove(tmp)
	db, err := bolt.Open(tmp, 0o644, &bolt.Options{Timeout: time.Second, NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return fmt.Errorf("%w: %v", ErrBroken, err)
	}
	err = update(db, &manifest{next: 1}, func(*bolt.Tx) error { return nil })
	if e := db.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		return fmt.Errorf("%w: %v", ErrBroken, err)
	}
	return nil
}

// update runs f and writes the manifest, in one transaction; and the manifest again in
// another, so that both meta pages tell of what is there: one that is lost, or that comes
// back from yesterday, is told by the gap between their numbers, or is no loss.
func update(db *bolt.DB, m *manifest, f func(*bolt.Tx) error) error {
	err := db.Update(func(tx *bolt.Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		return putManifest(tx, m)
	})
	if err == nil {
		db.Update(func(tx *bolt.Tx) error { return putManifest(tx, m) }) //nolint:errcheck // the batch is there
	}
	return err
}

func putManifest(tx *bolt.Tx, m *manifest) error {
	b, err := tx.CreateBucketIfNotExists(manifestBucket)
	if err != nil {
		return err
	}
	m.written = uint64(tx.ID())
	return b.Put(manifestKey, m.encode())
}
