package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
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
			if s.calledSo(f, a) {
				continue
			}
			what := *a
			for _, m := range f.Modifiers {
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

// elevated tells whom somebody elects or names from what he is elected, which becomes "as president" in every form: "elected Peter
// Pellegrini president", of which the parser may take both for one, "was named as president", "was named president". Twin: "elected the
// Pellegrini government".
func (s *Sentence) elevated() {
	for _, p := range s.Propositions {
		x := p.Fill(Patient)
		if p.Kind != Event || x == nil || !s.has(holding, p.Lemma) {
			continue
		}
		if k := s.child(x.Phrase.Head, grammar.Compound); !p.Passive && !x.Phrase.Definite && x.Phrase.Name == "" && isPerson(s.Text.Lang, x.Phrase.Lemma) && k >= 0 && k == x.Phrase.First && s.IsName(k) {
			who, what := s.Phrase(k), *x.Phrase
			what.First = max(who.End, k+1)
			what.Modifiers = slices.DeleteFunc(slices.Clone(what.Modifiers), func(m Slot) bool { return m.Phrase.Head < what.First })
			x.Phrase = who
			p.Slots = append(p.Slots, Slot{Role: Patient, Phrase: &what})
		}
		for i := range p.Slots {
			y := &p.Slots[i]
			if (y.Role == Attribute || y.Role == Patient && y.Phrase != p.Fill(Patient).Phrase) && y.Phrase.Name == "" && isPerson(s.Text.Lang, y.Phrase.Lemma) {
				y.Role, y.Preposition = Oblique, words(s.Text.Lang, capacity)
			}
		}
	}
}

// hyphenated adds what a participle says of a noun that a name is joined to: "the Boston-based firm" is based in Boston, Rwanda backs
// "the Rwanda-backed rebels".
func (s *Sentence) hyphenated() {
	for i := 2; i < len(s.Words); i++ {
		joint := stands(s.Text.Lang, hyphened, s.Fold(i))
		h := s.Tree.Tokens[i].Head
		if joint == "" || h <= i || !text.Joined(s.Words, i-1) || !s.Tree.Tokens[h].Tag.Nominal() || !s.capital(i-2) {
			continue
		}
		by, verb := s.Phrase(i-2), s.Fold(i)
		if l, ok := lexicon.Lemma(lexicon.Verb, verb); ok {
			verb = l
		}
		p := s.Proposes(i, verb, Slot{Role: Patient, Phrase: s.Phrase(h)}, Slot{Role: Oblique, Preposition: joint, Phrase: by})
		if s.has(agentive, joint) {
			p.Slots[1] = Slot{Role: Agent, Phrase: by}
		}
		p.Passive, p.Link, p.Aside = true, grammar.Reduced, true
		s.add(p)
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

// calledSo reports whether a proposition by the way says already that the bearer of a
// name is what word a.Head is: each word of a name has a phrase of its own.
func (s *Sentence) calledSo(f, a *Phrase) bool {
	for _, p := range s.Propositions {
		if len(p.Slots) == 0 {
			continue
		}
		if who := &p.Slots[0]; p.Aside && p.Head == a.Head && who.Phrase.First < f.End && f.First < who.Phrase.End {
			if f.End-f.First > who.Phrase.End-who.Phrase.First {
				who.Phrase = f
			}
			return true
		}
	}
	return false
}
