package grammar

import (
	"slices"
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
	for ; k < len(tokens) && !(tokens[k].Head == v && tokens[k].Tag == Verb && (tokens[k].Feats.Has(Infinitive) || tokens[k-1].Rel == AuxPass && tokens[k-1].Feats.Has(Infinitive))); k++ {
		switch t := &tokens[k]; {
		case t.Tag == Adposition && t.Lemma == "de" && of < 0:
			of = k
		case t.Tag != Adverb && t.Tag != Pronoun && (t.Rel != AuxPass || !t.Feats.Has(Infinitive)):
			return // not "être" of "vient d'être vendu"
		}
	}
	if k == len(tokens) || came != (of >= 0) || tokens[k].Rel != Xcomp && tokens[k].Rel != Ccomp && tokens[k].Rel != Advcl {
		return
	}
	auxiliary(tokens, v, k)
	if came {
		tokens[of].Head, tokens[of].Rel = v, Fixed
		tokens[v].Feats |= Past
		return
	}
	tokens[v].Feats |= Future
}

// phase makes an auxiliary of a verb that says no more than how it came that somebody said what infinitive k tells: "a fini par dire", "a tenu à
// préciser", "s'est contenté de répondre". Twins: "tient à gagner", "a voulu dire".
func phase(tokens []Token, k int) {
	by, v := k-1, tokens[k].Head
	if !tokens[k].Feats.Has(Infinitive) || !hasRole("fr", tokens[k].Lemma, tells) || v < 0 || v >= by || tokens[by].Head != k || tokens[by].Rel != Mark && tokens[by].Rel != Case ||
		!hasRole("fr", tokens[v].Lemma, phases) {
		return
	}
	auxiliary(tokens, v, k)
	tokens[by].Head, tokens[by].Rel = v, Fixed
}

// auxiliary makes verb v one of verb k under it.
func auxiliary(tokens []Token, v, k int) {
	tokens[k].Head, tokens[k].Rel = tokens[v].Head, tokens[v].Rel
	for i := range tokens {
		if tokens[i].Head == v {
			tokens[i].Head = k
		}
	}
	tokens[v].Head, tokens[v].Rel, tokens[v].Tag = k, Aux, Auxiliary
	if slices.ContainsFunc(tokens[:k], func(t Token) bool { return t.Head == k && t.Rel == AuxPass }) {
		passive(tokens, k) // "450 postes vont être supprimés"
	}
}

// as makes noun i, which the tree has for a part of the name or day in front, what somebody was made: "a
// nommé Jeanne Kalala ministre des Mines", "a été nommée mardi directrice de l'hôpital".
func as(tokens []Token, i int) {
	n, t := tokens[i].Head, &tokens[i]
	if t.Tag == ProperNoun && t.Rel == Det && i > 0 && tokens[i-1].Tag == ProperNoun {
		t.Head, t.Rel = i-1, Flat // "nommé Ousmane | Sonko | ministre"
	}
	if n < 0 || n > i || t.Tag != Noun {
		return
	}
	if hasRole("fr", tokens[n].Lemma, makes) && t.Rel == Obj && slices.ContainsFunc(tokens[n:i], func(c Token) bool { return c.Head == n && c.Rel == Obj && c.Tag == ProperNoun }) &&
		!slices.ContainsFunc(tokens[n:i], func(c Token) bool { return c.Head == i && c.Rel == Det }) {
		t.Rel = Xcomp
		return
	}
	v := tokens[n].Head
	if v < 0 || !hasRole("fr", tokens[v].Lemma, makes) || !(t.Rel == Flat && tokens[n].Tag == ProperNoun && tokens[n].Rel == Obj) &&
		!(n == i-1 && t.Rel != Case && t.Rel != Conj && hasRole("fr", tokens[n].Lemma, days) && v < n && !hasRole("fr", t.Lemma, periods)) {
		return
	}
	for k := i + 1; k < len(tokens); k++ {
		if tokens[k].Head == n || n == i-1 && tokens[k].Head == v && tokens[k].Rel == Obl && k < i+4 && tokens[i+1].Head == k && tokens[i+1].Lemma == "de" {
			tokens[k].Head, tokens[k].Rel = i, Nmod
		}
	}
	t.Head, t.Rel = v, Xcomp
}

