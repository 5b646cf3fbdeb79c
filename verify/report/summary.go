package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/verify"
)

// A tally counts the findings of a report that count, by level.
type tally struct {
	levels     [4]int
	suppressed int
	failed     int // drafts that could not be checked
	unused     int // suppressions that suppress nothing
	read       int // findings whose verdict rests on a reading model
	unchecked  int // sentences that have no finding
	reviewed   int // findings beside which a publisher's check stands
	itself     int // findings whose words the archive has in the draft's own text alone
}

func count(r *verify.Report) tally {
	var t tally
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Suppressed != "" {
			t.suppressed++
		} else {
			t.levels[f.Level&3]++
			if f.Read > 0 {
				t.read++
			}
			if len(f.Reviews) > 0 {
				t.reviewed++
			}
			if f.Message == verify.OnlyItself {
				t.itself++
			}
		}
	}
	for i := range r.Drafts {
		if r.Drafts[i].Err != nil {
			t.failed++
		}
		t.unused += len(r.Drafts[i].Unused)
		t.unchecked += len(r.Drafts[i].Unchecked)
	}
	return t
}

// Summary sums a report up in one line of plain English: how many statements were
// checked, against how many documents, how new they are, and what was found.
func Summary(r *verify.Report) string {
	t := count(r)
	s := "Checked " + plural(len(r.Findings), "statement")
	if len(r.Drafts) > 1 {
		s += " of " + plural(len(r.Drafts)-t.failed, "draft")
	}
	s += " against " + plural(r.Documents, "document")
	if r.Newest != 0 {
		the := "the newest of "
		if r.Documents == 1 {
			the = "of "
		}
		s += ", " + the + longDate(r.Newest)
	}
	var found []string
	for _, x := range []struct {
		n    int
		noun string
	}{{t.levels[verify.Error], "error"}, {t.levels[verify.Warning], "warning"}, {t.levels[verify.Info], "note"}} {
		if x.n > 0 {
			found = append(found, plural(x.n, x.noun))
		}
	}
	if t.suppressed > 0 {
		found = append(found, thousands(t.suppressed)+" suppressed")
	}
	if ok := t.levels[verify.OK]; ok > 0 {
		found = append(found, thousands(ok)+" in order")
	}
	if len(found) == 0 && t.failed == 0 {
		found = append(found, "nothing to report")
	}
	if len(found) > 0 {
		s += ": " + strings.Join(found, ", ")
	}
	if t.read > 0 {
		s += "; " + plural(t.read, "verdict") + " of the reading model"
	}
	if t.reviewed > 0 {
		s += "; " + plural(t.reviewed, "statement") + " that others have checked"
	}
	if t.unchecked > 0 {
		s += "; " + plural(t.unchecked, "sentence") + " not checked"
	}
	if t.itself > 0 {
		s += "; " + plural(t.itself, "statement") + " only in the archive's copy of the draft, which is no evidence"
	}
	if t.failed > 0 {
		s += "; " + plural(t.failed, "draft") + " could not be checked"
	}
	if len(r.Skipped) > 0 {
		s += "; not read: " + Skipped(r.Skipped)
	}
	return s + "."
}

// Skipped names files that are of no type that is read: a few each, many by their
// extensions.
func Skipped(files []string) string {
	const few = 3
	if len(files) <= few {
		return printable(strings.Join(files, ", "))
	}
	count := map[string]int{}
	for _, f := range files {
		count[strings.ToLower(filepath.Ext(f))]++
	}
	kinds := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	for i, k := range kinds {
		name := k
		if k == "" {
			name = "without extension"
		}
		kinds[i] = thousands(count[k]) + " " + name
	}
	return plural(len(files), "file") + " (" + printable(strings.Join(kinds, ", ")) + ")"
}

// longDate writes a day as in "20 March 2025".
func longDate(d date.Day) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%d %s %d", day, m, y)
}

// unchecked prints the sentences that have no finding, with why.
func unchecked(w io.Writer, r *verify.Report, opt Options) error {
	t, files := opt.theme(), files{}
	var b strings.Builder
	for i := range r.Drafts {
		d := &r.Drafts[i]
		if len(d.Unchecked) == 0 {
			continue
		}
		l := files.draft(d)
		for _, u := range d.Unchecked {
			at := l.position(d.Document.File(u.Span).Start)
			fmt.Fprintf(&b, "%s  %s:%d:%d  %s  “%s”\n", t.faint("not checked"), printable(d.Path), at.Line, at.Column, u.Why, shorten(printable(u.Span.In(d.Document.Text)), 80, opt.marks().ellipsis))
		}
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// troubles prints what kept drafts from being checked and suppressions that
// suppress nothing.
func troubles(w io.Writer, r *verify.Report, opt Options) error {
	t, m, files := opt.theme(), opt.marks(), files{}
	var b strings.Builder
	for i := range r.Drafts {
		d := &r.Drafts[i]
		if d.Err != nil {
			b.WriteString(t.bad(m.levels[verify.Error]+" could not be checked") + "  " + printable(d.Path) + "\n")
		}
		if len(d.Unused) == 0 {
			continue
		}
		l := files.draft(d)
		for _, u := range d.Unused {
			at := l.position(u.Span.Start)
			b.WriteString(t.warning(m.levels[verify.Warning]+" unused suppression") + fmt.Sprintf("  %s:%d:%d", printable(d.Path), at.Line, at.Column))
			if u.Rule != "" {
				b.WriteString("  " + printable(u.Rule))
			}
			b.WriteByte('\n')
		}
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}
