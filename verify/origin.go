package verify

import (
	"slices"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Agreement counts independent origins, not outlets: ten papers that print one
// dispatch are one witness. Voices are joined when the same source answers for
// them, when a user declared that their sources share an owner, when their documents
// say that they carry the same agency, or when those share most of their words.

const (
	shingleWords  = 5   // words of a shingle
	sharedShingle = 0.6 // share of the shorter document's shingles from which two are copies of one
)

// origins returns how many independent origins the voices are.
func (j *judge) origins(voices []voice) int {
	if len(voices) < 2 {
		return len(voices)
	}
	answer := make([][]string, len(voices))
	for i, v := range voices {
		answer[i] = j.answering(v)
	}
	var groups [][]int
	for i, v := range voices {
		one := func(k int) bool { return share(answer[i], answer[k]) || j.copies(v.document, voices[k].document) }
		g := slices.IndexFunc(groups, func(group []int) bool { return slices.ContainsFunc(group, one) })
		if g < 0 {
			g = len(groups)
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return len(groups)
}

// answering returns the names of those who answer for a voice: its owner, and the
// agencies whose dispatches its document carries where it is the document's own.
func (j *judge) answering(v voice) []string {
	names := j.archive.Names()
	all := []string{v.owner}
	if own := v.document.Publisher == "" || v.owner == names.Owner(v.document.Publisher); !own {
		return all
	}
	for _, agency := range j.prepared.dispatches(v.document) {
		all = append(all, names.Owner(agency))
	}
	return all
}

// share reports whether one name stands in both lists.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(name string) bool { return slices.Contains(b, name) })
}

// copies reports whether two documents share so many shingles that one is a copy
// of the other or both of a third.
func (j *judge) copies(a, b *claims.Document) bool {
	if a.ID == b.ID {
		return false // two voices in one document are joined by their owner alone
	}
	x, y := j.prepared.shingles(a), j.prepared.shingles(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for s := range x {
		if y[s] {
			n++
		}
	}
	return float64(n) >= sharedShingle*float64(len(x))
}

// shingles returns the hashes of the folded runs of five words of src.
func shingles(src string) map[uint64]bool {
	var ring [shingleWords]uint64
	set := map[uint64]bool{}
	n := 0
	for _, w := range text.Words(src) {
		if w.Kind != text.Letters && w.Kind != text.Number {
			continue
		}
		copy(ring[:], ring[1:])
		ring[shingleWords-1] = text.Hash(text.Fold(w.In(src)))
		if n++; n >= shingleWords {
			h := uint64(14695981039346656037)
			for _, r := range ring {
				h = (h ^ r) * 1099511628211
			}
			set[h] = true
		}
	}
	return set
}
