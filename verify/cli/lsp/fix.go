package lsp

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
	"factcheck/verify/report"
)

// A fix is a change of the draft that answers a finding.
type fix struct {
	title     string
	at        text.Span // in the text of the buffer
	words     string
	preferred bool
	hides     bool // it suppresses the finding, and does not put it right
}

// fixes offers what answers the findings that a range touches.
func (s *Server) fixes(ctx context.Context, p *actionParams) (any, error) {
	if len(p.Context.Only) > 0 && !slices.ContainsFunc(p.Context.Only, func(k string) bool { return k == "quickfix" || k == "" }) {
		return []codeAction{}, nil
	}
	r, err := s.asked(ctx, p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	d := s.docs[p.TextDocument.URI]
	if d == nil || d.buf != r.buf {
		s.mu.Unlock()
		return []codeAction{}, nil
	}
	now := *d
	s.mu.Unlock()
	all := []codeAction{}
	from, to := r.buf.offset(p.Range.Start), r.buf.offset(p.Range.End)
	for i := range r.report.Findings {
		f := &r.report.Findings[i]
		at := f.Draft.File(f.Statement.Span())
		if !shows(f) || at.End < from || at.Start > to {
			continue
		}
		fixes := slices.Concat(wordsOf(f, r.buf.text), omissions(f, r.buf.text), credits(f, r.buf.text))
		if len(fixes) > mostFixes {
			fixes = fixes[:mostFixes]
		}
		for _, x := range append(fixes, suppressions(f, r.buf.text)...) {
			ok, err := s.tried(ctx, &now, f, x)
			if err != nil {
				return nil, err
			}
			if ok {
				all = append(all, s.action(r, d, f, x))
			}
			if ok && x.hides {
				break // one way to suppress it is enough
			}
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return all, nil
}

// mostFixes is how many ways to put one finding right are tried.
const mostFixes = 6

// tried checks the draft with a fix, and reports whether that answers the finding.
func (s *Server) tried(ctx context.Context, d *document, f *verify.Finding, x fix) (bool, error) {
	fixed := d.buf.text[:x.at.Start] + x.words + d.buf.text[x.at.End:]
	_, after, err := s.checkText(ctx, d, fixed, false)
	if err != nil {
		return false, err
	}
	at := f.Draft.File(f.Statement.Span())
	if x.hides {
		return slices.ContainsFunc(after.Findings, func(g verify.Finding) bool {
			return g.Suppressed == verify.SuppressedInline && g.Statement.Text == f.Statement.Text && g.Verdict == f.Verdict
		}) && len(after.Mistaken) == 0, nil
	}
	worst, met := verify.OK, false
	for i := range after.Findings {
		g := &after.Findings[i]
		if w := g.Draft.File(g.Statement.Span()); w.Start < at.End+len(x.words) && at.Start < w.End && g.Statement.Kind == f.Statement.Kind {
			worst, met = max(worst, g.Level), true
		}
	}
	return met && worst < f.Level && worst < verify.Warning, nil
}

func (s *Server) action(r *result, d *document, f *verify.Finding, x fix) codeAction {
	a := codeAction{Title: x.title, Kind: "quickfix", Diagnostics: []diagnostic{s.diagnosticOf(r, f)}, Preferred: x.preferred}
	edit := []textEdit{{r.buf.at(x.at.Start, x.at.End), x.words}}
	if s.caps.Capabilities.Workspace.Edit.DocumentChanges {
		a.Edit.Documents = []documentEdit{{versioned{d.uri, r.version}, edit}}
	} else {
		a.Edit.Changes = map[string][]textEdit{d.uri: edit}
	}
	return a
}

// wordsOf puts the words of the source in the place of those that were altered.
func wordsOf(f *verify.Finding, src string) []fix {
	at, words, ok := report.Suggest(f, []byte(src))
	if !ok {
		return nil
	}
	return []fix{{title: "Use the words of " + report.SourceName(&f.Evidence[0]), at: at, words: words, preferred: true}}
}

// omissions marks what was cut out of a quotation, if nothing else was done to it.
func omissions(f *verify.Finding, src string) []fix {
	if f.Verdict != verify.Altered || len(f.Evidence) == 0 {
		return nil
	}
	var cut []quote.Edit
	for _, e := range f.Evidence[0].Edits {
		switch {
		case e.Op == quote.Keep:
		case e.Draft.Len() == 0 && e.Source.Len() > 0:
			cut = append(cut, e)
		default:
			return nil
		}
	}
	if len(cut) != 1 { // one edit a fix
		return nil
	}
	at, ok := inText(f, src, cut[0].Draft)
	if !ok {
		return nil
	}
	words := "[…] "
	if at.Start > 0 && !strings.ContainsRune(" \n\t", rune(src[at.Start-1])) {
		words = " […]"
		if at.Start < len(src) && !strings.ContainsRune(" \n\t", rune(src[at.Start])) {
			words += " "
		}
	}
	return []fix{{title: "Mark what was left out with […]", at: at, words: words, preferred: true}}
}

// credits names the speaker, or the outlet, whom the source names.
func credits(f *verify.Finding, src string) []fix {
	if f.Verdict != verify.Misattributed || !slices.ContainsFunc(f.Reasons, func(r reason.Reason) bool { return r.Kind == reason.Attribution }) {
		return nil
	}
	var out []fix
	a := f.Statement.Attribution
	put := func(mention text.Span, named, name string) {
		at := f.Draft.File(mention)
		if name == "" || named == name || mention.Len() == 0 || at.End > len(src) || src[at.Start:at.End] != mention.In(f.Draft.Text) || strings.ContainsAny(name, "<>[]*_`\n") {
			return
		}
		if x := (fix{title: "Credit " + name, at: at, words: name}); !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		put(a.Speaker.Span, a.Speaker.Name, e.Speaker)
		for _, v := range a.Via {
			put(v.Span, v.Name, cmp.Or(e.Told, e.Source, e.Publisher)) // who prints what was told to another heard nothing
		}
	}
	return out
}

// suppressions are directives in front of the paragraph, else at the end of the line.
func suppressions(f *verify.Finding, src string) []fix {
	at := f.Draft.File(f.Statement.Span())
	from := strings.LastIndexByte(src[:at.Start], '\n') + 1
	for from > 0 { // the first line of the paragraph
		above := strings.LastIndexByte(src[:from-1], '\n') + 1
		if strings.TrimSpace(src[above:from-1]) == "" {
			break
		}
		from = above
	}
	to := len(src)
	if i := strings.IndexByte(src[at.End:], '\n'); i >= 0 {
		to = at.End + i
	}
	to -= len(src[at.End:to]) - len(strings.TrimRight(src[at.End:to], "\r \t"))
	what := fmt.Sprintf("ignore %s: say why", f.Rule())
	title := "Suppress " + f.Rule() + " here, with a reason"
	return []fix{
		{title: title, at: text.Span{Start: from, End: from}, words: "<!-- factcheck " + what + " -->\n", hides: true},
		{title: title, at: text.Span{Start: from, End: from}, words: "[factcheck: " + what + "]\n\n", hides: true},
		{title: title, at: text.Span{Start: to, End: to}, words: " <!-- factcheck " + what + " -->", hides: true},
	}
}

// inText moves a place in the words of a statement to the text; false if it does not stand
// there as it is.
func inText(f *verify.Finding, src string, at text.Span) (text.Span, bool) {
	base := 0
	for _, p := range f.Statement.Spans {
		if at.Start >= base && at.End <= base+p.Len() {
			doc := text.Span{Start: p.Start + at.Start - base, End: p.Start + at.End - base}
			w := f.Draft.File(text.Span{Start: p.Start, End: p.End})
			if w.End > len(src) || !bytes.Equal([]byte(src[w.Start:w.End]), []byte(p.In(f.Draft.Text))) {
				return text.Span{}, false
			}
			off := w.Start - p.Start
			return text.Span{Start: doc.Start + off, End: doc.End + off}, true
		}
		base += p.Len() + 1
	}
	return text.Span{}, false
}
