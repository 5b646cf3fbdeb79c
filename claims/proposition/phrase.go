package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
)

// Phrase returns the phrase of word i, read once.
func (s *Sentence) Phrase(i int) *Phrase {
	if p := s.phrases[i]; p != nil {
		return p
	}
	p := &s.slab[i]
	*p = Phrase{Sentence: s, Head: i, First: i, End: i + 1, Lemma: s.Lemma(i)}
	s.phrases[i] = p // before its parts are read: a tree gone wrong must not go round
	p.When, p.Amount = s.When(i), s.Amount(i)
	p.Pronoun = s.Tree.Tokens[i].Tag == grammar.Pronoun
	if s.IsName(i) && p.When == nil {
		p.First, p.End = s.nameAround(i)
		p.Name = s.Span(p.First, p.End).In(s.Text.Src)
		s.exonym(p)
		p.named = text.Range{First: p.First, End: p.End}
	}
	s.children(i, func(k int, t *grammar.Token) { p.take(k, t) })
	if i > 0 {
		if l := stands(s.Text.Lang, fused, s.Fold(i-1)+"_"+s.Fold(i)); l != "" {
			p.Lemma, p.Quantifier = l, "" // "no one", "nobody"
		}
	}
	p.title()
	p.refer()
	p.count()
	if p.Name != "" {
		who := name.Parse(p.Name)
		if k := slices.IndexFunc(p.Alias, func(a *Phrase) bool { return a.titled }); k >= 0 { // the tagger's kinds are wrong too often to tell two names apart by
			who = who.As(name.Person)
			who.Title = append(who.Title, strings.TrimSuffix(s.Fold(p.Alias[k].Head), ".")) // "Mr. Guerrero" is not Diane Guerrero
		}
		p.who = &who
	}
	return p
}

// count finds how many of the thing the phrase speaks of. In "all but two of the 30
// miners" the tree has "all" at the head: the thing is what is counted.
func (p *Phrase) count() {
	s := p.Sentence
	for i := p.First; i < p.End && p.Many == nil; i++ {
		if m := s.manyAt(i); m != nil && (s.At[p.Head] == m.First || !s.Tree.Under(p.Head, s.word(m.First))) {
			p.Many = m // not "none" for "the five deals" of "none of the five deals"
		}
	}
	if of := s.child(p.Head, grammar.Nmod); p.Many == nil && of >= 0 && p.Amount != nil && p.Token().Tag == grammar.Number && s.has(owning, s.preposition(of)) && s.Tree.Tokens[of].Tag == grammar.Noun && s.child(of, grammar.NmodPoss) >= 0 {
		p.Lemma = s.Lemma(of) // "twelve of our boats"
		p.Alias = slices.DeleteFunc(p.Alias, func(a *Phrase) bool { return a.Head == of })
	}
	if p.Many == nil || p.Many.Head < 0 {
		return
	}
	own := s.manyAt(p.Head) == p.Many
	if of := s.child(p.Head, grammar.Nmod); own && of >= 0 && s.has(owning, s.preposition(of)) && s.word(p.Many.Head) > of {
		many := *p.Many
		many.Head, p.Many = s.At[of], &many // "part of the harbour wall collapsed"
	}
	if k := s.compounded(s.word(p.Many.Head)); k >= 0 && k != p.Head && own {
		p.Lemma, p.Pronoun = s.Lemma(k), s.Tree.Tokens[k].Tag == grammar.Pronoun // "none of the hostages"
		p.Amount, p.Quantifier = nil, ""
		p.reach(k, k+1)
		p.Alias = slices.DeleteFunc(p.Alias, func(a *Phrase) bool { return a.Head == k })
	}
}

// Lemma returns the lemma of word i, folded.
func (s *Sentence) Lemma(i int) string {
	if s.lemmas != nil {
		return s.lemmas[i]
	}
	return s.lemma(i)
}

