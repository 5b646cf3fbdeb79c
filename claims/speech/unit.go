package speech

import (
	"unicode"
	"unicode/utf8"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// A unit is what gets a label: a word, or a whole quotation that is no part of
// the syntax around it.
type unit struct {
	words     text.Range
	quotation int32 // the quotation that the unit is, -1 for a word
	part      bool  // a word inside a quotation that is part of the syntax around it
	sentence  int32
	head      int32 // index of a unit, -1 for a root
	tag       grammar.Tag
	rel       grammar.Rel
	feats     grammar.Feats
	word      uint32 // hash of the folded word
	lemma     uint32 // hash of the lemma
	class     uint32 // hash of the class of reporting words that the lexicon has it in, zero for none
	base      string // the lemma
	shape     uint8
	name      uint8 // kind of the name that it is part of, zero for none
}

// Ahead says which passages of t Reports will be asked for next: their sentences are sooner
// read together.
func (s *Analysis) Ahead(t *Text, passages []Passage) {
	s.soon = s.soon[:0]
	var ends []int // of the sentences
	for k := range passages {
		s.split(t, &passages[k])
		for i := range s.units {
			u := &s.units[i]
			if u.quotation < 0 {
				s.soon = append(s.soon, t.Words[u.words.First])
			}
			if i+1 == len(s.units) || s.units[i+1].sentence != u.sentence {
				ends = append(ends, len(s.soon))
			}
		}
	}
	s.sentences = s.sentences[:0]
	from := 0
	for _, end := range ends {
		if from < end {
			s.sentences = append(s.sentences, grammar.Unread{Src: t.Source, Words: s.soon[from:end:end]})
		}
		from = end
	}
	s.parser.Ahead(s.sentences)
}

// Passage takes passage p of t apart.
func (s *Analysis) Passage(t *Text, p *Passage) {
	s.split(t, p)
	s.parse(t)
	s.link()
}

// split finds the units of a passage.
func (s *Analysis) split(t *Text, p *Passage) {
	s.units = s.units[:0]
	for n, sentence := range p.Sentences {
		for i := sentence.First; i < sentence.End; {
			u := unit{words: text.Range{First: i, End: i + 1}, quotation: -1, sentence: int32(n), head: -1}
			if q := t.Inside(i); q >= 0 {
				if t.apart(&t.Quotations[q], p) {
					u.quotation = int32(q)
					u.words.End = max(i+1, min(t.Quotations[q].All.End, sentence.End))
				} else {
					u.part = true
				}
			}
			i = u.words.End
			s.units = append(s.units, u)
		}
	}
}

// Len returns the number of units.
func (s *Analysis) Len() int { return len(s.units) }

// Unit returns the words of unit i.
func (s *Analysis) Unit(i int) text.Range { return s.units[i].words }

// link fills the lists of what each unit governs and counts marks.
func (s *Analysis) link() {
	n := len(s.units)
	s.kids, s.next, s.likely = s.kids[:0], s.next[:0], s.likely[:0]
	s.commas, s.stops, s.quotes = append(s.commas[:0], 0), append(s.stops[:0], 0), append(s.quotes[:0], 0)
	for i := range s.units {
		s.kids, s.next, s.likely = append(s.kids, -1), append(s.next, -1), append(s.likely, false)
		u := &s.units[i]
		c, d, q := s.commas[i], s.stops[i], s.quotes[i]
		switch {
		case u.quotation >= 0:
			q++
		case u.word == comma:
			c++
		case u.tag == grammar.Punctuation && u.shape == markShape:
			d++
		}
		s.commas, s.stops, s.quotes = append(s.commas, c), append(s.stops, d), append(s.quotes, q)
	}
	for i := n - 1; i >= 0; i-- {
		if h := s.units[i].head; h >= 0 {
			s.next[i], s.kids[h] = s.kids[h], int32(i)
		}
	}
}

// Likely tells which units are likely cues; the labels around one cue depend on
// the others.
func (s *Analysis) Likely(i int, yes bool) { s.likely[i] = yes }

// countOthers counts the likely cues before each unit.
func (s *Analysis) countOthers() {
	s.others = append(s.others[:0], 0)
	for i, l := range s.likely {
		n := s.others[i]
		if l {
			n++
		}
		s.others = append(s.others, n)
	}
}

// apart reports whether a quotation stands apart from the sentence around it:
// it is one or more sentences of its own, or set off by a comma or colon.
func (t *Text) apart(q *Quotation, p *Passage) bool {
	in := q.Words()
	if in.Len() == 0 {
		return false
	}
	if q.RunsOn || q.Continues || in.Len() > longest/4 {
		return true
	}
	for i := in.First; i < in.End-1; i++ {
		if w := t.word(i); (w == "." || w == "!" || w == "?") && i+1 < in.End && t.Words[i+1].Space {
			return true
		}
	}
	end := in.End - 1
	for end > in.First && t.Words[end].Kind == text.Quote { // of a quotation inside
		end--
	}
	last := t.word(end)
	after := t.word(q.All.End)
	stops := last == "," || last == "." || last == "!" || last == "?" || last == "…" || last == "..." || last == "—" || last == "-" || last == "--"
	if q.All.First == p.Words.First {
		return stops || in.Len() >= 3 && after == "," || q.All.End >= p.Words.End-1
	}
	before := t.word(q.All.First - 1)
	c, _ := utf8.DecodeRuneInString(t.word(in.First))
	switch before {
	case ",", ":", "—", "–", "--":
		return stops && (in.Len() >= 3 || before == ":") || unicode.IsUpper(c) && in.Len() >= 4
	}
	if t.Words[q.All.First-1].Kind == text.Quote || before == "." || before == "!" || before == "?" {
		return true
	}
	return stops && last != "," && unicode.IsUpper(c) && in.Len() >= 5
}

// parse analyses the words of each sentence that are units of their own.
func (s *Analysis) parse(t *Text) {
	for i := 0; i < len(s.units); {
		j := i
		s.words, s.at = s.words[:0], s.at[:0]
		for ; j < len(s.units) && s.units[j].sentence == s.units[i].sentence; j++ {
			u := &s.units[j]
			s.describe(t, u)
			if u.quotation < 0 {
				s.words = append(s.words, t.Words[u.words.First])
				s.at = append(s.at, int32(j))
			}
		}
		if len(s.words) > 0 {
			s.attach(t.Source)
		}
		i = j
	}
}

// attach parses s.words and copies the analysis to their units.
func (s *Analysis) attach(src string) {
	tree := s.parser.Parse(src, s.words)
	for k, tok := range tree.Tokens {
		u := &s.units[s.at[k]]
		u.tag, u.rel, u.feats, u.lemma, u.base = tok.Tag, tok.Rel, tok.Feats, hashFold(tok.Lemma), tok.Lemma
		if tok.Tag == grammar.Verb && u.shape == capital && k > 0 {
			if _, ok := lexicon.Lemma(lexicon.Verb, tok.Lemma); !ok { // a name that the tagger does not know
				u.tag = grammar.ProperNoun
			}
		}
		u.class = class(u.tag, tok.Lemma)
		if tok.Head >= 0 && tok.Head < len(s.at) {
			u.head = s.at[tok.Head]
		}
	}
	for _, n := range tree.Names {
		for k := n.First; k < n.End && k < len(s.at); k++ {
			s.units[s.at[k]].name = uint8(n.Kind)
		}
	}
}

// class returns the hash of the lexicon's class of a reporting verb or noun.
func class(tag grammar.Tag, lemma string) uint32 {
	kind := lexicon.VerbCue
	switch tag {
	case grammar.Verb:
	case grammar.ProperNoun:
		l, ok := lexicon.Lemma(lexicon.Verb, lemma)
		if !ok {
			return 0
		}
		lemma = l
	case grammar.Noun:
		kind = lexicon.NounCue
	default:
		return 0
	}
	if c, ok := lexicon.CueOf("en", kind, lemma); ok {
		return hashFold(c.Class) | uint32(kind)
	}
	return 0
}

// Shapes of words.
const (
	small uint8 = iota
	capital
	capitals
	number
	markShape
	apartShape // a quotation that stands apart; with the next two bits what it ends with
)

// describe fills in what is known of a unit without grammar.
func (s *Analysis) describe(t *Text, u *unit) {
	if u.quotation >= 0 {
		u.word, u.tag = hashFold("<quotation>"), grammar.X
		u.shape = apartShape
		in := t.Quotations[u.quotation].Words()
		switch t.word(in.End - 1) {
		case ",":
			u.shape++
		case ".", "!", "?":
			u.shape += 2
		}
		return
	}
	w := t.Words[u.words.First]
	str := w.In(t.Source)
	u.word = hashFold(str)
	switch w.Kind {
	case text.Number:
		u.shape = number
	case text.Letters:
		if c, n := utf8.DecodeRuneInString(str); unicode.IsUpper(c) {
			u.shape = capital
			if len(str) > n+1 {
				if d, _ := utf8.DecodeRuneInString(str[n:]); unicode.IsUpper(d) {
					u.shape = capitals
				}
			}
		}
	default:
		u.shape = markShape
	}
}
