package proposition

import (
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
	"slices"
)

// read makes propositions of the clauses, and of what nouns are called by the way.
func (s *Sentence) read() {
	s.at = make([]*Proposition, len(s.Words))
	s.Propositions = make([]*Proposition, 0, len(s.Clauses)+2)
	slab := make([]Proposition, len(s.Clauses))
	for i := range s.Clauses {
		s.clause(&slab[i], &s.Clauses[i])
	}
	for i, p := range s.Propositions {
		if k := p.Clause.Parent; k >= 0 && k != i {
			p.Above = s.Propositions[k]
		}
	}
	s.ordered()
	s.attachTimes()
	s.cleft()
	s.gapped()
	s.parallel()
	s.weigh()
	s.shared()
	s.parted()
	s.exceptions()
	for i := range s.Words {
		s.Phrase(i)
	}
	s.counted()
	s.accorded()
	s.tellers()
	s.called()
	s.capacities()
	s.elevated()
	s.bygone()
	s.ages()
	s.lives()
	s.constituencies()
	s.postulate()
	s.implies()
}

// clause makes the proposition of a clause.
func (s *Sentence) clause(p *Proposition, c *grammar.Clause) {
	acting := c.Subject >= 0 && !c.Borrowed && len(c.Objects) > 0 && len(c.Auxiliaries) == 0 && c.Agent < 0 && c.Link != grammar.Reduced // "M23 seized Walikale", taken for a passive
	*p = Proposition{Sentence: s, Clause: c, Head: c.Predicate, Lemma: s.Lemma(c.Predicate), Link: c.Link, Mark: c.Mark,
		Passive: c.Voice == grammar.PassiveVoice && !acting, Negative: c.Negated(), Negation: c.Negation, Forcer: -1, Tense: c.Tense}
	if s.spares(c) {
		p.Negative, p.Negation = false, -1
	}
	s.at[c.Predicate] = p // stays with the word, wherever order puts the head
	if k := s.beforeDay(p.Lemma, c); k >= 0 {
		p.takeParticle(k)
	}
	if c.Particle >= 0 && s.Amount(c.Particle) == nil {
		p.Lemma += "_" + s.Lemma(c.Particle)
	}
	s.state(p, c)
	subject := Agent
	if p.Passive {
		subject = Patient
	}
	s.subjects(p, c, subject)
	s.objects(p, c)
	s.around(p, c)
	p.floated(subject)
	p.object()
	p.fromTo()
	p.ofThem()
	if first := s.opener(c); first < 0 || !p.wording(first) && p.Passive {
		p.wording(p.Head)
	}
	p.order()
	s.add(p)
}

// spares reports whether the negation of a clause falls on something else than its predicate: "not only repulsed the attack but", "resigned
// not because he was ill", "no fewer than 31 people died".
func (s *Sentence) spares(c *grammar.Clause) bool {
	n := c.Negation
	return s.bounds(n) || n >= 0 && n+1 < len(s.Words) && s.has(limiting, s.Fold(n+1)) ||
		n > c.Predicate && slices.ContainsFunc(s.Clauses, func(o grammar.Clause) bool { return o.Mark == n+1 })
}

// state makes a state of a clause whose predicate is no verb, with what somebody is as its attribute.
func (s *Sentence) state(p *Proposition, c *grammar.Clause) {
	tag := s.Tree.Tokens[c.Predicate].Tag
	infinite := tag == grammar.Verb && c.Mark > c.Copula && c.Mark <= c.Copula+2 && s.has(infinitive, s.Fold(c.Mark)) // "is yet to visit Goma"
	if (c.Copula < 0 || infinite) && c.Link != grammar.Appositive && (tag == grammar.Verb || c.Link == grammar.Reduced && tag != grammar.Adjective) {
		return
	}
	joint := s.preposition(c.Predicate)
	if joint != "" && c.Copula >= 0 && s.IsName(c.Predicate) && !s.has(owning, joint) && c.Subject >= 0 && s.Tree.Tokens[c.Subject].Tag != grammar.Pronoun {
		p.Lemma = words(s.Text.Lang, being)
		p.fill(Oblique, joint, c.Predicate) // "the mayor was in Hull"
		return
	}
	p.Kind = State
	p.fill(Attribute, "", c.Predicate)
}

