package grammar

import (
	"slices"
	"strings"

	"factcheck/claims/grammar/model"
	"factcheck/claims/text"
)

// What stands in a French clause for a subject, or beside one, or beside a second verb, that the parser hangs otherwise.

// some makes the noun at word i behind a partitive article that opens the sentence the subject of the verb that has none: "Du gaz a été
// utilisé". Twins: "De Goma a été lancé un appel", "Du maire dépend la police".
func some(tokens []Token, i int) {
	t := &tokens[i]
	v := t.Head
	if t.Rel != Obl && t.Rel != Nmod || t.Tag != Noun || v < i || tokens[0].Head != i || tokens[0].Lemma != "de" || tokens[v].Tag != Verb {
		return
	}
	passive, finite := false, tokens[v].Feats.Has(Finite)
	for k := range tokens {
		c := &tokens[k]
		if c.Head != v {
			continue
		}
		if c.Rel == Nsubj || c.Rel == NsubjPass || c.Rel == Csubj || c.Rel == Obj || c.Rel == Punct && k < v {
			return
		}
		passive, finite = passive || c.Rel == AuxPass, finite || c.Feats.Has(Finite)
	}
	if !finite {
		return
	}
	tokens[0].Rel, tokens[0].Tag = Det, Determiner
	if t.Rel = Nsubj; passive {
		t.Rel = NsubjPass
	}
}

// beside takes pronoun i, "elle aussi", "eux-mêmes", for no second subject of a verb: "L'Ardèche a elle aussi été placée".
func beside(tokens []Token, i int) {
	t := &tokens[i]
	if t.Tag != Pronoun || t.Rel != Nsubj && t.Rel != NsubjPass || t.Head < i || i == 0 {
		return
	}
	if t.Lemma == "lui" && tokens[i-1].Tag == Auxiliary &&
		slices.ContainsFunc(tokens[:i], func(c Token) bool { return c.Head == t.Head && (c.Rel == Nsubj || c.Rel == NsubjPass) }) {
		t.Rel, t.Tag = Advmod, Adverb
	}
}

// joined hangs participle i behind "et" on the passive verb in front of what it is hung on: "a été arrêté lundi | et inculpé". Twin: "a été
// vendu à un homme arrêté et inculpé".
func joined(tokens []Token, i int) {
	t := &tokens[i]
	n := t.Head
	if t.Tag != Verb || t.Rel != Conj || n < 1 || n > i || tokens[n].Tag == Verb || !t.Feats.Has(Participle) {
		return
	}
	v := tokens[n].Head
	if v < 0 || v > n || tokens[v].Tag != Verb || !tokens[v].Feats.Has(Participle) || tokens[n].Rel != Obl && tokens[n].Rel != OblUnmarked && tokens[n].Rel != Advmod {
		return
	}
	if slices.ContainsFunc(tokens[:v], func(c Token) bool { return c.Head == v && (c.Rel == AuxPass || c.Rel == Aux) }) {
		t.Head = v
	}
}

// coordinated hangs noun i behind "et", which has an article and no preposition, on what the noun in front of "et" describes: "la ligue des
// agriculteurs et | les apiculteurs". French has "des apiculteurs" where the league is theirs too.
func coordinated(tokens []Token, i int) {
	t := &tokens[i]
	n := t.Head
	if t.Rel != Conj || n < 1 || n > i || tokens[n].Rel != Nmod || t.Tag != Noun {
		return
	}
	child := func(of int, rel Rel) bool {
		return slices.ContainsFunc(tokens[:of], func(c Token) bool { return c.Head == of && c.Rel == rel })
	}
	if h := tokens[n].Head; h >= 0 && h < n && child(n, Case) && !child(i, Case) && child(i, Det) && child(i, Cc) && (tokens[h].Rel == Nsubj || tokens[h].Rel == NsubjPass) {
		t.Head = h
	}
}

