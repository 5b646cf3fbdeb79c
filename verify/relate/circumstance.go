package relate

import (
	"iter"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
)

// Where, how and why: circumstances stand now at the verb, now at a noun, now in a clause of
// their own.

// around looks for a circumstance of the statement's elsewhere in the source's
// sentence: in what the proposition stands under or beside, or among what describes
// its nouns, since parsers hang such phrases now here, now there.
func (m *match) around(y *proposition.Slot) comparison {
	best := comparison{}
	look := func(x *proposition.Slot) {
		if x.Phrase.Pronoun && x.Phrase.Name == "" && !y.Phrase.Pronoun {
			return // "his team" is nobody's whom the statement names
		}
		if y.Role == proposition.Time {
			if c := m.times(x.Phrase, y.Phrase); better(c, best) && c.fit.bears() {
				best = c
			}
			return
		}
		if y.Role == proposition.Manner && x.Phrase.Lemma == y.Phrase.Lemma {
			best = m.modifiers(x.Phrase, y.Phrase, comparison{fit: same, weight: 1}) // "only abroad" is more than "abroad"
			return
		}
		if x.Role == y.Role || x.Role == proposition.Owner || x.Role == proposition.Modifier {
			if c := m.filled(x, y); c.fit.bears() && (x.Role == y.Role && alikeJoined(x, y) || x.Preposition != "" && x.Preposition == y.Preposition) && better(c, best) {
				best = c
			}
		}
	}
	for i := range m.p.Slots {
		if beyond.of(m.p.Slots[i].Preposition) {
			continue // what those are who are set beneath: "slower than those on the drug"
		}
		if m.p.Slots[i].Role == proposition.Oblique {
			look(&m.p.Slots[i])
			if c := m.within(&m.p.Slots[i], y); better(c, best) {
				best = c
			}
		}
		if m.holds(&m.p.Slots[i], y) {
			eachDescriber(m.p.Slots[i].Phrase, 2, look)
		}
	}
	m.meanwhile(look)
	link := m.p.Link
	if y.Preposition != "" && ordering.in("", y.Preposition) {
		return best // before or after what the one was is not when the other was
	}
	for above := m.p.Above; above != nil && link != grammar.Coordinated && link != grammar.Aside; above = above.Above {
		if link == grammar.Content && !reports(tongue, above.Lemma, above.Lemma) {
			break // a clause set beside: "before the vote he had backed it; afterwards he called it"
		}
		link = above.Link
		for i := range above.Slots {
			look(&above.Slots[i])
		}
		if above == above.Above {
			break
		}
	}
	return best
}

// holds reports whether where and when the phrase of slot x is may be where and when its predicate was: "killed two people in Goma", "a blast in
// Goma killed two", "died in a blast in Goma". Twins: "a bank in Goma cut jobs", "resigned over a blast in Goma". Where the statement has the
// place y right behind who did it, it may be his too: "was found by police in Goma".
func (m *match) holds(x, y *proposition.Slot) bool {
	switch x.Role {
	case proposition.Agent:
		f := x.Phrase
		if m.p.Passive || f.Name == "" && !somebody(f) && !bodies.of(f.Lemma) && !bodies.both(f.Lemma, f.Lemma) {
			return true
		}
		who := m.q.Fill(proposition.Agent)
		return who != nil && who.Phrase.End <= y.Phrase.First && y.Phrase.First <= who.Phrase.End+1
	case proposition.Oblique:
		return x.Preposition == "" || holding.of(x.Preposition)
	}
	return true
}

// happening yields what the source says happened around the proposition, in clauses under it.
func (m *match) happening() iter.Seq[*proposition.Proposition] {
	return func(yield func(*proposition.Proposition) bool) {
		for _, p := range m.p.Sentence.Propositions {
			if p.Above == m.p && p.Link == grammar.Circumstance && !p.Negative && p.Force.Firm() && !yield(p) {
				return
			}
		}
	}
}

