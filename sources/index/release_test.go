package index

import (
	"path/filepath"
	"testing"
	"time"

	"factcheck/claims"
	"factcheck/claims/date"
)

// versions are those of one item, each with another sentence.
func versions() []Entry {
	first := document("urn:1", "", "The first pier is open.")
	second := document("urn:1", "", "The second pier is open.")
	third := document("urn:1", "", "The third pier is open.")
	first.Document.Release = claims.Release{Version: 1, Sent: -100}
	second.Document.Release = claims.Release{Version: 2, Sent: 1 << 40, Embargo: date.Of(2026, 3, 14)}
	third.Document.Release = claims.Release{Sent: 1<<40 + 1, Withdrawn: true}
	return []Entry{first, second, third}
}

// TestLatestVersion guards that the latest version of an item counts, in whatever order and
// batches they are added, in memory and in a file, and that what was withdrawn is not found.
func TestLatestVersion(t *testing.T) {
	all := versions()
	for _, c := range []struct {
		name  string
		order []int // of those that are added; the last alone, the others together
		holds int
	}{
		{"rising", []int{0, 1}, 1}, {"falling", []int{1, 0}, 1}, {"withdrawn last", []int{0, 1, 2}, 2}, {"withdrawn first", []int{2, 1, 0}, 2}, {"between", []int{0, 2, 1}, 2},
	} {
		var batches [2][]Entry
		last := len(c.order) - 1
		for _, k := range c.order[:last] {
			batches[0] = append(batches[0], all[k])
		}
		batches[1] = []Entry{all[c.order[last]]}
		x := Memory()
		path := filepath.Join(t.TempDir(), "a.index")
		w, err := OpenForWriting(path, time.Second)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range batches {
			if err := x.Add(b); err != nil {
				t.Fatal(err)
			}
			if _, err := w.Add(b); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Commit(); err != nil {
			t.Fatal(err)
		}
		w.Close()
		y, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []*Index{x, y} {
			n, ok, err := x.Find("urn:1")
			if err != nil || !ok {
				t.Fatalf("%s: %v %v", c.name, ok, err)
			}
			e, err := x.Entry(n)
			if err != nil || e.Document.Release != all[c.holds].Document.Release || e.Document.Text != all[c.holds].Document.Text {
				t.Errorf("%s: %+v %v", c.name, e.Document, err)
			}
			hits, err := x.Search(Query{Text: "the pier is open"}, 5)
			documents, _, _ := x.Newest()
			if gone := e.Document.Release.Withdrawn; err != nil || gone != (len(hits) == 0) || gone != (documents == 0) || gone != (len(e.Statements) == 0) {
				t.Errorf("%s: hits %v, %d documents, statements %v, %v", c.name, hits, documents, e.Statements, err)
			}
		}
		y.Close()
	}
}

// TestAfter guards which of two versions is the later.
func TestAfter(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new claims.Release
		later    bool
	}{
		{"by number", claims.Release{Version: 1, Sent: 9}, claims.Release{Version: 2, Sent: 1}, true},
		{"by time", claims.Release{Sent: 1}, claims.Release{Version: 1, Sent: 2}, true},
		{"withdrawn", claims.Release{Sent: 1}, claims.Release{Sent: 1, Withdrawn: true}, true},
		{"the same", claims.Release{Version: 1}, claims.Release{Version: 1, Embargo: 1}, false},
		{"nothing known", claims.Release{}, claims.Release{Version: 3, Sent: 1}, false},
	} {
		if c.new.After(c.old) != c.later || c.old.After(c.new) {
			t.Errorf("%s: %v, %v", c.name, c.new.After(c.old), c.old.After(c.new))
		}
	}
}
