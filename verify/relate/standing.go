package relate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// That a source has all the words of a statement does not make it say the statement:
// "Ford was cleared of taking bribes" has every word of "Ford took bribes". Whatever
// way found that two texts agree, what the statement asserts must stand in the source
// as firmly, and not be denied there.

// Stands reports whether a source says as firmly what a part of it, its content without
// who says it, bears out word by word: nothing there denies it or makes a plan of it.
func Stands(source, statement *Analysis) bool { return !contested(source, statement, 2) }

// standing checks an agreement by the propositions of the statement: it returns Agrees
// if they stand, else what the source makes of the first that does not.
func standing(a, b *Analysis) Result {
	same := text.Fold(a.side.Text) == text.Fold(b.side.Text) && len(a.side.Refs)+len(b.side.Refs) == 0 // the same words, and no "it" that another thing may be
	if !parsed[a.lang] || same {
		return Result{Relation: Agrees}
	}
	if !a.has(b) && !a.reckons() && !b.off("standing.names") {
		return Result{Rules: []string{"standing.names"}}
	}
	over := reason.Reason{}
	said := false
	for q := range b.propositions() {
		if idle(q) {
			continue
		}
		m := nearestTo(a, b, q)
		if q.Link == grammar.Appositive {
			if m != nil && m.gone() && !b.off("silence.former") {
				return Result{Rules: []string{"silence.former"}} // "who was the minister until 2015", "the minister"
			}
			continue
		}
		said = true
		rule, why := m.stands(a, q)
		switch {
		case rule == "" || b.off(rule):
		case rule == "standing.force":
			if over = why; m.p.Force >= proposition.Conditional {
				return Result{Rules: []string{rule}}
			}
		case why.Kind != reason.None:
			return Result{Relation: Contradicts, Reasons: []reason.Reason{why}, Rules: addRules([]string{rule}, m.rules[max(0, len(m.rules)-1):])}
		default:
			return Result{Rules: []string{rule}}
		}
	}
	if !said && !strings.Contains(text.Fold(a.side.Text), text.Fold(b.side.Text)) && !b.off("standing.verbless") {
		return Result{Rules: []string{"standing.verbless"}} // nothing that the parser found a verb in: only the same words say it
	}
	if over.Kind != reason.None {
		return Result{Overstated: true, Reasons: []reason.Reason{over}, Rules: []string{"standing.force"}}
	}
	return Result{Relation: Agrees}
}

// degreeOf returns the degree in which an adjective or adverb is told, 0 for the plain one.
func degreeOf(t *grammar.Token) grammar.Feats {
	return t.Feats & (grammar.Comparative | grammar.Superlative)
}

// stands returns the rule by which what the source says of q, m or nothing if that is
// nil, takes back an agreement, and what clashes if something does; empty if q stands.
func (m *match) stands(a *Analysis, q *proposition.Proposition) (rule string, why reason.Reason) {
	switch {
	case m == nil:
		if q.Kind == proposition.Event && !light.of(q.Lemma) && !copular.of(q.Lemma) && !a.mentions(q) {
			return "standing.core", why // "praised the orderly evacuation", "ordered the evacuation"
		}
		if called(q) || a.somebodyOf(q) {
			return "standing.core", why // "posed as a policeman", "is a policeman"; "Denby's deputy said", "Denby said"
		}
		if particle(a, q) {
			return "standing.particle", why // "called off a strike", "called a strike"
		}
	case len(m.differ) > 0:
		why, _ = m.clashes(strict)
		return "standing.core", why
	case m.doubt, m.partly:
		return "standing.doubt", why
	case m.core || m.mixed():
		return "standing.core", why
	case slices.ContainsFunc(m.lacks, func(f *phrase) bool {
		return f.Name != "" && !f.Resolved || f.When != nil || f.Amount != nil && f.Amount.Kind == quantity.Age || degreeOf(f.Token()) != 0
	}):
		return "standing.lacks", why // "elected to the committee" has nobody "elected president"; "900 people, 300 of them in Graz": not 900 in Graz; nor is who got 25 years 25, nor a large city the largest
	case !m.denies():
		return "standing.denial", why
	case m.ownDenial():
		return "silence.denial", why
	case m.p.Negative != q.Negative && m.p.Force.Firm() && q.Force.Firm():
		return "standing.polarity", m.polarity()
	case m.p.Negative != q.Negative:
		return "standing.denial", why
	case m.over() || bygoneFor(m.p, q) || m.p.Over && !m.q.Over && m.q.Tense != grammar.PastTense:
		return "standing.tense", why
	case !m.p.Force.Bears(q.Force) && !m.futurate():
		return "standing.force", overstatement(a, m)
	}
	return "", why
}

// mentions reports whether the side has a word for the deed of a proposition: its verb, or one that says as much. A
// noun is none, "is considering a ban" beside "has banned", unless it is written as the verb is and tells of what is so:
// in "flights, by day and night, cost" the parser may have taken it for one.
func (a *Analysis) mentions(q *proposition.Proposition) bool {
	base, _, _ := strings.Cut(q.Lemma, "_")
	for i := range a.terms {
		t := &a.terms[i]
		verb, isVerb := t.lemma(a.lang, lexicon.Verb)
		if t.fold != base && !(t.class == content && isVerb && (verb == base || proposition.Says(tongue, "verb", verb, base))) {
			continue
		}
		s, k := a.place(i)
		if s == nil {
			return true
		}
		if at := s.PredicateAbove(k); at != nil && at.Head == k && s.Tree.Tokens[k].Tag == grammar.Verb {
			return true
		}
	}
	return false
}

