package opensearch

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"

	"factcheck/claims/date"
	"factcheck/sources/index"
)

// An Engine answers questions about the documents of an archive on a cluster. It is safe for
// concurrent use.
type Engine struct {
	ctx   context.Context
	c     *client
	is    *state
	whole *index.Whole
	about about
	State string // changes when the archive does

	mu       sync.Mutex
	holders  map[string]int         // passages that hold a term
	answers  map[string][]index.Hit // by question
	credited []string               // the names in it; nil until somebody asks
	shelf    *shelf
}

// about is the archive in numbers.
type about struct {
	documents int // in which something can be found
	newest    date.Day
}

// Open opens the archive at an address for reading; ctx ends whatever it asks. The error is
// one of ours or of package index.
func Open(ctx context.Context, addr *Address, who Credentials) (*Engine, error) {
	c, err := dial(ctx, addr, who)
	if err != nil {
		return nil, err
	}
	e := &Engine{ctx: ctx, c: c, shelf: &shelf{numbers: map[string]uint32{}}}
	if err := e.begin(); err != nil {
		c.close() //nolint:errcheck // the error at hand says more
		return nil, err
	}
	return e, nil
}

// Again opens the same archive anew, with what is known of it where it has not changed.
func (e *Engine) Again(ctx context.Context) (*Engine, error) {
	fresh := &Engine{ctx: ctx, c: e.c, shelf: e.shelf}
	is, err := e.c.look(ctx)
	if err != nil {
		return nil, err
	}
	now, err := fresh.state(is)
	if err != nil {
		return nil, err
	}
	if now == e.State {
		return e, nil
	}
	fresh.shelf.empty()
	return fresh, fresh.begin()
}

// begin reads what must be known of the archive before anything can be asked.
func (e *Engine) begin() (err error) {
	e.holders, e.answers = map[string]int{}, map[string][]index.Hit{}
	if e.is, err = e.c.look(e.ctx); err != nil {
		return err
	}
	if e.State, err = e.state(e.is); err != nil {
		return err
	}
	if err := e.count(); err != nil {
		return err
	}
	return e.sample()
}

// state names what the archive holds: how many writings each shard has seen.
func (e *Engine) state(is *state) (string, error) {
	shards, err := e.c.primaries(e.ctx, "_stats/docs?level=shards")
	if err != nil {
		return "", err
	}
	sum := int64(0)
	for _, k := range shards {
		sum += k.Seq.Max + 1
	}
	return fmt.Sprintf("%s%v/%s %s %d", Scheme, e.c.addr.Hosts, e.c.addr.Name, is.uuid, sum), nil
}

// count counts documents and passages.
func (e *Engine) count() error {
	found := object{"bool": object{"filter": []object{ofKind(kindDocument), {"range": object{"units": object{"gt": 0}}}}}}
	all, err := e.c.searches(e.ctx, []any{
		object{"size": 0, "track_total_hits": true, "query": ofKind(kindPassage)},
		object{"size": 0, "track_total_hits": true, "query": found, "aggs": object{"newest": object{"max": object{"field": "day"}}}},
	})
	if err != nil {
		return err
	}
	var newest struct {
		Newest struct{ Value float64 }
	}
	json.Unmarshal(all[1].Aggregations, &newest) //nolint:errcheck // none is dated
	e.about = about{all[1].Hits.Total.Value, date.Day(newest.Newest.Value)}
	e.whole = &index.Whole{Passages: all[0].Hits.Total.Value, Holders: e.held}
	return nil
}

// Documents that are read to learn which terms may be common: at most so many, and so many bytes
// of text.
const (
	sampled      = 256
	sampledBytes = 32 << 20
)

