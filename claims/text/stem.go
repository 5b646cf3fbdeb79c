package text

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
)

// Stem returns the stem of the folded word w in the language lang ("en", "fr"),
// w itself in any other. Stems join inflections ("captured", "captures") and
// serve retrieval only: no verdict rests on one.
func Stem(lang, w string) string {
	env := snowballstem.NewEnv(w)
	switch lang {
	case "en":
		english.Stem(env)
	case "fr":
		french.Stem(env)
	default:
		return w
	}
	return env.Current()
}
