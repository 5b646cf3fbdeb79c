package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// What is counted where a bare number stands for it, or a noun that says no more than that it is counted.

// counted gives a number that stands alone the noun that it counts, puts what is counted in the place of its number, and a measure that somebody
// has into the form in which others tell it.
func (s *Sentence) counted() {
	for _, p := range s.told() {
		for i := range p.Slots {
			x := &p.Slots[i]
			if n := p.counting(x); n != nil {
				x.Phrase = n
			}
			if n := p.bareOf(x); n != nil {
				f := *x.Phrase
				f.Lemma = n.Lemma
				x.Phrase = &f
			}
		}
		p.measures()
	}
}

// counting returns what slot x says the number of where that rises or falls: "the number of cases fell", "cases fell". Nil if it says something else.
func (p *Proposition) counting(x *Slot) *Phrase {
	s, f := p.Sentence, x.Phrase
	if x.Role != Agent && x.Role != Patient || !s.has(counters, f.Lemma) || !f.Definite || len(f.Modifiers) != 1 ||
		!s.has(climbing, p.Lemma) && !s.has(sliding, p.Lemma) && !s.has(multiplying, p.Lemma) && stands(s.Text.Lang, movements, p.Lemma) == "" {
		return nil
	}
	if m := f.Modifiers[0]; m.Role == Owner && m.Preposition != "" && m.Phrase.Name == "" {
		return m.Phrase
	}
	return nil
}

// bareOf returns the noun that the bare number of slot x counts, told in the same place of the clause that it goes on from: "one attacker was
// killed and six were captured", "destroyed 12 houses and damaged 30 more". Nil if there is none.
func (p *Proposition) bareOf(x *Slot) *Phrase {
	s, up := p.Sentence, p.Above
	if n := x.Phrase.Amount; up == nil || p.Link != grammar.Coordinated || n == nil || n.Kind != quantity.Count || s.At[x.Phrase.Head] >= n.End && !s.has(additional, s.Fold(x.Phrase.Head)) {
		return nil
	}
	if k := p.Head + 1; p.Passive && k < len(s.Words) && s.Tree.Tokens[k].Tag.Nominal() {
		return nil // "and 12 injured rebels captured"
	}
	for i := range up.Slots {
		y := &up.Slots[i]
		if f := y.Phrase; p.subject(x) == up.subject(y) && (x.Role == y.Role || p.subject(x)) && f.Amount != nil && f.Amount.Kind == quantity.Count && f.Name == "" && s.At[f.Head] >= f.Amount.End {
			return f
		}
	}
	return nil
}

// subject reports whether a slot holds whom the clause is about.
func (p *Proposition) subject(x *Slot) bool {
	return x.Role == Agent && !p.Passive || x.Role == Patient && p.Passive
}

// measures reads "has a population of 12 million" as "its population is 12 million".
func (p *Proposition) measures() {
	s, who, what := p.Sentence, p.Fill(Agent), p.Fill(Patient)
	if who == nil || what == nil || !s.has(having, p.Lemma) || p.Negative || what.Phrase.Amount != nil || len(what.Phrase.Modifiers) != 1 {
		return
	}
	of := what.Phrase.Modifiers[0]
	if of.Role != Owner || of.Preposition == "" || of.Phrase.Amount == nil || of.Phrase.Name != "" {
		return
	}
	f := *what.Phrase
	f.Modifiers, f.Definite = []Slot{{Role: Owner, Phrase: who.Phrase}}, true
	f.End = f.Head + 1
	p.Kind, p.Head, p.Lemma = State, of.Phrase.Head, of.Phrase.Lemma
	p.Operators = append(slices.Clone(p.Operators), p.Clause.Predicate)
	agent := Slot{Role: Agent, Phrase: &f}
	p.Slots = append([]Slot{{Role: Attribute, Phrase: of.Phrase}, agent}, slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return x.Role == Agent || x.Role == Patient })...)
}
