package reader

import (
	"testing"

	"factcheck/claims"
)

// A feed of thousands of items is hashed once, not once an item.
func TestDigestOnce(t *testing.T) {
	f := &file{path: "a.rss", data: []byte("one")}
	first := f.digest()
	f.data = nil
	d := &claims.Document{Text: "The bridge was closed."}
	if complete(d, f, Options{}); d.SHA256 != first {
		t.Errorf("the file is hashed again for the next document: %x", d.SHA256)
	}
}
