package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"factcheck/claims"
)

// Credited is a source with the statements of an archive that are credited to it.
type Credited struct {
	Name       string
	Aliases    []string // configured; nil if none
	Kind       string   // "person", "outlet"; empty if unknown
	Role       string   // of a person; empty if no text gives one
	Owner      string   // configured; empty if it is its own
	Statements []Found
}

// SpeakerKind names a kind of speaker in reports, the empty string if it is
// unknown.
func SpeakerKind(k claims.SpeakerKind) string {
	if k == claims.Unknown || int(k) >= len(speakerKinds) {
		return ""
	}
	return speakerKinds[k]
}

// documents returns how many documents hold a statement of the source.
func (c *Credited) documents() int {
	seen := map[string]bool{}
	for i := range c.Statements {
		seen[c.Statements[i].Document.ID] = true
	}
	return len(seen)
}

type creditedJSON struct {
	Name       string      `json:"name"`
	Aliases    []string    `json:"aliases"`
	Kind       string      `json:"kind"`
	Role       string      `json:"role"`
	Owner      string      `json:"owner"`
	Documents  int         `json:"documents"`
	Statements int         `json:"statements"`
	Said       []foundJSON `json:"said,omitempty"`
}

func newCredited(c *Credited) creditedJSON {
	j := creditedJSON{c.Name, []string{}, c.Kind, c.Role, c.Owner, c.documents(), len(c.Statements), nil}
	j.Aliases = append(j.Aliases, c.Aliases...)
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
		g.row(printable(c.Name), printable(c.Kind), printable(c.Role), strconv.Itoa(len(c.Statements)), strconv.Itoa(c.documents()))
	}
	if err := g.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s\n", plural(len(list), "source"))
	return err
}

// Source prints one source with what it is credited with.
func Source(w io.Writer, format string, c *Credited, opt Options) error {
	if format != "table" {
		j := newCredited(c)
		for i := range c.Statements {
			j.Said = append(j.Said, newFound(&c.Statements[i]))
		}
		return newEncoder(w).Encode(j)
	}
	g := gutter{opt: opt, label: len("aliases")}
	for _, f := range [][2]string{{"name", c.Name}, {"aliases", strings.Join(c.Aliases, ", ")}, {"kind", c.Kind}, {"role", c.Role}, {"owner", c.Owner}} {
		if f[1] != "" {
			g.put(f[0], wrapped(printable(f[1]), g.room())...)
		}
	}
	if _, err := fmt.Fprintln(w, g.b.String()); err != nil {
		return err
	}
	t := newGrid(opt, column{head: "Date"}, column{head: "Form"}, column{head: "Statement", flex: 3, least: 20, most: 4}, column{head: "Document", flex: 1, least: 10, most: 2})
	for i := range c.Statements {
		f := &c.Statements[i]
		t.row(f.Document.Date.String(), f.Statement.Form.String(), printable(f.Statement.Text), printable(f.Document.ID))
	}
	if err := t.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s in %s\n", plural(len(c.Statements), "statement"), plural(c.documents(), "document"))
	return err
}
