package session

import (
	"path/filepath"
	"strings"
)

// Relative returns a path as the command line names it: relative to the current folder if it
// lies in it.
func Relative(path string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return path
	}
	rel, err := filepath.Rel(here, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return path
	}
	return rel
}
