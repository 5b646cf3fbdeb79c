package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// French has no lexicon here that could tell every lemma. But a verdict needs the
// lemma only of words that the other tables hold, some thousand: a form is led
// back by its ending, and the result counts only if it is one of those.

//go:embed data/french.tsv
var frenchTable string

// A frenchRule turns the ending of a form into that of its lemma.
type frenchRule struct {
	form, lemma string
}

type french struct {
	rules map[POS]map[string][]frenchRule // by the last letter of the form's ending, "" for none
	known map[wordKey]struct{}
}

var readFrench = sync.OnceValue(func() *french {
	f := &french{rules: map[POS]map[string][]frenchRule{}, known: map[wordKey]struct{}{}}
	eachRow(frenchTable, func(row []string) {
		pos := posOf(row[0])
		if f.rules[pos] == nil {
			f.rules[pos] = map[string][]frenchRule{}
		}
		eachWord(row[2], func(ending string) {
			last := ending[len(ending)-1:]
			f.rules[pos][last] = append(f.rules[pos][last], frenchRule{ending, row[1]})
		})
	})
	for k := range readOppositions().words {
		if k.lang == "fr" {
			f.known[k] = struct{}{}
		}
	}
	for k, c := range readCues() {
		if k.lang == "fr" && c.Kind != PhraseCue {
			f.known[wordKey{"fr", [...]POS{Verb, Noun}[c.Kind], k.word}] = struct{}{}
		}
	}
	for k := range readImplicatives() {
		if k.lang == "fr" {
			if i := strings.LastIndexByte(k.word, ' '); i > 0 { // the joint: "échouer à"
				k.word = k.word[:i]
			}
			f.known[wordKey{"fr", Verb, k.word}] = struct{}{}
		}
	}
	return f
})

// LemmaIn returns the base form of a word of a language, folded; false if none is
// known. In English it is Lemma, which has all of WordNet; in French only lemmas
// of the tables of this package are found, reflexive verbs with their pronoun ("empare":
// s'emparer).
func LemmaIn(lang string, pos POS, word string) (string, bool) {
	switch lang {
	case "en":
		return Lemma(pos, word)
	case "fr":
		return readFrench().lemma(pos, key(word))
	}
	return "", false
}

// lemma looks a folded French word up.
func (f *french) lemma(pos POS, word string) (string, bool) {
	if word == "" || len(word) > maxWord {
		return "", false
	}
	if l, ok := f.listed(pos, word); ok {
		return l, true
	}
	best, ending := "", -1
	for _, r := range f.rules[pos][word[len(word)-1:]] {
		stem, ok := strings.CutSuffix(word, r.form)
		if !ok || len(r.form) <= ending || len(stem)+len(r.lemma) < 3 {
			continue
		}
		if l, ok := f.listed(pos, stem+r.lemma); ok {
			best, ending = l, len(r.form)
		}
	}
	return best, best != ""
}

// listed returns a lemma as the tables have it: with the pronoun if it is only
// reflexive.
func (f *french) listed(pos POS, lemma string) (string, bool) {
	if _, ok := f.known[wordKey{"fr", pos, lemma}]; ok {
		return lemma, true
	}
	if pos == Verb {
		for _, pronoun := range [...]string{"s'", "se "} {
			if _, ok := f.known[wordKey{"fr", Verb, pronoun + lemma}]; ok {
				return pronoun + lemma, true
			}
		}
	}
	return "", false
}