// sample learns which terms are common from the documents that stand first: by a sum of their
// IDs, which is chance.
func (e *Engine) sample() error {
	ask := columns("named", "bytes")
	maps.Copy(ask, object{"size": sampled, "track_total_hits": false, "sort": []string{"sum", "unit"}, "query": ofKind(kindDocument)})
	a, err := e.c.search(e.ctx, ask)
	if err != nil {
		return err
	}
	var keys []string
	left := sampledBytes
	for _, h := range a.Hits.Hits {
		keys = append(keys, h.Fields.Named...)
		for _, n := range h.Fields.Bytes {
			left -= n
		}
		if left < 0 {
			break
		}
	}
	found, err := e.parts(e.ctx, keys)
	if err != nil {
		return err
	}
	terms, err := index.Sampled(slices.Collect(maps.Values(found)))
	if err != nil {
		return e.c.named(err)
	}
	for _, lang := range [...]string{"en", "fr"} {
		terms = append(terms, index.SpeaksBy(lang)...)
	}
	if err := e.learn(e.ctx, terms); err != nil {
		return err
	}
	e.whole.Common(terms)
	return nil
}

// held returns how many passages hold a term that learn was asked for.
func (e *Engine) held(term string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.holders[term]
}

// learn asks how many passages hold terms, those that are not known.
func (e *Engine) learn(ctx context.Context, terms []string) error {
	var ask []string
	var bodies []any
	e.mu.Lock()
	seen := map[string]bool{}
	for _, t := range terms {
		if _, known := e.holders[t]; known || seen[t] {
			continue
		}
		seen[t] = true
		ask = append(ask, t)
		bodies = append(bodies, object{"size": 0, "track_total_hits": true, "query": object{"term": object{"terms": spelled(t)}}})
	}
	e.mu.Unlock()
	all, err := e.c.searches(ctx, bodies)
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for i, t := range ask {
		e.holders[t] = all[i].Hits.Total.Value
	}
	return nil
}

// Entries returns documents with their statements, each in its place. Those that nothing was
// searched in are read and not kept.
func (e *Engine) Entries(numbers ...uint32) ([]index.Entry, error) {
	keys := e.shelf.keysOf(numbers)
	list := make([]index.Entry, len(numbers))
	var want []int
	for i, n := range numbers {
		p := e.shelf.part(n)
		if p == nil {
			want = append(want, i)
			continue
		}
		var err error
		if list[i], err = p.Entry(); err != nil {
			return nil, e.c.named(err)
		}
	}
	some := slices.Collect(slices.Chunk(want, mostFetched))
	return list, each(len(some), fetchers, func(k int) error {
		var of []string
		for _, i := range some[k] {
			of = append(of, keys[i])
		}
		read, err := e.read(of)
		for j := range read {
			list[some[k][j]] = *read[j]
		}
		return err
	})
}

// read fetches documents by their keys.
func (e *Engine) read(keys []string) ([]*index.Entry, error) {
	got, err := e.c.entries(e.ctx, keys)
	if err != nil {
		return nil, err
	}
	entries := make([]*index.Entry, len(keys))
	for i, entry := range got {
		if entry == nil {
			return nil, e.c.named(fmt.Errorf("%w: document %s", ErrGone, keys[i]))
		}
		if entries[i], err = unpacked(entry); err != nil {
			return nil, e.c.named(err)
		}
	}
	return entries, nil
}

// Find returns the number of the document with an id.
func (e *Engine) Find(id string) (n uint32, ok bool, err error) {
	key := keyOf(id)
	got, err := e.c.fetch(e.ctx, []ref{{key, key}}, "")
	if err != nil || !got[0].Found {
		return 0, false, err
	}
	return e.shelf.number(key), true, nil
}

// Newest returns the number of documents in which something can be found and the date of the
// newest, as they were when the archive was opened.
func (e *Engine) Newest() (int, date.Day, error) { return e.about.documents, e.about.newest, nil }

// Speaks reports whether the archive may hold a text in a language.
func (e *Engine) Speaks(lang string) (bool, error) {
	err := e.learn(e.ctx, index.SpeaksBy(lang))
	return err == nil && e.whole.Speaks(lang), err
}

// Reviewed reports whether a publisher's check of a claim is among the texts.
func (e *Engine) Reviewed() (bool, error) { return e.whole.Reviewed(), nil }

// Note says which reading found the statements.
func (e *Engine) Note() index.Note { return index.Note{Reading: e.is.Reading} }

// Close gives up what is open. The engine may be opened Again.
func (e *Engine) Close() error {
	e.c.pool.CloseIdleConnections()
	return nil
}
