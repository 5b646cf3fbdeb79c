package relate

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed groups.tsv
var groupTable string

// groups says which function words may stand for each other and which exclude
// each other: a bit for each line of the table.
type groups struct {
	same, left, right, alike map[string]uint64
	kinds                    map[string]map[string]bool // the other kinds of rows: words by kind
}

// groupings maps language to groups, read once.
var groupings = sync.OnceValue(func() map[string]*groups {
	all := map[string]*groups{}
	lines := map[string]int{}
	for fields := range rows(groupTable, 3) {
		g := all[fields[0]]
		if g == nil {
			g = &groups{map[string]uint64{}, map[string]uint64{}, map[string]uint64{}, map[string]uint64{}, map[string]map[string]bool{}}
			all[fields[0]] = g
		}
		bit := uint64(1) << lines[fields[0]]
		lines[fields[0]]++
		left, right, _ := strings.Cut(fields[2], "|")
		into, other := g.same, g.same
		switch fields[1] {
		case "exclude":
			into, other = g.left, g.right
		case "alike":
			into = g.alike
		case "personal", "copular", "light", "mutual", "ergative", "serial", "armed", "universal", "hedging", "bearing", "lessening", "telling", "narrowing", "conditional", "opening", "adding", "ordering":
			lines[fields[0]]-- // needs no bit
			g.kinds[fields[1]] = wordSet(strings.Fields(fields[2])...)
			continue
		}
		for _, w := range strings.Fields(left) {
			into[w] |= bit
		}
		for _, w := range strings.Fields(right) {
			other[w] |= bit
		}
	}
	return all
})

// interchangeable reports whether two function words say the same.
func (g *groups) interchangeable(a, b string) bool {
	return g != nil && (a == b || g.same[a]&g.same[b] != 0)
}

// likewise reports whether two lemmas say the same.
func (g *groups) likewise(a, b string) bool { return g != nil && g.alike[a]&g.alike[b] != 0 }

// exclude reports whether two function words cannot both hold.
func (g *groups) exclude(a, b string) bool {
	return g != nil && (g.left[a]&g.right[b] != 0 || g.right[a]&g.left[b] != 0)
}

// personal reports whether a pronoun can stand for somebody named before.
func (g *groups) personal(w string) bool { return g != nil && g.kinds["personal"][w] }

// copular reports whether a verb says what somebody is: "become".
func (g *groups) copular(w string) bool { return g != nil && g.kinds["copular"][w] }

// light reports whether a verb says little without its object: "have".
func (g *groups) light(w string) bool { return g != nil && g.kinds["light"][w] }

// mutual reports whether who does it to whom does not matter: "meet", "marry".
func (g *groups) mutual(w string) bool { return g != nil && g.kinds["mutual"][w] }

// ergative reports whether what the verb does to its object the object does by itself:
// "reopened".
func (g *groups) ergative(w string) bool { return g != nil && g.kinds["ergative"][w] }

// serial reports whether a noun is one for what is done again and again: "poll".
func (g *groups) serial(w string) bool { return g != nil && g.kinds["serial"][w] }

// armed reports whether a noun, in the plural, is one for the armed men of a body.
func (g *groups) armed(w string) bool { return g != nil && g.kinds["armed"][w] }

// anyLanguage reports whether a word is of a kind in any of the languages: where a word of
// grammar is looked up, texts of several languages do not meet.
func anyLanguage(kind, w string) bool {
	for _, g := range groupings() {
		if g.kinds[kind][w] {
			return true
		}
	}
	return false
}

// wordSet returns a set of words.
func wordSet(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
