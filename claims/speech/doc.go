// Package speech finds reported speech: which word of a passage reports, what it
// reports and whose words they are. It is semantic role labelling with one kind
// of predicate.
//
// Read pairs the quotation marks of a text and cuts it into passages: sentences,
// held together where a quotation spans several. Reports then asks of every word
// of a passage whether it is a cue, and labels the words around each cue as
// content, speaker or neither. Both decisions are linear models over the words,
// their grammar and their quotation marks; model.bin holds the weights, a byte
// each, trained by fixtures/attribution.
//
// Who the speaker is, which outlet carries the words and what the cue commits
// its speaker to is decided above, in package claims.
package speech
