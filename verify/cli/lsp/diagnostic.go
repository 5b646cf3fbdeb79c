package lsp

import (
	"context"
	"errors"
	"net/url"
	"os"
	"strconv"
	"strings"

	"github.com/creachadair/jrpc2"

	"factcheck/claims/text"
	"factcheck/sources/index"
	"factcheck/verify"
	"factcheck/verify/report"
)

// diagnostics answers a client that asks.
func (s *Server) diagnostics(ctx context.Context, p *diagnosticParams) (any, error) {
	r, err := s.current(ctx, p.TextDocument.URI, false)
	var worded *jrpc2.Error
	switch {
	case errors.Is(err, index.ErrLocked):
		e := jrpc2.Errorf(codeServerCancelled, "%s", s.show(err))
		return nil, e.WithData(map[string]bool{"retriggerRequest": true})
	case errors.As(err, &worded) || errors.Is(err, context.Canceled):
		return nil, err
	case err != nil:
		return nil, jrpc2.Errorf(codeRequestFailed, "%s", s.show(err))
	}
	s.mu.Lock()
	if d := s.docs[p.TextDocument.URI]; d != nil {
		d.returned = r.id
	}
	s.mu.Unlock()
	if p.Previous == r.id {
		return unchangedReport{"unchanged", r.id}, nil
	}
	return fullReport{"full", r.id, r.diagnostics}, nil
}

// diagnose makes the diagnostics of a result, in the order of the text.
func (s *Server) diagnose(r *result) []diagnostic {
	all := []diagnostic{}
	for i := range r.report.Findings {
		if f := &r.report.Findings[i]; shows(f) {
			all = append(all, s.diagnosticOf(r, f))
		}
	}
	for i := range r.report.Drafts {
		d := &r.report.Drafts[i]
		for _, u := range d.Unused {
			all = append(all, diagnostic{Range: r.buf.at(u.Span.Start, u.Span.End), Severity: severityWarning, Code: "unused", Source: "factcheck",
				Message: "this suppression suppresses nothing", Tags: []int{tagUnnecessary}})
		}
		if d.Err != nil {
			all = append(all, diagnostic{Range: r.buf.at(0, 0), Severity: severityError, Code: "unchecked", Source: "factcheck", Message: s.opt.Describe(d.Err)})
		}
	}
	for _, m := range r.report.Mistaken {
		all = append(all, diagnostic{Range: r.buf.at(m.Span.Start, m.Span.End), Severity: severityError, Code: "directive", Source: "factcheck",
			Message: strings.TrimSpace(m.What + " " + m.Word)})
	}
	return all
}

// shows reports whether a finding is one that a writer is told of unasked.
func shows(f *verify.Finding) bool { return f.Suppressed == "" && f.Level >= verify.Info }

func (s *Server) diagnosticOf(r *result, f *verify.Finding) diagnostic {
	d := diagnostic{
		Range: rangeOf(r, f), Severity: [...]severity{severityInformation, severityInformation, severityWarning, severityError}[f.Level&3],
		Code: f.Rule(), Source: "factcheck", Message: report.Message(f), Data: f.Fingerprint,
	}
	if href := s.ruleAddress(f); href != "" {
		d.About = &codeDescription{href}
	}
	if i := report.Decisive(f); i >= 0 {
		d.Message += "\n" + report.Cite(&f.Evidence[i])
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		if l, ok := s.place(e); ok {
			d.Related = append(d.Related, related{l, report.Side(e) + ": " + report.Cite(e)})
		}
	}
	return d
}

// rangeOf returns where a finding stands: the words that clash lie in it.
func rangeOf(r *result, f *verify.Finding) span {
	at := f.Draft.File(f.Statement.Span())
	return r.buf.at(at.Start, at.End)
}

// place returns where a passage stands: in its file, else at its address; false if neither
// is known.
func (s *Server) place(e *verify.Evidence) (location, bool) {
	if e.Path != "" && e.Path != "-" {
		if b := s.files.buffer(e.Path, s.enc); b != nil {
			at := e.File
			if b.text == "" { // a package, or too long: the whole of it
				at = text.Span{}
			}
			return location{uriOf(e.Path), b.at(at.Start, at.End)}, true
		}
	}
	if u, err := url.Parse(e.URL); err == nil && (u.Scheme == "https" || u.Scheme == "http") {
		return location{URI: e.URL}, true
	}
	return location{}, false
}

// ruleAddress returns where the rule of a finding is explained, at its line in a file that
// any editor opens.
func (s *Server) ruleAddress(f *verify.Finding) string {
	if s.opt.Rules == nil {
		return ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rules == nil {
		s.rules = map[string]string{}
		path, err := s.opt.Rules()
		if err != nil {
			return ""
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return ""
		}
		at := uriOf(path)
		for n, line := range strings.Split(string(data), "\n") {
			if name, ok := strings.CutPrefix(line, "## "); ok {
				s.rules[name] = at + "#L" + strconv.Itoa(n+1)
			}
		}
	}
	if _, cause, ok := strings.Cut(f.Rule(), "."); ok && s.rules[cause] != "" {
		return s.rules[cause]
	}
	return s.rules[f.Verdict.String()]
}
