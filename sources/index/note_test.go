package index

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// filed adds towns to an index and commits them with a note.
func filed(t *testing.T, path string, n Note, towns ...int) {
	t.Helper()
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.Mark(n)
	for _, i := range towns {
		if _, err := w.Add([]Entry{town(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
}

// noted returns the note of an index.
func noted(t *testing.T, path string) Note {
	t.Helper()
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	return x.Note()
}

// TestNote: a note is written with a batch, alone only if it names files, and a
// rebuilt index forgets the files.
func TestNote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	full := Note{"reading", "owner", "files"}
	filed(t, path, full, 1)
	if got := noted(t, path); got != full {
		t.Errorf("with a batch: %v", got)
	}
	filed(t, path, Note{"reading", "owner", ""})
	if got := noted(t, path); got != full {
		t.Errorf("without files and without a batch: %v", got)
	}
	filed(t, path, Note{"reading", "owner", ""}, 2)
	if got := noted(t, path); got.Files != "" {
		t.Errorf("without files, with a batch: %v", got)
	}
	filed(t, path, full)
	if got := noted(t, path); got != full {
		t.Errorf("with files, without a batch: %v", got)
	}
	if _, err := Rebuild(path, 0, "another", nil); err != nil {
		t.Fatal(err)
	}
	if got, want := noted(t, path), (Note{"reading", "owner", ""}); got != want {
		t.Errorf("rebuilt: %v", got)
	}
}

// TestMetaPage damages each of the two meta pages: the newest must not be passed over
// for the one before, whose documents were replaced since.
func TestMetaPage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	filed(t, path, Note{}, 1)
	filed(t, path, Note{}, 2)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size := int(binary.LittleEndian.Uint32(whole[24:]))
	for i := range 2 {
		data := append([]byte(nil), whole...)
		data[i*size+64] ^= 1 // the number of the transaction
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); !errors.Is(err, ErrDamaged) {
			t.Errorf("page %d: %v", i, err)
		}
		if _, err := OpenForWriting(path, 0); !errors.Is(err, ErrDamaged) {
			t.Errorf("page %d, writing: %v", i, err)
		}
		if sum, err := Rebuild(path, 0, "", nil); err != nil || len(sum.Lost) == 0 || sum.Documents == 0 {
			t.Errorf("page %d, rebuilt: %v %v", i, sum, err)
		}
	}
}

// TestOldList: a list of segments that another transaction wrote is not the newest.
func TestOldList(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	filed(t, path, Note{}, 1)
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	m := x.manifest.clone()
	x.Close()
	putRaw(t, path, m.encode())
	if _, err := Open(path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "not the newest") {
		t.Error(err)
	}
}

// TestSwappedSegment: a sound segment in another's place is told from it though both
// hold as much.
func TestSwappedSegment(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	filed(t, path, Note{}, 1)
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	info := x.manifest.segments[0]
	b := newBuilder()
	e := town(1)
	e.Document.Title = "another"
	b.add(&e)
	_, data := b.finish(info.number)
	s, err := openSegment(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.docs != info.docs || s.units != info.units {
		t.Fatal("the two are told apart by their size")
	}
	if err := x.read(func() { x.attach(s, &info) }); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
}

// TestLockName: files of other names stay, and one that is no lock of ours in the
// place of the lock is neither written nor removed.
func TestLockName(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "poetry")
	mine := map[string]string{"poetry.lock": "[[package]]\n", "poetry.rebuild": "mine", "poetry.files": "mine", "poetry.1.tmp": "mine"}
	for name, content := range mine {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	filed(t, path, Note{}, 1)
	if _, err := Rebuild(path, 0, "", nil); err != nil {
		t.Error(err)
	}
	mine["poetry"+lockSuffix] = "somebody's work"
	if err := os.WriteFile(path+lockSuffix, []byte("somebody's work"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenForWriting(path, 0); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), "no lock of factcheck") {
		t.Error(err)
	}
	if _, err := Rebuild(path, 0, "", nil); !errors.Is(err, ErrBroken) {
		t.Error(err)
	}
	for name, content := range mine {
		if got, err := os.ReadFile(filepath.Join(dir, name)); string(got) != content {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

// TestLeftovers: what a killed process left half made is swept by the next writer.
func TestLeftovers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	for _, s := range []string{newSuffix, rebuildSuffix, lockSuffix} {
		content := ""
		if s == lockSuffix {
			content = lockMark + "1\n"
		}
		if err := os.WriteFile(path+s, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	filed(t, path, Note{}, 1)
	left, _ := filepath.Glob(path + ".*")
	if len(left) > 0 {
		t.Error(left)
	}

	const mine = "somebody's work"
	for _, s := range []string{newSuffix, rebuildSuffix} {
		if err := os.WriteFile(path+s, []byte(mine), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenForWriting(path, 0); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), path+s) {
			t.Error(err)
		}
		if _, err := Rebuild(path, 0, "", nil); !errors.Is(err, ErrBroken) {
			t.Error(err)
		}
		if got, err := os.ReadFile(path + s); string(got) != mine {
			t.Errorf("%s: %q %v", s, got, err)
		}
		os.Remove(path + s)
	}
}

// TestNoFolder: a folder that takes no lock is no lock that another process holds.
func TestNoFolder(t *testing.T) {
	if _, err := acquire(filepath.Join(t.TempDir(), "none", "x.db"), 0); !errors.Is(err, ErrBroken) || errors.Is(err, ErrLocked) {
		t.Error(err)
	}
}
