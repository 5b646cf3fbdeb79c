package opensearch

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"

	"factcheck/claims"
	"factcheck/sources/index"
)

// A Writer takes documents into an archive on a cluster, and out of it. Any number of writers
// may be at work at once, on any machines.
//
// A document is one record, and its passages beside it, of which each names the writing that
// it belongs to. A writing is: a note of what is about to be written (the batch), the new
// passages, the record that names them, the end of the old passages, the end of the note. The
// record is what counts. It is written only over what the writer has read, so that of two who
// write one document the later reads what the earlier wrote and decides anew. Whoever is
// killed on the way leaves passages that no record names: they lead nowhere, and the note
// leads the next writer to them (sweep.go).
type Writer struct {
	ctx     context.Context
	c       *client
	is      *state // nil: there is no index yet
	note    index.Note
	known   map[string]held
	refused []error
	Told    func(message string) // called with what keeps the writer waiting, if set
}

// held is what the cluster holds of a document.
type held struct {
	there   bool
	seq     int64
	term    int64
	state   string
	made    string
	units   int
	release claims.Release
}

// OpenForWriting opens the archive at an address for writing. The index is made with the first
// document.
func OpenForWriting(ctx context.Context, addr *Address, who Credentials) (*Writer, error) {
	c, err := dial(ctx, addr, who)
	if err != nil {
		return nil, err
	}
	w := &Writer{ctx: ctx, c: c, known: map[string]held{}}
	w.is, err = c.look(ctx)
	switch {
	case errors.Is(err, index.ErrMissing):
		return w, nil
	case err == nil:
		w.note.Reading = w.is.Reading
		err = w.sweep()
	}
	if err != nil {
		w.Close() //nolint:errcheck // the error at hand says more
		return nil, err
	}
	return w, nil
}

// Note says which reading found the statements.
func (w *Writer) Note() index.Note { return w.note }

// Mark sets what Note says. It is written with the next document.
func (w *Writer) Mark(n index.Note) { w.note = n }

// Close gives up what is open. What was added is there.
func (w *Writer) Close() error { return w.c.close() }

// Empty reports whether the archive holds no document.
func (w *Writer) Empty() (bool, error) {
	if w.is == nil {
		return true, nil
	}
	if err := w.c.refresh(w.ctx); err != nil {
		return false, err
	}
	a, err := w.c.search(w.ctx, object{"size": 1, "track_total_hits": false, "_source": false, "query": ofKind(kindDocument)})
	return err == nil && len(a.Hits.Hits) == 0, err
}

// Holds reports, for each document, whether the archive holds it as it is, or a later version
// of it. What it learns is remembered until the document is written.
func (w *Writer) Holds(documents []*claims.Document) ([]bool, error) {
	ids := make([]string, len(documents))
	for i, d := range documents {
		ids[i] = d.ID
	}
	if err := w.learn(ids); err != nil {
		return nil, err
	}
	there := make([]bool, len(documents))
	for i, d := range documents {
		there[i] = w.known[keyOf(d.ID)].serves(d)
	}
	return there, nil
}

// serves reports whether what is held makes a document needless.
func (h held) serves(d *claims.Document) bool {
	return h.there && (h.state == stateOf(d) || h.release.After(d.Release))
}

func stateOf(d *claims.Document) string {
	sum := index.StateOf(&index.Entry{Document: d})
	return hex.EncodeToString(sum[:])
}

// mostKnown is how many documents a writer remembers.
const mostKnown = 100_000

// learn asks what the cluster holds of documents.
func (w *Writer) learn(ids []string) error {
	if len(w.known) > mostKnown {
		w.known = map[string]held{}
	}
	var ask []ref
	for _, id := range ids {
		k := keyOf(id)
		if _, ok := w.known[k]; !ok {
			ask = append(ask, ref{k, k})
			w.known[k] = held{}
		}
	}
	if w.is == nil {
		return nil
	}
	return w.read(ask)
}

// read asks what the cluster holds under keys now.
func (w *Writer) read(ask []ref) error {
	got, err := w.c.fetch(w.ctx, ask, "state,made,units,release")
	if err != nil {
		for _, r := range ask {
			delete(w.known, r.ID)
		}
		return err
	}
	for i, d := range got {
		h := held{there: d.Found, seq: d.Seq, term: d.Term}
		if d.Found {
			r, err := recordIn(d.ID, d.Source)
			if err != nil {
				return w.c.named(err)
			}
			h.state, h.made, h.units = r.State, r.Made, r.Units
			if r.Release != nil {
				h.release = *r.Release
			}
		}
		w.known[ask[i].ID] = h
	}
	return nil
}

