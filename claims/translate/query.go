package translate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Other returns the language that a text of a language can be put into: "fr" for "en" and
// for "", "en" for "fr"; empty for any other.
func Other(lang string) string {
	switch lang {
	case "", "en":
		return "fr"
	case "fr":
		return "en"
	}
	return ""
}

// longestQuery is how many words are translated at most.
const longestQuery = 400

// Query returns words by which an index finds in the other language what src says: for
// each word of content its translations, names and numbers as they are. It is no sentence. Of
// a long text the first longestQuery words are enough: an index asks for 96 of them.
func Query(lang, src string) string {
	var b strings.Builder
	add := func(words ...string) {
		for _, w := range words {
			b.WriteString(strings.ReplaceAll(w, "_", " ") + " ")
		}
	}
	words := text.Words(src)
	words = words[:min(len(words), longestQuery)]
	if lang == "fr" {
		parser := grammar.Parser{Lang: lang}
		for _, r := range text.Sentences(src, words) {
			s := parser.Parse(src, words[r.First:r.End])
			g := Sentence(&s, src, words[r.First:r.End])
			for i := range g.Lemmas {
				switch {
				case !content(s.Tokens[i].Tag) || g.Lemmas[i] == "":
				case s.Tokens[i].Tag == grammar.ProperNoun || s.Tokens[i].Tag == grammar.Number || !g.Known[i]:
					add(words[r.First+i].In(src))
				default:
					add(g.Lemmas[i])
					add(g.Others[i]...)
				}
			}
			for _, n := range g.Names {
				add(n.English)
			}
		}
		return b.String()
	}
	for _, w := range words {
		if w.Kind != text.Letters && w.Kind != text.Number {
			continue
		}
		s := w.In(src)
		add(s)
		fold := text.Fold(s)
		lemmas := []string{fold, strings.TrimSuffix(fold, "s")} // "ceasefires" is no word of the lexicon
		for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
			if l, ok := lexicon.Lemma(pos, fold); ok {
				lemmas = append(lemmas, l)
			}
		}
		for k, l := range lemmas {
			if !slices.Contains(lemmas[:k], l) {
				french := French(l)
				add(french[:min(len(french), mostTranslations)]...)
			}
		}
	}
	return b.String()
}

// mostTranslations is how many words of the other language are looked for at most for one.
const mostTranslations = 6

// content reports whether a word of a tag says what a text is about.
func content(t grammar.Tag) bool {
	switch t {
	case grammar.Noun, grammar.ProperNoun, grammar.Verb, grammar.Adjective, grammar.Adverb, grammar.Number:
		return true
	}
	return false
}
