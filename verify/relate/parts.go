package relate

import (
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/verify/reason"
)

// slots counts what was found of the parts of an event.
type slots struct {
	matched int // parts that the source has, weighed
	core    int // of them, agents and patients
	missing int
	strict  int // missing subjects
	aside   int // missing names of places and the like, beside something known that both speak of
	shared  bool
	loose   int // of the missing parts, those whose words stand elsewhere in the sentence
	clash   []reason.Reason
	other   []reason.Reason // an agent with another name
}

// parts looks for every part of q among those of p.
func (m *match) parts(p, q *event) slots {
	var s slots
	phrase := strings.Contains(p.action(), " ") || strings.Contains(q.action(), " ")
	m.role(&s, p, p.agents, q, q.agents)
	if phrase {
		s.strict = s.missing
	} else if len(q.agents) == 0 {
		m.role(&s, p, p.patients, q, q.patients)
		s.strict = s.missing
	} else {
		s.strict = s.missing
		m.role(&s, p, p.patients, q, q.patients)
	}
	if q.single("agent") && len(s.other) > 0 {
		s.missing--
		s.clash = append(s.clash, s.other[0])
	}
	if q.state {
		m.add(&s, m.modifiers(p.s, p.predicate, q.s, q.predicate, fitting{fit: entails}), q, q.predicate, false)
	}
	m.dates(&s, p, q)
	for _, o := range q.obliques {
		if q.dated(o.Head) {
			continue
		}
		m.oblique(&s, p, q, o, phrase)
	}
	for _, a := range q.adverbs {
		m.adverb(&s, p, q, a)
	}
	return s
}

// role looks for each of the statement's js among the source's is.
func (m *match) role(s *slots, p *event, is []int, q *event, js []int) {
	for _, j := range js {
		best := fitting{}
		for _, i := range is {
			if f := m.nouns(p.s, i, q.s, j); f.fit == entails || f.fit > best.fit {
				best = f
				if f.fit == entails {
					break
				}
			}
		}
		if best.fit == clashes && (best.kind == reason.Name || best.kind == reason.Place) && len(js) == 1 && !q.acted(j) {
			x, y := best.p, best.q
			s.other = append(s.other, against(best.kind, p.s.a, x, q.s.a, y))
		}
		m.add(s, best, q, j, true)
	}
}

// acted reports whether word j is who is acted upon.
func (e *event) acted(j int) bool {
	for _, i := range e.patients {
		if i == j {
			return true
		}
	}
	return false
}

// add counts the outcome for the phrase of word j.
func (m *match) add(s *slots, f fitting, q *event, j int, core bool) {
	switch f.fit {
	case entails:
		s.matched += f.weight
		if core {
			s.core++
			m.cover(q.s, j)
		}
	case clashes:
		if f.kind == reason.Name || f.kind == reason.Place || f.weight == otherHead {
			m.miss(s, q, j) // another name is a clash only where a slot holds one
			return
		}
		s.clash = append(s.clash, reason.Reason{Kind: f.kind, Source: f.p, Statement: f.q})
	default:
		m.miss(s, q, j)
	}
}

// miss counts the phrase of word j as one that the source's event does not have.
func (m *match) miss(s *slots, q *event, j int) {
	s.missing++
	if name, ok := m.somewhere(q.s, j); ok {
		s.loose++
		if name {
			s.matched += 3
			s.core++
		} else {
			s.matched++
		}
	}
}

// sameSense reports whether a word says what another does, as far as a
// dictionary tells.
func sameSense(k kinship) bool { return k == equal || k == synonym }

// somewhere reports whether every content word of the phrase of word j stands
// somewhere in the sentence of the source, and whether it is a name.
func (m *match) somewhere(q *sentence, j int) (name, ok bool) {
	t := &q.tree.Tokens[j]
	for i := t.First; i < t.End; i++ {
		x := q.term(i)
		if x == nil || x.class != content {
			continue
		}
		found := false
		for k := m.source.first; k < m.source.end && !found; k++ {
			if y := m.source.a.termAt(k); y != nil && y.class == content {
				found = sameWord(q.a.lang, y, x)
			}
		}
		if !found {
			return false, false
		}
		ok = true
		name = name || q.isName(i)
	}
	return name, ok
}

// tied reports whether whoever acts, or else is acted upon, is somebody in
// particular: two scenes with "a man" in them do not exclude each other.
func (e *event) tied() bool {
	who := e.agents
	if len(who) == 0 {
		who = e.patients
	}
	for _, i := range who {
		if e.s.isName(i) || e.s.refName(i) != "" || e.s.term(i) != nil && e.s.term(i).class == pronoun {
			return true
		}
		for j := e.s.tree.Tokens[i].First; j < e.s.tree.Tokens[i].End; j++ {
			if e.s.isName(j) {
				return true
			}
			if j < i {
				switch e.s.fold(j) {
				case "the", "this", "these", "his", "her", "its", "their", "my", "our", "le", "la", "les", "l'":
					return true
				}
			}
		}
	}
	return false
}

// dated reports whether word i belongs to one of the event's dates.
func (e *event) dated(i int) bool {
	for _, v := range e.times {
		if first, end := e.s.a.terms[v.first].word, e.s.a.terms[v.end-1].end; e.s.at[i] >= first && e.s.at[i] < end {
			return true
		}
	}
	return false
}

