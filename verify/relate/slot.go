package relate

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

//go:embed slots.tsv
var slotTable string

type slotKey struct{ lang, slot, verb string }

// slotVerbs are the verbs of which a slot holds one thing only, read once.
var slotVerbs = sync.OnceValue(func() map[slotKey]bool {
	all := map[slotKey]bool{}
	for f := range rows(slotTable, 3) {
		for _, v := range strings.Fields(f[2]) {
			all[slotKey{f[0], f[1], text.Fold(v)}] = true
		}
	}
	return all
})

// single reports whether the slot of the event's verb holds one thing only.
func (e *event) single(slot string) bool {
	return !e.state && slotVerbs()[slotKey{e.s.a.lang, slot, e.s.lemma(e.predicate)}]
}

// elsewhere reports whether two names are known to be of different places,
// neither a part of the other.
func elsewhere(a, b string) bool {
	p, ok := lexicon.PlaceOf(a)
	q, found := lexicon.PlaceOf(b)
	if !ok || !found || lexicon.SamePlace(a, b) {
		return false
	}
	if p.Kind == q.Kind {
		return true
	}
	for c := range strings.SplitSeq(p.Countries, ",") {
		if strings.Contains(q.Countries, c) {
			return false
		}
	}
	return true
}
