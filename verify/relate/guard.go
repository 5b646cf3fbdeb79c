package relate

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A reading model hears what rules cannot, and makes mistakes that rules would not: it
// takes one person for another, seven for eight, a plan for a deed. What it answers
// counts only where nothing that can be compared exactly speaks against it.

// SameThings reports whether every name, number and date of a statement is in a passage or follows from what is there. Known is the
// names of the document around the passage, which may name whom the passage calls "he". Weaker is whether the passage says it as firmly: a
// passage may bear a statement out, if a reading model says so, that has the same things and is not weaker.
func SameThings(source, statement *Analysis, known func(name.Name) bool) bool {
	if !parsed[statement.lang] || overcounted(source, statement) || unnamedTeller(source, statement) || otherDoer(source, statement) || otherWhole(source, statement) || ofPart(source, statement, text.Span{}) || statement.some(func(f *phrase) bool { return source.otherOf(f) != nil }) {
		return false
	}
	return !statement.some(func(f *phrase) bool {
		return source.lacksName(f) && !source.mayName(f.Who(), statement) && !source.people(f.Who()) && !known(f.Who())
	}) && !slices.ContainsFunc(statement.amounts, func(m quantity.Mention) bool {
		return !source.gives(&m, statement)
	}) &&
		!slices.ContainsFunc(statement.times, func(m date.Mention) bool { return !source.dated(&m) && !source.writes(&m, statement) })
}

// otherWhole reports whether the source has a word of the statement only inside one of several that make another: whose name is his
// "sister-in-law's" is not his sister's.
func otherWhole(a, b *Analysis) bool {
	for k, t := range b.terms {
		if b.joins(k) || k > 0 && b.joins(k-1) {
			continue // "foot-and-mouth"
		}
		inside, alone := false, t.class != content || t.flags&(digits|capital) != 0
		for i := range a.terms {
			if a.terms[i].stem == t.stem {
				inside, alone = inside || a.joins(i), alone || !a.joins(i)
			}
		}
		if inside && !alone {
			return true
		}
	}
	return false
}

// joins reports whether a hyphen and a word of grammar join term i to what stands behind it: "sister-in-law".
func (a *Analysis) joins(i int) bool {
	end := a.terms[i].end
	if end+1 >= len(a.words) || a.words[end].In(a.side.Text) != "-" || a.words[end].Start != a.words[end-1].End {
		return false
	}
	next := a.termAt(end + 1)
	return next != nil && next.class != content
}

// Supplanted reports whether a passage may have another name in the place of one of the statement's that it has not.
func Supplanted(source, statement *Analysis) bool {
	return statement.some(func(f *phrase) bool { return source.lacksName(f) && source.rivals(f, statement) })
}

// people reports whether the side has the adjective of a country: "the Hungarian forint", "Hungary's currency".
func (a *Analysis) people(n name.Name) bool {
	country, ok := lexicon.PlaceOf(n.Text)
	return ok && country.Kind == lexicon.Country && slices.ContainsFunc(a.terms, func(t term) bool {
		p, ok := lexicon.PlaceOf(t.fold)
		return ok && t.flags&capital != 0 && p.Kind == lexicon.Demonym && p.Countries == country.Countries
	})
}

// lacksName reports whether the side has not the name that a phrase is written with.
func (a *Analysis) lacksName(f *phrase) bool {
	return f.Name != "" && !f.Resolved && !a.Names(f.Who()) && !a.written(f.Who())
}

// Weaker reports whether a passage denies what a statement says, or says it less firmly. Of 894
// yeses of which a model is sure, where nothing else speaks against them, 82 are of passages that
// look less firm by what stands where; 79 of those bear the statement out, as many in a hundred as
// of the others (fixtures/reader). There only what says so in a word of its own counts.
func Weaker(source, statement *Analysis, sure bool) bool {
	if contested(source, statement, plainly) || source.hedges(statement) || source.wishes(statement) || source.ahead(statement) || source.supposes(statement) || bygone(source, statement) {
		return true
	}
	_, over := Overstates(source, statement)
	return over || !sure && tentative(source, statement)
}

// bygone reports whether all that the source knows of what the statement says that somebody is, is that he was: "who was the
// mayor in 2011".
func bygone(source, statement *Analysis) bool {
	return statement.says(func(q *proposition.Proposition) bool {
		return q.Kind == proposition.State && q.Tense == grammar.PresentTense && source.only(func(p *proposition.Proposition) (was, is bool) {
			if p.Kind != proposition.State {
				return false, false
			}
			m, ok := try(source, statement, p, q)
			ok = ok && m.bears()
			return ok && m.wasOne(), ok && !m.wasOne()
		})
	})
}

