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
