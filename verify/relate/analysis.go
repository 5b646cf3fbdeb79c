package relate

import (
	"slices"
	"sync"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// maxWords is how many words of a side are looked at: what comes after them is
// kept out of every comparison. It bounds the time of one pair.
const maxWords = 2000

// An Analysis is one side, prepared.
type Analysis struct {
	side  Side
	words []text.Word
	terms []term // the words without punctuation, in order
	Outline

	values []value // dates, in order
	termOf []int32 // parallel to words: the index of the term that the word belongs to, -1 for marks

	depth []uint8 // parallel to words: in how many brackets the word stands, or is one

	times   []date.Mention
	amounts []quantity.Mention
	many    []quantity.Quantifier

	divided, linked, asked, antecedent sync.Once

	antecedents map[*phrase]*phrase // the definite nouns that stand for a name, as that name

	exceptive  func() bool   // whether it excepts something
	retracting func() []bool // parallel to terms: which may make a claim of none

	sentences []*proposition.Sentence
	sketches  []text.Set  // parallel to sentences: the stems of their content words
	questions []deedAsked // what its propositions ask of a source
}

// A term is one word that an alignment may use.
type term struct {
	word  int    // index in words
	end   int    // index of the word after it: a phrase such as "in front of" is one term
	fold  string // folded
	stem  string // stemmed; equal to fold for function words, names and numbers
	key   uint32 // of a content word, the stem's
	class class
	flags flags
	value int16 // one more than the index in values of the value that it belongs to, zero if to none
	zone  int16 // the clause that it stands in, as far as marks and conjunctions tell
}

type flags uint8

const (
	capital flags = 1 << iota // begins with a capital that is not the sentence's
	opening                   // first word of a sentence
	digits                    // a number in digits
)

// termAt returns the term of word i, nil if it is a mark.
func (a *Analysis) termAt(i int) *term {
	if k := a.termOf[i]; k >= 0 {
		return &a.terms[k]
	}
	return nil
}

// span returns the bytes of terms i up to j; if there are none, the empty place
// before term i.
func (a *Analysis) span(i, j int) text.Span {
	if i < j {
		return text.Span{Start: a.words[a.terms[i].word].Start, End: a.words[a.terms[j-1].end-1].End}
	}
	at := len(a.side.Text)
	if i < len(a.terms) {
		at = a.words[a.terms[i].word].Start
	} else if n := len(a.terms); n > 0 {
		at = a.words[a.terms[n-1].end-1].End
	}
	return text.Span{Start: at, End: at}
}

// A Side is one of the two texts with what is known around it.
type Side struct {
	Text   string
	Lang   string         // "en", "fr"; empty is taken for "en"
	Date   date.Day       // the dateline that "on Monday" counts from; zero if unknown
	Refs   []Ref          // what pronouns and definite nouns of Text stand for, in order; nil if unknown
	Before func() Persons // those of the sentences before Text, for its "he" and "she"; nil if unknown
	// Resolved says that Refs is all there is to know: a pronoun it does not name
	// stands for nobody. Otherwise a source whose subject is a bare pronoun may
	// speak of the statement's subject.
	Resolved bool
	Trees    *claims.Trees // what was parsed already; nil if nothing was
	Gist     *Gist         // what was read of it before, and where that is remembered; nil if nowhere
	Without  string        // the id of a rule that is left out, for an ablation run; empty is none
}

// A Ref says what some words of a Side stand for: "the town", Walikale.
type Ref struct {
	Span text.Span // of the words, in Side.Text
	Name string    // what they stand for, as the text around calls it; empty if it has no name
	Noun string    // the noun for it where there is no name, folded
}

// An Outline is what the cheap questions about a source need, whether it shares
// enough with a statement for a closer look and how much it can share at most: its
// language and the stems of its content words, those of the names that its pronouns
// stand for included, and of all its words. It is small, so that those of many
// sources can be kept.
type Outline struct {
	lang  string
	stems text.Set
	all   text.Sketch
	cut   bool // the source was too long to be read to its end

	Gist *Gist // what was read of it; nil if nothing is remembered
}

// A value is a date or a quantity with the terms that express it.
type value struct {
	first, end int // terms
	time       *date.Mention
	amount     *quantity.Mention
}

// proper reports whether a word is part of a name, as far as its capital tells.
func (t *term) proper() bool { return t.flags&capital != 0 && t.flags&opening == 0 }

// lemma returns the form under which a dictionary lists the word as that part of
// speech; false if it has no such word.
func (t *term) lemma(lang string, pos lexicon.POS) (string, bool) {
	l, ok := lexicon.LemmaIn(lang, pos, t.fold)
	if !ok && lang != "en" {
		return t.fold, true // its table of forms has not all
	}
	return l, ok
}

// across reports whether the two sides are written in different languages.
func (a *Analysis) across(b *Analysis) bool { return a.lang != b.lang }

// off reports whether an ablation run leaves a rule out.
func (a *Analysis) off(rule string) bool { return a.side.Without != "" && a.side.Without == rule }

// wordSpan returns the bytes of words first up to end.
func (a *Analysis) wordSpan(first, end int) text.Span {
	return text.Range{First: first, End: end}.Span(a.words)
}

// shares reports whether one of some terms is the same word as t.
func shares(terms []term, t term) bool {
	return slices.ContainsFunc(terms, func(x term) bool { return x.stem == t.stem })
}
