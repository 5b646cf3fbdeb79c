package translate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What a verb means with its object or with a preposition: "prendre le contrôle de", "s'imposer face à".

// join glosses what a verb means with its object or with a preposition, finds objects behind
// prepositions, and puts the preposition that a noun has before another: "ans de prison".
func (g *Gloss) join(t *table, s *grammar.Sentence, folds []string, i int) {
	tag := s.Tokens[i].Tag
	if tag != grammar.Verb && tag != grammar.Noun {
		return
	}
	lemma := text.Fold(s.Tokens[i].Lemma)
	for k := s.Tokens[i].First; k < s.Tokens[i].End; k++ {
		c := &s.Tokens[k]
		if c.Head != i {
			continue
		}
		at := caseOf(s, k)
		switch {
		case tag == grammar.Verb && c.Rel == grammar.Xcomp && c.Feats.Has(grammar.Infinitive):
			if english := t.english[key{collocation, lemma + "+" + doing}]; english != nil {
				g.set(i, english) // "entend achever son mandat"
			}
		case tag == grammar.Verb && (c.Rel == grammar.Obj || c.Rel == grammar.Obl || c.Rel == grammar.NsubjPass):
			g.object(t, s, folds, i, k, at)
		case tag == grammar.Noun && c.Rel == grammar.Nmod && at >= 0:
			if english := t.english[key{collocation, lemma + "+" + text.Fold(s.Tokens[at].Lemma) + "+" + text.Fold(c.Lemma)}]; english != nil {
				g.set(at, english)
			} else if (c.Tag == grammar.ProperNoun || lexicon.Human("en", g.Lemmas[i])) && s.Tokens[at].Lemma == "de" {
				g.Others[at] = append(slices.Clone(g.Others[at]), "in") // "le marché de Komanda", "médecin de l'hôpital"
			}
		}
	}
}

// doing stands in the table for any infinitive that hangs on a verb.
const doing = "~"

// object glosses verb i with its object or circumstance k, whose preposition is word at, -1 for none.
func (g *Gloss) object(t *table, s *grammar.Sentence, folds []string, i, k, at int) {
	lemma := text.Fold(s.Tokens[i].Lemma)
	if reflexive(s, i) && t.of(Verb, himself+lemma) != nil {
		lemma = himself + lemma
	}
	c := &s.Tokens[k]
	var also []string // what it is as well, "lay_down_weapon"
	with := func(w string) (verb, other string, ok bool) {
		if english := t.english[key{collocation, lemma + "+" + w}]; english != nil {
			verb, other, _ = strings.Cut(english[0], "+")
			for _, l := range english[1:] {
				also = append(also, strings.ReplaceAll(l, "+", "_"))
			}
		}
		return verb, other, verb != ""
	}
	if c.Rel == grammar.NsubjPass { // "la loi a été votée"
		if verb, other, ok := with(text.Fold(c.Lemma)); ok && other != "" {
			g.set(i, []string{verb})
			g.set(k, []string{other})
		}
		return
	}
	if at >= 0 {
		if verb, _, ok := with(text.Fold(s.Tokens[at].Lemma) + "+" + text.Fold(c.Lemma)); ok {
			g.underwent(s, i, k, strings.TrimPrefix(verb, "be_"))
			return
		}
	}
	if verb, other, ok := with(text.Fold(c.Lemma)); ok && (c.Rel == grammar.Obj || at < 0 || slices.Contains(plain[:], g.Lemmas[at])) {
		g.set(i, append([]string{verb}, also...))
		g.Lemmas[k], g.Others[k] = other, nil
		g.Object[k] = other != "" && c.Rel == grammar.Obl
		if other == "" && !g.lift(s, i, k) {
			g.objectBy(s, i, t.object[lemma+"+"+text.Fold(c.Lemma)])
		}
		return
	}
	if verb, _, ok := with("*"); ok && c.Rel == grammar.Obj && c.Tag == grammar.ProperNoun {
		g.set(i, []string{verb}) // "reprendre Sake", a town
		return
	}
	if c.Rel != grammar.Obl || at < 0 {
		return
	}
	by := text.Fold(s.Tokens[at].Lemma)
	for j := at + 1; j < len(s.Tokens) && s.Tokens[j].Head == at && s.Tokens[j].Rel == grammar.Fixed; j++ {
		by += "_" + text.Fold(s.Tokens[j].Lemma) // "face à"; "d'après" is no "de"
	}
	verb, other, ok := with(by)
	if !ok && c.Tag != grammar.ProperNoun {
		verb, other, ok = with(by + "+#") // "monter à 12 %", not "à Bunia"
	}
	if ok {
		g.set(i, append([]string{verb}, also...))
		g.set(at, []string{other})
	} else if list := t.object[lemma]; slices.Contains(list, by) || slices.Contains(list, folds[at]) {
		g.Object[k] = true
		g.set(i, t.english[key{Verb, lemma + ":"}])
	}
}

// underwent makes verb i, whose English is a passive with noun k behind a preposition, the passive of verb done: "la
// ville est tombée aux mains des rebelles" has them for who did it. Twin: "la pierre est tombée sur la main du maire".
func (g *Gloss) underwent(s *grammar.Sentence, i, k int, done string) {
	g.set(i, []string{done})
	turn(s, i, grammar.Nsubj, grammar.NsubjPass)
	g.Lemmas[k], g.Others[k] = "", nil
	for j := k + 1; j < len(s.Tokens); j++ {
		if t := &s.Tokens[j]; t.Head == k && t.Rel == grammar.Nmod {
			t.Head, t.Rel = i, grammar.OblAgent
			return
		}
	}
}

// plain are the English prepositions behind which a noun still means with its verb what it
// means as its object: "jeter en prison". "Voter contre la loi" is not "voter la loi".
var plain = [...]string{"of", "in", "by"}

// lift makes what hangs by "de" on noun k, which English has not, the object of verb i:
// "prendre le contrôle de la ville". False if nothing does.
func (g *Gloss) lift(s *grammar.Sentence, i, k int) bool {
	for j := k + 1; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		if at := caseOf(s, j); t.Head == k && t.Rel == grammar.Nmod && at >= 0 && s.Tokens[at].Lemma == "de" {
			t.Head, t.Rel = i, grammar.Obl
			g.Object[j] = true
			return true
		}
	}
	return false
}

// objectBy makes what one of some prepositions joins to verb i its object: "mettre fin à la guerre"; not "prendre la fuite
// à Goma".
func (g *Gloss) objectBy(s *grammar.Sentence, i int, by []string) {
	for j := i + 1; j < len(s.Tokens) && len(by) > 0; j++ {
		if at := caseOf(s, j); at >= 0 && s.Tokens[j].Head == i && s.Tokens[j].Rel == grammar.Obl && slices.Contains(by, text.Fold(s.Tokens[at].Lemma)) {
			g.Object[j] = true
			return
		}
	}
}
