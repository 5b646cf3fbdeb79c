package quote

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// count returns how many tokens are of the class.
func count(tokens []token, c class) int {
	n := 0
	for _, t := range tokens {
		if t.class()&c != 0 {
			n++
		}
	}
	return n
}

// class says what change c changes and whether that alters the meaning; None if
// it is harmless. What alters it is never called Wording.
func (a *aligner) class(c change) (reason.Kind, bool) {
	kind, meaning := a.changed(c)
	if kind == reason.Wording && meaning {
		kind = reason.Meaning
	}
	return kind, meaning
}

func (a *aligner) changed(c change) (reason.Kind, bool) {
	was, is := a.s.tokens[c.j:c.jEnd], a.d.tokens[c.i:c.iEnd]
	switch c.op {
	case Gap:
		return reason.None, false // omissions looks into it
	case Bracket:
		return a.bracketed(c)
	case Replace:
		return a.replaced(was, is)
	case Insert:
		return lone(is, a.d.text)
	}
	return omitted(a.s.tokens, c.j, c.jEnd, a.s.said(was), a.s.text)
}

// omitted classes the words from one token to another that were left out; a text says them twice, no negation, if they were a slip of the tongue:
// “if it rains, if it rains hard, we stay”.
func omitted(tokens []token, from, to int32, words []token, src string) (reason.Kind, bool) {
	kind, meaning := lone(words, src)
	if meaning && kind != reason.Polarity && repeated(tokens, from, to, kind == reason.Wording) {
		return reason.Wording, false
	}
	return kind, meaning
}

// repeatedNear is how many words may stand between words and their repetition.
const repeatedNear = 5

// repeated reports whether the words from one token to another stand right behind or before them once more; or not far, if far.
func repeated(tokens []token, from, to int32, far bool) bool {
	n, between := to-from, int32(0)
	if far && n > 1 {
		between = repeatedNear
	}
	for at := max(0, from-n-between); at <= to+between && int(at+n) <= len(tokens); at++ {
		if (at+n <= from || at >= to) && slices.EqualFunc(tokens[at:at+n], tokens[from:to], func(x, y token) bool { return x.id == y.id }) {
			return true
		}
	}
	return false
}

// said returns those of the tokens that the speaker said.
func (s *Source) said(tokens []token) []token {
	for _, t := range tokens {
		if s.spoken(t) {
			continue
		}
		var out []token
		for _, t := range tokens {
			if s.spoken(t) {
				out = append(out, t)
			}
		}
		if len(out) > 0 {
			return out
		}
		break
	}
	return tokens
}

// lone classes words that were added or left out.
func lone(words []token, src string) (reason.Kind, bool) {
	switch {
	case count(words, negation) > 0:
		return reason.Polarity, true
	case numbers(words, src, false) != "":
		return reason.Number, true
	case count(words, condition) > 0:
		return reason.Condition, true
	case count(words, hedge) > 0, modality(words) != 0:
		return reason.Modality, true
	case count(words, quantifier) > 0:
		return reason.Quantifier, true
	}
	if count(words, function|filler) < len(words) {
		return reason.Wording, true
	}
	return reason.Wording, false
}

// replaced classes words that stand for others.
func (a *aligner) replaced(was, is []token) (reason.Kind, bool) {
	one := numbers(was, a.s.text, false) != "" || numbers(is, a.d.text, false) != ""
	left, right := numbers(was, a.s.text, one), numbers(is, a.d.text, one)
	odd := (count(was, negation)-count(is, negation))%2 != 0
	switch {
	case left != right && ordinal(left) && ordinal(right):
		return reason.Rank, true
	case left != right:
		return reason.Number, true
	case odd && a.prefixed(was, is): // unsatisfied, not satisfied
		return reason.Wording, false
	case odd, a.prefixed(was, is):
		return reason.Polarity, true
	case differ(was, is, condition):
		return reason.Condition, true
	case differ(was, is, hedge), modality(was) != modality(is):
		return reason.Modality, true
	case differ(was, is, quantifier):
		return reason.Quantifier, true
	case differ(was, is, month):
		return reason.Date, true
	case differ(was, is, unit) && !one, a.otherUnit(was, is):
		return reason.Unit, true
	}
	return a.worded(was, is)
}

// worded classes a replacement that is neither of number nor of logic.
func (a *aligner) worded(was, is []token) (reason.Kind, bool) {
	left, right := a.unmatched(was, is)
	if opposed(left, right) || a.antonyms(left, right) {
		return reason.Opposite, true
	}
	name, content := false, false
	for k, side := range [2][]token{left, right} {
		src := [2]string{a.s.text, a.d.text}[k]
		for _, t := range side {
			if t.class()&(function|filler) != 0 || numbers([]token{t}, src, false) != "" {
				continue
			}
			content = true
			name = name || t.mark&titled != 0 && t.mark&stopped == 0
		}
	}
	switch {
	case name:
		return reason.Name, true
	case content:
		return reason.Wording, true
	case person(left) != person(right) && len(left) > 0 && len(right) > 0:
		return reason.Role, true
	}
	return reason.Wording, false
}

