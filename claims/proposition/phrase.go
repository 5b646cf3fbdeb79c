package proposition

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	p := &Phrase{Sentence: s, Head: i, First: i, End: i + 1, Lemma: s.Lemma(i)}
	s.phrases[i] = p // before its parts are read: a tree gone wrong must not go round
	p.When, p.Amount = s.When(i), s.Amount(i)
	p.Pronoun = s.Tree.Tokens[i].Tag == grammar.Pronoun
	if s.IsName(i) && p.When == nil {
		p.First, p.End = s.nameAround(i)
		p.Name = s.Span(p.First, p.End).In(s.Text.Src)
		s.exonym(p)
	}
	s.children(i, func(k int, t *grammar.Token) { p.take(k, t) })
	if t := &s.Tree.Tokens[i]; t.Rel == grammar.Conj && t.Head >= 0 {
		s.children(t.Head, func(k int, t *grammar.Token) {
			if t.Rel == grammar.Appos && t.Tag.Nominal() && s.apposed(t.Head, k) == i {
				p.Alias = append(p.Alias, s.Phrase(k))
			}
		})
	}
	p.title()
	p.refer()
	p.count()
	if p.Name != "" {
		p.Who = name.Parse(p.Name).As(s.kindOf(p))
	}
	return p
}

// exonym puts the English name for a foreign one.
func (s *Sentence) exonym(p *Phrase) {
	if s.Gloss == nil {
		return
	}
	for _, n := range s.Gloss.Names {
		if n.First <= p.Head && p.Head < n.End {
			p.First, p.End, p.Name = min(p.First, n.First), max(p.End, n.End), n.English
		}
	}
}

// kindOf tells what bears a name as far as titles around it have it: the tagger's
// kinds are wrong too often to tell two names apart by.
func (s *Sentence) kindOf(p *Phrase) name.Kind {
	for _, a := range p.Alias {
		if a.titled {
			return name.Person
		}
	}
	return name.UnknownKind
}

// count finds how many of the thing the phrase speaks of. In "all but two of the 30
// miners" the tree has "all" at the head: the thing is what is counted.
func (p *Phrase) count() {
	s := p.Sentence
	for i := p.First; i < p.End && p.Many == nil; i++ {
		p.Many = s.manyAt(i)
	}
	if p.Many == nil || p.Many.Head < 0 {
		return
	}
	if k := s.word(p.Many.Head); k >= 0 && k != p.Head && s.manyAt(p.Head) == p.Many {
		p.Lemma = s.Lemma(k)
		p.Amount, p.Quantifier = nil, ""
		p.reach(k, k+1)
		p.Alias = slices.DeleteFunc(p.Alias, func(a *Phrase) bool { return a.Head == k })
	}
}

// Lemma returns the lemma of word i, folded.
func (s *Sentence) Lemma(i int) string {
	if s.Gloss != nil {
		return s.Gloss.Lemmas[i]
	}
	t := &s.Tree.Tokens[i]
	if t.Lemma == "" {
		return s.Fold(i)
	}
	return text.Fold(t.Lemma)
}

// IsName reports whether word i is part of a name: the tagger says so, or it has a
// capital inside a sentence and is no adjective.
func (s *Sentence) IsName(i int) bool {
	t := &s.Tree.Tokens[i]
	if s.Gloss != nil && s.Gloss.Common[i] && t.Tag != grammar.ProperNoun {
		return slices.ContainsFunc(s.Gloss.Names, func(n translate.Named) bool { return n.First <= i && i < n.End })
	}
	if s.Gloss != nil && s.Gloss.Common[i] {
		return slices.ContainsFunc(s.Gloss.Names, func(n translate.Named) bool { return n.First <= i && i < n.End })
	}
	w := s.Words[i].In(s.Text.Src)
	c, _ := utf8.DecodeRuneInString(w)
	if m := s.Amount(i); m != nil && m.Kind != quantity.Identifier && i == 0 {
		return false // "Seven of the nine"
	}
	if t.Tag == grammar.ProperNoun {
		return unicode.IsUpper(c) || !lexicon.Known(w, lexicon.Noun) || i+1 < len(s.Words) && s.capital(i+1) // "the Missouri primary"
	}
	if !unicode.IsUpper(c) || t.Tag == grammar.Pronoun || t.Tag == grammar.Adjective {
		return false
	}
	if strings.ContainsAny(w, "0123456789") {
		return true // "M23"
	}
	if i == 0 && t.Tag == grammar.Noun {
		_, place := lexicon.PlaceOf(w)
		return place
	}
	return t.Tag == grammar.Noun
}

