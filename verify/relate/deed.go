package relate

import (
	"iter"
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A report tells a deed by a noun as often as by a verb: "the capture of Walikale by the M23", "her vote for the
// bill", "issued a subpoena to the bank". Each such noun of a source that is for the statement's verb, or for one
// that says what it does, is read as a proposition of its own, its slots out of what describes the noun and what
// stands around it.

// A deedAsked is what a proposition of the statement says is done, to be found among the nouns of many sources.
type deedAsked struct {
	*proposition.Proposition
	nouns    []map[string]bool // for it, and for the verbs that say what it does; nil if nothing is done
	particle string
	occasion string // the noun for it, where the verb only says that it is done: "tests" of "carried out missile tests"
}

// askFor returns what a proposition says is done.
func askFor(q *proposition.Proposition) deedAsked {
	d := deedAsked{Proposition: q}
	if q.Kind != proposition.Event {
		return d
	}
	verb, particle, _ := strings.Cut(q.Lemma, "_")
	d.nouns, d.particle = []map[string]bool{deedsOf(verb)}, particle
	for _, v := range proposition.Saying(tongue, "verb", q.Lemma) {
		d.nouns = append(d.nouns, deedsOf(v))
	}
	if what := q.Fill(proposition.Patient); what != nil && what.Phrase.Name == "" && performing.of(q.Lemma) && occasions.both(what.Phrase.Lemma, what.Phrase.Lemma) {
		d.occasion = what.Phrase.Lemma
	}
	return d
}

// tellsOf reports whether a noun is for the deed, or for the occasion of it.
func (q *deedAsked) tellsOf(noun string) bool {
	return noun == q.occasion && noun != "" || slices.ContainsFunc(q.nouns, func(of map[string]bool) bool { return of[noun] })
}

// asks returns what each proposition of a side asks of a source, in order.
func (a *Analysis) asks() []deedAsked {
	a.asked.Do(func() {
		for q := range a.propositions() {
			a.questions = append(a.questions, askFor(q))
		}
	})
	return a.questions
}

// deeds returns what the nouns of a sentence of source a say of it.
func (q *deedAsked) deeds(a *Analysis, s *proposition.Sentence) []*proposition.Proposition {
	if q.nouns == nil {
		return nil
	}
	var out []*proposition.Proposition
	for i := range s.Words {
		if s.Tree.Tokens[i].Tag != grammar.Noun {
			continue
		}
		l := s.Lemma(i)
		if k := slices.IndexFunc(s.Senses(i, l), q.tellsOf); k >= 0 && !q.tellsOf(l) {
			l = s.Senses(i, l)[k] // "vol", a flight or a theft
		}
		switch {
		case l == q.occasion && l != "" && !s.IsName(i):
			a.link()
			if d := deed(s, i, q.particle, q.Proposition); d.Fill(proposition.Agent) != nil { // "missile tests by Iran", "carried out missile tests"
				d.Slots = append(d.Slots, proposition.Slot{Role: proposition.Patient, Phrase: s.Phrase(i)})
				out = append(out, d)
			}
		case q.tellsOf(l) && !s.IsName(i):
			a.link()
			out = append(out, deed(s, i, q.particle, q.Proposition))
		}
	}
	return out
}

// told yields what a sentence of source a says, what that implies, and what its nouns say of the deed, each with the rule that made it.
func (q *deedAsked) told(a *Analysis, s *proposition.Sentence) iter.Seq2[*proposition.Proposition, string] {
	return func(yield func(*proposition.Proposition, string) bool) {
		for _, p := range s.Propositions {
			if !yield(p, "") {
				return
			}
		}
		for _, p := range s.Implied {
			if !yield(p, "support.implied") {
				return
			}
		}
		for _, p := range q.deeds(a, s) {
			if !yield(p, "support.deed") {
				return
			}
		}
	}
}

var nounsOf [1 << 11]cell[string, map[string]bool]

// deedsOf returns the words for what a verb does, "purchase" for "buy", "arrival" for "arrive", the verb among them; who does it is
// none.
func deedsOf(verb string) map[string]bool {
	own := func() string { return strings.Clone(verb) }
	return nounsOf[text.Hash(verb)%uint64(len(nounsOf))].value(verb, func() map[string]bool {
		nouns := map[string]bool{own(): true}
		for _, w := range lexicon.Derivatives(verb) {
			if !isDoer(w) {
				nouns[w] = true
			}
		}
		if w := deeds.is(tongue, verb); w != "" {
			nouns[w] = true
		}
		return nouns
	}, own)
}

// deed returns the proposition of the deed that noun i is for, in the form of q.
func deed(s *proposition.Sentence, i int, particle string, q *proposition.Proposition) *proposition.Proposition {
	f := s.Phrase(i)
	d := s.Proposes(i, q.Lemma)
	d.Tense = grammar.NoTense
	d.Force, d.Negative = s.ForceOf(i)
	around := spread(f, particle)
	aims := func(x *proposition.Slot) bool {
		return x.Role != proposition.Time && x.Preposition != "" && (struck.of(x.Preposition) || x.Preposition == targets.is(tongue, f.Lemma))
	}
	of := slices.ContainsFunc(around, func(x proposition.Slot) bool { return x.Role == proposition.Owner && x.Preposition != "" || aims(&x) })
	for _, x := range around {
		switch {
		case x.Role == proposition.Owner && x.Preposition == "" && (of || voiced.of(f.Lemma)) && x.Phrase.When == nil, agentive.of(x.Preposition):
			x.Role = proposition.Agent // "the mayor's speech"; twin: "the mayor's trial"
		case x.Role == proposition.Owner && assailing.of(f.Lemma) && (person(x.Phrase) || somebody(x.Phrase)):
			x.Role = proposition.Agent // "the attack of the rebels"; twin: "the attack of the village"
		case x.Role == proposition.Owner && q.Fill(proposition.Patient) != nil && particle == "" && x.Phrase.When == nil:
			x.Role = proposition.Patient
		case x.Role == proposition.Owner:
			x.Role = proposition.Agent
		case particle == "" && aims(&x) && q.Fill(proposition.Patient) != nil:
			x.Role, x.Preposition = proposition.Patient, "" // "the attack on the village", "her visit to Goma"
		}
		d.Slots = append(d.Slots, x)
	}
	if p := s.PredicateAbove(i); p != nil {
		d.Negative = d.Negative || p.Negative && f.First <= p.Negation && p.Negation < f.End // "no charges will be brought"
		fromClause(d, p, f, particle, q.Fill(proposition.Patient) != nil)
	}
	for k := range d.Slots {
		if x := &d.Slots[k]; particle != "" && x.Role == proposition.Oblique && x.Preposition == particle {
			x.Role, x.Preposition = proposition.Patient, ""
		}
	}
	moves(d, f)
	return d
}

// spread returns what describes the noun of a deed, each of several in a slot of its own, "the merger of Kraft and Heinz", a date as one, and what
// the parser hung on a date: "the killing on Friday of a guard"; with a particle what hangs on its owner behind that: "the arrival of the train in Goma".
func spread(f *phrase, particle string) (out []proposition.Slot) {
	s := f.Sentence
	for _, x := range f.Modifiers {
		if x.Role == proposition.Oblique && x.Phrase.When != nil && !x.Phrase.When.Duration() {
			x.Role = proposition.Time
			for _, y := range x.Phrase.Modifiers {
				if y.Role == proposition.Owner && y.Preposition != "" {
					out = append(out, y)
				}
			}
		}
		out = append(out, x)
		if x.Role != proposition.Owner || x.Phrase.Head >= len(s.Words) {
			continue
		}
		for _, y := range x.Phrase.Modifiers {
			if particle != "" && y.Preposition == particle {
				out = append(out, y)
			}
		}
		for _, k := range s.Tree.Conjuncts(nil, x.Phrase.Head) {
			if y := s.Phrase(k); k != x.Phrase.Head {
				out = append(out, proposition.Slot{Role: x.Role, Preposition: x.Preposition, Phrase: y})
			}
		}
	}
	return out
}

// moves gives the noun f for how a figure moved what moved, and by how much: "a 12 percent rise in rents".
func moves(d *proposition.Proposition, f *phrase) {
	joint := moving.is(tongue, f.Lemma)
	if joint == "" {
		return
	}
	for i := range d.Slots {
		if x := &d.Slots[i]; x.Role == proposition.Oblique && x.Preposition == joint && x.Phrase.Amount == nil && x.Phrase.When == nil && d.Fill(proposition.Agent) == nil {
			x.Role, x.Preposition = proposition.Agent, ""
		}
	}
	if n := f.Amount; n != nil && n.Kind == quantity.Measure {
		if k := slices.Index(f.Sentence.At, n.End-1); k >= 0 && k < f.Head {
			g, by := *f.Sentence.Phrase(k), *n
			by.Direction = quantity.By
			g.Amount, g.Modifiers = &by, nil
			d.Slots = append(d.Slots, proposition.Slot{Phrase: &g})
		}
	}
}

// happened returns what a statement tells by the noun for the deed of p and a verb that says no more than that it was done, in the form of p: "the
// sale of the farm took place in May" beside "sold the farm"; nil if q is no such thing.
func (q *deedAsked) happened(p *proposition.Proposition) *proposition.Proposition {
	who := q.Fill(proposition.Agent)
	if q.Kind != proposition.Event || !happening.of(q.Lemma) || who == nil || who.Phrase.Name != "" || p.Kind != proposition.Event {
		return nil
	}
	verb, particle, _ := strings.Cut(p.Lemma, "_")
	noun, of := who.Phrase, deedsOf(verb)
	if !of[noun.Lemma] && !slices.ContainsFunc(q.Sentence.Senses(noun.Head, noun.Lemma), func(l string) bool { return of[l] }) {
		return nil
	}
	d := deed(q.Sentence, noun.Head, particle, p)
	d.Force, d.Negative, d.Negation, d.Tense, d.Clause = q.Force, q.Negative, q.Negation, q.Tense, q.Clause
	for _, x := range q.Slots {
		if x.Role != proposition.Agent && x.Role != proposition.Time {
			d.Slots = append(d.Slots, x)
		}
	}
	return d
}

// fromClause gives a deed what stands beside its noun in the clause that it is told in: when, but for a verb that does something else to it, "ended
// their strike on Monday", and, where the verb is one that does what the noun says, who did it and, if it aims at somebody, to whom: "issued
// a subpoena to the bank".
func fromClause(d, p *proposition.Proposition, f *phrase, particle string, aims bool) {
	what := p.Fill(proposition.Patient)
	object := what != nil && what.Phrase.Head == f.Head
	does := object && (performing.of(p.Lemma) || !d.Force.Firm()) // "is considering a ban": who would ban
	agent := d.Fill(proposition.Agent) != nil
	d.Negative = d.Negative || does && p.Negative // "never paid the bill", "made no payment"
	for _, x := range p.Slots {
		switch {
		case x.Role == proposition.Time && (does || !object), x.Role == proposition.Agent && does && !agent:
			d.Slots = append(d.Slots, x)
		case x.Role == proposition.Oblique && object && x.Phrase.Head > f.Head && (does || x.Preposition == particle || x.Phrase.First <= f.Token().End+1):
			d.Slots = append(d.Slots, x)
		}
	}
	for i := range d.Slots {
		if x := &d.Slots[i]; does && aims && x.Role == proposition.Oblique && aiming.of(x.Preposition) {
			x.Role, x.Preposition = proposition.Patient, ""
		}
	}
}
