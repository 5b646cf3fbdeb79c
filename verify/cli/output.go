package cli

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

// writeFile writes a file as a whole or not at all: into a new one beside it that
// takes its name at the end. What is no regular file (a device, a pipe) is written
// to as it is.
func writeFile(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return errWrite(path, err)
		}
		return closing(path, f, write)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return errWrite(path, err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	if err := closing(path, f, write); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return errWrite(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return errWrite(path, err)
	}
	return nil
}

// closing writes through a buffer and closes f.
func closing(path string, f *os.File, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(f, 1<<16)
	err := write(b)
	if err == nil {
		err = b.Flush()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return errWrite(path, err)
	}
	return nil
}

// writable reports why a file cannot be written, before the work is done that
// would fill it.
func writable(path string) error {
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return errIsDir(path)
		}
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return errWrite(path, err)
		}
		f.Close()
		if !info.Mode().IsRegular() {
			return nil
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return errWrite(path, err)
	}
	f.Close()
	os.Remove(f.Name())
	return nil
}
