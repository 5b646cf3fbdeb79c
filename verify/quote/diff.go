package quote

import (
	"slices"
	"sort"
	"strings"

	"factcheck/claims/text"
)

// A change is an edit in the making: the words of either side that it covers, by
// index, and whether it is one at all.
type change struct {
	op      Op
	i, iEnd int32 // draft words
	j, jEnd int32 // source words
	same    bool  // the words of both sides are one in two forms or spellings
	moved   int32 // 1 + the source word where moved words begin; 0 if they were not moved
}

// attribution is the most words of the source's own between two of its
// quotations that a draft may join as one.
const attribution = 40

// changes joins steps into edits: equal words, runs of one kind, replacements.
func (a *aligner) changes(steps []step) []change {
	var out []change
	for k := 0; k < len(steps); {
		switch steps[k].kind {
		case stepMatch:
			c := change{op: Keep, i: steps[k].i, j: steps[k].j}
			n := int32(0)
			for k < len(steps) && steps[k].kind == stepMatch && steps[k].i == c.i+n && steps[k].j == c.j+n {
				k, n = k+1, n+1
			}
			c.iEnd, c.jEnd = c.i+n, c.j+n
			out = append(out, c)
		default:
			from := k
			for k < len(steps) && steps[k].kind != stepMatch {
				k++
			}
			out = a.between(out, steps[from:k])
		}
	}
	return out
}

// between makes edits of the steps between two equal words: marked gaps and
// brackets by themselves, all the rest one replacement.
func (a *aligner) between(out []change, steps []step) []change {
	for k := 0; k < len(steps); {
		s := steps[k]
		c := change{i: s.i, iEnd: s.i, j: s.j, jEnd: s.j}
		switch s.kind {
		case stepGroup:
			c.op, c.iEnd = Bracket, s.i+1
			for k++; k < len(steps) && steps[k].kind == stepGap && a.d.tokens[s.i].mark&group != 0 && !a.gapAt(steps[k].i); k++ {
				c.jEnd = steps[k].j + 1
			}
		case stepMove:
			m := a.moves[a.moveAt(s.i)]
			c.op, c.iEnd, c.moved = Insert, m.iEnd, m.j+1
			k += int(m.iEnd - m.i)
		case stepGap:
			c.op = Gap
			for ; k < len(steps) && steps[k].kind == stepGap; k++ {
				c.jEnd = steps[k].j + 1
			}
		default:
			ins, del := false, false
			for ; k < len(steps) && (steps[k].kind == stepIns || steps[k].kind == stepDel || steps[k].kind == stepSub); k++ {
				s := steps[k]
				if s.kind != stepDel {
					c.iEnd, ins = s.i+1, true
				}
				if s.kind != stepIns {
					if !del {
						c.j = s.j
					}
					c.jEnd, del = s.j+1, true
				}
			}
			switch {
			case ins && del:
				c.op = Replace
			case ins:
				c.op = Insert
			default:
				c.op = Delete
			}
		}
		out = append(out, c)
	}
	return out
}

// moveAt returns the index of the first move that begins at draft word i or
// later.
func (a *aligner) moveAt(i int32) int {
	return sort.Search(len(a.moves), func(k int) bool { return a.moves[k].i >= i })
}

func (a *aligner) gapAt(i int32) bool {
	return int(i) < len(a.d.tokens) && a.d.tokens[i].mark&gapped != 0
}

// settle decides what each change is: a hyphen, a stage direction or the
// source's own attribution is none; an edit at the end of a quotation is a
// replacement if the source goes on.
func (a *aligner) settle(list []change) []change {
	out := list[:0]
	for k := range list {
		c := list[k]
		switch c.op {
		case Delete:
			if a.free(list, k) {
				continue
			}
			a.narrow(&c)
		case Gap:
			if a.s.inside[c.jEnd] == a.s.inside[c.j] && a.free(list, k) {
				continue
			}
		case Replace:
			if a.joined(c) {
				c.op = Keep
				break
			}
			a.narrow(&c)
			switch is := a.d.tokens[c.i]; {
			case c.j == c.jEnd:
				c.op = Insert
			case is.mark&spliced != 0 && c.iEnd == c.i+1 && c.jEnd == c.j+1 && a.inflected(a.s.tokens[c.j], is):
				c.op = Bracket
			default:
				left, right := a.unmatched(a.s.tokens[c.j:c.jEnd], a.d.tokens[c.i:c.iEnd])
				c.same = len(left)+len(right) == 0
			}
		}
		if n := len(out); n > 0 && c.op == Keep && out[n-1].op == Keep && out[n-1].iEnd == c.i && out[n-1].jEnd == c.j {
			out[n-1].iEnd, out[n-1].jEnd = c.iEnd, c.jEnd
			continue
		}
		out = append(out, c)
	}
	for k := range out {
		if c := &out[k]; c.op == Insert && c.moved == 0 && (k == 0 || k == len(out)-1) {
			a.extend(c, k == 0)
		}
	}
	a.shuffled(out)
	return out
}

// shuffledMost is the most words that are looked at as others in another order.
const shuffledMost = 6