// Add adds documents. One that the archive holds already changes nothing, nor one of which it
// holds a later version; one with the id of another takes its place. What is too large for the
// cluster is left out, and Commit says so.
func (w *Writer) Add(entries []index.Entry) (index.Added, error) {
	var sum index.Added
	if len(entries) == 0 {
		return sum, nil
	}
	if err := w.ready(); err != nil {
		return sum, err
	}
	ids := make([]string, len(entries))
	for i := range entries {
		ids[i] = entries[i].Document.ID
	}
	if err := w.learn(ids); err != nil {
		return sum, err
	}
	b := batch{in: map[string]bool{}}
	for i := range entries {
		e := &entries[i]
		key := keyOf(e.Document.ID)
		if b.in[key] || b.size > batchBytes || len(b.items) >= batchDocuments { // of two with one id the second takes the place of the first
			if err := w.flush(&b, &sum); err != nil {
				return sum, err
			}
		}
		switch old := w.known[key]; {
		case old.there && old.state == stateOf(e.Document):
			sum.Same++
		case old.there && old.release.After(e.Document.Release):
			sum.Older++
		default:
			it, err := newItem(e, mostSource)
			if errors.Is(err, ErrLarge) {
				w.refused = append(w.refused, err)
				continue
			}
			if err != nil {
				return sum, err
			}
			b.put(it)
		}
	}
	return sum, w.flush(&b, &sum)
}

// ready makes the index, or writes what the note says.
func (w *Writer) ready() (err error) {
	m := meta{Format, w.note.Reading}
	switch {
	case w.is == nil:
		if err = w.c.create(w.ctx, m); err == nil {
			w.is, err = w.c.look(w.ctx)
		}
	case w.is.Reading != w.note.Reading:
		if err = w.c.mark(w.ctx, m); err == nil {
			w.is.meta = m
		}
	}
	return err
}

// Commit makes what was added and removed be found. The error joins what was left out.
func (w *Writer) Commit() error {
	refused := w.refused
	w.refused = nil
	if w.is == nil {
		return errors.Join(refused...)
	}
	if err := w.c.refresh(w.ctx); err != nil {
		return err
	}
	if err := w.still(); err != nil {
		return err
	}
	return errors.Join(refused...)
}

// still reports an index that was removed on the way: the cluster makes one of its own for what
// it is sent then, as no archive of ours is made.
func (w *Writer) still() error {
	is, err := w.c.look(w.ctx)
	if err == nil && is.uuid == w.is.uuid {
		return nil
	}
	if err == nil || errors.Is(err, ErrForeign) || errors.Is(err, index.ErrMissing) {
		err = w.c.named(fmt.Errorf("%w: the index was removed while it was filled; remove what stands under its name now, and add it all again", ErrGone))
	}
	return err
}

// Remove removes the documents with these ids and returns how many there were.
func (w *Writer) Remove(ids ...string) (n int, err error) {
	if w.is == nil || len(ids) == 0 {
		return 0, nil
	}
	for try := 0; len(ids) > 0 && err == nil; try++ {
		if try == bulkTries {
			return n, w.c.named(fmt.Errorf("%w: others write the same documents all the time", ErrBusy))
		}
		var gone int
		gone, ids, err = w.remove(ids)
		n += gone
	}
	return n, err
}

// remove removes documents as they stand there now. Those that somebody else wrote meanwhile
// are to be removed again.
func (w *Writer) remove(ids []string) (n int, again []string, err error) {
	if err := w.learn(ids); err != nil {
		return 0, nil, err
	}
	var ops []op
	var noted []writing
	var going []string
	for _, id := range ids {
		k := keyOf(id)
		if h := w.known[k]; h.there {
			ops = append(ops, op{action: "delete", key: k, routing: k, seq: h.seq, term: h.term})
			noted = append(noted, writing{k, h.made, h.units})
			going = append(going, id)
		}
	}
	note, err := w.begin(noted)
	if err != nil {
		return 0, nil, err
	}
	done, err := w.c.bulk(w.ctx, ops, w.Told)
	if err != nil {
		return 0, nil, err
	}
	var gone []writing
	for i, o := range done {
		if o.Status == http.StatusConflict {
			again = append(again, going[i])
		} else {
			gone = append(gone, noted[i])
		}
		delete(w.known, ops[i].key)
	}
	if err := w.erase(gone); err != nil {
		return len(gone), nil, err
	}
	_, err = w.end(note)
	return len(gone), again, err
}
