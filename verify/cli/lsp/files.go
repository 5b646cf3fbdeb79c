package lsp

import (
	"bytes"
	"os"
	"sync"
	"time"
	"unicode/utf8"

	"factcheck/sources/reader"
)

// A files knows the lines of the files of the archive that findings point into, those asked
// for lately.
type files struct {
	mu   sync.Mutex
	kept map[string]*file
}

type file struct {
	written time.Time
	size    int64
	*buffer
}

const (
	keptFiles = 64
	mostFile  = 4 << 20 // bytes of a file whose lines are known
)

// buffer returns the text of a file; an empty one if places in it are not those of its
// bytes: it is a package, in another encoding, or very long. Nil if it cannot be read.
func (f *files) buffer(path string, enc encoding) *buffer {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if x := f.kept[path]; x != nil && x.size == info.Size() && x.written.Equal(info.ModTime()) {
		return x.buffer
	}
	data, err := reader.Load(path, mostFile)
	if err != nil || !utf8.Valid(data) || reader.Packaged(data) || bytes.IndexByte(data, 0) >= 0 {
		data = nil
	}
	if len(f.kept) == 0 || len(f.kept) >= keptFiles {
		f.kept = map[string]*file{}
	}
	x := &file{info.ModTime(), info.Size(), newBuffer(string(data), enc)}
	f.kept[path] = x
	return x.buffer
}
