package proposition

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// What a noun makes of the clause that stands under it, "claims that", "plans to", and how firmly
// a text says that the deed was done which a noun is for.

// nounAbove returns the noun whose content a clause is: "claims that", -1 if none. A noun that a table has right before a
// "that" is it, wherever the parser hung the clause: "the claim that the dam burst went viral".
func (s *Sentence) nounAbove(c *grammar.Clause) int {
	if k := c.Mark - 1; k >= 0 && s.Tree.Tokens[k].Tag == grammar.Noun && s.Fold(k+1) == words(s.Text.Lang, complementizer) {
		if _, ok := s.signature("noun", s.Fold(k+1), s.Lemma(k)); ok {
			return k
		}
	}
	h := s.Tree.Tokens[c.Predicate].Head
	if h < 0 || !s.Tree.Tokens[h].Tag.Nominal() {
		return -1
	}
	switch c.Link {
	case grammar.Content, grammar.Reduced, grammar.Relative, grammar.Circumstance, grammar.Open:
		return h
	}
	return -1
}

// ranked reports whether the infinitive of a clause tells what somebody of a rank has done: "the first Kenyan to win it". Twins: "the right
// Kenyan to win it", "is the first choice to win it".
func (s *Sentence) ranked(c *grammar.Clause) bool {
	noun := s.Tree.Tokens[c.Predicate].Head
	if c.Mark < 0 || noun < 0 || c.Parent < 0 {
		return false
	}
	above := &s.Clauses[c.Parent]
	if c.Link == grammar.Open && noun == above.Predicate {
		noun = max(noun, above.Attribute) // "became the first Kenyan to win it"
	}
	k := s.child(noun, grammar.Amod)
	if k < 0 || noun > c.Mark || above.Tense != grammar.PastTense && !above.Perfect || !lexicon.Human(s.Text.Lang, s.Lemma(noun)) && !s.capital(noun) {
		return false
	}
	_, ok := s.signature("rank", s.joint(c), s.Lemma(k))
	return ok
}

// underNoun gives a clause that describes a noun the noun's signature, and the force
// of where the noun stands.
func (s *Sentence) underNoun(p *Proposition, c *grammar.Clause) {
	noun := s.nounAbove(c)
	if noun < 0 {
		noun = c.Noun
	}
	above := s.PredicateAbove(noun)
	if above == p {
		above = nil
	}
	if sig, ok := s.signature("noun", s.joint(c), s.Lemma(noun)); ok && s.complete(c) {
		force := Asserted
		if above != nil {
			force = above.Force
			if s.has(inquiring, above.Lemma) {
				force = Open // "are investigating reports that"
			}
		}
		if basis, ok := s.baseless(noun); ok {
			sig = basis
		}
		s.step(p, sig, s.childIs(noun, negating), force, noun)
		if s.has(infinitive, s.joint(c)) && !c.Perfect && !sig.plain.not {
			p.weaken(Planned, noun) // "the reason to sell it", "a warning to close it"
		}
		s.children(noun, func(k int, t *grammar.Token) { // "unconfirmed reports that", "the false claim that"
			if sig, ok := s.signature("refute", "", s.Lemma(k)); ok && t.Rel == grammar.Amod {
				if p.weaken(sig.plain.force, k); sig.plain.not {
					p.Negative, p.Negation = true, k
				}
			}
		})
		return
	}
	if (s.Gloss != nil && (s.preposition(noun) == "" || !s.cleaves(p)) || c.Link == grammar.Content) && c.Mark >= 0 && s.Fold(c.Mark) == words(s.Text.Lang, complementizer) {
		p.weaken(Open, noun) // what the noun makes of it no table says
	}
	joint := s.joint(c)
	if c.Link == grammar.Reduced {
		p.purpose(c, joint)
	}
	// "is on trial for taking bribes" tells of no bribe that was taken; "was hurt on his way to work while driving" does
	if c.Mark >= 0 && s.Tree.Tokens[c.Predicate].Feats.Has(grammar.Gerund) && !s.has(circumstantial, s.joint(c)) && !s.has(owning, s.joint(c)) {
		p.weaken(Open, noun)
	}
	if above != nil && c.Link != grammar.Appositive && (above.Force == Open || above.Force == Conditional) && !s.presupposed(p, c, noun) {
		p.weaken(above.Force, above.Forcer)
	}
}