// subjects fills the slots of who the clause is about, and of who acts in a passive one.
func (s *Sentence) subjects(p *Proposition, c *grammar.Clause, role Role) {
	joint := ""
	if p.Passive && len(c.Objects) > 0 && s.has(giving, p.Lemma) {
		role, joint = Oblique, words(s.Text.Lang, receiving) // "was awarded a scholarship": who is given it
	}
	if k := c.Subject; s.Gloss != nil && k >= 0 && p.Kind == Event && !p.Passive && s.Tree.Tokens[k].Tag == grammar.Pronoun && s.has(unnamed, s.Fold(k)) && s.child(c.Predicate, grammar.Ccomp) < 0 {
		p.Passive = true // "on a retrouvé le corps": somebody did; not "on dit que"
	} else {
		s.each(s.subject(c), func(k int) { p.fill(role, joint, k) })
	}
	s.each(c.Agent, func(k int) {
		if n := s.Amount(k); s.When(k) != nil || n != nil && n.Kind == quantity.Measure && s.child(k, grammar.Nmod) < 0 || s.has(tally, s.Lemma(k)) && s.Phrase(k).Amount != nil {
			p.fill(Oblique, s.preposition(k), k) // "postponed by a week", "passed by 54 votes"
		} else {
			p.fill(Agent, "", k)
		}
	})
}

// objects fills the slots of what is acted upon, of who is given it and of what somebody is called or becomes.
func (s *Sentence) objects(p *Proposition, c *grammar.Clause) {
	for n, o := range c.Objects {
		role, joint := Patient, ""
		if len(c.Objects) > 1 && (s.Tree.Tokens[o].Rel == grammar.Iobj || n == 0 && s.has(giving, p.Lemma) && s.When(c.Objects[1]) == nil) {
			role, joint = Oblique, words(s.Text.Lang, receiving) // "gave Lane the house"
		}
		s.each(o, func(k int) { p.fill(role, joint, k) })
	}
	if c.Attribute < 0 {
		return
	}
	t, role := &s.Tree.Tokens[c.Attribute], Attribute
	if n := s.Amount(c.Attribute); s.Gloss != nil && n != nil && n.Kind == quantity.Ordinal && t.Tag == grammar.Adjective {
		role = Manner // "a terminé deuxième", as "finished second"
	}
	p.fill(role, "", c.Attribute)
	if t.Tag == grammar.Adjective && t.Rel == grammar.Xcomp && len(c.Objects)+len(c.Auxiliaries) > 0 {
		s.children(c.Attribute, func(k int, t *grammar.Token) {
			if t.Rel == grammar.Obl && t.Tag.Nominal() {
				p.fill(Oblique, s.preposition(k), k) // "was pulled alive from the wreckage"
			}
		})
	}
}

// opener returns the form of "be" that a wording of the clause may begin with: its
// copula, or the last auxiliary of a passive.
func (s *Sentence) opener(c *grammar.Clause) int {
	if c.Copula >= 0 || c.Voice != grammar.PassiveVoice || len(c.Auxiliaries) == 0 {
		return c.Copula
	}
	if k := c.Auxiliaries[len(c.Auxiliaries)-1]; k == c.Predicate-1 && s.has(being, s.Lemma(k)) {
		return k
	}
	return -1
}

// order puts the name first where a state has it behind the copula: "the editor is
// Holan" says that Holan is the editor.
func (p *Proposition) order() {
	agent, what := p.Fill(Agent), p.Fill(Attribute)
	if p.Kind != State || agent == nil || what == nil || what.Phrase.Name == "" || agent.Phrase.Name != "" || agent.Phrase.Pronoun {
		return
	}
	agent.Phrase, what.Phrase = what.Phrase, agent.Phrase
	p.Head, p.Lemma = what.Phrase.Head, what.Phrase.Lemma
}

