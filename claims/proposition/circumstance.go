package proposition

import (
	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// What a clause that tells a circumstance keeps to itself: it does not hang on the signature of the predicate above it.

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
