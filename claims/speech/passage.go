package speech

import (
	"slices"
	"unicode"
	"unicode/utf8"

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
	inside     []int32      // for each word from the first on, the outermost quotation whose marks hold it, -1 for none
	first      int          // the word that inside begins with: 0 but within a quotation
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

// Within returns the words between the marks of quotation q as a text of its own,
// in which the quotations right inside q are the outermost. Words and quotations
// keep their numbers.
func (t *Text) Within(q int) *Text {
	in := t.Quotations[q].Words()
	w := &Text{Source: t.Source, Words: t.Words, Blocks: []text.Range{in}, Quotations: t.Quotations, first: in.First}
	w.inside = make([]int32, in.Len())
	for i := range w.inside {
		w.inside[i] = -1
	}
	for k := q + 1; k < len(t.Quotations) && t.Quotations[k].Open < in.End; k++ {
		if c := &t.Quotations[k]; c.Outer == q {
			for j := max(c.All.First, in.First); j < min(c.All.End, in.End); j++ {
				w.inside[j-in.First] = int32(k)
			}
		}
	}
	w.cut(0)
	return w
}

// cut adds the passages of block b.
func (t *Text) cut(b int) {
	block := t.Blocks[b]
	first := len(t.Passages)
	sentences := t.sentences(block)
	for k, s := range sentences {
		if n := len(t.Passages); n > 0 {
			p := &t.Passages[n-1]
			switch {
			case n > first && (t.joined(p, s.First) || t.tags(p, s)) || t.signs(p, s):
				last := &p.Sentences[len(p.Sentences)-1]
				last.End, p.Words.End, p.Last = s.End, s.End, b
				continue
			case len(p.Sentences) < most && t.allQuoted(s) && !(k+1 < len(sentences) && t.tags(&Passage{Words: s}, sentences[k+1])) && (n > first && s.First > block.First && t.allows(p) || n == first && t.leads(p)):
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
		for i := t.cited(s, s.First); i > 0; i = t.cited(s, i) {
			out = append(out, text.Range{First: s.First, End: i})
			s.First = i
		}
		out = append(out, s)
	}
	return out
}

// cited returns the end of a note that stands behind the full stop and the closing mark
// of a quotation in s, from word i on, where a sentence begins: “We stay.”[1] | The. 0 if
// none does.
func (t *Text) cited(s text.Range, i int) int {
	for ; i+2 < s.End; i++ {
		if t.Words[i].Kind != text.Quote || t.word(i+1) != "[" || t.word(i-1) != "." && t.word(i-1) != "!" && t.word(i-1) != "?" {
			continue
		}
		for end := i + 2; end < min(s.End-1, i+12); end++ {
			if t.word(end) == "]" && t.capital(end+1) {
				return end + 1
			}
		}
	}
	return 0
}

// signs reports whether s names the speaker of the quotation before it: “…” —
// Jane Doe.
func (t *Text) signs(p *Passage, s text.Range) bool {
	switch t.word(s.First) {
	case "-", "–", "—", "--", "―":
		with := t.word(s.First + 1) // “— With files from Jane Doe”
		return s.Len() <= 16 && t.Inside(s.First-1) >= 0 && p.Words.Len() <= longest && (!lexicon.Is("en", lexicon.Opener, with) || lexicon.Is("en", lexicon.Article, with))
	}
	return false
}

// tags reports whether s is the attribution of the quotation that p is, cut off
// by its question or exclamation mark: “Why?” Doe asked. A sentence that says something
// of its own is none: “Why?” Doe asked if it was late.
func (t *Text) tags(p *Passage, s text.Range) bool {
	q := t.Inside(p.Words.First)
	if q < 0 || t.Inside(s.First) >= 0 || t.Quotations[q].All.End < p.Words.End {
		return false
	}
	last := p.Words.End - 1
	for last > p.Words.First && t.Words[last].Kind == text.Quote {
		last--
	}
	stopped := t.word(last) == "."
	for i := s.First; i < s.End && i < s.First+6 && t.Inside(i) < 0; i++ {
		switch w := t.word(i); w {
		case ",":
			return i > s.First+1 && t.apposed(text.Range{First: s.First, End: i}, s.End)
		case ".", ":":
			return false
		case "was", "were", "is", "are", "be", "been":
			return false
		default:
			switch class, ok := t.says(i); {
			case ok && i == s.First:
				return true
			case ok && stopped:
				return class != "manner" && s.End-i <= 4 && t.adverbial(i+1)
			case ok:
				return !t.goesOn(i, s.End)
			case !stopped && i > s.First && s.End-i <= 3 && t.capital(s.First) && reports(w):
				return true
			}
		}
	}
	return false
}

// adverbial reports whether word i, behind a verb of saying, ends the sentence or says
// when, where or to whom: “Doe said on Monday”, not “Doe said nothing”.
func (t *Text) adverbial(i int) bool {
	switch w := t.word(i); w {
	case ".", "on", "in", "at", "to", "with", "by", "from", "later", "today", "yesterday", "again", "then", "here":
		return true
	default:
		return t.capital(i) || t.word(i-1) == "told" || t.word(i-1) == "asked"
	}
}

// goesOn reports whether a clause follows the verb of saying at word i.
func (t *Text) goesOn(i, end int) bool {
	switch next := t.word(i + 1); next {
	case "that", "if", "whether", "how", "what", "why":
		return true
	case "he", "she", "it", "they", "we", "I", "there":
		return end-i > 3
	case "the", "a", "an", "his", "her", "their", "its", "no", "this":
		w := t.word(i)
		return end-i > 6 && w != "told" && w != "asked" && w != "tells" && w != "asks"
	}
	return false
}

// capital reports whether word i begins with a capital and is no pronoun.
func (t *Text) capital(i int) bool {
	switch w := t.word(i); w {
	case "Nobody", "Somebody", "Everybody", "Everyone", "They", "It", "We", "I", "You", "That", "This":
		return false
	default:
		c, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(c)
	}
}

// reports reports whether w is an inflected verb that may report.
func reports(w string) bool {
	lemma, ok := lexicon.LemmaIn("en", lexicon.Verb, w)
	if !ok || lemma == w {
		return false
	}
	c, ok := lexicon.CueOf("en", lexicon.VerbCue, lemma)
	return ok && c.Class != "believe" && c.Class != "promise"
}

// apposed reports whether a verb of saying follows the apposition behind a name:
// “Why?” Jane Doe, the mayor of the town, asked.
func (t *Text) apposed(name text.Range, end int) bool {
	for i := name.First; i < name.End; i++ {
		if c, _ := utf8.DecodeRuneInString(t.word(i)); !unicode.IsUpper(c) {
			return false
		}
	}
	for i := name.End + 1; i+1 < end && i < name.End+20 && t.Inside(i) < 0; i++ {
		if t.word(i) == "," {
			_, ok := t.says(i + 1)
			return ok
		}
	}
	return false
}

// says returns the class of the inflected verb of saying, French or English, at word i, “shot back” one of
// them; false if none stands there.
func (t *Text) says(i int) (class string, ok bool) {
	w := t.word(i)
	if c, _ := utf8.DecodeRuneInString(w); len(w) < 4 || !unicode.IsLower(c) {
		return "", false
	}
	for _, lang := range [...]string{"en", "fr"} {
		lemma, ok := lexicon.LemmaIn(lang, lexicon.Verb, w)
		if !ok || lemma == w {
			continue
		}
		c, ok := lexicon.CueOf(lang, lexicon.VerbCue, lemma+"_"+t.word(i+1))
		if !ok {
			c, _ = lexicon.CueOf(lang, lexicon.VerbCue, lemma)
		}
		switch c.Class {
		case "say", "manner", "declare", "ask", "doubt", "warn":
			return c.Class, true
		}
	}
	return "", false
}

// joined reports whether one quotation holds word i and the one before it. What
// stands before that quotation in p may not be overlong.
func (t *Text) joined(p *Passage, i int) bool {
	q := t.Inside(i)
	return q >= 0 && q == t.Inside(i-1) && t.Quotations[q].All.First-p.Words.First <= longest
}

// allQuoted reports whether all words of s but punctuation are in quotations.
func (t *Text) allQuoted(s text.Range) bool {
	quoted := false
	for i := s.First; i < s.End; i++ {
		if t.Inside(i) >= 0 {
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
		if t.Inside(i) >= 0 {
			return true
		}
	}
	return t.word(p.Words.End-1) == ":"
}

// leads reports whether p ends with the colon that announces the next block.
func (t *Text) leads(p *Passage) bool { return t.word(p.Words.End-1) == ":" }

// BlockStart reports whether a block begins with word i.
func (t *Text) BlockStart(i int) bool {
	_, ok := slices.BinarySearchFunc(t.Blocks, i, func(b text.Range, i int) int { return b.First - i })
	return ok
}

// word returns the letters of word i.
func (t *Text) word(i int) string {
	if i < 0 || i >= len(t.Words) {
		return ""
	}
	return t.Words[i].In(t.Source)
}

// Inside returns the index of the outermost quotation that holds word i, marks
// included, -1 if none does.
func (t *Text) Inside(i int) int {
	if i -= t.first; i >= 0 && i < len(t.inside) {
		return int(t.inside[i])
	}
	return -1
}
