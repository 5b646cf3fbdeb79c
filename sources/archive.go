package sources

import (
	"cmp"
	"path/filepath"
	"slices"
	"sync"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/claims/translate"
	"factcheck/sources/index"
)

// An Archive is the door to what is known: it proposes statements of the index
// and knows the sources that they are credited to. It decides nothing. It is safe
// for concurrent use.
type Archive struct {
	// Base is the folder that the paths of documents are recorded relative to; empty
	// is the current one. Candidates name their documents as they are found from here.
	Base string

	engine Engine
	names  *Names

	loaded recent[uint32, document]
}

// keptDocuments is how many documents an archive keeps at least, and half of how
// many it keeps at most.
const keptDocuments = 1024

// document is one document of the archive as it was stored.
type document struct {
	once       sync.Once
	document   *claims.Document
	statements []claims.Statement
	err        error
}

// A Candidate is a statement that the index proposes.
type Candidate struct {
	Ref        index.Ref
	Score      float64            // 0 to 1; no verdict rests on it
	Document   *claims.Document   // that it stands in
	Statements []claims.Statement // all of that document
	Statement  *claims.Statement  // the one proposed: of Statements, or one made of a passage that none covers
}

// NewArchive returns the door to an open index. Names may be nil.
func NewArchive(x *index.Index, names *Names) *Archive { return NewArchiveOn(&file{Index: x}, names) }

// NewArchiveOn returns the door to what an engine keeps. Names may be nil.
func NewArchiveOn(e Engine, names *Names) *Archive {
	if names == nil {
		names = NewNames(nil)
	}
	return &Archive{engine: e, names: names}
}

// Names returns the resolver of the archive's sources.
func (a *Archive) Names() *Names { return a.names }

// Engine returns what keeps the documents behind the door. It must be closed.
func (a *Archive) Engine() Engine { return a.engine }

// Size returns the number of documents and the date of the newest, zero if none
// is dated.
func (a *Archive) Size() (documents int, newest date.Day, err error) {
	return a.engine.Newest()
}

// Quotations proposes at most limit places where the words of a quotation may
// stand, the likeliest first. A speaker's name raises what is credited to it;
// empty is anybody.
func (a *Archive) Quotations(words, lang, speaker string, limit int) ([]Candidate, error) {
	hits, err := a.engine.Propose(quotation(words, lang, limit))
	if err != nil {
		return nil, err
	}
	for i := wordedAnyway; i < len(hits); i++ {
		if hits[i].Score < worded*hits[0].Score {
			hits = hits[:i]
		}
	}
	return a.candidates(hits)
}

// A place that holds fewer of a quotation's words in their order than this part
// of what the best place holds is not proposed, but for the first few. Of 16,657
// such places in the drafts of altered.py one was near the quotation, and worse
// than another that was proposed.
const (
	worded       = 0.3
	wordedAnyway = 8
)

// Claims proposes statements that may speak of the same thing as the claim, the
// likeliest first: at most limit that share its words, then what stands around
// the best of them. A report names its subject once and goes on with "the town"
// and "the rebels": what it says then shares no word with the claim.
func (a *Archive) Claims(claim, lang string, limit int) ([]Candidate, error) {
	hits, err := a.engine.Propose(question(claim, lang, limit))
	if err != nil {
		return nil, err
	}
	found, err := a.candidates(hits)
	if err != nil {
		return nil, err
	}
	return around(found), nil
}

// Across proposes statements in the other language that may say what words in a language
// say, the likeliest first: at most limit. It is nil if the archive has no text in another
// language that is read.
func (a *Archive) Across(words, lang string, limit int) ([]Candidate, error) {
	other, err := a.otherThan(lang)
	if other == "" || err != nil {
		return nil, err
	}
	hits, err := a.engine.Propose(question(translate.Query(lang, words), other, limit))
	if err != nil {
		return nil, err
	}
	found, err := a.candidates(hits)
	return slices.DeleteFunc(found, func(c Candidate) bool { return cmp.Or(c.Document.Lang, "en") != other }), err
}

// Echoes proposes at most limit statements that may say in other words what was
// said, the likeliest first: those of a score of at least from.
func (a *Archive) Echoes(words, lang string, limit int, from float64) ([]Candidate, error) {
	hits, err := a.engine.Propose(question(words, lang, limit))
	if err != nil {
		return nil, err
	}
	return a.candidates(slices.DeleteFunc(hits, func(h index.Hit) bool { return h.Score < from }))
}

