package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/sources/reader"
	"factcheck/verify"
)

// ErrNoQuotation is that words are too few, or too odd, for a quotation.
var ErrNoQuotation = errors.New("no quotation in it")

// A Quotation is words to be looked up.
type Quotation struct {
	Words string
	By    string // who is said to have said them: a part of the name of a source will do; empty is anybody
	reader.Options
}

// Quoted returns words without the quotation marks around them, on one line.
func Quoted(words string) string {
	words = strings.Trim(strings.TrimSpace(words), `"“”«»„ `+"\u00a0\u202f")
	return strings.Join(strings.Fields(words), " ")
}

// Ambiguous is the error for a name that several sources fit.
type Ambiguous struct {
	Typed string
	Fits  []string
}

func (e *Ambiguous) Error() string { return fmt.Sprintf("%q may be several sources", e.Typed) }

// NamesOf returns the names that an archive credits, as they stand in tables, in their order.
func NamesOf(ctx context.Context, a *sources.Archive) ([]string, error) {
	names, err := a.Engine().Credited(ctx)
	for i, n := range names {
		names[i] = a.Names().Canonical(n)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" }), err
}

// Named returns the source of an archive that a typed name means, empty if none of the names
// does; the error is Ambiguous.
func Named(a *sources.Archive, typed string, names []string) (string, error) {
	switch fits := a.Names().Typed(typed, names); len(fits) {
	case 0:
		return "", nil
	case 1:
		return fits[0], nil
	default:
		return "", &Ambiguous{typed, fits}
	}
}

// Quote looks a quotation up under the setting of a path. The report has one finding. A
// speaker whom the archive does not know may well be quoted: stranger is the name then.
func (s *Session) Quote(ctx context.Context, path string, q Quotation) (r *verify.Report, stranger string, err error) {
	x, err := s.shelf(path)
	if err != nil {
		return nil, "", err
	}
	h, err := x.take(ctx, true)
	if err != nil {
		return nil, "", err
	}
	defer x.release(h)
	if q.By != "" {
		names, err := x.names(ctx, h)
		if err != nil {
			return nil, "", err
		}
		name, err := Named(h.opened.Archive, q.By, names)
		if err != nil {
			return nil, "", err
		}
		if name == "" {
			stranger = capitalised(q.By)
			name = stranger
		}
		q.By = name
	}
	doc, err := q.draft()
	if err != nil {
		return nil, stranger, err
	}
	r, err = h.checker.Check(ctx, h.opened.Archive, []verify.Draft{{Path: doc.Path, Document: doc, Data: []byte(q.Words)}}, verify.Options{})
	if err != nil {
		return nil, stranger, err
	}
	for _, f := range r.Findings {
		if f.Statement.Kind == claims.Quote {
			r.Findings = []verify.Finding{f}
			return r, stranger, nil
		}
	}
	return nil, stranger, ErrNoQuotation
}

// draft makes the draft that says no more than the quotation. Places in it are those in
// the words as they were typed.
func (q *Quotation) draft() (*claims.Document, error) {
	said := "“" + q.Words + "”"
	if q.By != "" {
		said = q.By + " said: " + said
	}
	opt := q.Options
	opt.Type = "txt"
	docs, err := reader.Read("quotation", []byte(said+"\n"), opt)
	if err != nil {
		return nil, err
	}
	d := docs[0]
	if at := strings.Index(d.Text, q.Words); at >= 0 {
		d.Pieces = []claims.Piece{{Text: text.Span{Start: at, End: at + len(q.Words)}, File: text.Span{End: len(q.Words)}}}
	}
	return d, nil
}

// capitalised gives a name that was typed without capitals those by which it is known
// for a name: "john smith" is John Smith, "van Dijk" stays.
func capitalised(name string) string {
	if name != strings.ToLower(name) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}
