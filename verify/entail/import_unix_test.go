//go:build unix

package entail

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPipes: a model folder whose parts are pipes or devices is refused by name; none is waited for.
func TestPipes(t *testing.T) {
	for _, name := range []string{"config.json", "tokenizer.json", "model.safetensors"} {
		for _, how := range []string{"pipe", "device"} {
			dir := t.TempDir()
			for _, other := range []string{"config.json", "tokenizer.json", "model.safetensors"} {
				if err := os.WriteFile(filepath.Join(dir, other), []byte("\x02\x00\x00\x00\x00\x00\x00\x00{}"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(dir, name)
			err := os.Remove(path)
			if err == nil && how == "pipe" {
				err = syscall.Mkfifo(path, 0o644)
			} else if err == nil {
				err = os.Symlink(os.DevNull, path)
			}
			if err != nil {
				t.Fatal(err)
			}
			if name == "tokenizer.json" {
				_, err = readTokenizer(path)
			} else {
				_, err = Import(dir, filepath.Join(dir, "out"), ImportOptions{})
			}
			if err == nil || !strings.Contains(err.Error(), name+": no regular file") {
				t.Errorf("%s as a %s: %v", name, how, err)
			}
		}
	}
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "README.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := licence(filepath.Join(dir, "README.md"), ""); got != "" {
		t.Errorf("a licence in a pipe: %q", got)
	}
}