// others makes a verb of noun i behind a passive and its subject of "others" in front: "17 civils ont
// été tués et 32 autres blessés". What the noun was the subject of stands beside.
func others(tokens []Token, i int, src string, words []text.Word) {
	o := i - 1
	stem := singular("", words[i].In(src))
	if tokens[i].Tag != Noun || !strings.HasSuffix(stem, "é") || tokens[o].Lemma != "autre" || tokens[o].Head != i {
		return
	}
	v := passiveBefore(tokens, i)
	above := tokens[i].Head
	switch {
	case v < 0:
		return
	case tokens[i].Rel == Conj && above == v:
	case above > i && tokens[above].Head == v && tokens[above].Rel == Conj && (tokens[i].Rel == Nsubj || tokens[i].Rel == NsubjPass || tokens[i].Rel == Obj):
		for k := v; k < i; k++ {
			if tokens[k].Head == above {
				tokens[k].Head = i
			}
		}
		tokens[above].Rel = Parataxis
	default:
		return
	}
	tokens[i].Head, tokens[i].Rel = v, Conj
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

// passiveBefore returns the last verb in the passive before word i, -1 for none.
func passiveBefore(tokens []Token, i int) int {
	for k := i - 1; k > 0; k-- {
		if v := tokens[k-1].Head; tokens[k-1].Rel == AuxPass && v < i {
			return v
		}
	}
	return -1
}

// inserted makes an aside of verb i, the root, where its subject stands before a comma and
// who says it behind it: "Le barrage, assure la compagnie, ne présente aucun danger".
func inserted(tokens []Token, i int, src string, words []text.Word) {
	g := i
	for g > 0 && tokens[g-1].Head == i && (tokens[g-1].Tag == Auxiliary || tokens[g-1].Rel == Expl) {
		g-- // "a assuré", "s'est défendu"
	}
	if !hasRole("fr", tokens[i].Lemma, tells) || g == 0 || !isComma(src, words, g-1) {
		return
	}
	subject, who, main := -1, -1, -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case k < g && t.Rel == Nsubj:
			subject = k
		case k > i && who < 0 && t.Rel == Obj && t.Tag.Nominal():
			who = k
		case k > i && t.Tag == Verb && t.Feats.Has(Finite) && (t.Rel == Parataxis || t.Rel == Ccomp || t.Rel == Conj):
			main = k
		}
	}
	if subject < 0 || who < 0 || main < who {
		return
	}
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != main:
		case t.Rel == Mark || t.Rel == Cc:
			return
		case t.Rel == Nsubj || t.Rel == NsubjPass:
			tokens[subject].Rel = Dislocated // "Ce prix, a dit le maire, | je le dédie"
		}
	}
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && (k < g-1 || k > main) {
			t.Head = main
		}
	}
	tokens[main].Head, tokens[main].Rel = -1, Root
	tokens[i].Head, tokens[i].Rel = main, Parataxis
	tokens[who].Rel = Nsubj
}

// asks makes who stands behind verb i, the root right behind what somebody asked or
// exclaimed, its subject: "Pourquoi ce bonnet ? demande la présidente".
func asks(tokens []Token, i int, src string, words []text.Word) {
	if i == 0 || !strings.Contains("?!", words[i-1].In(src)) {
		return
	}
	for k := range i {
		if t := &tokens[k]; t.Head == i && (t.Rel == Nsubj || t.Rel == Obj) {
			t.Rel = Parataxis
		}
	}
	saidBy(tokens, i)
}

