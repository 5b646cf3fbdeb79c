package index

import (
	"strings"
	"unicode/utf8"

	"factcheck/claims/text"
)

// A term is what a word is found by: folded, without the marks inside it
// (U.S. and US, e-mail and email, 15,000 and 15000, #news and news are one),
// and stemmed unless it holds a digit. Marks, addresses, clitics that carry no
// meaning and words of more than 64 bytes are no terms.

// term returns the term of a word of letters or digits, empty if it has none.
func term(lang, word string) string {
	if len(word) > 64 || strings.Contains(word, "://") || strings.HasPrefix(word, "www.") {
		return ""
	}
	w := text.Fold(word)
	digits := false
	clean := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
		case c >= '0' && c <= '9':
			digits = true
		case c == '.' && digits && i+1 < len(w) && w[i+1] >= '0' && w[i+1] <= '9', c == ':' && digits:
		default:
			continue
		}
		clean = append(clean, c)
	}
	if len(clean) == 0 || clitic(w) {
		return ""
	}
	if digits {
		return string(clean)
	}
	if n := numbers[lang][string(clean)]; n != "" {
		return n
	}
	return text.Stem(lang, string(clean))
}

// clitic reports whether the folded word is an inflection that stands as a word
// of its own and says nothing by itself.
func clitic(w string) bool {
	switch w {
	case "'s", "'", "'d", "'ll", "'re", "'ve", "'m", "l'", "d'", "s'", "c'", "j'", "m'", "t'":
		return true
	}
	return false
}

// terms returns the terms of src in order.
func terms(lang, src string) (list []string) {
	if lang == "" {
		lang = "en"
	}
	for _, w := range text.Words(src) {
		if w.Kind == text.Letters || w.Kind == text.Number {
			if t := term(lang, w.In(src)); t != "" {
				list = append(list, t)
			}
		}
	}
	return list
}

// nameTerms returns the terms of a speaker's name.
func nameTerms(lang, name string) []string {
	if name == "" {
		return nil
	}
	return terms(lang, name)
}

// sourceTerm returns the term of a publisher's whole name.
func sourceTerm(name string) string { return sourceField + text.Fold(strings.TrimSpace(name)) }

// queryTerms returns the terms of a word of a query: its own, and for a tag or
// an account those of the words that it is joined of (#NoMoreWar).
func queryTerms(lang, word string) []string {
	if lang == "" {
		lang = "en"
	}
	var list []string
	if t := term(lang, word); t != "" {
		list = append(list, t)
	}
	if word[0] != '#' && word[0] != '@' {
		return list
	}
	start := 1
	for i := 1; i <= len(word); i++ {
		if i < len(word) && !joint(word, i) {
			continue
		}
		if part := strings.Trim(word[start:i], "_"); len(part) > 1 && i-start < len(word)-1 {
			if t := term(lang, part); t != "" {
				list = append(list, t)
			}
		}
		start = i
	}
	return list
}

// joint reports whether a new word begins at i in a joined one.
func joint(word string, i int) bool {
	upper := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	c, before := word[i], word[i-1]
	return before == '_' || upper(c) && !upper(before) || digit(c) != digit(before) || upper(c) && i+1 < len(word) && !upper(word[i+1]) && word[i+1] != '_'
}

// numbers are the words that are found as digits.
var numbers = map[string]map[string]string{
	"en": {
		"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
		"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
	},
	"fr": {
		"deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8", "neuf": "9", "dix": "10", "onze": "11", "douze": "12",
		"quinze": "15", "vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60",
	},
}
