package grammar

import (
	"slices"
	"strings"

	"factcheck/claims/text"
)

// French shares, scores, participles and steps that the parser hangs otherwise than what is said.

// percent makes the share "pour cent" behind number i the head of both, as "%" is: "trente | pour cent | des électeurs".
func percent(tokens []Token, i int, words []text.Word, src string) {
	c := i + 2
	if tokens[i].Tag != Number || c >= len(tokens) || tokens[i+1].Lemma != "pour" || strings.ToLower(words[c].In(src)) != "cent" || tokens[c].Head > i || tokens[c].Head < 0 {
		return
	}
	n := i
	for tokens[n].Rel == Compound && tokens[n].Head >= 0 && tokens[n].Head < n && tokens[tokens[n].Head].Tag == Number {
		n = tokens[n].Head // "septante-deux"
	}
	if tokens[c].Head != n && tokens[c].Head != i {
		return
	}
	tokens[c].Head, tokens[c].Rel, tokens[c].Tag, tokens[c].Lemma = tokens[n].Head, tokens[n].Rel, Noun, "%"
	tokens[n].Head, tokens[n].Rel = c, Nummod
	tokens[i+1].Head, tokens[i+1].Rel = c, Dep
	for k := range tokens {
		if t := &tokens[k]; t.Head == n && k > c {
			t.Head = c
		}
	}
}

// unsubjected makes noun i, which has no preposition, the subject of the finite verb behind it that has none: "près de la | moitié | des vergers ont gelé".
// Twin: "lundi ont eu lieu deux matchs".
func unsubjected(tokens []Token, i int) {
	t, v := &tokens[i], tokens[i].Head
	if t.Tag != Noun || v < i || t.Rel != Advmod && t.Rel != Obl && t.Rel != OblUnmarked || tokens[v].Tag != Verb || hasRole("fr", t.Lemma, periods) || hasRole("fr", t.Lemma, days) {
		return
	}
	finite := tokens[v].Feats.Has(Finite)
	passive := false
	for k := range tokens {
		switch c := &tokens[k]; {
		case c.Head == v && (c.Rel == Nsubj || c.Rel == NsubjPass || c.Rel == Csubj || c.Rel == Expl && k < v), c.Head == i && (c.Rel == Case || c.Rel == Mark):
			return
		case c.Head == v && (c.Rel == Punct || c.Rel == Advmod) && k > i && k < v && c.Tag == Punctuation:
			return
		case c.Head == v && (c.Rel == Aux || c.Rel == AuxPass):
			finite, passive = finite || c.Feats.Has(Finite), passive || c.Rel == AuxPass
		}
	}
	if !finite {
		return
	}
	if t.Rel = Nsubj; passive {
		t.Rel = NsubjPass
	}
}

// left makes a participle of "parti" behind a comma, which the tree has for another word of the noun in front: "le ferry, | parti de Bukavu". Twin: "le MCC,
// un parti de Bukavu".
func left(tokens []Token, i int, src string, words []text.Word) {
	t := &tokens[i]
	if t.Tag != Noun || t.Rel != Appos || t.Lemma != "parti" && t.Lemma != "partie" || t.Head < 0 || t.Head > i || !isComma(src, words, i-1) ||
		slices.ContainsFunc(tokens[:i], func(c Token) bool { return c.Head == i && c.Rel == Det }) {
		return
	}
	t.Tag, t.Rel, t.Lemma, t.Feats = Verb, Acl, "partir", Participle|Past
	for k := i + 1; k < len(tokens); k++ {
		if c := &tokens[k]; c.Head == i && c.Rel == Nmod {
			c.Rel = Obl
		}
	}
}

// sized makes a clause of adjective i between commas that has how much of it there is: "la passerelle, | longue de 310 mètres |, enjambe".
func sized(tokens []Token, i int, src string, words []text.Word) {
	t := &tokens[i]
	if t.Tag != Adjective || t.Rel != Amod || t.Head < 0 || t.Head > i || !isComma(src, words, i-1) {
		return
	}
	if slices.ContainsFunc(tokens[i+1:], func(c Token) bool { return c.Head == i && (c.Rel == Obl || c.Rel == Nmod) && c.Tag.Nominal() }) {
		t.Rel = Acl
	}
}

// cleftAt hangs what stands in front of "c'est" on the clause that it opens, verb i: "à Sherbrooke, c'est Bouchard | qui succède à Klein".
func cleftAt(tokens []Token, i int) {
	h := tokens[i].Head
	if tokens[i].Rel != AclRelcl || h < 0 || h > i {
		return
	}
	for r := h; tokens[r].Rel == Nmod && tokens[r].Head >= 0 && tokens[r].Head < r; {
		r = tokens[r].Head
		if slices.ContainsFunc(tokens[:r], func(c Token) bool { return c.Head == r && c.Lemma == "ce" && (c.Rel == Nsubj || c.Rel == Expl) }) {
			tokens[i].Head, h = r, r // "c'est le fils du gardien | qui a donné l'alerte"
		}
	}
	ce := slices.IndexFunc(tokens[:h], func(c Token) bool { return c.Head == h && c.Lemma == "ce" })
	for k := 0; k < ce; k++ {
		if t := &tokens[k]; t.Head == h && t.Rel == Obl {
			t.Head = i
		}
	}
}

