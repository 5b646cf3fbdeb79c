package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed data/cues.tsv
var cueTable string

// Commitment says what a reporting word makes of what it reports. The values are
// those of claims.Commitment.
type Commitment uint8

const (
	Asserts Commitment = iota
	Denies
	Neutral
	Directs
)

// CueKind says what sort of word a cue is.
type CueKind uint8

const (
	VerbCue   CueKind = iota // said, announced
	NounCue                  // the claim that, a denial of
	PhraseCue                // according to
)

// A Cue is what is known of a reporting word.
type Cue struct {
	Class      string // say manner declare confirm concede reveal conclude deny doubt ask believe accuse praise warn promise order source opinion
	Commitment Commitment
	Factive    bool // what is reported is presupposed: "admitted that", "did not know that"
	Kind       CueKind
}

type cueKey struct {
	lang string
	kind CueKind
	word string
}

var readCues = sync.OnceValue(func() map[cueKey]Cue {
	m := make(map[cueKey]Cue, 2048)
	eachRow(cueTable, func(f []string) {
		c := Cue{Class: f[2], Factive: f[4] == "1"}
		switch f[1] {
		case "noun":
			c.Kind = NounCue
		case "phrase":
			c.Kind = PhraseCue
		}
		switch f[3] {
		case "-":
			c.Commitment = Denies
		case "0":
			c.Commitment = Neutral
		case "D":
			c.Commitment = Directs
		}
		eachWord(f[5], func(w string) {
			k := cueKey{f[0], c.Kind, w}
			if _, ok := m[k]; !ok { // the first class that lists a word has it
				m[k] = c
			}
		})
	})
	return m
})

// CueOf returns what is known of a reporting verb, noun or phrase by its lemma;
// false if it reports nothing.
func CueOf(lang string, kind CueKind, lemma string) (Cue, bool) {
	c, ok := readCues()[cueKey{lang, kind, key(lemma)}]
	return c, ok
}
