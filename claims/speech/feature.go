package speech

import (
	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// Analysis is a passage taken apart, and the room that this takes, kept between
// passages. The zero value is ready.
type Analysis struct {
	parser grammar.Parser

	soon      []text.Word // what will be parsed next
	sentences []grammar.Unread

	words  []text.Word // of one sentence, quotations that stand apart left out
	at     []int32     // the unit of each of them
	units  []unit
	kids   []int32 // for each unit the first that it governs, -1 for none
	next   []int32 // for each unit the next that its head governs
	chain  []int32 // for each unit how far it is above the cue, -1 if it is not
	place  []place // of each unit in relation to the cue
	likely []bool  // for each unit whether it is a likely cue
	near   uint8   // where quotations stand around the cue

	commas, stops, quotes, others []uint32 // how many stand before each unit

	feats []uint32
	odds  []int32 // for each unit how far its score as a cue is above the threshold
	score []int32
	from  []uint8
}

// place says where a unit stands in the tree as seen from the cue: climb from
// the cue to the first word that governs both, then down the branch to the unit.
type place struct {
	up     uint8       // steps up: 0 if the cue governs the unit, far if they share no tree
	branch grammar.Rel // how the branch that holds the unit hangs on that word, Root if the unit is the word
	by     grammar.Rel // how the cue's own branch hangs on it
	known  bool
	top    int32 // the unit at the top of the branch
}

const far = 7

// code packs a place into a feature value.
func (p place) code() uint32 { return uint32(p.up) | uint32(p.branch)<<4 | uint32(p.by)<<12 }

// Survey finds the place of every unit as seen from the cue at unit k.
func (s *Analysis) Survey(k int) {
	n := len(s.units)
	s.countOthers()
	s.near = s.quoteNear(k)
	s.chain, s.place = s.chain[:0], s.place[:0]
	for i := 0; i < n; i++ {
		s.chain = append(s.chain, -1)
		s.place = append(s.place, place{})
	}
	up := int32(0)
	for c := int32(k); c >= 0 && up < far-1; c = s.units[c].head {
		if s.chain[c] >= 0 {
			break
		}
		s.chain[c] = up
		s.place[c] = place{up: uint8(up), branch: grammar.Root, known: true, top: c}
		if up > 0 {
			s.place[c].by = s.below(k, int(up))
		}
		up++
	}
	for i := range s.units {
		s.climb(int32(i), k)
	}
}

// below returns the relation of the word one step under the chain's step up.
func (s *Analysis) below(k, up int) grammar.Rel {
	c := int32(k)
	for j := 1; j < up; j++ {
		c = s.units[c].head
	}
	return s.units[c].rel
}

// climb finds the place of unit i by way of its heads; each is visited once.
func (s *Analysis) climb(i int32, k int) {
	var path [64]int32
	n := 0
	c := i
	for c >= 0 && !s.place[c].known && n < len(path) {
		path[n] = c
		n++
		c = s.units[c].head
	}
	var p place
	switch {
	case c < 0 || !s.place[c].known:
		p = place{up: far, known: true, top: i}
		if s.units[i].sentence != s.units[k].sentence {
			p.by = 1
		}
	case s.chain[c] >= 0 && n > 0:
		top := path[n-1]
		p = s.place[c]
		p.branch, p.top = s.units[top].rel, top
	default:
		p = s.place[c]
	}
	for j := 0; j < n; j++ {
		s.place[path[j]] = p
	}
}

// hash joins a template's number and two values into a feature.
func hash(template, a, b uint32) uint32 {
	h := (template*0x9E3779B1 ^ a) * 0x85EBCA6B
	h ^= h >> 15
	h = (h ^ b) * 0xC2B2AE35
	h ^= h >> 13
	h *= 0x27D4EB2F
	return h ^ h>>16
}

// hashFold is FNV-1a over the folded form of w.
func hashFold(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 0x80 {
			for _, c := range []byte(text.Fold(w[i:])) {
				h = (h ^ uint32(c)) * 16777619
			}
			return h
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// pad stands for what lies before the first and after the last unit.
var pad = unit{quotation: -1, head: -1, tag: 31, word: 1, lemma: 1}

// unit returns unit i, pad outside the passage.
func (s *Analysis) unit(i int) *unit {
	if i < 0 || i >= len(s.units) {
		return &pad
	}
	return &s.units[i]
}

// bucket returns the rough size of n.
func bucket(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 10:
		return 6
	case n <= 20:
		return 7
	}
	return 8
}

// CueFeatures appends the features of unit i as a reporting word.
func (s *Analysis) CueFeatures(dst []uint32, i int) []uint32 {
	u, p1, p2, n1, n2 := s.unit(i), s.unit(i-1), s.unit(i-2), s.unit(i+1), s.unit(i+2)
	add := func(t, a, b uint32) { dst = append(dst, hash(t, a, b)) }
	children := s.children(i)
	head, subject, near := s.unit(int(u.head)), s.subjectKind(i), uint32(s.quoteNear(i))
	add(1, 0, 0)
	add(2, u.lemma, uint32(u.tag))
	add(3, u.word, 0)
	add(4, u.lemma, children)
	add(5, uint32(u.tag), children)
	add(6, u.lemma, n1.word)
	add(7, u.lemma, p1.word)
	add(8, u.lemma, uint32(n1.tag)<<8|uint32(n2.tag))
	add(9, u.lemma, uint32(p1.tag)<<8|uint32(p2.tag))
	add(10, uint32(u.tag), n1.word)
	add(11, uint32(u.tag), p1.word)
	add(12, u.lemma, uint32(u.rel))
	add(13, uint32(u.tag), uint32(u.rel)<<16|uint32(head.tag))
	add(14, uint32(u.rel), head.lemma)
	add(15, uint32(u.feats), uint32(u.tag))
	add(16, u.lemma, uint32(u.feats))
	add(17, n1.word, n2.word)
	add(18, p2.word, p1.word)
	add(19, u.lemma, uint32(n1.shape)<<8|uint32(p1.shape))
	add(20, subject, u.lemma)
	add(21, subject, uint32(u.tag))
	add(22, near, u.lemma)
	add(23, near, uint32(u.tag))
	if u.part {
		add(24, uint32(u.tag), 0)
		add(25, u.lemma, 0)
	}
	for j := s.kids[i]; j >= 0; j = s.next[j] { // words that it governs
		c := &s.units[j]
		add(26, u.lemma, uint32(c.rel)<<8|uint32(c.tag))
		switch c.rel {
		case grammar.Mark, grammar.Advmod, grammar.Aux, grammar.Expl:
			add(27, c.word, uint32(u.tag))
		case grammar.Ccomp, grammar.Xcomp, grammar.Obj, grammar.Obl, grammar.Nsubj:
			add(28, uint32(c.rel), c.lemma)
		}
	}
	add(29, u.lemma, s.sizeCode())
	add(31, u.class, children)
	add(32, u.class, n1.word)
	add(33, u.class, uint32(n1.tag)<<8|uint32(n2.tag))
	add(34, u.class, uint32(u.feats))
	add(35, u.class, subject)
	add(36, u.class, near)
	add(37, u.class, uint32(u.rel)<<8|uint32(head.tag))
	add(38, u.class, head.class)
	add(30, bucket(i), uint32(u.tag))
	return dst
}

// sizeCode tells headlines and other short passages from sentences.
func (s *Analysis) sizeCode() uint32 { return bucket(len(s.units)) }

// children packs which of the relations that matter unit i governs.
func (s *Analysis) children(i int) uint32 {
	set := uint32(0)
	for j := s.kids[i]; j >= 0; j = s.next[j] {
		switch s.units[j].rel {
		case grammar.Nsubj:
			set |= 1
		case grammar.NsubjPass:
			set |= 2
		case grammar.Ccomp:
			set |= 4
		case grammar.Xcomp:
			set |= 8
		case grammar.Obj:
			set |= 16
		case grammar.Obl:
			set |= 32
		case grammar.Parataxis:
			set |= 64
		case grammar.Acl:
			set |= 128
		case grammar.Nmod:
			set |= 256
		case grammar.NmodPoss:
			set |= 512
		}
	}
	return set
}

// subjectKind says what the subject of unit i is: none, a pronoun, a name ...
func (s *Analysis) subjectKind(i int) uint32 {
	for j := s.kids[i]; j >= 0; j = s.next[j] {
		if c := &s.units[j]; c.rel == grammar.Nsubj || c.rel == grammar.NsubjPass {
			if c.tag == grammar.Pronoun {
				return c.word
			}
			return uint32(c.tag)<<8 | uint32(c.name) + 2
		}
	}
	return 1
}

// quoteNear says on which sides of unit i quotations stand apart, and whether
// words between quotation marks follow soon.
func (s *Analysis) quoteNear(i int) uint8 {
	n := len(s.units)
	code := uint8(0)
	if s.quotes[max(0, i-8)] > 0 {
		code |= 1
	}
	if s.quotes[i] > s.quotes[max(0, i-8)] {
		code |= 2
	}
	soon := min(n, i+4)
	if s.quotes[soon] > s.quotes[i] {
		code |= 4
	}
	if s.quotes[n] > s.quotes[soon] {
		code |= 8
	}
	for j := i + 1; j < n && j < i+6; j++ {
		if s.units[j].part {
			return code | 16
		}
	}
	return code
}

// LabelFeatures appends the features of unit i seen from the cue at k, which
// Survey was called for.
func (s *Analysis) LabelFeatures(dst []uint32, i, k int) []uint32 {
	u, p1, p2, n1, n2 := s.unit(i), s.unit(i-1), s.unit(i-2), s.unit(i+1), s.unit(i+2)
	cue := s.unit(k)
	add := func(t, a, b uint32) { dst = append(dst, hash(t+100, a, b)) }
	side := uint32(1)
	if i < k {
		side = 0
	} else if i == k {
		side = 2
	}
	here := s.place[i].code()
	before, after := uint32(0), uint32(1)
	if i > 0 {
		before = s.place[i-1].code()
		if s.place[i-1].top != s.place[i].top {
			before |= 1 << 28
		}
	}
	if i+1 < len(s.units) {
		after = s.place[i+1].code()
		if s.place[i+1].top != s.place[i].top {
			after |= 1 << 28
		}
	}
	tags := uint32(u.tag)
	flags := uint32(u.shape)<<4 | side
	if u.part {
		flags |= 4
	}
	d := bucket(max(i-k, k-i))
	add(1, flags, d)
	add(2, u.word, side)
	add(3, tags, flags)
	add(4, p1.word, side)
	add(5, n1.word, side)
	add(6, uint32(p1.tag), tags<<8|side)
	add(7, uint32(n1.tag), tags<<8|side)
	add(8, here, side)
	add(9, here, before)
	add(10, here, after)
	add(11, here, cue.lemma)
	add(12, here, uint32(cue.tag)<<16|uint32(cue.feats))
	add(13, here, tags)
	add(35, here, cue.class)
	add(36, uint32(u.rel)<<8|tags, cue.class)
	add(37, d<<4|side, cue.class)
	add(14, here, u.word)
	add(15, here, uint32(p1.tag)<<8|tags)
	add(16, d<<4|side, cue.lemma)
	add(17, u.word, cue.lemma)
	add(18, uint32(u.rel)<<8|uint32(s.unit(int(u.head)).rel), side)
	add(19, uint32(u.shape)<<8|uint32(p1.shape), flags)
	add(20, uint32(n1.shape)<<8|uint32(n2.shape), flags)
	add(21, p1.word, u.word)
	between, rivals := s.between(i, k), s.rivals(i, k)
	add(22, between, flags)
	add(23, between, here)
	add(24, uint32(p2.tag)<<16|uint32(p1.tag)<<8|tags, side)
	add(25, uint32(n2.tag)<<16|uint32(n1.tag)<<8|tags, side)
	add(26, uint32(s.near), flags)
	add(27, uint32(s.near), here)
	add(28, uint32(u.name)<<8|uint32(p1.name), here)
	add(29, rivals, flags)
	add(30, rivals, here)
	if d <= 3 {
		add(31, d<<4|side, u.word)
		add(32, d<<4|side, tags<<16|uint32(p1.tag)<<8|uint32(n1.tag))
		add(33, d<<4|side, cue.lemma^u.word)
	}
	if int(u.head) == k || int(cue.head) == i {
		add(34, uint32(u.rel), cue.lemma)
	}
	return dst
}

// between says what punctuation lies between unit i and the cue.
func (s *Analysis) between(i, k int) uint32 {
	lo, hi := i+1, k
	if k < i {
		lo, hi = k+1, i
	}
	return min(s.commas[hi]-s.commas[min(lo, hi)], 3) | min(s.stops[hi]-s.stops[min(lo, hi)], 1)<<4 | min(s.quotes[hi]-s.quotes[min(lo, hi)], 2)<<8
}

// rivals counts the other likely reporting words between unit i and the cue.
func (s *Analysis) rivals(i, k int) uint32 {
	lo, hi := i+1, k
	if k < i {
		lo, hi = k+1, i
	}
	n := min(s.others[hi]-s.others[min(lo, hi)], 2)
	if i != k && s.likely[i] {
		n |= 4
	}
	return n
}
