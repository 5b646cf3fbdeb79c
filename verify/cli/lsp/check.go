package lsp

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/creachadair/jrpc2"

	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/session"
)

// When a draft is checked.
const (
	pause  = 120 * time.Millisecond // after a change, for a client that does not ask
	rested = time.Second            // after which the whole draft is checked
	again  = 3 * time.Second        // after which an index that was in use is tried again
)

// A document is an open draft.
type document struct {
	uri      string
	path     string // as the command line would name it
	lang     string // of the editor: markdown, html, plaintext
	version  int
	buf      *buffer
	latest   *result            // nil before the first
	changed  context.CancelFunc // ends what is being found out of the text as it was
	ctx      context.Context    // ends with the next change
	timer    *time.Timer        // of the next check that nobody asks for
	checking bool               // one is under way
	next     *bool              // another is wanted behind it, of all or not; nil for none
	returned string             // what the client was given last: the ID of a result
}

// stop ends what is under way for a document. The caller holds the lock.
func (d *document) stop() {
	d.changed()
	if d.timer != nil {
		d.timer.Stop()
	}
}

// A result is what was found in a draft as it stood.
type result struct {
	id          string // the same for the same diagnostics
	version     int
	generation  int
	whole       bool // all was judged; else it is an answer for the meantime
	buf         *buffer
	drafts      []verify.Draft
	report      *session.Report
	diagnostics []diagnostic
}

func (s *Server) didOpen(_ context.Context, p *openParams) (any, error) {
	t := &p.TextDocument
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.docs[t.URI]; old != nil {
		old.stop()
	}
	d := &document{uri: t.URI, path: session.Relative(pathOf(t.URI)), lang: t.LanguageID, version: t.Version, buf: newBuffer(t.Text, s.enc)}
	d.ctx, d.changed = context.WithCancel(s.ctx)
	s.docs[t.URI] = d
	s.schedule(d, 0)
	return nil, nil
}

func (s *Server) didChange(_ context.Context, p *changeParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.docs[p.TextDocument.URI]
	if d == nil {
		return nil, jrpc2.Errorf(jrpc2.InvalidParams, "the document is not open")
	}
	d.stop()
	d.ctx, d.changed = context.WithCancel(s.ctx)
	d.buf, d.version = d.buf.apply(p.Changes), p.TextDocument.Version
	s.schedule(d, pause)
	return nil, nil
}

func (s *Server) didClose(_ context.Context, p *documentParams) (any, error) {
	s.mu.Lock()
	d := s.docs[p.TextDocument.URI]
	if d != nil {
		d.stop()
		delete(s.docs, d.uri)
	}
	pushes := s.pushes()
	s.mu.Unlock()
	if d != nil && pushes {
		s.notify("textDocument/publishDiagnostics", publishParams{URI: d.uri, Version: d.version, Diagnostics: []diagnostic{}})
	}
	return nil, nil
}

// pushes reports whether diagnostics are sent unasked: the client does not know how to ask.
func (s *Server) pushes() bool { return s.caps.Capabilities.TextDocument.Diagnostic == nil }

// schedule has a draft checked in a while, for a client that does not ask. The caller holds
// the lock.
func (s *Server) schedule(d *document, after time.Duration) {
	if s.pushes() {
		s.later(d, after, false)
	}
}

// later checks a draft in a while unless it changes before, and gives the client what it
// does not have. The caller holds the lock.
func (s *Server) later(d *document, after time.Duration, whole bool) {
	if d.timer != nil {
		d.timer.Stop()
	}
	ctx := d.ctx
	d.timer = time.AfterFunc(after, func() { s.unasked(ctx, d, whole) })
}

// unasked checks a draft that nobody asks about, once at a time: whoever saves a thousand files of the archive
// has it checked again when that is done, not a thousand times.
func (s *Server) unasked(ctx context.Context, d *document, whole bool) {
	s.mu.Lock()
	if d.checking {
		whole = whole || d.next != nil && *d.next
		d.next = &whole
		s.mu.Unlock()
		return
	}
	d.checking = true
	s.mu.Unlock()
	r, err := s.current(ctx, d.uri, whole)
	s.mu.Lock()
	if d.next != nil && s.docs[d.uri] == d {
		s.later(d, 0, *d.next)
	}
	d.checking, d.next = false, nil
	s.mu.Unlock()
	if err != nil {
		s.failed(ctx, d, err)
		return
	}
	s.give(ctx, d, r)
}

// failed shows why a check that nobody asked for found nothing.
func (s *Server) failed(ctx context.Context, d *document, err error) {
	if ctx.Err() != nil {
		return
	}
	s.show(err)
	if errors.Is(err, index.ErrLocked) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.later(d, again, false)
	}
}

