package relate

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Two texts in different words are compared clause by clause.
//
// Every clause is an event: a verb or what somebody is, who does it, to whom,
// where and when, and whether the text says that it is so (event.go). An event of
// the statement is entailed by one of the source if the verb says the same, each
// of its parts is found among those of the source, and it claims no more. It is
// contradicted if all of it is found but for one thing that cannot both be: a
// denial, the opposite verb, a number or a date that is bound to the same word,
// another name in a slot that holds one (slot.go).
//
// The statement is supported only if every event is entailed and every content
// word of it was found. A part that is not found makes the pair silent, and so
// does a tree that the parser got wrong: most of what is missed is missed there.
// Three readings stand beside the events, each for what trees do badly: a
// statement contained in a long sentence (contained.go), numbers bound to their
// noun (counted.go), and the brackets of a life (life.go).
//
// A fourth reads a short statement beside a passage that says all of it but one thing,
// without a tree (beside.go).
//
// On the development sets: no false alarm among 7,661 pairs of the pool; of the contradictions in
// other words FEVER .32 at a precision of .99, VitaminC .22 at .92, RTE-3 .02. Of 18,091
// pairs of sentences from one news article, which hardly ever contradict each other, none is
// said to.

// A match is the comparison of one sentence of the statement with the source.
type match struct {
	covered []bool      // terms of the statement that the source was found to say
	missing []text.Span // what the statement says beyond the source
	guessed bool        // a pronoun of the source was taken for the statement's subject
	source  *sentence   // the sentence that is compared
	near    bool        // the texts were laid beside each other word by word already
	event   *event      // its event that is compared, nil if none
	titles  int         // events that a title bore out
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
	agreed, hedged, events := true, false, 0
	for _, q := range b.sentences() {
		candidates := a.candidates(q)
		if v := m.differsAmong(a, q); v.relation == Contradicts {
			counts = append(counts, v.reasons...)
		}
		if len(candidates) == 0 && q.contentful() {
			agreed = false // nothing to compare its tree with
			continue
		}
		q.parse()
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
		if !parsed[b.lang] {
			agreed = false
			continue
		}
		events += len(q.events)
		for k := range q.events {
			v := m.best(candidates, &q.events[k])
			switch v.relation {
			case Contradicts:
				r.Relation = Contradicts
				r.Reasons = append(r.Reasons, v.reasons...)
			case Silent:
				agreed = false
				hedged = hedged || v.hedged && !v.purpose
				if v.hedged && !v.purpose {
					r.Reasons = append(r.Reasons, v.reasons...)
				}
			}
		}
	}
	if r.Reasons = unmet(a, b, r.Reasons, r.Relation); r.Relation == Contradicts && len(r.Reasons) == 0 {
		r.Relation, agreed = Silent, false
	}
	counts = unmet(a, b, counts, Contradicts)
	if r.Relation == Contradicts {
		return r
	}
	if agreed && m.complete(a, b) && !m.guessed {
		if len(counts) > 0 || m.astrayNumber(a, b) {
			return Result{} // one number bears the statement out, and the one that stands nearer does not
		}
		r.Relation, r.titled = Agrees, events > 0 && m.titles == events
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

// astrayNumber reports whether a number of the statement is borne out only by one that the
// source gives of something else.
func (m *match) astrayNumber(a, b *Analysis) bool {
	for _, q := range b.sentences() {
		for _, p := range a.candidates(q) {
			q.parse()
			if m.misbound(p, q) {
				return true
			}
		}
	}
	return false
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

// complete reports whether every content word of the statement was found, and no
// "only" was put in.
func (m *match) complete(a, b *Analysis) bool {
	some := false
	for i := range b.terms {
		if hasOnly(b.terms[i:i+1]) && !hasOnly(a.terms) {
			return false
		}
		if b.terms[i].needed() {
			if !m.covered[i] {
				return false
			}
			some = true
		}
	}
	return some
}

// candidates returns the sentences of a that share enough with q, parsed: those that
// share most, in order.
func (a *Analysis) candidates(q *sentence) []*sentence {
	var c []candidate
	for k, p := range a.sentences() {
		shared, all := 0, 0
		for i := q.first; i < q.end; i++ {
			if t := q.a.termAt(i); t != nil && t.class == content {
				all++
				if p.bloom.Has(t.stem) {
					shared++
				}
			}
		}
		if shared == 0 || shared*10 < all*3 || shared == 1 && all > 3 {
			continue
		}
		c = append(c, candidate{p, k, shared})
	}
	if len(c) > maxCandidates {
		slices.SortFunc(c, func(x, y candidate) int { return cmp.Or(y.shared-x.shared, x.at-y.at) })
		c = c[:maxCandidates]
		slices.SortFunc(c, func(x, y candidate) int { return x.at - y.at })
	}
	out := make([]*sentence, len(c))
	for k := range c {
		out[k] = c[k].s
		out[k].parse()
	}
	return out
}

// A candidate is a sentence of the source, its place and how many words it shares.
type candidate struct {
	s          *sentence
	at, shared int
}

// A verdict on one event of the statement.
type verdict struct {
	relation Relation
	hedged   bool
	purpose  bool // by "to" alone: "sided with them to end it" may well have ended it
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
		if v := m.nominal(p, q); v.relation == Agrees {
			return v
		}
		for i := range p.titles {
			if v := m.titled(p, &p.titles[i], q); v.relation == Agrees {
				return v
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

// events compares an event of the source with one of the statement.
func (m *match) events(p, q *event) verdict {
	if p.state && q.state && p.s.prepositionOf(p.predicate) == "" && q.s.prepositionOf(q.predicate) == "" &&
		p.s.tree.Tokens[p.predicate].Tag.Nominal() && q.s.tree.Tokens[q.predicate].Tag.Nominal() {
		c := match{covered: append([]bool(nil), m.covered...), guessed: m.guessed, astray: m.astray, source: p.s, event: p, titles: m.titles}
		v := c.states(p, q)
		if v.relation == Agrees {
			*m = c
		}
		return v
	}
	k := m.predicates(p, q)
	if k == unrelated || k == wider || q.upcoming(p) || p.upcoming(q) && q.tense == grammar.PresentTense {
		return verdict{}
	}
	planned := p.open || p.upcoming(q)
	saved := len(m.missing)
	c := match{covered: append([]bool(nil), m.covered...), guessed: m.guessed, astray: m.astray, source: p.s, event: p, titles: m.titles}
	s := c.parts(p, q)
	c.missing = m.missing[:saved]
	sameSign := p.negative == q.negative
	note := func(kind reason.Kind, x, y int) []reason.Reason {
		px, qy := p.s.phraseOr(x, p.predicate), q.s.phraseOr(y, q.predicate)
		return []reason.Reason{against(kind, p.s.a, px, q.s.a, qy)}
	}
	strong := s.core > 0 && s.matched >= 3
	tied := strong && q.tied() && p.tied()
	switch {
	case k == equal || k == synonym || k == narrower:
		switch {
		case len(s.clash) > 0:
			if sameSign && !p.negative && !planned && !q.open && s.missing == s.loose && s.strict == 0 && tied {
				return verdict{relation: Contradicts, reasons: s.clash}
			}
		case s.missing > 0:
		case !sameSign && !planned && !q.open:
			if strong && !q.emptied() && !p.emptied() && (q.negative || m.reversed(q, p)) {
				return verdict{relation: Contradicts, reasons: note(reason.Polarity, p.negation, q.negation)}
			}
		case planned && !q.open && sameSign:
			if strong {
				return verdict{hedged: true, reasons: note(reason.Modality, p.opener, -1), purpose: p.opener >= 0 && p.s.fold(p.opener) == "to"}
			}
		case sameSign && s.core > 0 && q.asFirmAs(p) && (!p.negative || m.reversed(q, p)):
			c.coverWord(q.s, q.predicate)
			*m = c
			return verdict{relation: Agrees}
		}
	case k == opposite:
		if sameSign && !planned && !q.open && len(s.clash) == 0 && s.missing <= s.aside && tied && !c.guessed && !p.s.alsoTells(p, q) {
			return verdict{relation: Contradicts, reasons: note(reason.Opposite, p.predicate, q.predicate)}
		}
	}
	return verdict{}
}

// emptied reports whether what is denied is the object, not the verb: "did nothing".
func (e *event) emptied() bool {
	return e.negation >= 0 && (e.s.fold(e.negation) == "nothing" || e.s.fold(e.negation) == "nobody")
}

// alsoTells reports whether the sentence of the source tells what the statement
// does in another word: "she lived there until her death" is no denial that she died.
func (s *sentence) alsoTells(p, q *event) bool {
	verb := q.s.lemma(q.predicate)
	for i := range s.words {
		if x := s.term(i); i == p.predicate || x == nil || x.class != content {
			continue
		}
		if l := s.lemma(i); l == verb || s.a.lang == "en" && lexicon.Derived(l, verb) {
			return true
		}
	}
	return false
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
