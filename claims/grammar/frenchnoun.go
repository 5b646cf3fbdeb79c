package grammar

import (
	"slices"
	"strings"

	"factcheck/claims/text"
)

// French nouns and names that the parser hangs otherwise than what is said.

// taken makes a name its verb's object where the parser has it for what the subject became:
// "l'armée a repris Walikale". Twin: "elle est devenue Walikale", "il a été élu président".
func taken(tokens []Token, i int) {
	v := tokens[i].Head
	if t := &tokens[i]; t.Rel != Xcomp || t.Tag != ProperNoun || v < 0 || v > i || tokens[v].Tag != Verb || hasRole("fr", tokens[v].Lemma, becomes) || hasRole("fr", tokens[v].Lemma, makes) {
		return
	}
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head == v && (t.Rel == Obj || t.Rel == NsubjPass || t.Rel == AuxPass || t.Rel == Expl):
			return
		case t.Head == i && (t.Rel == Case || t.Rel == Mark || t.Rel == Cop):
			return
		}
	}
	tokens[i].Rel = Obj
	for k := i + 1; k < len(tokens); k++ { // "Walikale | mercredi"
		if t := &tokens[k]; t.Head == i && t.Rel == Nmod && t.Tag == Noun && hasRole("fr", t.Lemma, days) {
			t.Head, t.Rel = v, OblUnmarked
		}
	}
}

// placed makes a name of word i with a capital behind a preposition, which the tagger has for a verb: "à | Abéché | par la police". What is
// done by somebody is then done by him above. Twin: "à arrêter".
func placed(tokens []Token, i int, word string) {
	t := &tokens[i]
	if t.Tag != Verb || t.Rel != Obl && t.Rel != Nmod || t.Head < 0 || t.Head > i || tokens[i-1].Head != i || tokens[i-1].Rel != Case || strings.ToLower(word) == word {
		return
	}
	t.Tag, t.Feats, t.Lemma = ProperNoun, 0, word
	for k := i + 1; k < len(tokens); k++ {
		if c := &tokens[k]; c.Head == i && (c.Rel == OblAgent || c.Rel == Obl) {
			c.Head = t.Head
		}
	}
}

// dated hangs word i, which the tree hangs on the time between them, on what the time is told of: "se sont retirés mercredi | de Walikale", "a
// gagné jeudi | à Budapest", "une visite de deux jours | à Goma". Twins: "le lundi de Pâques", "deux jours de deuil", "mardi dans la nuit".
func dated(tokens []Token, i int) {
	t, d := &tokens[i], tokens[i].Head
	if t.Rel != Nmod || !t.Tag.Nominal() || d < 1 || d > i || tokens[d].Head < 0 || tokens[d].Head > d || hasRole("fr", t.Lemma, periods) || hasRole("fr", t.Lemma, days) {
		return
	}
	by := slices.IndexFunc(tokens[d:i], func(c Token) bool { return c.Head == i && c.Rel == Case }) + d
	bare := !slices.ContainsFunc(tokens[:d], func(c Token) bool { return c.Head == d && c.Rel == Det })
	day := bare && hasRole("fr", tokens[d].Lemma, days)
	if by < d || tokens[by].Lemma == "de" && !day || !day && (!hasRole("fr", tokens[d].Lemma, periods) || !hasRole("fr", tokens[by].Lemma, situates)) {
		return
	}
	switch v := tokens[d].Head; {
	case tokens[v].Tag == Verb:
		t.Head, t.Rel = v, Obl
	case tokens[v].Tag == Noun && !day:
		t.Head = v
	}
}

// atAge hangs on the verb the age at which somebody died, year i, and what the tree hangs on it: "est mort d'un cancer | à 67 ans", "est mort à 67 ans |
// des suites d'un cancer". Twin: "a été condamné à 20 ans de prison".
func atAge(tokens []Token, i int) {
	h := tokens[i].Head
	if tokens[i].Lemma != "an" || h < 0 || h > i || !slices.ContainsFunc(tokens[h:i], func(c Token) bool { return c.Head == i && c.Rel == Case && c.Lemma == "à" }) {
		return
	}
	if v := tokens[h].Head; tokens[i].Rel == Nmod && tokens[h].Rel == Obl && v >= 0 && hasRole("fr", tokens[v].Lemma, dies) {
		tokens[i].Head, tokens[i].Rel, h = v, Obl, v
	}
	for k := i + 1; k < len(tokens) && hasRole("fr", tokens[h].Lemma, dies); k++ {
		if t := &tokens[k]; t.Head == i && t.Rel == Nmod {
			t.Head, t.Rel = h, Obl
		}
	}
}

