package quantity

import "factcheck/claims/text"

// A Reading is all that a text says in numbers and quantifiers, in order.
type Reading struct {
	Mentions    []Mention    // with the numbers that only name things (Identifier), which Find leaves out
	Quantifiers []Quantifier // "all but two of the 30": their numbers are Mentions too, with their Role
}

// Read returns the mentions and quantifiers of src, whose words are given, in the
// language lang ("en" or "fr", empty for "en"). Of another language it returns the
// numbers in digits that Find does.
func Read(src string, words []text.Word, lang string) Reading {
	r := Reading{Mentions: read(nil, src, words, lang, true)}
	f := finder{Cursor: text.Cursor{Src: src, Words: words}}
	switch lang {
	case "", "en":
		f.lang = english()
		r.quantify(&f, quantifyingEnglish())
	case "fr":
		f.lang = french()
		r.quantify(&f, quantifyingFrench())
	}
	return r
}
