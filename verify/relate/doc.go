// Package relate judges two statements against each other: does the source agree
// with the statement, contradict it, or say nothing about it.
//
// Judge answers for one pair. Prepare and Relate do the same in two steps, so that
// one statement can be judged against many sources; an Analysis may be used by
// several goroutines at once. Inconsistent looks for a statement that disagrees
// with itself.
//
// Agrees means that the source entails every part of the statement. Contradicts
// means that both cannot be true, and its reasons carry the two spans that clash.
// Everything else is Silent: unrelated texts, texts that are compatible, and all
// that is in doubt. No score decides, and no word of the statement alone.
package relate
