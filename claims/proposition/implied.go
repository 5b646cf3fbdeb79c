package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
)

// What a sentence implies by how it is built, and no postulate can tell by its verbs alone. Only a source is asked for it.

// implies adds what the sentence implies.
func (s *Sentence) implies() {
	for _, p := range s.told() {
		s.mishap(p)
	}
	for i := range s.Words {
		s.holding(i)
	}
}

// mishap reads who died when something came to grief as killed by it: "three people died when a bus overturned", "three were killed when the bus
// overturned". Twin: "died when his heart stopped".
func (s *Sentence) mishap(p *Proposition) {
	up := p.Above
	verb, _, _ := strings.Cut(p.Lemma, "_")
	if up == nil || p.Link != grammar.Circumstance || p.Opener() < 0 || !s.has(whereupon, s.Fold(p.Opener())) || !s.has(mishaps, p.Lemma) && !s.has(mishaps, verb) || p.Negative || up.Negative || !p.Force.Firm() || !up.Force.Firm() {
		return
	}
	by, victim := p.Fill(Agent), up.Fill(Patient)
	if by == nil {
		by = p.Fill(Patient)
	}
	lemma := up.Lemma
	switch {
	case s.has(dying, up.Lemma):
		victim, lemma = up.Fill(Agent), words(s.Text.Lang, fates)
	case !s.has(fates, up.Lemma) || !up.Passive:
		return
	}
	if by == nil || victim == nil || by.Phrase.Name != "" || up.Find(func(x *Slot) bool {
		return x.Role == Oblique && (s.has(owning, x.Preposition) || s.has(departing, x.Preposition))
	}) != nil {
		return // "died of cancer when the bus overturned"
	}
	q := *up
	q.Lemma, q.Passive = lemma, false
	q.Slots = []Slot{{Role: Agent, Phrase: by.Phrase}, {Role: Patient, Phrase: victim.Phrase}}
	for _, x := range append(slices.Clone(up.Slots), p.Slots...) {
		if x.Role == Time || x.Role == Oblique && p.Find(func(y *Slot) bool { return y.Phrase == x.Phrase }) != nil { // "died in hospital after a car hit a tree"
			q.Slots = append(q.Slots, x)
		}
	}
	s.Implied = append(s.Implied, &q)
}

// holding reads of how many of its things a part is told as that it has so many: "nine of the province's 40 schools have reopened". Twins:
// "the storm killed 30 of the village's 200 cows", which has 170 now; "five of Smith's 12 books"; "two of the company's former 200 employees".
func (s *Sentence) holding(i int) {
	f := s.Phrase(i)
	n, above := f.Amount, s.PredicateAbove(i)
	if n == nil || n.Kind != quantity.Count || f.Clause() || s.preposition(i) != words(s.Text.Lang, owning) || above == nil || (s.has(cutting, above.Lemma) || s.has(suffering, above.Lemma)) && above.Tense == grammar.PastTense || !above.Force.Firm() && above.Force != Planned {
		return
	}
	var owner *Phrase
	for _, m := range f.Modifiers {
		switch {
		case m.Role == Owner && m.Preposition == "":
			owner = m.Phrase
		case m.Phrase.Amount != n:
			return
		}
	}
	if owner == nil || s.person(owner) || owner.Person() || owner.Name != "" && owner.Who().Kind != name.Place {
		return // "five of Smith's 12 books"
	}
	what := *f
	what.Modifiers = slices.DeleteFunc(slices.Clone(f.Modifiers), func(m Slot) bool { return m.Role == Owner })
	q := s.Proposes(i, words(s.Text.Lang, having), Slot{Role: Agent, Phrase: owner}, Slot{Role: Patient, Phrase: &what})
	q.Tense = grammar.PresentTense
	s.Implied = append(s.Implied, q)
}
