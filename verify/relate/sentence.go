package relate

import (
	"sort"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// A sentence of a side, parsed when it is first needed.
type sentence struct {
	a     *Analysis
	first int         // index in a.words of its first word
	end   int         // and of the word after its last
	bloom text.Sketch // the stems of its content words
	words []text.Word // those that are parsed: without what stands in brackets
	at    []int       // parallel to words: their index in a.words

	once    sync.Once
	tree    grammar.Sentence
	clauses []grammar.Clause
	events  []event
	lives   []life

	divide sync.Once
	units  []unit // what it says, part by part
	unitOf []int  // parallel to words: the unit of the word, -1 for a word of grammar
	titles []title
}

// parsed are the languages that the grammar's network was trained on. The trees of
// others are as good as none: there only what stands unbroken in a source is borne
// out.
var parsed = map[string]bool{"en": true}

// maxSentence is how many words a sentence may have to be parsed: what is longer
// is a list or a table.
const maxSentence = 120

// sentences returns the sentences of a side.
func (a *Analysis) sentences() []*sentence {
	a.split.Do(func() {
		t := 0
		for _, r := range text.Sentences(a.side.Text, a.words) {
			s := &sentence{a: a, first: r.First, end: r.End}
			for ; t < len(a.terms) && a.terms[t].word < r.End; t++ {
				if a.terms[t].class == content {
					s.bloom.Add(a.terms[t].stem)
				}
			}
			a.parts = append(a.parts, s)
		}
	})
	return a.parts
}

// parse parses the sentence; nothing comes of one that is too long.
func (s *sentence) parse() {
	s.once.Do(func() {
		s.unbracket()
		if len(s.words) > maxSentence || len(s.words) == 0 {
			s.words, s.at = nil, nil
			return
		}
		s.tree = s.a.side.Trees.Parse(s.a.side.Text, s.words)
		s.clauses = grammar.Clauses(&s.tree)
		s.events = s.findEvents()
		s.lives = s.findLives()
		s.titles = s.findTitles()
	})
}

// unbracket collects the words to parse. What stands in brackets interrupts a
// sentence and breaks its tree; it is read by itself (see life.go).
func (s *sentence) unbracket() {
	for i := s.first; i < s.end; i++ {
		if s.a.depth[i] > 0 {
			continue
		}
		s.words = append(s.words, s.a.words[i])
		s.at = append(s.at, i)
	}
}

// index returns the index in words of word i of the text, -1 if it is not among
// them.
func (s *sentence) index(i int) int {
	if k := sort.SearchInts(s.at, i); k < len(s.at) && s.at[k] == i {
		return k
	}
	return -1
}

// term returns the term that word i belongs to, nil if none: a mark.
func (s *sentence) term(i int) *term {
	t := s.a.termOf[s.at[i]]
	if t < 0 {
		return nil
	}
	return &s.a.terms[t]
}

// fold returns word i folded.
func (s *sentence) fold(i int) string {
	if t := s.term(i); t != nil {
		return t.fold
	}
	return s.words[i].In(s.a.side.Text)
}

// span returns the bytes of words i up to j.
func (s *sentence) span(i, j int) text.Span {
	return text.Span{Start: s.words[i].Start, End: s.words[j-1].End}
}

// phrase returns the bytes of the phrase that word i governs, without the marks
// at its ends.
func (s *sentence) phrase(i int) text.Span {
	first, end := s.tree.Tokens[i].First, s.tree.Tokens[i].End
	for end > i+1 && s.term(end-1) == nil {
		end--
	}
	for first < i && s.term(first) == nil {
		first++
	}
	return s.span(first, end)
}

// pos returns the part of speech of word i as the lexicon has it.
func (s *sentence) pos(i int) lexicon.POS {
	switch s.tree.Tokens[i].Tag {
	case grammar.Noun, grammar.ProperNoun:
		return lexicon.Noun
	case grammar.Verb:
		return lexicon.Verb
	case grammar.Adjective:
		return lexicon.Adjective
	case grammar.Adverb:
		return lexicon.Adverb
	}
	return lexicon.Any
}

// lemma returns the lemma of word i.
func (s *sentence) lemma(i int) string {
	t := s.term(i)
	if t == nil {
		return ""
	}
	if p := s.pos(i); p != lexicon.Any {
		if l, ok := t.lemma(s.a.lang, p); ok {
			return l
		}
	}
	return t.fold
}

// contentful reports whether the sentence has a word that a source must have to
// bear it out.
func (s *sentence) contentful() bool {
	for i := s.first; i < s.end; i++ {
		if t := s.a.termAt(i); t != nil && t.needed() {
			return true
		}
	}
	return false
}

// needed reports whether a source must have the term, or another for it.
func (t *term) needed() bool {
	return t.class == content || t.class == quantifier || t.class == negation
}
