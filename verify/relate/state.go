package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/verify/reason"
)

// What somebody or something is: "the film is an American series". A source that
// says what it is at length says so once and for all: it is no other sort of
// thing, of no other country, and of no other year.

// states compares two events that say what something is, subjects being the
// same.
func (m *match) states(p, q *event) verdict {
	var subject slots
	m.role(&subject, p, p.agents, q, q.agents)
	if subject.core == 0 || subject.missing > 0 || len(subject.clash) > 0 || p.open || q.open || p.upcoming(q) || q.upcoming(p) {
		return verdict{}
	}
	ps, qs := p.s.conjuncts(nil, p.predicate), q.s.conjuncts(nil, q.predicate)
	if m.are(p, ps, q, qs) {
		switch {
		case p.negative == q.negative && (!p.negative || m.reverse(p).are(q, qs, p, ps)):
			m.coverWord(q.s, q.predicate)
			return verdict{relation: Agrees}
		case q.negative && !p.negative && subject.matched > 0:
			for _, o := range q.obliques {
				m.oblique(&subject, p, q, o, false)
			}
			if subject.missing > 0 || q.pointed() || !m.outright(p, ps, q, qs) {
				return verdict{}
			}
			return m.clash(reason.Polarity, p, p.predicate, q, q.negation)
		}
		return verdict{}
	}
	if p.negative || q.negative || subject.matched < 3 && !m.guessed {
		return verdict{}
	}
	for _, j := range qs {
		if v := m.otherNation(p, ps, q, j); v.relation == Contradicts {
			return v
		}
		if v := m.otherSort(p, ps, q, j); v.relation == Contradicts {
			return v
		}
	}
	return verdict{}
}

// pointed reports whether the event is about "this" or "these": whatever that is.
func (e *event) pointed() bool {
	for _, i := range e.agents {
		switch e.s.fold(i) {
		case "this", "these", "that", "those":
			return e.s.refName(i) == ""
		}
	}
	return false
}

// outright reports whether each of the statement's js is one of the source's is in that word,
// or a wider one; a synonym may be one in another sense: a player may be no musician.
func (m *match) outright(p *event, is []int, q *event, js []int) bool {
	for _, j := range js {
		found := false
		for _, i := range is {
			k := kinOf(p.s, i, q.s, j)
			found = found || k == equal || k == narrower || p.s.isName(i) && q.s.isName(j)
		}
		if !found {
			return false
		}
	}
	return true
}

// reverse returns a match in the other direction: how the source's event stands
// to the statement's.
func (m *match) reverse(p *event) *match {
	return &match{covered: make([]bool, len(p.s.a.terms)), source: m.source}
}

// are reports whether each of the statement's js is said among the source's is.
func (m *match) are(p *event, is []int, q *event, js []int) bool {
	for _, j := range js {
		found := false
		for _, i := range is {
			if f := m.nouns(p.s, i, q.s, j); f.fit == entails && p.s.a.hasName(q.s, j) {
				m.cover(q.s, j)
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(js) > 0
}

// hasName reports whether all words of the name at word j of q stand somewhere in
// the side; true if it is no name. Who is called by half a name is the same, what
// is said to be the whole of it need not be.
func (a *Analysis) hasName(q *sentence, j int) bool {
	if !q.isName(j) {
		return true
	}
	first, end := q.name(j)
	for k := first; k < end; k++ {
		if x := q.term(k); x != nil && x.class == content && !a.hasWord(x.fold) {
			return false
		}
	}
	return true
}

// clash returns the verdict that word x of p and word y of q contradict each
// other; -1 stands for the predicate.
func (m *match) clash(kind reason.Kind, p *event, x int, q *event, y int) verdict {
	px, qy := p.s.phraseOr(x, p.predicate), q.s.phraseOr(y, q.predicate)
	return verdict{relation: Contradicts, reasons: []reason.Reason{against(kind, p.s.a, px, q.s.a, qy)}}
}

// otherNation finds a nationality of the statement's noun that the source's has
// not, though it has another.
func (m *match) otherNation(p *event, is []int, q *event, j int) verdict {
	if belongsTo(q.s.noun(j)) {
		return verdict{}
	}
	for c := q.s.tree.Tokens[j].First; c < j; c++ {
		if !q.s.demonym(c, j) {
			continue
		}
		other := -1
		for _, i := range is {
			for d := p.s.tree.Tokens[i].First; d < i; d++ {
				if !p.s.demonym(d, i) {
					continue
				}
				if p.s.fold(d) == q.s.fold(c) || lexicon.SamePlace(p.s.word(d), q.s.word(c)) {
					return verdict{}
				}
				other = d
			}
		}
		if other >= 0 {
			return m.clash(reason.Place, p, other, q, c)
		}
	}
	return verdict{}
}

// word returns word i as written.
func (s *sentence) word(i int) string { return s.words[i].In(s.a.side.Text) }

// demonym reports whether word c says of the noun i what country it is of.
func (s *sentence) demonym(c, i int) bool {
	if s.term(c) == nil || s.term(c).flags&capital == 0 {
		return false
	}
	if h := s.tree.Tokens[c].Head; h != i && (h < 0 || s.tree.Tokens[h].Head != i) {
		return false
	}
	p, ok := lexicon.PlaceOf(s.word(c))
	return ok && p.Kind == lexicon.Demonym
}

// otherSort finds that the statement's noun excludes every noun of the source.
func (m *match) otherSort(p *event, is []int, q *event, j int) verdict {
	if q.s.isName(j) {
		return verdict{}
	}
	first := -1
	for _, i := range is {
		if p.s.tree.Tokens[i].Tag != grammar.Noun || p.s.term(i).flags&capital != 0 {
			return verdict{}
		}
		if kinOf(p.s, i, q.s, j) != exclusive {
			return verdict{}
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return verdict{}
	}
	return m.clash(reason.Opposite, p, first, q, j)
}

// swapped returns the reasons why two texts say the same of two names whose roles
// they exchange: "A beat B", "B beat A"; nil if they do not.
func swapped(a, b *Analysis) []reason.Reason {
	if turned, _ := roles(a, b); turned {
		return nil
	}
	for _, q := range b.sentences() {
		q.parse()
		for _, p := range a.candidates(q) {
			for i := range p.events {
				for k := range q.events {
					e, f := &p.events[i], &q.events[k]
					if e.state || f.state || e.open || f.open || e.negative || f.negative || f.mutual() || kinOf(p, e.predicate, q, f.predicate) != equal {
						continue
					}
					if exchanged(p, e.agents, q, f.patients) && exchanged(p, e.patients, q, f.agents) {
						x, y := p.phrase(e.agents[0]), q.phrase(f.agents[0])
						return []reason.Reason{against(reason.Role, a, x, b, y)}
					}
				}
			}
		}
	}
	return nil
}

// exchanged reports whether one name stands in both roles.
func exchanged(p *sentence, is []int, q *sentence, js []int) bool {
	return len(is) == 1 && len(js) == 1 && p.isName(is[0]) && q.isName(js[0]) && samePhrase(p.nameText(is[0]), q.nameText(js[0]))
}

// mutual reports whether the event's verb holds in both directions.
func (e *event) mutual() bool { return mutualVerb(e.s.lemma(e.predicate)) }

func mutualVerb(lemma string) bool {
	switch lemma {
	case "meet", "marry", "join", "fight", "face", "play", "border", "resemble", "date", "divorce", "equal", "rencontrer", "epouser":
		return true
	}
	return false
}
