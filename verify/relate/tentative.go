package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Whether a passage says less firmly what a statement says: what it only doubts, tries or means to do bears nothing out,
// whatever a reading model hears.

// tentative reports whether the source has what the statement says as done only as
// planned, tried, alleged or conditional: of its propositions, those that share most of
// what fills the slots of one of the statement's, or its verb, are all less firm.
func tentative(a, b *Analysis) bool {
	if s := a.closest(b); s != nil && !b.doubts() && nothingFirm(s) && slices.ContainsFunc(b.read(), func(s *proposition.Sentence) bool { return !nothingFirm(s) }) {
		return true
	}
	if b.says(upcoming) && !a.says(func(p *proposition.Proposition) bool { return p.Force == proposition.Planned }) {
		return true // "challenged him to a debate", "will meet him"
	}
	return b.says(func(q *proposition.Proposition) bool {
		if !asDone(q) {
			return false
		}
		if a.onlyMeant(q) || a.onlyTried(q, proposition.Alleged) {
			return true
		}
		most, firm := a.overlap(b, q)
		return most >= sharedWeight && !firm
	})
}

// hedges reports whether the source leaves open in a word what the statement does not: has "potential violations" of its
// violations, or says "probably" in the sentence that is closest to it.
func (a *Analysis) hedges(b *Analysis) bool {
	if b.some(func(f *phrase) bool { // "potential violations", "violations"
		of := func(g *phrase) bool { return g.Lemma == f.Lemma }
		firm := func(g *phrase) bool { by := hedgedBy(g); return by == "" || b.hasWord(by) }
		return hedgedBy(f) == "" && a.some(of) && !a.some(func(g *phrase) bool { return of(g) && firm(g) })
	}) {
		return true
	}
	s := a.closest(b)
	return s != nil && !b.doubts() && (a.doubted(s, b) || imagined(s)) || a.onlyCalls(b)
}

// imagined reports whether a sentence tells nothing but what happens in a film. Of what it asks the next may tell.
func imagined(s *proposition.Sentence) bool {
	return len(s.Propositions) > 0 && s.Words[len(s.Words)-1].In(s.Text.Src) != "?" && !slices.ContainsFunc(s.Propositions, func(p *proposition.Proposition) bool { return !p.Aside && p.Force < proposition.Open })
}

// onlyCalls reports whether the source says of what the statement says that it is so no more than that somebody calls it so:
// "advertises its ale as the oldest beer".
func (a *Analysis) onlyCalls(b *Analysis) bool {
	return b.says(func(q *proposition.Proposition) bool {
		what, who := q.Fill(proposition.Attribute), q.Fill(proposition.Agent)
		return q.Kind == proposition.State && what != nil && a.only(func(p *proposition.Proposition) (called, is bool) {
			x := p.Fill(proposition.Attribute)
			same := x != nil && (x.Phrase.Lemma == what.Phrase.Lemma || who != nil && x.Phrase.Lemma == who.Phrase.Lemma)
			return same && p.Kind == proposition.Event && p.Fill(proposition.Agent) != nil && p.Fill(proposition.Patient) != nil && !copular.of(p.Lemma), same && stative(p)
		})
	})
}

// closest returns the sentence of the side that shares most words of content with the statement,
// nil if none shares any.
func (a *Analysis) closest(b *Analysis) *proposition.Sentence {
	var best *proposition.Sentence
	most := 0
	for k, s := range a.read() {
		n := 0
		for i := range b.terms {
			if t := &b.terms[i]; t.class == content && a.sketches[k].Has(t.key) {
				n++
			}
		}
		if n > most {
			most, best = n, s
		}
	}
	return best
}

// nothingFirm reports whether a sentence tells of something and has nothing of it as done.
func nothingFirm(s *proposition.Sentence) bool {
	some := false
	for _, p := range s.Propositions {
		if p.Aside || regent(p) {
			continue
		}
		if p.Force.Firm() {
			return false
		}
		some = true
	}
	return some
}

// doubts reports whether a side leaves anything open.
func (a *Analysis) doubts() bool {
	return a.says(func(p *proposition.Proposition) bool { return !p.Force.Firm() }) || slices.ContainsFunc(a.read(), doubtful)
}

// doubtful reports whether a sentence has an adverb such as "probably".
func doubtful(s *proposition.Sentence) bool {
	return len(doubts(s)) > 0
}

// doubts returns what the adverbs such as "probably" of a sentence hang from: "set" of "He probably set the fire". "Likely
// voters" are no doubt.
func doubts(s *proposition.Sentence) []int {
	var out []int
	for i := range s.Words {
		if t := s.Tree.Tokens[i]; t.Rel != grammar.Amod && proposition.Hedges(s.Text.Lang, "adverb", s.Lemma(i)) {
			out = append(out, t.Head)
		}
	}
	return out
}

// doubted reports whether a sentence of the side says "probably" of something that the statement speaks of: "a fire that he
// probably set" does of "he set a fire", not "the mill, where he probably slept, burned".
func (a *Analysis) doubted(s *proposition.Sentence, b *Analysis) bool {
	return slices.ContainsFunc(doubts(s), func(of int) bool {
		return of < 0 || slices.ContainsFunc(a.terms, func(t term) bool {
			return t.class == content && t.word >= s.First && t.word < s.End && s.Tree.Under(t.word-s.First, of) && slices.ContainsFunc(b.sketches, func(words text.Set) bool { return words.Has(t.key) })
		})
	})
}

