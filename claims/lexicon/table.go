package lexicon

import (
	"strings"

	"factcheck/claims/text"
)

// POS is a part of speech.
type POS uint8

// The parts of speech. The zero value stands for any of them.
const (
	Any POS = iota
	Noun
	Verb
	Adjective
	Adverb
	Preposition
)

// String returns the name in small letters.
func (p POS) String() string {
	return [...]string{"any", "noun", "verb", "adjective", "adverb", "preposition", "any", "any"}[p&7]
}

// posOf reads the letter that the tables use.
func posOf(s string) POS {
	switch s {
	case "n":
		return Noun
	case "v":
		return Verb
	case "a":
		return Adjective
	case "r":
		return Adverb
	case "p":
		return Preposition
	}
	return Any
}

// eachRow calls do with the fields of each row of a table: tab-separated, lines
// that begin with # left out.
func eachRow(table string, do func(fields []string)) {
	var fields []string
	for table != "" {
		row, rest, _ := strings.Cut(table, "\n")
		table = rest
		if row == "" || row[0] == '#' {
			continue
		}
		fields = fields[:0]
		for more := true; more; {
			var f string
			f, row, more = strings.Cut(row, "\t")
			fields = append(fields, f)
		}
		do(fields)
	}
}

// eachWord calls do with the folded words of a field, _ turned into a space.
func eachWord(field string, do func(word string)) {
	for field != "" {
		w, rest, _ := strings.Cut(field, " ")
		field = rest
		if w != "" {
			do(key(w))
		}
	}
}

// key returns the form under which a word is kept: folded, its parts separated
// by spaces.
func key(w string) string {
	w = text.Fold(w)
	if strings.IndexByte(w, '_') >= 0 {
		w = strings.ReplaceAll(w, "_", " ")
	}
	return w
}