// presupposed reports whether a clause tells of a noun what the sentence takes for granted, whatever it makes of the noun (Karttunen, Presupposition
// and Linguistic Context, 1974): "would have restored the ban that expired in 2004", "if the mayor, who resigned in May, stands". Twins: "the player
// who scored most in May would win it", "if a mayor resigned in May".
func (s *Sentence) presupposed(p *Proposition, c *grammar.Clause, noun int) bool {
	first := s.Tree.Tokens[c.Predicate].First
	aside := s.Tree.Tokens[first].Tag == grammar.Punctuation || s.Tree.Tokens[max(first-1, 0)].Tag == grammar.Punctuation
	dated := p.Find(func(x *Slot) bool { return x.Role == Time && x.Phrase.When != nil && x.Phrase.When.Year != 0 }) != nil
	return c.Link == grammar.Relative && s.happened(c) && (aside || dated && (s.IsName(noun) || s.Phrase(noun).Definite)) && s.at[noun] == nil
}

// happened reports whether a clause tells in its own finite verb what was so or has been.
func (s *Sentence) happened(c *grammar.Clause) bool {
	return c.Modality == grammar.Actual && (c.Tense == grammar.PastTense || c.Perfect && c.Tense == grammar.PresentTense)
}

// baseless returns the signature of "no truth in", "without foundation in" for the noun behind it.
func (s *Sentence) baseless(noun int) (signature, bool) {
	h := s.Tree.Tokens[noun].Head
	if h < 0 || s.preposition(noun) == "" {
		return signature{}, false
	}
	sig, ok := s.signature("basis", "", s.Lemma(h))
	return sig, ok && s.childIs(h, negating)
}

// complete reports whether a clause behind a noun is the noun's content, "claims that
// the dam burst", and no description of it, "claims that the court heard": nothing in
// it stands for the noun.
func (s *Sentence) complete(c *grammar.Clause) bool {
	switch c.Link {
	case grammar.Content:
		return true
	case grammar.Relative:
		if k := c.Noun + 1; k < len(s.Words) && s.Fold(k) == words(s.Text.Lang, complementizer) && s.Tree.Tokens[k].Tag == grammar.Subordinator {
			return true // "the view that the lake is shrinking", whose "that" the parser took for an object
		}
		if len(c.Objects) > 1 {
			return c.Subject >= 0
		}
		if sig, ok := s.signature("noun", "", s.Lemma(c.Noun)); ok && sig.plain.force == Planned && c.Mark < 0 && len(c.Objects) == 0 {
			return false // "the deal they signed", which is no "deal that they would sign it"
		}
		for _, o := range c.Objects {
			if o == c.Noun {
				return false
			}
		}
		return c.Subject >= 0 && !c.Borrowed
	}
	return c.Mark >= 0
}

// ForceOf returns how firmly the text says that the deed of noun i was done, and
// whether it says that it was not: "the capture of Goma" of "after the capture", "plans
// for the capture", "called for the capture".
func (s *Sentence) ForceOf(i int) (f Force, negative bool) {
	f = s.labelled(i)
	for h, top, steps := s.Tree.Tokens[i].Head, i, 0; h >= 0 && steps < len(s.Words); h, top, steps = s.Tree.Tokens[h].Head, h, steps+1 {
		if q := s.at[h]; q != nil {
			g, not := s.forceIn(q, i, top)
			return max(f, g), negative != not
		}
		s.children(h, func(k int, t *grammar.Token) { // "false reports of the death"
			if _, ok := s.signature("refute", "", s.Lemma(k)); ok && t.Rel == grammar.Amod {
				f = max(f, Open)
			}
		})
		if sig, ok := s.signature("adverb", "", s.Fold(h)+"_"+s.preposition(i)); ok {
			return max(f, sig.plain.force), negative != sig.plain.not // "far from closing"
		}
		if sig, ok := s.signature("noun", "*", s.Lemma(h)); ok {
			f, negative = max(f, sig.plain.force), negative != sig.plain.not
		}
	}
	return f, negative
}

