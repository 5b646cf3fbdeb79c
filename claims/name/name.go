package name

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Kind says what bears a name. The zero value is Unknown.
type Kind uint8

// The kinds of what bears a name.
const (
	UnknownKind  Kind = iota
	Person            // Corneille Nangaa, Ms Keane
	Place             // Goma, South Sudan, Mount Hale
	Organisation      // the United Nations, Air France, Leeds United
	Demonym           // Congolese, a Briton: no place, but what belongs to one
	Thing             // the Paris Agreement, Hurricane Sandy
)

var kindNames = [...]string{"unknown", "person", "place", "organisation", "demonym", "thing"}

// String returns the kind in small letters.
func (k Kind) String() string { return kindNames[min(int(k), len(kindNames)-1)] }

// kindNamed is the reverse of String, UnknownKind for any other word.
func kindNamed(s string) Kind {
	for k, n := range kindNames {
		if n == s {
			return Kind(k)
		}
	}
	return UnknownKind
}

// A Name is a name taken apart once, to be compared often. The zero value, and what Parse
// makes of words that hold no name ("the president"), is Empty.
//
// The parts are folded words without full stops and apostrophes, in the spelling under
// which two spellings are one (mount for Mt.). Given, Family and Middle names share the
// memory of Words; the caller changes none of them.
type Name struct {
	Text   string   // as it was written
	Kind   Kind     // what seems to bear it, or what As said
	Words  []string // the name itself: no article, title, suffix, nor the small words inside it
	Title  []string // what stands before a person's name: "ms", "general"; nil if nothing
	Given  []string // a person's first and middle names and initials; nil if none is said
	Family []string // a person's family name: its last word, with those hyphenated to it; nil unless the name may be a person's
	Suffix string   // what tells namesakes apart: "jr", "iii"; empty if nothing
	Within string   // "illinois" of "Springfield, Illinois"; empty if nothing

	Acronym  string // "drc" of "DRC" or "D.R.C."; empty if the name is none
	folded   string // the whole text, folded
	initials string // of all words, the small ones too
	id       string // the first name of its row of aliases, the canonical name of its outlet; empty if it has none
	place    lexicon.Place
	kinds    []class // of each of Words
	joined   uint32  // bit i: word i is hyphenated to the one before it
	plural   bool    // and joins two of its words
	surnamed bool    // the last word is a kind of thing and a family name
	hinted   bool    // As said the kind
}

// Empty reports whether n names nobody and nothing.
func (n Name) Empty() bool { return len(n.Words) == 0 }

// Canonical returns the one name under which tables know the bearer: AFP for Agence
// France-Presse, Democratic Republic of the Congo for RDC; what nobody knows is called as
// it is written, without article and with single spaces.
func (n Name) Canonical() string {
	if n.id != "" {
		return n.id
	}
	s := strings.Join(strings.Fields(n.Text), " ")
	for {
		w, rest, ok := strings.Cut(s, " ")
		if !ok || text.Fold(w) != "the" {
			return s
		}
		s = rest
	}
}

// Key returns a name folded, without full stops, apostrophes and the article in front,
// single spaces between its words: what two writings of one name have in common.
func Key(s string) string { return withoutArticle(plain(s)) }

// Plural reports whether n seems to name more than one: Paul and Esther Mbuyi.
func (n Name) Plural() bool { return n.plural }

// MayBePerson reports whether nothing in the name speaks against a person's bearing it.
// Odile Hill may be one, or a hill.
func (n Name) MayBePerson() bool {
	return n.mayBePerson() || n.surnamed && n.id == "" && n.place.Kind == lexicon.NoPlace
}

// As returns n as the name of what is known to be of kind k, as a caller knows from the
// sentence: “Jordan said” is a person's, “in Jordan” a place's. UnknownKind changes nothing.
func (n Name) As(k Kind) Name {
	if k == UnknownKind || k == Person && n.id != "" && (len(n.Words) > 1 || n.Acronym != "") {
		return n // the International Monetary Fund is nobody, whatever a tagger takes it for
	}
	if k != n.Kind && (k == Person || n.Kind == Person) {
		return *parsed(n.Text, k)
	}
	n.Kind, n.hinted = k, true
	return n
}

// sexes returns the sex that a person's title tells, and that the title or the first
// given name tells.
func (n *Name) sexes() (title, either lexicon.Gender) {
	for i := len(n.Title) - 1; i >= 0 && title == lexicon.NoGender; i-- {
		title = titleSex(n.Title[i])
	}
	if either = title; either == lexicon.NoGender && len(n.Given) > 0 {
		either = lexicon.NameGender(n.Given[0])
	}
	return title, either
}

// titleSex returns the sex that a title tells in English, or in French if it is no
// English title: President is either's.
func titleSex(w string) lexicon.Gender {
	if lexicon.Is("en", lexicon.Title, w) {
		return lexicon.TitleGender("en", w)
	}
	return lexicon.TitleGender("fr", w)
}