// scored hangs a score, number i and one behind "à", on the verb, where the parser has it for a part of a name or for what is done: "a battu le
// Ghana | 3 à 1". Twin: "a vendu 3 à 5 voitures".
func scored(tokens []Token, i int) {
	t := &tokens[i]
	if t.Tag != Number || i+2 >= len(tokens) || tokens[i+1].Lemma != "à" || tokens[i+2].Tag != Number || t.Head < 0 || t.Head > i || tokens[i+2].Head != i && tokens[i+2].Head != t.Head && tokens[i+2].Head != tokens[t.Head].Head ||
		slices.ContainsFunc(tokens[i+3:], func(c Token) bool { return c.Head == i }) {
		return
	}
	v := t.Head
	if tokens[v].Tag == ProperNoun && tokens[v].Head >= 0 && tokens[v].Head < v && tokens[tokens[v].Head].Tag == Verb {
		v = tokens[v].Head
		for k := i + 3; k < len(tokens); k++ {
			if tokens[k].Head == t.Head {
				tokens[k].Head = v
			}
		}
	}
	if tokens[v].Tag != Verb {
		return
	}
	t.Head, t.Rel = v, OblUnmarked
	tokens[i+1].Head, tokens[i+1].Rel, tokens[i+2].Head, tokens[i+2].Rel = i, Flat, i, Flat
}

// result hangs a score, number i, a hyphen and a number, on the verb, where the tree has it for a part of a name or under a noun, and takes it out of the
// name: "ont battu les maçons d'Orlau | 2-0". Twin: "le boulevard 21-Juillet".
func result(tokens []Token, names []Name, i int, words []text.Word, src string) {
	t := &tokens[i]
	if t.Tag != Number || i == 0 || i+2 >= len(tokens) || words[i+1].In(src) != "-" || words[i+1].Space || words[i+2].Space || tokens[i+2].Tag != Number || t.Head < 0 || t.Head > i || tokens[t.Head].Tag == Verb {
		return
	}
	v := t.Head
	for steps := 0; steps < 6 && v > 0 && tokens[v].Tag != Verb && tokens[v].Head >= 0 && tokens[v].Head < v; steps++ {
		v = tokens[v].Head
	}
	if tokens[v].Tag != Verb || slices.ContainsFunc(tokens[i+3:], func(c Token) bool { return c.Head >= i && c.Head < i+3 }) {
		return
	}
	t.Head, t.Rel = v, OblUnmarked
	tokens[i+1].Head, tokens[i+1].Rel, tokens[i+2].Head, tokens[i+2].Rel = i, Punct, i, Flat
	for k := range names {
		if n := &names[k]; n.First < i && n.End > i {
			n.End = i
		}
	}
}

