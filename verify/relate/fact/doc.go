// Package fact reads the plain facts of a report: who took, left, joined or
// supported what and when; how many people a town has; how far it lies from
// another.
//
// # Why
//
// A sentence of a report is long: it carries its attribution, two appositions and
// a relative clause, and a parser that errs once in fifteen words errs somewhere
// in it. A statement of a draft is short. To say that the one bears out the other
// the whole tree is not needed: a verb group, the noun phrase before it, the noun
// phrase after it, the dates and numbers beside it. That much can be read off a
// chain of chunks, the same way on both sides, and where the chain is broken
// nothing is read.
//
// # How
//
// Words are tagged by claims/grammar and grouped into noun phrases, verb groups,
// prepositions and marks (chunk.go). A verb group, a noun or a fixed phrase that
// the table deeds.tsv knows makes a deed with its agent and patient (deed.go); a
// number makes a holding ("X has N inhabitants", "the town of N people") or a
// distance (holding.go). Two facts are compared only if their names match: a name
// by itself, through an apposition or a compound ("the town of Bana", "L17
// rebels"), or through what a definite noun stands for (Ref).
//
// # Limits
//
// English only so far: other languages need a table and their chunk order.
// Negated, hedged and planned deeds are no facts here; package relate weighs
// them. A statement with any content word that no fact accounts for is never
// borne out.
package fact
