package sources

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/sources/index"
)

// An Engine keeps the documents of an archive and proposes places in them: the file of
// package index, or a cluster (package opensearch). It judges nothing, so that the same
// documents give the same findings on every engine. Documents go by numbers that hold while
// the engine is open. It is safe for concurrent use.
type Engine interface {
	// Ahead says what will be asked, so that an engine that is far away can answer it all at
	// once. Nothing depends on it but time.
	Ahead(ctx context.Context, questions []Question) error
	// Propose answers one question, the likeliest place first.
	Propose(q Question) ([]index.Hit, error)

	Entries(numbers ...uint32) ([]index.Entry, error) // each in its place
	Find(id string) (n uint32, ok bool, err error)
	Documents(f func(index.Info) bool) error             // all of them, until f returns false
	Newest() (documents int, newest date.Day, err error) // of those in which something can be found
	Speaks(lang string) (bool, error)                    // there may be a text in the language
	Reviewed() (bool, error)                             // a publisher's check of a claim is among the texts
	Note() index.Note                                    // where its documents come from

	// Credited returns the names that statements are credited to, as they are written, each once.
	Credited(ctx context.Context) ([]string, error)
	// Outlines calls f with the outlines of the documents with statements that are credited to one
	// of some names, of all documents where names is nil, in the order of their IDs.
	Outlines(ctx context.Context, names []string, f func(*index.Outline) error) error

	Close() error
}

// A Question is what an engine is asked for.
type Question struct {
	Kind
	index.Query
	Limit int // hits at most
}

// A Kind is how the words of a question are looked for.
type Kind uint8

const (
	Claim     Kind = iota // statements that share them
	Quotation             // places that hold them in their order
	Text                  // documents, each with its best place
)

// file is the engine of one machine. It remembers what it answered lately: a draft asks for
// one statement more than once, and of a transcript that says “Thank you” on each page a
// thousand drafts ask for the same words of the same thousand texts.
type file struct {
	*index.Index
	answers recent[questionKey, answer]

	mu       sync.Mutex
	credited map[string][]uint32 // the documents that credit a name; nil until somebody asks
	ids      map[uint32]string
}

// keptAnswers is how many answers a file remembers at least, and half of how many at most.
const keptAnswers = 1024

// A questionKey stands for a question: its words may be those of a whole draft.
type questionKey struct {
	Kind
	limit int
	words [sha256.Size]byte
}

type answer struct {
	once sync.Once
	hits []index.Hit
	err  error
}

func (f *file) Ahead(context.Context, []Question) error { return nil }

func (f *file) Propose(q Question) ([]index.Hit, error) {
	if q.Exclude != nil || q.Brute {
		return f.propose(q)
	}
	a := f.answers.of(questionKey{q.Kind, q.Limit, sha256.Sum256(fmt.Appendf(nil, "%q%q%q%q", q.Query.Text, q.Lang, q.Speaker, q.Source))}, keptAnswers)
	a.once.Do(func() { a.hits, a.err = f.propose(q) })
	return slices.Clone(a.hits), a.err
}

func (f *file) propose(q Question) ([]index.Hit, error) {
	switch q.Kind {
	case Quotation:
		return f.Passages(q.Query.Text, q.Lang, q.Limit)
	case Text:
		return f.SearchDocuments(q.Query, q.Limit)
	}
	return f.Search(q.Query, q.Limit)
}

func (f *file) Speaks(lang string) (bool, error) { return f.Index.Speaks(lang), nil }
func (f *file) Reviewed() (bool, error)          { return f.Index.Reviewed(), nil }

// recent holds what was asked for lately, at most twice as much as it is told to keep.
type recent[K comparable, V any] struct {
	mu         sync.Mutex
	now, older map[K]*V
}

// of returns what is kept under a key, a new V if that is nothing.
func (r *recent[K, V]) of(key K, keep int) *V {
	r.mu.Lock()
	defer r.mu.Unlock()
	v, ok := r.now[key]
	if ok {
		return v
	}
	if v = r.older[key]; v == nil {
		v = new(V)
	}
	if r.now == nil || len(r.now) >= keep {
		r.now, r.older = map[K]*V{}, r.now
	}
	r.now[key] = v
	return v
}

func (f *file) Credited(ctx context.Context) ([]string, error) {
	err := f.credits(ctx)
	return slices.Sorted(maps.Keys(f.credited)), err
}

func (f *file) Outlines(ctx context.Context, names []string, tell func(*index.Outline) error) error {
	if names != nil {
		if err := f.credits(ctx); err != nil {
			return err
		}
		ids := map[uint32]string{}
		for _, name := range names {
			for _, n := range f.credited[name] {
				ids[n] = f.ids[n]
			}
		}
		return f.outlines(ctx, ids, tell)
	}
	ids, err := f.all()
	if err != nil {
		return err
	}
	return f.outlines(ctx, ids, tell)
}

// all returns the IDs of all documents by their numbers.
func (f *file) all() (map[uint32]string, error) {
	ids := map[uint32]string{}
	err := f.Documents(func(i index.Info) bool { ids[i.Number] = i.Document.ID; return true })
	return ids, err
}

// outlines reads documents, of which the IDs are given by their numbers.
func (f *file) outlines(ctx context.Context, ids map[uint32]string, tell func(*index.Outline) error) error {
	for _, n := range slices.SortedFunc(maps.Keys(ids), func(a, b uint32) int { return strings.Compare(ids[a], ids[b]) }) {
		e, err := f.Entries(n)
		if err = cmp.Or(ctx.Err(), err); err != nil {
			return err
		}
		o := e[0].Outline()
		o.Number = n
		if err := tell(o); err != nil {
			return err
		}
	}
	return nil
}

// credits reads the archive once for the names that are credited in it.
func (f *file) credits(ctx context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.credited != nil {
		return nil
	}
	ids, err := f.all()
	if err != nil {
		return err
	}
	credited := map[string][]uint32{}
	err = f.outlines(ctx, ids, func(o *index.Outline) error {
		for _, name := range o.Credited() {
			name = strings.Clone(name)
			credited[name] = append(credited[name], o.Number)
		}
		return nil
	})
	if err != nil {
		return err
	}
	f.ids, f.credited = ids, credited
	return nil
}

// A Filler takes documents into an archive: index.Writer, or a cluster's.
type Filler interface {
	// Holds reports for each document whether it is there as it is, or a later version of it.
	Holds(documents []*claims.Document) ([]bool, error)
	Add(entries []index.Entry) (index.Added, error)
	Remove(ids ...string) (int, error)
	Commit() error
	Empty() (bool, error)
	Note() index.Note
	Mark(index.Note)
}
