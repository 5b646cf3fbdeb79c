package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// What a source that denies something denies with it: who did not rise on Friday may have risen on Monday. And whether one side denies
// what the other says, since both speak of one deed.

// denies reports whether a source that denies denies all that the statement does: not
// to have risen on Friday is not the same as not to have risen.
func (m *match) denies() bool {
	if !m.p.Negative || !m.q.Negative || m.withheld() {
		return true
	}
	return m.back(func(f *phrase) bool {
		return m.apiece(f) || m.ofKnown(f) || speaking.of(f.Lemma) && (m.q.Passive || !m.core) || m.describesNamed(f) || m.armed(f) ||
			slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool { return x.Phrase == f && conceding.of(x.Preposition) }) // "reached no deal despite eleven hours of talks"
	})
}

// withheld reports whether both say by one verb that somebody did not do it: who "declined to comment on Monday" declined to comment.
// Twin: "did not comment on Monday".
func (m *match) withheld() bool {
	p, q, ok := m.opened()
	return ok && p.Lemma == q.Lemma && !p.Negative && !q.Negative
}

// armed reports whether the statement speaks of the armed men of a body that the source names: who denies helping M23
// denies helping the M23 rebels. Twin: "helping twelve M23 rebels".
func (m *match) armed(f *phrase) bool {
	return f.Name != "" && slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool {
		of := m.force(y.Phrase)
		return of != nil && m.names(f, of).fit == same
	})
}

// describesNamed reports whether a phrase of the source's describes who it names as not doing it: "the minister of
// mines, Brandt, did not meet them" is said of Brandt. Twin: "the ministers of the north did not".
func (m *match) describesNamed(f *phrase) bool {
	who := m.p.Fill(proposition.Agent)
	if who == nil || !slices.ContainsFunc(who.Phrase.Modifiers, func(x proposition.Slot) bool { return x.Phrase == f }) {
		return false
	}
	return slices.ContainsFunc(append([]*phrase{who.Phrase}, who.Phrase.Alias...), func(a *phrase) bool { return a.Name != "" && a.Person() })
}

// apiece reports whether the source denies something of each of a list, of which the statement has another part: "neither
// France nor Spain signed", "Spain signed"; "gives no money or food", "gives no food".
func (m *match) apiece(f *phrase) bool {
	at := slices.IndexFunc(m.p.Slots, func(x proposition.Slot) bool { return x.Phrase == f })
	return at >= 0 && (m.p.Each() || m.p.Negative && f.Disjoined()) && slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Role == m.p.Slots[at].Role })
}

// ofKnown reports whether a phrase of the source's says more of a thing that the statement speaks of as known: who "did not renew its
// sponsorship of the race" did not renew its sponsorship. Twins: "no sponsorship of the race", "its target for 2019"; "but kept its sponsorship of the club".
func (m *match) ofKnown(f *phrase) bool {
	return f.Name == "" && f.Amount == nil && f.When == nil && !f.Clause() && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		y := m.q.Fill(proposition.Patient)
		return x.Role == proposition.Patient && y != nil && y.Phrase.Definite && !y.Phrase.Token().Feats.Has(grammar.Plural) && y.Phrase.Lemma == x.Phrase.Lemma && !m.a.some(func(g *phrase) bool { return g.Lemma == x.Phrase.Lemma && g.Head != x.Phrase.Head }) &&
			slices.ContainsFunc(x.Phrase.Modifiers, func(z proposition.Slot) bool { return z.Phrase == f && z.Preposition != "" })
	})
}

// back reports whether the statement's proposition says all that the source's does, but for what is
// excused.
func (m *match) back(excused func(*phrase) bool) bool {
	back, ok := try(m.b, m.a, m.q, m.p)
	return ok && !slices.ContainsFunc(back.lacks, func(f *phrase) bool { return !excused(f) }) &&
		!slices.ContainsFunc(back.differ, func(c comparison) bool {
			return c.slot == nil || !m.apiece(c.slot.Phrase) || !excused(c.slot.Phrase)
		})
}

// remarks reports whether both sides tell whether somebody whom one of them calls "he" said a word of something, on no day that they share:
// who "made no mention of the strike" one night may have mentioned it the next.
func (m *match) remarks() bool {
	x, y, ok := m.both(proposition.Agent)
	return ok && (x.Resolved || y.Resolved || x.Pronoun || y.Pronoun) && tell(tongue, m.q.Lemma, m.q.Lemma) && m.q.Content() == nil && !m.dated()
}