// nameAround returns the words of the name around word i.
func (s *Sentence) nameAround(i int) (first, end int) {
	if n, ok := s.Tree.NameAt(i); ok {
		first, end = n.First, n.End
		for first < i && !s.IsName(first) {
			first++ // "boss David Mays"
		}
		for end > i+1 && !s.IsName(end-1) && !s.capital(end-1) {
			end--
		}
		if n.Kind != grammar.Organisation || end < n.End { // "Missouri Democratic primary": two words that hang on a third are no name
			for first < i && !s.within(first, i) && !s.within(i, first) {
				first++
			}
			for end > i+1 && !s.within(end-1, i) && !s.within(i, end-1) {
				end--
			}
		}
		if first == 1 && s.Tree.Tokens[0].Tag == grammar.ProperNoun && s.Tree.Tokens[0].Rel == grammar.NmodDesc && s.within(0, i) && !isTitle(s.Text.Lang, s.Fold(0)) {
			first = 0 // "June Okafor"
		}
		return s.joined(first, end)
	}
	first, end = i, i+1
	for first > 0 && s.IsName(first-1) && s.within(first-1, i) {
		first--
	}
	for end < len(s.Words) && s.IsName(end) && s.within(end, i) {
		end++
	}
	return s.joined(first, end)
}

// joined makes a name hold what a hyphen joins to it, "Guinea-Bissau", and a capitalised
// adjective in front that makes another place of it, "Northern Ireland".
func (s *Sentence) joined(first, end int) (int, int) {
	for end+1 < len(s.Words) && s.Words[end].In(s.Text.Src) == "-" && s.Words[end].End == s.Words[end+1].Start && s.Words[end].Start == s.Words[end-1].End && s.capital(end+1) {
		end += 2
	}
	if first == 1 && s.givenAuxiliary(0) {
		first = 0
	}
	if first > 0 && s.Tree.Tokens[first-1].Tag == grammar.Adjective && s.capital(first-1) {
		if _, place := lexicon.PlaceOf(s.Span(first-1, end).In(s.Text.Src)); place || first > 1 {
			first--
		}
	}
	return first, end
}

// capital reports whether word i begins with a capital.
func (s *Sentence) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(s.Words[i].In(s.Text.Src))
	return unicode.IsUpper(c)
}

// givenAuxiliary reports whether word i, which the tagger takes for an auxiliary, is a
// given name: "May Dray won", where no question mark makes it a wish or a question.
func (s *Sentence) givenAuxiliary(i int) bool {
	w := s.Words[i].In(s.Text.Src)
	c, _ := utf8.DecodeRuneInString(w)
	return s.Tree.Tokens[i].Tag == grammar.Auxiliary && unicode.IsUpper(c) && i+2 < len(s.Words) && s.IsName(i+1) && !s.asks() && s.Tree.Tokens[i].Feats.Has(grammar.Modal)
}

// within reports whether word k hangs on word i by relations that make one name.
func (s *Sentence) within(k, i int) bool {
	for steps := 0; k >= 0 && steps < 8; steps++ {
		if k == i {
			return true
		}
		switch s.Tree.Tokens[k].Rel {
		case grammar.Flat, grammar.Compound, grammar.Amod, grammar.NmodDesc, grammar.Nmod, grammar.Dep:
		default:
			return false
		}
		k = s.Tree.Tokens[k].Head
	}
	return false
}

