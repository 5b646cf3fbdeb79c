// Package lsp checks drafts while they are written: a server for editors that speak the
// Language Server Protocol (3.17, and what of 3.18 changes nothing for older clients).
//
//	code, err := lsp.Serve(ctx, os.Stdin, os.Stdout, lsp.Options{Session: s})
//
//	frame.go       messages in the stream, each with its length
//	protocol.go    what of the protocol is used
//	buffer.go      the text of an open draft; positions in UTF-8, UTF-16 or UTF-32
//	server.go      the life of the server, and what it is told
//	check.go       when a draft is checked
//	diagnostic.go  findings as diagnostics
//	look.go        hover, and the way to the passage
//	fix.go         quick fixes
//
// A draft is checked when a client asks for its diagnostics, or for a client that never
// asks a moment after each change. The answer between two words is one for the meantime: it
// judges what stands in changed paragraphs and keeps the rest (session.Options.Kept). When
// the writer has rested for a second the whole draft is checked once more, which is what the
// command line finds; if that differs the client is told. So it is when a file of
// the archive changes, or the settings.
//
// A quick fix is tried before it is offered: the draft is checked with it, and what the
// finding was about must be in order then. One that only looks right is not offered.
//
// The requests themselves are read, run at once and cancelled by jrpc2; the frames are our
// own, since a length that somebody made up must not be room that is made. Whatever comes
// is answered or passed over: no message ends the server but exit, and the end of its input.
package lsp
