package report

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"factcheck/verify"
)

// GitLab's code quality report: an array of issues. Of several with one
// fingerprint GitLab keeps the first, so every fingerprint is made unique.

type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// gitlab prints the issues.
func gitlab(w io.Writer, r *verify.Report, _ Options) error {
	s := newStream(w)
	at := newPlaces(r)
	seen := map[string]int{}
	s.open()
	for i := range r.Findings {
		f := &r.Findings[i]
		if !listed(f) {
			continue
		}
		p := at.of(f, f.Statement.Span())
		print := f.Fingerprint
		if n := seen[print]; n > 0 {
			print += "-" + strconv.Itoa(n)
		}
		seen[f.Fingerprint]++
		s.item(gitlabIssue{
			Description: message(f) + ": “" + brief(&f.Statement) + "”",
			Check:       "factcheck/" + f.Rule(), Fingerprint: print, Severity: gitlabSeverity(f.Level),
			Location: gitlabLocation{strings.TrimPrefix(filepath.ToSlash(f.Draft.Path), "./"), gitlabLines{p.start.Line, p.end.Line}},
		})
	}
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Err != nil {
			s.item(gitlabIssue{"could not be checked: " + printable(d.Err.Error()), "factcheck/unchecked", "unchecked-" + strconv.Itoa(i), "blocker",
				gitlabLocation{strings.TrimPrefix(filepath.ToSlash(d.Path), "./"), gitlabLines{1, 1}}})
		}
	}
	s.close()
	return s.end()
}

func gitlabSeverity(l verify.Level) string {
	return [...]string{"info", "info", "minor", "major"}[l&3]
}
