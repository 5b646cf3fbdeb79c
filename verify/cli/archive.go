package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
)

// How long a writer waits for another one. A check that finds the index of its
// archive being made by another check has nothing better to do than to wait.
const (
	lockTimeout  = 30 * time.Second
	checkTimeout = 10 * time.Minute
)

// An opened archive, and what to close after it.
type opened struct {
	*sources.Archive
	index *index.Index
}

// openArchive opens what drafts are checked against: --against, indexed on the
// fly; else --index or FACTCHECK_INDEX; else the archive of the configuration,
// indexed when it changed; else the configured index or the user's own.
func (c *console) openArchive(ctx *cli.Context, cfg *config, entries []archived) (*opened, error) {
	against := ctx.StringSlice("against")
	named := ctx.String("index") != "" || os.Getenv("FACTCHECK_INDEX") != ""
	var path string
	var err error
	switch {
	case len(against) > 0 && ctx.String("index") != "":
		return nil, errAgainstAndIndex()
	case len(against) > 0:
		return c.onTheFly(ctx, cfg, against)
	case !named && len(entries) > 0:
		if path, err = c.archivePath(ctx, cfg, entries); err != nil {
			return nil, err
		}
		return c.refreshed(ctx, cfg, path, entries, func() ([]string, error) { return c.archiveFiles(cfg, globsOf(entries)) })
	}
	if path, err = c.indexPath(ctx, cfg); err != nil {
		return nil, err
	}
	return c.openIndex(cfg, path)
}

// archiveHere opens what the settings of the current folder name.
func (c *console) archiveHere(ctx *cli.Context) (*opened, error) {
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return nil, err
	}
	return c.openArchive(ctx, cfg, cfg.Archive)
}

// openIndex opens an index that must be there and hold something.
func (c *console) openIndex(cfg *config, path string) (*opened, error) {
	x, err := index.Open(path)
	if err != nil {
		return nil, indexFault(path, err)
	}
	if x.Stats().Documents == 0 {
		x.Close()
		return nil, errEmptyIndex(path)
	}
	c.note("index %s", display(path))
	return &opened{sources.NewArchive(x, sources.NewNames(cfg.sources())), x}, nil
}

// archivePath returns where the index of a configured archive is kept. Another
// archive for some drafts has one of its own.
func (c *console) archivePath(ctx *cli.Context, cfg *config, entries []archived) (string, error) {
	if slices.Equal(entries, cfg.Archive) {
		return c.indexPath(ctx, cfg)
	}
	return cacheFile("archive", append([]string{cfg.abs(filepath.Base(cfg.path))}, lines(entries)...)...)
}

// onTheFly indexes files and folders that the command line names. What is known
// of them is kept in the user's cache, so that a second run is quick.
func (c *console) onTheFly(ctx *cli.Context, cfg *config, paths []string) (*opened, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	list := func() ([]string, error) { return c.filesOf(paths) }
	path, err := cacheFile("against", append([]string{here}, paths...)...)
	if err != nil {
		files, err := list()
		if err != nil {
			return nil, err
		}
		return c.inMemory(cfg, nil, files)
	}
	return c.refreshed(ctx, cfg, path, nil, list)
}

// filesOf returns the files of paths and of the folders among them.
func (c *console) filesOf(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return nil, errRead(err)
		case info.IsDir():
			found, err := c.under(path)
			if err != nil {
				c.fail(err)
			}
			files = append(files, found...)
		default:
			files = append(files, path)
		}
	}
	if len(files) == 0 {
		return nil, errTold
	}
	return files, c.overwrites(files...)
}

// archiveFiles returns the files of the archive that globs of a configuration name,
// in order. An archive that moved must not pass.
func (c *console) archiveFiles(cfg *config, globs []string) ([]string, error) {
	files, err := c.filesNamed(cfg, globs)
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	return files, c.overwrites(files...)
}

