package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed data/implicatives.tsv
var implicativeTable string

// Outcome says what follows for the complement of a verb.
type Outcome int8

const (
	Unsaid    Outcome = 0  // it may have come about or not
	CameTrue  Outcome = 1  // "managed to leave": left
	CameFalse Outcome = -1 // "failed to leave": did not leave
)

// An Implicative says what a verb and its negation make of the complement:
// "managed to" {CameTrue, CameFalse}, "failed to" {CameFalse, CameTrue}, "plans
// to" {Unsaid, Unsaid}.
type Implicative struct {
	Plain, Negated Outcome
}

type implicativeKey struct{ lang, word string }

var readImplicatives = sync.OnceValue(func() map[implicativeKey]Implicative {
	m := make(map[implicativeKey]Implicative, 512)
	eachRow(implicativeTable, func(f []string) {
		i := Implicative{outcome(f[1]), outcome(f[2])}
		eachWord(f[3], func(w string) { m[implicativeKey{f[0], w}] = i })
	})
	return m
})

func outcome(s string) Outcome {
	switch s {
	case "+":
		return CameTrue
	case "-":
		return CameFalse
	}
	return Unsaid
}

// ImplicativeOf returns the signature of a verb by its lemma and the word that
// joins its complement: ("fail", "to"), ("prevent", "from"), ("avoid", "") for a
// bare -ing or infinitive. False if the verb is not listed with that word.
func ImplicativeOf(lang, lemma, joint string) (Implicative, bool) {
	k := key(lemma)
	if joint != "" {
		k += " " + key(joint)
	}
	i, ok := readImplicatives()[implicativeKey{lang, k}]
	return i, ok
}
