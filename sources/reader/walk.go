package reader

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Walk lists the files under a folder that are read (see Readable), sorted, and those
// that are of no type that is. It leaves out folders and files that begin with a dot, what the .gitignore files of
// the repository around root and below it leave out, and what exclude does: patterns in
// the manner of .gitignore, relative to root. Links are not followed. A root that is a
// file is listed whatever its name. What cannot be read is told by the error, and
// the rest is listed all the same.
func Walk(root string, exclude []string) (files, skipped []string, err error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, nil, err
	}
	if !info.IsDir() {
		return []string{root}, nil, nil
	}
	w := &walk{root: root, base: baseOf(root)}
	for _, p := range exclude {
		w.ignores = append(w.ignores, parseIgnore(w.base, p)...)
	}
	w.above()
	err = filepath.WalkDir(root+string(filepath.Separator), w.visit)
	slices.Sort(w.found)
	slices.Sort(w.skipped)
	return w.found, w.skipped, errors.Join(append(w.errs, err)...)
}

type walk struct {
	root    string
	base    string // root as an absolute path with slashes
	ignores []ignore
	found   []string
	skipped []string
	errs    []error
}

// baseOf returns the absolute path of a folder with slashes.
func baseOf(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	return filepath.ToSlash(dir)
}

// above reads the .gitignore files of the folders over root, up to the one that
// holds .git; without any, none.
func (w *walk) above() {
	var dirs []string
	for dir := w.base; ; dir = path.Dir(dir) {
		if dir != w.base {
			dirs = append(dirs, dir)
		}
		if _, err := os.Lstat(filepath.Join(filepath.FromSlash(dir), ".git")); err == nil {
			break
		}
		if dir == path.Dir(dir) {
			return
		}
	}
	for _, dir := range slices.Backward(dirs) {
		w.gitignore(filepath.FromSlash(dir), dir)
	}
}

// mostIgnore bounds a .gitignore.
const mostIgnore = 1 << 20

// gitignore reads the .gitignore of a folder, if there is one; base is its name
// with slashes.
func (w *walk) gitignore(dir, base string) {
	data, err := Load(filepath.Join(dir, ".gitignore"), mostIgnore)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			w.errs = append(w.errs, err)
		}
		return
	}
	w.ignores = append(w.ignores, parseIgnore(base, string(data))...)
}

// visit is called for each file and folder.
func (w *walk) visit(file string, e fs.DirEntry, err error) error {
	if err != nil {
		w.errs = append(w.errs, err)
		if e != nil && e.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	file = filepath.Clean(file)
	rel, err := filepath.Rel(w.root, file)
	if err != nil || rel == "." {
		w.gitignore(file, w.base)
		return nil
	}
	name := path.Join(w.base, filepath.ToSlash(rel))
	if strings.HasPrefix(e.Name(), ".") || ignored(w.ignores, name, e.IsDir()) {
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	switch {
	case e.IsDir():
		w.gitignore(file, name)
	case e.Type().IsRegular() && Readable(file):
		w.found = append(w.found, file)
	case e.Type().IsRegular():
		w.skipped = append(w.skipped, file)
	case e.Type()&fs.ModeSymlink == 0 && Readable(file):
		w.errs = append(w.errs, &fs.PathError{Op: "open", Path: file, Err: ErrSpecial})
	}
	return nil
}

// An ignore is one line of a .gitignore.
type ignore struct {
	base    string // the folder that it is relative to, with a slash at its end
	pattern string // for doublestar
	keep    bool   // !pattern: not ignored after all
	folders bool   // pattern/: folders only
}

// asGit words a pattern of git for doublestar, to which braces hold alternatives and [!a]
// may be a slash.
var asGit = strings.NewReplacer(`\{`, "[{]", "{", "[{]", "[!", "[^/", "[^", "[^/")

// parseIgnore reads the lines of a .gitignore in a folder. Patterns that are
// broken match nothing.
func parseIgnore(base, lines string) []ignore {
	var all []ignore
	for line := range strings.Lines(lines) {
		p := strings.TrimRight(line, "\r\n")
		for strings.HasSuffix(p, " ") && !strings.HasSuffix(p, `\ `) {
			p = p[:len(p)-1]
		}
		if p == "" || p[0] == '#' || len(p) > 1000 {
			continue
		}
		ig := ignore{base: strings.TrimSuffix(base, "/") + "/"}
		p, ig.keep = strings.CutPrefix(p, "!")
		p, ig.folders = strings.CutSuffix(p, "/")
		if !strings.Contains(p, "/") {
			p = "**/" + p
		}
		if strings.HasSuffix(p, "/**") { // not the folder itself
			p += "/*"
		}
		ig.pattern = asGit.Replace(strings.TrimPrefix(p, "/"))
		all = append(all, ig)
	}
	return all
}

// ignored reports whether the last of the lines that match a name leaves it out.
func ignored(lines []ignore, name string, folder bool) bool {
	for _, ig := range slices.Backward(lines) {
		rel, below := strings.CutPrefix(name, ig.base)
		if !below || ig.folders && !folder {
			continue
		}
		if ok, err := doublestar.Match(ig.pattern, rel); ok && err == nil {
			return !ig.keep
		}
	}
	return false
}
