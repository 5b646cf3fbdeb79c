// Package index keeps documents with their statements in one file and finds the
// statements that may bear on another: it proposes, and decides nothing.
package index
