package verify

import (
	"sync"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/relate"
)

// preparations keeps what was worked out of the archive's documents, so that a document that answers twenty statements is prepared once. What
// has not been asked for lately is worked out again, so that a long draft needs no
// more room than a short one. It is safe for concurrent use; two workers may
// prepare the same thing at once, with the same outcome.
type preparations struct {
	sources recent[uint32, *quote.Source]
	sides   recent[statementKey, *relate.Analysis]
	lines   recent[statementKey, line]
	gists   recent[statementKey, *relate.Gist]
	whole   recent[statementKey, *relate.Analysis] // sentences, whatever statements they make
	words   recent[string, map[uint64]bool]
	refs    recent[uint32, *claims.Referents]
	books   recent[uint32, wordbook]
	reaches recent[uint32, reach]
	persons recent[statementKey, relate.Persons] // of what stands before a sentence
	trees   claims.Trees                         // of the drafts too

	findings recent[wordingKey, Finding] // of the drafts
}

// How many documents and statements are kept at least. Prepared and parsed, a
// statement takes some 10 KB, its outline some 250 bytes. A statement of a draft asks for
// fifty to a hundred of an archive's, and the next one mostly for others.
const (
	keptDocuments  = 512
	keptStatements = 2048
	keptSides      = 512 // what somebody says in such a sentence is asked about while it is at hand
	keptOutlines   = 1 << 15
)

// statementKey names a statement of the archive; passages that no statement
// covers have none but their place.
type statementKey struct {
	document uint32
	span     text.Span
}

func key(c sources.Candidate) statementKey {
	return statementKey{c.Ref.Document, c.Statement.Span()}
}

// of returns the candidate's document, prepared for alignment.
func (p *preparations) of(c sources.Candidate) *quote.Source {
	return p.sources.get(keptDocuments, c.Ref.Document, func() *quote.Source { return quote.Prepare(c.Document.Text, c.Document.Lang, c.Statements) })
}

// sideOf is what relate needs of a statement of the candidate's document.
func (p *preparations) sideOf(c sources.Candidate, s *claims.Statement) relate.Side {
	out := side(c.Document, p.referents(c), &p.trees, s)
	find, at := out.Before, statementKey{c.Ref.Document, text.Span{Start: opens(c.Document, s)}}
	out.Before = func() relate.Persons { return p.persons.get(keptOutlines, at, find) }
	return out
}

// side returns the candidate's statement, prepared for comparison.
func (p *preparations) side(c sources.Candidate) *relate.Analysis {
	return p.sides.get(keptSides, key(c), func() *relate.Analysis { return relate.Prepare(p.sideOf(c, c.Statement)) })
}

// A line is the sentence of a candidate as the cheap filters need it.
type line struct {
	relate.Outline
	retracts bool // it tells what an earlier version of its text had
}

// line returns the candidate's sentence as the cheap filters need it.
func (p *preparations) line(c sources.Candidate) line {
	return p.lines.get(keptOutlines, statementKey{c.Ref.Document, c.Statement.Sentence}, func() line {
		return line{relate.OutlineOf(p.sentence(c)), retracts(c)} // most are asked about again
	})
}

// gist returns what is remembered of a sentence.
func (p *preparations) gist(at statementKey) *relate.Gist {
	return p.gists.get(keptOutlines, at, func() *relate.Gist { return new(relate.Gist) })
}

// sentence returns the candidate's whole sentence, prepared for comparison.
func (p *preparations) sentence(c sources.Candidate) *relate.Analysis {
	at := statementKey{c.Ref.Document, c.Statement.Sentence}
	return p.whole.get(keptStatements, at, func() *relate.Analysis {
		side := p.sideOf(c, whole(c.Document, c.Statement))
		side.Gist = p.gist(at)
		return relate.Prepare(side)
	})
}

// sentences returns the sentences of candidates of one document, prepared for comparison, nil in the place of those
// that cannot say anything on a statement.
func (p *preparations) sentences(group []sources.Candidate, statement *relate.Analysis) []*relate.Analysis {
	out := make([]*relate.Analysis, len(group))
	for i, c := range group {
		o := p.line(c)
		if o.Shares(statement) && (len(group) > 1 || o.Related(statement)) && p.gist(statementKey{c.Ref.Document, c.Statement.Sentence}).Answers(statement) {
			out[i] = p.sentence(c)
		}
	}
	return out
}

// referents returns what the nouns of the candidate's document stand for.
func (p *preparations) referents(c sources.Candidate) *claims.Referents {
	return p.refs.get(keptDocuments, c.Ref.Document, func() *claims.Referents { return claims.NewReferents(c.Document) })
}

// near returns the statements of the candidate's document that may hold one of the words.
func (p *preparations) near(c sources.Candidate, words []text.Span) []claims.Statement {
	return p.reaches.get(keptDocuments, c.Ref.Document, func() reach { return reachOf(c.Statements) }).near(c.Statements, words)
}

// wordbook returns the words of the candidate's document.
func (p *preparations) wordbook(c sources.Candidate) wordbook {
	return p.books.get(keptDocuments, c.Ref.Document, func() wordbook { return newWordbook(c.Document.Lang, c.Document.Text) })
}

// shingles returns the shingles of a document of the archive.
func (p *preparations) shingles(doc *claims.Document) map[uint64]bool {
	return p.words.get(keptDocuments, doc.ID, func() map[uint64]bool { return shingles(doc.Text) })
}

// recent keeps what was asked for last, twice as many things at most as it is told
// to keep: when the new ones are that many, those before them are forgotten.
type recent[K comparable, V any] struct {
	mu         sync.Mutex
	now, older map[K]V
}

// get returns the value under key, made if it is not kept.
func (r *recent[K, V]) get(keep int, key K, work func() V) V {
	r.mu.Lock()
	v, ok := r.find(keep, key)
	r.mu.Unlock()
	if ok {
		return v
	}
	v = work()
	r.mu.Lock()
	defer r.mu.Unlock()
	if other, ok := r.find(keep, key); ok {
		return other
	}
	r.put(keep, key, v)
	return v
}

func (r *recent[K, V]) find(keep int, key K) (v V, ok bool) {
	if v, ok = r.now[key]; !ok {
		if v, ok = r.older[key]; ok {
			r.put(keep, key, v)
		}
	}
	return v, ok
}

func (r *recent[K, V]) put(keep int, key K, v V) {
	if r.now == nil || len(r.now) >= keep {
		r.now, r.older = make(map[K]V), r.now
	}
	r.now[key] = v
}
