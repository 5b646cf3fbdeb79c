// Package sessiontest makes sessions for the tests of the doors to them.
package sessiontest

import (
	"context"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/entail"
	"factcheck/verify/session"
)

// New returns a session whose archive is one text, read as the file of that name; fails, if it is
// set, is what opening it ends with. The session ends with the test.
func New(t *testing.T, name, src string, fails error) *session.Session {
	t.Helper()
	open := func(context.Context) (*session.Opened, error) {
		if fails != nil {
			return nil, fails
		}
		docs, err := reader.Read(name, []byte(src), reader.Options{Lang: "en"})
		if err != nil {
			return nil, err
		}
		x := index.Memory()
		return &session.Opened{Archive: sources.NewArchive(x, nil), State: "1"}, x.Add([]index.Entry{{Document: docs[0], Statements: claims.Extract(docs[0])}})
	}
	s := session.New(t.Context(), session.Config{Settle: func(string) (*session.Setting, error) {
		return &session.Setting{
			Open:   open,
			Model:  func() (*entail.Model, error) { return nil, nil },
			Policy: func(string) verify.Policy { return verify.Policy{} },
		}, nil
	}})
	t.Cleanup(s.Close)
	return s
}
