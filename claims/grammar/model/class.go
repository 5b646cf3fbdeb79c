package model

import "strings"

// Class is what the tagger tells apart: a universal part of speech together with
// the features that decide how a word is built into its sentence. Zero is no word
// at all: before the first and after the last.
type Class uint8

const (
	None Class = iota
	NounSingular
	NounPlural
	NameSingular
	NamePlural
	VerbBase
	VerbPast
	VerbGerund
	VerbParticiple
	VerbPresent
	VerbThird
	AuxBase
	AuxPast
	AuxGerund
	AuxParticiple
	AuxPresent
	AuxThird
	AuxModal
	Adjective
	Adverb
	Pronoun
	Possessive
	Determiner
	Adposition
	Particle
	Coordinator
	Subordinator
	Numeral
	Symbol
	Punctuation
	Interjection
	Unknown
	NumClasses
)

// ClassOf returns the class of a word of a treebank, from the columns UPOS and
// FEATS of its CoNLL-U line.
func ClassOf(upos, feats string) Class {
	has := func(f string) bool { return strings.Contains("|"+feats+"|", "|"+f+"|") }
	plural := Class(0)
	if has("Number=Plur") || has("Number=Ptan") {
		plural = 1
	}
	switch upos {
	case "NOUN":
		return NounSingular + plural
	case "PROPN":
		return NameSingular + plural
	case "VERB":
		return VerbBase + verbForm(has)
	case "AUX":
		if has("VerbForm=Fin") && !strings.Contains(feats, "Tense=") || has("VerbType=Mod") {
			return AuxModal
		}
		return AuxBase + verbForm(has)
	case "PRON":
		if has("Poss=Yes") {
			return Possessive
		}
		return Pronoun
	}
	return plainClasses[upos]
}

var plainClasses = map[string]Class{"ADJ": Adjective, "ADV": Adverb, "DET": Determiner, "ADP": Adposition, "PART": Particle,
	"CCONJ": Coordinator, "SCONJ": Subordinator, "NUM": Numeral, "SYM": Symbol, "PUNCT": Punctuation, "INTJ": Interjection, "X": Unknown}

// verbForm returns the distance of a verb's class from VerbBase.
func verbForm(has func(string) bool) Class {
	switch {
	case has("VerbForm=Ger"), has("VerbForm=Part") && has("Tense=Pres"):
		return VerbGerund - VerbBase
	case has("VerbForm=Part"):
		return VerbParticiple - VerbBase
	case has("Tense=Past"):
		return VerbPast - VerbBase
	case has("Mood=Imp"), has("Mood=Sub"), has("VerbForm=Inf"):
		return 0
	case has("Person=3") && has("Number=Sing"):
		return VerbThird - VerbBase
	case has("Tense=Pres"), has("VerbForm=Fin"):
		return VerbPresent - VerbBase
	}
	return 0
}

// Verbal reports whether the class is a verb or an auxiliary.
func (c Class) Verbal() bool { return c >= VerbBase && c <= AuxModal }
