package proposition

import (

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// Coreference inside a sentence: "its" for who does it, "it" and "he" for who says it.

// owners links "its" in what is done to whoever does it, or in what opens the sentence, where that has a name and is no person: "South
// Sudan devalued its currency", "After its defeat, Ghana".
func (s *Sentence) owners() {
	for _, p := range s.Propositions {
		who := p.Fill(Agent)
		if who == nil || who.Phrase.Name == "" || s.person(who.Phrase) {
			continue
		}
		for _, x := range p.Slots {
			for _, m := range x.Phrase.Modifiers {
				if f := m.Phrase; (x.Role == Patient || x.Role == Oblique && f.Head < who.Phrase.First) && m.Role == Owner && f.Pronoun && f.Name == "" && s.has(itsOwn, s.Fold(f.Head)) {
					f.resolve(who.Phrase.Name, who.Phrase.Who())
				}
			}
		}
	}
}

// somebody reports whether a phrase is for one person, by name or not.
func (s *Sentence) somebody(f *Phrase) bool {
	t := f.Token()
	return !t.Feats.Has(grammar.Plural) && (f.Name != "" && s.person(f) || t.Tag == grammar.Noun && lexicon.Human(s.Text.Lang, f.Lemma))
}

// tellers links the subject of what a body or somebody without a name says, or rejects, to who
// says it: "the ministry said it would suspend the licences", "the minister denied that he had".
func (s *Sentence) tellers() {
	for _, p := range s.Propositions {
		agent, q := p.Fill(Agent), p.Above
		if agent == nil || !agent.Phrase.Pronoun || agent.Phrase.Name != "" || q == nil || p.Link != grammar.Content && !s.rejected(p) {
			continue
		}
		w := s.Fold(agent.Phrase.Head)
		body, human := s.has(bodily, w), s.has(masculine, w) || s.has(feminine, w)
		if who := q.Fill(Agent); who != nil && (s.isSpeech(q) || p.Link != grammar.Content) && !who.Phrase.Pronoun && who.Phrase.Head < agent.Phrase.Head &&
			(body || human && who.Phrase.Name == "" && isPerson(s.Text.Lang, who.Phrase.Lemma)) {
			agent.Phrase.Alias = append(append(agent.Phrase.Alias, who.Phrase), who.Phrase.Alias...)
		}
	}
}

// rejected reports whether a proposition is what a report says that somebody rejects, and nobody is told whose report it is: "the
// ministry dismissed a claim that it had sold the island". Twin: "dismissed Kigali's claim that it had".
func (s *Sentence) rejected(p *Proposition) bool {
	if p.Clause == nil || !p.Negative || p.Negation != p.Above.Head {
		return false
	}
	noun := s.nounAbove(p.Clause)
	return noun >= 0 && s.child(noun, grammar.NmodPoss, grammar.Nmod, grammar.Compound) < 0
}
