package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed language.tsv
var languageTable string

// functionWords gives for each word of language.tsv the languages that have it.
var functionWords = sync.OnceValue(func() map[string]tongues {
	m := map[string]tongues{}
	for line := range strings.Lines(languageTable) {
		lang, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			if lang == "fr" {
				m[w] |= frenchWord
			} else {
				m[w] |= englishWord
			}
		}
	}
	return m
})

type tongues uint8

const (
	englishWord tongues = 1 << iota
	frenchWord
)

// What is looked at of a text: so many words, in so many bytes.
const (
	languageWords = 600
	languageBytes = 1 << 14
)

// Language returns the language that a text is written in, "en" or "fr", by its
// function words; empty if they do not tell: there are none, or of both as many. A word
// that is not in capitals and has an accent speaks for French where English has no more
// than half the function words: "Cinq blessés à Goma".
func Language(src string) string {
	words := functionWords()
	src = src[:min(len(src), languageBytes)]
	var buf [64]byte
	english, french, accents, other, seen := 0, 0, 0, 0, 0
	for at, w := range eachLetters(src) {
		if seen++; seen > languageWords {
			break
		}
		fold := AppendFold(buf[:0], w)
		tongue := words[string(fold)]
		if n := len(fold) - 1; tongue == 0 && n > 0 && fold[n] == '\'' {
			tongue = words[string(fold[:n])] // "it's"
		}
		if tongue != 0 && inName(src, at, w) {
			continue
		}
		switch tongue {
		case englishWord:
			english++
		case frenchWord:
			french++
		default:
			if lower, mark := accented(w); lower && mark == frenchMark {
				accents++
			} else if mark == otherMark {
				other++
			}
		}
	}
	if other > french/8+accents/2 && other > english/8 { // ñ, ß, ø
		return ""
	}
	switch {
	case french > 0 && french*2 > english*3, accents > 0 && (french+accents) > 2*english:
		return "fr"
	case english > 0 && english*2 > french*3:
		return "en"
	}
	return ""
}

// inName reports whether word w at a place of a text stands in a name with a word before
// it: "Marine Le Pen" speaks no French.
func inName(src string, at int, w string) bool {
	return at > 1 && len(w) > 1 && src[at-1] == ' ' && isLetter(rune(src[at-2])) && unicode.IsUpper(rune(w[0])) && unicode.IsLower(rune(w[1]))
}

// eachLetters yields the runs of letters of a text with where they begin, each with the
// apostrophe that ends it: "l'", "armée".
func eachLetters(src string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		first := -1
		for i, c := range src {
			if isLetter(c) {
				if first < 0 {
					first = i
				}
				continue
			}
			if first < 0 {
				continue
			}
			end := i
			if c == '\'' || c == '’' {
				end += len(string(c))
			}
			if !yield(first, src[first:end]) {
				return
			}
			first = -1
		}
		if first >= 0 {
			yield(first, src[first:])
		}
	}
}

type mark uint8

const (
	noMark     mark = iota
	frenchMark      // a letter that French has and English has not
	otherMark       // one that neither has
)

// accented reports whether a word begins in lower case, and what its letters tell.
func accented(w string) (lower bool, m mark) {
	for i, c := range w {
		if i == 0 {
			lower = unicode.IsLower(c)
		}
		if c < 0x80 || c == '’' {
			continue
		}
		if strings.ContainsRune("àâçéèêëîïôùûüœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ", c) {
			m = max(m, frenchMark)
		} else if unicode.IsLetter(c) {
			m = otherMark
		}
	}
	return lower, m
}
