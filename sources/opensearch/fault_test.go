package opensearch

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"factcheck/claims"
	"factcheck/sources/index"
)

// answering returns a client of a server that answers as f does.
func answering(t *testing.T, f http.HandlerFunc) *client {
	t.Helper()
	s := httptest.NewServer(f)
	t.Cleanup(s.Close)
	_, host, _ := strings.Cut(s.URL, "://")
	addr, err := Parse(Scheme + host + "/news?tls=off&timeout=20s")
	if err != nil {
		t.Fatal(err)
	}
	c, err := dial(context.Background(), addr, Credentials{"desk", "open-sesame"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.close() })
	return c
}

const wholeAnswer = `{"timed_out":false,"_shards":{"total":2,"successful":2,"failed":0},"hits":{"total":{"value":7},"hits":[]}}`

// TestWhole takes an answer for one only where nothing of it is missing.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		what, answer string
		status       int
		want         error
		says         string
	}{
		{"all shards", wholeAnswer, 200, nil, ""},
		{"a shard failed", `{"_shards":{"total":2,"successful":1,"failed":1,"failures":[{"shard":1,"reason":{"type":"node_disconnected","reason":"node three is gone"}}]}}`, 200, ErrPartial, "1 of 2 shards; shard 1: node three is gone"},
		{"a shard says nothing", `{"_shards":{"total":2,"successful":1,"failed":0}}`, 200, ErrPartial, "1 of 2 shards"},
		{"broken off", `{"timed_out":true,"_shards":{"total":2,"successful":2}}`, 200, ErrTimeout, ""},
		{"an error in its place", `{"error":{"type":"search_phase_execution_exception","reason":"all shards failed"},"status":503}`, 200, ErrPartial, "all shards failed"},
	} {
		c1 := answering(t, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, `{"responses":[%s,%s]}`, wholeAnswer, c.answer)
		})
		got, err := c1.searches(context.Background(), []any{object{}, object{}})
		if !errors.Is(err, c.want) || c.want == nil && (err != nil || got[1].Hits.Total.Value != 7) || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %v: %s", c.what, err, c.want, c.says)
		}
	}
	few := answering(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, `{"responses":[%s]}`, wholeAnswer) })
	if _, err := few.searches(context.Background(), []any{object{}, object{}}); !errors.Is(err, ErrPartial) {
		t.Errorf("one answer of two: %v", err)
	}
}

