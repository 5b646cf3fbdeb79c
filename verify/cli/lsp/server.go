package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/creachadair/jrpc2"

	"factcheck/verify/session"
)

// Options are what the server works with.
type Options struct {
	Open     func(root string) (*session.Session, error) // for the folder that the editor works in; empty if it names none
	Describe func(error) string                          // words an error for people
	Rules    func() (string, error)                      // the file of the rules' texts; may be nil
	Version  string
}

// A Server is one conversation with an editor.
type Server struct {
	opt  Options
	ctx  context.Context
	rpc  *jrpc2.Server
	busy chan struct{} // has room for the checks that run at once
	exit chan struct{} // closed when the client asks to exit

	session *session.Session // from initialize on
	opening chan struct{}    // closed when the last initialize is answered; nil before the first. Only Assign knows it
	closing chan struct{}    // the same of shutdown

	mu         sync.Mutex
	state      state
	caps       initializeParams // what the client can do
	enc        encoding
	docs       map[string]*document // by URI
	generation int                  // of the archive and the settings
	told       map[string]bool      // errors that the user has been shown
	watch      *session.Watch
	rules      map[string]string // address of each rule's text
	files      files
	progress   *progress // of what is under way; nil is nothing
	tokens     int
}

// A state is how far the conversation has come.
type state uint8

const (
	fresh state = iota
	starting
	running
	over // shutdown was asked for: only exit may follow
)

const (
	atOnce     = 1 << 20 // requests: they wait for initialize and for checks, and must keep neither one nor a cancellation waiting
	mostChecks = 2       // at once, each on all cores
)

// New returns a server for one conversation. Its Log and Progress may be called at once and
// say nothing before there is a client.
func New(opt Options) *Server {
	return &Server{opt: opt, busy: make(chan struct{}, mostChecks), exit: make(chan struct{}), docs: map[string]*document{}, told: map[string]bool{}}
}

// Serve answers until the client asks to exit or its stream ends, and returns the exit code
// of the protocol: 0 behind a shutdown, 1 without. The error is that the stream broke.
func (s *Server) Serve(ctx context.Context, in io.Reader, out io.Writer) (code int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.ctx = ctx
	s.rpc = jrpc2.NewServer(methods{s}, &jrpc2.ServerOptions{AllowPush: true, DisableBuiltin: true, Concurrency: atOnce, NewContext: func() context.Context { return ctx }})
	s.rpc.Start(newFrames(in, out))
	stop := context.AfterFunc(ctx, s.rpc.Stop)
	defer stop()
	done := make(chan jrpc2.ServerStatus, 1)
	go func() { done <- s.rpc.WaitStatus() }()
	var status jrpc2.ServerStatus
	select {
	case status = <-done:
	case <-s.exit: // the reader may wait for a client that has gone
	}
	s.mu.Lock()
	for _, d := range s.docs {
		d.stop()
	}
	watch, session, last := s.watch, s.session, s.state
	s.state = over
	s.mu.Unlock()
	if watch != nil {
		watch.Close()
	}
	if session != nil {
		session.Close()
	}
	if last == over {
		return 0, nil
	}
	return 1, status.Err
}

// methods are what the server understands. A handler that falls over is an error of its
// request: the draft that felled it is one of many. Handlers run at once and Assign is asked in
// the order in which the messages came: what came behind an initialize waits for it, and what
// came before it was too early, whichever runs first. An exit waits for nothing but a shutdown.
type methods struct{ s *Server }

func (m methods) Assign(_ context.Context, name string) jrpc2.Handler {
	h := m.s.method(name)
	if h == nil {
		return nil
	}
	before, done := m.s.opening, func() {}
	ends := make(chan struct{})
	switch name {
	case "initialize":
		m.s.opening, done = ends, func() { close(ends) }
	case "shutdown":
		m.s.closing, done = ends, func() { close(ends) }
	case "exit":
		before = m.s.closing
	}
	return func(ctx context.Context, req *jrpc2.Request) (result any, err error) {
		defer done()
		if before != nil {
			select {
			case <-before:
			case <-ctx.Done():
				return nil, jrpc2.Errorf(codeCancelled, "cancelled")
			}
		}
		defer func() {
			if p := recover(); p != nil {
				m.s.Log("error: " + name + ": a fault of factcheck: please report it")
				os.Stderr.Write(debug.Stack()) //nolint:errcheck // it is the last that can be said
				result, err = nil, jrpc2.Errorf(jrpc2.InternalError, "a fault of factcheck")
			}
		}()
		m.s.mu.Lock()
		state := m.s.state
		m.s.mu.Unlock()
		switch {
		case name == "exit":
		case (before == nil || state < running) && name != "initialize":
			return nil, jrpc2.Errorf(codeNotInitialized, "initialize comes first")
		case state == over:
			return nil, jrpc2.Errorf(jrpc2.InvalidRequest, "after shutdown comes exit")
		}
		result, err = h(ctx, req)
		if errors.Is(err, context.Canceled) {
			err = jrpc2.Errorf(codeCancelled, "cancelled")
		}
		return result, err
	}
}

