package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What two texts say of one thing may be said of two: of another year, by another teller, of a
// part and the whole. Then a clash of their propositions is none.

// silence returns the rule that takes back a clash, since the two may speak of two
// things or rest on a guess; empty if none does.
func (m *match) silence(how mode, rule string) string {
	switch {
	case m.ownDenial():
		return "silence.denial" // he is one side only
	case m.ages() && (m.p.Bounded() || m.q.Bounded()):
		return "silence.period"
	case m.ages() && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Phrase.Amount != nil && m.a.agedApart(m.b, x.Phrase.Amount, m.amount())
	}):
		return "silence.period" // who was 34 is 36 two years on
	case (m.p.Aside || m.q.Aside || m.p.Link == grammar.Appositive) && m.q.Kind == proposition.State && !m.ages() && rule != "clash.role" && !m.otherOffice():
		return "silence.title" // two people may have one title, by and by
	case how == strict && (m.ofPart() || m.extra && !m.oneAllTheSame(rule)) || m.part() || m.otherOnes() || m.others() || m.otherGroup():
		return "silence.restricted"
	case m.otherTeller() || m.otherWords() || m.secondhand():
		return "silence.teller"
	case m.ofAnother():
		return "silence.whole"
	case m.loose && how == strict:
		return "silence.dictionary"
	case m.guessed && (m.anchors == 0 || m.anotherNamed()) || m.q.Kind == proposition.State && unlinked(m.q.Fill(proposition.Agent)):
		return "silence.pronoun"
	case m.framed() || m.risen() || m.since(rule) || m.remains() || rule == "clash.opposite" && phase.of(m.p.Lemma) && phase.of(m.q.Lemma) && m.undated() || len(m.differ) == 1 && m.a.otherIssue(m.b, m.differ[0].kind):
		return "silence.period"
	case len(m.differ) == 1 && rule != "clash.role" && rule != "clash.slot.opposite" && !m.p.Member && m.elsewhere(m.differ[0].slot, rule):
		return "silence.elsewhere"
	}
	return ""
}

// ofAnother reports whether the two are parts of what happened on different days, at different places or to different people: "the blaze
// gutted a mill on 3 March, injuring four", "on 20 June, injuring nine".
func (m *match) ofAnother() bool {
	p, q := m.p.Above, m.q.Above
	if p == nil || q == nil || m.q.Link == grammar.Content {
		return false
	}
	n, ok := try(m.a, m.b, p, q)
	return ok && n.pred.fit.bears() && slices.ContainsFunc(n.differ, func(c comparison) bool {
		return c.kind == reason.Date || c.kind == reason.Place || c.kind == reason.Name
	})
}

// since reports whether what the one side denies may have been done between the days of the two texts, or what was done by the one to the other may
// have been done by the other another time: "refused to endorse him on Monday", "endorsed him", of two days later.
func (m *match) since(rule string) bool {
	x, y := m.a.side.Date, m.b.side.Date
	if x == 0 || y == 0 || m.q.Kind != proposition.Event || m.dated() {
		return false
	}
	apart := max(x, y)-min(x, y) > date.Day(sameEvent)
	switch rule {
	case "clash.polarity":
		return m.q.Negative && x > y || m.p.Negative && y > x && apart
	case "clash.role", "clash.opposite":
		return apart && !doing.of(m.q.Lemma) && !timed.of(m.q.Lemma)
	}
	return false
}

// remains reports whether the number that differs is of what is left on the day of each text: "would need 57 percent of the remaining seats".
func (m *match) remains() bool {
	if len(m.differ) != 1 || m.differ[0].slot == nil || m.a.side.Date == m.b.side.Date {
		return false
	}
	f := m.differ[0].slot.Phrase
	left := func(x proposition.Slot) bool {
		return passing.of(x.Phrase.Lemma) || slices.ContainsFunc(x.Phrase.Modifiers, func(y proposition.Slot) bool { return passing.of(y.Phrase.Lemma) })
	}
	return slices.ContainsFunc(f.Modifiers, left)
}

// unlinked reports whether a slot holds an "it" for which no name stands: "it was the cook, not the guard, who found it".
func unlinked(x *proposition.Slot) bool {
	return x != nil && x.Phrase.Pronoun && x.Phrase.Name == ""
}

