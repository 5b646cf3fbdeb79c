package report

import (
	"bytes"
	"strings"
	"testing"

	"factcheck/fixtures/growth"
)

func TestPosition(t *testing.T) {
	for _, c := range []struct {
		name, data string
		offset     int
		want       Position
	}{
		{"first byte", "ab\ncd", 0, Position{1, 1}},
		{"after a line end", "ab\ncd", 3, Position{2, 1}},
		{"end of the file", "ab\ncd", 5, Position{2, 3}},
		{"beyond the file", "ab\ncd", 99, Position{2, 3}},
		{"before the file", "ab", -1, Position{1, 1}},
		{"CR LF is one line end", "ab\r\ncd", 4, Position{2, 1}},
		{"CR alone is one", "ab\rcd", 3, Position{2, 1}},
		{"code points, not bytes", "é€😀x", 9, Position{1, 4}},
		{"a byte-order mark is no column", "\xef\xbb\xbfab", 4, Position{1, 2}},
		{"in the byte-order mark", "\xef\xbb\xbfab", 1, Position{1, 1}},
		{"Windows-1252: a byte a column", "caf\xe9 \x93x\x94", 6, Position{1, 7}},
		{"UTF-16 LE", "\xff\xfea\x00\n\x00b\x00c\x00", 8, Position{2, 2}},
		{"UTF-16 BE", "\xfe\xff\x00a\x00\n\x00b\x00c", 8, Position{2, 2}},
		{"UTF-16: a pair is one column", "\xff\xfe\x3d\xd8\x00\xdex\x00", 6, Position{1, 2}},
		{"empty file", "", 0, Position{1, 1}},
	} {
		if got := newLines([]byte(c.data)).position(c.offset); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Many places on one very long line are found in time that does not grow with
// the square of its length.
func TestPositionOnLongLine(t *testing.T) {
	growth.Linear(t, 100_000, func(n int) {
		data := []byte(strings.Repeat("“word” ", n))
		l := newLines(data)
		for at := 0; at < len(data); at += 11 {
			if got, want := l.position(at).Column, 7*(at/11)+1; got != want {
				t.Fatalf("at byte %d: column %d, want %d", at, got, want)
			}
		}
	})
}

// Positions never fail and never go backwards.
func FuzzPosition(f *testing.F) {
	f.Add([]byte("ab\r\nc\xc3\xa9\n"), 3)
	f.Add([]byte("\xff\xfea\x00\n"), 4)
	f.Fuzz(func(t *testing.T, data []byte, at int) {
		l := newLines(data)
		p, q := l.position(at), l.position(min(at, len(data))+1)
		if p.Line < 1 || p.Column < 1 || q.Line < p.Line || q.Line == p.Line && q.Column < p.Column {
			t.Errorf("%v then %v", p, q)
		}
		if n := bytes.Count(data, []byte("\n")); l.unit == 1 && len(l.starts) < n+1 {
			t.Errorf("%d lines for %d line ends", len(l.starts), n)
		}
	})
}