// pace makes a noun of "pas" behind an article or adjective, and what is said of what the tree has behind it: "est un | pas | dans la bonne direction".
// Twin: "n'est pas dans la salle".
func pace(tokens []Token, i int) {
	a := i - 1
	if tokens[i].Lemma != "pas" || a < 0 || tokens[i].Tag == Noun || tokens[a].Tag != Determiner && tokens[a].Tag != Adjective || tokens[a].Head == i && tokens[a].Rel == Fixed {
		return
	}
	h := tokens[i].Head
	if h == a && tokens[i].Rel == Fixed {
		h = tokens[a].Head
	}
	if h < i || !tokens[h].Tag.Nominal() || tokens[a].Head != i && tokens[i].Head != a {
		return
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag, tokens[i].Feats = tokens[h].Head, tokens[h].Rel, Noun, 0
	tokens[h].Head, tokens[h].Rel = i, Nmod
	for k := range tokens {
		if t := &tokens[k]; k != i && (t.Head == h && (k < i || k > h && t.Rel == Punct) || k == a) {
			t.Head = i
		}
	}
	if tokens[a].Tag == Determiner {
		tokens[a].Rel = Det
	}
}

// trailing hangs participle i behind a comma on the noun in front of the comma or on the verb above, to say it of the subject, where the tree has the
// other one and its ending says that it cannot be: "Le ministre a salué Awa Fall, | nommée en mai", "La ministre a quitté le port, | escortée".
func trailing(tokens []Token, i int, src string, words []text.Word) {
	v, form := tokens[i].Head, strings.ToLower(words[i].In(src))
	if tokens[i].Tag != Verb || !tokens[i].Feats.Has(Participle|Past) || v < 1 || v > i || !isComma(src, words, i-1) ||
		slices.ContainsFunc(tokens, func(c Token) bool { return c.Head == i && (c.Rel == Aux || c.Rel == AuxPass || c.Rel == Mark) }) {
		return
	}
	above := v
	for steps := 0; tokens[above].Tag.Nominal() && tokens[above].Rel != Nsubj && tokens[above].Rel != NsubjPass && tokens[above].Head >= 0 && tokens[above].Head < above && steps < 4; steps++ {
		above = tokens[above].Head
	}
	who := slices.IndexFunc(tokens[:above], func(c Token) bool { return c.Head == above && (c.Rel == Nsubj || c.Rel == NsubjPass) })
	if who < 0 || tokens[above].Tag != Verb {
		return
	}
	switch subject := agrees(tokens, who, form, src, words); {
	case tokens[i].Rel == Acl && subject && !agrees(tokens, v, form, src, words):
		tokens[i].Head, tokens[i].Rel = above, Advcl
	case tokens[i].Rel == Advcl && v == above && subject && tokens[i-2].Tag.Nominal() && tokens[i-2].Head == v && tokens[i-2].Rel == Obj && agrees(tokens, i-2, form, src, words):
		tokens[i].Rel = Parataxis // "La ministre a visité l'usine, | fermée par le groupe": of either
	case (tokens[i].Rel == Advcl || tokens[i].Rel == Xcomp) && v == above && !subject:
		for n := i - 2; n > v; n = tokens[n].Head {
			if tokens[n].Tag.Nominal() && tokens[n].Rel != Flat && agrees(tokens, n, form, src, words) {
				tokens[i].Head, tokens[i].Rel = n, Acl
				return
			}
		}
	}
}

// agrees reports whether the ending of a participle and the article of noun n allow it to be said of the noun.
func agrees(tokens []Token, n int, form, src string, words []text.Word) bool {
	d := slices.IndexFunc(tokens[:n], func(c Token) bool {
		return c.Rel == Det && (c.Head == n || tokens[n].Tag == ProperNoun && c.Head >= 0 && tokens[c.Head].Head == n && tokens[c.Head].Rel == NmodDesc)
	})
	if d < 0 {
		return true
	}
	one, female := strings.TrimSuffix(form, "s"), strings.HasSuffix(strings.TrimSuffix(form, "s"), "e")
	many := one != form && (female || strings.HasSuffix(one, "é"))
	switch strings.ToLower(words[d].In(src)) {
	case "le", "un", "ce", "cet":
		return !female && !many
	case "la", "une", "cette":
		return female && !many
	case "les", "des", "ces":
		return many || one != form && !female
	}
	return true
}

// overDay gives day i's place to the noun right in front of it, which the tree has for what the day is like, and hangs the day on the verb: "a renversé
// un cycliste | mardi", "a rejeté le projet de tramway | mardi". Twins: "le premier mardi", "ce même lundi".
func overDay(tokens []Token, i int) {
	n := i - 1
	if !hasRole("fr", tokens[i].Lemma, days) || n < 1 || tokens[n].Head != i || tokens[n].Tag != Adjective && tokens[n].Tag != Noun || hasRole("fr", tokens[n].Lemma, whichday) || hasRole("fr", tokens[n].Lemma, days) ||
		!slices.ContainsFunc(tokens[:n], func(c Token) bool { return c.Head == i && (c.Rel == Det || c.Rel == Case || c.Rel == Nummod) }) {
		return
	}
	v := tokens[i].Head
	for steps := 0; v >= 0 && tokens[v].Tag != Verb && steps < 4; steps++ {
		v = tokens[v].Head
	}
	if v < 0 || v > n {
		return
	}
	bare := !slices.ContainsFunc(tokens[:n], func(c Token) bool { return c.Head == i && c.Rel == Case })
	tokens[n].Head, tokens[n].Rel, tokens[n].Tag = tokens[i].Head, tokens[i].Rel, Noun
	if bare && tokens[n].Head == v {
		tokens[n].Rel = Obj
	}
	for k := range tokens[:n] {
		if tokens[k].Head == i {
			tokens[k].Head = n
		}
	}
	tokens[i].Head, tokens[i].Rel = v, OblUnmarked
}

// whenever makes a time of object i that only says when: "les prix ont baissé de 4 % | l'an dernier". Twin: "a passé l'an dernier à Goma", which has no other.
func whenever(tokens []Token, i int) {
	t, v := &tokens[i], tokens[i].Head
	day := hasRole("fr", t.Lemma, days)
	if t.Rel != Obj || t.Tag != Noun || v < 0 || v > i || !day && !hasRole("fr", t.Lemma, periods) || hasRole("fr", tokens[v].Lemma, passes) {
		return
	}
	if day || slices.ContainsFunc(tokens, func(c Token) bool {
		return c.Head == i && (c.Rel == Det && c.Lemma == "ce" || c.Rel == Amod && hasRole("fr", c.Lemma, whichday))
	}) {
		t.Rel = OblUnmarked
	}
}
