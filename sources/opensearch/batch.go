package opensearch

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"

	"factcheck/sources/index"
)

// A batch is documents that are written together.
type batch struct {
	items []*item
	in    map[string]bool // their keys
	size  int
}

// Bounds of a batch.
const (
	batchBytes     = 8 << 20
	batchDocuments = 400
)

func (b *batch) put(it *item) {
	b.items, b.in[it.key] = append(b.items, it), true
	b.size += it.size
}

// An item is a document on its way.
type item struct {
	entry    *index.Entry
	key      string
	made     string
	record   []byte
	passages [][]byte
	size     int
}

// newItem works out what is written of an entry, of which the record takes so many bytes at most.
func newItem(e *index.Entry, most int) (*item, error) {
	if e.Document.Release.Withdrawn { // it stays, so that no version before it comes back, and nothing in it is found
		e = &index.Entry{Document: e.Document}
	}
	data, err := e.Pack()
	if err != nil {
		return nil, err
	}
	entry, err := deflate(data)
	if err != nil {
		return nil, err
	}
	if n := base64.StdEncoding.EncodedLen(len(entry)); n > most { // before more is made of it
		return nil, tooLarge(e, n, most)
	}
	it := &item{entry: e, key: keyOf(e.Document.ID), made: unlike()}
	it.passages = passagesOf(e, it.made)
	if it.record, err = json.Marshal(recordOf(e, entry, it.made, len(it.passages))); err != nil {
		return nil, err
	}
	if len(it.passages) > mostPassages {
		return nil, fmt.Errorf("%s: %w: %d passages", e.Document.ID, ErrLarge, len(it.passages))
	}
	if len(it.record) > most {
		return nil, tooLarge(e, len(it.record), most)
	}
	it.size = len(it.record)
	for _, p := range it.passages {
		it.size += len(p)
	}
	return it, nil
}

func tooLarge(e *index.Entry, bytes, most int) error {
	return fmt.Errorf("%s: %w: it takes %d bytes there, of at most %d", e.Document.ID, ErrLarge, bytes, most)
}

// A writing is passages of a document that were or are to be made at one time.
type writing struct {
	Key   string `json:"key"`
	Made  string `json:"made"`
	Units int    `json:"units"`
}

// flush writes a batch and empties it. Items that somebody else wrote meanwhile are decided
// upon anew.
func (w *Writer) flush(b *batch, sum *index.Added) error {
	items := b.items
	*b = batch{in: map[string]bool{}}
	for try := 0; len(items) > 0; try++ {
		if try == bulkTries {
			return w.c.named(fmt.Errorf("%w: others write the same documents all the time", ErrBusy))
		}
		again, err := w.write(items, sum)
		if err != nil {
			return err
		}
		items = nil
		for _, it := range again {
			if err := w.read([]ref{{it.key, it.key}}); err != nil {
				return err
			}
			switch h := w.known[it.key]; {
			case h.there && h.state == stateOf(it.entry.Document):
				sum.Same++
			case h.serves(it.entry.Document):
				sum.Older++
			default:
				it, err := newItem(it.entry, mostSource)
				if err != nil {
					return err
				}
				items = append(items, it)
			}
		}
	}
	return nil
}

// write writes items and returns those that it was kept from.
func (w *Writer) write(items []*item, sum *index.Added) (again []*item, err error) {
	var noted []writing
	for _, it := range items {
		noted = append(noted, it.writing())
		if h := w.known[it.key]; h.there && h.units > 0 {
			noted = append(noted, writing{it.key, h.made, h.units})
		}
	}
	note, err := w.begin(noted)
	if err != nil {
		return nil, err
	}
	if err := w.putPassages(items); err != nil {
		return nil, err
	}
	done, err := w.c.bulk(w.ctx, recordOps(items, w.known), w.Told)
	if err != nil {
		return nil, err
	}
	var written []*item
	var needless []writing
	for i, it := range items {
		old := w.known[it.key]
		ours, err := w.settle(it, done[i])
		switch {
		case err != nil:
			return nil, err
		case !ours:
			again, needless = append(again, it), append(needless, it.writing())
			continue
		case old.there:
			sum.Changed++
			needless = append(needless, writing{it.key, old.made, old.units})
		default:
			sum.New++
		}
		written = append(written, it)
	}
	if err := w.erase(needless); err != nil {
		return nil, err
	}
	swept, err := w.end(note)
	if swept && err == nil { // somebody took us for dead, and may have swept the passages away
		err = w.putPassages(written)
	}
	return again, err
}

// settle learns what stands there after a record was written, and reports whether it is that one:
// a record that was sent twice conflicts with itself.
func (w *Writer) settle(it *item, o outcome) (ours bool, err error) {
	if o.Status == http.StatusConflict {
		err := w.read([]ref{{it.key, it.key}})
		now := w.known[it.key]
		return now.there && now.made == it.made, err
	}
	if o.Term > 0 {
		w.known[it.key] = held{true, o.Seq, o.Term, stateOf(it.entry.Document), it.made, len(it.passages), it.entry.Document.Release}
	}
	return true, nil
}

func (it *item) writing() writing { return writing{it.key, it.made, len(it.passages)} }

// recordOps returns the writings of the records, each over what is known to be there.
func recordOps(items []*item, known map[string]held) []op {
	var ops []op
	for _, it := range items {
		o := op{action: "create", key: it.key, routing: it.key, source: it.record}
		if h := known[it.key]; h.there {
			o.action, o.seq, o.term = "index", h.seq, h.term
		}
		ops = append(ops, o)
	}
	return ops
}

func (w *Writer) putPassages(items []*item) error {
	var ops []op
	for _, it := range items {
		for i, p := range it.passages {
			ops = append(ops, op{action: "index", key: passageKey(it.key, it.made, i), routing: it.key, source: p})
		}
	}
	_, err := w.c.bulk(w.ctx, ops, w.Told)
	return err
}

// erase removes passages.
func (w *Writer) erase(list []writing) error {
	var ops []op
	for _, l := range list {
		for i := range l.Units {
			ops = append(ops, op{action: "delete", key: passageKey(l.Key, l.Made, i), routing: l.Key})
		}
	}
	_, err := w.c.bulk(w.ctx, ops, w.Told)
	return err
}
