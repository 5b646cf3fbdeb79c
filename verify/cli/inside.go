package cli

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"factcheck/sources/opensearch"
)

// Settings that come with a repository are somebody else's words: what they name stays
// in the repository, so that checking out a project and running factcheck in it reads
// and writes nothing of the user's. Flags and the user's own settings are free.

// root returns the folder that the settings stay in: the repository around them, their
// own folder where there is none.
func (cfg *config) root() string { return projectOf(cfg.abs(".")) }

// outside returns a mistake for each path of the settings that leads out of their root, or to what Git
// keeps in it, which is the user's and comes with no checkout; the index may stand in the user's cache too.
func (cfg *config) outside() []mistake {
	var found []mistake
	root := cfg.root()
	look := func(key, value string, free ...string) {
		if value == "" || key == "index" && opensearch.Is(value) {
			return
		}
		base, pattern := cfg.split(value)
		fixed, _ := doublestar.SplitPattern(pattern)
		base = filepath.Join(base, fixed)
		if key == "index" || key == "baseline" {
			base = cfg.abs(value)
		}
		up := slices.Contains(strings.FieldsFunc(pattern, func(r rune) bool { return strings.ContainsRune("/{},", r) }), "..") // {a,../b}
		for _, dir := range append(free, root) {
			if within(dir, base) && !up && !within(filepath.Join(root, ".git"), base) {
				return
			}
		}
		m := mistake{line: max(1, cfg.lines[value]), what: fmt.Sprintf("%s: %q leads out of the project", key, value)}
		m.hint = map[string]string{"index": "--index FILE names one elsewhere", "archive": "--against PATH names one elsewhere, or a link cannot", "baseline": "--baseline FILE names one elsewhere"}[key]
		if m.hint == "" {
			m.hint = "name them on the command line"
		}
		found = append(found, m)
	}
	var cache []string
	if dir, err := os.UserCacheDir(); err == nil {
		cache = []string{dir}
	}
	look("index", cfg.Index, cache...)
	look("baseline", cfg.Baseline)
	entries := cfg.Archive
	for _, o := range cfg.Overrides {
		entries = append(entries[:len(entries):len(entries)], o.Archive...)
	}
	for _, a := range entries {
		look("archive", a.Glob)
	}
	for _, g := range cfg.Drafts {
		look("drafts", g)
	}
	return found
}

// split returns the folder that a glob of the settings starts in, and the rest of it.
func (cfg *config) split(glob string) (base, pattern string) {
	if filepath.IsAbs(glob) {
		base, pattern = doublestar.SplitPattern(path.Clean(filepath.ToSlash(glob)))
		return filepath.FromSlash(base), pattern
	}
	base, pattern = cfg.abs("."), path.Clean(filepath.ToSlash(glob))
	for pattern == ".." || strings.HasPrefix(pattern, "../") {
		base, pattern = filepath.Dir(base), strings.TrimPrefix(strings.TrimPrefix(pattern, ".."), "/")
	}
	if pattern == "" {
		pattern = "."
	}
	return base, pattern
}

// within reports whether a path lies in a folder, or is it, when links are followed. Of
// a path that is not there, what is there counts.
func within(dir, path string) bool {
	rel, err := filepath.Rel(followed(dir), followed(path))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// followed returns a path without links as far as it is there.
func followed(path string) string {
	rest := ""
	for p := path; ; p = filepath.Dir(p) {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			return filepath.Join(real, rest)
		}
		if p == filepath.Dir(p) {
			return path
		}
		rest = filepath.Join(filepath.Base(p), rest)
	}
}

// Bounds of a glob. Alternatives in braces multiply: {a,b}{a,b} are four.
const (
	longestGlob      = 1000
	mostAlternatives = 1000
)

// validGlob says what is wrong with a glob; it is not expanded for it.
func validGlob(glob string) error {
	alternatives, commas := 1, 0
	for i := 0; i < len(glob) && alternatives <= mostAlternatives; i++ {
		switch glob[i] {
		case '\\':
			i++
		case '{':
			alternatives, commas = alternatives*(commas+1), 0
		case ',':
			commas++
		}
	}
	switch {
	case len(glob) > longestGlob:
		return fmt.Errorf("it is longer than %d bytes", longestGlob)
	case alternatives*(commas+1) > mostAlternatives:
		return fmt.Errorf("its braces have more than %d alternatives", mostAlternatives)
	case !doublestar.ValidatePattern(glob):
		return doublestar.ErrBadPattern
	}
	return nil
}
