package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"factcheck/sources/index"
)

// newProject makes a folder with settings, an archive and nothing else, and goes there.
func newProject(t *testing.T, settings string) string {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	dir := t.TempDir()
	for name, text := range map[string]string{
		".factcheck.yaml":    settings,
		"archive/courier.md": "---\npublisher: Kivu Courier\n---\nThe ferry carried 40 people to Bukavu on Tuesday.\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// An editor is the client of factcheck lsp. It reads what the server says at once, as editors
// do: a server that writes to nobody hears nothing either.
type editor struct {
	*testing.T
	in    io.WriteCloser
	heard chan []byte // the messages of the server, closed behind the last
	n     int
}

func newEditor(t *testing.T, args ...string) (*editor, chan int) {
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- Main(append([]string{"factcheck", "lsp"}, args...), in, out, io.Discard)
		out.Close()
	}()
	e := &editor{T: t, in: toServer, heard: make(chan []byte, 1000)}
	go e.listen(bufio.NewReader(fromServer))
	return e, code
}

// listen reads the messages of the server until there are no more.
func (e *editor) listen(from *bufio.Reader) {
	defer close(e.heard)
	for {
		var size int
		if _, err := fmt.Fscanf(from, "Content-Length: %d\r\n\r\n", &size); err != nil {
			return
		}
		body := make([]byte, size)
		if _, err := io.ReadFull(from, body); err != nil {
			return
		}
		e.heard <- body
	}
}

func (e *editor) send(message string) {
	fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(message), message)
}

// ask sends a request and returns what answers it.
func (e *editor) ask(method, params string) string {
	e.Helper()
	e.n++
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":%q,"params":%s}`, e.n, method, params))
	for body := range e.heard {
		var m struct {
			ID     int             `json:"id"`
			Result json.RawMessage `json:"result"`
			Error  json.RawMessage `json:"error"`
		}
		if err := json.Unmarshal(body, &m); err != nil {
			e.Fatal(err)
		}
		if m.ID == e.n && (m.Result != nil || m.Error != nil) {
			return string(m.Result) + string(m.Error)
		}
	}
	e.Fatalf("no answer to %s", method)
	return ""
}

// The server finds its archive and its levels as verify does in the folder of the project,
// accepts what the baseline accepts, and reads the settings again when they change.
func TestLsp(t *testing.T) {
	dir := newProject(t, "version: 1\narchive: [archive/**]\nrules: {contradicted: warning}\n")
	t.Chdir(t.TempDir())
	e, code := newEditor(t)
	uri := "file://" + filepath.ToSlash(dir)
	e.ask("initialize", `{"rootUri":"`+uri+`","capabilities":{"textDocument":{"diagnostic":{}}}}`)
	e.send(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"` + uri + `/draft.md","languageId":"markdown","version":1,"text":"The ferry carried 70 people to Bukavu on Tuesday.\n"}}}`)
	pull := func() string {
		e.Helper()
		return e.ask("textDocument/diagnostic", `{"textDocument":{"uri":"`+uri+`/draft.md"}}`)
	}
	if got := pull(); !strings.Contains(got, `"code":"contradicted.number"`) || !strings.Contains(got, `"severity":2`) || !strings.Contains(got, "/archive/courier.md") {
		t.Errorf("a wrong number: %s", got)
	}
	draft := filepath.Join(dir, "draft.md")
	if err := os.WriteFile(draft, []byte("The ferry carried 70 people to Bukavu on Tuesday.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := Main([]string{"factcheck", "baseline", "create", "draft.md", "-q"}, strings.NewReader(""), io.Discard, io.Discard); got != 0 {
		t.Fatalf("baseline create exits with %d", got)
	}
	e.send(`{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}`)
	if got := pull(); strings.Contains(got, "contradicted") {
		t.Errorf("what was accepted: %s", got)
	}
	if err := os.WriteFile(filepath.Join(dir, ".factcheck.yaml"), []byte("version: 1\narchiv: [archive/**]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.send(`{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}`)
	if got := pull(); !strings.Contains(got, "-32803") || !strings.Contains(got, `archiv`) {
		t.Errorf("settings with a mistake: %s", got)
	}
	e.ask("shutdown", "null")
	e.send(`{"jsonrpc":"2.0","method":"exit"}`)
	if got := <-code; got != 0 {
		t.Errorf("exit code %d", got)
	}
}

// A text of the archive that a definition leads to is no draft: nothing stands in it. Where the
// settings do not say what the drafts are, it may be one.
func TestLspArchive(t *testing.T) {
	for settings, want := range map[string]bool{
		"version: 1\narchive: [archive/**]\ndrafts: [\"*.md\"]\n":           false,
		"version: 1\narchive: [archive/**]\n":                               true,
		"version: 1\narchive: [archive/**]\ndrafts: [archive/courier.md]\n": true,
	} {
		dir := newProject(t, settings)
		t.Chdir(t.TempDir())
		e, _ := newEditor(t)
		uri := "file://" + filepath.ToSlash(dir)
		e.ask("initialize", `{"rootUri":"`+uri+`","capabilities":{"textDocument":{"diagnostic":{}}}}`)
		e.send(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"` + uri + `/archive/courier.md","version":1,"text":"The ferry carried 70 people to Bukavu on Tuesday.\n"}}}`)
		got := e.ask("textDocument/diagnostic", `{"textDocument":{"uri":"`+uri+`/archive/courier.md"}}`)
		if found := strings.Contains(got, `"code"`); found != want {
			t.Errorf("%s: %s", settings, got)
		}
	}
}

