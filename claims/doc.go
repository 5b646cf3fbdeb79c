// Package claims finds what a text says and who it credits it to: a Document in,
// its Statements out. It judges nothing and knows no archive.
package claims