// undated reports whether neither side says when: a streak that continues in one text is halted in another.
func (m *match) undated() bool {
	return m.p.Fill(proposition.Time) == nil && m.q.Fill(proposition.Time) == nil && (m.a.side.Date == 0 || m.a.side.Date != m.b.side.Date)
}

// otherOffice reports whether two titles of one whom both call by a name of several words are of the holders of one office in two
// countries: "Lena Hedqvist, Sweden's prime minister", "is the prime minister of Norway". Twins: two towns, where somebody may have been
// mayor by and by; "was".
func (m *match) otherOffice() bool {
	country := func(at text.Span, a *Analysis) bool {
		p, ok := lexicon.PlaceOf(at.In(a.side.Text))
		return ok && (p.Kind == lexicon.Country || p.Kind == lexicon.Demonym)
	}
	x, y, ok := m.both(proposition.Agent)
	return ok && len(m.differ) == 1 && m.differ[0].kind == reason.Place && ruling.of(m.q.Lemma) && m.q.Tense == grammar.PresentTense && len(x.Who().Words) > 1 && len(y.Who().Words) > 1 &&
		country(m.differ[0].p, m.a) && country(m.differ[0].q, m.b)
}

// ownDenial reports whether all that the source says against it is that who is said to have done it, or whose men are, denies it:
// "the bank denied that it had moved the money". Twin: "the police denied that the bank had".
func (m *match) ownDenial() bool {
	telling := m.p.Above
	if telling == nil || !m.p.Negative || m.q.Negative {
		return false
	}
	if f, denied := proposition.Under(tongue, telling.Lemma); f != proposition.Reported || !denied {
		return false
	}
	who := telling.Fill(proposition.Agent)
	if above := m.q.Above; who != nil && above != nil {
		if x := above.Fill(proposition.Agent); x != nil && m.phrases(who.Phrase, x.Phrase).fit.bears() {
			return false // "the bank admits that it had"
		}
	}
	return who != nil && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		own := func(f *phrase) bool {
			return f.Head == who.Phrase.Head || f.Pronoun && personal.of(f.Sentence.Fold(f.Head)) || f.Resolved && sameName(f.Who(), who.Phrase.Who())
		}
		return (x.Role == proposition.Agent || x.Role == proposition.Patient) && (own(x.Phrase) || slices.ContainsFunc(x.Phrase.Modifiers, func(y proposition.Slot) bool { return own(y.Phrase) }))
	})
}

// part reports whether the source has the smaller number, and of a place that the statement does
// not name: 37 were killed on one island, 214 in all. A part that is greater than the whole
// clashes.
func (m *match) part() bool {
	whole := m.amount()
	return whole != nil && m.differ[0].kind == reason.Number && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		n := x.Phrase.Amount
		return n != nil && n.Unit == whole.Unit && n.Value.Cmp(whole.Value) < 0
	}) && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Role == proposition.Oblique && x.Phrase.Amount == nil && m.b.otherPlace(x.Phrase)
	})
}

// amount returns the statement's number in the one slot that differs, nil if it holds none or more than one differs.
func (m *match) amount() *quantity.Mention {
	if len(m.differ) != 1 || m.differ[0].slot == nil {
		return nil
	}
	return m.differ[0].slot.Phrase.Amount
}

// otherPlace reports whether a phrase of the other side is of a place that the side does not
// name.
func (a *Analysis) otherPlace(f *phrase) bool {
	place := func(f *phrase) bool { return f.Name != "" && f.Who().Kind != name.Person && !a.Names(f.Who()) }
	return place(f) || slices.ContainsFunc(f.Alias, place) || slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return place(x.Phrase) })
}

