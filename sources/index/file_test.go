//go:build unix

package index

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"factcheck/claims"
)

// putRaw replaces the manifest of an index by other bytes.
func putRaw(t *testing.T, path string, data []byte) {
	db, err := bolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Update(func(tx *bolt.Tx) error { return tx.Bucket(manifestBucket).Put(manifestKey, data) })
	if err != nil {
		t.Fatal(err)
	}
}

func TestVersions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	sample(t, path)
	for i, want := range []error{ErrNewer, ErrOlder} {
		v := [...]byte{versionPieces + 1, oldest - 1}[i]
		b := append([]byte(manifestMagic), v, 1, 0)
		b = appendUint32(b, int(checksum(b)))
		putRaw(t, path, b)
		if _, err := Open(path); !errors.Is(err, want) {
			t.Errorf("version %d: %v", v, err)
		}
		if _, err := OpenForWriting(path, 0); !errors.Is(err, want) {
			t.Errorf("version %d, writing: %v", v, err)
		}
	}
	// the last is the older version: its documents are still there
	sum, err := Rebuild(path, 0, "", nil)
	if err != nil || sum.Documents != 50 {
		t.Fatalf("%+v, %v", sum, err)
	}
	if _, err := Check(path, time.Second); err != nil {
		t.Error(err)
	}
}

// TestFirstVersion reads and adds to an index of the first version of the format,
// whose dictionary does not say how many units hold a term: twenty towns without
// tellers.
func TestFirstVersion(t *testing.T) {
	data, err := os.ReadFile("testdata/version1.segment")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.db")
	if err := createFile(path); err != nil {
		t.Fatal(err)
	}
	m := (&manifest{next: 2, segments: []segmentInfo{{number: 1, docs: 20, units: 60, statements: 40, size: len(data), text: 1680}}}).encode()
	m[len(manifestMagic)] = 1
	putRaw(t, path, appendUint32(m[:len(m)-4], int(checksum(m[:len(m)-4]))))
	db, err := bolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucket(segmentBucket(1))
		if err != nil {
			return err
		}
		return b.Put(segmentKey, data)
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	same := Memory()
	var towns []Entry
	for i := range 20 {
		towns = append(towns, town(i))
	}
	if err := same.Add(towns); err != nil {
		t.Fatal(err)
	}
	asSame := func(x *Index) {
		t.Helper()
		for _, q := range []string{"Village7 was taken by rebels", "nobody was hurt in village19"} {
			want, _ := same.Search(Query{Text: q}, 10)
			if hits, err := x.Search(Query{Text: q}, 10); err != nil || !reflect.DeepEqual(hits, want) {
				t.Errorf("%s: %v, not %v; %v", q, hits, want, err)
			}
		}
		if problems, err := Check(path, time.Second); problems != nil || err != nil {
			t.Error(problems, err)
		}
	}
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	asSame(x)
	e, err := x.Entry(7)
	want := town(7)
	if err != nil || e.Document.Text != want.Document.Text || len(e.Statements) != 2 || e.Statements[1].Text != want.Statements[1].Text {
		t.Errorf("%+v, %v", e, err)
	}
	x.Close()
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add([]Entry{town(20)}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Commit(), w.Close(), same.Add([]Entry{town(20)})); err != nil {
		t.Fatal(err)
	}
	if x, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	asSame(x)
}

// TestNoWords adds a document without a word, whose publisher is a term that no
// unit holds.
func TestNoWords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	blank := Entry{Document: &claims.Document{ID: "blank", Publisher: "Nowhere Times", Text: "***"}}
	if _, err := w.Add([]Entry{town(1), blank}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Commit(), w.Close()); err != nil {
		t.Fatal(err)
	}
	if problems, err := Check(path, time.Second); problems != nil || err != nil {
		t.Error(problems, err)
	}
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if hits, err := x.Search(Query{Text: "rebels", Source: "Nowhere Times"}, 5); len(hits) == 0 || err != nil {
		t.Error(hits, err)
	}
}

