// Package proposition reads what a sentence says: its propositions, each a predicate
// with who and what it is said of, whether it is denied, and how firmly the text says
// it.
//
// A report says more than its main verbs do: "President Kabila said" says that Kabila is
// president, "forced the firm to halt" that the firm halted, "was cleared of taking
// bribes" that no bribe was taken. Who compares texts by their words alone takes all
// these for one another. So a sentence yields a proposition for each of its clauses
// (read.go), for what names are called by the way, titles and appositions (called.go, naming.go), and for
// how old somebody is and when he was born (life.go). The voice is undone: what is acted upon is the
// Patient of an active and of a passive verb. Wordings of several words are one predicate
// (wording.go, wordings.tsv): "took control of" is take_control_of. What the parser gets wrong again and again is mended first (regent.go).
//
// # Postulates
//
// Who beat them in the final won it, and who was given twelve years in prison was jailed for twelve years: what one predicate says in another's
// words is a row of postulates.tsv (postulate.go). An "is" row puts the one form in the place of the other, in sources and statements, and may
// lead to another row; a "says" row adds what a proposition implies to Implied, which a source alone is asked for.
//
// # Force
//
// How firmly a text says something is a matter of what stands above it (force.go, noun.go): each
// word that can stand above a clause has a signature in signatures.tsv, what follows for
// the clause if the word is asserted and what if it is denied, after Karttunen (1971) and
// Nairn, Condoravdi and Karttunen (2006). Questions, the plots of films, and subjects of
// predicates that call them false ("claims that ... were false") are seen for the whole
// sentence (refute.go). Force.Bears says which force bears out which.
//
// # What a reading earns
//
// Each was left out in turn, on 26,600 pairs by other hands and the cases of the ledger: the right answers that are lost then, and the false
// ones that come ("+": at least so many). What cost at most two right answers and let nothing false through is gone.
//
//	lives in brackets         4+  0      nobody in particular   0  4+
//	ages                      4+  0      fiction                0  4+
//	titles by the way         4+  0      pronouns of others     0  4+
//	postulates                4   0      particles              0  5
//	from one sum to another   4   0      questions              0  3
//	left-out verbs            3   0      adverbs of force       0  3
//	(losses of life           3   0)     whom it leaves out     1  2
//	claims that were false    2   0      lessened titles        0  2
//	first subject is meant    2   0      denied infinitives     0  2
//	mends of the tree         3   2      parallel clauses       0  1
//
// # Reference
//
// A Chain follows the persons of a text and links "he" and "she" where hardly a doubt is
// left (coreference.go). All else stays unlinked: a wrong name makes a source say what it
// never said. The resolver of package claims answers another question, who speaks and what "the
// town" is, from words without trees and for whole documents; what it finds comes in by Text.Referent and goes before
// the Chain. Without the Chain 12 right answers of the ledger and 10 of the pool are lost, and one false one goes.
//
// # Limits
//
// The trees are those of a small network trained on English; where it takes a verb for a
// noun ("the dam leaks", "houses, bridges and a school") the reading is wrong. Of 576
// texts in testdata, written for what is hard, 67 are marked as wrongly read, most of them for
// that. A sentence of more than LongestSentence words says nothing. Brackets are read
// for lives alone, and not as ranges of dates.
//
// # To add a word
//
// The words stand in tables, their first column the language: words.tsv (words of
// grammar), signatures.tsv, wordings.tsv, postulates.tsv. Add the word, a sentence with it in testdata
// and one with its negation, and run go test -update.
package proposition
