package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"factcheck/sources/index"
)

// The errors that asking and filling a cluster can end with, to be told apart by errors.Is,
// beside those of package index: ErrMissing, ErrForeign, ErrNewer, ErrOlder, ErrDamaged. Each
// comes wrapped with the archive and the particulars, never with a password.
var (
	ErrAddress     = errors.New("not an address of an archive")
	ErrUnreachable = errors.New("the cluster does not answer")
	ErrDenied      = errors.New("the cluster does not let us in")
	ErrTimeout     = errors.New("the cluster did not answer in time")
	ErrPartial     = errors.New("a part of the archive did not answer") // and so nothing is said
	ErrBlocked     = errors.New("the archive takes nothing in")         // read-only, or a disk is full
	ErrBusy        = errors.New("the cluster is busy")
	ErrChanged     = errors.New("somebody changed the archive's mapping")
	ErrLarge       = errors.New("the document is too large for the cluster")
	ErrUnsupported = errors.New("not done on a cluster")
	errGone        = errors.New("it is not there")
	errConflict    = errors.New("somebody else wrote it")
)

// cause is how the cluster words what went wrong.
type cause struct {
	Type   string  `json:"type"`
	Reason string  `json:"reason"`
	Root   []cause `json:"root_cause"`
	Failed []struct {
		Shard  int    `json:"shard"`
		Index  string `json:"index"`
		Reason cause  `json:"reason"`
	} `json:"failed_shards"`
	Caused *cause `json:"caused_by"`
}

// String returns the reason nearest to the root.
func (c *cause) String() string {
	switch {
	case len(c.Failed) > 0:
		f := &c.Failed[0]
		return fmt.Sprintf("shard %d: %s", f.Shard, f.Reason.String())
	case c.Caused != nil && c.Caused.Reason != "" && c.Reason == "":
		return c.Caused.String()
	case c.Reason == "" && len(c.Root) > 0:
		return c.Root[0].String()
	case c.Reason == "":
		return c.Type
	}
	return c.Reason
}

// UnmarshalJSON reads a cause, or the plain words that some places give in its stead.
func (c *cause) UnmarshalJSON(data []byte) error {
	type plain cause
	if err := json.Unmarshal(data, (*plain)(c)); err == nil {
		return nil
	}
	return json.Unmarshal(data, &c.Reason)
}

// fault returns the error for what the cluster answered with a status.
func (c *cause) fault(status int) error {
	kind := ErrPartial
	switch {
	case c.Type == "cluster_block_exception":
		kind = ErrBlocked
		if status == http.StatusServiceUnavailable {
			kind = ErrPartial
		}
	case c.Type == "index_not_found_exception":
		kind = index.ErrMissing
	case c.Type == "version_conflict_engine_exception", c.Type == "resource_already_exists_exception":
		kind = errConflict
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		kind = ErrDenied
	case status == http.StatusNotFound:
		kind = errGone
	case status == http.StatusRequestEntityTooLarge:
		kind = ErrLarge
	case status == http.StatusTooManyRequests:
		kind = ErrBusy
	case status == http.StatusGatewayTimeout, status == http.StatusRequestTimeout:
		kind = ErrTimeout
	case status == http.StatusBadGateway:
		kind = ErrUnreachable
	case c.Type == "strict_dynamic_mapping_exception", c.Type == "mapper_parsing_exception", c.Type == "illegal_argument_exception":
		kind = ErrChanged
	}
	words := c.String()
	if words == "" {
		words = fmt.Sprintf("%d %s", status, http.StatusText(status))
	}
	return fmt.Errorf("%w: %s", kind, words)
}

// unreached returns the error for a request that no host answered.
func unreached(ctx context.Context, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return context.Canceled
	}
	if errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
		return ErrTimeout
	}
	words := err.Error()
	if i := strings.LastIndex(words, "cannot get connection: "); i >= 0 {
		words = words[i:]
	}
	return fmt.Errorf("%w: %s", ErrUnreachable, words)
}
