package lexicon

import "slices"

// How many of a lemma's senses count. WordNet lists the frequent ones first; the
// limits are low because a rare sense of a common word is where false synonyms
// and antonyms come from (run/bleed, point/raise).
const (
	synonymSenses  = 4
	antonymSenses  = 4
	hypernymSenses = 3
	hypernymSteps  = 8
)

// Synonyms reports whether two lemmas share a frequent sense. A lemma is its own
// synonym if it is known.
func Synonyms(a, b string, pos POS) bool {
	a, b = key(a), key(b)
	for part := range 4 {
		if pos != Any && partOf(pos) != part {
			continue
		}
		if x, y, ok := lookup(a, b, part); ok && share(x.all(synonymSenses), y.all(synonymSenses)) {
			return true
		}
	}
	return false
}

func share(a, b []int32) bool {
	for _, s := range a {
		for _, t := range b {
			if s == t {
				return true
			}
		}
	}
	return false
}

// Antonyms reports whether two lemmas are opposites in WordNet's strong tier: as
// words (hot, cold), through the senses of both (each shares a frequent sense with one of two
// antonyms), or through the verbs and adjectives that they are derived from
// (approval, disapproval). Synonyms of antonyms are none, nor
// are two lemmas that share a frequent sense or a pole of an opposition.
func Antonyms(a, b string, pos POS) bool {
	a, b = key(a), key(b)
	for part := range 4 {
		if pos != Any && partOf(pos) != part {
			continue
		}
		x, y, ok := lookup(a, b, part)
		if !ok || share(x.all(synonymSenses), y.all(synonymSenses)) {
			continue
		}
		if openWordNet().opposites(x, y) {
			return !SamePole("en", a, b, POS(part)+Noun)
		}
	}
	return false
}

// opposites reports whether two lemmas are antonyms, themselves or by what they are derived from.
func (w *wordnet) opposites(x, y *lemmaEntry) bool {
	return x.opposed && (w.antonymous(x, y) || w.derivedAntonyms(x, y))
}

// antonymous reports whether an antonym pair joins the two lemmas, or a frequent
// sense of the one with a frequent sense of the other.
func (w *wordnet) antonymous(x, y *lemmaEntry) bool {
	for i, s := range x.all(maxSenses) {
		from := int(s)<<2 | x.part
		for at := w.firstAntonym(from); at < len(w.antonyms) && big24(w.antonyms[at:]) == from; at += 12 {
			row := w.antonyms[at : at+12]
			if big24(row[3:]) == x.number && big24(row[9:]) == y.number {
				return true
			}
			to := int32(big24(row[6:]) >> 2)
			for j, t := range y.all(antonymSenses) {
				if t == to && i < antonymSenses && j < antonymSenses {
					return true
				}
			}
		}
	}
	return false
}

// firstAntonym returns the offset of the first row of a synset, the end of the table if it has none.
func (w *wordnet) firstAntonym(from int) int {
	if at, ok := w.opposed[from]; ok {
		return at
	}
	return len(w.antonyms)
}

// derivedAntonyms reports whether the lemmas are derived from words of one part
// of speech that are antonyms as words.
func (w *wordnet) derivedAntonyms(x, y *lemmaEntry) bool {
	for a, xs, n := 0, x.derived, x.derivedCount; n > 0; n-- {
		a, xs = uvarint(xs)
		var e lemmaEntry // of a, once it is asked for
		for b, ys, m := 0, y.derived, y.derivedCount; m > 0; m-- {
			b, ys = uvarint(ys)
			if a&3 != b&3 {
				continue
			}
			if e.count == 0 {
				e = w.numbered(a&3, a>>2)
			}
			if w.direct(&e, b>>2) {
				return true
			}
		}
	}
	return false
}

// direct reports whether a lemma and the one numbered b of its part of speech are antonyms as words,
// in a frequent sense of the first.
func (w *wordnet) direct(x *lemmaEntry, b int) bool {
	for _, s := range x.all(antonymSenses) {
		from := int(s)<<2 | x.part
		for at := w.firstAntonym(from); at < len(w.antonyms) && big24(w.antonyms[at:]) == from; at += 12 {
			if row := w.antonyms[at : at+12]; big24(row[3:]) == x.number && big24(row[9:]) == b {
				return true
			}
		}
	}
	return false
}

// numbered returns the lemma of a number.
func (w *wordnet) numbered(part, number int) (e lemmaEntry) {
	var buf [maxWord]byte
	e.walk(&w.parts[part], number/blockSize, number%blockSize, "", &buf)
	e.part = part
	return e
}

// Hypernym reports whether a is a kind of b in frequent senses of both, and how
// many steps up it lies: a hospital is a building, to seize is to take. A lemma is no
// kind of itself.
func Hypernym(a, b string, pos POS) (steps int, ok bool) {
	a, b = key(a), key(b)
	for p := Noun; p <= Verb; p++ {
		if pos != Any && pos != p {
			continue
		}
		x, y, found := lookup(a, b, partOf(p))
		if !found {
			continue
		}
		if n := openWordNet().above(x, y, hypernymSteps); n > 0 && (!ok || n < steps) {
			steps, ok = n, true
		}
	}
	return steps, ok
}

