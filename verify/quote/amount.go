package quote

import (
	"strconv"

	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A number is one token however many words it takes, and its currency or percent sign
// is part of it: “five million dollars” is “$5 million”, “12 per cent” is “12%”. Number
// words of one word are spellings of their digits (spellings.tsv).

// amounts makes one token of each number among tokens[from:], which are of the given
// words of src, and returns the tokens.
func amounts(tokens []token, from int, src, lang string, words []text.Word) []token {
	out, k := tokens[:from], from // out never outruns k
	for _, m := range quantity.Find(src, words, lang) {
		first, end, unit, ok := extent(&m, src, words)
		if !ok || end-first < 2 {
			continue
		}
		for ; k < len(tokens) && int(tokens[k].start) < words[first].Start; k++ {
			out = append(out, tokens[k])
		}
		n := k
		for n < len(tokens) && int(tokens[n].end) <= words[end-1].End && (n == k || tokens[n].mark&^titled == 0) && tokens[n].mark&(group|spliced) == 0 {
			n++
		}
		if n == k || int(tokens[k].start) != words[first].Start || n < len(tokens) && int(tokens[n].start) < words[end-1].End ||
			tokens[k].mark&bracketed != 0 { // brackets are compared word by word
			continue
		}
		t := tokens[k]
		t.id, t.end = hashBytes([]byte(decimal(m.Value)+unit)), int32(words[end-1].End)
		t.mark = t.mark&^titled | amount
		out, k = append(out, t), n
	}
	return append(out, tokens[k:]...)
}

// extent returns the words of a number as written, with its currency or percent sign
// but without what is said of it (about, a year), and the sign; false for what is not
// one number.
func extent(m *quantity.Mention, src string, words []text.Word) (first, end int, unit string, ok bool) {
	switch m.Kind {
	case quantity.Count, quantity.Measure, quantity.Fraction, quantity.Age:
	default:
		return 0, 0, "", false
	}
	first, end = m.Core, m.CoreEnd
	if !m.Value.Known() || m.Negative || m.Comparator == quantity.Vague || m.Comparator == quantity.Between ||
		end+1 < len(words) && hyphen(src, words[end]) && words[end+1].Kind == text.Letters { // twenty-first
		return 0, 0, "", false
	}
	for k := first; k < end; k++ {
		w := words[k]
		if w.Kind == text.Punct && !hyphen(src, w) || k > first && w.Kind == text.Number && words[k-1].Kind == text.Number && w.In(src) != "000" { // 200 200: two numbers?
			return 0, 0, "", false
		}
	}
	if d := m.Dimension(); d != quantity.Money && (d != quantity.Ratio || m.Kind != quantity.Measure) {
		return first, end, "", true
	}
	unit = m.Unit.String()
	switch {
	case first > 0 && words[first-1].Kind == text.Symbol:
		first--
	case m.Per != 0 || m.PerThing:
		end = min(end+1, m.End)
	default:
		end = m.End
	}
	return first, end, unit, true
}

// decimal returns a number in digits, as a fraction if it has no end in them.
func decimal(n quantity.Num) string {
	d := n.D
	for d%2 == 0 {
		d /= 2
	}
	for d%5 == 0 {
		d /= 5
	}
	if d > 1 {
		return n.String()
	}
	return strconv.FormatFloat(float64(n.N)/float64(n.D), 'f', -1, 64)
}

// one reports whether a single token stands there, and bears the mark.
func one(tokens []token, m mark) bool { return len(tokens) == 1 && tokens[0].mark&m != 0 }

// hyphen reports whether a mark joins two words: twenty-five.
func hyphen(src string, w text.Word) bool { return w.In(src) == "-" && !w.Space }

// worthOf returns the value of a token that is a number of several words, and its
// currency or percent sign.
func worthOf(src string, t token) (float64, string) {
	s := t.span().In(src)
	words := text.Words(s)
	for _, lang := range [...]string{"en", "fr"} {
		for _, m := range quantity.Find(s, words, lang) {
			if _, end, unit, ok := extent(&m, s, words); ok && end == len(words) {
				return float64(m.Value.N) / float64(m.Value.D), unit
			}
		}
	}
	return 0, ""
}

// otherUnit reports whether the last numbers of both sides are of two currencies, or
// one of percent.
func (a *aligner) otherUnit(was, is []token) bool {
	of := func(tokens []token, src string) (unit string) {
		for _, t := range tokens {
			if t.mark&amount != 0 {
				_, unit = worthOf(src, t)
			}
		}
		return unit
	}
	x, y := of(was, a.s.text), of(is, a.d.text)
	return x != "" && y != "" && x != y
}
