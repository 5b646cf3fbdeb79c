package relate

import (
	_ "embed"
	"strings"
	"sync"
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

// functionWords maps language and folded word to the class, read once.
var functionWords = sync.OnceValue(func() map[string]map[string]class {
	all := map[string]map[string]class{}
	for line := range strings.Lines(functionTable) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		if all[fields[0]] == nil {
			all[fields[0]] = map[string]class{}
		}
		for i, name := range classNames {
			if name != fields[1] {
				continue
			}
			for _, w := range strings.Fields(fields[2]) {
				if _, known := all[fields[0]][w]; !known {
					all[fields[0]][w] = class(i)
				}
			}
		}
	}
	return all
})
