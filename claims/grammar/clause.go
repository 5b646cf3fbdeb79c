package grammar

// Clause is one predicate with what it says of whom. Words are given by their
// index in the sentence, the head word of their phrase; -1 is none. The phrase
// itself is Tokens[i].First up to Tokens[i].End, and words coordinated with its
// head ("Kigali and Kinshasa") are Conjuncts of it.
type Clause struct {
	Predicate   int   // the word that carries the meaning: "taken", or "ill" in "was ill"
	Copula      int   // the copula of a predicate that is no verb: "was"
	Particle    int   // "up" in "gave up"
	Auxiliaries []int // in order, without the copula; those of "has taken and burned" are of both
	Mark        int   // the word that opens a subordinate clause: "that", "if"

	Subject   int  // who acts, or is acted upon if Voice is PassiveVoice
	Borrowed  bool // the subject stands elsewhere: "captured and burned", "agreed to leave", "the man who left"
	Agent     int  // who acts in a passive clause: "by the army"
	Objects   []int
	Attribute int // what the subject becomes or is called: "president" in "became president"
	Obliques  []Oblique
	Adverbs   []int

	Link        Link
	Parent      int   // the index of the clause on which this depends, -1 for a main clause
	Noun        int   // the noun that a relative clause or an apposition describes
	Complements []int // the indices of the clauses that complement this one: what was said

	Negation   int   // the word that negates the predicate, -1 if it is asserted
	Scope      Range // the words that the negation governs
	Voice      Voice
	Modality   Modality
	Modal      int // the word that gives the modality: "may", "plans" in "plans to leave"
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
	Main          Link = iota
	Coordinated        // "and burned"
	Content            // a complement with its own subject: "said that it had left", "“It left,” he said"
	Open               // a complement that borrows its subject: "plans to leave"
	Circumstance       // an adverbial clause: "when it left"
	Relative           // "who left"
	Reduced            // a participle or infinitive that describes a noun: "the town taken on Monday"
	Appositive         // a noun that renames another: "Jane Doe, the minister"
	SubjectClause      // "that it left is known"
	Aside              // set beside: "it left, he said"
)

var linkNames = [...]string{"main", "coordinated", "content", "open", "circumstance", "relative", "reduced", "appositive", "subject", "aside"}

// String returns the link in lower case.
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
	Hearsay                     // so others say: "aurait"
)

// Tense is when a clause happens, as far as its verb says.
type Tense uint8

const (
	NoTense Tense = iota // an infinitive, a participle, a noun
	PastTense
	PresentTense
	FutureTense
)

// Clauses takes a parsed sentence apart into its clauses, in the order of their
// predicates. It takes time linear in the sentence.
func Clauses(s *Sentence) []Clause {
	b := clauseBuilder{s: s, at: make([]int, len(s.Tokens)), first: make([]int, len(s.Tokens)), next: make([]int, len(s.Tokens))}
	b.linkChildren()
	for i := range s.Tokens {
		b.at[i] = -1
	}
	for _, i := range b.order() {
		b.decide(i)
	}
	n := 0
	for i := range s.Tokens {
		if b.at[i] >= 0 {
			b.at[i] = n
			n++
		}
	}
	b.out = make([]Clause, 0, n)
	for i := range s.Tokens {
		if b.at[i] >= 0 {
			b.out = append(b.out, b.build(i))
		}
	}
	for _, i := range b.order() {
		if b.at[i] >= 0 {
			b.resolve(&b.out[b.at[i]])
		}
	}
	for i := range b.out {
		if c := &b.out[i]; c.Parent >= 0 && (c.Link == Content || c.Link == Open || c.Link == SubjectClause) {
			b.out[c.Parent].Complements = append(b.out[c.Parent].Complements, i)
		}
	}
	return b.out
}

// Conjuncts appends to dst the words that are coordinated with word i, itself
// first: the heads of "Kigali", "Goma" and "Bukavu". What another word stands in the place of is none of
// them: "Goma rather than Bukavu".
func (s *Sentence) Conjuncts(dst []int, i int) []int {
	dst = append(dst, i)
	for k := i + 1; k < s.Tokens[i].End; k++ {
		if s.Tokens[k].Head == i && s.Tokens[k].Rel == Conj && !s.replaced(k) {
			dst = append(dst, k)
		}
	}
	return dst
}

// replaced reports whether a word is coordinated with another by what says that the other is there in its place.
func (s *Sentence) replaced(k int) bool {
	for c := s.Tokens[k].First; c < k; c++ {
		if s.Tokens[c].Head == k && s.Tokens[c].Rel == Cc && s.is(c, replaces) {
			return true
		}
	}
	return false
}
