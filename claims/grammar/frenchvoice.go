package grammar

import (
	"slices"

	"factcheck/claims/text"
)

// What French puts between a subject and what is done: "s'est fait", "vient d'être", "que".

// suffered makes a passive of infinitive i behind "se faire", "se voir" or "se laisser", which are its
// auxiliaries: "le maire s'est fait arrêter", "s'est vu refuser un visa" tell what was done to him. Twins: "le maire
// a fait arrêter le préfet", "il se voit gagner" with nobody who would do it to him stay.
func suffered(tokens []Token, i int) {
	v := i - 1
	if v < 1 || !tokens[i].Feats.Has(Infinitive) || !hasRole("fr", tokens[v].Lemma, lets) || tokens[v].Head != i && tokens[i].Head != v {
		return
	}
	top, se := i, -1
	if tokens[v].Head != i {
		top = v
	}
	for k := range v {
		if t := &tokens[k]; t.Head == top && t.Tag == Pronoun && (t.Lemma == "soi" || t.Lemma == "se") {
			se = k
		}
	}
	by := slices.IndexFunc(tokens, func(t Token) bool { return t.Rel == OblAgent && t.Head == i || t.Head == i && t.Rel == Obj })
	if se < 0 || by < 0 && hasRole("fr", tokens[v].Lemma, inquires) {
		return
	}
	if top == v {
		tokens[i].Head, tokens[i].Rel = tokens[v].Head, tokens[v].Rel
		for k := range tokens {
			if tokens[k].Head == v {
				tokens[k].Head = i
			}
		}
		tokens[v].Head = i
	}
	passive(tokens, i)
	for k := range v {
		if t := &tokens[k]; t.Head == i && t.Rel == AuxPass {
			t.Rel = Aux
		}
	}
	tokens[v].Rel, tokens[v].Tag, tokens[se].Tag = AuxPass, Auxiliary, Auxiliary
	tokens[i].Feats = Participle | Past
	for k := i + 1; k < len(tokens); k++ {
		if t := &tokens[k]; t.Rel == Case && t.Lemma == "par" && t.Head > k && (tokens[t.Head].Rel == Obl && tokens[t.Head].Head == i || tokens[t.Head].Rel == Nmod && tokens[tokens[t.Head].Head].Head == i) {
			tokens[t.Head].Head, tokens[t.Head].Rel = i, OblAgent
		}
	}
}

// described makes of clause i, which "que" behind a comma opens, a description of the noun in front of the comma, where the
// verb above has its object already: "a pris Sake, que l'armée avait reconquise", "après l'accord, que le syndicat a
// rejeté". Twin: "a dit lundi à Goma, que".
func described(tokens []Token, i int, src string, words []text.Word) {
	v, que := tokens[i].Head, -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == Obj || t.Rel == Cop || t.Rel == NsubjPass:
			return
		case k < i && que < 0 && t.Rel == Mark && t.Lemma == "que":
			que = k
		}
	}
	if que < 2 || v < 0 || v > que || !isComma(src, words, que-1) || tokens[i].Rel != AclRelcl && (tokens[i].Rel != Ccomp || !descriptive(tokens, i, que-2)) {
		return
	}
	tokens[que].Rel, tokens[que].Tag = Obj, Pronoun
}

// descriptive hangs clause i on the noun that ends at word k, if there is one and the verb above has an object and says nothing.
func descriptive(tokens []Token, i, k int) bool {
	v := tokens[i].Head
	if tokens[v].Tag != Verb || hasRole("fr", tokens[v].Lemma, tells) || hasRole("fr", tokens[v].Lemma, states) ||
		!slices.ContainsFunc(tokens[v+1:k+1], func(t Token) bool { return t.Head == v && t.Rel == Obj && t.Tag.Nominal() }) {
		return false
	}
	for tokens[k].Head != v {
		if k = tokens[k].Head; k < v {
			return false
		}
	}
	if !tokens[k].Tag.Nominal() {
		return false
	}
	tokens[i].Head, tokens[i].Rel = k, AclRelcl
	return true
}
