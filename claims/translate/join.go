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
	if tag == grammar.Adjective {
		g.much(s, i)
	}
	if tag == grammar.Adjective || tag == grammar.Verb && s.Tokens[i].Feats.Has(grammar.Participle) {
		g.stands(t, s, i)
	}
	if tag != grammar.Verb && tag != grammar.Noun {
		return
	}
	lemma := text.Fold(s.Tokens[i].Lemma)
	if english := t.english[key{collocation, lemma + "+" + thatIs}]; english != nil && s.Tokens[i].Rel == grammar.Parataxis {
		g.set(i, english) // "le pont est fermé, a déclaré le maire"
	}
	if tag == grammar.Verb {
		g.besideObject(t, s, i, lemma)
		if k := described(s, i); k >= 0 {
			g.done(t, s, i, k, lemma)
		}
	}
	if english := t.english[key{collocation, lemma + "+*"}]; english != nil && tag == grammar.Noun && s.Tokens[i].Rel == grammar.NmodDesc {
		g.set(i, english) // "le prix Nobel"
	}
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
		case tag == grammar.Verb && c.Rel == grammar.Xcomp && c.Tag == grammar.Adjective:
			if english := t.english[key{collocation, lemma + "+" + text.Fold(c.Lemma)}]; english != nil {
				verb, other, _ := strings.Cut(english[0], "+")
				g.set(i, []string{verb}) // "l'a reconnu coupable"
				g.set(k, []string{other})
			}
		case tag == grammar.Verb && c.Rel == grammar.Ccomp:
			if english := t.english[key{collocation, lemma + "+" + thatIs}]; english != nil {
				g.set(i, english) // "reconnaît que le pont est fermé", not "reconnaît la Palestine"
			}
		case tag == grammar.Verb && (c.Rel == grammar.Obj || c.Rel == grammar.Obl || c.Rel == grammar.NsubjPass):
			g.object(t, s, folds, i, k, at)
		case tag == grammar.Noun && c.Rel == grammar.Nmod && at >= 0:
			if english := t.english[key{collocation, lemma + "+" + text.Fold(s.Tokens[at].Lemma) + "+" + text.Fold(c.Lemma)}]; english != nil {
				g.set(at, english)
			} else if s.Tokens[at].Lemma == "sur" && c.Tag == grammar.ProperNoun {
				g.Others[at] = append(slices.Clone(g.Others[at]), "in") // "de la neige sur Rimouski"
			} else if (c.Tag == grammar.ProperNoun || lexicon.Human("en", g.Lemmas[i])) && s.Tokens[at].Lemma == "de" {
				g.Others[at] = append(slices.Clone(g.Others[at]), "in") // "le marché de Komanda", "médecin de l'hôpital"
			}
		}
	}
}

// besideObject hangs on verb i what the tree has under its object and the table with the verb: "a démis le ministre | de ses fonctions", "a mis
// l'homme | en examen". Twin: "a vu le juge | de l'affaire".
func (g *Gloss) besideObject(t *table, s *grammar.Sentence, i int, lemma string) {
	for k := i + 1; k < min(s.Tokens[i].End, i+aside); k++ {
		n := s.Tokens[k].Head
		if n <= i || s.Tokens[k].Rel != grammar.Nmod || s.Tokens[n].Head != i || s.Tokens[n].Rel != grammar.Obj {
			continue
		}
		at := caseOf(s, k)
		if at < 0 {
			continue
		}
		noun := text.Fold(s.Tokens[k].Lemma)
		if t.english[key{collocation, lemma + "+" + noun}] != nil || t.english[key{collocation, lemma + "+" + text.Fold(s.Tokens[at].Lemma) + "+" + noun}] != nil {
			s.Tokens[k].Head, s.Tokens[k].Rel = i, grammar.Obl
			return
		}
	}
}

// aside is how many words behind a verb what belongs to it beside its object is looked for.
const aside = 20

// What stands in the table for any infinitive that hangs on a verb, for a clause, for so many of a thing, and for any object.
const (
	doing  = "~"
	thatIs = "que"
	number = "#"
	any    = "!"
)

