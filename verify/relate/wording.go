package relate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/grammar"
)

//go:embed wordings.tsv
var wordingTable string

// A wording is one way to say something: its lemmas, and the lines of the table
// on which it stands.
type wording struct {
	lemmas []string
	part   string // "verb", "noun" or "other"
	senses []sense
}

// A sense is a line of the table and the side of it on which a wording stands.
type sense struct {
	line         int
	says, saidBy bool // it says what the others do; what the others say, it does
}

// phrasebook maps the first lemma of wordings to those that begin with it, the
// longest first.
type phrasebook map[string][]wording

// phrasebooks maps language to phrasebook, read once.
var phrasebooks = sync.OnceValue(func() map[string]phrasebook {
	all := map[string]phrasebook{}
	number := 0
	for fields := range rows(wordingTable, 3) {
		lang := all[fields[0]]
		if lang == nil {
			lang = phrasebook{}
			all[fields[0]] = lang
		}
		number++
		left, right, directed := strings.Cut(fields[2], ">")
		for _, w := range strings.Fields(left) {
			lang.add(w, fields[1], sense{number, true, !directed})
		}
		for _, w := range strings.Fields(right) {
			lang.add(w, fields[1], sense{number, false, true})
		}
	}
	for _, lang := range all {
		for _, list := range lang {
			slices.SortStableFunc(list, func(a, b wording) int { return len(b.lemmas) - len(a.lemmas) })
		}
	}
	return all
})

// add adds one word or phrase of a line; "up@other" names its own part of speech.
func (b phrasebook) add(w, part string, s sense) {
	if word, own, ok := strings.Cut(w, "@"); ok {
		w, part = word, own
	}
	lemmas := strings.Split(w, "_")
	list := b[lemmas[0]]
	for i := range list {
		if list[i].part == part && slices.Equal(list[i].lemmas, lemmas) {
			list[i].senses = append(list[i].senses, s)
			return
		}
	}
	b[lemmas[0]] = append(list, wording{lemmas, part, []sense{s}})
}

// wordingAt returns the longest wording that begins at word i and has the part of
// speech of its word, and the word after it; nil if there is none.
func (s *sentence) wordingAt(i int) (*wording, int) {
	list := phrasebooks()[s.a.lang][s.tree.Tokens[i].Lemma]
	for k := range list {
		w := &list[k]
		end := i + len(w.lemmas)
		if end > len(s.words) || len(w.lemmas) == 1 && !w.fits(s.tree.Tokens[i].Tag) {
			continue
		}
		same := true
		for j := i + 1; j < end && same; j++ {
			same = s.lemmaIs(j, w.lemmas[j-i])
		}
		if same {
			return w, end
		}
	}
	return nil, i
}

// lemmaIs reports whether word i is a form of a lemma; "one" is any word that
// owns, "his" or "their", "oneself" any that points back.
func (s *sentence) lemmaIs(i int, lemma string) bool {
	switch lemma {
	case "one":
		return s.tree.Tokens[i].Feats.Has(grammar.Possessive)
	case "oneself":
		return strings.HasSuffix(s.fold(i), "self") || strings.HasSuffix(s.fold(i), "selves")
	}
	return s.fold(i) == lemma || s.tree.Tokens[i].Lemma == lemma
}

// fits reports whether a word with that tag may be one of the wording's part of
// speech.
func (w *wording) fits(t grammar.Tag) bool {
	switch w.part {
	case "verb":
		return t == grammar.Verb
	case "noun":
		return t == grammar.Noun || t == grammar.ProperNoun
	}
	return t != grammar.Verb && t != grammar.Noun
}

// says reports whether a wording of the source says what one of the statement
// does.
func (w *wording) says(x *wording) bool {
	for _, a := range w.senses {
		for _, b := range x.senses {
			if a.line == b.line && a.says && b.saidBy {
				return true
			}
		}
	}
	return false
}
