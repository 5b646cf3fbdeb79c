package serve

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"factcheck/sources/index"
	"factcheck/verify/report"
	"factcheck/verify/session/sessiontest"
)

const (
	courier = "---\npublisher: Kivu Courier\ndate: 2025-04-03\n---\nThe ferry carried 40 people to Bukavu on Tuesday.\n\n“The road is closed to lorries,” said Amina Kavira.\n"
	key     = "the key"
	wrong   = "The ferry carried 70 people to Bukavu on Tuesday.\n"
)

// A site is the page with an archive of one text.
type site struct {
	*testing.T
	at   string // http://127.0.0.1:port
	host string
	log  bytes.Buffer
}

func newSite(t *testing.T, fails error) *site {
	t.Helper()
	s := sessiontest.New(t, "courier.md", courier, fails)
	x := &site{T: t}
	srv := httptest.NewUnstartedServer(nil)
	x.host = srv.Listener.Addr().String()
	srv.Config.Handler = New(Options{Session: s, Token: key, Host: x.host, Most: 1 << 20, Log: &x.log, Describe: func(err error) string { return "described: " + err.Error() }})
	srv.Start()
	t.Cleanup(srv.Close)
	x.at = srv.URL
	return x
}

// ask sends a request with the key unless a header says otherwise.
func (x *site) ask(method, path, body string, headers ...string) (status int, answer string, h http.Header) {
	x.Helper()
	req, err := http.NewRequest(method, x.at+path, strings.NewReader(body))
	if err != nil {
		x.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+key)
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			req.Host = headers[i+1]
		}
		req.Header.Set(headers[i], headers[i+1])
	}
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		x.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		x.Fatal(err)
	}
	return r.StatusCode, string(data), r.Header
}

// What is asked, and what is answered; what is no question has its status and says why.
func TestAnswers(t *testing.T) {
	x := newSite(t, nil)
	for _, c := range []struct {
		method, path, body string
		status             int
		want               string
	}{
		{"GET", "/", "", 200, `<textarea id="draft"`},
		{"GET", "/page.js", "", 200, "sessionStorage"},
		{"POST", "/api/check", wrong, 200, `"rule": "contradicted.number"`},
		{"POST", "/api/check?name=a.html", "<p>" + wrong + "</p>", 200, `"file": "a.html"`},
		{"POST", "/api/check?name=../../etc/passwd.md", wrong, 200, `"file": "passwd.md"`},
		{"POST", "/api/check?strict=1", "The mayor of Goma opened the market on Monday.\n", 200, `"level": "error"`},
		{"POST", "/api/check?date=Friday", wrong, 400, "error"},
		{"POST", "/api/check?lang=de", wrong, 400, "en or fr"},
		{"POST", "/api/check", "", 400, "nothing was sent"},
		{"POST", "/api/check?name=a.pdf", "%PDF-1.7 broken", 422, "described: "},
		{"POST", "/api/check", strings.Repeat("a", 2<<20), 413, "longer than 1 MB"},
		{"GET", "/api/check", "", 405, ""},
		{"GET", "/api/search?q=ferry+to+Bukavu", "", 200, `"publisher":"Kivu Courier"`},
		{"GET", "/api/search?q=", "", 400, "nothing is looked for"},
		{"GET", "/api/search?q=" + strings.Repeat("a", 20_000), "", 413, "longer than"},
		{"POST", "/api/quote", `{"words":"“The road is open to lorries”","by":"kavira"}`, 200, `"verdict": "altered"`},
		{"POST", "/api/quote", `{"words":7}`, 400, "the body is"},
		{"POST", "/api/quote", `{"words":" “” "}`, 400, "no words"},
		{"GET", "/api/sources", "", 200, `"name":"Kivu Courier"`},
		{"GET", "/api/sources?name=kav", "", 200, `"name":"Amina Kavira"`},
		{"GET", "/report/nobody", "", 404, "no longer kept"},
		{"GET", "/nothing", "", 404, ""},
	} {
		status, got, h := x.ask(c.method, c.path, c.body)
		if status != c.status || !strings.Contains(got, c.want) {
			t.Errorf("%s %.60s: %d, not %d, or no %q in %.400s", c.method, c.path, status, c.status, c.want, got)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s %.60s: headers %v", c.method, c.path, h)
		}
	}
}

// TestSlow: who sends slowly, or says that he will send more than is taken, keeps nobody waiting.
func TestSlow(t *testing.T) {
	x := newSite(t, nil)
	send := func(length int64) net.Conn {
		c, err := net.Dial("tcp", x.host)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		fmt.Fprintf(c, "POST /api/check HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\nThe ferry", x.host, key, length)
		return c
	}
	for range 2 * mostAtOnce {
		send(100)
	}
	long := send(1 << 40)
	if line, err := bufio.NewReader(long).ReadString('\n'); err != nil || !strings.Contains(line, "413") {
		t.Errorf("a terabyte: %q, %v", line, err)
	}
	short := send(100)
	short.(*net.TCPConn).CloseWrite()
	if line, err := bufio.NewReader(short).ReadString('\n'); err != nil || !strings.Contains(line, "400") {
		t.Errorf("broken off: %q, %v", line, err)
	}
	if status, got, _ := x.ask("GET", "/api/search?q=ferry", ""); status != 200 {
		t.Errorf("beside slow ones: %d, %s", status, got)
	}
}

