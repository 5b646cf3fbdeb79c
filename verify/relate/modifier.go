package relate

import (
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/verify/reason"
)

// What is said of a noun besides: adjectives, owners, places, and what restricts it.

// modifiers compares what is said of two things that are one by their heads: all that
// the statement says of it the source must say too.
func (m *match) modifiers(p, q *phrase, c comparison) comparison {
	for i := range q.Modifiers {
		y := &q.Modifiers[i]
		if y.Phrase.Amount != nil && y.Phrase.Amount == q.Amount || counted(q, y.Phrase) && m.counts(p, q, y.Phrase) || dates(m.q, y.Phrase) { // it is compared there
			continue
		}
		if y.Role == proposition.Modifier && m.compounded(p, q, y.Phrase) {
			continue // how old he is is a proposition of its own, "de 61 ans"; "petrol station", "gas station"
		}
		if y.Phrase.Bygone() && m.isWhat(q) {
			continue
		}
		d := m.modifier(p, y)
		switch {
		case d.fit.bears():
			c.weight += d.weight
			c.loose, c.part = c.loose || d.loose, c.part || d.part
			if d.fit == entails && c.fit == same {
				c.fit = entails
			}
		case d.fit == excludes || d.fit == different:
			d.fit = different // another one of the sort: the young man, the old man
			d.weight = c.weight
			return d
		case y.Preposition == "" && y.Phrase.Lemma == p.Lemma && p.Lemma != q.Lemma:
			// "unemployment", "the unemployment rate": the noun that heads the one describes the other
		case y.Preposition != "" && (y.Role != proposition.Owner || y.Phrase.Name != "") && m.around(y).fit.bears():
			c.weight += d.weight // the parser hung it on the verb there, on the noun here
		case (y.Role == proposition.Modifier || y.Role == proposition.Owner && !person(q)) && m.behindVerb(p, y):
			c.weight++
		default:
			c.fit, c.part = broader, true
			c.doubt = c.doubt || d.doubt
			c.lacks = append(c.lacks, y.Phrase)
		}
	}
	c.extra, c.part = c.extra || m.restricts(p, q), c.part || m.narrows(p, q)
	if c.extra && c.fit == same {
		c.fit = entails
	}
	return c
}

// behindVerb reports whether what the statement puts in front of a noun stands at the verb in the source: as the place of what is
// done, "its Turin plant", "closes its plant in Turin", "Oran's city hall", or right behind the noun, "animal cruelty", "convicted
// of cruelty to animals".
func (m *match) behindVerb(p *phrase, y *proposition.Slot) bool {
	q := y.Phrase
	return slices.ContainsFunc(m.p.Slots, func(x proposition.Slot) bool {
		f := x.Phrase
		return x.Role == proposition.Oblique && (q.Name != "" && f.Name != "" && f.Who().Kind == name.Place && m.names(f, q).fit == same ||
			y.Role == proposition.Modifier && f.Lemma == q.Lemma && f.Sentence == p.Sentence && p.End <= f.First && f.First <= p.End+1)
	})
}

// counted reports whether a phrase stands in the words that say how many of q there
// are: "the 30" of "two of the 30 miners".
func counted(q, f *phrase) bool {
	if q.Many == nil {
		return false
	}
	at := q.Sentence.At
	return at[f.Head] >= q.Many.First && at[f.Head] < q.Many.End || at[f.First] <= q.Many.Head && q.Many.Head <= at[f.Head] // "the five crew members"
}

// counts reports whether the source counts what the statement counts with f, a part of q: "two of the 30 miners", "two miners", beside
// "two of the nurses".
func (m *match) counts(p, q, f *phrase) bool {
	if at := q.Sentence.At[f.Head]; at != q.Many.Head || at == q.Sentence.At[q.Head] || m.heads(p, f).fit.bears() {
		return true
	}
	return slices.ContainsFunc(p.Modifiers, func(x proposition.Slot) bool { return m.heads(x.Phrase, f).fit.bears() })
}

// modifier looks in a phrase of the source, under any of its names, for what the
// statement says of the same thing.
func (m *match) modifier(p *phrase, y *proposition.Slot) comparison {
	best := comparison{}
	if p.Name != "" && y.Role == proposition.Owner {
		if of, _ := name.National(p.Text()); lexicon.SamePeople(of, y.Phrase.Text()) {
			return comparison{fit: same, weight: 2} // "the Argentine Senate", "Argentina's Senate"
		}
	}
	for _, f := range append([]*phrase{p}, p.Alias...) {
		for i := range f.Modifiers {
			x := &f.Modifiers[i]
			if x.Phrase.Head == f.Head || x.Phrase.Pronoun && !y.Phrase.Pronoun && (y.Role != proposition.Owner || len(x.Phrase.Alias) == 0 && y.Preposition != "" && y.Phrase.Name == "") {
				continue // "its" is whose plant it is, and not "Turin" of "its Turin plant"; "his degree", "a degree of music"
			}
			if a, b := x.Phrase.Text(), y.Phrase.Text(); x.Role == y.Role && otherNation(a, b) {
				best = differs(different, reason.Place, x.Phrase.Span(), y.Phrase.Span())
				continue
			}
			c := m.phrases(x.Phrase, y.Phrase)
			if !c.fit.bears() && (x.Phrase.Name == "") != (y.Phrase.Name == "") &&
				lexicon.SamePeople(x.Phrase.Text(), y.Phrase.Text()) && (loosely(x) || native.of(x.Preposition)) && (loosely(y) || native.of(y.Preposition)) {
				c = comparison{fit: same, weight: 2} // "Sweden's ambassador", "the Swedish ambassador"; "diplomats from Sweden"
			}
			if c.fit.bears() && alikeJoined(x, y) {
				c.weight = min(c.weight, 3)
				if !c.part {
					return c
				}
				best = c // "the lake's water level": a lake is a water, and no water level
				continue
			}
			if best.fit.bears() {
				continue
			}
			if named := x.Phrase.Name != "" && y.Phrase.Name != "" && x.Preposition != "" && y.Preposition != ""; (c.fit == excludes || c.fit == different) && (x.Role == y.Role || named) && alikeJoined(x, y) { // "l'accident survenu à Lyon", "l'accident de Grenoble"
				best = c
			}
		}
		if best.fit.bears() {
			return best
		}
		if f == p {
			if c := m.stated(p, y); c.fit.bears() {
				return c
			}
		}
		if f != p && y.Role != proposition.Owner { // an apposition says it by its head: "Reed, a doctor" of "the doctor Reed"; not "her sister, Reed" of "Reed's sister"
			if c := m.phrases(f, y.Phrase); c.fit.bears() {
				return c
			}
		}
	}
	return best
}

