package relate

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/date"
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

	reading   sync.Once
	sentences []*proposition.Sentence
	sketches  []text.Sketch // parallel to sentences: the stems of their content words
}

// A term is one word that an alignment may use.
type term struct {
	word  int    // index in words
	end   int    // index of the word after it: a phrase such as "in front of" is one term
	fold  string // folded
	stem  string // stemmed; equal to fold for function words, names and numbers
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
	subjectless
)

// Prepare analyses a side once, to be compared often.
func Prepare(s Side) *Analysis {
	if s.Trees == nil {
		s.Trees = &claims.Trees{Lang: s.Lang}
	}
	a := &Analysis{side: s}
	a.outline()
	a.index()
	a.findBrackets()
	a.findValues()
	return a
}

// findTerms makes terms of the words that are no marks.
func (a *Analysis) findTerms(voc *vocabulary) {
	src := a.side.Text
	a.terms = make([]term, 0, len(a.words))
	open, zone := true, int16(0)
	for i := 0; i < len(a.words); i++ {
		w := a.words[i]
		switch w.Kind {
		case text.Punct, text.Quote, text.Other:
			switch w.In(src)[0] {
			case '.', '!', '?', '"', ':':
				open = true
				zone++
			case ',', ';', '(', ')':
				zone++
			}
			continue
		case text.Symbol:
			switch w.In(src) {
			case "%", "$", "€", "£", "&":
			default:
				continue
			}
		}
		t := newTerm(src, w, voc.class)
		t.word, t.end = i, i+1
		if m := contracted(t.fold); m != "" && i+1 < len(a.words) && text.Fold(a.words[i+1].In(src)) == "n't" {
			t.fold, t.stem, t.class = m, m, modal
		}
		if p, n := voc.phrase(src, a.words, i); n > 0 {
			t.fold, t.stem, t.class, t.end = p, p, voc.class[p], i+n
			i += n - 1
		}
		if open {
			t.flags |= opening
		}
		open = false
		if t.class == conjunction || opensClause.in(a.lang, t.fold) {
			zone++
		}
		t.zone = zone
		if t.class == content && t.flags&digits == 0 {
			t.stem = text.Stem(a.lang, t.fold)
		}
		if t.class == content {
			a.bloom.Add(t.stem)
		}
		a.terms = append(a.terms, t)
	}
}

// index tells for each word which term it belongs to.
func (a *Analysis) index() {
	a.termOf = make([]int32, len(a.words))
	for i := range a.termOf {
		a.termOf[i] = -1
	}
	for k := range a.terms {
		for i := a.terms[k].word; i < a.terms[k].end; i++ {
			a.termOf[i] = int32(k)
		}
	}
}

// termAt returns the term of word i, nil if it is a mark.
func (a *Analysis) termAt(i int) *term {
	if k := a.termOf[i]; k >= 0 {
		return &a.terms[k]
	}
	return nil
}

// findBrackets tells which words stand in round or square brackets, also those
// that treebanks write as -LRB- and -RSB-. Brackets that are not closed in forty
// words are none.
func (a *Analysis) findBrackets() {
	a.depth = make([]uint8, len(a.words))
	var open []int
	for i := 0; i < len(a.words); i++ {
		side, n := a.bracket(i)
		switch {
		case side > 0 && len(open) < 8:
			open = append(open, i)
		case side < 0 && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if i-from > 60 || from == 0 {
				break
			}
			for j := from; j < i+n; j++ {
				a.depth[j]++
			}
		}
		i += max(n, 1) - 1
	}
}

// bracket returns 1 if a bracket opens at word i, -1 if one closes, and how many
// words it is written in.
func (a *Analysis) bracket(i int) (side, n int) {
	switch w := a.words[i].In(a.side.Text); w {
	case "(", "[":
		return 1, 1
	case ")", "]":
		return -1, 1
	case "-":
		if i+2 < len(a.words) && a.words[i+2].In(a.side.Text) == "-" {
			switch a.words[i+1].In(a.side.Text) {
			case "LRB", "LSB":
				return 1, 3
			case "RRB", "RSB":
				return -1, 3
			}
		}
	}
	return 0, 1
}

// newTerm returns the term of a word, without its stem.
func newTerm(src string, w text.Word, classes map[string]class) term {
	t := term{fold: strings.TrimSuffix(text.Fold(w.In(src)), ".")}
	t.stem = t.fold
	if w.Kind == text.Number {
		t.flags |= digits
		if c := t.fold[len(t.fold)-1]; c > '9' && !ordinal(t.fold) {
			t.flags = capital // 49ers: a name
		}
		return t
	}
	c, _ := utf8.DecodeRuneInString(src[w.Start:w.End])
	if unicode.IsUpper(c) {
		t.flags |= capital
	}
	t.class = classes[t.fold]
	if t.flags&capital != 0 && w.End-w.Start > 1 && allUpper(w.In(src)) && len(t.fold) <= 3 && t.fold != "i" && t.class != content && t.class != negation {
		t.class = content // US, IT, WHO
	}
	return t
}

// joinClitics puts together the clitics of texts that were split into words
// before ("the city 's mayor"), so that they are not taken for quotation marks.
func joinClitics(src string, words []text.Word) []text.Word {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if i > 0 && i+1 < len(words) && w.Kind == text.Quote && w.End-w.Start <= 3 && w.Space && words[i+1].Start == w.End && words[i+1].Kind == text.Letters {
			switch words[i+1].In(src) {
			case "s", "re", "ve", "ll", "d", "m":
				if i+2 == len(words) || words[i+2].Space || words[i+2].Kind == text.Punct {
					w.End, w.Kind = words[i+1].End, text.Letters
					i++
				}
			}
		}
		out = append(out, w)
	}
	return out
}

// ordinal reports whether a number that ends in letters is still one: 21st,
// 1990s.
func ordinal(w string) bool {
	for _, s := range [...]string{"st", "nd", "rd", "th", "s", "er", "e", "eme"} {
		if root, ok := strings.CutSuffix(w, s); ok && root != "" && root[len(root)-1] <= '9' {
			return true
		}
	}
	return false
}

// contracted returns the modal whose form w takes before n't, empty if none:
// "can't", "won't", "shan't" are two words.
func contracted(w string) string {
	switch w {
	case "ca":
		return "can"
	case "wo":
		return "will"
	case "sha":
		return "shall"
	}
	return ""
}

func allUpper(w string) bool {
	for _, c := range w {
		if unicode.IsLower(c) {
			return false
		}
	}
	return true
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
