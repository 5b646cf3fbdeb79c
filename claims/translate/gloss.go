package translate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// A Gloss is a French sentence with English words under it: its tree stays that of the
// French. All slices stand parallel to the words.
type Gloss struct {
	Lemmas []string   // the English lemma, folded; empty where English has no word of its own; the French lemma where the table has none
	Known  []bool     // the table has the word
	Object []bool     // of an oblique: the verb above takes it for its object ("s'empare de la ville")
	Others [][]string // the other English lemmas, nil for none
	Common []bool     // a noun with a capital that is no name: "Casques bleus", "l'État"
	Joined []bool     // the word is one of an entry of several: "n'" of "n'importe quel"
	Names  []Named    // names that English writes otherwise, in order
}

// A Named is a name, words First up to End, as English writes it.
type Named struct {
	First, End int
	English    string
}

// Sentence glosses a parsed French sentence. It hangs what describes a word of an entry of several
// on their head.
func Sentence(s *grammar.Sentence, src string, words []text.Word) *Gloss {
	n := len(words)
	g := &Gloss{Lemmas: make([]string, n), Known: make([]bool, n), Object: make([]bool, n), Others: make([][]string, n), Common: make([]bool, n), Joined: make([]bool, n)}
	folds, forms := make([]string, n), make([]string, n)
	for i, w := range words {
		folds[i], forms[i] = text.Fold(w.In(src)), strings.ToLower(w.In(src))
	}
	t := read()
	for i := 0; i < n; i++ {
		if end := g.phrase(t, s, folds, src, words, i); end > i {
			i = end - 1
			continue
		}
		called := demonym(t, s, src, words, i)
		nationality(t, s, src, words, i)
		g.word(t, s, forms, i)
		g.Common[i] = g.Common[i] || called
	}
	s.Settle()
	for i := range s.Tokens {
		g.bearer(s, src, words, i)
		lowered(s, i)
		g.place(t, s, i)
		g.substance(t, s, forms, i)
	}
	s.Settle()
	for i := range s.Tokens {
		g.join(t, s, folds, i)
		g.restrict(s, i)
		g.owner(s, i)
		g.water(s, src, words, i)
		g.deny(s, i)
	}
	return g
}

// phrase glosses the entry of several words that begins at word i; it returns the word
// behind it, i if there is none.
func (g *Gloss) phrase(t *table, s *grammar.Sentence, folds []string, src string, words []text.Word, i int) int {
	for _, first := range [...]string{folds[i], text.Fold(s.Tokens[i].Lemma)} {
		for _, p := range t.phrases[first] {
			end := i + len(p.words)
			if end > len(folds) || p.words[0] == "a" && words[i].In(src) == "a" || p.key.part == Adverb && !slices.Equal(folds[i:end], p.words) || !spelled(s, folds[i:end], p.words, i) || p.key.part == Preposition && !joins(s, i) {
				continue
			}
			english := t.english[p.key]
			if p.key.part == Name {
				if first := words[i].In(src); text.Fold(first) == first {
					continue // no capital
				}
				g.Names = append(g.Names, Named{i, end, strings.ReplaceAll(english[0], "_", " ")})
			}
			head := headOf(s, i, end)
			if p.key.part == Preposition {
				head = i
			}
			for k := i; k < end; k++ {
				g.Known[k], g.Common[k], g.Joined[k] = true, p.key.part == Noun, true
			}
			g.set(head, english)
			switch p.key.part {
			case Preposition:
				asCase(s, i, end)
				g.asAdverb(s, i, end, english[0])
			case Noun, Adjective:
				lead(s, i, end, head)
				g.divide(s, i, end, head)
			case Adverb:
				if adverbial(s, i, end, head) {
					g.Lemmas[head], g.Others[head] = "", nil
					g.set(i, english)
				}
			default:
				lead(s, i, end, head)
			}
			return end
		}
	}
	return i
}

// joins reports whether word i may begin a preposition of several: "lors de", and a noun that nothing stands before, "Faute de". Twin: "la
// faute de l'arbitre".
func joins(s *grammar.Sentence, i int) bool {
	tag := s.Tokens[i].Tag
	if t := &s.Tokens[i]; (t.Rel == grammar.Nummod || t.Rel == grammar.Compound) && s.Tokens[t.Head].Tag != grammar.ProperNoun {
		return false // "près de 300 maisons"; twin: "près de Goma"
	}
	return s.Tokens[i].Rel == grammar.Case || tag == grammar.Adposition || tag == grammar.Adverb || tag == grammar.Noun && (i == 0 || s.Tokens[i-1].Tag == grammar.Punctuation || s.Tokens[i-1].Tag == grammar.Verb)
}

