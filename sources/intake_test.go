package sources

import (
	"bytes"
	"context"
	"factcheck/claims"
	"factcheck/claims/text"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"factcheck/sources/index"
)

// TestExportComesBack guards that an export, added to an empty index, makes the
// same index again.
func TestExportComesBack(t *testing.T) {
	dir := t.TempDir()
	report := filepath.Join(dir, "report.md")
	if err := os.WriteFile(report, []byte("---\npublisher: Bana Post\ndate: 2025-04-02\n---\n“The dam holds,” Ruth Okello told Reuters.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	first, digest := filled(t, filepath.Join(dir, "a.index"), report)
	var b bytes.Buffer
	if err := first.Export(&b); err != nil {
		t.Fatal(err)
	}
	first.Close()
	export := filepath.Join(dir, "export.jsonl")
	if err := os.WriteFile(export, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	second, again := filled(t, filepath.Join(dir, "b.index"), export)
	defer second.Close()
	if digest != again {
		t.Errorf("digests differ: %s, %s", digest, again)
	}
	if err := os.WriteFile(export, append(b.Bytes(), "{\"id\":1}\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := index.OpenForWriting(filepath.Join(dir, "c.index"), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := (&Intake{Writer: w}).Files(context.Background(), []string{export}); err == nil {
		t.Error("a foreign line in an export is not reported")
	}
}

// filled returns an index of one file, and its digest.
func filled(t *testing.T, path, file string) (*index.Index, string) {
	t.Helper()
	w, err := index.OpenForWriting(path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	added, err := (&Intake{Writer: w}).Files(context.Background(), []string{file})
	if err != nil || added.New != 1 {
		t.Fatalf("%+v, %v", added, err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	digest, err := x.Digest()
	if err != nil {
		t.Fatal(err)
	}
	return x, digest
}

// TestLargeExport adds an export of more than one part: every document comes
// back, a line longer than a part among them, and its bytes are counted.
func TestLargeExport(t *testing.T) {
	dir := t.TempDir()
	x := index.Memory()
	x.Mark(index.Note{Reading: Reading})
	for i := range 40 {
		d := &claims.Document{ID: fmt.Sprint(i), Lang: "en", Text: strings.Repeat(fmt.Sprintf("Berth %d is free. ", i), 15_000)}
		if i == 20 {
			d.Text = strings.Repeat("The harbour is closed. ", partSize/20)
		}
		at := text.Span{Start: 0, End: 10}
		if err := x.Add([]index.Entry{{Document: d, Statements: []claims.Statement{{Spans: []text.Span{at}, Sentence: at}}}}); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := x.Export(&b); err != nil {
		t.Fatal(err)
	}
	export := filepath.Join(dir, "export.jsonl")
	if err := os.WriteFile(export, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := index.OpenForWriting(filepath.Join(dir, "a.index"), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	done := 0
	in := &Intake{Writer: w, Done: func(n int) { done += n }}
	if added, err := in.Files(context.Background(), []string{export}); err != nil || added.New != 40 {
		t.Fatalf("%+v, %v", added, err)
	}
	if done != b.Len() {
		t.Errorf("%d bytes of %d were counted", done, b.Len())
	}
	y, err := index.Open(filepath.Join(dir, "a.index"))
	if err != nil {
		t.Fatal(err)
	}
	defer y.Close()
	want, _ := x.Digest()
	if got, _ := y.Digest(); got != want {
		t.Error("the index is another")
	}
}

// TestOneID adds two texts of one id, again and again: the later one stands, with its statements,
// though it stood there when the first was read. Twin: two ids.
func TestOneID(t *testing.T) {
	long := fmt.Sprintf("{\"id\":\"long\",\"lang\":\"de\",\"text\":%q}\n", strings.Repeat("Der Damm hält. ", intakeText/14)) // another batch begins behind it
	for _, ids := range [][3]string{{"a", "a"}, {"a", "b"}, {"a", "a", long}, {"a", "b", long}} {
		dir := t.TempDir()
		wire := filepath.Join(dir, "wire.jsonl")
		text := fmt.Sprintf("{\"id\":%q,\"text\":\"“The dam leaks,” said Ruth Okello.\"}\n%s{\"id\":%q,\"text\":\"“The dam holds,” said Ruth Okello.\"}\n", ids[0], ids[2], ids[1])
		if err := os.WriteFile(wire, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			w, err := index.OpenForWriting(filepath.Join(dir, "index"), time.Second)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := (&Intake{Writer: w}).Files(context.Background(), []string{wire}); err != nil {
				t.Fatal(err)
			}
			w.Close()
			x, err := index.Open(filepath.Join(dir, "index"))
			if err != nil {
				t.Fatal(err)
			}
			n, _, err := x.Find(ids[1])
			if err != nil {
				t.Fatal(err)
			}
			if e, err := x.Entries(n); err != nil || len(e[0].Statements) != 1 || e[0].Statements[0].Text != "The dam holds," {
				t.Errorf("%v: %+v, %v", ids[:2], e[0].Statements, err)
			}
			x.Close()
		}
	}
}
