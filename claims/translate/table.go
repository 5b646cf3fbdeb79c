package translate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/text"
)

// Part is the sort of word that a row of words.tsv lists: a letter, as its head explains.
type Part byte

// The parts.
const (
	Verb        Part = 'v'
	Noun        Part = 'n'
	Adjective   Part = 'a'
	Adverb      Part = 'd'
	Preposition Part = 'p'
	Mark        Part = 'm'
	Pronoun     Part = 'r'
	Determiner  Part = 't'
	Name        Part = 'x'
	collocation Part = 'c'
	homograph   Part = 'h'
)

//go:embed words.tsv
var wordTable string

type key struct {
	part Part
	word string
}

// A phrase is an entry of several words: the folded words as a text is divided, the
// key that it stands under, and its part.
type phrase struct {
	words []string
	key   key
}

// A table is words.tsv, read.
type table struct {
	english map[key][]string    // the translations of a folded French word, the usual one first; an empty one for none
	object  map[string][]string // by verb: the prepositions by which it takes its object
	french  map[string][]string // by English lemma: the French words for it, those of which it is the usual translation first
	loosely map[string][]string // the others, while the table is read
	phrases map[string][]phrase // by their first word, the longest first
	common  map[string]bool     // the English lemmas that are no names

	accented map[key][]string // english for words with their accents: "marché" is no "marche"
}

var read = sync.OnceValue(func() *table {
	t := &table{map[key][]string{}, map[string][]string{}, map[string][]string{}, map[string][]string{}, map[string][]phrase{}, map[string]bool{}, map[key][]string{}}
	for line := range strings.Lines(wordTable) {
		part, pairs, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || len(part) != 1 {
			continue // a comment
		}
		for pair := range strings.FieldsSeq(pairs) {
			french, english, _ := strings.Cut(pair, "=")
			t.add(Part(part[0]), french, strings.Split(english, ","))
		}
	}
	for w, list := range t.loosely {
		t.french[w] = append(t.french[w], list...)
	}
	t.loosely = nil
	for _, list := range t.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return t
})

// add adds a pair.
func (t *table) add(part Part, french string, english []string) {
	french, by, _ := strings.Cut(strings.ReplaceAll(french, "'_", "'"), ":") // a text has no space behind "d'"
	for i, w := range english {
		english[i] = strings.Trim(w, "-") // "-" is no word
	}
	k := key{part, text.Fold(french)}
	if by != "" {
		t.object[k.word] = append(t.object[k.word], text.Fold(by))
		t.english[key{part, k.word + ":"}] = english
	}
	if t.english[k] == nil {
		t.english[k] = english
	}
	if k := (key{part, strings.ToLower(french)}); t.accented[k] == nil {
		t.accented[k] = english
	}
	for i, w := range english {
		if part == Verb || part == Noun || part == Adjective || part == Adverb || part == Name {
			w, of := text.Fold(strings.ReplaceAll(w, "_", " ")), t.french
			if i > 0 {
				of = t.loosely
			}
			of[w] = append(of[w], strings.ReplaceAll(french, "_", " "))
			t.common[w] = t.common[w] || part != Name
		}
	}
	if part == Verb && (strings.HasPrefix(french, himself) || strings.HasPrefix(french, it)) {
		return // known by its verb
	}
	if words := divided(strings.ReplaceAll(french, "_", " ")); len(words) > 1 && part != collocation {
		t.phrases[words[0]] = append(t.phrases[words[0]], phrase{words, k})
	}
}

// divided returns the folded words of an entry as a text is divided.
func divided(s string) []string {
	var out []string
	for _, w := range text.Words(s) {
		out = append(out, text.Fold(w.In(s)))
	}
	return out
}

// of returns the English words for a French one as it is written, or else folded; nil if the
// table has none.
func (t *table) of(part Part, word string) []string {
	if english := t.accented[key{part, word}]; english != nil {
		return english
	}
	return t.english[key{part, text.Fold(word)}]
}

// English returns the English words for a French lemma, the usual one first; nil if the
// table has none.
func English(part Part, lemma string) []string { return read().of(part, strings.ToLower(lemma)) }

// Known reports whether a folded word is a French one of the table, or a plural or feminine of one.
func Known(word string) bool {
	t := read()
	for _, w := range [...]string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "e"), strings.TrimSuffix(word, "es")} {
		for _, part := range []byte(forms) {
			if t.english[key{Part(part), w}] != nil {
				return true
			}
		}
	}
	return false
}

// forms are the parts of single words that are no names.
const forms = "vnadpmrt"

// French returns the French words for an English lemma, nil if the table has none.
func French(lemma string) []string { return read().french[text.Fold(lemma)] }

// Common reports whether the table has French words for an English lemma that are no names: "year". Twin: "Agadez".
func Common(lemma string) bool { return read().common[text.Fold(lemma)] }
