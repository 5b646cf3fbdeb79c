package relate

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/grammar"

	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Two phrases are compared by their heads, by how many there are, and by what is said of them besides (modifier.go).

// deepest is how far phrases within phrases are compared: two that describe each other,
// or a name that is looked up while it is looked up, would go on for ever.
const deepest = 6

// phrases compares a phrase of the source with one of the statement: first what they
// name, then how many, then what is said of them besides.
func (m *match) phrases(p, q *phrase) comparison {
	if m.depth >= deepest {
		return comparison{}
	}
	m.depth++
	defer func() { m.depth-- }()
	if f := m.force(q); f != nil && p.Name != "" && !m.off("support.alias") { // "M23", "the M23 rebels"
		if c := m.names(p, f); c.fit == same {
			c.by = "support.alias"
			return c
		}
	}
	if p.Name == "" && rankedBy(p) != nil && topmost(p) && rankedBy(q) == nil && topmost(q) {
		d := differs(excludes, reason.Rank, rankedBy(p).Span(), q.Span()) // "the second largest city", "the largest city"; not "one of the first cities"
		d.weight = m.besideRank(p, q)
		return d
	}
	if m.lessened(p, q) || p.Partitive() && q.Definite && !q.Partitive() && !q.Token().Feats.Has(grammar.Plural) { // "one of the two leaders"
		return comparison{doubt: true}
	}
	c, by := m.identity(p, q)
	if !c.fit.bears() && c.fit != broader {
		return c
	}
	n := m.numbers(by, q)
	c.weight += n.weight
	switch n.fit {
	case excludes, different, unknown:
		d := m.modifiers(m.unlimited(p), m.unlimited(q), c)
		if d.fit == broader || d.fit == different || d.extra || d.part {
			return comparison{} // five of the nine frames, the final three frames
		}
		n.weight += d.weight
		return n
	case broader:
		c.fit, c.doubt = broader, true
		c.lacks = append(c.lacks, q)
	case entails:
		if c.fit == same {
			c.fit = entails
		}
	}
	return m.modifiers(p, q, c)
}

// unlimited returns a phrase without what tells of what else there is than it counts: "only two of the 27"; "61 votes to 38" of one day, since
// of another day is another vote.
func (m *match) unlimited(f *phrase) *phrase {
	g := *f
	g.Modifiers = slices.DeleteFunc(slices.Clone(f.Modifiers), func(x proposition.Slot) bool { return only.of(x.Phrase.Lemma) || bare(x.Phrase) && m.onOneDay() })
	return &g
}

// rankedBy returns the rank that describes a phrase, "second" of "the second largest city"; nil if none does.
func rankedBy(f *phrase) *phrase {
	for i := range f.Modifiers {
		if x := f.Modifiers[i].Phrase; ordinal(x) {
			return x
		}
	}
	return nil
}

// topmost reports whether a superlative describes a phrase: "the largest city".
func topmost(f *phrase) bool {
	return slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool {
		w := x.Phrase.Sentence.Fold(x.Phrase.Head)
		return x.Role == proposition.Modifier && (superlative.end(tongue, w) || superlative.in(tongue, w))
	})
}

// besideRank returns the weight of what two phrases that are ranked otherwise say alike of a thing: "the world's second-largest producer
// of cocoa", "the world's largest producer of cocoa". None is left where the statement has more.
func (m *match) besideRank(p, q *phrase) int {
	if p.Lemma != q.Lemma {
		return 0
	}
	weight := 2
	for i := range q.Modifiers {
		y := &q.Modifiers[i]
		if y.Phrase.Token().Tag == grammar.Adjective {
			continue
		}
		d := m.modifier(p, y)
		if !d.fit.bears() {
			return 0
		}
		weight += d.weight
	}
	return weight
}

// lessened reports whether the source makes less of a role by a word that the statement has not: "deputy
// mayor", or says that it is over, which for what somebody is said to be is told by the proposition; of "he" for "the
// former sheriff" no more than the noun is known.
func (m *match) lessened(p, q *phrase) bool {
	if q.Name != "" && slices.ContainsFunc(p.Alias, func(a *phrase) bool { return a.Name != "" }) {
		return false // "the former director Tunde Adebayo" is Tunde Adebayo
	}
	return slices.ContainsFunc(p.Modifiers, func(x proposition.Slot) bool {
		said := q.Mentions(x.Phrase.Lemma) || slices.ContainsFunc(q.Modifiers, func(y proposition.Slot) bool { return y.Phrase.Lemma == x.Phrase.Lemma })
		return (x.Phrase.Lessens() || x.Phrase.Bygone() && !m.isWhat(q) && q.Token().Tag != grammar.Pronoun) && !said
	})
}

// isWhat reports whether a phrase of the statement's is what its proposition says that somebody is.
func (m *match) isWhat(q *phrase) bool {
	x := m.q.Fill(proposition.Attribute)
	return m.q.Kind == proposition.State && x != nil && x.Phrase.Head == q.Head
}

