package sources

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"factcheck/claims"
	"factcheck/sources/index"
)

// TestKnown: a text that an index holds under another name is not read for its statements
// again. What the index has of it is changed here, to be told from what it would be read as.
func TestKnown(t *testing.T) {
	dir := t.TempDir()
	report := filepath.Join(dir, "report.md")
	write := func(path, src string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(report, "“The dam holds,” Ruth Okello told Reuters.\n")
	first, _ := filled(t, filepath.Join(dir, "first.index"), report)
	e, err := first.Entry(0)
	first.Close()
	if err != nil || len(e.Statements) == 0 {
		t.Fatalf("%v, %v", e, err)
	}
	read := e.Statements[0].Attribution.Speaker.Name
	for name, c := range map[string]struct {
		change func(d *claims.Document)
		note   string
		known  bool
	}{
		"elsewhere":                 {func(d *claims.Document) { d.ID, d.Path = "b", "b" }, Reading + " en", true},
		"of another day":            {func(d *claims.Document) { d.Date++ }, Reading, false},
		"of another publisher":      {func(d *claims.Document) { d.Publisher = "Bana Post" }, Reading, false},
		"read as another type":      {func(d *claims.Document) { d.Text += " " }, Reading, false},
		"with other blocks":         {func(d *claims.Document) { d.Blocks = nil }, Reading, false},
		"of other bytes":            {func(d *claims.Document) { d.SHA256[0]++ }, Reading, false},
		"read by another factcheck": {func(*claims.Document) {}, "0123456789abcdef", false},
		"read by a program of old":  {func(*claims.Document) {}, "", false},
	} {
		d := *e.Document
		c.change(&d)
		statements := []claims.Statement{e.Statements[0]}
		statements[0].Attribution.Speaker.Name = "Known"
		path := filepath.Join(t.TempDir(), "known.index")
		x, err := index.OpenForWriting(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		x.Mark(index.Note{Reading: c.note})
		_, err = x.Add([]index.Entry{{Document: &d, Statements: statements}})
		if err := errors.Join(err, x.Commit(), x.Close()); err != nil {
			t.Fatal(err)
		}
		want := read
		if c.known {
			want = "Known"
		}
		if got := speakerOf(t, filepath.Join(t.TempDir(), "x.index"), &Intake{Known: []string{path}}, report); got != want {
			t.Errorf("%s: the speaker is %q, want %q", name, got, want)
		}
	}
}

// TestMoved: a file that was moved in its archive is known by the index of that archive.
func TestMoved(t *testing.T) {
	dir := t.TempDir()
	report, moved, path := filepath.Join(dir, "report.md"), filepath.Join(dir, "moved.md"), filepath.Join(dir, "x.index")
	if err := os.WriteFile(report, []byte("“The dam holds,” Ruth Okello told Reuters.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	x, _ := filled(t, path, report)
	e, err := x.Entry(0)
	x.Close()
	if err != nil {
		t.Fatal(err)
	}
	e.Statements[0].Attribution.Speaker.Name = "Known"
	w, err := index.OpenForWriting(path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Remove(e.Document.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add([]index.Entry{e}); err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(report, moved); err != nil {
		t.Fatal(err)
	}
	if got := speakerOf(t, path, &Intake{}, moved); got != "Known" {
		t.Errorf("a moved file was read again: the speaker is %q", got)
	}
}

// speakerOf reads a file into an index and returns the speaker of its first statement.
func speakerOf(t *testing.T, path string, in *Intake, file string) string {
	t.Helper()
	w, err := index.OpenForWriting(path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	in.Writer = w
	if _, err := in.Files(context.Background(), []string{file}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	n, ok, err := x.Find(filepath.ToSlash(file))
	if err != nil || !ok {
		t.Fatalf("%s is not in the index: %v", file, err)
	}
	e, err := x.Entry(n)
	if err != nil {
		t.Fatal(err)
	}
	return e.Statements[0].Attribution.Speaker.Name
}

// TestKnownIsFree: an index that was asked for its texts can be written while another is filled.
// Two who ask each other would wait for each other.
func TestKnownIsFree(t *testing.T) {
	dir := t.TempDir()
	first, second, other := filepath.Join(dir, "first.md"), filepath.Join(dir, "second.md"), filepath.Join(dir, "other.index")
	for path, src := range map[string]string{first: "“The dam holds,” Ruth Okello told Reuters.\n", second: "“The mill burns,” Paul Denby told Reuters.\n"} {
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	x, _ := filled(t, other, first)
	x.Close()
	var err error
	in := &Intake{Known: []string{other}, Done: func(int) {
		w, failed := index.OpenForWriting(other, 0)
		if failed == nil {
			_, failed = w.Remove(filepath.ToSlash(first))
			failed = errors.Join(failed, w.Commit(), w.Close())
		}
		err = errors.Join(err, failed)
	}}
	speakerOf(t, filepath.Join(dir, "own.index"), in, second)
	if err != nil {
		t.Error(err)
	}
}
