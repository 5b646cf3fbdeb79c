package lsp

import (
	"context"
	"errors"

	"github.com/creachadair/jrpc2"

	"factcheck/verify"
	"factcheck/verify/report"
)

// asked returns what stands at a place of a draft.
func (s *Server) asked(ctx context.Context, uri string) (*result, error) {
	r, err := s.current(ctx, uri, false)
	var worded *jrpc2.Error
	if err == nil || errors.As(err, &worded) || errors.Is(err, context.Canceled) {
		return r, err
	}
	return nil, jrpc2.Errorf(codeRequestFailed, "%s", s.opt.Describe(err))
}

// under returns the finding whose words a place touches, the worst of several.
func (r *result) under(p position) *verify.Finding {
	at := r.buf.offset(p)
	var best *verify.Finding
	for i := range r.report.Findings {
		f := &r.report.Findings[i]
		if w := f.Draft.File(f.Statement.Span()); w.Start <= at && at <= w.End && (best == nil || f.Level > best.Level) {
			best = f
		}
	}
	return best
}

// hover shows the card of a finding; one that is in order has a card too.
func (s *Server) hover(ctx context.Context, p *positionParams) (any, error) {
	r, err := s.asked(ctx, p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	f := r.under(p.Position)
	if f == nil {
		return nil, nil
	}
	return hover{markup{"markdown", report.Card(f)}, rangeOf(r, f)}, nil
}

// definition leads to the passages that a finding rests on, the one that decided first.
func (s *Server) definition(ctx context.Context, p *positionParams) (any, error) {
	r, err := s.asked(ctx, p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	f := r.under(p.Position)
	if f == nil {
		return nil, nil
	}
	var places []location
	first := report.Decisive(f)
	add := func(i int) {
		if l, ok := s.place(&f.Evidence[i]); ok {
			places = append(places, l)
		}
	}
	if first >= 0 {
		add(first)
	}
	for i := range f.Evidence {
		if i != first {
			add(i)
		}
	}
	if !s.caps.Capabilities.TextDocument.Definition.Link || len(places) == 0 {
		return places, nil
	}
	links := make([]locationLink, len(places))
	for i, l := range places {
		links[i] = locationLink{rangeOf(r, f), l.URI, l.Range, l.Range}
	}
	return links, nil
}
