package proposition

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// Whether the small word behind a verb makes another verb of it, "called off", or joins a noun to it, "sank off Samos".

// beforeDay returns the particle of a verb that stands right before a day, where the parser has it for the day's preposition: "was called off
// Monday". It returns -1 if there is none.
func (s *Sentence) beforeDay(verb string, c *grammar.Clause) int {
	k := c.Predicate + 1
	if c.Particle >= 0 || s.Text.Foreign || k+1 >= len(s.Words) || s.When(k+1) == nil || !s.particle(verb, k) {
		return -1
	}
	return k
}

// particle reports whether word k makes another verb of a verb, which is known.
func (s *Sentence) particle(verb string, k int) bool {
	return s.has(particles, s.Fold(k)) && s.knownVerb(verb+"_"+s.Fold(k))
}

// takeParticle makes the verb with its particle, word k, the predicate.
func (p *Proposition) takeParticle(k int) {
	p.Lemma += "_" + p.Sentence.Fold(k)
	p.Operators = append(p.Operators, k)
}

// knownVerb reports whether a verb and its particle, joined by a low line, are in the dictionary or among the wordings.
func (s *Sentence) knownVerb(lemma string) bool {
	return lexicon.Known(lemma, lexicon.Verb) || readWordings().senses[wordingKey{s.Text.Lang, "verb", lemma}] != nil
}
