package report

import (
	"fmt"
	"io"
	"strconv"

	"factcheck/claims"
)

// Listed is a document of an index as lists show it.
type Listed struct {
	Document   *claims.Document // without its text
	Statements int
}

type documentJSON struct {
	ID         string `json:"id"`
	Path       string `json:"path"`
	Title      string `json:"title"`
	Publisher  string `json:"publisher"`
	Author     string `json:"author"`
	Speaker    string `json:"speaker"`
	Date       string `json:"date"`
	Lang       string `json:"lang"`
	URL        string `json:"url"`
	Statements int    `json:"statements"`
}

func newDocument(d *claims.Document, statements int) documentJSON {
	return documentJSON{d.ID, d.Path, d.Title, d.Publisher, d.Author, d.Speaker, d.Date.String(), d.Lang, d.URL, statements}
}

// Documents lists documents in format table, json or jsonl.
func Documents(w io.Writer, format string, docs []Listed, opt Options) error {
	if format != "table" {
		all := make([]any, len(docs))
		for i, d := range docs {
			all[i] = newDocument(d.Document, d.Statements)
		}
		return jsonList(w, format, "documents", "documents", all)
	}
	g := newGrid(opt, column{head: "Date"}, column{head: "Source", flex: 1, least: 16, most: 1}, column{head: "Title", flex: 2, least: 12, most: 1},
		column{head: "Statements", right: true}, column{head: "ID", flex: 2, least: 12})
	for _, d := range docs {
		who := d.Document.Publisher
		if who == "" {
			who = d.Document.Author
		}
		g.row(d.Document.Date.String(), printable(who), printable(d.Document.Title), strconv.Itoa(d.Statements), printable(d.Document.ID))
	}
	if err := g.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s\n", plural(len(docs), "document"))
	return err
}

// ShowDocuments prints documents of an index with their statements. The files may
// be gone: places count bytes of the text as it is stored.
func ShowDocuments(w io.Writer, format string, texts []*Text, opt Options) error {
	for _, t := range texts {
		stored := *t.Document
		stored.Pieces = nil
		t.Document, t.Data = &stored, nil
	}
	switch format {
	case "json":
		return StatementsJSON(w, texts)
	case "jsonl", "line":
		return Statements(w, format, texts)
	}
	for _, t := range texts {
		d := t.Document
		g := gutter{opt: opt, label: len("publisher")}
		for _, f := range [][2]string{{"id", d.ID}, {"path", d.Path}, {"title", d.Title}, {"publisher", d.Publisher}, {"author", d.Author},
			{"speaker", d.Speaker}, {"date", d.Date.String()}, {"language", d.Lang}, {"url", d.URL}} {
			if f[1] != "" {
				g.put(f[0], wrapped(printable(f[1]), g.room())...)
			}
		}
		if _, err := fmt.Fprintln(w, g.b.String()); err != nil {
			return err
		}
		if err := statementTable(w, t, opt); err != nil {
			return err
		}
	}
	return nil
}