// particular reports whether both sides speak of one deed or state, so that the one can
// deny the other: both say whose it is, and neither has more to it in a clause of its own
// ("does not show whether he fled"); to have had a good night is not to have one always.
func (m *match) particular() bool {
	if ofNobody(m.p) || ofNobody(m.q) || ofSome(m.p) || ofSome(m.q) || saidBySome(m.p) || saidBySome(m.q) {
		return false
	}
	if x, y := m.p.Content(), m.q.Content(); x != nil || y != nil {
		if x == nil || y == nil {
			return false
		}
		if c, ok := try(m.a, m.b, x, y); !ok || !c.pred.fit.bears() || len(c.lacks)+len(c.differ) > 0 {
			return false
		}
	}
	if x, y, ok := m.both(proposition.Patient); ok && x.Clause() != y.Clause() && !(x.Definite && y.Definite) {
		return false // to have sent no letters that were marked is not to have sent none
	}
	what := m.q.Fill(proposition.Patient)
	return what == nil || what.Phrase.Definite || what.Phrase.Name != "" || !light.of(m.q.Lemma) ||
		what.Phrase.Token().Feats.Has(grammar.Plural) || m.dated()
}

// ofNobody reports whether a proposition says of nobody and nothing in particular what
// its verb says: "paying taxes is hard".
func ofNobody(p *proposition.Proposition) bool {
	return p.Kind == proposition.Event && p.Fill(proposition.Agent) == nil && !p.Passive &&
		(p.Above == nil || p.Link == grammar.SubjectClause || p.Sentence.Tree.Tokens[p.Head].Feats&(grammar.Gerund|grammar.Infinitive) != 0)
}

// ofSome reports whether a proposition is of some of what its subject names: others may not.
func ofSome(p *proposition.Proposition) bool {
	subject := p.Fill(proposition.Agent)
	if subject == nil {
		subject = p.Fill(proposition.Patient)
	}
	if subject == nil || subject.Phrase.Many == nil {
		return false
	}
	switch subject.Phrase.Many.Class {
	case quantity.Some, quantity.Many, quantity.Few, quantity.Share:
		return true
	}
	return false
}

// saidBySome reports whether a proposition is what some people think or say, or nobody who is told: "few on either side
// think that the tax will ever be raised". Twin: "several papers wrongly reported it", of which the text itself says that it is not so.
func saidBySome(p *proposition.Proposition) bool {
	telling := tellingOf(p)
	return telling != nil && (p.Negation < 0 || p.Negation != telling.Head) && (ofSome(telling) || telling.Kind == proposition.Event && !telling.Passive && telling.Fill(proposition.Agent) == nil)
}

// denied reports whether what one side denies is what the other says: the side that
// asserts says at least as much as the other denies.
func (m *match) denied() bool {
	if m.q.Negative || m.p.Negation == m.p.Head && m.q.Tense == m.p.Tense { // "avoided relegation with a draw"
		return true // every slot of the statement's was found in the source's
	}
	return !m.extra && m.back(func(f *phrase) bool { return f.Head == m.p.Negation || m.said(f) || m.apiece(f) })
}

// Withdraws reports whether a source that tells of what a statement tells says that it is not so, or that somebody takes back having said
// so, whatever day the statement has: "the report that the mill had burned was wrong", "the paper withdrew its report that the mill had
// burned". It is asked where another says that it is so. Twins: "the mill in Goma has not burned", "Okello, who is charged, denies it".
func Withdraws(source, statement *Analysis) (why reason.Reason, ok bool) {
	return why, statement.says(func(q *proposition.Proposition) bool {
		return !regent(q) && !q.Aside && q.Force.Firm() && source.says(func(p *proposition.Proposition) bool {
			m, found := try(source, statement, p, q)
			if !found || m.pred.fit != same || m.core || m.doubt || m.guessed || len(m.differ) > 0 || m.anchors == 0 || m.weight < enough || m.extra {
				return false
			}
			denied := p.Negative != q.Negative && p.Force.Firm() && !m.ownDenial()
			if !denied && !(p.Force == proposition.Open && p.Forcer >= 0 && recanting.of(p.Sentence.Lemma(p.Forcer))) {
				return false
			}
			if slices.ContainsFunc(m.lacks, func(f *phrase) bool { return f.When == nil }) {
				return false
			}
			why = m.polarity()
			return true
		})
	})
}
