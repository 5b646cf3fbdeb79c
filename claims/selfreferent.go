package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Who says something mostly speaks of himself: in "Mayor Okoro said that she would resign", "the ministry said its
// jets had hit a depot" the first pronoun stands for who says it, and not for whom the sentence before named.

// ofSpeaker returns whom the pronoun at word i of a statement stands for as its speaker, if it is the first of an
// indirect statement behind him in its sentence: his name, or the noun that he is called by where he has none; both
// are empty if that is open. Decided is false for every other pronoun.
func (f *Referents) ofSpeaker(s *Statement, words []text.Word, i int) (name, noun string, decided bool) {
	who := &s.Attribution.Speaker
	if s.Form != Indirect || who.Span.Len() == 0 || who.Span.Start < s.Sentence.Start || who.Span.End > words[i].Start || !subjectPlace(words, i, f.src) {
		return "", "", false
	}
	w := words[i].In(f.src)
	personal := lexicon.Is(f.lang, lexicon.He, w) || lexicon.Is(f.lang, lexicon.She, w)
	if lexicon.Is(f.lang, lexicon.Possessive, w) {
		return who.Name, "", i < 2 && who.Name != "" && who.Kind != Anonymous && !f.another(s, who) // “que ses soldats”, not “que le maire a vendu sa maison”
	}
	if !personal && !lexicon.Is(f.lang, lexicon.They, w) {
		return "", "", false
	}
	switch {
	case f.another(s, who):
		return "", "", true
	case who.Name != "" && personal == (who.Kind == Person) && who.Kind != Anonymous,
		who.Name != "" && who.Name == who.Text && f.is(words[i], "it", "its") && !strings.Contains(who.Name, " "): // "Helvar said it had"
		return who.Name, "", true
	case who.Name == "":
		words := text.AppendWords(nil, f.src, who.Span)
		k := f.definite(words, 0)
		if k <= 0 {
			break
		}
		noun := text.Fold(words[k].In(f.src))
		if personal {
			if !lexicon.Is(f.lang, lexicon.RoleNoun, noun) {
				noun = ""
			}
			return "", noun, true
		}
		name := f.bound(noun, who.Span.Start)
		if name == "" {
			name = f.unnamed(noun, who.Span.Start)
		}
		return name, noun, true
	}
	return "", "", true
}

// Own reports whether the first pronoun of a statement can only be read beside who says it, of whom the text tells neither
// name nor a noun that would do: "the mayor of Bunia said that he". It is nobody whom a sentence before named.
func (f *Referents) Own(s *Statement) bool {
	for _, span := range s.Spans {
		words := text.AppendWords(nil, f.src, span)
		for i := range words {
			if name, noun, ok := f.ofSpeaker(s, words, i); ok {
				return name+noun == ""
			}
		}
	}
	return false
}

// another reports whether the words around a speaker name somebody else whom a pronoun may stand for: "Okoro told
// Banda that she", "Okoro's lawyer Anne Diallo said that she". An outlet that was told is nobody.
func (f *Referents) another(s *Statement, who *Speaker) bool {
	for _, w := range text.AppendWords(nil, f.src, text.Span{Start: who.Span.Start, End: s.Spans[0].Start}) {
		if text.IsPossessive(w.In(f.src)) {
			return true
		}
		if w.Start < who.Span.End || !f.capital(w) || months[w.In(f.src)] {
			continue
		}
		if !slices.ContainsFunc(s.Attribution.Via, func(v Outlet) bool { return v.Span.Overlaps(w.Span()) }) {
			return true
		}
	}
	return false
}
