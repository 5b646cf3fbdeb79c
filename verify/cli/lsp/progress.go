package lsp

import (
	"context"
	"fmt"
	"time"
)

// A progress is what the editor shows of long work: an archive that is read for the first
// time.
type progress struct {
	token string
	begun bool // the client knows of it
	ended bool
}

// Progress shows how far long work has come: done of all, which is 0 if unknown. It ends
// with a negative done.
func (s *Server) Progress(what string, done, all int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.progress
	switch {
	case s.state != running || !s.caps.Capabilities.Window.Progress:
	case p == nil && done >= 0:
		s.tokens++
		p = &progress{token: fmt.Sprintf("factcheck-%d", s.tokens)}
		s.progress = p
		go s.begin(p, what)
	case p != nil && done < 0:
		s.progress, p.ended = nil, true
		if p.begun {
			s.step(p, map[string]any{"kind": "end"})
		}
	case p != nil && p.begun && all > 0:
		s.step(p, map[string]any{"kind": "report", "percentage": min(100, 100*done/all)})
	}
}

// begin asks the client for a place to show it, which a client may take its time for.
func (s *Server) begin(p *progress, what string) {
	ctx, cancel := context.WithTimeout(s.ctx, time.Minute)
	defer cancel()
	if _, err := s.rpc.Callback(ctx, "window/workDoneProgress/create", map[string]any{"token": p.token}); err != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !p.ended {
		p.begun = true
		s.step(p, map[string]any{"kind": "begin", "title": "factcheck: " + what, "percentage": 0})
	}
}

func (s *Server) step(p *progress, value map[string]any) {
	s.rpc.Notify(s.ctx, "$/progress", map[string]any{"token": p.token, "value": value}) //nolint:errcheck // the stream is gone, and Serve says so
}
