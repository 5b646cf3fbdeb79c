// Package model is the learned part of claims/grammar: the features that its
// models look at, the tables of their weights, and the search for the best answer.
// It deals in numbers; claims/grammar says what they mean, and fixtures/treebank
// uses the same features and the same search to learn the weights.
//
// A word goes through it in this order: its Form (hashes of its spelling, what the
// Lexicon knows of it), its Class (Model.Tags), its head and relation (Beam), its
// part in a name (NameSearch), its lemma (Lemmas). Nothing is allocated for a word
// once the buffers have grown.
package model
