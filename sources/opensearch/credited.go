package opensearch

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
)

// Who is credited with what is asked of one field, credited: the names that a document's
// statements are credited to. Its dictionary are the names, page by page, and no document is
// fetched but those of the names that are meant.

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

// Crediting returns the documents with statements that are credited to one of some names:
// their IDs by their numbers.
func (e *Engine) Crediting(ctx context.Context, names []string) (map[uint32]string, error) {
	found := map[uint32]string{}
	for some := range slices.Chunk(names, mostNames) {
		query := object{"bool": object{"filter": []object{{"terms": object{"credited": some}}}}}
		err := e.c.pages(ctx, query, pageSize, []string{"id"}, func(hits []hit) (bool, error) {
			for _, h := range hits {
				r, err := recordIn(h.ID, h.Source)
				if err != nil {
					return false, e.c.named(err)
				}
				found[e.shelf.number(h.ID)] = r.ID
			}
			return true, nil
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}