// otherOnes reports whether the statement speaks of those only of whom a clause holds that the source does not
// bear out: "patients who took the pill for two years" are others than those who took it for one, "the deals signed in Goma"
// than those signed in Bunia.
func (m *match) otherOnes() bool {
	s := m.q.Sentence
	for _, q := range s.Propositions {
		if q.Above != nil && q.Above.Head == m.q.Head && m.otherEnd(q) {
			return true
		}
		c := q.Clause
		if c == nil || c.Link != grammar.Relative && c.Link != grammar.Reduced || c.Noun < 0 || q.Only || s.Tree.Tokens[c.Noun+1].Tag == grammar.Punctuation ||
			!slices.ContainsFunc(m.q.Slots, func(y proposition.Slot) bool { return y.Phrase.Head == c.Noun && y.Phrase.Name == "" }) {
			continue
		}
		borne, differs := false, false
		for _, p := range m.p.Sentence.Propositions {
			n, ok := try(m.a, m.b, p, q)
			borne = borne || ok && n.bears()
			differs = differs || ok && n.pred.fit.bears() && len(n.differ) > 0
		}
		if !borne && (differs || c.Link == grammar.Relative) {
			return true
		}
	}
	return false
}

// otherEnd reports whether the source's predicate has another complement, or is for another purpose, than q, which is the statement's:
// "has been trying to calm them", "tried to sell it"; "lent 4 million to build a road", "9 million to build a port". Twins: "lent 4
// million to build a road", "lent 9 million".
func (m *match) otherEnd(q *proposition.Proposition) bool {
	purpose := q.Link == grammar.Circumstance && q.Tense == grammar.NoTense && q.Force == proposition.Planned
	if m.q.Only || !purpose && q.Link != grammar.Open && q.Link != grammar.Content {
		return false
	}
	other := !purpose
	for _, p := range m.p.Sentence.Propositions {
		if p.Above == nil || p.Above.Head != m.p.Head || p.Link != q.Link {
			continue
		}
		n, ok := try(m.a, m.b, p, q)
		if ok && n.pred.fit.bears() && len(n.differ)+len(n.lacks) == 0 {
			return false
		}
		other = other || p.Tense == q.Tense
	}
	return other
}

// otherGroup reports whether what clashes is which part of some it is, and they are not the same some: 74 percent of registered
// voters, 28 percent of voters.
func (m *match) otherGroup() bool {
	if len(m.differ) != 1 || m.differ[0].kind != reason.Quantifier && m.differ[0].kind != reason.Number || m.differ[0].slot == nil {
		return false
	}
	x, y, ok := m.both(proposition.Agent)
	return ok && y == m.differ[0].slot.Phrase && portion(x) && portion(y) && !slices.Equal(described(x), described(y))
}

// described returns the lemmas of the nouns and adjectives of a phrase, names and numbers left out, in order of the alphabet.
func described(f *phrase) []string {
	var out []string
	for k := f.First; k < f.End; k++ {
		t := &f.Sentence.Tree.Tokens[k]
		w := f.Sentence.At[t.First]
		counted := f.Amount != nil && f.Amount.First <= w && w < f.Amount.End || f.Many != nil && f.Many.First <= w && w < f.Many.End
		if !counted && (t.Tag == grammar.Noun || t.Tag == grammar.Adjective || t.Tag == grammar.ProperNoun) {
			out = append(out, f.Sentence.Lemma(k))
		}
	}
	slices.Sort(out)
	return out
}

// others reports whether the source speaks of others than it named before: "seven other people were wounded".
func (m *match) others() bool {
	return slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return slices.ContainsFunc(x.Phrase.Modifiers, func(y proposition.Slot) bool { return others.of(y.Phrase.Lemma) })
	})
}

// oneAllTheSame reports whether both sides speak of one thing although the source restricts what the statement does not.
func (m *match) oneAllTheSame(rule string) bool {
	switch rule {
	case "clash.opposite": // what one person did on one day: "pleaded guilty to fraud in Leeds on Monday"; or one court did to one man's sentence
		x, y, ok := m.both(proposition.Agent)
		if ok && y.Name != "" && m.phrases(x, y).fit.bears() && m.dated() {
			return true
		}
		one := ok && y.Definite && !y.Token().Feats.Has(grammar.Plural)
		x, y, ok = m.both(proposition.Patient)
		n := 0
		if ok {
			n, _ = pinsOf(y)
		}
		return one && n > 0 && !m.restricts(x, y)
	case "clash.role": // two by name changed places in what is not done again and again: "was stabbed by the dealer Tom Reece"
		pins, valued := m.pins(nil)
		return pins > leastPins && valued || m.differ[0].weight >= aName && !again.of(m.q.Lemma)
	case "clash.slot.number": // what is done once to somebody by name: "was jailed for 12 years for the kidnapping of a jeweller"
		x, y, ok := m.both(proposition.Patient)
		return ok && y.Name != "" && timed.of(m.q.Lemma) && m.phrases(x, y).fit.bears() && len(m.differ) == 1 && len(m.lacks) == 0
	case "clash.once": // it is done to one thing, whoever else is restricted: "the quartet was founded by four students of the school"
		x, y, ok := m.both(proposition.Patient)
		return ok && y.Definite && !y.Token().Feats.Has(grammar.Plural) && !m.restricts(x, y)
	}
	return false
}