// onlyMeant reports whether the source has what q does something to, and has it only under what is to be or may be: "would
// implement a database", "put in place a database".
func (a *Analysis) onlyMeant(q *proposition.Proposition) bool {
	what := q.Fill(proposition.Patient)
	return what != nil && what.Phrase.Name == "" && !what.Phrase.Pronoun && a.only(func(p *proposition.Proposition) (meant, so bool) {
		has := p.Find(func(x *proposition.Slot) bool { return x.Phrase.Lemma == what.Phrase.Lemma }) != nil
		return has, has && p.Force < proposition.Planned
	})
}

// ahead reports whether the sentence of the source that is closest to the statement tells of nothing but what is to come, and the statement
// tells what was or is: "will hold a rally in Salem", "Salem saw a rally".
func (a *Analysis) ahead(b *Analysis) bool {
	s := a.closest(b)
	told := func(p *proposition.Proposition) bool { return !p.Aside && p.Kind == proposition.Event && !regent(p) }
	return s != nil && slices.ContainsFunc(s.Propositions, upcoming) && !slices.ContainsFunc(s.Propositions, func(p *proposition.Proposition) bool {
		return told(p) && p.Force.Firm() && p.Tense != grammar.NoTense && p.Tense != grammar.FutureTense
	}) && b.says(func(q *proposition.Proposition) bool {
		return (q.Tense == grammar.PastTense || q.Clause != nil && q.Clause.Perfect) && q.Force.Firm()
	}) && !b.says(func(q *proposition.Proposition) bool { return !q.Force.Firm() })
}

// wishes reports whether the statement tells what will be, and whatever is to come in the source is only wished: "is considering
// taxing parcels".
func (a *Analysis) wishes(b *Analysis) bool {
	return b.says(upcoming) && a.only(func(p *proposition.Proposition) (so, planned bool) {
		so = wished(p) || a.across(b) && p.Force > proposition.Planned // "would raise the wage", "va être porté"
		return so, !so && p.Force == proposition.Planned
	})
}

// onlyTried reports whether the source has the statement's verb, or one that says it, and
// nowhere more firmly than with a force.
func (a *Analysis) onlyTried(q *proposition.Proposition, force proposition.Force) bool {
	return a.only(func(p *proposition.Proposition) (tried, done bool) {
		c, _ := predicates(p, q)
		return c.fit.bears(), c.fit.bears() && p.Force < force
	})
}

// supposes reports whether the source has what the statement says was done under an "if" or a "would" alone: "by offering him
// the post, Doe would show", "Doe has offered him the post".
func (a *Analysis) supposes(b *Analysis) bool {
	return b.says(func(q *proposition.Proposition) bool { return asDone(q) && a.onlyTried(q, proposition.Conditional) })
}

// asDone reports whether a proposition tells what was done.
func asDone(q *proposition.Proposition) bool {
	return !q.Aside && q.Force.Firm() && q.Kind != proposition.State && !regent(q)
}

// hedgedBy returns the adjective of a noun that leaves open whether it is one, or makes less of it: "potential", "self-styled"; empty
// if it has none.
func hedgedBy(f *phrase) string {
	for _, x := range f.Modifiers {
		if proposition.Hedges(f.Sentence.Text.Lang, "adjective", x.Phrase.Lemma) || x.Phrase.Lessens() {
			return x.Phrase.Lemma
		}
	}
	return ""
}

// overlap returns how much of what fills the slots of q the source's propositions share
// at most, by weight, and whether one of those that share so much is firm.
func (a *Analysis) overlap(b *Analysis, q *proposition.Proposition) (most int, firm bool) {
	for p := range a.propositions() {
		if p.Aside {
			continue
		}
		m := match{a: a, b: b, p: p, q: q}
		n := 0
		for k := range q.Slots {
			best := 0
			for l := range p.Slots {
				if c, _ := m.identity(p.Slots[l].Phrase, q.Slots[k].Phrase); c.fit.bears() {
					best = max(best, c.weight)
				}
			}
			n += best
		}
		switch {
		case n > most:
			most, firm = n, p.Force.Firm()
		case n == most && n > 0:
			firm = firm || p.Force.Firm()
		}
	}
	return most, firm
}

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
		if m == nil {
			m = source.pursued(statement, q)
		}
		if m != nil {
			return overstatement(source, m), true
		}
	}
	return reason.Reason{}, false
}

// pursued returns what the source has only as looked for or asked for of what q has as found or granted: "are looking for the lorry",
// "have traced the lorry". Nil beside a source that tells of any such end: "looked for the lorry until it was found".
func (a *Analysis) pursued(b *Analysis, q *proposition.Proposition) *match {
	what := q.Fill(proposition.Patient)
	if what == nil || !attaining.of(q.Lemma) {
		return nil
	}
	var found *match
	for p := range a.propositions() {
		switch {
		case attaining.of(p.Lemma) && p.Force.Firm() && !p.Negative:
			return nil
		case !pursuing.of(p.Lemma) || found != nil:
			continue
		}
		m := match{a: a, b: b, p: p, q: q}
		if p.Find(func(x *proposition.Slot) bool {
			c, _ := m.identity(x.Phrase, what.Phrase)
			return (x.Role == proposition.Patient || x.Role == proposition.Oblique && sought.in("", x.Preposition)) && c.fit.bears()
		}) != nil {
			pursuit := *p
			pursuit.Forcer = p.Head
			m.p = &pursuit
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
	return word >= 0 && !light.of(q.Lemma) && !copular.of(q.Lemma) && !regent(q)
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