// lemma is Lemma while the tree may still change.
func (s *Sentence) lemma(i int) string {
	if s.Gloss != nil {
		return s.Gloss.Lemmas[i]
	}
	t := &s.Tree.Tokens[i]
	if t.Lemma == "" {
		return s.Fold(i)
	}
	l := text.Fold(t.Lemma)
	if t.Tag == grammar.Verb && t.Feats&grammar.Infinitive == 0 && l == s.Fold(i) {
		if x, ok := lexicon.Lemma(lexicon.Verb, l); ok {
			return x // "bit", "wove": the grammar never met them
		}
	}
	return l
}

// take puts a dependent of the phrase's head where it belongs.
func (p *Phrase) take(k int, t *grammar.Token) {
	s := p.Sentence
	inName := p.Name != "" && k >= p.named.First && k < p.named.End
	switch t.Rel {
	case grammar.Det:
		p.determine(k)
	case grammar.Nummod:
		p.number(k, inName)
	case grammar.NmodPoss:
		p.Definite = true
		p.reach(k, k+1)
		p.add(Slot{Role: Owner, Phrase: s.Phrase(s.antecedent(k))})
	case grammar.Amod, grammar.Compound, grammar.Advmod:
		if inName {
			p.nations(k)
		}
		if inName {
			return
		}
		of := p
		if d := p.named.First - 1; p.Name != "" && t.Rel == grammar.Amod && d > k && s.Tree.Tokens[d].Head == p.Head && s.Tree.Tokens[d].Tag == grammar.Noun {
			of = s.Phrase(d) // of "its former partner Graftech" the partner is former
		}
		s.each(k, func(k int) { // "old and rusty"
			p.reach(k, k+1)
			of.describe(k)
		})
	case grammar.NmodDesc:
		p.label(k, inName)
	case grammar.Nmod, grammar.NmodUnmarked:
		if inName || s.Gloss != nil && s.When(k) != nil && s.child(k, grammar.Case) < 0 { // "neuf personnes lundi": it dates the verb
			return
		}
		p.complement(k)
	case grammar.Flat, grammar.Dep:
		switch {
		case p.Name == "" && s.IsName(k): // "the actor Sam Reed"
			p.Alias = append(p.Alias, s.Phrase(k))
		case t.Tag == grammar.Number: // "Volume II"
			p.number(k, inName)
		}
	case grammar.Appos:
		if s.Tree.Tokens[k].Tag.Nominal() && s.apposed(p.Head, k) == p.Head && !s.excluded(k) {
			p.Alias = append(p.Alias, s.Phrase(k))
		}
	}
}

// label reads a word in front of the head that says who or what it is: "Gov.", "the actor", "Radio".
func (p *Phrase) label(k int, inName bool) {
	s := p.Sentence
	title := isTitle(s.Text.Lang, s.Fold(k))
	switch {
	case inName || title && k >= p.First-1: // read with the name
	case s.nation(k) && p.Name != "":
		p.reach(k, k+1)
		p.describe(k)
	case p.Name != "" && k == p.First-1 && s.Gloss != nil && s.capital(k) && !lexicon.Human(s.Text.Lang, s.Lemma(k)) && !isPerson(s.Text.Lang, s.Lemma(k)):
		// "Radio Maendeleo", "Médecins du Monde": French writes descriptions small, "l'opposant Fayulu"
		p.reach(k, k+1)
		p.Name = s.Span(p.First, p.End).In(s.Text.Src)
	case title || s.IsName(k) && p.Name != "" && isPerson(s.Text.Lang, s.Fold(k)): // "Chief of Staff Denis Marsh"
		p.Alias = append(p.Alias, s.office(k, k, k+1))
	default:
		p.reach(k, k+1)
		p.Alias = append(p.Alias, s.Phrase(k))
	}
}

// antecedent returns the noun that "whose", word i, stands for, i itself for any other word: of "the pool, whose
// roof leaks" it is the pool's roof that does.
func (s *Sentence) antecedent(i int) int {
	if !s.has(whose, s.Fold(i)) {
		return i
	}
	for k, steps := s.Tree.Tokens[i].Head, 0; k >= 0 && steps < 6; k, steps = s.Tree.Tokens[k].Head, steps+1 {
		if t := &s.Tree.Tokens[k]; t.Rel == grammar.AclRelcl && t.Head >= 0 {
			return t.Head
		}
	}
	return i
}

