package proposition

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Which words are a name, where it begins and ends, and which in front of it are a title.

// IsName reports whether word i is part of a name: the tagger says so, or it has a
// capital inside a sentence and is no adjective.
func (s *Sentence) IsName(i int) bool {
	t := &s.Tree.Tokens[i]
	if s.Gloss != nil && s.Gloss.Common[i] {
		return slices.ContainsFunc(s.Gloss.Names, func(n translate.Named) bool { return n.First <= i && i < n.End })
	}
	w, capital := s.Words[i].In(s.Text.Src), s.capital(i)
	if m := s.Amount(i); m != nil && m.Kind != quantity.Identifier && i == 0 {
		return false // "Seven of the nine"
	}
	if t.Tag == grammar.ProperNoun {
		return capital || !lexicon.Known(w, lexicon.Noun) || i+1 < len(s.Words) && s.capital(i+1) // "the Missouri primary"
	}
	if !capital || t.Tag == grammar.Pronoun || t.Tag == grammar.Adjective {
		return false
	}
	if strings.ContainsAny(w, "0123456789") {
		return true // "M23"
	}
	if i == 0 && t.Tag == grammar.Noun {
		_, place := lexicon.PlaceOf(w)
		return place || (t.Rel == grammar.Nsubj || t.Rel == grammar.NsubjPass) && !t.Feats.Has(grammar.Plural) && s.Gloss == nil && !lexicon.Known(s.Fold(i), lexicon.Noun)
	}
	return t.Tag == grammar.Noun
}

