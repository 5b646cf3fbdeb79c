package relate

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// An event is one clause as the judge compares it: who did what to whom, or who
// was what, the voice undone, and whether the text says that it is so.
type event struct {
	s         *sentence
	predicate int   // word: the verb, or what somebody is
	state     bool  // predicate is what somebody is: "minister", "ill"
	agents    []int // words: who acts or is so; nil if not said. Conjuncts count each for itself
	patients  []int // who is acted upon
	obliques  []grammar.Oblique
	adverbs   []int
	times     []*value // that date it
	negative  bool     // the text says that it is not so
	negation  int      // the word that says so, -1 if none
	open      bool     // the text leaves open whether it is so: planned, asked, alleged
	opener    int      // the word that says so, -1 if none
	tense     grammar.Tense
}

// findEvents makes events of the clauses of a sentence.
func (s *sentence) findEvents() []event {
	var events []event
	for i := range s.clauses {
		c := &s.clauses[i]
		e := event{s: s, predicate: c.Predicate, state: s.isState(i, 0), obliques: c.Obliques, adverbs: c.Adverbs}
		subject := s.subject(c)
		if c.Voice == grammar.PassiveVoice {
			e.patients, e.agents = s.conjuncts(nil, subject), s.conjuncts(nil, c.Agent)
		} else {
			e.agents = s.conjuncts(nil, subject)
			for _, o := range c.Objects {
				e.patients = s.conjuncts(e.patients, o)
			}
		}
		e.negative, e.negation, e.open, e.opener = s.standing(i, 0)
		e.tense = s.tenseOf(i)
		events = append(events, e)
	}
	events = s.headline(events)
	for i := range events {
		events[i].times = s.timesOf(events, i)
	}
	return events
}

// headline mends what parsers make of a short sentence in the past: "two banks
// bought the mill" is no fragment about banks that somebody bought, since a
// participle behind its noun has no object.
func (s *sentence) headline(events []event) []event {
	for i := range events {
		e := &events[i]
		v := &s.tree.Tokens[e.predicate]
		if e.state || v.Rel.Base() != "acl" || v.Head < 0 || s.tree.Tokens[v.Head].Head >= 0 || v.Head != e.predicate-1 || !s.tree.Tokens[v.Head].Tag.Nominal() {
			continue
		}
		object := -1
		for j := e.predicate + 1; j < v.End; j++ {
			if t := &s.tree.Tokens[j]; t.Head == e.predicate && t.Rel == grammar.Obj {
				object = j
			}
		}
		if object < 0 && !e.single("undergo") || !strings.HasSuffix(s.fold(e.predicate), "ed") {
			continue
		}
		e.agents, e.patients = s.conjuncts(nil, v.Head), s.conjuncts(nil, object)
		e.tense = grammar.PastTense
		kept := events[:0]
		for k := range events {
			if events[k].predicate != v.Head {
				kept = append(kept, events[k])
			}
		}
		return kept
	}
	return events
}

// isState reports whether clause i says what somebody is.
func (s *sentence) isState(i, depth int) bool {
	c := &s.clauses[i]
	if c.Copula >= 0 || c.Link == grammar.Appositive {
		return true
	}
	if c.Link != grammar.Coordinated || c.Parent < 0 || c.Parent == i || depth == maxDepth || s.tree.Tokens[c.Predicate].Tag == grammar.Verb {
		return false
	}
	return s.isState(c.Parent, depth+1)
}

// subject returns the word for whom the clause is about. What is said of a noun
// that says what somebody is, is said of that somebody: "the film is a drama
// written by her".
func (s *sentence) subject(c *grammar.Clause) int {
	subject := c.Subject
	if subject < 0 {
		subject = c.Noun
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d != c && d.Copula >= 0 && d.Predicate == subject && d.Subject >= 0 && d.Subject != subject {
			return d.Subject
		}
	}
	return subject
}

// action returns the lemma of the event's verb with the words that make one verb
// of it: "pull out", "take part".
func (e *event) action() string {
	s, l := e.s, e.s.lemma(e.predicate)
	next := e.predicate + 1
	if e.state || next >= len(s.words) || s.term(next) == nil {
		return l
	}
	switch s.fold(next) {
	case "part", "place", "out", "up", "down", "off", "away", "back", "over", "in":
		if p := l + " " + s.fold(next); lexicon.SamePole(s.a.lang, p, p, lexicon.Verb) {
			return p
		}
	}
	return l
}

// conjuncts appends word i and what is coordinated with it to dst; nothing for -1.
func (s *sentence) conjuncts(dst []int, i int) []int {
	if i < 0 {
		return dst
	}
	dst = append(dst, i)
	for j := i + 1; j < s.tree.Tokens[i].End; j++ {
		if t := &s.tree.Tokens[j]; t.Head == i && t.Rel == grammar.Conj {
			dst = append(dst, j)
		}
	}
	return dst
}

// maxDepth bounds how far up a clause is followed.
const maxDepth = 6

