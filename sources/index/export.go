package index

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// exportFormat stands in the first field of every line that Export writes.
const exportFormat = "index/1"

// line is a document as JSON: a line of a JSONL archive like any other, with
// everything else that the index holds of it.
type line struct {
	Factcheck  string             `json:"factcheck"`
	Reading    string             `json:"reading,omitempty"` // that found the statements
	ID         string             `json:"id"`
	Path       string             `json:"path,omitempty"`
	Publisher  string             `json:"source,omitempty"`
	Author     string             `json:"author,omitempty"`
	Speaker    string             `json:"speaker,omitempty"`
	Title      string             `json:"title,omitempty"`
	Subtitle   string             `json:"subtitle,omitempty"`
	URL        string             `json:"url,omitempty"`
	Lang       string             `json:"lang,omitempty"`
	Date       string             `json:"date,omitempty"`
	Release    claims.Release     `json:"release,omitzero"`
	Review     *claims.Review     `json:"review,omitempty"`
	SHA256     string             `json:"sha256"`
	Text       string             `json:"text"`
	Blocks     [][3]int           `json:"blocks,omitempty"` // start, end, kind
	Pieces     []claims.Piece     `json:"pieces,omitempty"`
	Warnings   []string           `json:"warnings,omitempty"`
	Statements []claims.Statement `json:"statements,omitempty"`
}

// Kept is an archive, wherever it is kept.
type Kept interface {
	Documents(f func(Info) bool) error
	Entries(numbers ...uint32) ([]Entry, error)
	Note() Note
}

// fetched is how many documents are in memory at a time where all are gone through, twice: while some
// are worked on, the next are read.
const fetched = 64

// everything calls f with every document of an archive, in the order in which Documents
// lists them.
func everything(x Kept, f func(*Entry) error) error {
	var numbers []uint32
	if err := x.Documents(func(i Info) bool { numbers = append(numbers, i.Number); return true }); err != nil {
		return err
	}
	type some struct {
		entries []Entry
		err     error
	}
	read, enough := make(chan some), make(chan struct{})
	go func() {
		defer close(read)
		for next := range slices.Chunk(numbers, fetched) {
			entries, err := x.Entries(next...)
			select {
			case read <- some{entries, err}:
			case <-enough:
				return
			}
		}
	}()
	defer func() { // whoever reads is at its end before the archive may be closed
		close(enough)
		for range read {
		}
	}()
	for s := range read {
		if s.err != nil {
			return s.err
		}
		for i := range s.entries {
			if err := f(&s.entries[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// Export is the Export of the index.
func (x *Index) Export(out io.Writer) error { return Export(x, out) }

// Export writes every document of an archive as a line of JSON, in the order in which
// Documents lists them. Import reads them back as they were.
func Export(x Kept, out io.Writer) error {
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(escaper{w})
	enc.SetEscapeHTML(false)
	err := everything(x, func(e *Entry) error {
		d := e.Document
		var blocks [][3]int
		for _, k := range d.Blocks {
			blocks = append(blocks, [3]int{k.Start, k.End, int(k.Kind)})
		}
		l := line{
			exportFormat, x.Note().Reading, d.ID, d.Path, d.Publisher, d.Author, d.Speaker, d.Title, d.Subtitle, d.URL, d.Lang, d.Date.String(), d.Release, d.Review,
			hex.EncodeToString(d.SHA256[:]), d.Text, blocks, d.Pieces, d.Warnings, e.Statements,
		}
		return enc.Encode(&l)
	})
	if err != nil {
		return err
	}
	return w.Flush()
}

// An escaper writes whole values of JSON, hidden characters escaped.
type escaper struct{ w io.Writer }

func (e escaper) Write(p []byte) (int, error) {
	if _, err := e.w.Write(text.EscapeJSON(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Import reads one line of an export. It returns nil without an error for a line
// of any other JSONL archive. Statements that another reading found are left out.
func Import(data []byte, reading string) (*Entry, error) {
	var l line
	if json.Unmarshal(data, &l) != nil || l.Factcheck == "" {
		return nil, nil
	}
	if l.Factcheck != exportFormat {
		return nil, fmt.Errorf("%w: the export is of format %q, this one reads %q", ErrNewer, l.Factcheck, exportFormat)
	}
	d := &claims.Document{
		ID: l.ID, Path: l.Path, Publisher: l.Publisher, Author: l.Author, Speaker: l.Speaker, Title: l.Title, Subtitle: l.Subtitle,
		URL: l.URL, Lang: l.Lang, Release: l.Release, Review: l.Review, Text: l.Text, Pieces: l.Pieces, Warnings: l.Warnings,
	}
	if n, err := hex.Decode(d.SHA256[:], []byte(l.SHA256)); err != nil || n != len(d.SHA256) {
		return nil, fmt.Errorf("document %s: its sha256 is not 64 hexadecimal digits", l.ID)
	}
	if l.Date != "" {
		var err error
		if d.Date, err = date.Parse(l.Date); err != nil {
			return nil, fmt.Errorf("document %s: %w", l.ID, err)
		}
	}
	for _, k := range l.Blocks {
		d.Blocks = append(d.Blocks, claims.Block{Span: text.Span{Start: k[0], End: k[1]}, Kind: claims.BlockKind(k[2])})
	}
	e := &Entry{Document: d}
	if l.Reading == reading {
		e.Statements = l.Statements
	}
	return e, e.check()
}
