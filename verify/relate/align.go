package relate

// An alignment of two near-identical texts: the longest common subsequence of
// their terms, weighted so that content words find their like before function
// words do, and what stands between the common runs as pairs of segments.

// A segment is a run of terms of each side; equal if they are the same words.
type segment struct {
	a, b   [2]int // first term and the one after the last, of the source and of the statement
	common bool
}

// on returns the terms that a segment has on a side, as a range.
func (s segment) on(of side) [2]int {
	if of == inStatement {
		return s.b
	}
	return s.a
}

// maxCells bounds the work of one alignment, in cells of its table.
const maxCells = 1 << 18

// weight is what it is worth to align two equal terms.
func (t *term) weight() int32 {
	switch t.class {
	case content:
		return 8
	case negation, modal, quantifier:
		return 5
	case preposition, pronoun, adverb, auxiliary:
		return 3
	}
	return 2
}

// likeness returns what it is worth to align s with t, zero if they differ.
func likeness(s, t *term) int32 {
	if s.fold == t.fold {
		return t.weight()
	}
	if s.class == content && t.class == content && s.stem == t.stem && (!s.proper() || !t.proper()) {
		return t.weight() - 1
	}
	return 0
}

// align lays the terms of the statement beside those of the source. It returns
// nil if the texts are too long to be laid beside each other as a whole.
func align(s, t []term) []segment {
	lo := 0
	for lo < len(s) && lo < len(t) && likeness(&s[lo], &t[lo]) > 0 {
		lo++
	}
	hs, ht := len(s), len(t)
	for hs > lo && ht > lo && likeness(&s[hs-1], &t[ht-1]) > 0 {
		hs--
		ht--
	}
	n, m := hs-lo, ht-lo
	if n*m > maxCells {
		return nil
	}
	var segs []segment
	if lo > 0 {
		segs = append(segs, segment{[2]int{0, lo}, [2]int{0, lo}, true})
	}
	segs = appendMiddle(segs, s[lo:hs], t[lo:ht], lo)
	if hs < len(s) {
		segs = append(segs, segment{[2]int{hs, len(s)}, [2]int{ht, len(t)}, true})
	}
	return segs
}

// appendMiddle aligns s and t, which begin at term lo of their texts.
func appendMiddle(segs []segment, s, t []term, lo int) []segment {
	n, m := len(s), len(t)
	if n == 0 && m == 0 {
		return segs
	}
	best := make([]int32, (n+1)*(m+1)) // of the suffixes from i and j on
	for i := n - 1; i >= 0; i-- {
		row, next := best[i*(m+1):], best[(i+1)*(m+1):]
		for j := m - 1; j >= 0; j-- {
			v := max(next[j], row[j+1])
			if w := likeness(&s[i], &t[j]); w > 0 {
				v = max(v, next[j+1]+w)
			}
			row[j] = v
		}
	}
	i, j := 0, 0
	alike := func() bool {
		if i == n || j == m {
			return false
		}
		w := likeness(&s[i], &t[j])
		return w > 0 && best[i*(m+1)+j] == best[(i+1)*(m+1)+j+1]+w
	}
	for i < n || j < m {
		i0, j0, common := i, j, alike()
		for (i < n || j < m) && alike() == common {
			switch {
			case common:
				i, j = i+1, j+1
			case j == m || i < n && best[(i+1)*(m+1)+j] >= best[i*(m+1)+j+1]:
				i++
			default:
				j++
			}
		}
		segs = append(segs, segment{[2]int{lo + i0, lo + i}, [2]int{lo + j0, lo + j}, common})
	}
	return segs
}