// TestFaults names what a cluster may answer instead.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		status int
		body   string
		want   error
	}{
		{401, "Unauthorized", ErrDenied},
		{403, `{"error":{"type":"security_exception","reason":"no permissions"}}`, ErrDenied},
		{403, `{"error":{"type":"cluster_block_exception","reason":"index [news] blocked by: [FORBIDDEN/8/index write (api)];"}}`, ErrBlocked},
		{429, `{"error":{"type":"cluster_block_exception","reason":"disk usage exceeded flood-stage watermark"}}`, ErrBlocked},
		{404, `{"error":{"type":"index_not_found_exception","reason":"no such index [news]"}}`, index.ErrMissing},
		{413, "", ErrLarge},
		{429, `{"error":{"type":"circuit_breaking_exception","reason":"data too large"}}`, ErrBusy},
		{503, `{"error":{"type":"search_phase_execution_exception","reason":"","failed_shards":[{"shard":4,"reason":{"reason":"lost"}}]}}`, ErrPartial},
		{400, `{"error":{"type":"strict_dynamic_mapping_exception","reason":"mapping set to strict"}}`, ErrChanged},
		{400, `{"error":"plain words"}`, ErrRefused},
		{400, `{"error":{"type":"illegal_argument_exception","reason":"this action would add [2] total shards, but this cluster currently has [6]/[3]"}}`, ErrRefused},
		{403, `{"error":{"type":"index_create_block_exception","reason":"blocked by: [FORBIDDEN/10/cluster create-index blocked (api)];"}}`, ErrBlocked},
		{400, `{"error":{"type":"index_closed_exception","reason":"closed"}}`, ErrBlocked},
		{503, `{"error":{"type":"cluster_block_exception","reason":"state not recovered"}}`, ErrPartial},
		{404, `{"error":{"type":"search_context_missing_exception","reason":"No search context found"}}`, ErrGone},
		{404, "404 page not found", ErrUnreachable},
		{302, "", ErrUnreachable}, // nobody follows it with a password
		{200, "<html>It works!</html>", ErrUnreachable},
		{200, `{"news":{"mappings":{"_meta":{"factcheck":"ours"}}}}`, ErrForeign},
		{200, `{"a":{},"b":{}}`, ErrForeign},
	} {
		k := answering(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(c.status); fmt.Fprint(w, c.body) })
		_, err := k.look(context.Background())
		if !errors.Is(err, c.want) || strings.Contains(err.Error(), "open-sesame") || !strings.HasPrefix(err.Error(), Scheme) {
			t.Errorf("%d %s: %v, want %v", c.status, c.body, err, c.want)
		}
	}
	slow := answering(t, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(2 * time.Second):
		}
	})
	slow.addr.Timeout = 50 * time.Millisecond
	if _, err := slow.look(context.Background()); !errors.Is(err, ErrTimeout) {
		t.Errorf("slow: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := slow.look(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

// TestBulk sends again what a busy cluster puts off, and that alone.
func TestBulk(t *testing.T) {
	var calls, sent atomic.Int64
	c := answering(t, func(w http.ResponseWriter, r *http.Request) {
		n := calls.Add(1)
		if n == 1 {
			w.WriteHeader(429)
			return
		}
		var items []string
		for lines := bufio.NewScanner(r.Body); lines.Scan(); lines.Scan() {
			sent.Add(1)
			switch key := lines.Text(); {
			case strings.Contains(key, `"k1"`) && n == 2:
				items = append(items, `{"index":{"status":429,"error":{"type":"rejected_execution_exception","reason":"queue is full"}}}`)
			case strings.Contains(key, `"k2"`):
				items = append(items, `{"index":{"status":409,"error":{"type":"version_conflict_engine_exception","reason":"current version is newer"}}}`)
			default:
				items = append(items, `{"index":{"status":201,"result":"created","_seq_no":5,"_primary_term":1}}`)
			}
		}
		fmt.Fprintf(w, `{"errors":true,"items":[%s]}`, strings.Join(items, ","))
	})
	var ops []op
	for i := range 3 {
		ops = append(ops, op{action: "index", key: fmt.Sprintf("k%d", i), routing: "r", source: []byte("{}")})
	}
	done, err := c.bulk(context.Background(), ops, nil)
	if err != nil || done[0].Status != 201 || done[1].Status != 201 || done[2].Status != 409 {
		t.Errorf("%+v, %v", done, err)
	}
	if calls.Load() != 3 || sent.Load() != 4 {
		t.Errorf("%d writings in %d bulks, want 4 in 3", sent.Load(), calls.Load())
	}
	full := answering(t, func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		fmt.Fprint(w, `{"errors":true,"items":[{"index":{"status":403,"error":{"type":"cluster_block_exception","reason":"read-only"}}}]}`)
	})
	calls.Store(0)
	if _, err := full.bulk(context.Background(), ops[:1], nil); !errors.Is(err, ErrBlocked) || calls.Load() != 1 {
		t.Errorf("blocked: %v after %d tries", err, calls.Load())
	}
}

// TestLarge leaves out what is too large for the cluster, and says so.
func TestLarge(t *testing.T) {
	d := &claims.Document{ID: "tale", Text: "A small one. “It is enough,” said Anna Kavira."}
	e := &index.Entry{Document: d, Statements: claims.Extract(d)}
	it, err := newItem(e, mostSource)
	if err != nil || len(it.passages) == 0 {
		t.Fatalf("%v, %v", it, err)
	}
	if _, err := newItem(e, len(it.record)-1); !errors.Is(err, ErrLarge) || !strings.HasPrefix(err.Error(), "tale: ") {
		t.Errorf("one byte more than there may be: %v", err)
	}
	if _, err := newItem(e, len(it.record)); err != nil {
		t.Errorf("as many as there may be: %v", err)
	}
}

// TestMuch asks by halves for what is too much for one answer, or for the cluster's memory.
func TestMuch(t *testing.T) {
	var sizes []int
	c := answering(t, func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/_search") {
			return // the library asks whether somebody is there
		}
		var ask struct {
			Query struct{ IDs struct{ Values []string } }
		}
		if err := json.NewDecoder(r.Body).Decode(&ask); err != nil {
			t.Error(err)
		}
		keys := ask.Query.IDs.Values
		switch sizes = append(sizes, len(keys)); {
		case len(keys) > 4:
			for range mostAnswer>>20 + 1 {
				w.Write(bytes.Repeat([]byte(" "), 1<<20)) //nolint:errcheck // the client has had enough
			}
		case len(keys) > 2:
			w.WriteHeader(429)
			fmt.Fprint(w, `{"error":{"type":"circuit_breaking_exception","reason":"data too large"}}`)
		default:
			var hits []string
			for _, k := range keys {
				if k != "d" {
					hits = append([]string{fmt.Sprintf(`{"fields":{"named":[%q],"entry":[%q]}}`, k, base64.RawStdEncoding.EncodeToString([]byte(k)))}, hits...)
				}
			}
			fmt.Fprintf(w, `{"_shards":{"total":1,"successful":1},"hits":{"hits":[%s]}}`, strings.Join(hits, ","))
		}
	})
	got, err := c.entries(context.Background(), strings.Split("abcde", ""))
	if want := "[a b c  e]"; err != nil || fmt.Sprintf("%s", got) != want || fmt.Sprint(sizes) != "[5 2 2 1]" {
		t.Errorf("%s in answers of %v, %v, want %s: each in its place, d is not there", got, sizes, err, want)
	}
}

// TestLost takes a document that is there without its columns for a damaged one, not for one that is not
// there: else whoever touches it makes the archive know less.
func TestLost(t *testing.T) {
	for _, k := range []struct {
		hits string
		want error
	}{{`{"fields":{"named":["k"],"entry":["YQ"]}}`, nil}, {``, nil}, {`{}`, index.ErrDamaged}, {`{"fields":{"named":["k"]}}`, index.ErrDamaged}} {
		c := answering(t, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, `{"_shards":{"total":1,"successful":1},"hits":{"hits":[%s]}}`, k.hits)
		})
		got, err := c.entries(context.Background(), []string{"k"})
		if !errors.Is(err, k.want) || k.want == nil && (len(got) != 1 || (got[0] == nil) != (k.hits == "")) {
			t.Errorf("%s: %q, %v, want %v", k.hits, got, err, k.want)
		}
	}
}
