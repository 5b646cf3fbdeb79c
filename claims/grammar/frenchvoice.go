package grammar

import (
	"slices"

	"factcheck/claims/text"
)

// What French puts between a subject and what is done: "s'est fait", "vient d'être", "que".

// suffered makes a passive of infinitive i right behind "se faire", "se voir" or "se laisser", which are its auxiliaries:
// "le maire s'est fait arrêter", "s'est vu refuser un visa" tell what was done to him. Twin: "le maire a fait arrêter le
// préfet".
func suffered(tokens []Token, i int) {
	v := i - 1
	if v < 1 || !tokens[i].Feats.Has(Infinitive) || !hasRole("fr", tokens[v].Lemma, lets) || tokens[v].Head != i && tokens[i].Head != v {
		return
	}
	se := slices.IndexFunc(tokens[:v], func(t Token) bool {
		return (t.Head == v || t.Head == i) && t.Tag == Pronoun && hasRole("fr", t.Lemma, himself)
	})
	if se < 0 {
		return
	}
	if tokens[i].Head == v {
		auxiliary(tokens, v, i)
	}
	passive(tokens, i)
	for k := range v {
		if t := &tokens[k]; t.Head == i && t.Rel == AuxPass {
			t.Rel = Aux
		}
	}
	tokens[v].Rel, tokens[v].Tag, tokens[se].Tag = AuxPass, Auxiliary, Auxiliary
	tokens[i].Feats = Participle | Past
	byWhom(tokens, i)
}

// byWhom makes the one behind "par" who does what passive i tells the doer of it, wherever the tree hangs him:
// "s'est vu refuser un visa par le Kenya".
func byWhom(tokens []Token, i int) {
	for k := i + 1; k < len(tokens); k++ {
		n := tokens[k].Head
		if tokens[k].Rel != Case || !hasRole("fr", tokens[k].Lemma, doing) || n < k {
			continue
		}
		if t := &tokens[n]; t.Rel == Obl && t.Head == i || t.Rel == Nmod && tokens[t.Head].Head == i {
			t.Head, t.Rel = i, OblAgent
		}
	}
}

// described makes of clause i, which "que" behind a comma opens, a description of the noun in front of the comma, where the
// verb above has its object already: "a pris Sake, que l'armée avait reconquise", "après l'accord, que le syndicat a
// rejeté"; and so without a comma: "la taxe que la ville a votée". Twins: "a dit lundi à Goma, que", "le fait que la ville a voté".
func described(tokens []Token, i int, src string, words []text.Word) {
	v, que := tokens[i].Head, -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == Obj || t.Rel == Cop || t.Rel == NsubjPass:
			return
		case k < i && que < 0 && t.Rel == Mark && hasRole("fr", t.Lemma, relative):
			que = k
		}
	}
	if que > 0 && v >= 0 && v < que && tokens[i].Rel == AclRelcl && tokens[i].Tag == Verb && tokens[v].Tag == Noun && tokens[que-1].Tag.Nominal() && !hasRole("fr", tokens[v].Lemma, contents) {
		tokens[que].Rel, tokens[que].Tag = Obj, Pronoun
		return
	}
	if que < 2 || v < 0 || v > que || !isComma(src, words, que-1) {
		return
	}
	if tokens[i].Rel != AclRelcl && (tokens[i].Rel != Ccomp || !descriptive(tokens, i, que-2)) {
		return
	}
	tokens[que].Rel, tokens[que].Tag = Obj, Pronoun
}

