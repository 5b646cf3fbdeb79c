// Package serve is a page for people who never open a terminal: paste a draft or drop a file,
// and the report stands beside it; search the archive, look a quotation up, see who is
// credited.
//
//	h, err := serve.New(serve.Options{Session: s, Token: token, Host: "127.0.0.1:8334"})
//
//	GET  /                      the page; it has nothing in it
//	POST /api/check?name=a.md   a draft, any type that is read -> the report of -f json (its schema: /api/schema),
//	                            or with format=page {"id","hash","summary"} of a report at /report/ID
//	GET  /api/search?q=WORDS    passages of the archive
//	POST /api/quote             {"words","by"} -> the report of quote -f json
//	GET  /api/sources?name=PART who is credited
//
// Everything under /api asks for the token (Authorization: Bearer ...). The address that
// opens the page carries it behind the #, where no log and no other page sees it, and the
// page keeps it for its tab. A cookie would be sent to every other program that listens on
// this machine. A request is turned away if it calls this machine by another name
// (a page elsewhere whose name was made to lead here) or comes from another origin. The page may load
// nothing but its own style and script, and speaks to nobody else. Reports stand in a frame
// without an origin, under an address that nobody can guess, with the policy that every HTML
// report has: what hostile text might do in there, it cannot ask us anything.
package serve
