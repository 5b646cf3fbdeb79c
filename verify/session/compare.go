package session

import (
	"cmp"
	"encoding/json"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/entail"
	"factcheck/verify/relate"
	"factcheck/verify/report"
)

// A Pair is two texts to be compared.
type Pair struct {
	ID         json.RawMessage `json:"id"`
	Source     string          `json:"source"`
	Statement  string          `json:"statement"`
	SourceDate string          `json:"source_date"`
	Date       string          `json:"date"`
	Lang       string          `json:"lang"`        // of the statement; empty is told by its words
	SourceLang string          `json:"source_lang"` // of the source; empty: as Lang, or told by its words where that is empty too
}

// A DateError is that a date of a pair is none.
type DateError struct {
	Field string // its name in JSON
	Err   error
}

func (e *DateError) Error() string { return e.Field + ": " + e.Err.Error() }

// Sides returns the two texts with their languages: where the words of one do not tell
// it, it is in that of the other. A dateline is no part of them.
func (p *Pair) Sides() (source, statement relate.Side) {
	from, to := cmp.Or(p.SourceLang, p.Lang, text.Language(p.Source)), cmp.Or(p.Lang, text.Language(p.Statement))
	return relate.Side{Text: undated(p.Source), Lang: cmp.Or(from, to)}, relate.Side{Text: undated(p.Statement), Lang: cmp.Or(to, from)}
}

// undated returns a text with spaces for the dateline in front: “LOMÉ, 3 mai (AFP) – ”.
func undated(src string) string {
	line, _ := reader.DatelineOf(src)
	return strings.Repeat(" ", line.End) + src[line.End:]
}

// Compare relates the two sides; model is asked where the rules are silent, nil is none. The
// error is a DateError.
func (p *Pair) Compare(model *entail.Model) (*report.Comparison, error) {
	source, statement := p.Sides()
	for _, d := range []struct {
		field, value string
		side         *relate.Side
	}{{"source_date", p.SourceDate, &source}, {"date", p.Date, &statement}} {
		if d.value == "" {
			continue
		}
		var err error
		if d.side.Date, err = date.Parse(d.value); err != nil {
			return nil, &DateError{d.field, err}
		}
	}
	return &report.Comparison{ID: p.ID, Source: p.Source, Statement: p.Statement, Result: verify.Compare(source, statement, model)}, nil
}
