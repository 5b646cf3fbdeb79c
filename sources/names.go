package sources

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/sahilm/fuzzy"

	"factcheck/claims/text"
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
			n.known[foldName(a)] = s.Name
		}
	}
	return n
}

// Canonical returns the name under which the source called name stands in
// tables: "AFP" for "Agence France-Presse". A name that nobody knows is its own
// canonical name, without the article in front and white space folded.
func (n *Names) Canonical(name string) string {
	if name == "" {
		return ""
	}
	key := foldName(name)
	n.mu.RLock()
	c, ok := n.known[key]
	n.mu.RUnlock()
	if ok {
		return c
	}
	c = canonical(name)
	n.mu.Lock()
	n.known[key] = c
	n.mu.Unlock()
	return c
}

// Owner returns the name that stands for the origin of what the source says: its
// configured owner, else its canonical name.
func (n *Names) Owner(name string) string {
	c := n.Canonical(name)
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
	p := foldName(pattern)
	if p == "" {
		return nil
	}
	c := n.Canonical(pattern)
	for _, fits := range []func(name string) bool{
		func(name string) bool { return foldName(name) == p || name == c || alsoCalled(name, p) },
		func(name string) bool { return sameWords(foldName(name), p) },
		func(name string) bool { return begunWords(foldName(name), p) },
	} {
		var found []string
		for _, name := range among {
			if fits(name) && !slices.Contains(found, name) {
				found = append(found, name)
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
	for i, name := range among {
		folded[i] = foldName(name)
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

// foldName folds a name for comparison: case, accents and punctuation go, and a
// leading article.
func foldName(name string) string {
	var b strings.Builder
	for _, w := range text.Words(name) {
		if w.Kind != text.Letters && w.Kind != text.Number {
			continue
		}
		f := strings.Trim(text.Fold(w.In(name)), ".'")
		f = strings.ReplaceAll(f, ".", "")
		if f == "" || b.Len() == 0 && (f == "the" || f == "l" || f == "la" || f == "le" || f == "les") && len(name) > len(f)+1 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(f)
	}
	return b.String()
}
