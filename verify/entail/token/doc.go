// Package token cuts a text into the pieces that a network was taught, as numbers:
// WordPiece (BERT) and SentencePiece with a unigram model (DeBERTa). A vocabulary is
// read once from the files in which it is published (ParseJSON, ParseSentencePiece,
// ParseList) and kept as one run of bytes, Vocabulary.Bytes, which Open uses in place.
//
// A text is only ever text: what looks like a mark of the network ("[SEP]") is cut into
// pieces like anything else.
package token