func TestForeign(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"empty": "", "text": "some text", "long": strings.Repeat("some text\n", 10000)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		for what, f := range map[string]func() error{
			"open":    func() error { _, err := Open(path); return err },
			"write":   func() error { _, err := OpenForWriting(path, 0); return err },
			"check":   func() error { _, err := Check(path, time.Second); return err },
			"rebuild": func() error { _, err := Rebuild(path, 0, "", nil); return err },
		} {
			if err := f(); !errors.Is(err, ErrForeign) {
				t.Errorf("%s %s: %v", what, name, err)
			}
		}
		if got, _ := os.ReadFile(path); string(got) != data {
			t.Errorf("%s was changed", name)
		}
	}
	if _, err := Open(dir); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder: %v", err)
	}
	other := filepath.Join(dir, "other.db")
	db, err := bolt.Open(other, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	if _, err := Open(other); !errors.Is(err, ErrForeign) {
		t.Errorf("another database: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	sample(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if _, err := answers(path); err != nil {
		t.Error(err)
	}
	if problems, err := Check(path, time.Second); len(problems) > 0 || err != nil {
		t.Error(problems, err)
	}
	if os.Geteuid() == 0 {
		return // root may write everywhere
	}
	if _, err := OpenForWriting(path, 0); !errors.Is(err, ErrBroken) {
		t.Error(err)
	}
}

// TestReadersWhileWriting lets readers ask all the time while batches are
// committed: each sees a state between two batches.
func TestReadersWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	w, err := OpenForWriting(path, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Add(1)
		go func() {
			defer readers.Done()
			for {
				select {
				case <-done:
					return
				default:
				}
				x, err := Open(path)
				if err != nil {
					t.Error(err)
					return
				}
				if n := x.Stats().Documents; n%3 != 0 {
					t.Errorf("%d documents", n)
				}
				if _, err := x.Search(Query{Text: "the rebels took village1"}, 5); err != nil {
					t.Error(err)
				}
				x.Close()
				time.Sleep(time.Millisecond)
			}
		}()
	}
	for i := range 30 {
		if _, err := w.Add([]Entry{town(i)}); err != nil {
			t.Fatal(err)
		}
		if i%3 == 2 {
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	}
	close(done)
	readers.Wait()
}

// TestFull adds documents in a process whose files may not grow beyond a limit:
// the error is named, and the index is as it was.
func TestFull(t *testing.T) {
	if path := os.Getenv("FACTCHECK_INDEX_FULL"); path != "" {
		if err := fill(path); err != nil {
			fmt.Println(errors.Is(err, ErrBroken), err)
		}
		return
	}
	path := filepath.Join(t.TempDir(), "x.db")
	before := sample(t, path)
	cmd := exec.Command(os.Args[0], "-test.run", "^TestFull$")
	cmd.Env = append(os.Environ(), "FACTCHECK_INDEX_FULL="+path)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "true ") {
		t.Fatalf("%s, %v", out, err)
	}
	want := filepath.Join(t.TempDir(), "y.db")
	if err := os.WriteFile(want, before, 0o644); err != nil {
		t.Fatal(err)
	}
	a, errA := answers(path)
	b, errB := answers(want)
	if a != b || errA != nil || errB != nil {
		t.Error("the index is not as it was", errA, errB)
	}
	if problems, err := Check(path, time.Second); len(problems) > 0 || err != nil {
		t.Error(problems, err)
	}
	if _, err := os.Stat(path + lockSuffix); err == nil {
		t.Error("the lock is still there")
	}
}

// fill adds documents until that fails.
func fill(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	limit := syscall.Rlimit{Cur: uint64(info.Size()), Max: uint64(info.Size())}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	w, err := OpenForWriting(path, 0)
	if err != nil {
		return err
	}
	defer w.Close()
	for i := 100; ; i++ {
		if _, err := w.Add(corpus(uint64(i), 100)); err != nil {
			return err
		}
		if err := w.Commit(); err != nil {
			return err
		}
	}
}

// TestCutWhileOpen takes pages away under an open index.
func TestCutWhileOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	all := corpus(3, 2000)
	if _, err := w.Add(all); err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := os.Truncate(path, 64<<10); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for i := range 50 {
		if _, err := x.Search(Query{Text: all[i].Document.Text}, 5); errors.Is(err, ErrDamaged) {
			failed++
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if failed == 0 {
		t.Error("nothing was noticed")
	}
}

// FuzzSegment changes bytes of a segment and puts the checksums right again, so
// that the decoders must cope with what no checksum keeps from them.
func FuzzSegment(f *testing.F) {
	k := newBuilder()
	for i := range 40 {
		e := town(i)
		k.add(&e)
	}
	for _, e := range corpus(7, 60) {
		k.add(&e)
	}
	_, data := k.finish(1)
	c, err := unseal(data, len(data))
	if err != nil {
		f.Fatal(err)
	}
	var parts [][]byte
	for i := range partCount {
		parts = append(parts, c.part(i).b)
	}
	f.Add(uint8(3), uint32(5), []byte{255, 255})
	f.Add(uint8(partLists), uint32(40), []byte{0, 1, 2, 3})
	f.Add(uint8(partTerms), uint32(0), []byte{9})
	f.Fuzz(func(t *testing.T, part uint8, at uint32, change []byte) {
		mine := append([][]byte(nil), parts...)
		p := bytes.Clone(mine[int(part)%partCount])
		if len(p) > 0 {
			copy(p[int(at)%len(p):], change)
			mine[int(part)%partCount] = p
		}
		s, err := openSegment(seal(mine), nil)
		if err != nil {
			return
		}
		x := &Index{path: "fuzz", manifest: &manifest{}}
		guard("", func() error { x.attach(s, &segmentInfo{docs: s.docs, units: s.units}); return nil })
		for _, q := range []Query{{Text: "The rebels took village7, w1 w2 w30 on Wednesday", Source: "Paper 1", Speaker: "Jane Doe"}, {Text: "w1"}} {
			x.Search(q, 10)
			x.SearchDocuments(q, 10)
			x.Passages(q.Text, "", 10)
		}
		for i := range s.docs {
			x.Entry(uint32(i))
		}
		x.Find("doc3")
		x.Documents(func(Info) bool { return true })
		guard("", func() error { return s.check(&segmentInfo{docs: -1}) })
	})
}

func FuzzManifest(f *testing.F) {
	m := &manifest{next: 4, segments: []segmentInfo{{number: 3, docs: 10, units: 30, statements: 20, size: 1000, text: 500, dead: []uint32{1, 5}}}}
	f.Add(m.encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		data = appendUint32(bytes.Clone(data), int(checksum(data)))
		m, err := decodeManifest(data)
		if err != nil {
			return
		}
		if again, err := decodeManifest(m.encode()); err != nil || len(again.segments) != len(m.segments) {
			t.Fatal(err)
		}
	})
}

func FuzzImport(f *testing.F) {
	f.Add([]byte(`{"factcheck":"index/1","id":"a","sha256":"","text":"b","blocks":[[0,1,0]],"statements":[{"Spans":[[0,1]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := Import(data, "")
		if e == nil || err != nil {
			return
		}
		x := Memory()
		if err := x.Add([]Entry{*e}); err != nil {
			return
		}
		if _, err := x.Entry(0); err != nil {
			t.Fatal(err)
		}
	})
}
