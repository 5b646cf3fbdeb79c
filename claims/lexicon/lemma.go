package lexicon

import (
	"strings"
	"sync/atomic"
)

// suffixes and what stands for them in the lemma, in the order in which
// WordNet's morphy tries them.
var suffixes = [4][][2]string{
	{{"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"ies", "y"}, {"men", "man"}, {"s", ""}, {"ves", "f"}, {"ves", "fe"}, {"es", ""}},
	{{"ies", "y"}, {"ied", "y"}, {"es", "e"}, {"s", ""}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}},
	{{"iest", "y"}, {"ier", "y"}, {"er", "e"}, {"est", "e"}, {"er", ""}, {"est", ""}},
	{{"iest", "y"}, {"ier", "y"}, {"er", "e"}, {"est", "e"}, {"er", ""}, {"est", ""}},
}

// Lemma returns the base form of an English word in a part of speech: "captured"
// capture, "men" man, "fled" flee. It knows WordNet's irregular forms and the
// regular endings, and answers only with a lemma that WordNet has; false if there
// is none. Several bases are possible ("found": find, found): the one that is
// not the word itself comes first, as prose inflects more often than it is rare.
func Lemma(pos POS, word string) (string, bool) {
	part := partOf(pos)
	if part < 0 || len(word) > maxWord {
		return "", false
	}
	at := &lemmas[memoAt(part, word)]
	if m := at.Load(); m != nil && m.part == part && m.word == word {
		return m.lemma, m.ok
	}
	m := &lemmaMemo{part: part, word: strings.Clone(word)}
	m.lemma, m.ok = lemma(part, m.word)
	at.Store(m)
	return m.lemma, m.ok
}

// What was asked is kept, one answer a place: two texts that are compared ask for
// the same few hundred words again and again, mostly in vain, and the answer
// takes a search a suffix.
type lemmaMemo struct {
	part        int
	word, lemma string
	ok          bool
}

var lemmas [1 << 14]atomic.Pointer[lemmaMemo]

// memoAt returns where in lemmas the answer for a word is kept.
func memoAt(part int, word string) uint32 {
	h := uint32(2166136261) ^ uint32(part)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return (h ^ h>>15) % uint32(len(lemmas))
}

// lemma finds the base form of a word in WordNet.
func lemma(part int, word string) (string, bool) {
	w := openWordNet()
	word = key(word)
	e := w.find(part, word)
	found := e != nil
	if found && e.baseCount > 0 {
		return w.name(part, int(e.bases[0])), true
	}
	if found && !inflected(part, word) {
		return word, true
	}
	for _, s := range suffixes[part] {
		if stem, ok := strings.CutSuffix(word, s[0]); ok && len(stem) > 1 {
			if b, ok := w.regular(part, stem, s[1]); ok {
				return b, true
			}
		}
	}
	if found {
		return word, true
	}
	return "", false
}

// regular returns the lemma that a stem and its ending make, or the stem with its
// last consonant single ("stopped").
func (w *wordnet) regular(part int, stem, ending string) (string, bool) {
	if e := w.find(part, stem+ending); e != nil && e.count > 0 {
		return stem + ending, true
	}
	n := len(stem)
	if part != 0 && ending == "" && n > 3 && stem[n-1] == stem[n-2] {
		if e := w.find(part, stem[:n-1]); e != nil && e.count > 0 {
			return stem[:n-1], true
		}
	}
	return "", false
}

// inflected reports whether a word that is a lemma is rather a form of another:
// WordNet has "higher", "largest" and "according" too, but "bed", "sing" and
// "outer" are not to be cut.
func inflected(part int, word string) bool {
	switch part {
	case 1:
		return len(word) > 5 && (strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed"))
	case 2, 3:
		switch word {
		case "outer", "upper", "inner", "modest", "after", "under", "other", "over", "utter", "former", "latter", "rather", "further", "tender", "eager", "bitter", "super", "prior":
			return false
		}
		return len(word) > 4 && (strings.HasSuffix(word, "er") || strings.HasSuffix(word, "est"))
	}
	return false
}
