package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/text"
)

//go:embed data/persons.tsv
var personTable string

// PersonWord says what a word tells of a person.
type PersonWord uint8

// The kinds of words about people and groups of people.
const (
	Title        PersonWord = iota // before a name: Mr, Gen., President
	RoleNoun                       // minister, spokesman, activist
	GroupNoun                      // government, army, rebels: who can speak without being a person
	Anonymous                      // source, officer, resident: who speaks without a name
	Relation                       // father, wife, colleague
	Opener                         // the, despite, several: no part of a name, though it begins a sentence
	Prefix                         // former, vice: what a name may have in front
	Subordinator                   // while, because: begins a clause in the midst of capitals
	Weekday                        // Monday; in any language
	Pronoun                        // he, who, their: whose name stands elsewhere
	Writer                         // we, I, it: the text itself speaks, or nobody
	Addressee                      // told, of, about: the name behind is spoken to or about
	Addressing                     // à, au: an outlet that was spoken to may follow
	Aside                          // lors, devant: where or how it was said follows, no more of who said it
	Article                        // the, a, le
	Owning                         // his, son: before what is somebody's
	He                             // the pronoun of a man
	She                            // the pronoun of a woman
	They                           // the pronoun of a thing or of several
	Firm                           // company, retailer: a body that says so nowhere in its name
	Courtesy                       // Mr, Mme: a title that is no role
	Lesser                         // vice, deputy: whoever is that is not what the next word says
	Medium                         // newspaper, Gazette: ends the name of an outlet that no table knows
	Paper                          // Star, Sun: ends the name of a paper where an article stands before it
	Past                           // former, ancien: before an office that somebody held
	Standard                       // terms, criteria: by which something is measured, and which say nothing
	Years                          // year, ans: behind how old somebody is
	Definite                       // the, this: before what was spoken of
	Negation                       // not, never
	Replying                       // reply, answer: a verb by which somebody else speaks than before
	Reflexive                      // se: whoever does it does it to himself; behind a name: nobody else does
	Titles                         // Sens.: before several names
	Naming                         // named: between what somebody is and his name
	Joining                        // and, but: between two names, two verbs
	Asking                         // whether, if: before what is asked
	Spouse                         // husband, wife: who shares a family name
	Institution                    // ministry, court, club: ends the name of a body
	Topic                          // as for: of whom the sentence speaks follows
	Calling                        // economist, striker: what somebody is whatever he has to do with what happened
	Numbered                       // Local, Channel: has a number as part of the name
	Serving                        // at, for: between what somebody is and for whom
	Supposing                      // if, unless: begins a clause that is not said to be so
	Trade                          // Developments, Airlines: ends the name of a firm, with a capital
	Latter                         // the latter, ce dernier: whoever was named last
	Pointing                       // cet: before a noun, whoever was just spoken of
	Possessive                     // son, ses: whose something is, be it a person's or a body's
	Child                          // son, niece: kin of a later generation
	Parent                         // mother, father
	Sibling                        // brother, sister
	Younger                        // the younger: before a family name
	Elder                          // the elder
	Peer                           // counterpart: who holds the same office elsewhere
	Particle                       // de, Mac: begins a family name of several words
	Letters                        // SC, PhD: what a name may have behind
	Self                           // I, my: whoever speaks
	Spoken                         // you, your: to whom he speaks
	Either                         // one, another: before a noun that somebody alone is
	Obtaining                      // seen, obtained: by whom a report was, who is not its author
	Canonised                      // St: before the name of a saint, which may be a church's
	Hailing                        // ais, oise: how a word ends for somebody of a place
	Portfolio                      // minister: the word before says of what, and who is of another is somebody else
	Uttered                        // words, verdict: what a quotation is, where the sentence behind it says whose
	Uttering                       // spoke, offered: what he did with them
	Compounding                    // led, era: joined by a hyphen to a name that goes before, and no part of it
	Issuing                        // released, posted: what is done with a statement by whose it is
	Attending                      // driver, dentist: whom others meet at his work, and who is none of those spoken of for that he has a calling
	male
	female
	maleName
	femaleName
)

