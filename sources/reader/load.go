package reader

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// Why a file is not opened. Errors of Open and Load wrap them.
var (
	ErrSpecial = errors.New("a pipe or a device, no file")
	ErrLarge   = errors.New("larger than what is read")
)

// Open opens a regular file of at most so many bytes; most of 0 is any size. A pipe or
// a device is never opened: it may never end, or never begin.
func Open(path string, most int64) (*os.File, error) {
	refuse := func(err error) (*os.File, error) { return nil, &fs.PathError{Op: "open", Path: path, Err: err} }
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return refuse(syscall.EISDIR)
	case !info.Mode().IsRegular():
		return refuse(ErrSpecial)
	case most > 0 && info.Size() > most:
		return refuse(ErrLarge)
	}
	return os.Open(path)
}

// Load returns the bytes of a regular file of at most so many; most of 0 is any size.
func Load(path string, most int64) ([]byte, error) {
	f, err := Open(path, most)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := All(f, most)
	if errors.Is(err, ErrLarge) { // it grows under our eyes
		err = &fs.PathError{Op: "read", Path: path, Err: err}
	}
	return data, err
}

// All reads a stream to its end, or until it holds more than so many bytes: then the
// error is ErrLarge. most of 0 is any size.
func All(r io.Reader, most int64) ([]byte, error) {
	if most <= 0 {
		return io.ReadAll(r)
	}
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, ErrLarge
	}
	return data, err
}