// object makes what stands behind a verb without a preposition its object, where the
// parser took it for a circumstance: "killed at least 70 people".
func (p *Proposition) object() {
	if p.Kind == State || p.Passive || p.Fill(Patient) != nil {
		return
	}
	tokens := p.Sentence.Tree.Tokens
	score := func(i int) bool { // "2-1"
		return i+2 < len(tokens) && tokens[i].Rel == grammar.OblUnmarked && tokens[i+2].Rel == grammar.Flat && tokens[i+2].Tag == grammar.Number
	}
	if x := p.Find(func(x *Slot) bool {
		return x.Role == Oblique && x.Preposition == "" && x.Phrase.When == nil && x.Phrase.Head > p.Head && !score(x.Phrase.Head)
	}); x != nil {
		x.Role = Patient
	}
}

// each calls f for word i and the words coordinated with it; for none if i is -1.
func (s *Sentence) each(i int, f func(int)) {
	if i < 0 {
		return
	}
	for _, k := range s.Tree.Conjuncts(nil, i) {
		f(k)
	}
}

// subject returns the word for whom a clause is about. What is said of a noun that
// says what somebody is, is said of that somebody: "the film is a drama directed by
// Doe".
func (s *Sentence) subject(c *grammar.Clause) int {
	if _, who := s.adjectiveAbove(c); who >= 0 {
		return who
	}
	if c.Parent >= 0 {
		above := &s.Clauses[c.Parent]
		switch {
		case c.Subject < 0 && c.Link == grammar.Content: // "denied having ordered it"
			return above.Subject
		case c.Borrowed && c.Link == grammar.Circumstance && len(above.Objects) > 0 && above.Objects[0] < c.Predicate && above.Voice == grammar.Active &&
			!s.has(winning, s.Lemma(above.Predicate)) && !s.Phrase(above.Objects[0]).lasts() && s.governs(s.Lemma(above.Predicate), s.joint(c)):
			return above.Objects[0] // "forced the firm to halt": the firm halts; twin: "Operated on in May, she keeps the title"
		case c.Borrowed && c.Link == grammar.Open && s.has(winning, s.Lemma(above.Predicate)):
			return above.Subject // "beat Samsung to win the title"
		}
	}
	if c.Link == grammar.Reduced && c.Subject < 0 && c.Noun >= 0 {
		if k := s.child(c.Noun, grammar.NmodPoss); k >= 0 || s.Gloss == nil {
			return k // "Parliament's refusal to raise the tax"
		}
		if k := s.child(c.Noun, grammar.Nmod); k >= 0 && k < c.Predicate && s.has(owning, s.preposition(k)) && s.Tree.Tokens[c.Predicate].Feats.Has(grammar.Infinitive) {
			return k // "le refus du Parlement d'augmenter la taxe"
		}
		return -1
	}
	if c.Link == grammar.Appositive && c.Subject >= 0 {
		if of := s.apposed(c.Subject, c.Predicate); of != c.Subject {
			return of
		}
	}
	if c.Link == grammar.Relative && c.Subject >= 0 && c.Noun >= 0 && s.has(relative, s.Fold(c.Subject)) {
		return s.renamed(c.Noun)
	}
	if c.Subject < 0 || !c.Borrowed || c.Link != grammar.Relative && c.Link != grammar.Reduced {
		return c.Subject
	}
	if p := s.at[c.Subject]; p != nil && (p.Clause.Copula >= 0 || c.Link == grammar.Relative && p.Clause.Link == grammar.Appositive) {
		if of := p.Clause.Subject; of >= 0 && s.Tree.Tokens[of].Tag != grammar.Pronoun {
			return of
		}
	}
	return c.Subject
}

// renamed returns the word that noun i is an apposition of, i itself if it is none: who
// leads the alliance is Amani, in "Amani, a veteran who leads the alliance".
func (s *Sentence) renamed(i int) int {
	if t := &s.Tree.Tokens[i]; t.Rel == grammar.Appos && t.Head >= 0 && s.IsName(t.Head) {
		return t.Head
	}
	return i
}