// over reports whether the source tells as past what the statement says of today: who led the firm
// need not lead it. A headline tells the past so, and "beat" may be either.
func (m *match) over() bool {
	return m.p.Tense == grammar.PastTense && m.q.Tense == grammar.PresentTense && !(m.q.Clause != nil && m.q.Clause.Perfect && m.q.Kind == proposition.Event && !enduring.of(m.q.Lemma)) && m.p.Link != grammar.Content &&
		m.q.Fill(proposition.Time) == nil && !lexicon.Unchanged(tongue, m.q.Sentence.Fold(m.q.Head)) &&
		strings.HasSuffix(strings.TrimRight(m.b.side.Text, " \n"), ".")
}

// mixed reports whether the source fills a slot of the statement's with something else, and has
// what the statement fills it with in another place: "convicted of forgery and acquitted of
// fraud" has all the words of "convicted of fraud", "is the son of the minister" of "is the minister".
func (m *match) mixed() bool {
	for i := range m.q.Slots {
		y := &m.q.Slots[i]
		if !(y.Role == proposition.Oblique && y.Preposition != "" || y.Role == proposition.Attribute && y.Phrase.Definite) || !slices.Contains(m.lacks, y.Phrase) {
			continue
		}
		for k := range m.p.Slots {
			x := &m.p.Slots[k]
			if x.Role == y.Role && x.Preposition == y.Preposition && (y.Role == proposition.Attribute || !x.Phrase.Mentions(y.Phrase.Lemma)) &&
				!slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Phrase.Mentions(x.Phrase.Lemma) }) {
				return true
			}
		}
	}
	return false
}

// particle reports whether the source has the predicate of a proposition only with a
// particle that makes another of it, or without one.
func particle(a *Analysis, q *proposition.Proposition) bool {
	base, _, _ := strings.Cut(q.Lemma, "_")
	return a.only(func(p *proposition.Proposition) (other, same bool) {
		b, _, _ := strings.Cut(p.Lemma, "_")
		return b == base && p.Kind == proposition.Event, p.Lemma == q.Lemma
	})
}

// nearestTo returns the proposition of the source that is most like q: one that says
// it as firmly if there is one, else any that has the same predicate and nothing that
// differs; nil if there is none.
func nearestTo(a, b *Analysis, q *proposition.Proposition) *match {
	var best *match
	asked := askFor(q)
	for k, source := range a.divide() {
		if !a.shares(k, b, q.Sentence) {
			continue
		}
		source.Read()
		for p, rule := range asked.told(a, source) {
			if rule == "support.deed" && p.Fill(proposition.Agent) == nil {
				continue // "after the sale", and nobody sold it
			}
			as := q
			if d := asked.happened(p); d != nil {
				as = d
			}
			m, ok := try(a, b, p, as)
			if ok && m.pred.fit.bears() && (m.weight >= 2 || len(q.Slots) == 0) && (best == nil || rankOf(m) > rankOf(best)) {
				best = m
			}
		}
	}
	return best
}

// rankOf orders matches by how much they have in common, and where that is the same by
// whether the source says it as firmly.
func rankOf(m *match) int {
	r := 4*m.weight - 2*len(m.lacks) - 6*len(m.differ)
	if m.p.Negative == m.q.Negative {
		r++
	}
	if m.p.Force.Bears(m.q.Force) {
		r++
	}
	return r
}

// contested reports whether the source denies something that the statement says, or says
// it less firmly, in a proposition that is the same in every slot; least is the weight of
// what such a proposition has in common with the statement's.
func contested(a, b *Analysis, least int) bool {
	return b.says(func(q *proposition.Proposition) bool {
		if idle(q) || q.Aside {
			return false
		}
		m := nearestTo(a, b, q)
		return m != nil && len(m.lacks) == 0 && m.weight >= least && (len(m.differ) > 0 || m.p.Negative != q.Negative || !m.p.Force.Bears(q.Force))
	})
}

// called reports whether a proposition says what somebody or something is, by a noun or as the first of its kind: "Kasongo is a
// policeman", "the pool is the largest", not "the dog is on a leash".
func called(q *proposition.Proposition) bool {
	who, what := q.Fill(proposition.Agent), q.Fill(proposition.Attribute)
	return q.Kind == proposition.State && who != nil && !who.Phrase.Pronoun && what != nil && (what.Phrase.Token().Tag == grammar.Noun || degreeOf(what.Phrase.Token()) == grammar.Superlative) && what.Phrase.Joint() == ""
}

// somebodyOf reports whether the source has somebody of his say what the statement has him say himself: "the president's brother said",
// "the president said".
func (a *Analysis) somebodyOf(q *proposition.Proposition) bool {
	who := q.Fill(proposition.Agent)
	return who != nil && who.Phrase.Name != "" && tell(tongue, q.Lemma, q.Lemma) && a.says(func(p *proposition.Proposition) bool {
		x := p.Fill(proposition.Agent)
		return x != nil && tell(tongue, p.Lemma, p.Lemma) && slices.ContainsFunc(x.Phrase.Modifiers, func(of proposition.Slot) bool {
			return of.Role == proposition.Owner && of.Phrase.Name != "" && sameName(of.Phrase.Who(), who.Phrase.Who())
		})
	})
}
