package session

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Whatever becomes of a folder, its changes are told: it may be emptied, moved away, made anew
// and be one that was not there when the watch began.
func TestWatch(t *testing.T) {
	home := t.TempDir()
	at := func(parts ...string) string { return filepath.Join(append([]string{home}, parts...)...) }
	write := func(parts ...string) error {
		err := os.MkdirAll(filepath.Dir(at(parts...)), 0o755)
		if err == nil {
			err = os.WriteFile(at(parts...), []byte(time.Now().String()), 0o644)
		}
		return err
	}
	if err := write("archive", "wire", "a.md"); err != nil {
		t.Fatal(err)
	}
	told := make(chan struct{}, 1000)
	w, err := NewWatch(func() { told <- struct{}{} })
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, c := range []struct {
		what string
		do   func() error
	}{
		{"a file under it changes", func() error { return write("archive", "wire", "a.md") }},
		{"it is moved away", func() error { return os.Rename(at("archive"), at("old")) }},
		{"it comes back", func() error { return os.Rename(at("old"), at("archive")) }},
		{"a file under it changes again", func() error { return write("archive", "wire", "a.md") }},
		{"it is removed", func() error { return os.RemoveAll(at("archive")) }},
		{"it is made anew", func() error { return write("archive", "wire", "a.md") }},
		{"a file of the new one changes", func() error { return write("archive", "wire", "a.md") }},
		{"a folder under it is moved within", func() error { return os.Rename(at("archive", "wire"), at("archive", "post")) }},
		{"a file in its new place changes", func() error { return write("archive", "post", "a.md") }},
		{"one that was never there appears", func() error { return write("desk", "2025", "settings.yaml") }},
		{"it changes", func() error { return write("desk", "2025", "settings.yaml") }},
	} {
		if err := w.Add(at("archive"), at("desk", "2025", "settings.yaml")); err != nil {
			t.Fatal(err)
		}
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		select {
		case <-told:
		case <-time.After(30 * time.Second):
			t.Fatalf("%s, and nobody is told", c.what)
		}
	}
	if err := write("other.md"); err != nil {
		t.Fatal(err)
	}
	select {
	case <-told:
		t.Error("a file that nobody named is told of")
	case <-time.After(3 * quiet):
	}
}
