// Package relate judges two statements against each other: does the source agree
// with the statement, contradict it, or say nothing about it.
//
// Judge answers for one pair. Prepare and Relate do the same in two steps, so that
// one statement can be judged against many sources; an Analysis may be used by
// several goroutines at once. Inconsistent looks for a statement that disagrees
// with itself. Lay draws an alignment for people, Missing names what a passage
// lacks; neither decides anything.
//
// Agrees means that the source entails every part of the statement. Contradicts
// means that both cannot be true, and its reasons carry the two spans that clash.
// Everything else is Silent: unrelated texts, texts that are compatible, and all
// that is in doubt. No score decides, and no word of the statement alone.
//
// # The ways of comparing
//
// Relate (relate.go) asks them one after the other, the cheapest first, and most
// pairs are dropped before the first. Each file named here opens with how it works
// and what it leaves out.
//
//   - near.go: two texts in almost the same words are laid beside each other
//     (align.go) and what was replaced, added and dropped decides (replaced.go,
//     value.go, turn.go, exchange.go, relocate.go).
//   - far.go: two texts in different words are compared clause by clause (event.go,
//     parts.go, noun.go, slot.go, state.go, voice.go); also by the numbers of one
//     noun (counted.go), by a statement that lies in a longer sentence
//     (contained.go), and by deeds told as nouns (nominal.go).
//   - told.go: by the plain facts that simple patterns of words tell, where no tree
//     can be trusted (package fact).
//   - beside.go: by a passage that says all of the statement but one thing, which
//     has a slot that holds one thing only (definition.go, filler.go, moment.go,
//     tally.go, opposed.go, denial.go, life.go). It finds clashes only.
//   - borne.go: by a passage that says the same in other words, part by part
//     (unit.go, wording.go, attach.go, title.go, tense.go). It finds agreement only.
//
// An agreement, whichever way found it, then has to stand: nothing that the source
// says besides may take it back (veil.go, limiter.go, incidental.go), and nobody may
// have changed places (voice.go) or nationality (nation.go).
//
// Account.Retold (retold.go and its family) is a way of its own, for a text that is
// known to retell one document: less is needed there to call a statement wrong.
//
// # The words
//
// What words are to each other comes from the lexicon through lexical.go; which
// function words do not matter, exclude each other, or turn a sentence stands in the
// tables function.tsv and groups.tsv, what a slot holds in fillers.tsv and slots.tsv,
// and what says the same in wordings.tsv. The first column of each is the language.
package relate