// attachTimes gives each date to the proposition that it dates: the nearest predicate
// above it.
func (s *Sentence) attachTimes() {
	last := int16(0)
	for i := range s.Words {
		k := s.times[i]
		if k == 0 || k == last {
			continue
		}
		last = k
		end := i
		for end+1 < len(s.Words) && s.times[end+1] == k {
			end++
		}
		head := i // what hangs on a word outside
		for k := end; k >= i; k-- {
			if h := s.Tree.Tokens[k].Head; h < i || h > end {
				head = k
			}
		}
		p := s.PredicateAbove(head)
		if p == nil || s.excluded(head) || s.outdated(i, end) || s.sundered(head, i, s.When(i)) {
			continue
		}
		f := s.Phrase(head)
		f.When, f.First, f.End = &s.Text.Times[k-1], min(f.First, i), max(f.End, end+1)
		p.Slots = append(p.Slots, Slot{Role: Time, Preposition: s.preposition(head), Phrase: f})
		for _, m := range f.Modifiers {
			if x := m.Phrase; (x.Head < i || x.Head > end) && x.lasts() && x.When != f.When {
				p.Slots = append(p.Slots, Slot{Role: Oblique, Preposition: m.Preposition, Phrase: x}) // "closed | two weeks | this summer"
			}
		}
	}
}

// sundered reports whether a date hangs on what the predicate was before, after or because of: "after his arrest in 2019, he sold the mill".
// Twin: "in an attack in 2019".
// So may a month or a year right behind it, whatever the parser hangs it on: "sold the mill after the vote in 2019".
func (s *Sentence) sundered(head, first int, when *date.Mention) bool {
	if k := s.child(head, grammar.Case); k >= 0 {
		first = min(first, k)
	}
	if when.Precision > date.OneDay && first > 0 && s.Tree.Tokens[first-1].Tag.Nominal() && s.has(sundering, s.preposition(first-1)) && !s.IsName(first-1) {
		return true
	}
	for i, steps := s.Tree.Tokens[head].Head, 0; i >= 0 && s.at[i] == nil && steps < len(s.Words); i, steps = s.Tree.Tokens[i].Head, steps+1 {
		if s.has(sundering, s.preposition(i)) && !s.IsName(i) {
			return true
		}
	}
	return false
}

// outdated reports whether a date, words i to end, tells when something was at the amount from which it went: "fell to 3.2 percent in May from
// 3.5 percent | in April". Twins: "from 45 percent | on 3 May", "since 2008".
func (s *Sentence) outdated(i, end int) bool {
	m, w := s.Amount(max(i-2, 0)), s.When(end)
	return m != nil && m.Direction == quantity.From && w.Precision != date.OneDay && w.Relation != date.Since
}

// PredicateAbove returns the proposition that word i stands in, nil if it is in none.
func (s *Sentence) PredicateAbove(i int) *Proposition {
	for steps := 0; i >= 0 && steps < len(s.Words); steps++ {
		if s.at[i] != nil {
			return s.at[i]
		}
		i = s.Tree.Tokens[i].Head
	}
	return nil
}

// Read parses the sentence and reads what it says, once; it is safe for concurrent
// use, and so is everything else after it.
func (s *Sentence) Read() { s.once.Do(s.parse) }

func (s *Sentence) parse() {
	defer s.parsed.Store(true)
	if s.Words, s.At = s.collect(); len(s.Words) == 0 {
		return
	}
	s.folds = make([]string, len(s.Words))
	for i, w := range s.Words {
		s.folds[i] = text.Fold(w.In(s.Text.Src))
	}
	s.Tree = s.Text.Parse(s.Words)
	s.divide()
	s.regents()
	if s.Text.Foreign {
		s.Gloss = translate.Sentence(&s.Tree, s.Text.Src, s.Words)
	}
	lemmas := make([]string, len(s.Words))
	for i := range lemmas {
		lemmas[i] = s.lemma(i)
	}
	s.lemmas = lemmas
	s.Clauses = grammar.Clauses(&s.Tree)
	s.phrases, s.slab = make([]*Phrase, len(s.Words)), make([]Phrase, len(s.Words))
	s.index()
	s.read()
}
