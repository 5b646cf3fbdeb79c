package opensearch

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
)

// An answer is what one search found.
type answer struct {
	TimedOut bool `json:"timed_out"`
	Shards   struct {
		Total, Successful, Failed int
		Failures                  []struct {
			Shard  int
			Reason cause
		}
	} `json:"_shards"`
	Hits struct {
		Total struct{ Value int }
		Hits  []hit
	}
	Aggregations json.RawMessage
	Error        *cause
	Status       int
	PIT          string `json:"pit_id"`
}

type hit struct {
	ID     string          `json:"_id"`
	Source json.RawMessage `json:"_source"`
	Sort   json.RawMessage `json:"sort"`
	Fields struct {
		ID, Named, Made, State, SHA256 []string
		Units, Statements, Bytes       []int
		Outline, Entry                 column
	}
}

// A column is a value of a document that is kept for itself, if there is one.
type column []byte

func (c *column) UnmarshalJSON(data []byte) error {
	var values []string
	err := json.Unmarshal(data, &values)
	if err == nil && len(values) == 1 {
		*c, err = base64.RawStdEncoding.DecodeString(values[0])
	}
	return err
}

// whole returns an error unless every shard has answered in time: what is left of an answer
// of which a part is missing looks like one of an archive that knows less.
func (a *answer) whole() error {
	switch {
	case a.Error != nil:
		return a.Error.fault(cmp.Or(a.Status, http.StatusServiceUnavailable))
	case a.TimedOut:
		return fmt.Errorf("%w: the search was broken off", ErrTimeout)
	case a.Shards.Failed > 0 || a.Shards.Successful < a.Shards.Total:
		words := ""
		for _, f := range a.Shards.Failures {
			words += fmt.Sprintf("; shard %d: %s", f.Shard, f.Reason.String())
		}
		return fmt.Errorf("%w: %d of %d shards%s", ErrPartial, a.Shards.Total-a.Shards.Successful, a.Shards.Total, words)
	}
	return nil
}

// search asks one search of the archive.
func (c *client) search(ctx context.Context, body any) (*answer, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	a := &answer{}
	if err := c.do(ctx, "POST", "_search?allow_partial_search_results=false", data, a); err != nil {
		return nil, err
	}
	if err := a.whole(); err != nil {
		return nil, c.named(err)
	}
	return a, nil
}

// Bounds of one request of many searches.
const (
	mostSearches = 256
	mostTogether = 8 // that the cluster works on at a time
)

// searches asks several at once, each answered in its place.
func (c *client) searches(ctx context.Context, bodies []any) ([]answer, error) {
	var all []answer
	for len(bodies) > 0 {
		n := min(len(bodies), mostSearches)
		var lines bytes.Buffer
		enc := json.NewEncoder(&lines)
		for _, body := range bodies[:n] {
			lines.WriteString(`{"allow_partial_search_results":false}` + "\n")
			if err := enc.Encode(body); err != nil {
				return nil, err
			}
		}
		bodies = bodies[n:]
		var got struct{ Responses []answer }
		if err := c.do(ctx, "POST", fmt.Sprintf("_msearch?max_concurrent_searches=%d", mostTogether), lines.Bytes(), &got); err != nil {
			return nil, err
		}
		if len(got.Responses) != n {
			return nil, c.named(fmt.Errorf("%w: %d of %d searches were answered", ErrPartial, len(got.Responses), n))
		}
		for i := range got.Responses {
			if err := got.Responses[i].whole(); err != nil {
				return nil, c.named(err)
			}
		}
		all = append(all, got.Responses...)
	}
	return all, nil
}