// stated looks for what the statement says of a thing in what the source's sentence says
// that it is: "a dog, which is old" for "an old dog".
func (m *match) stated(p *phrase, y *proposition.Slot) comparison {
	if m.off("support.stated") {
		return comparison{}
	}
	for _, x := range p.Sentence.Propositions {
		agent, what := x.Fill(proposition.Agent), x.Fill(proposition.Attribute)
		if x.Kind != proposition.State || x.Negative || !x.Force.Firm() || agent == nil || what == nil ||
			agent.Phrase.Head != p.Head || what.Phrase.Head == p.Head {
			continue
		}
		if c := m.nouns(what.Phrase, y.Phrase); c.fit.bears() && y.Preposition == "" {
			m.note("support.stated")
			return c
		}
	}
	return comparison{}
}

// otherNation reports whether two words are for two nations or what is theirs:
// "Canadian", "American".
func otherNation(a, b string) bool {
	p, ok := lexicon.PlaceOf(a)
	q, found := lexicon.PlaceOf(b)
	return ok && found && p.Kind == lexicon.Demonym && q.Kind == lexicon.Demonym && !lexicon.SamePeople(a, b)
}

// alikeJoined reports whether two modifiers are joined to their nouns by words that
// may say the same: "Goma's mayor", "the mayor of Goma", "the Goma mayor".
func alikeJoined(x, y *proposition.Slot) bool {
	for _, a := range x.Joints() {
		if slices.ContainsFunc(y.Joints(), func(b string) bool { return interchangeable(tongue, a, b) }) {
			return true
		}
	}
	return loosely(x) && loosely(y) || x.Preposition == "" || y.Preposition == ""
}

// loosely reports whether a modifier is joined by nothing, by a possessive, or by "of".
func loosely(x *proposition.Slot) bool {
	return x.Preposition == "" || x.Role == proposition.Owner
}

// restricts reports whether the source's phrase names one among several that the
// statement's does not: "the police of Hull" beside "the police".
func (m *match) restricts(p, q *phrase) bool {
	return m.unsaid(p, q, func(x *proposition.Slot) bool {
		return x.Phrase.Name != "" || x.Role == proposition.Owner || x.Role == proposition.Oblique || x.Phrase.Amount != nil
	})
}

// unsaid reports whether something describes the source's phrase that the statement does not say of its own, and is so.
func (m *match) unsaid(p, q *phrase, is func(*proposition.Slot) bool) bool {
	if p.Name != "" && !p.Resolved || q.Name != "" && len(p.Alias) > 0 {
		return p.Name != "" && slices.ContainsFunc(p.Modifiers, func(x proposition.Slot) bool { return leavingOut.of(x.Preposition) && !m.said(x.Phrase) }) // "its coach, Prado," is Prado; Europe outside Russia is not Europe
	}
	return slices.ContainsFunc(p.Modifiers, func(x proposition.Slot) bool {
		if x.Phrase.Head == p.Head || counted(p, x.Phrase) || x.Phrase.Amount != nil && x.Phrase.Amount == p.Amount || dates(m.p, x.Phrase) || !is(&x) {
			return false
		}
		return !(x.Preposition != "" && m.said(x.Phrase)) && // the parser hung it on the verb there, or on another noun
			!slices.ContainsFunc(q.Modifiers, func(y proposition.Slot) bool {
				return m.phrases(x.Phrase, y.Phrase).fit.bears() || lexicon.SamePeople(x.Phrase.Text(), y.Phrase.Text())
			})
	})
}

// dates reports whether a phrase is a date that the parser hung on a noun and that dates a proposition: "the court on Friday upheld".
func dates(p *proposition.Proposition, f *phrase) bool {
	return f.When != nil && p.Find(func(x *proposition.Slot) bool { return x.Role == proposition.Time && x.Phrase.When == f.When }) != nil
}

// said reports whether the statement has a phrase of the source's in another place: on the verb there,
// on the noun here.
func (m *match) said(f *phrase) bool { return m.among(f, m.q.Slots, deepest) }

// among reports whether some slots, or what describes what fills them, say what a phrase does.
func (m *match) among(f *phrase, slots []proposition.Slot, depth int) bool {
	return slices.ContainsFunc(slots, func(y proposition.Slot) bool {
		return y.Phrase.Lemma == f.Lemma && m.phrases(f, y.Phrase).fit.bears() || depth > 0 && m.among(f, y.Phrase.Modifiers, depth-1)
	})
}
