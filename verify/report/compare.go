package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"factcheck/claims/text"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A Comparison is the relation of a source and a statement.
type Comparison struct {
	ID                json.RawMessage // as it was given, nil if it was not
	Source, Statement string
	Result            relate.Result
}

type comparisonJSON struct {
	ID         json.RawMessage `json:"id,omitempty"`
	Relation   string          `json:"relation"`
	Overstated bool            `json:"overstated"`
	Reasons    []reason.Reason `json:"reasons"`
}

// ComparisonJSON prints a comparison on one line.
func ComparisonJSON(w io.Writer, c *Comparison) error {
	j := comparisonJSON{c.ID, c.Result.Relation.String(), c.Result.Overstated, c.Result.Reasons}
	if j.Reasons == nil {
		j.Reasons = []reason.Reason{}
	}
	return newEncoder(w).Encode(j)
}

// ComparisonText prints a comparison for people: the relation, both texts with
// the words that clash, why; with Explain how they were laid beside each other.
func ComparisonText(w io.Writer, c *Comparison, opt Options) error {
	t, m := opt.theme(), opt.marks()
	g := gutter{opt: opt, label: len("statement")}
	var kinds []string
	var inSource, inStatement []text.Span
	for _, r := range c.Result.Reasons {
		kinds = append(kinds, r.Kind.String())
		inSource, inStatement = append(inSource, r.Source), append(inStatement, r.Statement)
	}
	head, paint := m.stances[0]+" silent: the source says nothing that decides", t.info
	switch c.Result.Relation {
	case relate.Agrees:
		head, paint = m.stances[1]+" agrees: the source says all of it", t.good
	case relate.Contradicts:
		head, paint = m.stances[2]+" contradicts: both cannot be true", t.bad
	}
	if c.Result.Overstated {
		head, paint = m.levels[2]+" silent, overstated: the source only plans, hedges or alleges it", t.warning
	}
	if len(kinds) > 0 {
		head += " (" + strings.Join(kinds, ", ") + ")"
	}
	g.b.WriteString(paint(head) + "\n\n")
	g.put("source", newPassage(c.Source, inSource...).lines(g.room(), opt, t.bold)...)
	g.put("statement", newPassage(c.Statement, inStatement...).lines(g.room(), opt, paint)...)
	for _, r := range c.Result.Reasons {
		if r.Note != "" {
			g.put(r.Kind.String(), wrapped(printable(r.Note), g.room())...)
		}
	}
	if opt.Explain {
		for _, r := range c.Result.Rules {
			g.put("rule", wrapped(r+": "+relate.RuleMeaning(r), g.room())...)
		}
		explain(&g, c)
	}
	_, err := io.WriteString(w, g.b.String())
	return err
}

// explain prints the alignment, a line a step.
func explain(g *gutter, c *Comparison) {
	if len(c.Result.Alignment) == 0 {
		g.put("beside", "the two have nothing in common")
		return
	}
	g.b.WriteByte('\n')
	arrow := " " + g.opt.marks().arrow + " "
	for _, l := range c.Result.Alignment {
		s, d := printable(l.Source.In(c.Source)), printable(l.Statement.In(c.Statement))
		line := s + arrow + d
		switch {
		case s == "":
			line = "+ " + d
		case d == "":
			line = "- " + s
		case s == d:
			line = s
		}
		g.put(l.Fate.String(), wrapped(line, g.room())...)
	}
}

// ComparisonLine prints a comparison on one line.
func ComparisonLine(w io.Writer, c *Comparison) error {
	line := c.Result.Relation.String()
	if len(c.ID) > 0 {
		line = printable(strings.Trim(string(c.ID), `"`)) + ": " + line
	}
	if c.Result.Overstated {
		line += " (overstated)"
	}
	for _, r := range c.Result.Reasons {
		line += ": " + r.Kind.String()
		if r.Note != "" {
			line += ": " + printable(r.Note)
		}
	}
	_, err := fmt.Fprintln(w, line)
	return err
}
