package verify

import (
	"factcheck/claims"
	"factcheck/claims/text"
)

// Agreement counts independent origins, not outlets: ten papers that print one
// dispatch are one witness. Voices are joined when the same source answers for
// them, when a user declared that their sources share an owner, or when their
// documents share most of their words.

const (
	shingleWords  = 5   // words of a shingle
	sharedShingle = 0.6 // share of the shorter document's shingles from which two are copies of one
)

// origins returns how many independent origins the voices are.
func (j *judge) origins(voices []voice) int {
	var groups [][]voice
	for _, v := range voices {
		placed := false
		for g := range groups {
			for _, w := range groups[g] {
				if v.owner == w.owner || j.copies(v.document, w.document) {
					groups[g] = append(groups[g], v)
					placed = true
					break
				}
			}
			if placed {
				break
			}
		}
		if !placed {
			groups = append(groups, []voice{v})
		}
	}
	return len(groups)
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
