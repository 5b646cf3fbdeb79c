package relate

import (
	"factcheck/claims/name"
	"factcheck/claims/proposition"
)

// What a phrase names it may name by any of the words that it goes by: an apposition, a title,
// the body whose armed men it speaks of, what the text calls the name elsewhere.

// identity compares what two phrases name, each by any of the words that it goes by. It
// returns the words of the source that say so: an apposition may have a number of its
// own, "120 wounded, 31 of them soldiers".
func (m *match) identity(p, q *phrase) (comparison, *phrase) {
	best, by := m.heads(p, q), p
	if m.off("support.alias") {
		return best, by
	}
	for _, a := range p.Alias {
		if c := m.heads(a, q); c.fit.bears() && !m.lessened(a, q) && (!best.fit.bears() || c.weight > best.weight) && (q.Name == "" || a.Name != "") {
			best = c
			best.by = "support.alias"
			if a.Amount != nil || a.Many != nil {
				by = a
			}
		} else if c.fit == different && best.fit == unknown && q.Name != "" && p.Name == "" {
			best = c // "the novelist Teodora Lachlan", "the novelist Perrin Oakes"
		}
	}
	if best.fit.bears() {
		if d, ok := m.otherwiseNamed(p, q); ok {
			return d, by
		}
		return best, by
	}
	for _, b := range q.Alias {
		if b.Name == "" && q.Name != "" || m.isWhat(q) {
			continue // "Amani, a Democrat": another Democrat is no Amani, and what Amani is not his name says
		}
		for _, a := range append([]*phrase{p}, p.Alias...) {
			if c := m.heads(a, b); c.fit.bears() && (b.Name != "" || q.Pronoun) {
				c.by = "support.alias"
				return c, p
			}
		}
	}
	return best, p
}

// otherwiseNamed reports whether two phrases by one noun have names that differ: "his nurse, Dana Olic", "the nurse, Clara
// Voss".
func (m *match) otherwiseNamed(p, q *phrase) (c comparison, differ bool) {
	for _, b := range q.Alias {
		for _, a := range p.Alias {
			if a.Name == "" || b.Name == "" {
				continue
			}
			if d := m.names(a, b); d.fit == same {
				return c, false
			} else if !differ {
				c, differ = d, true
			}
		}
	}
	return c, differ
}

// force returns the body whose armed men a phrase names, nil if it names none: what
// "fighters of the M23" or "M23 rebels" do the M23 does, what "the government of Chad" does Chad.
func (m *match) force(p *phrase) *phrase {
	rules := governing.of(p.Lemma)
	if !armed.of(p.Lemma) && !rules || p.Many != nil || p.Amount != nil || p.Quantifier != "" {
		return nil
	}
	var of *proposition.Slot
	for i := range p.Modifiers {
		switch x := &p.Modifiers[i]; {
		case locative.of(x.Preposition): // "M23 fighters in Sake": where it was is compared by itself
		case of != nil || x.Role != proposition.Owner && x.Role != proposition.Modifier && x.Preposition != "" || x.Phrase.Name == "" || x.Phrase.Who().Kind == name.Place && !rules:
			return nil // "two rebels", "rebels in Goma"
		default:
			of = x
		}
	}
	if of == nil {
		return nil
	}
	return of.Phrase
}