// above returns how many steps up from a lemma another lies, zero if that is none or more than limit.
func (w *wordnet) above(x, y *lemmaEntry, limit int) (steps int) {
	for _, s := range x.all(hypernymSenses) {
		if n := w.climb(x.part, s, y.all(hypernymSenses), limit); n > 0 {
			steps, limit = n, n-1
		}
	}
	return steps
}

// A Tie is how one lemma stands to another.
type Tie uint8

// The ties, in the order in which they are looked for.
const (
	NoTie     Tie = iota
	SameSense     // Synonyms holds
	Opposed       // Antonyms holds
	Below         // the first is a kind of the second
	Above         // the second is a kind of the first
)

// TieOf returns how two lemmas of one part of speech stand to each other, a kind lying no more than some steps below: what
// Synonyms, Antonyms and Hypernym say one after the other, with each lemma looked up once.
func TieOf(a, b string, pos POS, steps int) Tie {
	a, b = key(a), key(b)
	part := partOf(pos)
	if part < 0 {
		return NoTie
	}
	x, y, ok := lookup(a, b, part)
	if !ok {
		return NoTie
	}
	w := openWordNet()
	switch {
	case share(x.all(synonymSenses), y.all(synonymSenses)):
		return SameSense
	case w.opposites(x, y) && !SamePole("en", a, b, pos):
		return Opposed
	case pos > Verb:
		return NoTie // adjectives and adverbs are no kinds
	case w.above(x, y, min(steps, hypernymSteps)) > 0:
		return Below
	case w.above(y, x, min(steps, hypernymSteps)) > 0:
		return Above
	}
	return NoTie
}

// climb returns the number of steps from a synset up to one of the targets, zero
// if none is reached.
func (w *wordnet) climb(part int, from int32, targets []int32, limit int) int {
	var queue [64]int32
	queue[0] = from
	head, tail := 0, 1
	for steps := 1; steps <= limit && head < tail; steps++ {
		for end := tail; head < end; head++ {
			for h, n := w.hypernym(part, queue[head], 0), 0; h > 0; h = w.hypernym(part, queue[head], n) {
				for _, t := range targets {
					if t == h {
						return steps
					}
				}
				if tail < len(queue) {
					queue[tail] = h
					tail++
				}
				n++
			}
		}
	}
	return 0
}

// hypernym returns the nth hypernym of a synset, zero if it has fewer.
func (w *wordnet) hypernym(part int, s int32, n int) int32 {
	table := w.parts[part].hypernyms
	count := big24(table)
	if int(s) > count {
		return 0
	}
	first := big24(table[3*s:])
	if n == 0 {
		return int32(first &^ (1 << 23))
	}
	if first>>23 == 0 {
		return 0
	}
	extra := table[3+3*count:]
	lo, hi := 0, len(extra)/6
	for lo < hi {
		mid := (lo + hi) / 2
		if big24(extra[6*mid:]) < int(s) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if at := 6 * (lo + n - 1); at < len(extra) && big24(extra[at:]) == int(s) {
		return int32(big24(extra[at+3:]))
	}
	return 0
}

// Derived reports whether two lemmas of any parts of speech are derived from each
// other (capture and captor, seize and seizure), or both from a third.
func Derived(a, b string) bool {
	a, b = key(a), key(b)
	if a == b {
		return false
	}
	w := openWordNet()
	for p := range 4 {
		x := w.find(p, a)
		if x == nil || x.derivedCount == 0 {
			continue
		}
		for q := range 4 {
			if y := w.find(q, b); y != nil && related(x, y) {
				return true
			}
		}
	}
	return false
}

// Derivatives returns the lemmas of any part of speech that are derived from a lemma, or with it from a
// third: those for which Derived holds.
func Derivatives(lemma string) []string {
	lemma = key(lemma)
	w := openWordNet()
	near := map[int]bool{} // by number<<2|part
	for p := range 4 {
		if e := w.find(p, lemma); e != nil {
			for _, d := range e.derivatives() {
				near[d] = true
				x := w.numbered(d&3, d>>2)
				for _, d := range x.derivatives() {
					near[d] = true
				}
			}
		}
	}
	var out []string
	for d := range near {
		if name := w.name(d&3, d>>2); name != lemma {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// derivatives returns the words that a lemma is derived with.
func (e *lemmaEntry) derivatives() []int {
	out := make([]int, e.derivedCount)
	for i, s := 0, e.derived; i < len(out); i++ {
		out[i], s = uvarint(s)
	}
	return out
}

// related reports whether y is among the words that x is derived with, or shares
// one of them with it.
func related(x, y *lemmaEntry) bool {
	self := y.number<<2 | y.part
	for d, xs, n := 0, x.derived, x.derivedCount; n > 0; n-- {
		d, xs = uvarint(xs)
		if d == self {
			return true
		}
		for e, ys, m := 0, y.derived, y.derivedCount; m > 0; m-- {
			if e, ys = uvarint(ys); d == e {
				return true
			}
		}
	}
	return false
}
