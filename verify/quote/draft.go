package quote

import (
	"slices"
	"strings"
	"unicode"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

func isUpper(r rune) bool { return unicode.IsUpper(r) }

// A Draft is a quotation as it stands in the text that is checked: its words,
// with the marks that say where words were left out or put in. It is immutable
// and may be aligned with many sources.
type Draft struct {
	text    string
	lang    string // of the text; empty is English
	tokens  []token
	groups  [][]token // by region-1: the words of each bracket group, in order
	trailed bool      // an ellipsis or a break stands after the last word
	quoted  []text.Span

	woven    bool // the quoted words are part of the writer's own sentence
	supplied bool // the writer says in his own words what the quoted ones leave out: a condition, a denial
}

// Read makes a Draft of the parts of src between quotation marks. Parts that are
// out of order or outside src are cut to what makes sense. An empty lang is English.
func Read(src, lang string, quoted []text.Span) *Draft {
	d := &Draft{text: src, lang: lang}
	var words []text.Word
	last, gap := 0, mark(0)
	for n, q := range quoted {
		q.Start, q.End = max(q.Start, last), min(q.End, len(src))
		if q.Start >= q.End {
			continue
		}
		last = q.End
		d.quoted = append(d.quoted, q)
		words = text.AppendWords(words[:0], src, q)
		if n > 0 && len(d.tokens) > 0 {
			gap |= gapped | broken
		}
		from := len(d.tokens)
		gap = d.part(words, gap|stopped)
		d.tokens = amounts(d.tokens, from, src, lang, words)
	}
	d.trailed = gap&gapped != 0
	return d
}

// Within tells d of the sentence that it stands in; woven says that the quoted words
// are part of the writer's own sentence.
// What they leave out the writer may say in his own words: He hopes that “the dam
// will hold”; “the dam will hold,” he said, if the rain stops. It returns d.
func (d *Draft) Within(sentence text.Span, woven bool) *Draft {
	d.woven = woven
	before := len(d.quoted) > 0
	for _, w := range text.AppendWords(nil, d.text, sentence) {
		if w.Kind != text.Letters || slices.ContainsFunc(d.quoted, func(q text.Span) bool { return q.Start <= w.Start && w.Start < q.End }) {
			continue
		}
		cl := classTable()[hashWord(w.In(d.text))]
		switch before = before && w.Start < d.quoted[0].Start; {
		case cl&condition != 0, cl&negation != 0 && (woven || before), woven && cl&hedge != 0,
			woven && weak(text.Fold(w.In(d.text))), withholds(d.lang, text.Fold(w.In(d.text)), woven):
			d.supplied = true
			return d
		}
	}
	return d
}

// withholds reports whether a folded word does not assert what stands under it:
// denied, doubted; in a sentence of the writer's own also hoped, claimed, asked.
func withholds(lang, w string, woven bool) bool {
	if lang == "" {
		lang = "en"
	}
	if l, ok := lexicon.LemmaIn(lang, lexicon.Verb, w); ok {
		w = text.Fold(l)
	}
	cue, ok := lexicon.CueOf(lang, lexicon.VerbCue, w)
	return listed("denied", w) || ok && (cue.Commitment == lexicon.Denies || cue.Class == "doubt") ||
		woven && (listed("open", w) || listed("others", w) || listed("misspoken", w) || ok && cue.Class == "ask")
}

// part appends the tokens of one quoted part. It takes and returns the mark that
// the next token bears.
func (d *Draft) part(words []text.Word, gap mark) mark {
	for k := 0; k < len(words); k++ {
		w := words[k]
		switch w.Kind {
		case text.Letters, text.Number, text.Symbol:
			if hissed(d.text, words, k) {
				continue
			}
			d.add(w.Start, w.End, hashWord(w.In(d.text)), gap)
			gap = 0
		case text.Punct:
			if n := dots(d.text, words[k:]); n > 0 {
				gap |= gapped
				k += n - 1
				continue
			}
			if c := d.text[w.Start]; c == '.' || c == '!' || c == '?' {
				gap |= stopped
			}
			if d.text[w.Start] == '[' {
				if end := closing(d.text, words, k); end > 0 {
					gap, k = d.bracket(words, k, end, gap)
				}
			}
		}
	}
	return gap
}

func (d *Draft) add(start, end int, id uint64, m mark) {
	if capital(d.text, start) {
		m |= titled
	}
	d.tokens = append(d.tokens, token{id: id, start: int32(start), end: int32(end), mark: m})
}

// dots returns the number of words at the front of the list that make an
// ellipsis: "…", "...", ". . ."; zero if none does.
func dots(src string, words []text.Word) int {
	w := words[0].In(src)
	if w == "…" || len(w) >= 2 && strings.Trim(w, ".") == "" {
		return 1
	}
	n := 0
	for n < len(words) && words[n].In(src) == "." {
		n++
	}
	if n >= 3 {
		return n
	}
	return 0
}

// closing returns the index of the bracket that closes the one at k, zero if
// none does within 60 words.
func closing(src string, words []text.Word, k int) int {
	for i := k + 1; i < len(words) && i <= k+60; i++ {
		switch words[i].In(src) {
		case "]":
			return i
		case "[":
			return 0
		}
	}
	return 0
}

// bracket reads the bracket that stands from words[k] to words[end]. It takes
// the mark of the next token and returns that of the one after, with the index
// of the last word that it read.
func (d *Draft) bracket(words []text.Word, k, end int, gap mark) (mark, int) {
	var inner []token
	for i := k + 1; i < end; i++ {
		switch w := words[i]; w.Kind {
		case text.Letters, text.Number, text.Symbol:
			t := token{id: hashWord(w.In(d.text)), start: int32(w.Start), end: int32(w.End)}
			if capital(d.text, w.Start) {
				t.mark |= titled
			}
			inner = append(inner, t)
		case text.Punct:
			if dots(d.text, words[i:end]) > 0 {
				gap |= gapped
			}
		}
	}
	if len(inner) == 0 {
		return gap | gapped, end
	}
	if last := d.splice(words, k, end, inner, gap); last > 0 {
		return 0, last
	}
	if all(inner, remark) {
		return gap, end
	}
	d.groups = append(d.groups, inner)
	d.tokens = append(d.tokens, token{id: ^uint64(len(d.groups)), start: int32(words[k].Start), end: int32(words[end].End),
		region: int32(len(d.groups)), mark: group | gap})
	return 0, end
}

// splice makes plain words of a bracket and the letters that touch it: [W]e,
// want[ed], [i]t's. It returns the index of the last word that it took, zero if
// the bracket touches none.
func (d *Draft) splice(words []text.Word, k, end int, inner []token, gap mark) int {
	if len(inner) != 1 || end != k+2 {
		return 0
	}
	start, stop, last := words[k].Start, words[end].End, end
	n := len(d.tokens)
	head := n > 0 && !words[k].Space && int(d.tokens[n-1].end) == start && d.tokens[n-1].mark&group == 0 && letter(d.text, int(d.tokens[n-1].start))
	tail := letter(d.text, stop) && end+1 < len(words) && !words[end+1].Space && inner[0].end-inner[0].start <= 4
	if !head && !tail {
		return 0
	}
	if head {
		start, gap = int(d.tokens[n-1].start), d.tokens[n-1].mark&(gapped|broken)
		d.tokens = d.tokens[:n-1]
	}
	if tail {
		for last+1 < len(words) && !words[last+1].Space && (words[last+1].Kind == text.Letters || words[last+1].Kind == text.Quote && letter(d.text, words[last+1].End)) {
			last++
		}
		stop = words[last].End
	}
	// The words of the run without its brackets, and where each byte stood.
	var run []byte
	var at []int
	for i := start; i < stop; i++ {
		if c := d.text[i]; c != '[' && c != ']' {
			run, at = append(run, c), append(at, i)
		}
	}
	for _, w := range text.Words(string(run)) {
		if w.Kind == text.Letters || w.Kind == text.Number {
			d.add(at[w.Start], at[w.End-1]+1, hashWord(string(run[w.Start:w.End])), gap|spliced)
			gap = 0
		}
	}
	d.tokens[len(d.tokens)-1].end = int32(max(int(d.tokens[len(d.tokens)-1].end), words[end].End))
	return last
}

// folded returns the folded word of t, without the brackets in it.
func (d *Draft) folded(t token) string {
	w := text.Fold(d.text[t.start:t.end])
	if t.mark&spliced != 0 {
		w = strings.NewReplacer("[", "", "]", "").Replace(w)
	}
	return w
}

// expanded returns d with plain words for the brackets that the source itself
// has.
func (d *Draft) expanded(s *Source) *Draft {
	e := *d
	e.tokens = nil
	for _, t := range d.tokens {
		if t.mark&group == 0 || !s.has(d.groups[t.region-1]) {
			e.tokens = append(e.tokens, t)
			continue
		}
		for k, w := range d.groups[t.region-1] {
			if k == 0 {
				w.mark |= t.mark & (gapped | broken)
			}
			e.tokens = append(e.tokens, w)
		}
	}
	return &e
}

// has reports whether the words stand in brackets in s, in that order.
func (s *Source) has(words []token) bool {
next:
	for j := 0; j+len(words) <= len(s.tokens); j++ {
		for k, w := range words {
			if t := s.tokens[j+k]; t.id != w.id || t.mark&aside == 0 {
				continue next
			}
		}
		return true
	}
	return false
}

// letter reports whether a letter, not an apostrophe, stands at the offset.
func letter(src string, i int) bool {
	for _, c := range src[i:] {
		return unicode.IsLetter(c)
	}
	return false
}

// all reports whether every token is of the class.
func all(tokens []token, c class) bool {
	table := classTable()
	for _, t := range tokens {
		if table[t.id]&c == 0 {
			return false
		}
	}
	return true
}