// spelled reports whether the words from i on are the words of an entry, or forms of them. "A jamais" in "n'a jamais" is no "à
// jamais": no entry begins with "a". Adverbs have one form: "de nouvelles écoles" is no "de nouveau".
func spelled(s *grammar.Sentence, folds, words []string, i int) bool {
	for k, w := range words {
		if !inflected(folds[k], w) && text.Fold(s.Tokens[i+k].Lemma) != w && !(w == "de" && (folds[k] == "d'" || folds[k] == "du" || folds[k] == "des")) {
			return false
		}
	}
	return true
}

// inflected reports whether a word is another or a feminine or plural of it: "armés", "armé".
func inflected(w, of string) bool {
	rest, ok := strings.CutPrefix(w, of)
	return ok && (rest == "" || rest == "s" || rest == "e" || rest == "es")
}

// headOf returns the first word of i up to end that hangs on a word outside.
func headOf(s *grammar.Sentence, i, end int) int {
	for k := i; k < end; k++ {
		if h := s.Tokens[k].Head; (h < i || h >= end) && s.Tokens[k].Tag != grammar.Punctuation {
			return k
		}
	}
	return i
}

// divide gives words i up to end, whose English is a noun with others in front, the noun at their head
// and these where French has another word: "health", "minister" for "ministre de la Santé"; and so for "of". What has no
// English of its own then describes nothing: "loi" of "projet de loi", "armés" of "hommes armés".
func (g *Gloss) divide(s *grammar.Sentence, i, end, head int) {
	at := strings.LastIndexByte(g.Lemmas[head], '_')
	what, whose, of := strings.Cut(g.Lemmas[head], "_of_") // "head of state"
	for k := end - 1; k >= i; k-- {
		t := &s.Tokens[k]
		if c := caseOf(s, k); of && c >= 0 && t.Head == head && t.Rel == grammar.Nmod {
			g.Lemmas[head], g.Lemmas[k], of, at = what, whose, false, -1
			g.set(c, []string{"of"})
			continue
		}
		if t.Head == head && (t.Rel == grammar.Appos || t.Rel == grammar.Flat) {
			t.Rel = grammar.Compound // "taux directeur", two nouns that the tree sets side by side
		}
		if t.Head != head || t.Rel != grammar.Nmod && t.Rel != grammar.Amod && t.Rel != grammar.Acl && t.Rel != grammar.Compound {
			continue
		}
		if at >= 0 && t.Rel != grammar.Acl {
			last := g.Lemmas[head][at:]
			g.Others[k] = nil
			for _, other := range g.Others[head] {
				if front, ok := strings.CutSuffix(other, last); ok {
					g.Others[k] = append(g.Others[k], front) // "key rate", "benchmark rate"
				}
			}
			g.Lemmas[k], g.Lemmas[head] = g.Lemmas[head][:at], last[1:]
			at = -1
			continue
		}
		g.Lemmas[k], t.Rel, t.Tag = "", grammar.Det, grammar.Determiner
	}
}

// asCase makes words i up to end the preposition of what they govern: "Goma" in "au nord de Goma" hangs
// on the verb, and on it hangs "au".
func asCase(s *grammar.Sentence, i, end int) {
	n := headOf(s, i, end)
	if k := s.Tokens[n].Head; k >= end && s.Tokens[k].Tag.Nominal() && s.Tokens[n].Rel != grammar.Case && s.Tokens[k].Head >= 0 { // the tree took "près" for how many
		for j := i; j < end; j++ {
			s.Tokens[j].Head, s.Tokens[j].Rel = i, grammar.Fixed
		}
		s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Tag = k, grammar.Case, grammar.Adposition
		if s.Tokens[k].Rel != grammar.Nmod {
			s.Tokens[k].Rel = joinedTo(s, s.Tokens[k].Head)
		}
		return
	}
	k := slices.IndexFunc(s.Tokens[end:], func(t grammar.Token) bool { return t.Head >= i && t.Head < end && t.Tag.Nominal() }) + end
	above := s.Tokens[n].Head
	if k < end || above < 0 {
		openedBy(s, i, end, n, above)
		return
	}
	for j := i; j < end; j++ {
		if s.Under(above, j) {
			return // the phrase governs what it hangs on
		}
	}
	rel := joinedTo(s, above)
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head >= i && t.Head < end {
			t.Head = k
		}
	}
	for j := i; j < end; j++ {
		s.Tokens[j].Head, s.Tokens[j].Rel = i, grammar.Fixed
	}
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Tag = k, grammar.Case, grammar.Adposition
	s.Tokens[k].Head, s.Tokens[k].Rel = above, rel
}

