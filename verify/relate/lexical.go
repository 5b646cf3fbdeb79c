package relate

import (
	"strings"
	"sync/atomic"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// kinship is how two content words stand to each other.
type kinship uint8

const (
	unrelated kinship = iota // as far as is known
	equal                    // the same word
	synonym                  // another word for the same, in some frequent sense
	narrower                 // the first is a kind of the second
	wider                    // the second is a kind of the first
	opposite                 // two poles of an axis
	exclusive                // nothing is both: a film and a series
)

// kin tells how the content word s stands to t.
func kin(lang string, s, t *term) kinship {
	if s.fold == t.fold || s.stem == t.stem && (!s.proper() || !t.proper()) {
		return equal
	}
	if (s.flags|t.flags)&digits != 0 || s.proper() && t.proper() {
		return unrelated
	}
	return kept(lang, s, t)
}

// A statement meets the same words again and again: what its words are to theirs
// is kept, each pair in one place, which the last pair that hashes to it has.
var pairs [1 << 14]atomic.Pointer[pair]

type pair struct {
	lang, s, t string
	kin        kinship
}

// kept returns how two words stand to each other that are not the same.
func kept(lang string, s, t *term) kinship {
	at := &pairs[(text.Hash(s.fold)*31+text.Hash(t.fold))%uint64(len(pairs))]
	if p := at.Load(); p != nil && p.s == s.fold && p.t == t.fold && p.lang == lang {
		return p.kin
	}
	k := worked(lang, s, t)
	at.Store(&pair{lang, strings.Clone(s.fold), strings.Clone(t.fold), k})
	return k
}

// worked works out what the lexicon has of two words.
func worked(lang string, s, t *term) kinship {
	k := unrelated
	if lang != "en" && lexicon.Exclusive(lang, s.fold, t.fold) {
		return exclusive
	}
	for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
		x, ok := s.lemma(lang, pos)
		if !ok {
			continue
		}
		y, ok := t.lemma(lang, pos)
		if !ok {
			continue
		}
		if x == y {
			return equal
		}
		if _, ok := lexicon.Opposite(lang, x, y, pos); ok {
			k = opposite
			continue
		}
		if pos == lexicon.Noun && lexicon.Exclusive(lang, x, y) {
			k = exclusive
			continue
		}
		if lang != "en" || k != unrelated {
			continue
		}
		if groupings()[lang].likewise(x, y) || lexicon.SamePole(lang, x, y, pos) || pos == lexicon.Verb && reports(lang, x, y) {
			k = equal
		} else if lexicon.Synonyms(x, y, pos) {
			k = synonym
		} else if lexicon.Antonyms(x, y, pos) {
			k = opposite
		} else if n, ok := lexicon.Hypernym(x, y, pos); ok && closely(pos, n) {
			k = narrower
		} else if n, ok := lexicon.Hypernym(y, x, pos); ok && closely(pos, n) {
			k = wider
		}
	}
	if k != unrelated {
		return k
	}
	if privative(s.fold, t.fold) || privative(t.fold, s.fold) {
		return opposite
	}
	return unrelated
}

// sameWord reports whether the content word s says the content word t: it has its
// stem, or says the same as far as a dictionary tells. A name is said by itself only.
func sameWord(lang string, s, t *term) bool {
	return s.stem == t.stem || t.flags&capital == 0 && sameSense(kin(lang, s, t))
}

// reports tells whether two verbs report speech alike: "said", "stated".
func reports(lang, a, b string) bool {
	x, ok := lexicon.CueOf(lang, lexicon.VerbCue, a)
	y, found := lexicon.CueOf(lang, lexicon.VerbCue, b)
	return ok && found && x.Class == y.Class && x.Commitment == y.Commitment
}

// proper reports whether a word is part of a name, as far as its capital tells.
func (t *term) proper() bool { return t.flags&capital != 0 && t.flags&opening == 0 }

// closely reports whether so many steps up the tree of hypernyms still say what
// the first word says: a boxer is a man, but hardly a thing.
func closely(pos lexicon.POS, steps int) bool {
	if pos == lexicon.Verb {
		return steps == 1
	}
	return steps <= 4
}

// privative reports whether t denies s by a prefix: "suitable", "unsuitable".
func privative(s, t string) bool {
	if len(s) < 4 || len(t) <= len(s) {
		return false
	}
	rest, ok := strings.CutSuffix(t, s)
	if !ok {
		return false
	}
	switch rest {
	case "un", "in", "im", "il", "ir", "non", "non-", "dis", "anti-", "mis":
		return true
	}
	return false
}

// lemma returns the form under which a dictionary lists the word as that part of
// speech; false if it has no such word.
func (t *term) lemma(lang string, pos lexicon.POS) (string, bool) {
	if lang == "en" {
		return lexicon.Lemma(pos, t.fold)
	}
	return t.fold, true
}
