package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"factcheck/verify"
	"factcheck/verify/quote"
)

// Markdown as GitHub and GitLab show it: the summary, a table of what needs
// attention, then each finding with its word diff and the passages of the sources.
// Every character of a draft or an archive that Markdown could read as more than
// itself is escaped; no text becomes a link, an image, a heading or a mention.

// markdown prints the report.
func markdown(w io.Writer, r *verify.Report, opt Options) error {
	return markdownUpTo(w, r, opt, 0)
}

// markdownUpTo prints the report up to about limit bytes, 0 for all of it.
func markdownUpTo(w io.Writer, r *verify.Report, opt Options, limit int) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "## factcheck\n\n%s\n", markdownText(Summary(r)))
	markdownTroubles(b, r)
	at := newPlaces(r)
	size, rows, left := 0, 0, 0
	var details []int
	for i := range r.Findings {
		f := &r.Findings[i]
		if !listed(f) {
			continue
		}
		row := markdownRow(r, f, at)
		if limit > 0 && size+len(row) > limit/2 {
			left++
			continue
		}
		if rows++; rows == 1 {
			b.WriteString("\n| Place | Rule | Statement | What is wrong |\n|---|---|---|---|\n")
		}
		size += len(row)
		b.WriteString(row)
		if len(f.Evidence) > 0 {
			details = append(details, i)
		}
	}
	for _, i := range details {
		f := &r.Findings[i]
		part := markdownDetail(r, f, at)
		if limit > 0 && size+len(part) > limit-4096 {
			break
		}
		size += len(part)
		b.WriteString(part)
	}
	if left > 0 {
		fmt.Fprintf(b, "\n%s more are not shown here.\n", thousands(left))
	}
	return b.Flush()
}

func markdownTroubles(b *bufio.Writer, r *verify.Report) {
	head, files := "\n", files{}
	for i := range r.Drafts {
		d := &r.Drafts[i]
		if d.Err != nil {
			fmt.Fprintf(b, "%s- ❌ **could not be checked** %s\n", head, markdownText(d.Path))
			head = ""
		}
		if len(d.Unused) == 0 {
			continue
		}
		l := files.draft(d)
		for _, u := range d.Unused {
			p := l.position(u.Span.Start)
			fmt.Fprintf(b, "%s- ⚠️ **unused suppression** %s:%d:%d %s\n", head, markdownText(d.Path), p.Line, p.Column, markdownText(u.Rule))
			head = ""
		}
	}
}

// markdownMarks are the marks of the levels.
var markdownMarks = [4]string{"✅", "ℹ️", "⚠️", "❌"}

func markdownRow(r *verify.Report, f *verify.Finding, at places) string {
	p := at.of(f, f.Statement.Span())
	return fmt.Sprintf("| %s:%d:%d | %s %s | %s | %s |\n", markdownText(f.Draft.Path), p.start.Line, p.start.Column, markdownMarks[f.Level&3], f.Rule(),
		markdownText(brief(&f.Statement)), markdownText(message(f)))
}

// markdownDetail shows one finding with its evidence.
func markdownDetail(r *verify.Report, f *verify.Finding, at places) string {
	p := at.of(f, f.Statement.Span())
	var b strings.Builder
	fmt.Fprintf(&b, "\n### %s %s, %s:%d:%d\n\n", markdownMarks[f.Level&3], f.Rule(), markdownText(f.Draft.Path), p.start.Line, p.start.Column)
	if e := &f.Evidence[0]; changed(e.Edits) {
		fmt.Fprintf(&b, "> %s\n\n", commented.diff(diff(f.Statement.Text, e.Text, e.Edits)))
	} else {
		fmt.Fprintf(&b, "> %s\n\n", markdownText(newPassage(told(&f.Statement)).text))
	}
	if f.Message != "" {
		fmt.Fprintf(&b, "%s\n\n", markdownText(f.Message))
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		fmt.Fprintf(&b, "- **%s** %s: %s  \n  %s\n", markdownText(sourceName(e)), side(e), markdownText(newPassage(e.Text, e.Match).text), markdownText(origin(e)))
	}
	return b.String()
}

// A dialect is how one kind of Markdown writes a word diff.
type dialect struct {
	text      func(string) string // escapes words
	gone, new [2]string           // stand around words that are gone from the source, and new ones
}

// commented is Markdown where HTML may stand.
var commented = dialect{markdownText, [2]string{"<del>", "</del>"}, [2]string{"<ins>", "</ins>"}}

// diff shows a word diff: words of the source that are gone, new ones; words left out and marked
// stand in brackets.
func (d *dialect) diff(runs []styled) string {
	var b strings.Builder
	for _, r := range runs {
		s := d.text(r.text)
		if b.Len() > 0 && !strings.HasPrefix(r.text, ",") && !strings.HasPrefix(r.text, ".") {
			b.WriteByte(' ')
		}
		switch r.op {
		case quote.Delete:
			s = d.gone[0] + s + d.gone[1]
		case quote.Insert:
			s = d.new[0] + s + d.new[1]
		case quote.Gap:
			s = "(" + s + ")"
		}
		b.WriteString(s)
	}
	return b.String()
}

// markdownText escapes text for one line of Markdown, a table's cell included.
func markdownText(s string) string {
	s = printable(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#!|~&$", r), i == 0 && (r == '+' || r == '-'):
			if r == '<' {
				b.WriteString("&lt;")
				continue
			}
			b.WriteByte('\\')
		case r == '@': // no mention
			b.WriteString("@<!-- -->")
			continue
		case r == ':' && strings.HasPrefix(s[i:], "://"), r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"): // no link
			b.WriteByte('\\')
		case r == '.' && numbered(s[:i]): // no list
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// numbered reports whether a text so far is a number only.
func numbered(s string) bool {
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}
