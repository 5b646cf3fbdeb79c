package quote

import (
	"strings"
	"unicode"

	"factcheck/claims/text"
)

func isUpper(r rune) bool { return unicode.IsUpper(r) }

// A draft is a quotation as it stands in the text that is checked: its words,
// with the marks that say where words were left out or put in.
type draft struct {
	text    string
	tokens  []token
	groups  [][]token // by region-1: the words of each bracket group, in order
	trailed bool      // an ellipsis or a break stands after the last word
	quoted  []text.Span
}

// read makes a draft of the quoted parts of src. Parts that are out of order or
// outside src are cut to what makes sense.
func read(src string, quoted []text.Span) *draft {
	d := &draft{text: src}
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
		gap = d.part(words, gap)
	}
	d.trailed = gap&gapped != 0
	return d
}

// part appends the tokens of one quoted part. It takes and returns the mark that
// the next token bears.
func (d *draft) part(words []text.Word, gap mark) mark {
	for k := 0; k < len(words); k++ {
		w := words[k]
		switch w.Kind {
		case text.Letters, text.Number, text.Symbol:
			d.add(w.Start, w.End, hashWord(w.In(d.text)), gap)
			gap = 0
		case text.Punct:
			if n := dots(d.text, words[k:]); n > 0 {
				gap |= gapped
				k += n - 1
				continue
			}
			if d.text[w.Start] == '[' {
				if end := closing(d.text, words, k); end > 0 {
					gap = d.bracket(words, k, end, gap)
					if spliceEnd := d.spliced(words, end); spliceEnd > end {
						end = spliceEnd
					}
					k = end
				}
			}
		}
	}
	return gap
}

func (d *draft) add(start, end int, id uint64, m mark) {
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

// bracket reads the bracket that stands from words[k] to words[end].
func (d *draft) bracket(words []text.Word, k, end int, gap mark) mark {
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
		return gap | gapped
	}
	if d.splice(words, k, end, inner, gap) {
		return 0
	}
	if all(inner, remark) {
		return gap
	}
	d.groups = append(d.groups, inner)
	d.tokens = append(d.tokens, token{id: ^uint64(len(d.groups)), start: int32(words[k].Start), end: int32(words[end].End),
		region: int32(len(d.groups)), mark: group | gap})
	return 0
}

// splice makes one word of a bracket and the letters that touch it: [W]e,
// want[ed]. It reports whether it did.
func (d *draft) splice(words []text.Word, k, end int, inner []token, gap mark) bool {
	if len(inner) != 1 || end != k+2 {
		return false
	}
	start, stop := words[k].Start, words[end].End
	head, tail := "", ""
	if n := len(d.tokens); n > 0 && !words[k].Space && int(d.tokens[n-1].end) == start && d.tokens[n-1].mark&group == 0 {
		head = d.tokens[n-1].span().In(d.text)
	}
	if end+1 < len(words) && !words[end+1].Space && words[end+1].Kind == text.Letters && words[end+1].Start == stop && letter(d.text, stop) {
		tail = words[end+1].In(d.text)
	}
	middle := inner[0].span().In(d.text)
	if head == "" && (tail == "" || len(middle) > 4) {
		return false
	}
	if head != "" {
		last := &d.tokens[len(d.tokens)-1]
		gap |= last.mark & (gapped | broken)
		start = int(last.start)
		d.tokens = d.tokens[:len(d.tokens)-1]
	}
	if tail != "" {
		stop = words[end+1].End
	}
	d.add(start, stop, hashWord(head+middle+tail), gap|spliced)
	return true
}

// spliced returns the index of the last word that the token just made took in.
func (d *draft) spliced(words []text.Word, end int) int {
	n := len(d.tokens)
	if n > 0 && d.tokens[n-1].mark&spliced != 0 && end+1 < len(words) && int(d.tokens[n-1].end) == words[end+1].End {
		return end + 1
	}
	return end
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
