package grammar

import "strings"

// Rel is the relation of a word to its head, after Universal Dependencies. Only
// the subtypes that change what a sentence says are kept apart. The zero value
// is Dep, a relation that is not known.
type Rel uint8

const (
	Dep Rel = iota
	Root
	Subject        // nsubj: who acts
	SubjectPassive // nsubj:pass: who is acted upon
	ClauseSubject  // csubj
	Object
	IndirectObject
	Oblique
	Agent          // obl:agent: who acts, in a passive clause
	ObliqueBare    // obl:unmarked: "left on|Monday", "left Monday"
	Complement     // ccomp: a clause with a subject of its own
	OpenComplement // xcomp: a clause that borrows its subject
	Adverbial      // advcl
	Modifier       // advmod
	Aux
	AuxPassive
	Copula
	Mark // the word that opens a subordinate clause
	NounModifier
	NounModifierBare // nmod:unmarked
	NounDescription  // nmod:desc: the title before a name
	Possessor        // nmod:poss
	Apposition
	NumberModifier
	AdjectiveModifier
	DeterminerOf
	Case           // the adposition of a noun
	NounClause     // acl
	RelativeClause // acl:relcl
	Conjunct
	CoordinatorOf // cc
	Compound
	VerbParticle // compound:prt
	Flat
	Fixed
	Expletive
	Discourse
	Vocative
	Parataxis
	List
	GoesWith
	Orphan
	Reparandum
	Dislocated
	Punct
	numRels
)

var relNames = [numRels]string{"dep", "root", "nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl", "obl:agent", "obl:unmarked",
	"ccomp", "xcomp", "advcl", "advmod", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:unmarked", "nmod:desc", "nmod:poss", "appos",
	"nummod", "amod", "det", "case", "acl", "acl:relcl", "conj", "cc", "compound", "compound:prt", "flat", "fixed", "expl",
	"discourse", "vocative", "parataxis", "list", "goeswith", "orphan", "reparandum", "dislocated", "punct"}

// String returns the name that Universal Dependencies give the relation.
func (r Rel) String() string {
	if r < numRels {
		return relNames[r]
	}
	return relNames[Dep]
}

// Base returns the name without its subtype: "nsubj" for "nsubj:pass".
func (r Rel) Base() string {
	base, _, _ := strings.Cut(r.String(), ":")
	return base
}

// RelOf returns the relation of a name; a subtype that is not kept apart counts
// as its base, an unknown name as Dep.
func RelOf(name string) Rel {
	for i, s := range relNames {
		if s == name {
			return Rel(i)
		}
	}
	if base, _, ok := strings.Cut(name, ":"); ok {
		return RelOf(base)
	}
	return Dep
}