// standing tells whether the text says that clause i is so: negative and the
// word that makes it so, open and the word that leaves it so.
func (s *sentence) standing(i, depth int) (negative bool, negation int, open bool, opener int) {
	c := &s.clauses[i]
	negation, opener = -1, -1
	if c.Negated() {
		negative, negation = true, c.Negation
	}
	if negative && s.fold(negation) == "no" {
		if _, ok := lexicon.CueOf(s.a.lang, lexicon.VerbCue, s.lemma(c.Predicate)); ok {
			negative, open, opener = false, true, negation // "says no change": what is said is denied, not the saying
		}
	}
	if c.Modality != grammar.Actual {
		open, opener = true, c.Modal
	}
	if c.Noun >= 0 && !negative && (c.Link == grammar.Reduced || c.Link == grammar.Relative) {
		if d := s.noneOf(c.Noun); d >= 0 { // "there is no man cutting wood"
			negative, negation = true, d
		}
	}
	switch turns, opens := s.marked(c); {
	case opens:
		open, opener = true, c.Mark
	case turns:
		negative, negation = !negative, c.Mark
	}
	for _, a := range c.Adverbs {
		if s.denial(a) && !negative { // "no longer"
			negative, negation = true, a
		}
		if _, ok := lexicon.Strength(s.a.lang, lexicon.Hedge, s.fold(a)); ok {
			open, opener = true, a
		}
	}
	if c.Parent < 0 || c.Parent == i || depth == maxDepth {
		return negative, negation, open, opener
	}
	switch c.Link {
	case grammar.Content, grammar.Open:
	case grammar.Coordinated:
		return negative, negation, open, opener
	default:
		return negative, negation, open, opener
	}
	up, upWord, upOpen, upOpener := s.standing(c.Parent, depth+1)
	verb := s.clauses[c.Parent].Predicate
	out, known := s.outcome(verb, c, up)
	switch {
	case upOpen:
		return negative, negation, true, upOpener
	case !known || out == lexicon.Unsaid:
		return negative, negation, true, verb
	case out == lexicon.CameFalse:
		if upWord < 0 {
			upWord = verb
		}
		return !negative, upWord, open, opener
	}
	return negative, negation, open, opener
}

// marked tells what the word that opens a clause makes of it.
func (s *sentence) marked(c *grammar.Clause) (turns, opens bool) {
	if c.Mark < 0 {
		return false, false
	}
	switch s.fold(c.Mark) {
	case "to", "pour": // "an offer to leave"
		return false, c.Link != grammar.Open && c.Link != grammar.Content && c.Link != grammar.Main
	case "if", "unless", "whether", "lest", "si", "before", "until", "avant":
		return false, true
	case "without", "sans":
		return true, false
	}
	return false, false
}

// noneOf returns the "no" before word i, -1 if there is none.
func (s *sentence) noneOf(i int) int {
	for j := s.tree.Tokens[i].First; j < i; j++ {
		if t := s.term(j); t != nil && t.class == negation && s.tree.Tokens[j].Head == i {
			return j
		}
	}
	return -1
}

// outcome tells what the verb that governs clause c makes of it, given whether
// the verb is negated itself; false if nothing is known.
func (s *sentence) outcome(verb int, c *grammar.Clause, negated bool) (lexicon.Outcome, bool) {
	if verb > 0 && s.words[verb-1].In(s.a.side.Text) == "-" {
		return lexicon.CameTrue, true // "a foreign-backed army took it": no verb that governs
	}
	lemma := s.lemma(verb)
	if lemma == "tell" && !negated && c.Tense != grammar.NoTense {
		return lexicon.CameTrue, true // who is told that it is so, not to do so
	}
	joints := [...]string{"to", "", "from", "de", "a"}
	for _, j := range joints {
		if i, ok := lexicon.ImplicativeOf(s.a.lang, lemma, j); ok {
			if negated {
				return i.Negated, true
			}
			return i.Plain, true
		}
	}
	if cue, ok := lexicon.CueOf(s.a.lang, lexicon.VerbCue, lemma); ok {
		switch {
		case cue.Commitment == lexicon.Asserts && !negated:
			return lexicon.CameTrue, true
		case cue.Commitment == lexicon.Denies && !negated:
			return lexicon.CameFalse, true
		}
		return lexicon.Unsaid, true
	}
	return lexicon.Unsaid, false
}

// timesOf returns the dates that belong to event i: those that hang on its
// predicate, or on a name below it, which nothing but a parser's mistake dates.
func (s *sentence) timesOf(events []event, i int) []*value {
	var times []*value
	for k := range s.a.values {
		v := &s.a.values[k]
		if v.time == nil {
			continue
		}
		if w := s.index(s.a.terms[v.end-1].word); w >= 0 && s.dates(w) == events[i].predicate {
			times = append(times, v)
		}
	}
	return times
}

// dates returns the word that the date at word w hangs on, -1 if on none.
func (s *sentence) dates(w int) int {
	for steps := 0; steps < len(s.words); steps++ {
		h := s.tree.Tokens[w].Head
		if h < 0 {
			return w
		}
		t := s.term(h)
		if t != nil && t.value == 0 && !s.isName(h) && !s.thing(h) {
			return h
		}
		w = h
	}
	return -1
}

// thing reports whether word i is a noun for a person, place or object, which has
// no date: a date that hangs on it was meant for the verb above.
func (s *sentence) thing(i int) bool {
	if s.tree.Tokens[i].Tag != grammar.Noun || s.a.lang != "en" {
		return false
	}
	l := s.lemma(i)
	for _, kind := range [...]string{"physical object", "person", "location", "group"} {
		if _, ok := lexicon.Hypernym(l, kind, lexicon.Noun); ok {
			return true
		}
	}
	return false
}
