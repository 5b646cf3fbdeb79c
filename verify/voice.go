package verify

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// credited reports whether an indirect statement is one that its text really
// credits to somebody: its reporting word is one, and its speaker is not the
// writer ("what we know"). Extraction casts a wider net: "Rwanda supported the
// M23" is no statement of Rwanda's.
func credited(lang string, s *claims.Statement) bool {
	if s.Form != claims.Indirect {
		return true
	}
	if by := s.Attribution.Speaker.Text; lexicon.Is("en", lexicon.Writer, by) || lexicon.Is("fr", lexicon.Writer, by) {
		return false
	}
	lang = language(lang)
	lemma := strings.ReplaceAll(text.Fold(s.Attribution.Cue.Lemma), " ", "_")
	for _, kind := range [...]lexicon.CueKind{lexicon.VerbCue, lexicon.NounCue, lexicon.PhraseCue} {
		if cue, ok := lexicon.CueOf(lang, kind, lemma); ok {
			return !s.Topic || cue.Class == "confirm" || cue.Class == "deny" // "confirmed the seizure" says that there was one
		}
	}
	return false
}

// language returns the language of a document as the word tables know it: English
// where none is given.
func language(lang string) string {
	if lang == "" {
		return "en"
	}
	return lang
}
