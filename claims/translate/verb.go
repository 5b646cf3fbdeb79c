package translate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
)

// The forms of French verbs, and what stands with them as a part of them.

// infinitive returns the infinitive of a participle in -é, the form itself of any other word.
func infinitive(form string) string {
	if stem, ok := strings.CutSuffix(strings.TrimSuffix(strings.TrimSuffix(form, "s"), "e"), "é"); ok {
		return stem + "er"
	}
	return form
}

// once begins in both languages what somebody is no more.
const once = "ex-"

// himself begins the entry of a verb that means another thing with "se" than without:
// "se_rendre=go"; what is done to its subject is "se_tenir=be_hold".
const himself = "se_"

// it begins the entry of a verb that means another thing with an "l'" that stands for nothing: "le_emporter=win".
const it = "le_"

// won returns the "l'" that is the object of verb i, -1 if there is none: "l'a emporté". Twin: "l'a vendue", which is no entry.
func won(s *grammar.Sentence, i int) int {
	if s.Tokens[i].Tag != grammar.Verb {
		return -1
	}
	return slices.IndexFunc(s.Tokens[:i], func(c grammar.Token) bool {
		return c.Head == i && (c.Rel == grammar.Obj || c.Rel == grammar.Expl) && c.Lemma == "lui"
	})
}

// reflexive reports whether "se" hangs on verb i.
func reflexive(s *grammar.Sentence, i int) bool {
	return slices.ContainsFunc(s.Tokens[:i], func(t grammar.Token) bool {
		return t.Head == i && (t.Lemma == "soi" || t.Lemma == "se") && t.Tag == grammar.Pronoun
	})
}

// turn makes the subject of verb i, if it is of one kind, one of the other.
func turn(s *grammar.Sentence, i int, from, to grammar.Rel) {
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == i && t.Rel == from {
			t.Rel = to
		}
	}
}
