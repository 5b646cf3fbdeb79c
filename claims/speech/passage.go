package speech

import (
	"unicode"
	"unicode/utf8"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// A Text is a document cut into passages.
type Text struct {
	Source     string
	Words      []text.Word
	Blocks     []text.Range // paragraphs, as ranges of words
	Quotations []Quotation  // in the order of their opening marks
	Passages   []Passage    // in order; every word is in exactly one
	inside     []int32      // for each word the outermost quotation whose marks hold it, -1 for none
}

// A Passage is what one attribution can reach: a sentence, the sentences that
// one quotation holds together, and the quotations that stand alone after it in
// the same paragraph or, behind a colon, in the next.
type Passage struct {
	Words     text.Range
	Sentences []text.Range // of words: where the sentences are cut, quotations aside
	First     int          // index of the first block
	Last      int          // index of the last block
}

// Read pairs the quotation marks of src and cuts it into passages. Words are
// those of the blocks, in order.
func Read(src string, words []text.Word, blocks []text.Range) *Text {
	t := &Text{Source: src, Words: words, Blocks: blocks}
	t.Quotations = quotations(src, words, blocks)
	t.inside = make([]int32, len(words))
	for i := range t.inside {
		t.inside[i] = -1
	}
	for i := range t.Quotations {
		if q := &t.Quotations[i]; q.Outer < 0 {
			for j := q.All.First; j < q.All.End; j++ {
				t.inside[j] = int32(i)
			}
		}
	}
	for b := range blocks {
		t.cut(b)
	}
	return t
}

// cut adds the passages of block b.
func (t *Text) cut(b int) {
	block := t.Blocks[b]
	first := len(t.Passages)
	for _, s := range t.sentences(block) {
		if n := len(t.Passages); n > 0 {
			p := &t.Passages[n-1]
			switch {
			case n > first && (t.joined(p, s.First) || t.tags(p, s)) || t.signs(p, s):
				last := &p.Sentences[len(p.Sentences)-1]
				last.End, p.Words.End, p.Last = s.End, s.End, b
				continue
			case len(p.Sentences) < most && t.allQuoted(s) && (n > first && s.First > block.First && t.allows(p) || n == first && t.leads(p)):
				p.Sentences = append(p.Sentences, s)
				p.Words.End, p.Last = s.End, b
				continue
			}
		}
		t.Passages = append(t.Passages, Passage{Words: s, Sentences: []text.Range{s}, First: b, Last: b})
	}
}

// longest is the number of words at which a passage is cut whatever it holds, so
// that no input takes more than linear time.
const longest = 400

// most is the number of quotations that may go on from one attribution.
const most = 40

// sentences returns the sentences of a block, the overlong cut in pieces.
func (t *Text) sentences(block text.Range) []text.Range {
	var out []text.Range
	for _, s := range text.Sentences(t.Source, t.Words[block.First:block.End]) {
		s.First += block.First
		s.End += block.First
		for s.Len() > longest {
			out = append(out, text.Range{First: s.First, End: s.First + longest})
			s.First += longest
		}
		out = append(out, s)
	}
	return out
}

// signs reports whether s names the speaker of the quotation before it: “…” —
// Jane Doe.
func (t *Text) signs(p *Passage, s text.Range) bool {
	switch t.word(s.First) {
	case "-", "–", "—", "--", "―":
		return s.Len() <= 16 && t.inside[s.First-1] >= 0 && p.Words.Len() <= longest
	}
	return false
}

// tags reports whether s is the attribution of the quotation that p is, cut off
// by its question or exclamation mark: “Why?” Doe asked.
func (t *Text) tags(p *Passage, s text.Range) bool {
	q := t.inside[p.Words.First]
	if q < 0 || t.inside[s.First] >= 0 || t.Quotations[q].All.End < p.Words.End {
		return false
	}
	for i := s.First; i < s.End && i < s.First+6 && t.inside[i] < 0; i++ {
		switch w := t.word(i); w {
		case ",", ".", ":":
			return false
		case "was", "were", "is", "are", "be", "been":
			return false
		default:
			if says(w) {
				return true
			}
		}
	}
	return false
}

// says reports whether w is an inflected verb of saying, French or English.
func says(w string) bool {
	if c, _ := utf8.DecodeRuneInString(w); len(w) < 4 || !unicode.IsLower(c) {
		return false
	}
	for _, lang := range [...]string{"en", "fr"} {
		lemma, ok := lexicon.LemmaIn(lang, lexicon.Verb, w)
		if !ok || lemma == w {
			continue
		}
		switch c, _ := lexicon.CueOf(lang, lexicon.VerbCue, lemma); c.Class {
		case "say", "manner", "declare", "ask", "doubt", "warn":
			return true
		}
	}
	return false
}

// joined reports whether one quotation holds word i and the one before it. What
// stands before that quotation in p may not be overlong.
func (t *Text) joined(p *Passage, i int) bool {
	q := t.inside[i]
	return q >= 0 && q == t.inside[i-1] && t.Quotations[q].All.First-p.Words.First <= longest
}

// allQuoted reports whether all words of s but punctuation are in quotations.
func (t *Text) allQuoted(s text.Range) bool {
	quoted := false
	for i := s.First; i < s.End; i++ {
		if t.inside[i] >= 0 {
			quoted = true
		} else if k := t.Words[i].Kind; k != text.Punct && k != text.Quote {
			return false
		}
	}
	return quoted
}

// allows reports whether a quotation that stands alone may go on from p: p holds
// a quotation and words around it.
func (t *Text) allows(p *Passage) bool {
	for i := p.Words.First; i < p.Words.End; i++ {
		if t.inside[i] >= 0 {
			return true
		}
	}
	return t.word(p.Words.End-1) == ":"
}

// leads reports whether p ends with the colon that announces the next block.
func (t *Text) leads(p *Passage) bool { return t.word(p.Words.End-1) == ":" }

// word returns the letters of word i.
func (t *Text) word(i int) string {
	if i < 0 || i >= len(t.Words) {
		return ""
	}
	return t.Words[i].In(t.Source)
}

// Inside returns the index of the outermost quotation that holds word i, marks
// included, -1 if none does.
func (t *Text) Inside(i int) int { return int(t.inside[i]) }

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

// Passage takes passage p of t apart.
func (s *Analysis) Passage(t *Text, p *Passage) {
	s.units = s.units[:0]
	for n, sentence := range p.Sentences {
		for i := sentence.First; i < sentence.End; {
			u := unit{words: text.Range{First: i, End: i + 1}, quotation: -1, sentence: int32(n), head: -1}
			if q := t.inside[i]; q >= 0 {
				if t.apart(&t.Quotations[q], p) {
					u.quotation = q
					u.words.End = max(i+1, min(t.Quotations[q].All.End, sentence.End))
				} else {
					u.part = true
				}
			}
			i = u.words.End
			s.units = append(s.units, u)
		}
	}
	s.parse(t)
	s.link()
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
	last := t.word(in.End - 1)
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