// openedBy makes words i up to end, of which word n hangs on word above, open the clause of the infinitive behind them, which hangs on one of
// them: "au lieu de | fermer l'usine".
func openedBy(s *grammar.Sentence, i, end, n, above int) {
	if end >= len(s.Tokens) || above < 0 {
		return
	}
	k := end + slices.IndexFunc(s.Tokens[end:], func(t grammar.Token) bool {
		return t.Head >= i && t.Head < end && t.Tag == grammar.Verb && t.Feats.Has(grammar.Infinitive)
	})
	if k < end {
		return
	}
	for j := i; j < end; j++ {
		s.Tokens[j].Head, s.Tokens[j].Rel = n, grammar.Fixed
	}
	s.Tokens[n].Head, s.Tokens[n].Rel = k, grammar.Mark
	s.Tokens[k].Head, s.Tokens[k].Rel = above, grammar.Advcl
	for j := range s.Tokens {
		if t := &s.Tokens[j]; j >= end && t.Head >= i && t.Head < end || t.Head == n && t.Rel == grammar.Punct {
			t.Head = k
		}
	}
}

// joinedTo returns how a preposition joins its noun to word above.
func joinedTo(s *grammar.Sentence, above int) grammar.Rel {
	if t := s.Tokens[above].Tag; t == grammar.Noun || t == grammar.ProperNoun {
		return grammar.Nmod
	}
	return grammar.Obl
}

// asAdverb gives words i up to end, a preposition, the shape of its English: an adverb
// and a preposition. "au nord de Goma" is "north" and "of Goma".
func (g *Gloss) asAdverb(s *grammar.Sentence, i, end int, english string) {
	adverb, of, ok := strings.Cut(english, "+")
	if k := s.Tokens[i].Head; ok && s.Tokens[i].Rel == grammar.Case && k >= end && s.Tokens[k].Head >= 0 && end-i > 2 {
		above := s.Tokens[k].Head
		s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Tag = above, grammar.Advmod, grammar.Adverb
		s.Tokens[end-1].Head, s.Tokens[end-1].Rel, s.Tokens[end-1].Tag = k, grammar.Case, grammar.Adposition
		g.set(i, []string{adverb})
		g.set(end-1, []string{of})
	}
}

// lead hangs what hangs on one of words i up to end on their head: it describes them as one, as
// "minier" does "projet de loi". Where they are a noun a circumstance is the verb's.
func lead(s *grammar.Sentence, i, end, head int) {
	above := s.Tokens[head].Head
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if k >= i && k < end || t.Head < i || t.Head >= end || t.Head == head || s.Under(head, k) {
			continue
		}
		if t.Head = head; t.Rel == grammar.Obl && above >= 0 && s.Tokens[head].Tag == grammar.Noun {
			if t.Rel = grammar.Nmod; s.Tokens[above].Tag == grammar.Verb {
				t.Head, t.Rel = above, grammar.Obl
			}
		}
	}
}

// adverbial makes one adverb of words i up to end, of which head hangs outside: "en partie" describes "vendue", and so does what
// hangs on it. Twin: "la ville est sous contrôle", where it is what is said.
func adverbial(s *grammar.Sentence, i, end, head int) bool {
	above := s.Tokens[head].Head
	if above < 0 {
		return false
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; k >= i && k < end {
			t.Head, t.Rel = i, grammar.Fixed
		} else if t.Head >= i && t.Head < end {
			t.Head = above
		}
	}
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Tag = above, grammar.Advmod, grammar.Adverb
	return true
}

// set gives word i its English lemmas.
func (g *Gloss) set(i int, english []string) {
	g.Lemmas[i], g.Known[i] = text.Fold(english[0]), true
	g.Others[i] = english[1:]
}