// meant hangs what "de" or "à" says that somebody would do, infinitive i, on the noun that is his, where the tree has it describe him: "le refus du
// Parlement | d'augmenter la taxe". Twin: "le nom du maire à élire", of which "à" alone says it of him.
func meant(tokens []Token, i int) {
	t := &tokens[i]
	n := t.Head
	if t.Tag != Verb || t.Rel != Acl || !t.Feats.Has(Infinitive) || n < 1 || n > i || tokens[n].Rel != Nmod || tokens[n].Head < 0 || tokens[n].Head > n || tokens[tokens[n].Head].Tag != Noun {
		return
	}
	if slices.ContainsFunc(tokens[n+1:i], func(c Token) bool { return c.Head == i && c.Rel == Mark && c.Lemma == "de" }) {
		t.Head = tokens[n].Head
	}
}

// neitherOf makes things of what "ni" joins to a verb that has no other object, where the tree has participles that the subject does: "n'a fait
// ni | mort | ni | blessé". Twin: "n'a ni dansé ni chanté".
func neitherOf(tokens []Token, i int, src string, words []text.Word) {
	v := tokens[i].Head
	if tokens[i].Tag != Verb || tokens[i].Rel != Conj || v < 0 || v > i || tokens[v].Lemma != "faire" || slices.ContainsFunc(tokens, func(c Token) bool { return c.Head == v && c.Rel == Obj && c.Tag.Nominal() && c.Tag != Pronoun }) ||
		!slices.ContainsFunc(tokens[v+1:i], func(c Token) bool { return c.Rel == Cc && c.Lemma == "ni" && c.Head == i }) {
		return
	}
	for k := i + 1; k < len(tokens); k++ {
		if t := &tokens[k]; t.Head == v && t.Rel == Conj && t.Tag == Verb {
			t.Head, t.Tag, t.Feats, t.Lemma = i, Noun, 0, strings.TrimSuffix(strings.ToLower(words[k].In(src)), "s")
		}
	}
	tokens[i].Tag, tokens[i].Feats, tokens[i].Rel, tokens[i].Lemma = Noun, 0, Obj, strings.TrimSuffix(strings.ToLower(words[i].In(src)), "s")
}

// bearer hangs name n, a person's that the tree has for another name of the place in front, on who is said to be there: "a dit la
// directrice de l'agence au Tchad, | Ingrid Solheim".
func bearer(tokens []Token, place, n Name) {
	t := &tokens[n.First]
	if n.Kind != Person || place.Kind != Place || t.Rel != Appos || t.Head < place.First || t.Head >= place.End || n.First != place.End+1 {
		return
	}
	p := &tokens[t.Head]
	s := p.Head
	if p.Rel == Obl && s >= 0 && s < t.Head {
		s = s + 1 + slices.IndexFunc(tokens[s+1:t.Head], func(c Token) bool { return c.Head == p.Head && (c.Rel == Nsubj || c.Rel == Obj) && c.Tag == Noun })
	}
	for steps := 0; steps < 4 && s > 0 && tokens[s].Rel == Nmod && tokens[s].Head >= 0 && tokens[s].Head < s; steps++ {
		s = tokens[s].Head
	}
	if s < 0 || s == p.Head && p.Rel == Obl || s > t.Head || tokens[s].Tag != Noun {
		return
	}
	p.Head, p.Rel, t.Head = s, Nmod, s
}

// found makes what somebody is found to be of adjective i behind the noun, which the tree has for a description of it: "a reconnu le
// ministre | coupable". Twin: "a reconnu le ministre malade".
func found(tokens []Token, i int) {
	t := &tokens[i]
	n := t.Head
	if t.Tag != Adjective || t.Rel != Amod || n < 0 || n > i || !hasRole("fr", t.Lemma, verdicts) {
		return
	}
	for steps := 0; tokens[n].Rel == Nmod && tokens[n].Head >= 0 && steps < 3; steps++ {
		n = tokens[n].Head
	}
	if v := tokens[n].Head; tokens[n].Rel == Obj && v >= 0 && hasRole("fr", tokens[v].Lemma, becomes) || tokens[n].Rel == Obj && v >= 0 && hasRole("fr", tokens[v].Lemma, states) {
		for k := i + 1; k < len(tokens); k++ {
			if tokens[k].Head == t.Head || tokens[k].Head == n {
				if tokens[k].Head = i; tokens[k].Rel == Nmod {
					tokens[k].Rel = Obl
				}
			}
		}
		t.Head, t.Rel = v, Xcomp
	}
}

