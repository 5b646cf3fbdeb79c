package opensearch

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"factcheck/sources/index"
)

// Who is credited with what is asked of two columns: credited, the names that a document's
// statements are credited to, whose dictionary are the names, page by page; and outline, which
// counts the statements of each. No document is fetched but to show what somebody said.

const pageOfNames = 5000

// Credited returns the names that statements are credited to, each once. They are asked for once.
func (e *Engine) Credited(ctx context.Context) ([]string, error) {
	e.mu.Lock()
	names := slices.Clone(e.credited)
	e.mu.Unlock()
	if names != nil {
		return names, nil
	}
	var after json.RawMessage
	for {
		page, next, err := e.names(ctx, after)
		if err != nil {
			return nil, err
		}
		if names = append(names, page...); len(page) < pageOfNames {
			break
		}
		after = next
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.credited = names
	return slices.Clone(names), nil
}

// names returns a page of the names that are credited, and what the next one comes after.
func (e *Engine) names(ctx context.Context, after json.RawMessage) (page []string, next json.RawMessage, err error) {
	pages := object{"size": pageOfNames, "sources": []object{{"name": object{"terms": object{"field": "credited"}}}}}
	if after != nil {
		pages["after"] = after
	}
	a, err := e.c.search(ctx, object{"size": 0, "track_total_hits": false, "aggs": object{"names": object{"composite": pages}}})
	if err != nil {
		return nil, nil, err
	}
	var got struct {
		Names struct {
			After   json.RawMessage `json:"after_key"`
			Buckets []struct{ Key struct{ Name string } }
		}
	}
	if err := json.Unmarshal(a.Aggregations, &got); err != nil {
		return nil, nil, e.c.named(fmt.Errorf("%w: the names that are credited: %v", ErrPartial, err))
	}
	for _, b := range got.Names.Buckets {
		page = append(page, b.Key.Name)
	}
	return page, got.Names.After, nil
}

// mostNames is how many names are asked for at a time.
const mostNames = 1000

// Outlines calls f with the outlines of the documents with statements that are credited to one of
// some names, of all documents where names is nil, in the order of their IDs.
func (e *Engine) Outlines(ctx context.Context, names []string, f func(*index.Outline) error) error {
	queries := []object{ofKind(kindDocument)}
	if names != nil {
		queries = nil
		for some := range slices.Chunk(names, mostNames) {
			queries = append(queries, object{"bool": object{"filter": []object{{"terms": object{"credited": some}}}}})
		}
	}
	found := map[string]packed{}
	for _, query := range queries {
		err := e.outlines(ctx, query, func(o *index.Outline) bool {
			found[o.Document.ID] = packed{o.Number, o.Pack()}
			return true
		})
		if err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(found)) {
		o, err := index.UnpackOutline(found[id].outline)
		if err != nil {
			return e.c.named(err)
		}
		o.Number = found[id].number
		if err := f(o); err != nil {
			return err
		}
	}
	return nil
}

// A packed outline is a third of one in memory, where those of all documents wait to be put in order.
type packed struct {
	number  uint32
	outline []byte
}
