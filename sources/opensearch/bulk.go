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
	bulkBytes    = 1 << 20
	bulkTogether = 4
	bulkTries    = 12 // of a cluster that is busy: together some 80 s
	goneTries    = 2  // of one that does not answer
	mostSource   = 24 << 20
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

// bulk does writings, some side by side, and returns what became of each: done, or kept from it
// by a conflict, or not needed. What the cluster is too busy for is tried again, the more slowly
// the longer it lasts; told is called then, if set. Anything else is an error.
func (c *client) bulk(ctx context.Context, ops []op, told func(string)) ([]outcome, error) {
	done := make([]outcome, len(ops))
	var parts [][]int
	size := bulkBytes
	for i := range ops {
		if size >= bulkBytes {
			parts, size = append(parts, nil), 0
		}
		size += len(ops[i].source) + 128
		parts[len(parts)-1] = append(parts[len(parts)-1], i)
	}
	err := each(len(parts), bulkTogether, func(i int) error { return c.persist(ctx, ops, parts[i], done, told) })
	return done, err
}

// persist does writings until all are done.
func (c *client) persist(ctx context.Context, ops []op, todo []int, done []outcome, told func(string)) error {
	for try := 0; ; try++ {
		left, err := c.once(ctx, ops, todo, done)
		gone := errors.Is(err, ErrUnreachable) || errors.Is(err, ErrTimeout)
		if err != nil && !gone && !errors.Is(err, ErrBusy) {
			return err
		}
		if todo = left; len(todo) == 0 {
			return nil
		}
		if err == nil {
			err = c.named(fmt.Errorf("%w: %d writings were put off until we gave up", ErrBusy, len(todo)))
		}
		if try >= bulkTries || gone && try >= goneTries {
			return err
		}
		if try == 2 && told != nil {
			told("the cluster is busy; waiting")
		}
		if err := rest(ctx, try); err != nil {
			return err
		}
	}
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
	if err := c.do(ctx, "POST", "_bulk?pipeline=_none", body.Bytes(), &got); err != nil {
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