var personWords = [...]string{"title", "role", "group", "anonymous", "relation", "opener", "prefix", "subordinator", "weekday", "pronoun", "writer", "addressee", "addressing", "aside", "article", "owning", "he", "she", "they", "firm", "courtesy", "lesser", "medium", "paper", "past", "standard", "years", "definite", "negation", "replying", "reflexive", "titles", "naming", "joining", "asking", "spouse", "institution", "topic", "calling", "numbered", "serving", "supposing", "trade", "latter", "pointing", "possessive", "child", "parent", "sibling", "younger", "elder", "peer", "particle", "letters", "self", "spoken", "either", "obtaining", "canonised", "hailing", "portfolio", "uttered", "uttering", "compounding", "issuing", "attending", "male", "female", "malename", "femalename"}

// A personal word is what it is in a language: a bit a kind.
type personal struct {
	lang string
	is   kinds
}

// kinds is a set of kinds of words, a bit a kind.
type kinds [2]uint64

func (k kinds) has(kind PersonWord) bool { return k[kind/64]&(1<<(kind%64)) != 0 }

// readPersons holds what each word is, in the languages that have it.
var readPersons = sync.OnceValue(func() *text.Table[[]personal] {
	t := new(text.Table[[]personal])
	eachRow(personTable, func(f []string) {
		for i, name := range personWords {
			if name != f[1] {
				continue
			}
			eachWord(f[2], func(w string) {
				all := t.Get(w)
				k := slices.IndexFunc(all, func(p personal) bool { return p.lang == f[0] })
				if k < 0 {
					k, all = len(all), append(all, personal{lang: f[0]})
					t.Put(w, all)
				}
				all[k].is[i/64] |= 1 << (i % 64)
			})
		}
	})
	return t
})

// personalIn returns what a word is in a language; nothing if it is nothing of a person.
func personalIn(lang, w string) kinds {
	for _, p := range readPersons().Get(w) {
		if p.lang == lang {
			return p.is
		}
	}
	return kinds{}
}

// Is reports whether a word is one of that kind. A full stop at its end does not
// matter: "Gen." and "Gen" are titles.
func Is(lang string, kind PersonWord, word string) bool {
	w := key(word)
	return personalIn(lang, w).has(kind) || strings.HasSuffix(w, ".") && len(w) > len("a.") && personalIn(lang, w[:len(w)-1]).has(kind) // an initial is no word
}

// Hails reports whether a word ends as one for somebody of a place does: Nantaise, Bruxellois.
func Hails(lang, word string) bool {
	const longest = 6 // bytes of an ending, and fewer than what stands before it
	w := key(word)
	for n := min(longest, len(w)-longest/2); n > 2; n-- {
		if Is(lang, Hailing, w[len(w)-n:]) {
			return true
		}
	}
	return false
}

// Gender is what a name or title tells of a person's. The zero value tells nothing.
type Gender uint8

const (
	NoGender Gender = iota
	Male
	Female
)

// GivenName reports whether a word is a given name, of one sex or of both.
func GivenName(word string) bool {
	is := personalIn("*", key(word))
	return is.has(maleName) || is.has(femaleName)
}

// NameGender returns the gender that a given name is usual for; NoGender for names
// of both and names that are not listed.
func NameGender(given string) Gender {
	return gender("*", maleName, femaleName, key(given))
}

// TitleGender returns the gender that a title tells: Mr, Mme, Queen.
func TitleGender(lang, title string) Gender {
	return gender(lang, male, female, strings.TrimSuffix(key(title), "."))
}

func gender(lang string, m, f PersonWord, word string) Gender {
	is := personalIn(lang, word)
	switch isMale, isFemale := is.has(m), is.has(f); {
	case isMale && !isFemale:
		return Male
	case isFemale && !isMale:
		return Female
	}
	return NoGender
}
