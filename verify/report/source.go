package report

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
)

// Credited is a source with how much of an archive is credited to it.
type Credited struct {
	Name       string
	Aliases    []string // configured, and the other names of a person in the archive; nil if none
	Kind       string   // "person", "outlet"; empty if unknown
	Role       string   // of a person, as most texts give it; empty if none does
	Roles      []Role   // that texts give, those of most documents first
	Owner      string   // configured; empty if it is its own
	Statements int
	Documents  int // that hold one of them
}

// Role is what texts say that somebody is.
type Role struct {
	Text      string
	From, To  date.Day // of the first and the last document that says so; zero if none has a date
	Documents int      // that say so
}

// String returns “mayor of Bana (2019-05-02 to 2020-11-29, 3 documents)”.
func (r Role) String() string {
	span := ""
	switch {
	case r.From == 0:
	case r.From == r.To:
		span = r.From.String() + ", "
	default:
		span = r.From.String() + " to " + r.To.String() + ", "
	}
	return fmt.Sprintf("%s (%s%s)", r.Text, span, plural(r.Documents, "document"))
}

// SpeakerKind names a kind of speaker in reports, the empty string if it is
// unknown.
func SpeakerKind(k claims.SpeakerKind) string {
	if k == claims.Unknown || int(k) >= len(speakerKinds) {
		return ""
	}
	return speakerKinds[k]
}

type creditedJSON struct {
	Name       string   `json:"name"`
	Aliases    []string `json:"aliases"`
	Kind       string   `json:"kind"`
	Role       string   `json:"role"`
	Owner      string   `json:"owner"`
	Documents  int      `json:"documents"`
	Statements int      `json:"statements"`

	Roles []roleJSON `json:"roles"`
}

type roleJSON struct {
	Role      string `json:"role"`
	From      string `json:"from"` // the day of the first document that says so; empty if none has one
	To        string `json:"to"`
	Documents int    `json:"documents"`
}

func newCredited(c *Credited) creditedJSON {
	j := creditedJSON{c.Name, []string{}, c.Kind, c.Role, c.Owner, c.Documents, c.Statements, []roleJSON{}}
	j.Aliases = append(j.Aliases, c.Aliases...)
	for _, r := range c.Roles {
		j.Roles = append(j.Roles, roleJSON{r.Text, r.From.String(), r.To.String(), r.Documents})
	}
	return j
}

// Sources lists the sources of an archive.
func Sources(w io.Writer, format string, list []*Credited, opt Options) error {
	if format != "table" {
		all := make([]any, len(list))
		for i, c := range list {
			all[i] = newCredited(c)
		}
		return jsonList(w, format, "sources", "sources", all)
	}
	g := newGrid(opt, column{head: "Source", flex: 2, least: 12}, column{head: "Kind"}, column{head: "Role", flex: 2, least: 10, most: 2},
		column{head: "Statements", right: true}, column{head: "Documents", right: true})
	for _, c := range list {
		g.row(printable(c.Name), printable(c.Kind), printable(c.Role), strconv.Itoa(c.Statements), strconv.Itoa(c.Documents))
	}
	if err := g.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s\n", plural(len(list), "source"))
	return err
}

// shownRoles is how many roles of a source are printed; JSON has all.
const shownRoles = 8

// Source prints one source with what it is credited with, which is asked for one by one.
// In JSON it is printed so too, in one line.
func Source(w io.Writer, format string, c *Credited, said iter.Seq2[*Found, error], opt Options) error {
	if format != "table" {
		return sourceLine(w, c, said)
	}
	g := gutter{opt: opt, label: len("aliases")}
	for _, f := range [][2]string{{"name", c.Name}, {"aliases", strings.Join(c.Aliases, ", ")}, {"kind", c.Kind}, {"owner", c.Owner}} {
		if f[1] != "" {
			g.put(f[0], wrapped(printable(f[1]), g.room())...)
		}
	}
	for i, r := range c.Roles[:min(len(c.Roles), shownRoles)] {
		label := ""
		if i == 0 {
			label = "role"
		}
		g.put(label, wrapped(printable(r.String()), g.room())...)
	}
	if _, err := fmt.Fprintln(w, g.b.String()); err != nil {
		return err
	}
	t := newGrid(opt, column{head: "Date"}, column{head: "Form"}, column{head: "Statement", flex: 3, least: 20, most: 4}, column{head: "Document", flex: 1, least: 10, most: 2})
	for f, err := range said {
		if err != nil {
			return err
		}
		t.row(f.Document.Date.String(), f.Statement.Form.String(), printable(f.Statement.Text), printable(f.Document.ID))
	}
	if err := t.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s in %s\n", plural(c.Statements, "statement"), plural(c.Documents, "document"))
	return err
}

// sourceLine prints a source as one JSON object.
func sourceLine(w io.Writer, c *Credited, said iter.Seq2[*Found, error]) error {
	s := newStream(w)
	var head bytes.Buffer
	if err := newEncoder(&head).Encode(newCredited(c)); err != nil {
		return err
	}
	s.raw(strings.TrimSuffix(head.String(), "}\n") + `,"said":[`)
	comma := ""
	for f, err := range said {
		if err != nil {
			return err
		}
		s.raw(comma)
		s.value(newFound(f))
		comma = ","
	}
	s.raw("]}")
	return s.end()
}
