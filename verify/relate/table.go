package relate

import (
	"iter"
	"strings"
)

// rows yields the rows of a table that have the given number of columns; comments
// and empty lines have none. The first column is the language.
func rows(table string, columns int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) == columns && !strings.HasPrefix(line, "#") && !yield(f) {
				return
			}
		}
	}
}
