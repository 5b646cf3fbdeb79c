package relate

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/text"
)

// class says what kind of function word a word is; the zero class is content.
type class uint8

const (
	content class = iota
	article
	auxiliary
	pronoun
	preposition
	conjunction
	negation
	modal
	quantifier
	adverb
	mark // punctuation, quotation marks, symbols
	classes
)

var classNames = [classes]string{"content", "article", "auxiliary", "pronoun", "preposition", "conjunction", "negation", "modal", "quantifier", "adverb", "mark"}

//go:embed function.tsv
var functionTable string

// vocabulary is what one language's function words are. The words of a phrase
// are joined by low lines: "in_front_of".
type vocabulary struct {
	class   map[string]class
	longest map[string]int // of the phrases that begin with a word, in words
	starts  text.Starts    // those words
}

// vocabularies maps language to vocabulary, read once.
var vocabularies = sync.OnceValue(func() map[string]*vocabulary {
	all := map[string]*vocabulary{}
	for fields := range rows(functionTable, 3) {
		if all[fields[0]] == nil {
			all[fields[0]] = &vocabulary{class: map[string]class{}, longest: map[string]int{}}
		}
		v := all[fields[0]]
		for i, name := range classNames {
			if name != fields[1] {
				continue
			}
			for _, w := range strings.Fields(fields[2]) {
				if _, known := v.class[w]; !known {
					v.class[w] = class(i)
				}
				if first, _, ok := strings.Cut(w, "_"); ok {
					v.starts.Add(first)
					v.longest[first] = max(v.longest[first], strings.Count(w, "_")+1)
				}
			}
		}
	}
	return all
})

// phrase returns the function phrase that begins at words[i]: its form in the
// table and how many words it has, zero if there is none.
func (v *vocabulary) phrase(src string, words []text.Word, i int) (string, int) {
	if !v.starts.May(words[i].In(src)) {
		return "", 0
	}
	var buf [40]byte
	w := text.AppendFold(buf[:0], words[i].In(src))
	longest := v.longest[string(w)]
	if longest == 0 {
		return "", 0
	}
	found, n := "", 0
	for k := 1; k < longest && i+k < len(words) && words[i+k].Kind == text.Letters; k++ {
		w = text.AppendFold(append(w, '_'), words[i+k].In(src))
		if _, ok := v.class[string(w)]; ok {
			found, n = string(w), k+1
		}
	}
	return found, n
}

// exceptive reports whether some terms except something from what they say: "all but two", "nobody
// but Kane", "not one but three".
func exceptive(terms []term) bool {
	for i := range terms {
		t := &terms[i]
		if excepting.in("", t.fold) || i > 0 && besides.in("", t.fold) && (terms[i-1].class == quantifier || terms[i-1].class == negation || terms[i-1].value > 0 || i > 1 && terms[i-2].class == negation) {
			return true
		}
	}
	return false
}
