package fact

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// kind says what a chunk is.
type kind uint8

const (
	mark        kind = iota // a comma, a dash, a quotation mark, a conjunction: nothing is read across it
	noun                    // a noun phrase without what its prepositions add
	verb                    // a verb group: auxiliaries, negation, verbs joined by "to"
	preposition             // one word
	when                    // a date, with its preposition
	relative                // who, which, that
	adverb                  // by itself
)

// A chunk is a run of words of one sentence.
type chunk struct {
	kind       kind
	first, end int  // words
	head       int  // the noun, or the last verb; first for the rest
	bare       bool // verb: a past participle without auxiliary
	passive    bool // verb: with a form of "be" and a past participle
	doubtful   bool // verb: negated, modal, planned or hedged
	copula     bool // verb: a form of "be" alone
	date       *date.Mention
	amount     *quantity.Mention // noun: the number in it, nil if none
}

// A sentence is what chunks are made of.
type sentence struct {
	t      *Text
	words  []text.Word
	tokens []grammar.Token
	chunks []chunk
	unread bool // it says something in brackets or a modifier that no fact will account for
	dates  []date.Mention
	counts []quantity.Mention
}

// chunked tags the words of a sentence and groups them.
func (t *Text) chunked(words []text.Word) *sentence {
	s := &sentence{t: t}
	for i := 0; i < len(words); i++ { // brackets interrupt; a hyphenated modifier ("Uganda-backed") breaks trees
		if w := words[i].In(t.side.Text); w == "(" || w == "[" {
			if j := closing(t.side.Text, words, i); j > i {
				s.unread = s.unread || !conversion(words[i+1:j])
				i = j
				continue
			}
		}
		if i+2 < len(words) && !words[i+1].Space && !words[i+2].Space && words[i+1].In(t.side.Text) == "-" && words[i].Kind == text.Letters && words[i+2].Kind == text.Letters &&
			participle(words[i+2].In(t.side.Text)) {
			s.unread = true
			i += 2
			continue
		}
		s.words = append(s.words, words[i])
	}
	s.tokens = slices.Clone(t.side.Trees.Parse(t.side.Text, s.words).Tokens)
	s.retag()
	s.dates = date.Find(t.side.Text, s.words, t.side.Date, t.lang)
	s.counts = quantity.Find(t.side.Text, s.words, t.lang)
	for i := 0; i < len(s.words); {
		i = s.chunk(i)
	}
	return s
}

// retag mends what taggers trained on other texts get wrong in reports: names
// with digits, participles of the table's verbs taken for adjectives, and a
// verb taken for a noun where the sentence would have none.
func (s *sentence) retag() {
	verbs := false
	for i := range s.tokens {
		t, w := &s.tokens[i], s.words[i].In(s.t.side.Text)
		if s.words[i].Kind == text.Letters && w[0] >= 'A' && w[0] <= 'Z' && strings.ContainsAny(w, "0123456789") {
			t.Tag = grammar.ProperNoun
		}
		if (t.Tag == grammar.Adjective || t.Tag == grammar.Noun) && i > 0 && (s.tokens[i-1].Tag == grammar.Auxiliary || s.tokens[i-1].Tag == grammar.Noun) &&
			(i+1 == len(s.tokens) || !s.tokens[i+1].Tag.Nominal() || s.relative(i+1)) && strings.HasSuffix(w, "ed") {
			if l, ok := lexicon.Lemma(lexicon.Verb, text.Fold(w)); ok && deeds()[s.t.lang][l] != nil {
				t.Tag, t.Lemma, t.Feats = grammar.Verb, l, grammar.Participle
			}
		}
		verbs = verbs || t.Tag == grammar.Verb || t.Tag == grammar.Auxiliary
	}
	for i := 1; i+1 < len(s.tokens) && !verbs; i++ {
		t := &s.tokens[i]
		if t.Tag != grammar.Noun || !s.tokens[i+1].Tag.Nominal() && s.tokens[i+1].Tag != grammar.Determiner {
			continue
		}
		if l, ok := lexicon.Lemma(lexicon.Verb, s.word(i)); ok && l != s.word(i) && deeds()[s.t.lang][l] != nil {
			t.Tag, t.Lemma, t.Feats, verbs = grammar.Verb, l, grammar.Finite|grammar.Present, true
		}
	}
}

