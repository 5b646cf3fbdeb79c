package relate

import (
	"slices"

	"factcheck/claims/proposition"
)

// A report says once where something is, "a landslide at Gatlang has killed 12", and then speaks of "the landslide".
// A statement that says it in one sentence, "the landslide at Gatlang has killed 31", finds the place in another
// passage of the document than the number.

// placed takes out of what the source's proposition lacks the places that another passage gives to what it speaks of as
// known: a noun with its article that no passage gives two places.
func (m *match) placed(passages []*Analysis) {
	if len(m.lacks) == 0 || m.core || len(m.differ) > 0 || m.off("support.placed") {
		return
	}
	kept := m.lacks[:0:0]
	for _, f := range m.lacks {
		if !m.placedBy(f, passages) {
			kept = append(kept, f)
		}
	}
	m.lacks = kept
}

// placedBy reports whether a lacking phrase is the place of a noun of the statement's that the source has too, with
// its article and without a place, and that the passages give this place alone.
func (m *match) placedBy(place *phrase, passages []*Analysis) bool {
	for i := range m.q.Slots {
		y := m.q.Slots[i].Phrase
		if y.Name != "" || !slices.ContainsFunc(y.Modifiers, func(x proposition.Slot) bool { return x.Phrase == place && where(&x) }) {
			continue
		}
		known := slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
			return x.Phrase.Lemma == y.Lemma && x.Phrase.Definite && !slices.ContainsFunc(x.Phrase.Modifiers, func(x proposition.Slot) bool { return where(&x) })
		})
		if known && m.onlyPlace(y.Lemma, place, passages) {
			m.coverPhrase(y)
			m.note("support.placed")
			return true
		}
	}
	return false
}

// onlyPlace reports whether the passages give a noun the place, and no other.
func (m *match) onlyPlace(lemma string, place *phrase, passages []*Analysis) bool {
	found := false
	for _, a := range passages {
		for f := range a.phrases() {
			if f.Lemma != lemma || f.Name != "" {
				continue
			}
			for k := range f.Modifiers {
				x := &f.Modifiers[k]
				if !where(x) || x.Phrase.Name == "" {
					continue
				}
				if !m.phrases(x.Phrase, place).fit.bears() {
					return false
				}
				found = true
			}
		}
	}
	return found
}
