package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/categories.tsv
var categoryTable string

// A member is a word's place in a row of nouns that exclude each other: words of
// one row with different meanings do.
type member struct {
	row, meaning uint16
}

type langWord struct{ lang, word string }

var readCategories = sync.OnceValue(func() map[langWord][]member {
	m := make(map[langWord][]member, 1024)
	row := uint16(0)
	eachRow(categoryTable, func(f []string) {
		meaning := uint16(0)
		eachWord(f[1], func(words string) {
			for more := true; more; {
				var w string
				w, words, more = strings.Cut(words, "/")
				k := langWord{f[0], w}
				m[k] = append(m[k], member{row, meaning})
			}
			meaning++
		})
		row++
	})
	return m
})

// Exclusive reports whether what is an a cannot be a b: film and series, river
// and lake, Monday and Friday, colonel and general. The lists are short and closed: false
// says nothing.
func Exclusive(lang, a, b string) bool {
	m := readCategories()
	as := m[langWord{lang, key(a)}]
	if as == nil {
		return false
	}
	found := false
	for _, p := range as {
		for _, q := range m[langWord{lang, key(b)}] {
			if p == q {
				return false
			}
			found = found || p.row == q.row
		}
	}
	return found
}
