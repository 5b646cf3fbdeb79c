package report

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Found is one result of a search.
type Found struct {
	Document  *claims.Document
	Statement *claims.Statement // nil if the words lie in none, or in the title
	Span      text.Span         // of the passage, in the document's text; zero if metadata was found
	Score     float64           // 0 to 1
}

// Source returns who answers for the result: the origin of the statement, else
// the document's publisher.
func (f *Found) Source() string {
	if f.Statement != nil {
		if o := f.Statement.Attribution.Origin(); o != "" {
			return o
		}
	}
	return f.Document.Publisher
}

// speaker returns whose words they are, empty in the publisher's own voice.
func (f *Found) speaker() string {
	if f.Statement == nil {
		return f.Document.Speaker
	}
	if s := f.Statement.Attribution.Speaker; s.Name != "" {
		return s.Name
	}
	return f.Statement.Attribution.Speaker.Text
}

// passage returns the words that were found.
func (f *Found) passage() string {
	switch {
	case f.Span.Len() > 0:
		return f.Span.In(f.Document.Text)
	case f.Statement != nil:
		return f.Statement.Text
	}
	return f.Document.Title
}

type foundJSON struct {
	ID        string  `json:"id"`
	Score     float64 `json:"score"`
	Source    string  `json:"source"`
	Speaker   string  `json:"speaker"`
	Publisher string  `json:"publisher"`
	Date      string  `json:"date"`
	Title     string  `json:"title"`
	URL       string  `json:"url"`
	Start     int     `json:"start"`
	End       int     `json:"end"`
	Text      string  `json:"text"`
}

func newFound(f *Found) foundJSON {
	file := f.Document.File(f.Span)
	return foundJSON{f.Document.ID, math.Round(f.Score*1e6) / 1e6, f.Source(), f.speaker(), f.Document.Publisher, f.Document.Date.String(),
		f.Document.Title, f.Document.URL, file.Start, file.End, f.passage()}
}

// SearchLine prints the results of one query on one line, under its ID.
func SearchLine(w io.Writer, id json.RawMessage, found []Found) error {
	j := struct {
		ID      json.RawMessage `json:"id,omitempty"`
		Results []foundJSON     `json:"results"`
	}{id, []foundJSON{}}
	for i := range found {
		j.Results = append(j.Results, newFound(&found[i]))
	}
	return newEncoder(w).Encode(j)
}

// Search prints the results of one query.
func Search(w io.Writer, format string, found []Found, opt Options) error {
	switch format {
	case "json", "jsonl":
		all := make([]any, len(found))
		for i := range found {
			all[i] = newFound(&found[i])
		}
		return jsonList(w, format, "search", "search", all)
	case "line":
		for i := range found {
			f := &found[i]
			if _, err := fmt.Fprintf(w, "%s: %.2f: %s: %s\n", printable(f.Document.ID), f.Score, printable(f.Source()), printable(f.passage())); err != nil {
				return err
			}
		}
		return nil
	}
	if len(found) == 0 {
		_, err := fmt.Fprintln(w, "Nothing found.")
		return err
	}
	g := newGrid(opt, column{head: "Score", right: true}, column{head: "Statement", flex: 4, least: 20, most: 3}, column{head: "Source", flex: 1, least: 10},
		column{head: "Date"}, column{head: "Document", flex: 1, least: 10, most: 2})
	for i := range found {
		f := &found[i]
		source := printable(f.Source())
		if s := printable(f.speaker()); s != "" && s != source {
			source = s + ", " + source
		}
		g.row(fmt.Sprintf("%.2f", f.Score), printable(f.passage()), source, f.Document.Date.String(), printable(f.Document.ID))
	}
	return g.render(w)
}
