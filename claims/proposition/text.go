package proposition

import (
	"slices"
	"sync"
	"sync/atomic"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
)

// A Text is what propositions are read from: the words with all that is known of
// them. Its fields but Sentences are the caller's; Read fills the rest.
type Text struct {
	Src       string
	Lang      string // "en", "fr": whose words tables are asked for
	Foreign   bool   // the words are French with English ones under them: Lang is "en"
	Words     []text.Word
	Depth     []uint8 // parallel to Words: in how many brackets the word stands
	Times     []date.Mention
	Amounts   []quantity.Mention
	Many      []quantity.Quantifier
	Referent  func(text.Span) (name, noun string) // what the words at some bytes stand for, by name or by a noun; both empty if nothing is known
	Parse     func(words []text.Word) grammar.Sentence
	Sentences []*Sentence
}

// written returns the language that the text is written in.
func (t *Text) written() string {
	if t.Foreign {
		return "fr"
	}
	return t.Lang
}

// A Sentence is one sentence of a text, with what it says.
type Sentence struct {
	Text         *Text
	First, End   int         // words of the text
	Words        []text.Word // those that are parsed: without what stands in brackets
	At           []int       // parallel to Words: their index in Text.Words
	Tree         grammar.Sentence
	Clauses      []grammar.Clause
	Propositions []*Proposition
	Implied      []*Proposition   // what these imply besides, by the postulates: a statement is not held to it
	Gloss        *translate.Gloss // the English under it; nil if the text is not foreign

	times, amounts, many []int16  // parallel to Words: one more than the index of the mention that covers the word
	folds, lemmas        []string // parallel to Words: what Fold, unless the text is foreign, and Lemma return
	phrases              []*Phrase
	slab                 []Phrase       // what phrases points into
	at                   []*Proposition // parallel to Words: the one whose predicate the word is, nil for others

	once   sync.Once
	parsed atomic.Bool
}

// LongestSentence is how many words a sentence may have to be parsed: what is longer
// is a list or a table, and says nothing here.
const LongestSentence = 120

// Divide divides a text into its sentences, none of which is parsed yet.
func (t *Text) Divide() {
	for _, r := range text.Sentences(t.Src, t.Words) {
		t.Sentences = append(t.Sentences, &Sentence{Text: t, First: r.First, End: r.End})
	}
}

// collect finds the words to parse. What stands in brackets interrupts a sentence and
// breaks its tree.
func (s *Sentence) collect() (words []text.Word, at []int) {
	at, words = make([]int, 0, s.End-s.First), make([]text.Word, 0, s.End-s.First)
	for i := s.First; i < s.End; i++ {
		if s.Text.Depth == nil || s.Text.Depth[i] == 0 {
			words = append(words, s.Text.Words[i])
			at = append(at, i)
		}
	}
	if len(words) > LongestSentence {
		return nil, nil
	}
	return words, at
}

// Unread returns the words that Read will parse, none if it has.
func (s *Sentence) Unread() []text.Word {
	if s.parsed.Load() {
		return nil
	}
	words, _ := s.collect()
	return words
}

// index tells for each word which date or quantity covers it.
func (s *Sentence) index() {
	s.times, s.amounts, s.many = make([]int16, len(s.Words)), make([]int16, len(s.Words)), make([]int16, len(s.Words))
	for k := range s.Text.Times {
		s.cover(s.times, s.Text.Times[k].Core, s.Text.Times[k].End, k)
	}
	for k := range s.Text.Amounts {
		s.cover(s.amounts, s.Text.Amounts[k].First, s.Text.Amounts[k].End, k)
	}
	for k := range s.Text.Many {
		if i := s.word(s.Text.Many[k].First); s.Text.Foreign && s.Text.Many[k].Class == quantity.No && i >= 0 && !s.has(negating, s.Fold(i)) && (s.Tree.Tokens[i].Tag == grammar.Determiner || s.Tree.Tokens[i].Rel == grammar.Advmod && s.Tree.Tokens[i].Head >= 0 && s.Tree.Tokens[s.Tree.Tokens[i].Head].Tag == grammar.Verb) {
			continue // "n'a envoyé aucune troupe", "n'enverra pas une arme" are denied once, by "ne"; "aucun des soldats", "pas une arme" are none of these
		}
		s.cover(s.many, s.Text.Many[k].First, s.Text.Many[k].End, k)
	}
}

