package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A Proposition is one thing that a sentence says: a predicate and who and what it
// is said of. Words are given by their index in Sentence.Words, -1 is none.
type Proposition struct {
	Sentence  *Sentence
	Kind      Kind
	Head      int    // the predicate: "taken", "leader", "ill"
	Lemma     string // of the predicate with its particle: "take", "call_off"; of a state the noun or adjective
	Passive   bool   // told in the passive; the slots are those of the active voice
	Negative  bool   // the text says that it is not so
	Negation  int    // the word that says so
	Force     Force  // how firmly the text says so
	Forcer    int    // the word that takes force away: "allegedly", "plans", "accused"
	Tense     grammar.Tense
	Over      bool // it was so and, as far as the text says, is no longer: "former", "used to", "was once"
	Slots     []Slot
	Operators []int           // words that stand in no slot, as Force and Polarity say what they do: "allegedly", "at no time"
	Clause    *grammar.Clause // that tells it; nil if none does
	Above     *Proposition    // the one that it stands under, nil if under none
	Link      grammar.Link
	Mark      int  // the word that opens it, "because", "that"; -1 if none does
	Aside     bool // no clause says it but a title or the like: "President Kabila"
	Excepted  bool // of somebody whom it leaves out it does not say so: "all but the cook were rescued"
	Only      bool // of whom it says so it says it alone: "it was Duda who closed it"
	NotBefore bool // before the time that it has it was not so: "did not reach Orlau until 1971"
	settled   bool // its own words say all of its force: "has yet to visit"
	weighed   bool // its force was found
}

// Proposes returns an event that the sentence tells by word head and by no clause.
func (s *Sentence) Proposes(head int, lemma string, slots ...Slot) *Proposition {
	return &Proposition{Sentence: s, Head: head, Lemma: lemma, Slots: slots, Negation: -1, Forcer: -1, Mark: -1}
}

// add adds a proposition to the sentence, and returns it.
func (s *Sentence) add(p *Proposition) *Proposition {
	s.Propositions = append(s.Propositions, p)
	return p
}

// told returns the propositions that clauses tell: the first ones.
func (s *Sentence) told() []*Proposition { return s.Propositions[:len(s.Clauses)] }

// Kind is what sort of predicate a proposition has.
type Kind uint8

// The kinds. The zero value is Event.
const (
	Event Kind = iota // somebody does or undergoes something: a verb
	State             // somebody is something: "is ill", "Nangaa, leader of the alliance", "President Kabila"
)

// Force is how firmly a text says that something is so, from the firmest down. A
// source bears out what has no more force than its own proposition.
type Force uint8

// The forces. The zero value is Asserted.
const (
	Asserted    Force = iota // said in the text's own voice, or presupposed: "managed to", "knows that", "convicted of"
	Reported                 // what somebody says to be so: "said that"
	Alleged                  // believed, alleged, suspected, possible: "accused of", "is thought to", "may"
	Planned                  // intended, expected, ordered, promised: "plans to", "will", "due to"
	Conditional              // under an if, or an only-if: "would"
	Open                     // asked, feared, rumoured, imagined, the plot of a film
)

var forceNames = [...]string{"asserted", "reported", "alleged", "planned", "conditional", "open"}

// String returns the force in lower case.
func (f Force) String() string { return forceNames[f] }

// Firm reports whether the text vouches for what it says, or somebody in it does.
func (f Force) Firm() bool { return f <= Reported }

// Bears reports whether what a text says with the force bears out what is said with another:
// what is firm does, else the same force, or one that is no firmer; but that something may be
// so is no plan.
func (f Force) Bears(g Force) bool { return f.Firm() || f == g || f < g && g > Planned }

// A Slot is a part of a proposition or of a phrase: who, what, where, when, how.
type Slot struct {
	Role        Role
	Preposition string // folded, empty if there is none: "in", "by", "out of"
	Phrase      *Phrase
}

// how returns the lemma by which a circumstance tells how, with its preposition: "initially", "at_first", "on_paper".
func (x *Slot) how() string {
	if x.Role == Oblique {
		return x.Preposition + "_" + x.Phrase.Lemma
	}
	return x.Phrase.Lemma
}

// Role is what a slot is to its predicate or noun, the voice undone.
type Role uint8

