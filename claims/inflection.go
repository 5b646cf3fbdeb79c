package claims

import (
	"strings"

	"factcheck/claims/lexicon"
)

// reportingLemma returns the lemma of a reporting verb by its form, the form
// itself if none is known.
func reportingLemma(lang, form string) string {
	if lang != "en" {
		if l, ok := lexicon.LemmaIn(lang, lexicon.Verb, form); ok {
			return l
		}
		return strings.ToLower(form)
	}
	form = strings.ToLower(form)
	known := func(l string) bool {
		_, ok := lexicon.CueOf(lang, lexicon.VerbCue, l)
		return ok
	}
	switch form {
	case "said":
		return "say"
	case "told":
		return "tell"
	case "wrote", "written":
		return "write"
	case "thought":
		return "think"
	case "found":
		return "find"
	case "shown":
		return "show"
	}
	if known(form) {
		return form
	}
	for _, ending := range [...]string{"s", "es", "ed", "d", "ing"} {
		stem, ok := strings.CutSuffix(form, ending)
		if n := len(stem); ok && n > 2 {
			for _, l := range [...]string{stem, stem + "e", strings.TrimSuffix(stem, stem[n-1:]), strings.TrimSuffix(stem, "i") + "y"} {
				if known(l) {
					return l
				}
			}
		}
	}
	return form
}