// unmatched returns the words of both sides without those that are one word
// inflected or spelled otherwise.
func (a *aligner) unmatched(was, is []token) (left, right []token) {
	if len(was) > 30 || len(is) > 30 {
		return was, is // rewritten: there is nothing to compare
	}
	used := make([]bool, len(is))
next:
	for _, w := range was {
		for k, t := range is {
			if !used[k] && (w.id == t.id || a.inflected(w, t)) {
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

// inflected reports whether source word w and draft word t are one word in two
// forms or spellings.
func (a *aligner) inflected(w, t token) bool {
	v, u := text.Fold(w.span().In(a.s.text)), a.d.folded(t)
	if w.mark&titled != 0 && w.mark&stopped == 0 && t.mark&titled != 0 && t.mark&stopped == 0 {
		return strings.TrimSuffix(v, "s") == strings.TrimSuffix(u, "s") // names do not inflect
	}
	if kin(v, u) {
		return true
	}
	for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
		x, ok := lexicon.Lemma(pos, v)
		y, too := lexicon.Lemma(pos, u)
		if ok && too && x == y {
			return true
		}
	}
	return false
}

// antonyms reports whether a word of one side is the opposite of one of the
// other, by the lexicon.
func (a *aligner) antonyms(was, is []token) bool {
	if len(was) > 6 || len(is) > 6 {
		return false
	}
	for _, w := range was {
		for _, t := range is {
			if antonymous(text.Fold(w.span().In(a.s.text)), a.d.folded(t)) {
				return true
			}
		}
	}
	return false
}

// antonymous compares two folded words by their lemmas.
func antonymous(v, u string) bool {
	for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
		x, ok := lexicon.Lemma(pos, v)
		y, too := lexicon.Lemma(pos, u)
		if !ok || !too {
			continue
		}
		if _, opposite := lexicon.Opposite("en", x, y, pos); opposite || lexicon.Antonyms(x, y, pos) {
			return true
		}
	}
	_, opposite := lexicon.Opposite("fr", v, u, lexicon.Any)
	return opposite
}

// prefixed reports whether a word of one side is the other's with a prefix that
// denies it: able, unable.
func (a *aligner) prefixed(was, is []token) bool {
	if len(was) > 6 || len(is) > 6 {
		return false
	}
	for _, w := range was {
		for _, t := range is {
			v, u := text.Fold(w.span().In(a.s.text)), a.d.folded(t)
			if denies(v, u) || denies(u, v) {
				return true
			}
		}
	}
	return false
}

// denies reports whether v is u with a denying prefix.
func denies(v, u string) bool {
	if len(u) < 3 {
		return false
	}
	for _, p := range [...]string{"un", "in", "im", "il", "ir", "dis", "non", "non-", "mis"} {
		if strings.TrimPrefix(v, p) == u && v != u {
			return true
		}
	}
	return false
}

// differ reports whether the words of the class are others on the two sides.
func differ(was, is []token, c class) bool { return sum(was, c) != sum(is, c) }

func sum(tokens []token, c class) (n uint64) {
	for _, t := range tokens {
		if t.class()&c != 0 {
			n += t.id
		}
	}
	return n
}

// modality returns a number that is equal for equal modal verbs, contracted or
// not, and zero if there are none. 'd may be "had" and does not count.
func modality(tokens []token) (n uint64) {
	for _, t := range tokens {
		if t.class()&modal == 0 {
			continue
		}
		switch t.id {
		case idWould:
		case idCa:
			n += idCan
		case idWo, idLl:
			n += idWill
		case idSha:
			n += idShall
		default:
			n += t.id
		}
	}
	return n
}

var (
	idWould = hashWord("'d")
	idCa    = hashWord("ca")
	idCan   = hashWord("can")
	idWo    = hashWord("wo")
	idLl    = hashWord("'ll")
	idWill  = hashWord("will")
	idSha   = hashWord("sha")
	idShall = hashWord("shall")
)

// person returns the set of persons that the pronouns stand for.
func person(tokens []token) (set class) {
	for _, t := range tokens {
		set |= t.class() & persons
	}
	return set
}

// opposed reports whether a function word of one side reverses one of the other.
func opposed(was, is []token) bool {
	if len(was) > 6 || len(is) > 6 {
		return false
	}
	table := words().turned
	for _, w := range was {
		for _, t := range is {
			if table[[2]uint64{w.id, t.id}] {
				return true
			}
		}
	}
	return false
}