// heads compares two phrases by the words at their heads.
func (m *match) heads(p, q *phrase) comparison {
	switch {
	case p.Name != "" && q.Name != "":
		if c := m.anaphora(p, q); c.fit.bears() {
			return c // "the Swede"
		}
		return m.names(p, q)
	case p.Pronoun && p.Name == "" || q.Pronoun && q.Name == "":
		return m.pronouns(p, q)
	case p.When != nil || q.When != nil:
		return m.times(p, q)
	case (p.Name != "") != (q.Name != "") && (text.Fold(p.Text()) == text.Fold(q.Text()) || m.a.across(m.b) && slices.Equal(nameWords(p), nameWords(q))):
		return comparison{fit: same, weight: 2} // "the Finance minister", "the finance minister"
	case q.Name != "", p.Name != "":
		return m.anaphora(p, q)
	}
	return m.nouns(p, q)
}

// anaphora compares a name with a noun that may stand for it: "Hofstetter", "the brewery", of which the sentence before tells that it is
// Hofstetter.
func (m *match) anaphora(p, q *phrase) comparison {
	if m.off("support.anaphora") {
		return comparison{}
	}
	x, y := m.a.standsFor(p), m.b.standsFor(q)
	if x == nil && y == nil {
		return comparison{}
	}
	c := m.names(cmp.Or(x, p), cmp.Or(y, q))
	if c.fit != same {
		return comparison{}
	}
	c.by = "support.anaphora"
	return c
}

// nouns compares two phrases by their nouns, a noun before the head included: "police
// officer" is a wording of its own.
func (m *match) nouns(p, q *phrase) comparison {
	x, y := p.Lemma, q.Lemma
	if d, e := degreeOf(p.Token()), degreeOf(q.Token()); x == y && q.Many == nil && x == p.Sentence.Lemma(p.Head) && d != e && (e != 0 || d == grammar.Comparative) {
		return comparison{} // "a rich man", "the richest man"; "is richer than Karim", "is rich"; not "30 more", which are houses
	}
	if p.Sentence.Fold(p.Head) == q.Sentence.Fold(q.Head) && p.Token().Tag != grammar.Pronoun {
		x = y // whatever the tagger takes "missing" for; not "he", the mayor, and "he", the governor
	}
	pos := proposition.PartOfSpeech(q.Token().Tag)
	if pp := proposition.PartOfSpeech(p.Token().Tag); pp != pos && x != y {
		if !(pp == lexicon.Noun && pos == lexicon.Adjective || pp == lexicon.Adjective && pos == lexicon.Noun) || !lexicon.Derived(x, y) {
			return comparison{}
		}
		return comparison{fit: same, weight: 1}
	}
	for _, a := range m.names2(p) {
		for _, b := range m.names2(q) {
			if a != x || b != y {
				if a == b || proposition.Says(tongue, "noun", a, b) {
					return comparison{fit: same, weight: 2}
				}
			}
		}
	}
	if x != y && (measured(p) && measured(q) || ordinal(p) && ordinal(q) || scored(p) && scored(q) || bare(q) && m.q.Kind == proposition.Event && (bare(p) || m.p.Lemma == m.q.Lemma && suffering.of(m.q.Lemma) && somebody(p))) {
		return comparison{fit: same, weight: 1} // "4.5%", "4.5 percent"; "killing 18", "killing 18 people": how many they are decides
	}

	k := headsKin(p.Sentence, p.Head, x, q.Sentence, q.Head, y, pos)
	if k == opposite || k == exclusive || k == unrelated && m.defines(m.p, p) && m.defines(m.q, q) && lexicon.Asunder(tongue, x, y) { // what is a state is no city
		return differs(excludes, reason.Opposite, p.Sentence.Span(p.Head, p.Head+1), q.Sentence.Span(q.Head, q.Head+1))
	}
	c := k.heads("noun", x, y)
	if k == wider {
		c.lacks = []*phrase{q}
	}
	c.part = (k == narrower || k == wider) && pos == lexicon.Noun
	return c
}

// measured reports whether a phrase is a number with its unit.
func measured(f *phrase) bool {
	return f.Amount != nil && (f.Amount.Kind == quantity.Measure || f.Amount.Kind == quantity.Fraction) && f.Amount.Head < 0 && (inAmount(f) || f.Token().Tag == grammar.Number)
}

// scored reports whether a phrase is the score of a match: "2-0".
func scored(f *phrase) bool { return f.Amount != nil && f.Amount.Kind == quantity.Score && inAmount(f) }

// inAmount reports whether the head of a phrase is a word of its amount: "$250", beside "a $250 price cap".
func inAmount(f *phrase) bool {
	at := f.Sentence.At[f.Head]
	return f.Amount.First <= at && at < f.Amount.End
}

