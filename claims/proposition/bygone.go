package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
)

// Who was something once need not be it today, "former minister", "was once", and who is something
// with less than the whole of it, "deputy minister", "acting president", is not it at all. Tables list both: the
// classes bygone, formerly and lessening.

// bygone finds what is told as so once, and what stands in front of a title without hanging on it:
// "then-president Kabila", "acting mayor Ana Ruiz".
func (s *Sentence) bygone() {
	for _, p := range s.Propositions {
		p.notUntil()
		for _, x := range p.Slots {
			if x.Role == Manner && (s.has(formerly, s.Fold(x.Phrase.Head)) || s.has(formerly, x.Phrase.Lemma)) {
				p.Over = true
				p.drop(x.Phrase.Head, x.Phrase.Head+1)
			}
		}
		p.Over = p.Over || p.Tense == grammar.PastTense && p.until() != nil && !s.has(deferring, p.Lemma) // "headed the service until 2020", not "put off the vote until June"
		if what := p.Fill(Attribute); what != nil && p.Kind == State {
			what.Phrase = p.lessened(what.Phrase)
		}
	}
}

// until returns the slot for until when it was so, nil if there is none.
func (p *Proposition) until() *Slot {
	return p.Find(func(x *Slot) bool {
		return x.Role == Time && x.Phrase.When != nil && x.Phrase.When.Relation == date.Until
	})
}

// notUntil reads what did not happen until a day as what happened then: "did not reach Orlau until 1971". Twin: "will not close until
// June", which it may not do then either.
func (p *Proposition) notUntil() {
	x := p.until()
	if x == nil || !p.Negative || p.Tense != grammar.PastTense || p.Negation < 0 || !p.Sentence.has(excluding, p.Sentence.Fold(p.Negation)) {
		return
	}
	f, when := *x.Phrase, *x.Phrase.When
	when.Relation = date.In
	f.When, x.Phrase, x.Preposition = &when, &f, ""
	p.Operators = append(p.Operators, p.Negation)
	p.Negative, p.Negation, p.NotBefore = false, -1, true
}

// lessened notes that what somebody is is over, and returns it with a word in front of it that lessens it.
func (p *Proposition) lessened(f *Phrase) *Phrase {
	s, first := p.Sentence, f.First
	if before, what, ok := strings.Cut(f.Lemma, "-"); ok && s.has(bygone, before) {
		g := *f
		g.Lemma, p.Lemma, p.Over = what, what, true // "the ex-minister"
		return &g
	}
	for _, m := range f.Modifiers {
		first = min(first, m.Phrase.First)
	}
	for i := f.Head - 1; i >= 0 && i >= first-2 && s.Tree.Tokens[i].Tag != grammar.Punctuation || s.joins(i); i-- {
		w := s.hyphened(i)
		if s.has(bygone, w) {
			p.Over = true
		} else if !s.has(lessening, w) {
			continue
		}
		if described := slices.ContainsFunc(f.Modifiers, func(x Slot) bool { return x.Phrase.Head == i }); !described {
			g := *f
			g.First = min(i, g.First)
			g.Modifiers = append(slices.Clone(g.Modifiers), Slot{Role: Modifier, Phrase: s.Phrase(i)})
			return &g
		}
	}
	return f
}

// joins reports whether word i is a hyphen between two words: "then-president".
func (s *Sentence) joins(i int) bool {
	return i > 0 && s.Words[i].In(s.Text.Src) == "-" && s.Words[i-1].End == s.Words[i].Start
}

// hyphened returns word i with the one that a hyphen joins to it in front: "self-styled".
func (s *Sentence) hyphened(i int) string {
	if i > 1 && s.joins(i-1) {
		return s.Fold(i-2) + "-" + s.Fold(i)
	}
	return s.Fold(i)
}

// Bygone reports whether the word at the head of a phrase says that what it describes is over: "former".
func (p *Phrase) Bygone() bool {
	return p.Sentence.has(bygone, p.Sentence.Fold(p.Head)) || p.Sentence.has(bygone, p.Lemma)
}

// Lessens reports whether it makes less of the role that it describes: "deputy".
func (p *Phrase) Lessens() bool {
	s := p.Sentence
	return s.has(lessening, s.Fold(p.Head)) || s.has(lessening, p.Lemma) || s.has(lessening, s.hyphened(p.Head))
}
