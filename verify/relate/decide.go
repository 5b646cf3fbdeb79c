package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What a statement as a whole comes to, and the witness of each of its propositions.

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
	if len(sources) > 1 {
		Ahead(sources)
	}
	t := tally{Result: Result{Relation: Agrees, Source: -1}}
	some, asked := false, b.asks()
	for _, s := range b.read() {
		covered := make([]bool, len(s.Words))
		for i, q := range s.Propositions {
			if idle(q) {
				covered[q.Head] = true
				continue
			}
			f := witness(sources, b, s, &asked[i], how)
			t.add(q, &f, covered)
			if t.Relation == Contradicts {
				return t.Result
			}
			some = some || f.borne != nil
		}
		asked = asked[len(s.Propositions):]
		if len(s.Propositions) == 0 || !covers(b, s, covered) {
			t.Relation = Silent
		}
	}
	if !some || b.off("support.propositions") {
		t.Relation = Silent
	}
	if t.Relation == Agrees && namesakes(t.borne) && !b.off("standing.namesake") {
		t.Relation, t.silent = Silent, []string{"standing.namesake"}
	}
	switch t.Rules = t.silent; {
	case t.Relation == Agrees:
		t.Rules = addRule(t.used, "support.propositions")
	case t.over.over != nil && !b.off("support.overstated"):
		t.Overstated, t.Source, t.Rules = true, t.over.at, []string{"support.overstated"}
		t.Reasons = []reason.Reason{overstatement(sources[t.over.at], t.over.over)}
	}
	return t.Result
}

// A tally is what became of the propositions of a statement so far.
type tally struct {
	Result
	used, silent []string // rules by which they are borne out, and that kept a clash silent
	over         finding  // one that the source does not say as firmly
	borne        []*match
}

// add counts what was found for a proposition, and marks the words that are borne out.
func (t *tally) add(q *proposition.Proposition, f *finding, covered []bool) {
	at := q.Sentence.Span(q.Head, q.Head+1)
	for _, x := range q.Slots {
		at = text.Cover([]text.Span{at, x.Phrase.Span()})
	}
	part := Part{Statement: at, Source: -1}
	switch {
	case f.borne != nil:
		part.Relation, part.Source = Agrees, f.at
		t.loose, t.borne = t.loose || f.borne.loose, append(t.borne, f.borne)
		if !q.Aside {
			t.Source = f.at
		}
		t.used = addRules(t.used, f.borne.rules)
		for k, c := range f.borne.covered {
			covered[k] = covered[k] || c
		}
	case f.clash != nil:
		part.Relation, part.Source = Contradicts, f.at
		t.Result = Result{Relation: Contradicts, Reasons: []reason.Reason{f.why}, Rules: f.clash.rules, Source: f.at, Parts: t.Parts}
	default:
		t.Relation = Silent
		t.silent = addRules(t.silent, f.rules)
		if f.over != nil {
			t.over = *f
		}
	}
	t.Parts = append(t.Parts, part)
}

// namesakes reports whether one sentence of the source says what somebody did or underwent, and calls him something, and another, which
// gives his whole name again, what the statement calls him: "struck off Peter Okafor, a dentist. Peter Okafor, the cardiologist, is no
// relation". Twin: "Okafor, a father of two, is a dentist".
func namesakes(all []*match) bool {
	return slices.ContainsFunc(all, func(is *match) bool {
		who := is.p.Fill(proposition.Agent)
		what := is.p.Fill(proposition.Attribute)
		return is.p.Kind == proposition.State && is.p.Tense == grammar.NoTense && who != nil && what != nil && what.Phrase.Amount == nil && len(who.Phrase.Who().Words) > 1 && slices.ContainsFunc(all, func(did *match) bool {
			return did.p.Sentence != is.p.Sentence && did.p.Kind == proposition.Event && did.p.Find(func(x *proposition.Slot) bool {
				f := x.Phrase
				return f.Name != "" && len(f.Who().Words) > 1 && sameName(f.Who(), who.Phrase.Who()) && slices.ContainsFunc(f.Alias, func(a *phrase) bool {
					return a.Head > f.Head && a.Name == "" && !did.phrases(a, what.Phrase).fit.bears() && !did.phrases(what.Phrase, a).fit.bears()
				})
			}) != nil
		})
	})
}

