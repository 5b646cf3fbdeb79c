package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/verify/reason"
)

// opposed finds one word of the statement that the source's sentence has the opposite of,
// said of the same: before the same noun ("favourable reviews", "negative reviews"), or as
// what the same subject does or is. All the rest is said in both.
func (x *contrast) opposed() verdict {
	if !x.p.plain() || !x.q.plain() || len(x.p.turns()) > 0 || len(x.q.turns()) > 0 {
		return verdict{}
	}
	for c := range x.q.words {
		t := x.q.term(c)
		if t == nil || t.class != content || t.flags&capital != 0 && t.flags&opening == 0 || t.value > 0 || x.p.has(t) {
			continue
		}
		for b := range x.p.words {
			if !x.opposites(b, c) || !x.sameBearer(b, c) || !x.aboutSame() {
				continue
			}
			found, ok := x.restSaid(c, c+1, func(k int) bool { return x.q.grades(k) || x.q.receives(k) })
			if !ok || found == 0 && x.q.tree.Tokens[c].Tag != grammar.Adjective || found < 1 && x.assumed {
				continue
			}
			return x.clash(reason.Opposite, b, b+1, c, c+1)
		}
	}
	return verdict{}
}

// opposites reports whether word b of the source and word c of the statement are opposites
// of which both can never be true.
func (x *contrast) opposites(b, c int) bool {
	s, t := x.p.term(b), x.q.term(c)
	if s == nil || s.class != content || s.flags&capital != 0 && s.flags&opening == 0 || x.p.pos(b) != x.q.pos(c) || x.q.has(s) {
		return false
	}
	pos := x.q.pos(c)
	l, ok := s.lemma(x.p.a.lang, pos)
	if !ok {
		return false
	}
	r, ok := t.lemma(x.q.a.lang, pos)
	if !ok {
		return false
	}
	if axis, ok := lexicon.Opposite(x.p.a.lang, l, r, pos); ok {
		return !axis.Sequence && !axis.Converse
	}
	switch pos {
	case lexicon.Adjective, lexicon.Adverb:
		return kin(x.p.a.lang, s, t) == opposite
	}
	return false
}

// sameBearer reports whether word b of the source and word c of the statement are said of
// the same: an adjective of the same noun, a verb of the same subject.
func (x *contrast) sameBearer(b, c int) bool {
	switch x.q.tree.Tokens[c].Tag {
	case grammar.Adjective, grammar.Adverb:
		i, k := x.p.nextContent(b), x.q.nextContent(c)
		return i >= 0 && k >= 0 && (x.p.term(i).stem == x.q.term(k).stem || kinOf(x.p, i, x.q, k) == equal) && (i-b <= 3 && k-c <= 3)
	case grammar.Verb:
		_, pe := x.p.openingPhrase()
		_, qe := x.q.openingPhrase()
		if x.q.slotsAt(c) != nil && c != x.q.mainVerb(qe) && c > qe+2 {
			return false
		}
		v := x.p.mainVerb(pe)
		return b >= pe && v >= 0 && b-v <= 3 && c-qe <= 3 && x.sameAfter(b, c)
	}
	return false
}

// sameAfter reports whether the words after word c of the statement stand after word b of the
// source, before its next mark.
func (x *contrast) sameAfter(b, c int) bool {
	end := x.p.scope(run{b, b + 1})
	n := 0
	for k := c + 1; k < len(x.q.words); k++ {
		t := x.q.term(k)
		if t == nil || t.class != content || light(t.stem) {
			continue
		}
		if !x.within(k, b+1, end) {
			return false
		}
		n++
	}
	return n > 0
}

// nextContent returns the first content word after word i that is no number, -1 at a mark
// or at the end.
func (s *sentence) nextContent(i int) int {
	for i++; i < len(s.words); i++ {
		t := s.term(i)
		if t == nil {
			if s.words[i].In(s.a.side.Text) == "-" {
				continue
			}
			return -1
		}
		if t.class == preposition || t.class == conjunction || s.verbal(i) {
			return -1
		}
		if t.class == content {
			return i
		}
	}
	return -1
}

// grades reports whether word k says only how much: "very", "highly".
func (s *sentence) grades(k int) bool {
	switch s.fold(k) {
	case "very", "highly", "extremely", "generally", "mostly", "mainly", "largely", "overwhelmingly", "widely", "rather", "quite", "fairly":
		return true
	}
	return false
}

// receives reports whether word k is a verb that says no more than that something was met
// with what follows.
func (s *sentence) receives(k int) bool {
	if s.tree.Tokens[k].Tag != grammar.Verb {
		return false
	}
	switch s.lemma(k) {
	case "receive", "have", "get", "open", "garner", "earn", "meet", "gain", "draw", "attract":
		return true
	}
	return false
}
