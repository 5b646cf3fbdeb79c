package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// The circumstances of a clause; and what a clause that tells one keeps to itself: it does not hang on the signature of the predicate above it.

// around gives a proposition the circumstances and adverbs of its clause.
func (s *Sentence) around(p *Proposition, c *grammar.Clause) {
	for _, o := range c.Obliques {
		s.each(o.Head, func(k int) {
			at, n := s.child(k, grammar.Case), s.Phrase(k).Amount
			numbers := at >= 0 && n != nil && n.Direction == 0 && s.At[at] >= n.First && s.At[at] < n.Core // "demands up to 15 million dollars"; not "rose to 15 million"
			if s.Gloss != nil && s.Gloss.Object[k] || p.Kind == Event && !p.Passive && len(c.Objects) == 0 && numbers {
				p.fill(Patient, "", k)
				return
			}
			prep := s.preposition(k)
			if prep == "" {
				prep = s.preposition(o.Head)
			}
			p.fill(Oblique, prep, k)
		})
	}
	for _, a := range c.Adverbs {
		if s.silent(a, c) {
			continue
		}
		if c.Particle < 0 && len(c.Objects) > 0 && c.Objects[0] > p.Head && a > c.Objects[0] && s.particle(p.Lemma, a) {
			p.takeParticle(a) // "handed the town over"
			continue
		}
		if n := s.whereat(a); n >= 0 {
			p.fill(Oblique, words(s.Text.Lang, inside), n)
		}
		limits := a > 0 && a-1 == c.Negation && s.has(limiting, s.Fold(a)) // "not only"
		if a != c.Negation && s.manyAt(a) == nil && !s.has(asking, s.Fold(a)) && !limits {
			p.fill(Manner, "", a)
		}
	}
}

// whereat returns the noun right in front of adverb a, if that is the "where" of a clause: "Leeds, where it played". -1 if it is none.
func (s *Sentence) whereat(a int) int {
	k := a - 1
	if !s.has(locating, s.Fold(a)) || k < 1 || s.Gloss != nil {
		return -1
	}
	if s.Tree.Tokens[k].Tag == grammar.Punctuation {
		k--
	}
	for t := &s.Tree.Tokens[k]; t.Rel == grammar.Flat && t.Head < k; t = &s.Tree.Tokens[k] {
		k = t.Head
	}
	if !s.Tree.Tokens[k].Tag.Nominal() {
		return -1
	}
	return k
}

// silent reports whether an adverb of a foreign text has no English word of its own: "pas"
// of "n'a pas", "plus" of "n'est plus".
func (s *Sentence) silent(a int, c *grammar.Clause) bool {
	return s.Gloss != nil && (s.Fold(a) == "" || c.Negation >= 0 && (a > c.Negation && s.Fold(a) == s.Fold(c.Negation) || s.has(quantifying, s.Fold(a))))
}

// saidForItself reports whether a circumstance under q, which a word may join, does not hang on
// the signature of q's predicate: "while", "because", "closed the port, forcing ferries to
// turn back". What it then makes of the clause p is done.
func (s *Sentence) saidForItself(p, q *Proposition, c *grammar.Clause, joint string) bool {
	gerund := s.Tree.Tokens[c.Predicate].Feats.Has(grammar.Gerund) || s.having(c)
	switch {
	case s.has(instrumental, joint) && !q.Force.Firm():
		p.weaken(q.Force, q.Forcer) // "by selling the mill, the town would save money"
		return true
	case joint != "" && !s.governs(q.Lemma, joint), s.has(infinitive, s.joint(c)) && q.Fill(Patient) == nil && q.Find(func(x *Slot) bool { // "came under fire to release them", which is no "came to release them"
		return x.Role == Oblique && x.Phrase.Head > q.Head && x.Phrase.Head < c.Predicate
	}) != nil:
		p.purpose(c, joint)
		if !gerund || s.has(circumstantial, joint) {
			return true
		}
		if sig, ok := s.signature(partOf(q), joint, q.Lemma); ok {
			s.step(p, sig, q.Negative, q.Force, q.Head)
			return true
		}
		p.weaken(Open, q.Head) // "keen on signing", where no table has "keen on"
		return true
	case joint == "" && s.happened(c) && s.child(c.Predicate, grammar.Advmod) >= 0 && s.has(locating, s.Fold(s.child(c.Predicate, grammar.Advmod))):
		return true // "may move to Leeds, where it played in 1921"
	case s.happened(c) && c.Tense == grammar.PastTense && q.Above != nil && s.has(having, q.Above.Lemma) && q.Above.Tense == grammar.PastTense && p.Opener() >= 0 && s.has(whereupon, s.Fold(p.Opener())):
		return true // "had to leave when it erupted"; twin: "planned to leave when it erupted"
	case joint == "" && s.aside(c) && q.Force == Planned && q.Tense == grammar.FutureTense && c.Predicate < q.Head && c.Voice == grammar.PassiveVoice:
		return true // "elected in 2019, he will not stand again"; twin: "will be pulled down, replaced by a tunnel"
	case joint == "" && s.aside(c):
		p.weaken(q.Force, q.Forcer) // "appointed in May, he was dismissed in June"
		return true
	case joint == "" && gerund:
		if sig, ok := s.signature(partOf(q), "", q.Lemma); ok && (q.Passive || q.Fill(Patient) == nil) {
			s.step(p, sig, q.Negative, q.Force, q.Head) // "was spared signing the treaty"
			return true
		}
		p.weaken(q.Force, q.Forcer)
		return true
	}
	return false
}

