package grammar

import (
	"strings"

	"factcheck/claims/text"
)

// Verbs that French has otherwise than English: in two words, without a subject in front,
// with "être".

// periphrasis makes an auxiliary of "va" and "vient de" at word v right before an infinitive: "va
// supprimer 450 postes" is to come, "vient de supprimer" is done. "Va à Goma rencontrer" is neither.
func periphrasis(tokens []Token, v int) {
	comes, came := hasRole("fr", tokens[v].Lemma, prospect), hasRole("fr", tokens[v].Lemma, recent)
	if !tokens[v].Feats.Has(Finite) || !comes && !came {
		return
	}
	k, of := v+1, -1
	for ; k < len(tokens) && !(tokens[k].Head == v && tokens[k].Feats.Has(Infinitive)); k++ {
		switch t := &tokens[k]; {
		case t.Tag == Adposition && t.Lemma == "de" && of < 0:
			of = k
		case t.Tag != Adverb && t.Tag != Pronoun:
			return
		}
	}
	if k == len(tokens) || came != (of >= 0) || tokens[k].Rel != Xcomp && tokens[k].Rel != Ccomp && tokens[k].Rel != Advcl {
		return
	}
	tokens[k].Head, tokens[k].Rel = tokens[v].Head, tokens[v].Rel
	for i := range tokens {
		if tokens[i].Head == v {
			tokens[i].Head = k
		}
	}
	tokens[v].Head, tokens[v].Rel, tokens[v].Tag = k, Aux, Auxiliary
	if came {
		tokens[of].Head, tokens[of].Rel = v, Fixed
		tokens[v].Feats |= Past
		return
	}
	tokens[v].Feats |= Future
}

// as makes noun i, which the tree has for a part of the name in front, what its bearer was made: "a
// nommé Jeanne Kalala ministre des Mines".
func as(tokens []Token, i int) {
	n := tokens[i].Head
	if tokens[i].Tag != Noun || tokens[i].Rel != Flat || n < 0 || n > i || tokens[n].Tag != ProperNoun || tokens[n].Rel != Obj || !hasRole("fr", tokens[tokens[n].Head].Lemma, makes) {
		return
	}
	for k := i + 1; k < len(tokens); k++ {
		if tokens[k].Head == n {
			tokens[k].Head = i
		}
	}
	tokens[i].Head, tokens[i].Rel = tokens[n].Head, Xcomp
}

// others makes a verb of noun i beside a passive and its subject of "others" in front: "17 civils ont
// été tués et 32 autres blessés".
func others(tokens []Token, i int, src string, words []text.Word) {
	v, o := tokens[i].Head, i-1
	stem := singular("", words[i].In(src))
	if tokens[i].Tag != Noun || tokens[i].Rel != Conj || v < 0 || v > i || !strings.HasSuffix(stem, "é") || tokens[o].Lemma != "autre" || tokens[o].Head != i || tokens[v].Tag != Verb {
		return
	}
	for k := v; k >= 0 && tokens[k].Rel != AuxPass; k-- {
		if k == 0 {
			return
		}
	}
	tokens[i].Tag, tokens[i].Feats, tokens[i].Lemma = Verb, Participle|Past, strings.TrimSuffix(stem, "é")+"er"
	tokens[o].Tag, tokens[o].Rel = Noun, NsubjPass
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == Nummod && k < o:
			t.Head = o
		case t.Rel == Nmod && k > i:
			t.Rel = Obl
		}
	}
}

// perUnit gives a verb back what hangs on a unit behind a price that became a verb: "à 9 888 dollars la
// tonne mardi à Londres".
func perUnit(tokens []Token, i int) {
	v := tokens[i].Head
	if i < 3 || v < 0 || v > i || tokens[i].Tag != Verb || tokens[i].Rel != Xcomp || tokens[i-1].Head != i || tokens[i-1].Rel != Obj || tokens[i-2].Head != v || tokens[i-2].Tag != Noun {
		return
	}
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && k != i-1 {
			t.Head = v
		}
	}
	tokens[i-1].Rel, tokens[i-1].Tag = Det, Determiner
	tokens[i].Tag, tokens[i].Head, tokens[i].Rel = Noun, i-2, NmodUnmarked
}