// covers reports whether every word of content in a sentence of the statement is borne
// out.
func covers(b *Analysis, s *proposition.Sentence, covered []bool) bool {
	for i := range s.Words {
		if covered[i] || s.Gloss != nil && s.Gloss.Lemmas[i] == "" {
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
// or clashes with it. Those that are nil are known to say nothing.
func witness(sources []*Analysis, b *Analysis, s *proposition.Sentence, q *deedAsked, how mode) finding {
	f := finding{}
	for n, a := range sources {
		if a == nil || len(sources) == 1 && !a.Related(b) {
			continue
		}
		for k, source := range a.divide() {
			if !a.shares(k, b, s) || len(a.sentences) == 1 && !a.Gist.answers(q) {
				continue
			}
			source.Read()
			if len(a.sentences) == 1 {
				a.Gist.note(source)
			}
			f.look(n, a, b, source, q, how)
			if f.borne != nil {
				f.clash, f.at = nil, n
				return f
			}
		}
	}
	return f
}

// look compares q, and the deed that it asks for, with every proposition of a sentence of source n.
func (f *finding) look(n int, a, b *Analysis, source *proposition.Sentence, q *deedAsked, how mode) {
	for p, rule := range q.told(a, source) {
		if a.off(rule) || b.off(rule) {
			continue
		}
		if f.weigh(n, a, b, p, q.Proposition, how, rule); f.borne != nil {
			return
		}
		if d := q.happened(p); d != nil && !a.off("support.deed") && !b.off("support.deed") {
			clash := f.clash
			if f.weigh(n, a, b, p, d, how, "support.deed"); f.borne != nil {
				f.borne.cover(q.Head, q.Head+2) // "took place"
				return
			}
			if clash == nil && f.why.Kind != reason.Date {
				f.clash = nil // "the attack of the village" may be theirs
			}
		}
	}
}

// weigh compares q with one proposition of source n, which a rule made if it is not empty.
func (f *finding) weigh(n int, a, b *Analysis, p, q *proposition.Proposition, how mode, rule string) {
	m, ok := try(a, b, p, q)
	if !ok {
		return
	}
	m.note(rule)
	switch {
	case m.otherCircumstance() && !m.off("silence.circumstance"):
		f.rules = addRule(f.rules, "silence.circumstance")
		return
	case m.secondhand() && !m.off("silence.teller"):
		f.rules = addRule(f.rules, "silence.teller")
		return
	case m.gone() && !m.off("silence.former"): // "former minister", "is minister"
		f.rules = addRule(f.rules, "silence.former")
		return
	case q.Kind == proposition.State && pointed(q), // "that person is Okello"
		light.of(q.Lemma) && !copular.of(q.Lemma) && !tell(tongue, q.Lemma, q.Lemma) && len(q.Slots) == 1 && q.Kind == proposition.Event, // "the choice that Okello has made", cut short
		q.Kind == proposition.State && owed(q) && p.Force.Firm() && !owed(p),                                                             // "the border is open", "the border must be open"
		len(q.Slots) == 1 && q.Slots[0].Phrase.Pronoun && q.Slots[0].Phrase.Name == "" && len(q.Slots[0].Phrase.Alias) == 0:              // "it is to be expected": nobody knows of what
		return
	}
	if m.bears() && (m.weight >= enough || m.tells()) && (!m.loose || m.anchors > 0) && (!never(m.q) || never(m.p)) {
		switch wish := upcoming(q) && wished(p); {
		case m.wasOne() && !m.off("silence.former"):
			f.rules = addRule(f.rules, "silence.former")
		case (p.Force.Bears(q.Force) || m.futurate()) && !wish && !bygoneFor(p, q):
			f.borne = m
		case (q.Force.Firm() && p.Force <= proposition.Planned || wish || upcoming(q) && p.Force == proposition.Alleged) &&
			f.clash == nil && q.Above == nil && !q.Aside && m.weight >= plainly && !m.extra && !m.otherOnes(): // a title may have come since: "will be president", "President Doe"
			f.over, f.at = m, n
		}
		return
	}
	why, ok := m.clashes(how)
	if !ok && !m.off("clash.passage") && m.toldBeside() {
		lacks, silent := m.lacks, m.silent
		m.lacks = nil
		if why, ok = m.clashes(how); ok {
			m.note("clash.passage")
		}
		m.lacks, m.silent = lacks, silent
	}
	if ok && f.clash == nil {
		f.clash, f.why, f.at = m, why, n
	}
	f.rules = addRule(f.rules, m.silent)
}

// futurate reports whether the statement tells in the present, with its day, what the source says will be then: "will travel on Friday", "travels on
// Friday". Twin: "plans to travel on Friday".
func (m *match) futurate() bool {
	c := m.q.Clause
	return m.p.Force == proposition.Planned && m.p.Tense == grammar.FutureTense && m.q.Force == proposition.Asserted && m.q.Kind == proposition.Event && m.q.Tense == grammar.PresentTense &&
		c != nil && !c.Perfect && m.q.Find(func(y *proposition.Slot) bool { return y.Role == proposition.Time && y.Phrase.When != nil }) != nil
}

// wished reports whether a proposition is what somebody only wishes, tries or proposes: "hopes to reopen the pool", of which another
// tells that he "will reopen the pool". Twin: "has promised to reopen the pool".
func wished(p *proposition.Proposition) bool {
	return p.Forcer >= 0 && wishing.of(p.Sentence.Lemma(p.Forcer))
}

// bygoneFor reports whether the source tells as done what the statement tells as planned or supposed: "burned the barn", "planned to burn
// it", "should have burned it". Twin: "closes on Friday", "is to close on Friday".
func bygoneFor(p, q *proposition.Proposition) bool {
	return p.Force.Firm() && p.Tense == grammar.PastTense && (q.Force == proposition.Planned || q.Force == proposition.Conditional)
}

// never reports whether a proposition is denied for all times: what is no longer so was so once.
func never(p *proposition.Proposition) bool {
	if p.Negation < 0 {
		return false
	}
	often, ok := lexicon.Strength(tongue, lexicon.Frequency, p.Sentence.Fold(p.Negation))
	return ok && often == 0
}

// gone reports whether the one side tells as over what the other does not, or both tell of what is over
// and of different things.
func (m *match) gone() bool {
	if (m.p.Over || m.q.Over) && (m.p.Aside || m.q.Aside) && m.b.says((*proposition.Proposition).Vacates) {
		return false // "Noor stepped down as army chief", "army chief Noor stepped down"
	}
	if m.p.Over && m.q.Over {
		return !m.bears()
	}
	return m.q.Over && !m.past() || m.p.Over && m.q.Tense != grammar.PastTense
}

// past reports whether the source tells in its own voice of a time that is past: "hired a plane in May" bears out "once hired a plane".
// Twin: "said that she was the mayor", who may be the mayor still.
func (m *match) past() bool {
	return m.p.Tense == grammar.PastTense && !m.p.Negative && m.p.Force == proposition.Asserted && m.p.Link != grammar.Content
}

// wasOne reports whether the source tells only that somebody was what the statement says he is: "Lopez, who was the mayor in 2011",
// "Lopez is the mayor". Twin: "said that Lopez was the mayor".
func (m *match) wasOne() bool {
	what := m.p.Fill(proposition.Attribute)
	return m.p.Kind == proposition.State && m.q.Kind == proposition.State && m.p.Tense == grammar.PastTense && m.q.Tense == grammar.PresentTense &&
		m.p.Link != grammar.Content && what != nil && what.Phrase.Token().Tag != grammar.Verb && lexicon.Human(tongue, what.Phrase.Lemma)
}

// tells reports whether both say no more than that somebody says what stands under it:
// that is compared by itself.
func (m *match) tells() bool {
	return m.weight >= 2 && len(m.q.Slots) == 1 && reports(tongue, m.p.Lemma, m.q.Lemma) && (m.q.Content() != nil || m.q.Link == grammar.Aside)
}

// enough is the least weight of what two propositions have in common for one to bear
// out the other: a verb and a noun.
const enough = 4

// plainly is the least weight of what a statement and a source that says it less firmly
// have in common for the one to overstate the other.
const plainly = 6

// owed reports whether a proposition tells what should or must be so.
func owed(p *proposition.Proposition) bool {
	return p.Clause != nil && p.Clause.Modality == grammar.Necessary
}

// toldBeside reports whether all that the source's proposition lacks of the statement's the passage tells beside it: when and where it was.
// What it tells of another deed of the sort, or beside another time or place of this one, is none of this: "did not win in 2019. He won in
// Bergen in 2020".
func (m *match) toldBeside() bool {
	at := len(m.differ) > 0 || m.p.Negative != m.q.Negative || m.pred.fit == excludes // what may clash
	if !at || len(m.differ) > 1 || len(m.lacks) == 0 || m.core || m.pred.fit == excludes && m.anchors == 0 || m.adds(func(x *proposition.Slot) bool {
		return x.Role == proposition.Time || x.Role == proposition.Oblique && x.Phrase.Name != ""
	}) {
		return false
	}
	for _, f := range m.lacks {
		if !m.a.some(func(g *phrase) bool { return !g.Pronoun && m.phrases(g, f).fit.bears() && !m.ofOtherDeed(g) }) {
			return false
		}
	}
	return true
}

// ofOtherDeed reports whether a phrase of the source tells of another deed of the same sort.
func (m *match) ofOtherDeed(g *phrase) bool {
	p := g.Sentence.PredicateAbove(g.Head)
	if p == nil || p.Sentence == m.p.Sentence && p.Head == m.p.Head {
		return false
	}
	c, _ := predicates(p, m.q)
	return c.fit != unknown
}