// about hangs "quelque", "environ" in front of number i on it: "quelque 230 personnes".
func about(tokens []Token, i int) {
	if a := &tokens[i-1]; tokens[i].Tag == Number && a.Tag == Adverb && a.Head != i && hasRole("fr", a.Lemma, roughly) {
		a.Head, a.Rel = i, Advmod
	}
}

// than hangs what "que", word i, sets beside something on the verb or adjective, as English does what is behind "than": "plus âgé que |
// Samir", "plus de médailles que | le Ghana". Twins: "plus que deux", "le maire que la ville a élu".
func than(tokens []Token, i int) {
	t := &tokens[i]
	x := t.Head
	if t.Lemma != "que" || t.Rel != Case && t.Rel != Mark || x < i || !tokens[x].Tag.Nominal() {
		return
	}
	h := tokens[x].Head
	if h < 0 || h > i || tokens[x].Rel == Ccomp || tokens[x].Rel == AclRelcl || !slices.ContainsFunc(tokens[:i], func(c Token) bool {
		return c.Head == h && hasRole("fr", c.Lemma, compares)
	}) {
		return
	}
	if tokens[h].Tag == Noun && (tokens[h].Rel == Obj || tokens[h].Rel == Nsubj) && tokens[h].Head >= 0 {
		h = tokens[h].Head
	}
	t.Rel, t.Tag = Case, Adposition
	tokens[x].Head, tokens[x].Rel = h, Obl
}

// oneSubject leaves verb v one subject of two in front: "le maire et | le préfet ont signé" join in one, "l'ex-maire, | Anne Vidal a signé" has
// one that renames the other, and what opens the sentence in front of a comma is a time, "Ces dernières semaines, le maire a", or what the subject
// is, "Auteur d'un doublé, Bescond a".
func oneSubject(tokens []Token, v int, src string, words []text.Word) {
	subject := func(c Token) bool { return c.Head == v && (c.Rel == Nsubj || c.Rel == NsubjPass) }
	first := slices.IndexFunc(tokens[:v], subject)
	second := first + 1 + slices.IndexFunc(tokens[first+1:v], subject)
	if first < 0 || second == first || !tokens[second].Tag.Nominal() {
		return
	}
	if k := slices.IndexFunc(tokens[first:v], func(c Token) bool { return c.Rel == Cc && c.Head > first && subject(tokens[c.Head]) }); k > 0 {
		for k := second; k < v; k++ {
			if subject(tokens[k]) {
				tokens[k].Head, tokens[k].Rel = first, Conj
			}
		}
		return
	}
	if colon := first + slices.IndexFunc(words[first:second], func(w text.Word) bool { return w.In(src) == ":" }); colon > first && (first == 0 || tokens[0].Head == first) {
		tokens[first].Rel = Vocative // "Québec : le maire conteste le verdict"
		return
	}
	comma := slices.IndexFunc(words[first:second], func(w text.Word) bool { return w.In(src) == "," }) + first
	if comma <= first || tokens[comma].Tag != Punctuation || slices.ContainsFunc(tokens[comma+1:second], func(c Token) bool { return c.Head < comma && c.Head >= 0 }) {
		return
	}
	opens, bare := first == 0 || tokens[0].Head == first, tokens[0].Tag != Determiner
	switch {
	case opens && !bare && hasRole("fr", tokens[first].Lemma, periods):
		tokens[first].Rel = OblUnmarked
	case opens && bare && (tokens[first].Tag == Noun || tokens[first].Tag == Adjective):
		tokens[first].Rel = Advcl
	case opens && tokens[first].Tag == Noun && tokens[second].Tag == ProperNoun:
		tokens[second].Head, tokens[second].Rel = first, Appos
	}
}

