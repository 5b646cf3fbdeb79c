package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Who says something mostly speaks of himself: in "Mayor Okoro said that she would resign", "the ministry said its
// jets had hit a depot" the first pronoun stands for who says it, and not for whom the sentence before named.

// ofSpeaker returns whom the pronoun of a statement stands for as its speaker, if it is the first of an
// indirect statement behind him in its sentence: his name, or the noun that he is called by where he has none; both
// are empty if that is open. Decided is false for every other pronoun.
func (f *Referents) ofSpeaker(q *sought) (name, noun string, decided bool) {
	s, w := q.of, f.lower(q.words.First)
	who := &s.Attribution.Speaker
	if q.sort == definite || s.Form != Indirect || who.Span.Len() == 0 || who.Span.Start < s.Sentence.Start || who.Span.End > f.words[q.words.First].Start || !f.opensPart(q) {
		return "", "", false
	}
	personal := q.sort == personal
	switch at := f.wordsOfSpan(who.Span); {
	case q.sort == owned || lexicon.Is(f.lang, lexicon.Possessive, w):
		return who.Name, "", q.words.First-q.part.First < 2 && who.Name != "" && who.Kind != Anonymous && !f.anotherNamed(s, who) // “que ses soldats”, not “que le maire a vendu sa maison”
	case f.anotherNamed(s, who):
	case who.Name != "" && personal == (who.Kind == Person) && who.Kind != Anonymous,
		who.Name != "" && who.Name == who.Text && (w == "it" || w == "its") && !strings.Contains(who.Name, " "): // "Helvar said it had"
		return who.Name, "", true
	case who.Name == "" && at.Len() > 0:
		k := f.definiteNoun(at.First, at.End)
		switch noun = f.lower(k); {
		case k == 0:
			return "", "", true
		case personal:
			if !lexicon.Is(f.lang, lexicon.RoleNoun, noun) {
				noun = ""
			}
			return "", noun, true
		}
		return cmp.Or(f.boundTo(noun, who.Span.Start), f.openerFor(noun, who.Span.Start)), noun, true
	}
	return "", "", true
}

// anotherNamed reports whether the words around a speaker name somebody else whom a pronoun may stand for: "Okoro told
// Banda that she", "Okoro's lawyer Anne Diallo said that she". An outlet that was told is nobody.
func (f *Referents) anotherNamed(s *Statement, who *Speaker) bool {
	at := f.wordsOfSpan(text.Span{Start: who.Span.Start, End: s.Spans[0].Start})
	for i := at.First; i < at.End; i++ {
		w := f.words[i]
		if text.IsPossessive(f.word(i)) {
			return true
		}
		if w.Start < who.Span.End || !f.capital(i) || months[f.word(i)] {
			continue
		}
		if !slices.ContainsFunc(s.Attribution.Via, func(v Outlet) bool { return v.Span.Overlaps(w.Span()) }) {
			return true
		}
	}
	return false
}
