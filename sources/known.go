package sources

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/sources/index"
)

// What a text says follows from its bytes and from what is said of it, not from where it
// stands: a file that was moved, or an archive that was checked out elsewhere, has been
// read before. known are the texts of some indexes, by the sum of their bytes. An index of
// others is open only while it is asked, never while the own one is written: of two who
// fill an index and read the other's, each would wait for the other.
type known struct {
	own   committed               // nil: what is filled is no index of this machine
	paths []string                // of the indexes of others
	open  map[string]*index.Index // those that are open, by path
	texts map[[32]byte]knownText  // nil until somebody asks
}

// committed is what tells of the documents that it holds: index.Writer.
type committed interface {
	Committed() (*index.Index, error)
}

// A knownText is a document of an index.
type knownText struct {
	path string // of the index, empty for the writer's own
	id   string
}

// statements returns what a document says if an index holds its text, read by this
// program in the same way. What cannot be read there is not known.
func (k *known) statements(d *claims.Document) ([]claims.Statement, bool) {
	if k.texts == nil {
		k.list()
	}
	t, ok := k.texts[d.SHA256]
	if !ok || d.SHA256 == [32]byte{} {
		return nil, false
	}
	x, err := k.index(t.path)
	if err != nil {
		return nil, false
	}
	n, ok, err := x.Find(t.id)
	if err != nil || !ok {
		return nil, false
	}
	e, err := x.Entry(n)
	if err != nil || !saysAlike(e.Document, d) {
		return nil, false
	}
	return e.Statements, true
}

// index returns the index at a path, the writer's own for the empty one. It is open until release.
func (k *known) index(path string) (*index.Index, error) {
	switch {
	case path != "":
	case k.own != nil:
		return k.own.Committed()
	default:
		return nil, index.ErrMissing
	}
	if x := k.open[path]; x != nil {
		return x, nil
	}
	x, err := index.OpenWithin(path, 0) // who is written now is asked another time
	if err == nil {
		k.open[path] = x
	}
	return x, err
}

// release closes the indexes of others.
func (k *known) release() {
	for path, x := range k.open {
		x.Close()
		delete(k.open, path)
	}
}

// list lists the texts of the indexes that this program filled.
func (k *known) list() {
	k.texts = map[[32]byte]knownText{}
	for _, path := range append([]string{""}, k.paths...) {
		x, err := k.index(path)
		if err != nil {
			continue
		}
		if by, _, _ := strings.Cut(x.Note().Reading, " "); by != Reading {
			continue
		}
		x.Documents(func(d index.Info) bool { //nolint:errcheck // what cannot be read is not known
			k.texts[d.Document.SHA256] = knownText{path, d.Document.ID}
			return true
		})
	}
}

// saysAlike reports whether all that statements depend on is the same in two documents.
func saysAlike(a, b *claims.Document) bool {
	return a.Text == b.Text && slices.Equal(a.Blocks, b.Blocks) && a.SHA256 == b.SHA256 && a.Lang == b.Lang && a.Date == b.Date &&
		a.Publisher == b.Publisher && a.Author == b.Author && a.Speaker == b.Speaker && a.Title == b.Title && a.Subtitle == b.Subtitle && a.URL == b.URL
}