// unnamedTeller reports whether the statement lets one whom it does not name say something, and in the source only people with names
// do, none of whom is called so: "a former aide reckoned" beside "said Haynes, a strategist". Twins: "said Haynes, an aide", "one reader
// wrote", "I claim".
func unnamedTeller(a, b *Analysis) bool {
	return a.only(func(p *proposition.Proposition) (named, other bool) {
		who := p.Fill(proposition.Agent)
		_, tells := lexicon.CueOf(tongue, lexicon.VerbCue, p.Lemma)
		return tells && who != nil && who.Phrase.Name != "", tells && who != nil && who.Phrase.Name == ""
	}) && b.says(func(q *proposition.Proposition) bool {
		who := q.Fill(proposition.Agent)
		return q.Content() != nil && who != nil && who.Phrase.Name == "" && !who.Phrase.Pronoun && !who.Phrase.Definite && !who.Phrase.Token().Feats.Has(grammar.Plural) &&
			!a.some(func(f *phrase) bool { return related(lemmasKin(tongue, f.Lemma, who.Phrase.Lemma, lexicon.Noun)) })
	})
}

// otherDoer reports whether the statement lets something do what the source lets another do to it, "the bus ran into the van"
// beside "the van ran into the back of it", or only has happen since or after it: "accidents fell since the limit came in".
func otherDoer(a, b *Analysis) bool {
	return b.says(func(q *proposition.Proposition) bool {
		y := q.Fill(proposition.Agent)
		if y == nil || y.Phrase.Name != "" || q.Kind != proposition.Event {
			return false
		}
		of := func(f *phrase) func(proposition.Slot) bool {
			return func(z proposition.Slot) bool { return z.Phrase.Lemma == f.Lemma }
		}
		return a.says(func(p *proposition.Proposition) bool {
			x := p.Fill(proposition.Agent)
			c, _ := predicates(p, q)
			return c.fit.bears() && x != nil && x.Phrase.Name == "" && !x.Phrase.Pronoun && x.Phrase.Lemma != y.Phrase.Lemma && slices.ContainsFunc(q.Slots, func(z proposition.Slot) bool {
				return z.Role != proposition.Agent && (of(x.Phrase)(z) || slices.ContainsFunc(z.Phrase.Modifiers, of(x.Phrase)))
			})
		}) || q.Above == nil && q.Fill(proposition.Patient) != nil && !person(y.Phrase) && a.only(func(p *proposition.Proposition) (before, so bool) {
			late := p.Link == grammar.Circumstance && p.Mark >= 0 && ordering.in("", p.Sentence.Fold(p.Mark))
			outright := func(z proposition.Slot) bool { return of(y.Phrase)(z) && !late && !ordering.in("", z.Preposition) }
			return slices.ContainsFunc(p.Slots, of(y.Phrase)), slices.ContainsFunc(p.Slots, outright)
		})
	})
}

// overcounted reports whether the statement has of all or most of some things what the source has of part or of many of them only: "every
// other candidate" beside "some other candidates", "everyone will be paid" beside "most will be paid", "most residents" beside "many"; or
// has several where the source has an only one: "the only ones to be punished".
func overcounted(a, b *Analysis) bool {
	soles := func(several bool) func(*phrase) bool {
		return func(f *phrase) bool {
			return f.Token().Feats.Has(grammar.Plural) == several && slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return only.of(x.Phrase.Lemma) })
		}
	}
	if b.some(soles(true)) && a.some(soles(false)) && !a.some(soles(true)) {
		return true
	}
	has := func(of string, k kind) bool {
		return a.some(func(f *phrase) bool { x, ok := a.counted(f, k); return ok && x == of })
	}
	return b.some(func(f *phrase) bool {
		if of, ok := b.counted(f, mostly); ok {
			return has(of, partial) && !has(of, mostly) && !has(of, universal)
		}
		of, ok := b.counted(f, universal)
		return ok && has(of, partial) && !has(of, universal)
	})
}

// counted returns what a phrase tells the part of, empty for a subject that is nothing but that part: "most candidates", "most
// were paid". False if it tells none of that kind.
func (a *Analysis) counted(f *phrase, k kind) (of string, ok bool) {
	if k.of(f.Quantifier) {
		return f.Lemma, true
	}
	rel := f.Token().Rel
	return "", (rel == grammar.Nsubj || rel == grammar.NsubjPass) && k.of(f.Lemma)
}

// written reports whether the side has the words of a name one behind the other, be it inside a
// longer one, "Alabama" in "Alabama Democratic Party chairwoman", that is not of something else:
// "Sudan" in "South Sudan", "Guinea" in "Guinea-Bissau". The model reads whose they are.
func (a *Analysis) written(n name.Name) bool {
	folded := make([]string, len(a.words))
	for i, w := range a.words {
		folded[i] = text.Fold(w.In(a.side.Text))
	}
	if len(n.Words) == 0 || !strings.Contains(" "+strings.Join(folded, " ")+" ", " "+strings.Join(n.Words, " ")+" ") {
		return false
	}
	return !a.some(func(f *phrase) bool {
		if f.Name == "" {
			return false
		}
		w := f.Who().Words
		r, _ := name.Compare(f.Who(), n)
		if name.LongerCountry(f.Text(), n.Text) {
			return true
		}
		return r == name.Different && len(w) > len(n.Words) && slices.Equal(w[len(w)-len(n.Words):], n.Words)
	})
}

// sharedWeight is how much of what fills the slots of a proposition a hedged one must share
// to be of the same thing: a name, or two nouns.
const sharedWeight = 3

