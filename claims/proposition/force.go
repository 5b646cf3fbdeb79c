package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// How firmly a text says something is a matter of what stands above it. "Ford took
// bribes" is asserted, denied, alleged or open according to whether Ford "took", "was
// cleared of taking", "is accused of taking" or "feared to be taken for taking" them.
// Each word that can stand above a clause has a signature: what follows for the clause
// if the word is asserted, and what if it is negated. The force of a proposition is
// found from the top of the tree down: each step takes the weaker of the force above
// and of the signature, and turns the polarity if the signature is of a falsehood.

// weigh finds force and polarity of every proposition, from the top of the tree down.
func (s *Sentence) weigh() {
	asks := s.asks() || s.plot()
	var visit func(p *Proposition, depth int)
	visit = func(p *Proposition, depth int) {
		if p.weighed || depth > len(s.Propositions) {
			return
		}
		p.weighed = true
		if p.Above != nil {
			visit(p.Above, depth+1)
		}
		s.own(p, p.Clause)
		s.inherit(p, p.Clause)
		if asks {
			p.Force = Open
		}
	}
	s.conditions()
	s.stray()
	for _, p := range s.Propositions {
		visit(p, 0)
	}
	for _, p := range s.Propositions {
		s.refute(p)
	}
	s.refuted()
	s.imagine()
}

// conditions weakens what holds only under a condition: "closes if the rains come".
func (s *Sentence) conditions() {
	for _, p := range s.Propositions {
		if p.Above == nil {
			continue
		}
		under := func(q *Proposition) bool { return q.Above == p }
		k := min(p.Head+1, len(s.Words)-1)
		opensObject := k > p.Head && (s.Tree.Tokens[k].Tag == grammar.Determiner || s.Tree.Tokens[k].Tag == grammar.Pronoun) // "provided the boiler passes"
		if s.conditional(p.Head) && (slices.ContainsFunc(s.Propositions, under) || p.Link == grammar.Reduced && opensObject) {
			p.Above.weaken(Conditional, p.Head) // "provided the river stays below two metres"
		}
		if p.Mark >= 0 && p.Link == grammar.Circumstance && p.Above.Content() == nil && s.conditional(p.Mark) { // "said that" it is said whatever comes
			p.Above.weaken(Conditional, p.Mark)
		}
	}
}

// conditional reports whether word i opens a condition: "if".
func (s *Sentence) conditional(i int) bool {
	sig, ok := s.signature("mark", "", s.Fold(i))
	return ok && sig.plain.force == Conditional
}

// neither denies a proposition where a word before word h, its predicate or who shares it, denies each of a list: "neither
// the driver nor his passenger was hurt", "neither Bunia nor Goma was".
func (s *Sentence) neither(p *Proposition, h int) {
	s.children(h, func(k int, t *grammar.Token) {
		if t.Rel == grammar.Cc && k < h && !p.Negative && s.has(neither, s.Fold(k)) {
			p.Negative, p.Negation = true, k
		}
	})
}

// own finds what the words beside the predicate make of it: modals, tense, adverbs,
// the mark that opens the clause.
func (s *Sentence) own(p *Proposition, c *grammar.Clause) {
	inverted := len(c.Auxiliaries) > 0 && c.Auxiliaries[0] < c.Subject
	for _, x := range p.Slots {
		if (x.Role == Agent || x.Role == Patient || inverted && x.Phrase.Head < c.Auxiliaries[0]) && !p.Negative && s.has(negating, x.Phrase.Quantifier) {
			p.Negative, p.Negation = true, x.Phrase.First // "no shepherd singing on the hill", "on no account did he sing"
			if x.Role != Agent && x.Role != Patient {
				p.drop(x.Phrase.First-1, x.Phrase.End)
			}
			break
		}
	}
	s.neither(p, c.Predicate)
	for _, x := range p.Slots {
		if x.Role == Agent || x.Role == Patient {
			s.neither(p, x.Phrase.Head)
		}
	}
	s.modal(p, c)
	lang := s.Text.Lang
	for _, a := range c.Adverbs {
		if (s.manyAt(a) != nil || s.Amount(a) != nil) && a+1 != c.Predicate {
			continue // "nearly all the miners were rescued"; not "is half finished"
		}
		w, first := s.Lemma(a), a
		if a > 0 && c.Negation < 0 {
			if _, ok := signatureOf(lang, "adverb", "", s.Fold(a-1)+"_"+s.Fold(a)); ok {
				w, first = s.Fold(a-1)+"_"+s.Fold(a), a-1 // "no longer"
			}
		}
		if sig, ok := signatureOf(lang, "adverb", "", w); ok {
			s.step(p, sig, false, Asserted, a)
			p.drop(first, a+1)
		}
	}
	if k := c.Mark - 1; k >= 0 {
		if sig, ok := signatureOf(lang, "adverb", "", s.Fold(k)+"_"+s.Fold(c.Mark)); ok {
			p.Force, p.settled = Asserted, true // "has yet to visit", which is no "has to"
			s.step(p, sig, false, Asserted, k)
		}
	}
	if !p.Negative && s.alternative(p, c) {
		p.weaken(Alleged, p.Head)
		if p.Force == Planned {
			p.weaken(Open, p.Head) // "either Hull or Derby will host it"
		}
	}
	s.children(c.Predicate, func(k int, t *grammar.Token) {
		if t.Rel != grammar.Mark && k != c.Mark || k == c.Negation { // "without" is a negation already
			return
		}
		if sig, ok := signatureOf(lang, "mark", "", s.Fold(k)); ok {
			s.step(p, sig, false, Asserted, k)
		}
		if up := p.Above; up != nil && s.has(priors, s.Fold(k)) && s.has(cutting, up.Lemma) {
			p.weaken(Open, k) // "sank before it reached Goma"; twin: "was mayor before he became minister"
		}
	})
}

