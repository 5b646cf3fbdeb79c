package sources

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
)

// canonical returns the name that the lexicon gives an outlet or institution:
// "AFP" for "Agence France-Presse". A name that it does not know is returned with
// its white space folded and without a leading article.
func canonical(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if o, ok := lexicon.OutletOf(name); ok {
		return o.Name
	}
	for _, article := range [...]string{"the ", "The "} {
		if rest, ok := strings.CutPrefix(name, article); ok && rest != "" {
			return canonical(rest)
		}
	}
	return name
}

// alsoCalled reports whether the folded pattern is another name that the lexicon
// has for a source.
func alsoCalled(name, pattern string) bool {
	o, ok := lexicon.OutletOf(name)
	return ok && slices.ContainsFunc(o.Aliases, func(a string) bool { return foldName(a) == pattern })
}
