package index

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

// What we put beside an index has a name that nobody else gives: "poetry.lock" may
// be somebody's work. What stands there all the same and is not ours is left alone.
const (
	lockSuffix    = ".factcheck-lock"
	newSuffix     = ".factcheck-new"     // an index that is being made
	rebuildSuffix = ".factcheck-rebuild" // one that will take the place of another
	lockMark      = "factcheck, process "
)

// lock keeps writers apart: a file beside the index, locked by the system, so
// that it cannot outlive its process, with the process's number in it, so that
// whoever waits knows for whom.
type lock struct {
	f *os.File
}

// acquire takes the lock of the index at path, or returns ErrLocked, with the holder,
// after wait. What a killed process left half made goes.
func acquire(path string, wait time.Duration) (*lock, error) {
	const pause = 20 * time.Millisecond
	name := path + lockSuffix
	for tried := time.Duration(0); ; tried += pause {
		l, err := tryLock(name)
		if err != nil && (!errors.Is(err, fs.ErrNotExist) || tried >= wait) {
			return nil, fmt.Errorf("%s: %w: %v", path, ErrBroken, err)
		}
		if l != nil {
			if err := sweep(path); err != nil {
				l.release()
				return nil, fmt.Errorf("%s: %w: %v", path, ErrBroken, err)
			}
			return l, nil
		}
		if tried >= wait {
			return nil, fmt.Errorf("%s: %w: %s writes it", path, ErrLocked, holder(name))
		}
		time.Sleep(pause)
	}
}

// tryLock takes the lock file, nil if another process holds it.
func tryLock(name string) (*lock, error) {
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no lock of factcheck", name)
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil { // that it is not there: its holder removed it under our hands, or the folder is none to write in
		return nil, err
	}
	if !lockFile(f) || !current(f, name) {
		f.Close()
		return nil, nil
	}
	if b := firstBytes(f); b != "" && !strings.HasPrefix(b, lockMark) {
		f.Close()
		return nil, fmt.Errorf("%s is no lock of factcheck", name)
	}
	f.Truncate(0)
	if _, err := f.WriteAt(fmt.Appendf(nil, "%s%d\n", lockMark, os.Getpid()), 0); err != nil {
		f.Close()
		return nil, err
	}
	return &lock{f}, nil
}

// sweep removes what a killed process left half made beside an index: databases, or
// nothing yet. A file of somebody else with such a name stays, and is named.
func sweep(path string) error {
	for _, suffix := range [...]string{newSuffix, rebuildSuffix, rebuildSuffix + newSuffix} {
		left := path + suffix
		info, err := os.Lstat(left)
		if err != nil {
			continue
		}
		if !info.Mode().IsRegular() || info.Size() > 0 && !hasMagic(left) {
			return fmt.Errorf("%s is in the way, and nothing of factcheck's", left)
		}
		os.Remove(left)
	}
	return nil
}

// firstBytes returns the first bytes of a file, as many as a lock has.
func firstBytes(f *os.File) string {
	b, _ := io.ReadAll(io.NewSectionReader(f, 0, 64))
	return string(b)
}

// current reports whether f is still the file at path: its holder removes it,
// which can happen between our opening it and locking it.
func current(f *os.File, path string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Lstat(path)
	return err == nil && os.SameFile(a, b)
}

// holder names the process that holds the lock.
func holder(name string) string {
	f, err := os.Open(name)
	if err == nil {
		defer f.Close()
		if pid, ok := strings.CutPrefix(strings.TrimSpace(firstBytes(f)), lockMark); ok {
			return "process " + pid
		}
	}
	return "another process"
}

// release gives the lock up. A lock of nil is none.
func (l *lock) release() error {
	if l == nil || l.f == nil {
		return nil
	}
	os.Remove(l.f.Name())
	err := l.f.Close()
	l.f = nil
	return err
}