// unday hangs a day that the tree has for what name i is on the verb: "a nommé jeudi | Koffi Adjavon ambassadeur". Twin: "le colonel Adjavon".
func unday(tokens []Token, i int) {
	d, v := i-1, tokens[i].Head
	if tokens[d].Head == i && tokens[d].Rel == NmodDesc && v >= 0 && v < d && tokens[v].Tag == Verb && hasRole("fr", tokens[d].Lemma, days) {
		tokens[d].Head, tokens[d].Rel, tokens[i].Rel = v, OblUnmarked, Obj
	}
}

// beforeDay hangs an adjective between a verb and a day, which it cannot describe, on the verb: "a été reconnu | coupable | vendredi". Twin: "est
// parti | lundi dernier".
func beforeDay(tokens []Token, i int) {
	a := i - 1
	if v := a - 1; v >= 0 && hasRole("fr", tokens[i].Lemma, days) && tokens[a].Head == i && tokens[a].Rel == Amod && tokens[a].Tag == Adjective && tokens[i].Head == v && tokens[v].Tag == Verb {
		tokens[a].Head, tokens[a].Rel = v, Xcomp
	}
}

// daily hangs a bare day i, which the tree hangs on the noun in front, on the verb above that: "ont mis fin à leur grève | lundi", "l'arrestation, | mardi à Goma, de trois hommes". Twins: "la grève de
// lundi", "la grève lundi a échoué".
func daily(tokens []Token, i int) {
	t, h := &tokens[i], tokens[i].Head
	if t.Rel != Nmod || t.Tag != Noun || !hasRole("fr", t.Lemma, days) || h < 1 || h > i || !tokens[h].Tag.Nominal() && tokens[h].Rel != Appos || hasRole("fr", tokens[h].Lemma, days) || hasRole("fr", tokens[h].Lemma, periods) ||
		slices.ContainsFunc(tokens[h:i], func(c Token) bool { return c.Head == i && c.Rel != Punct }) {
		return
	}
	for steps := 0; (tokens[h].Rel == Appos || tokens[h].Tag.Nominal() && tokens[h].Rel == Nmod) && tokens[h].Head >= 0 && tokens[h].Head < h && steps < 4; steps++ {
		h = tokens[h].Head
	}
	if v := tokens[h].Head; (tokens[h].Rel == Obj || tokens[h].Rel == Obl) && v >= 0 && v < h && tokens[v].Tag == Verb {
		t.Head, t.Rel = v, OblUnmarked
	}
}

// resumed hangs noun i behind "de" and the second of two commas on the noun in front of the first, which has an article and owns nothing else: "la
// fermeture, d'ici à mai, | de la piscine". Twin: "les ports de Nantes, à l'ouest, de Calais et de Brest".
func resumed(tokens []Token, i int, src string, words []text.Word) {
	of := i - 1
	for of > 0 && tokens[of].Head == i && tokens[of].Rel != Case {
		of--
	}
	if h := tokens[i].Head; !tokens[i].Tag.Nominal() || h < 0 || h > of || tokens[of].Head != i || tokens[of].Lemma != "de" || !isComma(src, words, of-1) {
		return
	}
	x := of - 3
	for x > 0 && !isComma(src, words, x+1) {
		x--
	}
	child := func(k int, rel Rel) int {
		return slices.IndexFunc(tokens, func(c Token) bool { return c.Head == k && c.Rel == rel })
	}
	if x < 1 || x+3 > of-1 || tokens[x].Tag != Noun || tokens[x].Head < 0 || tokens[x].Head > x || child(x, Det) < 0 || tokens[x+2].Tag != Adposition && !hasRole("fr", tokens[x+2].Lemma, days) || tokens[x+2].Lemma == "de" && tokens[x+3].Tag != Adverb {
		return
	}
	if by := child(x, Case); by < 0 || tokens[by].Lemma != "de" {
		tokens[i].Head, tokens[i].Rel = x, Nmod
	}
}

