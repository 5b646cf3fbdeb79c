package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creachadair/jrpc2"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/entail"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

const courier = `---
publisher: Kivu Courier
date: 2025-04-03
url: https://example.org/dam
---
The ferry carried 40 people to Bukavu on Tuesday.

“The dam will hold until Friday, and the families, who were warned, can go home,” said Paul Kasongo, the mayor.

“The road is closed to lorries,” said Amina Kavira.

“The school opens again on Monday,” Paul Kasongo told Reuters.
`

// A desk is an editor in front of the server, over pipes.
type desk struct {
	*testing.T
	dir    string
	fails  error         // what opening the archive ends with
	hold   chan struct{} // opening the archive waits for it, if it is there
	begun  chan struct{} // that somebody opens it
	client *jrpc2.Client
	code   chan int
	root   string

	mu    sync.Mutex
	heard map[string][]json.RawMessage // notifications and calls of the server, by method
	came  chan string
}

// newDesk starts a server that checks against the files of a folder.
func newDesk(t *testing.T, capabilities string) *desk {
	t.Helper()
	d := &desk{T: t, dir: t.TempDir(), heard: map[string][]json.RawMessage{}, came: make(chan string, 1000), code: make(chan int, 1)}
	d.write("courier.md", courier)
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	s := New(Options{Open: d.open, Describe: func(err error) string { return err.Error() }, Rules: func() (string, error) {
		path := filepath.Join(t.TempDir(), "rules.md")
		f, err := os.Create(path)
		if err == nil {
			err = errors.Join(report.RulesPage(f), f.Close())
		}
		return path, err
	}})
	go func() {
		code, _ := s.Serve(context.Background(), in, out)
		out.Close()
		d.code <- code
	}()
	hear := func(r *jrpc2.Request) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.heard[r.Method()] = append(d.heard[r.Method()], json.RawMessage(r.ParamString()))
		d.came <- r.Method()
	}
	d.client = jrpc2.NewClient(newFrames(fromServer, toServer), &jrpc2.ClientOptions{
		OnNotify:   func(r *jrpc2.Request) { hear(r) },
		OnCallback: func(_ context.Context, r *jrpc2.Request) (any, error) { hear(r); return nil, nil },
	})
	t.Cleanup(func() { toServer.Close(); fromServer.Close(); d.client.Close() })
	var result struct {
		Capabilities struct {
			Encoding string `json:"positionEncoding"`
		} `json:"capabilities"`
	}
	d.ask("initialize", json.RawMessage(`{"rootUri":"`+uriOf(d.dir)+`","capabilities":`+capabilities+`}`), &result)
	if want := "utf-16"; !strings.Contains(capabilities, "positionEncodings") && result.Capabilities.Encoding != want {
		t.Errorf("the encoding is %s", result.Capabilities.Encoding)
	}
	d.tell("initialized", struct{}{})
	return d
}

const (
	pulls = `{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}`
	takes = `{}`
)

func (d *desk) write(name, text string) {
	d.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
}

// open opens a session whose archive is read anew from the folder each time.
func (d *desk) open(root string) (*session.Session, error) {
	d.root = root
	return session.New(context.Background(), session.Config{Settle: func(string) (*session.Setting, error) {
		return &session.Setting{
			Open: func(context.Context) (*session.Opened, error) {
				if d.hold != nil {
					d.begun <- struct{}{}
					<-d.hold
				}
				if d.fails != nil {
					return nil, d.fails
				}
				x, state := index.Memory(), ""
				files, _ := filepath.Glob(filepath.Join(d.dir, "*.md"))
				for _, f := range files {
					data, err := os.ReadFile(f)
					if err != nil {
						return nil, err
					}
					docs, err := reader.Read(f, data, reader.Options{Lang: "en"})
					if err != nil {
						return nil, err
					}
					state += string(data)
					if err := x.Add([]index.Entry{{Document: docs[0], Statements: claims.Extract(docs[0])}}); err != nil {
						return nil, err
					}
				}
				return &session.Opened{Archive: sources.NewArchive(x, nil), State: state}, nil
			},
			Model:  func() (*entail.Model, error) { return nil, nil },
			Policy: func(string) verify.Policy { return verify.Policy{} },
			Watch:  func() []string { return []string{d.dir} },
		}, nil
	}}), nil
}

