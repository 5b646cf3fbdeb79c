package translate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Nouns and names: what stands in front of a name, whose a thing is.

// demonym hangs where somebody comes from, or in capitals what a body is, word i, on the name right behind it, of which the tree has it for the head or a
// part: "la Kényane Mary Otieno" is Mary Otieno, "l'ONG Sofepadi" Sofepadi. Twin: "la Kényane a gagné".
func demonym(t *table, s *grammar.Sentence, src string, words []text.Word, i int) bool {
	n := i + 1
	w := words[i].In(src)
	place, ok := lexicon.PlaceOf(w)
	from := ok && place.Kind == lexicon.Demonym && text.Fold(w) != w && i > 0 && s.Tokens[i-1].Tag != grammar.Punctuation // "Normand Roux" is called so
	if n == len(words) || !from && (s.Tokens[i].Tag != grammar.ProperNoun || len(w) < 2 || strings.ToUpper(w) != w || t.of(Noun, w) == nil) {
		return false
	}
	of, behind := &s.Tokens[i], &s.Tokens[n]
	if behind.Tag != grammar.ProperNoun || behind.Head != i {
		return of.Rel == grammar.NmodDesc && of.Head == n
	}
	behind.Head, behind.Rel = of.Head, of.Rel
	of.Head, of.Rel, of.Tag = n, grammar.NmodDesc, grammar.Noun
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == i && c.Rel != grammar.Det && c.Rel != grammar.Amod {
			c.Head = n
		}
	}
	return true
}

// nationality makes the noun of word i in front of where somebody comes from, which French writes small as an adjective and the tree has for the
// noun: "la | romancière | belge Claire Favre". Twin: "une jeune Belge".
func nationality(t *table, s *grammar.Sentence, src string, words []text.Word, i int) {
	n := i + 1
	if n == len(words) || s.Tokens[i].Tag != grammar.Adjective || s.Tokens[i].Head != n || s.Tokens[n].Tag != grammar.Noun {
		return
	}
	w := words[n].In(src)
	place, ok := lexicon.PlaceOf(w)
	if !ok || place.Kind != lexicon.Demonym || strings.ToLower(w) != w || t.of(Noun, s.Tokens[i].Lemma) == nil {
		return
	}
	for k := range s.Tokens {
		if s.Tokens[k].Head == n {
			s.Tokens[k].Head = i
		}
	}
	of := s.Tokens[n]
	s.Tokens[n].Head, s.Tokens[n].Rel, s.Tokens[n].Tag = i, grammar.Amod, grammar.Adjective
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Tag = of.Head, of.Rel, grammar.Noun
}

// ranks are the verbs that have the place that somebody finished in for their object or behind "à".
var ranks = [...]string{"prendre", "terminer", "finir", "décrocher", "obtenir", "conquérir", "arracher", "achever"}

// place makes of the place that somebody took the rank in which he finished: "a pris la | troisième | place de l'étape". Twin: "a pris la place du maire".
func (g *Gloss) place(t *table, s *grammar.Sentence, i int) {
	v := s.Tokens[i].Head
	if s.Tokens[i].Lemma != "place" || v < 0 || v > i || s.Tokens[i].Rel != grammar.Obj && s.Tokens[i].Rel != grammar.Obl || !slices.Contains(ranks[:], s.Tokens[v].Lemma) {
		return
	}
	which := slices.IndexFunc(s.Tokens[:i], func(c grammar.Token) bool {
		return c.Head == i && (c.Rel == grammar.Amod || c.Rel == grammar.Nummod) && strings.HasSuffix(c.Lemma, "ième")
	})
	if which < 0 {
		return
	}
	for k := range s.Tokens {
		switch c := &s.Tokens[k]; {
		case c.Head != i || k == which:
		case c.Rel == grammar.Nmod:
			c.Head, c.Rel = v, grammar.Obl
		default:
			c.Head = which
		}
	}
	s.Tokens[which].Head, s.Tokens[which].Rel, s.Tokens[which].Tag = v, grammar.Xcomp, grammar.Adjective
	s.Tokens[i].Head, s.Tokens[i].Rel = which, grammar.Fixed
	g.Lemmas[i], g.Others[i] = "", nil
	g.set(v, t.of(Verb, "terminer"))
}

