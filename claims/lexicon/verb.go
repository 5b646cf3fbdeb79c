package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed data/verbs.tsv
var verbTable string

type verbKey struct{ lang, class, word string }

var readVerbs = sync.OnceValue(func() map[verbKey]bool {
	m := map[verbKey]bool{}
	eachRow(verbTable, func(f []string) {
		eachWord(f[2], func(w string) { m[verbKey{f[0], f[1], w}] = true })
	})
	return m
})

// Unchanged reports whether a word is a verb whose past is its base form: "cost",
// "burst". A tagger takes many of them for nouns.
func Unchanged(lang, word string) bool { return readVerbs()[verbKey{lang, "unchanged", key(word)}] }
