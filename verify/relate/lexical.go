package relate

import (
	"slices"
	"strings"
	"sync/atomic"

	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
)

// What two words are to each other, by the tables and the dictionaries of package lexicon.

// kinship is how two content words stand to each other.
type kinship uint8

const (
	unrelated kinship = iota // as far as is known
	equal                    // the same word, or listed by hand as saying the same
	synonym                  // another word for the same, in some frequent sense
	narrower                 // the first is a kind of the second
	wider                    // the second is a kind of the first
	opposite                 // two poles of an axis
	exclusive                // nothing is both: a film and a series
)

// kin tells how the content word s of a term stands to t.
func kin(lang string, s, t *term) kinship {
	if s.fold == t.fold || s.stem == t.stem && (!s.proper() || !t.proper()) {
		return equal
	}
	if (s.flags|t.flags)&digits != 0 || s.proper() && t.proper() {
		return unrelated
	}
	return cached(pairKey{lang, s.fold, t.fold, lexicon.Any}, func() kinship {
		k := unrelated
		for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
			x, ok := s.lemma(lang, pos)
			y, found := t.lemma(lang, pos)
			if !ok || !found {
				continue
			}
			switch l := lemmaKin(lang, x, y, pos); {
			case l == equal:
				return l
			case l == opposite, l == exclusive, k == unrelated:
				k = l
			}
		}
		if k == unrelated && (privative(s.fold, t.fold) || privative(t.fold, s.fold)) {
			return opposite
		}
		return k
	})
}

// lemmasKin tells how a lemma of the source stands to one of the statement, both of
// one part of speech.
func lemmasKin(lang, x, y string, pos lexicon.POS) kinship {
	if x == y {
		return equal
	}
	return cached(pairKey{lang, x, y, pos}, func() kinship { return lemmaKin(lang, x, y, pos) })
}

// headsKin tells how the lemma x of a word of the source stands to y of one of the statement. What
// another translation of the French one is goes for a synonym across the languages: "mineur" for "miner", not for "minister".
func headsKin(s *proposition.Sentence, i int, x string, t *proposition.Sentence, j int, y string, pos lexicon.POS) kinship {
	k := lemmasKin(tongue, x, y, pos)
	if k != equal && k != narrower && (s.Gloss == nil) != (t.Gloss == nil) && (slices.Contains(s.Senses(i, x), y) || slices.Contains(t.Senses(j, y), x)) {
		return synonym
	}
	return k
}

// heads returns what the heads x and y of two phrases or propositions, of one part of speech, come to that stand so to each other.
func (k kinship) heads(part, x, y string) comparison {
	switch k {
	case equal:
		return comparison{fit: same, weight: 2}
	case synonym:
		return comparison{fit: same, weight: 2, loose: true}
	case narrower:
		return comparison{fit: entails, weight: 2, loose: !proposition.Says(tongue, part, x, y)}
	case wider:
		return comparison{fit: broader, weight: 1}
	}
	return comparison{}
}

// A statement meets the same words again and again: what its words are to those of a source is kept.
var pairs [1 << 17]cell[pairKey, kinship]

type pairKey struct {
	lang, s, t string
	pos        lexicon.POS
}

// cached returns the kinship under the key, worked out if it is not kept.
func cached(k pairKey, work func() kinship) kinship {
	return pairs[(text.Hash(k.s)*31+text.Hash(k.t)+uint64(k.pos))%uint64(len(pairs))].value(k, work, func() pairKey {
		return pairKey{k.lang, strings.Clone(k.s), strings.Clone(k.t), k.pos}
	})
}

// A cell is one place of a direct-mapped cache without a lock: what hashes to it overwrites what stood there.
type cell[K comparable, V any] struct{ atomic.Pointer[kept[K, V]] }

type kept[K comparable, V any] struct {
	key   K
	value V
}

// value returns what is kept under the key, worked out if nothing is; own returns the key as it is kept.
func (p *cell[K, V]) value(k K, work func() V, own func() K) V {
	if x := p.Load(); x != nil && x.key == k {
		return x.value
	}
	x := &kept[K, V]{own(), work()}
	p.Store(x)
	return x.value
}

