package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"factcheck/verify"
)

// CSV as in RFC 4180: a head, a row a statement, those in order included, lines
// ended by CR LF. Spreadsheets take a cell that begins with = + - or @ for a
// formula, so that an apostrophe is put before it.

// csvHead names the columns; new ones come at the end.
var csvHead = []string{"file", "line", "column", "end_line", "end_column", "start", "end", "kind", "form", "speaker", "verdict", "also", "level", "rule",
	"statement", "message", "origins", "agrees", "contradicts", "reports", "source", "date", "url", "document", "passage", "suppressed", "fingerprint", "basis"}

// csvFormat prints the rows.
func csvFormat(w io.Writer, r *verify.Report, _ Options) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(csvHead); err != nil {
		return err
	}
	at := newPlaces(r)
	for i := range r.Findings {
		row := csvRow(r, &r.Findings[i], at)
		for k := range row {
			row[k] = csvCell(row[k])
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func csvRow(r *verify.Report, f *verify.Finding, at places) []string {
	p := at.of(f, f.Statement.Span())
	var also []string
	for _, v := range f.Also {
		also = append(also, v.String())
	}
	stances := [4][]string{}
	for _, s := range f.Stances {
		stances[s.Stance&3] = append(stances[s.Stance&3], s.Source)
	}
	row := []string{f.Draft.Path, strconv.Itoa(p.start.Line), strconv.Itoa(p.start.Column), strconv.Itoa(p.end.Line), strconv.Itoa(p.end.Column),
		strconv.Itoa(p.file.Start), strconv.Itoa(p.file.End), f.Statement.Kind.String(), f.Statement.Form.String(), Credit(f.Statement.Attribution),
		f.Verdict.String(), strings.Join(also, " "), f.Level.String(), f.Rule(), f.Statement.Text, message(f), strconv.Itoa(f.Origins),
		strings.Join(stances[verify.Agrees], "; "), strings.Join(stances[verify.Contradicts], "; "), strings.Join(stances[verify.Reports], "; ")}
	if i := decisive(f); i >= 0 {
		e := &f.Evidence[i]
		row = append(row, e.Source, e.Date.String(), e.URL, e.Document, e.Text)
	} else {
		row = append(row, "", "", "", "", "")
	}
	return append(row, f.Suppressed, f.Fingerprint, basis(f))
}

// csvCell makes text harmless to a spreadsheet.
func csvCell(s string) string {
	s = printable(s)
	if len(s) > 1 && strings.ContainsAny(s[:1], "=+-@") || strings.HasPrefix(s, "＝") || strings.HasPrefix(s, "＋") || strings.HasPrefix(s, "－") || strings.HasPrefix(s, "＠") {
		return "'" + s
	}
	return s
}