func (d *desk) ask(method string, params, result any) {
	d.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := d.client.CallResult(ctx, method, params, result); err != nil {
		d.Fatalf("%s: %v", method, err)
	}
}

func (d *desk) tell(method string, params any) {
	d.Helper()
	if err := d.client.Notify(context.Background(), method, params); err != nil {
		d.Fatalf("%s: %v", method, err)
	}
}

type object = map[string]any

func (d *desk) openDraft(uri, text string) {
	d.Helper()
	d.tell("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
}

func (d *desk) change(uri string, version int, changes ...change) {
	d.Helper()
	d.tell("textDocument/didChange", object{"textDocument": object{"uri": uri, "version": version}, "contentChanges": changes})
}

func (d *desk) pull(uri, previous string) (r struct {
	Kind     string       `json:"kind"`
	ResultID string       `json:"resultId"`
	Items    []diagnostic `json:"items"`
}) {
	d.Helper()
	d.ask("textDocument/diagnostic", object{"textDocument": object{"uri": uri}, "previousResultId": previous}, &r)
	return r
}

// wait returns what the server says next by a method.
func (d *desk) wait(method string) json.RawMessage {
	d.Helper()
	for {
		select {
		case m := <-d.came:
			if m == method {
				d.mu.Lock()
				defer d.mu.Unlock()
				all := d.heard[m]
				return all[len(all)-1]
			}
		case <-time.After(30 * time.Second):
			d.Fatalf("the server did not say %s", method)
		}
	}
}

// told is diagnostics in short: the line, the columns, the rule.
func told(all []diagnostic) string {
	var out []string
	for _, x := range all {
		out = append(out, fmt.Sprintf("%d:%d-%d %s", x.Range.Start.Line, x.Range.Start.Character, x.Range.End.Character, x.Code))
	}
	return strings.Join(out, ", ")
}

const draft = "file:///drafts/a.md"

// A client that asks: diagnostics with their passages, the same again, and after a change.
func TestPull(t *testing.T) {
	d := newDesk(t, pulls)
	if d.root != d.dir {
		t.Errorf("the root is %q", d.root)
	}
	d.openDraft(draft, "The ferry carried 70 people to Bukavu on Tuesday.\n\nThe mayor of Goma opened the market on Monday.\n")
	first := d.pull(draft, "")
	if got := told(first.Items); got != "0:0-48 contradicted.number, 2:0-45 unsupported" {
		t.Errorf("found %s", got)
	}
	x := first.Items[0]
	if x.Severity != severityError || !strings.Contains(x.Message, "Kivu Courier, 3 April 2025: The ferry carried 40 people") || len(x.Related) != 1 {
		t.Fatalf("%+v", x)
	}
	if l := x.Related[0].Location; l.URI != uriOf(filepath.Join(d.dir, "courier.md")) || l.Range.Start != (position{5, 0}) {
		t.Errorf("the passage is at %+v", l)
	}
	if x.About == nil || !strings.Contains(x.About.Href, "rules.md#L") {
		t.Errorf("the rule's text is at %+v", x.About)
	}
	if again := d.pull(draft, first.ResultID); again.Kind != "unchanged" {
		t.Errorf("the same again is %s", again.Kind)
	}
	d.change(draft, 2, change{Range: &span{position{0, 18}, position{0, 20}}, Text: "40"})
	if got := told(d.pull(draft, first.ResultID).Items); got != "2:0-45 unsupported" {
		t.Errorf("with the right number: %s", got)
	}
}

// A client that does not know how to ask is told, also that nothing is wrong any more.
func TestPush(t *testing.T) {
	d := newDesk(t, takes)
	var p publishParams
	next := func() string {
		t.Helper()
		if err := json.Unmarshal(d.wait("textDocument/publishDiagnostics"), &p); err != nil {
			t.Fatal(err)
		}
		return told(p.Diagnostics)
	}
	d.openDraft(draft, "The ferry carried 70 people to Bukavu on Tuesday.\n")
	if got := next(); got != "0:0-48 contradicted.number" || p.URI != draft || p.Version != 1 {
		t.Errorf("opened: %s, %+v", got, p)
	}
	d.change(draft, 2, change{Text: "The ferry carried 40 people to Bukavu on Tuesday.\n"})
	if got := next(); got != "" || p.Version != 2 {
		t.Errorf("changed: %s", got)
	}
	d.change(draft, 3, change{Text: "The ferry carried 90 people to Bukavu on Tuesday.\n"})
	next()
	d.tell("textDocument/didClose", object{"textDocument": object{"uri": draft}})
	if got := next(); got != "" {
		t.Errorf("closed: %s", got)
	}
}

// Columns count what was agreed on.
func TestEncodings(t *testing.T) {
	for name, want := range map[string]string{`["utf-8","utf-16"]`: "0:0-55", `["utf-16"]`: "0:0-52", `["utf-32"]`: "0:0-51", `["utf-7"]`: "0:0-52"} {
		d := newDesk(t, `{"general":{"positionEncodings":`+name+`},"textDocument":{"diagnostic":{}}}`)
		d.openDraft(draft, "\U0001F6A2é The ferry carried 70 people to Bukavu on Tuesday.\n")
		if got := told(d.pull(draft, "").Items); got != want+" contradicted.number" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func (d *desk) at(method, uri string, line, column int, result any) {
	d.Helper()
	d.ask(method, object{"textDocument": object{"uri": uri}, "position": object{"line": line, "character": column}}, result)
}

// The card of a finding, and the way to its passage.
func TestLook(t *testing.T) {
	d := newDesk(t, pulls)
	d.openDraft(draft, "“The road is open to lorries,” said Amina Kavira.\n\nNothing.\n")
	var h *hover
	d.at("textDocument/hover", draft, 0, 9, &h)
	if h == nil || h.Contents.Kind != "markdown" {
		t.Fatalf("hover: %+v", h)
	}
	for _, want := range []string{"**altered.", "~~closed~~ **open**", "**Amina Kavira** contradicts: “The road", "said", "3 April 2025", "https://example.org/dam"} {
		if !strings.Contains(h.Contents.Value, want) {
			t.Errorf("no %q in the card:\n%s", want, h.Contents.Value)
		}
	}
	var places []location
	d.at("textDocument/definition", draft, 0, 9, &places)
	if len(places) == 0 || places[0].URI != uriOf(filepath.Join(d.dir, "courier.md")) || places[0].Range.Start.Line != 9 {
		t.Errorf("the passage: %+v", places)
	}
	h = nil
	d.at("textDocument/hover", draft, 2, 1, &h)
	if h != nil {
		t.Errorf("a card of nothing: %+v", h)
	}
}

// Each fix, applied, answers the finding that it is offered for; what does not is not
// offered.
func TestFixes(t *testing.T) {
	for _, c := range []struct{ name, draft, titles, after string }{
		{"the source's words", "“The road is open to lorries,” said Amina Kavira.\n", "Use the words of", "“The road is closed to lorries,” said Amina Kavira.\n"},
		{"what was cut", "“The dam will hold until Friday, and the families can go home,” said Paul Kasongo.\n", "Mark what was left out", "“The dam will hold until Friday, and the families […] can go home,” said Paul Kasongo.\n"},
		{"who said it", "“The road is closed to lorries,” said Paul Kasongo.\n", "Credit Amina Kavira", "“The road is closed to lorries,” said Amina Kavira.\n"},
		{"whom it was told", "“The school opens again on Monday,” Paul Kasongo told AFP.\n", "Credit Reuters", "“The school opens again on Monday,” Paul Kasongo told Reuters.\n"},
		{"a suppression", "The ferry carried 70 people to Bukavu on Tuesday.\n", "Suppress contradicted.number", "<!-- factcheck ignore contradicted.number: say why -->\nThe ferry carried 70 people to Bukavu on Tuesday.\n"},
		{"a suppression in a list", "- “Nobody was asked about the bridge,” said Amina Kavira.\n- The ferry carried 70 people to Bukavu on Tuesday.\n", "Suppress contradicted.number", ""},
	} {
		d := newDesk(t, pulls)
		d.openDraft(draft, c.draft)
		var all []codeAction
		d.ask("textDocument/codeAction", object{"textDocument": object{"uri": draft}, "range": span{position{0, 0}, position{9, 0}}, "context": object{"diagnostics": []any{}}}, &all)
		i := slices.IndexFunc(all, func(a codeAction) bool { return strings.HasPrefix(a.Title, c.titles) })
		if i < 0 {
			t.Errorf("%s: offered is %+v", c.name, all)
			continue
		}
		if slices.ContainsFunc(all, func(a codeAction) bool { return a.Title == "Credit Kivu Courier" }) {
			t.Errorf("%s: a paper that prints what was told to another: %+v", c.name, all)
		}
		b := newBuffer(c.draft, utf16)
		edit := all[i].Edit.Changes[draft][0]
		after := b.apply([]change{{&edit.Range, edit.Text}})
		if c.after != "" && after.text != c.after {
			t.Errorf("%s: %q", c.name, after.text)
		}
		d.change(draft, 2, change{Text: after.text})
		for _, x := range d.pull(draft, "").Items {
			if slices.ContainsFunc(all[i].Diagnostics, func(y diagnostic) bool { return x.Code == y.Code }) || x.Code == "unused" || x.Code == "directive" {
				t.Errorf("%s: still %s in %q", c.name, x.Code, after.text)
			}
		}
	}
}

// A text that comes into the archive counts, and the client is told to ask again.
func TestArchiveChanges(t *testing.T) {
	d := newDesk(t, pulls)
	d.openDraft(draft, "The mayor of Goma opened the market on Monday.\n")
	if got := told(d.pull(draft, "").Items); got != "0:0-45 unsupported" {
		t.Fatal(got)
	}
	d.write("okapi.md", "---\npublisher: Radio Okapi\n---\nThe mayor of Goma opened the market on Monday.\n")
	d.wait("workspace/diagnostic/refresh")
	if got := told(d.pull(draft, "").Items); got != "" {
		t.Errorf("after the text came: %s", got)
	}
}

// TestManyFilesChange: however often the archive changes, no more checks wait than drafts are open, and the server
// answers.
func TestManyFilesChange(t *testing.T) {
	d := newDesk(t, takes)
	for i := range 20 {
		d.openDraft(fmt.Sprintf("file:///drafts/%d.md", i), strings.Repeat("The ferry carried 40 people to Bukavu.\n\n", 200))
	}
	before := runtime.NumGoroutine()
	for range 400 {
		d.tell("workspace/didChangeWatchedFiles", object{"changes": []object{}})
	}
	d.ask("textDocument/hover", object{"textDocument": object{"uri": "file:///drafts/0.md"}, "position": position{}}, new(any))
	if n := runtime.NumGoroutine(); n > before+200 {
		t.Errorf("%d are at work, %d before", n, before)
	}
}

// What a paragraph further up changes is found when the writer rests.
func TestRested(t *testing.T) {
	d := newDesk(t, pulls)
	far := "\n\nThe market was full.\n\nThe rain had stopped.\n\n"
	d.openDraft(draft, "Paul Kasongo spoke."+far+"The mayor said: “The road is closed to lorries.”\n")
	first := d.pull(draft, "")
	d.change(draft, 2, change{Range: &span{position{0, 0}, position{0, 12}}, Text: "Amina Kavira"})
	d.pull(draft, first.ResultID)
	d.change(draft, 3, change{Range: &span{position{0, 0}, position{0, 12}}, Text: "Nobody"})
	was := d.pull(draft, "")
	time.Sleep(rested + 500*time.Millisecond)
	want := newDesk(t, pulls)
	want.openDraft(draft, "Nobody spoke."+far+"The mayor said: “The road is closed to lorries.”\n")
	if got, w := told(d.pull(draft, was.ResultID).Items), told(want.pull(draft, "").Items); got != w && d.pull(draft, was.ResultID).Kind != "unchanged" {
		t.Errorf("at rest: %s, and of the draft alone: %s", got, w)
	}
}

// Errors of the protocol, and the conversation goes on.
func TestErrors(t *testing.T) {
	d := newDesk(t, pulls)
	code := func(method string, params any) jrpc2.Code {
		_, err := d.client.Call(context.Background(), method, params)
		var e *jrpc2.Error
		if !errors.As(err, &e) {
			return 0
		}
		return e.Code
	}
	for _, c := range []struct {
		method string
		params any
		want   jrpc2.Code
	}{
		{"textDocument/nothing", nil, jrpc2.MethodNotFound},
		{"initialize", object{}, jrpc2.InvalidRequest},
		{"textDocument/diagnostic", object{"textDocument": object{"uri": draft}}, jrpc2.InvalidParams},
		{"textDocument/hover", object{"textDocument": 7}, jrpc2.InvalidParams},
		{"textDocument/hover", object{"position": object{"line": -1}}, jrpc2.InvalidParams},
	} {
		if got := code(c.method, c.params); got != c.want {
			t.Errorf("%s %v: %d, not %d", c.method, c.params, got, c.want)
		}
	}
	d.openDraft(draft, "The ferry carried 70 people to Bukavu on Tuesday.\n")
	d.change("file:///other.md", 2, change{Text: "x"})
	d.fails = index.ErrMissing
	if got := code("textDocument/diagnostic", object{"textDocument": object{"uri": draft}}); got != codeRequestFailed {
		t.Errorf("a missing archive: %d", got)
	}
	d.wait("window/showMessage")
	d.fails = fmt.Errorf("a.index: %w", index.ErrLocked)
	if got := code("textDocument/diagnostic", object{"textDocument": object{"uri": draft}}); got != codeServerCancelled {
		t.Errorf("a locked index: %d", got)
	}
	d.fails = nil
	if got := told(d.pull(draft, "").Items); got != "0:0-48 contradicted.number" {
		t.Errorf("at last: %s", got)
	}
	if _, err := d.client.Call(context.Background(), "shutdown", nil); err != nil {
		t.Error(err)
	}
	if got := code("textDocument/hover", object{}); got != jrpc2.InvalidRequest {
		t.Errorf("after shutdown: %d", got)
	}
	d.tell("exit", nil)
	if got := <-d.code; got != 0 {
		t.Errorf("the exit code is %d", got)
	}
}

// A request that is cancelled, and one whose text changes under it, end with the errors for
// that; the text as it is now is answered.
func TestCancelled(t *testing.T) {
	d := newDesk(t, pulls)
	d.hold, d.begun = make(chan struct{}), make(chan struct{}, 9)
	codes := make(chan jrpc2.Code, 1)
	ask := func() {
		_, err := d.client.Call(context.Background(), "textDocument/diagnostic", object{"textDocument": object{"uri": draft}})
		var e *jrpc2.Error
		if errors.As(err, &e) {
			codes <- e.Code
			return
		}
		codes <- 0
	}
	d.openDraft(draft, "The ferry carried 70 people to Bukavu on Tuesday.\n")
	go ask()
	<-d.begun
	d.change(draft, 2, change{Text: "The ferry carried 80 people to Bukavu on Tuesday.\n"})
	if got := <-codes; got != codeContentModified {
		t.Errorf("a text that changed: %d", got)
	}
	go ask()
	var got jrpc2.Code = -1
	for id := 0; got < 0; id = (id + 1) % 50 { // whichever it is
		d.tell("$/cancelRequest", object{"id": id})
		select {
		case got = <-codes:
			if got != codeCancelled {
				t.Errorf("cancelled: %d", got)
			}
			got = 0
		case <-time.After(time.Millisecond):
		}
	}
	close(d.hold)
	for got = -1; got != 0; got = <-codes { // a cancellation of an id to come may be under way still
		go ask()
	}
	if got := told(d.pull(draft, "").Items); got != "0:0-48 contradicted.number" {
		t.Errorf("the text as it is: %s", got)
	}
}

// A thousand drafts that are opened and closed leave nothing behind.
func TestThousand(t *testing.T) {
	d := newDesk(t, pulls)
	size := func(from, to int) uint64 {
		for i := from; i < to; i++ {
			uri := fmt.Sprintf("file:///drafts/%d.md", i)
			d.openDraft(uri, strings.Repeat(fmt.Sprintf("The ferry carried %d people to Bukavu.\n\n", i), 5))
			d.pull(uri, "")
			d.tell("textDocument/didClose", object{"textDocument": object{"uri": uri}})
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	size(0, 300)
	before := size(300, 500)
	after := size(500, 1500)
	t.Logf("%d KB after 500, %d KB after 1,500", before>>10, after>>10)
	if after > before+before/4+8<<20 {
		t.Errorf("1,000 drafts more take %d KB more than the %d KB before", (after-before)>>10, before>>10)
	}
}
