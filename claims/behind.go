package claims

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// What stands behind a quotation, or behind what is said, in a sentence with a tree.

// utters reports whether token v stands behind a quotation where any verb is one of saying, whatever the tree takes it for: « … », | maugrée | Doe,
// « … », | tacle | Doe, « … », | s'amuse-t-il |. Twins: « Goma », ville de Doe ; « … », maire Doe.
func (s *parsedSentence) utters(v int) bool {
	if !s.behindQuotation(s.group(v)) {
		return false
	}
	switch t := &s.tree.Tokens[v]; {
	case t.Tag == grammar.Verb:
		return !t.Feats.Has(grammar.Gerund) && (s.inverted(v) >= 0 || s.speaking(s.follower(v)))
	case !t.Tag.Nominal() && t.Tag != grammar.Adjective && t.Tag != grammar.Number || t.Tag == grammar.Pronoun || s.r.words[s.words.First+v].Kind != text.Letters || s.group(v) != v:
		return false
	}
	next := v + 1
	if next+1 < len(s.tree.Tokens) && s.tree.Tokens[next].Tag == grammar.Determiner {
		return s.speaking(next + 1)
	}
	if s.speaking(v) { // “« … », juge | l'historien”; twin: “« … », maire Doe”
		return false
	}
	return s.personAt(next) || slices.ContainsFunc(s.tree.Names, func(n grammar.Name) bool { return n.First == next && n.Kind == grammar.Person })
}

// behindQuotation reports whether the verb group that begins at token g stands right behind a quotation and a comma: “« … », | a dénoncé
// le ministre”.
func (s *parsedSentence) behindQuotation(g int) bool {
	i := s.words.First + s.afterThat(g)
	return i > 1 && s.r.word(i-1) == "," && s.closes(i-2)
}

// afterThat returns where “c'est ce que” begins that stands before token g, or g: “« … », | c'est ce qu'a confié le maire”.
func (s *parsedSentence) afterThat(g int) int {
	for k := g - 1; k >= 0 && k > g-5 && s.lower(k) != ","; k-- {
		if w := s.lower(k); w == "c'" || w == "voilà" {
			if at := k + 2*once(w == "c'") + once(w == "voilà"); (at+1 == g || at+2 == g) && s.lower(at) == "ce" && subordinates(s.lower(at+1)) {
				return k
			}
		}
	}
	return g
}

// follows reports whether somebody stands right behind verb v: "dit | Jane Doe", "dit | le maire". Twin: "Guy Roe, dit | Guigui".
func (s *parsedSentence) follows(v int) bool {
	f := s.follower(v)
	return s.speaking(f) && (f == v+1 && s.r.capital(s.words.First+f+1) || f == v+2 && s.article(f))
}

// told reports whether pronoun k, before a verb that says something behind a quotation, is to whom it is said: “« … », | lui répond Doe”.
func (s *parsedSentence) told(k int) bool { return s.lower(k) == "lui" || !s.personal(k) }
