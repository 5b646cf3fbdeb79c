package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"

	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/opensearch"
	"factcheck/sources/reader"
	"factcheck/verify/session"
)

// How long a writer waits for another one. A check that finds the index of its
// archive being made by another check has nothing better to do than to wait.
const (
	lockTimeout  = 30 * time.Second
	checkTimeout = 10 * time.Minute
)

// openArchive opens what drafts are checked against: --against, indexed on the
// fly; else --index or FACTCHECK_INDEX; else the archive of the configuration,
// indexed when it changed; else the configured index or the user's own.
func (c *console) openArchive(ctx *cli.Context, cfg *config, entries []archived) (*session.Opened, error) {
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
		m, err := c.managedArchive(cfg, entries)
		if err != nil {
			return nil, err
		}
		m.list = func() ([]string, error) { return c.archiveFiles(cfg, entries) }
		return c.refreshed(ctx, cfg, m)
	}
	if path, err = c.indexPath(ctx, cfg); err != nil {
		return nil, err
	}
	return c.openIndex(cfg, path)
}

// archiveHere opens what the settings of the current folder name.
func (c *console) archiveHere(ctx *cli.Context) (*session.Opened, error) {
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return nil, err
	}
	return c.openArchive(ctx, cfg, cfg.Archive)
}

// openIndex opens an index that must be there and hold something.
func (c *console) openIndex(cfg *config, path string) (*session.Opened, error) {
	if opensearch.Is(path) {
		return c.openCluster(cfg, path)
	}
	x, err := index.OpenWithin(path, c.wait)
	if err != nil {
		return nil, indexFault(path, err)
	}
	if x.Stats().Documents == 0 {
		x.Close()
		return nil, errEmptyIndex(path)
	}
	c.note("index %s", display(path))
	c.stale(path, x)
	return &session.Opened{Archive: sources.NewArchive(x, sources.NewNames(cfg.sources())), State: stateOf(path)}, nil
}

// stateOf names what a file of an index holds while it is open, when nobody writes it.
func stateOf(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return path
	}
	return fmt.Sprintf("%s\x00%d\x00%d\x00%d", path, info.Size(), info.ModTime().UnixNano(), changed(info).UnixNano())
}

// onTheFly indexes files and folders that the command line names. What is known
// of them is kept in the user's cache, so that a second run is quick.
func (c *console) onTheFly(ctx *cli.Context, cfg *config, paths []string) (*session.Opened, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	list := func() ([]string, error) { return c.filesOf(paths) }
	path, err := cacheFile("against", append([]string{here}, paths...)...)
	m := &managed{path: path, owner: "--against in " + here, cached: true, list: list}
	if err != nil {
		files, err := list()
		if err != nil {
			return nil, err
		}
		return c.inMemory(cfg, m, files)
	}
	return c.refreshed(ctx, cfg, m)
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
	if err := c.overwrites(files...); err != nil {
		return nil, err
	}
	return files, c.feeds(func(report string) bool {
		return slices.ContainsFunc(paths, func(path string) bool { return within(absolute(path), report) })
	})
}

// archiveFiles returns the files of the archive that entries of a configuration name,
// in order. An archive that moved must not pass.
func (c *console) archiveFiles(cfg *config, entries []archived) ([]string, error) {
	files, err := c.filesNamed(cfg, entries)
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	if err := c.overwrites(files...); err != nil {
		return nil, err
	}
	return files, c.feeds(func(report string) bool {
		return slices.ContainsFunc(entries, func(a archived) bool {
			base, pattern := cfg.split(a.Glob)
			return matchesBelow(base, pattern, report)
		})
	})
}

