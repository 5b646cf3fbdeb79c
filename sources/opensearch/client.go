package opensearch

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/opensearch-project/opensearch-go/v4"

	"factcheck/sources/index"
)

// client asks one archive of a cluster. Dead nodes, retries and the rest of what it takes to
// reach somebody are the library's.
type client struct {
	addr *Address
	lib  *opensearch.Client
	pool *http.Transport
}

const (
	mostTries  = 3         // hosts that are tried, and tries of a host
	mostAnswer = 128 << 20 // bytes of an answer: the largest document takes a quarter
)

// errMuch is for an answer that is larger: less must be asked for at a time.
var errMuch = errors.New("it answers more than is read")

// dial makes a client. Nothing is sent yet.
func dial(ctx context.Context, addr *Address, who Credentials) (*client, error) {
	if addr.Plain && who.Password != "" && !addr.near() {
		return nil, fmt.Errorf("tls=off: %w", ErrOpen)
	}
	trust := &tls.Config{MinVersion: tls.VersionTLS12}
	if addr.CA != "" {
		pem, err := os.ReadFile(addr.CA)
		if err != nil {
			return nil, fmt.Errorf("%w: ca=%w", ErrAddress, err)
		}
		trust.RootCAs = x509.NewCertPool()
		if !trust.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("%s: %w: no certificate stands in it", addr.CA, ErrAddress)
		}
	}
	pool := http.DefaultTransport.(*http.Transport).Clone()
	pool.TLSClientConfig, pool.MaxIdleConnsPerHost = trust, 8
	discover := false // else the environment could have the password sent to hosts that nobody named
	lib, err := opensearch.NewClient(opensearch.Config{
		DiscoverNodesOnStart: &discover,
		Addresses:            addr.urls(), Username: who.User, Password: who.Password, Transport: pool, Context: ctx,
		MaxRetries: mostTries, RequestTimeout: addr.Timeout, EnableRetryOnTimeout: len(addr.Hosts) > 1,
	})
	if err != nil {
		return nil, err
	}
	return &client{addr, lib, pool}, nil
}

func (c *client) close() error {
	c.pool.CloseIdleConnections()
	return c.lib.Close()
}

// do sends a request about the archive, or with a path that begins with / about the cluster,
// and reads the answer into out, which may be nil. All requests may be sent twice.
func (c *client) do(ctx context.Context, method, path string, body []byte, out any) error {
	ctx, cancel := context.WithTimeout(ctx, 2*c.addr.Timeout)
	defer cancel()
	status, answer, err := c.exchange(ctx, method, path, body)
	if err != nil {
		return c.named(err)
	}
	if status >= 300 {
		var failed struct{ Error cause }
		json.Unmarshal(answer, &failed) //nolint:errcheck // what is no JSON says nothing more than the status
		return c.named(failed.Error.fault(status))
	}
	if out == nil {
		out = new(json.RawMessage)
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return c.named(fmt.Errorf("%w: what answers is no OpenSearch: %v", ErrUnreachable, err))
	}
	return nil
}