// namesake hangs name i on what is called after somebody, word before with its capital, where the tree has it for whoever is told of in front: "le
// directeur de l'École | Jean Moulin". Twin: "le directeur de l'ONU Jean Moulin".
func namesake(tokens []Token, i int, before string) {
	if t := &tokens[i]; t.Tag == ProperNoun && t.Head < i-1 && t.Head >= 0 && tokens[i-1].Head == t.Head && tokens[i-1].Rel == Nmod && strings.ToLower(before) != before && hasRole("fr", strings.ToLower(tokens[i-1].Lemma), namesakes) {
		t.Head, t.Rel = i-1, Nmod
	}
}

// slashed makes one name of two that a stroke i joins, with the second at its head as in English: "l'AFC/M23".
// Twin: "lundi / mardi".
func slashed(tokens []Token, i int, words []text.Word) {
	if i+1 >= len(tokens) || tokens[i].Lemma != "/" || !text.Joined(words, i) {
		return
	}
	a, b := i-1, i+1
	if tokens[a].Tag != ProperNoun || tokens[b].Tag != ProperNoun && tokens[b].Tag != Noun || tokens[b].Head != a {
		return
	}
	for k := range tokens {
		if tokens[k].Head == a {
			tokens[k].Head = b
		}
	}
	tokens[b].Head, tokens[b].Rel, tokens[b].Tag = tokens[a].Head, tokens[a].Rel, ProperNoun
	tokens[a].Head, tokens[a].Rel = b, Compound
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag = b, Punct, Punctuation
}

// whole makes an article of "tous" in front of one: "tous les passagers".
func whole(tokens []Token, i int) {
	n := tokens[i].Head
	if t := &tokens[i]; t.Lemma != "tout" || t.Rel != Amod && t.Rel != Det || n < i || i+1 >= len(tokens) || tokens[i+1].Rel != Det || tokens[i+1].Head != n {
		return
	}
	tokens[i].Rel, tokens[i].Tag = Det, Determiner
}

// numbered makes a number behind a name of capitals a part of it: "AF 472".
func numbered(tokens []Token, i int) {
	if t := &tokens[i]; t.Tag == Number && t.Head == i-1 && t.Rel == Nmod && tokens[i-1].Tag == ProperNoun {
		t.Rel = Flat
	}
}

// office gives noun i, what somebody is without an article, the phrase right behind it, of which the tree has it for a
// circumstance: "est médecin à l'hôpital". Twin: "est en visite à Goma".
func office(tokens []Token, i int) {
	n := i + 1
	if n >= len(tokens) || tokens[i].Tag != Noun || !hasRole("fr", tokens[n].Lemma, attached) || tokens[n].Rel != Case {
		return
	}
	cop := false
	for k := range i {
		if t := &tokens[k]; t.Head == i && (t.Rel == Case || t.Rel == Det) {
			return
		}
		cop = cop || tokens[k].Head == i && tokens[k].Rel == Cop
	}
	if of := &tokens[tokens[n].Head]; cop && of.Head == i && of.Rel == Obl {
		of.Rel = Nmod
	}
}

// adjacent makes one name of two that the tree has beside each other as one thing of a verb: "a félicité Radio
// Maendeleo". Twin: "Radio Maendeleo, Radio Fides".
func adjacent(tokens []Token, i int) {
	t, before := &tokens[i], &tokens[i-1]
	if t.Tag != ProperNoun || t.Head != before.Head || t.Rel != before.Rel {
		return
	}
	switch subject := t.Rel == Nsubj || t.Rel == NsubjPass; {
	case before.Tag == Adjective && subject:
		before.Tag = ProperNoun // "Normand Roux"
	case before.Tag != ProperNoun && before.Tag != Noun || !subject && t.Rel != Obj && t.Rel != Obl:
		return
	}
	t.Head, t.Rel = i-1, Flat
	for k := i + 1; k < len(tokens); k++ {
		if c := &tokens[k]; c.Head == i && c.Rel != Flat {
			c.Head = i - 1
		}
	}
}

