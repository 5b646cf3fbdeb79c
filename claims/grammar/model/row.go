package model

// What the network is told of a word is the sum of a few vectors: one of the word
// itself, learned from how it is used in much text, and one each for its
// beginning, its endings, its shape and what lists say of it, by which words that
// were never seen are known. The vectors are rows of one table.

// RowWidth is the width of a vector.
const RowWidth = 96

// NumRows is how many rows a word has.
const NumRows = 8

// Where the rows begin.
const (
	suffix2At = 0
	suffix3At = suffix2At + 1024
	suffix4At = suffix3At + 4096
	prefixAt  = suffix4At + 4096
	shapeAt   = prefixAt + 2048
	marksAt   = shapeAt + 256
	typeAt    = marksAt + 64
	WordAt    = typeAt + 32 // the row of words that have none
)

// Rows returns the rows of a word, its own first.
func (f *Form) Rows() [NumRows]int32 {
	return [NumRows]int32{WordAt + int32(f.Own),
		suffix2At + int32(scatter(f.Suffix&0xFFFF)%1024),
		suffix3At + int32(scatter(f.Suffix&0xFFFFFF)%4096),
		suffix4At + int32(scatter(f.Suffix)%4096),
		prefixAt + int32(scatter(f.Prefix)%2048),
		shapeAt + int32(f.Shape),
		marksAt + int32(f.Lexical&MarksMask>>10),
		typeAt + int32(f.Lexical&TypeMask>>16)}
}

func scatter(x uint32) uint32 {
	x *= 2654435769
	return x ^ x>>15
}