// alternative reports whether a clause says of one of two that it is so, or one of two things: "either the
// cook or the guard left", "will sell or close it".
func (s *Sentence) alternative(p *Proposition, c *grammar.Clause) bool {
	return s.disjoined(c.Predicate) || p.Find(func(x *Slot) bool {
		return (x.Role == Agent || x.Role == Patient || x.Role == Attribute) && x.Phrase.Sentence == s && s.disjoined(x.Phrase.Head)
	}) != nil
}

// disjoined reports whether word k is one of several between which there is an "or".
func (s *Sentence) disjoined(k int) bool {
	or := func(k int) bool {
		found := false
		s.children(k, func(i int, t *grammar.Token) { found = found || t.Rel == grammar.Cc && s.has(disjoining, s.Fold(i)) })
		return found && s.Tree.Tokens[k].Rel == grammar.Conj && !s.MeasuredAgain(k)
	}
	found := or(k)
	s.children(k, func(i int, t *grammar.Token) { found = found || t.Rel == grammar.Conj && or(i) })
	return found
}

// drop takes out the circumstances among the words from first to end, which say no more than force and
// polarity do.
func (p *Proposition) drop(first, end int) {
	p.Slots = slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool {
		return (x.Role == Manner || x.Role == Oblique || x.Role == Time) && x.Phrase.Head >= first && x.Phrase.Head < end
	})
	for i := max(first, 0); i < end; i++ {
		p.Operators = append(p.Operators, i)
	}
}

// modal weakens a clause by its modal, and by what is yet to come.
func (s *Sentence) modal(p *Proposition, c *grammar.Clause) {
	modality := c.Modality
	if s.wasTo(c) {
		modality = grammar.Intended
	}
	switch modality {
	case grammar.Possible:
		p.weaken(Alleged, c.Modal)
	case grammar.Necessary, grammar.Intended:
		p.weaken(Planned, c.Modal)
	case grammar.Conditional, grammar.Hearsay:
		switch {
		case !c.Perfect && s.backshifted(p):
			p.weaken(Planned, c.Modal) // "said that it would close the plant", "a dit qu'elle fermerait l'usine"
			p.Tense = grammar.FutureTense
		case modality == grammar.Hearsay:
			p.weaken(Alleged, c.Modal)
		default:
			p.weaken(Conditional, c.Modal)
		}
	}
	if c.Tense == grammar.FutureTense {
		p.weaken(Planned, p.Head)
	}
}

// weaken lowers the force to f, for word k.
func (p *Proposition) weaken(f Force, k int) {
	if f > p.Force {
		p.Force, p.Forcer = f, k
	}
}

// step applies the signature of word k to a proposition under it.
func (s *Sentence) step(p *Proposition, sig signature, negated bool, above Force, k int) {
	o := sig.of(negated)
	f, not := max(above, o.force), p.Negative != o.not
	if not != p.Negative {
		p.Negative, p.Negation = not, k
	}
	p.Over = p.Over || o.over
	p.weaken(f, k)
}

// inherit takes over what stands above a proposition.
func (s *Sentence) inherit(p *Proposition, c *grammar.Clause) {
	if p.settled || s.ranked(c) {
		return
	}
	if c.Noun >= 0 && (c.Link == grammar.Relative || c.Link == grammar.Reduced || c.Link == grammar.Appositive) || s.nounAbove(c) >= 0 {
		s.underNoun(p, c)
		return
	}
	q := p.Above
	if q == nil {
		return
	}
	if c.Link == grammar.Circumstance && c.Mark > 0 && s.has(excluding, s.Fold(c.Mark-1)) {
		p.weaken(Open, c.Mark-1) // "resigned not because he was ill"
	}
	switch c.Link {
	case grammar.Content, grammar.Open, grammar.Circumstance, grammar.SubjectClause:
		if c.Link == grammar.Circumstance && c.Perfect && c.Mark < 0 && s.Tree.Tokens[c.Auxiliaries[0]].Feats.Has(grammar.Gerund) {
			break // "the strike will end, the guards having obtained their pay": that they have is no plan
		}
		if sig, at := s.degree(q, c); at >= 0 {
			s.step(p, sig, q.Negative, q.Force, at)
			break
		}
		if joint := s.joint(c); c.Link != grammar.Circumstance || !s.saidForItself(p, q, c, joint) {
			s.underVerb(p, q, c, joint)
		}
	case grammar.Coordinated:
		if q.Clause.Modality == grammar.Hearsay && c.Modality == grammar.Actual && c.Tense != grammar.NoTense {
			break // "aurait agi seul et n'était pas connu": that he was not is no hearsay
		}
		p.weaken(q.Force, q.Forcer)
	}
}

