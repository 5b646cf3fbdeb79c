package verify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/text"
)

//go:embed words.tsv
var wordTable string

// A kind is what the words of some rows of words.tsv have in common. The table says what each
// is; words of every language stand together.
type kind string

const (
	referring  kind = "referring"
	leading    kind = "leading"
	opening    kind = "opening"
	owning     kind = "owning"
	correcting kind = "correcting"
	corrected  kind = "corrected"
	earlier    kind = "earlier"
	unsigned   kind = "unsigned"
	indefinite kind = "indefinite"
	rejecting  kind = "rejecting"
	rejected   kind = "rejected"
	gainsaying kind = "gainsaying"
	borneOut   kind = "true"
	gapping    kind = "gapping"
	backward   kind = "backward"
	undone     kind = "undone"

	withdrawing kind = "withdrawing"
)

// kindWords maps a kind to its words.
var kindWords = sync.OnceValue(func() map[kind][]string {
	all := map[kind][]string{}
	for f := range text.Rows(wordTable, 3) {
		for _, w := range strings.Fields(f[2]) {
			all[kind(f[1])] = append(all[kind(f[1])], strings.ReplaceAll(w, "_", " "))
		}
	}
	return all
})

// has reports whether a folded word is of the kind.
func (k kind) has(word string) bool { return slices.Contains(kindWords()[k], word) }

// in reports whether a folded text has a word or phrase of the kind in it.
func (k kind) in(folded string) bool {
	return slices.ContainsFunc(kindWords()[k], func(w string) bool { return strings.Contains(folded, w) })
}
