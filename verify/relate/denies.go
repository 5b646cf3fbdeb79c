package relate

import (
	"slices"

	"factcheck/claims/proposition"
)

// What a source that denies something denies with it: who did not rise on Friday may have risen on Monday.

// denies reports whether a source that denies denies all that the statement does: not
// to have risen on Friday is not the same as not to have risen.
func (m *match) denies() bool {
	if !m.p.Negative || !m.q.Negative || m.withheld() {
		return true
	}
	return m.back(func(f *phrase) bool {
		return m.apiece(f) || speaking.of(f.Lemma) && (m.q.Passive || !m.core) || f.Name != "" && !m.core && m.acts(f) || m.describesNamed(f) || m.armed(f) ||
			slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool { return x.Phrase == f && conceding.of(x.Preposition) }) // "reached no deal despite eleven hours of talks"
	})
}

// withheld reports whether both say by one verb that somebody did not do it: who "declined to comment on Monday" declined to comment.
// Twin: "did not comment on Monday".
func (m *match) withheld() bool {
	p, q, ok := m.opened()
	return ok && p.Lemma == q.Lemma && !p.Negative && !q.Negative
}

// armed reports whether the statement speaks of the armed men of a body that the source names: who denies helping M23
// denies helping the M23 rebels. Twin: "helping twelve M23 rebels".
func (m *match) armed(f *phrase) bool {
	return f.Name != "" && slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool {
		of := m.force(y.Phrase)
		return of != nil && m.names(f, of).fit == same
	})
}

// describesNamed reports whether a phrase of the source's describes who it names as not doing it: "the minister of
// mines, Brandt, did not meet them" is said of Brandt. Twin: "the ministers of the north did not".
func (m *match) describesNamed(f *phrase) bool {
	who := m.p.Fill(proposition.Agent)
	if who == nil || !slices.ContainsFunc(who.Phrase.Modifiers, func(x proposition.Slot) bool { return x.Phrase == f }) {
		return false
	}
	return slices.ContainsFunc(append([]*phrase{who.Phrase}, who.Phrase.Alias...), func(a *phrase) bool { return a.Name != "" && a.Person() })
}

// acts reports whether a phrase of the source's is who does what it denies, "Brandvold never met him": whom the
// statement has there, "she", is then that one.
func (m *match) acts(f *phrase) bool {
	who := m.p.Fill(proposition.Agent)
	return who != nil && who.Phrase == f && m.q.Fill(proposition.Agent) != nil
}

// apiece reports whether the source denies something of each of a list, of which the statement has another part: "neither
// France nor Spain signed", "Spain signed".
func (m *match) apiece(f *phrase) bool {
	at := slices.IndexFunc(m.p.Slots, func(x proposition.Slot) bool { return x.Phrase == f })
	return at >= 0 && m.p.Each() && slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Role == m.p.Slots[at].Role })
}

// back reports whether the statement's proposition says all that the source's does, but for what is
// excused.
func (m *match) back(excused func(*phrase) bool) bool {
	back, ok := try(m.b, m.a, m.q, m.p)
	return ok && !slices.ContainsFunc(back.lacks, func(f *phrase) bool { return !excused(f) }) &&
		!slices.ContainsFunc(back.differ, func(c comparison) bool {
			return c.slot == nil || !m.acts(c.slot.Phrase) && !m.apiece(c.slot.Phrase) || !excused(c.slot.Phrase)
		})
}