// number reads a number of the head: how many, or, if it is no amount, which one.
func (p *Phrase) number(k int, inName bool) {
	s := p.Sentence
	if p.Amount == nil {
		p.Amount = s.Amount(k)
	}
	if w := s.Fold(k); s.Gloss != nil && s.Amount(k) == nil && p.Amount == nil && s.has(quantifying, w) {
		p.Quantifier = w // "plus de médailles", an adverb
	} else if s.Amount(k) == nil && !inName {
		p.add(Slot{Role: Modifier, Phrase: s.Phrase(k)})
	}
	p.reach(k, k+1)
}

// apposed returns the word that apposition k of word i describes: i, or the name that is
// coordinated with it right in front of k, "A and B, a surgeon".
func (s *Sentence) apposed(i, k int) int {
	of := i
	s.children(i, func(c int, t *grammar.Token) {
		if t.Rel == grammar.Conj && c < k && s.IsName(c) {
			of = c
		}
	})
	return of
}

// add appends a modifier.
func (p *Phrase) add(s Slot) { p.Modifiers = append(p.Modifiers, s) }

// reach makes the phrase hold words i up to j.
func (p *Phrase) reach(i, j int) { p.First, p.End = min(p.First, i), max(p.End, j) }

// determine reads a determiner: an article, or how many without a number.
func (p *Phrase) determine(k int) {
	s := p.Sentence
	w := s.Fold(k)
	switch {
	case s.has(definite, w):
		p.Definite = true
	case s.has(quantifying, w) && !s.bounds(k):
		p.Quantifier = w
	case s.Amount(k) != nil && p.Amount == nil:
		p.Amount = s.Amount(k)
	}
	p.reach(k, k+1)
}

// bounds reports whether a "no" or "not" denies nothing, but sets a bound to a number: "no fewer than 31 people died".
func (s *Sentence) bounds(k int) bool {
	return k >= 0 && k+2 < len(s.Words) && s.has(bounding, s.Fold(k+1)+"_"+s.Fold(k+2))
}

// describe reads what stands before the head: how many, when, or what it is like.
func (p *Phrase) describe(k int) {
	s := p.Sentence
	switch w := s.Fold(k); {
	case s.Amount(k) != nil && s.Amount(k).Kind != quantity.Ordinal:
		if p.Amount == nil {
			p.Amount = s.Amount(k)
		}
	case s.has(quantifying, w):
		p.Quantifier = w
	case s.IsName(k) != (p.Name != "") && s.Tree.Tokens[k].Tag.Nominal() && s.When(k) == nil:
		f := s.Phrase(k)
		p.add(Slot{Role: Modifier, Phrase: f})
		if p.Name != "" && isPerson(s.Text.Lang, f.Lemma) {
			p.Alias = append(p.Alias, f) // "leader Corneille Nangaa"
		}
	default:
		f := s.Phrase(k)
		if _, nation := lexicon.PlaceOf(f.Text()); f.Name == "" && !nation && slices.ContainsFunc(f.Modifiers, compound) { // "state oil firm": whatever hangs on what; not "South Korean"
			for _, m := range f.Modifiers {
				if compound(m) {
					p.add(m)
				}
			}
			g := *f
			g.Modifiers = slices.DeleteFunc(slices.Clone(f.Modifiers), compound)
			f = &g
		}
		p.add(Slot{Role: Modifier, Phrase: f})
	}
}

// compound reports whether a modifier is a noun or adjective in front, which nothing joins.
func compound(x Slot) bool { return x.Role == Modifier && x.Preposition == "" }