// risen reports whether the statement tells a greater number as that of now: "has now killed 31", of which an earlier
// report had 12; or another one of what the source tells as past: "held 22,000 books", "now holds 15,000"; or the later of
// the two texts goes on counting victims.
func (m *match) risen() bool {
	now := slices.ContainsFunc(m.lacks, func(f *phrase) bool { return current.of(f.Lemma) })
	n := m.amount()
	return n != nil && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		if x.Phrase.Amount == nil || x.Phrase.Amount.Unit != n.Unit {
			return false
		}
		more := x.Phrase.Amount.Value.Cmp(n.Value) < 0
		return now && (more || m.p.Tense == grammar.PastTense && m.q.Tense == grammar.PresentTense) || m.a.outgrown(x.Phrase.Amount, m.b, n)
	})
}

// ages reports whether what differs is how old somebody is.
func (m *match) ages() bool {
	n := m.amount()
	return n != nil && n.Kind == quantity.Age && m.differ[0].kind == reason.Number
}

// agedApart reports whether two ages may be of one person on the days of the two texts; where a text has none, whether they are of
// about one day.
func (a *Analysis) agedApart(b *Analysis, was, is *quantity.Mention) bool {
	x, y := a.side.Date, b.side.Date
	older := is.Value.Sub(was.Value)
	if x > y {
		x, y, older = y, x, was.Value.Sub(is.Value)
	}
	if x == 0 {
		return older.Cmp(quantity.Int(-1)) >= 0 && older.Cmp(quantity.Int(1)) <= 0
	}
	years := quantity.Int(int64(y-x) / daysOfYear)
	return x != y && older.Cmp(years) >= 0 && older.Cmp(years.Add(quantity.Int(1))) <= 0
}

// daysOfYear is how many days a year has.
const daysOfYear = 365

// anotherNamed reports whether the source's sentence names somebody who may be whom its
// pronoun means, and whom the statement does not name.
func (m *match) anotherNamed() bool {
	s := m.p.Sentence
	for i := range s.Words {
		if f := s.Phrase(i); f.Name != "" && !f.Resolved && f.Who().Kind != name.Place && !m.b.Names(f.Who()) {
			return true
		}
	}
	return false
}

// otherTeller reports whether the two propositions are what different people or bodies
// are said to have found or said, or one on two days: two surveys may differ, and two forecasts.
func (m *match) otherTeller() bool {
	p, q := tellingOf(m.p), tellingOf(m.q)
	if p == nil || q == nil {
		return false
	}
	x, y := p.Fill(proposition.Agent), q.Fill(proposition.Agent)
	if x != nil && y != nil && !m.phrases(x.Phrase, y.Phrase).fit.bears() {
		return true
	}
	said, theirs := p.Fill(proposition.Time), q.Fill(proposition.Time) // "said in September", "said in March"
	return said != nil && theirs != nil && said.Phrase.When != nil && theirs.Phrase.When != nil && m.times(said.Phrase, theirs.Phrase).fit == excludes
}

// otherWords reports whether what differs is who, how many, when or where somebody said something, and it is not one thing that was
// said: "announced his resignation in March", "said in October that the law was unjust"; "54 percent said they feared it".
func (m *match) otherWords() bool {
	if len(m.differ) != 1 || !tell(tongue, m.q.Lemma, m.q.Lemma) || m.alike(proposition.Patient) {
		return false
	}
	said, theirs := m.p.Content(), m.q.Content()
	if said == nil || theirs == nil {
		return m.differ[0].kind == reason.Date || m.differ[0].kind == reason.Place
	}
	n, ok := try(m.a, m.b, said, theirs)
	return !ok || !n.bears()
}

