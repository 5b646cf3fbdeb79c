package report

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// A Text is a document with the statements found in it.
type Text struct {
	Document   *claims.Document
	Data       []byte // the file as it was read; nil if it is the document's text
	Statements []claims.Statement
}

// lines finds places in the file.
func (t *Text) lines(f files) *lines {
	if t.Data == nil {
		return textLines(t.Document.Text)
	}
	return f.of(t.Data)
}

// The JSON of a statement. Spans count bytes of the file.
type statementJSON struct {
	File      string        `json:"file"`
	Document  string        `json:"document,omitempty"` // its ID, where a file holds several
	Start     int           `json:"start"`
	End       int           `json:"end"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	Kind      string        `json:"kind"`
	Form      string        `json:"form"`
	Text      string        `json:"text"`
	Spans     []text.Span   `json:"spans"`
	Quoted    []text.Span   `json:"quoted"`
	Sentence  text.Span     `json:"sentence"`
	Speaker   *speakerJSON  `json:"speaker"`
	Cue       *cueJSON      `json:"cue"`
	Via       []outletJSON  `json:"via"`
	Told      bool          `json:"told"`
	Tellers   []speakerJSON `json:"tellers,omitempty"`
	Said      *intervalJSON `json:"said"`
	Publisher string        `json:"publisher"`
	Date      string        `json:"date"`
}

type speakerJSON struct {
	Text  string `json:"text"`
	Name  string `json:"name"`
	Role  string `json:"role"`
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type cueJSON struct {
	Text       string `json:"text"`
	Commitment string `json:"commitment"`
	Class      string `json:"class"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
}

