// Package sources knows what is in the archive and who said it: Archive is the
// door to the index, Names resolves the outlets and people that statements are
// credited to.
package sources