// lemmaKin looks two lemmas of one part of speech up.
func lemmaKin(lang, x, y string, pos lexicon.POS) kinship {
	if x == y {
		return equal
	}
	if _, ok := lexicon.Opposite(lang, x, y, pos); ok {
		return opposite
	}
	apart := unlike.is(lang, x) == y || unlike.is(lang, y) == x
	switch {
	case pos == lexicon.Noun && (apart || lexicon.Exclusive(lang, x, y)):
		return exclusive
	case apart:
		return unrelated
	}
	part := [...]string{lexicon.Noun: "noun", lexicon.Verb: "verb", lexicon.Adjective: "other", lexicon.Adverb: "other"}[pos]
	if proposition.Says(lang, part, x, y) {
		if proposition.Says(lang, part, y, x) {
			return equal
		}
		return narrower
	}
	if proposition.Says(lang, part, y, x) {
		return wider
	}
	if share(lang, "alike", x, "alike", y) || pos == lexicon.Verb && tell(lang, x, y) {
		return equal
	}
	if pos != lexicon.Verb && lexicon.SamePole(lang, x, y, pos) {
		return synonym
	}
	if lang != "en" {
		return unrelated
	}
	return kinships[lexicon.TieOf(x, y, pos, closely(pos))]
}

// kinships are what the ties of WordNet are called here.
var kinships = [...]kinship{lexicon.NoTie: unrelated, lexicon.SameSense: synonym, lexicon.Opposed: opposite, lexicon.Below: narrower, lexicon.Above: wider}

// tell reports whether two verbs tell alike that somebody said something, and no more than that: not that he accused
// or promised.
func tell(lang, a, b string) bool {
	x, _ := lexicon.CueOf(lang, lexicon.VerbCue, a)
	return (x.Class == "say" || x.Class == "declare") && reports(lang, a, b) && !busy.in(lang, a) && !busy.in(lang, b)
}

// reports tells whether two verbs report speech alike: "said", "stated".
func reports(lang, a, b string) bool {
	x, ok := lexicon.CueOf(lang, lexicon.VerbCue, a)
	y, found := lexicon.CueOf(lang, lexicon.VerbCue, b)
	return ok && found && x.Class == y.Class && x.Commitment == y.Commitment
}

// closely returns how many steps up the tree of hypernyms still say what the
// first word says: a boxer is a man, but hardly a thing.
func closely(pos lexicon.POS) int {
	if pos == lexicon.Verb {
		return 1
	}
	return 4
}

// privative reports whether t denies s by a prefix: "suitable", "unsuitable".
func privative(s, t string) bool {
	if len(s) < 4 || len(t) <= len(s) {
		return false
	}
	rest, ok := strings.CutSuffix(t, s)
	return ok && privatives.in("", rest)
}

// isDoer reports whether a noun is one for a person.
func isDoer(noun string) bool {
	return people.both(noun, noun)
}

// sisters reports whether two nouns are two kinds of one thing, people left out:
// a friend may be a colleague. In the same place of the same words they are
// hardly ever meant for the same.
func sisters(lang string, s, t *term) bool {
	if lang != tongue || (s.flags|t.flags)&capital != 0 {
		return false
	}
	x, ok := s.lemma(lang, lexicon.Noun)
	y, found := t.lemma(lang, lexicon.Noun)
	if !ok || !found || isDoer(x) || isDoer(y) {
		return false
	}
	if species.both(x, y) && !below(x, y) && !below(y, x) && !lexicon.Synonyms(x, y, lexicon.Noun) &&
		!(gerund.end(lang, s.fold) && gerund.end(lang, t.fold)) {
		return true // riding and racing are done at once
	}
	return lexicon.Sisters(x, y) && things.both(x, y)
}

// both reports whether two English nouns are below one word of the kind.
func (k kind) both(x, y string) bool {
	return slices.ContainsFunc(kinds().Words(tongue, string(k)), func(kind string) bool {
		kind = strings.ReplaceAll(kind, "_", " ")
		return below(x, kind) && below(y, kind)
	})
}

// below reports whether an English noun is for a kind of what another is for.
func below(x, kind string) bool {
	_, ok := lexicon.Hypernym(x, kind, lexicon.Noun)
	return ok
}

// related reports whether two words may be of one thing.
func related(k kinship) bool { return k == equal || k == synonym || k == narrower || k == wider }

// person reports whether a noun is one for a person or an animal: a man and a woman may
// both ride by.
func person(f *phrase) bool {
	return beings.both(f.Lemma, f.Lemma)
}
