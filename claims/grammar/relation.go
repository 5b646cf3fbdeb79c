package grammar

import "strings"

// Rel is the relation of a word to its head, after Universal Dependencies. Only
// the subtypes that change what a sentence says are kept apart. The zero value
// is Dep, a relation that is not known.
type Rel uint8

const (
	Dep Rel = iota // not known
	Root
	Nsubj     // who acts, or what is so
	NsubjPass // who is acted upon
	Csubj
	Obj // who is acted upon, in an active clause
	Iobj
	Obl         // a phrase of time, place, manner ... of a verb: "fled to Goma"
	OblAgent    // who acts, in a passive clause
	OblUnmarked // the same without preposition: "left Monday"
	Ccomp       // a clause with a subject of its own: what was said
	Xcomp       // a clause that borrows its subject: "agreed to leave"
	Advcl       // a clause of circumstance
	Advmod
	Aux
	AuxPass
	Cop
	Mark // the word that opens a subordinate clause
	Nmod // a phrase of a noun: "the fall of Goma"
	NmodUnmarked
	NmodDesc // a title before a name
	NmodPoss // who owns
	Appos    // a noun that renames
	Nummod
	Amod
	Det
	Case     // the adposition of a noun
	Acl      // a clause that describes a noun
	AclRelcl // a relative clause
	Conj
	Cc
	Compound
	CompoundPrt // "gave up"
	Flat        // the further words of a name
	Fixed
	Expl
	Discourse
	Vocative
	Parataxis // a clause set beside: "it fell, he said"
	List
	Goeswith
	Orphan
	Reparandum
	Dislocated
	Punct
	numRels
)

var relNames = [numRels]string{
	"dep", "root", "nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl", "obl:agent",
	"obl:unmarked", "ccomp", "xcomp", "advcl", "advmod", "aux", "aux:pass", "cop", "mark",
	"nmod", "nmod:unmarked", "nmod:desc", "nmod:poss", "appos", "nummod", "amod", "det", "case",
	"acl", "acl:relcl", "conj", "cc", "compound", "compound:prt", "flat", "fixed", "expl",
	"discourse", "vocative", "parataxis", "list", "goeswith", "orphan", "reparandum", "dislocated", "punct",
}

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