// content makes a mark of the "que" behind a verb of saying that the tree has for the object of what is said, clause i, which has a subject: "Le
// joueur Loris Roux a annoncé jeudi | qu'il arrêtait". Twin: "a dit ce qu'il savait".
func content(tokens []Token, i int) {
	if v := tokens[i].Head; tokens[i].Rel != Ccomp || v < 0 || v > i || !hasRole("fr", tokens[v].Lemma, tells) && !hasRole("fr", tokens[v].Lemma, states) {
		return
	}
	que := slices.IndexFunc(tokens[:i], func(c Token) bool { return c.Head == i && c.Rel == Obj && c.Lemma == "que" })
	if que >= 0 && slices.ContainsFunc(tokens[que:i], func(c Token) bool { return c.Head == i && (c.Rel == Nsubj || c.Rel == NsubjPass) }) {
		tokens[que].Rel, tokens[que].Tag, tokens[que].Feats = Mark, Subordinator, 0
	}
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

// below reports whether word k hangs on word v or on what hangs there.
func below(tokens []Token, k, v int) bool {
	for steps := 0; k >= 0 && steps < len(tokens); k, steps = tokens[k].Head, steps+1 {
		if k == v {
			return true
		}
	}
	return false
}

// predicated makes a sentence of noun i, the root, where the finite verb right behind it, the only one of its own, is taken for a description of
// it: "le village manque d'eau". Twin: "le village détruit en mars", a participle.
func predicated(tokens []Token, i int) {
	v := i + 1
	if late := slices.IndexFunc(tokens, func(t Token) bool {
		return t.Rel == Xcomp && t.Tag == Verb && t.Feats.Has(Finite) && tokens[t.Head].Rel == AclRelcl && tokens[t.Head].Head == i
	}); late > v {
		v = late // "les écoles | que le groupe gère | fermeront"
		tokens[v].Head = i
	}
	if tokens[i].Tag != Noun && tokens[i].Tag != ProperNoun || v >= len(tokens) || tokens[v].Tag != Verb || tokens[v].Head != i || !tokens[v].Feats.Has(Finite) {
		return
	}
	for k := range tokens {
		if k > i && k < v {
			continue // what describes the noun
		}
		if t := &tokens[k]; k != v && (t.Feats.Has(Finite) || t.Tag == Auxiliary) && (k < v || !below(tokens, k, v)) {
			return
		}
		if t := &tokens[k]; k > v && t.Head == i {
			if t.Head = v; t.Rel == Nmod {
				t.Rel = Obl
			}
		}
	}
	tokens[v].Head, tokens[v].Rel = -1, Root
	tokens[i].Head, tokens[i].Rel = v, Nsubj
}

// concluded makes an aside of verb i, the root, behind the last comma, where who says it stands behind it and what is said hangs as a description on
// the subject in front: "Le pont, qui est fermé, rouvrira lundi, | a fait savoir la mairie". Twin: "Le maire, qui rouvrira le pont, a fait savoir sa date".
func concluded(tokens []Token, i int, src string, words []text.Word) {
	g := i
	for g > 0 && tokens[g-1].Head == i && tokens[g-1].Tag == Auxiliary {
		g--
	}
	if !hasRole("fr", tokens[i].Lemma, tells) || !isComma(src, words, g-1) {
		return
	}
	n := slices.IndexFunc(tokens[:g], func(c Token) bool { return c.Head == i && c.Rel == Nsubj })
	who := i + 1 + slices.IndexFunc(tokens[i+1:], func(c Token) bool { return c.Head == i && c.Rel == Obj && c.Tag.Nominal() })
	if n < 0 || who <= i {
		return
	}
	main := -1
	for k := n + 1; k < g; k++ {
		opened := func(c Token) bool { return c.Head == k && (c.Rel == Mark || c.Rel == Nsubj || c.Rel == NsubjPass) }
		if t := &tokens[k]; t.Head == n && t.Tag == Verb && t.Feats.Has(Finite) && !slices.ContainsFunc(tokens, opened) {
			main = k
		}
	}
	if main < 0 {
		return
	}
	for k := range main {
		if t := &tokens[k]; t.Head == i {
			t.Head = main
		}
	}
	tokens[main].Head, tokens[main].Rel = -1, Root
	tokens[n].Head, tokens[i].Head, tokens[i].Rel, tokens[who].Rel = main, main, Parataxis, Nsubj
}

// parted makes i the object of the verb above, which has none: "ont rejeté, par 54 % des voix, | l'offre". Twin: "avec deux amis, les frères Diop".
func parted(tokens []Token, i int) {
	t, h := &tokens[i], tokens[i].Head
	if t.Rel != Appos || !t.Tag.Nominal() || t.Feats.Has(Plural) || h < 1 || h > i || tokens[h].Rel != Obl || tokens[h].Head < 0 || tokens[h].Head > h {
		return
	}
	v, counted, article := tokens[h].Head, false, false
	if tokens[v].Tag != Verb || hasRole("fr", tokens[v].Lemma, moves) {
		return
	}
	for k := range tokens {
		switch c := &tokens[k]; {
		case c.Head == v && (c.Rel == Obj || c.Rel == NsubjPass || c.Rel == AuxPass || c.Rel == Ccomp || c.Rel == Xcomp):
			return
		case c.Head == i && c.Rel == Conj, c.Head == h && c.Rel == Case && c.Lemma != "en" && !hasRole("fr", c.Lemma, doing):
			return
		case c.Head == h && c.Rel == Nummod:
			counted = true
		case c.Rel == Det && k < i && c.Head >= 0 && (c.Head == i || tokens[c.Head].Head == i):
			article = true
		}
	}
	if counted && article {
		t.Head, t.Rel = v, Obj
	}
}

// undergoes reports whether the tree has a subject that suffers verb i: "est | de nouveau livrée".
func undergoes(tokens []Token, i int) bool {
	cop := slices.ContainsFunc(tokens, func(c Token) bool { return c.Head == i && c.Rel == Cop })
	return cop && slices.ContainsFunc(tokens, func(c Token) bool { return c.Head == i && c.Rel == NsubjPass })
}

// passive makes verb i one that its subject suffers.
func passive(tokens []Token, i int) {
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case (t.Rel == Aux || t.Rel == AuxPass || t.Rel == Cop) && t.Lemma == "être":
			t.Rel = AuxPass
			t.Feats = t.Feats&^Present | Past
		case t.Rel == Nsubj:
			t.Rel = NsubjPass
		}
	}
}
