// Package grammar tells subject from object: for each word of a sentence its part
// of speech, its lemma, its head and its relation to it, after Universal
// Dependencies, and the persons, organisations and places that are named; on top
// of that, the clauses of the sentence.
package grammar
