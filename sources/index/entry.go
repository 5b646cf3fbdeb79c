package index

import (
	"factcheck/claims"
	"factcheck/claims/text"
)

// An Entry is a document with what it says: the unit that is added.
type Entry struct {
	Document   *claims.Document
	Statements []claims.Statement
}

// A Ref names a statement by internal numbers. They hold while the index that
// gave them is open.
type Ref struct {
	Document  uint32
	Statement uint32 // NoStatement: words of the document that no statement covers
}

// NoStatement is the Statement of a Ref to words outside every statement.
const NoStatement = ^uint32(0)

// A Hit is what a search found.
type Hit struct {
	Ref
	Span  text.Span // the passage, in Document.Text; zero if a title or other metadata was found
	Score float64   // 0 to 1, comparable between queries
}

// An Info is what a list of documents shows.
type Info struct {
	Number     uint32          // to ask for the document by
	Document   claims.Document // without Text, Blocks, Pieces and Warnings
	Statements int
}

// Query is what is looked for. Only Text must be set.
type Query struct {
	Text    string
	Lang    string   // "en" if empty; other languages are not found
	Speaker string   // raises statements by a speaker of this name; empty: any
	Source  string   // raises documents of this publisher or collection; empty: any
	Exclude []uint32 // documents that must not answer: the draft itself
	Brute   bool     // score everything, prune nothing: to check the index by
}