// object glosses verb i with its object or circumstance k, whose preposition is word at, -1 for none.
func (g *Gloss) object(t *table, s *grammar.Sentence, folds []string, i, k, at int) {
	lemma := text.Fold(s.Tokens[i].Lemma)
	if reflexive(s, i) && t.of(Verb, himself+lemma) != nil {
		lemma = himself + lemma
	} else if won(s, i) >= 0 && t.of(Verb, it+lemma) != nil {
		lemma = it + lemma
	}
	c := &s.Tokens[k]
	if g.Joined[i] && g.Joined[k] && k == i+1 && t.object[lemma+"+"+text.Fold(c.Lemma)] == nil {
		return // "porter plainte" has its English
	}
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
	if c.Rel == grammar.NsubjPass {
		g.done(t, s, i, k, lemma)
		return
	}
	if at >= 0 {
		if verb, other, ok := with(text.Fold(s.Tokens[at].Lemma) + "+" + text.Fold(c.Lemma)); ok {
			joint, noun, as := strings.Cut(other, "+")
			if !as {
				g.underwent(s, i, k, strings.TrimPrefix(verb, "be_"))
				return
			}
			g.set(i, []string{verb}) // "nommé à la tête de la police", as its head
			g.set(at, []string{joint})
			g.set(k, []string{noun})
			return
		}
	}
	counted := slices.ContainsFunc(s.Tokens[:k], func(n grammar.Token) bool { return n.Head == k && n.Rel == grammar.Nummod })
	figured := at >= 0 && counted && t.english[key{collocation, lemma + "+" + text.Fold(s.Tokens[at].Lemma) + "+" + number}] != nil // "reculer à 5 %"; twin: "reculer de 5 %"
	if verb, other, ok := with(text.Fold(c.Lemma)); ok && !figured && !(lemma == "avoir" && articled(s, k)) && (c.Rel == grammar.Obj || (at < 0 || slices.Contains(plain[:], g.Lemmas[at])) && !g.fixedBy(t, s, i, lemma)) {
		if done, passive := strings.CutPrefix(verb, "be_"); passive && other == "" {
			verb = done // "ont recouvré la liberté"
			turn(s, i, grammar.Nsubj, grammar.NsubjPass)
		}
		g.set(i, append([]string{verb}, also...))
		g.Lemmas[k], g.Others[k] = other, nil
		g.how(t, s, i, k)
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
	if verb, _, ok := with(number); ok && c.Rel == grammar.Obj && counted {
		g.set(i, []string{verb}) // "compte 40 agences"
		return
	}
	if english := t.english[key{collocation, lemma + "+" + any}]; english != nil && c.Rel == grammar.Obj && c.Tag.Nominal() {
		g.set(i, english) // "augmente la taxe"; not "la taxe augmente"
	}
	if c.Rel == grammar.Obj && g.from(t, s, i, k, lemma) {
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
	if !ok && c.Tag != grammar.ProperNoun && (counted || by != "de") {
		verb, other, ok = with(by + "+#") // "monter à 12 %", not "à Bunia"
	}
	if !ok && g.somebody(s, k) {
		verb, other, ok = with(by + "+@") // "acheter à la ville, à Denby", not "à l'aéroport, à Paris"
	}
	if ok && !g.Joined[i] { // "est entré en vigueur | dans le Masisi" has its verb
		if !g.fixedBy(t, s, i, lemma) && !changes(t, s, i, lemma) {
			g.set(i, append([]string{verb}, also...))
		}
		g.set(at, []string{other})
	} else if list := t.object[lemma]; (slices.Contains(list, by) || slices.Contains(list, folds[at])) && k > i && !g.Joined[i] && !g.Joined[at] && !g.hasObject(s, i, k) {
		g.Object[k] = true
		g.set(i, t.english[key{Verb, lemma + ":"}])
		if reflexive(s, i) {
			turn(s, i, grammar.NsubjPass, grammar.Nsubj) // "se sont emparés de Goma"
		}
	}
}

// fixedBy reports whether the table has verb i with an object that it has here: "prêter allégeance à" is not "prêter à", "mettre fin à sa détention" not
// "mettre en détention".
func (g *Gloss) fixedBy(t *table, s *grammar.Sentence, i int, lemma string) bool {
	return slices.ContainsFunc(s.Tokens, func(c grammar.Token) bool {
		return c.Head == i && c.Rel == grammar.Obj && t.english[key{collocation, lemma + "+" + text.Fold(c.Lemma)}] != nil
	})
}

// changes reports whether verb i has an object, where the table has another word for that than for what happens to the subject: "a baissé son taux à
// 9 %". Twin: "le taux a baissé à 9 %".
func changes(t *table, s *grammar.Sentence, i int, lemma string) bool {
	return t.english[key{collocation, lemma + "+" + any}] != nil && slices.ContainsFunc(s.Tokens, func(c grammar.Token) bool {
		return c.Head == i && c.Rel == grammar.Obj && c.Tag.Nominal()
	})
}

// hasObject reports whether verb i has an object by a preposition in front of word k: "succède à Denby | à la tête".
func (g *Gloss) hasObject(s *grammar.Sentence, i, k int) bool {
	for j := i + 1; j < k; j++ {
		if g.Object[j] && s.Tokens[j].Head == i {
			return true
		}
	}
	return false
}

// from hangs on verb i what "de" joins to its object k, where the table has the verb with "de" and the object is a name or not this one of
// several, or is called what follows: "a éliminé la Biélorusse du tournoi", "a reçu 20 000 euros de Denby", "a qualifié le vote de mascarade".
// Twin: "a reçu le ministre de la Santé".
func (g *Gloss) from(t *table, s *grammar.Sentence, i, k int, lemma string) bool {
	for j := k + 1; j < len(s.Tokens); j++ {
		at := caseOf(s, j)
		if at < 0 || s.Tokens[j].Head != k || s.Tokens[j].Rel != grammar.Nmod || s.Tokens[at].Lemma != "de" {
			continue
		}
		english := t.english[key{collocation, lemma + "+de"}]
		if english == nil && g.somebody(s, j) {
			english = t.english[key{collocation, lemma + "+de+@"}]
		}
		if english == nil || calls(english) && (s.Tokens[j].Tag == grammar.ProperNoun || determined(s, j)) || !calls(english) && s.Tokens[k].Tag != grammar.ProperNoun && determined(s, k) {
			return false
		}
		verb, other, _ := strings.Cut(english[0], "+")
		g.set(i, []string{verb})
		g.set(at, []string{other})
		s.Tokens[j].Head, s.Tokens[j].Rel = i, grammar.Obl
		return true
	}
	return false
}

// calls reports whether "de" joins what the object is called: "a traité le juge | de menteur". Twin: "a traité le patient | de Goma".
func calls(english []string) bool { return strings.HasSuffix(english[0], "+as") }

// determined reports whether noun k has an article of this one or a word that owns it.
func determined(s *grammar.Sentence, k int) bool {
	return slices.ContainsFunc(s.Tokens[:k], func(d grammar.Token) bool {
		return d.Head == k && d.Rel == grammar.Det && slices.Contains(definite[:], d.Lemma)
	})
}

// articled reports whether noun k has an article: "il y a une raison" is no "avoir raison".
func articled(s *grammar.Sentence, k int) bool {
	return slices.ContainsFunc(s.Tokens[:k], func(d grammar.Token) bool { return d.Head == k && d.Rel == grammar.Det })
}

// definite are the articles of this one, and what owns.
var definite = [...]string{"le", "ce", "son", "leur"}

// somebody reports whether word k stands for whoever may own a thing: a person, a body, a country.
func (g *Gloss) somebody(s *grammar.Sentence, k int) bool {
	if n, ok := s.NameAt(k); ok && n.Kind != grammar.Place {
		return true
	}
	if d := slices.IndexFunc(s.Tokens[:k], func(c grammar.Token) bool { return c.Head == k && c.Rel == grammar.NmodDesc }); d >= 0 {
		return party(g.Lemmas[d]) // "la fondation | Reuss"
	}
	if p, ok := lexicon.PlaceOf(g.Lemmas[k]); ok {
		return p.Kind == lexicon.Country
	}
	return s.Tokens[k].Tag == grammar.Noun && party(g.Lemmas[k])
}

// party reports whether a noun is one for a person or a body.
func party(lemma string) bool {
	kind, _ := lexicon.KindOf("en", lemma)
	return kind.Inside || kind.Open || lexicon.Human("en", lemma) || lexicon.Is("en", lexicon.GroupNoun, lemma)
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
		at := caseOf(s, j)
		if at < 0 || s.Tokens[at].Lemma != "de" {
			continue
		}
		if t.Head == k && t.Rel == grammar.Nmod || t.Head == i && at == k+1 && (t.Rel == grammar.Nmod || t.Rel == grammar.Obl) {
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
