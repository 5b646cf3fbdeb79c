package index

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// lock keeps writers apart: a file beside the index, locked by the system, so
// that it cannot outlive its process, with the process's number in it, so that
// whoever waits knows for whom.
type lock struct {
	f *os.File
}

// acquire takes the lock, or returns ErrLocked, with the holder, after wait.
func acquire(path string, wait time.Duration) (*lock, error) {
	const pause = 20 * time.Millisecond
	for tried := time.Duration(0); ; tried += pause {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		if lockFile(f) {
			if current(f, path) {
				f.Truncate(0)
				fmt.Fprintf(f, "%d\n", os.Getpid())
				return &lock{f}, nil
			}
		}
		f.Close()
		if tried >= wait {
			return nil, fmt.Errorf("%w: %s", ErrLocked, holder(path))
		}
		time.Sleep(pause)
	}
}

// current reports whether f is still the file at path: its holder removes it,
// which can happen between our opening it and locking it.
func current(f *os.File, path string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

// holder names the process that holds the lock.
func holder(path string) string {
	b, err := os.ReadFile(path)
	if pid := strings.TrimSpace(string(b)); err == nil && pid != "" {
		return "process " + pid
	}
	return "a process without name"
}

func (l *lock) release() error {
	if l.f == nil {
		return nil
	}
	os.Remove(l.f.Name())
	err := l.f.Close()
	l.f = nil
	return err
}