// secondhand reports whether the source has it only from somebody who has it from another, and the statement names neither: "the nurse said
// that a patient had told her that the doctor was drunk". Twin: "Radio Okapi reported that the army said that it had left".
func (m *match) secondhand() bool {
	inner := tellingOf(m.p)
	if inner == nil || tellerOf(m.q) != nil {
		return false
	}
	outer := tellingOf(inner)
	if outer == nil || !tell(tongue, inner.Lemma, inner.Lemma) || !tell(tongue, outer.Lemma, outer.Lemma) {
		return false
	}
	who := outer.Fill(proposition.Agent)
	return who != nil && (who.Phrase.Pronoun || who.Phrase.Person() || somebody(who.Phrase))
}

// tellerOf returns who says what a proposition tells, in the clause above it or above those it is joined to; nil if
// the sentence has nobody.
func tellerOf(p *proposition.Proposition) *phrase {
	for steps := 0; p != nil && steps < deepest; steps++ {
		if t := tellingOf(p); t != nil {
			if who := t.Fill(proposition.Agent); who != nil {
				return who.Phrase
			}
			return nil
		}
		p = p.Above
	}
	return nil
}

// elsewhere reports whether the source's sentence has the name or the number of a slot
// in another place: "shot a hundred people, killing 49". Where a slot holds one thing only, or all the rest names
// one event, what another deed of the sentence has does not count: "born in Leeds, studied in York", "born in Leeds, she died in York"; nor does a number
// of the source that the statement has changed too: "killing 11 and injuring 25", "killing 25 and injuring 11".
func (m *match) elsewhere(y *proposition.Slot, rule string) bool {
	s := m.p.Sentence
	for i := range s.Words {
		holds := func(p *proposition.Proposition) bool {
			return p.Find(func(x *proposition.Slot) bool { return x.Phrase.Head == i && x.Role == y.Role }) != nil
		}
		if !restated(s.Phrase(i), y.Phrase) || !holds(m.p) && slices.ContainsFunc(s.Propositions, func(p *proposition.Proposition) bool { return p.Head == m.p.Head && holds(p) }) {
			continue // of "Lenz bought the farm and Reece the mill" Reece has no part in the farm
		}
		p := s.PredicateAbove(i)
		if p == nil || p.Head == m.p.Head {
			return true
		}
		own := rule == "clash.once" && (p.Link == grammar.Coordinated || p.Link == grammar.Relative || y.Role == proposition.Oblique && placed.of(m.q.Lemma))
		if rule != "clash.pinned" && !own && !m.changedToo(p) {
			return true
		}
	}
	return false
}

// restated reports whether a phrase of the source has the number, the name or the date of one of the statement's.
func restated(p, q *phrase) bool {
	return q.Amount != nil && p.Amount != nil && p.Amount.Role == quantity.Amount && q.Many == nil && quantity.Compare(p.Amount.Standing(), q.Amount.Standing()) == relation.Equal ||
		q.Amount == nil && q.Name != "" && p.Name != "" && sameName(p.Who(), q.Who()) ||
		q.When != nil && p.When != nil && entailed(p.When, q.When)
}

// changedToo reports whether the statement has another number than the source in what it says of another deed of
// the sentence.
func (m *match) changedToo(p *proposition.Proposition) bool {
	for _, q := range m.q.Sentence.Propositions {
		if q.Head == m.q.Head {
			continue
		}
		if n, ok := try(m.a, m.b, p, q); ok && n.pred.fit == same && len(n.differ) == 1 && n.differ[0].fit == excludes && n.differ[0].kind == reason.Number {
			return true
		}
	}
	return false
}

// framed reports whether the source tells of a period that the statement does not
// name: how many were sold in 2018 is not how many were sold.
func (m *match) framed() bool {
	return m.q.Fill(proposition.Time) == nil && slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		return x.Role == proposition.Time && x.Phrase.When != nil && x.Phrase.When.Precision >= date.Month
	})
}
