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
// and lake, Monday and Friday, colonel and general. The lists are short and
// closed, and a kind of something does not exclude it: false says nothing.
func Exclusive(lang, a, b string) bool {
	a, b = key(a), key(b)
	m := readCategories()
	as := m[langWord{lang, a}]
	if as == nil {
		return false
	}
	found := false
	for _, p := range as {
		for _, q := range m[langWord{lang, b}] {
			if p == q {
				return false
			}
			found = found || p.row == q.row
		}
	}
	return found && !(lang == "en" && kin(a, b))
}

// kin reports whether WordNet has two nouns for one, or one for a kind of the
// other: a helicopter is an aircraft, a tornado a cyclone.
func kin(a, b string) bool {
	if Synonyms(a, b, Noun) {
		return true
	}
	_, below := Hypernym(a, b, Noun)
	_, above := Hypernym(b, a, Noun)
	return below || above
}