type outletJSON struct {
	Name  string `json:"name"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type intervalJSON struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// speakerKinds names claims.SpeakerKind in reports.
var speakerKinds = [...]string{"unknown", "person", "organisation", "place", "anonymous"}

// newStatement returns the JSON of one statement of t.
func newStatement(t *Text, l *lines, s *claims.Statement) statementJSON {
	d := t.Document
	whole := d.File(s.Span())
	at := l.position(whole.Start)
	j := statementJSON{
		File: d.Path, Start: whole.Start, End: whole.End, Line: at.Line, Column: at.Column,
		Kind: s.Kind.String(), Form: s.Form.String(), Text: s.Text,
		Spans: inFile(d, s.Spans), Quoted: inFile(d, s.Quoted), Sentence: d.File(s.Sentence),
		Via: []outletJSON{}, Told: s.Attribution.Told, Publisher: s.Attribution.Publisher, Date: d.Date.String(),
	}
	if d.ID != d.Path {
		j.Document = d.ID
	}
	a := &s.Attribution
	j.Speaker = newSpeaker(d, &a.Speaker)
	if a.Cue.Text != "" {
		f := d.File(a.Cue.Span)
		j.Cue = &cueJSON{a.Cue.Text, a.Cue.Commitment.String(), a.Cue.Class.String(), f.Start, f.End}
	}
	for k := range a.Tellers {
		if x := newSpeaker(d, &a.Tellers[k]); x != nil {
			j.Tellers = append(j.Tellers, *x)
		}
	}
	for _, o := range a.Via {
		f := d.File(o.Span)
		j.Via = append(j.Via, outletJSON{o.Name, f.Start, f.End})
	}
	j.Said = newInterval(a.Said)
	return j
}

// newSpeaker returns nil for nobody.
func newSpeaker(d *claims.Document, s *claims.Speaker) *speakerJSON {
	if *s == (claims.Speaker{}) {
		return nil
	}
	f := d.File(s.Span)
	return &speakerJSON{s.Text, s.Name, s.Role, speakerKinds[min(int(s.Kind), len(speakerKinds)-1)], f.Start, f.End}
}

// newInterval returns nil for an interval of which nothing is known.
func newInterval(i date.Interval) *intervalJSON {
	if !i.Known() {
		return nil
	}
	return &intervalJSON{i.From.String(), i.To.String()}
}

// inFile maps spans of the text to the file; never nil, so that JSON shows [].
func inFile(d *claims.Document, spans []text.Span) []text.Span {
	out := make([]text.Span, len(spans))
	for i, s := range spans {
		out[i] = d.File(s)
	}
	return out
}

// StatementFormats are the formats of lists of statements.
func StatementFormats() []string { return []string{"table", "line", "json", "jsonl"} }

// Statements prints the statements of texts in format jsonl or line; it may
// be called from several goroutines with writers of their own.
func Statements(w io.Writer, format string, texts []*Text) error {
	files := files{}
	for _, t := range texts {
		if err := statements(w, format, t, t.lines(files)); err != nil {
			return err
		}
	}
	return nil
}

// statements prints the statements of one text.
func statements(w io.Writer, format string, t *Text, l *lines) error {
	if format == "line" {
		for i := range t.Statements {
			if err := statementLine(w, t, l, &t.Statements[i]); err != nil {
				return err
			}
		}
		return nil
	}
	enc := newEncoder(w)
	for i := range t.Statements {
		if err := enc.Encode(newStatement(t, l, &t.Statements[i])); err != nil {
			return err
		}
	}
	return nil
}

// statementLine prints path:line:col: kind, form: speaker: text.
func statementLine(w io.Writer, t *Text, l *lines, s *claims.Statement) error {
	at := l.position(t.Document.File(s.Span()).Start)
	who := ""
	if n := Credit(s.Attribution); n != "" {
		who = n + ": "
	}
	_, err := fmt.Fprintf(w, "%s:%d:%d: %s %s: %s%s\n", printable(t.Document.Path), at.Line, at.Column, s.Form, s.Kind,
		printable(who), printable(s.Text))
	return err
}

// StatementsJSON prints all texts as one JSON document.
func StatementsJSON(w io.Writer, texts []*Text) error {
	var all []any
	files := files{}
	for _, t := range texts {
		l := t.lines(files)
		for i := range t.Statements {
			all = append(all, newStatement(t, l, &t.Statements[i]))
		}
	}
	return jsonList(w, "json", "claims", "statements", all)
}

// Credit says in few words whose statement it is: "Fiston Misona, told Reuters".
// Empty in the publisher's own voice.
func Credit(a claims.Attribution) string {
	who := a.Speaker.Name
	if who == "" {
		who = a.Speaker.Text
	}
	for _, t := range a.Tellers {
		if t.Text != "" && who != "" {
			who += ", by " + cmp.Or(t.Name, t.Text)
		}
	}
	if len(a.Via) == 0 {
		return who
	}
	if who == "" {
		return a.Via[len(a.Via)-1].Name
	}
	out := who
	for i, o := range a.Via {
		switch {
		case i == 0 && a.Told:
			out += " to " + o.Name
		default:
			out += ", by " + o.Name
		}
	}
	return out
}

// StatementTable prints the statements of each text as a table.
func StatementTable(w io.Writer, texts []*Text, opt Options) error {
	n, quotes := 0, 0
	for _, x := range texts {
		if len(texts) > 1 {
			if _, err := fmt.Fprintln(w, opt.theme().bold(printable(x.Document.Path))); err != nil {
				return err
			}
		}
		if err := statementTable(w, x, opt); err != nil {
			return err
		}
		n += len(x.Statements)
		for i := range x.Statements {
			if x.Statements[i].Kind == claims.Quote {
				quotes++
			}
		}
	}
	_, err := fmt.Fprintf(w, "%s in %s: %s, %s\n", plural(n, "statement"), plural(len(texts), "text"), plural(quotes, "quotation"), plural(n-quotes, "claim"))
	return err
}

func statementTable(w io.Writer, x *Text, opt Options) error {
	if len(x.Statements) == 0 {
		return nil
	}
	g := newGrid(opt, column{head: "#", right: true}, column{head: "Form"}, column{head: "Statement", flex: 3, least: 16},
		column{head: "Said by", flex: 1, least: 10}, column{head: "Said"})
	for i := range x.Statements {
		s := &x.Statements[i]
		who := Credit(s.Attribution)
		if s.Attribution.Cue.Commitment != claims.Asserts {
			who += " (" + s.Attribution.Cue.Commitment.String() + ")"
		}
		g.row(strconv.Itoa(i+1), s.Form.String(), printable(s.Text), printable(who), said(s.Attribution.Said))
	}
	if err := g.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

// said words an interval: a day, or from and to.
func said(i date.Interval) string {
	switch {
	case !i.Known():
		return ""
	case i.From == i.To:
		return i.From.String()
	case i.From == 0:
		return "until " + i.To.String()
	case i.To == 0:
		return "since " + i.From.String()
	}
	return i.From.String() + " to " + i.To.String()
}

// plural words a count: "1 statement", "2 statements", "1,204 statements".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes a count with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
