package relate

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
)

// Whom the pronoun that a statement begins with may mean, where a reading model is asked about it: the rules ask more.

// LastSubject returns the first person that is the subject of a clause, by name, in the last sentence of a text that
// has one of the gender, unless the given name is usual for the other; empty if the last few have none.
func LastSubject(a *Analysis, g lexicon.Gender) string {
	all := a.read()
	for k := len(all) - 1; k >= max(0, len(all)-subjectSentences); k-- {
		s := all[k]
		s.Read()
		for i := range s.Words {
			f := s.Phrase(i)
			if rel := s.Tree.Tokens[i].Rel; f.Name == "" || rel != grammar.Nsubj && rel != grammar.NsubjPass || OtherGender(f.Name, g) {
				continue
			}
			if n, ok := s.Tree.NameAt(i); f.Resolved && f.Pronoun || ok && n.Kind == grammar.Person {
				return f.Name
			}
		}
	}
	return ""
}

// Cataphoric reports whether a pronoun stands before the name that it means, the subject of the sentence: "Writing on his blog, Schilling
// remained unmoved". Twin: "His lawyer, Schilling, was unmoved".
func Cataphoric(a *Analysis, at text.Span) bool {
	return at.Len() > 0 && a.says(func(p *proposition.Proposition) bool {
		who := p.Fill(proposition.Agent)
		if p.Passive {
			who = p.Fill(proposition.Patient)
		}
		s := p.Sentence
		return p.Link == grammar.Main && !p.Aside && who != nil && who.Phrase.Person() && who.Phrase.First > 0 && at.End <= who.Phrase.Span().Start &&
			s.Tree.Tokens[who.Phrase.First-1].Tag == grammar.Punctuation && who.Phrase.Token().Rel != grammar.Appos && len(who.Phrase.Alias) == 0
	})
}

// OnlyPerson returns the one person whom a text names with a given name that is usual for the gender, empty if there is none or several.
func OnlyPerson(a *Analysis, g lexicon.Gender) string {
	var only *phrase
	several := a.some(func(f *phrase) bool {
		given, family, _ := strings.Cut(f.Name, " ")
		if n, ok := f.Sentence.Tree.NameAt(f.Head); family == "" || f.Resolved || lexicon.NameGender(given) != g || !ok || n.Kind != grammar.Person {
			return false
		}
		if only == nil {
			only = f
		}
		return !sameName(only.Who(), f.Who())
	})
	if several || only == nil || g == lexicon.NoGender {
		return ""
	}
	return only.Name
}

// subjectSentences is how many sentences back somebody may be the subject of one and a pronoun mean him.
const subjectSentences = 3

// OtherGender reports whether the given name of a person is usual for the other gender only.
func OtherGender(person string, g lexicon.Gender) bool {
	given, _, _ := strings.Cut(person, " ")
	n := lexicon.NameGender(given)
	return n != lexicon.NoGender && g != lexicon.NoGender && n != g
}
