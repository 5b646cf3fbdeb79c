package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"factcheck/sources/index"
)

// The errors that asking and filling a cluster can end with, to be told apart by errors.Is,
// beside those of package index: ErrMissing, ErrNewer, ErrOlder, ErrDamaged. Each comes in a
// Fault, never with a password.
var (
	ErrAddress     = errors.New("not an address of an archive")
	ErrSecret      = errors.New("no credentials")
	ErrOpen        = errors.New("a password does not leave this machine without TLS")
	ErrUnreachable = errors.New("the cluster does not answer")
	ErrDenied      = errors.New("the cluster does not let us in")
	ErrTimeout     = errors.New("the cluster did not answer in time")
	ErrPartial     = errors.New("a part of the archive did not answer") // and so nothing is said
	ErrBlocked     = errors.New("the archive is blocked")               // by a setting, or a disk is full
	ErrBusy        = errors.New("the cluster is busy")
	ErrRefused     = errors.New("the cluster refuses") // for what it says
	ErrForeign     = errors.New("what stands there is no archive of factcheck")
	ErrChanged     = errors.New("somebody changed the archive's mapping")
	ErrLarge       = errors.New("the document is too large for the cluster")
	ErrGone        = errors.New("it is not there any more") // somebody removed it meanwhile
	ErrUnsupported = errors.New("not done on a cluster")
	errConflict    = errors.New("somebody else wrote it")
)

// A Fault is an error with the archive that it is about.
type Fault struct {
	At  string // its address, without options
	Err error
}

func (f *Fault) Error() string { return f.At + ": " + f.Err.Error() }
func (f *Fault) Unwrap() error { return f.Err }

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

// String returns the reason nearest to the root, of each shard that failed.
func (c *cause) String() string {
	switch {
	case len(c.Failed) > 0:
		var shards []string
		for _, f := range c.Failed {
			shards = append(shards, fmt.Sprintf("shard %d: %s", f.Shard, f.Reason.String()))
		}
		return strings.Join(shards, "; ")
	case c.Caused != nil && c.Caused.Reason != "" && c.Reason == "":
		return c.Caused.String()
	case c.Reason == "" && len(c.Root) > 0:
		return c.Root[0].String()
	case c.Reason == "":
		return c.Type
	}
	words, _, _ := strings.Cut(c.Reason, ". Consider using") // to take a part for the whole
	return words
}

// UnmarshalJSON reads a cause, or the plain words that some places give in its stead.
func (c *cause) UnmarshalJSON(data []byte) error {
	type plain cause
	if err := json.Unmarshal(data, (*plain)(c)); err == nil {
		return nil
	}
	return json.Unmarshal(data, &c.Reason)
}

// blocked are the types of a cause that a setting is behind, or a disk that is full.
var blocked = []string{"cluster_block_exception", "index_create_block_exception", "index_closed_exception"}

// fault returns the error for what the cluster answered with a status.
func (c *cause) fault(status int) error {
	kind, words := c.kind(status), c.String()
	if words == "" {
		words = fmt.Sprintf("%d %s", status, http.StatusText(status))
		if kind == ErrUnreachable {
			words = "what answers is no OpenSearch: " + words
		}
	}
	return fmt.Errorf("%w: %s", kind, words)
}

func (c *cause) kind(status int) error {
	switch {
	case slices.Contains(blocked, c.Type):
		if status == http.StatusServiceUnavailable { // there is no master, or the state is not recovered yet
			return ErrPartial
		}
		return ErrBlocked
	case c.Type == "index_not_found_exception":
		return index.ErrMissing
	case c.Type == "version_conflict_engine_exception", c.Type == "resource_already_exists_exception":
		return errConflict
	case c.Type == "strict_dynamic_mapping_exception", c.Type == "mapper_parsing_exception":
		return ErrChanged
	}
	switch kind := ofStatus[status]; {
	case kind != nil:
		return kind
	case c.String() == "": // no words of a cluster
		return ErrUnreachable
	case status == http.StatusNotFound:
		return ErrGone
	case status >= http.StatusInternalServerError:
		return ErrPartial
	}
	return ErrRefused
}

// ofStatus are the kinds of error that a status alone tells of.
var ofStatus = map[int]error{
	http.StatusUnauthorized:          ErrDenied,
	http.StatusForbidden:             ErrDenied,
	http.StatusProxyAuthRequired:     ErrDenied,
	http.StatusRequestEntityTooLarge: ErrLarge,
	http.StatusTooManyRequests:       ErrBusy,
	http.StatusGatewayTimeout:        ErrTimeout,
	http.StatusRequestTimeout:        ErrTimeout,
	http.StatusBadGateway:            ErrUnreachable,
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