// owed makes an adjective of participle i of "devoir" behind "être": "la panne est due à un
// court-circuit" says of nothing that it must be.
func owed(tokens []Token, i int) {
	if tokens[i].Tag != Verb || !tokens[i].Feats.Has(Participle) || !hasRole("fr", tokens[i].Lemma, necessary) {
		return
	}
	be := -1
	for k := range i {
		if t := &tokens[k]; t.Head == i && t.Lemma == "être" && (t.Rel == AuxPass || t.Rel == Aux || t.Rel == Cop) {
			be = k
		}
	}
	if be < 0 {
		return
	}
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && t.Rel == NsubjPass {
			t.Rel = Nsubj
		}
	}
	tokens[be].Rel = Cop
	tokens[i].Tag, tokens[i].Feats, tokens[i].Lemma = Adjective, 0, "dû"
}

// ready hangs what somebody is ready to do, which the tree has for who is so, on the
// adjective as English does: "il est prêt à rencontrer".
func ready(tokens []Token, i int) {
	a := tokens[i].Head
	if tokens[i].Rel != Csubj || !tokens[i].Feats.Has(Infinitive) || a < 0 || a > i || tokens[a].Tag != Adjective {
		return
	}
	for k := range a {
		if t := &tokens[k]; t.Head == a && t.Rel == Nsubj && (t.Tag == Noun || t.Tag == ProperNoun) {
			tokens[i].Rel = Xcomp
		}
	}
}

// perUnit gives a verb back what hangs on a unit behind a price that became a verb: "à 9 888 dollars la
// tonne mardi à Londres".
func perUnit(tokens []Token, i int) {
	v := tokens[i].Head
	if i < 3 || v < 0 || v > i || tokens[i].Tag != Verb || tokens[i].Rel != Xcomp && tokens[i].Rel != Obj || tokens[i-1].Head != i || tokens[i-1].Rel != Obj || tokens[i-2].Head != v || tokens[i-2].Tag != Noun {
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

// fronted gives the main verb, right behind it, the name that follows what is said of it in front:
// "Battu à Nantes, Auxerre recule", where the tree has Auxerre beside Nantes.
func fronted(tokens []Token, v int, src string, words []text.Word) {
	first := &tokens[0]
	if first.Rel == Case && first.Head > 0 {
		first = &tokens[first.Head] // "À Goma, 27 cas, dont deux mortels, ont été signalés"
	}
	if v < 3 || tokens[v].Tag != Verb || first.Head != v || first.Rel != Advcl && first.Rel != Acl && first.Rel != Amod && first.Rel != Obl || first.Feats.Has(Finite) {
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

// provided hangs clause i that "si" opens as what it depends on, where the tree has it for what is asked:
// "nous irons s'il le faut". Twin: "nous ignorons s'il viendra".
func provided(tokens []Token, i int) {
	t := &tokens[i]
	if t.Rel != Ccomp || t.Head < 0 || t.Head > i || hasRole("fr", tokens[t.Head].Lemma, inquires) || hasRole("fr", tokens[t.Head].Lemma, states) {
		return
	}
	for k := t.Head + 1; k < i; k++ {
		m := &tokens[k]
		if m.Head != i || m.Rel != Mark {
			continue
		}
		if m.Lemma == "soi" {
			m.Lemma, m.Tag, m.Feats = "si", Subordinator, 0 // "s'ils"
		}
		if m.Lemma == "si" {
			t.Rel = Advcl
		}
		return
	}
}

// opened hangs the "que" that a clause of verb v begins with, if a subject follows it, as what opens the clause and
// not as its object: "qu'il a vendu le port". Twin: "Que veut le ministre ?"
func opened(tokens []Token, v int) {
	que := &tokens[0]
	if que.Lemma != "que" || que.Head != v || que.Rel != Obj || v < 2 || tokens[1].Head == v && tokens[1].Tag == Auxiliary {
		return
	}
	for k := 1; k < v; k++ {
		if t := &tokens[k]; t.Head == v && (t.Rel == Nsubj || t.Rel == NsubjPass) {
			que.Rel, que.Tag, que.Feats = Mark, Subordinator, 0
		}
	}
}