func (s *Server) method(name string) jrpc2.Handler {
	switch name {
	case "initialize":
		return with(s.initialize)
	case "initialized":
		return with(s.initialized)
	case "shutdown":
		return with(s.shutdown)
	case "exit":
		return with(s.leave)
	case "$/cancelRequest":
		return with(s.cancel)
	case "$/setTrace", "textDocument/didSave", "textDocument/willSave", "workspace/didChangeWorkspaceFolders", "window/workDoneProgress/cancel":
		return with(func(context.Context, *struct{}) (any, error) { return nil, nil })
	case "textDocument/didOpen":
		return with(s.didOpen)
	case "textDocument/didChange":
		return with(s.didChange)
	case "textDocument/didClose":
		return with(s.didClose)
	case "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles":
		return with(func(context.Context, *struct{}) (any, error) { s.Changed(); return nil, nil })
	case "textDocument/diagnostic":
		return with(s.diagnostics)
	case "textDocument/hover":
		return with(s.hover)
	case "textDocument/definition":
		return with(s.definition)
	case "textDocument/codeAction":
		return with(s.fixes)
	}
	return nil
}

// with reads the parameters of a request.
func with[P any](f func(context.Context, *P) (any, error)) jrpc2.Handler {
	return func(ctx context.Context, req *jrpc2.Request) (any, error) {
		var p P
		if req.HasParams() {
			var raw json.RawMessage
			if err := req.UnmarshalParams(&raw); err != nil {
				return nil, err
			}
			if err := json.Unmarshal(raw, &p); err != nil && len(raw) > 0 && raw[0] != '[' {
				return nil, jrpc2.Errorf(jrpc2.InvalidParams, "%v", err)
			}
		}
		return f(ctx, &p)
	}
}

func (s *Server) initialize(_ context.Context, p *initializeParams) (any, error) {
	s.mu.Lock()
	state := s.state
	if state == fresh {
		s.state = starting
	}
	s.mu.Unlock()
	if state != fresh {
		return nil, jrpc2.Errorf(jrpc2.InvalidRequest, "initialized already")
	}
	root := p.RootPath
	if p.RootURI != "" {
		root = pathOf(p.RootURI)
	}
	if len(p.Folders) > 0 {
		root = pathOf(p.Folders[0].URI)
	}
	opened, err := s.opt.Open(root)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.state = fresh
		return nil, jrpc2.Errorf(codeRequestFailed, "%s", s.opt.Describe(err))
	}
	s.session = opened
	for _, name := range p.Capabilities.General.Encodings { // the client's order
		if e, ok := encodings[name]; ok {
			s.enc = e
			break
		}
	}
	s.caps, s.state = *p, running
	return map[string]any{
		"serverInfo": map[string]string{"name": "factcheck", "version": s.opt.Version},
		"capabilities": map[string]any{
			"positionEncoding":   s.enc.String(),
			"textDocumentSync":   map[string]any{"openClose": true, "change": 2},
			"hoverProvider":      true,
			"definitionProvider": true,
			"codeActionProvider": map[string]any{"codeActionKinds": []string{"quickfix"}},
			"diagnosticProvider": map[string]any{"identifier": "factcheck", "interFileDependencies": false, "workspaceDiagnostics": false},
		},
	}, nil
}

// initialized begins to watch what answers depend on.
func (s *Server) initialized(context.Context, *struct{}) (any, error) {
	w, err := session.NewWatch(s.Changed)
	if err != nil {
		s.Log("warning: changes of the archive are noticed only when a draft changes: " + err.Error())
		return nil, nil
	}
	s.mu.Lock()
	s.watch = w
	s.mu.Unlock()
	return nil, nil
}

// watching watches more.
func (s *Server) watching(paths []string) {
	s.mu.Lock()
	w := s.watch
	s.mu.Unlock()
	if w == nil {
		return
	}
	if err := w.Add(paths...); err != nil && s.first(err.Error()) {
		s.Log("warning: " + err.Error())
	}
}

func (s *Server) shutdown(context.Context, *struct{}) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = over
	for _, d := range s.docs {
		d.stop()
	}
	return nil, nil
}

func (s *Server) leave(context.Context, *struct{}) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-s.exit:
	default:
		close(s.exit)
	}
	return nil, nil
}

func (s *Server) cancel(_ context.Context, p *cancelParams) (any, error) {
	s.rpc.CancelRequest(string(p.ID))
	return nil, nil
}

// Log says a line in the log of the editor.
func (s *Server) Log(line string) {
	s.notify("window/logMessage", messageParams{4, line})
}

// show shows an error to the user, once.
func (s *Server) show(err error) string {
	text := s.opt.Describe(err)
	if s.first(text) {
		s.notify("window/showMessage", messageParams{severityError, "factcheck: " + text})
	}
	return text
}

// first reports whether a text has not been told since the archive last changed.
func (s *Server) first(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	told := s.told[text]
	s.told[text] = true
	return !told
}

// notify tells the client something; nobody hears it before there is one.
func (s *Server) notify(method string, params any) {
	s.mu.Lock()
	ready := s.state == running
	s.mu.Unlock()
	if ready {
		s.rpc.Notify(s.ctx, method, params) //nolint:errcheck // the stream is gone, and Serve says so
	}
}

// call asks the client and does not wait for the answer.
func (s *Server) call(method string, params any) {
	go func() {
		ctx, cancel := context.WithTimeout(s.ctx, time.Minute)
		defer cancel()
		s.rpc.Callback(ctx, method, params) //nolint:errcheck // it is a wish
	}()
}

// pathOf returns the path of a file's URI; of any other, the URI itself, which names no
// file.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return strings.ReplaceAll(uri, ":", "/")
	}
	path := u.Path
	if len(path) > 2 && path[0] == '/' && path[2] == ':' { // /C:/drafts
		path = path[1:]
	}
	return filepath.FromSlash(path)
}

// uriOf returns the URI of a file.
func uriOf(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
