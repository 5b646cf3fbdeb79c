package session

import (
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify/report"
)

// Search asks an index and returns the passages with their documents, at most limit. With
// only they are of the source of that name.
func Search(a *sources.Archive, q index.Query, limit int, only string) ([]report.Found, error) {
	ask := limit
	if only != "" {
		ask = 50 * limit
	}
	hits, err := a.Engine().Propose(sources.Question{Kind: sources.Text, Query: q, Limit: ask})
	if err != nil {
		return nil, err
	}
	var out []report.Found
	for _, h := range hits {
		found, err := a.Engine().Entries(h.Document)
		if err != nil {
			return nil, err
		}
		e := found[0]
		f := report.Found{Document: e.Document, Score: h.Score, Span: h.Span}
		if h.Statement < uint32(len(e.Statements)) {
			f.Statement = &e.Statements[h.Statement]
		}
		if only != "" && a.Names().Canonical(f.Source()) != only {
			continue
		}
		if out = append(out, f); len(out) == limit {
			break
		}
	}
	return out, nil
}
