// Package lexicon knows words: which are opposites, which report speech and what
// they make of it, which weaken or turn a statement, what is a kind of what,
// which names are places, outlets, titles and given names.
//
// The tables in data are of two sorts. Those written for this project are text,
// one concept a file, every entry keyed by its language; those generated from
// other resources (WordNet 3.1, country and city lists) are made by
// fixtures/lexicon, pinned by version and integrity, with their notices beside
// them.
//
// Nothing is loaded before it is asked for. The text tables are read on first
// use, each in less than a millisecond; WordNet is searched where it lies in the
// binary and never loaded at all.
//
// Words are looked up by lemma, whatever their case and accents; a word of
// several parts is written with spaces ("pull out"). An unknown word or language
// has no entry: the answer is then the zero value, and never a guess. All
// functions may be called from several goroutines at once.
package lexicon
