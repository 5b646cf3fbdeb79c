package reader

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"

	"factcheck/claims"
)

// aRecord writes a record of a WARC.
func aRecord(kind, uri, more, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-20T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"+
		"Content-Type: application/http; msgtype=%s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, len(block), kind, more, len(block), block)
}

// answer writes what a server sends.
func answer(head, body string) string { return "HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n" + body }

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

const (
	warcInfo = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 10\r\n\r\nsoftware: \r\n\r\n"
	aPage    = `<html><head><title>Dam</title><meta property="article:published_time" content="2026-03-12"></head><body><article><p>The dam held all night, said Ines Dray.</p></article></body></html>`
)

// TestWARC guards which records are documents, in whatever way crawlers and servers packed
// them, and what is known of each.
func TestWARC(t *testing.T) {
	records := []string{
		warcInfo,
		aRecord("request", "http://mota.example/a", "", "GET /a HTTP/1.1\r\n\r\n"),
		aRecord("response", "http://mota.example/a", "", answer("Content-Type: text/html; charset=utf-8", aPage)),
		aRecord("response", "http://mota.example/b", "", answer("Content-Type: text/plain; charset=koi8-r", "\xe4\xc1")),
		aRecord("response", "http://mota.example/c", "", answer("Content-Type: text/plain\r\nTransfer-Encoding: chunked", "7\r\nThe dam\r\n6\r\n held.\r\n0\r\n\r\n")),
		aRecord("response", "http://mota.example/d", "", answer("Content-Type: text/plain\r\nContent-Encoding: gzip", gzipped("MBELI, March 12, 2026 (AFP) - It held."))),
		aRecord("response", "http://mota.example/e", "", strings.Replace(answer("Content-Type: text/plain\r\nContent-Encoding: gzip", "Unpacked before."), "HTTP/1.1", "HTTP/2", 1)),
		aRecord("response", "http://mota.example/f", "WARC-Truncated: length\r\n", answer("Content-Type: text/plain\r\nContent-Length: 99", "It was cut")),
		aRecord("response", "http://mota.example/g.png", "", answer("Content-Type: image/png", "\x89PNG")),
		aRecord("response", "http://mota.example/h", "", strings.Replace(answer("Content-Type: text/html", "no"), "200 OK", "404 Not Found", 1)),
		aRecord("revisit", "http://mota.example/a", "", answer("Content-Type: text/html", "")),
		aRecord("response", "http://mota.example/i", "", answer("Content-Type: text/plain", " ")),
	}
	var packed strings.Builder
	for _, r := range records {
		packed.WriteString(gzipped(r))
	}
	const want = `http://mota.example/a 2026-03-12 The dam held all night, said Ines Dray.
http://mota.example/b 2026-03-20 Да
http://mota.example/c 2026-03-20 The dam held.
http://mota.example/d 2026-03-12 It held.
http://mota.example/e 2026-03-20 Unpacked before.
http://mota.example/f 2026-03-20 It was cut
`
	for name, data := range map[string]string{"a.warc": strings.Join(records, ""), "a.warc.gz": packed.String(), "unnamed": gzipped(strings.Join(records, ""))} {
		docs, err := Read(name, []byte(data), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var one []*claims.Document
		unreadable, err := ReadWARC(name, strings.NewReader(data), Options{}, func(d *claims.Document) error { one = append(one, d); return nil })
		if err != nil || unreadable != nil || len(one) != len(docs) {
			t.Errorf("%s: %v, %v, %d one by one, %d at once", name, unreadable, err, len(one), len(docs))
			continue
		}
		got := ""
		for i, d := range docs {
			got += fmt.Sprintln(d.URL, d.Date, blocks(d))
			if d.ID != one[i].ID || d.ID[:len(name)] != name || d.SHA256 == [32]byte{} || len(d.Pieces) > 0 {
				t.Errorf("%s: %q, %q, %v", name, d.ID, one[i].ID, d.Pieces)
			}
		}
		if got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
		if !Packaged([]byte(data)) || !Readable("x.warc.gz") || Readable("x.tar.gz") {
			t.Errorf("%s: its kind is not told", name)
		}
	}
}

// TestWARCRefused guards that what is broken is told by its record, that the others are read,
// and that nothing makes a machine run out of memory.
func TestWARCRefused(t *testing.T) {
	fine := aRecord("response", "http://mota.example/a", "", answer("Content-Type: text/plain", "It held."))
	for _, c := range []struct {
		name, data, want string
		docs             int
	}{
		{"no HTTP", aRecord("response", "u", "", "what") + fine, "record 1: no answer of HTTP", 1},
		{"another packing", aRecord("response", "u", "", answer("Content-Type: text/html\r\nContent-Encoding: br", "x")) + fine, `record 1: packed by "br"`, 1},
		{"broken packing", aRecord("response", "u", "", answer("Content-Type: text/html\r\nContent-Encoding: deflate", "x")) + fine, "record 1: ", 1},
		{"shorter than it says", aRecord("response", "http://mota.example/b", "", answer("Content-Type: text/plain\r\nContent-Length: 99", "x")) + fine, "record 1: http://mota.example/b: unexpected EOF", 1},
		{"binary", aRecord("response", "u", "", answer("Content-Type: text/html", "a\x00b")) + fine, "record 1: a binary file", 1},
		{"a bomb in a page", aRecord("response", "u", "", answer("Content-Type: text/plain\r\nContent-Encoding: gzip", gzipped(strings.Repeat("a", longestPage+1)))) + fine, "record 1: u: larger", 1},
		{"a bomb", gzipped(fine + aRecord("response", "u", "", answer("Content-Type: image/png", strings.Repeat("\x00", freeGrowth+mostGrowth<<20)))), errGrows.Error(), 1},
		{"cut off", fine + fine[:len(fine)-6], "record 2: cut off", 2},
		{"cut off in its head", fine + "WARC/1.0\r\nWARC-Type", "record 2: not a WARC", 1},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + fine, "no Content-Length", 0},
		{"no record", fine + "what is this\r\n", "record 2: not a WARC", 1},
		{"an endless head", "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", longestFields), "record 1: cut off", 0},
		{"an endless line", "WARC/1.0\r\n" + strings.Repeat("a", 2*longestFields), "record 1: cut off", 0},
		{"a cut member", gzipped(fine + fine)[:len(gzipped(fine+fine))-12], "unexpected EOF", 2},
	} {
		docs, err := Read("a.warc", []byte(c.data), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), "a.warc: ") || !strings.Contains(err.Error(), c.want) || len(docs) != c.docs {
			t.Errorf("%s: %d documents, %v", c.name, len(docs), err)
		}
	}
	if _, err := Read("a.warc", []byte(warcInfo), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no page: %v", err)
	}
}

func FuzzWARC(f *testing.F) {
	f.Add(warcInfo + aRecord("response", "http://mota.example/a", "", answer("Content-Type: text/html", aPage)))
	f.Add(gzipped(aRecord("response", "u", "", answer("Content-Type: text/plain\r\nContent-Encoding: gzip", gzipped("It held.")))))
	f.Add(aRecord("response", "u", "WARC-Truncated: time\r\n", answer("Content-Type: text/plain\r\nTransfer-Encoding: chunked", "5\r\nab")))
	f.Fuzz(func(t *testing.T, src string) {
		docs, _ := Read("a.warc", []byte(src), Options{})
		for _, d := range docs {
			for _, b := range d.Blocks {
				if b.Start < 0 || b.End > len(d.Text) || b.Start >= b.End {
					t.Fatalf("block %v of %q", b, d.Text)
				}
			}
		}
	})
}
