// Package reader turns the bytes of a file into documents: one file of code a
// format. It keeps, for every byte of a document's text, the place in the file
// where it stands, so that a finding points at the file as it is on disk.
//
// Plain text is read as it is: blocks are cut at blank lines, and at line ends
// unless the lines were wrapped to a width. JSONL holds one document a line.
//
// UTF-8 with or without byte-order mark, UTF-16 and Windows-1252 are read; what
// had to be guessed is a warning of the document. Binary and empty files are
// errors (ErrBinary, ErrEmpty). Nothing else that a text can hold is one.
package reader
