package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"factcheck/verify"
)

// JUnit XML: a suite a draft, a case a statement. What is wrong fails; what no
// source speaks of, and what is suppressed, is skipped; a draft that could not be
// checked is an error.

// junitSuite counts the cases of a draft.
type junitSuite struct {
	draft                             *verify.Draft
	findings                          []verify.Finding
	failures, skipped, errors, checks int
}

// junit prints the suites.
func junit(w io.Writer, r *verify.Report, _ Options) error {
	suites := junitSuites(r)
	var all junitSuite
	for _, s := range suites {
		all.checks, all.failures, all.skipped, all.errors = all.checks+s.checks, all.failures+s.failures, all.skipped+s.skipped, all.errors+s.errors
	}
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s<testsuites name=\"factcheck\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n",
		xml.Header, all.checks, all.failures, all.errors, all.skipped)
	at := newPlaces(r)
	for _, s := range suites {
		name := xmlText(s.path())
		fmt.Fprintf(b, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n", name, s.checks, s.failures, s.errors, s.skipped)
		for i := range s.findings {
			junitCase(b, name, r, &s.findings[i], at)
		}
		if s.draft != nil && s.draft.Err != nil {
			fmt.Fprintf(b, "    <testcase name=\"read\" classname=\"%s\">\n      <error type=\"unchecked\" message=\"%s\"></error>\n    </testcase>\n",
				name, xmlText(s.draft.Err.Error()))
		}
		b.WriteString("  </testsuite>\n")
	}
	b.WriteString("</testsuites>\n")
	return b.Flush()
}

// path returns the draft's path.
func (s *junitSuite) path() string {
	if s.draft != nil {
		return s.draft.Path
	}
	return s.findings[0].Draft.Path
}

// junitSuites returns a suite a draft, in order, those without a statement too.
func junitSuites(r *verify.Report) []junitSuite {
	var suites []junitSuite
	at := 0
	take := func(d *verify.Draft) {
		s := junitSuite{draft: d}
		from := at
		for at < len(r.Findings) && r.Findings[at].Draft == r.Findings[from].Draft && (d == nil || r.Findings[at].Draft == d.Document) {
			switch f := &r.Findings[at]; junitOutcome(f) {
			case "failure":
				s.failures++
			case "skipped":
				s.skipped++
			}
			at++
		}
		s.findings = r.Findings[from:at]
		s.checks = len(s.findings)
		if d != nil && d.Err != nil {
			s.errors++
			s.checks++
		}
		suites = append(suites, s)
	}
	for i := range r.Drafts {
		take(&r.Drafts[i])
	}
	for at < len(r.Findings) { // of drafts that the report does not list in this order
		take(nil)
	}
	return suites
}

// junitOutcome returns "failure", "skipped", or nothing for what passes.
func junitOutcome(f *verify.Finding) string {
	switch {
	case f.Level == verify.OK:
		return ""
	case f.Suppressed != "", f.Level == verify.Info:
		return "skipped"
	}
	return "failure"
}

func junitCase(b *bufio.Writer, class string, r *verify.Report, f *verify.Finding, at places) {
	p := at.of(f, f.Statement.Span())
	fmt.Fprintf(b, "    <testcase name=\"%d:%d %s\" classname=\"%s\" file=\"%s\" line=\"%d\"", p.start.Line, p.start.Column,
		xmlText(brief(&f.Statement)), class, class, p.start.Line)
	switch junitOutcome(f) {
	case "failure":
		fmt.Fprintf(b, ">\n      <failure type=\"%s\" message=\"%s\">%s</failure>\n    </testcase>\n", f.Rule(), xmlText(message(f)), junitDetail(f))
	case "skipped":
		why := f.Rule() + ": " + message(f)
		if f.Suppressed != "" {
			why = "suppressed (" + f.Suppressed + "): " + why
		}
		fmt.Fprintf(b, ">\n      <skipped message=\"%s\"></skipped>\n    </testcase>\n", xmlText(why))
	default:
		b.WriteString("></testcase>\n")
	}
}

// junitDetail lists the passages of the sources.
func junitDetail(f *verify.Finding) string {
	var out []string
	for i := range f.Evidence {
		e := &f.Evidence[i]
		out = append(out, xmlText(side(e)+": "+cite(e)))
	}
	return strings.Join(out, "\n")
}

// xmlText escapes printable text for XML.
func xmlText(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(printable(s))) // a Builder never fails
	return b.String()
}
