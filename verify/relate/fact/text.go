package fact

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A Ref says what some words of a side stand for.
type Ref struct {
	Span text.Span
	Name string
}

// A Side is a text with what is known around it.
type Side struct {
	Text  string
	Lang  string // "en" if empty
	Date  date.Day
	Refs  []Ref
	Trees *claims.Trees // what was parsed of Text already; nil if nothing was
}

// A Text is a side whose facts were read.
type Text struct {
	side      Side
	lang      string
	sentences []*sentence
	facts     []fact
	cut       bool // a sentence was too long to be read
}

// sort_ says what a fact is about.
type sort_ uint8

const (
	told     sort_ = iota // a deed
	holding               // so many of something
	distance              // so far from somewhere
)

// A fact is one thing that a sentence says outright.
type fact struct {
	s       *sentence
	sort    sort_
	deed    *deed
	at, end int      // words that tell it
	agent   *phrase  // nil if not said
	patient *phrase  // who is acted upon; the holder; the place that is far
	from    *phrase  // distance: from where
	thing   string   // holding: what is counted, "people"
	toward  string   // distance: the direction, empty if not said
	times   []*chunk // when
	others  []*phrase
	amount  *quantity.Mention
	covered []int // words that it accounts for, beside function words
}

// A phrase is a noun phrase with the names that it goes by.
type phrase struct {
	s           *sentence
	lead        int // first, or what leads it: its preposition, an adverb before that
	first, end  int
	head        int
	preposition string   // before it, folded; empty if none
	names       []string // folded
	amount      *quantity.Mention
}

// maxSentence is how many words a sentence may have to be read.
const maxSentence = 120

// Prepare reads the facts of a side.
func Prepare(side Side) *Text {
	t := &Text{side: side, lang: side.Lang}
	if side.Trees == nil {
		t.side.Trees = new(claims.Trees)
	}
	if t.lang == "" {
		t.lang = "en"
	}
	if deeds()[t.lang] == nil {
		return t
	}
	words := text.Words(side.Text)
	for _, r := range text.Sentences(side.Text, words) {
		if r.Len() > maxSentence {
			t.cut = true
			continue
		}
		s := t.chunked(words[r.First:r.End])
		s.read()
		t.sentences = append(t.sentences, s)
	}
	return t
}

// Empty reports whether the text tells no fact.
func (t *Text) Empty() bool { return len(t.facts) == 0 }

// phrase makes a phrase of the noun chunk k, what "of" adds to it included.
func (s *sentence) phrase(k int) *phrase {
	c := &s.chunks[k]
	p := &phrase{s: s, lead: c.first, first: c.first, end: c.end, head: c.head, amount: c.amount}
	if k > 0 && s.chunks[k-1].kind == preposition {
		p.preposition = s.word(s.chunks[k-1].first)
	}
	p.names = s.namesIn(p.names, c.first, c.end)
	if r := s.ref(c); r != "" {
		p.names = append(p.names, r)
	}
	if k+2 < len(s.chunks) && s.chunks[k+1].kind == preposition && s.word(s.chunks[k+1].first) == "of" && s.chunks[k+2].kind == noun && len(p.names) == 0 {
		if o := &s.chunks[k+2]; o.amount == nil && s.settled(s.tokens[c.head].Lemma) {
			p.names = s.namesIn(p.names, o.first, o.end)
			p.end = o.end
		}
	}
	return p
}

// settled reports whether a noun renames what "of" adds: "the town of Bana",
// "fighters of the L17".
func (s *sentence) settled(lemma string) bool {
	switch lemma {
	case "republic", "kingdom", "village", "fighter", "rebel", "soldier", "troop", "troops", "force", "forces", "army", "militant":
		return true // what the fighters of the L17 do, the L17 does
	}
	_, ok := lexicon.Hypernym(lemma, "location", lexicon.Noun)
	return ok
}

// namesIn appends the folded runs of names in words i up to j.
func (s *sentence) namesIn(names []string, i, j int) []string {
	for i < j {
		n := i
		for n < j && s.name(n) {
			n++
		}
		if n > i {
			var b strings.Builder
			for ; i < n; i++ {
				if w := s.word(i); w != "the" {
					if b.Len() > 0 {
						b.WriteByte(' ')
					}
					b.WriteString(strings.Trim(w, "."))
				}
			}
			if n < j && (s.word(n) == "'s" || s.word(n) == "’s") {
				continue // "Uganda's army" is not Uganda
			}
			names = append(names, b.String())
			continue
		}
		i++
	}
	return names
}

// name reports whether word i is part of a name.
func (s *sentence) name(i int) bool {
	w := s.words[i].In(s.t.side.Text)
	if s.words[i].Kind != text.Letters || w[0] < 'A' || w[0] > 'Z' && w[0] < 0x80 {
		return false
	}
	return s.tokens[i].Tag == grammar.ProperNoun || strings.ContainsAny(w, "0123456789") || i > 0 && s.tokens[i].Tag == grammar.Noun || s.tokens[i].Tag == grammar.X
}

// ref returns the folded name that a Ref gives the chunk, empty if none.
func (s *sentence) ref(c *chunk) string {
	at := s.span(c.first, c.end)
	for _, r := range s.t.side.Refs {
		if at.Contains(r.Span) || r.Span.Contains(at) {
			return text.Fold(r.Name)
		}
	}
	return ""
}

// same reports whether the source's phrase p is what the statement's phrase q
// names.
func same(p, q *phrase) bool {
	if p == nil || q == nil {
		return false
	}
	for _, b := range q.names {
		for _, a := range p.names {
			if oneName(a, b) {
				return true
			}
		}
	}
	if len(q.names) > 0 {
		return false
	}
	a, b := p.s.tokens[p.head].Lemma, q.s.tokens[q.head].Lemma
	return a == b && q.s.tokens[q.head].Tag == grammar.Noun && p.amount == nil && q.amount == nil
}

// oneName reports whether two folded names are one.
func oneName(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && slices.Equal(x, y[len(y)-len(x):]) && (len(x) > 1 || len(y) <= 3)
}
