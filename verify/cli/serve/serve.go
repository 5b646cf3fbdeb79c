package serve

import (
	"bytes"
	"crypto/subtle"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"factcheck/verify/session"
)

// Options are what the page works with.
type Options struct {
	Session  *session.Session
	Describe func(error) string // words an error for people
	Token    string             // without which nothing is answered
	Host     string             // address and port that the page is at
	Version  string
	Most     int64     // bytes of a draft
	Log      io.Writer // of faults
}

// A Server answers the page.
type Server struct {
	opt     Options
	busy    chan struct{}
	reports shown
}

const (
	mostAtOnce = 4                // answers that are worked out; others wait
	patience   = 30 * time.Second // that they wait
	mostField  = 16 << 10         // bytes of a quotation or a query
)

//go:embed assets
var assets embed.FS

// pagePolicy lets the page load its own style and script, speak to us and frame our reports.
const pagePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// New returns the page and what answers it.
func New(opt Options) http.Handler {
	s := &Server{opt: opt, busy: make(chan struct{}, mostAtOnce)}
	mux := http.NewServeMux()
	for path, file := range map[string][2]string{
		"GET /{$}":      {"page.html", "text/html; charset=utf-8"},
		"GET /page.css": {"page.css", "text/css; charset=utf-8"},
		"GET /page.js":  {"page.js", "text/javascript; charset=utf-8"},
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			data, err := assets.ReadFile("assets/" + file[0])
			if err != nil {
				panic(err)
			}
			w.Header().Set("Content-Type", file[1])
			w.Header().Set("Content-Security-Policy", pagePolicy)
			w.Write(data) //nolint:errcheck // the browser has gone
		})
	}
	mux.HandleFunc("GET /report/{id}", s.report)
	mux.HandleFunc("POST /api/check", s.api(opt.Most, s.check))
	mux.HandleFunc("GET /api/search", s.api(0, s.search))
	mux.HandleFunc("POST /api/quote", s.api(4*mostField, s.quote))
	mux.HandleFunc("GET /api/sources", s.api(0, s.sources))
	mux.HandleFunc("GET /api/schema", s.api(0, s.schema))
	return s.guard(http.NewCrossOriginProtection().Handler(mux))
}

// guard turns away whoever calls this machine by another name or comes from another page, and says of every answer
// that it is for this page alone.
func (s *Server) guard(next http.Handler) http.Handler {
	_, port, _ := net.SplitHostPort(s.opt.Host)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if r.Host != s.opt.Host && r.Host != "localhost:"+port {
			refuse(w, http.StatusForbidden, "this page is at http://"+s.opt.Host)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
			refuse(w, http.StatusForbidden, "another page asks")
			return
		}
		defer func() {
			if p := recover(); p != nil && p != http.ErrAbortHandler {
				fmt.Fprintf(s.opt.Log, "factcheck: error: a fault of factcheck: %v\n%s", p, debug.Stack())
				refuse(w, http.StatusInternalServerError, "a fault of factcheck: please report it")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// A problem is an answer that is none.
type problem struct {
	status int
	text   string
}

func (p *problem) Error() string { return p.text }

// api answers a request that has the token, when there is room: its body, of at most so many bytes, is there then,
// so that a slow sender keeps nobody waiting. The answer is written once it is whole.
func (s *Server) api(most int64, f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		given, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if subtle.ConstantTimeCompare([]byte(given), []byte(s.opt.Token)) != 1 {
			refuse(w, http.StatusUnauthorized, "open the address that factcheck serve has printed: its end is the key")
			return
		}
		if most > 0 {
			data, p := body(w, r, most)
			if p != nil { // said even where the connection is half closed: else it would be 200 and nothing
				refuse(w, p.status, p.text)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(data))
		}
		timer := time.NewTimer(patience)
		defer timer.Stop()
		select {
		case s.busy <- struct{}{}:
			defer func() { <-s.busy }()
		case <-r.Context().Done():
			return
		case <-timer.C:
			w.Header().Set("Retry-After", "5")
			refuse(w, http.StatusServiceUnavailable, "too much is asked at once: try again in a moment")
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		s.failed(w, r, f(w, r))
	}
}

// failed answers with an error, if it is one and somebody still waits.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	if err == nil || r.Context().Err() != nil {
		return
	}
	if p, ok := err.(*problem); ok {
		refuse(w, p.status, p.text)
		return
	}
	refuse(w, http.StatusUnprocessableEntity, s.opt.Describe(err))
}

// refuse answers with what is wrong.
func refuse(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": text}) //nolint:errcheck // the browser has gone
}