// filesNamed returns the files that globs of a configuration name, each once, in
// the order of the globs. A glob that names none is an error.
func (c *console) filesNamed(cfg *config, globs []string) ([]string, error) {
	var files []string
	seen := map[string]bool{}
	for _, glob := range globs {
		found, err := c.glob(cfg, glob)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if !seen[f] {
				seen[f] = true
				files = append(files, f)
			}
		}
	}
	return files, nil
}

// glob returns the files that one glob of a configuration names: files that
// match, and what is read under folders that match.
func (c *console) glob(cfg *config, glob string) ([]string, error) {
	matches, err := doublestar.FilepathGlob(cfg.abs(glob))
	if err != nil {
		return nil, errGlob(cfg.place(glob), glob, err)
	}
	var files []string
	for _, m := range matches {
		info, err := os.Stat(m)
		switch {
		case err != nil:
			c.fail(errRead(err))
		case info.IsDir():
			if strings.Contains(glob, "**") {
				continue // its files match by themselves
			}
			found, err := c.under(relative(m))
			if err != nil {
				c.fail(err)
			}
			files = append(files, found...)
		case hidden(m, cfg.abs("")): // the program's own files, an editor's
		case reader.Readable(m) || !strings.ContainsAny(glob, "*?[{"):
			files = append(files, relative(m))
		case info.Mode().IsRegular():
			c.skip(relative(m))
		}
	}
	if len(files) == 0 {
		return nil, errGlob(cfg.place(glob), glob, fs.ErrNotExist)
	}
	return files, nil
}

// hidden reports whether a file, or a folder on the way to it from base, begins
// with a dot.
func hidden(path, base string) bool {
	rel, err := filepath.Rel(base, path)
	if err != nil {
		return false
	}
	for part := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if strings.HasPrefix(part, ".") && part != ".." && part != "." {
			return true
		}
	}
	return false
}

// refreshed brings the index at path up to date with the files that list names and
// opens it. A note beside it says what the files were and which program read them;
// while both are the same nothing is read. Where the index cannot be written it is
// made in memory. Runs that share an index wait for each other, and look at the
// files anew when their turn comes.
func (c *console) refreshed(ctx *cli.Context, cfg *config, path string, entries []archived, list func() ([]string, error)) (*opened, error) {
	files, err := list()
	if err != nil {
		return nil, err
	}
	note := path + ".files"
	if old, err := os.ReadFile(note); err == nil && string(old) == stampOf(cfg, entries, files) {
		if o, err := c.openIndex(cfg, path); err == nil {
			o.Base = cfg.base()
			return o, nil
		}
	}
	w, err := c.writerOf(ctx, path)
	if errors.Is(err, index.ErrBroken) || errors.Is(err, fs.ErrPermission) {
		return c.inMemory(cfg, entries, files)
	}
	if err != nil {
		return nil, indexFault(path, err)
	}
	if files, err = list(); err == nil {
		err = c.bringUpToDate(cfg, w, path, entries, files)
	}
	if err != nil {
		return nil, errors.Join(err, w.Close())
	}
	stamp := stampOf(cfg, entries, files)
	if err := w.Close(); err != nil {
		return nil, indexFault(path, err)
	}
	if !c.failed {
		os.WriteFile(note, []byte(stamp), 0o644) //nolint:errcheck // without it the next run reads the files again
	}
	o, err := c.openIndex(cfg, path)
	if err == nil {
		o.Base = cfg.base()
	}
	return o, err
}

// writerOf opens the index of an archive for writing; a damaged one is made anew,
// since the archive is whole.
func (c *console) writerOf(ctx *cli.Context, path string) (*index.Writer, error) {
	wait := ctx.Duration("lock-timeout")
	w, err := index.OpenForWriting(path, min(wait, time.Second))
	if errors.Is(err, index.ErrLocked) && wait > time.Second {
		c.say("waiting for another factcheck that reads the same archive")
		w, err = index.OpenForWriting(path, wait-time.Second)
	}
	if errors.Is(err, index.ErrOlder) || errors.Is(err, index.ErrDamaged) {
		os.Remove(path)
		w, err = index.OpenForWriting(path, wait)
	}
	return w, err
}

