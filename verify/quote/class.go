package quote

import (
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// classes returns the classes of all words together and of each.
func classesOf(tokens []token) class {
	var c class
	table := classTable()
	for _, t := range tokens {
		c |= table[t.id]
	}
	return c
}

// count returns how many tokens are of the class.
func count(tokens []token, c class) int {
	n := 0
	table := classTable()
	for _, t := range tokens {
		if table[t.id]&c != 0 {
			n++
		}
	}
	return n
}

// class says what change k changes and whether that alters the meaning; None if
// it is harmless.
func (a *aligner) class(list []change, k int) (reason.Kind, bool) {
	c := list[k]
	was, is := a.s.tokens[c.j:c.jEnd], a.d.tokens[c.i:c.iEnd]
	switch c.op {
	case Gap:
		return a.hidden(c)
	case Bracket:
		return a.bracketed(c, was)
	case Replace:
		return a.replaced(was, is)
	case Insert:
		return a.lone(is, a.d.text)
	}
	return a.lone(was, a.s.text)
}

// lone classes words that were added or left out.
func (a *aligner) lone(words []token, src string) (reason.Kind, bool) {
	switch {
	case count(words, negation) > 0:
		return reason.Polarity, true
	case numbers(words, src) != "":
		return reason.Number, true
	case count(words, condition) > 0:
		return reason.Condition, true
	case count(words, modal|hedge) > 0 && count(words, auxiliary) == 0, count(words, hedge) > 0:
		return reason.Modality, true
	case count(words, quantifier) > 0:
		return reason.Quantifier, true
	}
	table := classTable()
	for _, t := range words {
		if table[t.id]&(function|filler) == 0 {
			return reason.Wording, true
		}
	}
	return reason.Wording, false
}

// replaced classes words that stand for others.
func (a *aligner) replaced(was, is []token) (reason.Kind, bool) {
	if is[0].mark&spliced != 0 && len(is) == 1 && len(was) == 1 && kin(a.s.text[was[0].start:was[0].end], a.d.text[is[0].start:is[0].end]) {
		return reason.None, false
	}
	nw, ni := numbers(was, a.s.text), numbers(is, a.d.text)
	switch {
	case nw != ni:
		return reason.Number, true
	case (count(was, negation)-count(is, negation))%2 != 0:
		return reason.Polarity, true
	case differ(was, is, condition):
		return reason.Condition, true
	case differ(was, is, hedge), differ(was, is, modal) && modals(was) != modals(is):
		return reason.Modality, true
	case differ(was, is, quantifier):
		return reason.Quantifier, true
	case differ(was, is, month):
		return reason.Date, true
	case differ(was, is, unit):
		return reason.Unit, true
	}
	if opposed(was, is) {
		return reason.Opposite, true
	}
	return a.worded(was, is)
}

// worded classes a replacement that is neither of number nor of logic.
func (a *aligner) worded(was, is []token) (reason.Kind, bool) {
	left, right := a.unmatched(was, is)
	table := classTable()
	name, content, person := false, false, false
	for _, side := range [2][]token{left, right} {
		for k, t := range side {
			cl := table[t.id]
			if cl&pronoun != 0 && cl&determiner == 0 {
				person = true
			}
			if cl&(function|filler|numeral) != 0 {
				continue
			}
			content = true
			if t.mark&titled != 0 && t.mark&stopped == 0 && k >= 0 {
				name = true
			}
		}
	}
	switch {
	case name:
		return reason.Name, true
	case content:
		return reason.Wording, true
	case person && len(left) > 0 && len(right) > 0:
		return reason.Wording, false
	}
	return reason.Wording, false
}

// unmatched returns the words of both sides without those that are one word
// inflected or spelled otherwise.
func (a *aligner) unmatched(was, is []token) (left, right []token) {
	used := make([]bool, len(is))
next:
	for _, w := range was {
		for k, t := range is {
			if !used[k] && (w.id == t.id || kin(a.s.text[w.start:w.end], a.d.text[t.start:t.end])) {
				used[k] = true
				continue next
			}
		}
		left = append(left, w)
	}
	for k, t := range is {
		if !used[k] {
			right = append(right, t)
		}
	}
	return left, right
}

// differ reports whether the words of the class are others on the two sides.
func differ(was, is []token, c class) bool {
	sum := func(tokens []token) (n uint64) {
		table := classTable()
		for _, t := range tokens {
			if table[t.id]&c != 0 {
				n += t.id
			}
		}
		return n
	}
	return sum(was) != sum(is)
}

// modals returns the number of modal verbs that are no contraction.
func modals(tokens []token) int { return count(tokens, modal) }

// opposed reports whether a word of one side is the opposite of one of the
// other.
func opposed(was, is []token) bool {
	table := turnedTable()
	for _, w := range was {
		for _, t := range is {
			if table[[2]uint64{w.id, t.id}] {
				return true
			}
		}
	}
	return false
}

// hidden classes the source words that a marked gap leaves out.
func (a *aligner) hidden(c change) (reason.Kind, bool) {
	words := a.s.tokens[c.j:c.jEnd]
	if a.whole(c) {
		return reason.None, false
	}
	governs := a.conditional(c)
	if count(words, negation) > 0 {
		if governs {
			return reason.Condition, false
		}
		return reason.Polarity, true
	}
	if governs || count(words, hedge) > 0 {
		return reason.Condition, false
	}
	return reason.None, false
}

// whole reports whether the gap leaves out nothing but whole sentences.
func (a *aligner) whole(c change) bool {
	return a.s.tokens[c.j].mark&stopped != 0 && (int(c.jEnd) == len(a.s.tokens) || a.s.tokens[c.jEnd].mark&stopped != 0)
}

// conditional reports whether the gap leaves out a condition.
func (a *aligner) conditional(c change) bool {
	words := a.s.tokens[c.j:c.jEnd]
	if count(words, condition) > 0 {
		return true
	}
	for k := range words {
		for _, p := range conditions {
			if a.phrase(words[k:], p) {
				return true
			}
		}
	}
	return false
}

// phrase reports whether words begin with the folded words of p.
func (a *aligner) phrase(words []token, p string) bool {
	for k := 0; ; k++ {
		n := 0
		for n < len(p) && p[n] != ' ' {
			n++
		}
		if k >= len(words) || words[k].id != hashString(p[:n]) {
			return false
		}
		if n == len(p) {
			return true
		}
		p = p[n+1:]
	}
}

// bracketed classes a bracket by what it stands for.
func (a *aligner) bracketed(c change, was []token) (reason.Kind, bool) {
	is := a.d.groups[a.d.tokens[c.i].region-1]
	switch {
	case count(is, negation) != count(was, negation):
		return reason.Polarity, true
	case numbers(was, a.s.text) != "" && numbers(was, a.s.text) != numbers(is, a.d.text):
		return reason.Number, true
	case len(was) == 0:
		return reason.None, false
	case differ(was, is, modal) && count(was, modal) > 0:
		return reason.Modality, true
	case opposed(was, is):
		return reason.Opposite, true
	}
	if count(was, pronoun|determiner) > 0 || classesOf(was)&function != 0 && count(was, function) == len(was) {
		return reason.None, false
	}
	for _, t := range was {
		if t.mark&titled != 0 && t.mark&stopped == 0 {
			return reason.None, false
		}
	}
	for _, t := range is {
		if t.mark&titled != 0 {
			return reason.None, false
		}
	}
	if left, _ := a.unmatched(was, is); len(left) == 0 {
		return reason.None, false
	}
	if count(is, determiner|function) > 0 {
		return reason.None, false
	}
	return reason.Wording, true
}

// numbers returns the digits and numerals of tokens in a form in which equal
// numbers are equal, empty if there are none.
func numbers(tokens []token, src string) string {
	var b []byte
	table := classTable()
	for _, t := range tokens {
		w := src[t.start:t.end]
		if w[0] >= '0' && w[0] <= '9' || table[t.id]&numeral != 0 {
			b = append(letters(b, src, []token{t}), ' ')
		}
	}
	return string(b)
}

// kin reports whether two words look like one word inflected or spelled in
// another way: captured, captures; labour, labor. It knows no irregular forms.
func kin(v, w string) bool {
	if len(v) == 0 || len(w) == 0 || (v[0]^w[0])&^0x20 != 0 || v[0] >= '0' && v[0] <= '9' {
		return false
	}
	v, w = text.Fold(v), text.Fold(w)
	n := 0
	for n < len(v) && n < len(w) && v[n] == w[n] {
		n++
	}
	return n >= 3 && inflection(v[n:]) && inflection(w[n:]) && n*2 >= max(len(v), len(w))
}

// inflection reports whether s can end a word whose stem stays the same.
func inflection(s string) bool {
	switch s {
	case "", "s", "es", "ed", "d", "ing", "er", "ly", "e", "y", "ies", "ied", "or", "our", "re", "se", "ze", "sing", "zing", "sed", "zed",
		"ent", "ait", "aient", "a", "ont", "ee", "ees":
		return true
	}
	return len(s) == 4 && s[1:] == "ing" || len(s) == 3 && s[1:] == "ed"
}
