package mcp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"factcheck/claims/text"
	"factcheck/sources/index"
	"factcheck/verify/session/sessiontest"
)

const courier = "---\npublisher: Kivu Courier\ndate: 2025-04-03\nurl: https://example.org/courier\n---\nThe ferry carried 40 people to Bukavu on Tuesday.\n\n“The road is closed to lorries,” said Amina Kavira.\n"

// newServer returns a server of an archive of one text; fails is what opening it ends with.
func newServer(t *testing.T, fails error) *Server {
	t.Helper()
	s := sessiontest.New(t, "archive/a b.md", courier, fails)
	return New(Options{Session: s, Describe: func(err error) string { return "described: " + err.Error() }, Log: io.Discard})
}

func connect(t *testing.T, s *Server) *sdk.ClientSession {
	t.Helper()
	here, there := sdk.NewInMemoryTransports()
	if _, err := s.mcp.Connect(t.Context(), there, nil); err != nil {
		t.Fatal(err)
	}
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// call calls a tool and returns its structured content, or the text of its error.
func call(t *testing.T, c *sdk.ClientSession, name, args string) (content string, failed bool) {
	t.Helper()
	r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: name, Arguments: json.RawMessage(args)})
	if err != nil {
		return err.Error(), true
	}
	if r.IsError {
		return r.Content[0].(*sdk.TextContent).Text, true
	}
	data, err := json.Marshal(r.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), false
}

// What each tool answers, and what it says of what it does not take.
func TestTools(t *testing.T) {
	c := connect(t, newServer(t, nil))
	for _, x := range []struct {
		tool, args, want string
		failed           bool
	}{
		{"verify", `{"text":"The ferry carried 70 people to Bukavu on Tuesday."}`, `"rule":"contradicted.number"`, false},
		{"verify", `{"text":"“The road is open to lorries,” said Amina Kavira."}`, `"suggestion":"closed"`, false},
		{"verify", `{"text":"The mayor of Goma opened the market on Monday.","strict":true}`, `"level":"error"`, false},
		{"verify", `{"text":"The mayor of Goma opened the market on Monday."}`, `"level":"info"`, false},
		{"verify", `{"text":""}`, "described: ", true},
		{"verify", `{"text":"A.","type":"docx"}`, "type is md, txt or html", true},
		{"verify", `{"text":"` + strings.Repeat("a ", mostDraft) + `"}`, "longer than", true},
		{"verify", `{"text":"A.","path":"/etc/passwd"}`, "path", true},
		{"verify", `{"text":7}`, "text", true},
		{"quote", `{"words":"“The road is closed to lorries”"}`, `"verdict":"verbatim"`, false},
		{"quote", `{"words":"The road is closed to lorries","by":"odette vagheni"}`, `"stranger":"Odette Vagheni"`, false},
		{"quote", `{"words":" “” "}`, "empty", true},
		{"compare", `{"source":"The town has 15,000 people.","statement":"The town has 50,000 people."}`, `"relation":"contradicts"`, false},
		{"compare", `{"source":"A.","statement":"B.","date":"Friday"}`, "date", true},
		{"compare", `{"source":"","statement":"B."}`, "empty", true},
		{"search", `{"query":"ferry to Bukavu"}`, `"uri":"factcheck://passage/`, false},
		{"search", `{"query":"ferry","source":"nobody"}`, "no source is called", true},
		{"search", `{"query":"ferry","limit":51}`, "1 to 50", true},
		{"sources", `{}`, `"name":"Kivu Courier"`, false},
		{"sources", `{"name":"zzz"}`, `"sources":[]`, false},
		{"remove", `{}`, "unknown tool", true},
	} {
		got, failed := call(t, c, x.tool, x.args)
		if failed != x.failed || !strings.Contains(got, x.want) {
			t.Errorf("%s %.80s: failed %t, no %s in %.1000s", x.tool, x.args, failed, x.want, got)
		}
	}
}

// A passage is read by the address that a result gives; what is not there is not found.
func TestResources(t *testing.T) {
	c := connect(t, newServer(t, nil))
	got, _ := call(t, c, "search", `{"query":"ferry to Bukavu"}`)
	var out searchOut
	if err := json.Unmarshal([]byte(got), &out); err != nil || len(out.Results) == 0 {
		t.Fatal(got, err)
	}
	read := func(uri string) string {
		r, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: uri})
		if err != nil {
			return ""
		}
		return r.Contents[0].Text
	}
	for uri, want := range map[string]string{
		out.Results[0].URI:                        "passage: The ferry carried 40 people to Bukavu on Tuesday.",
		"factcheck://document/archive%2Fa%20b.md": "url: https://example.org/courier\n",
		"factcheck://rule/altered":                "does not fire",
		"factcheck://rules":                       "## altered",
	} {
		if got := read(uri); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in %q", uri, want, got)
		}
	}
	for _, uri := range []string{"factcheck://document/b.md", "factcheck://passage/9-3/archive%2Fa%20b.md", "factcheck://passage/0-99999/archive%2Fa%20b.md", "factcheck://rule/none", "file:///etc/passwd", "factcheck://document/..%2F..%2Fetc%2Fpasswd"} {
		if got := read(uri); got != "" {
			t.Errorf("%s: %q", uri, got)
		}
	}
}

