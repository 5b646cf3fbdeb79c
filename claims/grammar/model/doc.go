// Package model is the learned part of claims/grammar: the network that reads a
// sentence, the tables of its weights, and the search for names. It deals in
// numbers; claims/grammar says what they mean, and fixtures/treebank learns them.
//
// A word goes through it in this order: its Form (hashes of its spelling, what the
// Lexicon knows of it), its rows, its class, its head and relation (Network), its
// part in a name (NameSearch), its lemma (Lemmas). Nothing is allocated for a word
// once the buffers have grown.
//
// # The network
//
// What a word looks like is a sum of eight vectors of 96 numbers (row.go): its own,
// which began as its reduced GloVe vector, and those of its beginning, its endings,
// its shape and what lists say of it. Two layers of LSTM run over the sentence in
// both directions, 96 wide in each; on the first stands the choice of the class, on
// the second the parser. The parser makes two moves a word, greedily, each chosen
// from what stands on top of its stack and next; the relation is chosen for each
// arc from its two words. Reading a word takes about 390,000 multiplications.
//
// All of it is integers: what is learned with floating point is rounded off once,
// and from there every sum is exact, so amd64 with AVX-512 or AVX2, arm64 and
// plain Go (package kernel) give the same answer. Rounding costs nothing that can be
// measured (0.1 of LAS).
//
// Another head can stand on the same encoder, as that of names does (namehead.go):
// Reading.First and Reading.Last are the outputs of its layers for each word.
package model
