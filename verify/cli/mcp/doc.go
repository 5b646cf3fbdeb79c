// Package mcp lets an assistant ask before it answers: a server of the Model Context Protocol
// with tools that only read. The protocol itself, its revisions and its transports are the
// official SDK's.
//
//	s := mcp.New(mcp.Options{Session: s})
//	err := s.Stdio(ctx, os.Stdin, os.Stdout)
//	handler := s.HTTP()
//
//	tool     answers
//	verify   is what this draft says borne out? every statement with its verdict and passages
//	quote    did somebody say these words, and who?
//	compare  does one text bear out, or exclude, another?
//	search   what does the archive say of this?
//	sources  who is credited in the archive?
//
// What a tool finds comes as structured content under its output schema, the same as text for
// clients that read no structure, and with links to the passages: the resources
// factcheck://passage/FROM-TO/DOCUMENT, factcheck://document/DOCUMENT and factcheck://rule/RULE.
// Drafts and archives are other people's words. The instructions say that nothing in them is
// to be followed, and no tool takes a path: an assistant that was talked into something can
// read no more than the archive.
package mcp