// degree returns what an adverb of the predicate of q makes of an infinitive under it, and the
// word; -1 if there is none: who is "too ill to travel" does not. So does how long it took.
func (s *Sentence) degree(q *Proposition, c *grammar.Clause) (signature, int) {
	if c.Mark < 0 || !s.has(infinitive, s.Fold(c.Mark)) {
		return signature{}, -1
	}
	if sig, ok := s.signature("spending", s.joint(c), q.Lemma); ok && q.Tense == grammar.PastTense && q.Find(func(x *Slot) bool { return x.Role != Agent && x.Phrase.lasts() }) != nil {
		return sig, q.Head // "took six hours to put it out", not "took more men to put it out"
	}
	for _, x := range q.Slots {
		if x.Role == Manner && x.Phrase.Head < q.Head {
			if sig, ok := signatureOf(s.Text.Lang, "degree", "", x.Phrase.Lemma); ok {
				return sig, x.Phrase.Head
			}
		}
	}
	return signature{}, -1
}

// partOf returns the part of speech by which signatures list the predicate of a proposition.
func partOf(q *Proposition) string {
	if q.Kind == State {
		return "adjective"
	}
	return "verb"
}

// underVerb gives the clause p what the predicate of q makes of what stands under it.
func (s *Sentence) underVerb(p, q *Proposition, c *grammar.Clause, joint string) {
	sig, ok := s.signature(partOf(q), joint, q.Lemma)
	if !ok && q.Kind != State {
		sig, ok = verbSignature(s.Text.Lang, q.Lemma, joint)
	}
	if !ok {
		p.weaken(q.Force, q.Forcer)
		if s.decides(q, p) {
			return // "voted to reject the plan"
		}
		depictive := c.Mark < 0 && s.Tree.Tokens[c.Predicate].Feats.Has(grammar.Participle) && q.Death() // "sont morts noyés"; not "semble détruit"
		if s.Gloss != nil && c.Link != grammar.Circumstance && !depictive || c.Mark >= 0 && joint == words(s.Text.Lang, complementizer) && c.Link == grammar.Content && q.Kind == Event {
			p.weaken(Open, q.Head) // what the word above makes of it no table says
		}
		if q.Negative && c.Link == grammar.Open {
			p.weaken(Open, q.Negation)
		}
		p.purpose(c, joint)
		return
	}
	if sig.plain.force == Planned && c.Link != grammar.Content && q.Fill(Patient) != nil && !q.Passive && !s.has(commanding, q.Lemma) {
		sig.plain.force = Open // "wanted the court to ban it": the court may not have planned to
	}
	s.step(p, sig, q.Negative, q.Force, q.Head)
	by := s.credit(p.Above)
	if p.weaken(by.force, q.Head); by.not {
		p.Negative, p.Negation = !p.Negative, q.Head
		p.Force = max(q.Force, Reported)
	}
}

// asks reports whether the sentence is a question.
func (s *Sentence) asks() bool {
	return slices.ContainsFunc(s.Words[max(0, len(s.Words)-3):], func(w text.Word) bool { return w.In(s.Text.Src) == "?" })
}

// backshifted reports whether a clause is what somebody said in the past, so that "would"
// is the "will" that was said: no condition stands with it.
func (s *Sentence) backshifted(p *Proposition) bool {
	q := p.Above
	return p.Link == grammar.Content && q != nil && q.Tense == grammar.PastTense && s.isSpeech(q) &&
		!slices.ContainsFunc(s.Propositions, func(c *Proposition) bool { return c.Above == p && c.Mark >= 0 && s.conditional(c.Mark) })
}

// wasTo reports whether a clause tells what was to be: "was to be held on Sunday".
func (s *Sentence) wasTo(c *grammar.Clause) bool {
	for k := c.Predicate - 1; k > 0 && k >= c.Predicate-3; k-- {
		if s.has(infinitive, s.Fold(k)) {
			if k-1 == c.Negation && k > 1 {
				k--
			}
			t := &s.Tree.Tokens[k-1]
			return t.Tag == grammar.Auxiliary && s.has(being, s.Lemma(k-1))
		}
	}
	return false
}

// decides reports whether the vote that q tells does what p does: "Parliament voted to approve the law". Twins: "forty lawmakers
// voted to approve it", "voted to sell the building".
func (s *Sentence) decides(q, p *Proposition) bool {
	who := q.Fill(Agent)
	body := argument{filler: string(assemblies)}
	return s.Lemma(q.Head) == stands(s.Text.Lang, voting, p.Lemma) && who != nil && !who.Phrase.Token().Feats.Has(grammar.Plural) && body.fills(who.Phrase) != nil
}
