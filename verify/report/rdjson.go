package report

import (
	"io"
	"path/filepath"

	"factcheck/claims/text"
	"factcheck/verify"
)

// Reviewdog's Diagnostic Format: what is wrong, and for an altered quotation the
// source's wording as a suggestion that can be accepted in a review. Columns count
// bytes of UTF-8 from 1, ends are exclusive.

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// rdjson prints the diagnostics.
func rdjson(w io.Writer, r *verify.Report, _ Options) error {
	s := newStream(w)
	s.raw(`{"source":{"name":"factcheck"},"diagnostics":`)
	at := newPlaces(r)
	s.open()
	for i := range r.Findings {
		if f := &r.Findings[i]; listed(f) {
			s.item(newDiagnostic(r, f, at))
		}
	}
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Err != nil {
			s.item(rdDiagnostic{Message: printable(d.Err.Error()), Location: rdLocation{Path: filepath.ToSlash(d.Path)}, Severity: "ERROR", Code: rdCode{"unchecked"}})
		}
	}
	s.close()
	s.raw("}")
	return s.end()
}

func newDiagnostic(r *verify.Report, f *verify.Finding, at places) rdDiagnostic {
	p := at.of(f, f.Statement.Span())
	l := at.file(f)
	d := rdDiagnostic{
		Message: message(f), Severity: [...]string{"INFO", "INFO", "WARNING", "ERROR"}[f.Level&3], Code: rdCode{f.Rule()},
		Location: rdLocation{filepath.ToSlash(f.Draft.Path), newRange(l, p.file)},
	}
	if i := decisive(f); i >= 0 {
		d.Message += "\n" + cite(&f.Evidence[i])
	}
	if s, ok := suggest(f, l.data); ok {
		d.Suggestions = []rdSuggestion{{*newRange(l, s.file), s.text}}
	}
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Path != "" {
			d.Related = append(d.Related, rdRelated{side(e) + ": " + cite(e), rdLocation{Path: filepath.ToSlash(e.Path)}})
		}
	}
	return d
}

func newRange(l *lines, s text.Span) *rdRange {
	return &rdRange{l.inBytes(s.Start), l.inBytes(s.End)}
}

// inBytes returns a position whose column counts bytes. A file in UTF-16 has no
// columns in UTF-8.
func (l *lines) inBytes(offset int) rdPosition {
	p := l.position(offset)
	if l.unit == 2 {
		return rdPosition{Line: p.Line}
	}
	start := l.starts[p.Line-1]
	if p.Line == 1 {
		start += l.mark()
	}
	return rdPosition{p.Line, max(0, min(offset, len(l.data))-start) + 1}
}
