package reader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree writes files ("path: content") into a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// walked returns the files that Walk finds, relative to root.
func walked(t *testing.T, root string, exclude ...string) string {
	t.Helper()
	files, _, err := Walk(root, exclude)
	if err != nil {
		t.Error(err)
	}
	for i, f := range files {
		rel, _ := filepath.Rel(root, f)
		files[i] = filepath.ToSlash(rel)
	}
	return strings.Join(files, " ")
}

func TestWalk(t *testing.T) {
	dir := tree(t, map[string]string{
		".git/x.md": "", ".gitignore": "*.txt\n!keep.txt\n/out/\n# comment\n\nlogs/**\n", ".hidden.md": "", "a.md": "", "b.TXT": "", "b.txt": "", "keep.txt": "",
		"out/c.md": "", "sub/out/d.md": "", "sub/.gitignore": "e.md\n", "sub/e.md": "", "sub/f.html": "", "g.png": "", "logs/h.md": "", "z/y/x.jsonl": "", "z-a.md": "",
		"noext": "",
	})
	if got, want := walked(t, dir), "a.md b.TXT keep.txt sub/f.html sub/out/d.md z-a.md z/y/x.jsonl"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := walked(t, filepath.Join(dir, "sub")), "f.html out/d.md"; got != want {
		t.Errorf("below: got %q, want %q", got, want)
	}
	if got, want := walked(t, dir, "sub/**", "*.jsonl", "/a.md"), "b.TXT keep.txt z-a.md"; got != want {
		t.Errorf("excluded: got %q, want %q", got, want)
	}
	if _, skipped, _ := Walk(dir, nil); len(skipped) != 2 || filepath.Base(skipped[0]) != "g.png" || filepath.Base(skipped[1]) != "noext" {
		t.Errorf("skipped: %q", skipped)
	}
	file := filepath.Join(dir, "noext")
	if files, _, err := Walk(file, nil); err != nil || len(files) != 1 || files[0] != file {
		t.Errorf("a file: %v %v", files, err)
	}
	if _, _, err := Walk(filepath.Join(dir, "nothing"), nil); err == nil {
		t.Error("a folder that is not there: no error")
	}
}

func TestWalkUnreadable(t *testing.T) {
	dir := tree(t, map[string]string{"a.md": "", "locked/b.md": ""})
	if err := os.Chmod(filepath.Join(dir, "locked"), 0); err != nil {
		t.Skip(err)
	}
	defer os.Chmod(filepath.Join(dir, "locked"), 0o777)
	if _, err := os.ReadDir(filepath.Join(dir, "locked")); err == nil {
		t.Skip("this user reads everything")
	}
	files, _, err := Walk(dir, nil)
	if len(files) != 1 || err == nil {
		t.Errorf("%v %v", files, err)
	}
}

func TestIgnorePatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		folder, want  bool
	}{
		{"a", "a", false, true},
		{"a", "x/a", false, true},
		{"/a", "x/a", false, false},
		{"a/", "a", false, false},
		{"a/", "a", true, true},
		{"a/b", "a/b", false, true},
		{"a/b", "x/a/b", false, false},
		{"**/b", "x/y/b", false, true},
		{"a/**/b", "a/b", false, true},
		{"a/**/b", "a/x/y/b", false, true},
		{"a/**", "a", true, false},
		{"a/**", "a/x/y", false, true},
		{"*.md", "x/y.md", false, true},
		{"a?[bc]", "axc", false, true},
		{"[", "[", false, false},
		{`\#a`, "#a", false, true},
		{"!a", "a", false, false},
		{"a ", "a", false, true},
		{"[!a]", "b", false, true},
		{"[!a]", "a", false, false},
		{"x[^b]c", "x/c", false, false},
		{"{a,b}", "a", false, false},
		{"{a,b}", "{a,b}", false, true},
		{"**", "x", false, true},
		{"/", "x", false, false},
	} {
		if got := ignored(parseIgnore("/base", c.pattern), "/base/"+c.name, c.folder); got != c.want {
			t.Errorf("%q on %q: %v", c.pattern, c.name, got)
		}
	}
}

func FuzzIgnore(f *testing.F) {
	f.Add("a/**/b\n!*.md\n", "x/a/b")
	f.Fuzz(func(t *testing.T, lines, name string) {
		ignored(parseIgnore("/", lines), "/"+name, false)
	})
}
