package relate

import (
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// A noun can tell what a verb tells: "the murder of Ruth Okello in 1968", "Okello's
// resignation", "the purchase of the mill by two banks". Who suffers stands behind
// "of" or before the noun, who acts behind "by" or before the noun. Of a verb that
// needs no second party only some are read so (slots.tsv, "undergo"): the loss of
// Bana is not that Bana lost.
//
// What such a noun tells is taken for granted where it is known or somebody's
// ("the murder", "Okello's death"), unless its sentence speaks of what may or did
// not come.

// nominal compares the statement's event with a noun of the source that is derived
// from its verb.
func (m *match) nominal(p *sentence, q *event) verdict {
	if p.a.lang != "en" || q.state || q.negative || q.open || q.tense == grammar.FutureTense || len(q.adverbs) > 0 {
		return verdict{}
	}
	verb := q.s.lemma(q.predicate)
	for n := range p.words {
		if p.tree.Tokens[n].Tag != grammar.Noun || p.term(n) == nil || p.term(n).class != content {
			continue
		}
		l := p.lemma(n)
		if l != verb && !lexicon.Derived(l, verb) || !deed(l) || !p.granted(n) || p.averted() {
			continue
		}
		c := match{covered: append([]bool(nil), m.covered...), guessed: m.guessed, source: p, titles: m.titles}
		if c.told(p, n, q) {
			c.coverWord(q.s, q.predicate)
			*m = c
			return verdict{relation: Agrees}
		}
	}
	return verdict{}
}

// deed reports whether a noun stands for what is done or happens.
func deed(l string) bool {
	for _, kind := range [...]string{"act", "happening", "group action"} {
		if _, ok := lexicon.Hypernym(l, kind, lexicon.Noun); ok {
			return true
		}
	}
	return false
}

// granted reports whether the noun at word n is one that the text takes for known.
func (s *sentence) granted(n int) bool {
	for j := s.tree.Tokens[n].First; j < n; j++ {
		t := &s.tree.Tokens[j]
		if t.Head != n {
			continue
		}
		if t.Rel == grammar.NmodPoss || s.fold(j) == "the" {
			return true
		}
	}
	return false
}

// averted reports whether the sentence has a word for what is kept from coming or
// feared.
func (s *sentence) averted() bool {
	for i := range s.words {
		if s.term(i) == nil {
			continue
		}
		switch s.lemma(i) {
		case "prevent", "avert", "avoid", "thwart", "foil", "escape", "survive", "fear", "warn", "risk", "threat", "possible", "possibility", "likely", "plot", "bid", "attempt", "call", "demand", "prospect", "offer", "against":
			return true
		}
	}
	return false
}

// told reports whether the phrase of noun n has every part of the event.
func (m *match) told(p *sentence, n int, q *event) bool {
	var of, by, owner = -1, -1, -1
	for j := p.tree.Tokens[n].First; j < p.tree.Tokens[n].End; j++ {
		t := &p.tree.Tokens[j]
		if t.Head != n {
			continue
		}
		switch x := p.prepositionOf(j); {
		case t.Rel == grammar.NmodPoss:
			owner = j
		case x == "of" && of < 0:
			of = j
		case x == "by" && by < 0:
			by = j
		}
	}
	if of >= 0 && by < 0 { // hung higher up, but next in the order of words
		for j := p.tree.Tokens[of].End; j < len(p.words) && by < 0; j++ {
			if p.tree.Tokens[j].First == p.tree.Tokens[of].End && p.prepositionOf(j) == "by" {
				by = j
			}
		}
	}
	sufferer, doer := of, by
	switch {
	case of < 0:
		sufferer = owner
	case by < 0:
		doer = owner
	}
	agents, patients := q.agents, q.patients
	if len(patients) == 0 {
		if !q.single("undergo") {
			return false
		}
		agents, patients = nil, agents
	}
	if len(patients) != 1 || len(agents) > 1 || !m.fills(p, sufferer, q, patients[0]) || len(agents) == 1 && !m.fills(p, doer, q, agents[0]) {
		return false
	}
	for _, w := range q.times {
		if !p.timed(n, w) {
			return false
		}
		for i := w.first; i < w.end && i < len(m.covered); i++ {
			m.covered[i] = true
		}
	}
	for _, o := range q.obliques {
		if q.dated(o.Head) {
			continue
		}
		f := p.below(n, func(d int) fitting {
			if !groupings()[p.a.lang].interchangeable(p.prepositionOf(d), q.s.prepositionOf(o.Head)) {
				return fitting{}
			}
			return m.nouns(p, d, q.s, o.Head)
		})
		if f.fit != entails {
			return false
		}
		m.cover(q.s, o.Head)
	}
	return true
}

// fills reports whether word i of the source, -1 for none, is what word j of the
// statement names.
func (m *match) fills(p *sentence, i int, q *event, j int) bool {
	if i < 0 {
		return false
	}
	f := m.nouns(p, i, q.s, j)
	if f.fit != entails || f.weight < 2 {
		return false
	}
	m.cover(q.s, j)
	return true
}

// timed reports whether noun n has a time that w holds for: in its phrase or just
// before it, "the 1968 murder".
func (s *sentence) timed(n int, w *value) bool {
	for k := range s.a.values {
		v := &s.a.values[k]
		if v.time == nil || !s.holds(v) || !date.Entails(*v.time, *w.time) {
			continue
		}
		if i := s.index(s.a.terms[v.first].word); i >= s.tree.Tokens[n].First && i < s.tree.Tokens[n].End {
			return true
		}
	}
	return false
}
