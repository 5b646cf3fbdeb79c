package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/kinds.tsv
var kindTable string

//go:embed data/kin.tsv
var kinTable string

// A NamedKind is the sort of named thing or body that a noun calls.
type NamedKind struct {
	Name    string
	Inside  bool // the noun is part of the name: Ministry of Health
	Open    bool // a body whose name says nothing of its kind may be one: Norvik, the firm
	General bool // anything of the kind may be called so: ship; not trawler
}

var readKinds = sync.OnceValue(func() map[string]map[string]NamedKind {
	m := map[string]map[string]NamedKind{}
	eachRow(kindTable, func(f []string) {
		if m[f[0]] == nil {
			m[f[0]] = map[string]NamedKind{}
		}
		how, open := strings.CutSuffix(f[2], "+")
		k := NamedKind{Name: f[1], Inside: how == "in", Open: open, General: true}
		for _, words := range f[3:5] {
			if words != "-" {
				eachWord(words, func(w string) { m[f[0]][w] = k })
			}
			k.General = false
		}
	})
	return m
})

// KindOf returns the kind of thing with a name that a noun calls; false if it calls none.
func KindOf(lang, noun string) (NamedKind, bool) {
	k, ok := readKinds()[lang][key(noun)]
	return k, ok
}

// MayBe reports whether what was called by the noun earlier may be called by the noun
// later: the town may be a city, the ship a trawler, the trawler no tanker.
func MayBe(lang, later, earlier string) bool {
	a, ok := KindOf(lang, later)
	b, known := KindOf(lang, earlier)
	return ok && known && a.Name == b.Name && (a.General || b.General || key(later) == key(earlier))
}

var readKin = sync.OnceValue(func() map[[2]langWord]bool {
	m := map[[2]langWord]bool{}
	eachRow(kinTable, func(f []string) {
		eachWord(f[1], func(a string) {
			eachWord(f[2], func(b string) { m[[2]langWord{{f[0], a}, {f[0], b}}] = true })
		})
	})
	return m
})

// Calls reports whether a noun is another word for whoever holds an office: the lawmaker
// for a senator. Twin: the senator for a lawmaker.
func Calls(lang, noun, office string) bool {
	return readKin()[[2]langWord{{lang, key(noun)}, {lang, strings.TrimSuffix(key(office), ".")}}]
}
