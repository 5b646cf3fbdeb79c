package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"factcheck/verify"
)

// Workflow commands that GitHub shows as annotations beside the lines of a pull
// request. A step may show ten of each level, so the worst come first and the
// last line sums up what there is; the job summary holds the rest.

// annotationsALevel is how many annotations of a level GitHub shows for a step.
const annotationsALevel = 10

// annotation is one workflow command.
type annotation struct {
	level   verify.Level
	file    string
	at      place // zero for the file as a whole
	title   string
	message string
}

// github prints annotations.
func github(w io.Writer, r *verify.Report, _ Options) error {
	b := bufio.NewWriter(w)
	at := newPlaces(r)
	all := troubleAnnotations(r)
	left := 0
	for _, level := range []verify.Level{verify.Error, verify.Warning, verify.Info} {
		room := annotationsALevel
		if level == verify.Info {
			room-- // the summary is a notice too
		}
		put := func(a annotation) {
			if room--; room < 0 {
				left++
				return
			}
			b.WriteString(a.command())
		}
		for _, a := range all {
			if a.level == level {
				put(a)
			}
		}
		for i := range r.Findings {
			f := &r.Findings[i]
			if !listed(f) || f.Level != level {
				continue
			}
			if room <= 0 {
				left++
				continue
			}
			put(newAnnotation(r, f, at))
		}
	}
	text := Summary(r)
	if left > 0 {
		text += " GitHub shows ten annotations of a level; " + thousands(left) + " more are in the job summary."
	}
	fmt.Fprintf(b, "::notice title=factcheck::%s\n", commandData(text))
	return b.Flush()
}

// troubleAnnotations are drafts that could not be checked and suppressions that
// suppress nothing.
func troubleAnnotations(r *verify.Report) []annotation {
	var all []annotation
	at := files{}
	for i := range r.Drafts {
		d := &r.Drafts[i]
		if d.Err != nil {
			all = append(all, annotation{verify.Error, d.Path, place{}, "could not be checked", d.Err.Error()})
		}
		if len(d.Unused) == 0 {
			continue
		}
		l := at.draft(d)
		for _, u := range d.Unused {
			p := place{start: l.position(u.Span.Start), end: l.position(u.Span.End)}
			all = append(all, annotation{verify.Warning, d.Path, p, "unused suppression", "this suppression suppresses nothing"})
		}
	}
	return all
}

func newAnnotation(r *verify.Report, f *verify.Finding, at places) annotation {
	text := message(f) + "\n“" + brief(&f.Statement) + "”"
	if i := decisive(f); i >= 0 {
		text += "\n" + cite(&f.Evidence[i])
	}
	return annotation{f.Level, f.Draft.Path, at.of(f, f.Statement.Span()), f.Rule(), text}
}

// command writes an annotation as a workflow command. GitHub knows columns only
// within one line.
func (a annotation) command() string {
	name := [...]string{"notice", "notice", "warning", "error"}[a.level&3]
	var b strings.Builder
	fmt.Fprintf(&b, "::%s file=%s", name, commandProperty(strings.TrimPrefix(filepath.ToSlash(a.file), "./")))
	if a.at.start.Line > 0 {
		fmt.Fprintf(&b, ",line=%d,endLine=%d", a.at.start.Line, a.at.end.Line)
		if a.at.start.Line == a.at.end.Line {
			fmt.Fprintf(&b, ",col=%d,endColumn=%d", a.at.start.Column, a.at.end.Column)
		}
	}
	fmt.Fprintf(&b, ",title=%s::%s\n", commandProperty("factcheck: "+a.title), commandData(a.message))
	return b.String()
}

// commandData escapes the message of a workflow command. Line ends stay, other
// control characters go.
func commandData(s string) string {
	parts := strings.Split(s, "\n")
	for i := range parts {
		parts[i] = strings.ReplaceAll(printable(parts[i]), "%", "%25")
	}
	return strings.Join(parts, "%0A")
}

// commandProperty escapes a property of a workflow command.
func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(printable(s))
}

// summaryLimit is what GitHub takes as the summary of a step: 1 MiB, with room for
// the end.
const summaryLimit = 1<<20 - 4096

// GitHubSummary prints the report as Markdown for the summary of a GitHub step,
// which is cut where GitHub would refuse it.
func GitHubSummary(w io.Writer, r *verify.Report, opt Options) error {
	return markdownUpTo(w, r, opt, summaryLimit)
}
