package relate

import (
	"sync"

	"factcheck/claims/text"
)

// limiters are words that take something back from the word after them: what is
// the second largest is not the largest, a former minister is no minister. A
// source that has one of them says less than a statement that leaves it out.
var limiters = sync.OnceValue(func() map[string]map[string]bool {
	return map[string]map[string]bool{
		"en": wordSet("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "2nd", "3rd", "4th", "5th",
			"former", "ex", "late", "deputy", "vice", "acting", "interim", "assistant", "alleged", "suspected", "supposed", "presumed", "aspiring",
			"potential", "possible", "likely", "proposed", "planned", "prospective", "attempted", "failed", "fake", "false", "nearly", "almost", "partly",
			"partially", "hardly", "barely", "rarely", "reportedly", "allegedly", "half", "would", "could", "might", "may", "should", "if", "unless", "without"),
		"fr": wordSet("deuxieme", "second", "seconde", "troisieme", "quatrieme", "ancien", "ancienne", "ex", "adjoint", "vice", "presume", "presumee",
			"possible", "eventuel", "futur", "faux", "fausse", "presque", "partiellement", "si", "sans"),
	}
})

func wordSet(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// limited reports whether the source limits a word of the statement that the
// statement does not limit: then it bears out less than the statement says.
func limited(source, statement *Analysis) bool {
	limit := limiters()[source.lang]
	for i := range source.terms {
		w := text.Fold(source.words[source.terms[i].word].In(source.side.Text))
		if v := source.terms[i].value; v != 0 && source.values[v-1].time != nil {
			continue // "May 1961" limits nothing
		}
		if !limit[w] || statement.hasWord(w) {
			continue
		}
		for k := i + 1; k < len(source.terms) && k <= i+2; k++ {
			if t := &source.terms[k]; t.class == content {
				if statement.hasStem(t.stem) {
					return true
				}
				break
			}
		}
	}
	return false
}

// hasWord reports whether a folded word stands in the side.
func (a *Analysis) hasWord(w string) bool {
	for i := range a.terms {
		if a.terms[i].fold == w {
			return true
		}
	}
	return false
}

// hasStem reports whether a content word with that stem stands in the side.
func (a *Analysis) hasStem(stem string) bool {
	if !a.bloom.Has(stem) {
		return false
	}
	for i := range a.terms {
		if a.terms[i].class == content && a.terms[i].stem == stem {
			return true
		}
	}
	return false
}