// parts are the rows in which the words of a tag are looked for, in this order.
var parts = map[grammar.Tag][]Part{
	grammar.Verb: {Verb, Adjective}, grammar.Auxiliary: {Verb}, grammar.Noun: {Noun, Adjective, Adverb}, grammar.ProperNoun: {Name}, grammar.Adjective: {Adjective, Noun},
	grammar.Adverb: {Adverb, Preposition, Mark}, grammar.Adposition: {Preposition}, grammar.Subordinator: {Mark}, grammar.Coordinator: {Preposition},
	grammar.Pronoun: {Pronoun}, grammar.Determiner: {Determiner},
}

// word glosses word i by itself.
func (g *Gloss) word(t *table, s *grammar.Sentence, forms []string, i int) {
	tok := &s.Tokens[i]
	g.Lemmas[i] = text.Fold(tok.Lemma)
	lemma := strings.ToLower(tok.Lemma)
	if g.Lemmas[i] == text.Fold(forms[i]) {
		lemma = forms[i] // of "marche" the tagger made "marché"
	}
	if one := strings.TrimSuffix(forms[i], "s"); tok.Tag == grammar.Noun && lemma != forms[i] && one == lemma+"e" && t.of(Noun, one) != nil {
		lemma = one // of "retraites" it made "retrait"
	}
	if other := t.of(homograph, forms[i]); tok.Tag == grammar.Verb && other != nil && !slices.ContainsFunc(s.Tokens, func(c grammar.Token) bool { return c.Head == i && c.Rel == grammar.Obj }) {
		lemma = other[0] // "vit à Goma" is no form of "voir"
	}
	list := parts[tok.Tag]
	if tok.Rel == grammar.NmodPoss && tok.Tag == grammar.Pronoun {
		list = []Part{Determiner, Pronoun} // "leur frontière" is theirs
	}
	if tok.Rel == grammar.Mark {
		list = []Part{Mark, Preposition}
	} else if tok.Rel == grammar.Case && tok.Tag == grammar.Subordinator {
		list = []Part{Preposition, Mark} // "que l'an dernier"
	}
	if k := won(s, i); k >= 0 && t.of(Verb, it+lemma) != nil {
		g.set(i, t.of(Verb, it+lemma))
		s.Tokens[k].Rel = grammar.Expl
		return
	}
	if tok.Tag == grammar.Verb && reflexive(s, i) {
		if english := t.of(Verb, himself+lemma); english != nil {
			if verb, ok := strings.CutPrefix(english[0], "be_"); ok {
				g.set(i, []string{verb})
				turn(s, i, grammar.Nsubj, grammar.NsubjPass)
				return
			}
			g.set(i, english)
			turn(s, i, grammar.NsubjPass, grammar.Nsubj)
			return
		}
	}
	for _, part := range list {
		for _, w := range [...]string{lemma, forms[i], strings.TrimSuffix(forms[i], "s"), masculine(forms[i])} {
			if part == Pronoun || part == Determiner || part == Preposition || part == Mark {
				w = forms[i]
			}
			if english := t.of(part, w); english != nil {
				g.set(i, english)
				if part == Name && alone(s, i) {
					g.Names = append(g.Names, Named{i, i + 1, strings.ReplaceAll(english[0], "_", " ")})
				}
				g.Common[i] = part == Noun && tok.Tag == grammar.Noun
				if part == Noun && tok.Tag == grammar.Adjective {
					asNoun(s, i)
				}
				return
			}
		}
	}
	if was, ok := strings.CutPrefix(lemma, once); ok && tok.Tag == grammar.Noun && t.of(Noun, was) != nil {
		g.set(i, []string{once + t.of(Noun, was)[0]}) // "l'ex-ministre"
		return
	}
	if english := t.of(Verb, infinitive(forms[i])); english != nil && tok.Tag == grammar.Adjective {
		g.set(i, english) // "les zones occupées"
		return
	}
	if english := cognate(tok.Tag, g.Lemmas[i]); english != "" {
		g.set(i, []string{english})
		return
	}
	switch tok.Tag {
	case grammar.Pronoun, grammar.Determiner, grammar.Adposition, grammar.Subordinator, grammar.Coordinator:
		g.Lemmas[i] = text.Fold(forms[i])
	}
}

// caseOf returns the preposition that stands before word k, -1 if none does. It stands in the phrase of k.
func caseOf(s *grammar.Sentence, k int) int {
	for i := s.Tokens[k].First; i < s.Tokens[k].End; i++ {
		if t := &s.Tokens[i]; t.Head == k && t.Rel == grammar.Case {
			return i
		}
	}
	return -1
}
