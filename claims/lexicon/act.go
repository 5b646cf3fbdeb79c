package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/acts.tsv
var actTable string

// An Act is what a reporting word is an act of.
type Act uint8

// The acts. The zero value is Speech.
const (
	Speech     Act = iota // said, told, denied, urged
	Writing               // wrote, tweeted; "the report found that"
	Thought               // thinks, knows, fears
	Plan                  // wants, plans, intends
	Appearance            // seems, appears
	Other                 // supported, charged, opened
	show                  // Writing or Thought, as its subject is
	hear                  // Speech or Thought, as its subject is: “the jury heard that”
)

var acts = [...]string{"speech", "writing", "thought", "plan", "appearance", "other", "show", "hear"}

// String returns the act in lower case.
func (a Act) String() string { return acts[min(int(a), int(show))] }

type actKey struct{ lang, kind, word string }

// actRow is a row's answer for each of its words.
type actRow struct {
	act  Act
	said string
}

var readActs = sync.OnceValue(func() map[actKey]actRow {
	m := map[actKey]actRow{}
	eachRow(actTable, func(f []string) {
		for a, name := range acts {
			if name == f[2] {
				eachWord(f[4], func(w string) {
					k := actKey{f[0], f[1], w}
					if _, ok := m[k]; !ok { // the first row that lists a word has it
						m[k] = actRow{Act(a), f[3]}
					}
				})
			}
		}
	})
	return m
})

var cueKinds = [...]string{VerbCue: "verb", NounCue: "noun", PhraseCue: "phrase"}

// actOf returns the row of a reporting word, its class's if it has none of its own.
func actOf(lang string, kind CueKind, lemma string) (actRow, bool) {
	m := readActs()
	if x, ok := m[actKey{lang, cueKinds[kind], key(lemma)}]; ok {
		return x, true
	}
	cue, ok := CueOf(lang, kind, lemma)
	if !ok {
		return actRow{}, false
	}
	x, ok := m[actKey{lang, "class", cue.Class}]
	return x, ok
}

// ActOf returns what a reporting word, given by its lemma, is an act of when the last
// word of its subject is subject. A word that reports nothing is Other.
func ActOf(lang string, kind CueKind, lemma, subject string) Act {
	x, ok := actOf(lang, kind, lemma)
	switch {
	case !ok:
		return Other
	case x.act == hear:
		if _, ok := readActs()[actKey{lang, "hearing", key(subject)}]; ok {
			return Speech
		}
		return Thought
	case x.act != show:
		return x.act
	}
	if _, ok := readActs()[actKey{lang, "subject", key(subject)}]; ok {
		return Writing
	}
	return Thought
}

// SaysThing reports whether a noun phrase after a reporting verb is what was said
// (“denied any wrongdoing”), not what was spoken of (“criticised the plan”).
func SaysThing(lang, lemma string) bool {
	x, _ := actOf(lang, VerbCue, lemma)
	return strings.Contains(x.said, "n")
}

// SaysDeed reports whether an infinitive after a reporting verb is what shall be done
// by what was said: “vowed to leave”, “told him to leave”.
func SaysDeed(lang, lemma string) bool {
	x, _ := actOf(lang, VerbCue, lemma)
	return strings.Contains(x.said, "i")
}
