package reader

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// endless is a stream that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("twelve bytes"), 0o644); err != nil {
		t.Fatal(err)
	}
	for most, want := range map[int64]error{0: nil, 12: nil, 13: nil, 11: ErrLarge} {
		if data, err := Load(path, most); !errors.Is(err, want) || err == nil && string(data) != "twelve bytes" {
			t.Errorf("%d: %q %v", most, data, err)
		}
	}
	if _, err := Load(dir, 0); err == nil || !strings.Contains(err.Error(), "directory") {
		t.Error(err)
	}
	if _, err := Load(os.DevNull, 0); !errors.Is(err, ErrSpecial) {
		t.Error(err)
	}
	if _, err := All(endless{}, 1<<16); !errors.Is(err, ErrLarge) {
		t.Error(err)
	}
}