func (c *client) exchange(ctx context.Context, method, path string, body []byte) (status int, answer []byte, err error) {
	if path[0] != '/' {
		path = "/" + c.addr.Name + "/" + path
	}
	req, err := http.NewRequestWithContext(ctx, method, path, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	if len(body) == 0 {
		req.Body, req.GetBody = nil, nil
	} else {
		req.Header.Set("Content-Type", "application/json")
	}
	res, err := c.lib.Stream(req)
	if res == nil {
		return 0, nil, unreached(ctx, cmp.Or(err, io.ErrUnexpectedEOF))
	}
	defer res.Body.Close()
	answer, err = io.ReadAll(io.LimitReader(res.Body, mostAnswer+1))
	if err != nil {
		return 0, nil, unreached(ctx, err)
	}
	if len(answer) > mostAnswer {
		return 0, nil, errMuch
	}
	return res.StatusCode, answer, nil
}

// named wraps an error with the archive that it is about.
func (c *client) named(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return &Fault{Scheme + c.addr.Hosts[0] + "/" + c.addr.Name, err}
}

// A shard is what the cluster says of one copy of a shard: of each what was asked for.
type shard struct {
	Routing struct{ Primary bool }
	Seq     struct {
		Max int64 `json:"max_seq_no"`
	} `json:"seq_no"`
	Segments map[string]struct {
		Size int64 `json:"size_in_bytes"`
	}
}

// primaries returns the shards of the archive, copies apart.
func (c *client) primaries(ctx context.Context, path string) (list []shard, err error) {
	var got struct {
		Indices map[string]struct {
			Shards map[string][]shard
		}
	}
	err = c.do(ctx, "GET", path, nil, &got)
	for _, x := range got.Indices {
		for _, copies := range x.Shards {
			for _, k := range copies {
				if k.Routing.Primary {
					list = append(list, k)
				}
			}
		}
	}
	return list, err
}

// A stored document as the cluster gives it by its key.
type stored struct {
	ID     string          `json:"_id"`
	Found  bool            `json:"found"`
	Seq    int64           `json:"_seq_no"`
	Term   int64           `json:"_primary_term"`
	Source json.RawMessage `json:"_source"`
	Error  *cause          `json:"error"`
}

const mostFetched = 128 // documents of one request

// fetch returns what stands under keys, each in its place; fields are of the source, none is
// nothing of it.
func (c *client) fetch(ctx context.Context, refs []ref, fields string) ([]stored, error) {
	path := "_mget?_source=false"
	if fields != "" {
		path = "_mget?_source_includes=" + fields
	}
	return byHalves(refs, func(some []ref) ([]stored, error) { return c.get(ctx, some, path) })
}

// entries returns the packed entries of documents, each in its place, as they stand since the last
// refresh; nil is one that is not there. They are read from their column: a look into what stands
// in the source unpacks the neighbours too, which takes twenty times as long.
func (c *client) entries(ctx context.Context, keys []string) ([][]byte, error) {
	return byHalves(keys, func(some []string) ([][]byte, error) {
		ask := columns("named", "entry")
		maps.Copy(ask, object{"size": len(some), "track_total_hits": false, "query": object{"ids": object{"values": some}}})
		a, err := c.search(ctx, ask)
		if err != nil {
			return nil, err
		}
		found := map[string][]byte{}
		for _, h := range a.Hits.Hits {
			if len(h.Fields.Named) != 1 || h.Fields.Entry == nil { // something else wrote it: it is there, and must not look as if it were not
				return nil, c.named(fmt.Errorf("%w: a document has lost its columns", index.ErrDamaged))
			}
			found[h.Fields.Named[0]] = h.Fields.Entry
		}
		entries := make([][]byte, len(some))
		for i, key := range some {
			entries[i] = found[key]
		}
		return entries, nil
	})
}

// byHalves asks f for one thing after the other, many at a time: half as many where that is too much
// for one answer, or for the cluster's memory.
func byHalves[K, V any](keys []K, f func([]K) ([]V, error)) ([]V, error) {
	all := make([]V, 0, len(keys))
	for n := mostFetched; len(keys) > 0; {
		n = min(n, len(keys))
		some, err := f(keys[:n])
		if n > 1 && (errors.Is(err, errMuch) || errors.Is(err, ErrBusy)) {
			n /= 2
			continue
		}
		if err != nil {
			return nil, err
		}
		all, keys = append(all, some...), keys[n:]
	}
	return all, nil
}

func (c *client) get(ctx context.Context, refs []ref, path string) ([]stored, error) {
	body, err := json.Marshal(object{"docs": refs})
	if err != nil {
		return nil, err
	}
	var got struct{ Docs []stored }
	if err := c.do(ctx, "POST", path, body, &got); err != nil {
		return nil, err
	}
	if len(got.Docs) != len(refs) {
		return nil, c.named(fmt.Errorf("%w: %d of %d documents", ErrPartial, len(got.Docs), len(refs)))
	}
	for i := range got.Docs {
		if e := got.Docs[i].Error; e != nil {
			return nil, c.named(e.fault(http.StatusServiceUnavailable))
		}
	}
	return got.Docs, nil
}

// A ref names what is stored: by its key, on the shard of its document's.
type ref struct {
	ID      string `json:"_id"`
	Routing string `json:"routing"`
}

// refresh makes what was written be found.
func (c *client) refresh(ctx context.Context) error { return c.do(ctx, "POST", "_refresh", nil, nil) }

// The pause between two tries, at first and at most.
const (
	firstPause = 200 * time.Millisecond
	mostPause  = 10 * time.Second
)

// rest waits before another try; the error is that ctx ended.
func rest(ctx context.Context, try int) error {
	t := time.NewTimer(min(mostPause, firstPause<<min(try, 10)))
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// each calls f with the numbers up to n, several at a time, and returns the first error in
// their order.
func each(n, jobs int, f func(i int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, jobs) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				errs[i] = f(i)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
