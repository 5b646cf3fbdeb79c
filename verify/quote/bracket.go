package quote

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Words in brackets are the writer's. They may stand for a pronoun, a name or a
// noun phrase, put a word into another form, or explain; what they stand for is
// compared with what the source has there, its own brackets included. They may not
// turn, weaken or strengthen what was said: [not], [almost], [illegally].

// bracketed classes a bracket by what it stands for; None if it is harmless.
func (a *aligner) bracketed(c change) (reason.Kind, bool) {
	if a.d.tokens[c.i].mark&group == 0 {
		return reason.None, false // want[ed]
	}
	is := a.d.groups[a.d.tokens[c.i].region-1]
	was, theirs := a.under(c)
	if len(theirs) > 0 && !all(theirs, remark) {
		if k := a.glossed(theirs, is); k != reason.None {
			return k, true
		}
	}
	nw, ni := numbers(was, a.s.text, false), numbers(is, a.d.text, false)
	switch {
	case len(was) <= 2 && is[0].class()&mask != 0:
		return reason.None, false
	case len(was) == 0 && a.beside(c, ni):
		return reason.Number, true
	case count(is, negation) > count(was, negation):
		return reason.Polarity, true
	case nw != "" && nw != ni && count(is, pronoun) == 0:
		return reason.Number, true
	case len(was) == 0:
		k := a.inserted(c, is)
		return k, k != reason.None
	}
	k := a.exchanged(c, was, is)
	return k, k != reason.None
}

// under returns the words that a bracket stands for, and those that stand in
// brackets in the source at the same place. One that opens the quotation stands for
// the words of the clause before what was quoted.
func (a *aligner) under(c change) (was, theirs []token) {
	from, end := c.j, c.jEnd
	for n := 0; c.i == 0 && c.j == c.jEnd && n < opening && from > 0 && int(from) < len(a.s.tokens) && a.s.tokens[from].mark&(stopped|paused) == 0 && a.s.spoken(a.s.tokens[from-1]); n++ {
		from--
	}
	for from > 0 && a.s.tokens[from-1].mark&bracketed != 0 {
		from--
	}
	for int(end) < len(a.s.tokens) && a.s.tokens[end].mark&bracketed != 0 {
		end++
	}
	for _, t := range a.s.tokens[from:end] {
		if t.mark&bracketed != 0 {
			theirs = append(theirs, t)
		} else {
			was = append(was, t)
		}
	}
	return was, theirs
}

// opening is the most words of the source that a bracket which opens a quotation
// stands for.
const opening = 5

// glossed compares two brackets at one place: the kind in which they differ.
func (a *aligner) glossed(theirs, is []token) reason.Kind {
	x, y := numbers(theirs, a.s.text, false), numbers(is, a.d.text, false)
	if x != "" && y != "" && x != y {
		return reason.Number
	}
	left, right := contentOf(a.unmatched(theirs, is))
	switch {
	case count(theirs, negation) != count(is, negation):
		return reason.Polarity
	case len(left) == 0 || len(right) == 0:
		return reason.None
	case right[0].mark&titled != 0:
		return reason.Name
	}
	return reason.Wording
}

// contentOf returns the content words of both sides.
func contentOf(left, right []token) (l, r []token) {
	for k, side := range [2][]token{left, right} {
		for _, t := range side {
			if t.class()&(function|filler|hedge) == 0 {
				if k == 0 {
					l = append(l, t)
				} else {
					r = append(r, t)
				}
			}
		}
	}
	return l, r
}

// beside reports whether a bracket at an end of the quotation, which stands for
// nothing there, has another number, n, than the source has there.
func (a *aligner) beside(c change, n string) bool {
	var was []token
	switch {
	case c.i == 0 && c.j > 0:
		was = a.s.tokens[c.j-1 : c.j]
	case int(c.iEnd) == len(a.d.tokens) && int(c.j) < len(a.s.tokens):
		was = a.s.tokens[c.j : c.j+1]
	}
	w := numbers(was, a.s.text, false)
	return w != "" && n != "" && n != w
}