// bare reports whether a phrase is a number of what is not said: "killing 18".
func bare(f *phrase) bool {
	n := f.Amount
	return n != nil && n.Kind == quantity.Count && n.Head < 0 && inAmount(f)
}

// defines reports whether a phrase says what the thing is that its proposition is
// about: "is a state" or "a state" behind it, no title in front of a name.
func (m *match) defines(q *proposition.Proposition, f *phrase) bool {
	x := q.Fill(proposition.Attribute)
	return q.Kind == proposition.State && !q.Aside && x != nil && x.Phrase == f
}

// compounded reports whether the statement's noun goes with the noun f before it for one word, which the source's
// says: "petrol station" for "gas station", "fire brigade" for "firefighters".
func (m *match) compounded(p, q, f *phrase) bool {
	if f.Head != q.Head-1 || f.Name != "" || (f.Amount != nil || f.Many != nil) && !m.numbers(p, f).fit.bears() {
		return false // "three policemen" are no "four police officers"
	}
	whole := f.Lemma + "_" + q.Lemma
	return slices.Contains(m.wholes(p), whole) || slices.ContainsFunc(m.names2(p), func(a string) bool { return a != whole && proposition.Says(tongue, "noun", a, whole) })
}

// names2 returns the lemmas that a noun goes by: its own, those of several words that a foreign one may stand for, "civil_servant" of
// "fonctionnaire", and with the noun before it.
func (m *match) names2(p *phrase) []string {
	out := m.wholes(p)
	for _, x := range p.Modifiers {
		if f := x.Phrase; x.Role == proposition.Modifier && f.Head == p.Head-1 {
			out = append(out, f.Lemma+"_"+p.Lemma)
		}
	}
	return out
}

// wholes returns the lemma of a noun, and those of several words that a foreign one may stand for.
func (m *match) wholes(p *phrase) []string {
	out := []string{p.Lemma}
	for _, l := range p.Sentence.Senses(p.Head, p.Lemma) {
		if strings.Contains(l, "_") {
			out = append(out, l)
		}
	}
	return out
}

// pronouns compares two phrases of which one is a pronoun that stands for nobody
// known. A pronoun of a source that nobody resolved may be the statement's subject.
func (m *match) pronouns(p, q *phrase) comparison {
	known := func(f *phrase) bool { return f.Name != "" || len(f.Alias) > 0 }
	if p.Pronoun && q.Pronoun && p.Lemma == q.Lemma && !(known(p) && known(q)) {
		m.guessed = m.guessed || personal.of(p.Lemma) && m.depth < 2 // "their consent" describes what both tell of
		return comparison{fit: same}
	}
	if who := tellerOf(m.p); p.Pronoun && speaking.of(p.Lemma) && who != nil && q.Token().Tag == grammar.Pronoun && !who.Pronoun &&
		(m.q.Force == proposition.Planned || m.q.Force == proposition.Conditional || proposition.PronounGender(tongue, q.Sentence.Fold(q.Head)) == lexicon.NoGender) {
		return m.phrases(who, q) // "“We have repaid it,” Velden said", "Velden said it had repaid it"; not "he had"
	}
	if p.Pronoun && len(p.Alias) == 0 && !q.Pronoun && !m.a.side.Resolved && personal.of(p.Lemma) {
		if m.off("support.pronoun") || q.Name != "" && m.a.Names(q.Who()) || m.oneOfTwo(p, q) {
			return comparison{} // whom the source names it would have been linked to
		}
		m.guessed = true
		m.note("support.pronoun")
		return comparison{fit: same}
	}
	return comparison{}
}

// oneOfTwo reports whether the source speaks in front of a pronoun, or in the sentence before, of whom the statement means, and of somebody
// else too: "the drummer sued the manager after he lost his house".
func (m *match) oneOfTwo(p, q *phrase) bool {
	meant, another := false, false
	for i := range p.First {
		f := p.Sentence.Phrase(i)
		if !f.Pronoun && (f.Person() || somebody(f)) && f.Token().Tag.Nominal() {
			meant, another = meant || f.Lemma == q.Lemma, another || f.Lemma != q.Lemma
		}
	}
	all := m.a.read()
	k := slices.Index(all, p.Sentence)
	return meant && another || k > 0 && p.Sentence.MayMeanOther(p.Head, all[k-1], q.Lemma)
}

// nameWords returns in order the English words of a phrase whose head has a capital, but
// for articles and prepositions: "supreme", "court" of "la Cour suprême" and of "the Supreme
// Court". It returns nil for any other phrase.
func nameWords(f *phrase) (out []string) {
	s := f.Sentence
	for i := f.First; i < f.End; i++ {
		w := s.Fold(i)
		if s.Gloss != nil {
			w = s.Gloss.Lemmas[i]
		}
		if t := s.Tree.Tokens[i].Tag; w != "" && (t.Nominal() || t == grammar.Adjective) {
			out = append(out, strings.Split(w, "_")...)
		}
	}
	slices.Sort(out)
	return out
}
