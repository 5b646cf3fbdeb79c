package lexicon

import (
	_ "embed"
	"slices"
	"sync"
)

// Opposites are kept in classes: an axis with two poles, and the words of each.
// Every word of one pole contradicts every word of the other. That is more than
// WordNet's antonyms say (confirm, capture, arrest and support have none there)
// and safer than what can be inferred from them: a synonym of an antonym raised
// every false alarm that was seen (raise/point, fight/pull).
//
// A word may lie on several axes. Two words that share a pole anywhere are
// synonyms in some sense, and then no pair of opposites in any.

//go:embed data/oppositions.tsv
var oppositionTable string

// An Axis is what two opposites are opposite in.
type Axis struct {
	Name     string // "control", "level": unique together with language and part of speech
	Sequence bool   // both can be true one after the other (captured, then lost): a clash only at the same time
	Converse bool   // both are true when the roles are exchanged (A beat B, B lost to A)
	Transfer bool   // so they are, and a thing passes between the two (A sold it to B, B bought it from A)
}

// A place is where a word stands: the axis and its pole.
type place struct {
	axis uint16
	pole uint8
}

type oppositions struct {
	axes  []Axis
	words map[wordKey][]place
}

type wordKey struct {
	lang string
	pos  POS
	word string
}

var readOppositions = sync.OnceValue(func() *oppositions {
	o := &oppositions{words: make(map[wordKey][]place, 4096)}
	eachRow(oppositionTable, func(f []string) {
		n := uint16(len(o.axes))
		o.axes = append(o.axes, Axis{Name: f[2], Sequence: f[3] == "sequence", Converse: f[3] == "converse" || f[3] == "transfer", Transfer: f[3] == "transfer"})
		lang, pos := f[0], posOf(f[1])
		for pole := range uint8(2) {
			eachWord(f[4+pole], func(w string) {
				k := wordKey{lang, pos, w}
				o.words[k] = append(o.words[k], place{n, pole})
			})
		}
	})
	return o
})

// Opposite reports whether two lemmas of one language stand on opposite poles of
// an axis, and which. It is symmetric; pos may be Any.
func Opposite(lang, a, b string, pos POS) (axis Axis, ok bool) {
	o := readOppositions()
	a, b = key(a), key(b)
	if pos != Any {
		return o.opposite(lang, a, b, pos)
	}
	for pos = Noun; pos <= Preposition; pos++ {
		if axis, ok = o.opposite(lang, a, b, pos); ok {
			return axis, true
		}
	}
	return Axis{}, false
}

// opposite compares the places of two folded lemmas. Where several axes divide
// them, the first counts on which both can never be true, else the first.
func (o *oppositions) opposite(lang, a, b string, pos POS) (axis Axis, ok bool) {
	as := o.words[wordKey{lang, pos, a}]
	if as == nil {
		return Axis{}, false
	}
	for _, p := range as {
		for _, q := range o.words[wordKey{lang, pos, b}] {
			if p.axis != q.axis {
				continue
			}
			if p.pole == q.pole {
				return Axis{}, false
			}
			if !ok || axis.Sequence || axis.Converse {
				x := o.axes[p.axis]
				if ok && (x.Sequence || x.Converse) {
					continue
				}
				axis, ok = x, true
			}
		}
	}
	return axis, ok
}

// SamePole reports whether two lemmas stand on one pole of an axis: they say much the
// same on it ("capture" and "seize", "rise" and "soar"), though perhaps not to the
// same degree.
func SamePole(lang, a, b string, pos POS) bool {
	o := readOppositions()
	for _, p := range o.words[wordKey{lang, pos, key(a)}] {
		for _, q := range o.words[wordKey{lang, pos, key(b)}] {
			if p == q {
				return true
			}
		}
	}
	return false
}

// OnAxis reports whether a lemma stands on an axis: "soar" on "level".
func OnAxis(lang, axis, lemma string, pos POS) bool {
	o := readOppositions()
	return slices.ContainsFunc(o.words[wordKey{lang, pos, key(lemma)}], func(p place) bool { return o.axes[p.axis].Name == axis })
}
