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

// described hangs clause i, which "que" behind a comma opens, on the noun in front of the comma where the verb above
// has that for its object: "a pris Sake, que l'armée avait reconquise". Twin: "a dit lundi à Goma, que".
func described(tokens []Token, i int, src string, words []text.Word) {
	v := tokens[i].Head
	if tokens[i].Rel != Ccomp || v < 0 || v > i || tokens[v].Tag != Verb || hasRole("fr", tokens[v].Lemma, tells) || hasRole("fr", tokens[v].Lemma, states) {
		return
	}
	que, object := -1, -1
	for k := range i {
		switch t := &tokens[k]; {
		case t.Head == i && t.Lemma == "que" && que < 0 && t.Rel == Mark:
			que = k
		case t.Head == v && t.Rel == Obj && t.Tag.Nominal() && k > v:
			object = k
		}
	}
	if que < 2 || object < 0 || !isComma(src, words, que-1) || !tokens[que-2].Tag.Nominal() {
		return
	}
	for k := que - 2; k != object; k = tokens[k].Head {
		if k < object {
			return
		}
	}
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && (t.Rel == Obj || t.Rel == Cop) {
			return
		}
	}
	tokens[i].Head, tokens[i].Rel = object, AclRelcl
	tokens[que].Rel, tokens[que].Tag = Obj, Pronoun
}
