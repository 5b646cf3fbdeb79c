package cli

import (
	"strings"

	"github.com/xrash/smetrics"
)

// nearest returns the one of names that a typing error turned into word, the
// empty string if none is near enough: a beginning of three letters and more, or
// at most one edit for every three letters.
func nearest(word string, names []string) string {
	word = strings.ToLower(word)
	best, bestCost := "", max(2, (len(word)+5)/3)
	for _, name := range names {
		lower := strings.ToLower(name)
		cost := smetrics.WagnerFischer(word, lower, 1, 1, 1)
		if len(word) >= 3 && strings.HasPrefix(lower, word) {
			cost = 0
		}
		if cost < bestCost {
			best, bestCost = name, cost
		}
	}
	return best
}