// masculine returns the form under which the table has an adjective that a word is the feminine of:
// "kényan" of "kényane", "canadien" of "canadiennes".
func masculine(form string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(form, "s"), "e")
	for _, ending := range feminine {
		if stem, ok := strings.CutSuffix(w, ending[0]); ok {
			return stem + ending[1]
		}
	}
	return w
}

// feminine are the endings of feminines without their "e", and of their masculines: "kényan", "joueur", "directeur", "ouvrier", "actif".
var feminine = [...][2]string{{"nn", "n"}, {"eus", "eur"}, {"tric", "teur"}, {"èr", "er"}, {"iv", "if"}, {"ell", "el"}}

// bearer gives the name under which the tree has noun i to whoever is told of in front: "la ministre wallonne de la Santé | Anne Vidal", "le
// constructeur de motoneiges | Nordik". The noun has a capital and an article, or neither. Twins: "la fille du Colonel Ngoma", "le directeur de la
// banque Reuss".
func (g *Gloss) bearer(s *grammar.Sentence, src string, words []text.Word, i int) {
	n := s.Tokens[i].Head
	if s.Tokens[i].Rel != grammar.NmodDesc || n < i || s.Tokens[n].Rel != grammar.Nmod || party(g.Lemmas[i]) {
		return
	}
	of, h := caseOf(s, n), s.Tokens[n].Head
	if of < 0 || of > i || s.Tokens[of].Lemma != "de" && s.Tokens[of].Lemma != "à" || h < 0 || h > of || s.Tokens[h].Tag != grammar.Noun {
		return
	}
	w, by := words[i].In(src), strings.ToLower(words[of].In(src))
	article, capital := of < i-1 || by != "de" && !strings.HasPrefix(by, "d'") && !strings.HasPrefix(by, "d’"), strings.ToLower(w) != w
	minister := slices.ContainsFunc(ministers[:], func(m string) bool { return strings.HasSuffix(g.Lemmas[h], m) })
	if article && capital && minister || !article && !capital && s.Tokens[of].Lemma == "de" && party(g.Lemmas[h]) {
		s.Raise(h, i, n)
	}
}

// lowered gives name i, by which the tree renames a name in front, to the noun right before it, or in front of the comma: "Louis Roux, le père de
// la skieuse | Anne Roux" is not Anne, nor "Louis Roux, sorti du bureau du directeur, | Jean Petit". Twin: "le maire de la ville | Louis Roux",
// which renames none.
func lowered(s *grammar.Sentence, i int) {
	t, k := &s.Tokens[i], i-1
	if k < 2 || t.Rel != grammar.Appos || t.Tag != grammar.ProperNoun || t.Head < 0 || t.Head > k || s.Tokens[t.Head].Tag != grammar.ProperNoun {
		return
	}
	if c := &s.Tokens[k-1]; s.Tokens[k].Tag == grammar.Punctuation && c.Tag == grammar.Noun && c.Rel == grammar.Nmod && c.Head < k && s.Under(k-1, t.Head) {
		t.Head = k - 1
		return
	}
	n := s.Tokens[k].Head
	if n < 0 || n > k || s.Tokens[k].Rel != grammar.Nmod || s.Tokens[n].Head != i || s.Tokens[n].Rel != grammar.NmodDesc {
		return
	}
	s.Tokens[n].Head, s.Tokens[n].Rel = t.Head, grammar.Appos
	for j := range s.Tokens {
		if c := &s.Tokens[j]; c.Head == i && (j < n || j > i && c.Rel == grammar.Punct) {
			c.Head = n
		} else if c.Head == k && c.Rel == grammar.Case {
			c.Head = i
		}
	}
	t.Head, t.Rel, s.Tokens[k].Head, s.Tokens[k].Rel = n, grammar.Nmod, i, grammar.NmodDesc
}

