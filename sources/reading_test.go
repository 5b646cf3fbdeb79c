package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/scanner"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestReading holds Reading to the code that reads: an index must know when other code
// found its statements. UPDATE_READING=1 writes it anew.
func TestReading(t *testing.T) {
	now, err := readingOf(os.DirFS(".."), "claims", "sources/reader")
	if err != nil {
		t.Fatal(err)
	}
	if now == Reading {
		return
	}
	if os.Getenv("UPDATE_READING") == "" {
		t.Fatalf("what reads texts has changed, and Reading not: UPDATE_READING=1 go test -run Reading ./sources")
	}
	data, err := os.ReadFile("reading.go")
	if err == nil {
		err = os.WriteFile("reading.go", []byte(strings.Replace(string(data), `"`+Reading+`"`, `"`+now+`"`, 1)), 0o644)
	}
	if err != nil {
		t.Error(err)
	}
}

// readingOf sums up the code and the data of folders: the words of the Go files without
// their comments and tests, and what is embedded.
func readingOf(root fs.FS, dirs ...string) (string, error) {
	var files []string
	for _, dir := range dirs {
		err := fs.WalkDir(root, dir, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir() && e.Name() == "testdata":
				return fs.SkipDir
			case e.Type().IsRegular() && !strings.HasSuffix(path, "_test.go") && !strings.HasPrefix(e.Name(), "NOTICE"):
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return "", err
		}
	}
	slices.Sort(files)
	h := sha256.New()
	for _, path := range files {
		data, err := fs.ReadFile(root, path)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s\x00", path)
		if filepath.Ext(path) == ".go" {
			words(h, data)
		} else {
			h.Write(data)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// words writes the tokens of a Go file, one a line, comments left out.
func words(w io.Writer, data []byte) {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(data))
	s.Init(file, data, nil, 0)
	for {
		_, tok, lit := s.Scan()
		if tok == token.EOF {
			return
		}
		fmt.Fprintf(w, "%s %s\n", tok, lit)
	}
}

// TestReadingOf: code and data count, comments, layout and tests do not.
func TestReadingOf(t *testing.T) {
	dir := t.TempDir()
	sum := func(name, content string) string {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := readingOf(os.DirFS(dir), ".")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := sum("a.go", "package a\n\nvar words = \"a b\"\n")
	if sum("a.go", "// A comment.\npackage a\nvar  words = \"a b\" // another\n") != first {
		t.Error("a comment counts")
	}
	if sum("a_test.go", "package a\n") != first || sum("NOTICE", "a licence") != first {
		t.Error("a test or a notice counts")
	}
	second := sum("a.go", "package a\n\nvar words = \"a  b\"\n")
	if second == first {
		t.Error("a word does not count")
	}
	if sum("a.tsv", "word\n") == second {
		t.Error("data does not count")
	}
}
