// Package text is the leaf of the house: words, sentences, byte spans, folding
// and stemming. It knows no language's meaning and imports nothing of ours.
//
// Everything is addressed by byte offsets into one immutable string, so that a
// finding about a word can be shown at its place in the file without searching
// for it a second time. Words follow the conventions of the Universal
// Dependencies English Web Treebank: clitics and hyphens are words of their own
// ("did|n't", "Clinton|'s", "long|-|term"), a number and its unit are two
// ("125|km"), abbreviations keep their full stop ("U.S.", "Gen.").
//
// No function returns an error or panics: every sequence of bytes is a text, and
// bytes that are not UTF-8 are words of kind Other.
package text