// ordered gives a passive the agent that the parser hung on the infinitive under it: "was ordered to pay the town 2 million euros by a judge". Twin:
// "was ordered to stand by the door".
func (s *Sentence) ordered() {
	for _, p := range s.told() {
		up := p.Above
		if up == nil || p.Link != grammar.Open || !up.Passive || p.Passive || up.Fill(Agent) != nil {
			continue
		}
		k := slices.IndexFunc(p.Slots, func(x Slot) bool {
			return x.Role == Oblique && s.has(agentive, x.Preposition) && x.Phrase.Head > p.Head && x.Phrase.When == nil && (s.person(x.Phrase) || x.Phrase.Person() || s.has(judging, x.Phrase.Lemma))
		})
		if k >= 0 {
			up.Slots = append(up.Slots, Slot{Role: Agent, Phrase: p.Slots[k].Phrase})
			p.Slots = slices.Delete(slices.Clone(p.Slots), k, k+1)
		}
	}
}

// aside reports whether a clause is a participle that a comma parts from what it stands under.
func (s *Sentence) aside(c *grammar.Clause) bool {
	t := &s.Tree.Tokens[c.Predicate]
	comma := func(k int) bool { return k >= 0 && k < len(s.Words) && s.Tree.Tokens[k].Tag == grammar.Punctuation }
	return (t.Feats.Has(grammar.Participle) || c.Voice == grammar.PassiveVoice) && len(c.Auxiliaries) == 0 && (comma(t.End) || comma(t.End-1) || comma(t.First-1))
}

// purpose weakens an infinitive that no table says has come about: "met to free the hostages", "was reluctant to sign".
func (p *Proposition) purpose(c *grammar.Clause, joint string) {
	if (c.Link == grammar.Circumstance || c.Link == grammar.Reduced || c.Link == grammar.Open) && p.Sentence.has(infinitive, joint) {
		if p.reaches() {
			p.weaken(p.Above.Force, p.Above.Forcer)
			return
		}
		p.weaken(Planned, p.Head)
	}
}

// stray weakens a clause for a phrase that stands where no adverb does: "On paper, the firm employs 40".
func (s *Sentence) stray() {
	for _, p := range s.Propositions {
		slots := p.Slots
		for _, x := range p.Slots {
			slots = append(slots[:len(slots):len(slots)], x.Phrase.Modifiers...) // "lowered blood pressure in rats"
		}
		for _, x := range slots {
			sig, ok := s.signature("adverb", "", x.how())
			if !ok && p.Kind == State && x.Phrase.Head < p.Head && s.has(aiming, x.Preposition) {
				sig, ok = s.with("teller", "", x.Phrase.Head) // "for his admirers, he is the finest tenor"
			}
			for _, m := range x.Phrase.Modifiers {
				if !ok && m.Role == Modifier {
					sig, ok = s.signature("adverb", "", x.Preposition+"_"+m.Phrase.Lemma) // "under a draft law"
				}
			}
			if ok && x.Role == Oblique && (sig.plain.force != Conditional || p.Tense != grammar.PastTense) {
				p.weaken(sig.plain.force, x.Phrase.Head)
			}
		}
	}
}

// reaches reports whether a clause tells how far what is told above rose or fell: "rents rose 12 percent to reach 1,450 euros". Twin: "the climbers
// rose early to reach 4,000 metres".
func (p *Proposition) reaches() bool {
	s, what, above := p.Sentence, p.Fill(Patient), p.Above
	return above != nil && !above.Negative && stands(s.Text.Lang, movements, above.Lemma) != "" && s.has(reaching, p.Lemma) && what != nil && what.Phrase.Amount != nil &&
		above.Find(func(x *Slot) bool { return x.Phrase.Amount != nil && x.Phrase.Amount.Dimension() == quantity.Ratio }) != nil
}