// An index that somebody else writes is no fault of the draft: the editor is told to ask again.
func TestLspLocked(t *testing.T) {
	t.Chdir(newProject(t, "version: 1\narchive: [archive/**]\nindex: own.index\n"))
	writer, err := index.OpenForWriting("own.index", time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	e, _ := newEditor(t, "--lock-timeout", "100ms")
	e.ask("initialize", `{"capabilities":{"textDocument":{"diagnostic":{}}}}`)
	e.send(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a.md","version":1,"text":"The ferry carried 70 people to Bukavu on Tuesday.\n"}}}`)
	if got := e.ask("textDocument/diagnostic", `{"textDocument":{"uri":"untitled:a.md"}}`); !strings.Contains(got, "-32802") || !strings.Contains(got, `"retriggerRequest":true`) {
		t.Errorf("an index in use: %s", got)
	}
}

// An editor that goes away without a shutdown leaves the exit code of the protocol, on a broken
// stream too, which is told.
func TestLspLost(t *testing.T) {
	for sent, told := range map[string]bool{"": false, "Content-Length: 2\r\n\r\n{": true} {
		var out, said strings.Builder
		c := newConsole(context.Background(), strings.NewReader(sent), &out, &said)
		if code := c.exit(c.run([]string{"factcheck", "lsp"})); code != exitLost || out.Len() > 0 || told != (said.Len() > 0) {
			t.Errorf("%q: exit code %d, %q, %q", sent, code, out.String(), said.String())
		}
	}
}

// A bad flag is told before there is a client.
func TestLspUsage(t *testing.T) {
	t.Chdir(newProject(t, "version: 1\n"))
	for _, args := range [][]string{{"lsp", "draft.md"}, {"lsp", "--nothing"}} {
		var out, told strings.Builder
		c := newConsole(context.Background(), strings.NewReader(""), &out, &told)
		if code := c.exit(c.run(append([]string{"factcheck"}, args...))); code != exitFailed || out.Len() > 0 || told.Len() == 0 {
			t.Errorf("%v: exit code %d, %q, %q", args, code, out.String(), told.String())
		}
	}
}

// An assistant is answered under the settings of the folder, and only this machine may ask.
func TestMcp(t *testing.T) {
	t.Chdir(newProject(t, "version: 1\narchive: [archive/**]\nrules: {contradicted: warning}\n"))
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	code := make(chan int, 1)
	go func() { code <- Main([]string{"factcheck", "mcp"}, in, out, io.Discard) }()
	go io.WriteString(toServer, `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"verify","arguments":{"text":"The ferry carried 70 people to Bukavu on Tuesday."}}}
`)
	r := bufio.NewReader(fromServer)
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(line, `"id":2`) {
			if !strings.Contains(line, `"level":"warning"`) || !strings.Contains(line, "contradicted.number") {
				t.Errorf("a wrong number: %s", line)
			}
			break
		}
	}
	toServer.Close()
	if got := <-code; got != 0 {
		t.Errorf("exit code %d", got)
	}
	for _, address := range []string{"0.0.0.0:0", ":8080", "example.org:80", "127.0.0.1", "192.168.1.1:0"} {
		var told strings.Builder
		if got := Main([]string{"factcheck", "mcp", "--http", address}, strings.NewReader(""), io.Discard, &told); got != exitFailed || !strings.Contains(told.String(), "no address of this machine alone") {
			t.Errorf("%s: exit code %d, %s", address, got, told.String())
		}
	}
}

// The page is at the address that is printed, and an interrupt ends it.
func TestServe(t *testing.T) {
	t.Chdir(newProject(t, "version: 1\narchive: [archive/**]\n"))
	from, out := io.Pipe()
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	code := make(chan int, 1)
	go func() {
		c := newConsole(ctx, strings.NewReader(""), out, io.Discard)
		code <- c.exit(c.run([]string{"factcheck", "serve"}))
	}()
	address, err := bufio.NewReader(from).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	at, key, _ := strings.Cut(strings.TrimSpace(address), "/#")
	req, err := http.NewRequest("POST", at+"/api/check", strings.NewReader("The ferry carried 70 people to Bukavu on Tuesday.\n"))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+key)
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if data, _ := io.ReadAll(r.Body); r.StatusCode != 200 || !strings.Contains(string(data), "contradicted.number") {
		t.Errorf("%d: %s", r.StatusCode, data)
	}
	interrupt()
	if got := <-code; got != exitInterrupted {
		t.Errorf("interrupted, it ends with %d", got)
	}
}