// uncover makes a verb of a word that the tagger has for an adjective or a noun, where the sentence has no other verb and what
// stands in front is its subject: "Le moulin fabrique du papier". Twins: "Le moulin de la rivière", "Un moulin unique en France".
func (p *Parser) uncover(m *model.Model, src string, words []text.Word) {
	root := slices.IndexFunc(p.tokens, func(t Token) bool { return t.Rel == Root })
	if root > 0 && p.tokens[root].Tag.Nominal() && (p.tokens[root-1].Rel == AuxPass || p.tokens[root-1].Rel == Aux) && p.tokens[root-1].Head == root {
		word := strings.ToLower(words[root].In(src)) // "a été extrait de l'épave", "s'est plainte"
		strip, add, _ := m.Lemma(model.VerbParticiple, []byte(word))
		p.tokens[root].Tag, p.tokens[root].Feats, p.tokens[root].Lemma = Verb, Participle|Past, word[:len(word)-strip]+string(add)
	}
	if root > 0 && p.tokens[root].Tag == Noun && p.tokens[root-1].Rel == Cop && p.tokens[root-1].Head == root && !slices.ContainsFunc(p.tokens[root+1:], func(c Token) bool { return c.Head == root && c.Rel == Nmod }) {
		word := strings.ToLower(words[root].In(src)) // "Anne est partie en mai", not "fait partie du groupe"
		strip, add, _ := m.Lemma(model.VerbParticiple, []byte(word))
		if lemma := word[:len(word)-strip] + string(add); hasRole("fr", lemma, moves) {
			p.tokens[root].Tag, p.tokens[root].Feats, p.tokens[root].Lemma, p.tokens[root-1].Rel = Verb, Participle|Past, lemma, Aux
		}
	}
	if root < 0 || !p.tokens[root].Tag.Nominal() || slices.ContainsFunc(p.tokens, func(t Token) bool {
		return t.Rel == Cop || t.Tag == Auxiliary || t.Tag == Verb && t.Feats.Has(Finite) && t.Rel != AclRelcl && t.Rel != Advcl
	}) {
		return
	}
	for v := root + 1; v+1 < len(p.tokens); v++ {
		t, next := &p.tokens[v], &p.tokens[v+1]
		if t.Tag == Punctuation {
			return
		}
		if t.Tag != Adjective && t.Tag != Noun && t.Tag != ProperNoun || t.Head < root || t.Head > v || next.Tag != Determiner && next.Tag != Adposition && next.Tag != Number ||
			t.Tag != Adjective && slices.ContainsFunc(p.tokens[root+1:v], func(c Token) bool { return c.Head == v }) {
			continue
		}
		lemma := verbOf(m, strings.ToLower(words[v].In(src)))
		if lemma == "" {
			continue
		}
		t.Tag, t.Feats, t.Lemma = Verb, Present|Finite|Third, lemma
		t.Head, t.Rel = -1, Root
		p.tokens[root].Head, p.tokens[root].Rel = v, Nsubj
		p.underVerb(root, v)
		return
	}
}

// verbOf returns the infinitive of a word that can be the present of a verb in the third person, empty if it can be none: "fabrique".
// Participles are none, "fermé", nor is what a dictionary has for an adjective, "unique".
func verbOf(m *model.Model, word string) string {
	known, _ := m.Lexicon.Look(model.HashWord(word))
	if known&model.IsVerb == 0 || known&model.IsAdjective != 0 || len(word) < 5 || !strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "ent") {
		return ""
	}
	strip, add, _ := m.Lemma(model.VerbThird, []byte(word))
	if lemma := word[:len(word)-strip] + string(add); lemma != word {
		return lemma
	}
	return ""
}

// underVerb hangs on verb v what stands behind it and hung on its subject or on it as on a noun.
func (p *Parser) underVerb(subject, v int) {
	for k := v + 1; k < len(p.tokens); k++ {
		t := &p.tokens[k]
		if t.Head >= subject && t.Head < v {
			t.Head = v
		}
		if t.Head != v || t.Rel != Nmod && t.Rel != Appos && t.Rel != Flat && t.Rel != Amod {
			continue
		}
		by := p.childOf(k, Case)
		switch {
		case by < 0:
			t.Rel = Obj
		case by == v+1 && p.tokens[by].Lemma == "de" && strings.HasPrefix(p.tokens[by].Lemma, "d") && by != k-1 || by == v+1 && p.childOf(k, Det) < 0 && p.tokens[by].Tag == Adposition && p.tokens[by].Lemma == "de":
			p.tokens[by].Rel, p.tokens[by].Tag, t.Rel = Det, Determiner, Obj // "du papier"
		default:
			t.Rel = Obl
		}
	}
}