// closing returns the word that closes the bracket at i, i if none does soon.
func closing(src string, words []text.Word, i int) int {
	for j := i + 1; j < len(words) && j < i+20; j++ {
		if w := words[j].In(src); w == ")" || w == "]" {
			return j
		}
	}
	return i
}

// conversion reports whether a bracket holds a number and its unit alone: (78 miles).
func conversion(words []text.Word) bool {
	return len(words) > 1 && len(words) <= 3 && words[0].Kind == text.Number && words[1].Kind != text.Number
}

// participle reports whether w has the form of a modifier's second half: backed,
// led, speaking.
func participle(w string) bool {
	switch w {
	case "led", "held", "run", "born", "built", "made", "based", "backed":
		return true
	}
	n := len(w)
	return n > 4 && (w[n-2:] == "ed" || w[n-3:] == "ing")
}

// chunk appends the chunk that begins at word i and returns the word after it.
func (s *sentence) chunk(i int) int {
	if d := s.dateAt(i); d != nil {
		s.chunks = append(s.chunks, chunk{kind: when, first: i, end: d.End, head: i, date: d})
		return d.End
	}
	switch tag := s.tokens[i].Tag; {
	case s.countAt(i) != nil:
		return s.noun(i)
	case s.relative(i):
		s.chunks = append(s.chunks, chunk{kind: relative, first: i, end: i + 1, head: i})
	case tag == grammar.Adposition || tag == grammar.Subordinator && s.word(i) != "that":
		if d := s.dateAt(i + 1); d != nil {
			s.chunks = append(s.chunks, chunk{kind: when, first: i, end: d.End, head: i, date: d})
			return d.End
		}
		s.chunks = append(s.chunks, chunk{kind: preposition, first: i, end: i + 1, head: i})
	case s.verbal(i):
		return s.verbs(i)
	case s.nominal(i):
		return s.noun(i)
	case tag == grammar.Adverb:
		s.chunks = append(s.chunks, chunk{kind: adverb, first: i, end: i + 1, head: i})
	default:
		s.chunks = append(s.chunks, chunk{kind: mark, first: i, end: i + 1, head: i})
	}
	return i + 1
}

// dateAt returns the date that begins at word i, nil if none does.
func (s *sentence) dateAt(i int) *date.Mention {
	for k := range s.dates {
		if d := &s.dates[k]; d.First == i && d.Relation != date.For {
			return d
		}
	}
	return nil
}

// relative reports whether word i opens a relative clause.
func (s *sentence) relative(i int) bool {
	switch s.word(i) {
	case "who", "which", "whom":
		return true
	case "that":
		return s.tokens[i].Tag == grammar.Pronoun && i > 0
	}
	return false
}

// verbal reports whether word i belongs to a verb group.
func (s *sentence) verbal(i int) bool {
	t := &s.tokens[i]
	return (t.Tag == grammar.Verb || t.Tag == grammar.Auxiliary) && !s.modifying(i)
}

// modifying reports whether the verb form at i stands as an adjective inside a
// noun phrase: "the captured town".
func (s *sentence) modifying(i int) bool {
	if s.tokens[i].Tag != grammar.Verb || i == 0 || i+1 >= len(s.words) {
		return false
	}
	before, after := s.tokens[i-1].Tag, s.tokens[i+1].Tag
	return (before == grammar.Determiner || before == grammar.Adjective) && (after == grammar.Noun || after == grammar.ProperNoun)
}