// give gives the client what it does not have, or tells it to ask.
func (s *Server) give(ctx context.Context, d *document, r *result) {
	s.mu.Lock()
	old := ctx.Err() != nil || d.returned == r.id
	pushes, refreshes := s.pushes(), s.caps.Capabilities.Workspace.Diagnostics.Refresh
	if !old && pushes {
		d.returned = r.id
	}
	s.mu.Unlock()
	switch {
	case old:
	case pushes:
		s.notify("textDocument/publishDiagnostics", publishParams{d.uri, r.version, r.diagnostics})
	case refreshes:
		s.call("workspace/diagnostic/refresh", nil)
	}
}

// Changed says that the archive or the settings have changed: the drafts are checked anew.
func (s *Server) Changed() {
	s.session.Changed()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != running {
		return
	}
	s.generation++
	clear(s.told)
	for _, d := range s.docs {
		s.later(d, 0, true)
	}
}

// current returns what is known of a draft as it stands now, found out if need be. Several
// who ask at once are given the same.
func (s *Server) current(ctx context.Context, uri string, whole bool) (*result, error) {
	s.mu.Lock()
	d := s.docs[uri]
	if d == nil {
		s.mu.Unlock()
		return nil, jrpc2.Errorf(jrpc2.InvalidParams, "the document is not open")
	}
	if r := d.known(s.generation, whole); r != nil {
		s.mu.Unlock()
		return r, nil
	}
	now := *d
	s.mu.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(now.ctx, cancel)()
	select {
	case s.busy <- struct{}{}:
		defer func() { <-s.busy }()
	case <-ctx.Done():
		return nil, s.ended(&now, ctx.Err())
	}
	s.mu.Lock()
	generation := s.generation
	r := d.known(generation, whole) // somebody may have found it out while we waited
	whole = whole || d.latest == nil || d.latest.generation != generation
	s.mu.Unlock()
	if r != nil {
		return r, nil
	}
	r, err := s.find(ctx, &now, whole)
	if err != nil {
		return nil, s.ended(&now, err)
	}
	r.generation = generation
	s.mu.Lock()
	defer s.mu.Unlock()
	if now.ctx.Err() == nil {
		if d.latest = r; !r.whole {
			s.later(d, rested, true)
		}
	}
	return r, nil
}

// ended tells a request that ended since the text changed from one that the client
// cancelled.
func (s *Server) ended(d *document, err error) error {
	if errors.Is(err, context.Canceled) && d.ctx.Err() != nil && s.ctx.Err() == nil {
		return jrpc2.Errorf(codeContentModified, "the document changed")
	}
	return err
}

// known returns the result of the text as it stands, nil if there is none.
func (d *document) known(generation int, whole bool) *result {
	if r := d.latest; r != nil && r.version == d.version && r.buf == d.buf && r.generation == generation && (r.whole || !whole) {
		return r
	}
	return nil
}

// find checks the text of a document.
func (s *Server) find(ctx context.Context, d *document, whole bool) (*result, error) {
	if paths, err := s.session.Watched(d.path); err == nil {
		s.watching(paths)
	}
	drafts, report, err := s.checkText(ctx, d, d.buf.text, whole)
	if err != nil {
		return nil, err
	}
	r := &result{version: d.version, whole: whole, buf: d.buf, drafts: drafts, report: report}
	r.diagnostics = s.diagnose(r)
	data, err := json.Marshal(r.diagnostics)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r.id = hex.EncodeToString(sum[:8])
	return r, nil
}

// checkText checks a text in the place of a document's. A text that cannot be read is a
// draft with an error; an empty one is none yet, and one of the archive, where a definition
// leads, is none.
func (s *Server) checkText(ctx context.Context, d *document, text string, whole bool) ([]verify.Draft, *session.Report, error) {
	var drafts []verify.Draft
	var err error
	if !s.session.Known(d.path) {
		drafts, err = s.session.Read(d.path, []byte(text), reader.Options{Type: typeOf(d)})
	}
	if err != nil && !errors.Is(err, reader.ErrEmpty) {
		drafts = append(drafts, verify.Draft{Path: d.path, Err: err})
	}
	if len(drafts) == 0 {
		return nil, &session.Report{Report: &verify.Report{}}, nil
	}
	report, err := s.session.Check(ctx, drafts, session.Options{Kept: !whole})
	return drafts, report, err
}

// typeOf returns as what a text is read: what its name says, else what the editor takes it
// for.
func typeOf(d *document) string {
	if reader.Readable(d.path) {
		return ""
	}
	switch d.lang {
	case "markdown":
		return "md"
	case "html":
		return "html"
	}
	return "txt"
}