// inserted classes a bracket that stands for nothing: nothing but adverbs,
// quantifiers and modal verbs explain no word of the source, they change it.
func (a *aligner) inserted(c change, is []token) reason.Kind {
	worst := reason.None
	for k, t := range is {
		number := k+1 == len(is) && int(c.iEnd) < len(a.d.tokens) && numbers(a.d.tokens[c.iEnd:c.iEnd+1], a.d.text, true) != ""
		kind := shift(text.Fold(t.span().In(a.d.text)), t, number)
		if kind == reason.None {
			return reason.None
		}
		if worst == reason.None {
			worst = kind
		}
	}
	return worst
}

// shift returns what an adverb, quantifier or modal verb changes where it is put
// in, None for other words; number says that a number follows it.
func shift(w string, t token, number bool) reason.Kind {
	if t.class()&(when|filler|month|subordinate) != 0 {
		return reason.None
	}
	for _, r := range lexicon.Roles("en", w) {
		switch strength, _ := lexicon.Strength("en", r, w); r {
		case lexicon.Hedge, lexicon.Certain:
			return reason.Modality
		case lexicon.Modal:
			if strength == 1 {
				return reason.Modality
			}
		case lexicon.Negator:
			return reason.Polarity
		case lexicon.Only, lexicon.Quantifier, lexicon.Frequency:
			return reason.Quantifier
		case lexicon.Approximator, lexicon.LowerBound, lexicon.UpperBound:
			if number || t.class()&function == 0 || t.class()&quantifier != 0 {
				return reason.Quantifier
			}
		case lexicon.Intensifier:
			return reason.Wording
		}
	}
	if strings.HasSuffix(w, "ly") {
		_, adverb := lexicon.Lemma(lexicon.Adverb, w)
		_, adjective := lexicon.Lemma(lexicon.Adjective, w)
		_, noun := lexicon.Lemma(lexicon.Noun, w)
		if adverb && !adjective && !noun {
			return reason.Wording
		}
	}
	return reason.None
}

// exchanged classes a bracket that stands for words of the source.
func (a *aligner) exchanged(c change, was, is []token) reason.Kind {
	left, right := a.unmatched(was, is)
	l, r := contentOf(left, right)
	pronouns := count(was, pronoun) > 0 && len(l) == 0
	switch from, to := person(was), person(is); {
	case modality(was) != 0 && modality(was) != modality(is) && len(r) == 0 && !pronouns:
		return reason.Modality
	case opposed(left, right) || a.antonyms(left, right):
		return reason.Opposite
	case pronouns && to != 0 && from&to == 0 && len(r) == 0 && (to&(first|plural|second) != 0 || from&(he|she) != 0):
		return reason.Role
	case pronouns && len(r) > 0:
		return a.mistaken(c, was, r)
	case int(c.iEnd) < len(a.d.tokens) && numbers(a.d.tokens[c.iEnd:c.iEnd+1], a.d.text, true) != "" && bound(was, a.s.text) != bound(is, a.d.text):
		return reason.Quantifier
	case len(left) == 0, len(l) == 0:
		return reason.None
	case differ(was, is, month) && count(was, month) > 0 && count(is, month) > 0:
		return reason.Date
	case a.renamed(l, r):
		return reason.Name
	case len(r) > 0 && (a.sisters(l[len(l)-1], r[len(r)-1]) || a.foreign(l[len(l)-1], r[len(r)-1])):
		return reason.Wording
	case count(was, pronoun|determiner) > 0, count(is, determiner) > 0:
		return reason.None
	}
	for _, t := range append(l, r...) { // a name, or a name's place
		if t.mark&titled != 0 {
			return reason.None
		}
	}
	return reason.Wording
}

// bound returns what words say of a number behind them: about, at least, up to;
// NoRole if nothing.
func bound(words []token, src string) lexicon.Role {
	if len(words) == 0 || len(words) > 4 {
		return lexicon.NoRole
	}
	phrase := text.Fold(spans(words, 0, int32(len(words))).In(src))
	for _, r := range lexicon.Roles("en", strings.ReplaceAll(phrase, " ", "_")) {
		switch r {
		case lexicon.Approximator, lexicon.LowerBound, lexicon.UpperBound:
			return r
		}
	}
	return lexicon.NoRole
}

// antecedents is how many words before a pronoun may hold what it stands for.
const antecedents = 80