// bringUpToDate adds what is new or changed and removes what is gone. What another
// program or other settings read is read again.
func (c *console) bringUpToDate(cfg *config, w *index.Writer, path string, entries []archived, files []string) error {
	in := &sources.Intake{Writer: w, Base: cfg.base(), Options: func(path string) reader.Options { return cfg.options(entries, path) }}
	if old, err := os.ReadFile(path + ".files"); err == nil && !strings.HasPrefix(string(old), readBy(cfg, entries)) {
		if err := c.drop(in, w, path, nil); err != nil {
			return err
		}
	}
	p := c.reading("indexing", files)
	in.Done = p.add
	_, err := in.Files(c.ctx, files)
	c.endProgress()
	if err := c.intakeFault(path, err); err != nil {
		return err
	}
	return c.drop(in, w, path, files)
}

// drop removes the documents of files that are not among those to keep.
func (c *console) drop(in *sources.Intake, w *index.Writer, path string, keep []string) error {
	x, err := index.Open(path)
	if err != nil {
		return indexFault(path, err)
	}
	n, err := in.Drop(x, keep)
	x.Close() // a commit waits for readers, us among them
	if err == nil && n > 0 {
		err = w.Commit()
	}
	return indexFault(path, err)
}

// intakeFault tells of files that could not be read, which keep the others out of
// nothing, and returns any other error.
func (c *console) intakeFault(path string, err error) error {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			c.fail(unreadable(e))
		}
		return nil
	}
	return indexFault(path, err)
}

// inMemory indexes files for this run only.
func (c *console) inMemory(cfg *config, entries []archived, files []string) (*opened, error) {
	x := index.Memory()
	p := c.progress("indexing", len(files))
	read := func(path string) extracted {
		docs, data, err := c.documents(input{path: path, name: path}, cfg.options(entries, path))
		return extracted{texts: textsOf(docs, data, claims.Extract), err: err}
	}
	err := inOrder(c.ctx, 0, each(files), read, func(e extracted) error {
		if e.err != nil {
			c.fail(e.err)
		}
		var entries []index.Entry
		for _, t := range e.texts {
			entries = append(entries, index.Entry{Document: t.Document, Statements: t.Statements})
		}
		p.step(len(files))
		return x.Add(entries)
	})
	c.endProgress()
	if err != nil {
		return nil, err
	}
	if x.Stats().Documents == 0 {
		return nil, errTold
	}
	return &opened{sources.NewArchive(x, sources.NewNames(cfg.sources())), x}, nil
}

// readBy says which program reads the files of an archive, and how: another one
// may find other statements in them.
func readBy(cfg *config, entries []archived) string {
	how := ""
	for _, a := range entries {
		if a.String() != a.Glob {
			how += "\n" + a.String()
		}
	}
	return fmt.Sprintf("factcheck %s %s %s%s\n", versionName(), commitName(), langOf(cfg.Lang), how)
}

// stampOf sums up the paths, sizes and times of files and who reads them.
func stampOf(cfg *config, entries []archived, files []string) string {
	h := sha256.New()
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			fmt.Fprintf(h, "%s\x00?\n", f)
			continue
		}
		if abs, err := filepath.Abs(f); err == nil {
			f = abs
		}
		fmt.Fprintf(h, "%s\x00%d\x00%d\n", f, info.Size(), info.ModTime().UnixNano())
	}
	return readBy(cfg, entries) + hex.EncodeToString(h.Sum(nil))
}

// langOf returns the language that a setting names, empty for auto.
func langOf(s string) string {
	if s == "auto" {
		return ""
	}
	return s
}

// sortByDate orders documents, the newest first, then by ID.
func sortByDate(list []index.Info) {
	sort.SliceStable(list, func(a, b int) bool {
		x, y := &list[a].Document, &list[b].Document
		if x.Date != y.Date {
			return x.Date > y.Date
		}
		return x.ID < y.ID
	})
}
