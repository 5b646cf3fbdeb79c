package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/verify/reason"
)

// What a text only means to do, may do or is asked to do, another tells as done: "has raised 40
// million" of "is trying to raise 40 million". A reading model hears a yes in it, or a no, and
// both for the same reason: the passage is about the thing. The rules hear what of it is not
// done yet, where the two say the same of the same.

// Overstates returns what a statement tells as done, or as sure to come, and the source has only
// under a word that makes a plan or a guess of it: "could", "is trying to", "offered to". Of the
// same deed the source has nothing firm, and the statement has no such word.
func Overstates(source, statement *Analysis) (reason.Reason, bool) {
	if !parsed[source.lang] || !parsed[statement.lang] {
		return reason.Reason{}, false
	}
	for q := range statement.propositions() {
		if !tellsDeed(q) {
			continue
		}
		m := source.meant(statement, q)
		if m == nil && statement.saysDone(q) {
			m = source.toCome(statement, q)
		}
		if m != nil {
			return overstatement(source, statement, m), true
		}
	}
	return reason.Reason{}, false
}

// saysDone reports whether the sentence of a firm proposition says that something is done by now: "already".
func (a *Analysis) saysDone(q *proposition.Proposition) bool {
	for i := range q.Sentence.Words {
		if doneBy.of(q.Sentence.Fold(i)) {
			return q.Force.Firm()
		}
	}
	return false
}

// toCome returns what is still to come in the sentence that is closest to the statement, nil if nothing is or the
// sentence has something done that shares a part with q: "has spent a million and will spend more" is done.
func (a *Analysis) toCome(b *Analysis, q *proposition.Proposition) *match {
	s := a.closest(b)
	if s == nil {
		return nil
	}
	var found *match
	for _, p := range s.Propositions {
		m := match{a: a, b: b, p: p, q: q}
		c, _ := predicates(m.p, q)
		switch {
		case m.p.Aside || idle(m.p):
		case m.p.Force.Firm() && m.p.Kind == proposition.Event && (c.fit.bears() || m.alike(proposition.Agent) || m.alike(proposition.Patient)):
			return nil
		case m.p.Force == proposition.Planned && m.p.Forcer >= 0:
			found = &m
		}
	}
	return found
}

// tellsDeed reports whether a proposition is what a sentence, or what is said in it, tells of: a
// finite verb with a sense of its own.
func tellsDeed(q *proposition.Proposition) bool {
	if q.Kind != proposition.Event || q.Aside || q.Negative || q.Force > proposition.Reported && q.Force != proposition.Planned || q.Link != grammar.Main && q.Link != grammar.Content {
		return false
	}
	word, _ := finite(&q.Sentence.Tree, q.Head)
	return word >= 0 && !light.of(q.Lemma) && !copular.of(q.Lemma) && !idle(q)
}

// meant returns the match of q with what the source only means, nil if there is none or the source
// has the deed of q anywhere as firmly.
func (a *Analysis) meant(b *Analysis, q *proposition.Proposition) *match {
	var found *match
	for p := range a.propositions() {
		m := match{a: a, b: b, p: p, q: q}
		c, _ := predicates(p, q)
		doer, done := m.alike(proposition.Agent), m.alike(proposition.Patient)
		who := p.Fill(proposition.Agent)
		pronoun := p.Link == grammar.Content && who != nil && who.Phrase.Pronoun && !who.Phrase.Resolved
		if one := c.fit.bears() || c.fit == broader; one && !doer && !done || !one && !(done && (doer || pronoun)) {
			continue
		}
		if p.Force.Bears(q.Force) || p.Negative {
			return nil
		}
		if found == nil && p.Kind == proposition.Event && p.Force < proposition.Open && directly(p) && !m.habit() && !b.hasWord(p.Sentence.Lemma(p.Forcer)) {
			found = &m
		}
	}
	return found
}

// alike reports whether two propositions have one phrase in a role.
func (m *match) alike(role proposition.Role) bool {
	x, y, ok := m.both(role)
	if !ok {
		return false
	}
	c, _ := m.identity(x, y)
	return c.fit.bears()
}

// directly reports whether the word that takes force away from a proposition stands right above it,
// or is its auxiliary: not the "would" of "bills that would renew the ban that expired". What
// somebody thinks is no plan.
func directly(p *proposition.Proposition) bool {
	if p.Forcer < 0 || p.Forcer == p.Head {
		return false
	}
	t := p.Sentence.Tree.Tokens
	return t[p.Forcer].Head == p.Head && t[p.Forcer].Rel == grammar.Aux || t[p.Head].Head == p.Forcer && (p.Link == grammar.Open || p.Link == grammar.Content && p.Force == proposition.Planned)
}

// habit reports whether the source may tell of what is done in general or was done again and again,
// and the statement tells of that: "they would push students", "students were pushed"; "how she could play
// him", "she played him"; "immigrants may work for little", "immigrants are employed".
func (m *match) habit() bool {
	word, form := finite(&m.q.Sentence.Tree, m.q.Head)
	t := m.q.Sentence.Tree.Tokens
	switch {
	case m.q.Tense == grammar.PresentTense:
		return t[word].Rel != grammar.Aux // no "has moved", no "is moving"
	case m.q.Tense == grammar.PastTense && m.p.Link != grammar.Content && m.p.Sentence.Tree.Tokens[m.p.Forcer].Rel == grammar.Aux:
		return form == "past" || m.q.Passive && t[word].Feats.Has(grammar.Past)
	}
	return false
}

// hasWord reports whether a side has a word of content.
func (a *Analysis) hasWord(lemma string) bool {
	for _, s := range a.read() {
		for i := range s.Words {
			if s.Lemma(i) == lemma {
				return true
			}
		}
	}
	return false
}