// dates compares the dates of two events.
func (m *match) dates(s *slots, p, q *event) {
	for _, w := range q.times {
		found, clash := false, (*value)(nil)
		for _, v := range p.times {
			switch {
			case date.Entails(*v.time, *w.time):
				found = true
			case date.Incompatible(*v.time, *w.time) && !adjacent(v.time, w.time) && !q.single("again") && (!m.guessed || q.single("time")):
				clash = v
			}
		}
		switch {
		case found:
			s.matched += 2
			for i := w.first; i < w.end; i++ {
				m.covered[i] = true
			}
		case clash != nil:
			x, y := p.s.a.span(clash.first, clash.end), q.s.a.span(w.first, w.end)
			s.clash = append(s.clash, against(reason.Date, p.s.a, x, q.s.a, y))
		case p.near(w):
			s.matched++
			for i := w.first; i < w.end; i++ {
				m.covered[i] = true
			}
		default:
			s.missing++
		}
	}
}

// near reports whether the source has a time in the sentence that w holds for,
// which hangs on no verb of its own and has no other verb between it and the
// event's: "in the early hours of 3 May, with the lamps out, the ship sank".
func (p *event) near(w *value) bool {
	for k := range p.s.a.values {
		v := &p.s.a.values[k]
		if v.time == nil || !p.s.holds(v) || !date.Entails(*v.time, *w.time) {
			continue
		}
		at := p.s.index(p.s.a.terms[v.first].word)
		if at >= 0 && p.s.nearestVerb(v, at) == p.predicate {
			return true
		}
	}
	return false
}

// nearestVerb returns the predicate that the date v at word i belongs to by the
// order of words: the next one behind it, for one that hangs on no other verb; -1
// if it does.
func (s *sentence) nearestVerb(v *value, i int) int {
	found := -1
	for k := range s.events {
		e := &s.events[k]
		if s.tree.Tokens[e.predicate].Tag != grammar.Verb {
			continue
		}
		for _, t := range e.times {
			if t == v {
				return -1
			}
		}
		if e.predicate < i {
			return -1
		}
		if found < 0 || e.predicate < found {
			found = e.predicate
		}
	}
	return found
}

// adjacent reports whether two days follow each other: what happened at night
// or across time zones is dated by either.
func adjacent(x, y *date.Mention) bool {
	a, b := x.Interval, y.Interval
	if a.From == a.To && b.From == b.To && a.From != 0 && b.From != 0 {
		return a.From-b.From == 1 || b.From-a.From == 1
	}
	return x.Month == y.Month && x.Day != 0 && y.Day != 0 && (x.Day-y.Day == 1 || y.Day-x.Day == 1)
}

// oblique looks for a phrase with a preposition.
func (m *match) oblique(s *slots, p, q *event, o grammar.Oblique, phrase bool) {
	for _, x := range p.obliques {
		if (x.Preposition < 0) != (o.Preposition < 0) {
			continue
		}
		if x.Preposition >= 0 && !phrase && !groupings()[p.s.a.lang].interchangeable(p.s.fold(x.Preposition), q.s.fold(o.Preposition)) {
			continue
		}
		f := m.nouns(p.s, x.Head, q.s, o.Head)
		if f.fit == entails {
			s.matched += f.weight
			s.shared = s.shared || p.s.known(x.Head)
			m.cover(q.s, o.Head)
			return
		}
		if f.fit == partial && p.s.known(x.Head) && q.s.known(o.Head) { // "the talks" beside "the talks in Kampala"
			s.matched += f.weight
			s.shared = true
			s.missing++
			s.aside++
			return
		}
		if q.single("place") && p.s.isName(x.Head) && q.s.isName(o.Head) && elsewhere(p.s.nameText(x.Head), q.s.nameText(o.Head)) {
			px, qy := p.s.phrase(x.Head), q.s.phrase(o.Head)
			s.clash = append(s.clash, against(reason.Place, p.s.a, px, q.s.a, qy))
			return
		}
	}
	if f := m.loosely(p, q.s, o.Head); f.fit == entails {
		s.matched += f.weight
		m.cover(q.s, o.Head)
		return
	}
	if o.Preposition >= 0 && q.s.isName(o.Head) && s.shared {
		s.aside++
	}
	m.miss(s, q, o.Head)
}

// known reports whether word i is a name or a noun that the text speaks of as
// known: "the talks".
func (s *sentence) known(i int) bool {
	if s.isName(i) {
		return true
	}
	for j := s.tree.Tokens[i].First; j < i; j++ {
		switch s.fold(j) {
		case "the", "this", "these", "le", "la", "les", "l'":
			return true
		}
	}
	return false
}

// adverb looks for an adverb.
func (m *match) adverb(s *slots, p, q *event, a int) {
	if t := q.s.term(a); t == nil || t.class != content {
		return
	}
	for _, x := range p.adverbs {
		if k := kinOf(p.s, x, q.s, a); k == equal || k == synonym || k == narrower {
			s.matched++
			m.coverWord(q.s, a)
			return
		}
	}
	m.miss(s, q, a)
}
