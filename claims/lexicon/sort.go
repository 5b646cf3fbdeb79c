package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/sorts.tsv
var sortTable string

// A category is a row of the table: what is of one sort is of no other, but for those
// that it admits.
type category struct {
	name   string
	admits []string
}

type sortsOf struct {
	rows []category
	of   map[langWord]int // one more than the row
}

var readSorts = sync.OnceValue(func() *sortsOf {
	t := &sortsOf{of: make(map[langWord]int, 512)}
	eachRow(sortTable, func(f []string) {
		s := category{name: f[1]}
		if f[2] != "-" {
			s.admits = strings.Split(f[2], ",")
		}
		t.rows = append(t.rows, s)
		eachWord(f[3], func(w string) { t.of[langWord{f[0], w}] = len(t.rows) })
	})
	return t
})

// Asunder reports whether nothing is both an a and a b, as what something is said to
// be once and for all: a person and a county, a city and a country, a film and a series.
// It knows more pairs than Exclusive, and holds of definitions only: whoever speaks of
// the city may well speak of the country.
func Asunder(lang, a, b string) bool {
	if Exclusive(lang, a, b) {
		return true
	}
	t := readSorts()
	p, q := t.sortOf(lang, a), t.sortOf(lang, b)
	if p == nil || q == nil || p.name == q.name {
		return false
	}
	return !slices.Contains(p.admits, q.name) && !slices.Contains(q.admits, p.name)
}

// sortOf returns the row of a noun, nil if it has none.
func (t *sortsOf) sortOf(lang, noun string) *category {
	noun = key(noun)
	if n := t.of[langWord{lang, noun}]; n > 0 {
		return &t.rows[n-1]
	}
	if lang != "en" {
		return nil
	}
	if _, ok := Hypernym(noun, "person", Noun); !ok {
		return nil
	}
	for _, other := range [...]string{"animal", "artifact", "location", "organization", "substance", "act", "communication", "attribute"} {
		if _, ok := Hypernym(noun, other, Noun); ok {
			return nil
		}
	}
	return &t.rows[t.of[langWord{"en", "person"}]-1]
}

// Immovable reports whether a noun names a sort of thing that stays where it is: a town,
// a country, a lake, a building, a school.
func Immovable(lang, noun string) bool {
	t := readSorts()
	c := t.sortOf(lang, noun)
	if c == nil {
		return false
	}
	switch c.name {
	case "settlement", "county", "province", "country", "water", "mountain", "building", "ville", "pays":
		return true
	}
	switch key(noun) {
	case "school", "university", "college", "church":
		return true
	}
	return false
}

// Human reports whether a noun, in the singular or plural, names people and nothing
// else: a farmer, astronauts.
func Human(lang, noun string) bool {
	if lemma, ok := LemmaIn(lang, Noun, noun); ok {
		noun = lemma
	}
	c := readSorts().sortOf(lang, noun)
	return c != nil && (c.name == "person" || c.name == "personne")
}