// filesNamed returns the files that entries of a configuration name, each once, in
// the order of the entries. A glob that names none is an error.
func (c *console) filesNamed(cfg *config, entries []archived) ([]string, error) {
	var files []string
	seen := map[string]bool{}
	for _, a := range entries {
		found, err := c.glob(cfg, a)
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

// glob returns the files that one entry of a configuration names: files that
// match and are read, by their names or since the entry says how, and what is read under
// folders that match. Links that lead out are not followed.
func (c *console) glob(cfg *config, a archived) ([]string, error) {
	glob := a.Glob
	if err := validGlob(glob); err != nil {
		return nil, errGlob(cfg.place(glob), glob, err)
	}
	base, pattern := cfg.split(glob)
	var files []string
	stays := cfg.keeper(base)
	for _, m := range c.matches(base, pattern) {
		info, err := os.Stat(m)
		switch {
		case err != nil:
			c.fail(errRead(err))
		case !stays(m):
			c.warnOnce(display(m) + ": a link that leads out of the project: not followed")
		case info.IsDir():
			if strings.Contains(glob, "**") {
				continue // its files match by themselves
			}
			found, err := c.under(session.Relative(m))
			if err != nil {
				c.fail(err)
			}
			files = append(files, found...)
		case hidden(m, cfg.abs("")): // the program's own files, an editor's
		case reader.Readable(m) || a.Type != "" && info.Mode().IsRegular() || !strings.ContainsAny(glob, "*?[{"):
			files = append(files, session.Relative(m))
		case info.Mode().IsRegular():
			c.skip(session.Relative(m))
		}
	}
	if len(files) == 0 {
		return nil, errGlob(cfg.place(glob), glob, fs.ErrNotExist)
	}
	return files, nil
}

// matches returns what a pattern matches below a folder. Each folder is looked at once:
// a search that goes down anew from every folder that ** may stand for does not end, for
// a/**/b/**/c in a deep tree. A folder that cannot be read is told.
func (c *console) matches(base, pattern string) (found []string) {
	fixed, rest := doublestar.SplitPattern(pattern)
	top := filepath.Join(base, filepath.FromSlash(fixed)) + string(filepath.Separator)
	levels := strings.Count(rest, "/")
	if strings.Contains(rest, "**") {
		levels = math.MaxInt
	}
	dotted := strings.HasPrefix(rest, ".") || strings.Contains(rest, "/.")
	filepath.WalkDir(top, func(file string, e fs.DirEntry, err error) error { //nolint:errcheck // visit returns none
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) {
				c.fail(errRead(err))
			}
			return nil
		}
		name := filepath.ToSlash(strings.TrimPrefix(file, top))
		if name == "" {
			name = "."
		} else if e.IsDir() && strings.HasPrefix(e.Name(), ".") && !dotted {
			return fs.SkipDir
		}
		if ok, _ := doublestar.Match(rest, name); ok && (name != "." || rest == ".") {
			found = append(found, filepath.Clean(file))
		}
		if e.IsDir() && name != "." && strings.Count(name, "/") >= levels {
			return fs.SkipDir
		}
		return nil
	})
	return found
}

// matchesBelow reports whether a path, or a folder on the way to it, matches a pattern below a folder.
func matchesBelow(base, pattern, path string) bool {
	rel, err := filepath.Rel(base, path)
	for ; err == nil && rel != "." && !strings.HasPrefix(rel, ".."); rel = filepath.Dir(rel) {
		if ok, _ := doublestar.Match(pattern, filepath.ToSlash(rel)); ok {
			return true
		}
	}
	return false
}

// keeper returns a function that reports whether what a glob found stays in the folder
// that it must: the root of the settings; for the user's own, which may name any, the
// one that the glob starts in.
func (cfg *config) keeper(base string) func(path string) bool {
	root := cfg.root()
	if !within(root, base) {
		root = base
	}
	folders := map[string]bool{}
	return func(path string) bool {
		dir := filepath.Dir(path)
		ok, known := folders[dir]
		if !known {
			ok = path == base || within(root, dir)
			folders[dir] = ok
		}
		if info, err := os.Lstat(path); ok && err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return within(root, path)
		}
		return ok
	}
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

// intakeFault tells of files that could not be read, which keep the others out of
// nothing, and returns any other error.
func (c *console) intakeFault(path string, err error) error {
	if err == nil {
		return nil
	}
	many, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return indexFault(path, err)
	}
	for _, e := range many.Unwrap() {
		if known := clusterFault(path, e); known != nil {
			c.fail(known)
		} else {
			c.fail(unreadable(e))
		}
	}
	return nil
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
