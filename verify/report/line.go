package report

import (
	"bufio"
	"fmt"
	"io"

	"factcheck/verify"
)

// lineFormat prints path:line:col: rule: message [level], a finding a line.
func lineFormat(w io.Writer, r *verify.Report, _ Options) error {
	b := bufio.NewWriter(w)
	at := newPlaces(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		if !listed(f) {
			continue
		}
		p := at.of(f, f.Statement.Span())
		fmt.Fprintf(b, "%s:%d:%d: %s: %s [%s]\n", printable(f.Draft.Path), p.start.Line, p.start.Column, f.Rule(), message(f), f.Level)
	}
	for i := range r.Drafts {
		d := &r.Drafts[i]
		if len(d.Unused) == 0 {
			continue
		}
		l := at.files.draft(d)
		for _, u := range d.Unused {
			p := l.position(u.Span.Start)
			fmt.Fprintf(b, "%s:%d:%d: unused: this suppression suppresses nothing [warning]\n", printable(d.Path), p.Line, p.Column)
		}
	}
	return b.Flush()
}
