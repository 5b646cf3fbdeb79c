package name

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/text"
)

//go:embed data/words.tsv
var wordTable string

//go:embed data/variants.tsv
var variantTable string

//go:embed data/givennames.tsv
var givenTable string

//go:embed data/aliases.tsv
var aliasTable string

// class says what a word makes of the name that it stands in. A word may be of several.
type class uint32

// The classes, as data/words.tsv explains them.
const (
	article class = 1 << iota
	minor
	conjunction
	particle
	opener
	titleWord
	calendar
	behind
	suffix
	direction
	territory
	town
	city
	state
	legal
	placeNoun
	organisationNoun
	thingNoun
	feature
	trade
	storm
	surname
	familyFirst
	capitals
	national // no row: a place or a people, as the gazetteer knows

	kindNoun = placeNoun | organisationNoun | thingNoun // names a kind: its name is no person's
)

var classNames = [...]string{"article", "minor", "conjunction", "particle", "opener", "title", "calendar", "behind", "suffix", "direction", "territory", "town", "city", "state", "legal", "place", "organisation", "thing", "feature", "trade", "storm", "surname", "familyfirst", "capitals"}

// position says where in a name a spelling holds.
type position uint8

const (
	anywhere position = iota
	front             // not at the end
	last              // at the end of several words
)

// A variant is what a word may be the spelling of.
type variant struct {
	at   position
	word string // the first of its row
}

// An alias is one name of a row of data/aliases.tsv.
type alias struct {
	id   string // the first name of the row
	kind Kind
}

type tables struct {
	classes  map[string]class
	variants map[string][]variant
	given    map[string][]uint16 // the rows in which a given name stands
	full     []string            // the first name of each row
	aliases  map[string]alias    // by folded letters
}

var read = sync.OnceValue(func() *tables {
	t := &tables{classes: map[string]class{}, variants: map[string][]variant{}, given: map[string][]uint16{}, aliases: map[string]alias{}}
	eachRow(wordTable, func(f []string) {
		for i, n := range classNames {
			if n != f[1] {
				continue
			}
			for _, w := range strings.Fields(f[2]) {
				t.classes[strings.ReplaceAll(w, "_", " ")] |= 1 << i
			}
		}
	})
	eachRow(variantTable, func(f []string) {
		at := map[string]position{"any": anywhere, "front": front, "last": last}[f[0]]
		forms := strings.Fields(f[1])
		for _, w := range forms {
			w = text.Fold(w)
			t.variants[w] = append(t.variants[w], variant{at, forms[0]})
		}
	})
	eachRow(givenTable, func(f []string) {
		forms := strings.Fields(f[0])
		for _, w := range forms {
			t.given[w] = append(t.given[w], uint16(len(t.full)))
		}
		t.full = append(t.full, forms[0])
	})
	eachRow(aliasTable, func(f []string) {
		names := strings.Split(f[1], "|")
		for _, n := range names {
			t.aliases[plain(n)] = alias{names[0], kindNamed(f[0])}
		}
	})
	return t
})

// eachRow calls do with the fields of each row of a table; lines that begin with # are
// left out.
func eachRow(table string, do func(fields []string)) {
	for row := range strings.Lines(table) {
		if row = strings.TrimRight(row, "\n"); row != "" && row[0] != '#' {
			do(strings.Split(row, "\t"))
		}
	}
}

// classOf returns the classes of a folded word, 0 if it is of none.
func classOf(w string) class { return read().classes[w] }

// spelling returns the form of a folded word under which its spellings are one: mount
// for mt, organisation for organization. The end of a name tells Downing St from St John.
func spelling(w string, atFront, atEnd bool) string {
	for _, v := range read().variants[w] {
		if v.at == anywhere || v.at == front && !atEnd || v.at == last && atEnd && !atFront {
			return v.word
		}
	}
	return w
}

// plain returns the letters and digits of a name, folded, single spaces between its
// words: the key of a name in the table of aliases. Full stops and apostrophes join what
// they stand in: "d.r. congo" is dr congo.
func plain(s string) string {
	s = text.Fold(s)
	b := make([]byte, 0, len(s))
	gap := false
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' || c == '\'':
		case c <= ' ' || c == '-' || c == '"' || c == ',' || c == '_':
			gap = len(b) > 0
		default:
			if gap {
				b = append(b, ' ')
			}
			b, gap = append(b, c), false
		}
	}
	return string(b)
}
