package relate

import (
	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How a side is prepared: its words become terms, brackets and values are found. The
// sentences are parsed only when somebody asks what they say (reading.go).

// Prepare analyses a side once, to be compared often.
func Prepare(s Side) *Analysis {
	if s.Trees == nil {
		s.Trees = new(claims.Trees)
	}
	a := &Analysis{side: s, Outline: Outline{Gist: s.Gist}}
	a.outline()
	a.index()
	a.findBrackets()
	a.findValues()
	a.memoise()
	return a
}

// outline finds the words, terms and stems of a side.
func (a *Analysis) outline() {
	a.lang = a.side.Lang
	if a.lang == "" {
		a.lang = "en"
	}
	a.words = text.Words(a.side.Text)
	if len(a.words) > maxWords {
		a.words, a.cut = a.words[:maxWords], true
	}
	voc := vocabularies()[a.lang]
	if voc == nil {
		voc = &vocabulary{}
	}
	a.findTerms(voc)
	a.pairNegations()
	for _, r := range a.side.Refs {
		for _, w := range text.Words(r.Name) {
			a.stems.Add(text.Key(text.Stem(a.lang, text.Fold(w.In(r.Name)))))
		}
		if r.Noun != "" {
			a.stems.Add(text.Key(text.Stem(a.lang, r.Noun)))
		}
	}
}

// findTerms makes terms of the words that are no marks.
func (a *Analysis) findTerms(voc *vocabulary) {
	src := a.side.Text
	a.terms, a.stems = make([]term, 0, len(a.words)), make(text.Set, 0, len(a.words)/2)
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
		if m := contracted.is(a.lang, t.fold); m != "" && i+1 < len(a.words) && voc.class[text.Fold(a.words[i+1].In(src))] == negation {
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
		if t.class == modal && t.flags&(capital|opening) == capital {
			t.class = content // "in May"
		}
		if t.class == content && t.flags&(digits|capital) == capital {
			t.fold = proposition.TitleNoun(a.lang, t.fold) // "Gov."
		}
		if t.class == content && t.flags&digits == 0 {
			t.stem = text.Stem(a.lang, text.Fold(t.fold))
			if n := len(a.terms); n > 0 && a.terms[n-1].class == auxiliary {
				t.stem = text.Stem(a.lang, masculine(a.lang, t.fold))
			}
		}
		if t.class == content {
			t.key = text.Key(t.stem)
			a.stems.Add(t.key)
		}
		a.terms = append(a.terms, t)
	}
}

// masculine returns the form of a participle that says of a man what it says of a woman: "arrêté" of "arrêtée", whose stem is another
// one, as "arme" and "armée" have two.
func masculine(lang, w string) string {
	for i := max(1, len(w)-4); i < len(w); i++ {
		if m := feminine.is(lang, w[i:]); m != "" {
			return w[:i] + m
		}
	}
	return w
}

// newTerm returns the term of a word, without its stem.
func newTerm(src string, w text.Word, classes map[string]class) term {
	t := term{fold: strings.TrimSuffix(text.Fold(w.In(src)), ".")}
	t.stem = t.fold
	if w.Kind == text.Number {
		t.flags |= digits
		return t
	}
	c, _ := utf8.DecodeRuneInString(src[w.Start:w.End])
	if unicode.IsUpper(c) {
		t.flags |= capital
	}
	t.class = classes[t.fold]
	if c, known := classes[strings.ToLower(w.In(src))]; known && c != t.class {
		t.class, t.fold = c, strings.ToLower(w.In(src)) // "né" is no "ne"
	}
	if t.flags&capital != 0 && w.End-w.Start > 1 && !strings.ContainsFunc(w.In(src), func(c rune) bool { return unicode.IsLower(c) || c == '\'' || c == '’' }) && len(t.fold) <= 3 && t.class != content && t.class != negation {
		t.class = content // US, IT, WHO; not "L'" of "L'armée"
	}
	return t
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

// findValues finds the dates and quantities of a text and marks the terms that
// they consist of. Durations are quantities.
func (a *Analysis) findValues() {
	times := date.Find(a.side.Text, a.words, a.side.Date, a.lang)
	reading := quantity.Read(a.side.Text, a.words, a.lang)
	amounts := reading.Mentions
	a.times, a.amounts, a.many = times, amounts, reading.Quantifiers
	i, j := 0, 0
	for i < len(times) || j < len(amounts) {
		switch {
		case i < len(times) && (times[i].Relation == date.For || times[i].Duration()):
			i++
		case j == len(amounts) || i < len(times) && times[i].First <= amounts[j].First:
			a.addValue(times[i].First, times[i].End, value{time: &times[i]})
			for end := times[i].End; j < len(amounts) && amounts[j].First < end; {
				j++
			}
			i++
		default:
			if i < len(times) && times[i].First < amounts[j].End {
				j++ // a date stands in it: "the 3 March"
				continue
			}
			a.addValue(amounts[j].First, amounts[j].End, value{amount: &amounts[j]})
			j++
		}
	}
}

// addValue adds the value of words first up to end, unless they are no whole
// terms.
func (a *Analysis) addValue(first, end int, v value) {
	for first < end && a.termOf[first] < 0 {
		first++
	}
	for first < end && a.termOf[end-1] < 0 {
		end--
	}
	if first >= end {
		return
	}
	v.first, v.end = int(a.termOf[first]), int(a.termOf[end-1])+1
	if a.terms[v.first].value != 0 {
		return
	}
	a.values = append(a.values, v)
	for j := v.first; j < v.end; j++ {
		a.terms[j].value = int16(len(a.values))
	}
}
