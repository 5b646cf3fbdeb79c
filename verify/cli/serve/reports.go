package serve

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"sync"
)

// A shown holds the reports that pages show, the last of them.
type shown struct {
	mu    sync.Mutex
	pages []shownPage // the newest last
	bytes int
}

type shownPage struct {
	id   string
	data []byte
}

const (
	mostPages = 16
	mostBytes = 128 << 20
)

// put keeps a report and returns the end of its address, and the sum of its bytes.
func (x *shown) put(data []byte) (id, hash string) {
	id = rand.Text()
	sum := sha256.Sum256(data)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.pages = append(x.pages, shownPage{id, data})
	x.bytes += len(data)
	for len(x.pages) > 1 && (len(x.pages) > mostPages || x.bytes > mostBytes) {
		x.bytes -= len(x.pages[0].data)
		x.pages[0] = shownPage{}
		x.pages = x.pages[1:]
	}
	return id, hex.EncodeToString(sum[:8])
}

// get returns a report, nil if it is not kept any more.
func (x *shown) get(id string) []byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, p := range x.pages {
		if p.id == id {
			return p.data
		}
	}
	return nil
}

// report shows a report. The page has its own policy for what it loads; it has no origin, so
// that whatever runs in it is a stranger to us.
func (s *Server) report(w http.ResponseWriter, r *http.Request) {
	data := s.reports.get(r.PathValue("id"))
	if data == nil {
		refuse(w, http.StatusNotFound, "the report is no longer kept: check the draft again")
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'")
	w.Write(data) //nolint:errcheck // the browser has gone
}
