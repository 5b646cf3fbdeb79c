package index

// commonest are words of which hardly a sentence of a language has none.
var commonest = map[string][]string{"en": {"the", "a", "of", "to", "in", "and", "is", "has"}, "fr": {"le", "la", "les", "de", "des", "un", "une", "et", "est", "du"}}

// Speaks reports whether the index may hold a text in a language: one says so, or, where
// the index was made before texts did, one of its commonest words is there. It costs a
// look-up or two.
func (x *Index) Speaks(lang string) bool {
	if _, df := x.lookUp(langField + lang); df > 0 {
		return true
	}
	for _, w := range commonest[lang] {
		if _, df := x.lookUp(term(lang, w)); df > 0 {
			return true
		}
	}
	return false
}

// Reviewed reports whether a publisher's check of a claim is among the texts.
func (x *Index) Reviewed() bool {
	_, df := x.lookUp(reviewField)
	return df > 0
}
