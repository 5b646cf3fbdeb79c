package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// An op is one writing. All may be done twice.
type op struct {
	action  string // index, create or delete
	key     string
	routing string
	seq     int64 // with term: what stands there was written so, or nothing is done; term zero: whatever stands there
	term    int64
	source  []byte // nil of a delete
}

// An outcome is what became of a writing.
type outcome struct {
	Status int    `json:"status"`
	Result string `json:"result"`
	Seq    int64  `json:"_seq_no"`
	Term   int64  `json:"_primary_term"`
	Error  *cause `json:"error"`
}

// Bounds of a bulk of writings.
const (
	bulkBytes  = 4 << 20
	bulkTries  = 12 // of a cluster that is busy: together some 80 s
	mostSource = 24 << 20
)

func (o *op) head() []byte {
	at := object{"_id": o.key, "routing": o.routing}
	if o.term > 0 {
		at["if_seq_no"], at["if_primary_term"] = o.seq, o.term
	}
	head, err := json.Marshal(object{o.action: at})
	if err != nil {
		panic(err) // strings and numbers
	}
	return head
}

// bulk does writings and returns what became of each: done, or kept from it by a conflict, or
// not needed. What the cluster is too busy for is tried again, the more slowly the longer it
// lasts; told is called once then, if set. Anything else is an error.
func (c *client) bulk(ctx context.Context, ops []op, told func(string)) ([]outcome, error) {
	done := make([]outcome, len(ops))
	for first := 0; first < len(ops); {
		end, size := first, 0
		for end < len(ops) && (end == first || size+len(ops[end].source) <= bulkBytes) {
			size += len(ops[end].source) + 128
			end++
		}
		var todo []int
		for i := first; i < end; i++ {
			todo = append(todo, i)
		}
		first = end
		for try := 0; len(todo) > 0; try++ {
			left, err := c.once(ctx, ops, todo, done)
			if err != nil && (!errors.Is(err, ErrBusy) && !errors.Is(err, ErrUnreachable) && !errors.Is(err, ErrTimeout) || try >= bulkTries) {
				return nil, err
			}
			if todo = left; len(todo) == 0 {
				break
			}
			if try == bulkTries {
				return nil, c.named(fmt.Errorf("%w: %d writings were put off until we gave up", ErrBusy, len(todo)))
			}
			if try == 2 && told != nil {
				told("the cluster is busy; waiting")
			}
			if err := rest(ctx, try); err != nil {
				return nil, err
			}
			if err != nil && !errors.Is(err, ErrBusy) {
				try += bulkTries / 3 // nobody is there: that is soon known
			}
		}
	}
	return done, nil
}

// once sends the writings that are to do and returns those that are still to do.
func (c *client) once(ctx context.Context, ops []op, todo []int, done []outcome) (left []int, err error) {
	var body bytes.Buffer
	for _, i := range todo {
		body.Write(append(ops[i].head(), '\n'))
		if ops[i].source != nil {
			body.Write(ops[i].source)
			body.WriteByte('\n')
		}
	}
	var got struct {
		Items []map[string]outcome `json:"items"`
	}
	if err := c.do(ctx, "POST", "_bulk", body.Bytes(), &got); err != nil {
		return todo, err
	}
	if len(got.Items) != len(todo) {
		return todo, c.named(fmt.Errorf("%w: %d of %d writings were answered", ErrPartial, len(got.Items), len(todo)))
	}
	for k, i := range todo {
		o := got.Items[k][ops[i].action]
		switch {
		case o.Status < 300, o.Status == http.StatusConflict, o.Status == http.StatusNotFound && o.Error == nil:
			done[i] = o
		case o.Error != nil && o.Error.Type == "cluster_block_exception":
			return nil, c.named(o.Error.fault(o.Status))
		case o.Status == http.StatusTooManyRequests, o.Status == http.StatusServiceUnavailable:
			left = append(left, i)
		case o.Error != nil:
			return nil, c.named(o.Error.fault(o.Status))
		default:
			return nil, c.named((&cause{}).fault(o.Status))
		}
	}
	return left, nil
}
