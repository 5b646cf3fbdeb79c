package relate

import (
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A match is the comparison of one sentence of the statement with the source.
type match struct {
	covered []bool      // terms of the statement that the source was found to say
	missing []text.Span // what the statement says beyond the source
	guessed bool        // a pronoun of the source was taken for the statement's subject
	source  *sentence   // the sentence that is compared
	astray  bool        // the source names nothing that the statement's subject could be: its pronouns may stand for it
}

// cover marks word i, and the name that it is part of, as said by the source.
func (m *match) cover(q *sentence, i int) {
	m.coverWord(q, i)
	if q.isName(i) {
		for first, end := q.name(i); first < end; first++ {
			m.coverWord(q, first)
		}
	}
}

func (m *match) coverWord(q *sentence, j int) {
	if k := int(q.a.termOf[q.at[j]]); k >= 0 && k < len(m.covered) {
		m.covered[k] = true
	}
}

// maxCandidates is how many sentences of a source are compared with one of the
// statement.
const maxCandidates = 8

// judgeFar compares two texts clause by clause.
func judgeFar(a, b *Analysis) Result {
	if len(b.terms) < 2 || len(b.terms) > 150 {
		return Result{}
	}
	m := match{covered: make([]bool, len(b.terms)), astray: astray(a, b)}
	var r Result
	var counts []reason.Reason
	agreed, hedged := true, false
	for _, q := range b.sentences() {
		q.parse()
		candidates := a.candidates(q)
		for _, p := range candidates {
			if v := m.counted(p, q); v.relation == Contradicts {
				counts = append(counts, v.reasons...)
			}
			if v := m.denied(p, q); v.relation == Contradicts {
				counts = append(counts, v.reasons...)
			}
		}
		if v := m.within(candidates, q); v.relation == Agrees {
			for i := range b.terms {
				if w := b.terms[i].word; w >= q.first && w < q.end {
					m.covered[i] = true
				}
			}
			continue
		} else if v.relation == Contradicts {
			counts = append(counts, v.reasons...)
		}
		for k := range q.events {
			v := m.best(candidates, &q.events[k])
			switch v.relation {
			case Contradicts:
				r.Relation = Contradicts
				r.Reasons = append(r.Reasons, v.reasons...)
			case Silent:
				agreed = false
				hedged = hedged || v.hedged
				if v.hedged {
					r.Reasons = append(r.Reasons, v.reasons...)
				}
			}
		}
	}
	if r.Relation == Contradicts {
		return r
	}
	if agreed && m.complete(b) && !m.guessed {
		r.Relation = Agrees
		return r
	}
	if len(counts) > 0 {
		return Result{Relation: Contradicts, Reasons: counts}
	}
	r.Overstated = hedged
	if !hedged {
		r.Reasons = nil
	}
	return r
}

// within compares a sentence of the statement with those that may contain it.
func (m *match) within(candidates []*sentence, q *sentence) verdict {
	out := verdict{}
	for _, p := range candidates {
		switch v := m.contained(p, q); v.relation {
		case Agrees:
			return v
		case Contradicts:
			out = v
		}
	}
	return out
}

// astray reports whether the source is a short passage that was cut from a text
// about the statement's subject: it does not name it.
func astray(a, b *Analysis) bool {
	if a.side.Resolved || len(a.terms) > 80 {
		return false
	}
	for i := range b.terms {
		t := &b.terms[i]
		if t.flags&capital == 0 || t.class != content {
			if i > 0 {
				break
			}
			if t.class == article {
				continue
			}
			return false
		}
		for j := range a.terms {
			if a.terms[j].fold == t.fold {
				return false
			}
		}
	}
	return true
}

// complete reports whether every content word of the statement was found.
func (m *match) complete(b *Analysis) bool {
	some := false
	for i := range b.terms {
		if c := b.terms[i].class; c == content || c == quantifier || c == negation {
			if !m.covered[i] {
				return false
			}
			some = true
		}
	}
	return some
}

// candidates returns the sentences of a that share enough with q, parsed.
func (a *Analysis) candidates(q *sentence) []*sentence {
	var c []*sentence
	for _, p := range a.sentences() {
		shared, all := 0, 0
		for i := q.first; i < q.end; i++ {
			if t := q.a.termAt(i); t != nil && t.class == content {
				all++
				if p.bloom.has(t.stem) {
					shared++
				}
			}
		}
		if shared == 0 || shared*4 < all || shared == 1 && all > 3 {
			continue
		}
		p.parse()
		c = append(c, p)
		if len(c) == maxCandidates {
			break
		}
	}
	return c
}

// A verdict on one event of the statement.
type verdict struct {
	relation Relation
	hedged   bool
	reasons  []reason.Reason
}

// best compares event q with every event of the candidates: it is contradicted
// only if no event entails it.
func (m *match) best(candidates []*sentence, q *event) verdict {
	out := verdict{}
	for _, p := range candidates {
		for i := range p.lives {
			v := m.lived(&p.lives[i], q)
			if v.relation == Agrees {
				return v
			}
			if v.relation == Contradicts && out.relation == Silent {
				out = v
			}
		}
		for i := range p.events {
			v := m.events(&p.events[i], q)
			if v.relation == Agrees {
				return v
			}
			if v.relation == Contradicts && out.relation == Silent || v.hedged && !out.hedged {
				out = v
			}
		}
	}
	return out
}

// A slot is what was found for one part of an event.
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

// events compares an event of the source with one of the statement.
func (m *match) events(p, q *event) verdict {
	if p.state && q.state && p.s.prepositionOf(p.predicate) == "" && q.s.prepositionOf(q.predicate) == "" &&
		p.s.tree.Tokens[p.predicate].Tag.Nominal() && q.s.tree.Tokens[q.predicate].Tag.Nominal() {
		c := match{covered: append([]bool(nil), m.covered...), guessed: m.guessed, astray: m.astray, source: p.s}
		v := c.states(p, q)
		if v.relation == Agrees {
			*m = c
		}
		return v
	}
	k := m.predicates(p, q)
	if k == unrelated || k == wider {
		return verdict{}
	}
	saved := len(m.missing)
	c := match{covered: append([]bool(nil), m.covered...), guessed: m.guessed, astray: m.astray, source: p.s}
	s := c.parts(p, q)
	c.missing = m.missing[:saved]
	sameSign := p.negative == q.negative
	note := func(kind reason.Kind, x, y int) []reason.Reason {
		px, qy := p.s.phraseOr(x, p.predicate), q.s.phraseOr(y, q.predicate)
		return []reason.Reason{{Kind: kind, Source: px, Statement: qy, Note: "“" + px.In(p.s.a.side.Text) + "” against “" + qy.In(q.s.a.side.Text) + "”"}}
	}
	strong := s.core > 0 && s.matched >= 3
	tied := strong && q.tied() && p.tied()
	switch {
	case k == equal || k == synonym || k == narrower:
		switch {
		case len(s.clash) > 0:
			if sameSign && !p.negative && !p.open && !q.open && s.missing == s.loose && s.strict == 0 && tied {
				return verdict{relation: Contradicts, reasons: s.clash}
			}
		case s.missing > 0:
		case !sameSign && !p.open && !q.open:
			if strong && (q.negative || m.reversed(q, p)) {
				return verdict{relation: Contradicts, reasons: note(reason.Polarity, p.negation, q.negation)}
			}
		case p.open && !q.open && sameSign:
			if strong {
				return verdict{hedged: true, reasons: note(reason.Modality, p.opener, -1)}
			}
		case sameSign && s.core > 0 && q.asFirmAs(p) && (!p.negative || m.reversed(q, p)):
			c.coverWord(q.s, q.predicate)
			*m = c
			return verdict{relation: Agrees}
		}
	case k == opposite:
		if sameSign && !p.open && !q.open && len(s.clash) == 0 && s.missing <= s.aside && tied && !c.guessed {
			return verdict{relation: Contradicts, reasons: note(reason.Opposite, p.predicate, q.predicate)}
		}
	}
	return verdict{}
}

// asFirmAs reports whether q claims no more than p does: nothing that p leaves
// open, and what it leaves open itself it leaves so by "may" or the like, or by
// the very word that p does.
func (q *event) asFirmAs(p *event) bool {
	if !q.open {
		return !p.open
	}
	if q.opener < 0 {
		return false
	}
	if p.open && p.opener >= 0 && p.s.fold(p.opener) == q.s.fold(q.opener) {
		return true
	}
	return !p.open && hedges(q.s.fold(q.opener))
}

// reversed reports whether q entails p but for the negation: what the source
// denies is no more than what the statement says.
func (m *match) reversed(q, p *event) bool {
	c := match{covered: make([]bool, len(p.s.a.terms)), source: q.s}
	s := c.parts(q, p)
	return s.missing == 0 && len(s.clash) == 0
}

// phraseOr returns the bytes of word i, or of word j if i is none.
func (s *sentence) phraseOr(i, j int) text.Span {
	if i < 0 {
		i = j
	}
	return s.span(i, i+1)
}

// predicates compares what two events say.
func (m *match) predicates(p, q *event) kinship {
	if p.state != q.state {
		return unrelated
	}
	if p.state {
		if p.s.prepositionOf(p.predicate) != q.s.prepositionOf(q.predicate) {
			return unrelated
		}
		f := m.heads(p.s, p.predicate, q.s, q.predicate)
		switch f.fit {
		case entails:
			return equal
		case clashes:
			if f.kind == reason.Opposite {
				return opposite
			}
		}
		return unrelated
	}
	x, y := p.action(), q.action()
	if strings.Contains(x, " ") || strings.Contains(y, " ") {
		switch _, ok := lexicon.Opposite(p.s.a.lang, x, y, lexicon.Verb); {
		case x == y || lexicon.SamePole(p.s.a.lang, x, y, lexicon.Verb):
			return equal
		case ok:
			return opposite
		}
		return unrelated
	}
	return kinOf(p.s, p.predicate, q.s, q.predicate)
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
			s.other = append(s.other, reason.Reason{Kind: best.kind, Source: x, Statement: y, Note: "“" + x.In(p.s.a.side.Text) + "” against “" + y.In(q.s.a.side.Text) + "”"})
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
				found = x.stem == y.stem || x.flags&capital == 0 && sameSense(kin(q.a.lang, y, x))
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
			s.clash = append(s.clash, reason.Reason{Kind: reason.Date, Source: x, Statement: y, Note: "“" + x.In(p.s.a.side.Text) + "” against “" + y.In(q.s.a.side.Text) + "”"})
		default:
			s.missing++
		}
	}
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
			s.clash = append(s.clash, reason.Reason{Kind: reason.Place, Source: px, Statement: qy, Note: "“" + px.In(p.s.a.side.Text) + "” against “" + qy.In(q.s.a.side.Text) + "”"})
			return
		}
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
