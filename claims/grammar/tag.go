package grammar

// Tag is a universal part of speech. The zero value is X, a word that is none of
// the others.
type Tag uint8

const (
	X Tag = iota
	Adjective
	Adposition
	Adverb
	Auxiliary
	Coordinator
	Determiner
	Interjection
	Noun
	Number
	Particle
	Pronoun
	ProperNoun
	Punctuation
	Subordinator
	Symbol
	Verb
	numTags
)

var tagNames = [numTags]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
	"PUNCT", "SCONJ", "SYM", "VERB"}

// String returns the name that Universal Dependencies give the tag: "NOUN".
func (t Tag) String() string {
	if t < numTags {
		return tagNames[t]
	}
	return tagNames[X]
}

// TagOf returns the tag of a name, X for a name that is none.
func TagOf(name string) Tag {
	for i, s := range tagNames {
		if s == name {
			return Tag(i)
		}
	}
	return X
}

// Nominal reports whether the word can be a subject or an object by itself.
func (t Tag) Nominal() bool { return t == Noun || t == ProperNoun || t == Pronoun || t == Number }

// Feats is the set of grammatical features of a word, the empty set for a word
// that has none or of which none is known.
type Feats uint16

const (
	Plural       Feats = 1 << iota // a noun or pronoun of more than one
	Past                           // a finite past form, "took", or with Participle "taken"
	Present                        // a finite present form
	Finite                         // a form that can head a sentence
	Infinitive                     // the bare form
	Gerund                         // the form in -ing of English, whatever it serves as
	Participle                     // the past participle
	Passive                        // a participle that is passive here
	Third                          // third person singular
	Modal                          // an auxiliary without tense: can, may
	Comparative                    // better
	Superlative                    // best
	Possessive                     // a pronoun or determiner that owns: their
	Future                         // of French: "prendra"
	Hypothetical                   // the conditional of French, by which news also says what others say: "aurait"
)

var featNames = [...]string{"Plural", "Past", "Present", "Finite", "Infinitive", "Gerund", "Participle", "Passive", "Third",
	"Modal", "Comparative", "Superlative", "Possessive", "Future", "Hypothetical"}

// Has reports whether all features of want are set.
func (f Feats) Has(want Feats) bool { return f&want == want }

// String lists the features, joined by "|".
func (f Feats) String() string {
	s := ""
	for i, name := range featNames {
		if f&(1<<i) != 0 {
			if s != "" {
				s += "|"
			}
			s += name
		}
	}
	return s
}