// cover marks the words first up to end of the text as those of mention k.
func (s *Sentence) cover(of []int16, first, end, k int) {
	if end <= s.First || first >= s.End {
		return
	}
	for i, at := range s.At {
		if at >= first && at < end {
			of[i] = int16(k + 1)
		}
	}
}

// When returns the date that covers word i, nil if none does or there is no such word.
func (s *Sentence) When(i int) *date.Mention { return covering(s.times, i, s.Text.Times) }

// Amount returns the quantity that covers word i, nil if none does or there is no such word.
func (s *Sentence) Amount(i int) *quantity.Mention { return covering(s.amounts, i, s.Text.Amounts) }

// manyAt returns the quantifier that covers word i, nil if none does or there is no such word.
func (s *Sentence) manyAt(i int) *quantity.Quantifier { return covering(s.many, i, s.Text.Many) }

// covering returns the mention whose number, counted from 1, stands at word i; nil if that is 0 or there is no such word.
func covering[T any](of []int16, i int, all []T) *T {
	if i < 0 || i >= len(of) || of[i] == 0 {
		return nil
	}
	return &all[of[i]-1]
}

// word returns the index of word k of the text, -1 if it was not parsed.
func (s *Sentence) word(k int) int {
	if i, ok := slices.BinarySearch(s.At, k); ok {
		return i
	}
	return -1
}

// Span returns the bytes of words i up to j.
func (s *Sentence) Span(i, j int) text.Span {
	return text.Span{Start: s.Words[i].Start, End: s.Words[j-1].End}
}

// Fold returns word i folded, of a foreign text the English lemma under it.
func (s *Sentence) Fold(i int) string {
	if s.Gloss != nil {
		return s.Gloss.Lemmas[i]
	}
	return s.folds[i]
}

// Senses returns the lemmas that word i may stand for besides its own: of a foreign text its other
// translations, "miner" of "mineur", which is glossed "minor".
func (s *Sentence) Senses(i int, lemma string) []string {
	if s.Gloss == nil || s.Gloss.Lemmas[i] != lemma {
		return nil
	}
	return s.Gloss.Others[i]
}

// child returns the first dependent of word i with one of the relations, -1 if there
// is none.
func (s *Sentence) child(i int, rels ...grammar.Rel) int {
	t := &s.Tree.Tokens[i]
	for k := t.First; k < t.End; k++ {
		if c := &s.Tree.Tokens[k]; c.Head == i {
			for _, r := range rels {
				if c.Rel == r {
					return k
				}
			}
		}
	}
	return -1
}

// children calls f for each dependent of word i, in order.
func (s *Sentence) children(i int, f func(k int, t *grammar.Token)) {
	t := &s.Tree.Tokens[i]
	for k := t.First; k < t.End; k++ {
		if c := &s.Tree.Tokens[k]; c.Head == i {
			f(k, c)
		}
	}
}

// childIs reports whether a word of the class hangs on word i.
func (s *Sentence) childIs(i int, c class) bool {
	is := false
	s.children(i, func(k int, _ *grammar.Token) { is = is || s.has(c, s.Fold(k)) })
	return is
}

// preposition returns the preposition of the phrase of word i, "out_of" for one of
// several words; empty if it has none.
func (s *Sentence) preposition(i int) string {
	k := s.child(i, grammar.Case)
	if k < 0 {
		return ""
	}
	return s.fixed(k)
}

// fixed returns word k, folded, with those that are one with it: "because_of", "rather_than".
func (s *Sentence) fixed(k int) string {
	p := s.Fold(k)
	s.children(k, func(j int, t *grammar.Token) {
		if w := s.Fold(j); t.Rel == grammar.Fixed && w != "" && (s.Gloss == nil || !s.Gloss.Known[k]) {
			p += "_" + w
		}
	})
	return p
}
