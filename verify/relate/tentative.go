package relate

import (
	"slices"

	"factcheck/claims/proposition"
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
	return b.says(func(q *proposition.Proposition) bool {
		if q.Aside || !q.Force.Firm() || q.Kind == proposition.State || idle(q) {
			return false
		}
		if a.onlyMeant(q) {
			return true
		}
		most, firm := a.overlap(b, q)
		return most > 0 && !firm && (most >= sharedWeight || a.onlyTried(q))
	})
}

// hedges reports whether the source leaves open in a word what the statement does not: has "potential violations" of its
// violations, or says "probably" in the sentence that is closest to it.
func (a *Analysis) hedges(b *Analysis) bool {
	if b.some(func(f *phrase) bool { // "potential violations", "violations"
		of := func(g *phrase) bool { return g.Lemma == f.Lemma }
		return !hedged(f) && a.some(of) && !a.some(func(g *phrase) bool { return of(g) && !hedged(g) })
	}) {
		return true
	}
	s := a.closest(b)
	return s != nil && !b.doubts() && (doubtful(s) || imagined(s)) || a.onlyCalls(b)
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
			return same && p.Kind == proposition.Event && p.Fill(proposition.Agent) != nil && !copular.of(p.Lemma), same && stative(p)
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
			if t := &b.terms[i]; t.class == content && a.sketches[k].Has(t.stem) {
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
		if p.Aside || idle(p) {
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
	for i := range s.Words {
		if proposition.Hedges(s.Text.Lang, "adverb", s.Lemma(i)) {
			return true
		}
	}
	return false
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

// wishes reports whether the statement tells what will be, and whatever is to come in the source is only wished: "is considering
// taxing parcels".
func (a *Analysis) wishes(b *Analysis) bool {
	return b.says(upcoming) && a.only(func(p *proposition.Proposition) (so, planned bool) {
		so = wished(p) || a.across(b) && p.Force > proposition.Planned // "would raise the wage", "va être porté"
		return so, !so && p.Force == proposition.Planned
	})
}

// onlyTried reports whether the source has the statement's verb, or one that says it, and
// nowhere as firmly.
func (a *Analysis) onlyTried(q *proposition.Proposition) bool {
	return a.only(func(p *proposition.Proposition) (tried, done bool) {
		c, _ := predicates(p, q)
		return c.fit.bears(), c.fit.bears() && p.Force.Firm()
	})
}

// hedged reports whether a noun has an adjective that leaves open whether it is one, or makes less of it: "potential", "self-styled".
func hedged(f *phrase) bool {
	return slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool {
		return proposition.Hedges(f.Sentence.Text.Lang, "adjective", x.Phrase.Lemma) || x.Phrase.Lessens()
	})
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
