// Package session checks drafts one after the other against archives that stay open: what
// the command line does once, an editor's server does after each word, an assistant's and a
// page's whenever they are asked. It is safe for concurrent use.
//
//	s := session.New(ctx, session.Config{Settle: settle})
//	defer s.Close()
//	report, err := s.Check(ctx, drafts, session.Options{})
//	archive, release, err := s.Archive(ctx, "drafts/a.md")
//
// Which settings hold for a draft, how its archive is found and brought up to date, and
// what is told of it on the way, is the caller's: Config.Settle says it.
//
// An archive is opened when it is first needed and given up after half a second of rest, so
// that whoever writes the index never waits longer for us; what was worked out of its
// documents is kept as long as the index holds the same. Four archives are kept at most.
// A check looks whether the archive has changed, unless it was looked at in the last two
// seconds; one for the meantime (Options.Kept) does so only when somebody has said Changed.
package session