// nameAround returns the words of the name around word i.
func (s *Sentence) nameAround(i int) (first, end int) {
	if s.nation(i) {
		return i, i + 1
	}
	if n, ok := s.Tree.NameAt(i); ok {
		first, end = n.First, n.End
		nicknames := func(w text.Word) bool { return w.Kind == text.Quote } // Robert “Bobby” Crane
		for first < i && !s.IsName(first) {
			first++ // "boss David Mays"
		}
		for end > i+1 && !s.IsName(end-1) && !s.capital(end-1) {
			end--
		}
		if (n.Kind != grammar.Organisation || end < n.End) && !slices.ContainsFunc(s.Words[first:end], nicknames) { // "Missouri Democratic primary": two words that hang on a third are no name
			for first < i && !s.within(first, i) && !s.within(i, first) {
				first++
			}
			for end > i+1 && !s.within(end-1, i) && !s.within(i, end-1) {
				end--
			}
		}
		if t := &s.Tree.Tokens[0]; first == 1 && t.Rel == grammar.NmodDesc && s.within(0, i) && !isTitle(s.Text.Lang, s.Fold(0)) &&
			(t.Tag == grammar.ProperNoun || s.capital(0) && lexicon.GivenName(s.Fold(0))) {
			first = 0 // "June Okafor", "Viktor Orlov"
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

// joined makes a name hold what a hyphen joins to it, "Guinea-Bissau", "Lee Chang-ho", and the capitalised
// adjectives in front, "Northern Ireland", "International Monetary Fund".
func (s *Sentence) joined(first, end int) (int, int) {
	for end+1 < len(s.Words) && s.Words[end].In(s.Text.Src) == "-" && s.Words[end].End == s.Words[end+1].Start &&
		s.Words[end].Start == s.Words[end-1].End && (s.capital(end+1) || s.Tree.Tokens[end+1].Rel == grammar.Flat && (s.Gloss != nil || s.Tree.Tokens[end+1].Tag == grammar.ProperNoun)) { // "Kim Jong-un"
		end += 2
	}
	for s.ampersand(end) {
		end += 2
	}
	for s.ampersand(first - 1) {
		first -= 2
	}
	if first > 0 && s.has(saintly, s.Fold(first-1)) && s.capital(first-1) { // "St Brigid's Hospital"
		first--
	}
	if first+2 < end && s.nation(first) {
		first++
	}
	for first > 0 && s.Tree.Tokens[first-1].Tag == grammar.Adjective && s.capital(first-1) && !s.nation(first-1) {
		if _, place := lexicon.PlaceOf(s.Span(first-1, end).In(s.Text.Src)); !place && first == 1 {
			break
		}
		first--
	}
	return first, end
}

// nation reports whether word i tells of what nation the person is whose given name stands behind it: "the Austrian Felix Gall", who by
// name is Felix Gall. Twin: "the Austrian Football Association".
func (s *Sentence) nation(i int) bool {
	p, ok := lexicon.PlaceOf(s.Words[i].In(s.Text.Src))
	return ok && p.Kind == lexicon.Demonym && i+2 < len(s.Words) && s.capital(i+2) && (s.personAt(i+1) || lexicon.GivenName(s.Fold(i+1)))
}

// nations describes a person by what nation word k of the name has in front of it, and a thing by its rank: "the 12th Odense Piano Days".
func (p *Phrase) nations(k int) {
	s := p.Sentence
	s.children(k, func(n int, _ *grammar.Token) {
		if m := s.Amount(n); n < p.named.First && (s.nation(n) || m != nil && m.Kind == quantity.Ordinal) {
			p.describe(n)
		}
	})
}

// capital reports whether word i begins with a capital.
func (s *Sentence) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(s.Words[i].In(s.Text.Src))
	return unicode.IsUpper(c)
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
	for first < p.End-1 && isTitle(lang, s.Fold(first)) && !s.has(saintly, s.Fold(first)) {
		first++
	}
	for lo > 0 && isTitle(lang, s.Fold(lo-1)) && p.holds(s.Tree.Tokens[lo-1].Head) {
		lo--
	}
	if first > lo {
		p.Alias = append(p.Alias, s.office(first-1, lo, first))
		p.First, p.Name = first, s.Span(first, p.End).In(s.Text.Src)
		return
	}
	if k := first - 1; k >= 0 && s.Tree.Tokens[k].Tag == grammar.Noun && s.Tree.Tokens[k].Head == p.Token().Head &&
		isPerson(lang, s.Lemma(k)) {
		p.Alias = append(p.Alias, s.Phrase(k))
	}
}

// office returns the phrase of a title, word k, whose words begin at lo: what it is an office of may stand in
// front, "Wisconsin Gov.", "White House Chief of Staff".
func (s *Sentence) office(k, lo, end int) *Phrase {
	f := *s.Phrase(k)
	f.Head, f.First, f.End, f.Lemma, f.Name, f.titled, f.Alias = k, lo, end, TitleNoun(s.Text.Lang, s.Fold(k)), "", true, nil
	of := lo - 1
	if of >= 0 && s.IsName(of) && s.hangs(of, k) && !slices.ContainsFunc(f.Modifiers, func(x Slot) bool { return x.Phrase.Name != "" && x.Preposition == "" }) { // "Ohio Secretary of State"
		f.Modifiers = append(slices.Clone(f.Modifiers), Slot{Role: Owner, Phrase: s.Phrase(of).before(k)})
	}
	if of >= 0 && s.capital(of) && s.Tree.Tokens[of].Tag == grammar.Adjective && s.hangs(of, k) && lexicon.Known(s.Fold(of), lexicon.Noun) {
		f.Modifiers = append(slices.Clone(f.Modifiers), Slot{Role: Modifier, Phrase: s.Phrase(of)}) // "Interior Minister Hale"
	}
	return &f
}

// before returns the phrase without what of its name stands behind word k, which is a title: "Missouri | Secretary of State".
func (p *Phrase) before(k int) *Phrase {
	if p.End <= k {
		return p
	}
	f := *p
	f.End, f.Name = k, p.Sentence.Span(f.First, k).In(p.Sentence.Text.Src)
	who := name.Parse(f.Name)
	f.who = &who
	return &f
}

// hangs reports whether word i hangs on word k, on a word of its title, or on what k itself hangs on.
func (s *Sentence) hangs(i, k int) bool {
	h := s.Tree.Tokens[i].Head
	return h >= i && h <= k || h >= 0 && h == s.Tree.Tokens[k].Head
}

// isTitle reports whether a folded word is one that stands before a person's name.
func isTitle(lang, w string) bool {
	w = strings.TrimSuffix(w, ".")
	return lexicon.Is(lang, lexicon.Title, w) || stands(lang, titles, w) != ""
}

// TitleNoun returns the noun that a folded title stands for: "governor" for "gov."; the word itself,
// without its full stop, if it is none that is cut short.
func TitleNoun(lang, w string) string {
	w = strings.TrimSuffix(w, ".")
	if n := stands(lang, titles, w); n != "" {
		return n
	}
	return w
}

// exonym puts the English name for a foreign one; what else the name has describes it: "la Banque centrale | du Kenya".
func (s *Sentence) exonym(p *Phrase) {
	if s.Gloss == nil {
		return
	}
	for _, n := range s.Gloss.Names {
		if n.First <= p.Head && p.Head < n.End {
			p.First, p.End, p.Name = n.First, n.End, n.English
		}
	}
}

// compounded returns the noun that word k makes a compound with, or k: "members" of "three of the five crew members".
func (s *Sentence) compounded(k int) int {
	for k >= 0 && s.Tree.Tokens[k].Rel == grammar.Compound && s.Tree.Tokens[k].Head == k+1 {
		k++
	}
	return k
}
