package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A statement is compared with its sources proposition by proposition. It is borne out
// when each of its propositions finds a witness that says all of it as firmly, in
// whatever sentence, and no word of content is left over. It is contradicted when one
// of them finds a proposition that is the same in every slot but one, and what fills
// that one cannot both be (clash.go).

// mode says how much is asked before a difference counts.
type mode uint8

const (
	strict  mode = iota // source and statement may be of two things
	retells             // the statement's text is known to retell the source
)

// A Part is one proposition of a statement with what became of it.
type Part struct {
	Statement text.Span // of its words in the statement, from its first slot to its last
	Relation  Relation  // Agrees if a source bears it out, Contradicts if one excludes it
	Source    int       // which source decided it, -1 if none
}

// A finding is the best that was found for one proposition of the statement.
type finding struct {
	borne *match
	over  *match // it would be borne out if the source said it as firmly
	clash *match
	why   reason.Reason
	at    int      // which source the match is of
	rules []string // that kept a clash silent
}

// compare relates two sides by their propositions.
func compare(a, b *Analysis, how mode) Result { return compareAll([]*Analysis{a}, b, how) }

// compareAll relates a statement to several passages of one document by its
// propositions, each of which may find its witness in another passage. The spans of a
// reason are those of Result.Source's text.
func compareAll(sources []*Analysis, b *Analysis, how mode) Result {
	if !parsed[b.lang] {
		return Result{}
	}
	out := Result{Relation: Agrees, Source: -1}
	some := false
	var used, silent []string
	var over finding
	for _, s := range b.read() {
		s.Read()
		covered := make([]bool, len(s.Words))
		for i := range s.Propositions {
			q := &s.Propositions[i]
			if idle(q) {
				covered[q.Head] = true
				continue
			}
			f := witness(sources, b, s, q, how)
			part := Part{Statement: extent(q), Source: -1}
			switch {
			case f.borne != nil:
				some = true
				part.Relation, part.Source = Agrees, f.at
				if !q.Aside {
					out.Source = f.at
				}
				used = addRules(used, f.borne.rules)
				for k, c := range f.borne.covered {
					covered[k] = covered[k] || c
				}
			case f.clash != nil:
				part.Relation, part.Source = Contradicts, f.at
				return Result{Relation: Contradicts, Reasons: []reason.Reason{f.why}, Rules: f.clash.rules, Source: f.at, Parts: append(out.Parts, part)}
			default:
				out.Relation = Silent
				silent = addRules(silent, f.rules)
				if f.over != nil {
					over = f
				}
			}
			out.Parts = append(out.Parts, part)
		}
		if len(s.Propositions) == 0 || !covers(b, s, covered) {
			out.Relation = Silent
		}
	}
	if !some {
		out.Relation = Silent
	}
	if b.off("support.propositions") {
		out.Relation = Silent
	}
	switch out.Rules = silent; {
	case out.Relation == Agrees:
		out.Rules = addRule(used, "support.propositions")
	case over.over != nil && !b.off("support.overstated"):
		out.Overstated, out.Source, out.Rules = true, over.at, []string{"support.overstated"}
		out.Reasons = []reason.Reason{overstatement(sources[over.at], b, over.over)}
	}
	return out
}

// extent returns the bytes that a proposition's predicate and slots span.
func extent(q *proposition.Proposition) text.Span {
	at := q.Sentence.Span(q.Head, q.Head+1)
	for i := range q.Slots {
		at = text.Cover([]text.Span{at, q.Slots[i].Phrase.Span()})
	}
	return at
}

// idle reports whether a proposition says nothing by itself but how firm the one under
// it is: "is expected to", "managed to".
func idle(q *proposition.Proposition) bool {
	s := q.Sentence
	if q.Kind == proposition.State && q.Fill(proposition.Agent) == nil {
		return s.Amount(q.Head) == nil // a noun that the parser took for a sentence
	}
	for i := range s.Propositions {
		p := &s.Propositions[i]
		if p.Parent >= 0 && &s.Propositions[p.Parent] == q && (p.Forcer == q.Head || p.Link == grammar.Open && q.Kind == proposition.Event) {
			return !saysMore(q, p)
		}
	}
	return false
}

// saysMore reports whether q, what it is called aside, has more than one slot, or one that
// is not of the subject of p, which stands under it.
func saysMore(q, p *proposition.Proposition) bool {
	var own *phrase
	for i := range q.Slots {
		switch x := &q.Slots[i]; {
		case x.Role == proposition.Attribute:
		case own != nil:
			return true
		default:
			own = x.Phrase
		}
	}
	return own != nil && otherwise(p, own)
}