// behindDash returns the tree of a sentence with the dash in front that opens it: "– Deux séismes ont secoué le Japon", by which the network
// would take the dash for what the sentence is about.
func (s *Sentence) behindDash(dash string) Sentence {
	root := slices.IndexFunc(s.Tokens, func(t Token) bool { return t.Rel == Root })
	tokens := append([]Token{{Head: root + 1, Lemma: dash, Tag: Punctuation, Rel: Punct}}, s.Tokens...)
	for i := range tokens {
		if tokens[i].First, tokens[i].End = i, i+1; tokens[i].Head >= 0 && i > 0 {
			tokens[i].Head++
		}
	}
	names := slices.Clone(s.Names)
	for i := range names {
		names[i].First, names[i].End = names[i].First+1, names[i].End+1
	}
	finish(tokens)
	return Sentence{tokens, names, s.Lang}
}

// subject makes pronoun i, which the tree has for an "il" that stands for nobody, the subject of a verb that has one:
// "il ne négociera pas", "il n'a pas d'argent". Twins: "il faut partir", "il y a", "il est prévu".
func subject(tokens []Token, i int) {
	v := tokens[i].Head
	if impersonal(tokens, i) {
		return
	}
	if tokens[i].Rel != Expl || tokens[i].Lemma != "lui" || v < i || tokens[v].Tag != Verb || hasRole("fr", tokens[v].Lemma, subjectless) {
		return
	}
	for k := range tokens[:v] {
		if t := &tokens[k]; t.Head == v && (t.Rel == Nsubj || t.Rel == AuxPass || t.Rel == Expl && t.Lemma == "y") {
			return
		}
	}
	tokens[i].Rel = Nsubj
}

// impersonal makes what stands behind a verb of motion the subject in the place of pronoun i, which then stands for nobody: "il est tombé | 82 cm de
// neige". Twin: "il est resté deux jours".
func impersonal(tokens []Token, i int) bool {
	v := tokens[i].Head
	if tokens[i].Rel != Nsubj && tokens[i].Rel != NsubjPass || tokens[i].Lemma != "lui" || v < i || !hasRole("fr", tokens[v].Lemma, moves) ||
		!slices.ContainsFunc(tokens[i:v], func(c Token) bool { return c.Head == v && c.Lemma == "être" }) {
		return false
	}
	n := v + 1 + slices.IndexFunc(tokens[v+1:], func(c Token) bool {
		return c.Head == v && (c.Rel == Nsubj || c.Rel == NsubjPass || c.Rel == Obj) && c.Tag == Noun && !hasRole("fr", c.Lemma, periods)
	})
	if n > v {
		tokens[i].Rel, tokens[n].Rel = Expl, Nsubj
	}
	return n > v
}

// nobody makes a pronoun of noun i without an article right in front of "ne", and the subject of its verb: "trois sont morts et | personne | n'a
// aidé". Twin: "une personne n'a pas voté".
func nobody(tokens []Token, i int) {
	ne := i + 1
	if tokens[i].Lemma != "personne" || ne >= len(tokens) || tokens[ne].Lemma != "ne" || tokens[ne].Head <= ne || tokens[i].Head == tokens[ne].Head {
		return
	}
	v := tokens[ne].Head
	for k := range tokens {
		t := &tokens[k]
		if t.Head == v && (t.Rel == Nsubj || t.Rel == NsubjPass) || t.Head == i && t.Rel != Cc {
			return
		}
	}
	if below(tokens, v, i) {
		return
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag = v, Nsubj, Pronoun
	for k := range i {
		if t := &tokens[k]; t.Head == i && t.Rel == Cc {
			t.Head = v
		}
	}
}
