package opensearch

import (
	"encoding/json"
	"fmt"

	"factcheck/sources/index"
)

// begin notes what is about to be written, and returns the note's key.
func (w *Writer) begin(list []writing) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	key := "batch." + unlike()
	source, err := json.Marshal(object{"kind": kindBatch, "sum": 0, "unit": -2, "batch": object{"writings": list}})
	if err != nil {
		return "", err
	}
	_, err = w.c.bulk(w.ctx, []op{{action: "index", key: key, routing: key, source: source}}, w.Told)
	return key, err
}

// end takes the note back. swept tells that somebody else did.
func (w *Writer) end(key string) (swept bool, err error) {
	if key == "" {
		return false, nil
	}
	done, err := w.c.bulk(w.ctx, []op{{action: "delete", key: key, routing: key}}, w.Told)
	return err == nil && done[0].Result == "not_found", err
}

// sweep removes what writers left behind that did not come to their end. One that is still at
// work may be among them: it finds its note gone and writes its passages once more. What it
// writes then is not swept, since a passage goes only as it was when its record did not name
// it.
func (w *Writer) sweep() error {
	if _, err := w.notes(); err != nil { // a shard that is missing: the refresh would wait for it
		return err
	}
	if err := w.c.refresh(w.ctx); err != nil {
		return err
	}
	for {
		left, err := w.notes()
		if err != nil || len(left) == 0 {
			return err
		}
		for _, h := range left {
			var note struct {
				Batch struct{ Writings []writing }
			}
			if err := json.Unmarshal(h.Source, &note); err != nil {
				return w.c.named(fmt.Errorf("%w: the note %s cannot be read", index.ErrDamaged, h.ID))
			}
			if err := w.mend(h.ID, note.Batch.Writings); err != nil {
				return err
			}
		}
		if err := w.c.refresh(w.ctx); err != nil {
			return err
		}
	}
}

// notes returns some of the notes that writers have left.
func (w *Writer) notes() ([]hit, error) {
	a, err := w.c.search(w.ctx, object{"size": 50, "track_total_hits": false, "query": ofKind(kindBatch)})
	if err != nil {
		return nil, err
	}
	return a.Hits.Hits, nil
}

// mend takes a note that somebody left and removes the passages that no record names. Where it
// is killed itself it has left a note of the same.
func (w *Writer) mend(key string, list []writing) error {
	own, err := w.begin(list)
	if err != nil {
		return err
	}
	if _, err := w.end(key); err != nil {
		return err
	}
	var refs []ref
	for _, l := range list {
		for i := range l.Units {
			refs = append(refs, ref{passageKey(l.Key, l.Made, i), l.Key})
		}
	}
	passages, err := w.c.fetch(w.ctx, refs, "")
	if err != nil {
		return err
	}
	records := map[string]string{}
	var asked []ref
	for _, l := range list {
		asked = append(asked, ref{l.Key, l.Key})
	}
	got, err := w.c.fetch(w.ctx, asked, "made")
	if err != nil {
		return err
	}
	for _, d := range got {
		var r record
		if d.Found && json.Unmarshal(d.Source, &r) == nil {
			records[d.ID] = r.Made
		}
	}
	var ops []op
	k := 0
	for _, l := range list {
		for range l.Units {
			if p := passages[k]; p.Found && records[l.Key] != l.Made {
				ops = append(ops, op{action: "delete", key: p.ID, routing: l.Key, seq: p.Seq, term: p.Term})
			}
			k++
		}
	}
	if _, err := w.c.bulk(w.ctx, ops, w.Told); err != nil {
		return err
	}
	_, err = w.end(own)
	return err
}
