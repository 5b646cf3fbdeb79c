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
	read    recent[passageKey, *relate.Analysis]
	lines   recent[passageKey, line]
	words   recent[string, map[uint64]bool]
	refs    recent[uint32, *claims.Referents]
	books   recent[uint32, wordbook]
	reaches recent[uint32, reach]
	firsts  recent[textIn, map[string][]string] // who is named first of each family; of the drafts too
	kins    recent[passageKey, kin]
	wires   recent[string, []string]             // whose dispatches a document carries
	persons recent[statementKey, relate.Persons] // of what stands before a sentence
	trees   claims.Trees                         // of the drafts too

	findings recent[wordingKey, Finding]     // of the drafts
	wholes   recent[wholeKey, relate.Result] // of sentences of the drafts, in each of which several may speak
}

// wholeKey names a sentence of a draft and one of the archive's that it is held against.
type wholeKey struct {
	draft    *claims.Document
	sentence text.Span
	against  statementKey
}

// How many documents and statements are kept at least. Prepared and parsed, a
// statement takes some 10 KB, its outline some 250 bytes; the words of a report take 3 KB. A statement of a draft asks for
// fifty to a hundred of an archive's, and the next one mostly for others.
const (
	keptDocuments  = 512
	keptBooks      = 2048
	keptStatements = 2048
	keptOutlines   = 1 << 15
)

// statementKey names a statement of the archive; passages that no statement
// covers have none but their place.
type statementKey struct {
	document uint32
	span     text.Span
}

// of returns the candidate's document, prepared for alignment.
func (p *preparations) of(c sources.Candidate) *quote.Source {
	return p.sources.get(keptDocuments, c.Ref.Document, func() *quote.Source { return quote.Prepare(c.Document.Text, c.Document.Lang, c.Statements) })
}

// A passage is what of a candidate is held against a statement: its sentence, with whoever says what in it, or no more
// than what is said.
type passage struct {
	sources.Candidate
	said bool
}

type passageKey struct {
	statementKey
	said bool
}

func sentence(c sources.Candidate) passage { return passage{c, false} }
func content(c sources.Candidate) passage  { return passage{c, true} }

func (c passage) key() passageKey {
	if c.said {
		return passageKey{statementKey{c.Ref.Document, c.Statement.Span()}, true}
	}
	return passageKey{statementKey{c.Ref.Document, c.Statement.Sentence}, false}
}

// analysis returns a passage, prepared for comparison.
func (p *preparations) analysis(c passage) *relate.Analysis {
	return p.read.get(keptStatements, c.key(), func() *relate.Analysis {
		s := c.Statement
		if !c.said {
			s = whole(c.Document, s)
		}
		out := side(c.Document, p.referents(c.Candidate), &p.trees, s)
		find, at := out.Before, statementKey{c.Ref.Document, text.Span{Start: opens(c.Document, s)}}
		out.Before = func() relate.Persons { return p.persons.get(keptOutlines, at, find) }
		out.Gist = new(relate.Gist)
		if known, ok := p.lines.kept(keptOutlines, c.key()); ok {
			out.Gist = known.Gist
		}
		return relate.Prepare(out)
	})
}

// A line is what is known of a passage that need not be read for it.
type line struct {
	relate.Outline
	retracts bool // it tells what an earlier version of its text had
}

// line returns what the cheap filters need of a passage.
func (p *preparations) line(c passage) line {
	return p.lines.get(keptOutlines, c.key(), func() line {
		return line{relate.OutlineOf(p.analysis(c)), retracts(c.Candidate)} // most are asked about again
	})
}

// relate relates a passage to a statement, and prepares it only if that may come to something.
func (p *preparations) relate(c passage, statement *relate.Analysis) relate.Result {
	if o := p.line(c); !o.Concerns(statement) {
		return relate.Result{}
	}
	return relate.Relate(p.analysis(c), statement)
}

// together returns the sentences of candidates of one document, prepared for comparison, nil in the place of those
// that can say nothing on a statement.
func (p *preparations) together(group []sources.Candidate, statement *relate.Analysis) []*relate.Analysis {
	out := make([]*relate.Analysis, len(group))
	for i, c := range group {
		if o := p.line(sentence(c)); o.Answers(statement) && (len(group) > 1 || o.Related(statement)) {
			out[i] = p.analysis(sentence(c))
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
	return p.books.get(keptBooks, c.Ref.Document, func() wordbook { return newWordbook(c.Document.Lang, c.Document.Text) })
}

// shingles returns the shingles of a document of the archive.
func (p *preparations) shingles(doc *claims.Document) map[uint64]bool {
	return p.words.get(keptDocuments, doc.ID, func() map[uint64]bool { return shingles(doc.Text) })
}

// families returns the first full name of each family in a document of the archive or a draft.
func (p *preparations) families(lang string, doc *claims.Document) map[string][]string {
	return p.firsts.get(keptDocuments, textIn{doc, lang}, func() map[string][]string { return firstOfFamily(lang, doc.Text) })
}

// kin returns who is named in the candidate's sentence.
func (p *preparations) kin(lang string, c sources.Candidate) kin {
	return p.kins.get(keptStatements, sentence(c).key(), func() kin {
		src := c.Statement.Sentence.In(c.Document.Text)
		return kin{firstOfFamily(lang, src), aloneIn(src)}
	})
}

// dispatches returns the agencies whose dispatches a document of the archive carries.
func (p *preparations) dispatches(doc *claims.Document) []string {
	return p.wires.get(keptBooks, doc.ID, func() []string { return sources.Dispatches(doc) })
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

// kept returns the value under key if it is kept.
func (r *recent[K, V]) kept(keep int, key K) (v V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.find(keep, key)
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