// Relates reports whether a text relates two numbers of a kind or two times to each other, "40 for
// Denby, 60 for Okello", "hours after": which belongs to which is what a model reads worst.
func (a *Analysis) Relates() bool {
	for i := range a.amounts {
		for k := range i {
			if x, y := &a.amounts[i], &a.amounts[k]; x.Kind == y.Kind && x.Unit.Dimension() == y.Unit.Dimension() && !sameFigure(x, y) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.terms, func(t term) bool { return orders(t) && !a.since(t) })
}

// since reports whether a word begins a date that lasts, "since the middle of May": the source must have it anyway.
func (a *Analysis) since(t term) bool {
	return slices.ContainsFunc(a.times, func(m date.Mention) bool {
		return m.Relation == date.Since && m.First <= t.word && t.word < m.End
	})
}

// orders reports whether a word says which of two things was first.
func orders(t term) bool { return ordering.in("", t.fold) }

// Open reports whether a text has a pronoun for which nothing in it stands: whom a statement
// names may be meant.
func (a *Analysis) Open() bool {
	return a.some(func(f *phrase) bool { return f.Pronoun && !f.Resolved })
}

// rivals reports whether the side has a name that may stand in the place of f, and that the statement does not have: what is said of the
// one may not be said of the other.
func (a *Analysis) rivals(f *phrase, statement *Analysis) bool {
	y := writtenName{who: f.Who()}
	if n, ok := f.Sentence.Tree.NameAt(f.Head); ok {
		y.kind = n.Kind
	}
	return slices.ContainsFunc(a.writtenNames(), func(x writtenName) bool {
		return x.besides(&y) && !statement.Names(x.who) && !statement.mayName(x.who, a)
	})
}

// Overlap returns the part of the statement's words of content that a passage has too, by their
// stems; 0 if it has none.
func Overlap(source, statement *Analysis) float64 {
	shared, all := 0, 0
	for i := range statement.terms {
		t := &statement.terms[i]
		if t.class != content {
			continue
		}
		all++
		if shares(source.terms, *t) {
			shared++
		}
	}
	return float64(shared) / float64(max(all, 1))
}

// Pins returns how many of the names, numbers and dates of a statement a passage has: three of them hardly come together in a text about
// something else.
func Pins(source, statement *Analysis) int {
	n := 0
	for _, x := range statement.writtenNames() {
		if source.Names(x.who) {
			n++
		}
	}
	for i := range statement.amounts {
		if m := &statement.amounts[i]; source.figures(m) {
			n++
		}
	}
	for i := range statement.times {
		if m := &statement.times[i]; slices.ContainsFunc(source.times, func(x date.Mention) bool { return entailed(&x, m) }) {
			n++
		}
	}
	return n
}

// Adds reports whether a statement has a word of its own that tells of something, denies it or says how many. One that has none can be
// at odds with a passage only by what belongs to what: "Hedley directed the film" mixes two things of "Hedley wrote the script and Lund
// directed the film", and a model that calls that a contradiction guesses. Twin: "Hedley did not write the script".
func Adds(source, statement *Analysis) bool {
	return slices.ContainsFunc(statement.terms, func(t term) bool {
		switch t.class {
		case content, negation, quantifier:
			return !shares(source.terms, t)
		}
		return false
	})
}

// Who says something is described on the way: "Fatou Sillah, president of Gambia, said". That the words are
// hers does not make her the president: where the source calls her the vice president, the draft is wrong about her.

// Misdescribed reports whether a sentence says of the person of a name, in a title, an apposition or a relative
// clause, what the sources that tell something of that sort of the person tell otherwise. Sources without a word
// on it, or with the same, leave it false.
func Misdescribed(sources []*Analysis, sentence *Analysis, name string) bool {
	return sentence.says(func(q *proposition.Proposition) bool {
		who := q.Fill(proposition.Agent)
		return who != nil && who.Phrase.Name == name && (q.Aside || q.Link == grammar.Appositive || q.Link == grammar.Relative) && toldOtherwise(sources, sentence, q)
	})
}

// toldOtherwise reports whether a source tells something else in the place of what q says of its subject, and none the same.
func toldOtherwise(sources []*Analysis, b *Analysis, q *proposition.Proposition) bool {
	other := false
	for _, a := range sources {
		for p := range a.propositions() {
			m, ok := try(a, b, p, q)
			if !ok || !m.pred.fit.bears() {
				continue
			}
			if x, y, ok := m.both(proposition.Agent); !ok || x.Name == "" || m.names(x, y).fit != same {
				continue
			}
			if m.bears() && !m.gone() {
				return false
			}
			if x, y, ok := m.both(proposition.Attribute); q.Kind == proposition.Event {
				other = other || m.core || len(m.differ) > 0
			} else if ok && x.Lemma == y.Lemma {
				other = other || m.doubt || len(m.differ) > 0 || m.gone()
			} else if ok {
				other = other || lemmasKin(tongue, x.Lemma, y.Lemma, lexicon.Noun) == exclusive // his niece, his granddaughter
			}
		}
	}
	return other
}