// complement reads a noun phrase behind the head: whose, where, of what.
func (p *Phrase) complement(k int) {
	s := p.Sentence
	if s.excluded(k) {
		return // "the mayor of Bunia, not of Goma"
	}
	f, prep := s.Phrase(k), s.preposition(k)
	role := Oblique
	if s.has(owning, prep) {
		role = Owner
		if n := f.Amount; n != nil && n.Dimension() == quantity.Money && s.Amount(k) == n && p.Amount == nil && p.Name == "" {
			p.Amount = n // "a loan of $5 million", "a $5 million loan"; not "a talk of 30 minutes", "un homme de 17 ans"
			return
		}
		if p.Name == "" && f.Name != "" && lexicon.Immovable(s.Text.Lang, p.Lemma) && !s.has(partial, p.Lemma) {
			p.Alias = append(p.Alias, f) // "the town of Goma"
		}
		if p.Partitive() { // "two of the 30 miners": the things counted are the phrase
			p.Alias = append(p.Alias, f)
		}
	}
	p.add(Slot{Role: role, Preposition: prep, Phrase: f})
	for _, c := range s.Tree.Conjuncts(nil, k)[1:] { // "the border between Chad and Niger"
		if s.has(pairing, prep) && s.preposition(c) == "" {
			p.add(Slot{Role: role, Preposition: prep, Phrase: s.Phrase(c)})
		}
	}
}

// Partitive reports whether the head is no thing but how many of what follows: "two of the
// miners".
func (p *Phrase) Partitive() bool {
	t := &p.Sentence.Tree.Tokens[p.Head]
	return t.Tag == grammar.Number || p.Sentence.has(quantifying, p.Lemma) || p.Sentence.has(countless, p.Lemma)
}

// Joint returns the preposition in front of the phrase, folded; empty if there is none.
func (p *Phrase) Joint() string { return p.Sentence.preposition(p.Head) }

// Opening returns the word of the preposition in front of the phrase, -1 if there is none.
func (p *Phrase) Opening() int { return p.Sentence.child(p.Head, grammar.Case) }

// holds reports whether word k stands in the phrase.
func (p *Phrase) holds(k int) bool { return k >= p.First && k < p.End }

// Mentions reports whether a word of the phrase has the lemma.
func (p *Phrase) Mentions(lemma string) bool {
	return slices.Contains(p.Sentence.lemmas[p.First:p.End], lemma)
}

// refer finds what a pronoun or a definite noun stands for.
func (p *Phrase) refer() {
	s := p.Sentence
	if p.Name != "" || s.Text.Referent == nil || !p.Pronoun && !p.Definite {
		return
	}
	switch name, noun := s.Text.Referent(s.Words[p.Head].Span()); {
	case name != "":
		p.Name, p.Resolved = name, true
	case noun != "" && p.Pronoun:
		p.Lemma, p.Pronoun, p.Definite = s.nounOf(noun), false, true // "the mayor said that she": the mayor
	}
}

// nounOf returns the English lemma of a noun as the text has it: "rebel" for "rebels", for "rebelles".
func (s *Sentence) nounOf(noun string) string {
	if l, ok := lexicon.Lemma(lexicon.Noun, noun); s.Gloss == nil && ok {
		return l
	}
	for _, w := range [...]string{noun, strings.TrimSuffix(noun, "s")} {
		if english := translate.English(translate.Noun, w); s.Gloss != nil && len(english) > 0 {
			return english[0]
		}
	}
	return noun
}

// fill adds a slot with the phrase of word k, unless the word is a date's: dates are
// attached by themselves.
func (p *Proposition) fill(r Role, prep string, k int) {
	s := p.Sentence
	if s.at[k] != nil && r != Attribute && s.Tree.Tokens[k].Tag == grammar.Verb {
		return // a clause
	}
	if s.Gloss != nil && s.Gloss.Lemmas[k] == "" && s.Tree.Tokens[k].Tag == grammar.Noun {
		return // part of the verb in English: "infliger une amende" is to fine
	}
	if s.When(k) != nil && r != Agent && r != Attribute || r != Attribute && s.When(k) == nil && s.excluded(k) {
		return
	}
	p.Slots = append(p.Slots, Slot{Role: r, Preposition: prep, Phrase: s.Phrase(s.totalled(k))})
}

// totalled returns what a noun is no more than the number of, "a total of 30 migrants"; the noun itself for all others.
func (s *Sentence) totalled(k int) int {
	if of := s.child(k, grammar.Nmod); of > k && s.has(totalling, s.Lemma(k)) && s.Amount(of) == nil && s.has(owning, s.preposition(of)) && s.child(of, grammar.Nummod) >= 0 {
		return of
	}
	return k
}