// amount makes what is counted right behind number i the head of both, where the tree has it for a part
// of the number: "Dix-sept | civils".
func amount(tokens []Token, i int) {
	n := i + 1
	for n < len(tokens) && tokens[n].Head == i && (tokens[n].Tag == Number || tokens[n].Tag == Punctuation) {
		n++
	}
	if tokens[i].Tag != Number || n >= len(tokens) || tokens[n].Head != i || tokens[n].Tag != Noun && tokens[n].Tag != Adjective || tokens[n].Rel != Compound && tokens[n].Rel != Flat && tokens[n].Rel != Amod {
		return
	}
	tokens[n].Head, tokens[n].Rel = tokens[i].Head, tokens[i].Rel
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && (k < i || k > n) {
			t.Head = n
		}
	}
	tokens[i].Head, tokens[i].Rel = n, Nummod
}

// measured hangs how far a thing changed, share i, on the change: "a fait baisser la récolte | de 20 %", and on it what changed: "une baisse de 20 % |
// de la récolte". Twin: "a vendu une part de 20 %".
func measured(tokens []Token, i int) {
	n := tokens[i].Head
	if n < 0 || n > i || tokens[i].Rel != Nmod || i == 0 || tokens[i-1].Head != i || tokens[i-1].Tag != Number {
		return
	}
	for h := n; h >= 0 && tokens[h].Tag.Nominal() && (tokens[h].Rel == Obj || tokens[h].Rel == Nmod); h = tokens[h].Head {
		if v := tokens[h].Head; tokens[h].Rel == Obj && hasRole("fr", tokens[v].Lemma, changes) && v < h {
			tokens[i].Head, tokens[i].Rel = v, Obl
			return
		}
		if v := tokens[h].Head; tokens[h].Rel == Nmod && v >= 0 && v < h && tokens[v].Tag == Noun && hasRole("fr", tokens[v].Lemma, changes) {
			tokens[i].Head = v // "la hausse des prix | de 12 %"
			return
		}
	}
	for k := i + 1; k < len(tokens) && hasRole("fr", tokens[n].Lemma, changes); k++ {
		if t := &tokens[k]; t.Head == i && t.Rel == Nmod {
			t.Head = n
		}
	}
}

// agedAs hangs what somebody is, noun i, on his name and not on the age between them: "Jane Doe, 45 ans, | maire de Goma".
func agedAs(tokens []Token, i int) {
	a := tokens[i].Head
	if tokens[i].Rel != Appos || tokens[i].Tag != Noun || a < 1 || a > i || tokens[a].Lemma != "an" || tokens[a].Head < 0 || tokens[a].Head > a || tokens[tokens[a].Head].Tag != ProperNoun {
		return
	}
	tokens[i].Head = tokens[a].Head
}

// unverbed makes a noun of verb i, which no subject can be, and an adjective of the noun right in front that the tree has for its own subject: "la
// fausse | annonce | a circulé".
func unverbed(tokens []Token, i int, form string) {
	a := i - 1
	if tokens[i].Tag != Verb || tokens[i].Rel != Nsubj && tokens[i].Rel != NsubjPass || a < 1 || tokens[a].Head != i || tokens[a].Rel != Nsubj || tokens[a].Tag != Noun || tokens[a-1].Head != a || tokens[a-1].Rel != Det {
		return
	}
	tokens[i].Tag, tokens[i].Lemma, tokens[i].Feats = Noun, form, 0
	tokens[a].Tag, tokens[a].Rel, tokens[a-1].Head = Adjective, Amod, i
	for k := i + 1; k < len(tokens); k++ {
		if t := &tokens[k]; t.Head == i && t.Rel == Obl {
			t.Rel = Nmod
		}
	}
}

// doubted hangs on noun i what the tree hangs by "de" on the participle behind it that says how sure it is, "cas confirmés | de variole", and
// makes an adjective of one by which it is only thought: "le chef présumé | d'un réseau". Twin: "une maison couverte | de neige".
func doubted(tokens []Token, i int) {
	v := i + 1
	if tokens[i].Tag != Noun || v >= len(tokens) || tokens[v].Head != i || tokens[v].Rel != Acl && tokens[v].Rel != Amod || !hasRole("fr", tokens[v].Lemma, presumed) && !hasRole("fr", tokens[v].Lemma, registered) {
		return
	}
	if hasRole("fr", tokens[v].Lemma, presumed) {
		tokens[v].Tag, tokens[v].Rel = Adjective, Amod
	}
	for k := v + 1; k < len(tokens); k++ {
		if t := &tokens[k]; t.Head == v && t.Tag.Nominal() && (t.Rel == Obl || t.Rel == Nmod) && tokens[v+1].Head == k && tokens[v+1].Lemma == "de" {
			t.Head, t.Rel = i, Nmod
		}
	}
}