// within compares a place of the statement's with the one that a place of the source's is a part of: "in the rainforests of
// Suriname", "in Suriname". Twin: "in the suburbs of Paris".
func (m *match) within(x, y *proposition.Slot) (c comparison) {
	if y.Role != proposition.Oblique || y.Phrase.Name == "" || !locative.of(x.Preposition) || !locative.of(y.Preposition) || outer.of(x.Phrase.Lemma) || x.Phrase.Name != "" {
		return c
	}
	for _, z := range x.Phrase.Modifiers {
		if z.Role == proposition.Owner && z.Preposition != "" && z.Phrase.Name != "" && lexicon.Immovable(tongue, x.Phrase.Lemma) || z.Role == proposition.Owner && z.Phrase.Who().Kind == name.Place {
			if d := m.names(z.Phrase, y.Phrase); d.fit == same {
				c = d
			}
		}
	}
	return c
}

// meanwhile calls f for where and when that was by which the proposition befell somebody or something there: "were hurt when a shell hit the market on Friday".
// Twin: "the minister resigned when a bridge in Kindu collapsed".
func (m *match) meanwhile(f func(*proposition.Slot)) {
	if !befalling.of(m.p.Lemma) || m.p.Find(func(x *proposition.Slot) bool { return x.Role == proposition.Oblique && locative.of(x.Preposition) }) != nil {
		return
	}
	for p := range m.happening() {
		if p.Kind == proposition.State || enduring.of(p.Lemma) || p.Opener() < 0 || !simultaneous.in(m.a.lang, p.Sentence.Fold(p.Opener())) {
			continue
		}
		for k := range p.Slots {
			switch x := &p.Slots[k]; {
			case x.Role == proposition.Time:
				f(x)
			case x.Role == proposition.Oblique && locative.of(x.Preposition):
				f(x)
				eachDescriber(x.Phrase, 1, f) // "a market in Maiduguri"
			}
		}
	}
}

// eachDescriber calls f for what describes a phrase, and what describes that, so many levels down: "by a
// quarter of a point to 4.5 percent".
func eachDescriber(p *phrase, levels int, f func(*proposition.Slot)) {
	for k := range p.Modifiers {
		f(&p.Modifiers[k])
		if x := &p.Modifiers[k]; levels > 0 {
			eachDescriber(x.Phrase, levels-1, f)
		}
	}
}

// cause looks for who did it where a passive does not say so: in what happened when it
// was done, "were killed when a bomb went off", or in a phrase of it, "killed in an
// attack".
func (m *match) cause(y *proposition.Slot) comparison {
	best := comparison{}
	for p := range m.happening() {
		agent := p.Fill(proposition.Agent)
		if agent == nil {
			continue
		}
		f := *agent.Phrase // with where it was done
		for _, x := range p.Slots {
			if x.Role == proposition.Oblique {
				f.Modifiers = append(f.Modifiers[:len(f.Modifiers):len(f.Modifiers)], x)
			}
		}
		if c := m.phrases(&f, y.Phrase); better(c, best) {
			best = c
		}
	}
	return best
}

// otherCircumstance reports whether two clauses tell different circumstances of what
// they stand under, "before the talks began", "because the talks began", or the statement one and
// the source none: who was moved after she had asked was not moved because she had.
func (m *match) otherCircumstance() bool {
	p, q := m.p, m.q
	if x, y := offWhere(p), offWhere(q); x != y {
		return true
	}
	if q.Link != grammar.Circumstance || q.Mark < 0 {
		return false
	}
	mark := q.Sentence.Fold(q.Mark)
	if p.Link != grammar.Circumstance || p.Mark < 0 {
		return causing.in("", mark) || ordering.in("", mark)
	}
	return !interchangeable(tongue, p.Sentence.Fold(p.Mark), mark)
}

// offWhere returns what opens the "where" of a clause, "of" in "south of where the bridge fell"; empty where nothing does, or it has none.
func offWhere(p *proposition.Proposition) string {
	s := p.Sentence
	for k := p.Head - 1; k > 0; k-- {
		switch s.Tree.Tokens[k].Tag {
		case grammar.Verb, grammar.Punctuation:
			return ""
		}
		if !placing.in(s.Text.Lang, s.Fold(k)) {
			continue
		}
		switch t := s.Tree.Tokens[k-1].Tag; {
		case t.Nominal(), t == grammar.Verb, t == grammar.Punctuation:
			return ""
		}
		return s.Fold(k - 1)
	}
	return ""
}
