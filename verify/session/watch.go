package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A Watch tells when files change. Changes that come one after the other are one: a folder
// that is copied, a file that an editor writes beside its place and renames.
type Watch struct {
	system *fsnotify.Watcher
	told   func()
	done   chan struct{}

	mu    sync.Mutex
	trees map[string]bool // folders whose every change counts
	files map[string]bool // files in other folders
	ours  map[string]bool // files that we write ourselves
}

const (
	quiet       = 300 * time.Millisecond // after the last change before it is told
	mostFolders = 4096                   // that are watched: systems allow some 8,000 to a user
)

// ErrManyFolders is that an archive has more folders than are watched: changes in the
// others are not told.
var ErrManyFolders = fmt.Errorf("more than %d folders: changes in the rest of them are not noticed", mostFolders)

// NewWatch begins to watch nothing yet. told is called by one goroutine, until Close.
func NewWatch(told func()) (*Watch, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &Watch{system: system, told: told, done: make(chan struct{}), trees: map[string]bool{}, files: map[string]bool{}, ours: map[string]bool{}}
	go w.run()
	return w, nil
}

// Close ends the watch.
func (w *Watch) Close() error {
	err := w.system.Close()
	<-w.done
	return err
}

// Add watches files, and folders with all that is under them; what is watched already stays
// so. What is not there, or no longer, is waited for in the nearest folder that is: who is told of a change adds
// again.
func (w *Watch) Add(paths ...string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	var errs []error
	for _, path := range paths {
		abs, err := filepath.Abs(path)
		if err != nil || w.trees[abs] {
			continue
		}
		if info, err := os.Stat(abs); err == nil && info.IsDir() {
			errs = append(errs, w.tree(abs))
			continue
		}
		errs = append(errs, w.file(abs))
	}
	return errors.Join(errs...)
}

// file watches a file in its folder: wire/2025/a.md. Where there is no wire/2025 that is waited
// for in wire.
func (w *Watch) file(path string) error {
	w.files[path] = true
	dir := filepath.Dir(path)
	err := w.system.Add(dir)
	if errors.Is(err, fs.ErrNotExist) && dir != path {
		return w.file(dir)
	}
	return err
}

// Ignore tells of no change of a file, whatever folder it is in.
func (w *Watch) Ignore(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if abs, err := filepath.Abs(path); err == nil {
		w.ours[abs] = true
	}
}

// tree watches a folder and those under it, but for hidden ones.
func (w *Watch) tree(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil
		case path != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case len(w.trees) >= mostFolders:
			return ErrManyFolders
		}
		w.trees[path] = true
		return w.system.Add(path)
	})
}

// run tells of changes when there has been quiet for a while.
func (w *Watch) run() {
	defer close(w.done)
	timer := time.NewTimer(0)
	<-timer.C
	for {
		select {
		case e, ok := <-w.system.Events:
			if !ok {
				timer.Stop()
				return
			}
			if w.counts(e) {
				timer.Reset(quiet)
			}
		case _, ok := <-w.system.Errors: // events were lost: anything may have changed
			if ok {
				timer.Reset(quiet)
			}
		case <-timer.C:
			w.told()
		}
	}
}

// counts reports whether an event is of something that is watched. A new folder is watched
// from then on; one that is gone no more, lest another of its name pass for it.
func (w *Watch) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ours[e.Name] {
		return false
	}
	if w.trees[e.Name] && e.Has(fsnotify.Remove|fsnotify.Rename) {
		w.gone(e.Name)
		return true
	}
	if w.files[e.Name] {
		return true
	}
	if !w.trees[filepath.Dir(e.Name)] || strings.HasPrefix(filepath.Base(e.Name), ".") {
		return false
	}
	if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
		w.tree(e.Name) //nolint:errcheck // Add has told of the limit
	}
	return true
}

// gone gives up a folder and those under it.
func (w *Watch) gone(root string) {
	for dir := range w.trees {
		if dir == root || strings.HasPrefix(dir, root+string(filepath.Separator)) {
			delete(w.trees, dir)
			w.system.Remove(dir) //nolint:errcheck // the system may have done so
		}
	}
}
