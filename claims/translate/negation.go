package translate

import (
	"slices"

	"factcheck/claims/grammar"
)

// French denies with two words, of which English has one: "ne … pas" is "not", "ne … jamais" is "never".

// restrict reads "n'a plus que deux fils" as "has only two sons".
func (g *Gloss) restrict(s *grammar.Sentence, ne int) {
	if s.Tokens[ne].Lemma != "ne" {
		return
	}
	que := s.Restricted(ne)
	if que < 0 {
		return
	}
	for k := ne; k < que; k++ {
		if t := &s.Tokens[k]; t.Rel == grammar.Advmod && t.Head == s.Tokens[ne].Head {
			g.Lemmas[k], g.Others[k] = "", nil
		}
	}
	g.set(que, []string{"only"})
}

// deny gives "ne" the word by which English denies in its place, and leaves nothing under what goes with it: "n'a jamais
// visité", "ni le maire ni le préfet n'ont voté". "Aucun" beside it is "any".
func (g *Gloss) deny(s *grammar.Sentence, i int) {
	if s.Tokens[i].Lemma == "plus" && (s.Tokens[i].Rel == grammar.Obj || s.Tokens[i].Rel == grammar.Nsubj) && denied(s, i) {
		s.Tokens[i].Rel = grammar.Advmod // "il n'y a | plus | de pain"
	}
	switch g.Lemmas[i] {
	case "no":
		if denied(s, i) && !denies(s, i) {
			g.Lemmas[i] = "any"
		}
	case "person":
		if s.Tokens[i].First == i && s.Tokens[i].End == i+1 && denies(s, i) {
			g.Lemmas[i], s.Tokens[i].Tag = "nobody", grammar.Pronoun
		}
	case "never":
		for k := range s.Tokens {
			if t := &s.Tokens[k]; t.Lemma == "ne" && t.Head == s.Tokens[i].Head {
				g.Lemmas[k], g.Lemmas[i], g.Others[i] = "never", "", nil
			}
		}
	case "not":
		first := slices.Index(g.Lemmas[:i], "nor")
		if first >= 0 && s.Tokens[i].Lemma == "ne" && slices.Contains(g.Lemmas[first+1:i], "nor") {
			g.Lemmas[i] = "neither"
		}
	}
}

// denies reports whether word i is the subject that "ne" behind it denies, or its article: "aucun passager n'a été blessé", "personne n'a
// voté". Twin: "n'a blessé aucun passager".
func denies(s *grammar.Sentence, i int) bool {
	if s.Tokens[i].Rel == grammar.Det && s.Tokens[i].Head > i {
		i = s.Tokens[i].Head
	}
	t := &s.Tokens[i]
	return (t.Rel == grammar.Nsubj || t.Rel == grammar.NsubjPass) && slices.ContainsFunc(s.Tokens[i:], func(c grammar.Token) bool { return c.Lemma == "ne" && c.Head == t.Head })
}

// denied reports whether "ne" stands in the sentence of word i: "aucun" says no more
// than it.
func denied(s *grammar.Sentence, i int) bool {
	for _, t := range s.Tokens {
		if t.Lemma == "ne" {
			return true
		}
	}
	return false
}