// The roles. The zero value is Oblique.
const (
	Oblique   Role = iota // a phrase with its preposition: "in Goma", "with a rifle"
	Agent                 // who acts, or who is something
	Patient               // who is acted upon, what is done
	Attribute             // what somebody is or becomes
	Time                  // when
	Manner                // an adverb
	Modifier              // of a noun: an adjective, a noun before it, whose it is
	Owner                 // of a noun: "Goma's", "of Goma"
)

var roleNames = [...]string{"oblique", "agent", "patient", "attribute", "time", "manner", "modifier", "owner"}

// String returns the role in lower case.
func (r Role) String() string { return roleNames[r] }

// A Phrase is what fills a slot: a noun with what describes it, a name, a number, a
// date, a pronoun, an adverb.
type Phrase struct {
	Sentence   *Sentence
	Head       int
	First, End int    // the words of the noun with what stands close by it, no clauses
	Lemma      string // of the head, folded
	Name       string // as written if it is a name; what the text around says that a pronoun or "the town" stands for; empty otherwise
	Resolved   bool   // Name is what it stands for, not its own words
	Pronoun    bool
	Definite   bool                 // "the", "this", "his": one that was named before
	Amount     *quantity.Mention    // how many, or the measure that it is; nil if none is told
	When       *date.Mention        // the date that it is or is told by; nil if none is
	Many       *quantity.Quantifier // how many of how many: "all but two of the 30", "nearly all", "30"; nil if it is not said
	Quantifier string               // "all", "no", "some": the word that says how many without a number, folded; empty if none does
	Modifiers  []Slot               // what describes or restricts it
	at         text.Span            // of words that were not parsed, those in brackets; zero for others
	named      text.Range           // the words of the name, without what describes it: "Congo" of "the eastern Congo"
	titled     bool                 // the words are a title: "Gov." of "Wisconsin Gov. Scott Walker"
	Alias      []*Phrase            // what it is also called: an apposition, a title, the name in "the town of Goma"

	who *name.Name // Name taken apart, nil if there is none: four in five words have none, and it is larger than the rest
}

// Who returns Name taken apart, the empty name if there is none.
func (p *Phrase) Who() name.Name {
	if p.who == nil {
		return name.Name{}
	}
	return *p.who
}

// resolve says for whom the phrase stands.
func (p *Phrase) resolve(as string, who name.Name) { p.Name, p.Resolved, p.who = as, true, &who }

// Token returns the head of the phrase as it was parsed.
func (p *Phrase) Token() *grammar.Token { return &p.Sentence.Tree.Tokens[p.Head] }

// Span returns the bytes of the phrase.
func (p *Phrase) Span() text.Span {
	if p.at.Len() > 0 {
		return p.at
	}
	return p.Sentence.Span(p.First, p.End)
}

// Text returns the words of the phrase as written.
func (p *Phrase) Text() string { return p.Span().In(p.Sentence.Text.Src) }

// Clause reports whether a relative clause describes the phrase: "walkers who carry no map".
func (p *Phrase) Clause() bool {
	of := -1
	if p.Many != nil && p.Many.Head >= 0 {
		of = p.Sentence.word(p.Many.Head) // "none of the deals that were signed"
	}
	return p.Sentence.child(p.Head, grammar.AclRelcl, grammar.Acl) >= 0 || of >= 0 && p.Sentence.child(of, grammar.AclRelcl, grammar.Acl) >= 0
}

// lasts reports whether the phrase is how long something takes: "two hours". Twin: "the two-hour train".
func (p *Phrase) lasts() bool {
	return p.Amount != nil && p.Amount.Dimension() == quantity.Duration && p.Sentence.At[p.Head] < p.Amount.End || p.When != nil && p.When.Duration()
}

// Told reports whether a clause tells which one the phrase is of: "prices that farmers get". Twin: "prices, which fell".
func (p *Phrase) Told() bool {
	t := p.Sentence.Tree.Tokens
	k := p.Sentence.child(p.Head, grammar.AclRelcl, grammar.Acl)
	return k > p.Head && t[t[k].First].Tag != grammar.Punctuation && t[max(t[k].First-1, 0)].Tag != grammar.Punctuation
}

// Each reports whether the proposition denies something of each of those that share a slot: "neither
// the driver nor his passenger was hurt".
func (p *Proposition) Each() bool {
	return p.Negation >= 0 && p.Sentence.has(neither, p.Sentence.Fold(p.Negation))
}

// Disjoined reports whether the phrase shares its slot with others by "or": "no money or food".
func (p *Phrase) Disjoined() bool { return p.Sentence.disjoined(p.Head) }

