package grammar

// Clause is one predicate with what it says of whom. Words are given by their
// index in the sentence, the head word of their phrase; -1 is none. The phrase
// itself is Tokens[i].First up to Tokens[i].End.
type Clause struct {
	Predicate   int   // the word that carries the meaning: "taken", or "ill" in "was ill"
	Copula      int   // the copula of a predicate that is no verb: "was"
	Particle    int   // "up" in "gave up"
	Auxiliaries []int // in order, without the copula
	Mark        int   // the word that opens a subordinate clause: "that", "if"

	Subject  int  // who acts, or is acted upon if Voice is Passive
	Borrowed bool // the subject stands in another clause: "captured and burned", "agreed to leave", "the man who left"
	Agent    int  // who acts in a passive clause: "by the army"
	Objects  []int
	Obliques []Oblique
	Adverbs  []int

	Link        Link
	Parent      int   // the index of the clause on which this depends, -1 for a main clause
	Noun        int   // the noun that a relative clause or an apposition describes
	Complements []int // the indices of the clauses that complement this one: what was said

	Negation   int   // the word that negates the predicate, -1 if it is asserted
	Scope      Range // the words that the negation governs
	Voice      Voice
	Modality   Modality
	Modal      int // the auxiliary that gives the modality
	Tense      Tense
	Perfect    bool // "has taken"
	Continuous bool // "is taking"
}

// Negated reports whether the clause denies its predicate.
func (c *Clause) Negated() bool { return c.Negation >= 0 }

// Range is the words First up to End.
type Range struct{ First, End int }

// Oblique is a phrase with its preposition: "in Goma", "on Monday".
type Oblique struct {
	Preposition int // -1 if it has none: "Monday"
	Head        int
}

// Link is how a clause hangs on its parent.
type Link uint8

const (
	Main Link = iota
	Coordinated
	Content      // a complement with its own subject: "said that it had left"
	Open         // a complement that borrows its subject: "plans to leave"
	Circumstance // an adverbial clause: "when it left"
	Relative
	Reduced       // a participle or infinitive that describes a noun: "the town taken on Monday"
	Appositive    // a noun that renames another: "Jane Doe, the minister"
	SubjectClause // "that it left is known"
	Aside         // parataxis: an inserted "he said"
)

var linkNames = [...]string{"main", "coordinated", "content", "open", "circumstance", "relative", "reduced", "appositive", "subject", "aside"}

func (l Link) String() string {
	if int(l) < len(linkNames) {
		return linkNames[l]
	}
	return ""
}

// Voice is active or passive.
type Voice uint8

const (
	Active Voice = iota
	PassiveVoice
)

// Modality is how firmly a clause is put.
type Modality uint8

const (
	Actual      Modality = iota // stated as done or being so
	Possible                    // may, might, could, can
	Necessary                   // must, should, has to
	Intended                    // plans to, is going to
	Conditional                 // would
)

// Tense is when a clause happens, as far as its verb says.
type Tense uint8

const (
	NoTense Tense = iota // an infinitive, a participle, a headline's noun
	PastTense
	PresentTense
	FutureTense
)

// Clauses takes a parsed sentence apart into its clauses, in the order of their
// predicates.
func Clauses(s *Sentence) []Clause {
	var out []Clause
	for i := range s.Tokens {
		if s.Tokens[i].Rel == Root {
			out = append(out, Clause{Predicate: i, Copula: -1, Particle: -1, Mark: -1, Subject: -1, Agent: -1, Parent: -1, Noun: -1, Negation: -1, Modal: -1})
		}
	}
	return out
}