// passive makes verb i one that its subject suffers.
func passive(tokens []Token, i int) {
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case (t.Rel == Aux || t.Rel == AuxPass) && t.Lemma == "être":
			t.Rel = AuxPass
			t.Feats = t.Feats&^Present | Past
		case t.Rel == Nsubj:
			t.Rel = NsubjPass
		}
	}
}

// fronted gives the main verb, right behind it, the name that follows what is said of it in front:
// "Battu à Nantes, Auxerre recule", where the tree has Auxerre beside Nantes.
func fronted(tokens []Token, v int, src string, words []text.Word) {
	first := &tokens[0]
	if v < 3 || tokens[v].Tag != Verb || first.Head != v || first.Rel != Advcl && first.Rel != Acl && first.Rel != Amod || first.Feats.Has(Finite) {
		return
	}
	comma := 1
	for comma < v && !isComma(src, words, comma) {
		comma++
	}
	n := -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head == v && (t.Rel == Nsubj || t.Rel == NsubjPass):
			return
		case n < 0 && k > comma && k < v && t.Head < comma && (t.Tag == ProperNoun || t.Tag == Noun) && (t.Rel == Conj || t.Rel == Appos || t.Rel == Nmod || t.Rel == Nsubj):
			n = k
		}
	}
	if n < 0 {
		return
	}
	tokens[n].Head, tokens[n].Rel = v, Nsubj
	for k := range tokens {
		if t := &tokens[k]; t.Head == v && t.Rel == AuxPass {
			tokens[n].Rel = NsubjPass
		}
	}
}

// Restricted returns the word "que" by which "ne", word i, says that there is nothing else: "n'a que
// deux fils", "n'a plus que deux fils", without a word such as "pas" between. It is -1 if there is none.
func (s *Sentence) Restricted(i int) int {
	verb := s.Tokens[i].Head
	if s.Lang != "fr" || verb < 0 {
		return -1
	}
	for k := i + 1; k < s.Tokens[verb].End; k++ {
		t := &s.Tokens[k]
		if hasRole("fr", t.Lemma, unless) && (t.Rel == Advmod || t.Rel == Fixed && t.Head == k-1 && hasRole("fr", s.Tokens[k-1].Lemma, besides) || t.Tag != Subordinator && t.Tag != Pronoun) {
			return k
		}
		if t.Head == verb && t.Rel == Advmod && !hasRole("fr", t.Lemma, besides) {
			return -1
		}
	}
	return -1
}

// behindComma reports whether verb i, finite or with a finite auxiliary, stands right behind a comma:
// French has a subject behind such a verb if it has none in front, "…, assure la compagnie". Then it
// is an aside.
func behindComma(tokens []Token, i int, src string, words []text.Word) bool {
	first, finite := i, tokens[i].Feats.Has(Finite)
	for k := i - 1; k >= 0 && tokens[k].Head == i && (tokens[k].Rel == Aux || tokens[k].Rel == AuxPass); k-- {
		first, finite = k, finite || tokens[k].Feats.Has(Finite)
	}
	if !finite || !isComma(src, words, first-1) {
		return false
	}
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && (t.Rel == Nsubj || t.Rel == NsubjPass || t.Rel == Mark || t.Rel == Cc || t.Rel == Ccomp) {
			return false
		}
	}
	if tokens[i].Rel == Acl {
		tokens[i].Rel = Parataxis
	}
	return true
}

// present reports whether participle i is one in -ant right behind its noun, and nothing hangs on it: "le
// président sortant", not "un homme portant un sac".
func present(tokens []Token, i int, form string) bool {
	form = strings.ToLower(form)
	if tokens[i].Head != i-1 || !strings.HasSuffix(strings.TrimSuffix(strings.TrimSuffix(form, "s"), "e"), "ant") {
		return false
	}
	for k := range tokens {
		if tokens[k].Head == i {
			return false
		}
	}
	return true
}

// singular returns the masculine singular of a participle in -é or -ant, "armées" and "armés", the
// form itself of any other.
func singular(folded, form string) string {
	stem := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(form), "s"), "e")
	if strings.HasSuffix(stem, "é") || strings.HasSuffix(stem, "ant") {
		return stem
	}
	return folded
}