// Particle returns the word that makes another verb of the predicate, "back" of "buy the vans back"; -1 if none does.
func (p *Proposition) Particle() int { return p.Sentence.child(p.Head, grammar.CompoundPrt) }

// Opener returns the word that opens the clause of a proposition, "because", "when", -1 if none does.
func (p *Proposition) Opener() int {
	s := p.Sentence
	if k := s.child(p.Head, grammar.Advmod); p.Mark < 0 && k >= 0 && k < p.Head && s.has(asking, s.Fold(k)) {
		return k
	}
	return p.Mark
}

// Fill returns the first slot of a role, nil if none has it.
func (p *Proposition) Fill(r Role) *Slot {
	return p.Find(func(x *Slot) bool { return x.Role == r })
}

// Content returns the proposition that is told under it as its content, nil if there is none: "said that the dam burst".
func (p *Proposition) Content() *Proposition {
	i := slices.IndexFunc(p.Sentence.Propositions, func(q *Proposition) bool { return q.Link == grammar.Content && q.Above == p })
	if i < 0 {
		return nil
	}
	return p.Sentence.Propositions[i]
}

// Gapped reports whether a proposition may be of somebody or something whom it does not name, as the noun that its clause describes is that:
// "the states that Obama won", "lost the state that he won and then lost".
func (p *Proposition) Gapped() bool {
	who := p.Fill(Agent)
	if who == nil || p.Kind == State || p.Fill(Patient) != nil {
		return false
	}
	up := p.Above
	return p.Link == grammar.Aside || p.Link == grammar.Relative && who.Phrase.Head != p.Clause.Noun || p.Link == grammar.Coordinated && up != nil && up.Link == grammar.Relative && up.Fill(Patient) != nil
}

// Bounded reports whether a clause tells when it is so: "was 16 when his father died", "his father died when he was 16"; or a date.
func (p *Proposition) Bounded() bool {
	return p.Link == grammar.Circumstance || p.Fill(Time) != nil || slices.ContainsFunc(p.Sentence.Propositions, func(q *Proposition) bool {
		return q.Link == grammar.Circumstance && q.Above != nil && q.Above.Head == p.Head && !q.Aside
	})
}

// Find returns the first slot that is so, nil if none is.
func (p *Proposition) Find(is func(*Slot) bool) *Slot {
	for i := range p.Slots {
		if is(&p.Slots[i]) {
			return &p.Slots[i]
		}
	}
	return nil
}

// Joints returns the prepositions that may stand for that of a slot: one in an English
// text; of a foreign one all that it may be translated by, "in", "at" and "to" for "à".
func (x *Slot) Joints() []string {
	s := x.Phrase.Sentence
	if s == nil || s.Gloss == nil || x.Phrase.Head >= len(s.Words) {
		return []string{x.Preposition}
	}
	if k := s.child(x.Phrase.Head, grammar.Case); k >= 0 && s.Gloss.Lemmas[k] == x.Preposition {
		return append([]string{x.Preposition}, s.Gloss.Others[k]...)
	}
	return []string{x.Preposition}
}

// String returns the proposition for tests and people who mend rules:
// "take(agent: M23; patient: Walikale; time: on Wednesday)", "not" and the force in
// front where there is one to tell.
func (p *Proposition) String() string {
	var b strings.Builder
	if p.Force != Asserted {
		b.WriteString(p.Force.String() + " ")
	}
	if p.Negative {
		b.WriteString("not ")
	}
	if p.Over {
		b.WriteString("once ")
	}
	if p.Kind == State {
		b.WriteString("is ")
	}
	b.WriteString(p.Lemma + "(")
	for i, s := range p.Slots {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(s.Role.String())
		if s.Preposition != "" {
			b.WriteString(" " + s.Preposition)
		}
		b.WriteString(": " + s.Phrase.String())
	}
	return b.String() + ")"
}

// String returns the phrase for tests: its words, what it stands for behind "=", what
// it is also called behind "~".
func (p *Phrase) String() string {
	s := p.Text()
	if p.Resolved {
		s += "=" + p.Name
	}
	for _, a := range p.Alias {
		s += "~" + a.Text()
	}
	for _, m := range p.Modifiers {
		if m.Phrase.Head < p.First || m.Phrase.Head >= p.End || m.Role == Owner {
			s += "[" + m.Preposition + " " + m.Phrase.String() + "]"
		}
	}
	return s
}