// water writes what noun i in front of a name says with it as English does: "lac | Kivu" is "Lake Kivu", which is not Kivu, "fleuve | Congo" the "Congo
// River". Twin: "la province | Lualaba".
func (g *Gloss) water(s *grammar.Sentence, src string, words []text.Word, i int) {
	n := i + 1
	if s.Tokens[i].Rel != grammar.NmodDesc || s.Tokens[i].Head != n {
		return
	}
	end := n + 1
	for end < len(words) && s.Tokens[end].Head == n && (s.Tokens[end].Rel == grammar.Flat || s.Tokens[end].Tag == grammar.Punctuation && !words[end].Space) {
		end++
	}
	name := text.Range{First: n, End: end}.Span(words).In(src)
	for _, x := range g.Names {
		if x.First == n {
			name, end = x.English, max(end, x.End)
		}
	}
	switch g.Lemmas[i] {
	case "lake":
		name = "Lake " + name
	case "river":
		name += " River"
	default:
		return
	}
	g.Names = append(g.Names, Named{i, end, name})
}

// ministers are the offices that a word with a capital and an article says what for.
var ministers = [...]string{"minister", "secretary", "commissioner", "delegate", "chancellor"}

// substance makes a noun of word i behind "de", which the tree has for an infinitive and the table for a noun and no verb: "a produit 400 tonnes de |
// cuivre l'an dernier". Twin: "a cessé de vivre".
func (g *Gloss) substance(t *table, s *grammar.Sentence, forms []string, i int) {
	of, n, v := i-1, i-2, s.Tokens[i].Head
	english := t.of(Noun, forms[i])
	if n < 0 || v < 0 || v > of || s.Tokens[i].Tag != grammar.Verb || !s.Tokens[i].Feats.Has(grammar.Infinitive) || s.Tokens[n].Tag != grammar.Noun || s.Tokens[of].Rel != grammar.Mark ||
		s.Tokens[of].Lemma != "de" || english == nil || t.of(Verb, forms[i]) != nil {
		return
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; c.Head == i {
			if c.Head = v; c.Rel == grammar.Obj {
				c.Rel = grammar.OblUnmarked
			}
		}
	}
	s.Tokens[of].Rel, s.Tokens[of].Tag = grammar.Case, grammar.Adposition
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Tag, s.Tokens[i].Feats = n, grammar.Nmod, grammar.Noun, 0
	g.set(i, english)
	g.set(of, t.of(Preposition, forms[of]))
}

// alone reports whether name i is one of a single word: "Gand". Twin: "Nord" of "Nord-Kivu".
func alone(s *grammar.Sentence, i int) bool {
	return s.Tokens[i].Rel != grammar.Flat && !slices.ContainsFunc(s.Tokens, func(c grammar.Token) bool { return c.Head == i && (c.Rel == grammar.Flat || c.Rel == grammar.Compound) })
}

// asNoun gives adjective i, whose English is a noun, what a noun has: "est propriétaire | de la brasserie".
func asNoun(s *grammar.Sentence, i int) {
	cop := slices.ContainsFunc(s.Tokens, func(c grammar.Token) bool { return c.Head == i && c.Rel == grammar.Cop })
	for k := i + 1; cop && k < len(s.Tokens); k++ {
		if at := caseOf(s, k); s.Tokens[k].Head == i && s.Tokens[k].Rel == grammar.Obl && at >= 0 && s.Tokens[at].Lemma == "de" {
			s.Tokens[k].Rel, s.Tokens[i].Tag = grammar.Nmod, grammar.Noun
		}
	}
}

// owner reads "son" as "its" where the subject above it is no person: "la banque relève
// son taux".
func (g *Gloss) owner(s *grammar.Sentence, i int) {
	if s.Tokens[i].Rel != grammar.NmodPoss || g.Lemmas[i] != "his" {
		return
	}
	for h, steps := s.Tokens[i].Head, 0; h >= 0 && steps < len(s.Tokens); h, steps = s.Tokens[h].Head, steps+1 {
		for k := range s.Tokens[:i] {
			t := &s.Tokens[k]
			if t.Head != h || t.Rel != grammar.Nsubj && t.Rel != grammar.NsubjPass {
				continue
			}
			n, named := s.NameAt(k)
			if named && (n.Kind == grammar.Place || n.Kind == grammar.Organisation) || !named && t.Tag == grammar.Noun && g.Known[k] && !lexicon.Human("en", g.Lemmas[k]) {
				g.set(i, []string{"its"})
			}
			return
		}
	}
}
