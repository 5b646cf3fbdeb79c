package translate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// What is done stands elsewhere than an object does, in front of a passive or of the clause that describes it; and what stands beside it.

// stands makes a verb of what somebody is for or against: "est favorable à la loi", "sont opposés à la loi". Twin: "la loi est opposée au préfet par le
// maire".
func (g *Gloss) stands(t *table, s *grammar.Sentence, i int) {
	lemma := text.Fold(s.Tokens[i].Lemma)
	if s.Tokens[i].Tag == grammar.Verb {
		lemma = strings.TrimSuffix(lemma, "r") // "opposer", "opposé"
	}
	english := t.english[key{Adjective, lemma + ":"}]
	be := slices.IndexFunc(s.Tokens, func(c grammar.Token) bool { return c.Head == i && (c.Rel == grammar.Cop || c.Rel == grammar.AuxPass) })
	if english == nil || be < 0 || be > i || slices.ContainsFunc(s.Tokens, func(c grammar.Token) bool { return c.Head == i && c.Rel == grammar.OblAgent }) {
		return
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		c, at := &s.Tokens[k], caseOf(s, k)
		if at < i || c.Head != i || c.Rel != grammar.Obl && c.Rel != grammar.Nmod || !slices.Contains(t.object[lemma], text.Fold(s.Tokens[at].Lemma)) {
			continue
		}
		c.Rel = grammar.Obl
		g.Object[k] = true
		g.set(i, english)
		turn(s, i, grammar.NsubjPass, grammar.Nsubj)
		turn(s, i, grammar.AuxPass, grammar.Aux)
		turn(s, i, grammar.Cop, grammar.Aux)
		s.Tokens[be].Tag, s.Tokens[i].Tag = grammar.Auxiliary, grammar.Verb
		return
	}
}

// much leaves nothing under the "de" by which adjective i has how much of it there is: "longue | de | 310 mètres". How old somebody is is read elsewhere.
func (g *Gloss) much(s *grammar.Sentence, i int) {
	for k := i + 1; k < len(s.Tokens); k++ {
		c, at := &s.Tokens[k], caseOf(s, k)
		if c.Head == i && c.Rel == grammar.Obl && at > i && s.Tokens[at].Lemma == "de" && g.Lemmas[i] != "old" &&
			slices.ContainsFunc(s.Tokens[at:k], func(n grammar.Token) bool { return n.Head == k && n.Rel == grammar.Nummod }) {
			g.Lemmas[at], g.Others[at] = "", nil
		}
	}
}

// how gives verb i for an adverb the adjective of its object k that says how somebody was hurt: "a fait deux blessés | graves".
func (g *Gloss) how(t *table, s *grammar.Sentence, i, k int) {
	for j := k + 1; j < s.Tokens[k].End; j++ {
		if c := &s.Tokens[j]; c.Head == k && c.Rel == grammar.Amod {
			if english := t.english[key{collocation, text.Fold(s.Tokens[k].Lemma) + "+" + text.Fold(c.Lemma)}]; english != nil {
				c.Head, c.Rel, c.Tag = i, grammar.Advmod, grammar.Adverb
				g.set(j, english)
			}
		}
	}
}

// done glosses verb i with what is done, word k, which stands elsewhere than an object does: "la loi | a été votée", "la loi | votée en mars", "la loi
// | que la ville a votée".
func (g *Gloss) done(t *table, s *grammar.Sentence, i, k int, lemma string) {
	if english := t.english[key{collocation, lemma + "+" + text.Fold(s.Tokens[k].Lemma)}]; english != nil {
		if verb, other, _ := strings.Cut(english[0], "+"); other != "" {
			g.set(i, []string{verb})
			g.set(k, []string{other})
		}
	} else if english := t.english[key{collocation, lemma + "+" + any}]; english != nil {
		g.set(i, english) // "la taxe a été augmentée"
	} else if english := t.english[key{collocation, lemma + "+*"}]; english != nil && s.Tokens[k].Tag == grammar.ProperNoun {
		verb, _, _ := strings.Cut(english[0], "+")
		g.set(i, []string{verb}) // "Sake a été repris"
	}
}

// described returns the noun that clause i describes as what is done: "les emplois | supprimés par le groupe", "| que le groupe a supprimés"; -1 if there
// is none.
func described(s *grammar.Sentence, i int) int {
	t := &s.Tokens[i]
	object := func(c grammar.Token) bool { return c.Head == i && c.Rel == grammar.Obj }
	switch k := slices.IndexFunc(s.Tokens, object); {
	case t.Head < 0 || t.Head > i || !s.Tokens[t.Head].Tag.Nominal():
		return -1
	case t.Rel == grammar.Acl && t.Feats.Has(grammar.Participle) && k < 0, t.Rel == grammar.AclRelcl && k >= 0 && s.Tokens[k].Lemma == "que":
		return t.Head
	}
	return -1
}
