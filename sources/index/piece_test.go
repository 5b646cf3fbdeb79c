package index

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// inPieces makes segments of several pieces for a test.
func inPieces(t *testing.T) {
	old := pieceSize
	t.Cleanup(func() { pieceSize = old })
	pieceSize = 3000
}

// listOf returns the list of segments of a database.
func listOf(t *testing.T, db *bolt.DB) (m *manifest) {
	t.Helper()
	err := db.View(func(tx *bolt.Tx) (err error) {
		m, err = readManifest(tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// many returns how many segments of the file at path have several pieces, and how many pieces belong to none.
func many(t *testing.T, path string) (pieced, stray int) {
	t.Helper()
	db, _, err := openFile(path, false, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	m := listOf(t, db)
	db.View(func(tx *bolt.Tx) error {
		there := map[uint64]bool{}
		for _, s := range m.segments {
			there[s.number] = true
			if tx.Bucket(pieceBucket(s.number, 1)) != nil {
				pieced++
			}
		}
		return tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
			if n, _, ok := segmentOf(name); ok && !there[n] {
				stray++
			}
			return nil
		})
	})
	return pieced, stray
}

// fillTowns adds so many towns, some a batch, and replaces some.
func fillTowns(t *testing.T, path string, towns, batch int) {
	t.Helper()
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for i := range towns {
		e := town(i * 7 % towns * 9 / 10)
		e.Document.Title = fmt.Sprint("Report ", i)
		if _, err := w.Add([]Entry{e}); err != nil {
			t.Fatal(err)
		}
		if i%batch == batch-1 {
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
}

// TestPieces: an index whose segments have several pieces answers as one whose segments have one, after
// merges, and when it is made anew. What a writer that was killed left of a segment goes.
func TestPieces(t *testing.T) {
	dir := t.TempDir()
	whole, path := filepath.Join(dir, "whole"), filepath.Join(dir, "x")
	fillTowns(t, whole, 400, 30)
	want, err := answers(whole)
	if err != nil {
		t.Fatal(err)
	}
	inPieces(t)
	fillTowns(t, path, 400, 30)
	same := func(when string) {
		t.Helper()
		if got, err := answers(path); err != nil || got != want {
			t.Errorf("%s: other answers, %v", when, err)
		}
		if problems, err := Check(path, time.Second); problems != nil || err != nil {
			t.Errorf("%s: %v, %v", when, problems, err)
		}
		if pieced, stray := many(t, path); pieced == 0 || stray > 0 {
			t.Errorf("%s: %d segments of several pieces, %d stray pieces", when, pieced, stray)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, ".factcheck*")); len(left) > 0 {
			t.Errorf("%s: %s is left over", when, left)
		}
	}
	same("as it was filled")

	db, _, err := openFile(path, true, 0)
	if err != nil {
		t.Fatal(err)
	}
	m := listOf(t, db)
	err = update(db, m, func(tx *bolt.Tx) error {
		for piece := 1; piece < 9; piece++ { // as if it were killed before the first
			b, err := tx.CreateBucket(pieceBucket(m.next, piece))
			if err != nil {
				return err
			}
			b.Put(segmentKey, []byte("half a segment"))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	if got, err := answers(path); err != nil || got != want {
		t.Errorf("killed between two pieces: other answers, %v", err)
	}
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	w.Add([]Entry{town(999)})
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	w.Remove(town(999).Document.ID)
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if _, stray := many(t, path); stray > 0 {
		t.Errorf("%d pieces are left of a segment that was never finished", stray)
	}
	for _, p := range []string{path, whole} {
		if sum, err := Rebuild(p, 0, "", nil); err != nil || len(sum.Lost) > 0 {
			t.Error(sum, err)
		}
	}
	if want, err = answers(whole); err != nil {
		t.Fatal(err)
	}
	same("made anew")
}

// TestPieceLost: an index that lacks a piece of a segment, or has a damaged one, says so.
func TestPieceLost(t *testing.T) {
	inPieces(t)
	for name, harm := range map[string]func(tx *bolt.Tx, b *bolt.Bucket, number uint64) error{
		"lost":  func(tx *bolt.Tx, _ *bolt.Bucket, n uint64) error { return tx.DeleteBucket(pieceBucket(n, 1)) },
		"short": func(_ *bolt.Tx, b *bolt.Bucket, _ uint64) error { return b.Put(segmentKey, b.Get(segmentKey)[1:]) },
		"other": func(_ *bolt.Tx, b *bolt.Bucket, _ uint64) error {
			data := append([]byte{}, b.Get(segmentKey)...)
			data[len(data)/2] ^= 1
			return b.Put(segmentKey, data)
		},
	} {
		path := filepath.Join(t.TempDir(), "x")
		fillTowns(t, path, 60, 60)
		db, _, err := openFile(path, true, 0)
		if err != nil {
			t.Fatal(err)
		}
		m := listOf(t, db)
		err = update(db, m, func(tx *bolt.Tx) error {
			n := m.segments[0].number
			return harm(tx, tx.Bucket(pieceBucket(n, 1)), n)
		})
		if err != nil {
			t.Fatal(err)
		}
		db.Close()
		if _, err := answers(path); err == nil || !named(err) {
			t.Errorf("%s: %v", name, err)
		}
		if problems, err := Check(path, time.Second); len(problems) == 0 && err == nil {
			t.Errorf("%s: Check is content", name)
		}
		os.Remove(path)
	}
}