// shuffled notes in the changes that the words put in are those left out, also at the
// head of the sentence, in another order: “Spain beat France” for “France beat Spain”.
// They stand in the passage.
func (a *aligner) shuffled(list []change) {
	if len(list) == 0 {
		return
	}
	var in, out []uint64
	for j := list[0].j; j > 0 && len(out) <= shuffledMost && a.s.tokens[min(int(j), len(a.s.tokens)-1)].mark&stopped == 0 && a.s.spoken(a.s.tokens[j-1]); j-- {
		out = append(out, a.s.tokens[j-1].id)
	}
	for _, c := range list {
		if c.op == Keep || c.op == Gap || c.op == Bracket || c.moved > 0 || len(in)+len(out) > 2*shuffledMost {
			continue
		}
		for _, t := range a.d.tokens[c.i:c.iEnd] {
			in = append(in, t.id)
		}
		for _, t := range a.s.tokens[c.j:c.jEnd] {
			out = append(out, t.id)
		}
	}
	slices.Sort(in)
	slices.Sort(out)
	if len(in) > 1 && len(in) <= shuffledMost && slices.Equal(in, out) {
		for k := range list {
			c := &list[k]
			c.same = c.same || c.moved == 0 && (c.op == Insert || c.op == Replace)
		}
	}
}

// free reports whether the source words that change k leaves out are none that
// the speaker said, though words on both sides are.
func (a *aligner) free(list []change, k int) bool {
	c := list[k]
	if a.s.inside[c.jEnd] != a.s.inside[c.j] || k == 0 || k == len(list)-1 {
		return false
	}
	if c.j == 0 || int(c.jEnd) >= len(a.s.tokens) {
		return false
	}
	before, next := a.s.tokens[c.j-1], a.s.tokens[c.jEnd]
	if c.jEnd-c.j > attribution && before.region != next.region {
		return false
	}
	for _, t := range a.s.tokens[c.j:c.jEnd] {
		if t.mark&aside == 0 {
			return a.s.spoken(before) && a.s.spoken(next)
		}
	}
	return true
}

// narrow takes the words that the speaker did not say off the ends of the
// source side, if there are others.
func (a *aligner) narrow(c *change) {
	if a.s.inside[c.jEnd] == a.s.inside[c.j] {
		if c.op == Replace && c.j > 0 && a.s.spoken(a.s.tokens[c.j-1]) {
			c.jEnd = c.j
		}
		return
	}
	for c.j < c.jEnd && !a.s.spoken(a.s.tokens[c.j]) {
		c.j++
	}
	for c.jEnd > c.j && !a.s.spoken(a.s.tokens[c.jEnd-1]) {
		c.jEnd--
	}
}

// extend makes a replacement of an insertion at the beginning or end of the
// quotation when the source's sentence has as many words there.
func (a *aligner) extend(c *change, front bool) {
	j, n := c.j, c.iEnd-c.i
	for k := int32(0); k < n; k++ {
		switch {
		case front && (j == 0 || int(j) < len(a.s.tokens) && a.s.tokens[j].mark&stopped != 0 || !a.s.spoken(a.s.tokens[j-1])):
			n = k
		case front:
			j--
		case int(j) >= len(a.s.tokens) || a.s.tokens[j].mark&stopped != 0 || !a.s.spoken(a.s.tokens[j]):
			n = k
		default:
			j++
		}
	}
	if n == 0 {
		return
	}
	c.op = Replace
	if front {
		c.j = j
	} else {
		c.jEnd = j
	}
}

// joined reports whether both sides of c are the same letters, cut into words
// in another way: long-term, longterm; U-S-A, U.S.A.
func (a *aligner) joined(c change) bool {
	if c.iEnd-c.i > 6 || c.jEnd-c.j > 6 {
		return false
	}
	if c.iEnd == c.i+1 && c.jEnd == c.j+1 && apostrophe(a.d.text[a.d.tokens[c.i].start:a.d.tokens[c.i].end]) == apostrophe(a.s.text[a.s.tokens[c.j].start:a.s.tokens[c.j].end]) {
		return true // Trump's, its apostrophe a quotation mark
	}
	if n := figure(a.d.tokens[c.i:c.iEnd], a.d.text); n != "" && n == figure(a.s.tokens[c.j:c.jEnd], a.s.text) {
		return true // twenty-first, 21st
	}
	var x, y [128]byte
	return string(letters(x[:0], a.d.text, a.d.tokens[c.i:c.iEnd])) == string(letters(y[:0], a.s.text, a.s.tokens[c.j:c.jEnd]))
}

// figure returns the number that tokens write, empty if one of them is none or bears a
// sign.
func figure(tokens []token, src string) string {
	for k := range tokens {
		if tokens[k].mark&amount != 0 || numbers(tokens[k:k+1], src, false) == "" {
			return ""
		}
	}
	return numbers(tokens, src, false)
}

// apostrophe returns a folded word without the apostrophe that it begins with.
func apostrophe(w string) string { return strings.TrimPrefix(text.Fold(w), "'") }

// letters appends the folded letters of tokens, without what is typography.
func letters(dst []byte, src string, tokens []token) []byte {
	for _, t := range tokens {
		from := len(dst)
		dst = text.AppendFold(dst, src[t.start:t.end])
		n := from
		for _, c := range dst[from:] {
			if c != '.' && c != '-' && c != ',' && c != '[' && c != ']' {
				dst[n] = c
				n++
			}
		}
		dst = dst[:n]
	}
	return dst
}

// spans returns the bytes of tokens i to end, an empty span where they would
// stand if there are none.
func spans(tokens []token, i, end int32) text.Span {
	switch {
	case i < end:
		return text.Span{Start: int(tokens[i].start), End: int(tokens[end-1].end)}
	case len(tokens) == 0:
		return text.Span{}
	case int(i) < len(tokens):
		return text.Span{Start: int(tokens[i].start), End: int(tokens[i].start)}
	}
	at := int(tokens[len(tokens)-1].end)
	return text.Span{Start: at, End: at}
}
