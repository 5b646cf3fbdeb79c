package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"factcheck/sources/index"
)

const (
	pageSize = 4000 // outlines of a page
	heldFor  = "5m" // how long the cluster keeps what a list goes through as it was, from page to page
)

// pages calls f with the documents that are there now, in the order of the sums of their IDs,
// page by page, until it returns false; what is written meanwhile is not seen. Wanted says what
// of them, in the words of a search.
func (c *client) pages(ctx context.Context, query object, size int, wanted object, f func([]hit) (bool, error)) (err error) {
	var pit struct {
		ID     string                          `json:"pit_id"`
		Shards struct{ Total, Successful int } `json:"_shards"`
	}
	if err := c.do(ctx, "POST", "_search/point_in_time?keep_alive="+heldFor+"&allow_partial_pit_creation=false", nil, &pit); err != nil {
		return err
	}
	if pit.ID == "" || pit.Shards.Successful < pit.Shards.Total {
		return c.named(fmt.Errorf("%w: %d of %d shards", ErrPartial, pit.Shards.Total-pit.Shards.Successful, pit.Shards.Total))
	}
	defer func() { // it is given up in five minutes by itself
		body, _ := json.Marshal(object{"pit_id": []string{pit.ID}})
		c.do(context.WithoutCancel(ctx), "DELETE", "/_search/point_in_time", body, nil) //nolint:errcheck // see above
	}()
	var after json.RawMessage
	for {
		ask := object{"size": size, "track_total_hits": false, "query": query,
			"sort": []string{"sum", "unit", "_shard_doc"}, "pit": object{"id": pit.ID, "keep_alive": heldFor}}
		maps.Copy(ask, wanted)
		if after != nil {
			ask["search_after"] = after
		}
		body, err := json.Marshal(ask)
		if err != nil {
			return err
		}
		var a answer
		if err := c.do(ctx, "POST", "/_search?allow_partial_search_results=false", body, &a); errors.Is(err, errMuch) && size > 1 {
			size /= 2
			continue
		} else if err != nil {
			return err
		}
		if err := a.whole(); err != nil {
			return c.named(err)
		}
		hits := a.Hits.Hits
		if len(hits) == 0 {
			return nil
		}
		after = hits[len(hits)-1].Sort
		if more, err := f(hits); !more || err != nil {
			return err
		}
	}
}

// outlines calls f with the outlines of documents until it returns false: page by page, from a column
// of their own. Nothing else is read of the documents.
func (e *Engine) outlines(ctx context.Context, query object, f func(*index.Outline) bool) error {
	return e.c.pages(ctx, query, pageSize, columns("outline"), func(hits []hit) (bool, error) {
		for _, h := range hits {
			o, err := h.outline()
			if err != nil {
				return false, e.c.named(err)
			}
			o.Number = e.shelf.number(keyOf(o.Document.ID))
			if !f(o) {
				return false, nil
			}
		}
		return true, nil
	})
}

// outline reads the outline of a document that was found.
func (h *hit) outline() (*index.Outline, error) {
	return index.UnpackOutline(h.Fields.Outline)
}

// columns has a search answer with columns of documents and nothing else.
func columns(names ...string) object {
	return object{"stored_fields": "_none_", "docvalue_fields": names}
}

// Documents calls f with each document, in the order of the sums of their IDs, until f
// returns false.
func (e *Engine) Documents(f func(index.Info) bool) error {
	return e.outlines(e.ctx, ofKind(kindDocument), func(o *index.Outline) bool { return f(o.Info) })
}

func ofKind(kind string) object { return object{"term": object{"kind": kind}} }

// Named returns the IDs of the documents with an id, or read from a path. It reads the source, so that
// one whose columns are damaged can be removed.
func (e *Engine) Named(name string) (ids []string, err error) {
	query := object{"bool": object{"should": []object{{"ids": object{"values": []string{keyOf(name)}}}, {"term": object{"path": name}}}}}
	err = e.c.pages(e.ctx, query, pageSize, object{"_source": "id"}, func(hits []hit) (bool, error) {
		for _, h := range hits {
			r, err := recordIn(h.ID, h.Source)
			if err != nil {
				return false, e.c.named(err)
			}
			ids = append(ids, r.ID)
		}
		return true, nil
	})
	return ids, err
}

// Stats are the archive in numbers.
type Stats struct {
	Documents, Statements, Passages int
	Text                            int64 // bytes of the texts
	Shards                          int
	Bytes                           int64 // on the disks of the cluster, copies apart
}

// Stats asks the cluster to count.
func (e *Engine) Stats() (Stats, error) {
	sum := func(field string) object { return object{"sum": object{"field": field}} }
	a, err := e.c.search(e.ctx, object{"size": 0, "track_total_hits": true, "query": ofKind(kindDocument),
		"aggs": object{"statements": sum("statements"), "bytes": sum("bytes")}})
	if err != nil {
		return Stats{}, err
	}
	var got struct{ Statements, Bytes struct{ Value float64 } }
	json.Unmarshal(a.Aggregations, &got) //nolint:errcheck // there are none
	size, err := e.size()
	return Stats{a.Hits.Total.Value, int(got.Statements.Value), e.whole.Passages, int64(got.Bytes.Value), a.Shards.Total, size}, err
}

// size returns how many bytes the segments take, copies apart. What the cluster says of its
// disks is ten seconds old: nothing, after an archive was filled.
func (e *Engine) size() (sum int64, err error) {
	shards, err := e.c.primaries(e.ctx, "_segments")
	for _, k := range shards {
		for _, s := range k.Segments {
			sum += s.Size
		}
	}
	return sum, err
}