// mistaken classes a noun or name put for a pronoun: one that stands nowhere in the
// source, where another of its kind stands before the pronoun.
func (a *aligner) mistaken(c change, was, is []token) reason.Kind {
	head := is[len(is)-1]
	if a.has(head) {
		return reason.None
	}
	before := a.s.tokens[max(0, c.j-antecedents):c.j]
	if head.mark&titled == 0 {
		kind := reason.None
		for _, t := range before {
			if x, y, ok := a.nouns(t, head); ok && related(x, y) {
				return reason.None
			}
			if a.sisters(t, head) {
				kind = reason.Wording
			}
		}
		return kind
	}
	if person(was)&(he|she) == 0 {
		return reason.None
	}
	for k := 1; k < len(before); k++ { // another person's name
		if x, y := before[k-1], before[k]; x.mark&titled != 0 && y.mark&titled != 0 && y.mark&(stopped|paused) == 0 && y.class() == 0 && x.class() == 0 && givenName(a.s.text, x) {
			return reason.Name
		}
	}
	return reason.None
}

// has reports whether the source has a word of the draft's, however inflected.
func (a *aligner) has(is token) bool {
	for _, t := range a.s.tokens {
		if t.id == is.id || t.mark&titled == 0 && a.inflected(t, is) {
			return true
		}
	}
	return false
}

// foreign reports whether a common noun that the source does not have stands for one
// that is neither vague nor may name the same thing: the airport, the harbour.
func (a *aligner) foreign(was, is token) bool {
	x, y, ok := a.nouns(was, is)
	return ok && is.mark&titled == 0 && !listed("vague", x) && !listed("vague", y) && !related(x, y) && !a.has(is)
}

// givenName reports whether a token is a given name.
func givenName(src string, t token) bool {
	return lexicon.GivenName(text.Fold(t.span().In(src)))
}

// renamed reports whether the words of one name stand for those of another with
// which they are never joined in the source: Hillary, Clinton are.
func (a *aligner) renamed(was, is []token) bool {
	for _, t := range was {
		if t.mark&titled == 0 || t.mark&stopped != 0 {
			return false
		}
	}
	if len(was) == 0 || len(is) == 0 {
		return false
	}
	for _, t := range is {
		if t.mark&titled == 0 {
			return false
		}
	}
	if initials(a.d.text, is) == text.Fold(was[0].span().In(a.s.text)) || initials(a.s.text, was) == text.Fold(is[0].span().In(a.d.text)) {
		return false
	}
	last := -4
	for j, t := range a.s.tokens {
		if t.id == is[0].id || t.id == is[len(is)-1].id {
			last = j
		}
		if t.id == was[0].id && j-last <= 3 {
			return false
		}
	}
	last = -4
	for j, t := range a.s.tokens {
		if t.id == was[len(was)-1].id {
			last = j
		}
		if t.id == is[0].id && j-last <= 3 {
			return false
		}
	}
	return true
}

// initials returns the folded first letters of words, without full stops.
func initials(src string, words []token) string {
	var b strings.Builder
	for _, t := range words {
		b.WriteByte(text.Fold(t.span().In(src))[0])
	}
	return b.String()
}

// sisters reports whether two common nouns are of different things or people, the
// first not a vague one: ministers, mayors; but not the man, the minister.
func (a *aligner) sisters(was, is token) bool {
	x, y, ok := a.nouns(was, is)
	if !ok || listed("vague", x) || listed("vague", y) || related(x, y) {
		return false
	}
	return lexicon.Sisters(x, y) || lexicon.Asunder("en", x, y) || kindOf(x, "person") && kindOf(y, "person")
}

// nouns returns the lemmas of two nouns of one number; false if they are none.
func (a *aligner) nouns(was, is token) (x, y string, ok bool) {
	if was.class()&(function|common) != 0 || was.mark&titled != 0 && was.mark&stopped == 0 {
		return "", "", false
	}
	v, w := text.Fold(was.span().In(a.s.text)), text.Fold(is.span().In(a.d.text))
	x, ok = lexicon.Lemma(lexicon.Noun, v)
	y, too := lexicon.Lemma(lexicon.Noun, w)
	return x, y, ok && too && (v == x) == (w == y)
}

// related reports whether two nouns may name one thing: one is a kind of the other
// or means the same.
func related(x, y string) bool {
	return kindOf(x, y) || kindOf(y, x) || lexicon.Synonyms(x, y, lexicon.Noun)
}

func kindOf(x, y string) bool {
	_, ok := lexicon.Hypernym(x, y, lexicon.Noun)
	return ok
}