// otherwise reports whether a proposition has a subject, and not the phrase: "the boy has
// recovered, doctors said" says something of the doctors too.
func otherwise(p *proposition.Proposition, f *phrase) bool {
	if len(p.Slots) == 0 {
		return false
	}
	for i := range p.Slots {
		if p.Slots[i].Phrase.Head == f.Head {
			return false
		}
	}
	return p.Fill(proposition.Agent) != nil || p.Passive
}

// covers reports whether every word of content in a sentence of the statement is borne
// out.
func covers(b *Analysis, s *proposition.Sentence, covered []bool) bool {
	for i := range s.Words {
		if covered[i] {
			continue
		}
		t := b.termAt(s.At[i])
		if t != nil && (t.class == content || t.class == quantifier) && s.When(i) == nil {
			return false
		}
	}
	for i := s.First; i < s.End; i++ { // what stands in brackets was not read
		if t := b.termAt(i); b.depth[i] > 0 && t != nil && t.class == content {
			return false
		}
	}
	return true
}

// witness looks through the sources for what bears out a proposition of the statement
// or clashes with it.
func witness(sources []*Analysis, b *Analysis, s *proposition.Sentence, q *proposition.Proposition, how mode) finding {
	var f finding
	for n, a := range sources {
		if len(sources) == 1 && !a.Related(b) {
			continue
		}
		for k, source := range a.read() {
			if !a.shares(k, b, s) {
				continue
			}
			source.Read()
			f.look(n, a, b, source, q, how)
			if f.borne != nil {
				f.clash, f.at = nil, n
				return f
			}
		}
	}
	return f
}

// look compares q with every proposition of a sentence of source n.
func (f *finding) look(n int, a, b *Analysis, source *proposition.Sentence, q *proposition.Proposition, how mode) {
	for i := range source.Propositions {
		if f.weigh(n, a, b, &source.Propositions[i], q, how); f.borne != nil {
			return
		}
	}
	m := match{a: a, b: b, q: q}
	if m.off("support.deed") {
		return
	}
	for _, d := range m.deeds(nil, source, q) {
		if f.weigh(n, a, b, &d, q, how); f.borne != nil {
			return
		}
	}
}

// weigh compares q with one proposition of source n.
func (f *finding) weigh(n int, a, b *Analysis, p, q *proposition.Proposition, how mode) {
	m, ok := try(a, b, p, q)
	if !ok {
		return
	}
	if m.otherCircumstance() && !m.off("silence.circumstance") {
		f.rules = addRule(f.rules, "silence.circumstance")
		return
	}
	if q.Kind == proposition.State && pointed(q) {
		return // "that person is Okello"
	}
	if m.bears() && (m.weight >= enough || m.tells()) && (!m.loose || m.anchors > 0) {
		switch {
		case p.Force <= q.Force || p.Force.Firm():
			f.borne = m
		case q.Force.Firm() && f.clash == nil && q.Parent < 0 && m.weight >= plainly && p.Force <= proposition.Planned:
			f.over, f.at = m, n
		}
		return
	}
	why, ok := m.clashes(how)
	if ok && f.clash == nil {
		f.clash, f.why, f.at = m, why, n
	}
	f.rules = addRule(f.rules, m.silent)
}

// pointed reports whether a state says of somebody that he is one whom only the text around
// it tells: "that person".
func pointed(q *proposition.Proposition) bool {
	x := q.Fill(proposition.Attribute)
	return x != nil && proposition.Points(q.Sentence.Text.Lang, q.Sentence.Fold(x.Phrase.First))
}

// tells reports whether both say no more than that somebody says what stands under it:
// that is compared by itself.
func (m *match) tells() bool {
	return m.weight >= 2 && len(m.q.Slots) == 1 && reports(tongue, m.p.Lemma, m.q.Lemma)
}

// otherCircumstance reports whether two clauses tell different circumstances of what
// they stand under: "before the talks began", "because the talks began".
func (m *match) otherCircumstance() bool {
	p, q := m.p, m.q
	if p.Link != grammar.Circumstance || q.Link != grammar.Circumstance || p.Mark < 0 || q.Mark < 0 {
		return false
	}
	return !interchangeable(tongue, p.Sentence.Fold(p.Mark), q.Sentence.Fold(q.Mark))
}

// enough is the least weight of what two propositions have in common for one to bear
// out the other: a verb and a noun.
const enough = 4

// plainly is the least weight of what a statement and a source that says it less firmly
// have in common for the one to overstate the other.
const plainly = 6

// overstatement is the reason that the source does not say so firmly.
func overstatement(a, b *Analysis, m *match) reason.Reason {
	r := reason.Reason{Kind: reason.Modality, Statement: m.q.Sentence.Span(m.q.Head, m.q.Head+1)}
	if m.p.Forcer >= 0 {
		r.Source = m.p.Sentence.Span(m.p.Forcer, m.p.Forcer+1)
		r.Note = "the source has it only as “" + r.Source.In(a.side.Text) + "”"
	}
	return r
}