// Reviews proposes checks that publishers made of claims like the words in a language, the
// likeliest first: those among the best limit of all statements.
func (a *Archive) Reviews(words, lang string, limit int) ([]Candidate, error) {
	if reviewed, err := a.engine.Reviewed(); !reviewed || err != nil {
		return nil, err
	}
	found, err := a.Echoes(words, lang, limit, 0)
	return slices.DeleteFunc(found, func(c Candidate) bool { return c.Document.Review == nil }), err
}

const (
	aroundDocuments  = 4  // the best documents of which more is proposed
	aroundStatements = 30 // statements before and after a hit
)

// around appends the statements that stand near the best candidates.
func around(found []Candidate) []Candidate {
	seen := map[index.Ref]bool{}
	for i := range found {
		seen[found[i].Ref] = true
	}
	var documents []uint32
	for _, c := range found {
		if slices.Contains(documents, c.Ref.Document) || int(c.Ref.Statement) >= len(c.Statements) {
			continue
		}
		if documents = append(documents, c.Ref.Document); len(documents) > aroundDocuments {
			break
		}
		at := int(c.Ref.Statement)
		for k := max(0, at-aroundStatements); k < min(len(c.Statements), at+aroundStatements); k++ {
			r := index.Ref{Document: c.Ref.Document, Statement: uint32(k)}
			if !seen[r] {
				seen[r] = true
				found = append(found, Candidate{Ref: r, Document: c.Document, Statements: c.Statements, Statement: &c.Statements[k]})
			}
		}
	}
	return found
}

// candidates loads the documents of hits.
func (a *Archive) candidates(hits []index.Hit) ([]Candidate, error) {
	out := make([]Candidate, 0, len(hits))
	for _, h := range hits {
		d, err := a.load(h.Ref.Document)
		if err != nil {
			return nil, err
		}
		c := Candidate{Ref: h.Ref, Score: h.Score, Document: d.document, Statements: d.statements}
		if int(h.Ref.Statement) < len(d.statements) {
			c.Statement = &d.statements[h.Ref.Statement]
		} else {
			c.Statement = passage(d.document, h.Span)
		}
		out = append(out, c)
	}
	return out, nil
}

// passage makes a statement of words that no statement covers.
func passage(doc *claims.Document, at text.Span) *claims.Statement {
	return &claims.Statement{Spans: []text.Span{at}, Text: at.In(doc.Text), Sentence: at,
		Attribution: claims.Attribution{Publisher: doc.Publisher}}
}

// load returns a document, read from the index unless it was asked for lately.
func (a *Archive) load(number uint32) (*document, error) {
	d := a.loaded.of(number, keptDocuments)
	d.once.Do(func() {
		var e []index.Entry
		if e, d.err = a.engine.Entries(number); d.err == nil {
			d.document, d.statements = e[0].Document, e[0].Statements
			d.document.Path = a.fromHere(d.document.Path)
		}
	})
	return d, d.err
}

// fromHere returns a recorded path as the user can open it from the current folder.
func (a *Archive) fromHere(path string) string {
	if a.Base == "" || path == "" || path == "-" || filepath.IsAbs(path) {
		return path
	}
	here, errHere := filepath.Abs(".")
	there, err := filepath.Abs(filepath.Join(a.Base, path))
	if err != nil || errHere != nil {
		return path
	}
	if rel, err := filepath.Rel(here, there); err == nil {
		return filepath.ToSlash(rel)
	}
	return path
}

// Same reports whether a document is a draft: of the same bytes, read from the same file, or
// versions of one item.
func Same(d, draft *claims.Document) bool {
	return d.SHA256 == draft.SHA256 && d.SHA256 != [32]byte{} || samePath(d.Path, draft.Path) ||
		d.ID == draft.ID && d.Release != claims.Release{} && draft.Release != claims.Release{}
}

// Barred reports whether a document is no evidence for a draft: it is the same text, it was
// still under embargo on the day of the draft, or it is a claim that somebody checked.
func Barred(d, draft *claims.Document) bool {
	return d.Review != nil || draft.Date != 0 && draft.Date < d.Release.Embargo || Same(d, draft)
}

func samePath(a, b string) bool {
	if a == "" || b == "" || a == "-" || b == "-" {
		return false
	}
	if filepath.Base(a) != filepath.Base(b) {
		return false // spares asking the system where we are
	}
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}