// take puts a dependent of the phrase's head where it belongs.
func (p *Phrase) take(k int, t *grammar.Token) {
	s := p.Sentence
	inName := p.Name != "" && k >= p.First && k < p.End
	switch t.Rel {
	case grammar.Det:
		p.determine(k)
	case grammar.Nummod:
		p.number(k, inName)
	case grammar.NmodPoss:
		p.Definite = true
		p.reach(k, k+1)
		p.add(Slot{Role: Owner, Phrase: s.Phrase(k)})
	case grammar.Amod, grammar.Compound, grammar.Advmod:
		if inName || s.insideName(k) {
			return
		}
		p.reach(k, k+1)
		p.describe(k)
	case grammar.NmodDesc:
		if !inName && !isTitle(s.Text.Lang, s.Fold(k)) {
			p.reach(k, k+1)
			p.Alias = append(p.Alias, s.Phrase(k))
		}
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

// number reads a number of the head: how many, or, if it is no amount, which one.
func (p *Phrase) number(k int, inName bool) {
	s := p.Sentence
	if p.Amount == nil {
		p.Amount = s.Amount(k)
	}
	if s.Amount(k) == nil && !inName {
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

// insideName reports whether word k belongs to a name that another word stands for:
// "Green" in "a Green Party lawmaker", where both words hang on the lawmaker.
func (s *Sentence) insideName(k int) bool {
	n, ok := s.Tree.NameAt(k)
	last := n.End - 1
	return ok && n.Kind == grammar.Organisation && k < last && s.Tree.Tokens[last].Head == s.Tree.Tokens[k].Head && s.Tree.Tokens[last].Tag.Nominal()
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
	case has(s.Text.Lang, definite, w):
		p.Definite = true
	case has(s.Text.Lang, quantifying, w):
		p.Quantifier = w
	case s.Amount(k) != nil && p.Amount == nil:
		p.Amount = s.Amount(k)
	}
	p.reach(k, k+1)
}

// describe reads what stands before the head: how many, when, or what it is like.
func (p *Phrase) describe(k int) {
	s := p.Sentence
	switch w := s.Fold(k); {
	case s.Amount(k) != nil && s.Amount(k).Kind != ordinal:
		if p.Amount == nil {
			p.Amount = s.Amount(k)
		}
	case has(s.Text.Lang, quantifying, w):
		p.Quantifier = w
	case s.IsName(k) != (p.Name != "") && s.Tree.Tokens[k].Tag.Nominal() && s.When(k) == nil:
		f := s.Phrase(k)
		p.add(Slot{Role: Modifier, Phrase: f})
		if p.Name != "" && isPerson(s.Text.Lang, f.Lemma) {
			p.Alias = append(p.Alias, f) // "leader Corneille Nangaa"
		}
	default:
		p.add(Slot{Role: Modifier, Phrase: s.Phrase(k)})
	}
}

// complement reads a noun phrase behind the head: whose, where, of what.
func (p *Phrase) complement(k int) {
	s := p.Sentence
	if s.excluded(k) {
		return // "the mayor of Bunia, not of Goma"
	}
	f, prep := s.Phrase(k), s.preposition(k)
	role := Oblique
	if has(s.Text.Lang, owning, prep) {
		role = Owner
		if p.Name == "" && f.Name != "" && lexicon.Immovable(s.Text.Lang, p.Lemma) && !has(s.Text.Lang, partial, p.Lemma) {
			p.Alias = append(p.Alias, f) // "the town of Goma"
		}
		if p.counts() { // "two of the 30 miners": the things counted are the phrase
			p.Alias = append(p.Alias, f)
		}
	}
	p.add(Slot{Role: role, Preposition: prep, Phrase: f})
}

// counts reports whether the head is no thing but how many of what follows.
func (p *Phrase) counts() bool {
	t := &p.Sentence.Tree.Tokens[p.Head]
	return t.Tag == grammar.Number || has(p.Sentence.Text.Lang, quantifying, p.Lemma)
}

// title reads what stands in front of a person's name and says what he or she is:
// "rebel leader Corneille Nangaa", "Wisconsin Gov. Scott Walker". A title in the name
// is taken out of it.
func (p *Phrase) title() {
	s := p.Sentence
	if n, ok := s.Tree.NameAt(p.Head); p.Name == "" || ok && n.Kind == grammar.Place {
		return // "St. Louis"
	}
	lang := s.Text.Lang
	first, lo := p.First, p.First
	for first < p.End-1 && isTitle(lang, s.Fold(first)) {
		first++
	}
	for lo > 0 && isTitle(lang, s.Fold(lo-1)) && p.holds(s.Tree.Tokens[lo-1].Head) {
		lo--
	}
	if first > lo {
		k := first - 1
		f := *s.Phrase(k)
		f.Sentence, f.Head, f.First, f.End, f.Lemma, f.Name, f.titled, f.Alias = s, k, lo, first, titleNoun(lang, s.Fold(k)), "", true, nil
		p.Alias = append(p.Alias, &f)
		p.First, p.Name = first, s.Span(first, p.End).In(s.Text.Src)
		if k = lo - 1; k >= 0 && s.IsName(k) && (p.holds(s.Tree.Tokens[k].Head) || s.Tree.Tokens[k].Head >= lo && s.Tree.Tokens[k].Head < first) && len(f.Modifiers) == 0 {
			f.add(Slot{Role: Owner, Phrase: s.Phrase(k)}) // "Wisconsin Gov. Scott Walker"
		}
		return
	}
	if k := first - 1; k >= 0 && s.Tree.Tokens[k].Tag == grammar.Noun && s.Tree.Tokens[k].Head == s.Tree.Tokens[p.Head].Head && isPerson(lang, s.Lemma(k)) {
		p.Alias = append(p.Alias, s.Phrase(k))
	}
}

// holds reports whether word k stands in the phrase.
func (p *Phrase) holds(k int) bool { return k >= p.First && k < p.End }

// isTitle reports whether a folded word is one that stands before a person's name.
func isTitle(lang, w string) bool {
	w = strings.TrimSuffix(w, ".")
	return lexicon.Is(lang, lexicon.Title, w) || expands(lang, w) != ""
}

// titleNoun returns the noun that a title stands for: "governor" for "gov.".
func titleNoun(lang, w string) string {
	w = strings.TrimSuffix(w, ".")
	if n := expands(lang, w); n != "" {
		return n
	}
	return w
}

// refer finds what a pronoun or a definite noun stands for.
func (p *Phrase) refer() {
	s := p.Sentence
	if p.Name != "" || s.Text.Referent == nil || !p.Pronoun && !p.Definite {
		return
	}
	if n := s.Text.Referent(s.Words[p.Head].Span()); n != "" {
		p.Name, p.Resolved = n, true
	}
}

// isPerson reports whether a noun is one for a person or a group of people.
func isPerson(lang, lemma string) bool {
	if lang != "en" {
		return lexicon.Is(lang, lexicon.RoleNoun, lemma)
	}
	for _, kind := range [...]string{"person", "organization"} {
		if _, ok := lexicon.Hypernym(lemma, kind, lexicon.Noun); ok {
			return true
		}
	}
	return false
}
