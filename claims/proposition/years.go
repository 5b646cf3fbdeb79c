package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// How old somebody is as French tells it: "âgé de 25 ans", "a 25 ans", "un homme de 25 ans", "mort à 25 ans".

// yearsOld reports whether the years at word i, which a text may have for how long, are how old a person is: "a 25 ans", "un
// homme de 25 ans", "mort à 25 ans". Twins: "a 25 ans de prison", "une peine de 25 ans".
func (s *Sentence) yearsOld(i int, m *quantity.Mention) bool {
	if s.Gloss == nil || m.Unit.String() != words(s.Text.Lang, lasting) || i < 2 {
		return false
	}
	if s.has(owning, s.Fold(i-1)) {
		return isPerson(s.Text.Lang, s.Lemma(i-2)) && s.Tree.Under(i, i-2)
	}
	p, x := s.holder(m)
	if p == nil || len(x.Phrase.Modifiers) > 0 {
		return false
	}
	who := p.Fill(Agent)
	switch {
	case who == nil || who.Phrase.Name == "" && !isPerson(s.Text.Lang, who.Phrase.Lemma) && !who.Phrase.Pronoun:
		return false
	case x.Role == Patient:
		return s.has(having, p.Lemma)
	}
	return s.has(dying, p.Lemma) && s.has(inside, x.Preposition)
}

// holder returns the proposition in which a number stands in a slot by itself, and the slot; nil if none does.
func (s *Sentence) holder(m *quantity.Mention) (*Proposition, *Slot) {
	for _, p := range s.Propositions {
		for k := range p.Slots {
			if x := &p.Slots[k]; x.Role != Agent && !p.Aside && x.Phrase.Amount == m {
				return p, x
			}
		}
	}
	return nil, nil
}

// ofAge returns whom the adjective "âgé" describes, without it: it is said by itself. Nil if it describes nobody.
func (s *Sentence) ofAge(old int) *Phrase {
	h := s.Tree.Tokens[old].Head
	if h < 0 || s.Tree.Tokens[old].Rel != grammar.Amod || !s.Tree.Tokens[h].Tag.Nominal() {
		return nil
	}
	who := s.Phrase(h)
	who.ageless(old)
	return who
}

// ageless takes what holds word i, which is said by itself, out of what describes the phrase.
func (p *Phrase) ageless(i int) {
	p.Modifiers = slices.DeleteFunc(slices.Clone(p.Modifiers), func(x Slot) bool {
		return x.Phrase.Head != p.Head && p.Sentence.Tree.Under(i, x.Phrase.Head)
	})
}
