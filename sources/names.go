package sources

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/sahilm/fuzzy"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
)

// A Source is whoever a statement is credited to: an agency, a broadcaster, an
// institution, a person.
type Source struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"` // other names of the same; nil if none
	Kind    string   `json:"kind,omitempty"`    // "agency", "broadcaster", "organisation", "person"; empty if unknown
	Owner   string   `json:"owner,omitempty"`   // sources of one owner, or that share an agency, are one origin; empty if it is its own
}

// Names resolves names to sources: those that a user configured first, then the
// outlets and institutions that the lexicon knows. It is safe for concurrent
// use.
type Names struct {
	own   []Source
	mu    sync.RWMutex
	known map[string]string // folded name or alias -> canonical name
}

// NewNames returns a resolver that knows the given sources, which may be nil,
// beside those of the lexicon.
func NewNames(own []Source) *Names {
	n := &Names{own: own, known: map[string]string{}}
	for _, s := range own {
		for _, a := range append([]string{s.Name}, s.Aliases...) {
			n.known[name.Key(a)] = s.Name
		}
	}
	return n
}

// Canonical returns the name under which a source stands in tables: "AFP" for "Agence France-Presse". A name that nobody knows is its own
// canonical name, without the article in front and white space folded.
func (n *Names) Canonical(source string) string {
	if source == "" {
		return ""
	}
	key := name.Key(source)
	n.mu.RLock()
	c, ok := n.known[key]
	n.mu.RUnlock()
	if ok {
		return c
	}
	c = name.Parse(source).Canonical()
	if o, ok := lexicon.OutletOfCode(source); ok {
		c = o.Name
	}
	n.mu.Lock()
	n.known[key] = c
	n.mu.Unlock()
	return c
}

// Owner returns the name that stands for the origin of what the source says: its
// configured owner, else its canonical name.
func (n *Names) Owner(source string) string {
	c := n.Canonical(source)
	for _, s := range n.own {
		if s.Name == c && s.Owner != "" {
			return n.Canonical(s.Owner)
		}
	}
	return c
}

// Configured returns the sources that the user configured.
func (n *Names) Configured() []Source { return n.own }

// Typed finds, among the given names, those that a person who typed pattern may
// mean, the likeliest first: an exact name or alias; the same words in another
// order; all the words begun; the letters in order ("rtrs" for Reuters, as an
// editor's file finder would). A result of one name is certain enough to be
// taken; of several, all fit equally well and the user must choose; of none,
// nothing fits.
func (n *Names) Typed(pattern string, among []string) []string {
	p := name.Key(pattern)
	if p == "" {
		return nil
	}
	c := n.Canonical(pattern)
	for _, fits := range []func(source string) bool{
		func(source string) bool { return name.Key(source) == p || source == c || alsoCalled(source, p) },
		func(source string) bool { return sameWords(name.Key(source), p) },
		func(source string) bool { return begunWords(name.Key(source), p) },
	} {
		var found []string
		for _, source := range among {
			if fits(source) && !slices.Contains(found, source) {
				found = append(found, source)
			}
		}
		if len(found) > 0 {
			sort.Strings(found)
			return found
		}
	}
	return subsequences(p, among)
}

// subsequences returns the names that hold the letters of the folded pattern in
// order, best first. Only names whose every gap lies inside the words that the
// pattern touches count: one letter matches everything and therefore nothing.
func subsequences(p string, among []string) []string {
	p = strings.ReplaceAll(p, " ", "")
	if r := []rune(p); len(r) < 2 || len(r) > 40 {
		return nil
	}
	folded := make([]string, len(among))
	for i, source := range among {
		folded[i] = name.Key(source)
	}
	matches := fuzzy.Find(p, folded)
	var found []string
	for _, m := range matches {
		if 3*len(p) >= span(m.MatchedIndexes) && !slices.Contains(found, among[m.Index]) {
			found = append(found, among[m.Index])
		}
	}
	return found
}

// span returns how many bytes lie from the first to the last match.
func span(at []int) int {
	if len(at) == 0 {
		return 0
	}
	return at[len(at)-1] - at[0] + 1
}

// sameWords reports whether a and b are the same words in any order.
func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	sort.Strings(x)
	sort.Strings(y)
	return slices.Equal(x, y)
}

// begunWords reports whether every word of the pattern begins a word of name.
func begunWords(name, pattern string) bool {
	words := strings.Fields(name)
	for _, p := range strings.Fields(pattern) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, p) }) {
			return false
		}
	}
	return true
}

// alsoCalled reports whether the folded pattern is another name that the lexicon has for
// an outlet.
func alsoCalled(source, pattern string) bool {
	o, ok := lexicon.OutletOf(source)
	return ok && slices.ContainsFunc(o.Aliases, func(a string) bool { return name.Key(a) == pattern })
}
