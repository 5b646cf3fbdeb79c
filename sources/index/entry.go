package index

import (
	"fmt"

	"factcheck/claims"
	"factcheck/claims/text"
)

// An Entry is a document with what it says: the unit that is added.
type Entry struct {
	Document   *claims.Document
	Statements []claims.Statement
}

// check says what of e lies outside the document's text, where nothing can.
func (e *Entry) check() error {
	d := e.Document
	in := func(s text.Span) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= len(d.Text) }
	for _, k := range d.Blocks {
		if !in(k.Span) {
			return fmt.Errorf("document %s: a block lies outside its text", d.ID)
		}
	}
	for _, p := range d.Pieces {
		if !in(p.Text) || p.File.Start < 0 || p.File.Start > p.File.End || p.File.End > 1<<31-1 || !p.Coding.Known() {
			return fmt.Errorf("document %s: a piece lies outside its text", d.ID)
		}
	}
	for i := range e.Statements {
		s := &e.Statements[i]
		ok := in(s.Sentence) && in(s.Attribution.Speaker.Span) && in(s.Attribution.Cue.Span)
		for _, span := range s.Spans {
			ok = ok && in(span)
		}
		for _, span := range s.Quoted {
			ok = ok && in(span)
		}
		for _, t := range s.Attribution.Tellers {
			ok = ok && in(t.Span)
		}
		for _, o := range s.Attribution.Via {
			ok = ok && in(o.Span)
		}
		if !ok {
			return fmt.Errorf("document %s: statement %d lies outside its text", d.ID, i)
		}
	}
	return nil
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
