package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
)

// What names are called by the way: titles, appositions, and what somebody serves as.

// called adds what names are called by the way as propositions of their own:
// "President Kabila said" also says that Kabila is president, "Wisconsin Gov. Scott
// Walker" that Walker is governor of Wisconsin.
func (s *Sentence) called() {
	for i := range s.Words {
		f := s.phrases[i]
		if f == nil || f.Name == "" || f.Resolved || f.Head != i {
			continue
		}
		for _, a := range f.Alias {
			if a.Name != "" && !a.titled || s.at[a.Head] != nil || lexicon.Is(s.Text.Lang, lexicon.Courtesy, a.Lemma) {
				continue // another name, an apposition that is a clause already, "Ms"
			}
			if slices.ContainsFunc(s.Propositions, func(p *Proposition) bool {
				return p.Aside && p.Head == a.Head && p.Slots[0].Phrase.First < f.End && f.First < p.Slots[0].Phrase.End
			}) {
				continue // each word of a name has a phrase of its own
			}
			what := *a
			for _, m := range f.Modifiers {
				if a.titled && m.Role == Owner && m.Phrase.Who().Kind == name.Place {
					what.add(Slot{Preposition: words(s.Text.Lang, departing), Phrase: m.Phrase}) // "Sen. Reed of Ohio" is a senator from Ohio; an ambassador of it is none to it
				}
				if m.Phrase != a {
					what.add(m) // "Libertarian candidate Gary Johnson"
				}
			}
			s.calls(a.Head, a.Lemma, f, &what)
		}
	}
}

// capacities adds what somebody is who resigned, serves or was elected as it: "Dupont resigned as
// finance minister" says that Dupont was finance minister until then.
func (s *Sentence) capacities() {
	for _, p := range s.Propositions {
		if p.Kind != Event || p.Negative || !p.Force.Firm() || !s.has(holding, p.Lemma) {
			continue
		}
		who := p.Fill(Patient)
		if who == nil {
			who = p.Fill(Agent)
		}
		for _, x := range p.Slots {
			if who != nil && who.Phrase.Name != "" && x.Role == Oblique && s.has(capacity, x.Preposition) && isPerson(s.Text.Lang, x.Phrase.Lemma) {
				s.calls(x.Phrase.Head, x.Phrase.Lemma, who.Phrase, x.Phrase).Over = p.Vacates()
				break
			}
		}
	}
}

// elevated makes what somebody is elected or named "as president" in every form: "was named president", "elected Peter Pellegrini president".
func (s *Sentence) elevated() {
	for _, p := range s.Propositions {
		x := p.Fill(Patient)
		if p.Kind != Event || x == nil || !s.has(holding, p.Lemma) {
			continue
		}
		for i := range p.Slots {
			y := &p.Slots[i]
			if (y.Role == Attribute || y.Role == Patient && y.Phrase != p.Fill(Patient).Phrase) && y.Phrase.Name == "" && isPerson(s.Text.Lang, y.Phrase.Lemma) {
				y.Role, y.Preposition = Oblique, words(s.Text.Lang, capacity)
			}
		}
	}
}

// calls adds a proposition by the way, with word i at its head: what somebody is.
func (s *Sentence) calls(i int, lemma string, who, what *Phrase) *Proposition {
	p := s.Proposes(i, lemma, Slot{Role: Agent, Phrase: who}, Slot{Role: Attribute, Phrase: what})
	p.Kind, p.Link, p.Aside = State, grammar.Appositive, true
	return s.add(p)
}

// Vacates reports whether a proposition tells that somebody leaves what he is: "resigned as finance minister".
func (p *Proposition) Vacates() bool { return p.Kind == Event && p.Sentence.has(vacating, p.Lemma) }

// Calls reports whether the sentence says by the way that somebody is what the phrase says, "as director".
func (s *Sentence) Calls(f *Phrase) bool {
	return slices.ContainsFunc(s.Propositions, func(p *Proposition) bool {
		x := p.Fill(Attribute)
		return p.Aside && p.Kind == State && x != nil && x.Phrase == f
	})
}