// substantive makes a noun of an adjective that has an article or a number and no noun: "les civils",
// "sept blessés".
func substantive(tokens []Token, i int) {
	switch t := &tokens[i]; {
	case t.Tag != Adjective:
		return
	case t.Rel != Nsubj && t.Rel != NsubjPass && t.Rel != Obj && t.Rel != Obl && t.Rel != OblAgent && t.Rel != Nmod:
		return
	}
	for k := range i {
		if t := &tokens[k]; t.Head == i && (t.Rel == Nummod || t.Rel == Det) {
			tokens[i].Tag = Noun
			return
		}
	}
}

// cleft makes what "c'est" opens a clause that tells something, where the tree has it for a circumstance: "c'est lundi | que le pont sera
// inauguré". Twin: "c'est tard quand il rentre".
func cleft(tokens []Token, i int) {
	h := tokens[i].Head
	if tokens[i].Rel != Advcl || h < 0 || h > i {
		return
	}
	said, opened := false, false
	for k := range tokens {
		said = said || tokens[k].Head == h && tokens[k].Lemma == "ce" && (tokens[k].Rel == Expl || tokens[k].Rel == Nsubj)
		opened = opened || tokens[k].Head == i && tokens[k].Rel == Mark && tokens[k].Lemma == "que"
	}
	if said && opened {
		tokens[i].Rel = AclRelcl
	}
}

// outgoing makes an adjective of a participle between an office and who holds it, where the tree has it for a verb that has the name for its
// object, which a verb of motion has not: "le sénateur sortant | Marchal". Twin: "un homme portant Marchal".
func outgoing(tokens []Token, i int) {
	n := i + 1
	if i == 0 || n == len(tokens) || tokens[i].Tag != Verb || tokens[i].Head != i-1 || tokens[i-1].Tag != Noun || tokens[n].Tag != ProperNoun || tokens[n].Head != i || !hasRole("fr", tokens[i].Lemma, moves) {
		return
	}
	tokens[i].Tag, tokens[i].Rel = Adjective, Amod
	tokens[n].Head, tokens[n].Rel = i-1, Appos
}

// near makes a preposition of "près de" in front of noun i, which the tree has for how many: "a explosé près d'une | école". Twins: "près de 300
// écoles", "près d'un an".
func near(tokens []Token, i int) {
	h := tokens[i].Head
	k := slices.IndexFunc(tokens[:i], func(c Token) bool { return c.Head == i && c.Rel == Nummod && c.Lemma == "près" })
	if k < 0 || h < 0 || tokens[k+1].Lemma != "de" || !tokens[i].Tag.Nominal() || tokens[i].Rel == Nummod || slices.ContainsFunc(tokens[k:i], func(c Token) bool { return c.Tag == Number }) ||
		hasRole("fr", tokens[i].Lemma, counts) || hasRole("fr", tokens[i].Lemma, periods) || hasRole("fr", tokens[i].Lemma, amounts) {
		return
	}
	tokens[k].Rel, tokens[k].Tag, tokens[k+1].Head, tokens[k+1].Rel = Case, Adposition, k, Fixed
	if tokens[i].Rel = Obl; tokens[h].Tag.Nominal() {
		tokens[i].Rel = Nmod
	}
}

// deceased hangs "défunt" in front of name i on the name, and that where the tree has "défunt": "la nièce
// de feu Laurent Kabila" is not Kabila.
func deceased(tokens []Token, i int) {
	d := i - 1
	if tokens[i].Tag != ProperNoun || !hasRole("fr", tokens[d].Lemma, late) || tokens[d].Head < 0 || tokens[d].Head > d || tokens[i].Head != tokens[d].Head && tokens[i].Head != d {
		return
	}
	tokens[i].Head, tokens[i].Rel = tokens[d].Head, tokens[d].Rel
	tokens[d].Head, tokens[d].Rel, tokens[d].Tag = i, Amod, Adjective
	for k := range tokens {
		if tokens[k].Head == d {
			tokens[k].Head = i
		}
	}
}
