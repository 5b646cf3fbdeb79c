package text

import (
	"strings"
	"sync/atomic"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
)

// Stem returns the stem of the folded word w in the language lang ("en", "fr"),
// w itself in any other. Stems join inflections ("captured", "captures") and
// serve retrieval only: no verdict rests on one.
func Stem(lang, w string) string {
	if lang != "en" && lang != "fr" || len(w) > longestKept {
		return stem(lang, w)
	}
	at := &stems[Hash(w)%keptStems]
	if s := at.Load(); s != nil && s.word == w && s.lang == lang {
		return s.stem
	}
	s := &stemmed{lang: lang, word: strings.Clone(w)}
	s.stem = stem(lang, s.word)
	at.Store(s)
	return s.stem
}

// A text repeats its words, and stemming one takes twenty times as long as finding
// it here: each word has one place, which the last word that hashes to it keeps.
var stems [keptStems]atomic.Pointer[stemmed]

const (
	keptStems   = 1 << 15
	longestKept = 32 // bytes of a word
)

type stemmed struct{ lang, word, stem string }

func stem(lang, w string) string {
	switch lang {
	case "en":
		env := snowballstem.NewEnv(w)
		english.Stem(env)
		return env.Current()
	case "fr":
		env := snowballstem.NewEnv(w)
		french.Stem(env)
		return env.Current()
	}
	return w
}
