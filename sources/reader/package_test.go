package reader

import (
	"strings"
	"testing"
	"unicode/utf8"

	"factcheck/claims"
)

// read1 reads the one document of a file or fails.
func read1(t *testing.T, path string, data []byte) *claims.Document {
	t.Helper()
	docs, err := Read(path, data, Options{})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%s: %d documents, %v", path, len(docs), err)
	}
	checkPackaged(t, docs)
	return docs[0]
}

// kinds returns the kinds and texts of d's blocks, separated by |.
func kinds(d *claims.Document) string {
	var b []string
	for _, s := range d.Blocks {
		b = append(b, string(rune('0'+s.Kind))+" "+s.In(d.Text))
	}
	return strings.Join(b, "|")
}

// checkPackaged checks what holds of every document that is no text byte for byte.
func checkPackaged(t *testing.T, docs []*claims.Document) {
	t.Helper()
	for _, d := range docs {
		at := 0
		for _, b := range d.Blocks {
			if b.Start < at || b.End <= b.Start || b.End > len(d.Text) || strings.TrimSpace(b.In(d.Text)) != b.In(d.Text) {
				t.Fatalf("block %v after %d in %q", b, at, d.Text)
			}
			at = b.End
		}
		if d.ID == "" || !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title) {
			t.Fatalf("no ID, or text that is not UTF-8: %q, %q", d.Title, d.Text)
		}
	}
}
