package verify

import (
	"sync"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/relate"
)

// preparations keeps what was worked out of the archive's documents during a
// run, so that a document that answers twenty statements is prepared once. It is
// safe for concurrent use; two workers may prepare the same thing at once, with
// the same outcome.
type preparations struct {
	mu       sync.Mutex
	sources  map[uint32]*quote.Source
	sides    map[statementKey]*relate.Analysis
	document map[string]*claims.Document
	words    map[string]map[uint64]bool
	refs     map[uint32]*claims.Referents
}

// statementKey names a statement of the archive; passages that no statement
// covers have none but their place.
type statementKey struct {
	document uint32
	span     text.Span
}

// of returns the candidate's document, prepared for alignment.
func (p *preparations) of(c sources.Candidate) *quote.Source {
	return once(p, &p.sources, c.Ref.Document, func() *quote.Source { return quote.Prepare(c.Document.Text, c.Statements) })
}

// side returns the candidate's statement, prepared for comparison.
func (p *preparations) side(c sources.Candidate) *relate.Analysis {
	once(p, &p.document, c.Document.ID, func() *claims.Document { return c.Document })
	return once(p, &p.sides, statementKey{c.Ref.Document, c.Statement.Span()}, func() *relate.Analysis { return relate.Prepare(side(c.Document, p.referents(c), c.Statement)) })
}

// referents returns what the nouns of the candidate's document stand for.
func (p *preparations) referents(c sources.Candidate) *claims.Referents {
	return once(p, &p.refs, c.Ref.Document, func() *claims.Referents { return claims.NewReferents(c.Document) })
}

// shingles returns the shingles of a document that was a candidate.
func (p *preparations) shingles(id string) map[uint64]bool {
	p.mu.Lock()
	doc := p.document[id]
	p.mu.Unlock()
	if doc == nil {
		return nil
	}
	return once(p, &p.words, id, func() map[uint64]bool { return shingles(doc.Text) })
}

// once returns the value under key, made if it is not there.
func once[K comparable, V any](p *preparations, m *map[K]V, key K, work func() V) V {
	p.mu.Lock()
	v, ok := (*m)[key]
	p.mu.Unlock()
	if ok {
		return v
	}
	v = work()
	p.mu.Lock()
	defer p.mu.Unlock()
	if *m == nil {
		*m = map[K]V{}
	}
	if old, ok := (*m)[key]; ok {
		return old
	}
	(*m)[key] = v
	return v
}