// verbs appends the verb group that begins at word i.
func (s *sentence) verbs(i int) int {
	c := chunk{kind: verb, first: i, head: i}
	if n := len(s.chunks); n > 0 && s.chunks[n-1].kind == adverb {
		c.doubtful = hedges(s.word(s.chunks[n-1].first))
	}
	verbs, be := 0, false
	j := i
	for ; j < len(s.words); j++ {
		t, w := &s.tokens[j], s.word(j)
		switch {
		case t.Tag == grammar.Verb || t.Tag == grammar.Auxiliary:
			if s.modifying(j) {
				goto done
			}
			if t.Tag == grammar.Verb {
				verbs++
			}
			if t.Lemma == "be" {
				be = true
			}
			if t.Feats.Has(grammar.Modal) || t.Lemma == "will" || t.Lemma == "shall" || t.Lemma == "would" {
				c.doubtful = true
			}
			c.head = j
		case w == "not" || w == "n't" || w == "n’t" || w == "never":
			c.doubtful = true
		case w == "to" && j+1 < len(s.words) && s.tokens[j+1].Tag == grammar.Verb:
			c.doubtful = true // plans to, tried to, was forced to: no plain fact
		case t.Tag == grammar.Adverb && j+1 < len(s.words) && s.verbal(j+1):
			c.doubtful = c.doubtful || hedges(w)
		default:
			goto done
		}
	}
done:
	c.end = j
	head := &s.tokens[c.head]
	c.copula = verbs == 0 && be && head.Lemma == "be"
	past := head.Feats.Has(grammar.Participle)
	c.passive = past && be && c.head > i
	c.bare = past && c.head == i && !head.Feats.Has(grammar.Finite)
	if verbs > 1 && c.first != c.head {
		c.doubtful = true
	}
	s.chunks = append(s.chunks, c)
	return j
}

// hedges reports whether an adverb keeps a verb from telling a plain fact.
func hedges(w string) bool {
	switch w {
	case "allegedly", "reportedly", "nearly", "almost", "possibly", "probably", "perhaps", "hardly", "barely", "supposedly", "apparently", "never", "falsely":
		return true
	}
	return false
}

// nominal reports whether word i may belong to a noun phrase.
func (s *sentence) nominal(i int) bool {
	switch s.tokens[i].Tag {
	case grammar.Noun, grammar.ProperNoun, grammar.Pronoun, grammar.Determiner, grammar.Adjective, grammar.Number, grammar.Symbol, grammar.X:
		return s.words[i].Kind != text.Punct && s.words[i].Kind != text.Quote
	}
	return s.modifying(i)
}

// noun appends the noun phrase that begins at word i. It ends where another
// begins: at a second determiner, or a pronoun.
func (s *sentence) noun(i int) int {
	c := chunk{kind: noun, first: i, head: i}
	for k := range s.counts {
		if q := &s.counts[k]; q.First <= i && i < q.End {
			c.first = min(c.first, q.First)
		}
	}
	j := i
	for ; j < len(s.words); j++ {
		t := &s.tokens[j]
		if q := s.countAt(j); q != nil && q.End > j {
			if c.amount == nil {
				c.amount = q
			}
			c.head = q.End - 1
			j = q.End - 1
			if q.Head > j && q.Head < len(s.words) {
				c.head, j = q.Head, q.Head
			}
			if j+1 >= len(s.words) || s.tokens[j+1].Tag != grammar.Noun || q.Kind == quantity.Measure {
				j++
				break
			}
			continue
		}
		if possessive := s.word(j) == "'s" || s.word(j) == "’s"; possessive && j > i {
			continue
		}
		if s.word(j) == "-" && j > i && !s.words[j].Space && j+1 < len(s.words) && !s.words[j+1].Space {
			continue
		}
		if !s.nominal(j) || j > i && (t.Tag == grammar.Determiner || t.Tag == grammar.Pronoun) || s.dateAt(j) != nil {
			break
		}
		if t.Tag == grammar.Noun || t.Tag == grammar.ProperNoun || t.Tag == grammar.Pronoun || t.Tag == grammar.X {
			c.head = j
		}
		if t.Tag == grammar.Pronoun && j == i && !t.Feats.Has(grammar.Possessive) {
			j++
			break
		}
	}
	c.end = max(j, i+1)
	s.chunks = append(s.chunks, c)
	return c.end
}

// countAt returns the quantity that begins at word i, nil if none does.
func (s *sentence) countAt(i int) *quantity.Mention {
	for k := range s.counts {
		if q := &s.counts[k]; q.First == i && (q.Kind == quantity.Count || q.Kind == quantity.Measure) {
			return q
		}
	}
	return nil
}

// word returns word i folded.
func (s *sentence) word(i int) string { return text.Fold(s.words[i].In(s.t.side.Text)) }

// span returns the bytes of words i up to j.
func (s *sentence) span(i, j int) text.Span {
	if i >= j {
		return text.Span{}
	}
	return text.Span{Start: s.words[i].Start, End: s.words[j-1].End}
}
