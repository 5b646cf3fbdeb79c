package relate

import (
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A match compares one proposition of the source with one of the statement, slot by
// slot.
type match struct {
	a, b *Analysis
	p, q *proposition.Proposition

	depth   int          // of the phrase that is being compared
	guessed bool         // a pronoun of the source was taken for the statement's subject
	loose   bool         // something rests on a dictionary alone
	weight  int          // of all that both have
	tied    bool         // what both have names one thing: a name, a value, or "the bridge"
	anchors int          // how many slots both have that name somebody or something or give a value
	differ  []comparison // slots that hold different things

	lacks   []*phrase // of the statement, what the source's proposition does not say
	core    bool      // who acts, who is acted upon, or what somebody is, is not borne out
	doubt   bool      // how many, or whose name, is not borne out
	extra   bool      // the source restricts what the statement does not
	partly  bool      // it tells a measure of a part of what the statement tells one of
	pred    comparison
	rules   []string // that had a say
	silent  string   // the rule that kept a clash silent
	covered []bool   // words of the statement's sentence that are borne out
}

// cover marks words of the statement's sentence as borne out.
func (m *match) cover(i, j int) {
	for ; i < j && i < len(m.covered); i++ {
		m.covered[i] = true
	}
}

// coverPhrase marks a phrase of the statement with all that describes it as borne out.
func (m *match) coverPhrase(f *phrase) {
	m.cover(f.First, f.End)
	if k := f.Opening(); k >= 0 && k < f.First && f.Head < len(f.Sentence.Words) {
		m.cover(k, k+1) // "outside", which is a noun too
	}
	if f.Amount != nil {
		m.coverWords(f.Amount.First, f.Amount.End)
	}
	if f.Many != nil {
		m.coverWords(f.Many.First, f.Many.End)
	}
	for i := range f.Modifiers {
		if x := f.Modifiers[i].Phrase; x.Head != f.Head {
			m.coverPhrase(x)
		}
	}
	for _, a := range f.Alias {
		if a.Head != f.Head {
			m.cover(a.First, a.End)
		}
	}
}

// coverWords marks words of the statement's text.
func (m *match) coverWords(i, j int) {
	for k, at := range m.q.Sentence.At {
		if at >= i && at < j {
			m.covered[k] = true
		}
	}
}

// off reports whether an ablation run leaves a rule out; a match may be laid the other
// way round.
func (m *match) off(rule string) bool { return m.b.off(rule) || m.a.off(rule) }

// note adds a rule to those that had a say in a match.
func (m *match) note(rule string) { m.rules = addRule(m.rules, rule) }

// mode says how much is asked before a difference counts.
type mode uint8

const (
	strict  mode = iota // source and statement may be of two things
	retells             // the statement's text is known to retell the source
)

// both returns what fills a role on both sides; false if one of them has nothing there.
func (m *match) both(r proposition.Role) (p, q *phrase, ok bool) {
	x, y := m.p.Fill(r), m.q.Fill(r)
	if x == nil || y == nil {
		return nil, nil, false
	}
	return x.Phrase, y.Phrase, true
}

// polarity is the reason that one side denies what the other says.
func (m *match) polarity() reason.Reason {
	at := func(p *proposition.Proposition) int {
		if p.Negation >= 0 {
			return p.Negation
		}
		return p.Head
	}
	i, j := at(m.p), at(m.q)
	return against(reason.Polarity, m.a, m.p.Sentence.Span(i, i+1), m.b, m.q.Sentence.Span(j, j+1))
}

// overstatement is the reason that the source does not say so firmly.
func overstatement(a *Analysis, m *match) reason.Reason {
	r := reason.Reason{Kind: reason.Modality, Statement: m.q.Sentence.Span(m.q.Head, m.q.Head+1)}
	if m.p.Forcer >= 0 {
		r.Source = m.p.Sentence.Span(m.p.Forcer, m.p.Forcer+1)
		r.Note = "the source has it only as “" + r.Source.In(a.side.Text) + "”"
	}
	return r
}

// A fit is how a part of the source stands to the part of the statement that it is
// laid beside: the relations of natural logic (MacCartney and Manning 2009), with
// "negation" and "cover" left out, which no slot of a report has.
type fit uint8

const (
	unknown   fit = iota // nothing is known
	same                 // the same thing
	entails              // the source says more of it: what holds of it holds of the statement's
	broader              // the statement says more of it
	different            // another thing of the same kind: both can be, unless the slot holds one thing only
	excludes             // both cannot be
)

// bears reports whether the source bears the statement's part out.
func (f fit) bears() bool { return f == same || f == entails }

// A comparison is what came of comparing two parts.
type comparison struct {
	fit    fit
	kind   reason.Kind // of the difference
	p, q   text.Span   // what differs, in the source and in the statement
	weight int         // of what both have: 3 a name or number, 2 a noun or verb, 1 a modifier, 0 a pronoun
	loose  bool        // rests on a word that only a dictionary holds alike
	doubt  bool        // how many, or whose name, is not borne out: "some" beside "all", "South Sudan" beside "Sudan"
	by     string      // the rule that found it where it is not plain to see; empty otherwise
	extra  bool        // the source restricts the thing in a way that the statement does not: "the police of Hull"
	part   bool        // one of the two is of a part of the other, whatever restricts it: "new houses", "houses"
	lacks  []*proposition.Phrase
	slot   *proposition.Slot // the statement's that was compared; nil where two changed places
}

// differs returns a comparison of two spans that are different or exclude each other.
func differs(f fit, k reason.Kind, p, q text.Span) comparison {
	return comparison{fit: f, kind: k, p: p, q: q}
}

type phrase = proposition.Phrase

// better reports whether comparison c says more than d.
func better(c, d comparison) bool {
	if d.fit == unknown && c.fit == unknown {
		return c.doubt && !d.doubt
	}
	rank := [...]int{unknown: 0, broader: 1, different: 2, excludes: 3, entails: 4, same: 5}
	if c.fit.bears() && d.fit.bears() {
		return c.weight > d.weight
	}
	return rank[c.fit] > rank[d.fit]
}