// Who may ask: the page of this address with the key, and nobody else.
func TestGuard(t *testing.T) {
	x := newSite(t, nil)
	_, port, _ := strings.Cut(x.host, ":")
	for _, c := range []struct {
		name    string
		path    string
		headers []string
		status  int
	}{
		{"the page", "/api/sources", nil, 200},
		{"the page as localhost", "/api/sources", []string{"Host", "localhost:" + port}, 200},
		{"no key", "/api/sources", []string{"Authorization", ""}, 401},
		{"another key", "/api/sources", []string{"Authorization", "Bearer the kez"}, 401},
		{"another name", "/api/sources", []string{"Host", "example.org:" + port}, 403},
		{"another name of the page", "/", []string{"Host", "example.org"}, 403},
		{"another port", "/", []string{"Host", "127.0.0.1:1"}, 403},
		{"this origin", "/api/sources", []string{"Origin", "http://" + x.host}, 200},
		{"another origin", "/api/sources", []string{"Origin", "https://example.org"}, 403},
		{"no origin, as of a report", "/api/sources", []string{"Origin", "null"}, 403},
	} {
		if status, got, _ := x.ask("GET", c.path, "", c.headers...); status != c.status {
			t.Errorf("%s: %d, not %d: %s", c.name, status, c.status, got)
		}
	}
	if status, _, _ := x.ask("POST", "/api/check", wrong, "Origin", "https://example.org"); status != 403 {
		t.Errorf("another origin: %d", status)
	}
	if status, _, _ := x.ask("POST", "/api/check", wrong, "Sec-Fetch-Site", "cross-site"); status != 403 {
		t.Errorf("another site: %d", status)
	}
	_, _, h := x.ask("GET", "/", "")
	if p := h.Get("Content-Security-Policy"); strings.Contains(p, "unsafe") || !strings.Contains(p, "default-src 'none'") {
		t.Errorf("the policy of the page: %s", p)
	}
}

// The report of a page is the HTML report, without an origin; the last are kept.
func TestReports(t *testing.T) {
	x := newSite(t, nil)
	var first struct{ ID, Hash, Summary string }
	_, got, _ := x.ask("POST", "/api/check?format=page", wrong)
	if err := json.Unmarshal([]byte(got), &first); err != nil || !strings.Contains(first.Summary, "1 error") {
		t.Fatal(got, err)
	}
	status, page, h := x.ask("GET", "/report/"+first.ID, "", "Authorization", "")
	if status != 200 || !strings.Contains(page, "contradicted") || !strings.HasPrefix(h.Get("Content-Security-Policy"), "sandbox allow-scripts ") || strings.Contains(h.Get("Content-Security-Policy"), "allow-same-origin") {
		t.Errorf("the report: %d, %v", status, h)
	}
	if _, again, _ := x.ask("POST", "/api/check?format=page&kept=1", wrong); !strings.Contains(again, first.Hash) || strings.Contains(again, first.ID) {
		t.Errorf("the same draft again: %s", again)
	}
	if _, none, _ := x.ask("POST", "/api/check?format=page", "What a day it was! Why not?\n"); !strings.Contains(none, "Nothing was checked") {
		t.Errorf("a draft without a statement: %s", none)
	}
	for range mostPages {
		x.ask("POST", "/api/check?format=page", wrong)
	}
	if status, _, _ := x.ask("GET", "/report/"+first.ID, ""); status != 404 {
		t.Errorf("a report of long ago: %d", status)
	}
	var s shown
	for range 5 {
		s.put(make([]byte, mostBytes/2))
	}
	if len(s.pages) != 2 || s.bytes > mostBytes {
		t.Errorf("%d reports of %d bytes are kept", len(s.pages), s.bytes)
	}
}

// The JSON has the published schema.
func TestSchema(t *testing.T) {
	x := newSite(t, nil)
	_, schema, _ := x.ask("GET", "/api/schema", "")
	if schema != report.JSONSchema {
		t.Fatal("another schema than the published one")
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ := x.ask("POST", "/api/check", wrong)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(v); err != nil {
		t.Error(err)
	}
}

// Many at once are all answered, and an archive that is not there is an answer too.
func TestMany(t *testing.T) {
	x := newSite(t, nil)
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			draft := fmt.Sprintf("The ferry carried %d people to Bukavu on Tuesday.\n", 50+i)
			if status, got, _ := x.ask("POST", "/api/check", draft); status != 200 || !strings.Contains(got, "contradicted") {
				t.Errorf("%d: %d %.200s", i, status, got)
			}
		})
	}
	wg.Wait()
	for _, err := range []error{index.ErrMissing, index.ErrLocked} {
		if status, got, _ := newSite(t, err).ask("POST", "/api/check", wrong); status != 422 || !strings.Contains(got, "described: "+err.Error()) {
			t.Errorf("%v: %d %s", err, status, got)
		}
	}
}

// A fault is an answer, and what it was goes to the log.
func TestFault(t *testing.T) {
	x := newSite(t, nil)
	s := &Server{opt: Options{Host: x.host, Log: &x.log}}
	w := httptest.NewRecorder()
	r := httptest.NewRequest("GET", "http://"+x.host+"/", nil)
	s.guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a fault") })).ServeHTTP(w, r)
	if w.Code != 500 || strings.Contains(w.Body.String(), "goroutine") || !strings.Contains(x.log.String(), "goroutine") {
		t.Errorf("%d %s; %s", w.Code, w.Body.String(), x.log.String())
	}
}