// labelled returns how firmly the adjectives of noun i leave it that its deed was done: "the suspected theft", "the feared closure".
func (s *Sentence) labelled(i int) (f Force) {
	s.children(i, func(k int, t *grammar.Token) {
		if t.Rel != grammar.Amod {
			return
		}
		sig, ok := s.signature("adjective", "", s.Lemma(k))
		if !ok {
			sig, ok = s.signature("adjective", "", s.Fold(k)) // "suspected", which is a verb
		}
		if !ok && s.Gloss == nil {
			if verb, is := lexicon.LemmaIn(s.Text.Lang, lexicon.Verb, s.Fold(k)); is {
				sig, ok = verbSignature(s.Text.Lang, verb, words(s.Text.Lang, infinitive)) // "proposed"
			}
		}
		if !ok {
			return
		}
		if f = max(f, sig.plain.force); sig.plain.not {
			f = Open // "the near collapse"
		}
	})
	return f
}

// forceIn returns what a proposition makes of the deed of noun i, which stands in it under the noun top, itself or another.
func (s *Sentence) forceIn(q *Proposition, i, top int) (f Force, not bool) {
	if by := s.credit(q); s.isSpeech(q) && by.not {
		return max(q.Force, Reported), true // "falsely announced the death"
	}
	if sig, ok := verbSignature(s.Text.Lang, q.Lemma, s.preposition(i)); ok && q.Kind == Event && !s.has(presupposing, q.Lemma) && !s.acts(top, q) {
		o := sig.of(q.Negative)
		return max(q.Force, o.force), o.not
	}
	if q.Kind == Event {
		if f = q.Force; s.wanted(top, q) {
			f = max(f, Open) // "backed the closure"
		}
		return f, q.Negative && s.has(happening, q.Lemma) // "the spread is not due to wind" has it spread
	}
	sig, ok := s.signature("refute", "", q.Lemma) // "reports of the death were false"
	if !ok || q.Negative {
		sig, ok = s.signature("adjective", "", q.Lemma) // "the closure is unlikely"
		ok = ok && (sig.plain.not || sig.plain.force == Alleged)
	}
	if !ok && !q.Negative {
		sig, ok = s.signature("noun", "*", q.Lemma) // "the death is a rumour"
		ok = ok && (sig.plain.not || sig.plain.force >= Alleged)
	}
	if ok {
		return max(q.Force, sig.plain.force), sig.plain.not
	}
	return q.Force, q.Negative && s.has(happening, q.Lemma)
}

// acts reports whether noun i does to something what the predicate tells, so that it came about: "the closure prevented a massacre". Twins: "the
// closure was prevented", "the closure fell through".
func (s *Sentence) acts(i int, q *Proposition) bool {
	return s.Tree.Tokens[i].Rel == grammar.Nsubj && !q.Passive && q.Fill(Patient) != nil
}

// wanted reports whether noun i is what the predicate is aimed at and no table says that this is done then: "fought the closure",
// "voted for the closure". Twins: "condemned the closure", "fled after the closure", "the closure cost jobs".
func (s *Sentence) wanted(i int, q *Proposition) bool {
	t := &s.Tree.Tokens[i]
	return (t.Rel == grammar.Obj || t.Rel == grammar.Obl && s.has(aiming, s.preposition(i))) && !s.has(happening, q.Lemma) && !s.has(presupposing, q.Lemma)
}