// An archive that is not there, and a tool that falls over, are errors of the call; the
// server answers the next.
func TestFaults(t *testing.T) {
	for _, err := range []error{fmt.Errorf("a.index: %w", index.ErrLocked), index.ErrMissing} {
		got, failed := call(t, connect(t, newServer(t, err)), "search", `{"query":"ferry"}`)
		if !failed || !strings.Contains(got, "described: ") {
			t.Errorf("%v: %s", err, got)
		}
	}
	// What is no tool has no errors of a call: it has the protocol's, which are numbered.
	for _, x := range []struct {
		code int64
		err  func(*sdk.ClientSession) error
	}{
		{jsonrpc.CodeInternalError, func(c *sdk.ClientSession) error {
			_, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: "factcheck://document/a"})
			return err
		}},
		{jsonrpc.CodeInvalidParams, func(c *sdk.ClientSession) error {
			_, err := c.GetPrompt(t.Context(), &sdk.GetPromptParams{Name: "check-this-draft", Arguments: map[string]string{"draft": " "}})
			return err
		}},
		{jsonrpc.CodeInvalidParams, func(c *sdk.ClientSession) error {
			_, err := c.GetPrompt(t.Context(), &sdk.GetPromptParams{Name: "check-this-draft", Arguments: map[string]string{"draft": strings.Repeat("a", mostDraft+1)}})
			return err
		}},
	} {
		var e *jsonrpc.Error
		if err := x.err(connect(t, newServer(t, index.ErrMissing))); !errors.As(err, &e) || e.Code != x.code {
			t.Errorf("%v, not an error %d", err, x.code)
		}
	}
	s := newServer(t, nil)
	s.opt.Describe = func(error) string { panic("a fault") }
	c := connect(t, s)
	if got, failed := call(t, c, "verify", `{"text":""}`); !failed || strings.Contains(got, "goroutine") {
		t.Errorf("a fault: %s", got)
	}
	if got, failed := call(t, c, "search", `{"query":"ferry to Bukavu"}`); failed {
		t.Errorf("after the fault: %s", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.work(ctx, func(ctx context.Context) error { return ctx.Err() }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// By HTTP a page of another origin is turned away, and a name that is not this machine's.
func TestHTTP(t *testing.T) {
	srv := httptest.NewServer(newServer(t, nil).HTTP())
	defer srv.Close()
	for _, c := range []struct {
		name, host, origin, body string
		status                   int
	}{
		{"a client", "", "", `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}`, 200},
		{"another origin", "", "https://example.org", `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`, 403},
		{"another name", "example.org", "", `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`, 403},
		{"no JSON", "", "", `{"jsonrpc`, 400},
		{"too much", "", "", `{"jsonrpc":"2.0","id":1,"method":"` + strings.Repeat("a", mostMessage) + `"}`, 413},
	} {
		req, err := http.NewRequest("POST", srv.URL, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Accept", "application/json, text/event-stream")
		if c.origin != "" {
			req.Header.Set("Origin", c.origin)
		}
		if c.host != "" {
			req.Host = c.host
		}
		r, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r.Body)
		r.Body.Close()
		if r.StatusCode != c.status {
			t.Errorf("%s: %d, not %d: %.300s", c.name, r.StatusCode, c.status, body)
		}
	}
}

// By the standard streams: whatever comes is answered or passed over, and what is said is
// the protocol.
func TestStdio(t *testing.T) {
	hello := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}` + "\n" +
		`{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n"
	for sent, want := range map[string]string{
		`{"jsonrpc":"2.0","id":2,"method":"tools/remove"}`:                   "-32601",
		`{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":7}}`: "-3260",
		`{"jsonrpc`: "-32700",
		`{"a":"` + strings.Repeat("a", mostMessage) + `"}`:                                                     "-32700",
		`{"jsonrpc":"2.0","id":77,"method":"ping","params":{"a":"` + strings.Repeat("a", mostMessage) + `"}}`:  `"id":77,"error":{"code":-32600`,
		`{"method":"ping","params":{"a":"` + strings.Repeat("a", mostMessage) + `"},"jsonrpc":"2.0","id":"x"}`: `"id":"x","error":{"code":-32600`,
		`{"method":"ping","jsonrpc":"2.0","params":{"a":"` + strings.Repeat("a", mostMessage) + `","id":77}}`:  `"id":null,"error":{"code":-32700`,
		`7`: "-32600",
		`{"jsonrpc":"2.0","id":{},"method":"ping"}`:    "-32600",
		`{"jsonrpc":"2.0","id":1.5,"method":"ping"}`:   "",
		`{"jsonrpc":"2.0","method":"ping","params":7}`: "",
		`[{"jsonrpc":"2.0","id":5,"method":"ping"}]`:   "",
		`[]`:   "-32600",
		"\n\n": "",
	} {
		in, to := io.Pipe()
		from, out := io.Pipe()
		go func() {
			newServer(t, nil).Stdio(t.Context(), in, out) //nolint:errcheck // what is said tells
			out.Close()
		}()
		go io.WriteString(to, hello+sent+"\n"+`{"jsonrpc":"2.0","id":"last","method":"tools/call","params":{"name":"search","arguments":{"query":"ferry to Bukavu"}}}`+"\n")
		var said strings.Builder
		r := bufio.NewReader(from)
		for {
			line, err := r.ReadString('\n')
			said.WriteString(line)
			if err != nil || strings.Contains(said.String(), `"last"`) && strings.Contains(said.String(), want) {
				break // answers come in any order
			}
			if strings.Contains(line, `"last"`) {
				time.AfterFunc(10*time.Second, func() { to.Close() }) // what has not come by then does not come
			}
			if !json.Valid([]byte(line)) {
				t.Errorf("%.60q: it says %q", sent, line)
			}
		}
		to.Close()
		if !strings.Contains(said.String(), want) || !strings.Contains(said.String(), `Kivu Courier`) {
			t.Errorf("%.60q: it says %.900q", sent, said.String())
		}
	}
}

// A passage of a text that names nobody has a name all the same: clients refuse a link without one.
func TestNameless(t *testing.T) {
	c := connect(t, New(Options{Session: sessiontest.New(t, "archive/a b.md", "The ferry carried 17 people to Bukavu on Tuesday.\n", nil), Describe: error.Error, Log: io.Discard}))
	r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: "search", Arguments: json.RawMessage(`{"query":"ferry to Bukavu"}`)})
	if err != nil || len(r.Content) != 2 {
		t.Fatalf("%v, %v", r, err)
	}
	if l, ok := r.Content[1].(*sdk.ResourceLink); !ok || l.Name != "archive/a b.md" {
		t.Errorf("%#v", r.Content[1])
	}
}

// FuzzLines: what comes through is messages, a line each, and all of that.
func FuzzLines(f *testing.F) {
	f.Add([]byte("{}\r\n\n[1]\n{\"half"))
	f.Add([]byte(`{"jsonrpc":"2.0","method":"ping","id":1}` + "\n" + `{"jsonrpc":"2.0","method":"ping","id":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var out bytes.Buffer
		got, err := io.ReadAll(newLines(bytes.NewReader(data), &out))
		if err != nil {
			t.Fatal(err)
		}
		var want []byte
		bad := 0
		for line := range bytes.SplitSeq(data, []byte("\n")) {
			line = bytes.TrimRight(line, "\r")
			if isMessage(line) {
				want = append(append(want, line...), '\n')
			} else if len(bytes.TrimSpace(line)) > 0 {
				bad++
			}
		}
		if !bytes.Equal(got, want) || strings.Count(out.String(), "\n") != bad {
			t.Errorf("%q became %q, with %d answers, not %q with %d", data, got, strings.Count(out.String(), "\n"), want, bad)
		}
	})
}

// FuzzPassage: an address leads to what it was made of, and no other bytes make it fall over.
func FuzzPassage(f *testing.F) {
	f.Add("archive/a b.md", "factcheck://passage/1-2/%zz", 1, 2)
	f.Add("a/../b?c#d%+é", "factcheck://document/", 0, 0)
	f.Fuzz(func(t *testing.T, id, uri string, start, end int) {
		parsePassage(uri)
		at := text.Span{Start: start, End: end}
		if id == "" || start < 0 || end < start {
			return
		}
		got, span, ok := parsePassage(passageURI(id, at))
		if at.Len() == 0 {
			at = text.Span{}
		}
		if !ok || got != id || span != at {
			t.Errorf("%q %v came back as %q %v", id, at, got, span)
		}
	})
}
