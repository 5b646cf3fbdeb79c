package cli

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"factcheck/claims/date"
	"factcheck/sources/reader"
)

// An archived is one entry under archive: of the settings: a glob, and what its
// texts do not say of themselves. In the file it is the glob alone or a mapping.
type archived struct {
	Glob      string `yaml:"glob"`
	Publisher string `yaml:"publisher"`
	Date      string `yaml:"date"` // a day, or fromPath
	Lang      string `yaml:"lang"`
	Type      string `yaml:"type"` // of the files, whatever their names say
}

// fromPath stands for the day that is written in the path of each file.
const fromPath = "path"

// UnmarshalYAML reads the glob alone or a mapping.
func (a *archived) UnmarshalYAML(read func(any) error) error {
	type mapping archived
	if err := read(&a.Glob); err == nil {
		return nil
	}
	return read((*mapping)(a))
}

// String returns the entry on one line: the glob alone where that is all.
func (a archived) String() string {
	return strings.TrimRight(strings.Join([]string{a.Glob, a.Publisher, a.Date, a.Lang, a.Type}, "\t"), "\t")
}

// entriesOf returns globs as entries that say nothing more.
func entriesOf(globs []string) []archived {
	var entries []archived
	for _, g := range globs {
		entries = append(entries, archived{Glob: g})
	}
	return entries
}

// globsOf returns the globs of entries.
func globsOf(entries []archived) []string {
	var globs []string
	for _, a := range entries {
		globs = append(globs, a.Glob)
	}
	return globs
}

// lines returns the entries for a key or a note.
func lines(entries []archived) []string {
	var all []string
	for _, a := range entries {
		all = append(all, a.String())
	}
	return all
}

// options returns what the first entry that names a file says of it.
func (cfg *config) options(entries []archived, path string) reader.Options {
	opt := reader.Options{Lang: langOf(cfg.Lang)}
	for _, a := range entries {
		if !cfg.names([]string{a.Glob}, path) {
			continue
		}
		opt.Publisher, opt.Type = a.Publisher, a.Type
		if a.Lang != "" {
			opt.Lang = langOf(a.Lang)
		}
		if a.Date == fromPath {
			opt.Date = dayIn(filepath.ToSlash(path))
		} else if d, err := date.Parse(a.Date); err == nil {
			opt.Date = d
		}
		break
	}
	return opt
}

// dayIn returns the last day that a path writes in digits, year first, with or
// without one sign between them: 2025-03-20, 2025/03/20, 20250320. It is zero if
// there is none.
func dayIn(path string) (day date.Day) {
	for i := 0; i+8 <= len(path); i++ {
		if i > 0 && isDigit(path[i-1]) || !isDigit(path[i]) {
			continue
		}
		rest := path[i:]
		var n [3]int
		ok := true
		for k, size := range [...]int{4, 2, 2} {
			if k > 0 && rest != "" && strings.IndexByte("-/_.", rest[0]) >= 0 {
				rest = rest[1:]
			}
			if len(rest) < size || strings.ContainsFunc(rest[:size], func(c rune) bool { return c < '0' || c > '9' }) {
				ok = false
				break
			}
			n[k], _ = strconv.Atoi(rest[:size])
			rest = rest[size:]
		}
		if d := date.Of(n[0], time.Month(n[1]), n[2]); ok && d != 0 && n[0] > 1000 && (rest == "" || !isDigit(rest[0])) {
			day = d
		}
	}
	return day
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// names reports whether one of the globs of a configuration names a file. A glob
// that names a folder names what is in it.
func (cfg *config) names(globs []string, path string) bool {
	if len(globs) == 0 {
		return false
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	base, err := filepath.Abs(cfg.dir)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(base, abs)
	if err != nil {
		return false
	}
	rel, abs = filepath.ToSlash(rel), filepath.ToSlash(abs)
	for _, g := range globs {
		name := rel
		if filepath.IsAbs(g) {
			g, name = filepath.ToSlash(g), abs
		}
		if ok, _ := doublestar.Match(g, name); ok || strings.HasPrefix(name, strings.TrimSuffix(g, "/")+"/") {
			return true
		}
		if ok, _ := doublestar.Match(strings.TrimSuffix(g, "/")+"/**", name); ok {
			return true
		}
	}
	return false
}
