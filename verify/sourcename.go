package verify

import (
	"path"
	"path/filepath"
	"strings"
)

// SourceName returns a source as people read it. Where a text names nobody the file
// answers for what it says: of that, the name without its folders.
func SourceName(source string) string {
	base := path.Base(filepath.ToSlash(source))
	if ext := path.Ext(base); base == source || len(ext) < 2 || len(ext) > 6 || strings.ContainsAny(ext, " -") {
		return source
	}
	return base
}
